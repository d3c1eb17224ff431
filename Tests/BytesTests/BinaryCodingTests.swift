import Bytes
import Testing

@Suite("Values in few bytes") struct BinaryCodingTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, 1 << 30, .max, .min])
  func numbersComeBack(_ number: Int) {
    var writer = BinaryWriter()
    writer.add(number)
    var reader = BinaryReader(writer.bytes[...])
    let back = reader.number()
    #expect(back == number && reader.isWhole)
  }

  @Test func numbersNearZeroTakeOneByte() {
    var writer = BinaryWriter()
    for number in -64...63 { writer.add(number) }
    #expect(writer.bytes.count == 128)
  }

  @Test func everyKindOfValueComesBack() throws {
    let digest = Digest(of: "a")
    var writer = BinaryWriter()
    writer.add("réunion")
    writer.add(true)
    writer.add([1, 2, 3] as [UInt8])
    writer.add(digest)
    writer.add(nil as Int?) { $0.add($1) }
    writer.add(7) { $0.add($1) }
    writer.add(["a", ""]) { $0.add($1) }
    var reader = BinaryReader(writer.bytes[...])
    let (text, flag, bytes) = (reader.text(), reader.flag(), Array(reader.bytes()))
    #expect(text == "réunion" && flag && bytes == [1, 2, 3])
    let back = reader.digest()
    #expect(back == digest)
    let numbers = [reader.optional { $0.number() }, reader.optional { $0.number() }]
    #expect(numbers == [nil, 7])
    let list = reader.list { $0.text() }
    #expect(list == ["a", ""] && reader.isWhole)
  }

  /// Each beginning of what was written, and each with one byte changed.
  @Test func bytesThatNobodyWroteAreNoCrash() {
    var writer = BinaryWriter()
    writer.add(["a", "bc"]) { $0.add($1) }
    writer.add(1 << 40)
    writer.add(Digest(of: "a"))
    func isWhole(_ bytes: [UInt8]) -> Bool {
      var reader = BinaryReader(bytes[...])
      _ = reader.list { $0.text() }
      _ = reader.number()
      _ = reader.digest()
      return reader.isWhole
    }
    #expect(isWhole(writer.bytes))
    for length in 0..<writer.bytes.count { #expect(!isWhole(Array(writer.bytes[..<length])), "\(length)") }
    for index in writer.bytes.indices {
      for byte in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = writer.bytes
        bytes[index] = byte
        _ = isWhole(bytes)
      }
    }
  }

  @Test(
    arguments: [[0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x80]] as [[UInt8]])
  func aLengthBeyondWhatIsLeftAsksForNoMemory(_ bytes: [UInt8]) {
    var reader = BinaryReader(bytes[...])
    let list = reader.list { $0.number() }
    #expect(list == [] && !reader.isWhole)
  }

  @Test func onlyWhatHasTheFormOfANameIsOne() {
    #expect(Slug(exactly: "db-down-2")?.description == "db-down-2")
    for text in ["", "DB", "a/b", "../x", "ü", String(repeating: "a", count: 81)] {
      #expect(Slug(exactly: text) == nil, "\(text)")
    }
    let id = NameBasedID(namespace: NameBasedID.podcastNamespace, name: "a")
    #expect(NameBasedID(exactly: id.description) == id)
    for text in ["", "x", id.description.uppercased(), id.description + "0"] {
      #expect(NameBasedID(exactly: text) == nil, "\(text)")
    }
  }

  @Test func gitsNameForAContentIsGits() {
    // git hash-object, and the same in a repository made with --object-format=sha256.
    #expect(
      GitBlob.id(of: Array("hello\n".utf8), isSHA256: false) == "ce013625030ba8dba906f756967f9e9ca394464a")
    #expect(
      GitBlob.id(of: Array("hello\n".utf8), isSHA256: true)
        == "2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4")
  }
}
