import Markdown

/// The items of a section: list entries, table rows and paragraphs, as plain text.
enum ReportItems {
  static func of(_ blocks: [MarkdownNode]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .list: block.children.map { text(of: $0) }
      case .table: block.children.dropFirst().map { $0.children.map(\.plainText).joined(separator: " — ") }
      case .heading, .rule, .html: []
      case .codeBlock: block.literal.split(separator: "\n").map(String.init)
      default: [block.plainText]
      }
    }.map(\.trimmingBlanks).filter { $0.contains(where: \.isLetter) }
  }

  /// The recommended tests, each with its parts: an item's own lines, or a heading and what follows it.
  static func groups(_ blocks: [MarkdownNode]) -> [[String]] {
    var groups: [[String]] = []
    for block in blocks {
      switch block.kind {
      case .list:
        let items = block.children.map(parts)
        let areFields = items.allSatisfy {
          $0.count == 1 && TestFields.isField($0[0]) && !$0[0].contains("|")
        }
        if areFields, items.count > 1 {
          // "**Load test**" and below it a list of its fields.
          let lead = groups.popLast() ?? []
          groups.append(lead + items.flatMap { $0 })
        } else {
          groups += items
        }
      case .heading: groups.append(["Type: " + block.plainText])
      case .paragraph:
        let text = block.plainText.trimmingBlanks
        if text.contains(where: \.isLetter) { groups.append(text.split(separator: "\n").map(String.init)) }
      case .table:
        let names = block.children.first?.children.map(\.plainText) ?? []
        groups += block.children.dropFirst().map { row in
          zip(names, row.children).map { "\($0.0): \($0.1.plainText)" }
        }
      default: break
      }
    }
    return groups
  }

  private static func parts(_ item: MarkdownNode) -> [String] {
    item.children.flatMap { child -> [String] in
      if case .list = child.kind { return child.children.map { text(of: $0) } }
      return lines(child)
    }.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  private static func lines(_ node: MarkdownNode) -> [String] {
    node.children.split { $0.kind == .softBreak || $0.kind == .lineBreak }.map {
      $0.map(\.plainText).joined()
    }
  }

  private static func text(of item: MarkdownNode) -> String {
    item.children.map { child in
      if case .list = child.kind { return child.children.map { text(of: $0) }.joined(separator: "; ") }
      return child.plainText
    }.joined(separator: " ")
  }
}

/// `Type: load | Scope: … | Inject: … | Success: …`, in one line or several.
struct TestFields {
  private(set) var kind: String?
  private(set) var scope: String?
  private(set) var injection: String?
  private(set) var success: String?

  init(_ parts: [String]) {
    for part in parts.flatMap({ $0.split(separator: "|").map(String.init) }) {
      guard let (name, value) = Self.field(part) else {
        if kind == nil { kind = part }
        continue
      }
      switch name {
      case .kind: kind = value
      case .scope: scope = value
      case .injection: injection = value
      case .success: success = value
      }
    }
  }

  private enum Name { case kind, scope, injection, success }

  static func isField(_ text: String) -> Bool { field(text) != nil }

  private static func field(_ text: String) -> (Name, String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let words = Words.of(String(text[..<colon]))
    let value = String(text[text.index(after: colon)...]).trimmingBlanks
    guard let last = words.last, words.count <= 4, !value.isEmpty else { return nil }
    let all = words.joined(separator: " ")
    if all.contains("inject") || all.contains("failure") || all.contains("fault") {
      return (.injection, value)
    }
    if all.contains("success") || all.contains("criteri") || all.contains("pass") || all.contains("expected")
    {
      return (.success, value)
    }
    if all.contains("scope") || last == "target" || last == "component" { return (.scope, value) }
    if all.contains("type") || all.contains("kind") || last == "test" { return (.kind, value) }
    return nil
  }
}
