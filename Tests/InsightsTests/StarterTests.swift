import Bytes
import ChildProcess
import Foundation
import Insights
import Moments
import Reviewing
import Sanitizing
import Testing

/// The tools' own checkers run where they are installed: node for k6's JavaScript, promtool for rules.
@Suite("Files to begin a test with") struct StarterTests {
  private func plan(_ kind: TestKind, _ mode: FailureMode, injection: String, success: String) -> TestPlan
    .Item?
  {
    var sanitizer = Sanitizer(RuleBook.make().book)
    func clean(_ text: String) -> SanitizedText { sanitizer.clean(text) }
    let gap = TestingGap(
      mode: mode, kind: kind, layer: .service, component: clean("checkout"),
      statement: Statement(clean("No test does this."), evidence: [1]), signal: clean("pool wait"),
      whyMissed: clean("It is idle."))
    let test = RecommendedTest(
      kind: kind, scope: clean("checkout & its \"pool\""), injection: clean(injection),
      success: clean(success),
      closes: 0, evidence: [1])
    let source = GapSource(
      slug: Slug("2026-03-14-checkout"), title: clean("Checkout: pool 'gone'\nand more"),
      services: [clean("checkout")],
      started: nil, minutes: 45, gaps: [IncidentGap(gap, of: Slug("a"))], tests: [IncidentTest(test)])
    return TestPlan([source], GapIndex([source], GapLedger([]))).items.first
  }

  private func starter(_ kind: TestKind, _ mode: FailureMode = .connectionPoolExhaustion) throws -> Starter {
    let item = try #require(
      plan(
        kind, mode, injection: "200 requests per second for 20 min, 3 s latency on loyalty",
        success: "p95 below 800 ms and an error rate below 0.5 %"))
    return try #require(Starter(item))
  }

  private func run(_ program: String, _ arguments: [String], on bytes: [UInt8], ending: String) throws -> (
    Int32, String
  )? {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "starter-\(UUID().uuidString)\(ending)")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let finished = try ChildProcess.run("/usr/bin/env", [program] + arguments + [path.path])
    return finished.code == 127 ? nil : (finished.code, finished.outputText + finished.errorText)
  }

  @Test(arguments: [TestKind.load, .stress, .soak, .spike, .capacity])
  func loadKindsAreScriptsThatJavaScriptReads(_ kind: TestKind) throws {
    let starter = try starter(kind)
    let text = String(decoding: starter.bytes, as: UTF8.self)
    #expect(starter.tool == .k6 && starter.name.hasSuffix(".js"))
    #expect(text.contains("Asked for by 2026-03-14-checkout"))
    #expect(text.contains("http_req_failed: ['rate<0.005']"))
    #expect(text.contains("http_req_duration: ['p(95)<800']"))
    if let (code, said) = try run("node", ["--check"], on: starter.bytes, ending: ".mjs") {
      #expect(code == 0, "\(said)")
    }
  }

  @Test func theRateAndTheLengthAreTheTestsOwn() throws {
    let text = String(decoding: try starter(.load).bytes, as: UTF8.self)
    #expect(text.contains("{ target: 200, duration: '20m' }"))
  }

  @Test(arguments: [
    FailureMode.orchestrationFailure, .hardwareFailure, .replicationFailure, .dataLoss, .memoryExhaustion,
    .cpuSaturation,
    .diskExhaustion, .handleExhaustion, .dnsFailure, .clockError, .certificateExpiry, .networkFailure,
    .loadBalancingFailure, .dependencyOutage, .cascadingFailure, .connectionPoolExhaustion, .databaseLock,
  ])
  func chaosKindsAreManifests(_ mode: FailureMode) throws {
    let starter = try starter(.chaos, mode)
    let text = String(decoding: starter.bytes, as: UTF8.self)
    #expect(starter.tool == .chaosMesh)
    let kinds = ["NetworkChaos", "PodChaos", "StressChaos", "IOChaos", "DNSChaos", "TimeChaos"]
    #expect(kinds.contains { text.contains("\nkind: \($0)\n") })
    #expect(text.contains("\nspec:\n  "))
    #expect(text.contains("  duration: \"20m\""))
  }

  @Test(arguments: [FailureMode.humanError, .dataCorruption, .monitoringFailure, .schemaMigration])
  func whatNoToolShowsHasNoFile(_ mode: FailureMode) throws {
    for kind in [TestKind.chaos, .alerting] {
      let item = try #require(plan(kind, mode, injection: "a wrong value", success: "0 failures"))
      #expect(Starter(item) == nil)
    }
  }

  @Test(arguments: [
    FailureMode.connectionPoolExhaustion, .memoryExhaustion, .cpuSaturation, .diskExhaustion,
    .handleExhaustion,
    .certificateExpiry, .dnsFailure, .queueBacklog, .messageLoss, .cacheFailure, .databaseLock,
    .replicationFailure,
    .clockError, .scheduledJobFailure, .orchestrationFailure, .quotaLimit, .dependencyOutage, .badDeploy,
  ])
  func alertingKindsAreRulesThatPromtoolAccepts(_ mode: FailureMode) throws {
    let starter = try starter(.alerting, mode)
    #expect(starter.tool == .prometheus)
    if let (code, said) = try run("promtool", ["check", "rules"], on: starter.bytes, ending: ".yaml") {
      #expect(code == 0, "\(said)\n\(String(decoding: starter.bytes, as: UTF8.self))")
    }
  }

  @Test func otherKindsHaveNoFile() throws {
    let item = try #require(plan(.unit, .badDeploy, injection: "a wrong value", success: "0 failures"))
    #expect(Starter(item) == nil)
  }
}
