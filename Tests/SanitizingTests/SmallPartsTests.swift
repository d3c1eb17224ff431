import Testing

@testable import Sanitizing

@Suite struct ByteSetTests {
  @Test func holdsExactlyItsBytes() {
    let set = ByteSet([0, 63, 64, 127, 128, 191, 192, 255])
    #expect((UInt8.min...UInt8.max).filter(set.contains) == [0, 63, 64, 127, 128, 191, 192, 255])
    #expect((UInt8.min...UInt8.max).filter(set.inverted.contains).count == 248)
    #expect(ByteSet("ab") == ByteSet([97, 98]) && ByteSet("ab").hashValue == ByteSet([98, 97]).hashValue)
  }

  @Test func foldsTheCaseOfLettersOnly() {
    let folded = ByteSet("aZ[5").caseFolded
    #expect((UInt8.min...UInt8.max).filter(folded.contains) == Array("5AZ[az".utf8).sorted())
    #expect(ByteSet("a").union(ByteSet("b")) == ByteSet("ab"))
  }
}

@Suite struct EntropyTests {
  @Test(arguments: [("", 0.0), ("aaaa", 0), ("abab", 1), ("abcdabcd", 2), ("abcdefgh", 3), ("aab", 0.9183)])
  func countsBitsPerByte(text: String, bits: Double) {
    #expect(abs(Entropy.bitsPerByte(Array(text.utf8)[...]) - bits) < 0.001)
  }
}

@Suite struct CheckDigitTests {
  @Test(arguments: [
    ("4111111111111111", true), ("4111111111111112", false), ("0000", false), ("79927398713", true),
  ])
  func luhn(digits: String, holds: Bool) {
    #expect(Luhn.holds(digits.compactMap { $0.wholeNumberValue.map(UInt8.init) }) == holds)
  }

  @Test(
    arguments: [
      ("TWFu", "Man"), ("TWE=", "Ma"), ("TQ==", "M"), ("TWE", "Ma"), ("_-8", nil), ("T*", nil), ("", ""),
    ] as [(String, String?)]) func base64(text: String, decoded: String?)
  {
    let bytes = Base64.decode(Array(text.utf8)[...])
    if text == "_-8" {
      #expect(bytes == [0xFF, 0xEF])
    } else {
      #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == decoded)
    }
  }
}

@Suite struct SanitizedTextTests {
  @Test func linesLoseTheirEnds() {
    var sanitizer = Sanitizer(Cleaning.book)
    #expect(sanitizer.clean("a\r\nb\n\nc").lines.map(\.string) == ["a", "b", "", "c"])
    #expect(sanitizer.clean("a\n").lines.map(\.string) == ["a"])
    #expect(sanitizer.clean("").lines.isEmpty)
  }

  @Test func slicesByBytesAndJoins() {
    var sanitizer = Sanitizer(Cleaning.book)
    let text = sanitizer.clean("héllo wörld")
    #expect(text[0..<6].string == "héllo" && text[7..<13].string == "wörld")
    #expect(SanitizedText.joined([text[0..<6], .empty], separator: "-").string == "héllo-")
    #expect(SanitizedText.empty.isEmpty && "\(text)" == "héllo wörld")
  }
}
