import Testing

@testable import Reviewing

@Suite("What a cause's own words say of its nature") struct CauseModeTests {
  @Test(arguments: [
    (
      "All keys were written in the same minute, so they all expire together; we had lost our jitter.",
      FailureMode.cacheFailure
    ),
    ("A typo in the code kept the old puzzle in use.", .badDeploy),
    ("The namespace label was missing, so the agent refused the pods.", .configurationError),
    ("The new chart passed an argument that was not known to any agent.", .versionIncompatibility),
    ("The command was run against the wrong cluster by mistake.", .humanError),
    ("The signing certificates had expired.", .certificateExpiry),
    ("The job matches on local wall time, and that hour came twice.", .clockError),
    ("Three layers retry without any backoff.", .retryStorm),
    ("An accidental execution of a Kubernetes command deleted all nodes that were pending.", .humanError),
    ("The bot was restricted due to its usage of the message endpoint.", .quotaLimit),
  ])
  func itIsReadWithoutASignal(_ sentence: String, _ mode: FailureMode) {
    let natures = CauseMode.natures(of: Words.of(sentence))
    #expect(natures.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key == mode)
  }

  @Test func whatWasTakenForAnAttackIsAFaultOfWhatWatches() {
    let review = Evidences.review(
      """
      # Suspected compromise of an account
      The alert turned out to be a false positive.
      ## Root cause
      A login of our own integration from a new address was reported as that of an attacker.
      """)
    guard case .determined(_, let mode) = review.cause else {
      Issue.record("no cause was found")
      return
    }
    #expect(mode == .monitoringFailure)
    let gap = review.gaps.firstIndex { $0.statement.text.contains("took for an attack") }
    let closing = review.tests.filter { $0.closes == gap }
    #expect(gap != nil && closing.map(\.kind) == [.alerting, .runbook])
  }

  @Test func nothingIsReadIntoWordsThatNameNoFault() {
    #expect(CauseMode.natures(of: Words.of("The meeting was moved to Tuesday.")).isEmpty)
  }

  /// The pool is what the cause names; the certificate is told of at more length and further up.
  @Test func theCauseDecidesNotWhatIsToldLoudest() {
    let review = Evidences.review(
      """
      # Checkout down
      ## Summary
      The certificate expired warning of an unrelated staging host was seen: x509: certificate has expired.
      ## Root cause
      The root cause was a connection leak: the connection pool was exhausted after an hour.
      """)
    guard case .determined(_, let mode) = review.cause else {
      Issue.record("no cause was found")
      return
    }
    #expect(mode == .connectionPoolExhaustion)
    #expect(review.gaps.first?.mode == .connectionPoolExhaustion)
  }
}
