import LocalModel
import Narration
import Settings

/// Which voices speak, in order: when one fails, the next one does.
struct VoiceChain {
  let voices: [Narrator.Voice]

  init(_ settings: Settings.Voice, isOffline: Bool) {
    let own = FliteVoice(rawValue: settings.name)
    let flite = Narrator.Voice.flite(own ?? .rms)
    let espeak = Narrator.Voice.espeak(voice: own == nil ? settings.name : "en-us")
    voices =
      switch settings.engine {
      case .espeakNG: [espeak, flite]
      case .server: [Self.server(settings, isOffline)].compactMap(\.self) + [flite, .espeak(voice: "en-us")]
      // A name that isn't flite's is one of espeak-ng's.
      case .auto where own == nil: [espeak, flite]
      case .auto, .flite, .none: [flite, .espeak(voice: "en-us")]
      }
  }

  private static func server(_ settings: Settings.Voice, _ isOffline: Bool) -> Narrator.Voice? {
    guard let address = settings.endpoint else { return nil }
    let endpoint = Endpoint(
      address: address, reach: isOffline ? .nowhere : settings.allowsEgress ? .named : .loopback)
    let model = SpeechModel(endpoint, model: settings.model, voice: settings.name)
    return .server(
      SpeechServer(name: "\(settings.model) \(settings.name)", address: endpoint.shown) {
        (text) throws(VoiceFailure) in
        do {
          return try model.speech(text)
        } catch {
          throw VoiceFailure("\(error)")
        }
      })
  }
}
