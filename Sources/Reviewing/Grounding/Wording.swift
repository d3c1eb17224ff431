/// Words that promise and don't say, and words that must be said of the right thing.
enum Wording {
  /// "Add more tests", "improve monitoring": nothing that anyone could carry out or check.
  static func emptyPhrase(in text: String) -> String? {
    let words = " " + Words.of(text).joined(separator: " ") + " "
    guard let found = empty.first(where: { words.contains(" \($0) ") }) else { return nil }
    // A phrase with a figure or a name beside it says what is meant.
    let specifics = Specifics(text)
    return specifics.quantities.isEmpty && specifics.names.isEmpty ? found : nil
  }

  private static let empty = [
    "add more tests", "more tests", "better tests", "improve testing", "improve test coverage",
    "increase test coverage", "better test coverage", "improve monitoring", "better monitoring",
    "improve observability", "more monitoring", "enhance monitoring", "improve alerting", "better alerting",
    "thorough testing", "more thorough testing", "comprehensive testing", "comprehensive tests",
    "test thoroughly",
    "ensure proper testing", "proper testing", "be more careful", "follow best practices", "best practices",
    "improve communication", "improve documentation", "regularly review", "ensure that all tests",
    "the following",
  ]

  static func hedge(in text: String) -> String? {
    let words = " " + Words.of(text).joined(separator: " ") + " "
    return hedges.first { words.contains(" \($0) ") }
  }

  private static let hedges = [
    "likely", "probably", "possibly", "perhaps", "maybe", "may have", "might have", "could have been",
    "several factors", "multiple factors", "a combination of", "combination of factors", "appears to",
    "seems to", "suspected", "presumably",
  ]

  /// Words of testing and operating that name no component.
  static func isGeneral(_ stem: String) -> Bool { general.contains(stem) }

  private static let general: Set<String> = [
    "test", "unit", "integr", "load", "suit", "servic", "system", "component", "application", "environment",
    "production", "stag", "code", "softwar", "process", "team", "user", "alert", "monitor", "time", "new",
    "whol",
    "entir", "all", "chaos", "end", "rat", "error", "fail", "failur",
  ]

  /// A figure, and what is counted or compared with it.
  static func isMeasurable(_ text: String) -> Bool {
    let found = Specifics(text)
    let words = Words.of(text)
    guard
      !found.quantities.isEmpty || words.contains(where: counted.contains) || text.contains(where: \.isNumber)
    else { return false }
    return words.count >= 3
  }

  private static let counted: Set<String> = [
    "zero", "no", "none", "one", "two", "three", "five", "ten", "every",
  ]
}

/// What was done to something, as far as a wrong word for it would make a review wrong.
enum Deed: Hashable {
  case omitted, removed, mended, raised, lowered, broke, expired, leaked, overlooked

  init?(_ word: String) {
    let found = Self.stems.first { _, stems in stems.contains { word.hasPrefix($0) } }
    guard let found else { return nil }
    self = found.0
  }

  private static let stems: [(Deed, [String])] = [
    (.omitted, ["skip", "omit", "bypass"]), (.removed, ["delet", "destroy", "dropped", "purg", "wipe"]),
    (.mended, ["fix", "resolv", "mitigat", "restor", "recover", "solv"]),
    (.raised, ["increas", "rais", "doubled"]), (.lowered, ["decreas", "lower", "reduc"]),
    (.expired, ["expir"]), (.leaked, ["leak"]), (.broke, ["crash", "corrupt"]),
    (.overlooked, ["forgot", "ignor", "overlook"]),
  ]
}

/// Statements that say the same twice.
enum Folding {
  static func folded<Item>(_ items: [Item], by text: (Item) -> String) -> [Item] {
    var kept: [(item: Item, words: Set<String>)] = []
    for item in items {
      let words = Self.words(text(item))
      guard !kept.contains(where: { likeness($0.words, words) >= 0.8 }) else { continue }
      kept.append((item, words))
    }
    return kept.map(\.item)
  }

  static func areAlike(_ first: String, _ second: String) -> Bool {
    likeness(words(first), words(second)) >= 0.7
  }

  /// "connection" and "connections", "rollback" and "roll": one begins with the other, and both are long enough.
  static func areSameWord(_ first: String, _ second: String) -> Bool {
    first == second
      || min(first.utf8.count, second.utf8.count) >= 5
        && (first.hasPrefix(second) || second.hasPrefix(first))
  }

  private static func words(_ text: String) -> Set<String> { Set(Words.of(text).compactMap(Stem.of)) }

  private static func likeness(_ first: Set<String>, _ second: Set<String>) -> Double {
    let all = first.union(second).count
    return all == 0 ? 1 : Double(first.intersection(second).count) / Double(all)
  }
}
