/// Text made safe inside HTML and XML, in elements and in double-quoted attributes alike.
package enum Markup {
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Control characters that XML 1.0 forbids are dropped. Runs that need no escape are copied whole.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        guard isSpecial[Int(byte)] else { continue }
        unsafe bytes.append(contentsOf: buffer[start..<index])
        if let escape = escape(byte) { bytes.append(contentsOf: escape.utf8) }
        start = index + 1
      }
      unsafe bytes.append(contentsOf: buffer[start...])
    }
  }

  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: nil
    }
  }

  private static let isSpecial: [Bool] = (0..<256).map { byte in
    (byte < 32 && ![9, 10, 13].contains(byte)) || [0x26, 0x3C, 0x3E, 0x22, 0x27, 127].contains(byte)
  }
}
