package import Diagnostics

/// What changes from machine to machine: the environment's word over the file's.
package enum EnvironmentSettings {
  package static func apply(_ environment: [String: String], to settings: inout Settings) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let endpoint = value("LLM_ENDPOINT") {
      if endpoint.hasPrefix("http://") || endpoint.hasPrefix("https://") {
        settings.review.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
      } else {
        diagnostics.append(.error("LLM_ENDPOINT takes an address that begins with http:// or https://"))
      }
    }
    if let model = value("LLM_MODEL") { settings.review.model = model }
    if let key = value("LLM_API_KEY") { settings.review.apiKey = Secret(key) }
    if let voice = value("TTS_VOICE") { settings.voice.name = voice }
    if let cache = value("HINDCAST_CACHE") { settings.cache = cache }
    return diagnostics
  }
}
