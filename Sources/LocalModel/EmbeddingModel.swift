import FoundationEssentials

/// Meanings of short texts as vectors, by an OpenAI-compatible server.
package struct EmbeddingModel: Sendable, Hashable {
  package let endpoint: Endpoint
  package let name: String

  package init(_ endpoint: Endpoint, name: String) {
    self.endpoint = endpoint
    self.name = name
  }

  /// A vector for each text, in their order, all of one length and none of them zero. Blocks.
  package func vectors(_ texts: [String]) throws(ModelFailure) -> [[Float]] {
    struct Question: Encodable {
      let model: String
      let input: [String]
      let encoding_format = "float"
    }
    let body = try JSONRequest.body(Question(model: name, input: texts))
    let response = try HTTPTransfer.run(
      HTTPTransfer.Request(
        endpoint: endpoint, path: "/embeddings", body: body, connectSeconds: 5, stallSeconds: 60,
        totalSeconds: 300))
    guard response.status == 200 else { throw JSONRequest.refusal(response, of: endpoint) }
    return try vectors(response.body, count: texts.count)
  }

  private func vectors(_ bytes: [UInt8], count: Int) throws(ModelFailure) -> [[Float]] {
    struct Answer: Decodable {
      struct Item: Decodable {
        let index: Int
        let embedding: [Float]
      }
      let data: [Item]
    }
    func failure(_ reason: String) -> ModelFailure {
      ModelFailure(.notUnderstood, "\(endpoint.shown) answered \(reason)")
    }
    let items: [Answer.Item]
    do {
      items = try JSONDecoder().decode(Answer.self, from: Data(bytes)).data.sorted { $0.index < $1.index }
    } catch {
      throw failure("with no embeddings")
    }
    let length = items.first?.embedding.count ?? 0
    guard items.map(\.index) == Array(0..<count), (2...65_536).contains(length),
      items.allSatisfy({ item in
        item.embedding.count == length && item.embedding.allSatisfy(\.isFinite)
          && item.embedding.contains { $0 != 0 }
      })
    else { throw failure("with embeddings that don't fit the \(count) texts") }
    return items.map(\.embedding)
  }
}
