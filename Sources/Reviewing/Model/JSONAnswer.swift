import Bytes
package import Condensing
import Moments

/// Reads a model's JSON answer into a review, or says what is missing.
///
/// It is as lenient as it can be without guessing: text around the object, wrong letter case, an unknown kind of test
/// and a citation given as `"E12"` are read; a missing cause or an answer that was cut is a failure.
package struct JSONAnswer: Sendable {
  private let evidence: Evidence
  private let draft: Review<String>

  package init(_ evidence: Evidence, draft: Review<String>) {
    self.evidence = evidence
    self.draft = draft
  }

  /// Whether the text is meant to be JSON: its first sign, behind fences and thoughts, is a brace.
  package static func isOne(_ answer: String) -> Bool {
    guard let open = ModelText.withoutThoughts(answer).firstIndex(of: "{") else { return false }
    let before = ModelText.withoutThoughts(answer)[..<open]
    return !before.contains("#") && before.split(separator: "\n").count <= 4
  }

  package func review(_ answer: String) throws(AnswerFailure) -> Review<String> {
    guard let object = Self.object(in: String(ModelText.withoutThoughts(answer))) else {
      throw AnswerFailure("the answer is not one whole JSON object")
    }
    let listed = items(object, "gaps").map(gap)
    let gaps = listed.compactMap(\.self)
    guard !gaps.isEmpty else { throw AnswerFailure("'gaps' names no testing gap") }
    guard let cause = object.field("cause").flatMap(cause) else {
      throw AnswerFailure("'cause' has no text")
    }
    let tests = items(object, "tests").compactMap { test($0, listed) }
    let timeline = items(object, "timeline").compactMap(moment)
    guard !timeline.isEmpty || !items(object, "blast_radius").isEmpty else {
      throw AnswerFailure("'timeline' and 'blast_radius' are empty")
    }
    return Review(
      headline: text(object, "headline") ?? draft.headline, timeline: timeline,
      blastRadius: items(object, "blast_radius").compactMap(claim), gaps: gaps, cause: cause,
      factors: items(object, "factors").compactMap(claim),
      prevention: items(object, "prevention").compactMap(claim), tests: tests,
      audioSummary: text(object, "audio_summary") ?? "")
  }

  /// The first whole object in the text.
  private static func object(in text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    guard let open = bytes.firstIndex(of: 0x7B) else { return nil }
    var depth = 0
    var isQuoted = false
    var index = open
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where isQuoted: index += 1
      case 0x22: isQuoted.toggle()
      case 0x7B where !isQuoted: depth += 1
      case 0x7D where !isQuoted:
        depth -= 1
        if depth == 0 { return JSONValue(Array(bytes[open...index])) }
      default: break
      }
      index += 1
    }
    return nil
  }

  private func items(_ object: JSONValue, _ name: String) -> [JSONValue] { object.field(name)?.items ?? [] }

  private func text(_ value: JSONValue, _ names: String...) -> String? {
    for name in names {
      if let text = value.field(name)?.text?.trimmingBlanks, text.contains(where: \.isLetter) {
        return ModelText.plain(text)
      }
    }
    return nil
  }

  private func claim(_ value: JSONValue) -> Statement<String>? {
    if let bare = value.text, bare.contains(where: \.isLetter) { return statement(bare, value) }
    return text(value, "text", "statement", "description").map { statement($0, value) }
  }

  private func statement(_ text: String, _ value: JSONValue) -> Statement<String> {
    let (plain, cited) = Citations.read(text, evidence)
    var seen: Set<Int> = []
    let lines = (numbers(value.field("evidence")) + cited).filter {
      evidence[$0] != nil && seen.insert($0).inserted
    }
    return Statement(plain.asSentence, evidence: lines, isSupported: !lines.isEmpty)
  }

  private func numbers(_ value: JSONValue?) -> [Int] {
    (value.map { $0.items.isEmpty ? [$0] : $0.items } ?? []).compactMap { item in
      item.count ?? item.text.flatMap { Int($0.drop { !$0.isNumber }) }
    }
  }

  private func moment(_ value: JSONValue) -> TimelineEntry<String>? {
    claim(value).map {
      TimelineEntry(time: text(value, "time") ?? value.field("time")?.text ?? "", moment: nil, statement: $0)
    }
  }

  private func mode(_ value: JSONValue?) -> FailureMode? {
    (value?.text).flatMap { text in
      FailureMode(rawValue: Words.of(text).joined(separator: "-"))
    }
  }

  private func gap(_ value: JSONValue) -> TestingGap<String>? {
    guard let missing = text(value, "missing", "statement", "text") else { return nil }
    let statement = statement(missing, value)
    let nearest = draft.gaps.first { !Set($0.statement.evidence).isDisjoint(with: statement.evidence) }
    let kind = value.field("test_kind")?.text.flatMap { TestKind(loosely: $0) } ?? TestKind(loosely: missing)
    return TestingGap(
      mode: mode(value.field("failure_mode")) ?? nearest?.mode ?? .monitoringFailure,
      kind: kind ?? nearest?.kind ?? .integration,
      layer: value.field("layer")?.text.flatMap { Layer(rawValue: $0.lowercased()) } ?? nearest?.layer
        ?? .service,
      component: text(value, "component") ?? nearest?.component ?? "", statement: statement,
      signal: text(value, "signal") ?? "", whyMissed: (text(value, "why_missed") ?? "").asSentence)
  }

  private func cause(_ value: JSONValue) -> PrimaryCause<String>? {
    guard let text = text(value, "text", "statement") else { return nil }
    let statement = statement(text, value)
    if value.field("status")?.text?.lowercased() == "undetermined" || OpenCause.isNamed(in: text) {
      return .undetermined(statement, needed: (self.text(value, "needed") ?? "").asSentence)
    }
    return .determined(statement, mode: mode(value.field("failure_mode")))
  }

  /// - Parameter listed: the gaps as the answer numbers them; nil for one that can't be used.
  private func test(_ value: JSONValue, _ listed: [TestingGap<String>?]) -> RecommendedTest<String>? {
    guard let scope = text(value, "scope"), let success = text(value, "success"),
      let kind = (value.field("kind") ?? value.field("type"))?.text.flatMap({ TestKind(loosely: $0) })
    else { return nil }
    let closes =
      value.field("gap")?.count.flatMap(listed.keptIndex)
      ?? listed.compactMap(\.self).firstIndex { $0.kind == kind }
    let injection = text(value, "injection") ?? ""
    let cited = statement(injection, value).evidence
    return RecommendedTest(
      kind: kind, scope: Citations.read(scope, evidence).text,
      injection: Citations.read(injection, evidence).text.asSentence,
      success: Citations.read(success, evidence).text.asSentence, closes: closes, evidence: cited)
  }
}

/// Why an answer is no review.
package struct AnswerFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// What models put around and into what they were asked for.
enum ModelText {
  /// Without what reasoning models think aloud before they answer.
  static func withoutThoughts(_ answer: String) -> Substring {
    answer.split(separator: "</think>", omittingEmptySubsequences: false).last ?? answer[...]
  }

  /// One line of plain text: no Markdown emphasis, code marks or line ends.
  static func plain(_ text: String) -> String {
    PlainLine.read(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}

/// The word that a cause is not known.
enum OpenCause {
  static func isNamed(in text: String) -> Bool {
    let words = Words.of(text).prefix(12)
    return words.contains("undetermined") || words.contains("unknown")
  }
}

extension JSONValue {
  /// A field by its name, whatever its letter case and whether its words are joined by `_`, `-` or nothing.
  fileprivate func field(_ name: String) -> JSONValue? {
    if let exact = self[name] { return exact }
    guard case .object(let fields) = self else { return nil }
    let wanted = name.filter { $0 != "_" }
    return fields.sorted { $0.key < $1.key }.first {
      $0.key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " } == wanted
    }?.value
  }
}
