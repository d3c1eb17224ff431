package import Bytes
package import Diagnostics
package import Incidents

/// The incidents as they stand in the working tree.
package struct IncidentFolder: Sendable {
  /// Longer narratives are no narratives; logs belong beside an `incident.md`.
  package static let longestNarrative = 8 << 20

  private let git: Git
  package let root: String
  private let folder: String
  /// Where `gaps.yaml` stands or would stand, from the repository's root.
  package let ledgerPath: String
  package let entries: [IncidentLayout.Entry]
  package let slugs: [String: Slug]
  package let histories: [String: History]
  package let state: FolderState
  package let diagnostics: [Diagnostic]

  package static func read(
    _ git: Git, root: String, folder: String, ignore: [String], includesUntracked: Bool, _ state: FolderState,
    _ cache: Cache? = nil
  ) async throws(WorkspaceError) -> IncidentFolder {
    let folder = plain(folder)
    guard PosixFile.status(root + "/" + folder)?.kind == .folder else {
      throw WorkspaceError(
        "there is no folder '\(folder)' in \(root); make one and commit an incident (a Markdown file) into it, or name another with --incidents"
      )
    }
    var paths = state.tracked.map(\.path)
    if includesUntracked { paths += state.untracked }
    let ledgerPath = (folder == "." ? "" : folder + "/") + GapLedgerFile.name
    paths.removeAll { $0 == ledgerPath }
    let layout = IncidentLayout(paths, folder: folder, ignore: ignore)
    let (slugs, problems) = layout.slugs()
    var histories: [String: History] = [:]
    if let head = state.head { histories = try await GitHistory.read(git, below: folder, head, cache).files }
    var diagnostics = layout.skipped + problems
    let drafts =
      includesUntracked ? [] : IncidentLayout(state.untracked, folder: folder, ignore: ignore).entries
    if !drafts.isEmpty {
      diagnostics.append(
        .note(
          "\(drafts.count) \(drafts.count == 1 ? "file isn't" : "files aren't") in Git yet and left out (first: \(SourceLocation(drafts[0].path))); 'git add' or --include-untracked brings them in"
        ))
    }
    return IncidentFolder(
      git: git, root: root, folder: folder, ledgerPath: ledgerPath, entries: layout.entries, slugs: slugs,
      histories: histories, state: state, diagnostics: diagnostics)
  }

  /// `./incidents/` as Git writes it: `incidents`.
  static func plain(_ folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// Of all that an incident is read from; nil where only reading it tells.
  package func digest(of entry: IncidentLayout.Entry) -> Digest? {
    guard let slug = slugs[entry.path],
      let files = state.digest(
        of: [entry.path] + [entry.review].compactMap(\.self) + entry.attachments, histories)
    else { return nil }
    var sheet = BinaryWriter()
    sheet.add(files)
    sheet.add(entry.name)
    sheet.add(slug.description)
    return Digest(of: sheet.bytes)
  }

  /// The address that the incident had under the path it was first committed as.
  package func formerSlug(_ entry: IncidentLayout.Entry) -> Slug? {
    guard let first = histories[entry.path]?.firstPath, first != entry.path else { return nil }
    let former = IncidentLayout([first], folder: folder, ignore: []).entries.first
    let slug = former.map { Slug($0.name.split(separator: "/").last.map(String.init) ?? $0.name) }
    return slug == slugs[entry.path] ? nil : slug
  }

  /// What became of the gaps, when someone wrote it down; also before it is committed, as people try it out.
  package func ledger() -> (file: GapLedgerFile?, diagnostics: [Diagnostic]) {
    switch check(ledgerPath) {
    case .gone: return (nil, [])
    case .refused(let reason): return (nil, [.error(reason, at: SourceLocation(ledgerPath))])
    case .file:
      do {
        let (file, diagnostics) = GapLedgerFile.read(
          try PosixFile.read(root + "/" + ledgerPath, limit: 4 << 20), path: ledgerPath)
        return (file, diagnostics)
      } catch {
        return (nil, [.error("not readable: \(error)", at: SourceLocation(ledgerPath))])
      }
    }
  }

  /// The review that people accepted, where there is one.
  package func review(
    _ entry: IncidentLayout.Entry
  ) async -> (review: AcceptedReview?, diagnostics: [Diagnostic]) {
    guard let path = entry.review else { return (nil, []) }
    let location = SourceLocation(path)
    switch check(path) {
    case .gone: return (nil, [])
    case .refused(let reason): return (nil, [.error(reason, at: location)])
    case .file:
      do {
        let bytes = try PosixFile.read(root + "/" + path, limit: Self.longestNarrative)
        return (AcceptedReview(path: path, bytes: bytes, history: try await signed(path)), [])
      } catch {
        return (nil, [.error("not readable: \(error)", at: location)])
      }
    }
  }

  /// What Git knows of a file, with who made the last change.
  private func signed(_ path: String) async throws(WorkspaceError) -> History? {
    guard let history = histories[path], history.author == nil else { return histories[path] }
    return History(
      firstPath: history.firstPath, added: history.added, changed: history.changed,
      author: try await git.author(of: path))
  }

  /// Reads one incident's own text; attachments are read later, block by block.
  package func file(_ entry: IncidentLayout.Entry) -> (file: IncidentFile?, diagnostics: [Diagnostic]) {
    let location = SourceLocation(entry.path)
    switch check(entry.path) {
    case .gone: return (nil, [])
    case .refused(let reason): return (nil, [.error(reason, at: location)])
    case .file(let size):
      guard size <= Self.longestNarrative else {
        return (
          nil,
          [
            .error(
              "\(size >> 20) MiB is more than a narrative may have (\(Self.longestNarrative >> 20) MiB); make a folder with an incident.md and put the log beside it",
              at: location)
          ]
        )
      }
      do {
        let bytes = try PosixFile.read(root + "/" + entry.path)
        if bytes.prefix(8_000).contains(0) {
          return (nil, [.error("this is a binary file; an incident is text", at: location)])
        }
        guard bytes.contains(where: { !ASCII.isSpace($0) }) else {
          return (nil, [.warning("the file is empty; left out", at: location)])
        }
        let (attachments, problems) = attachments(of: entry)
        let file = IncidentFile(
          path: entry.path, name: entry.name, text: RawText(bytes), attachments: attachments,
          history: histories[entry.path])
        return (file, problems)
      } catch {
        return (nil, [.error("not readable: \(error)", at: location)])
      }
    }
  }

  private func attachments(of entry: IncidentLayout.Entry) -> ([AttachmentFile], [Diagnostic]) {
    var files: [AttachmentFile] = []
    var diagnostics: [Diagnostic] = []
    for path in entry.attachments {
      switch check(path) {
      case .gone: break
      case .refused(let reason): diagnostics.append(.warning(reason, at: SourceLocation(path)))
      case .file(let size): files.append(AttachmentFile(path: path, size: size))
      }
    }
    return (files, diagnostics)
  }

  private enum Check {
    case file(size: Int)
    case gone
    case refused(String)
  }

  /// A link may point anywhere inside the repository, and nowhere else.
  private func check(_ path: String) -> Check {
    let full = root + "/" + path
    guard let status = PosixFile.status(full) else { return .gone }
    switch status.kind {
    case .file, .link:
      guard let real = PosixFile.resolved(full) else {
        return .refused("the link points at nothing; left out")
      }
      guard let realRoot = PosixFile.resolved(root), real.hasPrefix(realRoot + "/") else {
        return .refused("the link leaves the repository; left out")
      }
      guard let target = PosixFile.status(real), target.kind == .file else {
        return .refused("not a regular file; left out")
      }
      return .file(size: target.size)
    case .folder, .other: return .refused("not a regular file; left out")
    }
  }
}
