import Condensing
import Sanitizing

/// Holds one statement against the evidence; says why it doesn't stand, or nothing.
struct Judge {
  let ground: Ground
  private let evidence: Evidence

  init(_ evidence: Evidence, _ facts: IncidentFacts) {
    self.evidence = evidence
    ground = Ground(evidence, facts)
  }

  enum StatementKind {
    /// Says what was: a moment, a cause, a factor, damage.
    case fact
    /// Says what was missing: an inference from what was.
    case inference
    /// Says what should be done.
    case proposal
    case headline
  }

  func fault(_ statement: Statement<String>, _ kind: StatementKind) -> Fault? {
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

  func fault(_ entry: TimelineEntry<String>) -> String? {
    if let fault = fault(entry.statement, .fact) { return fault.reason }
    guard let minute = Specifics(entry.time).clocks.first?.minute else {
      return entry.time.contains(where: \.isNumber) && entry.moment == nil
        ? "its time '\(entry.time)' is not a clock time" : "has no time"
    }
    guard ground.line(atMinute: minute) != nil else { return "no line has the time \(entry.time)" }
    return nil
  }

  func fault(_ cause: PrimaryCause<String>) -> String? {
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

  func fault(_ gap: TestingGap<String>) -> String? {
    if let fault = fault(gap.statement, .inference) { return fault.reason }
    let rest = "\(gap.component) \(gap.signal) \(gap.whyMissed)"
    let invented = ground.invented(in: rest, citing: gap.statement.evidence)
    guard invented.isEmpty else { return Self.says(invented) }
    for sentence in Sentences.of(gap.whyMissed) {
      if let word = unsaidDeed(sentence) { return "no line says '\(word)' of this" }
    }
    return nil
  }

  func fault(_ test: RecommendedTest<String>) -> String? {
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

  /// Why a summary can't be spoken, or nil. It may say nothing that the evidence doesn't have.
  func summaryFault(_ summary: String) -> String? {
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

  /// Whether a text names something that the incident is about.
  func names(_ text: String) -> Bool {
    Words.of(text).compactMap(Stem.of).contains { !Wording.isGeneral($0) && ground.knows($0) }
  }

  /// A deed (skipped, fixed, deleted, …) that a sentence tells of and that no sentence of the evidence tells of the
  /// same thing.
  func unsaidDeed(_ sentence: String) -> String? {
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
struct Fault {
  let reason: String
  /// It may stay on the page with a mark: it is weak, not wrong.
  let canBeMarked: Bool

  init(_ reason: String, canBeMarked: Bool = false) {
    self.reason = reason
    self.canBeMarked = canBeMarked
  }
}
