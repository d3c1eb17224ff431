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
  let lines: [ReadLine]
  /// What a line must weigh to count as a statement of the cause.
  private static let threshold = 5.0
  /// The longest paragraph under a heading of causes that is quoted whole, in bytes.
  private static let wholeParagraph = 420

  init(_ narrative: Narrative, title: String) {
    lines = narrative.lines
    let topic = Topic(title)
    let echo = Echo(narrative.lines)
    var firstOfCause: Set<Int> = []
    // How much more a line's place tells: under "Root cause", or deeper in a chain of whys, whose first answer is the symptom.
    var places: [Int: Double] = [:]
    var wasCause = false
    var isRootCause = false
    var depth = 0
    for line in narrative.lines {
      if line.role == .cause, !line.isHeading, !wasCause { firstOfCause.insert(line.number) }
      wasCause = line.role == .cause && !line.isHeading
      if line.isHeading { isRootCause = Self.rootCauses.matches(in: line.words) }
      if line.role != .cause {
        depth = 0
      } else if Self.asksWhy(line) {
        depth += 1
      }
      places[line.number] =
        (isRootCause ? firstOfCause.contains(line.number) ? 4 : 2 : 0)
        + (depth > 0 ? Double(min(depth, 4)) * 0.8 - 1.6 : 0)
    }
    let named = Words.of(title)
    ranked = narrative.lines
      .filter { !$0.isHeading && !$0.isLog && ($0.number > 1 || $0.words.suffix(named.count) != named[...]) }
      .map { line in
        let weight = Self.weight(line, isFirst: firstOfCause.contains(line.number), topic)
        return (line: line, weight: weight > 0 ? weight + places[line.number, default: 0] : 0)
      }
      .filter { $0.weight > 0 }
      .map { (line: $0.line, weight: $0.weight, rank: $0.weight + echo.share($0.line)) }
      .sorted { ($1.rank, $0.line.number) < ($0.rank, $1.line.number) }
      .map { (line: $0.line, weight: $0.weight) }
  }

  /// `3. Why was that one waiting?`, alone or with its answer.
  private static func asksWhy(_ line: ReadLine) -> Bool {
    line.plain.contains("?") && line.words.prefix(3).contains("why")
  }

  var verdict: Verdict {
    let unknown = lines.first { line in
      !line.isLog && line.role != .timeline
        && (Self.unknown.matches(in: line.words) || isBlankCause(line))
    }
    guard let best = ranked.first(where: { $0.weight >= Self.threshold }) else {
      return unknown.map(Verdict.unknown) ?? .silent
    }
    if Self.unknown.matches(in: best.line.words) { return .unknown(best.line) }
    // "We have to leave it open" is a verdict on all that was weighed before.
    if let open = lines.first(where: { !$0.isLog && Self.open.matches(in: $0.words) }),
      best.line.role != .cause || open.number == best.line.number
    {
      return .unknown(open)
    }
    // "The root cause is unknown" outweighs a mere "because", but not a cause stated in so many words.
    if let unknown, best.line.number == unknown.number || best.weight < 9.5 { return .unknown(unknown) }
    let sentence = Self.sentence(of: best.line)
    let words = Words.of(Sentences.of(sentence).first ?? sentence)
    // What the text offers as one possibility among others is no statement of the cause.
    if Self.hedges.matches(in: words), best.weight < 12 {
      return .unknown(best.line)
    }
    return .stated(best.line, sentence: sentence.withoutLabel)
  }

  /// Whether a sentence offers a possibility.
  static func hedged(_ sentence: String) -> Bool {
    let words = Words.of(sentence)
    return hedges.matches(in: words)
  }

  /// `Root cause: unknown`, `Root cause: TBD`.
  private func isBlankCause(_ line: ReadLine) -> Bool {
    guard line.role == .cause, !line.isHeading, let first = line.sentences.first else { return false }
    let words = Words.of(first)
    guard words.count <= 6 else { return false }
    return words.contains {
      ["unknown", "tbd", "unclear", "undetermined", "pending", "investigating"].contains($0)
    }
      || words.last == "know" && words.contains { ["t", "not", "nobody"].contains($0) }
  }

  private static func weight(_ line: ReadLine, isFirst: Bool, _ topic: Topic) -> Double {
    guard line.words.count >= 4, !isOutput(line.plain), !isLink(line.plain) else { return 0 }
    var weight: Double =
      switch line.role {
      case .cause: 5
      case .factors: 2
      case .summary: 2.5
      case .resolution: 2
      case .context, .other, .detection: 1.5
      case .timeline: 0
      case .lessons: 0.5
      case .impact: -2
      case .safeguards: -3
      case .followUp, .aside: -4
      case .log: 0
      }
    // A paragraph that also tells of repairs or alerts is worth what its best sentence is; what it dismisses counts
    // against it.
    let serious = line.told.filter { !$0.isAside }.map(\.text)
    let whole = worth(
      serious.count == line.told.count ? line.words : Words.of(serious.joined(separator: " ")))
    let sentences = whole.loss > 0 ? serious : []
    let best = sentences.count > 1 ? sentences.map { worth(Words.of($0)).sum }.max() : nil
    let conclusion = serious.map(Self.conclusion).max() ?? 0
    let isBare = whole.gain == 0 && conclusion == 0 && ![.cause, .factors].contains(line.role)
    weight += max(best ?? -.infinity, whole.sum) + topic.share(line.words)
    if isFirst { weight += 1.5 }
    // "For the record: cause = warm-up wrote all keys with one TTL."
    let isNamed = line.role != .cause && names.contains { line.plain.lowercased().contains($0) }
    if isNamed { weight += 6 }
    if line.role == .cause, isLabelled(line.plain) { weight += 2 }
    if let longest = line.signals.values.max() { weight += 1 + min(1.5, Double(longest) * 0.3) }
    if line.role != .followUp {
      weight -= line.isAside ? 5 : serious.count < line.told.count ? 1.5 : 0
    }
    if hedges.matches(in: line.words) { weight -= 2.5 }
    if line.plain.hasSuffix("?") { weight -= 4 }
    if line.words.first == "nor" { weight -= 2.5 }
    if line.words.first.map(advice.contains) ?? false { weight -= 3 }
    weight += conclusion
    if line.role != .cause, omissions.matches(in: line.words) { weight -= 3 }
    if line.words.count < 6 { weight -= 1.5 }
    if generalities.matches(in: line.words) { weight -= 2 }
    if isRule(line.words) { weight -= 4 }
    if delays.matches(in: line.words) { weight -= line.sentences.count > 1 ? 1 : 3 }
    // What failed, told without a reason, is no cause however much it speaks of the title.
    return isBare && !isNamed ? min(weight, threshold - 0.5) : weight
  }

  private static let names = ["cause = ", "cause: ", "conclusion: "]

  /// `Reason: the research group had started a cluster`, in one line.
  private static func isLabelled(_ plain: String) -> Bool {
    guard let colon = plain.firstIndex(of: ":"), plain.distance(from: plain.startIndex, to: colon) <= 20
    else {
      return false
    }
    let last = Words.of(String(plain[..<colon])).last ?? ""
    return ["cause", "causes", "reason", "reasons", "ursache", "grund"].contains(last)
      && Words.of(String(plain[colon...])).count > 4
  }

  /// "Thus the decimal comma vanished.", "So an empty list means all tenants.", "replica gone -> not ready -> dropped": what
  /// the sentences before come to, and how much that speaks for a cause.
  private static func conclusion(_ sentence: String) -> Double {
    for arrow in [" -> ", " → "] {
      let steps = sentence.split(separator: arrow)
      if steps.count > 2, steps.allSatisfy({ Words.of(String($0)).count > 2 }) { return 4 }
    }
    let words = Words.of(sentence)
    guard let first = words.first, words.count > 6, !sentence.hasSuffix("?"),
      !words.contains("neither"), !Self.reliefs.matches(in: words)
    else {
      return 0
    }
    let concludes =
      ["thus", "hence", "therefore", "consequently", "somit", "folglich", "dadurch"].contains(first)
      || first == "so" && !acting.contains(words[1])
    return concludes ? 2 : 0
  }

  /// "So we did what we did then": what people did, not what it comes to.
  private static let acting: Set<String> = [
    "we", "i", "they", "he", "she", "far", "long", "much", "no", "nobody", "neither", "that", "please",
    "what", "why", "how",
    "if", "is", "who",
  ]

  /// "When the system runs out of watches, any attempt will fail": how things are, not what happened.
  private static func isRule(_ words: [String]) -> Bool {
    ["when", "if", "whenever"].contains(words.first ?? "")
      && words.contains { ["will", "can", "may", "would"].contains($0) }
  }

  /// A program's own words, quoted in the text: what failed, not why.
  private static func isOutput(_ plain: String) -> Bool {
    let first = plain.prefix { !$0.isWhitespace }
    if ["FATAL:", "PANIC:", "ERROR:", "LOG:", "WARN:", "WARNING:", "ERROR", "FATAL"].contains(first) {
      return true
    }
    // "aws-node-x7k2p  CrashLoopBackOff  ipamd: failed": columns.
    if plain.split(separator: "  ").count > 2, plain.last != "." { return true }
    // `Head "https://registry.example.org/v2/": toomanyrequests`
    if plain.contains("\"http") && plain.contains("\":") { return true }
    let lead = plain.hasPrefix("Caused by: ") ? plain.dropFirst(11).prefix { !$0.isWhitespace } : first
    return lead.contains(".") && (lead.hasSuffix("Exception:") || lead.hasSuffix("Error:"))
  }

  /// Something that was so or happened, and no step of the repair, no news of it, no advice and no code.
  static func isCircumstance(_ line: ReadLine) -> Bool {
    let words = line.words.drop { $0.allSatisfy(\.isNumber) }
    guard let first = words.first, !advice.contains(first), !line.plain.hasPrefix("(") else { return false }
    let speaksToReaders = line.words.contains { ["you", "your", "please"].contains($0) }
    return !speaksToReaders && !repairs.matches(in: line.words) && !news.matches(in: line.words)
  }

  private static let advice: Set<String> = [
    "upgrade", "update", "install", "run", "restart", "check", "see", "use", "make", "ensure", "avoid",
    "follow",
    "consider", "please", "contact", "copy", "download", "verify", "write", "add", "create", "document",
    "review",
    "investigate", "implement", "introduce",
  ]

  /// Whether a line says that the cause isn't known, or that nothing was wrong.
  static func saysNothing(_ words: [String]) -> Bool {
    unknown.matches(in: words) || normal.matches(in: words)
  }

  /// A reference to somewhere else: nothing is stated here.
  private static func isLink(_ plain: String) -> Bool {
    plain.contains("://") && plain.count { $0 == " " } < 3
  }

  private struct Worth {
    let gain: Double
    let loss: Double
    var sum: Double { gain - loss }
  }

  /// What the words say of a cause: stated in so many words, or the act or state that did the harm; less what belongs to
  /// how it was found and repaired.
  private static func worth(_ words: [String]) -> Worth {
    let words = withoutTestSystems(words)
    // "The team found the root cause and applied a fix" states none.
    let stated =
      searches.matches(in: words) && !results.matches(in: words) ? 0 : statements.best(in: words) ?? 0
    let harmful = harms.matches(in: words) ? 3.5 : 0
    let repairing = repairs.matches(in: words) ? 4.0 : 0
    let watching = stated < 5 && safeguards.matches(in: words) ? 3.0 : 0
    let noticing = stated < 4 && notices.matches(in: words) ? 4.0 : 0
    return Worth(
      gain: max(stated, harmful) + (stated > 0 && harmful > 0 ? 1 : 0), loss: repairing + watching + noticing)
  }

  /// A test cluster is a system like others, no test.
  private static func withoutTestSystems(_ words: [String]) -> [String] {
    words.indices.filter {
      words[$0] != "test" || $0 + 1 == words.count
        || !testSystems.contains(words[$0 + 1])
          && ($0 + 2 >= words.count || !testSystems.contains(words[$0 + 2]))
    }.map { words[$0] }
  }

  private static let testSystems: Set<String> = [
    "cluster", "clusters", "environment", "environments", "account", "accounts", "instance", "server",
    "system", "namespace", "user", "network", "stage",
  ]

  /// The sentence of the line that states the cause, with the one after it when it is short.
  private static func sentence(of line: ReadLine) -> String {
    let told = line.moment == nil ? line.plain : TimedLine.withoutTime(line.plain)
    let sentences = Sentences.of(told)
    guard sentences.count > 1 else { return told }
    // A short paragraph under "Cause" is the statement, whole.
    if line.role == .cause, told.utf8.count <= wholeParagraph, !line.told.contains(where: \.isAside),
      !told.contains("?")
    {
      return told
    }
    let rated = sentences.enumerated().map { index, sentence -> (index: Int, worth: Double) in
      let words = Words.of(sentence)
      let stated = worth(words).sum
      let dismissed = Aside.stands(in: words) ? -5.0 : 0
      let delayed = delays.matches(in: words) ? -3.0 : 0
      let concluded = conclusion(sentence)
      return (
        index, stated + dismissed + delayed + concluded + (words.count < 4 ? -3 : 0) - Double(index) * 0.1
      )
    }
    guard var best = rated.max(by: { $0.worth < $1.worth }) else { return line.plain }
    // "The real problem was quieter." tells nothing yet.
    if leads.matches(in: Words.of(sentences[best.index])), Words.of(sentences[best.index]).count <= 9,
      best.index + 1 < sentences.count
    {
      best = rated[best.index + 1]
    }
    var chosen = [sentences[best.index]]
    // "This resulted in an outage": what "this" is stands before.
    let first = Words.of(chosen[0])
    let leans =
      ["this", "that", "these", "as", "it", "with"].contains(first.first ?? "")
      || first.count <= 8 && first.contains("it") || conclusion(chosen[0]) > 0
    if best.index > 0, leans {
      let before = sentences[best.index - 1]
      let further = best.index > 1 && before.count < 110 ? sentences[best.index - 2] + " " : ""
      return further + before + " " + chosen[0]
    }
    while let last = chosen.last, chosen.reduce(0, { $0 + $1.count }) < (chosen.count == 1 ? 110 : 160),
      case let next = best.index + chosen.count, next < sentences.count, last.hasSuffix("?") == false
    {
      chosen.append(sentences[next])
    }
    return chosen.joined(separator: " ")
  }

  private static let results = PhraseTable(["(root cause|the cause) .. (was|is|to be|as|lay|turned out)"])
}
