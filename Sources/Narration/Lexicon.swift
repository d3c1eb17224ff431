package import Diagnostics

/// How names and acronyms are said. One `written = spoken` a line; `#` begins a comment.
package struct Lexicon: Sendable, Hashable {
  private let exact: [String: String]
  private let folded: [String: String]

  package init(_ text: String, path: String) {
    var exact: [String: String] = [:]
    var folded: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { continue }
      exact[parts[0]] = parts[1]
      folded[parts[0].lowercased()] = parts[1]
    }
    self.exact = exact
    self.folded = folded
  }

  /// Lines that say nothing.
  package static func check(_ text: String, path: String) -> [Diagnostic] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let isBlank = line.allSatisfy(\.isWhitespace) || line.hasPrefix("#")
      let parts = line.split(separator: "=", maxSplits: 1)
      guard !isBlank, parts.count != 2 || parts.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
        return nil
      }
      return .warning(
        "not of the form 'written = spoken'; left out", at: SourceLocation(path, line: index + 1))
    }
  }

  func spoken(_ word: String) -> String? {
    exact[word] ?? folded[word.lowercased()]
  }
}
