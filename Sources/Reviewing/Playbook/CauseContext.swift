/// What an incident's title names; the cause is more likely where it is spoken of.
struct Topic {
  private let stems: Set<Substring>

  init(_ title: String) {
    stems = Set(Words.of(title).filter { $0.count >= 4 && !Self.common.contains($0) }.map { $0.prefix(5) })
  }

  /// Half a point for each of the title's words, three at most.
  func share(_ words: [String]) -> Double {
    Double(min(3, stems.intersection(words.lazy.map { $0.prefix(5) }).count)) * 0.5
  }

  private static let common: Set<String> = [
    "incident", "outage", "report", "postmortem", "post", "mortem", "with", "from", "that", "this", "were",
    "after",
    "until", "when", "during", "into", "over", "some", "their", "minutes", "seconds", "hours",
  ]
}

/// What the repair and the promises speak of: who mends the filter of a subscription says that it was wrong.
struct Echo {
  /// How rare each word's stem is in the text, of those that repair and promises have, in thousandths: a sum of whole numbers
  /// is the same in any order.
  private let weights: [Substring: Int]

  init(_ lines: [ReadLine]) {
    var lineCounts: [Substring: Int] = [:]
    var promised: Set<Substring> = []
    for line in lines where !line.isLog && !line.isHeading {
      let stems = Self.stems(line.words)
      for stem in stems { lineCounts[stem, default: 0] += 1 }
      if line.role == .followUp || line.role == .resolution { promised.formUnion(stems) }
    }
    let all = max(2, lines.count)
    weights = lineCounts.filter { promised.contains($0.key) }.mapValues {
      max(0, 1_000 - ($0 - 1) * 3_000 / all)
    }
  }

  /// Up to two and a half points for the words that line and repair share, the rarer the more.
  func share(_ line: ReadLine) -> Double {
    guard line.role != .followUp, line.role != .resolution else { return 0 }
    let shared = Self.stems(line.words).reduce(0) { $0 + weights[$1, default: 0] }
    return min(2.5, Double(shared) / 2_000)
  }

  private static func stems(_ words: [String]) -> Set<Substring> {
    Set(words.lazy.filter { $0.count >= 5 && !ordinary.contains($0) }.map { $0.prefix(6) })
  }

  private static let ordinary: Set<String> = [
    "about", "after", "again", "against", "because", "before", "being", "between", "could", "customers",
    "during",
    "every", "first", "incident", "other", "should", "since", "still", "their", "there", "these", "those",
    "through",
    "under", "until", "users", "which", "while", "would", "where", "march", "april", "january", "february",
    "august",
    "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "minutes", "hours", "production", "service", "alert", "tests", "within", "without",
  ]
}
