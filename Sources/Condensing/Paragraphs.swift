import Bytes
import Sanitizing

/// Lines of a narrative as its author meant them: a sentence that an editor wrapped is one line again.
enum Paragraphs {
  /// Longer paragraphs stay cut where they are: a line of evidence is something to point at.
  private static let longest = 700
  /// A line that ends earlier was ended by its author.
  private static let shortestWrapped = 50

  static func joined(_ lines: [SanitizedText], firstLine: Int) -> [(
    text: SanitizedText, lines: ClosedRange<Int>
  )] {
    var joined: [(text: SanitizedText, lines: ClosedRange<Int>)] = []
    var isCode = false
    var last: [UInt8] = []
    for (offset, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      let number = firstLine + offset
      let isFence = bytes.drop(while: ASCII.isBlank).starts(with: "```".utf8)
      if isFence { isCode.toggle() }
      if !isCode, !isFence, let open = joined.last, open.lines.upperBound == number - 1,
        continues(bytes, last), open.text.utf8.count + bytes.count <= longest
      {
        joined[joined.count - 1] = (
          SanitizedText.joined([open.text, line.trimmingBlanks], separator: " "),
          open.lines.lowerBound...number
        )
      } else {
        joined.append((line, number...number))
      }
      last = bytes
    }
    return joined
  }

  /// Whether the line goes on with a sentence that the line before it began.
  private static func continues(_ line: [UInt8], _ before: [UInt8]) -> Bool {
    let text = line.drop(while: ASCII.isBlank)
    let previous = before.drop(while: ASCII.isBlank)
    guard before.count >= shortestWrapped, let first = text.first, let opening = previous.first,
      !"#|>".utf8.contains(opening), !isWikiHeading(previous), !before.suffix(2).elementsEqual("  ".utf8)
    else { return false }
    let wasEnded = before.last.map { ".!?:|".utf8.contains($0) } ?? true
    guard !wasEnded || ASCII.isLower(first) else { return false }
    // "the hour from / 02:00 to 03:00": a line that ends so isn't over, whatever the next begins with.
    return endsOpen(before) && !"#|>-*+[".utf8.contains(first) || !startsBlock(text)
  }

  private static func endsOpen(_ line: [UInt8]) -> Bool {
    let last = line.reversed().prefix { ASCII.isLetter($0) }.reversed().map(ASCII.lowered)
    return openEnds.contains(last)
  }

  private static let openEnds: Set<[UInt8]> = Set(
    [
      "from", "at", "to", "until", "till", "and", "between", "of", "the", "by", "since", "on", "for", "with",
      "in", "or",
      "von", "um", "bis", "und", "zwischen", "der", "die", "das", "am", "im", "mit", "den", "dem",
    ].map { Array($0.utf8) })

  /// `h2. Root cause`, as Jira and Confluence write it.
  private static func isWikiHeading(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == 0x68 && text.dropFirst().first.map(ASCII.isDigit) ?? false
      && text.dropFirst(2).starts(with: ". ".utf8)
  }

  /// A list item, heading, table row, quote, rule, fence or time begins something of its own.
  private static func startsBlock(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    if "#|>=~".utf8.contains(first) { return true }
    if "-*+".utf8.contains(first) {
      guard let second = text.dropFirst().first else { return true }
      return ASCII.isBlank(second) || second == first
    }
    if text.starts(with: "http".utf8) || isWikiHeading(text) { return true }
    // "[19:03] bot: …"
    if first == 0x5B, let second = text.dropFirst().first, ASCII.isDigit(second) { return true }
    let digits = text.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first else { return false }
    // "14:24", "2026-03-14", "10/20/2022", "3.", "3)".
    return next == 0x3A || next == 0x29 || next == 0x2F || next == 0x2D && digits.count == 4
      || next == 0x2E && text.dropFirst(digits.count + 1).first.map(ASCII.isBlank) ?? true
  }
}
