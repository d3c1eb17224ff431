import Bytes

/// A day of a Slack channel, as Slack's workspace export has it. The export's lists of people, channels and integrations
/// tell nothing of an incident and are left out.
enum SlackExport {
  static func events(_ value: JSONValue) -> [ExportEvent]? {
    let items = value.items
    guard !items.isEmpty else { return nil }
    if items.allSatisfy({ $0["type"]?.text == "message" && $0["ts"] != nil }) {
      return items.compactMap(message)
    }
    return isDirectory(items) ? [] : nil
  }

  private static func isDirectory(_ items: [JSONValue]) -> Bool {
    [["team_id", "profile"], ["creator", "members"], ["user_id", "change_type"]].contains { marks in
      items.allSatisfy { item in marks.allSatisfy { item[$0] != nil } }
    }
  }

  private static func message(_ message: JSONValue) -> ExportEvent? {
    let kind = message["subtype"]?.text
    // Who came and went, and what the channel was called.
    if let kind, kind.hasPrefix("channel_") || kind.hasPrefix("group_") { return nil }
    let quoted = (message["attachments"]?.items ?? []).compactMap { attachment in
      let text = attachment["text"]?.text.map { withAuthors(plain($0)) }
      let parts = spaced(attachment["title"]?.text.map(plain), text)
      return parts.isEmpty ? attachment["fallback"]?.text.map(plain) : parts
    }
    let body = spaced(
      plain(message["text"]?.text ?? ""), quoted.isEmpty ? nil : "— " + quoted.joined(separator: " — "))
    guard !body.isEmpty else { return nil }
    let author = message.first("user", "username", "bot_id") ?? "someone"
    return ExportEvent(ExportTime(message["ts"]), "\(author): \(body)")
  }

  /// `3f2a1bc: Fix the pool - Jana Kowalczyk`, as code hosts announce commits: who made it is said to be an author.
  private static func withAuthors(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      let id = line.drop { $0 == "`" }.prefix { $0.isHexDigit }
      guard (7...40).contains(id.count), let dash = line.ranges(of: " - ").last else { return String(line) }
      return "\(line[..<dash.lowerBound]), author: \(line[dash.upperBound...])"
    }.joined(separator: "\n")
  }

  /// `<@U012>`, `<#C012|name>`, `<https://…|text>` and `<!here>` as people read them, and Slack's three entities.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)..<close]
      let parts = inside.split(separator: "|", maxSplits: 1)
      let label = parts.count == 2 ? parts[1] : parts.first ?? ""
      switch inside.first {
      case "!": result += "@" + label.drop { $0 == "!" }
      case "#": result += "#" + label.drop { $0 == "#" }
      default: result += label
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
