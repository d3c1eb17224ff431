import Bytes
import LocalModel
import Workspace

/// Which servers answer in Markdown whatever they are asked for, kept between builds.
struct FormatMemory: Sendable {
  private let cache: Cache

  init(_ cache: Cache) {
    self.cache = cache
  }

  func takesOnlyMarkdown(_ model: ChatModel) -> Bool {
    cache.entry("formats", key(model)) == Array("markdown".utf8)
  }

  func rememberMarkdown(_ model: ChatModel) {
    // Forgetting costs one refused request in the next build, nothing else.
    try? cache.store(Array("markdown".utf8), "formats", key(model))
  }

  private func key(_ model: ChatModel) -> Digest {
    Digest(parts: [("endpoint", Array(model.endpoint.address.utf8)), ("model", Array(model.name.utf8))])
  }
}
