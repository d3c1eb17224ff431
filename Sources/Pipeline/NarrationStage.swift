import Bytes
import Diagnostics
import FoundationEssentials
import Moments
import Narration
import Podcast
import Portal
import Sanitizing
import Settings
import Workspace

/// Speaks summaries, from the cache where text, voice and labels are the same.
struct NarrationStage: Sendable {
  struct Spoken: Sendable {
    let episode: Episode?
    let wasSpoken: Bool
    /// Not the voice that was asked for: it may speak the next time.
    var isProvisional = false
    var diagnostics: [Diagnostic] = []
  }

  /// What an episode says.
  enum Script {
    case summary(SanitizedText)
    case dialogue([(speaker: SpokenScript.Speaker, text: SanitizedText)])

    func spoken(_ lexicon: Lexicon) -> SpokenScript {
      switch self {
      case .summary(let text): SpokenScript(text, lexicon)
      case .dialogue(let turns): SpokenScript(turns: turns, lexicon)
      }
    }
  }

  private let narrator: Narrator
  private let lexicon: Lexicon
  private let cache: Cache
  private let audit: AuditTrail
  private let now: @Sendable () -> Moment
  private let album: String
  private let artist: String
  private let base: String?
  private let cover: [UInt8]?

  /// The names of the voices, the first choice first: some are there on one machine and not on another.
  var voices: [String] { narrator.chain.map(\.name) }

  init(_ request: BuildRequest, _ lexicon: Lexicon, _ cache: Cache) {
    let settings = request.settings
    narrator = Narrator(
      VoiceChain(settings.voice, cache: cache.folder, isOffline: request.isOffline).voices,
      hasOpening: settings.episode.hasOpening)
    self.lexicon = lexicon
    self.cache = cache
    audit = AuditTrail(cache)
    now = request.now
    album = settings.feed.title ?? settings.site.title
    artist = settings.feed.author
    base = settings.site.baseURL
    let cover = Cover(title: album, accent: settings.site.accent).png
    // A picture in every episode is welcome as long as it is small beside the sound.
    self.cover = cover.count <= 48 << 10 ? cover : nil
  }

  /// - Parameter onlyKept: speaks nothing new; what isn't in the cache has no audio this time.
  func speak(
    _ script: Script, _ title: SanitizedText, _ slug: Slug, year: Int?, _ location: SourceLocation,
    onlyKept: Bool
  ) async -> Spoken {
    let script = script.spoken(lexicon)
    // The sound is kept without its labels: a new address or title costs no new speech.
    let labels = Narrator.Labels(
      title: title, album: album, artist: artist, year: year,
      page: base.map { "\($0)/\(Address.incident(slug))" }, cover: cover)
    if onlyKept {
      let kept = narrator.chain.lazy.compactMap { voice in stored(key(script, voice)).map { (voice, $0) } }
        .first
      return Spoken(
        episode: kept?.1.labelled(labels), wasSpoken: false, isProvisional: kept?.0 != narrator.chain.first)
    }
    // Under the voice that spoke it: a stand-in doesn't take the place of one that is only away for the moment.
    let speech = await narrator.speak(script) { stored(key(script, $0)) }
    var diagnostics = speech.diagnostics.map { Diagnostic($0.severity, $0.message, at: location) }
    // Whom a text went to is on record whether or not a sound came back.
    for voice in speech.failed where voice.address != nil {
      diagnostics += note(nil, script, voice, slug, location)
    }
    if let episode = speech.episode, let voice = speech.voice, !speech.wasKept {
      diagnostics += store(episode, key(script, voice), location)
      diagnostics += note(episode, script, voice, slug, location)
    }
    return Spoken(
      episode: speech.episode?.labelled(labels), wasSpoken: speech.episode != nil && !speech.wasKept,
      isProvisional: speech.voice != narrator.chain.first, diagnostics: diagnostics)
  }

  /// A voice's call is on record as a model's is.
  private func note(
    _ episode: Episode?, _ script: SpokenScript, _ voice: Narrator.Voice, _ slug: Slug,
    _ location: SourceLocation
  ) -> [Diagnostic] {
    let text = script.sentences.map(\.spoken).joined(separator: "\n")
    do {
      try audit.append(
        AuditTrail.Entry(
          at: now(), call: "speech", subject: slug.description, endpoint: voice.address, model: voice.name,
          prompt: Digest(of: text), answer: episode.map { Digest(of: $0.mp3) },
          failure: episode == nil ? "no sound" : nil))
      return []
    } catch {
      return [.warning("its audio is missing from the audit trail: \(error)", at: location)]
    }
  }

  private struct Sheet: Codable {
    let cues: [Episode.Cue]
    let duration: Int
    let voice: String
  }

  /// A line of JSON, then the sound.
  private func stored(_ key: Digest) -> Episode? {
    guard let bytes = cache.entry("episodes", key), let end = bytes.firstIndex(of: ASCII.newline),
      let sheet = try? JSONDecoder().decode(Sheet.self, from: Data(bytes[..<end]))
    else { return nil }
    return Episode(
      cues: sheet.cues, duration: sheet.duration, voice: sheet.voice, mp3: Array(bytes[(end + 1)...]))
  }

  private func store(_ episode: Episode, _ key: Digest, _ location: SourceLocation) -> [Diagnostic] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let sheet = try encoder.encode(
        Sheet(cues: episode.cues, duration: episode.duration, voice: episode.voice))
      try cache.store(Array(sheet) + [ASCII.newline] + episode.mp3, "episodes", key)
      return []
    } catch {
      return [.warning("its audio could not be kept in the cache: \(error)", at: location)]
    }
  }

  private func key(_ script: SpokenScript, _ voice: Narrator.Voice) -> Digest {
    var parts: [(name: String, bytes: [UInt8])] = [
      ("narrator", Array(Narrator.version.utf8)), ("voice", Array(voice.name.utf8)),
      ("opening", [narrator.hasOpening ? 1 : 0]),
    ]
    for sentence in script.sentences {
      parts.append(("shown", Array(sentence.shown.utf8)))
      parts.append(("spoken", Array(sentence.spoken.utf8)))
      if let speaker = sentence.speaker { parts.append(("speaker", Array(speaker.rawValue.utf8))) }
    }
    return Digest(parts: parts)
  }
}
