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

  enum Element: Sendable, Hashable {
    case options([[Word]])
    case gap
  }

  struct SyntaxError: Error { let message: String }

  let elements: [Element]
  private static let widestGap = 4
  private static let deniers: Set<String> = ["no", "0", "zero"]

  init(_ text: String) throws(SyntaxError) {
    var elements: [Element] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if rest.hasPrefix("..") {
        guard !elements.isEmpty else { throw SyntaxError(message: "'\(text)' begins with a gap") }
        elements.append(.gap)
        rest.removeFirst(2)
      } else if first == "(" {
        guard let close = rest.firstIndex(of: ")") else {
          throw SyntaxError(message: "'\(text)' has an open '('")
        }
        var options: [[Word]] = []
        for option in rest[rest.index(after: rest.startIndex)..<close].split(separator: "|") {
          var words: [Word] = []
          for word in option.split(separator: " ") { words.append(try Self.word(word, in: text)) }
          options.append(words)
        }
        rest = rest[rest.index(after: close)...]
        // "pool* .. (a|b)*" isn't part of the grammar; "(time)out" isn't either.
        guard !options.isEmpty, rest.first ?? " " == " " else {
          throw SyntaxError(message: "'\(text)' has text right behind ')'")
        }
        elements.append(.options(options))
      } else {
        let end = rest.firstIndex(of: " ") ?? rest.endIndex
        elements.append(.options([[try Self.word(rest[..<end], in: text)]]))
        rest = rest[end...]
      }
    }
    guard elements.last != .gap, !elements.isEmpty else {
      throw SyntaxError(message: "'\(text)' ends with a gap or is empty")
    }
    self.elements = elements
    openings = if case .options(let options) = elements[0] { options.compactMap(\.first) } else { [] }
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
    Self.end(elements[...], words, start)
  }

  func matches(in words: [String]) -> Bool {
    words.indices.contains { start in
      openings.contains { $0.matches(words[start]) } && matchEnd(in: words, at: start) != nil
    }
  }

  private static func end(_ elements: ArraySlice<Element>, _ words: [String], _ position: Int) -> Int? {
    guard let first = elements.first else { return position }
    let rest = elements.dropFirst()
    switch first {
    case .options(let options):
      for option in options {
        guard position + option.count <= words.count else { continue }
        let fits = option.enumerated().allSatisfy { $1.matches(words[position + $0]) }
        if fits, let end = end(rest, words, position + option.count) { return end }
      }
      return nil
    case .gap:
      for skipped in 0...widestGap where position + skipped <= words.count {
        // "master, no fail-over" tells of none.
        if skipped > 0, deniers.contains(words[position + skipped - 1]) { continue }
        if let end = end(rest, words, position + skipped) { return end }
      }
      return nil
    }
  }
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
