/// Which names of components mean the same, by an embedding of each: `payments` and `payment processing`.
///
/// Any two short names are alike to most embedding models; what two names have beyond that tells. So the mean of names
/// that have nothing in common is taken off all vectors before they are compared.
package struct ComponentLikeness: Sendable {
  /// Names of components that have nothing in common.
  package static let anchors = [
    "checkout", "billing", "search", "inventory", "auth", "gateway", "catalogue", "ledger", "notify",
    "orders",
    "dns", "kafka", "redis", "postgres", "scheduler", "loyalty", "payments", "mail", "cdn", "wiki", "jenkins",
    "kubernetes", "website", "backup",
  ]

  /// The cosine from which on two names count as one. With multilingual-e5-small 16 pairs of different components reach
  /// 0.54 at most (`ingress` and `egress`), spellings of one component 0.6 to 0.9.
  private static let least: Float = 0.6
  /// Names in one family that another is compared with, so that the work grows no faster than the gaps.
  private static let mostCompared = 512
  /// Of length one.
  private let vectors: [String: [Float]]

  /// - Parameter vectors: of one length; of the anchors, and of names as `GapIndex.namesToCompare` gives them.
  package init(_ vectors: [String: [Float]]) {
    let anchors = Self.anchors.compactMap { vectors[$0] }
    let length = anchors.first?.count ?? 0
    guard anchors.count == Self.anchors.count, vectors.values.allSatisfy({ $0.count == length }) else {
      self.vectors = [:]
      return
    }
    let mean = (0..<length).map { index in
      anchors.reduce(Float(0)) { $0 + $1[index] / Float(anchors.count) }
    }
    self.vectors = vectors.compactMapValues { vector in
      let centred = zip(vector, mean).map { $0 - $1 }
      let norm = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return norm > 0 ? centred.map { $0 / norm } : nil
    }
  }

  /// The one that means the same, the most alike of several.
  func same(as component: GapComponent, among others: some Collection<GapComponent>) -> GapComponent? {
    guard let vector = vectors[component.name] else { return nil }
    var best: (component: GapComponent, cosine: Float)?
    for other in others.prefix(Self.mostCompared) {
      guard let candidate = vectors[other.name] else { continue }
      let cosine = zip(vector, candidate).reduce(0) { $0 + $1.0 * $1.1 }
      if cosine >= Self.least, cosine > best?.cosine ?? 0 { best = (other, cosine) }
    }
    return best?.component
  }
}
