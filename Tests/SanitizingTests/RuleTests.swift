import Testing

@testable import Sanitizing

@Suite struct RuleTests {
  private static let names = RuleBook.builtIn.map(\.name)

  private func rule(_ name: String) throws -> Rule {
    try #require(RuleBook.builtIn.first { $0.name == name })
  }

  @Test(arguments: names) func compiles(name: String) throws {
    let rule = try rule(name)
    _ = try Pattern(rule.pattern, ignoresCase: rule.ignoresCase)
  }

  @Test(arguments: names) func takesExactlyWhatItsExamplesMark(name: String) throws {
    let rule = try rule(name)
    try #require(!rule.vanishes.isEmpty)
    for example in rule.vanishes.map(Marked.init) {
      #expect(Cleaning.marked(example.plain) == example.expected)
    }
  }

  @Test(arguments: names) func leavesWhatItsExamplesSayStays(name: String) throws {
    let rule = try rule(name)
    try #require(!rule.stays.isEmpty)
    for example in rule.stays { #expect(Cleaning.text(example) == example) }
  }

  @Test(arguments: names) func hasAnAnchorInEachExample(name: String) throws {
    let rule = try rule(name)
    for example in rule.vanishes.map(Marked.init) {
      let text = rule.ignoresCase ? example.plain.lowercased() : example.plain
      let anchors = rule.ignoresCase ? rule.anchors.map { $0.lowercased() } : rule.anchors
      #expect(anchors.contains { text.utf8Contains($0) })
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test(arguments: names) func namesAreKebabCase(name: String) {
    #expect(!name.isEmpty && name.allSatisfy { $0.isLowercase || $0.isWholeNumber || $0 == "-" })
    #expect(name.first != "-" && name.last != "-")
  }

  @Test(arguments: names) func placeholdersSayWhatWasRemovedInWords(name: String) throws {
    let rule = try rule(name)
    #expect(!rule.label.isEmpty && !rule.finds.isEmpty)
    #expect(!rule.label.contains { $0 == "‹" || $0 == "›" || $0.isNewline })
  }
}

extension String {
  /// By bytes: "\r\n" is one Character, and canonical equivalence is no identity.
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let (text, needle) = (Array(utf8), Array(other.utf8))
    guard text.count >= needle.count else { return false }
    return (0...(text.count - needle.count)).contains { text[$0...].starts(with: needle) }
  }
}
