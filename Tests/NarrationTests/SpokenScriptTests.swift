import Defaults
import Diagnostics
import Sanitizing
import Testing

@testable import Narration

@Suite("The spoken script") struct SpokenScriptTests {
  private static let lexicon = Lexicon(
    String(decoding: DefaultTemplates.files["lexicon.txt"] ?? [], as: UTF8.self),
    path: "templates/lexicon.txt")

  @Test(
    arguments: [
      ("It took 240ms.", "It took two hundred and forty milliseconds."),
      ("At 14:32 UTC it began.", "At fourteen thirty-two U T C it began."),
      (
        "p99 rose to 8,421 ms",
        "P ninety-nine rose to eight thousand four hundred and twenty-one milliseconds"
      ),
      ("It answered HTTP 503.", "It answered H T T P five oh three."),
      ("memory > 90%", "memory is more than ninety percent"),
      ("on 2026-03-14", "on March the fourteenth, twenty twenty-six"),
      ("ask ‹person 3› first", "ask a masked person first"),
      ("k8s and PostgreSQL", "kubernetes and postgres"),
      ("the max_poll_interval", "the max poll interval"),
      ("v2.31.0 of orders-api", "version two point thirty-one point zero of orders A P I"),
    ]) func saysWhatEngineersSay(_ written: String, _ spoken: String)
  {
    #expect(SpokenReader(Self.lexicon).read(written) == spoken)
  }

  @Test func keepsTheSentenceAsWrittenForThePage() {
    var sanitizer = Sanitizer(RuleBook.make().book)
    let script = SpokenScript(sanitizer.clean("It took 240ms. Then it ended."), Self.lexicon)
    #expect(script.sentences.map(\.shown) == ["It took 240ms.", "Then it ended."])
  }

  @Test(arguments: [[], Array("RIFF".utf8), Array(repeating: UInt8(0), count: 100)])
  func brokenSoundIsANamedFailure(_ bytes: [UInt8]) {
    #expect(throws: VoiceFailure.self) { try RIFF.read(bytes) }
  }
}

@Suite("The embedded voice") struct EmbeddedVoiceTests {
  private func episode(_ text: String) async throws -> Episode {
    var sanitizer = Sanitizer(RuleBook.make().book)
    let script = SpokenScript(sanitizer.clean(text), Lexicon("", path: "lexicon.txt"))
    let labels = Narrator.Labels(
      title: sanitizer.clean("Pool exhausted"), album: "A", artist: "B", year: 2026)
    let (episode, diagnostics) = await Narrator([.flite(.rms)]).narrate(script, labels)
    #expect(diagnostics.map(\.description).isEmpty)
    return try #require(episode)
  }

  @Test func speaksSentencesInOrderAndPlayersKnowTheLength() async throws {
    let episode = try await episode("The pool was full. Nobody had tested that.")
    #expect(episode.cues.map(\.text) == ["The pool was full.", "Nobody had tested that."])
    #expect(episode.cues[0].start == 300)
    #expect(episode.cues[0].end < episode.cues[1].start)
    #expect(episode.duration > episode.cues[1].end)
    #expect(episode.mp3.starts(with: "ID3".utf8))
    let head = String(decoding: episode.mp3.prefix(4_000), as: UTF8.self)
    #expect(head.contains("Info") || head.contains("Xing"))
    // 64 kbit/s are 8 bytes a millisecond.
    #expect(abs(episode.mp3.count - episode.duration * 8) < 4_000)
  }

  @Test func sameSentenceGivesTheSameBytesWhateverWasSaidBefore() async throws {
    let first = try await episode("The pool was full.")
    _ = try await episode("Something else entirely was said in between.")
    #expect(try await episode("The pool was full.") == first)
  }
}
