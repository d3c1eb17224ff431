import Moments
import Sanitizing

/// The summary for the ear, put together from a review's fields: plain prose of 150 to 200 words where the incident
/// gives that much, and never a word that the review doesn't have.
package enum AudioSummary {
  package static let words = 150...200

  package static func compose(_ review: Review<String>, _ facts: IncidentFacts) -> String {
    var sentences: [String] = [opening(facts)]
    // A headline that is the title has been said.
    if review.headline.asSentence.lowercased() != facts.title.string.asSentence.lowercased() {
      sentences.append(review.headline)
    }
    switch review.cause {
    case .determined(let statement, _):
      sentences.append("The primary cause, as far as the evidence goes: \(statement.text)")
    case .undetermined(let statement, let needed):
      sentences.append("The primary cause is undetermined. \(statement.text)")
      sentences.append("To tell it, one would need \(needed.loweredStart)")
    }
    if let gap = review.gaps.first {
      sentences.append("What no test saw: \(gap.statement.text.withoutQuote)")
      sentences.append("Why tests usually miss it: \(gap.whyMissed)")
    }
    if let test = review.tests.first {
      sentences.append(
        "The test to write first is \(article(test.kind)) \(test.kind.text) test of \(spoken(test.scope, review)). \(test.injection) It passes when this holds: \(test.success)"
      )
    }
    var optional: [String] = []
    optional += review.gaps.dropFirst().prefix(2).map { "Also untested: \($0.statement.text.withoutQuote)" }
    optional += review.tests.dropFirst().prefix(1).map {
      "A second test, \($0.kind.text), covers \(spoken($0.scope, review)). \($0.injection)"
    }
    optional += review.prevention.prefix(1).map(\.text)
    optional += review.blastRadius.prefix(2).map(\.text)
    optional += review.factors.prefix(2).map { "It contributed that \($0.text.loweredStart)" }
    optional += review.timeline.prefix(6).map { "At \($0.time): \($0.statement.text)" }
    return trimmed(sentences.map(\.asSentence), optional.map(\.asSentence))
  }

  static func opening(_ facts: IncidentFacts) -> String {
    var text = facts.title.string.asSentence
    if let started = facts.started {
      text += " It began on \(started.precision == .day ? started.dayText : started.fullText)"
    }
    if let minutes = facts.minutes, minutes > 0 {
      text +=
        facts.started == nil
        ? " It lasted \(Span.text(minutes: minutes))" : " and lasted \(Span.text(minutes: minutes))"
    }
    return text.asSentence
  }

  /// What a scope names, in the middle of a sentence: small at the start, but for a name.
  static func spoken(_ scope: String, _ review: Review<String>) -> String {
    review.gaps.contains { scope.hasPrefix($0.component) } ? scope : scope.spokenName
  }

  static func article(_ kind: TestKind) -> String {
    kind.text.first.map { "aeiou".contains($0) } ?? false && kind != .unit ? "an" : "a"
  }

  /// Takes optional sentences until there are words enough, and leaves the last ones out where there are too many.
  private static func trimmed(_ sentences: [String], _ optional: [String]) -> String {
    var chosen: [String] = []
    var count = 0
    for sentence in sentences where !sentence.isEmpty {
      let words = Self.count(sentence)
      guard count + words <= words200 else { continue }
      chosen.append(sentence)
      count += words
    }
    for sentence in optional where !sentence.isEmpty && count < words.lowerBound {
      let words = Self.count(sentence)
      guard count + words <= words200 else { continue }
      chosen.append(sentence)
      count += words
    }
    return chosen.joined(separator: " ")
  }

  private static var words200: Int { words.upperBound }

  package static func count(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
}

extension String {
  /// Lower case at the start unless the first word is a name or an acronym.
  var loweredStart: String {
    guard let first, dropFirst().first.map({ $0.isLowercase || $0 == " " }) ?? false else { return self }
    let word = prefix { $0.isLetter }
    guard
      [
        "The", "A", "An", "No", "All", "Every", "Each", "This", "One", "When", "It", "Its", "Nothing",
        "Nobody",
      ].contains(String(word)) || self.first?.isLowercase == true
    else { return self }
    return first.lowercased() + dropFirst()
  }

  /// What a scope names, in the middle of a sentence: small at the start, but for an acronym.
  var spokenName: String {
    guard let first, dropFirst().first?.isLowercase ?? false else { return self }
    return first.lowercased() + dropFirst()
  }

  /// Without the quotation that the page shows.
  var withoutQuote: String {
    for lead in ["Here", ToldTests.missingLead, ToldTests.existingLead] {
      if let start = firstRange(of: " \(lead): “") { return String(self[..<start.lowerBound]) }
    }
    return self
  }
}
