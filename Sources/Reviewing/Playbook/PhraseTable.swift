/// Phrases by the beginnings of their first words, so that one look at each word of a line finds all of them that it has.
struct PhraseTable: Sendable {
  private struct Opening: Sendable {
    let word: Phrase.Word
    let phrase: Int
  }

  let phrases: [Phrase]
  private var openings: [UInt16: [Opening]] = [:]
  /// Of one letter and any ending: any word may begin them.
  private var wide: [Opening] = []

  /// The program's own phrases; a wrong one is a mistake in the program.
  init(_ texts: [String]) {
    self.init(Phrase.all(texts))
  }

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (number, phrase) in phrases.enumerated() {
      for word in Set(phrase.openings) {
        let opening = Opening(word: word, phrase: number)
        if case .prefix(let stem) = word, stem.utf8.count < 2 {
          wide.append(opening)
        } else {
          openings[Self.key(word.text), default: []].append(opening)
        }
      }
    }
  }

  /// Whether one of the phrases stands in a line's words.
  func matches(in words: [String]) -> Bool {
    words.indices.contains { start in
      openings(words[start]).contains { opening in
        opening.word.matches(words[start]) && phrases[opening.phrase].matchEnd(in: words, at: start) != nil
      }
    }
  }

  /// Each place where one of the phrases stands: its number, and the first and last of its words.
  func visit(_ words: [String], _ body: (_ phrase: Int, _ place: Range<Int>) -> Void) {
    for start in words.indices {
      for opening in openings(words[start]) where opening.word.matches(words[start]) {
        if let end = phrases[opening.phrase].matchEnd(in: words, at: start) {
          body(opening.phrase, start..<end)
        }
      }
    }
  }

  private func openings(_ word: String) -> [Opening] {
    let narrow = openings[Self.key(word)] ?? []
    return wide.isEmpty ? narrow : narrow + wide
  }

  /// The first two letters.
  private static func key(_ word: String) -> UInt16 {
    word.utf8.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
  }
}

/// Phrases that say something to a different degree.
struct RatedPhrases: Sendable {
  private let table: PhraseTable
  private let worths: [Double]

  init(_ groups: [(worth: Double, texts: [String])]) {
    table = PhraseTable(groups.flatMap(\.texts))
    worths = groups.flatMap { group in group.texts.map { _ in group.worth } }
  }

  /// The worth of the phrase that says most; nil where none stands in the words.
  func best(in words: [String]) -> Double? {
    var best: Double?
    table.visit(words) { phrase, _ in best = max(best ?? worths[phrase], worths[phrase]) }
    return best
  }
}
