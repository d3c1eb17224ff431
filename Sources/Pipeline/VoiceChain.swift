import LocalModel
import Narration
import Settings
import Workspace

/// Which voices speak, in order: when one fails, the next one does.
struct VoiceChain {
  let voices: [Narrator.Voice]

  /// - Parameter cache: the folder that `make neural-voice` sets the neural voice up in.
  init(_ settings: Settings.Voice, cache: String, isOffline: Bool) {
    let own = settings.name.flatMap(FliteVoice.init(rawValue:))
    let flite = Narrator.Voice.flite(own ?? .rms)
    let espeak = Narrator.Voice.espeak(voice: "en-us")
    let program = Self.neuralProgram(cache)
    func neural(_ name: String) -> Narrator.Voice { .neural(NeuralVoice(program: program, voice: name)) }
    voices =
      switch settings.engine {
      case .espeakNG: [.espeak(voice: own == nil ? settings.name ?? "en-us" : "en-us"), flite]
      case .server: [Self.server(settings, isOffline)].compactMap(\.self) + [flite, espeak]
      case .neural:
        [neural(own == nil ? settings.name ?? NeuralVoice.standard : NeuralVoice.standard), flite, espeak]
      case .flite, .none: [flite, espeak]
      case .auto:
        switch settings.name {
        // The best that is there.
        case nil: (Self.hasNeural(cache) ? [neural(NeuralVoice.standard)] : []) + [flite, espeak]
        case let name? where NeuralVoice.names.contains(name): [neural(name), flite, espeak]
        // A name that nobody else has is one of espeak-ng's.
        case let name? where own == nil: [.espeak(voice: name), flite]
        default: [flite, espeak]
        }
      }
  }

  static func hasNeural(_ cache: String) -> Bool { PosixFile.status(neuralProgram(cache)) != nil }

  private static func neuralProgram(_ cache: String) -> String { cache + "/voice/bin/python" }

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
