import Markdown

/// A line as a reader hears it.
enum PlainLine {
  static func read(_ raw: String) -> String {
    var text = Substring(raw)
    if text.contains("|"), text.drop(while: { $0 == " " }).hasPrefix("|") {
      let cells = text.split(separator: "|").map { inline(withoutBlankClock($0)) }.filter { !$0.isEmpty }
      return cells.joined(separator: " — ")
    }
    text = text.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    while text.first == "#" { text.removeFirst() }
    if isWikiHeading(text) { text = text.dropFirst(3) }
    for bullet in ["- [ ] ", "- [x] ", "- ", "* ", "+ ", "• "] where text.hasPrefix(bullet) {
      text.removeFirst(bullet.count)
      break
    }
    return inline(String(text))
  }

  /// `h2. Root cause`, as Jira and Confluence write it.
  static func isWikiHeading(_ text: Substring) -> Bool {
    text.first == "h" && text.dropFirst().first?.isNumber ?? false && text.dropFirst(2).hasPrefix(". ")
  }

  /// `2022-06-02 HH:mm`: a template's clock that nobody filled in.
  private static func withoutBlankClock(_ cell: Substring) -> String {
    cell.split(separator: " ").filter { !blankClocks.contains($0.uppercased()) }.joined(separator: " ")
  }

  private static let blankClocks: Set<String> = ["HH:MM", "HH:MM:SS", "--:--", "??:??", "XX:XX"]

  /// `[text][reference]`, whose definition stands elsewhere in the file.
  private static func withoutReferences(_ text: String) -> String {
    guard text.contains("][") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstIndex(of: "]"),
      rest[middle...].hasPrefix("]["),
      let close = rest[rest.index(middle, offsetBy: 2)...].firstIndex(of: "]")
    {
      result += rest[..<open] + rest[rest.index(after: open)..<middle]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func inline(_ text: String) -> String {
    let trimmed = text.trimmingBlanks
    guard trimmed.contains(where: { "*_`[<\\~&".contains($0) }) else { return trimmed }
    let parsed = withoutReferences(Markdown.parse(trimmed).plainText).trimmingBlanks
    return parsed.isEmpty ? trimmed : parsed
  }
}

/// Sentences, split where a period, question or exclamation mark ends one.
enum Sentences {
  static func of(_ text: String) -> [String] {
    var sentences: [String] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if ".?!".contains(text[index]), next < text.endIndex, text[next] == " ",
        !endsAbbreviation(text[start...index]),
        !endsOrdinal(text[start..<index])
      {
        let after = text.index(after: next)
        if after < text.endIndex,
          text[after].isUppercase || text[after] == "‹" || text[after] == "`" || text[after].isNumber
            || isName(text[after...])
        {
          sentences.append(String(text[start...index]).trimmingBlanks)
          start = next
        }
      }
      index = next
    }
    let rest = String(text[start...]).trimmingBlanks
    if !rest.isEmpty { sentences.append(rest) }
    return sentences
  }

  /// "dispatch-api asks …": a name that begins a sentence keeps its small letter.
  private static func isName(_ rest: Substring) -> Bool {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return word.count > 4 && word.first?.isLetter ?? false
      && word.dropFirst().dropLast().contains { $0 == "-" || $0 == "_" }
      && rest.dropFirst(word.count).first == " "
  }

  /// "On 26. November": a day, not the end of a sentence.
  private static func endsOrdinal(_ text: Substring) -> Bool {
    let digits = text.reversed().prefix { $0.isNumber }
    return (1...2).contains(digits.count)
      && (text.count == digits.count || text.dropLast(digits.count).last == " ")
  }

  private static func endsAbbreviation(_ text: Substring) -> Bool {
    [
      "e.g.", "i.e.", "etc.", "vs.", "approx.", "ca.", "cf.", "resp.", "incl.", " no.", " No.", " Nr.", " v.",
      "Fig.",
      "Mr.", "Ms.", "Mrs.", "Dr.", "St.", " p.m.", " a.m.",
    ].contains { text.hasSuffix($0) }
  }
}

extension String {
  var trimmingBlanks: String {
    guard let first, first.isWhitespace || last?.isWhitespace == true else { return self }
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// Ends like a sentence.
  var asSentence: String {
    guard let last = trimmingBlanks.last else { return "" }
    let text = trimmingBlanks
    let body = ":;,-–—".contains(last) ? String(text.dropLast()).trimmingBlanks : text
    return ".!?…”\"".contains(body.last ?? ".") ? body : body + "."
  }

  var capitalizedFirst: String {
    guard let first, first.isLowercase else { return self }
    // `checkout.log`, `redis-cli` and `order_line` are written as they are typed.
    let word = prefix { !$0.isWhitespace }
    let isName =
      word.dropLast().contains { !$0.isLetter && !"'’,".contains($0) }
      || !word.contains { "aeiouyäöü".contains($0) }
    return isName ? self : first.uppercased() + dropFirst()
  }
}
