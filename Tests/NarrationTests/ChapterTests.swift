import Bytes
import ChildProcess
import Foundation
import Testing

@testable import Narration

@Suite("Chapters of an episode") struct ChapterTests {
  private func episode(_ sentences: [String]) -> Episode {
    Episode(
      cues: sentences.enumerated().map {
        Episode.Cue(start: $0.offset * 3_000 + 300, end: $0.offset * 3_000 + 2_900, text: $0.element)
      },
      duration: sentences.count * 3_000, voice: "flite rms", mp3: [])
  }

  @Test func causeGapAndTestAreFoundByTheirWords() {
    let chapters = episode([
      "Checkout was down.", "The primary cause was the transaction.", "What no test saw: a full pool.",
      "It is idle.",
      "The test to write first is a load test.",
    ]).chapters
    #expect(chapters.map(\.title) == ["What happened", "Root cause", "Testing gap", "Test to write"])
    #expect(chapters.map(\.start) == [0, 3_300, 6_300, 12_300])
    #expect(chapters.map(\.section) == ["summary", "cause", "gaps", "tests"])
  }

  @Test func theyAscendWhateverTheOrderOfTheWords() {
    let chapters = episode([
      "A.", "The recommended test is this.", "The root cause was that.", "No test saw it.",
    ]).chapters
    #expect(chapters.map(\.title) == ["What happened", "Test to write"])
  }

  /// ffprobe reads the tag that we write.
  @Test func aDecoderReadsTheTag() async throws {
    let sentences = [
      "Checkout was down.", "The primary cause was the transaction.", "What no test saw: a full pool.",
    ]
    let silent = episode(sentences)
    let wave = Waveform(samples: (0..<(16_000 * 9)).map { Int16(8_000 * sin(Double($0) / 20)) }, rate: 16_000)
    let tag = ID3Tag(
      title: "Pool é “full”", album: "Post-mortems", artist: "hindcast", year: 2026,
      comment: "https://incidents.example/a.html", cover: nil, chapters: silent.chapters, duration: 9_000)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "chapters-\(UUID().uuidString).mp3")
    try Data(tag.bytes + MP3Encoder.encode(wave)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let probe = try ChildProcess.run(
      "/usr/bin/env",
      ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", file.path])
    let text = probe.outputText
    #expect(probe.code == 0, "\(probe.errorText)")
    #expect(text.contains("\"title\": \"Pool é “full”\""))
    #expect(text.contains("https://incidents.example/a.html"))
    for title in ["What happened", "Root cause", "Testing gap"] {
      #expect(text.contains("\"title\": \"\(title)\""))
    }
    #expect(text.contains("\"start_time\": \"3.300000\""))
    let checked = try ChildProcess.run("/usr/bin/env", ["mp3val", file.path])
    #expect(
      !checked.outputText.contains("WARNING") && !checked.outputText.contains("ERROR"),
      "\(checked.outputText)")
  }
}
