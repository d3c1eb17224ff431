import Testing

@testable import Reviewing

/// The many ways in which people tell a cause without saying "root cause".
@Suite("How people tell a cause") struct ToldCauseTests {
  private func cause(_ text: String) -> String { Evidences.review(text).cause.statement.text }

  @Test func aConclusionCarriesWhatLeadsToIt() {
    let told = cause(
      """
      # Prices a hundred times too high
      On Monday the supplier began to send a comma where a point had been. The loader treats a comma as a thousands \
      separator and removes it. Thus the comma vanished and four euros became four hundred.
      """)
    #expect(told.contains("Thus the comma vanished"), "\(told)")
    #expect(told.contains("thousands separator"), "what it is concluded from stands before it: \(told)")
  }

  @Test func theDeepestWhyThatExplainsIsTheCause() {
    let told = cause(
      """
      # Payments refused
      ## Five whys
      1. Why were payments refused? Callers saw an old certificate.
      2. Why did they see an old one? The daemon reads its files at start-up and never again.
      3. Why did nobody notice? The check looks at the file.
      """)
    #expect(told.contains("never again"), "\(told)")
  }

  @Test func aRowThatIsLabelledDirectCauseIsTheCause() {
    let told = cause(
      """
      # Devices offline
      ## Analysis
      | Question | Answer |
      |---|---|
      | What failed? | The broker could accept no further connections. |
      | Direct cause | Each connection takes a descriptor and the process was limited to 65,536 of them. |
      | Was it known? | The default comes with the package. |
      """)
    #expect(told.contains("limited to 65,536"), "\(told)")
  }

  @Test func headingsOfWikisAreHeadings() {
    let told = cause(
      """
      h1. Telemetry late
      h2. Incident summary
      The event was triggered by a customer who connected a new fleet.
      h2. Root cause
      The choice of the account as partition key, which puts a large customer's whole traffic on one shard.
      h2. Related incidents
      Last year the stream was throttled because all shards were full.
      """)
    #expect(told.contains("partition key"), "\(told)")
  }

  @Test func aShortParagraphUnderCauseIsQuotedWhole() {
    let told = cause(
      """
      # Good customers declined
      ## Cause
      The model was trained on euros. Up to 9.2 the gateway sent 49.90. As of 9.3 it sends 4990, in cents.
      """)
    #expect(told.contains("trained on euros") && told.contains("in cents"), "\(told)")
  }

  @Test func aChatIsReadUpToWhereItSumsUp() {
    let told = cause(
      """
      # Invoices failing
      13:59 mina: NullPointerException in the formatter
      14:02 joaquin: smtp relay too, because of the retries?
      15:10 mina: writing it down for the record: the flag was switched on while nine pods were still the old build
      """)
    #expect(told.contains("flag was switched on"), "\(told)")
  }

  @Test(arguments: [
    "It was said in the thread that", "What people believed on Friday, and what is not so:",
    "We ruled out the following:",
  ])
  func aListOfWhatWasRejectedHoldsNoCause(_ lead: String) {
    let told = cause(
      """
      # Events missing
      The poller has no idea of a second page, so the rest is never asked for.
      \(lead)

      - our key had expired because nobody renewed it
      - the outage was caused by a missing partition
      """)
    #expect(told.contains("second page"), "\(told)")
  }

  @Test func anotherIncidentAndWhatLeansOnItAreNotThisOne() {
    let review = Evidences.review(
      """
      # Loss on slot 3
      Forwarding stopped at 03:41 and came back at 05:58 after a power cycle.

      A similar event occurred in March 2022. It was caused by a defective fabric module.
      """)
    #expect(!review.cause.isDetermined, "\(review.cause)")
  }

  @Test(arguments: [
    "Neither can be shown. We have to leave it open.",
    "It was resolved to close the investigation without a finding as to the cause.",
    "We have two explanations and no way to decide between them.",
    "We have not been able to establish why it began or why it stopped.",
  ])
  func whoLeavesItOpenStatesNoCause(_ verdict: String) {
    let review = Evidences.review(
      """
      # Charged twice
      The vendor thinks that the gates sent a new number because the link was poor.

      Operations think that the queue delivered twice, which was caused by a restart.

      \(verdict)
      """)
    #expect(!review.cause.isDetermined, "\(review.cause)")
  }

  @Test func whatTheRepairSpeaksOfOutweighsALoudWord() {
    let told = cause(
      """
      # Pictures billed by the million
      The bill alarm came late because it is sent once a day, by mail.

      The subscription should have been limited to the originals, so the function was called for each thumbnail.
      ## Actions
      - limit the subscription to originals
      - count the calls of the function for one thumbnail
      """)
    #expect(told.contains("limited to the originals"), "\(told)")
  }

  @Test func aQuestionAnsweredWithNoIsNoCause() {
    let told = cause(
      """
      # Orders refused
      ## Analysis
      Was the new model the root cause? No. Orders have a time-out and a fallback for it.

      The health check had been extended so that it calls each dependency, and all hosts failed it at once.
      """)
    #expect(told.contains("health check had been extended"), "\(told)")
  }

  @Test func aCauseThatNoSignalKnowsStillAsksForATest() throws {
    let review = Evidences.review(
      """
      # Strangers' sessions
      ## Cause
      The snippet skips the built-in check, so the page and the cookie of the first visitor stayed in the page cache.
      """)
    let gap = try #require(review.gaps.first)
    #expect(review.tests.contains { $0.closes == 0 }, "\(review.gaps)")
    #expect(gap.statement.evidence == review.cause.statement.evidence)
  }

  @Test func fieldsAreNeitherImpactNorFactors() {
    let review = Evidences.review(
      """
      # Packet loss
      ## Customer impact
      Start: 11/06/2024 13:26
      Reference: RFO-2024-0611
      61 customers lost 40 per cent of their packets.
      """)
    #expect(review.blastRadius.map(\.text) == ["61 customers lost 40 per cent of their packets."])
  }

  @Test func aLabelInBoldIsNoPartOfTheStatement() {
    let told = cause(
      """
      # Claims not assigned
      **Impact.** 1,876 policy holders waited for two days.

      **Root cause.** The router reads the status into a closed list; on an unknown value it throws and skips the record.
      """)
    #expect(told.hasPrefix("The router reads"), "\(told)")
  }

  @Test func aHeadingMayCarryARemark() {
    let told = cause(
      """
      OPS-7714 Order intake frozen
      Root cause (field, filled 09/02)
      --------------------------------
      The queue was created without a length limit, and it grew until the disk was full.
      """)
    #expect(told.contains("without a length limit"), "\(told)")
  }

  @Test func oneOfSeveralExplanationsIsNone() {
    let review = Evidences.review(
      """
      # Duplicate rows
      We have two explanations, and no way to decide between them.

      Explanation A (ingestion)
      The exporter writes a file twice because it retries an upload.

      Explanation B (scheduler)
      The loader was triggered by a zombie task.
      """)
    #expect(!review.cause.isDetermined, "\(review.cause)")
  }

  @Test func whatATeamWroteDownIsItsFinding() {
    let told = cause(
      """
      # Quiet proxies
      The alert was late because the graph has a delay.

      In the review nobody said anything bad. We wrote down: the table's limit was lost with the new image.
      """)
    #expect(told.contains("lost with the new image"), "\(told)")
  }

  @Test func germanHeadingsAndReasonsAreRead() {
    let told = cause(
      """
      # Doppelte Buchungen
      ## Was wir zuerst vermutet haben
      Den Umzug der Datenbank, weil im Log eine Warnung stand.
      ## Ursachenanalyse
      Der Start war in Ortszeit eingetragen, und in der Nacht der Zeitumstellung gibt es 02:30 Uhr zweimal.
      ## Warum wurde es nicht bemerkt?
      Die Satzzahl wird nicht verglichen.
      """)
    #expect(told.contains("Ortszeit"), "\(told)")
  }
}
