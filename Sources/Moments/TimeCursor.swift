import Bytes

/// A reading position; every `read` either consumes what it names or leaves the position alone.
struct TimeCursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  /// A date joined to its time by `T`, as programs write it.
  private(set) var isJoinedByT = false

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

  /// Whether a point or colon and one more digit follow, as in versions and addresses.
  var continuesNumber: Bool {
    (current == 0x2E || current == 0x3A) && peek(1).map(ASCII.isDigit) == true
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

  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = index
    while let byte = current, ASCII.isBlank(byte), index - start < 4 { index += 1 }
    return index > start
  }

  mutating func skipWord(_ word: StaticString) {
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
}
