import Reviewing
import Sanitizing
import Testing

@Suite("An accepted review") struct ReviewDocumentTests {
  private let text = """
    # Checkout down
    13:58 Deploy of 2.14.0 starts.
    14:24 The connection pool of checkout was exhausted: "HikariPool-1 - Connection is not available".
    15:04 Rollback complete. 21,400 checkouts failed.
    Root cause: the `loyalty` lookup ran inside the transaction & held <all> connections.
    """

  private func document() -> (ReviewDocument, Review<SanitizedText>, SanitizedText) {
    var sanitizer = Sanitizer(RuleBook.make().book)
    let review = Evidences.review(text).sanitized(by: &sanitizer)
    return (ReviewDocument(Evidences.make(text)), review, sanitizer.clean("Checkout down"))
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    let (document, review, title) = document()
    let back = try document.review(document.markdown(review, title: title), day: nil)
    #expect(back.headline == review.headline.string)
    #expect(back.cause.statement.text == folded(review.cause.statement.text))
    #expect(back.cause.statement.evidence == review.cause.statement.evidence)
    #expect(back.gaps.map(\.statement.text) == review.gaps.map(\.statement.text.string))
    #expect(back.gaps.map(\.mode) == review.gaps.map(\.mode))
    #expect(back.gaps.map(\.kind) == review.gaps.map(\.kind))
    #expect(back.gaps.map(\.signal) == review.gaps.map(\.signal.string))
    #expect(back.gaps.map(\.whyMissed) == review.gaps.map(\.whyMissed.string))
    #expect(back.tests.map(\.scope) == review.tests.map(\.scope.string))
    #expect(back.tests.map(\.injection) == review.tests.map(\.injection.string))
    #expect(back.tests.map(\.success) == review.tests.map(\.success.string))
    #expect(back.tests.map(\.closes) == review.tests.map(\.closes))
    #expect(back.tests.map(\.evidence) == review.tests.map(\.evidence))
    #expect(back.timeline.map(\.time) == review.timeline.map(\.time.string))
    #expect(back.timeline.map(\.statement.text) == review.timeline.map(\.statement.text.string))
    #expect(back.blastRadius.map(\.text) == review.blastRadius.map(\.text.string))
    #expect(back.factors.map(\.text) == review.factors.map(\.text.string))
    #expect(back.prevention.map(\.text) == review.prevention.map(\.text.string))
    #expect(back.audioSummary == folded(review.audioSummary))
  }

  /// With one blank where there were several, as Markdown reads them.
  private func folded(_ text: SanitizedText) -> String {
    text.string.split(separator: " ").joined(separator: " ")
  }

  @Test func linesAreCitedByFile() {
    let (document, review, title) = document()
    #expect(document.markdown(review, title: title).contains("[L5"))
  }

  @Test func aReviewWithoutTestsIsRefusedWithAReason() {
    let (document, review, title) = document()
    let markdown = document.markdown(review, title: title)
    let cut = String(
      markdown.prefix(upTo: markdown.firstRange(of: "## Recommended")?.lowerBound ?? markdown.endIndex))
    let failure = #expect(throws: AnswerFailure.self) { try document.review(cut, day: nil) }
    #expect(failure?.description == "the review lacks the section 'Recommended Test Suite'")
  }
}
