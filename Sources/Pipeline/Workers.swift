import Dispatch
import Synchronization

/// Threads for work that computes or blocks, apart from the few that Swift's own concurrency has.
final class Workers: TaskExecutor {
  private let queue = DispatchQueue(label: "hindcast.workers", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Results in the order of the items, with at most `width` of them under way.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], width: Int, _ transform: @escaping @Sendable (Item) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var next = 0
      func start() {
        guard next < items.count else { return }
        let (index, item) = (next, items[next])
        group.addTask(executorPreference: self) { (index, await transform(item)) }
        next += 1
      }
      for _ in 0..<max(1, width) { start() }
      while let (index, result) = await group.next() {
        results[index] = result
        start()
      }
      return results.compactMap { $0 }
    }
  }

  /// Each item once, in any order, each of `width` threads taking the next one that is left.
  func forEach<Item: Sendable>(
    _ items: [Item], width: Int, _ body: @escaping @Sendable (Item) -> Void
  ) async {
    let turns = Turns(count: items.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(width, items.count)) {
        group.addTask(executorPreference: self) {
          while let index = turns.next() { body(items[index]) }
        }
      }
    }
  }
}

/// Hands out each number below a count once.
private final class Turns: Sendable {
  private let taken = Atomic(0)
  private let count: Int

  init(count: Int) {
    self.count = count
  }

  func next() -> Int? {
    let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
