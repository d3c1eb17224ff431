import Bytes
import Diagnostics
import Testing

@testable import Sanitizing

@Suite struct SanitizerTests {
  @Test func theSameValueHasTheSamePlaceholderInAllTexts() {
    var sanitizer = Sanitizer(Cleaning.book)
    #expect(sanitizer.clean("10.1.2.3 and 10.1.2.4").string == "‹private ip 1› and ‹private ip 2›")
    #expect(sanitizer.clean("again 10.1.2.4").string == "again ‹private ip 2›")
  }

  @Test func aFreshOneKnowsTheValuesAndCountsAnew() {
    var sanitizer = Sanitizer(Cleaning.book)
    _ = sanitizer.clean("10.1.2.3 10.1.2.4")
    var fresh = Sanitizer(sanitizer.identities)
    #expect(fresh.clean("10.1.2.4").string == "‹private ip 2›")
    #expect(fresh.report.rows.map(\.count) == [1])
    #expect(sanitizer.report.total == 2)
  }

  @Test func theReportHasKindsAndCountsAndNoValues() {
    var sanitizer = Sanitizer(Cleaning.book)
    _ = sanitizer.clean(RawText(Array("10.1.2.3 10.1.2.3 password=hunter2".utf8)))
    #expect(sanitizer.report.rows.map { "\($0.kind) \($0.count)" } == ["private ip 2", "password 1"])
    #expect(!"\(sanitizer.report)".contains("hunter2"))
  }

  @Test func aKeyOfManyLinesLeavesAsManyLines() {
    let body = (0..<8).map { "\($0)" + String(repeating: "Ab9+", count: 15) }.joined(separator: "\n")
    let text = "a\n-----BEGIN RSA PRIVATE KEY-----\n\(body)\n-----END RSA PRIVATE KEY-----\nb"
    let cleaned = Cleaning.text(text)
    #expect(!cleaned.contains("Ab9+"))
    #expect(cleaned.utf8.count { $0 == 10 } == text.utf8.count { $0 == 10 })
    #expect(cleaned.hasPrefix("a\n") && cleaned.hasSuffix("\nb"))
  }

  @Test func allowedValuesStay() {
    var sanitizer = Sanitizer(RuleBook.make(allowed: ["10.1.2.3", "status@acme.com"]).book)
    #expect(
      sanitizer.clean("10.1.2.3 10.1.2.4 status@acme.com").string == "10.1.2.3 ‹private ip 1› status@acme.com"
    )
  }

  @Test func aTeamsRuleRemovesItsSecret() {
    let rule = RuleBook.TeamRule(
      name: "badge", label: "badge", anchor: "BDG-", pattern: "BDG-(?<secret>[0-9]{6})",
      location: SourceLocation("hindcast.yaml", line: 3))
    let (book, diagnostics) = RuleBook.make(teamRules: [rule])
    var sanitizer = Sanitizer(book)
    #expect(diagnostics.isEmpty)
    #expect(sanitizer.clean("badge BDG-123456 used").string == "badge BDG-‹badge 1› used")
  }

  @Test(arguments: [("B", "B[0-9]+"), ("BDG-", "BDG-(")]) func aTeamsBadRuleIsToldWithItsPlace(
    anchor: String, pattern: String
  ) throws {
    let rule = RuleBook.TeamRule(
      name: "badge", label: "badge", anchor: anchor, pattern: pattern,
      location: SourceLocation("hindcast.yaml", line: 3))
    let diagnostics = RuleBook.make(teamRules: [rule]).diagnostics
    #expect(diagnostics.count == 1)
    let text = try #require(diagnostics.first).description
    #expect(text.contains("hindcast.yaml:3") && text.contains("'badge'"))
  }

  @Test func secretsInMarkedTextsLeaveNothingBehind() {
    let text = "key AKIAIOSFODNN7QQWERTY and ghp_16C7e42F292c6912E7710c838347Ae178B4a"
    let cleaned = Cleaning.text(text)
    #expect(!cleaned.contains("IOSFODNN7") && !cleaned.contains("16C7e42F"))
  }
}
