import Bytes

/// OpenTelemetry's log records in OTLP's JSON: a whole file, or one object a line as the collector's file exporter writes.
enum OpenTelemetryExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    let resources = value["resourceLogs"]?.items ?? []
    guard !resources.isEmpty else { return nil }
    return resources.flatMap { resource -> [ExportEvent] in
      let attributes = fields(resource["resource"]?["attributes"])
      let service = attributes.first { $0.name == "service.name" }?.text
      let host = attributes.first { $0.name == "host.name" || $0.name == "k8s.pod.name" }?.text
      let source = spaced(service, host.map { "[\($0)]" })
      let scopes = (resource["scopeLogs"] ?? resource["instrumentationLibraryLogs"])?.items ?? []
      return scopes.flatMap { ($0["logRecords"] ?? $0["logs"])?.items ?? [] }.map { event($0, source) }
    }
  }

  private static func event(_ record: JSONValue, _ source: String) -> ExportEvent {
    let attributes = fields(record["attributes"]).map { "\($0.name)=\($0.text)" }
    return ExportEvent(
      [record["timeUnixNano"], record["observedTimeUnixNano"]].lazy.compactMap(ExportTime.init)
        .first { $0.written != "0" },
      spaced(
        record["severityText"]?.text?.uppercased() ?? severity(record["severityNumber"]?.count),
        source.isEmpty ? nil : "\(source):", text(record["body"]), attributes.joined(separator: " ")))
  }

  /// The specification's ranges of four.
  private static func severity(_ number: Int?) -> String? {
    guard let number, (1...24).contains(number) else { return nil }
    return ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"][(number - 1) / 4]
  }

  private static func fields(_ value: JSONValue?) -> [(name: String, text: String)] {
    (value?.items ?? []).compactMap { item in
      guard let name = item["key"]?.text, let text = text(item["value"]) else { return nil }
      return (name, text)
    }
  }

  /// An `AnyValue`; bytes are left out.
  private static func text(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if let text = value.first("stringValue", "intValue", "doubleValue", "boolValue") { return text }
    if let list = value["arrayValue"]?["values"]?.items {
      return list.compactMap(text).joined(separator: ",")
    }
    if let pairs = value["kvlistValue"] {
      return fields(pairs["values"]).map { "\($0.name)=\($0.text)" }.joined(separator: " ")
    }
    return nil
  }
}
