/// The playbook's signals in an incident, the weightiest first.
struct Sightings {
  struct Sighting {
    let signal: Int
    let weight: Double
    /// The lines that show it, the most telling first.
    let evidence: [Int]
    /// A short piece of the most telling line.
    let quote: String?
  }

  /// More would bury the ones that matter.
  static let most = 5
  private static let mostWithoutCause = 2

  let ranked: [Sighting]
  /// The failure mode of the cause, where the text states one that the playbook knows.
  let causeMode: FailureMode?
  /// Where the text says that what looked like an attack was none.
  let falseAlarm: ReadLine?
  private let playbook: Playbook

  /// - Parameters:
  ///   - cause: the line that states the cause, and what of it the review says.
  ///   - title: the incident's.
  init(
    _ narrative: Narrative, cause: (line: ReadLine, sentence: String)?, title: String, _ playbook: Playbook
  ) {
    self.playbook = playbook
    let stated = cause.map { playbook.matches(in: Words.of($0.sentence)) } ?? []
    let inSentence = Dictionary(uniqueKeysWithValues: stated.map { ($0.signal, $0.length) })
    var lines: [Int: [(line: ReadLine, weight: Double)]] = [:]
    for line in narrative.lines where !line.isAside {
      for (signal, length) in line.signals {
        var weight = Self.weight(line.role) * (1 + 0.25 * Double(length))
        if line.number == cause?.line.number { weight += inSentence[signal] != nil ? 8 : 4 }
        // People, missing alerts and a token that leaked on the way are in every incident; they lead only where nothing
        // technical does, or where the cause says so.
        switch playbook.signals[signal].mode {
        case .humanError, .monitoringFailure: weight *= 0.35
        case .securityIncident where line.number != cause?.line.number && line.role != .summary:
          weight *= 0.35
        default: break
        }
        lines[signal, default: []].append((line, weight))
      }
    }
    let named = Words.of(title)
    var found: [Sighting] = []
    let denied = narrative.lines.first { line in
      !line.isLog && Self.falseAlarms.matches(in: line.words)
    }
    // "Suspected compromise" above a cause that is none.
    let isSuspicion =
      Self.suspicions.matches(in: named)
      && cause.map { CauseMode.natures(of: Words.of($0.sentence))[.securityIncident] == nil } ?? false
    falseAlarm = denied ?? (isSuspicion ? cause?.line : nil)
    for (signal, sightings) in lines {
      if falseAlarm != nil, playbook.signals[signal].mode == .securityIncident { continue }
      let sorted = sightings.sorted { ($1.weight, $0.line.number) < ($0.weight, $1.line.number) }
      // The second and third line confirm; the tenth adds nothing.
      let weight = sorted.prefix(4).enumerated().reduce(0.0) {
        $0 + $1.element.weight / Double($1.offset + 1)
      }
      found.append(
        Sighting(
          signal: signal, weight: weight, evidence: sorted.prefix(4).map(\.line.number),
          // The title stands above already.
          quote: sorted.first { $0.line.words != named }.flatMap { Self.quote($0.line, of: signal) }))
    }
    let sorted = found.sorted { ($1.weight, $0.signal) < ($0.weight, $1.signal) }
    // Faint echoes of words aren't sightings.
    let strongest = sorted.first?.weight ?? 0
    let strong = sorted.filter { $0.weight >= max(1.2, strongest * 0.42) }
    let mode = Self.mode(
      of: cause?.sentence, title, inSentence, strong, playbook, isFalseAlarm: falseAlarm != nil)
    // The cause's own mode leads, however faintly the rest of the text speaks of it.
    let leading = sorted.filter { playbook.signals[$0.signal].mode == mode && $0.weight >= 1.2 }
    let others = strong.filter { sighting in
      let own = playbook.signals[sighting.signal].mode
      // An attack is told as one; a word of it elsewhere is none.
      return own != mode && (own != .securityIncident || sighting.weight >= strongest * 0.75)
    }
    // Without a cause more than the strongest signs would be guesses.
    let most = cause == nil ? Self.mostWithoutCause : Self.most
    ranked = Array(Self.distinct(leading + others, playbook).prefix(most))
    causeMode = mode
  }

  /// What the cause's own words say, then what the text as a whole does.
  private static func mode(
    of sentence: String?, _ title: String, _ signals: [Int: Int], _ sightings: [Sighting],
    _ playbook: Playbook, isFalseAlarm: Bool
  ) -> FailureMode? {
    var scores: [FailureMode: Double] = [:]
    if let sentence { scores = CauseMode.natures(of: Words.of(sentence)) }
    for (mode, worth) in CauseMode.natures(of: Words.of(title)) { scores[mode, default: 0] += worth * 0.4 }
    // In order, so that the sums are the same ones each time.
    for (signal, length) in signals.sorted(by: { $0.key < $1.key }) {
      let mode = playbook.signals[signal].mode
      scores[mode, default: 0] += (2 + min(2, Double(length) * 0.4)) * (isSlip(mode) ? 0.4 : 1)
    }
    let strongest = sightings.first?.weight ?? 1
    var counted: Set<FailureMode> = []
    for sighting in sightings {
      let mode = playbook.signals[sighting.signal].mode
      guard counted.insert(mode).inserted else { continue }
      scores[mode, default: 0] += (isSlip(mode) ? 0.7 : 2) * sighting.weight / strongest
    }
    // What was taken for an attack is a fault of what watches.
    if isFalseAlarm, let attack = scores.removeValue(forKey: .securityIncident) {
      scores[.monitoringFailure, default: 0] += attack
    }
    // That nobody was told is why it lasted; it is the cause only where the cause says so.
    if let sentence, scores.count > 1, CauseMode.natures(of: Words.of(sentence))[.monitoringFailure] == nil {
      scores[.monitoringFailure] = nil
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// A slip is what a technical fault begins with; it names the mode only where no fault is told.
  private static func isSlip(_ mode: FailureMode) -> Bool {
    mode == .humanError || mode == .monitoringFailure
  }

  /// One sighting for each failure mode and kind of test: two wordings of one gap are one gap.
  ///
  /// A sentence shows two gaps at most: a third is an echo of one of its words.
  private static func distinct(_ sightings: [Sighting], _ playbook: Playbook) -> [Sighting] {
    var seen: Set<String> = []
    var quoted: [String: Int] = [:]
    return sightings.filter { sighting in
      let signal = playbook.signals[sighting.signal]
      if let quote = sighting.quote {
        guard quoted[quote, default: 0] < mostOfOneSentence else { return false }
        quoted[quote, default: 0] += 1
      }
      return seen.insert("\(signal.mode.rawValue) \(signal.tests[0].kind.rawValue)").inserted
    }
  }

  private static let mostOfOneSentence = 2

  private static func weight(_ role: Role) -> Double {
    switch role {
    case .cause: 4
    case .factors: 3.5
    case .summary: 3
    case .resolution, .detection: 2
    case .timeline, .other, .context: 1.8
    case .log: 1.5
    case .impact, .safeguards: 1.2
    case .lessons: 0.8
    case .followUp, .aside: 0.2
    }
  }

  private static let suspicions = PhraseTable([
    "(suspected|possible|potential|alleged|supposed) .. (compromise|breach|attack|intrusion|hack|leak)"
  ])

  /// What looked like an attack and was none.
  private static let falseAlarms = PhraseTable([
    "false (alarm|positive)",
    "no .. (compromise|breach|intrusion|attack) .. (occurred|happened|took place|found)",
    "no (evidence|indication|sign|signs) of .. (compromise|breach|intrusion|unauthorized|malicious|attack)",
    "(was|were|is|had) not .. (compromised|hacked|breached)", "no (malicious|unauthorized) activity",
    "(account|machine|system|laptop|server) .. not compromised",
  ])

  private static func quote(_ line: ReadLine, of signal: Int) -> String? {
    let text = TimedLine.withoutTime(line.sentence(of: signal) ?? line.plain).withoutLabel
    return text.count > 8 ? text.shortened(to: 160) : nil
  }

  /// What one would have to see to tell the cause.
  var needed: String {
    guard let strongest = ranked.first else {
      return "The time line of changes and the first errors of the failing component, with their log lines."
    }
    let signal = playbook.signals[strongest.signal]
    return
      "The changes in the hours before, and \(signal.observed.filled("the component").loweredFirst) from before the first fault on."
  }
}
