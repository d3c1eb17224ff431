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
    let isDenied = words.contains {
      ["not", "no", "never", "nothing", "nobody", "t", "nicht", "niemand", "keine", "kein"].contains($0)
    }
    if words.contains("why") || words.contains("warum"),
      isDenied || words.contains(where: { watching.contains($0) })
    {
      return .safeguards
    }
    if isDenied, words.contains(where: { ["cause", "causes", "it", "reason", "culprit"].contains($0) }) {
      return .aside
    }
    // "Explanation B": one of several.
    if words.count > 1, words[1].count == 1, ["explanation", "theory", "option", "idea"].contains(words[0]) {
      return .aside
    }
    return words.contains { ["hypothesis", "hypotheses", "theories", "suspicions", "suspects"].contains($0) }
      ? .aside : nil
  }

  private static let watching: Set<String> = [
    "passed", "pass", "caught", "catch", "help", "helped", "noticed", "notice", "alarm", "alert", "tests",
    "test",
    "missed", "good", "green", "benchmarks", "rehearsal",
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
        "what we suspected", "what we suspected first", "first suspicion", "what we think",
        "what we chased", "considered and rejected", "considered and excluded", "rejected", "noise",
        "unrelated",
        "other things", "similar cases", "similar incidents", "similar", "previous incidents",
        "earlier incidents", "past incidents", "related incidents", "related", "recurrence", "appendix",
        "what people believed", "disproved", "false trails", "loud but harmless",
        "nicht die ursache", "zuerst vermutet", "was wir vermutet", "what was looked at", "what it wasn t",
        "excluded", "frühere vorfälle", "ähnliche vorfälle", "verworfen", "verworfene",
        "incidents antérieurs", "fausses pistes",
      ]
    ),
    (
      .followUp,
      [
        "action items", "next", "what changes", "what we ll change", "what we will change", "what we ll do",
        "what we will do", "what we change", "measures", "actions", "action", "follow up", "follow ups",
        "followups", "next steps",
        "review actions", "todo", "to do",
        "preventive measures", "corrective actions", "recommendations", "prevention", "tasks", "improvements",
        "proposed", "decisions", "agreed measures", "agreed actions", "what i d like us to have",
        "what we are going to do", "what we re going to do", "changes to", "countermeasures",
        "what we re changing",
        "what we are changing", "what we are doing", "what we re doing", "was tun wir", "what are we doing",
        "what we would do", "what we d do", "things we said", "improvement",
        "massnahmen",
        "maßnahmen", "nächste schritte", "suites", "actions correctives", "suite",
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
        "defenses", "testing gap", "test gap", "testing gaps", "detection gap", "monitoring gap",
        "alerting gap",
        "which checks exist", "was fehlte", "what was missing", "what should have caught",
        "what would have caught",
        "warum es nicht auffiel", "warum wurde es nicht", "why checks", "why it wasn t", "gaps",
        "was it known",
        "why staging", "why review", "ce qui a mal marché",
      ]
    ),
    (.factors, ["contributing factors", "contributing causes", "factors", "contributing", "why now"]),
    (.impact, ["what failed"]),
    (
      .cause,
      [
        "root cause", "root causes", "cause", "causes", "caused by", "trigger", "triggers", "why",
        "five whys", "analysis", "explanation", "reason", "reasons",
        "what went wrong technically", "mechanism", "the mechanism", "what was going on", "how it happened",
        "technical details", "vulnerability", "diagnosis", "findings", "who switched", "who changed",
        "how could this", "how did it happen", "what it was", "how it came about", "how it came to this",
        "what really happened", "woran lag es", "woran es lag", "wie konnte das", "the actual thing",
        "what was it", "wie kam es dazu", "how did it come to this",
        "what it turned out to be", "what it turned out", "the cause",
        "reason for outage",
        "direct cause", "the bug", "the fault", "fault", "what broke it",
        "why it happened", "what we found", "the explanation", "post mortem analysis", "technical analysis",
        "what was wrong", "ursache", "ursachen", "grund", "ursachenanalyse", "fehlerursache", "fehleranalyse",
        "origine", "explication", "cause racine", "causes racines", "analyse",
      ]
    ),
    (
      .lessons,
      [
        "lessons", "lessons learned", "learnings", "what went well", "what went wrong", "where we got lucky",
        "what could be improved", "takeaways",
      ]
    ),
    (
      .timeline,
      [
        "timeline", "key events", "chronology", "sequence of events", "sequence", "events", "ablauf",
        "zeitverlauf",
        "times",
      ]
    ),
    (
      .impact,
      [
        "impact", "affected", "customer impact", "blast radius", "user impact", "scope", "effect",
        "consequences", "damage", "cost", "costs", "what customers saw", "what users saw",
        "what did customers get", "what did users see", "what customers experienced",
        "what users experienced",
        "what customers noticed", "what users noticed", "auswirkung", "auswirkungen", "symptom", "symptoms",
        "what broke", "ce que les utilisateurs ont vu", "conséquences",
      ]
    ),
    (
      .detection,
      [
        "detection", "how we noticed", "how it was noticed", "how it was found", "how we found",
        "who noticed",
        "noticed by", "found by", "detected by", "reported by", "discovery", "monitoring", "alerts",
        "identified",
      ]
    ),
    (
      .resolution,
      [
        "resolution", "mitigation", "fix", "recovery", "remediation", "how it was resolved", "what we did",
        "response", "restoration", "solution", "getting out of it", "behebung",
      ]
    ),
    (
      .summary,
      [
        "summary", "what happened", "overview", "description", "executive summary", "issue summary",
        "problem", "incident", "background story", "tl dr", "short version", "in short", "in brief",
        "in one paragraph", "observed", "what we saw", "narrative", "review",
        "kurzfassung", "zusammenfassung",
      ]
    ),
    (.context, ["context", "background", "environment"]),
  ]
}

extension String {
  /// Without `Impact:`, `Root cause.` or `Why did it expire?` before it, a label that says which part of a report this is.
  var withoutLabel: String {
    guard let end = firstIndex(where: { ":?.".contains($0) }), distance(from: startIndex, to: end) <= 60
    else {
      return self
    }
    let label = Words.of(String(self[..<end]))
    let rest = String(self[index(after: end)...]).trimmingBlanks
    guard (1...(self[end] == "?" ? 9 : self[end] == ":" ? 3 : 2)).contains(label.count),
      Role(heading: label) != nil,
      Words.of(rest).count >= 4
    else {
      return self
    }
    return rest.capitalizedFirst
  }
}

/// Follows headings and labels down a post-mortem.
struct RoleReader {
  /// Whether the report has lessons in the usual three parts; only there is "What went wrong" one of them.
  private let hasLessons: Bool
  private var section: Role = .other
  private var label: Role?
  private var labelHasValue = false
  private var sawHeading = false
  private var linesRead = 0

  init(hasLessons: Bool) {
    self.hasLessons = hasLessons
  }

  /// - Parameter isApart: whether a blank line stands before this one.
  mutating func read(_ raw: String, _ plain: String, _ words: [String], isTimed: Bool, isApart: Bool) -> (
    Role, isHeading: Bool
  ) {
    linesRead += 1
    // "Impact: 63 partners" speaks for its paragraph; "Impact:" alone for all until the next.
    if isApart, labelHasValue { label = nil }
    if let heading = headingWords(raw, words) ?? (isApart && Self.isShouted(plain) ? words : nil) {
      // "Changes" at the end of a report are those to come; "Recent changes" are not.
      let announced =
        heading == ["changes"]
        ? Role.followUp
        : heading.starts(with: ["what", "went", "wrong"]) && !hasLessons ? .cause : Role(heading: heading)
      // A title says what happened, whatever words it has.
      let isTitle =
        !sawHeading && (announced == .aside || announced == nil || announced == .cause && linesRead == 1)
      section = isTitle ? .summary : announced ?? .other
      sawHeading = true
      label = nil
      return (section, true)
    }
    if let (announced, hasValue) = labelled(raw, plain) {
      label = announced
      labelHasValue = hasValue
      return (announced, !hasValue)
    }
    if isTimed, label == nil, section == .other || section == .summary || section == .timeline {
      return (.timeline, false)
    }
    return (label ?? section, false)
  }

  /// `WHERE THE CERTIFICATE CAME FROM`: how plain text heads a section.
  private static func isShouted(_ text: String) -> Bool {
    // "D. ROOT CAUSE (one sentence)"
    let plain = String(text.prefix { $0 != "(" })
    return (8...80).contains(plain.utf8.count) && plain.contains(" ")
      && !plain.contains { $0.isLowercase || "=:;{[".contains($0) }
      && plain.filter(\.isLetter).count * 3 > plain.count * 2
  }

  /// `## Root cause`, `**Root cause**` alone on its line, `Root cause` in a line of its own above `====`.
  private func headingWords(_ raw: String, _ words: [String]) -> [String]? {
    let trimmed = raw.drop { $0 == " " }
    if trimmed.hasPrefix("#") { return words }
    // "h2. Root cause", as Jira and Confluence write it.
    if PlainLine.isWikiHeading(trimmed) { return words }
    if let numbered = numberedHeading(raw) { return numbered }
    guard words.count <= 6, !words.isEmpty else { return nil }
    let isBold =
      (trimmed.hasPrefix("**") || trimmed.hasPrefix("__"))
      && (trimmed.hasSuffix("**") || trimmed.hasSuffix("__") || trimmed.hasSuffix(":**")
        || trimmed.hasSuffix("**:"))
    if isBold { return words }
    // "Root cause (field, filled 09/02)"
    let title = trimmed.last == ")" ? trimmed.prefix { $0 != "(" } : trimmed
    let titled = Words.of(String(title))
    let isBare =
      (1...4).contains(titled.count) && !title.contains(where: { ".,;|(`".contains($0) })
      && !trimmed.hasPrefix("-")
      && !trimmed.hasPrefix("*") && Role(heading: titled) != nil
    return isBare ? titled : nil
  }

  /// `3. What it turned out to be (Ragnhild)`, `5. Reason for outage`: how minutes and reports head their sections.
  private func numberedHeading(_ raw: String) -> [String]? {
    let digits = raw.prefix { $0.isNumber }
    guard (1...2).contains(digits.count), let mark = raw.dropFirst(digits.count).first, ".)".contains(mark)
    else {
      return nil
    }
    let title = raw.dropFirst(digits.count + 1).prefix { $0 != "(" }
    guard title.hasPrefix(" "), !title.contains(where: { ".,;:|?`".contains($0) }) else { return nil }
    let words = Words.of(String(title))
    return (1...6).contains(words.count) && Role(heading: words) != nil ? words : nil
  }

  /// `**How it was found.** The warehouse called …`: a label in bold, without a colon.
  private func boldLead(_ raw: String) -> Role? {
    let trimmed = raw.drop { $0 == " " }
    guard trimmed.hasPrefix("**"), let close = trimmed.dropFirst(2).firstRange(of: "**"),
      trimmed[close.upperBound...].contains(where: \.isLetter)
    else { return nil }
    let label = trimmed[trimmed.index(trimmed.startIndex, offsetBy: 2)..<close.lowerBound]
    guard let last = label.last, ".?!".contains(last) else { return nil }
    let words = Words.of(String(label))
    return (1...7).contains(words.count) ? Role(heading: words) : nil
  }

  /// `* Cause`, above bullets that say it.
  private func bareBullet(_ raw: String, _ plain: String) -> Role? {
    guard raw.hasPrefix("* ") || raw.hasPrefix("- ") || raw.hasPrefix("+ "),
      !plain.contains(where: { ".:;,?!".contains($0) })
    else { return nil }
    let words = Words.of(plain)
    return (1...6).contains(words.count) ? Role(heading: words) : nil
  }

  /// `Why did it expire? The ingress …`, `Who noticed? A partner …`: a question that the line answers.
  private func question(_ plain: String) -> Role? {
    guard let mark = plain.firstIndex(of: "?"), plain.distance(from: plain.startIndex, to: mark) <= 60
    else { return nil }
    let words = Words.of(String(plain[..<mark]).drop { !$0.isLetter }.description)
    // "WHY 3 - Why was the old certificate still presented?" stands above its answer.
    let isAnswered = plain[plain.index(after: mark)...].contains(where: \.isLetter)
    guard isAnswered || words.first == "why" && words.dropFirst().contains("why") else { return nil }
    return (1...11).contains(words.count) ? Role(heading: words) : nil
  }

  /// `Root cause: the pool …`, `- **Impact**:`, `__Impact__ …`.
  private func labelled(_ raw: String, _ plain: String) -> (Role, hasValue: Bool)? {
    if let role = boldLead(raw) ?? question(plain) { return (role, plain.last != "?") }
    if let role = bareBullet(raw, plain) { return (role, false) }
    // "| Direct cause | Each connection takes a file descriptor. |"
    if raw.drop(while: { $0 == " " }).hasPrefix("|"), let border = plain.firstRange(of: " — ") {
      let words = Words.of(String(plain[..<border.lowerBound]))
      if (1...6).contains(words.count), let role = Role(heading: words) { return (role, true) }
    }
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
