package import Sanitizing

/// What the voice says: sentences with every number, unit, symbol and name spelled as engineers say them.
///
/// The page shows the text as it was written; only the voice gets the script.
package struct SpokenScript: Sendable, Hashable {
  package struct Sentence: Sendable, Hashable {
    /// As on the page.
    package let shown: String
    /// As the voice reads it: words, commas and periods.
    package let spoken: String
    /// Who says it in a talk; nil where one voice says all.
    package let speaker: Speaker?
  }

  /// The two of a talk.
  package enum Speaker: String, Sendable, Hashable, Codable {
    case host = "Host"
    case guest = "Guest"
  }

  package let sentences: [Sentence]

  /// What one voice says.
  package init(_ text: SanitizedText, _ lexicon: Lexicon) {
    self.init([(nil, text)], lexicon)
  }

  /// What two say to each other, turn by turn.
  package init(turns: [(speaker: Speaker, text: SanitizedText)], _ lexicon: Lexicon) {
    self.init(turns.map { ($0.speaker, $0.text) }, lexicon)
  }

  private init(_ parts: [(speaker: Speaker?, text: SanitizedText)], _ lexicon: Lexicon) {
    let reader = SpokenReader(lexicon)
    sentences = parts.flatMap { speaker, text in
      SentenceSplit.of(text.string).compactMap { sentence in
        let spoken = reader.read(sentence)
        return spoken.contains(where: \.isLetter)
          ? Sentence(shown: sentence, spoken: spoken, speaker: speaker) : nil
      }
    }
  }
}

/// Sentences of plain prose; a period inside `1.2`, `e.g.` or `a.b` ends none.
enum SentenceSplit {
  static func of(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      current.append(character)
      guard ".?!".contains(character), index + 1 < characters.count, characters[index + 1].isWhitespace else {
        continue
      }
      let next = characters[(index + 1)...].first { !$0.isWhitespace }
      let isAbbreviation = [" e.g.", " i.e.", " vs.", " approx.", " etc.", " no."].contains {
        current.hasSuffix($0)
      }
      if !isAbbreviation, next.map({ !$0.isLowercase }) ?? true {
        append(&current, to: &sentences)
      }
    }
    append(&current, to: &sentences)
    return sentences
  }

  private static func append(_ current: inout String, to sentences: inout [String]) {
    let words = current.split(whereSeparator: \.isWhitespace)
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    current = ""
  }
}
