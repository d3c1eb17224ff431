package import Bytes
import Incidents

/// All that a build reads below the incidents folder, without reading what Git vouches for.
package struct FolderState: Sendable {
  let tracked: [Git.TrackedFile]
  let untracked: [String]
  /// The commit that the site is built from; nil before the first.
  package let head: String?
  /// By path: what stands for a file's content. Links and files that can't be read have nothing.
  private let contents: [String: String]
  /// Files that are in Git but not in the working tree.
  private let gone: Set<String>

  package static func read(
    _ git: Git, root: String, folder: String
  ) async throws(WorkspaceError) -> FolderState {
    let folder = IncidentFolder.plain(folder)
    let tracked = try await git.files(below: folder)
    let untracked = try await git.untracked(below: folder)
    var contents: [String: String] = [:]
    for file in tracked where !file.isLink { contents[file.path] = file.blob }
    let isSHA256 = tracked.first?.blob.utf8.count == 64
    var gone: Set<String> = []
    for path in Set(try await git.changed(below: folder) + untracked) {
      contents[path] = nil
      let full = root + "/" + path
      guard let status = PosixFile.status(full) else {
        gone.insert(path)
        continue
      }
      guard status.kind == .file, status.size <= 64 << 20, let bytes = try? PosixFile.read(full) else {
        continue
      }
      // Git's own name for it, so that a file stays the same one when it is committed as it is.
      contents[path] = GitBlob.id(of: bytes, isSHA256: isSHA256)
    }
    return FolderState(
      tracked: tracked, untracked: untracked, head: await git.head(), contents: contents, gone: gone)
  }

  /// Of everything; nil where only reading it all tells, because a link stands among the files.
  package var digest: Digest? {
    var sheet = BinaryWriter()
    sheet.add(head) { $0.add($1) }
    // 'git add' changes nothing but on which side a file stands.
    sheet.add(tracked.count)
    for path in tracked.map(\.path) + untracked {
      sheet.add(path)
      guard !gone.contains(path) else { continue }
      guard let content = contents[path] else { return nil }
      sheet.add(content)
    }
    return Digest(of: sheet.bytes)
  }

  /// Of some files and what Git's history says of them; nil where only reading them tells.
  func digest(of paths: [String], _ histories: [String: History]) -> Digest? {
    var sheet = BinaryWriter()
    for path in paths {
      sheet.add(path)
      guard !gone.contains(path) else { continue }
      guard let content = contents[path] else { return nil }
      sheet.add(content)
      sheet.add(histories[path]) { $1.write(to: &$0) }
    }
    return Digest(of: sheet.bytes)
  }
}
