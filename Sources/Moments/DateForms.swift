import Bytes

/// Days, as programs and people write them.
extension TimeCursor {
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

  private mutating func skipOrdinal() {
    guard let first = current.map(ASCII.lowered), let second = peek(1).map(ASCII.lowered) else { return }
    let pair = [first, second]
    if ["st", "nd", "rd", "th"].contains(where: { Array($0.utf8) == pair }),
      !(peek(2).map(ASCII.isWord) ?? false)
    {
      index += 2
    }
  }

  /// Any day that some year has may stand without its year.
  private static let leapYear = 2000

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
