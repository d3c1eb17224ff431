/// Forms of lines that differ in rare words only: the same message about other things.
///
/// The words that several forms share make the family; what only one or two of them have is what the message is about
/// (after R. Vaarandi's frequent words, 2003, counted over forms instead of lines).
struct LogFamilies {
  struct Standing {
    /// Lines of all forms of the family.
    let lines: Int
    /// True for the form that the family began with.
    let isFirst: Bool
  }

  private static let fewestForms = 4
  private static let mostFormsOfNews = 20
  private static let leastShareOfUsual = 0.85

  private var keys: [String?] = []
  private var lines: [String: Int] = [:]
  private var firsts: [String: Int] = [:]
  private let counts: [Int]
  /// In how many lines a word stands.
  private let frequency: [String: Int]
  /// In how many forms a word stands.
  private let forms: [String: Int]
  /// The neighbour that a word of many forms has in most of them.
  private let usual: [String: Pair]
  /// Forms that one line alone has: where there are thousands, another one is no news.
  private let singles: Int
  /// The same of forms that are warnings.
  private let singleWarnings: Int

  init(_ miner: LogMiner) {
    counts = miner.templates.map(\.count)
    var frequency: [String: Int] = [:]
    var forms: [String: Int] = [:]
    var pairs: [Pair: Int] = [:]
    for template in miner.templates {
      for pair in Set(Self.contexts(template).flatMap { [$0.before, $0.after] }) {
        pairs[pair, default: 0] += 1
      }
      for word in Set(template.words).union(template.telling.map(\.text)) {
        frequency[word, default: 0] += template.count
        forms[word, default: 0] += 1
      }
    }
    self.frequency = frequency
    self.forms = forms
    usual = Self.usual(pairs, forms)
    singles = miner.templates.count { $0.count == 1 }
    singleWarnings = miner.templates.count { $0.count == 1 && $0.level == .warning }
    for (index, template) in miner.templates.enumerated() {
      let common = template.words.filter { forms[$0, default: 0] >= Self.fewestForms }
      // Too little in common is no family: "is", "to".
      let key = common.count < 3 ? nil : common.prefix(6).joined(separator: " ")
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
    // A word may be frequent because one form of many lines has it, or because many forms have it: the scarcer view counts,
    // unless so many forms have it that it is what this log always talks of.
    let contexts = Self.contexts(template)
    let worths = template.telling.map { word -> Double in
      let forms = forms[word.text, default: 1]
      let byForms = Self.rarity(forms * 2) * 0.8
      guard forms > Self.mostFormsOfNews else {
        return Double(word.worth) * max(Self.rarity(frequency[word.text, default: 1]), byForms)
      }
      // "rollback of" is news in a log full of "rollback notes".
      let usual = usual[word.text]
      let isUnusual =
        usual != nil && contexts.contains { $0.word == word.text && $0.before != usual && $0.after != usual }
      return Double(word.worth) * (isUnusual ? 0.8 : byForms)
    }.sorted(by: >)
    return (worths.first ?? 0) + (worths.dropFirst().first ?? 0) / 2
  }

  private static func usual(_ pairs: [Pair: Int], _ forms: [String: Int]) -> [String: Pair] {
    var usual: [String: (pair: Pair, count: Int)] = [:]
    for (pair, count) in pairs {
      for word in [pair.first, pair.second] {
        let all = forms[word, default: 0]
        guard all > mostFormsOfNews, Double(count) >= Double(all) * leastShareOfUsual else { continue }
        if let known = usual[word], (known.count, pair.text) >= (count, known.pair.text) { continue }
        usual[word] = (pair, count)
      }
    }
    return usual.mapValues(\.pair)
  }

  /// Two words that stand one after the other; "" stands before the first and after the last.
  private struct Pair: Hashable {
    let first: String
    let second: String

    var text: String { "\(first) \(second)" }
  }

  private struct Context {
    let word: String
    let before: Pair
    let after: Pair
  }

  /// The telling words of a form with the words beside them.
  private static func contexts(_ template: LogTemplate) -> [Context] {
    guard !template.telling.isEmpty else { return [] }
    let telling = Set(template.telling.map(\.text))
    let words = template.words
    return words.indices.filter { telling.contains(words[$0]) }.map { index in
      Context(
        word: words[index], before: Pair(first: index > 0 ? words[index - 1] : "", second: words[index]),
        after: Pair(first: words[index], second: index + 1 < words.count ? words[index + 1] : ""))
    }
  }

  /// The share of a form's words that hardly any other line has, 0 to 1.
  func novelty(of template: LogTemplate) -> Double {
    guard template.words.count > 2 else { return 0 }
    let new = template.words.count { frequency[$0, default: 0] <= 3 }
    return Double(new) / Double(template.words.count) * max(0, 1 - Double(singles) / 400)
  }

  /// What being a warning is worth, 0 to 1: less where warnings of all kinds come and go.
  var warningWorth: Double { max(0.25, 1 - Double(singleWarnings) / 80) }

  private static func rarity(_ lines: Int) -> Double {
    switch lines {
    case ...8: 1
    case ...30: 0.6
    case ...100: 0.2
    default: 0
    }
  }
}
