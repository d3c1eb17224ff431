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
  private let ground: Ground
  private let draft: Review<String>
  /// Writes a clock time with the zone that the incident's text gives.
  private let story: Story

  /// - Parameter draft: the playbook's review, which is read off the evidence and takes the place of what falls out.
  package init(_ evidence: Evidence, _ facts: IncidentFacts, draft: Review<String>) {
    self.evidence = evidence
    self.facts = facts
    self.draft = draft
    ground = Ground(evidence, facts)
    story = Story(Narrative(evidence, Playbook.empty), facts)
  }

  /// Everything that a repair should mend, in the review's order.
  package func findings(_ review: Review<String>) -> [Finding] {
    var findings: [Finding] = []
    func check(_ place: String, _ statement: Statement<String>, _ kind: StatementKind) {
      if let fault = fault(statement, kind) {
        findings.append(Finding(place: place, text: statement.text, reason: fault.reason))
      }
    }
    for (index, entry) in review.timeline.enumerated() {
      if let reason = fault(entry) {
        findings.append(
          Finding(
            place: "timeline \(index + 1)", text: entry.time + " " + entry.statement.text, reason: reason))
      }
    }
    for (index, claim) in review.blastRadius.enumerated() { check("blast_radius \(index + 1)", claim, .fact) }
    if let reason = fault(review.cause) {
      findings.append(Finding(place: "cause", text: review.cause.statement.text, reason: reason))
    }
    for (index, claim) in review.factors.enumerated() { check("factor \(index + 1)", claim, .fact) }
    for (index, gap) in review.gaps.enumerated() {
      if let reason = fault(gap) {
        findings.append(Finding(place: "gap \(index + 1)", text: gap.statement.text, reason: reason))
      }
    }
    for (index, step) in review.prevention.enumerated() { check("prevention \(index + 1)", step, .proposal) }
    for (index, test) in review.tests.enumerated() {
      if let reason = fault(test) {
        findings.append(
          Finding(place: "test \(index + 1)", text: "\(test.scope) \(test.success)", reason: reason))
      }
    }
    if let reason = summaryFault(review.audioSummary) {
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
    func mark(_ statements: [Statement<String>], _ kind: StatementKind) -> [Statement<String>] {
      statements.compactMap { statement in
        guard let fault = fault(statement, kind) else {
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
    review.timeline = Folding.folded(keep(review.timeline, fault).map(timed)) {
      "\($0.time) \($0.statement.text)"
    }
    .sorted {
      ($0.moment?.seconds ?? .max, $0.statement.evidence.first ?? 0)
        < ($1.moment?.seconds ?? .max, $1.statement.evidence.first ?? 0)
    }
    if review.timeline.count < 2 { review.timeline = draft.timeline }
    review.blastRadius = Folding.folded(mark(review.blastRadius, .fact), by: \.text)
    if fault(review.cause) == nil {
      score.supported += 1
    } else {
      score.dropped += 1
      review.cause = draft.cause
    }
    review.factors = Folding.folded(mark(review.factors, .fact), by: \.text)
      .filter { !Folding.areAlike($0.text, review.cause.statement.text) }
    let gaps = settledGaps(review.gaps, &score)
    let tests = keep(review.tests, fault).filter { $0.closes.map { gaps.places[$0] != nil } ?? true }.map {
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
      // The playbook's tests, as far as they close a gap that is still there.
      review.tests = draft.tests.map { test in
        var test = test
        let mode = test.closes.flatMap { draft.gaps.indices.contains($0) ? draft.gaps[$0].mode : nil }
        test.closes = review.gaps.firstIndex { $0.mode == mode } ?? 0
        return test
      }
    }
    review.prevention = Folding.folded(mark(review.prevention, .proposal), by: \.text)
    if review.prevention.isEmpty { review.prevention = draft.prevention }
    let headline = Statement(review.headline, evidence: evidence.lines.map(\.number))
    if fault(headline, .headline) != nil { review.headline = draft.headline }
    if summaryFault(review.audioSummary) != nil { review.audioSummary = "" }
    return (review, score)
  }

  /// Why a summary can't be spoken, or nil. It may say nothing that the evidence doesn't have.
  package func summaryFault(_ summary: String) -> String? {
    let count = AudioSummary.count(summary)
    guard AudioSummary.words.contains(count) else {
      return "has \(count) words; 150 to 200 words of plain prose are needed"
    }
    if summary.contains("##") || summary.contains("**") || summary.contains("\n- ") || summary.contains("[E")
    {
      return "has markup or a list; plain prose is needed"
    }
    let invented = ground.invented(in: summary, citing: evidence.lines.map(\.number))
    guard invented.isEmpty else { return Self.says(invented) }
    for sentence in Sentences.of(summary) {
      if let word = unsaidDeed(sentence) {
        return "says '\(word)' of something that the evidence doesn't say it of"
      }
      // A gap is the review's own inference: that a test is missing stands in no line.
      if Words.of(sentence).contains(where: { $0.hasPrefix("test") }) { continue }
      if isDenied(sentence, by: ground.sentences) { return "says that “\(sentence)”; the evidence denies it" }
    }
    return nil
  }

  /// Whether the sentence says that something was, and what comes nearest to it says that it was not, or the other way
  /// round.
  private func isDenied(_ sentence: String, by said: [Ground.Sentence]) -> Bool {
    let spoken = Words.of(sentence)
    let words = Set(spoken.compactMap(Stem.of))
    guard words.count >= 2 else { return false }
    let likeness = said.map { said in
      words.count { word in said.words.contains { Folding.areSameWord($0, word) } }
    }
    guard let most = likeness.max(), most * 2 >= words.count else { return false }
    let nearest = said.indices.filter { likeness[$0] == most }
    let isNegated = spoken.contains(where: Negation.has)
    return nearest.allSatisfy { said[$0].isNegated != isNegated }
  }

  /// Times, figures and names in a text that the evidence doesn't have.
  package func invented(in text: String) -> [String] {
    ground.invented(in: text, citing: evidence.lines.map(\.number))
  }

  /// Whether a test names a component, what to inject, and the figure it passes by.
  package func isSpecific(_ test: RecommendedTest<SanitizedText>) -> Bool {
    Words.of(test.injection.string).count >= 3 && Wording.isMeasurable(test.success.string)
      && Words.of(test.scope.string).count >= 1
  }

  private enum StatementKind {
    /// Says what was: a moment, a cause, a factor, damage.
    case fact
    /// Says what was missing: an inference from what was.
    case inference
    /// Says what should be done.
    case proposal
    case headline
  }

  private func fault(_ statement: Statement<String>, _ kind: StatementKind) -> Fault? {
    guard !statement.evidence.isEmpty else {
      return Fault("cites no line of the evidence", canBeMarked: true)
    }
    if let phrase = Wording.emptyPhrase(in: statement.text) {
      return Fault("says nothing that can be done: '\(phrase)'")
    }
    let invented = ground.invented(in: statement.text, citing: statement.evidence)
    guard invented.isEmpty else { return Fault(Self.says(invented)) }
    guard kind != .proposal else { return nil }
    let share: Double
    switch kind {
    case .fact: share = 0.5
    case .inference, .headline: share = 0.3
    case .proposal: share = 0
    }
    let words = Set(Words.of(statement.text).compactMap(Stem.of))
    let cited = ground.sentences(in: statement.evidence)
    let said = cited.reduce(into: Set<String>()) { $0.formUnion($1.words) }
    let common = words.filter { word in said.contains { Folding.areSameWord($0, word) } }
    if Double(common.count) < Double(words.count) * share {
      return Fault("the lines it cites don't speak of this", canBeMarked: true)
    }
    guard kind == .fact || kind == .headline else { return nil }
    for sentence in Sentences.of(statement.text) {
      if let word = unsaidDeed(sentence) {
        return Fault("no line says '\(word)' of this")
      }
    }
    if kind == .fact {
      let isNegated = Words.of(statement.text).contains(where: Negation.has)
      if isNegated, !cited.contains(where: \.isNegated) {
        return Fault("denies something that the lines it cites don't deny")
      }
      if !isNegated, Sentences.of(statement.text).contains(where: { isDenied($0, by: cited) }) {
        return Fault("says that something was, where the lines it cites say that it was not")
      }
    }
    return nil
  }

  private func fault(_ entry: TimelineEntry<String>) -> String? {
    if let fault = fault(entry.statement, .fact) { return fault.reason }
    guard let minute = Specifics(entry.time).clocks.first?.minute else {
      return entry.time.contains(where: \.isNumber) && entry.moment == nil
        ? "its time '\(entry.time)' is not a clock time" : "has no time"
    }
    guard ground.line(atMinute: minute) != nil else { return "no line has the time \(entry.time)" }
    return nil
  }

  /// The time as the incident's own line has it.
  private func timed(_ entry: TimelineEntry<String>) -> TimelineEntry<String> {
    guard let minute = Specifics(entry.time).clocks.first?.minute else { return entry }
    var entry = entry
    let cited = ground.line(atMinute: minute, among: entry.statement.evidence)
    if let number = cited ?? ground.line(atMinute: minute) {
      if cited == nil { entry.statement.evidence.insert(number, at: 0) }
      if let moment = evidence[number]?.moment, moment.secondOfDay / 60 == minute {
        entry.moment = moment
        entry.time = story.clock(moment)
      }
    }
    entry.statement.isSupported = true
    return entry
  }

  private func fault(_ cause: PrimaryCause<String>) -> String? {
    let statement = cause.statement
    switch cause {
    case .determined:
      if let hedge = Wording.hedge(in: statement.text) {
        let cited = statement.evidence.compactMap { evidence[$0]?.text.string.lowercased() }
        if !cited.contains(where: { $0.contains(hedge) }) {
          return
            "hedges ('\(hedge)'): name exactly one cause, or say undetermined and what would be needed to tell"
        }
      }
      return fault(statement, .fact)?.reason
    case .undetermined(_, let needed):
      guard Words.of(needed).count >= 4 else { return "doesn't say what would be needed to determine it" }
      return ground.invented(in: statement.text, citing: statement.evidence).isEmpty
        ? nil : Self.says(ground.invented(in: statement.text, citing: statement.evidence))
    }
  }

  private func fault(_ gap: TestingGap<String>) -> String? {
    if let fault = fault(gap.statement, .inference) { return fault.reason }
    let rest = "\(gap.component) \(gap.signal) \(gap.whyMissed)"
    let invented = ground.invented(in: rest, citing: gap.statement.evidence)
    guard invented.isEmpty else { return Self.says(invented) }
    for sentence in Sentences.of(gap.whyMissed) {
      if let word = unsaidDeed(sentence) { return "no line says '\(word)' of this" }
    }
    return nil
  }

  private func settledGaps(_ gaps: [TestingGap<String>], _ score: inout Score) -> (
    kept: [TestingGap<String>], places: [Int: Int]
  ) {
    var kept: [TestingGap<String>] = []
    var places: [Int: Int] = [:]
    for (index, gap) in gaps.enumerated() {
      var gap = gap
      if fault(gap.statement, .inference) != nil {
        score.dropped += 1
        continue
      }
      // What is said around a sound gap falls away alone.
      if !ground.invented(in: gap.signal, citing: gap.statement.evidence).isEmpty { gap.signal = "" }
      if !ground.invented(in: gap.whyMissed, citing: gap.statement.evidence).isEmpty
        || Sentences.of(gap.whyMissed).contains(where: { unsaidDeed($0) != nil })
      {
        gap.whyMissed = ""
      }
      if !names(gap.component) {
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

  private func fault(_ test: RecommendedTest<String>) -> String? {
    if let phrase = Wording.emptyPhrase(in: "\(test.scope). \(test.injection)") {
      return "says nothing that can be done: '\(phrase)'"
    }
    guard names(test.scope) else { return "its scope names no component of this incident" }
    guard Words.of(test.injection).count >= 3 else { return "doesn't say what to inject or load" }
    guard Wording.isMeasurable(test.success) else { return "its success criterion has no number with a unit" }
    let names = Specifics(test.scope).names.map(\.shown)
    let invented = ground.invented(in: names.joined(separator: " "), citing: [])
    return invented.isEmpty ? nil : Self.says(invented)
  }

  /// Whether a text names something that the incident is about.
  private func names(_ text: String) -> Bool {
    Words.of(text).compactMap(Stem.of).contains { !Wording.isGeneral($0) && ground.knows($0) }
  }

  /// A deed (skipped, fixed, deleted, …) that a sentence tells of and that no sentence of the evidence tells of the
  /// same thing.
  private func unsaidDeed(_ sentence: String) -> String? {
    let spoken = Words.of(sentence)
    for word in spoken {
      guard let deed = Deed(word) else { continue }
      let all = Set(spoken.filter { Deed($0) == nil }.compactMap(Stem.of))
      let named = all.filter { !Wording.isGeneral($0) }
      // "The unit test suite was skipped" names nothing but general things: then they are what it is about.
      let about = named.isEmpty ? all : named
      guard !about.isEmpty else { continue }
      let isSaid = ground.sentences.contains { said in
        guard said.words.contains(where: { Deed($0) == deed }) else { return false }
        let common = about.filter { word in said.words.contains { Folding.areSameWord($0, word) } }
        return common.count * 2 >= min(about.count, 6)
      }
      if !isSaid { return word }
    }
    return nil
  }

  private static func says(_ invented: [String]) -> String {
    "says \(invented.prefix(4).map { "'\($0)'" }.joined(separator: ", ")), which no line of the evidence has"
  }
}

/// Why a statement doesn't stand.
private struct Fault {
  let reason: String
  /// It may stay on the page with a mark: it is weak, not wrong.
  let canBeMarked: Bool

  init(_ reason: String, canBeMarked: Bool = false) {
    self.reason = reason
    self.canBeMarked = canBeMarked
  }
}
