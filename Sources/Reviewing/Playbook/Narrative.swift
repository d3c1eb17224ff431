import Condensing
import Markdown
import Moments
import Sanitizing

/// What part of a post-mortem a line belongs to.
enum Role: Sendable {
  case cause, factors, summary, impact, timeline, detection, resolution, context, lessons, followUp, log,
    other
  /// Which tests, reviews and alerts there were, and why they let it through.
  case safeguards
  /// What did not cause it, and what the report says about itself.
  case aside

  /// What a heading or a label announces, or nil when it is none that post-mortems share.
  init?(heading words: [String]) {
    if let denied = Self.denied(words) {
      self = denied
      return
    }
    let found = words.indices.lazy.flatMap { start in
      Self.byFirstWord[words[start], default: []].lazy.filter { words[start...].starts(with: $0.words) }
    }
    guard let first = found.min(by: { $0.rank < $1.rank }) else { return nil }
    self = first.role
  }

  /// `Not the cause`, `Things that were not it`, `Why the tests did not help`, `Hypotheses`: one word of them says another
  /// thing than the whole.
  private static func denied(_ words: [String]) -> Role? {
    let isDenied = words.contains { ["not", "no", "never", "nothing", "nobody", "t"].contains($0) }
    if words.contains("why"), isDenied || words.contains(where: { watching.contains($0) }) {
      return .safeguards
    }
    if isDenied, words.contains(where: { ["cause", "causes", "it", "reason", "culprit"].contains($0) }) {
      return .aside
    }
    return words.contains { ["hypothesis", "hypotheses", "theories", "suspicions", "suspects"].contains($0) }
      ? .aside : nil
  }

  private static let watching: Set<String> = [
    "passed", "pass", "caught", "catch", "help", "helped", "noticed", "notice", "alarm", "alert", "tests",
    "test",
    "missed",
  ]

  /// The announcements by the word they begin with; the lowest rank stands first among them.
  private static let byFirstWord: [String: [(rank: Int, role: Role, words: [String])]] = {
    let all = announcements.enumerated().flatMap { rank, announcement in
      announcement.words.map { (rank: rank, role: announcement.role, words: Words.of($0)) }
    }
    return Dictionary(grouping: all) { $0.words[0] }
  }()

  private static let announcements: [(role: Role, words: [String])] = [
    (
      .aside,
      [
        "not it", "ruled out", "wrong turns", "dead ends", "red herrings", "false leads", "what it was not",
        "side finding", "side findings", "attachments", "evidence", "also", "references", "about this report",
      ]
    ),
    (
      .followUp,
      [
        "action items", "next", "what changes", "measures", "actions", "action", "follow up", "follow ups",
        "followups", "next steps",
        "review actions", "todo", "to do",
        "preventive measures", "corrective actions", "recommendations", "prevention", "tasks", "improvements",
        "proposed",
      ]
    ),
    (
      .safeguards,
      [
        "what the tests did", "tests that existed", "what about tests", "would a test", "what about testing",
        "test coverage", "why it passed", "why nothing stopped", "why no alarm", "why no alert",
        "why nobody noticed",
        "preparation", "why no test", "missed it", "earlier measures", "why two hours", "why so long",
        "why did it take", "why it took", "what we said last time", "what we rehearse", "safeguards",
        "defences",
        "defenses",
      ]
    ),
    (.factors, ["contributing factors", "contributing causes", "factors"]),
    (
      .cause,
      [
        "root cause", "root causes", "cause", "causes", "caused by", "trigger", "triggers", "why",
        "five whys", "analysis", "explanation", "reason", "reasons",
        "what went wrong technically", "mechanism", "the mechanism", "what was going on", "how it happened",
        "technical details", "vulnerability", "diagnosis", "findings", "who switched", "who changed",
        "how could this", "how did it happen", "what broke",
        "ursache",
      ]
    ),
    (
      .lessons,
      [
        "lessons", "lessons learned", "learnings", "what went well", "what went wrong", "where we got lucky",
        "what could be improved", "takeaways",
      ]
    ),
    (.timeline, ["timeline", "key events", "chronology", "sequence of events", "events"]),
    (
      .impact,
      [
        "impact", "affected", "customer impact", "blast radius", "user impact", "scope", "effect",
        "consequences", "damage", "cost", "costs", "what customers saw", "what users saw",
        "what did customers get", "what did users see",
      ]
    ),
    (.detection, ["detection", "how we noticed", "discovery", "monitoring", "alerts", "identified"]),
    (
      .resolution,
      [
        "resolution", "mitigation", "fix", "recovery", "remediation", "how it was resolved", "what we did",
        "response", "restoration", "solution",
      ]
    ),
    (
      .summary,
      [
        "summary", "what happened", "overview", "description", "executive summary", "issue summary",
        "problem", "incident", "background story", "tl dr", "short version", "in short", "in brief",
        "in one paragraph", "observed", "what we saw", "symptoms",
      ]
    ),
    (.context, ["context", "background", "environment"]),
  ]
}

/// One line of evidence, read: its words, its part of the story, and whether it tells of this incident at all.
struct ReadLine {
  let number: Int
  let moment: Moment?
  /// The zone that its time is told in; nil where the text states none.
  let zone: Zone?
  /// `02:30 CET`, `14:24`; nil for a line without a time.
  var clock: String? { moment?.clock(in: zone) }
  /// Without Markdown's marks, list bullets and table borders.
  let plain: String
  let words: [String]
  let role: Role
  let isHeading: Bool
  /// Considered and dismissed, promised for later, or told of another incident.
  let isAside: Bool
  let isLog: Bool
  let count: Int
  let told: [ReadSentence]

  var sentences: [String] { told.map(\.text) }

  /// The playbook's signals in any of the sentences, with how many words their longest phrase covers.
  var signals: [Int: Int] {
    told.reduce(into: [:]) { signals, sentence in
      for (signal, length) in sentence.signals { signals[signal] = max(signals[signal] ?? 0, length) }
    }
  }

  /// The sentence that speaks most of a signal.
  func sentence(of signal: Int) -> String? {
    told.max { $0.length(of: signal) < $1.length(of: signal) }?.text
  }
}

/// A sentence of a line, judged by itself: one that dismisses a suspicion says nothing against the one beside it.
struct ReadSentence {
  let text: String
  /// Considered and dismissed, promised for later, or told of another incident.
  let isAside: Bool
  let signals: [(signal: Int, length: Int)]

  func length(of signal: Int) -> Int { signals.first { $0.signal == signal }?.length ?? 0 }
}

/// All evidence, read in order.
struct Narrative {
  let lines: [ReadLine]

  init(_ evidence: Evidence, _ playbook: Playbook) {
    var reader = RoleReader()
    let left = Instruction.places(in: evidence.lines.map(\.text.string))
    // "## 03:18" gives its time to the line below.
    var above: (Moment, Zone?)?
    lines = evidence.lines.enumerated().filter { !left.contains($0.offset) }.map { _, line in
      let isLog = line.origin == .attachment
      let plain = isLog ? line.text.string : PlainLine.read(line.text.string)
      let words = Words.of(plain)
      let (role, isHeading) =
        isLog ? (Role.log, false) : reader.read(line.text.string, plain, words, isTimed: line.moment != nil)
      let told = Self.sentences(plain, role, isHeading: isHeading, playbook)
      let isAside =
        role == .followUp || role == .aside || !told.isEmpty && told.allSatisfy(\.isAside)
      var (moment, zone) = (line.moment, line.zone)
      if isHeading {
        above = words.contains { $0.contains(where: \.isLetter) } ? nil : moment.map { ($0, zone) }
      } else if !isLog {
        if moment == nil, let above { (moment, zone) = above }
        above = nil
      }
      return ReadLine(
        number: line.number, moment: moment, zone: zone, plain: plain, words: words, role: role,
        isHeading: isHeading,
        isAside: isAside, isLog: isLog, count: line.count, told: told)
    }
  }

  private static func sentences(_ plain: String, _ role: Role, isHeading: Bool, _ playbook: Playbook)
    -> [ReadSentence]
  {
    let isSilent = role == .aside || isHeading && role != .summary && role != .other
    return (role == .log ? [plain] : Sentences.of(plain)).map { text in
      let words = Words.of(text)
      let isAside = role != .log && Aside.stands(in: words)
      return ReadSentence(
        text: text, isAside: isAside, signals: isSilent || isAside ? [] : playbook.matches(in: words))
    }
  }
}

/// Follows headings and labels down a post-mortem.
private struct RoleReader {
  private var section: Role = .other
  private var label: Role?
  private var sawHeading = false

  mutating func read(_ raw: String, _ plain: String, _ words: [String], isTimed: Bool) -> (
    Role, isHeading: Bool
  ) {
    if let heading = headingWords(raw, words) {
      // "Changes" at the end of a report are those to come; "Recent changes" are not.
      let announced = heading == ["changes"] ? Role.followUp : Role(heading: heading)
      section = announced ?? (sawHeading ? .other : .summary)
      sawHeading = true
      label = nil
      return (section, true)
    }
    if let (announced, hasValue) = labelled(raw, plain) {
      label = announced
      return (announced, !hasValue)
    }
    if isTimed, label == nil, section == .other || section == .summary || section == .timeline {
      return (.timeline, false)
    }
    return (label ?? section, false)
  }

  /// `## Root cause`, `**Root cause**` alone on its line, `Root cause` in a line of its own above `====`.
  private func headingWords(_ raw: String, _ words: [String]) -> [String]? {
    let trimmed = raw.drop { $0 == " " }
    if trimmed.hasPrefix("#") { return words }
    guard words.count <= 6, !words.isEmpty else { return nil }
    let isBold =
      (trimmed.hasPrefix("**") || trimmed.hasPrefix("__"))
      && (trimmed.hasSuffix("**") || trimmed.hasSuffix("__") || trimmed.hasSuffix(":**")
        || trimmed.hasSuffix("**:"))
    if isBold { return words }
    let isBare =
      words.count <= 4 && !raw.contains(where: { ".,;|(`".contains($0) }) && !trimmed.hasPrefix("-")
      && !trimmed.hasPrefix("*") && Role(heading: words) != nil
    return isBare ? words : nil
  }

  /// `Root cause: the pool …`, `- **Impact**:`, `__Impact__ …`.
  private func labelled(_ raw: String, _ plain: String) -> (Role, hasValue: Bool)? {
    guard let colon = plain.firstIndex(of: ":"), plain.distance(from: plain.startIndex, to: colon) <= 48
    else { return nil }
    let words = Words.of(String(plain[..<colon]))
    // "Incident declared 2020-08-25 11:26": the colon of a clock.
    let after = plain.index(after: colon)
    if after < plain.endIndex, plain[after].isNumber { return nil }
    guard (1...6).contains(words.count), let role = Role(heading: words) else { return nil }
    return (role, plain[plain.index(after: colon)...].contains { $0.isLetter })
  }
}

/// A line as a reader hears it.
enum PlainLine {
  static func read(_ raw: String) -> String {
    var text = Substring(raw)
    if text.contains("|"), text.drop(while: { $0 == " " }).hasPrefix("|") {
      let cells = text.split(separator: "|").map { inline(String($0)) }.filter { !$0.isEmpty }
      return cells.joined(separator: " — ")
    }
    text = text.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    while text.first == "#" { text.removeFirst() }
    for bullet in ["- [ ] ", "- [x] ", "- ", "* ", "+ ", "• "] where text.hasPrefix(bullet) {
      text.removeFirst(bullet.count)
      break
    }
    return inline(String(text))
  }

  /// `[text][reference]`, whose definition stands elsewhere in the file.
  private static func withoutReferences(_ text: String) -> String {
    guard text.contains("][") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstIndex(of: "]"),
      rest[middle...].hasPrefix("]["),
      let close = rest[rest.index(middle, offsetBy: 2)...].firstIndex(of: "]")
    {
      result += rest[..<open] + rest[rest.index(after: open)..<middle]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func inline(_ text: String) -> String {
    let trimmed = text.trimmingBlanks
    guard trimmed.contains(where: { "*_`[<\\~&".contains($0) }) else { return trimmed }
    let parsed = withoutReferences(Markdown.parse(trimmed).plainText).trimmingBlanks
    return parsed.isEmpty ? trimmed : parsed
  }
}

/// Sentences, split where a period, question or exclamation mark ends one.
enum Sentences {
  static func of(_ text: String) -> [String] {
    var sentences: [String] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if ".?!".contains(text[index]), next < text.endIndex, text[next] == " ",
        !endsAbbreviation(text[start...index]),
        !endsOrdinal(text[start..<index])
      {
        let after = text.index(after: next)
        if after < text.endIndex,
          text[after].isUppercase || text[after] == "‹" || text[after] == "`" || text[after].isNumber
        {
          sentences.append(String(text[start...index]).trimmingBlanks)
          start = next
        }
      }
      index = next
    }
    let rest = String(text[start...]).trimmingBlanks
    if !rest.isEmpty { sentences.append(rest) }
    return sentences
  }

  /// "On 26. November": a day, not the end of a sentence.
  private static func endsOrdinal(_ text: Substring) -> Bool {
    let digits = text.reversed().prefix { $0.isNumber }
    return (1...2).contains(digits.count)
      && (text.count == digits.count || text.dropLast(digits.count).last == " ")
  }

  private static func endsAbbreviation(_ text: Substring) -> Bool {
    [
      "e.g.", "i.e.", "etc.", "vs.", "approx.", "ca.", "cf.", "resp.", "incl.", "no.", "Mr.", "Dr.", " p.m.",
      " a.m.",
    ].contains { text.hasSuffix($0) }
  }
}

extension String {
  var trimmingBlanks: String {
    guard let first, first.isWhitespace || last?.isWhitespace == true else { return self }
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// Ends like a sentence.
  var asSentence: String {
    guard let last = trimmingBlanks.last else { return "" }
    let text = trimmingBlanks
    let body = ":;,-–—".contains(last) ? String(text.dropLast()).trimmingBlanks : text
    return ".!?…”\"".contains(body.last ?? ".") ? body : body + "."
  }

  var capitalizedFirst: String {
    guard let first, first.isLowercase else { return self }
    // `checkout.log`, `redis-cli` and `order_line` are written as they are typed.
    let word = prefix { !$0.isWhitespace }
    let isName =
      word.dropLast().contains { !$0.isLetter && !"'’,".contains($0) }
      || !word.contains { "aeiouyäöü".contains($0) }
    return isName ? self : first.uppercased() + dropFirst()
  }
}
