import Bytes

/// Who speaks in a line of a chat: `09:22 tom: that was me`, `[14:02:11] Tom: …`.
enum ChatLine {
  /// - Parameter start: the first digit of a line, or of one that begins with a bracket.
  static func speaker(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard beginsLine(bytes, start), var index = clockEnd(bytes, start) else { return nil }
    if index < bytes.count, bytes[index] == 0x5D { index += 1 }
    while index < bytes.count, ASCII.isBlank(bytes[index]) || bytes[index] == 0x2D, index - start < 14 {
      index += 1
    }
    var end = index
    while end < bytes.count, ASCII.isLetter(bytes[end]) || bytes[end] >= 0x80, end - index <= 16 { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == 0x3A, ASCII.isSpace(bytes[end + 1]),
      GivenNames.contains(bytes[index..<end])
    else { return nil }
    return Finding(range: index..<end, label: "person", certainty: .phrase)
  }

  private static func beginsLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start > 0 else { return true }
    if bytes[start - 1] == ASCII.newline { return true }
    return bytes[start - 1] == 0x5B && (start == 1 || bytes[start - 2] == ASCII.newline)
  }

  /// Where `14:02` or `14:02:11` ends.
  private static func clockEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    func pair(_ index: Int) -> Bool {
      index + 1 < bytes.count && ASCII.isDigit(bytes[index]) && ASCII.isDigit(bytes[index + 1])
    }
    guard pair(start), start + 2 < bytes.count, bytes[start + 2] == 0x3A, pair(start + 3) else { return nil }
    let hasSeconds = start + 5 < bytes.count && bytes[start + 5] == 0x3A && pair(start + 6)
    return start + (hasSeconds ? 8 : 5)
  }
}
