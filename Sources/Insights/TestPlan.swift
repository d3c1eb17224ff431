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
    let gap: String
  }

  package init(_ sources: [GapSource], _ index: GapIndex) {
    var groups: [Key: [(source: GapSource, test: RecommendedTest<SanitizedText>, gap: GapIndex.Entry?)]] = [:]
    for source in sources {
      var seen: Set<Key> = []
      for test in source.tests {
        let gap = test.closes.flatMap {
          source.gaps.indices.contains($0) ? index.entry(of: source.gaps[$0]) : nil
        }
        let key = Key(kind: test.kind, scope: Slug(test.scope.string), gap: gap?.id ?? "")
        if seen.insert(key).inserted { groups[key, default: []].append((source, test, gap)) }
      }
    }
    let order = index.entries.enumerated().reduce(into: [String: Int]()) { $0[$1.element.id] = $1.offset }
    let sorted = groups.sorted { left, right in
      let (first, second) = (order[left.key.gap] ?? .max, order[right.key.gap] ?? .max)
      if first != second { return first < second }
      if left.key.kind != right.key.kind { return left.key.kind < right.key.kind }
      return left.key.scope < right.key.scope
    }
    items = sorted.compactMap { Self.item($0.value) }
  }

  private static func item(
    _ members: [(source: GapSource, test: RecommendedTest<SanitizedText>, gap: GapIndex.Entry?)]
  ) -> Item? {
    let sorted = members.sorted { GapSource.isNewer($0.source, $1.source) }
    guard let newest = sorted.first else { return nil }
    return Item(
      kind: newest.test.kind, scope: newest.test.scope, injection: newest.test.injection,
      success: newest.test.success, gap: newest.gap,
      incidents: sorted.map {
        Reference(slug: $0.source.slug, title: $0.source.title, started: $0.source.started)
      },
      services: GapSource.services(of: sorted.map(\.source)))
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
