package import Condensing
import Markdown
import Moments
import Sanitizing

/// Reads a model's Markdown report into a review, or says what is missing.
package struct AnswerParser: Sendable {
  private let evidence: Evidence
  private let day: CivilDate?
  /// What the playbook found, for what a model leaves unsaid.
  private let draft: Review<String>

  package init(_ evidence: Evidence, _ facts: IncidentFacts, draft: Review<String>) {
    self.evidence = evidence
    day = facts.started?.date
    self.draft = draft
  }

  /// The audio summary is empty when the answer has none that can be spoken.
  package func review(_ answer: String) throws(AnswerFailure) -> Review<String> {
    let sections = ReportSections(answer)
    let needed: [ReportSection] = [.timeline, .gaps, .cause, .prevention, .tests]
    let missing = needed.filter { sections.blocks[$0]?.isEmpty ?? true }
    guard missing.isEmpty else {
      throw AnswerFailure(
        "the answer lacks \(missing.count) of the six sections (\(missing.map { "\($0)" }.joined(separator: ", ")))"
      )
    }
    func items(_ section: ReportSection) -> [String] { ReportItems.of(sections.blocks[section] ?? []) }
    let (timeline, radius) = story(items(.timeline))
    let gaps = items(.gaps).compactMap(gap)
    guard !gaps.isEmpty else { throw AnswerFailure("the answer names no testing gap") }
    let causes = items(.cause)
    guard let first = causes.first else { throw AnswerFailure("the answer names no cause") }
    let audio = ReportItems.of(sections.blocks[.audio] ?? []).joined(separator: " ")
    return Review(
      headline: draft.headline, timeline: timeline, blastRadius: radius, gaps: gaps, cause: cause(first),
      factors: causes.dropFirst().map(statement), prevention: items(.prevention).map(statement),
      tests: ReportItems.groups(sections.blocks[.tests] ?? []).compactMap { test($0, gaps) },
      audioSummary: Self.usable(audio) ? audio : "")
  }

  /// Prose of a length that can be spoken.
  package static func usable(_ summary: String) -> Bool {
    (60...320).contains(AudioSummary.count(summary)) && !summary.contains("[E") && !summary.contains("##")
  }

  private func story(_ items: [String]) -> ([TimelineEntry<String>], [Statement<String>]) {
    var timeline: [TimelineEntry<String>] = []
    var radius: [Statement<String>] = []
    for item in items {
      let reading = TimeReader(Array(item.utf8)).first(from: 0)
      if let reading, reading.secondOfDay != nil, reading.range.lowerBound < 24 {
        // As it is written: a zone that isn't stated is not made up.
        let clock = String(decoding: Array(item.utf8)[reading.range], as: UTF8.self)
        timeline.append(
          TimelineEntry(
            time: clock, moment: reading.moment(assuming: day)?.moment,
            statement: statement(TimedLine.withoutTime(item))))
      } else {
        radius.append(statement(item))
      }
    }
    return (timeline, radius)
  }

  private func gap(_ item: String) -> TestingGap<String>? {
    let statement = statement(item)
    guard Words.of(statement.text).count >= 3 else { return nil }
    let nearest = draft.gaps.max {
      overlap($0.statement.evidence, statement.evidence) < overlap($1.statement.evidence, statement.evidence)
    }
    let kind = TestKind(loosely: item) ?? nearest?.kind ?? .integration
    let layer = Layer.allCases.first { Words.of(item).contains($0.rawValue) } ?? nearest?.layer ?? .service
    return TestingGap(
      mode: mode(item) ?? nearest?.mode ?? .monitoringFailure, kind: kind, layer: layer,
      component: nearest?.component ?? "",
      statement: statement, signal: nearest?.signal ?? "", whyMissed: nearest?.whyMissed ?? "")
  }

  private func overlap(_ left: [Int], _ right: [Int]) -> Int { Set(left).intersection(right).count }

  private func mode(_ text: String) -> FailureMode? {
    let words = Set(Words.of(text))
    return FailureMode.allCases.first { mode in
      mode.rawValue.split(separator: "-").allSatisfy { words.contains(String($0)) }
    }
  }

  private func cause(_ item: String) -> PrimaryCause<String> {
    let statement = statement(
      item.withoutLabel(["primary root cause", "primary cause", "primary", "root cause"]))
    if OpenCause.isNamed(in: item) {
      var open = statement
      open.text = open.text.withoutLabel(["undetermined"]).capitalizedFirst
      return .undetermined(open, needed: "what the review names as missing.")
    }
    return .determined(statement, mode: mode(item) ?? draft.gaps.first?.mode)
  }

  private func test(_ parts: [String], _ gaps: [TestingGap<String>]) -> RecommendedTest<String>? {
    let fields = TestFields(parts)
    guard let scope = fields.scope, let success = fields.success else { return nil }
    let whole = parts.joined(separator: " ")
    guard let kind = fields.kind.flatMap(TestKind.init(loosely:)) ?? TestKind(loosely: whole) else {
      return nil
    }
    let (_, cited) = Citations.read(whole, evidence)
    return RecommendedTest(
      kind: kind, scope: Citations.read(scope, evidence).text,
      injection: Citations.read(fields.injection ?? "", evidence).text,
      success: Citations.read(success, evidence).text, closes: gaps.firstIndex { $0.kind == kind },
      evidence: cited)
  }

  /// What cites no line that exists is marked.
  private func statement(_ text: String) -> Statement<String> {
    let (plain, cited) = Citations.read(text, evidence)
    return Statement(plain.asSentence, evidence: cited, isSupported: !cited.isEmpty)
  }
}

/// `[E12]`, `(E3, E4)`, `E5–E7`; and by file: `[L12]` for a line of the incident's own file, `[app.log:7]`.
enum Citations {
  /// The text without its citations, and the lines they name that exist.
  static func read(_ text: String, _ evidence: Evidence) -> (text: String, lines: [Int]) {
    var lines: [Int] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "(" }) {
      let close = rest[open] == "[" ? Character("]") : ")"
      guard let end = rest[open...].firstIndex(of: close),
        let cited = numbers(rest[rest.index(after: open)..<end], evidence)
      else {
        plain += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      lines += cited
      plain += rest[..<open].trimmedEnd
      rest = rest[rest.index(after: end)...]
    }
    plain += rest
    var seen: Set<Int> = []
    return (
      plain.split(separator: " ").joined(separator: " ").replacingSpaceBeforeStop,
      lines.filter { evidence[$0] != nil && seen.insert($0).inserted }
    )
  }

  /// All numbers of a list of citations, or nil when it is something else.
  private static func numbers(_ inside: Substring, _ evidence: Evidence) -> [Int]? {
    if let places = places(inside, evidence) { return places }
    var numbers: [Int] = []
    for part in inside.split(whereSeparator: { ",; ".contains($0) }) where part.lowercased() != "and" {
      let ends = part.split(whereSeparator: { "-–".contains($0) }).map {
        $0.uppercased().hasPrefix("E") ? Int($0.dropFirst()) : nil
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last, last - first < 40
      else { return nil }
      numbers += first...last
    }
    return numbers.isEmpty ? nil : numbers
  }
}

extension Citations {
  /// The evidence at places in files; a place that isn't among the evidence cites nothing.
  private static func places(_ inside: Substring, _ evidence: Evidence) -> [Int]? {
    var numbers: [Int] = []
    for part in inside.split(separator: ",").map({ String($0).trimmingBlanks }) {
      if part.hasPrefix("L"), let line = Int(part.dropFirst()) {
        numbers +=
          evidence.lines.first { $0.origin == .narrative && ($0.line...$0.lastLine).contains(line) }.map {
            [$0.number]
          } ?? []
      } else if let colon = part.lastIndex(of: ":"), let line = Int(part[part.index(after: colon)...]) {
        let file = part[..<colon]
        let lines = evidence.lines.filter { $0.path.string == file || $0.path.string.hasSuffix("/" + file) }
        // "[12:30]" is a time unless a file is called "12".
        guard !lines.isEmpty || file.contains(".") else { return nil }
        numbers += lines.first { ($0.line...$0.lastLine).contains(line) }.map { [$0.number] } ?? []
      } else {
        return nil
      }
    }
    return numbers
  }
}

extension Substring {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension String {
  fileprivate var replacingSpaceBeforeStop: String {
    var text = ""
    for character in self {
      if ".,;".contains(character), text.last == " " { text.removeLast() }
      text.append(character)
    }
    return text
  }

  /// Without a leading `Primary:` or `**Primary root cause** -`.
  fileprivate func withoutLabel(_ labels: [String]) -> String {
    let lowered = lowercased()
    for label in labels where lowered.hasPrefix(label) {
      let rest = dropFirst(label.count).drop { ": -–—*".contains($0) }
      return rest.isEmpty ? self : String(rest)
    }
    return self
  }
}
