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
    let body = try JSONRequest.body(Question(model: model, voice: voice, input: text))
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/audio/speech", body: body, connectSeconds: 5, stallSeconds: 60,
        totalSeconds: 300))
    guard response.status == 200 else { throw JSONRequest.refusal(response, of: endpoint) }
    return response.body
  }
}
