import Bytes

/// Prometheus Alertmanager's webhook message (version 4) and its API's list of alerts (version 2): one event for each time
/// an alert fired or resolved.
enum AlertmanagerExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    guard let alerts = alerts(value), !alerts.isEmpty else { return nil }
    return alerts.flatMap { alert -> [ExportEvent] in
      let name = alert["labels"]?["alertname"]?.text ?? "alert"
      let labels = alert["labels"]?.assignments(without: ["alertname"]) ?? ""
      let notes = (alert["annotations"]?.pairs ?? []).map { "\($0.name): \($0.text)" }.joined(separator: "; ")
      var events: [ExportEvent] = []
      if let start = ExportTime(alert["startsAt"]) {
        events.append(
          ExportEvent(start, spaced("ALERT \(name) firing", labels, notes.isEmpty ? nil : "— \(notes)")))
      }
      // An alert that still fires ends in the year one; the API tells when it would time out instead.
      let isOver = alert["status"]?["state"]?.text.map { $0 != "active" } ?? true
      if isOver, let end = ExportTime(alert["endsAt"]), !end.written.hasPrefix("0001") {
        events.append(ExportEvent(end, spaced("alert \(name) resolved", labels)))
      }
      return events
    }
  }

  private static func alerts(_ value: JSONValue) -> [JSONValue]? {
    if let alerts = value["alerts"]?.items, value["version"]?.text == "4" || value["groupKey"] != nil {
      return alerts
    }
    let items = value.items
    return items.allSatisfy { $0["labels"] != nil && $0["startsAt"] != nil && $0["fingerprint"] != nil }
      ? items : nil
  }
}
