import Testing

@testable import Narration
@testable import Sanitizing

@Suite("Voices of programs that the machine has") struct SystemVoiceTests {
  private func speak(_ voice: SystemVoice, _ text: String) async -> Narrator.Speech {
    await Narrator([.system(voice)]).speak(
      SpokenScript(SanitizedText(cleaned: text), Lexicon("", path: "lexicon.txt")))
  }

  @Test(.enabled(if: Sound.hasFestival, "festival isn't installed"))
  func festivalSpeaksTheSameEachTime() async throws {
    let text = "The pool ran dry; \"nobody\" was $HOME. `date` it's 5 %."
    let first = await speak(SystemVoice(.festival), text)
    #expect(first.diagnostics.isEmpty, "\(first.diagnostics)")
    let episode = try #require(first.episode)
    #expect(episode.voice == "festival kal_diphone" && episode.duration > 3_000)
    #expect(await speak(SystemVoice(.festival), text).episode == episode)
  }

  /// A name goes into an expression that festival evaluates.
  @Test(
    .enabled(if: Sound.hasFestival, "festival isn't installed"),
    arguments: ["none_such", "kal_diphone) (system \"touch /tmp/hindcast-was-here\"", "", "kal_diphone\n"])
  func aVoiceThatFestivalDoesNotHaveIsRefused(_ name: String) async {
    let speech = await speak(SystemVoice(.festival, voice: name), "Hello.")
    #expect(speech.episode == nil && "\(speech.diagnostics)".contains("festival has no voice"))
  }

  @Test(.enabled(if: Sound.hasFestival, "festival isn't installed"))
  func whatIsInstalledIsListed() async {
    #expect(await SystemVoice.english(.festival).contains("kal_diphone"))
  }

  @Test(arguments: SystemVoice.Engine.allCases)
  func withoutItsProgramTheMessageSaysWhatToDo(_ engine: SystemVoice.Engine) async {
    let speech = await speak(SystemVoice(engine, program: "/none-such/program"), "Hello.")
    #expect(speech.episode == nil)
    #expect("\(speech.diagnostics)".contains("apt-get install \(engine.rawValue)"), "\(speech.diagnostics)")
  }
}
