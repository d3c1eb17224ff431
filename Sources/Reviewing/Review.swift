package import Moments

/// What a reviewer says about an incident's testing gaps.
///
/// The text is a parameter: reviewers and caches make `Review<String>`, which nobody shows; after sanitizing it is a
/// `Review<SanitizedText>`, which pages, feed and voice take.
package struct Review<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What happened, in one sentence.
  package var headline: Text
  package var timeline: [TimelineEntry<Text>]
  package var blastRadius: [Statement<Text>]
  package var gaps: [TestingGap<Text>]
  package var cause: PrimaryCause<Text>
  /// Contributing factors, the weightiest first.
  package var factors: [Statement<Text>]
  package var prevention: [Statement<Text>]
  package var tests: [RecommendedTest<Text>]
  /// Plain prose for the voice, 150 to 200 words.
  package var audioSummary: Text

  package init(
    headline: Text, timeline: [TimelineEntry<Text>], blastRadius: [Statement<Text>], gaps: [TestingGap<Text>],
    cause: PrimaryCause<Text>, factors: [Statement<Text>], prevention: [Statement<Text>],
    tests: [RecommendedTest<Text>], audioSummary: Text
  ) {
    self.headline = headline
    self.timeline = timeline
    self.blastRadius = blastRadius
    self.gaps = gaps
    self.cause = cause
    self.factors = factors
    self.prevention = prevention
    self.tests = tests
    self.audioSummary = audioSummary
  }
}

/// A claim and the evidence lines, by number, that it rests on.
package struct Statement<Text: Sendable & Hashable>: Sendable, Hashable {
  package var text: Text
  package var evidence: [Int]
  /// False for what the evidence doesn't bear out; pages mark it.
  package var isSupported: Bool

  package init(_ text: Text, evidence: [Int], isSupported: Bool = true) {
    self.text = text
    self.evidence = evidence
    self.isSupported = isSupported
  }
}

package struct TimelineEntry<Text: Sendable & Hashable>: Sendable, Hashable {
  /// The time as the incident gives it: `14:24 UTC`.
  package var time: Text
  package var moment: Moment?
  package var statement: Statement<Text>

  package init(time: Text, moment: Moment?, statement: Statement<Text>) {
    self.time = time
    self.moment = moment
    self.statement = statement
  }
}

/// A test that did not exist, and why its absence let the incident through.
package struct TestingGap<Text: Sendable & Hashable>: Sendable, Hashable {
  package var mode: FailureMode
  package var kind: TestKind
  package var layer: Layer
  /// What of the system it is about.
  package var component: Text
  /// What is missing, in one sentence.
  package var statement: Statement<Text>
  /// The metric, log or alert that was missing or ignored.
  package var signal: Text
  package var whyMissed: Text

  package init(
    mode: FailureMode, kind: TestKind, layer: Layer, component: Text, statement: Statement<Text>,
    signal: Text,
    whyMissed: Text
  ) {
    self.mode = mode
    self.kind = kind
    self.layer = layer
    self.component = component
    self.statement = statement
    self.signal = signal
    self.whyMissed = whyMissed
  }
}

/// Exactly one primary root cause, or the honest word that the evidence gives none.
package enum PrimaryCause<Text: Sendable & Hashable>: Sendable, Hashable {
  case determined(Statement<Text>, mode: FailureMode?)
  /// With the reason, and what would be needed to tell.
  case undetermined(Statement<Text>, needed: Text)

  package var statement: Statement<Text> {
    switch self {
    case .determined(let statement, _), .undetermined(let statement, _): statement
    }
  }

  package var isDetermined: Bool {
    if case .determined = self { true } else { false }
  }
}

package struct RecommendedTest<Text: Sendable & Hashable>: Sendable, Hashable {
  package var kind: TestKind
  package var scope: Text
  /// What to break or load, how much and how long.
  package var injection: Text
  /// When it passes: a number with its unit.
  package var success: Text
  /// Index of the gap in `Review.gaps` that it closes.
  package var closes: Int?
  package var evidence: [Int]

  package init(kind: TestKind, scope: Text, injection: Text, success: Text, closes: Int?, evidence: [Int]) {
    self.kind = kind
    self.scope = scope
    self.injection = injection
    self.success = success
    self.closes = closes
    self.evidence = evidence
  }
}

extension Statement: Codable where Text: Codable {}
extension TimelineEntry: Codable where Text: Codable {}
extension TestingGap: Codable where Text: Codable {}
extension PrimaryCause: Codable where Text: Codable {}
extension RecommendedTest: Codable where Text: Codable {}
extension Review: Codable where Text: Codable {}

extension Array {
  /// Where the item with this 1-based number stands among those that aren't nil; nil when it is one of those that are.
  func keptIndex<Item>(ofNumber number: Int) -> Int? where Element == Item? {
    guard indices.contains(number - 1), self[number - 1] != nil else { return nil }
    return self[..<(number - 1)].count { $0 != nil }
  }
}
