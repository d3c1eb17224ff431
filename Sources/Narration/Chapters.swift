/// Parts of an episode that a listener may want to go to.
package struct Chapter: Sendable, Hashable, Codable {
  /// Milliseconds from the start.
  package let start: Int
  package let title: String
  /// The section of the incident's page that it tells of.
  package let section: String
}

extension Episode {
  /// Where the cause, the gap and the test begin, found by the words of the sentences; ascending, the first at 0.
  package var chapters: [Chapter] {
    var chapters = [Chapter(start: 0, title: "What happened", section: "summary")]
    var next = Self.marks[...]
    for cue in cues.dropFirst() {
      let text = cue.text.lowercased()
      guard let found = next.firstIndex(where: { mark in mark.words.contains(where: text.contains) }) else {
        continue
      }
      chapters.append(Chapter(start: cue.start, title: next[found].title, section: next[found].section))
      next = next[(found + 1)...]
    }
    return chapters
  }

  /// In the order in which a summary tells them.
  private static let marks: [(title: String, section: String, words: [String])] = [
    ("Root cause", "cause", ["primary cause", "root cause", "caused by", "because of"]),
    (
      "Testing gap", "gaps",
      ["no test", "untested", "never tested", "testing gap", "was not tested", "missing test"]
    ),
    (
      "Test to write", "tests",
      ["test to write", "recommended test", "test should", "test would", "next test"]
    ),
  ]
}
