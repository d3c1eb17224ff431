import Subprocess

/// A voice of a program that the machine has: espeak-ng, or festival's text2wave.
package struct SystemVoice: Sendable, Hashable {
  package enum Engine: String, Sendable, CaseIterable {
    case espeak = "espeak-ng"
    case festival

    /// What speaks when no voice is named.
    package var standard: String { self == .espeak ? "en-us" : "kal_diphone" }

    fileprivate var program: String { self == .espeak ? "espeak-ng" : "text2wave" }
  }

  package let engine: Engine
  package let voice: String
  private let program: String

  /// - Parameters:
  ///   - voice: the engine's own choice where nil.
  ///   - program: what the engine's program is called, where it isn't called as everywhere.
  package init(_ engine: Engine, voice: String? = nil, program: String? = nil) {
    self.engine = engine
    self.voice = voice ?? engine.standard
    self.program = program ?? engine.program
  }

  /// As pages name it: `espeak-ng en-us`.
  package var name: String { "\(engine.rawValue) \(voice)" }

  private var absence: String {
    "\(engine.rawValue) could not be run; install it (apt-get install \(engine.rawValue)) or set voice.engine: flite"
  }

  /// A wave a sentence, in their order.
  ///
  /// A text is an argument and its sound comes on standard output: no file to leave behind, and no pipe to write to,
  /// which would end this process if the voice ended before it has read its text.
  func speak(_ sentences: [String]) async throws(VoiceFailure) -> [Waveform] {
    try await check()
    var waves: [Waveform] = []
    for sentence in sentences {
      do {
        let result = try await Subprocess.run(
          .name(command), arguments: arguments(sentence), input: .none, output: .bytes(limit: 64 << 20),
          error: .string(limit: 4_096))
        guard result.terminationStatus.isSuccess else {
          if result.terminationStatus == .exited(127) { throw VoiceFailure(absence) }
          throw VoiceFailure("\(engine.rawValue) ended with \(result.terminationStatus)")
        }
        waves.append(try RIFF.read(result.standardOutput))
      } catch let failure as VoiceFailure {
        throw failure
      } catch {
        throw VoiceFailure(absence)
      }
    }
    return waves
  }

  private var command: String { engine == .espeak ? program : "sh" }

  private func arguments(_ sentence: String) -> Arguments {
    switch engine {
    case .espeak: ["--stdout", "-v", voice, "-s", "160", "--", sentence]
    case .festival:
      ["-c", #"printf %s "$1" | exec "$2" -eval "(voice_$3)""#, "sh", sentence, program, voice]
    }
  }

  /// espeak-ng speaks with a voice of its own choice when it doesn't know the name, festival with none: the list tells.
  private func check() async throws(VoiceFailure) {
    guard let known = await Self.voices(engine, program) else { throw VoiceFailure(absence) }
    guard known.contains(where: { $0.contains(voice) }) else {
      throw VoiceFailure(
        "\(engine.rawValue) has no voice '\(voice)'; 'hindcast voices' lists the English ones")
    }
  }

  /// The English voices that are installed.
  package static func english(_ engine: Engine) async -> [String] {
    let names = await voices(engine, engine.program)?.compactMap { fields in
      engine == .festival
        ? fields.first
        : fields.first == "en" || fields.first?.hasPrefix("en-") == true
          ? fields.first : nil
    }
    return Array(Set(names ?? [])).sorted()
  }

  /// What names each installed voice; nil where the engine isn't there.
  private static func voices(_ engine: Engine, _ program: String) async -> [[String]]? {
    // text2wave lists nothing; festival, which it belongs to, does.
    let (command, arguments): (String, Arguments) =
      engine == .espeak
      ? (program, ["--voices"])
      : (
        "sh",
        ["-c", #"command -v "$1" > /dev/null && festival --batch '(print (voice.list))'"#, "sh", program]
      )
    let result = try? await Subprocess.run(
      .name(command), arguments: arguments, input: .none, output: .string(limit: 1 << 20), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    switch engine {
    case .espeak:
      return result.standardOutput.split(separator: "\n").dropFirst().map {
        $0.split(separator: " ").dropFirst().map(String.init)
      }
    case .festival:
      return result.standardOutput.split { " ()\n\"".contains($0) }.map { [String($0)] }
    }
  }
}
