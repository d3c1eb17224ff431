import Bytes

/// Sentry's events: the chain of exceptions, the first frame of the team's own code, and the breadcrumbs.
///
/// Local variables, request headers, cookies, bodies and query strings, the user and the extra context are left out as a
/// whole: they hold what people typed, and no rule can know it.
enum SentryExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    let items = value.items.isEmpty ? [value] : value.items
    guard items.allSatisfy(isEvent) else { return nil }
    return items.flatMap(events(of:))
  }

  private static func isEvent(_ value: JSONValue) -> Bool {
    (value["event_id"] ?? value["eventID"]) != nil
      && (value["exception"] ?? value["entries"] ?? value["culprit"] ?? value["platform"]) != nil
  }

  private static func events(of event: JSONValue) -> [ExportEvent] {
    let entries = event["entries"]?.items ?? []
    func part(_ name: String) -> [JSONValue] {
      let own = event[name]?["values"]?.items ?? event[name]?.items ?? []
      return own.isEmpty
        ? entries.first { $0["type"]?.text == name }?["data"]?["values"]?.items ?? [] : own
    }
    let time =
      ExportTime(event["timestamp"]) ?? ExportTime(event["dateCreated"]) ?? ExportTime(event["datetime"])
    let exceptions = part("exception")
    // The outermost exception stands last, what caused it before it.
    let chain = exceptions.reversed().map { spaced("\($0["type"]?.text ?? "exception"):", $0["value"]?.text) }
    let level = (event["level"]?.text ?? "error").uppercased()
    var result = breadcrumbs(part("breadcrumbs"))
    result.append(
      ExportEvent(
        time,
        spaced(
          level, chain.first ?? event["logentry"]?["formatted"]?.text ?? event.first("message", "title"),
          event["culprit"]?.text.map { "in \($0)" }, event["release"]?.text.map { "release=\($0)" },
          event["environment"]?.text.map { "environment=\($0)" }, request(event["request"]),
          exceptions.last.flatMap(ownFrame).map { "at \($0)" })))
    for cause in chain.dropFirst() { result.append(ExportEvent(time, "Caused by: \(cause)")) }
    return result
  }

  private static func breadcrumbs(_ crumbs: [JSONValue]) -> [ExportEvent] {
    crumbs.compactMap { crumb in
      guard let message = crumb["message"]?.text, !message.isEmpty else { return nil }
      return ExportEvent(
        ExportTime(crumb["timestamp"]),
        spaced(
          (crumb["level"]?.text ?? "info").uppercased(), crumb["category"]?.text.map { "\($0):" }, message))
    }
  }

  /// The innermost frame of the team's own code; frames stand oldest first.
  private static func ownFrame(_ exception: JSONValue) -> String? {
    let frames = exception["stacktrace"]?["frames"]?.items ?? []
    func isOwn(_ frame: JSONValue) -> Bool {
      if case .flag(true)? = frame["in_app"] ?? frame["inApp"] { true } else { false }
    }
    guard let frame = frames.last(where: isOwn) ?? frames.last else { return nil }
    let line = (frame["lineno"] ?? frame["lineNo"])?.text
    return spaced(
      frame["function"]?.text,
      frame.first("filename", "module").map { "(\($0)\(line.map { ":\($0)" } ?? ""))" })
  }

  /// Method, host and path: what stands behind `?` and `#` is left out, and a name and password before the host.
  private static func request(_ request: JSONValue?) -> String? {
    guard let url = request?["url"]?.text else { return nil }
    var address = url.prefix { $0 != "?" && $0 != "#" }
    if let scheme = address.firstRange(of: "://") {
      let rest = address[scheme.upperBound...]
      let host = rest.prefix { $0 != "/" }
      if let at = host.lastIndex(of: "@") {
        address = address[..<scheme.upperBound] + rest[rest.index(after: at)...]
      }
    }
    return spaced(request?["method"]?.text ?? "GET", String(address))
  }
}
