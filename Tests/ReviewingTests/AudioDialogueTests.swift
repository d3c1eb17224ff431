import Testing

@testable import Reviewing

@Suite("A review as a talk") struct AudioDialogueTests {
  private static let text = """
    # Checkout down
    ## Summary
    Checkout failed for 5,790 customers between 14:24 and 15:09 UTC.
    ## Root cause
    The root cause was that the connection pool was exhausted by the loyalty call.
    """

  @Test func eachQuestionIsFollowedByItsAnswer() {
    let turns = AudioDialogue.compose(Evidences.review(Self.text), Evidences.facts())
    #expect(turns.count % 2 == 0)
    for (index, turn) in turns.enumerated() {
      #expect(turn.speaker == (index % 2 == 0 ? .host : .guest))
      #expect(turn.text.hasSuffix("?") == (turn.speaker == .host))
    }
    #expect(turns.contains { $0.text.contains("The root cause was that the connection pool was exhausted") })
    #expect(turns.contains { $0.text == "Which is the test to write first?" })
  }

  @Test func whatIsUndeterminedIsSaidToBe() {
    let review = Evidences.review("# Checkout down\n## Root cause\nThe root cause is unknown.\n")
    let turns = AudioDialogue.compose(review, Evidences.facts())
    let answer = turns.firstIndex { $0.text == "What was the root cause?" }.map { turns[$0 + 1].text }
    #expect(answer?.hasPrefix("It is undetermined.") == true)
  }

  @Test func nothingIsSaidThatTheReviewDoesNotHave() {
    let review = Evidences.review(Self.text)
    let said = AudioDialogue.compose(review, Evidences.facts()).filter { $0.speaker == .guest }.map(\.text)
      .joined()
    #expect(!said.contains("Here: “"))
    #expect(!said.isEmpty)
  }
}
