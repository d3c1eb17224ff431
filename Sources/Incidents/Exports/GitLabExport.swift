import Bytes

/// GitLab's incidents, as its API of issues has them, with their notes and discussions.
enum GitLabExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    let items = value.items.isEmpty ? [value] : value.items
    if items.allSatisfy({ $0["iid"] != nil && $0["title"] != nil && $0["created_at"] != nil }) {
      return items.flatMap(incident)
    }
    let notes = items.flatMap { $0["notes"]?.items ?? [$0] }
    guard notes.allSatisfy({ $0["body"] != nil && $0["created_at"] != nil && $0["system"] != nil }) else {
      return nil
    }
    return notes.map(note)
  }

  private static func incident(_ issue: JSONValue) -> [ExportEvent] {
    let name = "incident #\(issue["iid"]?.text ?? "?")"
    let labels = (issue["labels"]?.items ?? []).compactMap { $0.text ?? $0["name"]?.text }
    var events = [
      ExportEvent(
        ExportTime(issue["created_at"]),
        spaced(
          "\(name) opened: \(issue["title"]?.text ?? "")",
          issue["severity"]?.text.map { "severity=\($0.lowercased())" },
          labels.isEmpty ? nil : "labels=\(labels.joined(separator: ","))"))
    ]
    let description = (issue["description"]?.text ?? "").split(whereSeparator: \.isNewline)
    events += description.map { ExportEvent(nil, String($0)) }
    events += (issue["notes"]?.items ?? []).map(note)
    if let closed = ExportTime(issue["closed_at"]) { events.append(ExportEvent(closed, "\(name) closed")) }
    return events
  }

  private static func note(_ note: JSONValue) -> ExportEvent {
    let isSystem = if case .flag(true)? = note["system"] { true } else { false }
    let author = note["author"]?.first("name", "username").map { "author: \($0)" }
    return ExportEvent(
      ExportTime(note["created_at"]),
      spaced(isSystem ? "change," : "note,", author.map { "\($0):" }, note["body"]?.text))
  }
}
