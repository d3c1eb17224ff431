import Bytes
import Moments
import Sanitizing

/// The time stamp at the start of a log line, or in its `time` field.
struct LogTime {
  /// The day that completes a bare clock time or a syslog date.
  let day: CivilDate?

  func read(_ bytes: [UInt8], _ line: Range<Int>) -> Moment? {
    if let moment = fast(bytes, line) { return moment }
    let reader = TimeReader(bytes, within: line)
    // Behind brackets, a level letter or a field's name, but always early.
    var index = line.lowerBound
    let limit = min(line.upperBound, line.lowerBound + 120)
    if line.count > 5, "IWEF".utf8.contains(bytes[index]), ASCII.isDigit(bytes[index + 1]) {
      return klog(bytes, line)
    }
    if bytes[index] == 0x7B { return field(bytes, line, reader) }
    while index < limit {
      let byte = bytes[index]
      if ASCII.isDigit(byte) || ASCII.isUpper(byte) && index + 3 < limit,
        let reading = reader.reading(at: index)
      {
        return reading.moment(assuming: day)?.moment
      }
      // After the first word without a time there is none at the front, except in web servers' logs.
      if ASCII.isSpace(byte), index > line.lowerBound + 60 { break }
      index += 1
      while index < limit, ASCII.isWord(bytes[index - 1]), ASCII.isWord(bytes[index]) { index += 1 }
    }
    return nil
  }

  /// `2026-03-14T14:24:07` and `2026-03-14 14:24:07` at fixed places, with `Z`, an offset or nothing behind.
  private func fast(_ bytes: [UInt8], _ line: Range<Int>) -> Moment? {
    let start = line.lowerBound
    guard line.count >= 19, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D, bytes[start + 13] == 0x3A,
      bytes[start + 16] == 0x3A, bytes[start + 10] == 0x54 || bytes[start + 10] == ASCII.space,
      let year = ASCII.number(bytes[start..<(start + 4)]),
      let month = ASCII.number(bytes[(start + 5)..<(start + 7)]),
      let dayOfMonth = ASCII.number(bytes[(start + 8)..<(start + 10)]),
      let date = CivilDate(year: year, month: month, day: dayOfMonth),
      let hour = ASCII.number(bytes[(start + 11)..<(start + 13)]), hour < 24,
      let minute = ASCII.number(bytes[(start + 14)..<(start + 16)]), minute < 60,
      let second = ASCII.number(bytes[(start + 17)..<(start + 19)]), second < 61
    else { return nil }
    var index = start + 19
    while index < line.upperBound, bytes[index] == 0x2E || bytes[index] == 0x2C || ASCII.isDigit(bytes[index])
    { index += 1 }
    var offset = 0
    if index + 4 < line.upperBound, bytes[index] == 0x2B || bytes[index] == 0x2D,
      let hours = ASCII.number(bytes[(index + 1)..<(index + 3)])
    {
      let minutesAt = bytes[index + 3] == 0x3A ? index + 4 : index + 3
      let minutes =
        minutesAt + 2 <= line.upperBound ? ASCII.number(bytes[minutesAt..<(minutesAt + 2)]) ?? 0 : 0
      offset = (hours * 60 + minutes) * (bytes[index] == 0x2D ? -60 : 60)
    }
    return Moment(
      date, secondOfDay: hour * 3_600 + minute * 60 + min(second, 59), offset: offset, precision: .second)
  }

  /// `E0314 14:24:07.123456`: month and day without a year.
  private func klog(_ bytes: [UInt8], _ line: Range<Int>) -> Moment? {
    let start = line.lowerBound
    guard line.count > 14, let month = ASCII.number(bytes[(start + 1)..<(start + 3)]),
      let dayOfMonth = ASCII.number(bytes[(start + 3)..<(start + 5)]), let year = day?.year,
      let date = CivilDate(year: year, month: month, day: dayOfMonth),
      let clock = TimeReader(bytes, within: line).reading(at: start + 6), let second = clock.secondOfDay
    else { return nil }
    return Moment(date, secondOfDay: second, precision: .second)
  }

  /// The value of a JSON line's time field, as text or as seconds or milliseconds since 1970.
  private func field(_ bytes: [UInt8], _ line: Range<Int>, _ reader: TimeReader) -> Moment? {
    for name in [
      "\"ts\"", "\"time\"", "\"timestamp\"", "\"@timestamp\"", "\"__REALTIME_TIMESTAMP\"", "\"timeUnixNano\"",
    ] {
      guard var index = ByteSearch.first(Array(name.utf8), in: bytes, line) else { continue }
      index += name.utf8.count
      while index < line.upperBound, [0x3A, 0x20, 0x22].contains(bytes[index]) { index += 1 }
      var end = index
      while end < line.upperBound, ASCII.isDigit(bytes[end]) { end += 1 }
      if end - index >= 10, let number = ASCII.number(bytes[index..<min(end, index + 18)]) {
        return Self.epoch(number, digits: end - index)
      }
      return reader.reading(at: index)?.moment(assuming: day)?.moment
    }
    return nil
  }

  /// The zone of a line's time stamp: the stated one, UTC for seconds since 1970, nil where a time has none.
  static func zone(of line: SanitizedText) -> Zone? {
    let reading = TimeReader(Array(line.utf8)).first(from: 0)
    return reading?.secondOfDay == nil ? .utc : reading?.zone
  }

  private static func epoch(_ number: Int, digits: Int) -> Moment? {
    var seconds = number
    for _ in 10..<max(10, min(digits, 18)) { seconds /= 10 }
    return (1_000_000_000..<4_000_000_000).contains(seconds) ? Moment(seconds: seconds) : nil
  }
}
