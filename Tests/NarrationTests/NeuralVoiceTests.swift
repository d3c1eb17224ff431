import ChildProcess
import Foundation
import Testing

@testable import Narration
@testable import Sanitizing

@Suite("Neural voices") struct NeuralVoiceTests {
  /// What `make neural-voice` sets up beside this package.
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/.hindcast/voice"
  private static let isSetUp = FileManager.default.isExecutableFile(
    atPath: NeuralVoice.python(in: folder))
  private static let local: [NeuralVoice.Engine] = [.hibari, .piper]

  private func speak(_ text: String, _ voice: NeuralVoice) async -> Narrator.Speech {
    await Narrator([.neural(voice), .flite(.rms)]).speak(
      SpokenScript(SanitizedText(cleaned: text), Lexicon("", path: "lexicon.txt")))
  }

  @Test(.enabled(if: isSetUp, "make neural-voice hasn't been run"), arguments: local)
  func speaksEachSentenceTheSameEachTime(_ engine: NeuralVoice.Engine) async throws {
    let voice = NeuralVoice(engine, folder: Self.folder)
    let first = await speak("The pool ran dry. Nobody was paged for 40 minutes.", voice)
    let episode = try #require(first.episode)
    #expect(first.diagnostics.map { "\($0)" } == [])
    #expect(episode.voice == voice.name && episode.cues.count == 2)
    #expect((3_000...9_000).contains(episode.duration), "\(episode.duration) ms")
    #expect(await speak("The pool ran dry. Nobody was paged for 40 minutes.", voice).episode == episode)
  }

  @Test(
    .enabled(if: isSetUp, "make neural-voice hasn't been run"),
    arguments: [(NeuralVoice.Engine.hibari, "emma"), (.piper, "en_GB-alba-medium")])
  func aVoiceThatIsntThereIsNotFetched(_ engine: NeuralVoice.Engine, _ name: String) async {
    let speech = await speak("Hello there.", NeuralVoice(engine, voice: name, folder: Self.folder))
    #expect(speech.voice == .flite(.rms))
    #expect("\(speech.diagnostics)".contains(name), "\(speech.diagnostics)")
  }

  @Test(arguments: NeuralVoice.Engine.allCases)
  func withoutItTheNextOneSpeaksAndTheMessageSaysWhatToDo(_ engine: NeuralVoice.Engine) async {
    let speech = await speak("Hello there.", NeuralVoice(engine, folder: "/none-such"))
    #expect(speech.voice == .flite(.rms) && speech.episode != nil)
    let target = engine == .edge ? "make online-voice" : "make neural-voice"
    #expect("\(speech.diagnostics)".contains(target), "\(speech.diagnostics)")
  }

  @Test(arguments: ["", "../../etc/passwd", "-c", "a b", "joe;x", "jöe"])
  func aNameIsNoPathAndNoOption(_ name: String) async {
    let speech = await speak("Hello there.", NeuralVoice(.piper, voice: name, folder: Self.folder))
    #expect(speech.voice == .flite(.rms) && "\(speech.diagnostics)".contains("no name of a voice"))
  }

  /// A package in place of edge-tts, which speaks with a server on the internet: it gives an MP3 of real speech.
  private func online(_ module: String) throws -> (folder: String, remove: () -> Void) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("online-\(UUID())")
    let made = try ChildProcess("python3", ["-m", "venv", "--without-pip", folder.path]).wait()
    try #require(made == 0)
    let lib = folder.appendingPathComponent("lib")
    let version = try #require(try FileManager.default.contentsOfDirectory(atPath: lib.path).first)
    let package = lib.appendingPathComponent("\(version)/site-packages/edge_tts")
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    let sound = try MP3Encoder.encode(FliteVoice.slt.speak("The pool ran dry at two."))
    try Data(sound).write(to: package.appendingPathComponent("sound.mp3"))
    try Data(module.utf8).write(to: package.appendingPathComponent("__init__.py"))
    return (folder.path, { try? FileManager.default.removeItem(at: folder) })
  }

  @Test func whatIsSpokenOnlineIsDecoded() async throws {
    let (folder, remove) = try online(
      """
      import pathlib
      class Communicate:
          def __init__(self, text, voice):
              assert voice == "en-GB-LibbyNeural" and text.startswith("The pool"), text
          def stream_sync(self):
              sound = pathlib.Path(__file__).with_name("sound.mp3").read_bytes()
              yield {"type": "audio", "data": sound[:1000]}
              yield {"type": "SentenceBoundary", "text": "The pool"}
              yield {"type": "audio", "data": sound[1000:]}
      """)
    defer { remove() }
    let speech = await speak("The pool ran dry at two.", NeuralVoice(.edge, folder: folder))
    let episode = try #require(speech.episode)
    #expect(speech.diagnostics.map { "\($0)" } == [])
    #expect(episode.voice == "edge-tts en-GB-LibbyNeural")
    let spoken = try FliteVoice.slt.speak("The pool ran dry at two.")
    let cue = try #require(episode.cues.first)
    let length = spoken.samples.count * 1_000 / spoken.rate
    // An MP3 begins and ends with whole frames.
    #expect((length...(length + 150)).contains(cue.end - cue.start), "\(cue) for \(length) ms")
  }

  @Test func whatFailsOnlineGivesWayToTheNext() async throws {
    let (folder, remove) = try online(
      """
      class Communicate:
          def __init__(self, text, voice): pass
          def stream_sync(self):
              raise OSError("nobody answers at speech.example")
      """)
    defer { remove() }
    let speech = await speak("The pool ran dry.", NeuralVoice(.edge, folder: folder))
    #expect(speech.voice == .flite(.rms))
    #expect("\(speech.diagnostics)".contains("nobody answers at speech.example"), "\(speech.diagnostics)")
  }

  private static func sound(_ rate: UInt32, _ count: UInt32, _ samples: [Int16]) -> [UInt8] {
    [rate, count].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) } }
      + samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  @Test func whatTheProcessWritesIsRead() throws {
    let waves = try NeuralVoice.waves(
      Self.sound(24_000, 4, [1, -2]) + Self.sound(24_000, 2, [300]), count: 2)
    #expect(waves.map(\.samples) == [[1, -2], [300]] && waves.map(\.rate) == [24_000, 24_000])
  }

  @Test(arguments: [
    [], [1, 2, 3], sound(24_000, 4, [1]), sound(1, 2, [1]), sound(24_000, 0, []), sound(24_000, .max, [1]),
    sound(24_000, 1, []) + [7], sound(24_000, 2, [1]) + [7],
    sound(24_000, 2, [1]) + sound(24_000, 2, [1]), sound(0, 2, [1]),
    sound(0, 400, [Int16](repeating: -1, count: 200)),
  ]) func rubbishIsANamedFailure(bytes: [UInt8]) {
    #expect(throws: VoiceFailure.self) { try NeuralVoice.waves(bytes, count: 1) }
  }
}
