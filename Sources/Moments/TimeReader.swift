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
    var cursor = TimeCursor(bytes: bytes, index: index, end: end)
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
