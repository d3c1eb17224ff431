import Bytes

/// Opsgenie's alert API (alerts, their logs and notes) and its webhook.
enum OpsgenieExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    if let action = value["action"]?.text, let alert = value["alert"], alert["alertId"] != nil {
      let time = ExportTime(alert["updatedAt"]) ?? ExportTime(alert["createdAt"])
      return [ExportEvent(time, spaced("alert \(action):", text(alert)))]
    }
    guard let data = value["data"] else { return nil }
    let items = data.items.isEmpty ? [data] : data.items
    if items.allSatisfy({ $0["tinyId"] != nil && $0["createdAt"] != nil }) { return items.flatMap(alert) }
    guard !items.isEmpty, items.allSatisfy({ $0["createdAt"] != nil && ($0["log"] ?? $0["note"]) != nil })
    else {
      return nil
    }
    return items.map { item in
      let owner = item["owner"]?.text.map { "owner: \($0):" }
      return ExportEvent(
        ExportTime(item["createdAt"]),
        item["log"] == nil
          ? spaced("note,", owner, item["note"]?.text) : spaced(item["type"]?.text, item["log"]?.text))
    }
  }

  private static func alert(_ alert: JSONValue) -> [ExportEvent] {
    var events = [ExportEvent(ExportTime(alert["createdAt"]), spaced("ALERT", text(alert)))]
    let report = alert["report"]
    if let by = report?["acknowledgedBy"]?.text, let waited = report?["ackTime"]?.count,
      let time = later(alert["createdAt"], by: waited)
    {
      events.append(ExportEvent(time, "alert #\(alert["tinyId"]?.text ?? "?") acknowledged by: \(by)"))
    }
    if alert["status"]?.text == "closed",
      let time = later(alert["createdAt"], by: report?["closeTime"]?.count) ?? ExportTime(alert["updatedAt"])
    {
      events.append(ExportEvent(time, "alert #\(alert["tinyId"]?.text ?? "?") closed"))
    }
    return events
  }

  /// - Parameter milliseconds: after `start`.
  private static func later(_ start: JSONValue?, by milliseconds: Int?) -> ExportTime? {
    guard let milliseconds, let start = ExportTime(start)?.order else { return nil }
    return ExportTime(.number(Double(start + milliseconds)))
  }

  private static func text(_ alert: JSONValue) -> String {
    let tags = (alert["tags"]?.items ?? []).compactMap(\.text)
    return spaced(
      alert["tinyId"]?.text.map { "#\($0)" }, alert["message"]?.text,
      alert["priority"]?.text.map { "priority=\($0)" }, alert["source"]?.text.map { "source=\"\($0)\"" },
      tags.isEmpty ? nil : "tags=\(tags.joined(separator: ","))", alert["details"]?.assignments(),
      alert["description"]?.text.map { "— \($0)" })
  }
}
