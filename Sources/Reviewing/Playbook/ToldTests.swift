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

  /// Whether a sentence tells of a check and of what it doesn't see.
  private static func limits(_ words: [String]) -> Bool {
    limitedTests.matches(in: words) && !words.contains { wishes.contains($0) && $0 != "if" && $0 != "next" }
  }

  private static let limitedTests = PhraseTable([
    "(alert|alarm|probe|schema|canary|watchdog|monitor|monitoring|scan|scanning|suite) .. (reads|looks at|measures|checks|counts|watches|sees|covers|runs|gets) .. (not|only|just|inside|which)",
    "(alert|alarm|probe|schema|canary|watchdog|monitor|scan|test|tests|suite) (only|just) (checks|covers|tests|looks|says|measures|counts|watches|reads|runs)",
    "(watchdog|probe|alert|test|tests|suite|scan) (checks|covers|looks|measures|counts|runs|watches) (only|just)",
    "(canary|probe|test|tests|check|suite|alert|monitor|dashboard) .. (was|were|stayed|is|are) (green|silent|quiet)",
    "(have|has|is|had|s) .. (test|tests|alert|probe|check) .. but (it|they|none|not|only|the|that)",
    "(alert|alarm|test|probe) .. (went|goes|sent) to a (mailbox|channel|dashboard)",
  ])

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

  /// More gaps than these would bury the ones that matter.
  private static let most = 7

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
