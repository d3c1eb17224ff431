package import Condensing
import Moments
import Sanitizing

/// Reviews an incident without a model: it finds the playbook's signals in the evidence, reads the cause where the text
/// states it, and recommends the tests that the signals call for.
package struct PlaybookReviewer: Sendable {
  private let playbook: Playbook
  private static let mostTests = 8
  private static let mostMoments = 16

  package init(_ playbook: Playbook) {
    self.playbook = playbook
  }

  package func review(_ evidence: Evidence, _ facts: IncidentFacts) -> Review<String> {
    let narrative = Narrative(evidence, playbook)
    let finder = CauseFinder(narrative, title: facts.title.string)
    let verdict = finder.verdict
    let stated: (line: ReadLine, sentence: String)? =
      if case .stated(let line, let sentence) = verdict { (line, sentence) } else { nil }
    let causeLine = stated?.line
    let component = ComponentFinder.find(
      facts, causeLine, causeLine.flatMap { evidence[$0.number]?.text.string }, narrative)
    let sightings = Sightings(narrative, cause: stated, title: facts.title.string, playbook)
    let story = Story(narrative, facts)
    let cause = cause(verdict, sightings, story, narrative)
    let gaps = gaps(sightings, component, story, narrative, stated)
    let tests = tests(sightings, gaps, component)
    var review = Review(
      headline: story.headline, timeline: story.timeline(most: Self.mostMoments),
      blastRadius: story.blastRadius(component),
      gaps: gaps, cause: cause, factors: factors(finder, causeLine, sightings, component),
      prevention: prevention(sightings, component, narrative), tests: tests, audioSummary: "")
    review.audioSummary = AudioSummary.compose(review, facts)
    return review
  }

  private func cause(
    _ verdict: CauseFinder.Verdict, _ sightings: Sightings, _ story: Story, _ narrative: Narrative
  ) -> PrimaryCause<String> {
    switch verdict {
    case .stated(let line, let sentence):
      var evidence = [line.number]
      var text = sentence.asSentence.capitalizedFirst
      // "It was triggered by …": what "it" is stands in the line before.
      if Self.leans(sentence), let before = narrative.lines.last(where: { $0.number < line.number }),
        before.role == line.role, !before.isHeading, let lead = before.sentences.last
      {
        text = "\(lead.asSentence.capitalizedFirst) \(text)"
        evidence.append(before.number)
      }
      // The earliest change before the first fault is what the cause is tied to, where the cause doesn't name it itself.
      if let change = story.changeBeforeFault, change.number != line.number, let clock = change.clock,
        !text.contains(clock.prefix(5))
      {
        let told = TimedLine.withoutTime(change.plain).asSentence
        text += " The last change before the first fault, at \(clock): \(told)"
        evidence.append(change.number)
      }
      return .determined(Statement(text, evidence: evidence), mode: sightings.causeMode)
    case .unknown(let line):
      let sentence =
        line.sentences.first { CauseFinder.saysUnknown($0) } ?? line.sentences.first {
          CauseFinder.hedged($0)
        }
        ?? line.plain
      return .undetermined(
        Statement("The text itself leaves the cause open: \(sentence.asSentence)", evidence: [line.number]),
        needed: sightings.needed)
    case .silent:
      var text = "No line of the evidence states why this happened."
      var evidence: [Int] = []
      if let strongest = sightings.ranked.first {
        text +=
          " The strongest sign is \(playbook.signals[strongest.signal].title.loweredFirst), which tells what failed but not why."
        evidence = strongest.evidence
      }
      return .undetermined(Statement(text, evidence: evidence), needed: sightings.needed)
    }
  }

  private static func leans(_ sentence: String) -> Bool {
    ["it", "this", "that", "they", "these"].contains(Words.of(sentence).first ?? "")
  }

  private func gaps(
    _ sightings: Sightings, _ component: String, _ story: Story, _ narrative: Narrative,
    _ stated: (line: ReadLine, sentence: String)?
  ) -> [TestingGap<String>] {
    var gaps = sightings.ranked.map { sighting -> TestingGap<String> in
      let signal = playbook.signals[sighting.signal]
      var text = signal.gap.filled(component)
      if let quote = sighting.quote { text += " Here: “\(quote)”" }
      return TestingGap(
        mode: signal.mode, kind: signal.tests[0].kind, layer: signal.layer, component: component,
        statement: Statement(text, evidence: sighting.evidence),
        signal: signal.observed.filled(component).loweredFirst,
        whyMissed: signal.missed.filled(component))
    }
    if let alarm = sightings.falseAlarm, gaps.count < Sightings.most {
      let said = alarm.sentences.max { $0.utf8.count < $1.utf8.count } ?? alarm.plain
      gaps.append(
        TestingGap(
          mode: .monitoringFailure, kind: .alerting, layer: .production, component: component,
          statement: Statement(
            "No test feeds the detection with the harmless event that it took for an attack. Here: “\(said)”",
            evidence: [alarm.number]), signal: "alarms that turned out to be harmless, by rule",
          whyMissed: "Detections are tried with attacks, never with the everyday changes that look like one.")
      )
    }
    let watched =
      "an alert on \(watched(sightings, component) ?? "\(component)’s own error rate and latency")"
    gaps = ToldTests(narrative).told(
      of: gaps, component: component, mode: sightings.causeMode, signal: watched)
    if gaps.isEmpty, let stated, let mode = sightings.causeMode {
      gaps.append(ToldTests.unshown(stated.sentence, line: stated.line.number, mode, component))
    }
    if let late = story.lateDetection, !gaps.contains(where: { $0.kind == .alerting }) {
      gaps.append(
        TestingGap(
          mode: .monitoringFailure, kind: .alerting, layer: .production, component: component,
          statement: Statement(late.text, evidence: late.evidence),
          signal: watched,
          whyMissed:
            "No test breaks \(component) on purpose and checks that its alert fires before users notice."))
    }
    return gaps
  }

  private func tests(_ sightings: Sightings, _ gaps: [TestingGap<String>], _ component: String)
    -> [RecommendedTest<String>]
  {
    var tests: [RecommendedTest<String>] = []
    var seen: Set<String> = []
    for (index, sighting) in sightings.ranked.enumerated() {
      let signal = playbook.signals[sighting.signal]
      // All that the leading signal calls for, and the most telling of the others.
      for test in signal.tests.prefix(index == 0 ? 3 : index == 1 ? 2 : 1) {
        let scope = test.scope.filled(component)
        guard seen.insert("\(test.kind) \(scope.lowercased())").inserted else { continue }
        tests.append(
          RecommendedTest(
            kind: test.kind, scope: scope, injection: test.injection.filled(component),
            success: test.success.filled(component),
            closes: index, evidence: sighting.evidence))
      }
    }
    for index in gaps.indices.dropFirst(sightings.ranked.count) {
      guard let test = ToldTests.test(closing: index, gaps[index]) else { continue }
      tests.append(test)
    }
    let closed = Set(tests.compactMap(\.closes))
    let own = gaps.indices.dropFirst(sightings.ranked.count).first {
      gaps[$0].mode == .monitoringFailure && gaps[$0].kind == .alerting && !closed.contains($0)
    }
    if let index = own, let alarm = sightings.falseAlarm,
      gaps[index].statement.evidence.contains(alarm.number)
    {
      tests += Self.falseAlarmTests(closing: index, evidence: gaps[index].statement.evidence)
    } else if let index = own {
      // What an alert is tried with must happen to something that runs.
      let running = sightings.ranked.first.flatMap { sighting in
        playbook.signals[sighting.signal].tests.first { $0.kind.disturbs }
      }
      tests.append(
        RecommendedTest(
          kind: .alerting,
          scope: "alert on \(watched(sightings, component) ?? "\(component)’s availability")",
          injection: running?.injection.filled(component)
            ?? "Make \(component) fail in staging for 10 min as it did here.",
          success: "A page reaches the on-call engineer within 5 min, before a user reports it.",
          closes: index,
          evidence: gaps[index].statement.evidence))
    }
    return Array(tests.prefix(Self.mostTests))
  }

  /// A detection must see the attack and stay silent otherwise, and people must be quick to tell which it was.
  private static func falseAlarmTests(closing gap: Int, evidence: [Int]) -> [RecommendedTest<String>] {
    [
      RecommendedTest(
        kind: .alerting, scope: "detection that raised the alarm",
        injection:
          "Replay the harmless event 10 times and an attack of the same shape once against the detection in staging.",
        success: "The attack pages within 5 min; the harmless event raises 0 pages.", closes: gap,
        evidence: evidence),
      RecommendedTest(
        kind: .runbook, scope: "triage of a suspected compromise",
        injection: "Give the people on call this alarm as a drill, without telling them what was behind it.",
        success: "They tell it from an attack within 60 min by the runbook’s steps, with 0 steps missing.",
        closes: gap, evidence: evidence),
    ]
  }

  /// What shows the leading failure: an alert for late detection watches that.
  private func watched(_ sightings: Sightings, _ component: String) -> String? {
    guard let leading = sightings.ranked.first.map({ playbook.signals[$0.signal] }) else { return nil }
    let observed = leading.observed.filled(component).loweredFirst
    return Words.of(observed).contains(where: Self.records.contains) ? nil : observed
  }

  /// What one looks up afterwards; an alert watches what moves.
  private static let records: Set<String> = [
    "inventory", "decision", "revision", "version", "versions", "last", "diff",
  ]

  private func factors(_ finder: CauseFinder, _ cause: ReadLine?, _ sightings: Sightings, _ component: String)
    -> [Statement<String>]
  {
    var factors: [Statement<String>] = []
    var used: Set<Int> = Set(cause.map { [$0.number] } ?? [])
    // Ignorance and health contributed nothing.
    for line in finder.lines where CauseFinder.saysNothing(line.words) { used.insert(line.number) }
    // What the authors themselves list comes first.
    let listed = finder.lines.filter {
      $0.role == .factors && !$0.isHeading && !$0.isAside && $0.words.count >= 4
    }
    func told(_ text: String, _ line: ReadLine) -> Statement<String> {
      let text = line.moment == nil ? text : TimedLine.withoutTime(text)
      return Statement(text.asSentence.capitalizedFirst, evidence: [line.number])
    }
    for line in listed.prefix(4) where used.insert(line.number).inserted {
      factors.append(told(line.plain, line))
    }
    for (line, weight) in finder.ranked.prefix(12) where weight >= 4.5 && !line.isAside && factors.count < 3 {
      // "Times are UTC because …" states a reason too; a factor speaks of a fault or stands where causes are told.
      guard [.cause, .factors, .summary].contains(line.role) || !line.signals.isEmpty,
        ![.impact, .followUp, .safeguards, .detection].contains(line.role), CauseFinder.isCircumstance(line),
        !Story.isFact(line),
        used.insert(line.number).inserted
      else { continue }
      let serious = line.told.filter { !$0.isAside && Words.of($0.text).count >= 4 }.prefix(2)
      if !serious.isEmpty { factors.append(told(serious.map(\.text).joined(separator: " "), line)) }
    }
    for sighting in sightings.ranked.dropFirst(cause == nil ? 0 : 1).prefix(3) where factors.count < 4 {
      guard let quote = sighting.quote, sighting.evidence.allSatisfy({ used.insert($0).inserted }) else {
        continue
      }
      let title = playbook.signals[sighting.signal].title
      factors.append(Statement("\(title.capitalizedFirst): “\(quote)”", evidence: sighting.evidence))
    }
    return factors
  }

  private func prevention(_ sightings: Sightings, _ component: String, _ narrative: Narrative) -> [Statement<
    String
  >] {
    var steps = sightings.ranked.prefix(3).map { sighting in
      let signal = playbook.signals[sighting.signal]
      return Statement(
        "\(signal.prevention.filled(component)) Alert: \(signal.alert.filled(component)).",
        evidence: sighting.evidence)
    }
    let promised = narrative.lines.filter { $0.role == .followUp && !$0.isHeading && $0.words.count >= 4 }
    for line in promised.filter({
      $0.words.contains { word in Self.verifying.contains { word.hasPrefix($0) } }
    }).prefix(3) {
      steps.append(
        Statement("Promised by the team, to be verified: \(line.plain.asSentence)", evidence: [line.number]))
    }
    return steps
  }

  private static let verifying = [
    "test", "alert", "monitor", "alarm", "load", "canary", "rehears", "drill", "chaos", "probe", "runbook",
  ]
}

extension String {
  func filled(_ component: String) -> String {
    split(separator: "{component}", omittingEmptySubsequences: false).joined(separator: component)
      .capitalizedFirst
  }

  var loweredFirst: String {
    guard let first, dropFirst().first.map({ $0.isLowercase || $0 == " " }) ?? false else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension CauseFinder {
  static func saysUnknown(_ sentence: String) -> Bool {
    [
      "unknown", "unclear", "undetermined", "not know", "don't know", "don’t know", "didn't know",
      "not determine",
      "not identif", "could not", "couldn't", "no root cause", "nobody knows", "unexplained", "tbd",
    ].contains {
      sentence.lowercased().contains($0)
    }
  }
}
