import Bytes

/// Finds dates and times in the forms that people and programs write them.
///
/// Reads ISO 8601 and its cousins (`2026-03-14T14:24:07.123Z`, `2026/03/14 14:24`, `14.03.2026`), syslog and Go
/// (`Mar 14 14:24:07`), Apache (`14/Mar/2026:14:24:07 +0100`), prose (`March 14th, 2026`, `14 Mar 2026`,
/// `2:24 pm UTC`) and bare clock times (`14:24`, `14:24:07`). A form it doesn't know gives nothing, never a guess.
package struct TimeReader: Sendable {
  private let bytes: [UInt8]
  private let end: Int

  package init(_ bytes: [UInt8], within range: Range<Int>? = nil) {
    self.bytes = bytes
    end = range?.upperBound ?? bytes.count
  }

  /// The first date or time at or after `start`.
  package func first(from start: Int) -> TimeReading? {
    var index = start
    while index < end {
      if isStart(index), let reading = reading(at: index) { return reading }
      index += 1
    }
    return nil
  }

  /// All dates and times from `start` on, in order, not overlapping.
  package func all(from start: Int = 0) -> [TimeReading] {
    var found: [TimeReading] = []
    var index = start
    while let next = first(from: index) {
      found.append(next)
      index = next.range.upperBound
    }
    return found
  }

  /// The date or time that begins exactly at `index`.
  package func reading(at index: Int) -> TimeReading? {
    var cursor = Cursor(bytes: bytes, index: index, end: end)
    var reading = TimeReading(range: index..<index)
    let hasDate = cursor.readDate(into: &reading)
    var afterDate = cursor
    if hasDate {
      cursor.skipDateTimeSeparator()
      if cursor.readClock(into: &reading) { afterDate = cursor }
    } else {
      guard cursor.readClock(into: &reading) else { return nil }
      afterDate = cursor
      afterDate.readTrailingDate(into: &reading)
    }
    if reading.secondOfDay != nil { afterDate.readZone(into: &reading) }
    reading.range = index..<afterDate.index
    return reading
  }

  private func isStart(_ index: Int) -> Bool {
    let byte = bytes[index]
    guard ASCII.isDigit(byte) || ASCII.isLetter(byte) else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    if before == 0x2E || before == 0x3A || before == 0x2D, index > 1, ASCII.isDigit(bytes[index - 2]) {
      // "14:24-14:50" ends a range of times; any other digits so joined are one number.
      return before == 0x2D && index > 3 && bytes[index - 4] == 0x3A
    }
    return !ASCII.isWord(before) && !isInsideAddress(index)
  }

  /// Whether a colon-separated hexadecimal address (MAC, IPv6) runs up to `index`.
  private func isInsideAddress(_ index: Int) -> Bool {
    guard bytes[index - 1] == 0x3A else { return false }
    let address = bytes[..<index].suffix(12).reversed().prefix { $0 == 0x3A || ASCII.isHex($0) }
    return address.count { $0 == 0x3A } > 1
  }
}

/// A reading position; every `read` either consumes what it names or leaves the position alone.
private struct Cursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  /// A date joined to its time by `T`, as programs write it.
  private var isJoinedByT = false

  init(bytes: [UInt8], index: Int, end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  var current: UInt8? { index < end ? bytes[index] : nil }

  func peek(_ offset: Int) -> UInt8? { index + offset < end ? bytes[index + offset] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  /// Digits, between `minimum` and `maximum` of them, not followed by another digit.
  mutating func digits(_ minimum: Int, _ maximum: Int) -> Int? {
    var length = 0
    var value = 0
    while let byte = peek(length), ASCII.isDigit(byte), length <= maximum {
      value = value * 10 + Int(byte &- 48)
      length += 1
    }
    guard (minimum...maximum).contains(length) else { return nil }
    index += length
    return value
  }

  /// An English month name, whole or its first three letters.
  mutating func monthName() -> Int? {
    // Letters as one number; no name is longer than nine.
    var letters: UInt64 = 0
    var length = 0
    while let byte = peek(length), ASCII.isLetter(byte), length < 10 {
      if length < 8 { letters = letters << 8 | UInt64(ASCII.lowered(byte)) }
      length += 1
    }
    guard length >= 3, let month = Self.months[MonthKey(letters: letters, length: length)] else { return nil }
    index += length
    _ = take(0x2E)
    return month
  }

  private struct MonthKey: Hashable {
    /// The first eight, one byte each.
    let letters: UInt64
    let length: Int

    init(letters: UInt64, length: Int) {
      self.letters = letters
      self.length = length
    }

    init(_ name: String) {
      self.init(letters: name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, length: name.utf8.count)
    }
  }

  private static let months: [MonthKey: Int] = {
    var months: [MonthKey: Int] = [MonthKey("sept"): 9]
    for (index, name) in monthNames.enumerated() {
      months[MonthKey(name)] = index + 1
      months[MonthKey(String(name.prefix(3)))] = index + 1
    }
    return months
  }()

  /// Whether a point or colon and one more digit follow, as in versions and addresses.
  private var continuesNumber: Bool {
    (current == 0x2E || current == 0x3A) && peek(1).map(ASCII.isDigit) == true
  }

  mutating func readDate(into reading: inout TimeReading) -> Bool {
    let start = self
    if readNumericDate(into: &reading) || readNamedDate(into: &reading) { return true }
    self = start
    return false
  }

  /// 2026-03-14, 2026/03/14, 20260314 is left alone, 14.03.2026, 14/Mar/2026, 14-Mar-2026, 03/14/2026, 14/03/2026.
  private mutating func readNumericDate(into reading: inout TimeReading) -> Bool {
    let start = self
    if let year = digits(4, 4), let separator = current, separator == 0x2D || separator == 0x2F {
      index += 1
      if let month = digits(1, 2), take(separator), let day = digits(1, 2),
        let date = CivilDate(year: year, month: month, day: day)
      {
        reading.date = date
        return true
      }
    }
    self = start
    if let day = digits(1, 2), let separator = current, [0x2E, 0x2F, 0x2D].contains(separator) {
      index += 1
      let afterSeparator = self
      if separator != 0x2E, let month = monthName(), take(separator), let year = digits(4, 4),
        let date = CivilDate(year: year, month: month, day: day)
      {
        reading.date = date
        return true
      }
      self = afterSeparator
      if separator == 0x2E, let month = digits(1, 2), take(separator), let year = digits(4, 4),
        !continuesNumber,
        let date = CivilDate(year: year, month: month, day: day)
      {
        reading.date = date
        return true
      }
      self = afterSeparator
      // America's order and Europe's: told apart only by a day that can't be a month.
      if separator != 0x2E, let second = digits(1, 2), take(separator), let year = digits(4, 4),
        !continuesNumber, max(day, second) > 12,
        let date = CivilDate(year: year, month: min(day, second), day: max(day, second))
      {
        reading.date = date
        return true
      }
    }
    self = start
    return false
  }

  /// March 14th, 2026 · Mar 14 2026 · Mar 14 · 14 March 2026 · 14th of March, 2026.
  private mutating func readNamedDate(into reading: inout TimeReading) -> Bool {
    let start = self
    if let month = monthName(), skipBlanks(), let day = digits(1, 2) {
      skipOrdinal()
      let beforeYear = self
      _ = take(0x2C)
      if skipBlanks(), let year = digits(4, 4), current != 0x3A,
        let date = CivilDate(year: year, month: month, day: day)
      {
        reading.date = date
        return true
      }
      self = beforeYear
      if CivilDate(year: Self.leapYear, month: month, day: day) != nil, !(current.map(ASCII.isWord) ?? false)
      {
        reading.monthAndDay = (month, day)
        return true
      }
    }
    self = start
    if let day = digits(1, 2) {
      skipOrdinal()
      if skipBlanks() {
        skipWord("of")
        if let month = monthName() {
          let beforeYear = self
          _ = take(0x2C)
          if skipBlanks(), let year = digits(4, 4), let date = CivilDate(year: year, month: month, day: day) {
            reading.date = date
            return true
          }
          self = beforeYear
          if CivilDate(year: Self.leapYear, month: month, day: day) != nil,
            !(current.map(ASCII.isWord) ?? false)
          {
            reading.monthAndDay = (month, day)
            return true
          }
        }
      }
    }
    self = start
    return false
  }

  /// 14:24, 14:24:07, 14:24:07.123, 14:24:07,123, 2:24 pm, 2pm. `14:??` is not a time.
  mutating func readClock(into reading: inout TimeReading) -> Bool {
    let start = self
    guard let hour = digits(1, 2), hour < 25 else {
      self = start
      return false
    }
    var minute = 0
    var second: Int?
    var hasMinutes = false
    if take(0x3A) || (current == 0x68 && peek(1).map(ASCII.isDigit) == true && take(0x68)) {
      guard let value = digits(2, 2), value < 60 else {
        self = start
        return false
      }
      (minute, hasMinutes) = (value, true)
      let beforeSeconds = self
      if take(0x3A) {
        if let value = digits(2, 2), value <= 60 {
          second = min(value, 59)
          let beforeFraction = self
          if take(0x2E) || take(0x2C), let fraction = fraction() {
            reading.milliseconds = fraction
          } else {
            self = beforeFraction
          }
        } else {
          self = beforeSeconds
        }
      }
    }
    let half = halfDay()
    guard hasMinutes || half != nil, hour < 24 else {
      self = start
      return false
    }
    // "10:00 times" is a time, "10:00x" and "3:14.2.1" are not; "16:9" never gets here.
    if let next = current, ASCII.isLetter(next) && half == nil && !"ZzUh".utf8.contains(next) {
      self = start
      return false
    }
    if reading.date == nil, reading.monthAndDay == nil, continuesNumber {
      self = start
      return false
    }
    var hours = hour
    if let half {
      guard (1...12).contains(hour) else {
        self = start
        return false
      }
      hours = hour % 12 + half
    }
    reading.secondOfDay = hours * 3_600 + minute * 60 + (second ?? 0)
    reading.hasSeconds = second != nil
    return true
  }

  private mutating func fraction() -> Int? {
    var value = 0
    var length = 0
    while let byte = current, ASCII.isDigit(byte) {
      if length < 3 { value = value * 10 + Int(byte &- 48) }
      length += 1
      index += 1
    }
    guard length > 0 else { return nil }
    return length == 1 ? value * 100 : length == 2 ? value * 10 : value
  }

  /// 0 for am, 12 for pm.
  private mutating func halfDay() -> Int? {
    let start = self
    _ = skipBlanks()
    if let first = current.map(ASCII.lowered), first == 0x61 || first == 0x70 {
      index += 1
      _ = take(0x2E)
      if let second = current, ASCII.lowered(second) == 0x6D {
        index += 1
        _ = take(0x2E)
        if !(current.map(ASCII.isWord) ?? false) { return first == 0x70 ? 12 : 0 }
      }
    }
    self = start
    return nil
  }

  /// `14:24 on 2026-03-14` and `14:24, March 14`.
  mutating func readTrailingDate(into reading: inout TimeReading) {
    let start = self
    readZone(into: &reading)
    _ = take(0x2C)
    if skipBlanks() {
      skipWord("on")
      if readDate(into: &reading) { return }
    }
    reading.zone = nil
    self = start
  }

  mutating func skipDateTimeSeparator() {
    let start = self
    if let byte = current, byte == 0x54 || byte == 0x74 || byte == 0x5F || byte == 0x3A {
      isJoinedByT = byte == 0x54 || byte == 0x74
      index += 1
    } else {
      _ = take(0x2C)
      _ = skipBlanks()
      if take(0x2D) || take(0x7C) { _ = skipBlanks() }
      skipWord("at")
    }
    if !(current.map(ASCII.isDigit) ?? false) { self = start }
  }

  /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100`, ` (UTC)`, `BST`, `CET` and the other zones with one meaning.
  mutating func readZone(into reading: inout TimeReading) {
    guard reading.zone == nil else { return }
    let start = self
    _ = skipBlanks()
    _ = take(0x28)
    if let sign = current, sign == 0x2B || sign == 0x2D, peek(1).map(ASCII.isDigit) == true {
      index += 1
      let beforeHours = self
      if let hours = digits(2, 2), hours < 15 {
        // "14:24-14:50" is a range: people leave the zone's sign to programs, which write a T or the seconds.
        let canBeBehind = sign == 0x2B || isJoinedByT || reading.hasSeconds
        if take(0x3A), let minutes = digits(2, 2), canBeBehind, current != 0x3A {
          reading.zone = Self.zone(sign, hours, minutes)
          return
        }
      }
      self = beforeHours
      if let compact = digits(4, 4), compact / 100 < 15 {
        reading.zone = Self.zone(sign, compact / 100, compact % 100)
        return
      }
      self = start
      return
    }
    var letters: [UInt8] = []
    while let byte = peek(letters.count), ASCII.isLetter(byte), letters.count < 6 { letters.append(byte) }
    let isZulu = letters.count == 1 && letters[0] | 0x20 == 0x7A
    if let zone = isZulu ? .utc : Zone(abbreviation: letters) {
      index += letters.count
      reading.zone = zone.offset == 0 && !isZulu ? distance(from: zone) : zone
      return
    }
    self = start
  }

  /// `UTC+2`, `GMT-05:30`: how far a zone is from `zone`, behind whose name the cursor stands.
  private mutating func distance(from zone: Zone) -> Zone {
    let start = self
    if let sign = current, sign == 0x2B || sign == 0x2D {
      index += 1
      if let hours = digits(1, 2), hours < 15 {
        let afterHours = self
        if take(0x3A), let minutes = digits(2, 2), minutes < 60 { return Self.zone(sign, hours, minutes) }
        self = afterHours
        return Self.zone(sign, hours, 0)
      }
    }
    self = start
    return zone
  }

  /// `+02:00`, as it is written behind times.
  private static func zone(_ sign: UInt8, _ hours: Int, _ minutes: Int) -> Zone {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = (hours * 60 + minutes) * 60
    guard seconds > 0 else { return .utc }
    let isBehind = sign == 0x2D
    return Zone(
      name: "\(isBehind ? "-" : "+")\(two(hours)):\(two(minutes))", offset: isBehind ? -seconds : seconds)
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = index
    while let byte = current, ASCII.isBlank(byte), index - start < 4 { index += 1 }
    return index > start
  }

  private mutating func skipOrdinal() {
    guard let first = current.map(ASCII.lowered), let second = peek(1).map(ASCII.lowered) else { return }
    let pair = [first, second]
    if ["st", "nd", "rd", "th"].contains(where: { Array($0.utf8) == pair }),
      !(peek(2).map(ASCII.isWord) ?? false)
    {
      index += 2
    }
  }

  private mutating func skipWord(_ word: StaticString) {
    let start = self
    for offset in 0..<word.utf8CodeUnitCount {
      guard let byte = current, unsafe ASCII.lowered(byte) == word.utf8Start[offset] else {
        self = start
        return
      }
      index += 1
    }
    if !skipBlanks() { self = start }
  }

  /// Any day that some year has may stand without its year.
  private static let leapYear = 2000

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
