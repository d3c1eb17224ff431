package import Diagnostics
package import Sanitizing
import Synchronization

/// Speaks a script with the first voice of a chain that can.
package struct Narrator: Sendable {
  package enum Voice: Sendable, Hashable {
    /// One of flite's own: `rms`, `slt`, `awb` or `kal16`.
    case flite(FliteVoice)
    /// A server that speaks: by its name, and what asks it for a WAVE sound.
    case server(SpeechServer)
    case neural(NeuralVoice)
    case system(SystemVoice)
    /// A voice that was asked for and may not speak, and why.
    case refused(name: String, reason: String)

    package var name: String {
      switch self {
      case .flite(let voice): voice.name
      case .server(let server): server.name
      case .neural(let voice): voice.name
      case .system(let voice): voice.name
      case .refused(let name, _): name
      }
    }

    /// Who answers in a talk.
    var partner: String {
      if case .flite(let voice) = self { voice.partner.rawValue } else { "itself, deeper" }
    }

    /// Where a text goes to be spoken, when it leaves this process for a server.
    package var address: String? {
      switch self {
      case .server(let server): server.address
      case .neural(let voice): voice.engine.address
      default: nil
      }
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
  private let absences = Absences()
  /// How deep the second voice of an engine with one voice is, beside the first.
  private static let secondPitch = 0.86
  /// Silence before the first and after the last sentence, and between two, in milliseconds.
  private static let margin = 300
  private static let pause = 350

  /// - Parameter hasOpening: whether two tones open an episode.
  package init(_ chain: [Voice], hasOpening: Bool = false) {
    self.chain = chain
    self.hasOpening = hasOpening
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
    /// Who was asked before and failed.
    package var failed: [Voice] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// - Parameter kept: what a voice said of this script in an earlier build.
  ///
  /// A voice that has failed several times is left out: none of a hundred episodes waits for a server that is gone.
  package func speak(_ script: SpokenScript, kept: (Voice) -> Episode? = { _ in nil }) async -> Speech {
    var speech = Speech()
    for (index, voice) in chain.enumerated() {
      if let episode = kept(voice) {
        (speech.episode, speech.voice, speech.wasKept) = (episode, voice, true)
        return speech
      }
      guard !absences.areMany(voice) else { continue }
      do {
        speech.episode = try await speak(script, voice)
        speech.voice = voice
        return speech
      } catch {
        speech.failed.append(voice)
        let next =
          chain.indices.contains(index + 1)
          ? "; \(chain[index + 1].name) speaks instead" : "; this incident has no audio"
        let last = absences.add(voice) ? ", and it isn't asked again in this build" : ""
        speech.diagnostics.append(.warning("the voice \(voice.name) failed: \(error)\(next)\(last)"))
      }
    }
    return speech
  }

  private func speak(_ script: SpokenScript, _ voice: Voice) async throws(VoiceFailure) -> Episode {
    guard !script.sentences.isEmpty else { throw VoiceFailure("there is nothing to say") }
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
    case .system(let voice): waves = try await voice.speak(sentences.map(\.spoken))
    case .refused(_, let reason): throw VoiceFailure(reason)
    }
    return zip(sentences, waves).map { sentence, wave in
      sentence.speaker == .guest ? wave.pitched(by: Self.secondPitch) : wave
    }
  }
}

/// How often each voice of a chain has failed.
private final class Absences: Sendable {
  private static let most = 3
  private let counts = Mutex<[Narrator.Voice: Int]>([:])

  func areMany(_ voice: Narrator.Voice) -> Bool { counts.withLock { $0[voice, default: 0] >= Self.most } }

  /// Whether that was once too often.
  func add(_ voice: Narrator.Voice) -> Bool {
    counts.withLock { counts in
      counts[voice, default: 0] += 1
      return counts[voice] == Self.most
    }
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
