/// A name for an address: lower-case ASCII letters, digits and single hyphens, at most 80 bytes, never empty.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) {
    var bytes: [UInt8] = []
    var separated = false
    for scalar in text.decomposed {
      guard scalar.value < 128, ASCII.isWord(UInt8(scalar.value)), scalar != "_" else {
        separated = separated || !Self.isDiacritic(scalar)
        continue
      }
      let needsHyphen = separated && !bytes.isEmpty
      guard bytes.count + (needsHyphen ? 2 : 1) <= 80 else { break }
      if needsHyphen { bytes.append(45) }
      separated = false
      bytes.append(ASCII.lowered(UInt8(scalar.value)))
    }
    // A name in a script that has no ASCII form still needs an address of its own that never changes.
    description = bytes.isEmpty ? "x" + Digest(of: text).short : String(decoding: bytes, as: UTF8.self)
  }

  /// A name that already has the form of one; nil for any other text.
  package init?(exactly text: String) {
    guard (1...80).contains(text.utf8.count),
      text.utf8.allSatisfy({ ASCII.isDigit($0) || ASCII.isLower($0) || $0 == 45 })
    else { return nil }
    description = text
  }

  /// Unicode's property, without the look into its tables for ASCII.
  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? scalar == "^" || scalar == "`" : scalar.properties.isDiacritic
  }

  package static func < (left: Slug, right: Slug) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension String {
  /// Letters with marks as letter and mark, for the Latin letters that file names use.
  fileprivate var decomposed: [Unicode.Scalar] {
    if utf8.allSatisfy({ $0 < 128 }) { return Array(unicodeScalars) }
    return unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      guard scalar.value >= 128 else { return [scalar] }
      let plain = Self.plainLatin[scalar]
      return plain.map { Array($0.unicodeScalars) } ?? [scalar]
    }
  }

  private static let plainLatin: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
    ]
    let groups = [
      "a": "àáâãåāăąÀÁÂÃÅĀĂĄ", "ae": "äÄ", "c": "çćčÇĆČ", "e": "èéêëēęěÈÉÊËĒĘĚ", "g": "ğĞ",
      "i": "ìíîïīİÌÍÎÏĪ",
      "n": "ñńňÑŃŇ", "o": "òóôõōőÒÓÔÕŌŐ", "oe": "öÖ", "r": "řŘ", "s": "śšşŚŠŞ", "u": "ùúûūůűÙÚÛŪŮŰ",
      "ue": "üÜ",
      "y": "ýÿÝ", "z": "źżžŹŻŽ",
    ]
    for (plain, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
