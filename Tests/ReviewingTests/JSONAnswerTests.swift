import Reviewing
import Testing

@Suite("A review in JSON") struct JSONAnswerTests {
  private let text = """
    # Checkout down
    13:58 Deploy of 2.14.0 starts.
    14:24 The pool of checkout timed out.
    The lookup runs inside the transaction.
    """

  private static let whole = """
    {"headline": "Checkout failed.",
     "timeline": [{"evidence": [2], "time": "13:58", "text": "Deploy of 2.14.0 starts"}],
     "blast_radius": [{"evidence": [3], "text": "Checkout"}],
     "cause": {"status": "determined", "evidence": [4], "text": "The lookup runs inside the transaction",
               "failure_mode": "connection-pool-exhaustion", "needed": ""},
     "factors": [{"evidence": [2], "text": "The deploy"}],
     "gaps": [{"evidence": [3], "failure_mode": "connection-pool-exhaustion", "test_kind": "load", "layer": "service",
               "component": "checkout", "missing": "No load test fills the pool", "signal": "pool wait", "why_missed": "staging is idle"}],
     "prevention": [{"evidence": [4], "text": "Bound the wait"}],
     "tests": [{"gap": 1, "evidence": [3], "kind": "load", "scope": "checkout", "injection": "200 rps for 10 min", "success": "p99 below 800 ms"}],
     "audio_summary": "Checkout failed."}
    """

  private func review(_ answer: String) throws -> Review<String> {
    try JSONAnswer(Evidences.make(text), draft: Evidences.review(text)).review(answer)
  }

  @Test func everyFieldIsRead() throws {
    let review = try review(Self.whole)
    #expect(review.timeline.first?.time == "13:58")
    #expect(review.timeline.first?.statement == Statement("Deploy of 2.14.0 starts.", evidence: [2]))
    #expect(
      review.cause
        == .determined(
          Statement("The lookup runs inside the transaction.", evidence: [4]), mode: .connectionPoolExhaustion
        ))
    #expect(review.gaps.first?.kind == .load)
    #expect(review.tests.first?.closes == 0)
  }

  @Test(
    arguments: [
      "```json\n\(whole)\n```", "<think>Let me see {not this}</think>\n\(whole)",
      "\(whole)\nI hope that this helps!",
      "Here is the review:\n\(whole)\(whole)",
      whole.split(separator: "\"test_kind\": \"load\"").joined(separator: "\"test_kind\": \"Load Testing\""),
      whole.split(separator: "\"layer\": \"service\"").joined(separator: "\"layer\": \"API\""),
      whole.split(separator: "\"evidence\": [3]").joined(separator: "\"evidence\": [\"E3\"]"),
      whole.split(separator: "\"why_missed\"").joined(separator: "\"Why Missed\""),
    ])
  func driftIsRead(_ answer: String) throws {
    let review = try review(answer)
    #expect(review.gaps.first?.kind == .load)
    #expect(review.gaps.first?.statement.evidence == [3])
    #expect(review.gaps.first?.whyMissed == "staging is idle.")
  }

  @Test func aLineThatIsNotThereIsNotCited() throws {
    let answer = Self.whole.split(separator: "[4]").joined(separator: "[4, 99, -1, 0]")
    #expect(try review(answer).cause.statement.evidence == [4])
  }

  @Test(
    arguments: [
      String(whole.prefix(whole.count / 2)), "{}", "[]", "{\"gaps\": []}", "\u{0}{\"a\": \"b",
      whole.split(separator: "\"cause\"").joined(separator: "\"reason\""),
    ])
  func whatIsNoReviewIsAFailureWithAReason(_ answer: String) {
    let failure = #expect(throws: AnswerFailure.self) { try review(answer) }
    #expect(failure?.description.isEmpty == false)
  }
}
