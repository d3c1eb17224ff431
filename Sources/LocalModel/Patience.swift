/// How often a request is repeated that may go through later, and after which pauses.
package struct Patience: Sendable {
  let attempts: Int
  /// Between 0 and 1; spreads the repetitions of several clients.
  private let jitter: @Sendable () -> Double
  private let pause: @Sendable (Duration) async throws -> Void

  /// - Parameters:
  ///   - jitter: a number between 0 and 1, asked for anew at each pause.
  ///   - pause: waits; tests pass one that doesn't.
  package init(
    attempts: Int = 4, jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.attempts = attempts
    self.jitter = jitter
    self.pause = pause
  }

  /// Waits before attempt `number`, counted from 1: as long as the server asks for, else half a second doubled each
  /// time, up to twice that by jitter; a minute at most.
  func wait(before number: Int, asked: Int?) async throws {
    let base = asked.map { Double($0) } ?? 0.5 * Double(1 << min(number - 1, 6))
    try await pause(.milliseconds(Int(min(60, base * (1 + jitter())) * 1_000)))
  }
}
