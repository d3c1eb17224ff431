import Moments
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
    let seconds = start.duration(to: .now).inSeconds
    progress(.answering(name: name, tokens: count, perSecond: seconds > 0 ? Double(count) / seconds : 0))
  }
}
