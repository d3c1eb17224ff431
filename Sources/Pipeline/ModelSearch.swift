import Diagnostics
import LocalModel
import Settings

/// Asks the endpoints of the settings whether they have the model; those that do are used side by side.
struct ModelSearch {
  private let settings: Settings.Review
  private let isOffline: Bool

  init(_ settings: Settings.Review, isOffline: Bool) {
    self.settings = settings
    self.isOffline = isOffline
  }

  /// Blocks for two seconds an endpoint at most.
  func run() -> (models: [ChatModel], diagnostics: [Diagnostic]) {
    guard settings.engine != .playbook else { return ([], []) }
    var models: [ChatModel] = []
    var complaints: [String] = []
    for address in settings.endpoints {
      let reach: Endpoint.Reach = isOffline ? .nowhere : settings.allowsEgress ? .named : .loopback
      let endpoint = Endpoint(address: address, reach: reach, key: settings.apiKey?.revealed())
      let model = ChatModel(endpoint, name: settings.model, stallSeconds: settings.stallSeconds)
      do {
        let names = try model.available()
        // Ollama lists "llama3:latest" and answers to "llama3".
        if names.isEmpty
          || names.contains(where: { $0 == settings.model || $0.hasPrefix(settings.model + ":") })
        {
          models.append(model)
        } else {
          let known = names.prefix(5).joined(separator: ", ")
          complaints.append(
            "\(endpoint.shown) has no model '\(settings.model)' (it has \(known)); set review.model")
        }
      } catch {
        complaints.append("\(error)")
      }
    }
    guard models.isEmpty else { return (models, complaints.map { .note($0) }) }
    let reason = complaints.joined(separator: "; ")
    return settings.engine == .model
      ? ([], [.error(reason)]) : ([], [.note("no model, so the playbook reviews: \(reason)")])
  }
}
