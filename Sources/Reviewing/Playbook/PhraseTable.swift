import Bytes

/// Phrases by the beginnings of their first words, so that one look at each word of a line finds all of them that it has.
struct PhraseTable: Sendable {
  private struct Opening: Sendable {
    let word: Phrase.Word
    let phrase: Int
  }

  let phrases: [Phrase]
  /// Sorted by their words' first two letters.
  private let openings: [Opening]
  /// By the code of two letters: where its openings begin; one more at the end.
  private let starts: [Int]
  /// Of one letter and any ending: any word may begin them.
  private let wide: [Opening]

  /// The program's own phrases; a wrong one is a mistake in the program.
  init(_ texts: [String]) {
    self.init(Phrase.all(texts))
  }

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    var buckets = [[Opening]](repeating: [], count: Self.codes * Self.codes)
    var wide: [Opening] = []
    for (number, phrase) in phrases.enumerated() {
      for word in Set(phrase.openings) {
        let opening = Opening(word: word, phrase: number)
        if case .prefix(let stem) = word, stem.utf8.count < 2 {
          wide.append(opening)
        } else {
          buckets[Self.key(word.text)].append(opening)
        }
      }
    }
    self.wide = wide
    openings = buckets.flatMap(\.self)
    starts = buckets.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// Whether one of the phrases stands in a line's words.
  func matches(in words: [String]) -> Bool {
    words.indices.contains { start in
      func stands(_ opening: Opening) -> Bool {
        opening.word.matches(words[start]) && phrases[opening.phrase].matchEnd(in: words, at: start) != nil
      }
      return places(words[start]).contains { stands(openings[$0]) } || wide.contains(where: stands)
    }
  }

  /// Each place where one of the phrases stands: its number, and the first and last of its words.
  func visit(_ words: [String], _ body: (_ phrase: Int, _ place: Range<Int>) -> Void) {
    for start in words.indices {
      func look(_ opening: Opening) {
        guard opening.word.matches(words[start]) else { return }
        if let end = phrases[opening.phrase].matchEnd(in: words, at: start) {
          body(opening.phrase, start..<end)
        }
      }
      for place in places(words[start]) { look(openings[place]) }
      for opening in wide { look(opening) }
    }
  }

  /// Where the openings stand that begin like a word.
  private func places(_ word: String) -> Range<Int> {
    let key = Self.key(word)
    return starts[key]..<starts[key + 1]
  }

  /// Of the first two letters.
  private static func key(_ word: String) -> Int {
    var letters = word.utf8.makeIterator()
    return code(letters.next()) * codes + code(letters.next())
  }

  /// Letters, digits and the underscore, and nothing at all.
  private static let codes = 38

  private static func code(_ byte: UInt8?) -> Int {
    guard let byte else { return 0 }
    if ASCII.isLower(byte) { return Int(byte) - 96 }
    return ASCII.isDigit(byte) ? Int(byte) - 21 : 37
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
