package import Diagnostics
package import Sanitizing
import Subprocess

/// Speaks a script with the first voice of a chain that can.
package struct Narrator: Sendable {
  package enum Voice: Sendable, Hashable {
    /// One of flite's own: `rms`, `slt`, `awb` or `kal16`.
    case flite(FliteVoice)
    /// A server that speaks: by its name, and what asks it for a WAVE sound.
    case server(SpeechServer)
    /// The neural voice on this machine.
    case neural(NeuralVoice)
    /// The program of that name, with the voice it is to use.
    case espeak(voice: String)

    package var name: String {
      switch self {
      case .flite(let voice): voice.name
      case .server(let server): server.name
      case .neural(let voice): voice.name
      case .espeak(let voice): "espeak-ng \(voice)"
      }
    }

    /// Who answers in a talk.
    var partner: String {
      if case .flite(let voice) = self { voice.partner.rawValue } else { "itself, deeper" }
    }

    /// Where a text goes to be spoken, when it leaves this process for a server.
    package var address: String? {
      if case .server(let server) = self { server.address } else { nil }
    }
  }

  package struct Labels: Sendable, Hashable {
    package let title: SanitizedText
    package let album: String
    package let artist: String
    package let year: Int?
    /// The address of the incident's page.
    package let page: String?
    /// A PNG.
    package let cover: [UInt8]?

    package init(
      title: SanitizedText, album: String, artist: String, year: Int?, page: String? = nil,
      cover: [UInt8]? = nil
    ) {
      self.title = title
      self.album = album
      self.artist = artist
      self.year = year
      self.page = page
      self.cover = cover
    }
  }

  /// Names what the sound depends on besides script and voice.
  package static let version = "3"

  /// In the order in which they are asked.
  package let chain: [Voice]
  /// Whether two tones open an episode.
  package let hasOpening: Bool
  private let espeakProgram: String
  /// How deep the second voice of an engine with one voice is, beside the first.
  private static let secondPitch = 0.86
  /// Silence before the first and after the last sentence, and between two, in milliseconds.
  private static let margin = 300
  private static let pause = 350

  /// - Parameters:
  ///   - hasOpening: whether two tones open an episode.
  ///   - espeakProgram: what espeak-ng is called on this machine.
  package init(_ chain: [Voice], hasOpening: Bool = false, espeakProgram: String = "espeak-ng") {
    self.chain = chain
    self.hasOpening = hasOpening
    self.espeakProgram = espeakProgram
  }

  package func narrate(_ script: SpokenScript, _ labels: Labels) async -> (
    episode: Episode?, diagnostics: [Diagnostic]
  ) {
    let speech = await speak(script)
    return (speech.episode?.labelled(labels), speech.diagnostics)
  }

  /// What a chain of voices made of a script.
  package struct Speech: Sendable {
    /// The sound alone, without the tag that names it.
    package var episode: Episode?
    /// Who spoke it; not the first of the chain when that one failed.
    package var voice: Voice?
    package var wasKept = false
    package var diagnostics: [Diagnostic] = []
  }

  /// - Parameter kept: what a voice said of this script in an earlier build.
  package func speak(_ script: SpokenScript, kept: (Voice) -> Episode? = { _ in nil }) async -> Speech {
    var diagnostics: [Diagnostic] = []
    for (index, voice) in chain.enumerated() {
      if let episode = kept(voice) {
        return Speech(episode: episode, voice: voice, wasKept: true, diagnostics: diagnostics)
      }
      do {
        let episode = try await speak(script, voice)
        return Speech(episode: episode, voice: voice, diagnostics: diagnostics)
      } catch {
        let next =
          chain.indices.contains(index + 1)
          ? "; \(chain[index + 1].name) speaks instead" : "; this incident has no audio"
        diagnostics.append(.warning("the voice \(voice.name) failed: \(error)\(next)"))
      }
    }
    return Speech(diagnostics: diagnostics)
  }

  private func speak(_ script: SpokenScript, _ voice: Voice) async throws(VoiceFailure) -> Episode {
    guard !script.sentences.isEmpty else { throw VoiceFailure("there is nothing to say") }
    if case .espeak(let name) = voice { try await checkEspeak(name) }
    let waves = try await waves(script.sentences, voice)
    var samples: [Int16] = []
    var cues: [(start: Int, end: Int, sentence: SpokenScript.Sentence)] = []
    var rate = 0
    for (sentence, wave) in zip(script.sentences, waves) {
      if rate == 0 {
        rate = wave.rate
        if hasOpening { samples += Opening.samples(rate: rate) }
      }
      guard wave.rate == rate else {
        throw VoiceFailure("it changed its sample rate from \(rate) to \(wave.rate) Hz")
      }
      let silence = (cues.isEmpty ? Self.margin : Self.pause) * rate / 1_000
      samples += [Int16](repeating: 0, count: silence)
      let start = samples.count
      samples += wave.samples
      cues.append((start, samples.count, sentence))
    }
    samples += [Int16](repeating: 0, count: Self.margin * rate / 1_000)
    let wave = Loudness.normalized(Waveform(samples: samples, rate: rate))
    let spoken = cues.map {
      Episode.Cue(
        start: $0.start * 1_000 / rate, end: $0.end * 1_000 / rate, text: $0.sentence.shown,
        speaker: $0.sentence.speaker)
    }
    let isTalk = script.sentences.contains { $0.speaker == .guest }
    return Episode(
      cues: spoken, duration: samples.count * 1_000 / rate,
      voice: isTalk ? "\(voice.name) and \(voice.partner)" : voice.name,
      mp3: try MP3Encoder.encode(wave))
  }

  /// One a sentence; the guest of a talk has another voice than the host.
  private func waves(_ sentences: [SpokenScript.Sentence], _ voice: Voice) async throws(VoiceFailure)
    -> [Waveform]
  {
    var waves: [Waveform] = []
    switch voice {
    case .flite(let voice):
      for sentence in sentences {
        waves.append(try (sentence.speaker == .guest ? voice.partner : voice).speak(sentence.spoken))
      }
      return waves
    case .neural(let voice): waves = try await voice.speak(sentences.map(\.spoken))
    case .server(let server):
      for sentence in sentences { waves.append(try RIFF.read(server.speak(sentence.spoken))) }
    case .espeak(let name):
      for sentence in sentences { waves.append(try await espeak(sentence.spoken, name)) }
    }
    return zip(sentences, waves).map { sentence, wave in
      sentence.speaker == .guest ? wave.pitched(by: Self.secondPitch) : wave
    }
  }

  /// espeak-ng speaks with a voice of its own choice when it doesn't know the name: the list tells.
  private func checkEspeak(_ voice: String) async throws(VoiceFailure) {
    do {
      let result = try await Subprocess.run(
        .name(espeakProgram), arguments: ["--voices"], input: .none, output: .string(limit: 1 << 20),
        error: .discarded)
      let known = result.standardOutput.split(separator: "\n").dropFirst().contains { line in
        line.split(separator: " ").dropFirst().contains { $0 == voice }
      }
      guard known else {
        throw VoiceFailure("espeak-ng has no voice '\(voice)'; 'espeak-ng --voices' lists them")
      }
    } catch let failure as VoiceFailure {
      throw failure
    } catch {
      throw VoiceFailure(
        "espeak-ng could not be run; install it (apt-get install espeak-ng) or set voice.engine: flite")
    }
  }

  /// Text as an argument, RIFF on standard output: no file to leave behind, and no pipe to write to, which would end
  /// this process if the voice ended before it has read its text.
  private func espeak(_ text: String, _ voice: String) async throws(VoiceFailure) -> Waveform {
    do {
      let result = try await Subprocess.run(
        .name(espeakProgram), arguments: ["--stdout", "-v", voice, "-s", "160", "--", text],
        input: .none, output: .bytes(limit: 64 << 20), error: .string(limit: 4_096))
      guard result.terminationStatus.isSuccess else {
        throw VoiceFailure("espeak-ng ended with \(result.terminationStatus)")
      }
      return try RIFF.read(result.standardOutput)
    } catch let failure as VoiceFailure {
      throw failure
    } catch {
      throw VoiceFailure(
        "espeak-ng could not be run; install it (apt-get install espeak-ng) or set voice.engine: flite")
    }
  }
}

/// RIFF/WAVE with 16-bit samples of one channel, as voices write it to a pipe: its sizes may be wrong.
enum RIFF {
  static func read(_ bytes: [UInt8]) throws(VoiceFailure) -> Waveform {
    guard bytes.count > 44, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8) else {
      throw VoiceFailure("it wrote no WAVE sound")
    }
    var offset = 12
    var rate = 0
    while offset + 8 <= bytes.count {
      let size = number(bytes, offset + 4, 4)
      let start = offset + 8
      if bytes[offset..<(offset + 4)].elementsEqual("fmt ".utf8), start + 16 <= bytes.count {
        guard number(bytes, start, 2) == 1, number(bytes, start + 2, 2) == 1,
          number(bytes, start + 14, 2) == 16
        else {
          throw VoiceFailure("its sound isn't 16-bit mono")
        }
        rate = number(bytes, start + 4, 4)
      } else if bytes[offset..<(offset + 4)].elementsEqual("data".utf8), rate > 0 {
        let end = min(bytes.count, size <= 0 || start + size > bytes.count ? bytes.count : start + size)
        let samples = stride(from: start, to: end - 1, by: 2).map {
          Int16(truncatingIfNeeded: number(bytes, $0, 2))
        }
        guard !samples.isEmpty else { throw VoiceFailure("it wrote no sound") }
        return Waveform(samples: samples, rate: rate)
      }
      offset = start + size + size % 2
    }
    throw VoiceFailure("it wrote no sound")
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}

extension Episode {
  /// With a tag in front that names it and its chapters.
  package func labelled(_ labels: Narrator.Labels) -> Episode {
    let tag = ID3Tag(
      title: labels.title.string, album: labels.album, artist: labels.artist, year: labels.year,
      comment: labels.page, cover: labels.cover, chapters: chapters, duration: duration)
    return Episode(cues: cues, duration: duration, voice: voice, mp3: tag.bytes + mp3)
  }
}
