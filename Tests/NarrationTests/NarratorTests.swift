import Foundation
import Testing

@testable import Narration
@testable import Sanitizing

/// Real flite, real LAME, and ffmpeg to hear what they made.
@Suite(.serialized) struct NarratorTests {
  private static let text = """
    At 14:05 the connection pool of the orders service ran dry. Requests waited 30 seconds and failed. \
    No load test had ever held the connections for so long.
    """

  private static func narrate(
    _ chain: [Narrator.Voice], _ text: String = text
  ) async -> (Episode?, String) {
    let script = SpokenScript(SanitizedText(cleaned: text), Lexicon("", path: "lexicon.txt"))
    let labels = Narrator.Labels(
      title: SanitizedText(cleaned: "Pool ran dry – Größe"), album: "Post-mortems", artist: "acme", year: 2026
    )
    let (episode, diagnostics) = await Narrator(chain).narrate(script, labels)
    return (episode, diagnostics.map { "\($0)" }.joined(separator: "\n"))
  }

  private static func missing(_ voice: String = "en-us") -> Narrator.Voice {
    .system(SystemVoice(.espeak, voice: voice, program: "/none-such/espeak-ng"))
  }

  @Test func eachSentenceHasACueInOrder() async throws {
    let (episode, diagnostics) = await Self.narrate([.flite(.rms)])
    let spoken = try #require(episode)
    #expect(diagnostics.isEmpty && spoken.voice == "flite rms")
    #expect(spoken.cues.map(\.text).joined(separator: " ") == Self.text)
    #expect(spoken.cues.first?.start == 300)
    for (cue, next) in zip(spoken.cues, spoken.cues.dropFirst()) {
      #expect(cue.start < cue.end && (349...351).contains(next.start - cue.end))
    }
    #expect(spoken.cues.last.map { abs(spoken.duration - $0.end - 300) <= 1 } == true)
  }

  @Test func theSameScriptGivesTheSameBytes() async {
    let (first, _) = await Self.narrate([.flite(.rms)], "One sentence only.")
    let (second, _) = await Self.narrate([.flite(.rms)], "One sentence only.")
    #expect(first != nil && first == second)
  }

  @Test(.enabled(if: Sound.isAvailable, "ffmpeg and ffprobe aren't installed"))
  func theSoundDecodesToItsDurationAndForm() async throws {
    let spoken = try #require(await Self.narrate([.flite(.rms)]).0)
    let probe = try Sound.probe(spoken.mp3)
    #expect(probe.contains("codec_name=mp3") && probe.contains("sample_rate=44100"))
    #expect(probe.contains("channels=1") && probe.contains("bit_rate=64000"))
    #expect(probe.contains("TAG:title=Pool ran dry – Größe") && probe.contains("TAG:artist=acme"))
    let seconds = try Sound.decodedSeconds(spoken.mp3)
    #expect(abs(seconds - Double(spoken.duration) / 1_000) < 0.1)
  }

  @Test(.enabled(if: Sound.isAvailable, "ffmpeg and ffprobe aren't installed"))
  func theLoudnessIsThatOfSpokenMono() async throws {
    let spoken = try #require(await Self.narrate([.flite(.rms)]).0)
    let loudness = try Sound.loudness(spoken.mp3)
    #expect(abs(loudness.integrated - -19) <= 1)
    #expect(loudness.peak <= -0.5)
  }

  @Test func tagsStandInFrontAndTheXingHeaderInTheFirstFrame() async throws {
    let mp3 = try #require(await Self.narrate([.flite(.rms)], "One sentence only.").0).mp3
    #expect(mp3.starts(with: "ID3".utf8))
    let size = mp3[6..<10].reduce(0) { $0 << 7 | Int($1) }
    let sound = mp3.dropFirst(10 + size)
    #expect(sound.first == 0xFF && sound.dropFirst().first.map { $0 & 0xE0 == 0xE0 } == true)
    let head = String(decoding: sound.prefix(200), as: UTF8.self)
    #expect(head.contains("Info") || head.contains("Xing"))
  }

  @Test func aVoiceThatIsMissingGivesWayToTheNextWithADiagnostic() async {
    let (episode, diagnostics) = await Self.narrate(
      [Self.missing(), .flite(.rms)], "Hello there.")
    #expect(episode?.voice == "flite rms")
    #expect(
      diagnostics.contains("espeak-ng en-us failed") && diagnostics.contains("flite rms speaks instead"))
    #expect(diagnostics.contains("apt-get install espeak-ng"))
  }

  @Test(arguments: ["false", "true"]) func aVoiceThatWritesNoSoundGivesWayToo(program: String) async {
    let (episode, diagnostics) = await Self.narrate(
      [.system(SystemVoice(.espeak, program: program)), .flite(.rms)], "Hello there.")
    #expect(episode?.voice == "flite rms" && diagnostics.contains("flite rms speaks instead"))
  }

  @Test func whenNoVoiceCanSpeakThereIsNoAudioAndADiagnosticForEach() async {
    let (episode, diagnostics) = await Self.narrate(
      [Self.missing(), Self.missing("de")], "Hello.")
    #expect(episode == nil)
    #expect(diagnostics.split(separator: "\n").count == 2 && diagnostics.contains("has no audio"))
  }

  @Test func aVoiceThatFailedThreeTimesIsNotAskedAgain() async {
    let narrator = Narrator([Self.missing(), .flite(.rms)])
    let script = SpokenScript(SanitizedText(cleaned: "Hello there."), Lexicon("", path: "lexicon.txt"))
    var speeches: [Narrator.Speech] = []
    for _ in 0..<5 { speeches.append(await narrator.speak(script)) }
    #expect(speeches.map(\.failed.count) == [1, 1, 1, 0, 0])
    #expect(speeches.allSatisfy { $0.voice == .flite(.rms) && $0.episode != nil })
    #expect("\(speeches[2].diagnostics)".contains("isn't asked again"))
    #expect(!"\(speeches[1].diagnostics)".contains("isn't asked again"))
  }

  @Test func nothingToSayIsNoEpisode() async {
    let (episode, diagnostics) = await Self.narrate([.flite(.rms)], " … ")
    #expect(episode == nil && diagnostics.contains("nothing to say"))
  }

  @Test(.enabled(if: Sound.hasEspeak, "espeak-ng isn't installed"))
  func espeakSpeaksToo() async throws {
    let (episode, diagnostics) = await Self.narrate([.system(SystemVoice(.espeak))], "Hello there.")
    #expect(diagnostics.isEmpty && episode?.voice == "espeak-ng en-us")
    #expect((episode?.duration ?? 0) > 900)
  }

  @Test func whatAVoiceSaidBeforeIsntSaidAgain() async {
    let script = SpokenScript(
      SanitizedText(cleaned: "Hello there."), Lexicon("", path: "lexicon.txt"))
    let first = await Narrator([.flite(.rms)]).speak(script)
    let second = await Narrator([Self.missing(), .flite(.rms)]).speak(script) { voice in
      voice == .flite(.rms) ? first.episode : nil
    }
    #expect(!first.wasKept && second.wasKept)
    // Nobody takes the stand-in for the voice that was asked for.
    #expect(second.voice == .flite(.rms) && second.diagnostics.count == 1)
    #expect(first.episode != nil && second.episode == first.episode)
  }

  private static func talk(_ voice: Narrator.Voice, hasOpening: Bool = false) async throws -> Episode {
    let script = SpokenScript(
      turns: [
        (.host, SanitizedText(cleaned: "What was the root cause?")),
        (.guest, SanitizedText(cleaned: "The pool was exhausted. Nobody had filled it.")),
      ], Lexicon("", path: "lexicon.txt"))
    return try #require(await Narrator([voice], hasOpening: hasOpening).speak(script).episode)
  }

  @Test func theTwoOfATalkHaveVoicesOfTheirOwn() async throws {
    let episode = try await Self.talk(.flite(.rms))
    #expect(episode.voice == "flite rms and slt")
    #expect(episode.cues.map(\.speaker) == [.host, .guest, .guest])
    #expect(episode.chapters.map(\.title) == ["What happened"])
    #expect(try await Self.talk(.flite(.slt)).voice == "flite slt and rms")
  }

  @Test func theOpeningComesBeforeTheFirstWordAndCuesKnow() async throws {
    let plain = try await Self.talk(.flite(.rms))
    let opened = try await Self.talk(.flite(.rms), hasOpening: true)
    #expect(plain.cues[0].start == 300)
    #expect(opened.cues[0].start == 700)
    #expect(opened.duration - plain.duration == 400)
    let tones = Opening.samples(rate: 16_000)
    #expect(tones.count == 6_400 && tones.contains { $0 != 0 })
    #expect(tones.allSatisfy { abs(Int($0)) < 4_000 } && tones[0] == 0)
  }

  @Test func aVoiceAtAnotherPitchLastsLonger() {
    let wave = Waveform(samples: (0..<1_000).map { Int16($0 % 100) }, rate: 16_000)
    let deeper = wave.pitched(by: 0.8)
    #expect(deeper.samples.count == 1_250 && deeper.rate == 16_000)
    #expect(deeper.samples[0] == 0 && deeper.samples[5] == 4)
  }
}
