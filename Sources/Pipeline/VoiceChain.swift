import LocalModel
import Narration
import Settings

/// Which voices speak, in order: when one fails, the next one does.
struct VoiceChain {
  let voices: [Narrator.Voice]

  init(_ settings: Settings.Voice, isOffline: Bool) {
    let flite = Narrator.Voice.flite(FliteVoice(rawValue: settings.name) ?? .rms)
    let isOwnName = FliteVoice(rawValue: settings.name) != nil
    let espeak = Narrator.Voice.espeak(voice: isOwnName ? "en-us" : settings.name)
    switch settings.engine {
    case .espeakNG: voices = [espeak, flite]
    case .server: voices = [Self.server(settings, isOffline)].compactMap(\.self) + [flite, espeak]
    case .auto, .flite, .none: voices = [flite, espeak]
    }
  }

  private static func server(_ settings: Settings.Voice, _ isOffline: Bool) -> Narrator.Voice? {
    guard let address = settings.endpoint else { return nil }
    let endpoint = Endpoint(
      address: address, reach: isOffline ? .nowhere : settings.allowsEgress ? .named : .loopback)
    let model = SpeechModel(endpoint, model: settings.model, voice: settings.name)
    return .server(
      SpeechServer(name: "\(settings.model) \(settings.name)") { (text) throws(VoiceFailure) in
        do {
          return try model.speech(text)
        } catch {
          throw VoiceFailure("\(error)")
        }
      })
  }
}
