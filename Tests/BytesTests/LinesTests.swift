import Bytes
import Testing

@Suite("Lines and searches in bytes")
struct LinesTests {
  @Test(
    "Both line ends are read, and the end of the last line makes no empty one",
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
      ("\n\n", ["", ""]), ("\r\n", [""]), ("a\rb\n", ["a\rb"]), ("a\r", ["a\r"]),
    ] as [(String, [String])])
  func lines(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(Lines(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test("Within a range, lines keep their place in the whole")
  func range() {
    let bytes = Array("zero\none\r\ntwo\nthree".utf8)
    #expect(Array(Lines(in: bytes, within: 5..<14)) == [5..<8, 10..<13])
    #expect(Array(Lines(in: bytes, within: 6..<6)).isEmpty)
    // The line end before the range is none of its own.
    #expect(Array(Lines(in: Array("\r\na".utf8), within: 1..<3)) == [1..<1, 2..<3])
  }

  @Test("A search finds the first place within its range")
  func search() {
    let bytes = Array("abcabcab".utf8)
    let needle = Array("abc".utf8)
    #expect(ByteSearch.first(needle, in: bytes, 0..<8) == 0)
    #expect(ByteSearch.first(needle, in: bytes, 1..<8) == 3)
    #expect(ByteSearch.first(needle, in: bytes, 4..<8) == nil)
    #expect(ByteSearch.first(needle, in: bytes, 3..<5) == nil)
    #expect(ByteSearch.first([], in: bytes, 0..<8) == nil)
  }

  @Test(
    "A run of digits is a number up to 18 of them",
    arguments: [
      ("0", 0), ("007", 7), ("999999999999999999", 999_999_999_999_999_999), ("", nil), ("1a", nil),
      ("-1", nil),
      ("1000000000000000000", nil),
    ] as [(String, Int?)])
  func numbers(_ digits: String, _ expected: Int?) {
    #expect(ASCII.number(digits.utf8) == expected)
  }

  @Test("Raw text shows its size and nothing of itself")
  func rawText() {
    let raw = RawText(Array("hunter2".utf8))
    var dumped = ""
    dump(raw, to: &dumped)
    for shown in ["\(raw)", String(reflecting: raw), String(describing: [raw]), dumped] {
      #expect(!shown.contains("hunter2"))
      #expect(!shown.contains("104"))
    }
    #expect(raw.description == "raw text of 7 bytes")
    #expect(raw.unsealed() == Array("hunter2".utf8))
    #expect(raw.digest == Digest(of: "hunter2"))
  }
}
