import Bytes
import ChildProcess
import Foundation
import Moments
import Narration
import Podcast
import Sanitizing
import Testing

@Suite("The feed") struct FeedTests {
  private static let book = RuleBook.make().book

  private func item(_ name: String, day: Int) -> Feed.Item {
    var sanitizer = Sanitizer(Self.book)
    return Feed.Item(
      title: sanitizer.clean("\(name) & <co>"),
      summary: sanitizer.clean(String(repeating: "é", count: 3_000)),
      notes: Feed.ShowNotes(cause: sanitizer.clean("c"), gaps: [], tests: []),
      guid: Feed.guid(permanentName: name), published: Moment(seconds: 1_773_446_400 + day * 86_400),
      page: "https://x.example/incidents/\(name).html", audio: "https://x.example/audio/\(name).mp3",
      length: 100,
      seconds: 61, transcript: "https://x.example/audio/\(name)", services: [])
  }

  private func xml(_ items: [Feed.Item]) -> String {
    let channel = Feed.Channel(
      title: "A & B", description: "d", link: "https://x.example", address: "https://x.example/feed.xml",
      language: "en", author: "x", category: "Technology", isPrivate: true,
      image: "https://x.example/cover.png", guid: nil)
    return String(decoding: Feed(channel, items).pages[0], as: UTF8.self)
  }

  @Test func hasTheNewestEpisodeFirstAndTheRightWeekday() {
    let feed = xml([item("old", day: 0), item("new", day: 1)])
    #expect(feed.contains("<pubDate>Sat, 14 Mar 2026 00:00:00 +0000</pubDate>"))
    let order = feed.components(separatedBy: "<title>").dropFirst(3).map { $0.prefix(3) }
    #expect(order == ["new", "old"])
  }

  @Test func escapesTextAndCutsTheDescriptionAt4000Bytes() throws {
    let feed = xml([item("a", day: 0)])
    #expect(feed.contains("<title>a &amp; &lt;co&gt;</title>"))
    let description = try #require(
      feed.components(separatedBy: "<description>").last?.components(separatedBy: "<").first)
    #expect(description.utf8.count <= 4_000)
    #expect(!feed.contains("<!DOCTYPE"))
  }

  @Test func aLongFeedIsCutIntoPagesThatKnowEachOther() throws {
    let items = (0..<650).map { item("i\($0)", day: $0 % 300) }
    let channel = Feed.Channel(
      title: "t", description: "d", link: "https://x.example/", address: "https://x.example/feed.xml",
      language: "en", author: "x", category: "Technology", isPrivate: true,
      image: "https://x.example/cover.png",
      guid: "pinned")
    let pages = Feed(channel, items).pages.map { String(decoding: $0, as: UTF8.self) }
    #expect(pages.map { $0.components(separatedBy: "<item>").count - 1 } == [300, 300, 50])
    #expect(pages[1].contains("href=\"https://x.example/feed-2.xml\" rel=\"self\""))
    #expect(pages[1].contains("href=\"https://x.example/feed.xml\" rel=\"prev\""))
    #expect(pages[1].contains("href=\"https://x.example/feed-3.xml\" rel=\"next\""))
    #expect(!pages[2].contains("rel=\"next\"") && pages.allSatisfy { $0.contains("<podcast:guid>pinned<") })
    let numbers = pages.joined().components(separatedBy: "<itunes:season>").dropFirst().map { text in
      text.components(separatedBy: "<podcast:season>").first ?? ""
    }
    #expect(numbers.count == 650 && Set(numbers).count == 650)
  }

  @Test func theCoverIsASquarePictureOfTheSizeThatDirectoriesAsk() throws {
    let png = Cover(title: "Größe & Post-mortems", accent: "#0b5a6b").png
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cover-\(UUID()).png")
    try Data(png).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let probe = try ChildProcess.run(
      "ffprobe",
      ["-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", file.path])
    #expect(probe.outputText == "png,1500,1500\n" && probe.errors.isEmpty, "\(probe.errorText)")
    let decode = try ChildProcess.run("ffmpeg", ["-v", "error", "-i", file.path, "-f", "null", "-"])
    #expect(decode.code == 0 && decode.errors.isEmpty)
    #expect(png.count < 512 << 10)
    #expect(png == Cover(title: "Größe & Post-mortems", accent: "0B5A6B").png)
    #expect(png != Cover(title: "Other", accent: "#0b5a6b").png)
  }

  @Test func theGuidOfAnIncidentNeverChanges() {
    #expect(Feed.guid(permanentName: "incidents/a.md").description == "a8473dee-0406-55e7-9a77-3a2d3fe49cac")
  }
}

@Suite("The transcript") struct TranscriptTests {
  @Test func hasOrderedCuesOfShortLines() {
    let long = Array(repeating: "word", count: 40).joined(separator: " ")
    let episode = Episode(
      cues: [
        Episode.Cue(start: 300, end: 9_000, text: long),
        Episode.Cue(start: 9_350, end: 10_000, text: "a < b"),
      ], duration: 10_300, voice: "v", mp3: [])
    let text = String(decoding: Transcript.webVTT(episode), as: UTF8.self)
    #expect(text.hasPrefix("WEBVTT\n\n00:00:00.300 --> "))
    #expect(text.contains("\n00:00:09.350 --> 00:00:10.000\n<v Narrator>a &lt; b\n"))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("<v ") }.map { $0.dropFirst(12) }
    #expect(lines.allSatisfy { $0.count <= 65 })
    #expect(lines.count == 5)
  }
}
