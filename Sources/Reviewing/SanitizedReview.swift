package import Sanitizing

extension Review where Text == String {
  /// The same review in texts that may be shown. A model's answer and a cache are as untrusted as the incident itself.
  package func sanitized(by sanitizer: inout Sanitizer) -> Review<SanitizedText> {
    func clean(_ text: String) -> SanitizedText { sanitizer.clean(text) }
    func clean(_ statement: Statement<String>) -> Statement<SanitizedText> {
      Statement(clean(statement.text), evidence: statement.evidence, isSupported: statement.isSupported)
    }
    let cause: PrimaryCause<SanitizedText> =
      switch self.cause {
      case .determined(let statement, let mode): .determined(clean(statement), mode: mode)
      case .undetermined(let statement, let needed): .undetermined(clean(statement), needed: clean(needed))
      }
    return Review<SanitizedText>(
      headline: clean(headline),
      timeline: timeline.map { entry in
        TimelineEntry(time: clean(entry.time), moment: entry.moment, statement: clean(entry.statement))
      },
      blastRadius: blastRadius.map(clean),
      gaps: gaps.map { gap in
        TestingGap(
          mode: gap.mode, kind: gap.kind, layer: gap.layer, component: clean(gap.component),
          statement: clean(gap.statement), signal: clean(gap.signal), whyMissed: clean(gap.whyMissed))
      },
      cause: cause,
      factors: factors.map(clean),
      prevention: prevention.map(clean),
      tests: tests.map { test in
        RecommendedTest(
          kind: test.kind, scope: clean(test.scope), injection: clean(test.injection),
          success: clean(test.success),
          closes: test.closes, evidence: test.evidence)
      },
      audioSummary: clean(audioSummary))
  }
}
