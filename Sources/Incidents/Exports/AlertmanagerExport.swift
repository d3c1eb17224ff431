import Bytes

/// Prometheus Alertmanager's webhook message (version 4): one line for each time an alert fired or resolved.
enum AlertmanagerExport {
  static func lines(_ value: JSONValue) -> [String]? {
    guard let alerts = value["alerts"]?.items, !alerts.isEmpty,
      value["version"]?.text == "4" || value["groupKey"] != nil
    else { return nil }
    return alerts.flatMap { alert -> [(time: String, text: String)] in
      let labels = alert["labels"]?.pairs ?? []
      let name = labels.first { $0.name == "alertname" }?.text ?? "alert"
      let shown = labels.filter { $0.name != "alertname" }.map { "\($0.name)=\($0.text)" }.joined(
        separator: " ")
      let notes = (alert["annotations"]?.pairs ?? []).map { "\($0.name): \($0.text)" }.joined(separator: "; ")
      var rows: [(time: String, text: String)] = []
      if let start = alert["startsAt"]?.text {
        rows.append((start, "\(start) ALERT \(name) firing \(shown)\(notes.isEmpty ? "" : " — \(notes)")"))
      }
      // An alert that still fires ends in the year one.
      if let end = alert["endsAt"]?.text, !end.hasPrefix("0001") {
        rows.append((end, "\(end) alert \(name) resolved \(shown)"))
      }
      return rows
    }.sorted { $0.time < $1.time }.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }
}
