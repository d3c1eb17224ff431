/// Finds the line in which a text states its primary cause, or that nobody knows it.
struct CauseFinder {
  enum Verdict {
    case stated(ReadLine, sentence: String)
    /// The text itself says that the cause isn't known.
    case unknown(ReadLine)
    case silent
  }

  /// Lines in the order in which they speak for a cause, with what they weigh.
  let ranked: [(line: ReadLine, weight: Double)]
  private let lines: [ReadLine]
  /// What a line must weigh to count as a statement of the cause.
  private static let threshold = 5.0

  init(_ narrative: Narrative) {
    lines = narrative.lines
    var firstOfCause: Set<Int> = []
    var wasCause = false
    for line in narrative.lines {
      if line.role == .cause, !line.isHeading, !wasCause { firstOfCause.insert(line.number) }
      wasCause = line.role == .cause && !line.isHeading
    }
    ranked = narrative.lines
      .filter { !$0.isHeading && !$0.isLog }
      .map { line in (line: line, weight: Self.weight(line, isFirst: firstOfCause.contains(line.number))) }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.line.number) < ($0.weight, $1.line.number) }
  }

  var verdict: Verdict {
    let unknown = lines.first { line in
      !line.isLog && line.role != .timeline
        && (Self.unknown.contains { $0.matches(in: line.words) } || isBlankCause(line))
    }
    guard let best = ranked.first, best.weight >= Self.threshold else {
      return unknown.map(Verdict.unknown) ?? .silent
    }
    // "The root cause is unknown" outweighs a mere "because", but not a cause stated in so many words.
    if let unknown, best.line.number == unknown.number || best.weight < 9.5 { return .unknown(unknown) }
    return .stated(best.line, sentence: Self.sentence(of: best.line))
  }

  /// `Root cause: unknown`, `Root cause: TBD`.
  private func isBlankCause(_ line: ReadLine) -> Bool {
    guard line.role == .cause, !line.isHeading, line.words.count <= 6 else { return false }
    return line.words.contains {
      ["unknown", "tbd", "unclear", "undetermined", "pending", "investigating"].contains($0)
    }
  }

  private static func weight(_ line: ReadLine, isFirst: Bool) -> Double {
    guard line.words.count >= 4 else { return 0 }
    var weight: Double =
      switch line.role {
      case .cause: 5
      case .summary: 2.5
      case .resolution: 2
      case .context, .other, .detection: 1.5
      case .timeline: 1
      case .lessons: 0.5
      case .impact: 0.5
      case .followUp: -4
      case .log: 0
      }
    weight += statements.filter { $0.phrase.matches(in: line.words) }.map(\.worth).max() ?? 0
    if isFirst { weight += 1.5 }
    if let longest = line.signals.map(\.length).max() { weight += 1 + min(1.5, Double(longest) * 0.3) }
    if line.isAside, line.role != .followUp { weight -= 5 }
    if hedges.contains(where: { $0.matches(in: line.words) }) { weight -= 2.5 }
    if line.plain.hasSuffix("?") { weight -= 4 }
    if line.words.count < 6 { weight -= 1.5 }
    return weight
  }

  /// The sentence of the line that states the cause, with the one after it when it is short.
  private static func sentence(of line: ReadLine) -> String {
    let told = line.moment == nil ? line.plain : TimedLine.withoutTime(line.plain)
    let sentences = Sentences.of(told)
    guard sentences.count > 1 else { return told }
    let rated = sentences.enumerated().map { index, sentence -> (index: Int, worth: Double) in
      let words = Words.of(sentence)
      let stated = statements.filter { $0.phrase.matches(in: words) }.map(\.worth).max() ?? 0
      let dismissed = Aside.stands(in: words) ? -5.0 : 0
      return (index, stated + dismissed + (words.count < 4 ? -3 : 0) - Double(index) * 0.1)
    }
    guard let best = rated.max(by: { $0.worth < $1.worth }) else { return line.plain }
    var chosen = [sentences[best.index]]
    if chosen[0].count < 110, sentences.indices.contains(best.index + 1) {
      chosen.append(sentences[best.index + 1])
    }
    return chosen.joined(separator: " ")
  }

  private static let statements: [(phrase: Phrase, worth: Double)] = table([
    (
      6,
      [
        "root cause .. (was|is|were|has been|turned out)",
        "(the|primary|underlying|actual|real|direct|main) cause .. (was|is|were|of|turned out)",
        "(was|were|is) caused by", "root cause", "cause of the (incident|outage|problem|issue|failure)",
      ]
    ),
    (
      5,
      [
        "caused by", "(was|were|is|been) triggered by", "trigger (was|is)",
        "(was|is|were) (due to|because of|the result of|a result of)", "what caused", "attributed to",
        "traced (back )?to", "traced (it |this |the problem )?to",
      ]
    ),
    (
      4,
      [
        "due to", "because", "resulting from", "stem* from", "originat* (from|in)", "led to", "which caused",
        "that caused", "causing", "resulted in", "turned out", "the reason",
        "introduced (a|an|the) (bug|regression|defect|change)", "culprit",
      ]
    ),
    (
      3,
      [
        "as a result", "so that", "meant that", "which meant",
        "(discovered|found|identified|realised|realized|determined|concluded) that", "triggered", "failed to",
        "did not", "(bug|defect|regression|misconfiguration|typo|mistake) (in|was)",
        "(was|were) (missing|misconfigured|incorrect|incorrectly|wrong|removed|deleted|expired|not)",
      ]
    ),
  ])

  private static let unknown: [Phrase] = [
    "(root cause|cause|reason|trigger) .. (unknown|unclear|undetermined|not known|not clear|not determined|not identified|not found|not established|never found|inconclusive)",
    "(unknown|undetermined|unclear) .. (root cause|cause|reason)",
    "(could|can|did|do|does|were|was) (not|n t) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(couldn|didn|don|cannot|unable to|not able to) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(root cause|cause|why) .. (still|remains|remain) .. (unknown|unclear|investigat*|open)",
    "no .. root cause .. (found|identified|determined|established)",
    "not .. (sure|certain|known|clear) .. (why|what caused|what triggered)",
    "unable to .. (determine|reproduce|find) .. (cause|root cause)", "(nobody|no one) knows why",
    "we (still )?do(n t| not) know why",
  ].compactMap { try? Phrase($0) }

  private static let hedges: [Phrase] = [
    "(might|may|could) (have|be)", "possibl*", "perhaps", "suspect*", "presumabl*", "probabl*", "likely",
    "theory", "hypothesis", "we (think|believe|assume)", "seems to", "appeared to", "appears to", "unclear",
  ].compactMap { try? Phrase($0) }

  private static func table(_ rows: [(Double, [String])]) -> [(phrase: Phrase, worth: Double)] {
    rows.flatMap { worth, texts in
      texts.compactMap { text in (try? Phrase(text)).map { (phrase: $0, worth: worth) } }
    }
  }
}
