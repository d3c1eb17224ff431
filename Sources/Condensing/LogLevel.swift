import Bytes

/// How bad a log line says it is, from its level field and never from a word in its prose.
enum LogLevel: Int, Comparable, Sendable {
  case unknown, debug, info, warning, error, fatal

  static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

  /// Reads `ERROR`, `[error]`, `level=error`, `"severity":"ERROR"`, klog's `E0314` in the first part of a line.
  static func read(_ bytes: [UInt8], _ line: Range<Int>) -> LogLevel {
    if isKlog(bytes, line) { return klogLevel(bytes[line.lowerBound]) }
    if let level = numbered(bytes, line) { return level }
    let limit = min(line.upperBound, line.lowerBound + 160)
    var index = line.lowerBound
    var words = 0
    while index < limit, words < 14 {
      guard ASCII.isLetter(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < limit, ASCII.isLetter(bytes[end]) { end += 1 }
      words += 1
      if end - index >= 3, end - index <= 8, let level = named(bytes[index..<end]),
        isField(bytes, line, index, end)
      {
        return level
      }
      index = end + 1
    }
    return .unknown
  }

  /// Upper case stands for itself; lower case only in brackets or as a field's value.
  private static func isField(_ bytes: [UInt8], _ line: Range<Int>, _ start: Int, _ end: Int) -> Bool {
    let after = end < line.upperBound ? bytes[end] : ASCII.space
    guard !ASCII.isWord(after), after != 0x3D, after != 0x2E || end + 1 >= line.upperBound else {
      return false
    }
    let before = start > line.lowerBound ? bytes[start - 1] : ASCII.space
    if ASCII.isUpper(bytes[start]), ASCII.isUpper(bytes[start + 1]) {
      return !ASCII.isWord(before) && before != 0x2E && before != 0x2F
    }
    if before == 0x5B || before == 0x3C { return after == 0x5D || after == 0x3E || after == 0x3A }
    guard before == 0x3D || before == 0x22 || before == 0x3A else { return false }
    let name = String(
      decoding: bytes[max(line.lowerBound, start - 14)..<start].map(ASCII.lowered), as: UTF8.self)
    return ["level", "severity", "lvl", "levelname", "loglevel", "priority"].contains { field in
      name.contains(field)
    }
  }

  private static func named(_ word: ArraySlice<UInt8>) -> LogLevel? {
    switch String(decoding: word.map(ASCII.lowered), as: UTF8.self) {
    case "trace", "debug", "fine", "finest", "verbose": .debug
    case "info", "notice", "information": .info
    case "warn", "warning": .warning
    case "error", "err", "severe": .error
    case "fatal", "critical", "crit", "emerg", "alert", "panic": .fatal
    default: nil
    }
  }

  /// `"level":50`, as bunyan and pino write it.
  private static func numbered(_ bytes: [UInt8], _ line: Range<Int>) -> LogLevel? {
    guard line.count > 12, bytes[line.lowerBound] == 0x7B,
      let start = ByteSearch.first(
        levelMark, in: bytes, line.lowerBound..<min(line.upperBound, line.lowerBound + 160)),
      let number = ASCII.number(bytes[(start + levelMark.count)..<line.upperBound].prefix(2)),
      number % 10 == 0
    else { return nil }
    return switch number {
    case 10, 20: .debug
    case 30: .info
    case 40: .warning
    case 50: .error
    case 60: .fatal
    default: nil
    }
  }

  private static let levelMark = Array("\"level\":".utf8)

  private static func isKlog(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count > 6, "IWEF".utf8.contains(bytes[line.lowerBound]) else { return false }
    return bytes[(line.lowerBound + 1)..<(line.lowerBound + 5)].allSatisfy(ASCII.isDigit)
      && bytes[line.lowerBound + 5] == ASCII.space
  }

  private static func klogLevel(_ byte: UInt8) -> LogLevel {
    switch byte {
    case UInt8(ascii: "F"): .fatal
    case UInt8(ascii: "E"): .error
    case UInt8(ascii: "W"): .warning
    default: .info
    }
  }
}
