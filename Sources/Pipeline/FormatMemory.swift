import Bytes
import LocalModel
import Moments
import Workspace

/// Which servers answer in Markdown whatever they are asked for: kept between builds, but not for good, because servers
/// learn.
struct FormatMemory: Sendable {
  private let cache: Cache
  private let now: @Sendable () -> Moment
  private static let days = 7

  init(_ cache: Cache, now: @escaping @Sendable () -> Moment) {
    self.cache = cache
    self.now = now
  }

  func takesOnlyMarkdown(_ model: ChatModel) -> Bool {
    guard let entry = cache.entry("formats", key(model)),
      let heard = Int(String(decoding: entry, as: UTF8.self))
    else { return false }
    return (0...Self.days).contains(today - heard)
  }

  func rememberMarkdown(_ model: ChatModel) {
    // Forgetting costs one refused request in the next build, nothing else.
    try? cache.store(Array("\(today)".utf8), "formats", key(model))
  }

  private var today: Int { now().date.dayNumber }

  private func key(_ model: ChatModel) -> Digest {
    Digest(parts: [("endpoint", Array(model.endpoint.address.utf8)), ("model", Array(model.name.utf8))])
  }
}
