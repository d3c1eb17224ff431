import Bytes

/// A wording to look for: words, `word*` for any ending, `(a|b c)` for either, `..` for up to four words between.
struct Phrase: Sendable, Hashable {
  enum Word: Sendable, Hashable {
    case exact(String)
    case prefix(String)

    /// Without the sign for any ending.
    var text: String {
      switch self {
      case .exact(let text), .prefix(let text): text
      }
    }

    func matches(_ word: String) -> Bool {
      switch self {
      case .exact(let text): word == text
      case .prefix(let text): word.utf8.starts(with: text.utf8)
      }
    }
  }

  struct SyntaxError: Error { let message: String }

  /// One after the other: the alternatives of which one must stand there; none of them for a gap.
  private let steps: [Range<Int>]
  /// Where each alternative's words stand.
  private let alternatives: [Range<Int>]
  private let words: [Word]
  private static let widestGap = 4

  init(_ text: String) throws(SyntaxError) {
    var steps: [Range<Int>] = []
    var alternatives: [Range<Int>] = []
    var words: [Word] = []
    func add(_ options: [[Word]]) {
      for option in options {
        alternatives.append(words.count..<(words.count + option.count))
        words += option
      }
      steps.append((alternatives.count - options.count)..<alternatives.count)
    }
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if rest.hasPrefix("..") {
        guard !steps.isEmpty else { throw SyntaxError(message: "'\(text)' begins with a gap") }
        steps.append(0..<0)
        rest.removeFirst(2)
      } else if first == "(" {
        guard let close = rest.firstIndex(of: ")") else {
          throw SyntaxError(message: "'\(text)' has an open '('")
        }
        var options: [[Word]] = []
        for option in rest[rest.index(after: rest.startIndex)..<close].split(separator: "|") {
          var parts: [Word] = []
          for word in option.split(separator: " ") { parts.append(try Self.word(word, in: text)) }
          options.append(parts)
        }
        rest = rest[rest.index(after: close)...]
        // "pool* .. (a|b)*" isn't part of the grammar; "(time)out" isn't either.
        guard !options.isEmpty, rest.first ?? " " == " " else {
          throw SyntaxError(message: "'\(text)' has text right behind ')'")
        }
        add(options)
      } else {
        let end = rest.firstIndex(of: " ") ?? rest.endIndex
        add([[try Self.word(rest[..<end], in: text)]])
        rest = rest[end...]
      }
    }
    guard let last = steps.last, !last.isEmpty else {
      throw SyntaxError(message: "'\(text)' ends with a gap or is empty")
    }
    self.steps = steps
    self.alternatives = alternatives
    self.words = words
    openings = steps[0].compactMap { alternatives[$0].first }.map { words[$0] }
  }

  /// The program's own phrases; a wrong one is a mistake in the program.
  static func all(_ texts: [String]) -> [Phrase] {
    texts.map { text in
      do throws(SyntaxError) {
        return try Phrase(text)
      } catch {
        preconditionFailure(error.message)
      }
    }
  }

  private static func word(_ text: Substring, in phrase: String) throws(SyntaxError) -> Word {
    let isPrefix = text.hasSuffix("*")
    let stem = isPrefix ? text.dropLast() : text
    guard !stem.isEmpty, stem.utf8.allSatisfy({ ASCII.isLower($0) || ASCII.isDigit($0) || $0 == 0x5F }) else {
      throw SyntaxError(message: "'\(phrase)': '\(text)' is no word of [a-z0-9_]")
    }
    return isPrefix ? .prefix(String(stem)) : .exact(String(stem))
  }

  /// The words that a match can begin with.
  let openings: [Word]

  /// Where a match that begins at `start` ends, or nil.
  func matchEnd(in words: [String], at start: Int) -> Int? {
    end(0, words, start)
  }

  func matches(in words: [String]) -> Bool {
    words.indices.contains { start in
      openings.contains { $0.matches(words[start]) } && matchEnd(in: words, at: start) != nil
    }
  }

  private func end(_ step: Int, _ line: [String], _ position: Int) -> Int? {
    guard step < steps.count else { return position }
    if steps[step].isEmpty {
      for skipped in 0...Self.widestGap where position + skipped <= line.count {
        // "master, no fail-over" tells of none.
        if skipped > 0, Self.denies(line[position + skipped - 1]) { continue }
        if let end = end(step + 1, line, position + skipped) { return end }
      }
      return nil
    }
    for alternative in steps[step] {
      let own = alternatives[alternative]
      guard position + own.count <= line.count else { continue }
      var place = own.lowerBound
      while place < own.upperBound, words[place].matches(line[position + place - own.lowerBound]) {
        place += 1
      }
      if place == own.upperBound, let end = end(step + 1, line, position + own.count) { return end }
    }
    return nil
  }

  private static func denies(_ word: String) -> Bool { word == "no" || word == "0" || word == "zero" }
}

/// A line's words: lower-case runs of ASCII letters, digits and underscores.
enum Words {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var current: [UInt8] = []
    for byte in text.utf8 {
      if ASCII.isWord(byte) {
        current.append(ASCII.lowered(byte))
      } else if !current.isEmpty {
        words.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
      }
    }
    if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
    return words
  }
}
