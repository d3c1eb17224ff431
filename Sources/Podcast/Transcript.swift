import Bytes
package import Narration

/// What is said and when, beside an episode: one cue a sentence, lines of at most 65 characters.
package enum Transcript {
  /// WebVTT, with who speaks.
  package static func webVTT(_ episode: Episode) -> [UInt8] {
    var text = "WEBVTT\n"
    for line in lines(episode) {
      text += "\n\(time(line.start)) --> \(time(line.end))\n<v \(line.speaker)>\(escaped(line.text))\n"
    }
    return Array(text.utf8)
  }

  /// SubRip, for players that know nothing else.
  package static func subRip(_ episode: Episode) -> [UInt8] {
    var text = ""
    for (number, line) in lines(episode).enumerated() {
      text += "\(number + 1)\n\(time(line.start, ",")) --> \(time(line.end, ","))\n\(line.text)\n\n"
    }
    return Array(text.utf8)
  }

  /// Podcasting 2.0's JSON transcript, version 1.0.0; times in seconds.
  package static func json(_ episode: Episode) -> [UInt8] {
    JSONText.object([
      .init("version", .string("1.0.0")),
      .init(
        "segments",
        .list(
          episode.cues.map { cue in
            .object([
              .init("speaker", .string(speaker(cue))), .init("startTime", .thousandths(cue.start)),
              .init("endTime", .thousandths(cue.end)), .init("body", .string(cue.text)),
            ])
          })),
    ]).bytes
  }

  /// Podcasting 2.0's chapters, version 1.2.0; times in seconds.
  ///
  /// - Parameter page: the address of the incident's page.
  package static func chapters(_ episode: Episode, page: String) -> [UInt8] {
    JSONText.object([
      .init("version", .string("1.2.0")),
      .init(
        "chapters",
        .list(
          episode.chapters.map { chapter in
            .object([
              .init("startTime", .thousandths(chapter.start)), .init("title", .string(chapter.title)),
              .init("url", .string("\(page)#\(chapter.section)")),
            ])
          })),
    ]).bytes
  }

  private static func speaker(_ cue: Episode.Cue) -> String { cue.speaker?.rawValue ?? "Narrator" }

  /// Sentences cut to lines, each with its share of the sentence's time.
  private static func lines(_ episode: Episode) -> [(start: Int, end: Int, text: String, speaker: String)] {
    episode.cues.flatMap { cue in
      let parts = wrapped(cue.text)
      let total = max(1, parts.reduce(0) { $0 + $1.count })
      var start = cue.start
      var said = 0
      return parts.map { part in
        said += part.count
        let end = cue.start + (cue.end - cue.start) * said / total
        defer { start = end }
        return (start, end, part, speaker(cue))
      }
    }
  }

  /// `00:01:02.345`.
  private static func time(_ milliseconds: Int, _ point: String = ".") -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let seconds = milliseconds / 1_000
    return
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))\(point)\(padded(milliseconds % 1_000, 3))"
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : String($0) }.joined()
  }

  /// A word that no line can hold, in pieces that it can.
  private static func pieces(_ word: Substring) -> [Substring] {
    stride(from: 0, to: word.count, by: longestLine).map { word.dropFirst($0).prefix(longestLine) }
  }

  private static let longestLine = 65

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(whereSeparator: \.isWhitespace).flatMap(pieces) {
      if !current.isEmpty, current.count + 1 + word.count > longestLine {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}
