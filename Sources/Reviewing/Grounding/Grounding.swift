package import Condensing
import Moments
package import Sanitizing

/// Holds a model's review to the evidence: what no line bears out is named, asked for again, and in the end dropped or
/// marked.
///
/// No model judges here. A statement stands when it cites lines that exist, when every time, figure and name in it
/// occurs in the evidence or follows from it by arithmetic, when the cited lines speak of the same things, and when
/// what it says was done or left undone is said of the same thing by some sentence.
package struct Grounding: Sendable {
  /// What is wrong with one statement.
  package struct Finding: Sendable, Hashable {
    /// `cause`, `timeline 3`: where in the review.
    package let place: String
    package let text: String
    package let reason: String
  }

  /// How a review fared.
  package struct Score: Sendable, Hashable, Codable {
    package var supported = 0
    package var marked = 0
    package var dropped = 0

    package init(supported: Int = 0, marked: Int = 0, dropped: Int = 0) {
      self.supported = supported
      self.marked = marked
      self.dropped = dropped
    }
  }

  private let evidence: Evidence
  private let facts: IncidentFacts
  private let judge: Judge
  private let draft: Review<String>

  /// - Parameter draft: the playbook's review, which is read off the evidence and takes the place of what falls out.
  package init(_ evidence: Evidence, _ facts: IncidentFacts, draft: Review<String>) {
    self.evidence = evidence
    self.facts = facts
    self.draft = draft
    judge = Judge(evidence, facts)
  }

  /// Everything that a repair should mend, in the review's order.
  package func findings(_ review: Review<String>) -> [Finding] {
    var findings: [Finding] = []
    func check(_ place: String, _ statement: Statement<String>, _ kind: Judge.StatementKind) {
      if let fault = judge.fault(statement, kind) {
        findings.append(Finding(place: place, text: statement.text, reason: fault.reason))
      }
    }
    for (index, entry) in review.timeline.enumerated() {
      if let reason = judge.fault(entry) {
        findings.append(
          Finding(
            place: "timeline \(index + 1)", text: entry.time + " " + entry.statement.text, reason: reason))
      }
    }
    for (index, claim) in review.blastRadius.enumerated() { check("blast_radius \(index + 1)", claim, .fact) }
    if let reason = judge.fault(review.cause) {
      findings.append(Finding(place: "cause", text: review.cause.statement.text, reason: reason))
    }
    for (index, claim) in review.factors.enumerated() { check("factor \(index + 1)", claim, .fact) }
    for (index, gap) in review.gaps.enumerated() {
      if let reason = judge.fault(gap) {
        findings.append(Finding(place: "gap \(index + 1)", text: gap.statement.text, reason: reason))
      }
    }
    for (index, step) in review.prevention.enumerated() { check("prevention \(index + 1)", step, .proposal) }
    for (index, test) in review.tests.enumerated() {
      if let reason = judge.fault(test) {
        findings.append(
          Finding(place: "test \(index + 1)", text: "\(test.scope) \(test.success)", reason: reason))
      }
    }
    if let reason = judge.summaryFault(review.audioSummary) {
      findings.append(Finding(place: "audio_summary", text: "", reason: reason))
    }
    return findings
  }

  /// The review with nothing left that the evidence doesn't bear out unmarked.
  package func settled(_ review: Review<String>) -> (review: Review<String>, score: Score) {
    var review = review
    var score = Score()
    func keep<Item>(_ items: [Item], _ fault: (Item) -> String?) -> [Item] {
      items.filter { item in
        let stands = fault(item) == nil
        if stands { score.supported += 1 } else { score.dropped += 1 }
        return stands
      }
    }
    func mark(_ statements: [Statement<String>], _ kind: Judge.StatementKind) -> [Statement<String>] {
      statements.compactMap { statement in
        guard let fault = judge.fault(statement, kind) else {
          score.supported += 1
          var stands = statement
          stands.isSupported = true
          return stands
        }
        // A mark can't make an invented figure or an empty phrase true.
        guard fault.canBeMarked else {
          score.dropped += 1
          return nil
        }
        score.marked += 1
        var marked = statement
        marked.isSupported = false
        return marked
      }
    }
    review.timeline = Folding.folded(keep(review.timeline, judge.fault).map(timed)) {
      "\($0.time) \($0.statement.text)"
    }
    .sorted {
      ($0.moment?.seconds ?? .max, $0.statement.evidence.first ?? 0)
        < ($1.moment?.seconds ?? .max, $1.statement.evidence.first ?? 0)
    }
    if review.timeline.count < 2 { review.timeline = draft.timeline }
    review.blastRadius = Folding.folded(mark(review.blastRadius, .fact), by: \.text)
    if judge.fault(review.cause) == nil {
      score.supported += 1
    } else {
      score.dropped += 1
      review.cause = draft.cause
    }
    review.factors = Folding.folded(mark(review.factors, .fact), by: \.text)
      .filter { !Folding.areAlike($0.text, review.cause.statement.text) }
    let gaps = settledGaps(review.gaps, &score)
    let tests = keep(review.tests, judge.fault).filter { $0.closes.map { gaps.places[$0] != nil } ?? true }
      .map {
        test in
        var test = test
        test.closes = test.closes.flatMap { gaps.places[$0] }
        return test
      }
    review.gaps = gaps.kept
    review.tests = Folding.folded(tests) { "\($0.kind.text) \($0.scope)" }
    if review.gaps.isEmpty {
      review.gaps = draft.gaps
      review.tests = draft.tests
    } else if review.tests.isEmpty {
      // The playbook's tests; those whose gap fell out close none.
      review.tests = draft.tests.map { test in
        var test = test
        let mode = test.closes.flatMap { draft.gaps.indices.contains($0) ? draft.gaps[$0].mode : nil }
        test.closes = review.gaps.firstIndex { $0.mode == mode }
        return test
      }
    }
    review.prevention = Folding.folded(mark(review.prevention, .proposal), by: \.text)
    if review.prevention.isEmpty { review.prevention = draft.prevention }
    let headline = Statement(review.headline, evidence: evidence.lines.map(\.number))
    if judge.fault(headline, .headline) != nil { review.headline = draft.headline }
    if judge.summaryFault(review.audioSummary) != nil { review.audioSummary = "" }
    return (review, score)
  }

  /// Why a summary can't be spoken, or nil. It may say nothing that the evidence doesn't have.
  package func summaryFault(_ summary: String) -> String? { judge.summaryFault(summary) }

  /// Times, figures and names in a text that the evidence doesn't have.
  package func invented(in text: String) -> [String] {
    judge.ground.invented(in: text, citing: evidence.lines.map(\.number))
  }

  /// Whether a test names a component, what to inject, and the figure it passes by.
  package func isSpecific(_ test: RecommendedTest<SanitizedText>) -> Bool {
    Words.of(test.injection.string).count >= 3 && Wording.isMeasurable(test.success.string)
      && Words.of(test.scope.string).count >= 1
  }

  /// The time as the incident's own line has it.
  private func timed(_ entry: TimelineEntry<String>) -> TimelineEntry<String> {
    guard let minute = Specifics(entry.time).clocks.first?.minute else { return entry }
    var entry = entry
    let cited = judge.ground.line(atMinute: minute, among: entry.statement.evidence)
    if let number = cited ?? judge.ground.line(atMinute: minute) {
      if cited == nil { entry.statement.evidence.insert(number, at: 0) }
      if let line = evidence[number], let moment = line.moment, let clock = line.clock,
        [moment, moment.local(in: line.zone)].contains(where: { $0.secondOfDay / 60 == minute })
      {
        entry.moment = moment
        entry.time = clock
      }
    }
    entry.statement.isSupported = true
    return entry
  }

  private func settledGaps(_ gaps: [TestingGap<String>], _ score: inout Score) -> (
    kept: [TestingGap<String>], places: [Int: Int]
  ) {
    var kept: [TestingGap<String>] = []
    var places: [Int: Int] = [:]
    for (index, gap) in gaps.enumerated() {
      var gap = gap
      if judge.fault(gap.statement, .inference) != nil {
        score.dropped += 1
        continue
      }
      // What is said around a sound gap falls away alone.
      if !judge.ground.invented(in: gap.signal, citing: gap.statement.evidence).isEmpty { gap.signal = "" }
      if !judge.ground.invented(in: gap.whyMissed, citing: gap.statement.evidence).isEmpty
        || Sentences.of(gap.whyMissed).contains(where: { judge.unsaidDeed($0) != nil })
      {
        gap.whyMissed = ""
      }
      if !judge.names(gap.component) {
        gap.component = draft.gaps.first?.component ?? facts.services.first?.string ?? ""
      }
      if let same = kept.firstIndex(where: { $0.mode == gap.mode && $0.kind == gap.kind }) {
        places[index] = same
        continue
      }
      score.supported += 1
      gap.statement.isSupported = true
      places[index] = kept.count
      kept.append(gap)
    }
    return (kept, places)
  }
}
