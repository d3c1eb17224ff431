package import Narration

/// WebVTT beside an episode: one cue a sentence, lines of at most 65 characters.
package enum Transcript {
  package static func webVTT(_ episode: Episode) -> [UInt8] {
    var text = "WEBVTT\n"
    for cue in episode.cues {
      let parts = wrapped(cue.text)
      let total = max(1, parts.reduce(0) { $0 + $1.count })
      var start = cue.start
      var said = 0
      for part in parts {
        said += part.count
        let end = cue.start + (cue.end - cue.start) * said / total
        text += "\n\(time(start)) --> \(time(end))\n<v Narrator>\(escaped(part))\n"
        start = end
      }
    }
    return Array(text.utf8)
  }

  /// `00:01:02.345`.
  private static func time(_ milliseconds: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let seconds = milliseconds / 1_000
    return
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(padded(milliseconds % 1_000, 3))"
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
