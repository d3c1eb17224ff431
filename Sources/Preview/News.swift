import Bytes

/// What the last build said, and how often there was one: pages ask for what comes after what they have seen.
package actor News {
  package struct State: Sendable {
    package let version: Int
    /// Messages of the last build that its author should see, one line each.
    package let messages: [String]

    /// For the script in the page; messages are shown as text, never as markup.
    var json: String {
      let fields: [JSONText.Field] = [
        .init("version", .number(version)), .init("messages", .list(messages.map { .string($0) })),
      ]
      return String(decoding: JSONText.object(fields).line, as: UTF8.self)
    }
  }

  private var state = State(version: 1, messages: [])
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextTicket = 0

  package init() {}

  package func publish(_ messages: [String]) {
    state = State(version: state.version + 1, messages: messages)
    for (_, continuation) in waiting { continuation.resume() }
    waiting = [:]
  }

  /// The state once it is newer than `version`, or as it is when that takes too long.
  func after(_ version: Int, for patience: Duration) async -> State {
    guard state.version <= version else { return state }
    let ticket = nextTicket
    nextTicket += 1
    let alarm = Task {
      try? await Task.sleep(for: patience)
      self.wake(ticket)
    }
    await withCheckedContinuation { waiting[ticket] = $0 }
    alarm.cancel()
    return state
  }

  private func wake(_ ticket: Int) {
    waiting.removeValue(forKey: ticket)?.resume()
  }
}
