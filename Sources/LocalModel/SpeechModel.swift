import FoundationEssentials

/// A voice behind an OpenAI-compatible endpoint: Kokoro-FastAPI, Speaches, LocalAI.
package struct SpeechModel: Sendable, Hashable {
  private let endpoint: Endpoint
  private let model: String
  private let voice: String

  package init(_ endpoint: Endpoint, model: String, voice: String) {
    self.endpoint = endpoint
    self.model = model
    self.voice = voice
  }

  /// A WAVE sound. Blocks.
  package func speech(_ text: String) throws(ModelFailure) -> [UInt8] {
    struct Question: Encodable {
      let model: String
      let voice: String
      let input: String
      let response_format = "wav"
    }
    guard let body = try? JSONEncoder().encode(Question(model: model, voice: voice, input: text)) else {
      throw ModelFailure(.broken, "the request can't be written as JSON")
    }
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/audio/speech", body: Array(body), connectSeconds: 5, stallSeconds: 60,
        totalSeconds: 300))
    guard response.status == 200 else {
      throw ModelFailure(
        .status(response.status, retryAfter: nil),
        "\(endpoint.shown) answered \(response.status) to a request to speak")
    }
    return response.body
  }
}
