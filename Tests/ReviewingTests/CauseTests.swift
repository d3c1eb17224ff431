import Moments
import Testing

@testable import Reviewing

@Suite("What counts as a stated cause") struct CauseTests {
  /// A text that names its cause under no heading of that name, with what is easily taken for one around it.
  private static let tale = """
    # Ledger down: WAL filled the volume
    I was on call. This is longer than it needs to be because I wrote most of it at night.
    ## What was going on
    The connector was switched off, and deleting the connector doesn't delete its replication slot, meaning no limit for what the server keeps.
    ## Ruled out
    - disk exhaustion by backups, which was caused by a wrong retention in 2024
    ## Why no alarm
    The disk alert has matched nothing since November, because its selector names a path that is gone.
    ## Output
    Caused by: java.sql.SQLException: could not write
    ## Impact
    17 authorisations had expired in the meantime for other reasons and were wrongly blamed on us.
    """

  @Test func itIsReadWhereTheTextTellsHowItHappened() {
    let cause = Evidences.review(Self.tale).cause
    #expect(cause.isDetermined)
    #expect(cause.statement.text.contains("doesn't delete its replication slot"))
  }

  @Test func whatWentOverALimitIsACause() {
    let cause = Evidences.review(
      "# New ingress rules fail\nThe upgrade creates two more rules for each controller, this took us over a hard limit."
    ).cause
    #expect(cause.isDetermined && cause.statement.text.contains("took us over a hard limit"))
  }

  @Test(arguments: [
    "Service accounts were revoked because they were in the plan.",
    "The commit was removed from the site via a support ticket.",
    "## Ruled out\n- a full disk, which was caused by a wrong retention in 2024",
    "## Why no alarm fired\nThe alert was silent because its selector names a path that is gone.",
    "## What the tests did\nThe suite passed because the fixtures are small.",
    "Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available",
    "17 authorisations had expired for other reasons and were wrongly blamed on us.",
    "## Not the cause\nThe newsletter was due to be sent at nine, because it always is.",
    "## Things that were not it\nThe failover itself was caused by a retired machine.",
    "## Why the earlier measures did not help\nThe load test was green because its stub answers at once.",
    "## Hypotheses\nA stale read was caused by the replica.",
  ])
  func aDismissalAWatchdogOrAStackTraceIsNone(_ text: String) {
    #expect(!Evidences.review("# Ledger down\n\(text)\n").cause.isDetermined)
  }

  @Test func theComponentIsWhatTheTitleSaysBroke() {
    let text = """
      # Checkout pool exhausted behind a slow loyalty call
      ## Cause
      The root cause was the remote call to loyalty inside the database transaction.
      """
    let review = PlaybookReviewer(Evidences.playbook.playbook).review(
      Evidences.make(text),
      Evidences.facts(
        title: "Checkout pool exhausted behind a slow loyalty call", services: ["loyalty", "checkout"]))
    #expect(!review.gaps.isEmpty)
    #expect(review.gaps.allSatisfy { $0.component == "checkout" })
  }

  @Test func aHeadingThatIsATimeGivesItToTheLineBelow() throws {
    let review = Evidences.review(
      "# Ledger down\n## 03:18\nPaged for LedgerDown.\n## 03:22\nThe disk is full.\n")
    #expect(review.timeline.map(\.statement.text) == ["Paged for LedgerDown.", "The disk is full."])
    #expect(review.timeline.map(\.time) == ["03:18", "03:22"])
  }

  @Test(arguments: [("Ledger down: WAL filled the volume", "ledger"), ("Payments outage", "payments")])
  func whatIsDownIsTheComponent(_ title: String, _ component: String) {
    let review = PlaybookReviewer(Evidences.playbook.playbook).review(
      Evidences.make(
        "# \(title)\n## Cause\nThe root cause was `max_wal_size_kept`: No space left on device.\n"),
      Evidences.facts(title: title, services: []))
    #expect(!review.gaps.isEmpty)
    #expect(review.gaps.allSatisfy { $0.component == component })
  }

  @Test func aTokenThatLeakedOnTheWayIsNoGapOfTheOutage() {
    let leak = "A deploy token was leaked in the recording; the leaked token was revoked."
    let outage =
      "## Cause\nA slow call inside the transaction exhausted the connection pool."
    let modes = Evidences.review("# Checkout down\n\(outage)\n## Recording\n\(leak)\n").gaps.map(\.mode)
    #expect(modes.contains(.connectionPoolExhaustion))
    #expect(!modes.contains(.securityIncident))
    let incident = Evidences.review("# Token published\n## Cause\nThe root cause was a leak. \(leak)\n")
    #expect(incident.gaps.contains { $0.mode == .securityIncident })
  }

  @Test func aNameKeepsItsSpellingAtTheBeginningOfASentence() {
    #expect("checkout.log is from one pod".capitalizedFirst == "checkout.log is from one pod")
    #expect("order_line was locked".capitalizedFirst == "order_line was locked")
    #expect("df shows no room".capitalizedFirst == "df shows no room")
    #expect("the pool didn't grow".capitalizedFirst == "The pool didn't grow")
    #expect("".capitalizedFirst.isEmpty)
  }

  /// "Likely" is said of the detection, not of the cause.
  @Test func aHedgeElsewhereInTheSentenceDoesNotMakeTheCauseUnknown() {
    let review = Evidences.review(
      "# Outage\n## Root cause\nThe root cause was a wrong rule, and the alert being muted likely delayed detection.\n"
    )
    #expect(review.cause.isDetermined)
  }

  @Test(arguments: [
    "- 13:58 UTC Unstable changes attempted to be rolled back",
    "- 13:58 UTC rolled back the deploy of checkout",
  ])
  func whatUndoesAChangeIsNotTheLastChange(_ line: String) {
    let text =
      "# Down\n## Timeline\n\(line)\n- 14:24 UTC errors\n## Root cause\nThe root cause was a leak of connections.\n"
    let day = CivilDate(year: 2026, month: 3, day: 14)
    let started = day.map { Moment($0, secondOfDay: 51_840, precision: .minute) }
    #expect(!Evidences.review(text, started: started).cause.statement.text.contains("last change"))
  }
}
