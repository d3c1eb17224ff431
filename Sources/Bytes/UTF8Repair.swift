/// Bytes from outside made valid UTF-8 once, at the door.
package struct UTF8Repair: Sendable {
  /// Valid UTF-8 without a byte-order mark.
  package let bytes: [UInt8]
  /// The 1-based line of the first sequence that was not UTF-8 and became U+FFFD, or nil when all was well.
  package let firstBadLine: Int?
  /// True when the bytes look like no text at all: a zero byte in the first 8,000, as Git decides.
  package let isBinary: Bool

  package init(_ input: [UInt8]) {
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isBinary = input.prefix(8_000).contains(0)
    let valid = unsafe input.withUnsafeBufferPointer { unsafe Self.validPrefix($0, from: start) }
    if valid == input.count {
      bytes = start == 0 ? input : Array(input[start...])
      firstBadLine = nil
    } else {
      bytes = Array(String(decoding: input[start...], as: UTF8.self).utf8)
      firstBadLine = 1 + input[..<valid].count { $0 == ASCII.newline }
    }
  }

  /// How many bytes from the start are well-formed (RFC 3629: no overlong forms, no surrogates).
  private static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let lead = unsafe bytes[index]
      if lead < 0x80 {
        index += 1
        // Nearly all is ASCII: eight bytes at once.
        while index + 8 <= bytes.count,
          unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return index
      }
      guard index + length <= bytes.count, unsafe second.contains(bytes[index + 1]) else { return index }
      for offset in 2..<max(2, length) where unsafe bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return index
  }
}
