import Testing

@testable import Insights

@Suite("What the names of components mean") struct ComponentLikenessTests {
  /// All vectors lean the same way, as those of most models do.
  private static func vectors(_ own: [String: [Float]]) -> [String: [Float]] {
    var vectors = own
    for (index, anchor) in ComponentLikeness.anchors.enumerated() {
      var vector: [Float] = [10, 0, 0, 0, 0]
      vector[1 + index % 4] = index < 12 ? 0.1 : -0.1
      vectors[anchor] = vector
    }
    return vectors
  }

  private func same(_ vectors: [String: [Float]], as name: String, among others: [String]) -> String? {
    ComponentLikeness(Self.vectors(vectors)).same(
      as: GapComponent(id: name), among: others.map { GapComponent(id: $0) })?.id
  }

  @Test func isWhatIsLeftWithoutWhatAllNamesShare() {
    let vectors: [String: [Float]] = [
      "a": [10, 1, 0, 0, 0], "b": [10, 0.9, 0.3, 0, 0], "c": [10, 0, 1, 0, 0],
    ]
    // All three are alike by more than 0.99 as they come.
    #expect(same(vectors, as: "a", among: ["c", "b"]) == "b")
    #expect(same(vectors, as: "a", among: ["c"]) == nil)
  }

  @Test func theMostAlikeIsTaken() {
    let vectors: [String: [Float]] = [
      "a": [10, 1, 0, 0, 0], "b": [10, 1, 0.5, 0, 0], "c": [10, 1, 0.1, 0, 0],
    ]
    #expect(same(vectors, as: "a", among: ["b", "c"]) == "c")
  }

  @Test func withoutVectorsOrWithSomeOfAnotherLengthNothingIsAlike() {
    #expect(same([:], as: "a", among: ["b"]) == nil)
    #expect(same(["a": [10, 1, 0, 0, 0], "b": [10, 1]], as: "a", among: ["b"]) == nil)
    #expect(
      ComponentLikeness(["a": [1, 0], "b": [1, 0]]).same(
        as: GapComponent(id: "a"), among: [GapComponent(id: "b")]) == nil)
  }
}
