import Diagnostics
import Testing

@testable import Reviewing

@Suite("Phrases") struct PhraseTests {
  @Test(
    arguments: [
      ("pool exhausted", "the Pool exhausted itself", true), ("pool exhausted", "pool was exhausted", false),
      ("pool .. exhaust*", "pool was nearly exhausted", true),
      ("pool .. exhaust*", "pool a b c d e exhausted", false),
      ("(timed out|timeout) waiting", "it timed out waiting", true), ("oomkilled", "Reason: OOMKilled", true),
      ("x509 certificate has expired", "x509: certificate has expired", true),
      ("disk full", "disk fuller", false),
    ]) func matchWords(_ phrase: String, _ line: String, _ expected: Bool) throws
  {
    #expect(try Phrase(phrase).matches(in: Words.of(line)) == expected)
  }

  @Test(arguments: ["", ".. a", "a ..", "(a", "Big", "a-b", "(a|b)*"]) func refuseWhatIsNoPhrase(
    _ text: String
  ) {
    #expect(throws: Phrase.SyntaxError.self) { try Phrase(text) }
  }
}

@Suite("Phrases by their beginnings") struct PhraseTableTests {
  private static let texts = [
    "pool .. exhaust*", "(timed out|timeout) waiting", "no .. (alert|alarm)", "a* b", "i was",
    "(out|over) of .. memory",
  ]
  private static let words = [
    "pool", "was", "exhausted", "timed", "timeout", "out", "waiting", "no", "alert", "a", "ab", "b", "i",
    "over", "of",
    "memory", "x",
  ]

  /// The same as each phrase by itself, in any row of words.
  @Test(arguments: 0..<200) func findWhatThePhrasesFind(seed: Int) {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let line = (0..<(seed % 9)).map { _ -> String in
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.words[Int(random >> 33) % Self.words.count]
    }
    let phrases = Phrase.all(Self.texts)
    let table = PhraseTable(Self.texts)
    var visited: Set<Int> = []
    table.visit(line) { phrase, place in
      visited.insert(phrase)
      #expect(phrases[phrase].matchEnd(in: line, at: place.lowerBound) == place.upperBound)
    }
    #expect(visited == Set(phrases.indices.filter { phrases[$0].matches(in: line) }), "\(line)")
    #expect(table.matches(in: line) == !visited.isEmpty, "\(line)")
  }

  @Test func theBestOfSeveralCounts() {
    let rated = RatedPhrases([(3, ["led to"]), (6, ["root cause"]), (1, ["bug"])])
    #expect(rated.best(in: ["the", "bug", "led", "to", "it"]) == 3)
    #expect(rated.best(in: ["root", "cause", "a", "bug"]) == 6)
    #expect(rated.best(in: ["all", "is", "well"]) == nil)
  }
}

@Suite("The playbook's data") struct PlaybookDataTests {
  @Test func readsWithoutAComplaintAndHasMoreThan150Signals() {
    #expect(Evidences.playbook.diagnostics.map(\.description).isEmpty)
    #expect(Evidences.playbook.playbook.signals.count > 150)
  }

  @Test func everySuccessCriterionHasANumber() {
    let without = Evidences.playbook.playbook.signals.flatMap { signal in
      signal.tests.filter { !$0.success.contains(where: \.isNumber) }.map { "\(signal.id): \($0.success)" }
    }
    #expect(without.isEmpty)
  }
}
