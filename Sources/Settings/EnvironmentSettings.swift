package import Diagnostics

/// What changes from machine to machine: the environment's word over the file's.
package enum EnvironmentSettings {
  package static func apply(_ environment: [String: String], to settings: inout Settings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let endpoint = value("LLM_ENDPOINT") {
      let addresses = endpoint.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      if addresses.allSatisfy({ $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
        settings.review.endpoints = addresses.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      } else {
        diagnostics.append(
          .error("LLM_ENDPOINT takes addresses, parted by commas, that begin with http:// or https://"))
      }
    }
    if let model = value("LLM_MODEL") { settings.review.model = model }
    if let key = value("LLM_API_KEY") { settings.review.apiKey = Secret(key) }
    if let voice = value("TTS_VOICE") { settings.voice.name = voice }
    if let cache = value("HINDCAST_CACHE") { settings.cache = cache }
    return diagnostics
  }
}
