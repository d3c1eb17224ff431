private import Crypto

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let hex: String

  package init(of bytes: [UInt8]) {
    hex = Hex.string(SHA256.hash(data: bytes))
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
    hex = Hex.string(hash.finalize())
  }

  /// The first twelve digits, enough to tell versions apart on a page.
  package var short: String { String(hex.prefix(12)) }

  package var description: String { hex }

  package static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }
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

  /// The namespace of podcast:guid (Podcasting 2.0), ead4c236-bf58-58c6-a2c6-a6b28d128cb6.
  package static let podcastNamespace: [UInt8] = [
    0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6, 0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6,
  ]
}
