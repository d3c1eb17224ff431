import FoundationEssentials

/// What all questions to an OpenAI-compatible server have in common.
enum JSONRequest {
  /// The same question is the same bytes.
  static func body(_ question: some Encodable) throws(ModelFailure) -> [UInt8] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(question))
    } catch {
      throw ModelFailure(.broken, "the request can't be written as JSON: \(error)")
    }
  }

  /// An answer other than 200, with what the server says of it.
  static func refusal(_ response: HTTPTransfer.Response, of endpoint: Endpoint) -> ModelFailure {
    let said = line(response.body)
    return ModelFailure(
      .status(response.status, retryAfter: response.retryAfter),
      "\(endpoint.shown) answered \(response.status)\(said.isEmpty ? "" : ": \(said)")")
  }

  /// One line of what the server said, without control characters.
  static func line(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes.prefix(300)), as: UTF8.self)
      .unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
      .split(separator: " ").joined(separator: " ")
  }
}
