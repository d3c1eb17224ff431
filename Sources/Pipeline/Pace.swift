import Synchronization

/// Counts what comes in of an answer and says how fast.
final class Pace: Sendable {
  private let name: String
  private let progress: @Sendable (Progress) -> Void
  private let start = ContinuousClock.now
  private let tokens = Atomic(0)

  init(_ name: String, _ progress: @escaping @Sendable (Progress) -> Void) {
    self.name = name
    self.progress = progress
  }

  func heard(_ more: Int) {
    let count = tokens.wrappingAdd(more, ordering: .relaxed).newValue
    let took = start.duration(to: .now)
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    progress(.answering(name: name, tokens: count, perSecond: seconds > 0 ? Double(count) / seconds : 0))
  }
}
