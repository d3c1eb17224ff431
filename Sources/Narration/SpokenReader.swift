/// Reads one sentence for the voice, word by word.
struct SpokenReader {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  func read(_ sentence: String) -> String {
    let words = Self.withoutPlaceholders(sentence).split(whereSeparator: \.isWhitespace).map(String.init)
    var spoken: [String] = []
    var index = 0
    while index < words.count {
      // "240 ms" is one quantity.
      if index + 1 < words.count, let quantity = quantity(words[index], words[index + 1]) {
        spoken.append(quantity)
        index += 2
      } else {
        spoken.append(word(words[index]))
        index += 1
      }
    }
    return spoken.filter { !$0.isEmpty }.joined(separator: " ").tidied
  }

  /// `‹private ip 3›` is said as what was masked.
  private static func withoutPlaceholders(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
      result += rest[..<open]
      let label = rest[rest.index(after: open)..<close].split(separator: " ").filter {
        !$0.allSatisfy(\.isNumber)
      }
      result += " a masked " + label.joined(separator: " ")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func quantity(_ number: String, _ unit: String) -> String? {
    let (core, tail) = Self.core(unit)
    guard let name = Units.spoken[core], number.last.map(\.isNumber) ?? false, let value = Self.number(number)
    else { return nil }
    return value + " " + (Self.isOne(number) ? name.one : name.many) + tail
  }

  private static func isOne(_ number: String) -> Bool { number == "1" }

  private static func number(_ text: String) -> String? {
    let plain = text.filter { $0 != "," }
    guard plain.first.map(\.isNumber) ?? false else { return nil }
    return NumberWords.decimal(plain)
  }

  /// The word without brackets and quotes around it, and the pause that follows it.
  private static func core(_ word: String) -> (core: String, tail: String) {
    var core = Substring(word)
    var tail = ""
    while let first = core.first, "([{\"'“‘`«".contains(first) { core.removeFirst() }
    while let last = core.last, ".,;:!?)]}\"'”’`»…".contains(last) {
      if ",;:".contains(last) { tail = "," } else if ".!?…".contains(last) { tail = "." }
      core.removeLast()
    }
    return (String(core), tail)
  }

  private func word(_ raw: String) -> String {
    if let symbol = Self.symbols[raw] { return symbol }
    let (core, tail) = Self.core(raw)
    guard !core.isEmpty else { return tail == "." ? "." : "" }
    return spoken(core) + tail
  }

  private func spoken(_ core: String) -> String {
    if let symbol = Self.symbols[core] { return symbol }
    if let said = lexicon.spoken(core) { return said }
    // A digest or an id: the first digits are enough for the ear.
    if Self.isDigest(core) { return Self.spelled(String(core.prefix(4))) }
    if let sign = core.first, sign == "-" || sign == "−", core.dropFirst().first?.isNumber == true {
      return "minus " + spoken(String(core.dropFirst()))
    }
    if let said = NumberForm.spoken(core) { return said }
    if let (sign, rest) = Self.leadingSign(core) { return sign + " " + spoken(rest) }
    if let range = Self.split(core, at: "–") ?? Self.split(core, at: "→") {
      return spoken(range.0) + " to " + spoken(range.1)
    }
    return name(core)
  }

  /// `>500`, `~30`, `±2`, `≥1`.
  private static func leadingSign(_ text: String) -> (String, String)? {
    for (sign, said) in [
      (">=", "at least"), ("<=", "at most"), (">", "more than"), ("<", "less than"), ("≥", "at least"),
      ("≤", "at most"), ("~", "about"), ("≈", "about"), ("±", "plus or minus"), ("×", "times"), ("+", "plus"),
      ("#", "number"),
    ]
    where text.hasPrefix(sign) && text.count > sign.count {
      return (said, String(text.dropFirst(sign.count)))
    }
    return nil
  }

  private static func split(_ text: String, at mark: Character) -> (String, String)? {
    let parts = text.split(separator: mark)
    guard parts.count == 2 else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  /// Identifiers: `orders-api`, `max_poll_interval`, `HikariPool`, `net.core.somaxconn`, `CI/CD`, `GET /orders`.
  private func name(_ text: String) -> String {
    let parts = Self.parts(text)
    guard parts.count > 1 else { return part(text) }
    return parts.map {
      lexicon.spoken($0) ?? (Self.isDigest($0) ? Self.spelled(String($0.prefix(4))) : nil)
        ?? NumberForm.spoken($0) ?? part($0)
    }.joined(separator: " ")
  }

  private func part(_ text: String) -> String {
    let letters = text.filter(\.isLetter)
    guard !letters.isEmpty else { return text.filter { $0.isNumber }.isEmpty ? "" : NumberWords.digits(text) }
    if text.count <= 5, text.count >= 2, letters.allSatisfy(\.isUppercase) { return Self.spelled(text) }
    if Self.acronyms.contains(text) { return Self.spelled(text) }
    return text.filter { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }

  /// Acronyms that identifiers write in small letters: `orders-api`, `private ip`.
  private static let acronyms: Set<String> = [
    "api", "aws", "cdn", "cli", "cpu", "css", "csv", "db", "dns", "gc", "gcp", "gpu", "html", "http", "https",
    "io",
    "ip", "jwt", "lb", "pdf", "rpc", "sdk", "sla", "sli", "slo", "sre", "ssh", "ssl", "tcp", "tls", "ttl",
    "udp", "ui",
    "uri", "url", "vm", "vpn", "xml",
  ]

  private static func isDigest(_ text: String) -> Bool {
    text.count >= 7 && text.allSatisfy { $0.isHexDigit || $0 == "-" } && text.contains(where: \.isNumber)
      && text.contains(where: \.isLetter)
  }

  /// Letter by letter: `SLO` as "S L O".
  private static func spelled(_ text: String) -> String {
    text.map { character in
      character.wholeNumberValue.map { NumberWords.cardinal($0) } ?? String(character).uppercased()
    }.joined(separator: " ")
  }

  /// Cuts at signs, between a small and a capital letter, and between letters and digits.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var previous: Character?
    for character in text {
      if !character.isLetter, !character.isNumber, character != "'", character != "’" {
        if !current.isEmpty { parts.append(current) }
        if let said = separators[character] { parts.append(said) }
        current = ""
      } else {
        let isHump = character.isUppercase && (previous?.isLowercase ?? false)
        let changesKind =
          previous.map { $0.isNumber != character.isNumber && ($0.isNumber || $0.isLetter) } ?? false
        if !current.isEmpty, isHump || changesKind {
          parts.append(current)
          current = ""
        }
        current.append(character)
      }
      previous = character
    }
    if !current.isEmpty { parts.append(current) }
    // An English compound keeps its hyphen's rhythm by itself: "load-tested" stays one word for the voice.
    return parts
  }

  private static let separators: [Character: String] = [
    "=": "equals", "@": "at", "&": "and", "%": "percent", "+": "plus", "→": "to", ">": "greater than",
    "<": "less than", "×": "times",
  ]

  private static let symbols: [String: String] = [
    "→": "to", "->": "to", "=>": "to", "←": "from", ">": "is more than", "<": "is less than",
    ">=": "is at least", "<=": "is at most", "≥": "is at least",
    "≤": "is at most", "=": "equals", "==": "equals", "!=": "is not", "≠": "is not", "&": "and", "+": "plus",
    "±": "plus or minus", "×": "times", "*": "times",
    "~": "about", "≈": "about", "/": "or", "|": ",", "—": ",", "–": ",", "-": ",", "•": ",", "%": "percent",
    "e.g.": "for example", "i.e.": "that is", "vs.": "versus", "etc.": "and so on",
    "min": "minutes", "w/": "with", "w/o": "without",
  ]
}

extension String {
  /// One blank between words, none before a comma or period, no doubled commas.
  fileprivate var tidied: String {
    var text = ""
    for character in self {
      if character == "," || character == "." {
        while text.last == " " { text.removeLast() }
        guard let last = text.last, last != ",", last != "." else { continue }
      }
      if character == " ", text.last == " " || text.isEmpty { continue }
      text.append(character)
    }
    return text
  }
}
