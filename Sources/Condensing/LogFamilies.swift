/// Forms of lines that differ in rare words only: the same message about other things.
///
/// A word is rare when few lines of the whole log have it (R. Vaarandi's frequent words, 2003).
struct LogFamilies {
  struct Standing {
    /// Lines of all forms of the family.
    let lines: Int
    /// True for the form that the family began with.
    let isFirst: Bool
  }

  private var keys: [String?] = []
  private var lines: [String: Int] = [:]
  private var firsts: [String: Int] = [:]
  private let counts: [Int]
  /// In how many lines a word stands.
  private let frequency: [String: Int]

  init(_ miner: LogMiner) {
    counts = miner.templates.map(\.count)
    var frequency: [String: Int] = [:]
    for template in miner.templates {
      for word in Set(template.words).union(template.telling.map(\.text)) {
        frequency[word, default: 0] += template.count
      }
    }
    self.frequency = frequency
    let rare = max(4, miner.lineCount / 2_000)
    for (index, template) in miner.templates.enumerated() {
      let common = template.words.filter { frequency[$0, default: 0] > rare }
      // Too little in common is no family: "is", "to".
      let key = common.count < 3 ? nil : common.prefix(4).joined(separator: " ")
      keys.append(key)
      guard let key else { continue }
      lines[key, default: 0] += template.count
      if firsts[key] == nil { firsts[key] = index }
    }
  }

  func standing(of template: Int) -> Standing {
    guard let key = keys[template] else { return Standing(lines: counts[template], isFirst: true) }
    return Standing(lines: lines[key] ?? 1, isFirst: firsts[key] == template)
  }

  /// What a form's telling words are worth in this log: a word that half the log uses tells nothing.
  func worth(of template: LogTemplate) -> Double {
    let worths = template.telling.map { Double($0.worth) * Self.rarity(frequency[$0.text, default: 1]) }
      .sorted(by: >)
    return (worths.first ?? 0) + (worths.dropFirst().first ?? 0) / 2
  }

  /// The share of a form's words that hardly any other line has, 0 to 1.
  func novelty(of template: LogTemplate) -> Double {
    guard template.words.count > 2 else { return 0 }
    let new = template.words.count { frequency[$0, default: 0] <= 3 }
    return Double(new) / Double(template.words.count)
  }

  private static func rarity(_ lines: Int) -> Double {
    switch lines {
    case ...8: 1
    case ...30: 0.6
    case ...100: 0.2
    default: 0
    }
  }
}
