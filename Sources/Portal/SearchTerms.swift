import Bytes

/// How texts become terms; the page's script does the same with a query.
enum SearchTerms {
  /// Runs of letters and digits of 2 to 30 bytes, in lower case, without the commonest words.
  ///
  /// Bytes decide: signs of Unicode's blocks of punctuation and symbols part words, all else beyond ASCII is a letter.
  static func terms(in text: String) -> [String] {
    var terms: [String] = []
    var term: [UInt8] = []
    func finish() {
      if term.count >= 2, term.count <= 30 {
        let word = String(decoding: term, as: UTF8.self)
        if !common.contains(word) { terms.append(word) }
      }
      term.removeAll(keepingCapacity: true)
    }
    var skipped = 0
    for byte in text.utf8 {
      if skipped > 0 {
        skipped -= 1
      } else if byte < 0x80 {
        if ASCII.isLetter(byte) || ASCII.isDigit(byte) { term.append(ASCII.lowered(byte)) } else { finish() }
      } else if byte == 0xC2 || byte == 0xE2 {
        // U+0080 to U+00BF, U+2000 to U+2FFF.
        finish()
        skipped = byte == 0xC2 ? 1 : 2
      } else {
        // Ä to Þ in small letters.
        term.append(term.last == 0xC3 && byte >= 0x80 && byte <= 0x9E ? byte + 0x20 : byte)
      }
    }
    finish()
    return terms
  }

  /// Of terms that begin with anything else than two ASCII letters or digits.
  static let otherShard = "other"

  /// `ca` for `cache`.
  static func shard(of term: String) -> String {
    let start = term.utf8.prefix(2)
    guard start.count == 2, start.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else {
      return otherShard
    }
    return String(decoding: start, as: UTF8.self)
  }

  /// The shard with one letter more, or the same where the term has no other.
  static func shard(of term: String, longerThan name: String) -> String {
    let start = term.utf8.prefix(name.utf8.count + 1)
    guard start.count > name.utf8.count, let last = start.last, ASCII.isLetter(last) || ASCII.isDigit(last)
    else {
      return name
    }
    return String(decoding: start, as: UTF8.self)
  }

  private static let common: Set<String> = [
    "the", "and", "of", "to", "in", "was", "for", "that", "on", "is", "it", "with", "as", "at", "by", "we",
    "were",
    "this", "be", "from", "an", "or", "are", "which", "had", "not", "our", "but", "have", "has", "been",
    "their",
    "they", "its", "no", "would", "so", "all", "will", "there", "if", "these", "more", "also", "when", "than",
    "then",
  ]
}
