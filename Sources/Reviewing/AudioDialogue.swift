import Moments
import Sanitizing

/// A review told as a talk of two engineers: one asks, the other answers with the review's own words.
package enum AudioDialogue {
  package enum Speaker: Int, Sendable, Hashable { case host, guest }

  package struct Turn: Sendable, Hashable {
    package let speaker: Speaker
    package let text: String
  }

  package static func compose(_ review: Review<String>, _ facts: IncidentFacts) -> [Turn] {
    var turns: [Turn] = []
    func ask(_ question: String, _ answer: [String]) {
      let said = answer.map(\.asSentence).filter { !$0.isEmpty }
      guard !said.isEmpty else { return }
      turns.append(Turn(speaker: .host, text: question))
      turns.append(Turn(speaker: .guest, text: said.joined(separator: " ")))
    }
    let title = facts.title.string.asSentence
    let headline = review.headline.asSentence.lowercased() == title.lowercased() ? [] : [review.headline]
    // What is felt is often the headline in more words.
    let felt = review.blastRadius.prefix(2).map(\.text)
    let noticed = headline.filter { line in !felt.contains { $0.contains(line) } } + felt
    ask("\(AudioSummary.opening(facts)) What did people notice?", noticed)
    if turns.isEmpty { turns.append(Turn(speaker: .host, text: AudioSummary.opening(facts))) }
    switch review.cause {
    case .determined(let statement, _): ask("What was the root cause?", [statement.text])
    case .undetermined(let statement, let needed):
      ask(
        "What was the root cause?",
        ["It is undetermined", statement.text, "To tell it, one would need \(needed.loweredStart)"])
    }
    ask(
      "What was untested?",
      review.gaps.prefix(2).flatMap {
        [$0.statement.text.withoutQuote, "Why tests usually miss it: \($0.whyMissed)"]
      })
    ask(
      "Which is the test to write first?",
      review.tests.prefix(1).map { test in
        "\(AudioSummary.article(test.kind).capitalizedFirst) \(test.kind.text) test of \(AudioSummary.spoken(test.scope, review)). \(test.injection) It passes when this holds: \(test.success)"
      })
    ask("And what should change besides?", review.prevention.prefix(1).map(\.text))
    return turns
  }
}
