/// The gaps that a text itself tells of, and the tests that close them.
extension ToldTests {
  /// Kinds that people name when they mean just these, with why such a test is left out.
  static let missedKinds: [TestKind: String] = [
    .failover: "Failovers are tried with a clean stop, if at all, and not with what makes them happen.",
    .backupRestore: "Backups are checked for being there; restoring one takes hours that nobody plans.",
    .load: "Tests run with little traffic, and load tests are left to the launch.",
    .endToEnd: "Parts are tested one by one, and the path that users take through all of them is not.",
    .canary: "A release that passed its tests goes to everybody at once.",
    .contract: "Each side tests against its own idea of the other.",
  ]

  /// Kinds of which people tell that one exists and what it leaves out, with why that stays unseen.
  static let blindKinds: [TestKind: String] = [
    .alerting: "An alert is tried once, with the failure that its author had in mind.",
    .synthetic: "A probe stands where it is easy to run, which is not where users are.",
    .configuration: "A check of the form says nothing of the value.",
    .security: "A scan looks where the last leak was.",
    .regression: "Tests are written with the data at hand.",
  ]
  static let ownModes: [TestKind: FailureMode] = [
    .alerting: .monitoringFailure, .synthetic: .monitoringFailure, .security: .securityIncident,
  ]

  /// The gap where the cause is told and no signal of the playbook knows it: nothing was run that would have shown it.
  static func unshown(_ cause: String, line: Int, _ mode: FailureMode, _ component: String) -> TestingGap<
    String
  > {
    TestingGap(
      mode: mode, kind: .regression, layer: .component, component: component,
      statement: Statement("\(unshownLead) \(component). Here: “\(cause.asSentence)”", evidence: [line]),
      signal: "result of the test that repeats this incident", whyMissed: blindKinds[.regression] ?? "")
  }

  private static let unshownLead = "No test shows this failure of"

  /// What is said of a check that was there and saw nothing.
  static func blindness(_ kind: TestKind, _ component: String) -> String {
    switch kind {
    case .alerting: "An alert exists and did not see this failure of \(component)."
    case .synthetic: "A probe exists and did not see this failure of \(component)."
    case .canary: "A canary exists and did not see this failure of \(component)."
    case .configuration: "A check of the configuration of \(component) exists and let this through."
    case .security: "A scan exists and does not look where \(component) was open."
    case .load, .stress, .soak, .spike, .capacity:
      "A load test exists and leaves out what failed here in \(component)."
    default: "Tests of \(component) exist and leave out what failed here."
    }
  }

  /// The test that such a gap asks for, or nil for gaps of another origin.
  static func test(closing index: Int, _ gap: TestingGap<String>) -> RecommendedTest<String>? {
    guard
      missedKinds[gap.kind] != nil || gap.statement.text.hasPrefix(blindness(gap.kind, gap.component))
        || gap.statement.text.hasPrefix(unshownLead)
    else {
      return nil
    }
    let component = gap.component
    let (scope, injection, success) =
      switch gap.kind {
      case .failover:
        (
          "failover of \(component)",
          "Under production load, kill the active member of \(component), then pause it for 60 s, 3 times each.",
          "Service is back within 60 s each time, with 0 requests lost and 0 handled twice."
        )
      case .backupRestore:
        (
          "restore of \(component) from its backup",
          "Restore last night’s backup of \(component) into an empty environment, by the runbook.",
          "The restore ends within 60 min, and 1,000 sampled records equal the source in 100 % of fields."
        )
      case .load:
        (
          "\(component) above its busiest hour",
          "Send 2 times the busiest hour’s requests to \(component) for 30 min, with production’s mix.",
          "The 99th percentile stays under 500 ms, and fewer than 0.1 % of requests fail."
        )
      case .canary:
        (
          "first stage of each release of \(component)",
          "Release to 1 % of traffic for 30 min and compare errors and latency with the version before.",
          "A release with 2 times the errors is stopped within 10 min, before it reaches 5 % of traffic."
        )
      case .contract:
        (
          "requests and answers between \(component) and its neighbours",
          "Replay 100 recorded requests and answers of the other side against each build of \(component).",
          "100 % are understood, and 0 builds with a mismatch are released."
        )
      case .alerting:
        (
          "alert of \(component) that stayed silent",
          "Repeat this failure of \(component) in staging for 15 min and wait for the alert that exists.",
          "It fires within 5 min, and fires 0 times in 24 h without the failure."
        )
      case .synthetic:
        (
          "probe of \(component), from where its users are",
          "Probe \(component) every minute from outside, by the names and ways that users take, and break it for 10 min.",
          "The probe fails within 2 min, and fails 0 times in 24 h of normal service."
        )
      case .configuration:
        (
          "values that \(component) may be given",
          "Feed the check 20 wrong values: another unit, a missing suffix, ten times too much, a name that doesn’t exist.",
          "20 of 20 are refused with their line and what would be right, and 0 of 20 correct ones are."
        )
      case .security:
        (
          "places that the scan of \(component) leaves out",
          "Plant 10 canary credentials in logs, artifacts and images of \(component).",
          "10 of 10 are found within 10 min of being published."
        )
      case .regression:
        (
          "the case that the tests of \(component) leave out",
          "Run the input, load or state of this incident against each build of \(component), 10 times.",
          "10 of 10 runs fail while the fault is in, and 0 of 10 once it is mended."
        )
      default:
        (
          "the path through \(component) that failed here",
          "Run the path that failed, as users take it, against each build of \(component) in an environment like production.",
          "100 % of its steps pass within 10 min, and a build that fails one is not released."
        )
      }
    return RecommendedTest(
      kind: gap.kind, scope: scope, injection: injection, success: success, closes: index,
      evidence: gap.statement.evidence)
  }
}
