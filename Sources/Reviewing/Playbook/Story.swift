import Moments
import Sanitizing

/// What happened when, and to whom, in the incident's own words.
struct Story {
  private let lines: [ReadLine]
  private let facts: IncidentFacts

  init(_ narrative: Narrative, _ facts: IncidentFacts) {
    lines = narrative.lines
    self.facts = facts
  }

  /// The sentence that says best what failed, and for whom; where none does, what the engineers called it.
  var headline: String {
    var best: (sentence: String, score: Int)?
    for (index, sentence) in opening.enumerated() {
      // Who sums up says the most important first.
      let score = self.score(sentence) + (index < 2 ? 1 : 0)
      if score >= 6, score > best?.score ?? 0 { best = (sentence, score) }
    }
    return best?.sentence.asSentence.capitalizedFirst ?? title.asSentence.capitalizedFirst
  }

  /// The title without `Incident on 2020-08-25 - ` before it.
  private var title: String {
    let whole = facts.title.string
    guard let dash = whole.firstRange(of: " - ") ?? whole.firstRange(of: ": ") ?? whole.firstRange(of: " – ")
    else {
      return whole
    }
    let first = whole[..<dash.lowerBound]
    let isDated = first.count(where: \.isNumber) >= 4 || first.lowercased().hasPrefix("incident")
    let rest = whole[dash.upperBound...]
    return isDated && Words.of(String(rest)).count >= 2 ? String(rest) : whole
  }

  /// What the summary and the impact say, else the first lines.
  private var opening: [String] {
    let told = lines.filter {
      !$0.isHeading && !$0.isLog && !$0.isAside && !isField($0) && !$0.plain.contains(" — ")
    }
    let summed = told.filter { $0.role == .summary }.prefix(6) + told.filter { $0.role == .impact }.prefix(4)
    return (summed.isEmpty ? told.filter { $0.role == .other }.prefix(3)[...] : summed[...]).flatMap(
      \.sentences)
  }

  private func score(_ sentence: String) -> Int {
    let words = Words.of(sentence)
    guard words.count >= 6, (36...260).contains(sentence.count), !Self.leaning.contains(words[0]),
      ".!".contains(sentence.last ?? " "), !sentence.contains(" /"), !sentence.contains("://"),
      !sentence.contains("‹"),
      words.contains(where: Self.isPast)
    else { return 0 }
    var score = 1
    if Self.failures.matches(in: words) { score += 2 }
    if facts.services.contains(where: { words.contains($0.string.lowercased()) }) { score += 2 }
    if words.contains(where: Self.affected.contains) { score += 2 }
    if words.contains(where: { $0.hasPrefix("minute") || $0.hasPrefix("hour") || $0 == "utc" }) { score += 1 }
    return score
  }

  /// What happened is told in the past; how a system works isn't.
  private static func isPast(_ word: String) -> Bool {
    past.contains(word) || word.count > 4 && word.hasSuffix("ed")
  }

  private static let past: Set<String> = [
    "was", "were", "had", "could", "couldn", "did", "didn", "lost", "went", "ran", "took", "began", "broke",
    "fell",
    "saw", "got", "kept", "stood", "held", "sent", "made", "became", "rose", "came", "wasn", "weren", "stuck",
  ]
  private static let affected: Set<String> = [
    "customers", "users", "requests", "orders", "tenants", "checkouts", "payments", "pages", "sessions",
    "people",
    "traffic", "shoppers", "clients", "logins", "baskets", "calls", "jobs", "messages", "deliveries",
    "service",
  ]

  /// Words that lean on the sentence before, or say what did not happen.
  private static let leaning: Set<String> = [
    "it", "this", "that", "these", "those", "they", "he", "she", "and", "but", "so", "if", "no", "nothing",
    "nobody",
    "none", "also", "then", "i", "we", "not", "either", "neither", "however",
  ]
  private static let failures = PhraseTable([
    "(fail*|crash*|unavailab*|outage|lost|broke*|stopped|degraded|slow|expired|deleted|destroyed|exhausted|refused|rejected|corrupt*|stuck|stalled|down|unresponsive|leaked|exposed|unable|errors|error|503|500|502|504)",
    "(could|can|did) (not|n t)", "(couldn|didn|wasn|weren|cannot)", "ran out",
  ])

  /// `Severity: SEV2` and its like.
  private func isField(_ line: ReadLine) -> Bool {
    guard let colon = line.plain.firstIndex(of: ":") else { return false }
    return line.plain.distance(from: line.plain.startIndex, to: colon) < 24
      && !line.plain[..<colon].contains(" — ")
  }

  /// Timed lines in order: all of the narrative's, and the logs' where there is room.
  func timeline(most: Int) -> [TimelineEntry<String>] {
    var told = lines.filter {
      $0.moment != nil && !$0.isLog && !$0.isHeading && ![.followUp, .aside].contains($0.role)
        // "Time to resolve: 33h 15m (during support hours 10:00-17:00)" is no moment.
        && !$0.words.starts(with: ["time", "to"])
    }
    let logged = lines.filter { $0.moment != nil && $0.isLog && !$0.signals.isEmpty }
    if told.count > most {
      let ranked = told.dropFirst().dropLast().sorted {
        ($1.signals.count, $0.number) < ($0.signals.count, $1.number)
      }
      let kept = Set([told[0].number, told[told.count - 1].number] + ranked.prefix(most - 2).map(\.number))
      told = told.filter { kept.contains($0.number) }
    }
    let chosen = told + logged.prefix(max(0, min(4, most - told.count)))
    return chosen.flatMap(entries).sorted { left, right in
      guard let first = left.moment, let second = right.moment, first.seconds != second.seconds else {
        return left.statement.evidence[0] < right.statement.evidence[0]
      }
      return first.seconds < second.seconds
    }
  }

  /// One for each sentence that begins with a time of its own: "04:00 both jobs start. 04:37 both are done."
  private func entries(_ line: ReadLine) -> [TimelineEntry<String>] {
    guard let moment = line.moment else { return [] }
    let day = moment.local(in: line.zone).date
    let timed =
      line.isLog
      ? []
      : line.sentences.compactMap { sentence -> (String, Moment)? in
        guard let reading = TimeReader(Array(sentence.utf8)).first(from: 0), reading.range.lowerBound == 0,
          reading.date == nil, let own = reading.moment(assuming: day, in: line.zone)?.moment
        else { return nil }
        return (sentence, own)
      }
    guard timed.count > 1 else { return entry(line, line.plain, moment).map { [$0] } ?? [] }
    return timed.compactMap { entry(line, $0.0, $0.1) }
  }

  private func entry(_ line: ReadLine, _ plain: String, _ moment: Moment) -> TimelineEntry<String>? {
    guard let clock = moment.clock(in: line.zone) else { return nil }
    let text = line.isLog ? Self.message(plain) ?? TimedLine.withoutTime(plain) : TimedLine.withoutTime(plain)
    let words = Words.of(text)
    // "Duration", "Date: Fri": a field's name beside its time says nothing.
    let isField = words.count <= 2 && words.first.map(Self.fields.contains) ?? true
    guard !isField, words.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
    let shown = line.count > 1 ? "\(text) (\(line.count) times)" : text
    let day = moment.local(in: line.zone)
    let isOtherDay = facts.started.map { $0.local(in: line.zone).date != day.date } ?? false
    return TimelineEntry(
      time: isOtherDay ? "\(day.dayText), \(clock)" : clock, moment: moment,
      statement: Statement(shown.capitalizedFirst, evidence: [line.number]))
  }

  /// What a JSON line says: the value of its message field, as written.
  private static func message(_ plain: String) -> String? {
    guard plain.hasPrefix("{") else { return nil }
    for name in ["\"msg\":\"", "\"message\":\"", "\"MESSAGE\":\""] {
      guard let start = plain.firstRange(of: name)?.upperBound else { continue }
      var end = start
      while end < plain.endIndex, plain[end] != "\"" {
        end =
          plain.index(end, offsetBy: plain[end] == "\\" ? 2 : 1, limitedBy: plain.endIndex) ?? plain.endIndex
      }
      if end > start { return String(plain[start..<end]) }
    }
    return nil
  }

  private static let fields: Set<String> = ["duration", "date", "when", "sent", "times"]

  /// `Start: 11/06/2024 13:26`, `Reference: RFO-2024-0611`: a fact with its label, which says nothing of whom it hurt.
  static func isFact(_ line: ReadLine) -> Bool {
    guard let colon = line.plain.firstIndex(of: ":"),
      line.plain.distance(from: line.plain.startIndex, to: colon) < 24
    else { return false }
    let label = Words.of(String(line.plain[..<colon]))
    return (1...2).contains(label.count) && Role(heading: label) != .impact
      && Words.of(String(line.plain[colon...])).count <= 6
  }

  func blastRadius(_ component: String) -> [Statement<String>] {
    var statements: [Statement<String>] = []
    let told = lines.filter {
      $0.role == .impact && !$0.isHeading && $0.words.count >= 4 && !$0.isAside && !Self.isFact($0)
    }
    for line in told.prefix(4) {
      statements.append(
        Statement(line.plain.withoutLabel.asSentence.capitalizedFirst, evidence: [line.number]))
    }
    if statements.isEmpty {
      let counted = lines.filter { line in
        !line.isLog && !line.isHeading && !line.isAside
          && line.words.contains {
            ["users", "customers", "requests", "orders", "tenants", "checkouts", "payments"].contains($0)
          }
          && line.words.contains { $0.allSatisfy(\.isNumber) }
      }
      for line in counted.prefix(2) {
        statements.append(
          Statement(
            line.sentences.prefix(2).joined(separator: " ").asSentence.capitalizedFirst,
            evidence: [line.number]))
      }
    }
    return statements
  }

  /// The last change that the timeline tells in the day before the first fault.
  var changeBeforeFault: ReadLine? {
    let timed = lines.filter {
      $0.moment.map { $0.precision >= .minute } ?? false && !$0.isLog && !$0.isHeading && !$0.isAside
    }
    .sorted { ($0.moment?.seconds ?? 0, $0.number) < ($1.moment?.seconds ?? 0, $1.number) }
    guard let fault = timed.firstIndex(where: { Self.tellsOf(Self.faults, $0) }) else { return nil }
    guard let told = timed[fault].moment?.seconds else { return nil }
    // What people did after it had begun isn't what began it; without a start nobody knows which was which.
    guard let started = facts.started, started.precision >= .minute else { return nil }
    let began = min(told, started.seconds)
    return timed[..<fault].last { line in
      Self.tellsOf(Self.changes, line) && !Self.tellsOf(Self.faults, line)
        && !Self.undoes(line)
        && line.moment.map { (0...86_400).contains(began - $0.seconds) } ?? false
    }
  }

  /// Users noticed first, or detection took ten minutes or more.
  var lateDetection: (text: String, evidence: [Int])? {
    let told = lines.first { line in
      !line.isLog && ![.followUp, .impact, .aside].contains(line.role) && line.told.contains { !$0.isAside }
        && Self.tellsWhoNoticed(line.plain)
    }
    if let told, !alarmed(before: told) {
      return (
        "No test shows that an alert comes before people notice. Here: “\(told.sentences.first(where: Self.tellsWhoNoticed) ?? told.plain)”",
        [told.number]
      )
    }
    guard let started = facts.started, let detected = facts.detected, started.precision >= .minute,
      detected.precision >= .minute, case let minutes = started.minutes(until: detected),
      (10...20_160).contains(minutes)
    else {
      return promisedAlert.map { line in
        (
          "No test shows that an alert comes: the team promises one. Here: “\(line.plain.shortened(to: 160))”",
          [line.number]
        )
      }
    }
    let (start, notice) = (line(at: started), line(at: detected))
    // As the lines tell the times, where they do; the facts' own are in UTC.
    let from = start?.clock ?? "\(started.clock) UTC"
    let to = notice?.clock ?? "\(detected.clock) UTC"
    return (
      "No test shows that an alert would come sooner: \(Span.text(minutes: minutes)) passed between the start at \(from) and detection at \(to).",
      [start, notice].compactMap { $0?.number }
    )
  }

  /// Whether the text tells of an alert or a page at an earlier time than somebody's report.
  private func alarmed(before report: ReadLine) -> Bool {
    guard let told = report.moment, told.precision >= .minute else { return false }
    return lines.contains { line in
      guard let moment = line.moment, moment.precision >= .minute, moment.seconds < told.seconds,
        !line.isAside
      else {
        return false
      }
      return Self.alarms.matches(in: line.words) && !line.words.contains(where: Negation.has)
    }
  }

  /// An alert that the team promises: there was none.
  private var promisedAlert: ReadLine? {
    lines.first { $0.role == .followUp && !$0.isHeading && !$0.isLog && Self.promises.matches(in: $0.words) }
  }

  private static let alarms = PhraseTable([
    "(alert|alerts|alarm|alarms|pager|probe) .. (fired|triggered|paged|received|came|started|went)",
    "(received|got|saw) .. (alert|alerts|alarm|alarms)", "(alert|alarm|probe|monitor|pagerduty) paged",
    "(alertmanager|pagerduty|opsgenie) (fired|alerted|paged)",
  ])
  private static let promises = PhraseTable([
    "(implement|add|create|setup|set up|introduce|configure|build|improve) .. (alert|alerts|alerting|alarm|alarms)",
    "(alert|alarm) (when|if|on|before|for|as soon as)",
    "(change|raise|make) .. (alert|alarm) .. (priority|page)",
  ])

  private func line(at moment: Moment) -> ReadLine? {
    lines.first {
      $0.moment.map { $0.seconds / 60 == moment.seconds / 60 && $0.precision >= .minute } ?? false
    }
  }

  private static func tellsWhoNoticed(_ sentence: String) -> Bool {
    var words = Words.of(sentence)
    // "One customer, reported by …" names who told of the customer; the customer didn't tell.
    while let by = words.indices.first(where: { $0 > 0 && words[$0] == "by" && words[$0 - 1] == "reported" })
    {
      words.replaceSubrange((by - 1)...by, with: ["reportedby"])
    }
    return noticed.matches(in: words)
  }

  private static func undoes(_ line: ReadLine) -> Bool {
    tellsOf(undoing, line)
      || zip(line.words, line.words.dropFirst()).contains { $0.hasPrefix("roll") && $1 == "back" }
  }

  private static func tellsOf(_ stems: [String], _ line: ReadLine) -> Bool {
    line.words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private static let changes = [
    "deploy", "releas", "rollout", "rolled", "migrat", "upgrad", "config", "merg", "flag", "enabl", "appl",
    "scal", "restart", "patch", "chang",
  ]
  /// What undoes a change or is no more than taken for one.
  private static let undoing = ["rollback", "revert", "restor", "attempt", "assum", "unrelated"]
  private static let faults = [
    "error", "fail", "alert", "page", "timeout", "timed", "5xx", "500", "502", "503", "504", "spike", "drop",
    "down", "crash", "oom", "exhaust", "unavailab", "lag",
  ]
  private static let noticed = PhraseTable([
    "(customer|customers|user|users|client|clients|support|somebody|someone|colleague|developers) .. (reported|complained|noticed|raised|informed|told|contacted|called)",
    "(reportedby|raised by|noticed by) .. (customer|customers|user|users|client|support|team|developer|developers)",
    "no alert* .. (fired|triggered|was|were|paged)", "alert* did (not|n t) fire", "alerts didn t fire",
    "without .. alert", "monitoring did not",
    "(alert|alerts|alerting) not (catching|firing|covering|detecting)",
  ])
}
