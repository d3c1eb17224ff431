/// The servers that a build may ask, used side by side.
///
/// Each answers so many questions at a time; one that doesn't answer at all is set aside and tried again later.
package actor ModelPool {
  private struct Server {
    let model: ChatModel
    var free: Int
    var restsUntil: ContinuousClock.Instant?
  }

  /// How long a server that failed is left alone while others answer.
  private static let rest = Duration.seconds(30)

  private var servers: [Server]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private let patience: Patience
  package nonisolated let models: [ChatModel]

  package init(_ models: [ChatModel], concurrency: Int, patience: Patience = Patience()) {
    self.models = models
    servers = models.map { Server(model: $0, free: max(1, concurrency)) }
    self.patience = patience
  }

  /// Asks the server with the most room; repeats what may go through later, at another server where there is one.
  ///
  /// - Parameter ask: blocks while the server answers.
  package nonisolated func ask<Answer: Sendable>(
    _ ask: (ChatModel) throws(ModelFailure) -> Answer
  ) async throws(ModelFailure) -> (answer: Answer, model: ChatModel) {
    var last = ModelFailure(.unreachable, "there is no model to ask")
    for attempt in 0..<patience.attempts {
      let (index, isFresh) = await take()
      let model = models[index]
      if attempt > 0, !isFresh {
        do {
          try await patience.wait(before: attempt, asked: last.retryAfter)
        } catch {
          await give(index, failed: false)
          throw last
        }
      }
      do {
        let answer = try ask(model)
        await give(index, failed: false)
        return (answer, model)
      } catch {
        await give(index, failed: error.mayPassElsewhere)
        last = error
        guard error.isPassing || (error.mayPassElsewhere && models.count > 1) else { throw error }
      }
    }
    throw last
  }

  /// A server with room, and whether it is one that hasn't failed of late.
  private func take() async -> (index: Int, isFresh: Bool) {
    while true {
      let now = ContinuousClock.now
      let awake = servers.indices.filter { servers[$0].restsUntil.map { $0 <= now } ?? true }
      // When all have failed, the one that has rested longest is as good as any.
      let candidates = awake.isEmpty ? Array(servers.indices) : awake
      let best = candidates.filter { servers[$0].free > 0 }.max {
        servers[$0].free != servers[$1].free ? servers[$0].free < servers[$1].free : $0 > $1
      }
      if let best {
        servers[best].free -= 1
        return (best, awake.contains(best) && servers[best].restsUntil == nil)
      }
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func give(_ index: Int, failed: Bool) {
    servers[index].free += 1
    servers[index].restsUntil = failed ? ContinuousClock.now + Self.rest : nil
    if !waiting.isEmpty { waiting.removeFirst().resume() }
  }
}
