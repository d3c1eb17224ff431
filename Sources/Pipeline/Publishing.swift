import Bytes
import Diagnostics
import Portal
import Settings
import Synchronization
import Workspace

/// Makes the files of the site that show something new, and leaves the others alone.
struct Publishing: Sendable {
  struct Published: Sendable {
    let changes: OutputTree.Changes
    /// As the next build may find them.
    let parts: [Snapshot.Part]
    /// All files of the site.
    let files: [WrittenFile]
    let diagnostics: [Diagnostic]
  }

  private let request: BuildRequest
  private let prepared: Preparation
  private let reading: Reading

  init(_ request: BuildRequest, _ prepared: Preparation, _ reading: Reading) {
    self.request = request
    self.prepared = prepared
    self.reading = reading
  }

  /// - Returns: nil, with the old site as it was, when an incident isn't what the snapshot says of it.
  func run(
    _ snapshot: Snapshot, to site: String, _ workers: Workers
  ) async throws(WorkspaceError) -> Published? {
    let tree = OutputTree(root: site)
    let publication = tree.begin()
    request.progress(.writing)
    let feed = FeedMaker(request.settings, reading.cards, reading.index)
    let portal = portal(reading.cards)
    let parts = assets() + feed.parts() + portal.parts()
    let planned = await workers.map(Self.chunks(parts), width: request.jobs) { chunk in
      chunk.map { part -> Planned in
        let digest = digest(part)
        guard let digest, let known = snapshot.parts[part.name], known.digest == digest,
          publication.keep(known.files)
        else { return Planned(digest: digest, kept: nil) }
        return Planned(digest: digest, kept: known)
      }
    }.flatMap(\.self)
    let made = await workers.map(
      parts.indices.filter { planned[$0].kept == nil }, width: request.jobs
    ) { number -> (number: Int, paths: [String])? in
      guard let files = await files(parts[number], portal, feed) else { return nil }
      for file in files { publication.add(file.path, file.bytes) }
      return (number, files.map(\.path))
    }
    guard made.allSatisfy({ $0 != nil }) else {
      publication.abandon()
      return nil
    }
    let paths = publication.paths
    let last = parts.flatMap { part -> [SiteFile] in
      if case .contents(let make) = part.content { make(paths) } else { [] }
    }
    for file in last { publication.add(file.path, file.bytes) }
    let unlinked = TemplateLinks.broken(in: prepared.templateFiles) { publication.has($0) }
    let changes = try publication.finish()
    var left = planned.compactMap(\.kept)
    var standing = left.flatMap(\.files) + last.compactMap { tree.written($0.path) }
    for case let (number, paths)? in made {
      let written = paths.compactMap(tree.written)
      standing += written
      if let digest = planned[number].digest {
        left.append(Snapshot.Part(name: parts[number].name, digest: digest, files: written))
      }
    }
    return Published(
      changes: changes, parts: left, files: standing,
      diagnostics: unlinked.map {
        .warning(
          "a link leads to '\($0.target)', which this site doesn't have",
          at: SourceLocation("templates/\($0.file)", line: $0.line))
      })
  }

  private struct Planned: Sendable {
    /// Of all that the part shows; nil where that can't be told, and the part is made in any case.
    let digest: Digest?
    /// As the last build made it, where nothing changed.
    let kept: Snapshot.Part?
  }

  /// So many that handing them out costs little, and so few that no thread ends long before the others.
  private static func chunks(_ parts: [SitePart]) -> [[SitePart]] {
    stride(from: 0, to: parts.count, by: 256).map { Array(parts[$0..<min($0 + 256, parts.count)]) }
  }

  private func digest(_ part: SitePart) -> Digest? {
    switch part.content {
    case .shared: return part.digest()
    case .contents: return nil
    case .incident(let slug):
      guard let source = reading.source(of: slug) else { return nil }
      var sheet = BinaryWriter()
      sheet.add(source)
      sheet.add(part.digest())
      return Digest(of: sheet.bytes)
    }
  }

  /// - Returns: nil when an incident, read again, isn't what was known of it.
  private func files(_ part: SitePart, _ portal: Portal, _ feed: FeedMaker) async -> [SiteFile]? {
    switch part.content {
    case .shared(let make): return make()
    case .contents: return []
    case .incident(let slug):
      guard let number = reading.numbers[slug] else { return [] }
      var result = reading.results[number]
      if result.own == nil {
        let again = await prepared.analysis.analyze(reading.folder.entries[number], in: reading.folder)
        guard let card = again.card, card.isSame(as: result.card) else { return nil }
        result = again
      }
      guard let own = result.own else { return nil }
      return portal.files(of: own) + (result.episode.map { feed.files(of: slug, $0) } ?? [])
    }
  }

  private func assets() -> [SitePart] {
    ["style.css", "portal.js"].map { name in
      let bytes = prepared.templateFiles[name] ?? []
      return SitePart(name, Digest(of: bytes)) { [SiteFile(name, bytes)] }
    }
  }

  func portal(_ cards: [IncidentCard]) -> Portal {
    let site = request.settings.site
    let facts = SiteFacts(
      title: site.title, description: site.description, language: site.language, baseURL: site.baseURL,
      editURL: site.editURL, ledgerPath: reading.folder.ledgerPath,
      commit: reading.folder.state.head.map { String($0.prefix(12)) },
      version: request.version,
      styleDigest: Digest(of: prepared.templateFiles["style.css"] ?? []).short,
      scriptDigest: Digest(of: prepared.templateFiles["portal.js"] ?? []).short)
    return Portal(facts, prepared.templates, cards, reading.index, reading.plan)
  }
}
