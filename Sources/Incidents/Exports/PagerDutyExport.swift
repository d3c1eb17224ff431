import Bytes

/// PagerDuty's REST API (incidents, their log entries, alerts and notes) and its webhooks (version 3).
enum PagerDutyExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    var found: [ExportEvent]?
    func add(_ key: String, _ marks: [String], _ read: (JSONValue) -> [ExportEvent]) {
      let items = value[key].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
      let own = items.filter { item in marks.allSatisfy { item[$0] != nil } }
      if !own.isEmpty { found = (found ?? []) + own.flatMap(read) }
    }
    add("incident", ["incident_number", "created_at"], incident)
    add("incidents", ["incident_number", "created_at"], incident)
    add("log_entries", ["type", "created_at"], logEntry)
    add("alerts", ["alert_key", "created_at"], alert)
    add("notes", ["content", "created_at"], note)
    add("event", ["event_type", "occurred_at"], webhook)
    return found
  }

  private static func incident(_ incident: JSONValue) -> [ExportEvent] {
    let number = incident["incident_number"]?.text ?? "?"
    let name = "incident #\(number)"
    var events = [
      ExportEvent(
        ExportTime(incident["created_at"]),
        spaced(
          "\(name) triggered: \(incident.first("title", "summary") ?? "")",
          incident["service"]?["summary"]?.text.map { "service=\"\($0)\"" },
          incident["urgency"]?.text.map { "urgency=\($0)" },
          (incident["priority"]?["summary"]?.text).map { "priority=\($0)" }))
    ]
    for acknowledgement in incident["acknowledgements"]?.items ?? [] {
      let by =
        acknowledgement["acknowledger"]?["summary"]?.text.map { "acknowledged by: \($0)" } ?? "acknowledged"
      events.append(ExportEvent(ExportTime(acknowledgement["at"]), "\(name) \(by)"))
    }
    let resolved =
      incident["resolved_at"]?.text.map(JSONValue.string)
      ?? (incident["status"]?.text == "resolved" ? incident["last_status_change_at"] : nil)
    if let time = ExportTime(resolved) { events.append(ExportEvent(time, "\(name) resolved")) }
    return events
  }

  private static func logEntry(_ entry: JSONValue) -> [ExportEvent] {
    let type = (entry["type"]?.text ?? "log entry").split(separator: "_").joined(separator: " ")
    let isPerson = entry["agent"]?["type"]?.text?.hasPrefix("user") ?? false
    return [
      ExportEvent(
        ExportTime(entry["created_at"]),
        spaced(
          "\(type):", entry["summary"]?.text,
          isPerson ? (entry["agent"]?["summary"]?.text).map { "by user: \($0)" } : nil,
          entry["event_details"]?["description"]?.text.map { "— \($0)" },
          entry["channel"]?["summary"]?.text.map { "— \($0)" }))
    ]
  }

  private static func alert(_ alert: JSONValue) -> [ExportEvent] {
    let details = alert["body"]?["details"]
    return [
      ExportEvent(
        ExportTime(alert["created_at"]),
        spaced(
          "ALERT \(alert["summary"]?.text ?? "")", alert["severity"]?.text.map { "severity=\($0)" },
          alert["service"]?["summary"]?.text.map { "service=\"\($0)\"" }, details?.assignments(),
          details?.text))
    ]
  }

  private static func note(_ note: JSONValue) -> [ExportEvent] {
    let author = note["user"]?["summary"]?.text.map { "note, author: \($0):" } ?? "note:"
    return [ExportEvent(ExportTime(note["created_at"]), spaced(author, note["content"]?.text))]
  }

  private static func webhook(_ event: JSONValue) -> [ExportEvent] {
    let data = event["data"]
    return [
      ExportEvent(
        ExportTime(event["occurred_at"]),
        spaced(
          event["event_type"]?.text, data?["number"]?.text.map { "#\($0)" },
          data?.first("title", "summary", "content"), data?["urgency"]?.text.map { "urgency=\($0)" },
          data?["service"]?["summary"]?.text.map { "service=\"\($0)\"" }))
    ]
  }
}
