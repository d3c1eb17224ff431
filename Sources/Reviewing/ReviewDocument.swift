package import Condensing
import Markdown
package import Moments
package import Sanitizing

/// A review as Markdown that people edit and commit: written once, read back in every later build.
///
/// Lines are cited by file, not by evidence number, so that a citation outlives a change of the window: `[L12]` is line
/// 12 of the incident's own file, `[app.log:7]` line 7 of an attachment.
package struct ReviewDocument: Sendable {
  private let evidence: Evidence

  package init(_ evidence: Evidence) {
    self.evidence = evidence
  }

  package func markdown(_ review: Review<SanitizedText>, title: SanitizedText) -> String {
    var text = "# Review: \(Self.line(title.string))\n\n\(Self.line(review.headline.string))\n"
    func section(_ heading: String, _ items: [String]) {
      text += "\n## \(heading)\n\n" + items.joined(separator: "\n") + "\n"
    }
    section(
      "Incident Timeline & Blast Radius",
      review.timeline.map { "- \(Self.line($0.time.string)) \(cited($0.statement))" }
        + (review.blastRadius.isEmpty ? [] : ["- Blast radius"])
        + review.blastRadius.map { "  - \(cited($0))" })
    section(
      "Testing Gap Analysis",
      review.gaps.flatMap { gap in
        [
          "- \(cited(gap.statement))", "  - Failure mode: \(gap.mode.rawValue)",
          "  - Kind of test: \(gap.kind.rawValue)",
          "  - Layer: \(gap.layer.rawValue)", "  - Component: \(Self.line(gap.component.string))",
          "  - Signal: \(Self.line(gap.signal.string))", "  - Why missed: \(Self.line(gap.whyMissed.string))",
        ]
      })
    var cause: [String]
    switch review.cause {
    case .determined(let statement, let mode):
      cause = ["- Primary: \(cited(statement))"] + (mode.map { ["  - Failure mode: \($0.rawValue)"] } ?? [])
    case .undetermined(let statement, let needed):
      cause = ["- Undetermined: \(cited(statement))", "  - Needed: \(Self.line(needed.string))"]
    }
    section("Root Cause Determination", cause + review.factors.map { "- \(cited($0))" })
    section("Prevention & Validation Strategy", review.prevention.map { "- \(cited($0))" })
    section(
      "Recommended Test Suite",
      review.tests.flatMap { test in
        [
          "- \(test.kind.rawValue): \(Self.line(test.scope.string))\(citation(test.evidence))",
          "  - Inject: \(Self.line(test.injection.string))", "  - Success: \(Self.line(test.success.string))",
        ] + (test.closes.map { ["  - Closes gap: \($0 + 1)"] } ?? [])
      })
    text += "\n## AudioSummary\n\n\(Self.line(review.audioSummary.string))\n"
    return text
  }

  /// - Throws: what the text lacks that no page can do without.
  package func review(_ markdown: String, day: CivilDate?) throws(AnswerFailure) -> Review<String> {
    let sections = ReportSections(markdown)
    let missing: [ReportSection] = [.gaps, .cause, .tests].filter { sections.blocks[$0]?.isEmpty ?? true }
    guard missing.isEmpty else {
      throw AnswerFailure(
        "the review lacks the section '\(missing.map(\.heading).joined(separator: "', '"))'")
    }
    func items(_ section: ReportSection) -> [Item] {
      (sections.blocks[section] ?? []).flatMap { block -> [Item] in
        if case .list = block.kind { return block.children.map { Item($0) } }
        return block.plainText.contains(where: \.isLetter) ? [Item(text: block.plainText)] : []
      }
    }
    let listed = items(.gaps).map(gap)
    let gaps = listed.compactMap(\.self)
    guard !gaps.isEmpty else {
      throw AnswerFailure("'Testing Gap Analysis' has no item with a kind of test")
    }
    let causes = items(.cause)
    guard let first = causes.first else { throw AnswerFailure("'Root Cause Determination' has no item") }
    let story = items(.timeline)
    let isRadius = { (item: Item) in item.text.lowercased().hasPrefix("blast radius") }
    let document = Markdown.parse(markdown)
    let headline = document.children.first { $0.kind == .paragraph }?.plainText
    return Review(
      headline: headline ?? "", timeline: story.filter { !isRadius($0) }.compactMap { moment($0, day) },
      blastRadius: story.filter(isRadius).flatMap(\.children).map { statement($0) }, gaps: gaps,
      cause: cause(first), factors: causes.dropFirst().map { statement($0.text) },
      prevention: items(.prevention).map { statement($0.text) },
      tests: items(.tests).compactMap { test($0, listed) },
      audioSummary: (sections.blocks[.audio] ?? []).map(\.plainText).joined(separator: " ").trimmingBlanks)
  }

  /// A list entry: its own text and the entries below it.
  private struct Item {
    let text: String
    let children: [String]

    init(_ node: MarkdownNode) {
      text = node.children.filter { !$0.isList }.map(\.plainText).joined(separator: " ").trimmingBlanks
      children = node.children.filter(\.isList).flatMap(\.children).map { child in
        child.children.map(\.plainText).joined(separator: " ").trimmingBlanks
      }
    }

    init(text: String) {
      self.text = text
      children = []
    }

    /// The value behind `Name:` in an entry below.
    func field(_ name: String) -> String? {
      let found = children.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      return found.map { String($0.dropFirst(name.count + 1)).trimmingBlanks }
    }

    /// The label before the first colon, and what follows it.
    var labelled: (label: String, rest: String)? {
      guard let colon = text.firstIndex(of: ":") else { return nil }
      return (
        text[..<colon].lowercased().trimmingBlanks, String(text[text.index(after: colon)...]).trimmingBlanks
      )
    }
  }

  private func moment(_ item: Item, _ day: CivilDate?) -> TimelineEntry<String>? {
    guard item.text.contains(where: \.isLetter) else { return nil }
    let bytes = Array(item.text.utf8)
    guard let reading = TimeReader(bytes).first(from: 0), reading.secondOfDay != nil,
      reading.range.lowerBound < 24
    else { return TimelineEntry(time: "", moment: nil, statement: statement(item.text)) }
    let time = String(decoding: bytes[..<reading.range.upperBound], as: UTF8.self)
    let statement = statement(
      String(decoding: bytes[reading.range.upperBound...], as: UTF8.self).trimmingBlanks)
    let moment = statement.evidence.lazy.compactMap { evidence[$0]?.moment }.first
    return TimelineEntry(
      time: time, moment: moment ?? reading.moment(assuming: day)?.moment, statement: statement)
  }

  private func gap(_ item: Item) -> TestingGap<String>? {
    guard let kind = TestKind(loosely: item.field("Kind of test") ?? item.text) else { return nil }
    return TestingGap(
      mode: item.field("Failure mode").flatMap(FailureMode.init(rawValue:)) ?? .monitoringFailure, kind: kind,
      layer: item.field("Layer").flatMap(Layer.init(rawValue:)) ?? .service,
      component: item.field("Component") ?? "",
      statement: statement(item.text), signal: item.field("Signal") ?? "",
      whyMissed: item.field("Why missed") ?? "")
  }

  private func cause(_ item: Item) -> PrimaryCause<String> {
    let (label, rest) = item.labelled ?? ("", item.text)
    if label.hasPrefix("undetermined") {
      return .undetermined(statement(rest), needed: item.field("Needed") ?? "")
    }
    let text = label.hasPrefix("primary") ? rest : item.text
    return .determined(statement(text), mode: item.field("Failure mode").flatMap(FailureMode.init(rawValue:)))
  }

  /// - Parameter listed: the gaps as they are numbered in the text; nil for an item that is none.
  private func test(_ item: Item, _ listed: [TestingGap<String>?]) -> RecommendedTest<String>? {
    let (label, rest) = item.labelled ?? ("", item.text)
    guard let kind = TestKind(loosely: label.isEmpty ? item.text : label) else { return nil }
    let scope = statement(rest)
    let number = item.field("Closes gap").flatMap { Int($0) }
    return RecommendedTest(
      kind: kind, scope: Citations.read(rest, evidence).text, injection: item.field("Inject") ?? "",
      success: item.field("Success") ?? "", closes: number.flatMap(listed.keptIndex),
      evidence: scope.evidence)
  }

  /// What people have read stands, with or without a line behind it.
  private func statement(_ text: String) -> Statement<String> {
    let (plain, lines) = Citations.read(text, evidence)
    return Statement(plain, evidence: lines)
  }

  private func cited(_ statement: Statement<SanitizedText>) -> String {
    Self.line(statement.text.string) + citation(statement.evidence)
  }

  private func citation(_ numbers: [Int]) -> String {
    let own = evidence.lines.first { $0.origin == .narrative }?.path
    let places = numbers.compactMap { evidence[$0] }.map { line -> String in
      if line.path == own { return "L\(line.line)" }
      return "\(Self.line(shortName(of: line.path.string))):\(line.line)"
    }
    return places.isEmpty ? "" : " [\(places.joined(separator: ", "))]"
  }

  /// The end of a path that no other cited file shares.
  private func shortName(of path: String) -> String {
    let others = Set(evidence.lines.map(\.path.string)).subtracting([path])
    let parts = path.split(separator: "/")
    for count in 1..<max(2, parts.count) {
      let name = parts.suffix(count).joined(separator: "/")
      if !others.contains(where: { $0.hasSuffix("/" + name) || $0 == name }) { return name }
    }
    return path
  }

  /// On one line, with nothing that Markdown would take for a mark.
  private static func line(_ text: String) -> String {
    var escaped = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if "\\`*_[]<>#|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

extension ReportSection {
  /// The heading as we write it.
  fileprivate var heading: String {
    switch self {
    case .timeline: "Incident Timeline & Blast Radius"
    case .gaps: "Testing Gap Analysis"
    case .cause: "Root Cause Determination"
    case .prevention: "Prevention & Validation Strategy"
    case .tests: "Recommended Test Suite"
    case .audio: "AudioSummary"
    }
  }
}

extension MarkdownNode {
  fileprivate var isList: Bool {
    if case .list = kind { true } else { false }
  }
}
