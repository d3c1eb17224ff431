/// What an incident's title names; the cause is more likely where it is spoken of.
private struct Topic {
  private let stems: Set<Substring>

  init(_ title: String) {
    stems = Set(Words.of(title).filter { $0.count >= 4 && !Self.common.contains($0) }.map { $0.prefix(5) })
  }

  /// Half a point for each of the title's words, three at most.
  func share(_ words: [String]) -> Double {
    Double(min(3, stems.intersection(words.lazy.map { $0.prefix(5) }).count)) * 0.5
  }

  private static let common: Set<String> = [
    "incident", "outage", "report", "postmortem", "post", "mortem", "with", "from", "that", "this", "were",
    "after",
    "until", "when", "during", "into", "over", "some", "their", "minutes", "seconds", "hours",
  ]
}

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

  init(_ narrative: Narrative, title: String) {
    lines = narrative.lines
    let topic = Topic(title)
    var firstOfCause: Set<Int> = []
    var wasCause = false
    for line in narrative.lines {
      if line.role == .cause, !line.isHeading, !wasCause { firstOfCause.insert(line.number) }
      wasCause = line.role == .cause && !line.isHeading
    }
    ranked = narrative.lines
      .filter { !$0.isHeading && !$0.isLog }
      .map { line in
        (line: line, weight: Self.weight(line, isFirst: firstOfCause.contains(line.number), topic))
      }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.line.number) < ($0.weight, $1.line.number) }
  }

  var verdict: Verdict {
    let unknown = lines.first { line in
      !line.isLog && line.role != .timeline
        && (Self.unknown.matches(in: line.words) || isBlankCause(line))
    }
    guard let best = ranked.first, best.weight >= Self.threshold else {
      return unknown.map(Verdict.unknown) ?? .silent
    }
    if Self.unknown.matches(in: best.line.words) { return .unknown(best.line) }
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
    let isBare = whole.gain == 0 && ![.cause, .factors].contains(line.role)
    weight += max(best ?? -.infinity, whole.sum) + topic.share(line.words)
    if isFirst { weight += 1.5 }
    // "For the record: cause = warm-up wrote all keys with one TTL."
    let isNamed = line.role != .cause && names.contains { line.plain.lowercased().contains($0) }
    if isNamed { weight += 6 }
    if let longest = line.signals.values.max() { weight += 1 + min(1.5, Double(longest) * 0.3) }
    if line.role != .followUp {
      weight -= line.isAside ? 5 : serious.count < line.told.count ? 1.5 : 0
    }
    if hedges.matches(in: line.words) { weight -= 2.5 }
    if line.plain.hasSuffix("?") { weight -= 4 }
    if line.role != .cause, omissions.matches(in: line.words) { weight -= 3 }
    if line.words.count < 6 { weight -= 1.5 }
    if generalities.matches(in: line.words) { weight -= 2 }
    if isRule(line.words) { weight -= 4 }
    if delays.matches(in: line.words) { weight -= line.sentences.count > 1 ? 1 : 3 }
    // What failed, told without a reason, is no cause however much it speaks of the title.
    return isBare && !isNamed ? min(weight, threshold - 0.5) : weight
  }

  private static let names = ["cause = ", "cause: "]

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
    "consider", "please", "contact", "copy", "download", "verify",
  ]
  /// What people were told of it, what was published against it, and what ended it.
  private static let news = PhraseTable([
    "(submitted|filed|opened|provided|sent) .. (report|details|ticket|issue|request)",
    "(version|release|patch|update|hotfix) .. (released|published|shipped|available|rolled out)",
    "(released|published|shipped) .. (version|fix|fixes|patch|advisory)", "with (fixes|a fix) for",
    "(details|advisory|exploit|announcement) .. (published|posted|announced|disclosed)",
    "(is|was|were|been) (resolved|fixed|mitigated|solved|remedied) (by|with|via)",
  ])

  /// Whether a line says that the cause isn't known, or that nothing was wrong.
  static func saysNothing(_ words: [String]) -> Bool {
    unknown.matches(in: words) || normal.matches(in: words)
  }

  private static let normal = PhraseTable([
    "(was|were|looked|is|are) (all|both) .. (normal|fine|healthy|green|ok|unaffected)",
    "(we|i|they) (don|do|didn|did) (t|not) know",
  ])

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
    let rated = sentences.enumerated().map { index, sentence -> (index: Int, worth: Double) in
      let words = Words.of(sentence)
      let stated = worth(words).sum
      let dismissed = Aside.stands(in: words) ? -5.0 : 0
      let delayed = delays.matches(in: words) ? -3.0 : 0
      return (index, stated + dismissed + delayed + (words.count < 4 ? -3 : 0) - Double(index) * 0.1)
    }
    guard var best = rated.max(by: { $0.worth < $1.worth }) else { return line.plain }
    // "The real problem was quieter." tells nothing yet.
    if leads.matches(in: Words.of(sentences[best.index])), Words.of(sentences[best.index]).count <= 6,
      best.index + 1 < sentences.count
    {
      best = rated[best.index + 1]
    }
    var chosen = [sentences[best.index]]
    // "This resulted in an outage": what "this" is stands before.
    let first = Words.of(chosen[0])
    let leans =
      ["this", "that", "these", "as", "it"].contains(first.first ?? "")
      || first.count <= 8 && first.contains("it")
    if best.index > 0, leans {
      return sentences[best.index - 1] + " " + chosen[0]
    }
    if chosen[0].count < 110, sentences.indices.contains(best.index + 1) {
      chosen.append(sentences[best.index + 1])
    }
    return chosen.joined(separator: " ")
  }

  private static let statements = RatedPhrases([
    (
      6,
      [
        "root cause .. (was|is|were|has been|turned out)",
        "(the|primary|underlying|actual|real|direct|main) cause .. (was|is|were|of|turned out)",
        "(the root|root) of (it|this|that|the problem|the trouble) .. (is|was|lies|lay)",
        "(was|were|is) caused by", "root cause", "cause of the (incident|outage|problem|issue|failure)",
        "(real|actual|true|underlying) (problem|issue|fault|trouble) (was|is|lay|turned out)",
        "(that|this|it) was (me|us|my fault|my change|our change|my deploy)", "my (bad|fault|mistake)",
      ]
    ),
    (
      5,
      [
        "caused by", "(was|were|is|been) triggered by", "trigger (was|is)",
        "(was|is|were) (due to|because of|the result of|a result of)", "what caused", "attributed to",
        "traced (to|back to|it to|it back to|this to|the problem to|the problem back to)",
        "(inadvertently|unintentionally|mistakenly) (caused|causing|led to|broke|removed|sent|directed|blocked)",
        "(explanation|reason) (revealed|found|identified|discovered)",
        "(should have been|ought to be|was meant to be) .. (was|is|but)",
      ]
    ),
    (
      4,
      [
        "due to", "because", "resulting from", "stem* from", "originat* (from|in)", "led to", "which caused",
        "that caused", "causing", "resulted in", "turned out", "the reason", "combined .. allowed",
        "which (broke|prevented|blocked|stopped)", "(evaluates|treats|takes|reads|counts) .. as",
        "introduced (a|an|the) (bug|regression|defect|change)", "culprit", "(the|what) (trouble|flaw) .. is",
        "(we|i) overlooked", "which is why", "that is why",
        "(took|brought|pushed|put) .. over .. (limit|limits|quota|capacity)",
        "(got|was|were) lost when", "broke when", "(i|we) forgot to",
        "(said|says|contained|had|read|points to) .. instead of",
        "made .. (throw|crash|fail|panic|hang)", "in the belief that",
        "(i|we|someone|somebody) ran .. in the",
      ]
    ),
    (
      3,
      [
        "as a result", "so that", "as soon as",
        "(cannot|can t|couldn t|could not) (do|change|alter|update)",
        "(inside|within) the .. (loop|transaction)",
        "nothing to stop", "meaning no limit", "in its own transaction", "(each|one) .. kills (one|a|the)",
        "meant that", "which meant", "caused (the|a|an|all|our|some|every) .. to",
        "(can|could|would) cause (a|an|the)",
        "(discovered|found|identified|realised|realized|determined|concluded) that", "triggered", "failed to",
        "did not", "(bug|defect|regression|misconfiguration|typo|mistake) (in|was)",
        "(was|were) (missing|misconfigured|incorrect|incorrectly|wrong|removed|deleted|expired|not)",
      ]
    ),
  ])

  /// The acts and states that do harm, as people report them.
  private static let harms = PhraseTable([
    "(accidental|accidentally|inadvertently|mistakenly|unintentional|unintentionally|unintended|erroneously)",
    "by (mistake|accident)",
    "(deleted|destroyed|terminated|removed|wiped|dropped|overwrote|overwritten) (a|an|all|the|by|from|some|both|every)",
    "(was|were|had|has|have|are) (expired|deleted|destroyed|revoked|overwritten|published|leaked|archived)",
    "(certificate*|token|key|domain|licence|license|it) .. expired",
    "(pushed|committed|uploaded|exposed|printed|logged|written|sent) .. public",
    "(was|were|be|is) overlooked", "(was|were) not aware",
    "none .. aware of",
    "without .. (aware|realising|realizing|noticing)", "wasn t .. aware",
    "(not|never|n t) (check*|validat*|verif*|includ*|cover*|limit*|handl*|account*|set|configured|renewed|tested)",
    "no .. (limits|limit|requests|validation|check|checks) .. (set|were|was|in place)",
    "(bug|defect|vulnerability|flaw|typo|misconfiguration|regression) (in|of|within)",
    "vulnerable to", "typographical error",
    "(malicious|compromised) .. (package|code|version|program|actor|commit)",
    "missing (setting|label|permission|annotation*|configuration|value)",
    "(got|get) (removed|deleted|lost|overwritten|changed|disabled)",
    "(revoked|suspended|flagged) (its|our|their|the)",
    "(contained|contains|contain|had) (a|an|malicious) (bug|defect|flaw|error|vulnerability|code)",
    "(lacked|lacks|lacking|lost) (a|the|its)", "(ran|run|running|runs|was|is) out of", "exhaust*",
    "before .. (is|was|are|were) (checked|validated|verified|limited)",
    "(has|had|have) no (upper bound|bound|limit|backoff|timeout|idempotency key|cap|expiry)",
    "(was|were) never (changed|raised|adjusted|updated|renewed|removed|switched|set|read|restarted)",
    "(nobody|no one) had (done|switched|set|restored|raised|renewed|changed|noticed|updated)",
    "(doesn|don|does|do|didn|did) (t|not) work (for|when|with|if)", "(has|had) a password that expires",
    "(retries|retry) .. no backoff", "(throughput|capacity) .. ceiling",
    "(did|does|do) not (commit|release|close|check)",
    "(should not|shouldn t|shouldn) have (had|been able|been possible)",
    "(newer|new|latest) version .. (chang*|introduc*|includ*|break*)",
    "wrong (cluster|context|environment|account|workspace|namespace|version|value|directory)",
    "single point of failure", "incompatib*", "belong* to .. personal",
  ])

  /// How it was noticed, looked into, told and mended.
  private static let repairs = PhraseTable([
    "(find|found|identify|identified|determine|determined|discover|discovered|investigat*|understand*|troubleshoot*) .. (root cause|the cause)",
    "(team|engineer|engineers|sre|we) .. (applied|restarted|reverted|rolled back|restored|fixed|notified|informed|instructed|increased|scaled|recycled|drained|cordoned)",
    "(quick|temporary|permanent|proposed|immediate) (fix|measure|solution|workaround)", "evidence gathering",
    "(investigation|analysis) .. (started|carried out|initiated|ongoing)",
    "was (found later|restored|resolved|mitigated)",
    "removed .. (via|by|through) .. (support|ticket)",
    "(account|accounts|credentials|tokens|token|keys|key|secrets) (was|were) (revoked|rotated|reset|invalidated)",
    "(issue|incident|problem) was (not exploited|resolved|reported)",
    "contacted .. (support|provider|vendor|team)", "(questioned|reported) the",
    "(user|users|customer|customers|tenant|tenants) (reported|raised|noticed|complained)",
    "to (prevent|avoid) (this|a|the) .. (again|future|happening|recurrence)",
    "(increased|increase in) risk", "were (archived|terminated) because", "instances terminated",
    "prioritised", "(noticed|detected|reported) .. because", "not a page",
  ])

  private static let searches = PhraseTable([
    "(find|found|identify|identified|determine|determined|discover|discovered|understand|locate|located) .. (root cause|the cause)"
  ])
  private static let results = PhraseTable(["(root cause|the cause) .. (was|is|to be|as|lay|turned out)"])

  /// How people learnt of it.
  private static let notices = PhraseTable([
    "(we|team|i) (got|received|had) .. (warning|warnings|alert|alerts|report|reports|notification|notice|email|page)"
  ])

  /// What tests and alerts did or didn't: why it got through, not why it broke.
  private static let safeguards = PhraseTable([
    "(test|tests|alert|alerts|dashboard|suite|gauge|fixture|staging) .. (is|are|was|were|has|have|had|runs|run|uses|fix|checks|check)",
    "(no|one|only|a|unit|load) .. (test|tests|alert|alerts) .. (of|for|on|that|which|runs|against)",
    "on (a|the|no) dashboard", "all green",
    "(cluster|clusters|environment|environments|staging) .. (does|did|do) not (validate|test|cover|exercise)",
  ])

  /// How things are in general, or that little came of it.
  private static let generalities = PhraseTable([
    "(when|if|whenever) (a|an|the|any|you) .. (will|can|may|would)",
    "(limited|little|minimal|no) (impact|effect|customer impact)",
    "(considered|believed|deemed|assumed) to be (normal|harmless|expected)",
  ])

  private static let leads = PhraseTable([
    "(real|actual|true|underlying) (problem|issue|fault|trouble) (was|is)"
  ])

  /// Why it took so long, not why it broke.
  private static let delays = PhraseTable([
    "(later|longer|slower) than (expected|usual|planned|normal|necessary)",
    "(detection|diagnosis|recovery|restoration|resolution|response|rollout) .. (delayed|slow|took longer)",
    "(delayed|slowed) (the|our) .. (detection|diagnosis|recovery|restoration|resolution|response)",
  ])

  /// Why a check was left out: what let the fault through, not what caused it.
  private static let omissions = PhraseTable([
    "(test|tests|check|checks|review|canary|staging) .. (was|were) (skipped|omitted|disabled|postponed|not run)"
  ])

  private static let unknown = PhraseTable([
    "(has|have|had|haven|hasn) (not|n t|t) .. (identified|determined|established|found) .. (cause|change|reason|source|why|trigger)",
    "(source|origin|cause|reason) .. (still|remains|currently|yet) .. (unknown|unclear|open)",
    "(source|origin) of .. (is|was|remains) .. (unknown|unclear|undetermined)",
    "(don|didn|do|did) (t|not) know why", "unexplained (until|to) (now|today|this day)",
    "yet unknown",
    "(cause|reason) .. (not yet|never) (known|clear|identified|found|determined)",
    "(root cause|cause|reason|trigger) .. (unknown|unclear|undetermined|not known|not clear|not determined|not identified|not found|not established|never found|inconclusive)",
    "(unknown|undetermined|unclear) .. (root cause|cause|reason)",
    "(could|can|did|do|does|were|was) (not|n t) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(couldn|didn|don|cannot|unable to|not able to) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(root cause|cause|why) .. (still|remains|remain) .. (unknown|unclear|investigat*|open)",
    "no .. root cause .. (found|identified|determined|established)",
    "not .. (sure|certain|known|clear) .. (why|what caused|what triggered)",
    "unable to .. (determine|reproduce|find) .. (cause|root cause)", "(nobody|no one) knows why",
    "(we|nobody|they) .. (don|didn|do|did|still) .. know .. (why|what)",
    "(root cause|cause|reason) .. to be (determined|established|found|confirmed|clarified)",
    "(cause|reason) .. under investigation",
    "(ongoing|further|continued|continuing) .. (investigation|troubleshooting|analysis) .. (cause|why)",
    "(never|not) .. (found out|learned) why",
    "(investigation|analysis) .. (closed|ended) without",
  ])

  private static let hedges = PhraseTable([
    "(might|may|could) have", "(might|may|could) be .. (due|related|cause*|because|why|the)",
    "possibly (due|because|caused|related|from|by|a|an|the|when)",
    "possible (that|cause|causes|reason|reasons|explanation|trigger)",
    "perhaps", "suspect*", "presumabl*", "probabl*",
    "(most|was|is|were|are) likely", "likely (due|because|caused|cause|that|the|a|an)",
    "theory", "hypothesis", "potential (cause|causes|reason|explanation|trigger)",
    "potentially (due|caused|causing|because|related)",
    "candidate*", "trying to identify", "we (think|believe|assume)",
    "seems to", "appeared to", "appears to", "unclear",
  ])
}
