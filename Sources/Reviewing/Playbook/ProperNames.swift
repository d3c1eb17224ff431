/// What a text calls its own programs: `zone-signer`, `hivegate`.
///
/// A program's name looks like an ordinary compound ("least-privilege", "dead-letter"), but is used as a name: it stands without
/// an article, more often than not, and begins sentences with its small letter.
struct ProperNames {
  /// Each name with how often the text speaks of it, the most frequent first.
  let counted: [(name: String, uses: Int)]

  private struct Use {
    var bare = 0
    var withArticle = 0
    var begins = 0
    /// Behind a time and who speaks, where ordinary words stand too.
    var timed = 0
    /// `mediarelay 14.2`
    var versions = 0
  }

  init(_ narrative: Narrative) {
    let told = narrative.lines.filter { !$0.isLog && !$0.isHeading && $0.role != .aside }
    // What the team promises to mend is what broke; what it dismissed isn't.
    var uses: [String: Use] = [:]
    var speakers: Set<String> = []
    var sentences = 0
    var small = 0
    for line in told {
      for sentence in line.told where !sentence.isAside || line.role == .followUp {
        let words = Self.words(of: sentence.text)
        guard words.count > 2 else { continue }
        sentences += 1
        if let first = words[0].first, first.isLowercase, !words[0].contains(where: { "-_./".contains($0) }) {
          small += 1
        }
        for (index, word) in words.enumerated() {
          guard let name = Self.name(word) else { continue }
          // "14:15 sr-mgr-olu: both." names who speaks.
          if line.moment != nil, index < 2, word.hasSuffix(":") {
            speakers.insert(name)
            continue
          }
          let before = index > 0 ? words[index - 1].lowercased() : ""
          var use = uses[name, default: Use()]
          if Self.begins(words, index) {
            use.begins += 1
          } else if line.moment != nil, index < 4, words[index - 1].contains(":") {
            use.timed += 1
          }
          // "a service named hookd", "a small tool we call zonegen"
          if Self.naming.contains(before) { use.begins += 2 }
          // "flowshield, the program that installs the filters"
          if word.hasSuffix(","), index + 1 < words.count,
            ["the", "a", "an", "our"].contains(words[index + 1])
          {
            use.begins += 1
          }
          if index + 1 < words.count, Self.isVersion(words[index + 1]) { use.versions += 1 }
          if Self.articles.contains(before) { use.withArticle += 1 } else { use.bare += 1 }
          uses[name] = use
        }
      }
    }
    // Who begins sentences with small letters anyway names nothing by it.
    let isCareful = small * 4 <= sentences
    counted = uses.filter { name, use in
      guard use.bare + use.begins > use.withArticle, !speakers.contains(name) else { return false }
      if Self.isCompound(name) {
        return use.bare + use.begins + use.timed > 1
          || use.begins + use.versions > 0 && ComponentFinder.isService(name)
      }
      return isCareful && use.begins + use.versions > 1
    }
    .map { (name: $0.key, uses: $0.value.bare + $0.value.withArticle) }
    .sorted { ($1.uses, $0.name) < ($0.uses, $1.name) }
  }

  /// The words between blanks, without placeholders: who a person was names no program.
  private static func words(of sentence: String) -> [Substring] {
    var words: [Substring] = []
    var isPlaceholder = false
    for word in sentence.split(separator: " ") {
      if word.contains("‹") { isPlaceholder = true }
      if !isPlaceholder { words.append(word) }
      if word.contains("›") { isPlaceholder = false }
    }
    return words
  }

  /// Whether a word begins a sentence.
  private static func begins(_ words: [Substring], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = words[index - 1]
    return before.count > 3 && before.last.map { ".?!".contains($0) } ?? false
  }

  private static let naming: Set<String> = ["named", "called", "call", "namens", "genannt", "appelé"]

  /// The word as a name in small letters; nil for what can be none.
  private static func name(_ word: Substring) -> String? {
    let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
    var end = trimmed.endIndex
    while end > trimmed.startIndex, !trimmed[trimmed.index(before: end)].isLetter,
      !trimmed[trimmed.index(before: end)].isNumber
    {
      end = trimmed.index(before: end)
    }
    var text = trimmed[..<end]
    for possessive in ["'s", "’s"] where text.hasSuffix(possessive) { text = text.dropLast(2) }
    guard (4...32).contains(text.count), let first = text.first, first.isLowercase, first.isASCII,
      text.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count > 1 {
      guard parts.count <= 4,
        parts.allSatisfy({ part in
          part.count > 1 && part.first?.isLetter ?? false && !ordinary.contains(String(part))
        }),
        !isVersion(parts[parts.count - 1]), !adjectives.contains(where: { text.hasSuffix($0) })
      else { return nil }
    } else if common.contains(String(text)) || text.contains(where: \.isNumber) || text.hasSuffix("ed")
      || text.hasSuffix("ing")
    {
      return nil
    }
    return String(text)
  }

  private static func isCompound(_ name: String) -> Bool { name.contains("-") }

  /// `9.2`, `2.61`, `v31`
  private static func isVersion(_ word: Substring) -> Bool {
    let text = word.drop { $0 == "v" }
    return text.first?.isNumber ?? false && text.allSatisfy { $0.isNumber || ".,;:".contains($0) }
      && (text.startIndex > word.startIndex || text.dropLast().contains("."))
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "our", "their", "its", "this", "that", "these", "those", "each", "every", "no", "any",
    "some", "new", "old", "same", "one", "two", "more", "of", "and", "or", "is", "was", "are", "were", "very",
    "un", "une",
  ]

  /// How compounds end that tell what something is like.
  private static let adjectives = [
    "ed", "ing", "able", "ible", "ful", "less", "wide", "only", "based", "free", "like", "style", "proof",
    "specific", "level", "side", "aware", "safe", "old", "hour", "minute", "day", "week", "month", "year",
    "time", "term", "scale", "size", "known", "facing", "house", "ever", "down", "back", "line", "off",
  ]

  /// Parts of ordinary compounds.
  private static let ordinary: Set<String> = [
    "on", "up", "off", "call", "well", "long", "high", "low", "third", "so", "one", "two", "three", "four",
    "first", "last", "real", "read", "write", "pre", "post", "co", "re", "non", "self", "multi", "cross",
    "end", "known", "way", "in", "out", "by", "to", "the", "half", "full", "roll", "follow", "mid", "least",
    "dead", "round", "short", "hard", "soft", "open", "ad", "hoc", "per", "over", "under", "semi", "anti",
    "all", "no", "de", "facto", "built", "hand", "day", "night", "open", "single", "double", "multiple",
    "after", "before", "and", "or", "of", "for", "with", "at", "it", "not", "more", "less", "best", "worst",
    "man", "peer", "pay", "opt", "stand", "start", "stop", "shut", "back", "set", "log", "sign", "check",
    "cut",
    "step", "trade", "warm", "cool", "work", "take", "run", "turn", "look", "make", "hold", "fail",
    "auto", "sub", "ex", "vice", "mail", "post", "mortem", "time", "year", "month", "week", "hour", "minute",
    "second", "percent", "large", "small", "big", "general", "root", "cause", "good", "bad", "old", "new",
    "account", "accounts", "logs", "name", "names", "limit", "limits", "same", "different", "pull", "push",
    "request", "word", "fully", "highly", "newly", "early", "late",
  ]

  /// Words that begin a sentence in small letters in careful texts too, after a list's mark.
  private static let common: Set<String> = [
    "also", "then", "when", "with", "from", "that", "this", "they", "there", "these", "those", "were", "what",
    "which", "while", "will", "would", "have", "been", "because", "after", "before", "during", "until",
    "since", "some", "such", "more", "most", "only", "over", "into", "onto", "about", "between", "both",
    "each", "every", "however", "therefore", "thus", "still", "already", "users", "customers", "traffic",
    "people", "version", "versions", "release", "releases", "build", "kernel", "firmware", "node", "python",
    "java", "api", "error", "errors", "limit", "timeout", "average", "latency", "rate",
  ]
}
