import FoundationEssentials

/// A model behind an OpenAI-compatible endpoint: Ollama, llama.cpp, vLLM, LM Studio.
package struct ChatModel: Sendable {
  package struct Message: Sendable, Hashable, Codable {
    package let role: String
    package let content: String

    package static func system(_ text: String) -> Message { Message(role: "system", content: text) }
    package static func user(_ text: String) -> Message { Message(role: "user", content: text) }
  }

  package struct Answer: Sendable, Hashable {
    package let text: String
    package let promptTokens: Int?
    package let answerTokens: Int?
  }

  package let endpoint: Endpoint
  package let name: String
  private let stallSeconds: Int

  package init(_ endpoint: Endpoint, name: String, stallSeconds: Int) {
    self.endpoint = endpoint
    self.name = name
    self.stallSeconds = stallSeconds
  }

  /// Names of the models that the server has; the question takes two seconds at most. Blocks.
  package func available() throws(ModelFailure) -> [String] {
    struct Listing: Decodable {
      struct Model: Decodable { let id: String }
      let data: [Model]
    }
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/models", body: nil, connectSeconds: 2, stallSeconds: 2, totalSeconds: 2))
    guard response.status == 200 else { throw refusal(response) }
    guard let listing = try? JSONDecoder().decode(Listing.self, from: Data(response.body)) else {
      throw ModelFailure(
        .notUnderstood, "\(endpoint.shown) doesn't list models the way OpenAI-compatible servers do")
    }
    return listing.data.map(\.id)
  }

  /// Blocks until the whole answer is there. Repeats what may pass, twice, with a pause between.
  package func answer(
    _ messages: [Message], temperature: Double, maxTokens: Int, attempts: Int = 3
  ) async throws(ModelFailure) -> Answer {
    var last = ModelFailure(.broken, "no attempt was made")
    for attempt in 0..<max(1, attempts) {
      if attempt > 0 { try? await Task.sleep(for: .milliseconds(400 << attempt)) }
      do {
        return try exchange(messages, temperature, maxTokens)
      } catch {
        last = error
        guard error.isPassing else { throw error }
      }
    }
    throw last
  }

  private func exchange(_ messages: [Message], _ temperature: Double, _ maxTokens: Int) throws(ModelFailure)
    -> Answer
  {
    let body: Data
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      body = try encoder.encode(
        Question(
          model: name, messages: messages, temperature: temperature, max_tokens: maxTokens, stream: false))
    } catch {
      throw ModelFailure(.broken, "the request can't be written as JSON: \(error)")
    }
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/chat/completions", body: Array(body), connectSeconds: 10,
        stallSeconds: stallSeconds,
        totalSeconds: 0))
    guard response.status == 200 else { throw refusal(response) }
    guard let completion = try? JSONDecoder().decode(Completion.self, from: Data(response.body)),
      let choice = completion.choices.first, let text = choice.message.content
    else {
      throw ModelFailure(
        .notUnderstood, "\(endpoint.shown) answered with something other than a chat completion")
    }
    guard choice.finish_reason != "length" else {
      throw ModelFailure(
        .truncated,
        "\(name) used up its \(maxTokens) tokens before the answer was whole; raise review.max_output_tokens or the server's context"
      )
    }
    return Answer(
      text: text, promptTokens: completion.usage?.prompt_tokens,
      answerTokens: completion.usage?.completion_tokens)
  }

  /// One line of what the server said; what it says is shown without control characters.
  private func refusal(_ response: HTTPTransfer.Response) -> ModelFailure {
    let said = String(decoding: response.body.prefix(300), as: UTF8.self)
      .unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
      .split(separator: " ").joined(separator: " ")
    return ModelFailure(
      .status(response.status),
      "\(endpoint.shown) answered \(response.status)\(said.isEmpty ? "" : ": \(said)")")
  }

  private struct Question: Encodable {
    let model: String
    let messages: [Message]
    let temperature: Double
    let max_tokens: Int
    let stream: Bool
  }

  private struct Completion: Decodable {
    struct Choice: Decodable {
      struct Said: Decodable { let content: String? }
      let message: Said
      let finish_reason: String?
    }
    struct Usage: Decodable {
      let prompt_tokens: Int?
      let completion_tokens: Int?
    }
    let choices: [Choice]
    let usage: Usage?
  }
}
