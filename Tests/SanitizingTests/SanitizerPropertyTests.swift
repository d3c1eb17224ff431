import Bytes
import Testing

@testable import Sanitizing

/// Properties that hold for any text; a failure prints the seed that made it.
@Suite struct SanitizerPropertyTests {
  private static let seeds = Array(UInt64(1)...200)

  @Test(arguments: seeds) func anyBytesComeOutAsValidTextWithAllTheirLines(seed: UInt64) {
    var random = SplitMix(seed)
    let bytes = (0..<(random.below(4_000) + 1)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let repaired = UTF8Repair(bytes).bytes
    var sanitizer = Sanitizer(Cleaning.book)
    let cleaned = sanitizer.clean(RawText(repaired))
    #expect(UTF8Repair(Array(cleaned.utf8)).firstBadLine == nil)
    #expect(cleaned.utf8.count { $0 == 10 } == repaired.count { $0 == 10 })
  }

  @Test(arguments: seeds) func bytesThatAreNoTextDoNotCrash(seed: UInt64) {
    var random = SplitMix(seed)
    let bytes = (0..<2_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var sanitizer = Sanitizer(Cleaning.book)
    #expect(!sanitizer.clean(RawText(bytes)).isEmpty)
  }

  @Test(arguments: seeds) func aSecondTimeChangesNothing(seed: UInt64) {
    let text = Self.collage(seed)
    var sanitizer = Sanitizer(Cleaning.book)
    let once = sanitizer.clean(text)
    #expect(sanitizer.clean(once.string) == once)
    #expect(Cleaning.text(once.string) == once.string)
  }

  @Test(arguments: seeds) func theNumberOfLinesIsKept(seed: UInt64) {
    let text = Self.collage(seed)
    #expect(Cleaning.text(text).utf8.count { $0 == 10 } == text.utf8.count { $0 == 10 })
  }

  @Test(arguments: seeds) func theSameTextComesOutTheSame(seed: UInt64) {
    let text = Self.collage(seed)
    #expect(Cleaning.text(text) == Cleaning.text(text))
  }

  @Test(arguments: seeds) func cutAnywhereItStillCleans(seed: UInt64) {
    var random = SplitMix(seed)
    let bytes = Array(Self.collage(seed).utf8)
    let start = random.below(bytes.count)
    let part = Array(bytes[start..<(start + random.below(bytes.count - start) + 1)])
    var sanitizer = Sanitizer(Cleaning.book)
    let cleaned = sanitizer.clean(RawText(UTF8Repair(part).bytes))
    #expect(sanitizer.clean(cleaned.string) == cleaned)
  }

  /// Rules' own examples in a random order with random glue.
  private static func collage(_ seed: UInt64) -> String {
    var random = SplitMix(seed)
    let glue = [
      " ", "\n", "\r\n", ", ", "; ", "\"", "=", ": ", "\t", " - ", "|", "'", "(", ")", "<", ">", "\\n", "é",
      "‹", "›",
    ]
    return (0..<30).map { _ in
      let rule = RuleBook.builtIn[random.below(RuleBook.builtIn.count)]
      let examples = rule.vanishes + rule.stays
      let example = examples.isEmpty ? "x" : examples[random.below(examples.count)]
      return Marked(example).plain + glue[random.below(glue.count)]
    }.joined()
  }
}

/// S. Vigna's SplitMix64: the same numbers for the same seed everywhere.
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// - Parameter limit: greater than 0.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
