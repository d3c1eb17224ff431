import Bytes
import Diagnostics
import Narration
import Sanitizing
package import Settings
package import Workspace

/// What can speak on this machine, and what is known of it.
package struct VoiceCatalogue: Sendable {
  private let settings: Settings
  private let cache: String

  /// - Parameter root: the folder that the cache's place is meant from.
  package init(_ settings: Settings, root: String) {
    self.settings = settings
    cache = Analysis.cache(settings, root: root).folder
  }

  /// Words of technical summaries that a recognizer gets wrong, as `make bench-voice` measured it: see docs/MEASURED.md.
  private static let misheard = [
    "heart": "3.8 %", "rms": "8.0 %", "slt": "9.8 %", "awb": "12.1 %", "kal16": "15.9 %", "en-us": "28.8 %",
    "en-gb": "33.0 %", "joe": "8.7 %", "kal_diphone": "13.6 %",
  ]

  /// A line a voice.
  package func table() async -> String {
    var rows = [["NAME", "ENGINE", "LANGUAGE", "LICENCE", "NETWORK", "MISHEARD"]]
    if VoiceChain.hasNeural(cache) {
      rows.append(["heart", "hibari (neural)", "en-US", "Apache-2.0", "no", Self.misheard["heart"] ?? "?"])
    }
    rows += FliteVoice.allCases.map { voice in
      [
        voice.rawValue, "flite (built in)", voice == .awb ? "en-GB (Scottish)" : "en-US", "BSD-like (CMU)",
        "no", Self.misheard[voice.rawValue] ?? "?",
      ]
    }
    rows += VoiceChain.piperVoices(cache: cache).map {
      [$0, "piper (neural)", "en-US", "GPL-3.0", "no", Self.misheard[$0] ?? "?"]
    }
    rows += await SystemVoice.english(.espeak).map {
      [$0, "espeak-ng", $0, "GPL-3.0", "no", Self.misheard[$0] ?? "?"]
    }
    rows += await SystemVoice.english(.festival).map {
      [$0, "festival", "en-US", "BSD-like (CMU)", "no", Self.misheard[$0] ?? "?"]
    }
    if VoiceChain.hasOnline(cache) {
      let voice = NeuralVoice.Engine.edge.standard
      rows.append([
        voice, "edge-tts (neural)", String(voice.prefix(5)), "Microsoft's terms", "Microsoft", "?",
      ])
    }
    if settings.voice.engine == .server, let endpoint = settings.voice.endpoint {
      rows.append([
        settings.voice.name ?? "alloy", "server, \(settings.voice.model)", "?", "?",
        settings.voice.allowsEgress ? endpoint : "this machine", "?",
      ])
    }
    return TextColumns.text(rows)
  }

  /// A text as MP3, read as an episode is: numbers, units and names in words.
  ///
  /// - Parameter text: nil for a technical sentence or two.
  package func sample(_ name: String, saying text: String? = nil) async throws(WorkspaceError) -> [UInt8] {
    var voice = settings.voice
    voice.name = name
    // A server and Microsoft's are asked where the settings name them; all others are known by their names.
    if FliteVoice(rawValue: name) != nil || ![.server, .edge].contains(voice.engine) { voice.engine = .auto }
    if await SystemVoice.english(.festival).contains(name) { voice.engine = .festival }
    let (book, _) = RuleBooks.make(settings)
    var sanitizer = Sanitizer(book)
    let text = sanitizer.clean(
      text
        ?? "At 14:24 UTC the p99 of checkout rose from 240 ms to 3.1 s. PostgreSQL refused 5,790 connections, and kubectl showed OOM kills. No load test had ever filled the pool."
    )
    let first = Array(VoiceChain(voice, cache: cache, isOffline: false).voices.prefix(1))
    let labels = Narrator.Labels(title: sanitizer.clean("Sample"), album: "hindcast", artist: name, year: nil)
    let lexicon = Lexicon(
      String(decoding: TemplateFiles.builtIn("lexicon.txt"), as: UTF8.self), path: "templates/lexicon.txt")
    let (episode, diagnostics) = await Narrator(first).narrate(SpokenScript(text, lexicon), labels)
    guard let episode else {
      throw WorkspaceError(
        diagnostics.first?.message ?? "the voice '\(name)' made no sound; 'hindcast voices' lists them")
    }
    return episode.mp3
  }
}
