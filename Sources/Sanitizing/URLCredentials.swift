import Bytes

/// Passwords in addresses: `scheme://user:password@host`, also percent-encoded and with an `@` inside.
enum URLCredentials {
  /// - Parameter start: where `://` stands.
  static func finding(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard start > 0, ASCII.isWord(bytes[start - 1]) else { return nil }
    let authority = start + 3
    var end = authority
    var lastAt: Int?
    var slashSeen = false
    while end < bytes.count, end - authority < 512 {
      let byte = bytes[end]
      if byte <= 0x20 || [0x22, 0x3C, 0x3E, 0x60, 0x5C].contains(byte) { break }
      if byte == 0x2F || byte == 0x3F { slashSeen = true }
      // A slash may stand in a password that nobody encoded, but only before an @ that a host follows.
      if byte == 0x40,
        !slashSeen || lastAt == nil && isHostStart(bytes, end + 1) && passwordBegan(bytes, authority, end)
      {
        lastAt = end
      }
      if slashSeen, lastAt != nil { break }
      end += 1
    }
    guard let lastAt, lastAt > authority else { return nil }
    if let colon = bytes[authority..<lastAt].firstIndex(of: 0x3A) {
      guard colon + 1 < lastAt, !Placeholder.stands(bytes[(colon + 1)..<lastAt]) else { return nil }
      // A key in the user's place (Sentry's DSN has one) goes with its secret.
      let user = bytes[authority..<colon]
      let isKey = [user, bytes[(colon + 1)..<lastAt]].allSatisfy {
        $0.count == 32 && $0.allSatisfy(ASCII.isHex)
      }
      return Finding(
        range: (isKey ? authority : colon + 1)..<lastAt, label: isKey ? "key" : "password", certainty: .format
      )
    }
    // A token alone in the user's place: https://TOKEN@host.
    let user = bytes[authority..<lastAt]
    guard user.count >= 16, Shape.isRandom(user) else { return nil }
    return Finding(range: authority..<lastAt, label: "token", certainty: .format)
  }

  private static func isHostStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && (ASCII.isWord(bytes[index]) || bytes[index] == 0x5B)
  }

  private static func passwordBegan(_ bytes: [UInt8], _ authority: Int, _ at: Int) -> Bool {
    guard let colon = bytes[authority..<at].firstIndex(of: 0x3A),
      let slash = bytes[authority..<at].firstIndex(of: 0x2F), colon < slash
    else { return false }
    // host:443/path/x@y is a port and a path.
    return !bytes[(colon + 1)..<slash].allSatisfy(ASCII.isDigit)
  }
}
