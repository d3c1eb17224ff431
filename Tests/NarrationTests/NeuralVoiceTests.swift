import Foundation
import Testing

@testable import Narration
@testable import Sanitizing

@Suite("The neural voice") struct NeuralVoiceTests {
  /// What `make neural-voice` sets up beside this package.
  private static let program =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/.hindcast/voice/bin/python"
  private static let isSetUp = FileManager.default.isExecutableFile(atPath: program)

  private func speak(_ text: String, _ voice: String = NeuralVoice.standard, program: String = program) async
    -> Narrator.Speech
  {
    let chain: [Narrator.Voice] = [.neural(NeuralVoice(program: program, voice: voice)), .flite(.rms)]
    return await Narrator(chain).speak(
      SpokenScript(SanitizedText(cleaned: text), Lexicon("", path: "lexicon.txt")))
  }

  @Test(.enabled(if: isSetUp, "make neural-voice hasn't been run"))
  func speaksEachSentenceTheSameEachTime() async throws {
    let first = await speak("The pool ran dry. Nobody was paged for 40 minutes.")
    let episode = try #require(first.episode)
    #expect(first.diagnostics.map { "\($0)" } == [])
    #expect(episode.voice == "hibari heart" && episode.cues.count == 2)
    #expect((3_000...9_000).contains(episode.duration), "\(episode.duration) ms")
    #expect(await speak("The pool ran dry. Nobody was paged for 40 minutes.").episode == episode)
  }

  @Test(.enabled(if: isSetUp, "make neural-voice hasn't been run"))
  func aVoiceThatIsntThereIsNotFetched() async {
    let speech = await speak("Hello there.", "emma")
    #expect(speech.voice == .flite(.rms))
    #expect(speech.diagnostics.map { "\($0)" }.joined().contains("emma"), "\(speech.diagnostics)")
  }

  @Test func withoutItTheNextOneSpeaksAndTheMessageSaysWhatToDo() async {
    let speech = await speak("Hello there.", program: "/none-such/python")
    #expect(speech.voice == .flite(.rms) && speech.episode != nil)
    #expect(
      speech.diagnostics.map { "\($0)" }.joined().contains("make neural-voice"), "\(speech.diagnostics)")
  }

  private static func sound(_ rate: UInt32, _ count: UInt32, _ samples: [Int16]) -> [UInt8] {
    [rate, count].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) } }
      + samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  @Test func whatTheProcessWritesIsRead() throws {
    let waves = try NeuralVoice.waves(
      Self.sound(24_000, 2, [1, -2]) + Self.sound(24_000, 1, [300]), count: 2)
    #expect(waves.map(\.samples) == [[1, -2], [300]] && waves.map(\.rate) == [24_000, 24_000])
  }

  @Test(arguments: [
    [], [1, 2, 3], sound(24_000, 2, [1]), sound(1, 1, [1]), sound(24_000, 0, []), sound(24_000, .max, [1]),
    sound(24_000, 1, [1]) + [7], sound(24_000, 1, [1]) + sound(24_000, 1, [1]),
  ]) func rubbishIsANamedFailure(bytes: [UInt8]) {
    #expect(throws: VoiceFailure.self) { try NeuralVoice.waves(bytes, count: 1) }
  }
}
