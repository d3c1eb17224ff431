import Markdown

/// The six parts of a report, by the headings that models give them.
enum ReportSection: CaseIterable {
  case timeline, gaps, cause, prevention, tests, audio

  /// Reads a heading of any spelling: numbered, bold, with a colon, in other case.
  init?(heading: String) {
    let words = Words.of(heading).filter { word in !word.allSatisfy(\.isNumber) }
    guard (1...8).contains(words.count) else { return nil }
    let text = " " + words.joined(separator: " ") + " "
    guard let found = Self.marks.first(where: { mark in mark.words.contains { text.contains(" \($0) ") } })
    else { return nil }
    self = found.section
  }

  private static let marks: [(section: ReportSection, words: [String])] = [
    (.audio, ["audiosummary", "audio summary", "audio", "spoken summary", "podcast summary"]),
    (
      .tests,
      [
        "recommended test suite", "recommended tests", "test suite", "test recommendations",
        "recommended testing",
      ]
    ),
    (
      .gaps,
      [
        "testing gap analysis", "testing gaps", "testing gap", "test gap", "test gaps", "gap analysis",
        "gaps",
      ]
    ),
    (.cause, ["root cause determination", "root cause analysis", "root cause", "primary cause"]),
    (
      .prevention,
      [
        "prevention validation strategy", "prevention and validation strategy", "prevention",
        "preventive measures", "validation strategy",
      ]
    ),
    (
      .timeline,
      [
        "incident timeline blast radius", "incident timeline and blast radius", "incident timeline",
        "timeline", "blast radius",
      ]
    ),
  ]
}

/// A report cut at its headings, over cmark's tree.
struct ReportSections {
  private(set) var blocks: [ReportSection: [MarkdownNode]] = [:]

  init(_ answer: String) {
    let document = Markdown.parse(Self.unwrapped(answer))
    var current: ReportSection?
    for node in Self.flattened(document.children) {
      if let (section, rest) = Self.heading(node) {
        // A section that comes twice counts once, as it came first: models repeat themselves when they drift.
        current = blocks[section] == nil ? section : nil
        if let current { blocks[current] = rest.map { [$0] } ?? [] }
      } else if let current {
        blocks[current, default: []].append(node)
      }
    }
  }

  /// Without what models think aloud, and out of the fence that some put around everything.
  private static func unwrapped(_ answer: String) -> String {
    let text = ModelText.withoutThoughts(answer)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let fences = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix("```") }
    if let first = fences.first, let last = fences.last, last > first {
      let inside = lines[(first + 1)..<last]
      let holdsReport =
        inside.count { line in
          ReportSection(heading: String(line.filter { $0 != "_" && $0 != "*" })) != nil
        } >= 3
      if holdsReport { return inside.joined(separator: "\n") }
    }
    return String(text)
  }

  /// A quote or a list may hold the whole report.
  private static func flattened(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    nodes.flatMap { node -> [MarkdownNode] in
      switch node.kind {
      case .quote: flattened(node.children)
      case .list where node.children.contains(where: { $0.children.first.flatMap(heading) != nil }):
        node.children.flatMap { flattened($0.children) }
      default: [node]
      }
    }
  }

  /// A heading, or a paragraph whose first line is nothing but bold; the rest of such a paragraph is its content.
  private static func heading(_ node: MarkdownNode) -> (ReportSection, rest: MarkdownNode?)? {
    switch node.kind {
    case .heading: return ReportSection(heading: node.plainText).map { ($0, nil) }
    case .paragraph:
      guard let first = node.children.first else { return nil }
      let isBold = first.kind == .strong || first.kind == .emphasis
      let lineEnd =
        node.children.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak } ?? node.children.endIndex
      let line = node.children[..<lineEnd].map(\.plainText).joined()
      let isLabel = line.hasSuffix(":") || isBold && line.count == first.plainText.count
      guard isBold || isLabel, let section = ReportSection(heading: isBold ? first.plainText : line) else {
        return nil
      }
      var rest = node
      rest.children = Array(isBold ? node.children.dropFirst() : node.children[lineEnd...])
      let hasText = rest.plainText.contains { $0.isLetter }
      return (section, hasText ? rest : nil)
    default: return nil
    }
  }
}
