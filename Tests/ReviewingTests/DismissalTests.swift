import Testing

@testable import Reviewing

/// What is loud, early or unexplained in a text, and isn't the cause.
@Suite("What a text says it was not") struct DismissalTests {
  @Test func aLoudErrorThatWasUnrelatedIsNeitherCauseNorGap() {
    let review = Evidences.review(
      """
      # Couriers could not accept jobs
      ## What happened
      The dashboards were red with java.lang.OutOfMemoryError: Java heap space from report-builder. It turned out that \
      report-builder had been throwing this error for eleven days and shares nothing with dispatch-api. It was unrelated.

      The real problem was quieter. At 11:06 UTC a network policy was applied to the namespace. It left out the feature \
      flag service.
      ## Timeline
      - 11:14 UTC on-call looks at the OutOfMemoryError of report-builder
      """)
    #expect(review.cause.statement.text.hasPrefix("At 11:06 UTC a network policy was applied"))
    #expect(!review.gaps.contains { $0.mode == .memoryExhaustion }, "\(review.gaps)")
    #expect(review.gaps.contains { $0.statement.text.contains("is allowed") })
  }

  @Test(arguments: [
    "The source of the charge is still unknown at this time.",
    "We don't know. Memory, descriptors and certificates were all normal. We suspected a bad NIC at first.",
  ])
  func whatNobodyKnowsIsNoCause(_ sentence: String) {
    let review = Evidences.review("# Odd resets\n## Cause\n\(sentence)\n")
    #expect(!review.cause.isDetermined)
    #expect(review.cause.statement.text.contains(sentence.prefix(13)))
    #expect(review.factors.isEmpty)
  }

  @Test func howItWasFoundIsNoCause() {
    let review = Evidences.review(
      """
      # Addresses swapped
      **Description.** The migration joined the staging table without an ORDER BY, so that customers got the address of \
      someone else.

      **How it was found.** The warehouse called because parcels carried names that didn't fit the doorbells.
      """)
    #expect(review.cause.statement.text.contains("without an ORDER BY"), "\(review.cause)")
  }

  @Test func whyItTookLongIsNoCause() {
    let review = Evidences.review(
      """
      # Dashboards instead of pages
      A change inadvertently caused requests for /api to be answered by the dashboard. The change took effect later than \
      expected due to an unintended upgrade.
      """)
    #expect(review.cause.statement.text.contains("inadvertently caused requests"), "\(review.cause)")
  }

  @Test func inAChatWhoOwnsUpStatesTheCause() {
    let review = Evidences.review(
      """
      # Search slow
      09:12 lead: search is super slow, anyone else?
      09:22 dev: that was me :( the debounce got lost when I moved the input to the new component
      09:27 dev: rolling back
      """)
    #expect(review.cause.statement.text.contains("debounce got lost"), "\(review.cause)")
  }

  @Test func anAlertBeforeTheReportIsNoGap() {
    let told =
      "# Scrapes fail\n## Timeline\n10:21 UTC We received a lot of alerts\n10:28 UTC A user reported the same issue\n"
    #expect(!Evidences.review(told).gaps.contains { $0.kind == .alerting })
    let silent = told.replacing("10:21 UTC We received a lot of alerts\n", with: "")
    #expect(Evidences.review(silent).gaps.contains { $0.kind == .alerting })
  }

  @Test(arguments: [
    ("The restore took 5 h; it had never been rehearsed with this database.", TestKind.backupRestore),
    ("We had never tested failover with a paused process, only with a killed one.", .failover),
  ])
  func aTestThatTheTextMissesIsAGapWithItsTest(_ sentence: String, _ kind: TestKind) throws {
    let review = Evidences.review(
      """
      # Checkout down
      At 14:24 UTC the connection pool of checkout was exhausted. \(sentence)
      ## Root cause
      The root cause was that the connection pool of checkout was exhausted by slow calls to loyalty.
      """)
    let index = try #require(review.gaps.firstIndex { $0.kind == kind })
    #expect(review.gaps[index].statement.text.contains(sentence))
    let test = try #require(review.tests.first { $0.closes == index })
    #expect(test.kind == kind && test.success.contains(where: \.isNumber))
  }

  /// A schema checked in CI pages nobody.
  @Test func anAlertIsTriedOnSomethingThatRuns() throws {
    let review = Evidences.review(
      """
      # Pages not found
      A user reported missing pages at 09:50 UTC.
      ## Root cause
      The root cause was a missing label in the manifest of the ingress.
      """)
    let test = try #require(review.tests.first { $0.kind == .alerting })
    #expect(!test.injection.contains("pull request"), "\(test.injection)")
  }

  @Test func aSuspicionThatTheNextSentenceDeniesIsNoGap() {
    let review = Evidences.review(
      """
      # Bookings deleted
      A customer saw an empty journal. For a moment I thought that the read replica was lagging. It was not; the replica \
      had faithfully replayed the deletes.
      ## What it was
      The purge script deletes by tenant, asks nothing and was run in the wrong window.
      """)
    #expect(review.cause.isDetermined && !review.gaps.contains { $0.mode == .replicationFailure })
  }

  /// The heading of a section says what it is about, not what happened.
  @Test func aHeadingIsNeitherEvidenceNorQuoted() {
    let review = Evidences.review(
      "# Search a day old\n## Root cause\nThe root cause was a full disk.\n### Connection pool exhaustion\nNone was seen.\n"
    )
    #expect(!review.gaps.contains { $0.mode == .connectionPoolExhaustion })
  }

  @Test(arguments: [
    ("Our alert on certificate expiry reads the secret, not what is served.", TestKind.alerting),
    ("Our probe runs inside of our network, so it stayed green.", .synthetic),
    ("The file is checked in CI, but the schema only says that it is a number.", .configuration),
    ("We have a load test for the gateway but it doesn't have the proxy in front.", .load),
  ])
  func aCheckThatSawNothingIsNotDenied(_ sentence: String, _ kind: TestKind) throws {
    let review = Evidences.review(
      """
      # Partner API unreachable
      ## Root cause
      The root cause was that the certificate had expired, because the ingress read the secret at its start only.
      ## Why nobody noticed
      \(sentence)
      """)
    let index = try #require(
      review.gaps.firstIndex { $0.statement.text.contains(sentence) }, "\(review.gaps)")
    let gap = review.gaps[index]
    // A probe is an alert of its own kind.
    #expect(gap.kind == kind || kind == .synthetic && gap.kind == .alerting)
    #expect(gap.statement.text.contains(" exist") && !gap.statement.text.hasPrefix("No "))
    #expect(review.tests.contains { $0.closes == index })
  }

  @Test func aQuestionOpensWhatAnswersIt() {
    let review = Evidences.review(
      """
      # Partner API unreachable
      Symptom: all partners got "certificate has expired".
      Impact: 63 partners had no data for 9 hours.

      Why did it expire? The ingress reads secrets at its start only, so the renewed certificate was never served.

      Who noticed? A partner, by mail.
      """)
    #expect(review.cause.statement.text.hasPrefix("The ingress reads secrets"), "\(review.cause)")
    #expect(
      review.blastRadius.allSatisfy { !$0.text.contains("Who noticed") && !$0.text.contains("Why did") })
  }

  @Test func aHeadingInCapitalsEndsTheSectionBefore() {
    let review = Evidences.review(
      "LEDGER DOWN\n\nIMPACT\n\n4,112 postings were late by three hours.\n\nWHERE IT CAME FROM\n\nIt was made by hand in 2023.\n"
    )
    #expect(review.blastRadius.map(\.text) == ["4,112 postings were late by three hours."])
  }

  @Test func aBulletAloneHeadsTheBulletsBelow() {
    let review = Evidences.review(
      "# Lists slow\n* What users saw\n  * lists took 12 s\n* Cause\n  * the look-up loads authors lazily, one query for each author\n* To do\n  * batch the loading\n"
    )
    #expect(review.cause.statement.text.contains("one query for each author"), "\(review.cause)")
  }

  @Test func whoNamesTheCauseForTheRecordIsHeard() {
    let review = Evidences.review(
      "# Seat maps empty\n[19:11] dev: oh no\n[19:24] dev: for the record: cause = warm-up wrote all keys with one TTL\n"
    )
    #expect(review.cause.statement.text.contains("one TTL"), "\(review.cause)")
  }

  @Test func aSentenceKeepsTheTimeThatItNeeds() {
    #expect(
      TimedLine.withoutTime("From Saturday 01:00 on, mail was refused.")
        == "From Saturday 01:00 on, mail was refused.")
    #expect(TimedLine.withoutTime("02:00 Uhr: Umstellung") == "Umstellung")
    #expect(Specifics("‹person 1› restarted it").quantities.isEmpty)
  }

  @Test func timesInOneParagraphAreRowsOfTheirOwn() {
    let review = Evidences.review(
      "# Debits twice\n## Times\n04:00 UTC both jobs start. 04:37 UTC both are done. 08:15 UTC first call.\n")
    #expect(review.timeline.map(\.statement.text) == ["Both jobs start.", "Both are done.", "First call."])
  }
}
