import Narration
import Podcast
import Testing

@Suite struct WebVTTTests {
  private struct Cue {
    let start: Int
    let end: Int
    let text: String
  }

  private func cues(_ cues: [Episode.Cue]) -> [Cue] {
    let episode = Episode(cues: cues, duration: cues.last?.end ?? 0, voice: "v", mp3: [])
    let text = String(decoding: Transcript.webVTT(episode), as: UTF8.self)
    #expect(text.hasPrefix("WEBVTT\n"))
    return text.split(separator: "\n\n", omittingEmptySubsequences: true).dropFirst().compactMap { block in
      let lines = block.split(separator: "\n")
      let times = lines.first?.components(around: " --> ").map(Self.milliseconds) ?? []
      guard times.count == 2, lines.count == 2 else { return nil }
      return Cue(start: times[0], end: times[1], text: String(lines[1]))
    }
  }

  private static func milliseconds(_ time: String) -> Int {
    let parts = time.split { $0 == ":" || $0 == "." }.compactMap { Int($0) }
    guard parts.count == 4 else { return -1 }
    return ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1_000 + parts[3]
  }

  @Test func cuesAreOrderedAndInsideTheirSentences() throws {
    let long = (1...60).map { "word\($0)" }.joined(separator: " ")
    let written = cues([
      Episode.Cue(start: 300, end: 20_000, text: long),
      Episode.Cue(start: 20_350, end: 21_000, text: "Short."),
    ])
    #expect(written.count > 2)
    #expect(written.first?.start == 300 && written.last?.end == 21_000)
    for cue in written { #expect(cue.start < cue.end) }
    for (cue, next) in zip(written, written.dropFirst()) { #expect(cue.end <= next.start) }
    let prefix = "<v Narrator>"
    #expect(written.allSatisfy { $0.text.hasPrefix(prefix) && $0.text.count <= 65 + prefix.count })
    let said = written.dropLast().map { $0.text.dropFirst(prefix.count) }.joined(separator: " ")
    #expect(said == long)
  }

  @Test func markupIsEscapedAndCannotEndACue() {
    let written = cues([Episode.Cue(start: 0, end: 1_000, text: "a <b> & c --> d\n\ne")])
    #expect(written.map(\.text) == ["<v Narrator>a &lt;b&gt; &amp; c --&gt; d e"])
  }

  @Test func hoursAreWrittenOut() {
    let written = cues([Episode.Cue(start: 3_661_007, end: 3_662_000, text: "Late.")])
    #expect(written.map(\.start) == [3_661_007] && written.map(\.end) == [3_662_000])
  }

  @Test func aWordLongerThanALineIsCut() {
    let written = cues([Episode.Cue(start: 0, end: 9_000, text: String(repeating: "x", count: 150))])
    #expect(written.allSatisfy { $0.text.count <= 65 + 12 } && written.count == 3)
  }

  @Test func nothingSaidIsAnEmptyTranscript() {
    #expect(cues([]).isEmpty)
  }
}

extension Substring {
  fileprivate func components(around separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
