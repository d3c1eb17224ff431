import Bytes
import Diagnostics
import Moments

/// When an incident began, was noticed, was no longer felt and ended, from the best source that says so.
struct Dates {
  /// Where a day comes from that says nothing of the incident.
  static let firstCommit = "the first commit"

  private(set) var started: Fact<Moment>?
  private(set) var detected: Fact<Moment>?
  private(set) var mitigated: Fact<Moment>?
  private(set) var resolved: Fact<Moment>?
  private(set) var diagnostics: [Diagnostic] = []
  /// In which the text's times without a zone are meant.
  private let zone: Zone?

  init(_ file: IncidentFile, _ front: FrontMatter, _ narrative: NarrativeFacts) {
    zone = narrative.zone
    let day = Self.day(file, front, narrative)
    started = read(
      front["started", "start", "startedat", "starttime", "date", "begin", "occurred"], day, file.path)
    if started.map({ $0.value.precision == .day }) ?? true {
      let stated = narrative.started.flatMap { fact($0.value, line: $0.line, day?.value) }
      if let stated, stated.value.precision >= .minute || started == nil { started = stated }
    }
    detected =
      read(front["detected", "detectedat", "acknowledged", "aware"], day, file.path)
      ?? narrative.detected.flatMap { fact($0.value, line: $0.line, started?.value.date ?? day?.value) }
    mitigated =
      read(front["mitigated", "mitigatedat"], day, file.path)
      ?? narrative.mitigated.flatMap { fact($0.value, line: $0.line, started?.value.date ?? day?.value) }
    resolved =
      read(front["resolved", "end", "resolvedat", "ended", "resolvedwhen", "endtime"], day, file.path)
      ?? narrative.resolved.flatMap { fact($0.value, line: $0.line, started?.value.date ?? day?.value) }
    if started == nil, let day { started = Fact(Moment(day.value), day.basis) }
    rollOverMidnight()
    // What is mitigated and said to be nothing more is over.
    resolved = resolved ?? mitigated
    if let started, let resolved, resolved.value < started.value, resolved.value.precision >= .minute {
      diagnostics.append(
        .warning(
          "it ends before it starts; its length is left out",
          at: SourceLocation(file.path, line: resolved.line)))
    }
  }

  /// The day of the incident: what a bare clock time refers to.
  private static func day(_ file: IncidentFile, _ front: FrontMatter, _ narrative: NarrativeFacts) -> Fact<
    CivilDate
  >? {
    for value in [front["date"], front["started", "start", "startedat"]] {
      guard let value, let text = value.text else { continue }
      if let date = TimeReader(Array(text.utf8)).first(from: 0)?.date {
        return Fact(date, .stated(line: value.line))
      }
    }
    for part in file.name.split(separator: "/").reversed() {
      let bytes = Array(part.utf8)
      if let date = TimeReader(bytes).all().lazy.compactMap(\.date).first {
        return Fact(date, .guessed(from: "the file's name"))
      }
    }
    if let started = narrative.started, let date = started.value.date {
      return Fact(date, .stated(line: started.line))
    }
    if let first = narrative.firstDate {
      return Fact(first.value, .guessed(from: "the first date in the text"))
    }
    return file.history.map { Fact($0.added.date, .guessed(from: firstCommit)) }
  }

  private mutating func read(_ value: FrontMatter.Value?, _ day: Fact<CivilDate>?, _ path: String) -> Fact<
    Moment
  >? {
    guard let value, let text = value.text else { return nil }
    let reading = TimeReader(Array(text.utf8)).first(from: 0)
    guard let fact = reading.flatMap({ fact($0, line: value.line, day?.value) }) else {
      diagnostics.append(
        .warning(
          "not a date or time; write it like 2026-03-14T14:24:00Z", at: SourceLocation(path, line: value.line)
        ))
      return nil
    }
    return fact
  }

  private func fact(_ reading: TimeReading, line: Int, _ day: CivilDate?) -> Fact<Moment>? {
    guard let (moment, _) = reading.moment(assuming: day, in: zone) else { return nil }
    if reading.date == nil { return Fact(moment, .guessed(from: "its time of day")) }
    return Fact(moment, .stated(line: line))
  }

  /// An outage that starts at 23:50 is noticed at 00:05 and ends at 00:20 of the next day.
  private mutating func rollOverMidnight() {
    guard let start = started?.value, start.precision >= .minute else { return }
    func following(_ fact: Fact<Moment>?) -> Fact<Moment>? {
      guard let fact, fact.isGuess, fact.value < start else { return fact }
      return Fact(Moment(seconds: fact.value.seconds + 86_400, precision: fact.value.precision), fact.basis)
    }
    mitigated = following(mitigated)
    resolved = following(resolved)
    // An alarm may come shortly before the start that people agree on later; half a day before, it didn't.
    if let early = detected?.value, start.seconds - early.seconds > 43_200 { detected = following(detected) }
  }
}

extension Fact {
  fileprivate var line: Int? {
    if case .stated(let line) = basis { line } else { nil }
  }
}
