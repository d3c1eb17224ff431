private import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  package static let byteCount = 32

  /// The 32 bytes, eight at a time, the first the most significant.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  package init(of bytes: [UInt8]) {
    self.init(SHA256.hash(data: bytes))
  }

  package init(of bytes: ArraySlice<UInt8>) {
    self.init(SHA256.hash(data: bytes))
  }

  package init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// A digest over named parts, each framed by its length so that no two lists of parts collide.
  package init(parts: [(name: String, bytes: [UInt8])]) {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Array("\(part.name.utf8.count) \(part.name) \(part.bytes.count)\n".utf8))
      hash.update(data: part.bytes)
    }
    self.init(hash.finalize())
  }

  /// - Parameter raw: exactly the 32 bytes.
  package init?(raw: some Collection<UInt8>) {
    guard raw.count == Self.byteCount else { return nil }
    self.init(raw)
  }

  private init(_ bytes: some Sequence<UInt8>) {
    var rest = bytes.makeIterator()
    func word() -> UInt64 {
      var word: UInt64 = 0
      for _ in 0..<8 { word = word << 8 | UInt64(rest.next() ?? 0) }
      return word
    }
    words = (word(), word(), word(), word())
  }

  package func append(to bytes: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return Hex.string(bytes)
  }

  /// The first twelve digits, enough to tell versions apart on a page.
  package var short: String { String(hex.prefix(12)) }

  package var description: String { hex }

  package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }
  package static func < (left: Digest, right: Digest) -> Bool { left.words < right.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// What Git calls a content.
package enum GitBlob {
  /// The id that `git hash-object` gives these bytes.
  ///
  /// - Parameter isSHA256: in a repository of that format; others have SHA-1.
  package static func id(of bytes: [UInt8], isSHA256: Bool) -> String {
    let framed = Array("blob \(bytes.count)\u{0}".utf8) + bytes
    return isSHA256 ? Digest(of: framed).hex : Hex.string(Insecure.SHA1.hash(data: framed))
  }
}

/// Lower-case hexadecimal.
package enum Hex {
  /// The value of one digit of either case.
  package static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  package static func string(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A name-based identifier (RFC 9562, version 5): the same namespace and name give the same id for ever.
package struct NameBasedID: Hashable, Sendable, CustomStringConvertible {
  /// The identifier in the form `8-4-4-4-12`, lower case.
  package let description: String

  /// - Parameter namespace: 16 bytes of the namespace's own identifier.
  package init(namespace: [UInt8], name: String) {
    var hash = Insecure.SHA1()
    hash.update(data: namespace)
    hash.update(data: Array(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = (bytes[6] & 0x0F) | 0x50
    bytes[8] = (bytes[8] & 0x3F) | 0x80
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    description = groups.map { Hex.string(bytes[$0]) }.joined(separator: "-")
  }

  /// An identifier that was made before; nil for any other text.
  package init?(exactly text: String) {
    let groups = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12],
      groups.joined().allSatisfy({ ASCII.isDigit($0) || (97...102).contains($0) })
    else { return nil }
    description = text
  }

  /// The namespace of podcast:guid (Podcasting 2.0), ead4c236-bf58-58c6-a2c6-a6b28d128cb6.
  package static let podcastNamespace: [UInt8] = [
    0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6, 0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6,
  ]
}
