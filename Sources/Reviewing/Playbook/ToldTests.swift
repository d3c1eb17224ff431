/// What a text itself says of tests and alerts: which there were, and which were missing.
struct ToldTests {
  struct Sentence {
    let line: Int
    let text: String
    /// Nil where the text only speaks of tests.
    let kind: TestKind?
  }

  /// What stands before the quotation of each.
  static let missingLead = "The text itself says"
  static let existingLead = "Of such tests the text says"

  /// "There is no alert on the time that requests wait for a connection."
  let missing: [Sentence]
  /// "There's a soak job in staging, 2,000 pictures an hour."
  let existing: [Sentence]
  /// "Our alert on expiry reads the secret, not what is served."
  let limited: [Sentence]

  init(_ narrative: Narrative) {
    var missing: [Sentence] = []
    var existing: [Sentence] = []
    var limited: [Sentence] = []
    for line in narrative.lines
    where !line.isLog && !line.isHeading && ![.followUp, .aside].contains(line.role) {
      for sentence in line.told where !sentence.isAside && sentence.text.count > 16 {
        let words = Words.of(sentence.text)
        if Self.missingAlerts.matches(in: words) {
          missing.append(Sentence(line: line.number, text: sentence.text, kind: .alerting))
        } else if Self.missingTests.matches(in: words) {
          missing.append(Sentence(line: line.number, text: sentence.text, kind: Self.kind(in: words)))
        } else if Self.limits(words) {
          limited.append(Sentence(line: line.number, text: sentence.text, kind: Self.kind(in: words)))
        } else if let kind = Self.kind(in: words), !words.contains(where: Negation.has),
          Self.existingTests.matches(in: words),
          !words.contains(where: Self.wishes.contains)
        {
          existing.append(Sentence(line: line.number, text: sentence.text, kind: kind))
        }
      }
    }
    self.missing = missing
    self.existing = existing
    self.limited = limited
  }

  /// Adds to each gap what the text says of such a test.
  ///
  /// - Parameters:
  ///   - signal: what an alert that the text misses would watch.
  ///   - mode: the cause's, which a test that the text misses would have shown.
  func told(of gaps: [TestingGap<String>], component: String, mode: FailureMode?, signal: String)
    -> [TestingGap<String>]
  {
    var gaps = gaps
    var told: Set<Int> = []
    for sentence in missing {
      let open = gaps.indices.filter { !told.contains($0) }
      let index =
        open.first { gap in
          sentence.kind.map { !Self.general.contains($0) && Self.areAlike($0, gaps[gap].kind) } ?? false
        }
        ?? (sentence.kind.map { $0 == .alerting || Self.missedKinds[$0] != nil } ?? false
          ? nil : open.first { gaps[$0].kind != .alerting })
      if let index {
        told.insert(index)
        gaps[index].statement = Self.adding(Self.missingLead, sentence, to: gaps[index].statement)
      } else if let kind = sentence.kind, let missed = Self.missedKinds[kind],
        let mode = mode ?? gaps.first?.mode
      {
        told.insert(gaps.count)
        gaps.append(
          TestingGap(
            mode: mode, kind: kind, layer: .system, component: component,
            statement: Self.adding(
              Self.missingLead, sentence,
              to: Statement("No \(kind.text) test of \(component) could show this.", evidence: [])),
            signal: "result and date of the last \(kind.text) test", whyMissed: missed))
      } else if sentence.kind == .alerting, !gaps.contains(where: { $0.kind == .alerting }) {
        told.insert(gaps.count)
        gaps.append(
          TestingGap(
            mode: .monitoringFailure, kind: .alerting, layer: .production, component: component,
            statement: Self.adding(
              Self.missingLead, sentence,
              to: Statement("No alert on \(component) was tested with this failure.", evidence: [])),
            signal: signal,
            whyMissed:
              "No test breaks \(component) on purpose and checks that an alert fires before users notice."))
      }
    }
    for sentence in limited {
      let open = gaps.indices.first { index in
        !told.contains(index) && (sentence.kind.map { Self.areAlike($0, gaps[index].kind) } ?? false)
      }
      if let index = open {
        told.insert(index)
        gaps[index].statement = Self.adding(
          Self.missingLead, sentence,
          to: Statement(Self.blindness(sentence.kind ?? gaps[index].kind, component), evidence: [])
        )
      } else if let kind = sentence.kind, let missed = Self.missedKinds[kind] ?? Self.blindKinds[kind],
        let mode = mode ?? gaps.first?.mode ?? Self.ownModes[kind], gaps.count < Self.most,
        !gaps.contains(where: { Self.areAlike($0.kind, kind) })
      {
        told.insert(gaps.count)
        gaps.append(
          TestingGap(
            mode: Self.ownModes[kind] ?? mode, kind: kind,
            layer: kind == .configuration ? .component : .production,
            component: component,
            statement: Self.adding(
              Self.missingLead, sentence, to: Statement(Self.blindness(kind, component), evidence: [])),
            signal: "result of the last \(kind.text) test of \(component)", whyMissed: missed))
      }
    }
    for index in gaps.indices where !told.contains(index) {
      guard let one = existing.first(where: { Self.concerns($0, gaps[index]) }) else { continue }
      gaps[index].statement = Self.adding(Self.existingLead, one, to: gaps[index].statement)
    }
    return gaps
  }

  /// Kinds that people name when they mean just these, with why such a test is left out.
  private static let missedKinds: [TestKind: String] = [
    .failover: "Failovers are tried with a clean stop, if at all, and not with what makes them happen.",
    .backupRestore: "Backups are checked for being there; restoring one takes hours that nobody plans.",
    .load: "Tests run with little traffic, and load tests are left to the launch.",
    .endToEnd: "Parts are tested one by one, and the path that users take through all of them is not.",
    .canary: "A release that passed its tests goes to everybody at once.",
    .contract: "Each side tests against its own idea of the other.",
  ]

  /// Kinds of which people tell that one exists and what it leaves out, with why that stays unseen.
  private static let blindKinds: [TestKind: String] = [
    .alerting: "An alert is tried once, with the failure that its author had in mind.",
    .synthetic: "A probe stands where it is easy to run, which is not where users are.",
    .configuration: "A check of the form says nothing of the value.",
    .security: "A scan looks where the last leak was.",
    .regression: "Tests are written with the data at hand.",
  ]
  private static let ownModes: [TestKind: FailureMode] = [
    .alerting: .monitoringFailure, .synthetic: .monitoringFailure, .security: .securityIncident,
  ]
  private static let most = 7

  /// What is said of a check that was there and saw nothing.
  private static func blindness(_ kind: TestKind, _ component: String) -> String {
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

  /// Whether a sentence tells of a check and of what it doesn't see.
  private static func limits(_ words: [String]) -> Bool {
    guard limitedTests.matches(in: words),
      !words.contains(where: wishes.subtracting(["if", "next"]).contains)
    else {
      return false
    }
    return true
  }

  private static let limitedTests = PhraseTable([
    "(alert|alarm|probe|schema|canary|watchdog|monitor|monitoring|scan|scanning|suite) .. (reads|looks at|measures|checks|counts|watches|sees|covers|runs|gets) .. (not|only|just|inside|which)",
    "(alert|alarm|probe|schema|canary|watchdog|monitor|scan|test|tests|suite) (only|just) (checks|covers|tests|looks|says|measures|counts|watches|reads|runs)",
    "(watchdog|probe|alert|test|tests|suite|scan) (checks|covers|looks|measures|counts|runs|watches) (only|just)",
    "(canary|probe|test|tests|check|suite|alert|monitor|dashboard) .. (was|were|stayed|is|are) (green|silent|quiet)",
    "(have|has|is|had|s) .. (test|tests|alert|probe|check) .. but (it|they|none|not|only|the|that)",
    "(alert|alarm|test|probe) .. (went|goes|sent) to a (mailbox|channel|dashboard)",
  ])

  /// The test that such a gap asks for, or nil for gaps of another origin.
  static func test(closing index: Int, _ gap: TestingGap<String>) -> RecommendedTest<String>? {
    guard missedKinds[gap.kind] != nil || gap.statement.text.hasPrefix(blindness(gap.kind, gap.component))
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

  /// A test of the gap's kind; an alert only where it speaks of the same thing, for each thing has its own.
  private static func concerns(_ sentence: Sentence, _ gap: TestingGap<String>) -> Bool {
    guard let kind = sentence.kind, areAlike(kind, gap.kind) else { return false }
    guard alarms.contains(kind) else { return true }
    let component = Set(Words.of(gap.component))
    let about = Set(Words.of("\(gap.signal) \(gap.mode.text)").filter { $0.count > 3 }.compactMap(Stem.of))
    return Words.of(sentence.text).contains { word in
      !component.contains(word) && Stem.of(word).map { about.contains($0) } ?? false
    }
  }

  /// In place of the sentence that only shows the failure.
  private static func adding(_ lead: String, _ sentence: Sentence, to statement: Statement<String>)
    -> Statement<String>
  {
    let told = statement.text.withoutQuote
    return Statement(
      "\(told) \(lead): “\(sentence.text.shortened(to: 200))”",
      evidence: [sentence.line] + statement.evidence.filter { $0 != sentence.line })
  }

  /// Kinds that people name one way: a soak test is a load test that takes long.
  private static func areAlike(_ left: TestKind, _ right: TestKind) -> Bool {
    left == right || loads.contains(left) && loads.contains(right)
      || alarms.contains(left) && alarms.contains(right)
      || restores.contains(left) && restores.contains(right)
  }

  /// Kinds that people name when they mean their tests as a whole.
  private static let general: Set<TestKind> = [.unit, .integration, .endToEnd]
  private static let loads: Set<TestKind> = [.load, .stress, .soak, .spike, .capacity]
  private static let alarms: Set<TestKind> = [.alerting, .synthetic]
  private static let restores: Set<TestKind> = [.backupRestore, .disasterRecovery]

  /// The kind of test that a sentence names.
  private static func kind(in words: [String]) -> TestKind? {
    for (index, word) in words.enumerated() {
      if let kind = kinds[word] { return kind }
      // "unit tests", "load test": the word before tells which.
      if word.hasPrefix("test"), index > 0, let kind = TestKind(loosely: words[index - 1]) { return kind }
      // "e2e tests", "end to end tests", "never tested failover", "the restore had never been rehearsed".
      if word == "e2e" || word == "end" && words[index...].starts(with: ["end", "to", "end"]) {
        return .endToEnd
      }
    }
    if words.contains("failover") { return .failover }
    return words.contains { ["restore", "restores", "restoring"].contains($0) } ? .backupRestore : nil
  }

  private static let kinds: [String: TestKind] = [
    "soak": .soak, "probe": .synthetic, "probes": .synthetic, "alert": .alerting, "alerts": .alerting,
    "alarm": .alerting, "watchdog": .alerting, "monitor": .alerting, "monitoring": .alerting,
    "schema": .configuration,
    "scan": .security, "scanning": .security, "drill": .runbook, "drills": .runbook, "rehearsal": .runbook,
    "canary": .canary,
  ]

  /// A test that would have been is none.
  private static let wishes: Set<String> = [
    "would", "should", "will", "could", "promised", "promise", "planned", "plan", "want", "wanted",
    "proposed", "next", "ticket",
    "if",
  ]

  private static let missingTests = PhraseTable([
    "(no|without a|without any) (test|tests|testing|drill|rehearsal|suite)",
    "(no|without) (load|unit|integration|end to end|e2e|regression|contract|stress|soak|smoke|chaos|failover|restore|automated) (test|tests|testing|drill|coverage)",
    "(none|neither|nothing) of .. (test|tests) (covers|covered|runs|ran|sees|saw|exercises|tries|tried)",
    "(not|never|n t|nor) (been tested|tested|exercised|rehearsed|load tested|been rehearsed|been exercised|been tried)",
    "(not|never|n t) covered by .. (test|tests)",
    "(lack|lacks|lacked|lacking|missing|insufficient|inadequate) (test|tests|testing|coverage)",
    "(lack|lacks|lacked|lacking|missing|insufficient|inadequate) (load|unit|integration|end to end|automated) (test|tests|testing)",
    "nobody (tested|rehearsed|exercised)", "untested",
    "(nobody|no one) .. ever (tested|rehearsed|exercised|restored|tried)",
    "(a|one) (test|tests|check|probe) .. would have (shown|caught|found|seen|told|stopped)",
    "nothing validates",
    "(nothing|nobody) (checks|validates|tests|verifies)",
    "(test|tests|suite|suites|staging) (did|does|do|could|can|would) (not|n t) (cover|catch|see|run|exercise|detect|find|reach|include|show|reproduce)",
    "(test|tests|suite|staging) (never|no longer) (cover*|catch*|see*|saw|run*|ran|exercise*|detect*|reach*|include*|use*)",
    "not .. caught by .. (test|tests|suite)",
    "not .. (caught|identified|found|seen|detected) in (test|testing|staging)",
  ])

  private static let missingAlerts = PhraseTable([
    "(no|without an|without any) (alert|alerts|alerting|alarm|alarms|monitor|monitoring|probe)",
    "(not|never|n t) (alerted on|monitored|alerted)",
    "(not|never|n t) (get|got|receive|received|have|had) (alert|alerts|an alert|any alert|any alerts|a page)",
    "(lack|lacks|lacked|lacking|missing|insufficient|inadequate) (alert|alerts|alerting|monitoring|alarms)",
    "did not fire and could not",
    "(alert|alarm|monitoring) (did|does|could) (not|n t) (fire|catch|see|cover|detect|notice|trigger)",
  ])

  private static let existingTests = PhraseTable([
    "(test|tests|suite|job|drill|probe|alert|alarm) (has|have|had|exists|existed|works|worked|passes|passed|runs|ran|fired|uses|used|fix|fixes|is|was|are|were)",
    "(is|was|are|were|s|had|have|has|run|runs|ran) (a|an|one|the|our|two|three) .. (test|tests|suite|job|drill|probe|alert|alarm)",
  ])
}

extension String {
  /// Whole words of the beginning, with an ellipsis where something was cut off.
  ///
  /// - Parameter length: in characters, the ellipsis included.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let cut = prefix(length - 1)
    return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
  }
}
