import Bytes

/// The message of a log line: what follows time, level, thread and logger, or a JSON line's own message field.
///
/// Lines are grouped by it, so that one message said by several threads or source lines is one form.
struct LogMessage {
  let range: Range<Int>
  /// Where the whole JSON object stands, for lines that hold one.
  let object: Range<Int>?

  init(_ bytes: [UInt8], _ content: Range<Int>) {
    let start = Self.afterHeader(bytes, content)
    if start < content.upperBound, bytes[start] == 0x7B, bytes[content.upperBound - 1] == 0x7D {
      let object = start..<content.upperBound
      self.object = object
      range = Self.field(bytes, object) ?? object
    } else {
      object = nil
      range = Self.quotedField(bytes, start..<content.upperBound) ?? start..<content.upperBound
    }
  }

  /// The value of `msg`, `message`, `event` or `log`, with the quotes' inside only.
  private static func field(_ bytes: [UInt8], _ object: Range<Int>) -> Range<Int>? {
    for name in fieldNames {
      guard var index = ByteSearch.first(name, in: bytes, object) else { continue }
      index += name.count
      while index < object.upperBound, bytes[index] == ASCII.space { index += 1 }
      guard index < object.upperBound, bytes[index] == 0x22 else { continue }
      let start = index + 1
      var end = start
      while end < object.upperBound, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
      if end > start, end < object.upperBound { return start..<end }
    }
    return nil
  }

  /// The value of `msg="…"` or `message="…"`, as logfmt and klog's structured lines write it.
  private static func quotedField(_ bytes: [UInt8], _ text: Range<Int>) -> Range<Int>? {
    for name in quotedNames {
      guard let found = ByteSearch.first(name, in: bytes, text) else { continue }
      guard found == text.lowerBound || bytes[found - 1] == ASCII.space else { continue }
      let start = found + name.count
      var end = start
      while end < text.upperBound, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
      if end > start, end < text.upperBound { return start..<end }
    }
    return nil
  }

  private static let quotedNames = ["msg=\"", "message=\""].map { Array($0.utf8) }

  private static let fieldNames = ["\"msg\":", "\"message\":", "\"event\":", "\"log\":", "\"MESSAGE\":"].map {
    Array($0.utf8)
  }

  /// Time stamps, levels, process ids, threads and loggers stand in front, each ended by a blank or a sign.
  private static func afterHeader(_ bytes: [UInt8], _ content: Range<Int>) -> Int {
    var index = content.lowerBound
    let limit = min(content.upperBound, content.lowerBound + 160)
    var message = index
    var sawTime = false
    while index < limit {
      while index < limit, ASCII.isSpace(bytes[index]) { index += 1 }
      guard index < limit, bytes[index] != 0x7B else { return index < content.upperBound ? index : message }
      let end = wordEnd(bytes, index, limit)
      let word = bytes[index..<end]
      guard end < limit, isHeader(bytes, word, next: end, sawTime: sawTime) else { return index }
      if word.contains(where: ASCII.isDigit) { sawTime = true }
      index = end
      message = end
    }
    return message
  }

  /// The end of a word, of a bracketed group, or of a group in angle brackets.
  private static func wordEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    let close: UInt8? = bytes[start] == 0x5B ? 0x5D : bytes[start] == 0x3C ? 0x3E : nil
    if let close, let end = bytes[start..<limit].firstIndex(of: close) {
      return end + 1 < limit && bytes[end + 1] == 0x3A ? end + 2 : end + 1
    }
    var end = start
    while end < limit, !ASCII.isSpace(bytes[end]) { end += 1 }
    return end
  }

  private static func isHeader(_ bytes: [UInt8], _ word: ArraySlice<UInt8>, next: Int, sawTime: Bool) -> Bool
  {
    guard let first = word.first, let last = word.last, !word.elementsEqual("Caused".utf8) else {
      return false
    }
    if first == 0x5B || first == 0x3C || word.allSatisfy({ $0 == 0x2D || $0 == 0x3A || $0 == 0x7C }) {
      return true
    }
    // Dates, times, process ids, klog's level with month and day.
    if word.allSatisfy({ ASCII.isDigit($0) || "-:./,TZ+".utf8.contains($0) }) { return true }
    if "IWEF".utf8.contains(first), word.count == 5, word.dropFirst().allSatisfy(ASCII.isDigit) {
      return true
    }
    // A level, with one sign beside it at most.
    if let level = ShortWord(letters: word), level.signs <= 1, levels.contains(level.folded) {
      return level.isUpper || last == 0x3A
    }
    guard sawTime else {
      return ShortWord(letters: word).map { $0.signs == 0 && months.contains($0.folded) } ?? false
    }
    // `logger.Name:`, `file.go:12]`, `program[77]:`, `host` before `program[77]:`, `Class -`, `Class    :`.
    guard word.allSatisfy({ ASCII.isWord($0) || "-.$/:[]@#".utf8.contains($0) }) else { return false }
    if last == 0x5D || last == 0x3A { return true }
    return isFollowedBySign(bytes, next) || isFollowedByProgram(bytes, next)
  }

  private static func isFollowedBySign(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index < bytes.count, index - start < 40, bytes[index] == ASCII.space { index += 1 }
    guard index + 1 < bytes.count, index > start else { return false }
    return (bytes[index] == 0x2D || bytes[index] == 0x3A) && bytes[index + 1] == ASCII.space
  }

  private static func isFollowedByProgram(_ bytes: [UInt8], _ start: Int) -> Bool {
    let next = bytes[start...].dropFirst().prefix(48).prefix { !ASCII.isSpace($0) }
    return next.last == 0x3A && next.allSatisfy { ASCII.isWord($0) || "-.[]:/@".utf8.contains($0) }
  }

  private static let levels = ShortWord.set([
    "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "severe", "fatal", "critical",
    "crit",
  ])
  private static let months = ShortWord.set([
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ])
}

/// A word of up to eight letters as one number: headers are read once a line, and a `String` each would cost more than the
/// rest of the reading.
private struct ShortWord {
  /// In small letters, one byte each.
  let folded: UInt64
  /// Bytes of the word that are no letters.
  let signs: Int
  let isUpper: Bool

  /// - Parameter word: at most one byte of it is passed over for not being a letter.
  init?(letters word: ArraySlice<UInt8>) {
    guard word.count <= 9 else { return nil }
    var folded: UInt64 = 0
    var signs = 0
    var isUpper = true
    for byte in word {
      guard ASCII.isLetter(byte) else {
        signs += 1
        continue
      }
      guard folded < 1 << 56 else { return nil }
      folded = folded << 8 | UInt64(ASCII.lowered(byte))
      isUpper = isUpper && ASCII.isUpper(byte)
    }
    guard folded != 0 else { return nil }
    (self.folded, self.signs, self.isUpper) = (folded, signs, isUpper)
  }

  static func set(_ words: [String]) -> Set<UInt64> {
    Set(words.compactMap { ShortWord(letters: Array($0.utf8)[...])?.folded })
  }
}
