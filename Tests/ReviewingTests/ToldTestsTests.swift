import Condensing
import Sanitizing
import Testing

@testable import Reviewing

@Suite("What a text says of its tests") struct ToldTestsTests {
  private static func review(_ sentence: String) -> Review<String> {
    Evidences.review(
      """
      # Checkout down
      At 14:24 UTC the connection pool of checkout was exhausted. \(sentence)
      ## Root cause
      The root cause was that the connection pool of checkout was exhausted by slow calls to loyalty.
      """)
  }

  @Test(arguments: [
    "There was no load test that fills the pool.", "We have never load tested it with the pool full.",
    "No test holds a connection for longer than a second.", "This was not caught by our integration tests.",
    "Staging did not reproduce it.", "The suite never runs against a slow dependency.",
  ])
  func aMissingTestIsQuotedInTheGap(_ sentence: String) throws {
    let review = Self.review(sentence)
    let gap = try #require(review.gaps.first)
    #expect(gap.statement.text.contains("The text itself says: “\(sentence)”"), "\(gap.statement.text)")
    let cited = try #require(gap.statement.evidence.first)
    let evidence = Evidences.make("# Checkout down\n\(sentence)")
    #expect(evidence[2]?.text.string == sentence && cited == 2)
  }

  @Test(arguments: [
    "There is no alert on the time that requests wait for a connection.",
    "The pool was not monitored.", "We did not get alerts while it filled.",
  ])
  func aMissingAlertIsAGapOfItsOwn(_ sentence: String) throws {
    let gaps = Self.review(sentence).gaps
    let gap = try #require(gaps.first { $0.kind == .alerting })
    #expect(gap.statement.text.contains(sentence) && gaps.count { $0.kind == .alerting } == 1)
  }

  @Test func aTestThatDidNotSeeItStandsBesideTheGap() throws {
    let sentence = "The nightly load test ran at a tenth of the traffic."
    let gap = try #require(Self.review(sentence).gaps.first { $0.kind == .load })
    #expect(gap.statement.text.contains("Of such tests the text says: “\(sentence)”"))
  }

  @Test(arguments: [
    "A load test would have been the right thing.", "There will be a load test next month.",
    "The measure promised in March was a nightly load test.", "The alert on the disk was fine.",
    "Nobody was hurt.",
  ])
  func whatWasNotThereIsNoTest(_ sentence: String) {
    for gap in Self.review(sentence).gaps {
      #expect(!gap.statement.text.contains(sentence), "\(gap.statement.text)")
    }
  }

  /// The voice says what is missing; the page shows the quotation.
  @Test func theVoiceLeavesTheQuotationOut() {
    let review = Self.review("There was no load test that fills the pool.")
    #expect(!review.audioSummary.contains("text itself says"))
  }

  @Test func aDenialInsideAPhraseDeniesIt() throws {
    let phrase = try Phrase("(master|masters) .. fail*")
    #expect(phrase.matches(in: Words.of("the master of redis failed")))
    #expect(!phrase.matches(in: Words.of("role master, no fail-over")))
  }
}
