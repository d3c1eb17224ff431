import Condensing
import Moments
import Testing

@testable import Reviewing

@Suite("The playbook as a reviewer") struct PlaybookReviewerTests {
  private static let pool = """
    # Checkout down
    ## Timeline
    - 13:58 UTC Deployed checkout 2.32
    - 14:24 UTC errors: HikariPool-1 - Connection is not available, request timed out after 30000ms
    - 14:41 UTC Rolled back
    ## Root cause
    The loyalty call ran inside the database transaction, so a slow loyalty exhausted the connection pool.
    ## What we ruled out
    We first suspected DNS; DNS was ruled out.
    ## Action items
    - Add a load test for an expired certificate
    """

  @Test func takesTheCauseFromTheLineThatStatesIt() {
    let review = Evidences.review(Self.pool)
    #expect(review.cause.isDetermined)
    #expect(review.cause.statement.text.hasPrefix("The loyalty call ran inside the database transaction"))
    #expect(review.cause.statement.evidence.first == 7)
  }

  @Test func tiesTheCauseToTheChangeBeforeTheFirstFault() {
    #expect(
      Evidences.review(Self.pool).cause.statement.text.contains(
        "The last change before the first fault, at 13:58 UTC: Deployed checkout 2.32."))
  }

  @Test func recommendsTheTestThatWouldHaveCaughtIt() throws {
    let review = Evidences.review(Self.pool)
    #expect(review.gaps.contains { $0.mode == .connectionPoolExhaustion && $0.kind == .load })
    let test = try #require(review.tests.first { $0.kind == .load })
    #expect(test.success.contains { $0.isNumber })
    let closes = try #require(test.closes)
    #expect(review.gaps.indices.contains(closes))
  }

  @Test func whatWasRuledOutOrPromisedIsNoGap() {
    let modes = Set(Evidences.review(Self.pool).gaps.map(\.mode))
    #expect(!modes.contains(.dnsFailure))
    #expect(!modes.contains(.certificateExpiry))
  }

  @Test func everyCitationNamesALineThatExists() {
    let evidence = Evidences.make(Self.pool)
    let review = Evidences.review(Self.pool)
    let cited =
      review.timeline.flatMap(\.statement.evidence) + review.gaps.flatMap(\.statement.evidence)
      + review.tests.flatMap(\.evidence) + review.factors.flatMap(\.evidence)
      + review.cause.statement.evidence
    #expect(!cited.isEmpty)
    #expect(cited.allSatisfy { evidence[$0] != nil })
  }

  @Test(
    arguments: [
      "## Root cause\nThe root cause is unknown; the logs were gone after the restart.",
      "## Root cause\nWe could not determine why the node rebooted.",
      "It was slow from 14:00 to 14:20 UTC. It went away.",
    ]) func saysUndeterminedWhenTheTextDoes(_ text: String)
  {
    #expect(!Evidences.review("# Outage\n" + text).cause.isDetermined)
  }

  @Test func theTimelineHasTheTimedLinesInOrder() {
    #expect(Evidences.review(Self.pool).timeline.map(\.time) == ["13:58 UTC", "14:24 UTC", "14:41 UTC"])
  }

  @Test func theSpokenSummaryNeverHasMoreThan200Words() {
    let words = AudioSummary.count(Evidences.review(Self.pool).audioSummary)
    #expect((60...200).contains(words))
  }
}
