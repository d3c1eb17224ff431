import Testing

@testable import Reviewing

@Suite("Reading a model's report") struct AnswerParserTests {
  private static let headings = [
    "Incident Timeline & Blast Radius", "Testing Gap Analysis", "Root Cause Determination",
    "Prevention & Validation Strategy", "Recommended Test Suite", "AudioSummary",
  ]
  private static let bodies = [
    "- 14:24 UTC pool timed out [E3]\n- All customers were affected",
    "- No load test fills the pool [E3, E99]",
    "Primary: the call runs inside the transaction [E3]\n- The time-out was raised [E2]",
    "- Bound the wait [E3]",
    "- Type: Load test | Scope: checkout | Inject: 3 s latency for 10 min | Success: p99 below 800 ms",
    Array(repeating: "Nobody had filled the pool before customers did that day.", count: 16).joined(
      separator: " "),
  ]

  private func parse(_ answer: String) throws -> Review<String> {
    let text = "# Checkout\n13:58 UTC deploy\n14:24 UTC pool exhausted"
    let evidence = Evidences.make(text)
    let parser = AnswerParser(evidence, Evidences.facts(), draft: Evidences.review(text))
    return try parser.review(answer)
  }

  private static func report(_ heading: (Int, String) -> String) -> String {
    zip(headings, bodies).enumerated().map { heading($0.offset, $0.element.0) + "\n\n" + $0.element.1 }
      .joined(separator: "\n\n")
  }

  private static let drift: [String] = [
    report { _, name in "## \(name)" }, report { _, name in "###### \(name.uppercased())" },
    report { number, name in "# \(number + 1). \(name):" }, report { _, name in "\(name)\n---" },
    report { _, name in "**\(name)**" }, report { number, name in "**\(number + 1). \(name):**" },
    "```markdown\n" + report { _, name in "## \(name)" } + "\n```",
    "Sure! Here is the review.\n\n" + report { _, name in "## \(name)" },
    "<think>\n## Root Cause\nhm\n</think>\n" + report { _, name in "## \(name)" },
    report { _, name in "## \(name)" }
      + "\n\n## Root Cause Determination\n\nPrimary: something else entirely",
  ]

  @Test(arguments: drift) func findsTheSixSectionsInEveryDress(_ answer: String) throws {
    let review = try parse(answer)
    #expect(review.timeline.map(\.time) == ["14:24 UTC"])
    #expect(review.blastRadius.map(\.text) == ["All customers were affected."])
    #expect(review.cause.statement.text == "the call runs inside the transaction.")
    #expect(review.gaps.map(\.kind) == [.load])
    #expect(review.tests.map(\.success) == ["p99 below 800 ms"])
    #expect(!review.audioSummary.isEmpty)
  }

  @Test func aCitationThatNamesNoLineIsDropped() throws {
    #expect(try parse(Self.drift[0]).gaps.map(\.statement.evidence) == [[3]])
  }

  @Test func aStatementWithoutACitationIsMarked() throws {
    #expect(try parse(Self.drift[0]).blastRadius.map(\.isSupported) == [false])
  }

  @Test(arguments: ["", "I cannot help with that.", "## Root Cause\nx", "<html></html>"])
  func whatIsNoReportIsANamedFailure(_ answer: String) {
    #expect(throws: AnswerFailure.self) { try parse(answer) }
  }
}
