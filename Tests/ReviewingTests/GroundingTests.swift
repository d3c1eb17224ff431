import Condensing
import Reviewing
import Sanitizing
import Testing

/// The pool exhaustion of checkout, in the words of the engineers who mended it.
private let incident = """
  # Checkout down after the deploy of orders-service 2.14.0
  Release 2.14.0 added a lookup of loyalty points to the checkout path. The lookup calls loyalty-api from inside the transaction. The HTTP client was created with the default read timeout of 30 seconds.
  Hikari settings were unchanged: maximumPoolSize=10, connectionTimeout=30000.
  The change went through code review and the unit test suite; loyalty-api was mocked with a stub that answers at once. The staging load test was skipped because the staging database was being migrated that week.
  ## Timeline
  13:58 Deploy of 2.14.0 starts.
  14:22 loyalty-api starts to answer slowly (p50 2.8 s, p99 over 20 s).
  14:24 First "HikariPool-1 - Connection is not available, request timed out after 30000ms".
  14:41 maximumPoolSize raised to 30. Errors drop to 55%, then climb back to 80% within four minutes.
  15:04 Rollback to 2.13.2 complete.
  15:09 Error rate back to 0.1%.
  ## Impact
  21,400 checkout attempts failed; 6,900 customers did not come back the same day.
  There was no alert on hikaricp_connections_pending.
  """

@Suite("A review is held to the evidence") struct GroundingTests {
  private let evidence = Evidences.make(incident)
  private let draft: Review<String>
  private let grounding: Grounding

  init() {
    draft = Evidences.review(incident)
    grounding = Grounding(evidence, Evidences.facts(services: ["orders-service"]), draft: draft)
  }

  /// The number of the line that holds this text.
  private func line(_ text: String) -> Int {
    evidence.lines.first { $0.text.string.contains(text) }?.number ?? 0
  }

  private func reasons(cause text: String, citing lines: [Int]) -> [String] {
    var review = draft
    review.cause = .determined(Statement(text, evidence: lines), mode: .connectionPoolExhaustion)
    return grounding.findings(review).filter { $0.place == "cause" }.map(\.reason)
  }

  @Test func theCauseThatTheTextGivesStands() {
    #expect(
      reasons(
        cause: "The lookup calls loyalty-api from inside the transaction with a read timeout of 30 s.",
        citing: [line("calls loyalty-api")]
      ).isEmpty)
  }

  @Test(
    arguments: [
      ("The unit test suite was skipped before the release.", "unit test suite", "skipped"),
      ("Raising maximumPoolSize to 30 fixed the errors.", "maximumPoolSize raised", "fixed"),
      ("The lookup calls loyalty-api with a read timeout of 60 seconds.", "calls loyalty-api", "60 seconds"),
      ("Kafka-consumer lag stopped the lookup of loyalty points.", "calls loyalty-api", "Kafka-consumer"),
      ("At 14:55 the lookup of loyalty points calls loyalty-api.", "calls loyalty-api", "14:55"),
      ("The lookup in loyalty-api 2.15.0 calls inside the transaction.", "calls loyalty-api", "2.15.0"),
      ("The lookup of loyalty points did not call the transaction.", "calls loyalty-api", "denies"),
      ("The lookup of loyalty points was likely the reason.", "calls loyalty-api", "hedges"),
      ("There was an alert on hikaricp_connections_pending.", "hikaricp_connections_pending", "was not"),
      ("The disk of the reporting host was full.", "calls loyalty-api", "don't speak of this"),
    ])
  func whatNoLineSaysIsNamed(_ cause: String, _ cited: String, _ reason: String) {
    let found = reasons(cause: cause, citing: [line(cited)])
    #expect(found.contains { $0.contains(reason) }, "\(found)")
  }

  @Test func aCauseWithoutALineIsNamed() {
    #expect(reasons(cause: "The lookup calls loyalty-api inside the transaction.", citing: []).count == 1)
  }

  @Test(
    arguments: [
      "Checkout was down for 45 minutes.", "14,500 more attempts failed than customers stayed away.",
      "Between the first error and the rollback lay 40 minutes.", "21400 checkout attempts failed.",
    ])
  func arithmeticFromTheEvidenceIsNoInvention(_ text: String) {
    var review = draft
    review.blastRadius = [Statement(text, evidence: [line("21,400")])]
    let found = grounding.findings(review).filter {
      $0.place.hasPrefix("blast") && $0.reason.contains("which no line")
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func whatStillDoesNotHoldFallsOutOfTimelineAndCause() {
    var review = draft
    review.cause = .determined(
      Statement("The unit test suite was skipped.", evidence: [line("unit test suite")]), mode: nil)
    review.timeline = [
      TimelineEntry(
        time: "13:58", moment: nil,
        statement: Statement("Deploy of 2.14.0 starts.", evidence: [line("13:58")])),
      TimelineEntry(
        time: "14:24", moment: nil,
        statement: Statement("First connection not available.", evidence: [line("14:24")])),
      TimelineEntry(
        time: "14:59", moment: nil,
        statement: Statement("Deploy of 2.14.0 starts.", evidence: [line("13:58")])),
    ]
    let (settled, score) = grounding.settled(review)
    #expect(
      settled.timeline.map(\.statement.text) == [
        "Deploy of 2.14.0 starts.", "First connection not available.",
      ])
    #expect(settled.cause == draft.cause)
    #expect(score.dropped >= 2)
  }

  @Test(
    arguments: [
      ("checkout", "Add more tests", "p99 below 800 ms for 10 min", "nothing that can be done"),
      ("checkout", "3 s latency on loyalty-api for 10 min", "it works fast", "no number with a unit"),
      ("the login page", "3 s latency on loyalty-api for 10 min", "p99 below 800 ms", "no component"),
      ("checkout", "slowly", "p99 below 800 ms", "what to inject"),
    ])
  func aTestThatNobodyCouldRunIsNamed(
    _ scope: String, _ injection: String, _ success: String, _ reason: String
  ) {
    var review = draft
    review.tests = [
      RecommendedTest(
        kind: .load, scope: scope, injection: injection, success: success, closes: 0, evidence: [1])
    ]
    let found = grounding.findings(review).filter { $0.place == "test 1" }.map(\.reason)
    #expect(found.contains { $0.contains(reason) }, "\(found)")
    #expect(!grounding.settled(review).review.tests.contains { $0.injection == injection })
  }

  @Test func aTestThatCanBeRunStands() {
    var review = draft
    review.tests = [
      RecommendedTest(
        kind: .load, scope: "checkout and its connection pool",
        injection: "3 s latency on loyalty-api for 10 min",
        success: "p99 below 800 ms and 0 pool time-outs", closes: 0, evidence: [1])
    ]
    #expect(!grounding.findings(review).contains { $0.place == "test 1" })
  }

  @Test func theSameTestTwiceIsOne() {
    var review = draft
    let test = RecommendedTest(
      kind: .load, scope: "checkout and its connection pool",
      injection: "3 s latency on loyalty-api for 10 min",
      success: "p99 below 800 ms", closes: 0, evidence: [1])
    review.tests = [test, test]
    #expect(grounding.settled(review).review.tests.count == 1)
  }

  @Test func thePlaybooksOwnReviewHoldsUp() {
    let found = grounding.findings(draft).filter { $0.place == "cause" || $0.place.hasPrefix("timeline") }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func aSummaryThatInventsAFigureIsNotSpoken() {
    let filler = Array(repeating: "the lookup calls loyalty-api inside the transaction", count: 25).joined(
      separator: " ")
    #expect(grounding.summaryFault(filler) == nil)
    #expect(grounding.summaryFault(filler + " for 77 hours") != nil)
    #expect(grounding.summaryFault("Too short.") != nil)
  }
}
