import Bytes
import Moments

/// Facts that a narrative states in labelled lines: `Started: 14:24 UTC`, `- **Time to repair**: 4h 9m`, `| Severity | P1 |`.
struct NarrativeFacts {
  struct Found<Value> {
    let value: Value
    let line: Int
  }

  private(set) var started: Found<TimeReading>?
  private(set) var detected: Found<TimeReading>?
  private(set) var mitigated: Found<TimeReading>?
  private(set) var resolved: Found<TimeReading>?
  private(set) var minutes: Found<Int>?
  /// The first "between 16:20 and 18:05" of the opening.
  private var span: (start: Found<TimeReading>, end: Found<TimeReading>)?
  private(set) var severity: Found<Severity>?
  private(set) var services: Found<[String]>?
  /// The first full date anywhere.
  private(set) var firstDate: Found<CivilDate>?
  /// The one zone that the text names.
  let zone: Zone?

  init(_ bytes: [UInt8], _ lines: Lines, from firstLine: Int) {
    zone = Zone.only(in: bytes)
    for number in lines.indices.dropFirst(firstLine - 1).prefix(5_000) {
      let range = lines[number]
      guard range.count <= 2_000 else { continue }
      let reader = TimeReader(bytes, within: range)
      if firstDate == nil, let dated = reader.all(from: range.lowerBound).first(where: { $0.date != nil }),
        let date = dated.date
      {
        firstDate = Found(value: date, line: number + 1)
      }
      readMarks(bytes, range, reader, line: number + 1)
      if span == nil, number < firstLine + 14 { readSpan(bytes, range, reader, line: number + 1) }
      for part in Self.parts(bytes, range) {
        guard let label = Label(bytes, part) else { continue }
        read(label, bytes, reader, line: number + 1, end: part.upperBound)
      }
    }
    // What labels say of either end stands.
    if resolved == nil, let span, started == nil || started?.line == span.start.line {
      (started, resolved) = (span.start, span.end)
    }
  }

  /// "From 06:10 to 07:34 UTC", "between 16:20 and 18:05", "zwischen 02:00 und 08:40 Uhr", "07:00 – 15:20 UTC" behind
  /// `Duration:`.
  private mutating func readSpan(_ bytes: [UInt8], _ range: Range<Int>, _ reader: TimeReader, line: Int) {
    let times = reader.all(from: range.lowerBound)
    for (first, second) in zip(times, times.dropFirst()) {
      guard first.secondOfDay != nil, second.secondOfDay != nil else { continue }
      let between = String(decoding: bytes[first.range.upperBound..<second.range.lowerBound], as: UTF8.self)
        .trimming { $0.isWhitespace || "*_`".contains($0) }.lowercased()
      let lead = bytes[range.lowerBound..<first.range.lowerBound]
      let before = String(decoding: lead.suffix(24), as: UTF8.self).lowercased()
        .split { !$0.isLetter }.suffix(2).map(String.init)
      let isSpan =
        switch between {
        case "and", "und": before.contains("between") || before.contains("zwischen")
        case "to", "until", "till", "bis":
          before.contains("from") || before.contains("von")
            || Self.spanLabels.contains(Label(bytes, range)?.text ?? "")
        case "-", "–", "—": before == ["duration"] || before == ["outage"] || before == ["impact", "window"]
        default: false
        }
      guard isSpan else { continue }
      // "09:00 to 10:00 UTC": the zone behind the second is the first one's too.
      var start = first
      start.zone = first.zone ?? second.zone
      span = (Found(value: start, line: line), Found(value: second, line: line))
      return
    }
  }

  /// "Date: 22 April 2026. Severity: 1. Service: dispatch-api.": a short line may hold several, one behind the other.
  private static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    guard range.count <= 200, bytes[range].count(where: { $0 == 0x3A }) > 1 else { return [range] }
    var parts: [Range<Int>] = [range]
    for index in range.dropLast(3) where bytes[index] == 0x2E && bytes[index + 1] == ASCII.space {
      if ASCII.isUpper(bytes[index + 2]) { parts.append((index + 2)..<range.upperBound) }
    }
    return parts
  }

  /// `02:03 full GC pause begins <START OF OUTAGE>`, `**OUTAGE ENDS**`: marks that templates put behind a timed line.
  private mutating func readMarks(_ bytes: [UInt8], _ range: Range<Int>, _ reader: TimeReader, line: Int) {
    guard range.count <= 400, bytes[range].contains(where: { $0 == 0x3C || $0 == 0x2A }) else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    func marks(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
    guard marks(["OUTAGE", "INCIDENT", "MITIGATED"]), let time = reader.first(from: range.lowerBound) else {
      return
    }
    let found = Found(value: time, line: line)
    if marks(["START OF OUTAGE", "OUTAGE BEGINS", "OUTAGE STARTS", "INCIDENT BEGINS"]) {
      started = started ?? found
    }
    if marks(["MITIGATED"]) { mitigated = mitigated ?? found }
    if marks(["END OF OUTAGE", "OUTAGE ENDS", "INCIDENT ENDS"]) { resolved = resolved ?? found }
  }

  private mutating func read(_ label: Label, _ bytes: [UInt8], _ reader: TimeReader, line: Int, end: Int) {
    let value = String(decoding: bytes[label.valueStart..<end], as: UTF8.self)
    if Self.startLabels.contains(label.text) {
      started = started ?? reader.first(from: label.valueStart).map { Found(value: $0, line: line) }
    } else if Self.detectLabels.contains(label.text) {
      detected = detected ?? reader.first(from: label.valueStart).map { Found(value: $0, line: line) }
    } else if Self.mitigateLabels.contains(label.text) {
      mitigated = mitigated ?? reader.first(from: label.valueStart).map { Found(value: $0, line: line) }
    } else if Self.resolveLabels.contains(label.text) {
      resolved = resolved ?? reader.first(from: label.valueStart).map { Found(value: $0, line: line) }
    } else if Self.durationLabels.contains(label.text) {
      // The outage ends with the repair; what is done until all is resolved hurts nobody.
      guard minutes == nil || label.text == "time to repair" || label.text == "duration" else { return }
      minutes = Minutes.read(value).map { Found(value: $0, line: line) } ?? minutes
    } else if Self.severityLabels.contains(label.text) {
      severity = severity ?? Severity(value).map { Found(value: $0, line: line) }
    } else if Self.serviceLabels.contains(label.text), services == nil {
      let names = Self.names(value)
      if !names.isEmpty { services = Found(value: names, line: line) }
    }
  }

  /// Short names between commas; a sentence isn't a list of services.
  private static func names(_ value: String) -> [String] {
    // "Service: orders. Severity: SEV1." is a list of facts on one line; the names end where the first sentence does.
    let list = value.split(separator: ". ", maxSplits: 1).first ?? ""
    let parts = withoutRemarks(list).split(whereSeparator: { ",;|".contains($0) }).map { part in
      part.trimming { $0.isWhitespace || "*_`.[]".contains($0) }
    }
    let names = parts.filter { !$0.isEmpty }
    let areNames = names.allSatisfy { $0.count <= 40 && $0.split(separator: " ").count <= 3 }
    return areNames ? names : []
  }

  /// `hivegate (MQTT broker, single node)`: what a name is said to be isn't part of it.
  private static func withoutRemarks(_ list: Substring) -> String {
    var depth = 0
    return String(
      list.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")" { depth = max(0, depth - 1) } }
        return depth == 0
      })
  }

  private static let spanLabels: Set<String> = [
    "dates", "date", "when", "time", "duration", "outage", "window",
  ]

  private static let startLabels: Set<String> = [
    "start", "started", "started at", "start time", "incident start", "incident started", "fault occurs",
    "fault occurred", "began", "beginning", "impact start", "impact started", "outage start",
    "outage started",
    "from", "first occurrence", "start of incident", "start of impact", "when",
  ]
  private static let detectLabels: Set<String> = [
    "detected", "detected at", "detection", "team aware", "identified at", "alerted", "time detected",
    "reported at",
    "detection time", "first alert", "paged", "first detected", "first noticed", "noticed", "noticed at",
  ]
  private static let mitigateLabels: Set<String> = [
    "mitigated", "mitigated at", "time mitigated", "mitigation time", "impact mitigated",
    "incident mitigated", "repaired", "repaired at", "workaround in place",
  ]
  private static let resolveLabels: Set<String> = [
    "resolved", "resolved at", "end", "ended", "end time", "incident end", "incident resolved",
    "incident ended",
    "fixed", "impact end", "impact ended", "outage end", "outage ended", "to", "recovered",
    "resolution time", "end of incident", "end of impact", "closed", "service restored", "restored",
  ]
  private static let durationLabels: Set<String> = [
    "duration", "time to resolve", "time to repair", "outage", "outage duration", "impact duration",
    "downtime",
    "incident duration", "total downtime", "length", "time to recovery", "minutes of outage",
  ]
  private static let severityLabels: Set<String> = [
    "severity", "priority", "sev", "incident severity", "impact level",
  ]
  private static let serviceLabels: Set<String> = [
    "service", "services", "affected", "affected services", "services affected", "affected service",
    "components",
    "affected components", "systems affected", "affected systems", "impacted services", "component", "system",
    "systems", "impacted systems", "impacted service", "impacted components", "application", "applications",
    "equipment", "device", "devices", "affected component", "impacted component", "configuration item",
    "betroffenes system", "betroffene systeme", "betroffener dienst", "betroffene dienste", "dienst",
    "dienste",
    "komponente", "komponenten",
  ]
}

/// The words before the first colon, table cell border or time of a line, without Markdown's marks.
private struct Label {
  let text: String
  let valueStart: Int

  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var words: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound, index - range.lowerBound < 80 {
      let byte = bytes[index]
      if byte == 0x3A || (byte == 0x7C && words.contains(where: ASCII.isLetter)) { break }
      // "Fault occurs 2020-02-25 07:32": the value begins where the first number does.
      if ASCII.isDigit(byte), words.last == ASCII.space { break }
      // "Services      billing, ledger": columns.
      if ASCII.isLetter(byte), index >= range.lowerBound + 3, words.last == ASCII.space,
        bytes[index - 1] == ASCII.space, bytes[index - 2] == ASCII.space, bytes[index - 3] == ASCII.space
      {
        break
      }
      if ASCII.isLetter(byte) {
        words.append(ASCII.lowered(byte))
      } else if !"*_#|->`() \t".utf8.contains(byte), byte != 0x2B {
        return nil
      } else if words.last != nil, words.last != ASCII.space {
        words.append(ASCII.space)
      }
      index += 1
    }
    while words.last == ASCII.space { words.removeLast() }
    guard !words.isEmpty, words.count < 40, index < range.upperBound else { return nil }
    text = String(decoding: words, as: UTF8.self)
    valueStart = ASCII.isDigit(bytes[index]) || ASCII.isLetter(bytes[index]) ? index : index + 1
  }
}

/// Lengths of time as people write them, in minutes.
package enum Minutes {
  /// Reads `45`, `45 min`, `4h 9m`, `1h30`, `1 hour 5 minutes`, `2.5 hours`, `1d 2h`, `PT1H5M` and `01:05:00`; nil for
  /// other text.
  package static func read(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    if let clock = clock(bytes) { return clock }
    let isISO = bytes.first == 0x50 && bytes.dropFirst().contains(where: ASCII.isDigit)
    var index = 0
    var total = 0.0
    var found = false
    while index < bytes.count {
      guard ASCII.isDigit(bytes[index]) else {
        if found, !isJoint(bytes, index) { break }
        index += 1
        continue
      }
      // "SEV1" and "14:24" are no lengths.
      if !found, !isISO, index > 0, ASCII.isLetter(bytes[index - 1]) { return nil }
      let end = numberEnd(bytes, index)
      guard let number = Double(String(decoding: bytes[index..<end], as: UTF8.self)), number < 1e7 else {
        return nil
      }
      if end < bytes.count, bytes[end] == 0x3A { return nil }
      let (unit, unitEnd) = unit(bytes, end, isISO: isISO)
      guard let minutes = unitMinutes(unit) else {
        // "1h30": minutes without their unit; "45": minutes alone.
        guard unit.isEmpty, unitEnd == bytes.count, !found || bytes[index - 1] | 0x20 == 0x68 else { break }
        total += number
        found = true
        break
      }
      total += number * minutes
      found = true
      index = unitEnd
    }
    guard found, total < 1e7 else { return nil }
    return Int(total.rounded(.up))
  }

  private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let isPoint = bytes[end] == 0x2E && end + 1 < bytes.count && ASCII.isDigit(bytes[end + 1])
      guard ASCII.isDigit(bytes[end]) || isPoint else { break }
      end += 1
    }
    return end
  }

  /// The letters behind a number; ISO 8601 has one for each.
  private static func unit(_ bytes: [UInt8], _ start: Int, isISO: Bool) -> (String, end: Int) {
    var start = start
    while start < bytes.count, ASCII.isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, ASCII.isLetter(bytes[end]), !isISO || end == start { end += 1 }
    return (String(decoding: bytes[start..<end].map(ASCII.lowered), as: UTF8.self), end)
  }

  private static func unitMinutes(_ unit: String) -> Double? {
    switch unit {
    case "d", "day", "days": 1_440
    case "h", "hr", "hrs", "hour", "hours": 60
    case "m", "min", "mins", "minute", "minutes": 1
    case "s", "sec", "secs", "second", "seconds": 1.0 / 60
    case "w", "week", "weeks": 10_080
    default: nil
    }
  }

  /// What may stand between two parts: blanks, commas, "and", the T of ISO 8601.
  private static func isJoint(_ bytes: [UInt8], _ index: Int) -> Bool {
    ASCII.isBlank(bytes[index]) || bytes[index] == 0x2C || "andtAND T".utf8.contains(bytes[index])
  }

  /// `01:05:00`, alone.
  private static func clock(_ bytes: [UInt8]) -> Int? {
    let word = bytes.drop(while: ASCII.isBlank).prefix { !ASCII.isBlank($0) }
    let parts = word.split(separator: 0x3A, omittingEmptySubsequences: false).map { ASCII.number($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2] else {
      return nil
    }
    return hours * 60 + minutes + (seconds > 0 ? 1 : 0)
  }
}

extension StringProtocol {
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
  }
}
