import Bytes
import Testing

@Suite("Bytes from outside")
struct UTF8RepairTests {
  @Test("Text that is UTF-8 stays as it is")
  func valid() {
    for text in ["", "plain", "Zürich €5 🚒\n", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"] {
      let repaired = UTF8Repair(Array(text.utf8))
      #expect(repaired.bytes == Array(text.utf8))
      #expect(repaired.firstBadLine == nil)
      #expect(!repaired.isBinary)
    }
  }

  @Test("A byte-order mark goes, and only the one at the start")
  func byteOrderMark() {
    #expect(UTF8Repair([0xEF, 0xBB, 0xBF]).bytes.isEmpty)
    #expect(UTF8Repair([0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
    #expect(UTF8Repair([0x61, 0xEF, 0xBB, 0xBF]).bytes == [0x61, 0xEF, 0xBB, 0xBF])
  }

  @Test(
    "What RFC 3629 forbids becomes U+FFFD and names its line",
    arguments: [
      ("a lone continuation byte", [0x80]),
      ("a byte that never occurs", [0xFF]),
      ("Latin-1 text", [0xFC, 0x62]),
      ("an overlong slash in two bytes", [0xC0, 0xAF]),
      ("an overlong slash in three bytes", [0xE0, 0x80, 0xAF]),
      ("an overlong slash in four bytes", [0xF0, 0x80, 0x80, 0xAF]),
      ("the first surrogate", [0xED, 0xA0, 0x80]),
      ("the last surrogate", [0xED, 0xBF, 0xBF]),
      ("a scalar above U+10FFFF", [0xF4, 0x90, 0x80, 0x80]),
      ("a sequence cut after two of three", [0xE2, 0x82]),
      ("a sequence whose last byte is a letter", [0xE2, 0x82, 0x41]),
      ("a four-byte sequence cut after three", [0xF0, 0x9F, 0x9A]),
    ] as [(String, [UInt8])])
  func invalid(_ what: String, _ bytes: [UInt8]) {
    let repaired = UTF8Repair(Array("ok\r\nok\n€ ".utf8) + bytes)
    #expect(repaired.firstBadLine == 3, "\(what)")
    let text = String(decoding: repaired.bytes, as: UTF8.self)
    #expect(text.hasPrefix("ok\r\nok\n€ \u{FFFD}"), "\(what)")
    #expect(UTF8Repair(repaired.bytes).firstBadLine == nil, "\(what)")
  }

  @Test("The line of the first bad byte counts from one, behind a byte-order mark too")
  func lineNumbers() {
    #expect(UTF8Repair([0xFF]).firstBadLine == 1)
    #expect(UTF8Repair([0xEF, 0xBB, 0xBF, 0x0A, 0xFF, 0x0A, 0xFF]).firstBadLine == 2)
  }

  @Test("A zero byte among the first 8,000 makes a file binary, one behind them doesn't")
  func binary() {
    let text = [UInt8](repeating: 0x61, count: 8_000)
    #expect(UTF8Repair([0x89, 0x50, 0x4E, 0x47, 0, 1]).isBinary)
    #expect(UTF8Repair(Array(text.dropLast()) + [0]).isBinary)
    #expect(!UTF8Repair(text + [0]).isBinary)
  }

  @Test(
    "Any bytes come out as the UTF-8 that Swift itself would read",
    arguments: [1, 7, 42, 20_261_123] as [UInt64])
  func anyBytes(seed: UInt64) {
    var state = seed
    for length in 0..<400 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Lead and continuation bytes more often than chance would give them.
        let byte = UInt8(truncatingIfNeeded: state >> 33)
        return state >> 62 == 0 ? byte | 0xC0 : byte
      }
      let expected = String(
        decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes, as: UTF8.self)
      let repaired = UTF8Repair(bytes)
      #expect(repaired.bytes == Array(expected.utf8), "seed \(seed), length \(length)")
      #expect(
        (repaired.firstBadLine != nil) == expected.contains("\u{FFFD}"), "seed \(seed), length \(length)")
    }
  }
}
