import Bytes

/// What a value looks like.
enum Shape {
  /// Letters with digits or signs, as passwords have and words have not.
  static func isPasswordLike(_ value: ArraySlice<UInt8>) -> Bool {
    guard (5...128).contains(value.count) else { return false }
    var letters = 0
    var digits = 0
    var signs = 0
    for byte in value {
      if ASCII.isLetter(byte) {
        letters += 1
      } else if ASCII.isDigit(byte) {
        digits += 1
      } else if byte < 0x80 {
        signs += 1
      }
    }
    guard letters > 0, digits + signs > 0 else { return false }
    if digits == 0 {
      // hyphenated and dotted words are names of things; other signs make a password.
      let plain = value.allSatisfy { ASCII.isLetter($0) || "-_./:'".utf8.contains($0) || $0 >= 0x80 }
      return !plain
    }
    guard !isOrdinary(value), letters >= 2 else { return false }
    // "v1.2.3", "2fa", "24h": digits alone don't make a word a password; mixed case with a digit does.
    let isMixed =
      value.count >= 8 && value.contains(where: ASCII.isUpper) && value.contains(where: ASCII.isLower)
    return digits >= 2 || signs > 0 || isMixed
  }

  /// Times, versions, paths and host names.
  private static func isOrdinary(_ value: ArraySlice<UInt8>) -> Bool {
    if value.first == 0x2F || value.starts(with: "http".utf8) || value.contains(0x2F) && value.contains(0x2E)
    {
      return true
    }
    let allowed = value.allSatisfy {
      ASCII.isDigit($0) || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D || $0 == 0x54 || $0 == 0x5A || $0 == 0x76
    }
    return allowed
  }

  /// `orders.created.v1`, `us-east-1-prod`: words and small numbers.
  private static func isNameOfParts(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split { "._-/:".utf8.contains($0) }
    return parts.count > 1
      && parts.allSatisfy { part in
        let digits = part.first == 0x76 ? part.dropFirst() : part
        return part.count <= 14 && part.allSatisfy { ASCII.isLower($0) }
          || digits.count <= 4 && digits.allSatisfy(ASCII.isDigit)
      }
  }

  /// No word, no number, no path: something that a generator made.
  static func isRandom(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 6, value.count <= 4_096 else { return false }
    if value.first == 0x2F || value.first == 0x2E || value.starts(with: "http".utf8)
      || value.starts(with: "arn:".utf8)
      || value.starts(with: "sha256:".utf8) || isNameOfParts(value)
    {
      return false
    }
    var letters = 0
    var digits = 0
    var uppers = 0
    var others = 0
    for byte in value {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if ASCII.isLetter(byte) {
        letters += 1
        if ASCII.isUpper(byte) { uppers += 1 }
      } else {
        others += 1
      }
    }
    guard letters > 0, others * 3 <= value.count else { return false }
    if digits == 0 {
      // Mixed case without digits: "YourTokenHere" is words, a long run of changes isn't.
      return value.count >= 20 && uppers * 4 > letters && uppers * 4 < letters * 3
        && Entropy.bitsPerByte(value) > 3.6
    }
    if digits == 1, value.count < 12 { return false }
    return Entropy.bitsPerByte(value) >= (value.count < 12 ? 2.2 : 2.8)
  }
}
