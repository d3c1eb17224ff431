import Bytes

/// Who speaks in a line of a chat: `09:22 tom: that was me`, `[14:02:11] Tom: …`.
enum ChatLine {
  /// The speakers of a text: where one of them has a given name it is a chat of people, and the others are people too.
  ///
  /// - Parameter candidates: what `speaker` found.
  static func people(_ candidates: [Range<Int>], in bytes: [UInt8]) -> [Finding] {
    guard candidates.contains(where: { GivenNames.contains(bytes[$0]) }) else { return [] }
    return candidates.filter {
      !programs.contains(String(decoding: bytes[$0].map(ASCII.lowered), as: UTF8.self))
    }.map {
      Finding(range: $0, label: "person", certainty: .phrase)
    }
  }

  private static let programs: Set<String> = [
    "bot", "slackbot", "ops", "oncall", "system", "alert", "alertmanager", "pagerduty", "opsgenie", "grafana",
    "jenkins",
    "github", "gitlab", "deploybot", "argocd", "prometheus", "support", "status", "info", "error", "warn",
    "warning",
    "debug", "note", "update", "nginx", "kernel", "systemd", "sshd", "cron", "http", "https", "resolved",
    "fixed", "started",
  ]

  /// - Parameter start: the first digit of a line, or of one that begins with a bracket.
  /// - Returns: where the word in the speaker's place stands.
  static func speaker(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    guard beginsLine(bytes, start), var index = clockEnd(bytes, start) else { return nil }
    if index < bytes.count, bytes[index] == 0x5D { index += 1 }
    while index < bytes.count, ASCII.isBlank(bytes[index]) || bytes[index] == 0x2D, index - start < 14 {
      index += 1
    }
    var end = index
    while end < bytes.count, ASCII.isLetter(bytes[end]) || bytes[end] >= 0x80, end - index <= 16 { end += 1 }
    guard end - index >= 2, end + 1 < bytes.count, bytes[end] == 0x3A, ASCII.isSpace(bytes[end + 1]) else {
      return nil
    }
    return index..<end
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
