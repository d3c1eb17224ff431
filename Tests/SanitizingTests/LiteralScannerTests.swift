import Testing

@testable import Sanitizing

@Suite struct LiteralScannerTests {
  private func hits(_ literals: [LiteralScanner.Literal], in text: String) -> [LiteralScanner.Hit] {
    let scanner = LiteralScanner(literals)
    return scanner.hits(in: Array(text.utf8), LiteralScanner.Scratch(for: scanner))
      .sorted { ($0.start, $0.literal) < ($1.start, $1.literal) }
  }

  private func exact(_ text: String) -> LiteralScanner.Literal { .init(text: text, ignoresCase: false) }

  @Test func findsEachLiteralWhereItBegins() {
    let found = hits([exact("ab"), exact("cd")], in: "abxcdab")
    #expect(found == [.init(literal: 0, start: 0), .init(literal: 1, start: 3), .init(literal: 0, start: 5)])
  }

  @Test func findsLiteralsThatBeginAlikeAndThatOverlap() {
    let found = hits([exact("pass"), exact("password"), exact("word")], in: "password")
    #expect(
      found == [.init(literal: 0, start: 0), .init(literal: 1, start: 0), .init(literal: 2, start: 4)])
  }

  @Test func caseCountsUnlessALiteralIgnoresIt() {
    let literals = [exact("Key"), LiteralScanner.Literal(text: "token", ignoresCase: true)]
    #expect(hits(literals, in: "key KEY Key") == [.init(literal: 0, start: 8)])
    #expect(hits(literals, in: "TOKEN Token").map(\.start) == [0, 6])
  }

  @Test func signsOfRegularExpressionsStandForThemselves() {
    #expect(hits([exact("a.*b"), exact("$2")], in: "axxb a.*b $2").map(\.start) == [5, 10])
  }

  @Test func bytesAreCountedAndNotCharacters() {
    #expect(hits([exact("é→")], in: "xé→") == [.init(literal: 0, start: 1)])
  }

  @Test func findsNothingInAnEmptyText() {
    #expect(hits([exact("a")], in: "").isEmpty)
  }

  @Test func knowsTheLengthOfEachLiteral() {
    let scanner = LiteralScanner([exact("abc"), exact("é")])
    #expect([scanner.length(of: 0), scanner.length(of: 1)] == [3, 2])
  }
}
