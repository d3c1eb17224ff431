import Testing

@testable import Sanitizing

@Suite struct PatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let text: String
    /// What is matched at the text's start, or nil.
    let match: String?
    var ignoresCase = false

    var testDescription: String { "\(pattern) in \(text)" }
  }

  @Test(arguments: [
    Case(pattern: "abc", text: "abcd", match: "abc"),
    Case(pattern: "abc", text: "abd", match: nil),
    Case(pattern: "a.c", text: "axc", match: "axc"),
    Case(pattern: "a.c", text: "a\nc", match: nil),
    Case(pattern: "[a-c]+", text: "abcd", match: "abc"),
    Case(pattern: "[^a-c]+", text: "xyza", match: "xyz"),
    Case(pattern: "[]x]+", text: "]x]a", match: "]x]"),
    Case(pattern: "[a-]+", text: "a-a", match: "a-a"),
    Case(pattern: #"[\d_]+"#, text: "1_2x", match: "1_2"),
    Case(pattern: #"[\]\\]+"#, text: #"]\x"#, match: #"]\"#),
    Case(pattern: #"\d{2}\w\s\S"#, text: "12a b", match: "12a b"),
    Case(pattern: #"\n\t"#, text: "\n\t", match: "\n\t"),
    Case(pattern: #"\.\$\("#, text: ".$(", match: ".$("),
    Case(pattern: "(?:ab|cd)e", text: "cde", match: "cde"),
    Case(pattern: "(ab|a)b", text: "ab", match: "ab"),
    Case(pattern: "a|b|", text: "c", match: ""),
    Case(pattern: "ab?c", text: "ac", match: "ac"),
    Case(pattern: "a{3}", text: "aaaa", match: "aaa"),
    Case(pattern: "a{2,}", text: "aaaa", match: "aaaa"),
    Case(pattern: "a{2,3}", text: "aaaa", match: "aaa"),
    Case(pattern: "a{2,3}", text: "a", match: nil),
    Case(pattern: "a{0,3}?b", text: "aab", match: "aab"),
    Case(pattern: "a+?", text: "aaa", match: "a"),
    Case(pattern: "a{2,4}?", text: "aaaa", match: "aa"),
    Case(pattern: ".*b", text: "abab-", match: "abab"),
    Case(pattern: ".*?b", text: "abab-", match: "ab"),
    Case(pattern: "(?:ab)*c", text: "ababc", match: "ababc"),
    Case(pattern: "(?:ab){2}c", text: "ababc", match: "ababc"),
    Case(pattern: "(?:ab){1,2}?a", text: "ababa", match: "aba"),
    Case(pattern: "(?:a|ab)(?:c|bcd)", text: "abcd", match: "abcd"),
    Case(pattern: "TokEN", text: "tOKen", match: "tOKen", ignoresCase: true),
    Case(pattern: "[a-c]+", text: "AbCd", match: "AbC", ignoresCase: true),
    Case(pattern: "é+", text: "é", match: "é"),
    Case(pattern: "", text: "x", match: ""),
  ]) func matchesAtOnePlace(example: Case) throws {
    let pattern = try Pattern(example.pattern, ignoresCase: example.ignoresCase)
    let bytes = Array(example.text.utf8)
    let match = pattern.match(bytes, at: 0)
    #expect(match.map { String(decoding: bytes[$0.whole], as: UTF8.self) } == example.match)
  }

  @Test func theSecretIsTheNamedGroup() throws {
    let match = try Pattern("key=(?<secret>[a-z]{3,})!?").match(Array("key=abcd!".utf8), at: 0)
    #expect(match == Pattern.Match(whole: 0..<9, secret: 4..<8))
  }

  @Test func aGroupThatWasGivenUpLeavesNoSecretBehind() throws {
    let match = try Pattern("(?:(?<secret>a)b|ac)").match(Array("ac".utf8), at: 0)
    #expect(match == Pattern.Match(whole: 0..<2, secret: 0..<2))
  }

  @Test func matchesInTheMiddleOnlyWhereItIsTold() throws {
    let pattern = try Pattern("b+")
    #expect(pattern.match(Array("abb".utf8), at: 0) == nil)
    #expect(pattern.match(Array("abb".utf8), at: 1)?.whole == 1..<3)
    #expect(pattern.match([], at: 0) == nil)
  }

  @Test(arguments: [
    "(a", "a)", "[a", "a{2", "a{x}", "a{3,2}", "a{1,2,3}", "*a", "+", "?", "a|*", #"\"#, #"\b"#, #"\1"#,
    "(?=a)", "(?<name>a)", "[b-a]", "(?:){2,}", "(?:(?:(?:[ab]c){90}){90}){90}",
  ]) func namesWhatItCannotRead(pattern: String) {
    let error = #expect(throws: Pattern.SyntaxError.self) { _ = try Pattern(pattern) }
    #expect(error?.message.isEmpty == false)
  }

  @Test(arguments: ["(?:a*)*b", "(?:a|a)*b", "(?:a+)+b", "(?:a?){40}b", "(?:.*,){12}b", "(?:a*?)*b"])
  func givesUpOnWhatWouldTakeForEver(pattern: String) throws {
    let compiled = try Pattern(pattern)
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 30_000)
    var match: Pattern.Match?
    let time = ContinuousClock().measure { match = compiled.match(bytes, at: 0) }
    #expect(match == nil)
    #expect(time < .seconds(10))
  }

  @Test func aLongRowOfGroupsNeedsNoStack() throws {
    let pattern = try Pattern("(?:[0-9a-f]{4}\n)*end")
    let text = String(repeating: "0af3\n", count: 10_000) + "end"
    #expect(pattern.match(Array(text.utf8), at: 0)?.whole == 0..<50_003)
  }
}
