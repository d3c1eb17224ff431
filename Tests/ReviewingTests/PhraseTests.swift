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
