import Foundation
import Reviewing
import Testing

/// Answers as models give them when they drift from what they were asked for: each is a review with its sections in
/// their places, or a failure with a name.
@Suite("A hundred answers of varied shape") struct DriftTests {
  private static let incident = """
    # Checkout down
    13:58 Deployed checkout 2.32.
    14:24 The pool of checkout timed out.
    The loyalty call ran inside the transaction.
    """

  private static let titles = [
    "Incident Timeline & Blast Radius", "Testing Gap Analysis", "Root Cause Determination",
    "Prevention & Validation Strategy", "Recommended Test Suite", "AudioSummary",
  ]

  private static let bodies = [
    "- 14:24 The pool of checkout timed out [E3]", "- No load test fills the pool of checkout [E3]",
    "Primary: the loyalty call ran inside the transaction [E4]\n- Deployed checkout 2.32 [E2]",
    "- Bound the wait for the pool [E3]",
    "- Type: load | Scope: the pool of checkout | Inject: 200 requests per second | Success: p99 below 800 ms",
    String(repeating: "The pool of checkout timed out and no load test had filled it. ", count: 12),
  ]

  private static func report(_ heading: (Int, String) -> String, order: [Int] = [0, 1, 2, 3, 4, 5]) -> String
  {
    order.map { "\(heading($0, titles[$0]))\n\n\(bodies[$0])\n" }.joined(separator: "\n")
  }

  private static let headings: [@Sendable (Int, String) -> String] = [
    { "# \($1)" }, { "## \($1)" }, { "### \($1)" }, { "#### \($1) ####" }, { "## \($0 + 1). \($1)" },
    { "**\($1)**" }, { "**\($0 + 1). \($1):**" }, { "__\($1)__" }, { "\($1)\n---" }, { "\($1)\n===" },
    { "\($1):" },
    { "## \($1.uppercased())" }, { "## \($1.lowercased())" }, { "## **\($1)**" }, { "## \($1):" },
    { "## Section \($0 + 1): \($1)" }, { "## 🔎 \($1)" }, { "*\($1)*" },
  ]

  static let answers: [(name: String, text: String)] = {
    var answers: [(String, String)] = []
    for (index, heading) in headings.enumerated() {
      let plain = report(heading)
      answers.append(("heading \(index)", plain))
      answers.append(
        ("heading \(index), with a preamble", "Sure! Here is the review you asked for.\n\n" + plain))
      answers.append(
        ("heading \(index), fenced", "```markdown\n\(plain)\n```\nLet me know if you need more."))
      answers.append(
        ("heading \(index), after thoughts", "<think>\n## Root Cause\nMaybe DNS?\n</think>\n" + plain))
    }
    let plain = report(headings[1])
    answers.append(("reversed", report(headings[1], order: [5, 4, 3, 2, 1, 0])))
    answers.append(("shuffled", report(headings[1], order: [2, 0, 4, 1, 5, 3])))
    answers.append(("doubled", plain + "\n" + plain))
    answers.append(
      (
        "quoted",
        plain.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(
          separator: "\n")
      ))
    answers.append(("Windows line ends", plain.replacingOccurrences(of: "\n", with: "\r\n")))
    answers.append(("emphasis", plain.replacingOccurrences(of: "Primary:", with: "**Primary:**")))
    for cut in stride(from: 40, to: plain.count, by: max(1, plain.count / 10)) {
      answers.append(("cut after \(cut)", String(plain.prefix(cut))))
    }
    for section in 0..<6 {
      answers.append(
        ("without \(titles[section])", report(headings[1], order: (0..<6).filter { $0 != section })))
    }
    for other in [
      "Chronologie und Reichweite", "Analyse des lacunes de test", "根本原因", "Causa raíz del incidente",
    ] {
      answers.append(("other language \(other)", report { _, _ in "## \(other)" }))
    }
    answers += [
      ("empty", ""), ("prose", "I cannot help with that."), ("only a fence", "```\n```"),
      ("HTML", "<html><body>It works</body></html>"),
    ]
    return answers
  }()

  @Test func thereAreAHundred() { #expect(Self.answers.count >= 100, "\(Self.answers.count)") }

  @Test(arguments: answers.indices) func isAReviewOrAFailureWithAName(_ index: Int) {
    let (name, text) = Self.answers[index]
    let evidence = Evidences.make(Self.incident)
    let draft = Evidences.review(Self.incident)
    do {
      let review = try AnswerParser(evidence, Evidences.facts(), draft: draft).review(text)
      #expect(review.cause.statement.text.lowercased().contains("loyalty call"), "\(name): \(review.cause)")
      #expect(review.gaps.allSatisfy { $0.statement.text.contains("load test") }, "\(name)")
      #expect(review.tests.allSatisfy { $0.scope.contains("pool") }, "\(name)")
      #expect(review.timeline.allSatisfy { $0.time == "14:24" }, "\(name)")
      #expect(review.audioSummary.isEmpty || review.audioSummary.hasPrefix("The pool of checkout"), "\(name)")
    } catch {
      #expect(!error.description.isEmpty, "\(name)")
      let isWhole = ["heading", "reversed", "shuffled", "doubled", "quoted", "Windows", "emphasis"].contains {
        name.hasPrefix($0)
      }
      #expect(!isWhole, "\(name): \(error)")
    }
  }
}
