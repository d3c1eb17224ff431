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
    let day = CivilDate(year: 2026, month: 3, day: 14)
    let started = day.map { Moment($0, secondOfDay: 51_840, precision: .minute) }
    #expect(
      Evidences.review(Self.pool, started: started).cause.statement.text.contains(
        "The last change before the first fault, at 13:58 UTC: Deployed checkout 2.32."))
    // Nobody knows what came before a start that isn't told.
    #expect(!Evidences.review(Self.pool).cause.statement.text.contains("last change"))
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
      "## Summary\nCheckout was down. Several pods of checkout were stuck in Terminating state on both nodes.",
      "When the system exhausts the available file watches, any attempts to add watches will fail.",
      "## Timeline\nIdentified: Users reported that checkout was no longer receiving orders.",
    ]) func saysUndeterminedWhenTheTextDoes(_ text: String)
  {
    #expect(!Evidences.review("# Outage\n" + text).cause.isDetermined)
  }

  @Test func theTimelineHasTheTimedLinesInOrder() {
    #expect(Evidences.review(Self.pool).timeline.map(\.time) == ["13:58 UTC", "14:24 UTC", "14:41 UTC"])
  }

  /// Two columns of one moment, and a day on which one clock time stands for two moments.
  @Test func theTimelineHasTimesAsTheTextTellsThem() {
    let text = """
      # Refunds paid twice
      | Berlin | UTC | |
      |---|---|---|
      | 02:30 CEST | 00:30 | run 1 was accepted by the bank |
      | 02:30 CET | 01:30 | run 2 failed the reconciliation |
      | 09:50 CET | 08:50 | a customer asks about the second payment |
      """
    let timeline = Evidences.review(text).timeline
    #expect(timeline.map(\.time) == ["02:30 CEST", "02:30 CET", "09:50 CET"])
    #expect(timeline.compactMap { $0.moment?.clock } == ["00:30", "01:30", "08:50"])
  }

  @Test func timesWithoutAZoneAreMeantInTheOneThatTheTextNames() {
    let text = """
      # Checkout down
      All times are CET.
      - 14:24 checkout failed
      - 14:41 checkout recovered
      """
    let timeline = Evidences.review(text).timeline
    #expect(timeline.map(\.time) == ["14:24 CET", "14:41 CET"])
    #expect(timeline.compactMap { $0.moment?.clock } == ["13:24", "13:41"])
  }

  @Test func aTimeWhoseZoneIsNotToldShowsNone() {
    let text = "# Checkout down\n- 14:24 checkout failed\n- 14:41 checkout recovered"
    #expect(Evidences.review(text).timeline.map(\.time) == ["14:24", "14:41"])
  }

  @Test func theTitleIsNoEvidenceForItself() {
    let review = Evidences.review(
      """
      # Connection pool exhausted in checkout
      Two deploys went out on that day.
      """, title: "Connection pool exhausted in checkout")
    #expect(!review.gaps.isEmpty)
    for gap in review.gaps { #expect(!gap.statement.text.contains("exhausted in checkout”")) }
    #expect(review.factors.allSatisfy { !$0.text.contains("exhausted in checkout") })
  }

  @Test func aFactorIsToldWithoutItsTime() {
    let review = Evidences.review(
      """
      # Checkout down
      ## Root cause
      The root cause was that the connection pool of checkout was exhausted.
      ## Contributing factors
      - 14:05 UTC: the health check restarted the pods because they were slow to answer
      """)
    #expect(
      review.factors.map(\.text).contains(
        "The health check restarted the pods because they were slow to answer."))
  }

  /// Nothing returned an error: an alert on errors would have stayed silent again.
  @Test func anAlertForLateDetectionWatchesWhatFailed() throws {
    let text = """
      # Refunds paid twice
      A customer reported a second payment at 09:50 UTC.
      ## Root cause
      The root cause was the scheduler's matching on local time at the end of daylight saving time.
      """
    let review = Evidences.review(text)
    let gap = try #require(review.gaps.first { $0.kind == .alerting })
    #expect(!gap.signal.contains("error rate"))
    #expect(gap.signal.contains("number of runs"))
  }

  @Test func theSpokenSummaryNeverHasMoreThan200Words() {
    let words = AudioSummary.count(Evidences.review(Self.pool).audioSummary)
    #expect((60...200).contains(words))
  }

  /// One sentence of a paragraph dismisses a suspicion, the next says what it was.
  @Test func aDismissedSuspicionSaysNothingAgainstTheSentenceBesideIt() {
    let review = Evidences.review(
      """
      # Checkout down
      ## Root cause
      We first suspected DNS. The root cause was that the connection pool was exhausted by a leak.
      """)
    #expect(review.cause.statement.text.hasPrefix("The root cause was that the connection pool"))
    #expect(!review.gaps.contains { $0.mode == .dnsFailure })
  }

  @Test func aGapQuotesTheSentenceThatShowsIt() throws {
    let review = Evidences.review(
      """
      # Checkout down
      ## Root cause
      This paragraph is long because its author likes to tell of how the day went and of who was called when. \
      The connection pool was exhausted.
      """)
    let gap = try #require(review.gaps.first { $0.mode == .connectionPoolExhaustion })
    #expect(gap.statement.text.contains("“The connection pool was exhausted.”"))
  }

  @Test(arguments: [
    "No failover happened.", "0 evictions in the cache.", "There was no connection pool exhausted.",
  ])
  func whatDidNotHappenIsNoGap(_ sentence: String) {
    let review = Evidences.review("# Checkout down\n\(sentence)\n")
    #expect(
      !review.gaps.contains {
        [.replicationFailure, .cacheFailure, .connectionPoolExhaustion].contains($0.mode)
      })
  }

  @Test func whomSomebodyReportedDidNotNoticeTheOutage() {
    let told = Evidences.review("# Checkout down\n14:20 a customer reported that checkout failed.\n")
    #expect(told.gaps.contains { $0.kind == .alerting })
    let charged = Evidences.review(
      "# Checkout down\n14:20 one customer, reported by ‹person 1›, was charged twice.\n")
    #expect(!charged.gaps.contains { $0.statement.text.contains("before people notice") })
  }

  @Test func aReasonOfNoFaultIsNoFactor() {
    let review = Evidences.review(
      Self.pool + "\n## Notes\nTimes are in UTC because the pager has no other zone.\n")
    #expect(!review.factors.contains { $0.text.contains("pager") })
  }

  @Test(arguments: [
    "The issue was resolved by draining the failing nodes one by one.",
    "A researcher submitted a report with details of the failing pool exhaustion.",
    "Version 1.6.1 was released with fixes for the connection pool exhaustion.",
    "4. Upgrade to the latest version because the pool exhaustion fails requests.",
    "If your requests fail because of pool exhaustion, you need to restart.",
  ]) func whatEndedItAndWhatPeopleWereToldAreNoFactors(_ line: String) {
    let review = Evidences.review(
      """
      # Checkout down

      ## Root cause

      The connection pool of checkout was exhausted because each retry opened a connection.

      ## Summary

      The deploy led to retries because a timeout was lowered to 1 s.

      \(line)

      """)
    #expect(!review.factors.contains { $0.text.contains(line.suffix(30).dropLast()) }, "\(review.factors)")
  }

  @Test func aCauseThatIsOnlySaidToBeAnotherOneIsNone() {
    let review = Evidences.review(
      """
      # All services return 503

      We had the same symptoms on June 30. However, it turned out to be another root cause than seen on June 30.

      The provider's behaviour changed, and this led to tearing down the association between load balancer and targets.

      """)
    #expect(review.cause.statement.text.contains("provider"), "\(review.cause.statement.text)")
  }
}
