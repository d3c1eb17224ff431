import FoundationEssentials

/// A model behind an OpenAI-compatible endpoint: Ollama, llama.cpp, vLLM, LM Studio.
package struct ChatModel: Sendable, Hashable {
  package struct Message: Sendable, Hashable, Codable {
    package let role: String
    package let content: String

    package static func system(_ text: String) -> Message { Message(role: "system", content: text) }
    package static func user(_ text: String) -> Message { Message(role: "user", content: text) }
    package static func assistant(_ text: String) -> Message { Message(role: "assistant", content: text) }
  }

  package struct Question: Sendable {
    package let messages: [Message]
    package let temperature: Double
    package let maxTokens: Int
    package let seed: Int?
    /// JSON text of a `response_format`, or nil for free text.
    package let format: String?

    package init(
      _ messages: [Message], temperature: Double, maxTokens: Int, seed: Int? = nil, format: String? = nil
    ) {
      self.messages = messages
      self.temperature = temperature
      self.maxTokens = maxTokens
      self.seed = seed
      self.format = format
    }
  }

  package struct Answer: Sendable, Hashable {
    package var text: String
    package let promptTokens: Int?
    package let answerTokens: Int?
    /// The answer stopped because there was no more room for it, not because it was at its end.
    package let wasCut: Bool
    /// What the server says of the model's build, where it says so.
    package let fingerprint: String?
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

  /// Blocks until the whole answer is there; the answer is streamed, so that a server which says nothing for too long
  /// is given up however long a whole answer may take.
  ///
  /// - Parameter heard: called with the number of pieces, about one a token, as they come in.
  package func answer(
    _ question: Question, heard: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(ModelFailure) -> Answer {
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/chat/completions", body: body(question), connectSeconds: 10,
        stallSeconds: stallSeconds, totalSeconds: 0), heard: heard)
    guard response.status == 200 else { throw refusal(response) }
    let stream = EventStream(response.body)
    if let complaint = stream.complaint {
      throw ModelFailure(.notUnderstood, "\(endpoint.shown) gave up: \(JSONRequest.line(complaint.utf8))")
    }
    guard !stream.isForeign else {
      throw ModelFailure(
        .notUnderstood, "\(endpoint.shown) answered with something other than a chat completion")
    }
    guard stream.isWhole else {
      throw ModelFailure(.broken, "\(endpoint.shown) closed the connection in the middle of its answer")
    }
    return Answer(
      text: stream.text, promptTokens: stream.promptTokens, answerTokens: stream.answerTokens,
      wasCut: stream.finish == "length", fingerprint: stream.fingerprint)
  }

  private func body(_ question: Question) throws(ModelFailure) -> [UInt8] {
    var body = try JSONRequest.body(
      Body(
        model: name, messages: question.messages, temperature: question.temperature,
        max_tokens: question.maxTokens, seed: question.seed))
    if let format = question.format {
      body.removeLast()
      body += ",\"response_format\":\(format)}".utf8
    }
    return body
  }

  private func refusal(_ response: HTTPTransfer.Response) -> ModelFailure {
    if response.status == 400 || response.status == 413 {
      let said = JSONRequest.line(response.body)
      if let limit = ContextLimit(said) {
        return ModelFailure(
          .contextExceeded(tokens: limit.tokens), "\(endpoint.shown) has no room for the prompt: \(said)")
      }
    }
    return JSONRequest.refusal(response, of: endpoint)
  }

  private struct Body: Encodable {
    struct StreamOptions: Encodable { let include_usage = true }

    let model: String
    let messages: [Message]
    let temperature: Double
    let max_tokens: Int
    let seed: Int?
    let stream = true
    let stream_options = StreamOptions()
  }
}

/// A complaint that the prompt is longer than the server's context, and the size of that context where it tells.
private struct ContextLimit {
  let tokens: Int?

  init?(_ complaint: String) {
    let lowered = complaint.lowercased()
    guard lowered.contains("context"),
      ["exceed", "length", "maximum", "too long", "window", "size"].contains(where: lowered.contains)
    else { return nil }
    for mark in ["\"n_ctx\":", "context length is ", "context size (", "context window of "] {
      guard let start = lowered.split(separator: mark, maxSplits: 1).dropFirst().first else { continue }
      tokens = Int(start.drop { $0 == " " }.prefix { $0.isNumber })
      return
    }
    tokens = nil
  }
}
