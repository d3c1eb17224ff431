import Bytes
import Diagnostics
import Insights
import LocalModel
import Moments
import Settings
import Workspace

/// Asks the embedding server of the settings what the names of components mean; what it said once is kept.
struct EmbeddingStage {
  private let model: EmbeddingModel?
  private let cache: Cache
  private let audit: AuditTrail
  private let now: @Sendable () -> Moment
  /// Texts in one request.
  private static let batch = 64

  init(_ request: BuildRequest, _ cache: Cache) {
    let settings = request.settings.gaps
    model = settings.embeddingEndpoint.map { address in
      let reach: Endpoint.Reach = request.isOffline ? .nowhere : settings.allowsEgress ? .named : .loopback
      return EmbeddingModel(Endpoint(address: address, reach: reach), name: settings.embeddingModel)
    }
    self.cache = cache
    audit = AuditTrail(cache)
    now = request.now
  }

  /// - Parameter names: of components whose gaps may be the same.
  /// - Returns: nil without a server, without names to compare, or when it failed: names alone decide then.
  func likeness(of names: [String]) -> (ComponentLikeness?, [Diagnostic]) {
    guard let model, !names.isEmpty else { return (nil, []) }
    var vectors: [String: [Float]] = [:]
    for name in Set(names).union(ComponentLikeness.anchors) { vectors[name] = kept(name, model) }
    let missing = Set(names).union(ComponentLikeness.anchors).subtracting(vectors.keys).sorted()
    do {
      for start in stride(from: 0, to: missing.count, by: Self.batch) {
        let texts = Array(missing[start..<min(start + Self.batch, missing.count)])
        for (text, vector) in zip(texts, try ask(model, texts)) {
          vectors[text] = vector
          try cache.store(Self.bytes(vector), "embeddings", key(text, model))
        }
      }
      guard Set(vectors.values.map(\.count)).count == 1 else {
        return (
          nil,
          [
            .warning(
              "the embedding model '\(model.name)' gives vectors of another length than before; remove \(cache.folder)/embeddings and build again"
            )
          ]
        )
      }
      return (ComponentLikeness(vectors), [])
    } catch {
      return (nil, [.warning("gaps are matched by the names of components alone: \(error)")])
    }
  }

  /// A call is on record as a review's is, whether or not it was answered.
  private func ask(_ model: EmbeddingModel, _ texts: [String]) throws -> [[Float]] {
    var entry = AuditTrail.Entry(
      at: now(), call: "embeddings", subject: "\(texts.count) names of components",
      endpoint: model.endpoint.shown,
      model: model.name, prompt: Digest(of: texts.joined(separator: "\n")))
    do {
      let vectors = try model.vectors(texts)
      try audit.append(entry)
      return vectors
    } catch let failure as ModelFailure {
      entry.failure = failure.kind.name
      try audit.append(entry)
      throw failure
    }
  }

  private func key(_ name: String, _ model: EmbeddingModel) -> Digest {
    Digest(parts: [
      ("model", Array(model.name.utf8)), ("endpoint", Array(model.endpoint.address.utf8)),
      ("text", Array(name.utf8)),
    ])
  }

  private func kept(_ name: String, _ model: EmbeddingModel) -> [Float]? {
    guard let bytes = cache.entry("embeddings", key(name, model)), bytes.count >= 8, bytes.count % 4 == 0
    else {
      return nil
    }
    let vector = stride(from: 0, to: bytes.count, by: 4).map { start in
      Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) })
    }
    return vector.allSatisfy(\.isFinite) ? vector : nil
  }

  private static func bytes(_ vector: [Float]) -> [UInt8] {
    vector.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(8 * $0)) } }
  }
}
