import Subprocess

/// A neural voice on this machine: hibari, in a Python environment of its own that `make neural-voice` sets up.
///
/// One process speaks all sentences of an episode. It opens no socket: only voices that are there are used, and a fixed
/// seed and one thread give the same bytes each time.
package struct NeuralVoice: Sendable, Hashable {
  /// The environment's Python.
  package let program: String
  /// A voice of hibari: `heart` comes with it.
  package let voice: String

  /// The voice that comes with it.
  package static let standard = "heart"
  /// What hibari knows; all but the first are files that somebody put into its cache.
  package static let names = ["heart", "emma", "fenrir", "fable", "kore"]

  /// - Parameter program: see `NeuralVoice.program`.
  package init(program: String, voice: String) {
    self.program = program
    self.voice = voice
  }

  /// As pages name it: `hibari heart`.
  package var name: String { "hibari \(voice)" }

  /// What the process is given after the time limit and the voice: one argument a sentence. What it writes: for each the
  /// rate and the number of samples as 32 bits each, then the samples as 16 bits, all little-endian.
  private static let script = """
    import signal, struct, sys
    signal.alarm(int(sys.argv[1]))
    try:
        import numpy
        from hibari.tts import Hibari
        from hibari.voices import voice_path
        name = sys.argv[2]
        voice = Hibari(voice=name, model=voice_path(name, download_missing=False), threads=1)
    except Exception as problem:
        sys.exit(f"{type(problem).__name__}: {problem}"[:300])
    for text in sys.argv[3:]:
        wave = (numpy.clip(voice(text, seed=1), -1, 1) * 32767).astype("<i2").tobytes()
        sys.stdout.buffer.write(struct.pack("<II", voice.sample_rate, len(wave) // 2) + wave)
    """
  private static let absence = "it isn't set up here; 'make neural-voice' does that"
  /// In seconds; an episode takes one or two.
  private static let limit = 120

  /// A wave a sentence, in their order.
  func speak(_ sentences: [String]) async throws(VoiceFailure) -> [Waveform] {
    let bytes: [UInt8]
    do {
      let result = try await Subprocess.run(
        .name("env"),
        arguments: Arguments([program, "-I", "-c", Self.script, "\(Self.limit)", voice] + sentences),
        input: .none, output: .bytes(limit: 512 << 20), error: .string(limit: 4_096))
      guard result.terminationStatus.isSuccess else {
        if result.terminationStatus == .exited(127) { throw VoiceFailure(Self.absence) }
        let complaint = result.standardError.split(separator: "\n").last.map(String.init)
        throw VoiceFailure(complaint ?? "it ended with \(result.terminationStatus)")
      }
      bytes = result.standardOutput
    } catch let failure as VoiceFailure {
      throw failure
    } catch {
      throw VoiceFailure(Self.absence)
    }
    return try Self.waves(bytes, count: sentences.count)
  }

  /// - Parameter count: how many there must be.
  static func waves(_ bytes: [UInt8], count: Int) throws(VoiceFailure) -> [Waveform] {
    var waves: [Waveform] = []
    var offset = 0
    func number(_ start: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    while offset + 8 <= bytes.count, waves.count < count {
      let (rate, length) = (number(offset, 4), number(offset + 4, 4))
      offset += 8
      guard (8_000...96_000).contains(rate), length > 0, length <= (bytes.count - offset) / 2 else {
        throw VoiceFailure("it wrote no sound")
      }
      waves.append(
        Waveform(
          samples: (0..<length).map { Int16(truncatingIfNeeded: number(offset + 2 * $0, 2)) }, rate: rate))
      offset += 2 * length
    }
    guard waves.count == count, offset == bytes.count else {
      throw VoiceFailure("it spoke \(waves.count) of \(count) sentences")
    }
    return waves
  }
}
