package import Bytes
package import Moments
package import Reviewing
package import Sanitizing

/// All tests that the reviews ask for, the same test of several incidents as one.
package struct TestPlan: Sendable {
  package struct Item: Sendable {
    package let kind: TestKind
    package let scope: SanitizedText
    package let injection: SanitizedText
    package let success: SanitizedText
    /// The gap that it closes.
    package let gap: GapIndex.Entry?
    /// Incidents that ask for it, the newest first.
    package let incidents: [Reference]
    package let services: [SanitizedText]

    /// Its anchor on the page of the plan.
    package var id: String { "\(kind.rawValue)-\(Slug(scope.string))-\(gap.map(\.id) ?? "other")" }
  }

  package struct Reference: Sendable {
    package let slug: Slug
    package let title: SanitizedText
    package let started: Moment?
  }

  /// Tests of the gaps that need attention first.
  package let items: [Item]

  private struct Key: Hashable {
    let kind: TestKind
    let scope: Slug
    /// Where the gap stands in the index.
    let gap: Int?
  }

  package init(_ sources: [GapSource], _ index: GapIndex) {
    // Positions instead of copies, as in the index of gaps.
    var groups: [Key: [(source: Int, test: Int)]] = [:]
    for (number, source) in sources.enumerated() {
      var seen: [Key] = []
      for (position, test) in source.tests.enumerated() {
        let gap = test.closes.flatMap {
          source.gaps.indices.contains($0) ? index.position(of: source.gaps[$0]) : nil
        }
        let key = Key(kind: test.kind, scope: test.place, gap: gap)
        guard !seen.contains(key) else { continue }
        seen.append(key)
        groups[key, default: []].append((number, position))
      }
    }
    let sorted = groups.sorted { left, right in
      let (first, second) = (left.key.gap ?? .max, right.key.gap ?? .max)
      if first != second { return first < second }
      if left.key.kind != right.key.kind { return left.key.kind < right.key.kind }
      return left.key.scope < right.key.scope
    }
    items = sorted.compactMap { Self.item($0.value, $0.key.gap.map { index.entries[$0] }, sources) }
  }

  private static func item(
    _ members: [(source: Int, test: Int)], _ gap: GapIndex.Entry?, _ sources: [GapSource]
  ) -> Item? {
    let sorted = members.sorted { GapSource.isNewer(sources[$0.source], sources[$1.source]) }
    guard let newest = sorted.first.map({ sources[$0.source].tests[$0.test] }) else { return nil }
    return Item(
      kind: newest.kind, scope: newest.scope, injection: newest.injection, success: newest.success, gap: gap,
      incidents: sorted.map { member in
        let source = sources[member.source]
        return Reference(slug: source.slug, title: source.title, started: source.started)
      }, services: GapSource.services(of: sorted.lazy.map { sources[$0.source].services }))
  }
}

extension TestPlan {
  /// One line a test, for a spreadsheet.
  package var csv: [UInt8] {
    var table = CSV([
      "test", "scope", "failure injection", "passes when", "closes", "state", "services", "incidents",
    ])
    for item in items {
      table.add([
        item.kind.text, item.scope.string, item.injection.string, item.success.string, item.gap?.id ?? "",
        item.gap?.state.name.rawValue ?? "", item.services.map(\.string).joined(separator: " "),
        item.incidents.map(\.slug.description).joined(separator: " "),
      ])
    }
    return table.bytes
  }

  /// A list to tick off, for an issue or a wiki.
  package var markdown: [UInt8] {
    var text = "# Test plan\n\n"
    for item in items {
      let mark = item.gap?.state.name == .closed ? "x" : " "
      text += "- [\(mark)] **\(item.kind.text)** – \(MarkdownText.escaped(item.scope.string))\n"
      text += "  - inject: \(MarkdownText.escaped(item.injection.string))\n"
      text += "  - passes when: \(MarkdownText.escaped(item.success.string))\n"
      if let gap = item.gap { text += "  - closes: `\(gap.id)` (\(gap.state.name.rawValue))\n" }
      text += "  - asked for by: \(item.incidents.map { "`\($0.slug)`" }.joined(separator: ", "))\n"
    }
    return Array(text.utf8)
  }
}

/// RFC 4180, with what a spreadsheet would take for a formula made harmless.
struct CSV {
  private(set) var bytes: [UInt8] = []

  init(_ header: [String]) {
    add(header)
  }

  mutating func add(_ cells: [String]) {
    bytes += (cells.map(Self.cell).joined(separator: ",") + "\r\n").utf8
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let plain = (isFormula ? "'" : "") + text
    guard plain.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return plain }
    return "\"" + plain.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

enum MarkdownText {
  /// Text as text: what Markdown would read as a sign of its own is escaped.
  static func escaped(_ text: String) -> String {
    text.map { "\\`*_[]<>|#~&".contains($0) ? "\\\($0)" : $0.isNewline ? " " : String($0) }.joined()
  }
}
