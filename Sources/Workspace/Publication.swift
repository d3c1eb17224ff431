package import Bytes
import Synchronization

/// A file of the site as a build left it.
package struct WrittenFile: Sendable, Hashable {
  /// From the site's root.
  package let path: String
  let status: PosixFile.Status
}

/// A site on its way to its folder: files come one by one from any thread, and nothing is visible before the end.
///
/// What differs from the old site is written to a staging folder at once, so that memory doesn't grow with the site.
package final class Publication: Sendable {
  private struct State {
    var paths: Set<String> = []
    /// Staged files by their number.
    var staged: [(number: Int, path: String)] = []
    var next = 0
    var unchanged = 0
    var checkedFolders: Set<String> = []
    var failure: WorkspaceError?
  }

  private let root: String
  private let old: Set<String>
  private let state = Mutex(State())

  init(root: String, old: Set<String>) {
    self.root = root
    self.old = old
    OutputTree.clear(staging)
  }

  private var staging: String { root + "/" + OutputTree.stagingName }

  /// Takes one file; compares it with what is there and stages it when it differs. After a failure it takes no more:
  /// `finish` says what went wrong.
  package func add(_ path: String, _ bytes: [UInt8]) {
    let (isWanted, unchecked) = state.withLock { state -> (Bool, [String]) in
      guard state.failure == nil else { return (false, []) }
      state.paths.insert(path)
      return (true, OutputTree.folders(of: path).filter { !state.checkedFolders.contains($0) })
    }
    guard isWanted else { return }
    do throws(WorkspaceError) {
      for folder in unchecked {
        let kind = PosixFile.status(root + "/" + folder)?.kind
        guard kind == nil || kind == .folder else { throw OutputTree.foreign(root + "/" + folder) }
        state.withLock { _ = $0.checkedFolders.insert(folder) }
      }
      if try isUnchanged(path, bytes) {
        state.withLock { $0.unchanged += 1 }
      } else {
        try stage(path, bytes)
      }
    } catch {
      state.withLock { if $0.failure == nil { $0.failure = error } }
    }
  }

  /// Leaves files as an earlier build wrote them.
  ///
  /// - Returns: false, with nothing done, when one of them isn't as that build left it.
  package func keep(_ files: [WrittenFile]) -> Bool {
    let isAsLeft = files.allSatisfy { file in
      old.contains(file.path) && isInPlace(file.path)
        && PosixFile.status(root + "/" + file.path) == file.status
    }
    guard isAsLeft else { return false }
    state.withLock { state in
      for file in files { state.paths.insert(file.path) }
      state.unchanged += files.count
    }
    return true
  }

  /// Whether the folders that the file stands in are folders, and no link out of the site.
  private func isInPlace(_ path: String) -> Bool {
    guard let slash = path.utf8.lastIndex(of: ASCII.slash) else { return true }
    let home = String(path[..<slash])
    if state.withLock({ $0.checkedFolders.contains(home) }) { return true }
    let folders = OutputTree.folders(of: path)
    guard folders.allSatisfy({ PosixFile.status(root + "/" + $0)?.kind == .folder }) else { return false }
    state.withLock { $0.checkedFolders.formUnion(folders) }
    return true
  }

  /// All files that the new site has so far, in any order.
  package var paths: [String] { state.withLock { Array($0.paths) } }

  /// Whether the new site has a file of this path so far.
  package func has(_ path: String) -> Bool { state.withLock { $0.paths.contains(path) } }

  private func isUnchanged(_ path: String, _ bytes: [UInt8]) throws(WorkspaceError) -> Bool {
    let full = root + "/" + path
    guard let status = PosixFile.status(full) else { return false }
    guard status.kind == .file else { throw OutputTree.foreign(full) }
    if status.size == bytes.count, (try? PosixFile.read(full)) == bytes { return true }
    guard old.contains(path) else { throw OutputTree.foreign(full) }
    return false
  }

  private func stage(_ path: String, _ bytes: [UInt8]) throws(WorkspaceError) {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    do {
      try PosixFile.makeFolder(staging)
      try PosixFile.create(staging + "/\(number)", bytes)
    } catch {
      throw OutputTree.unwritten(error)
    }
    state.withLock { $0.staged.append((number, path)) }
  }

  /// Puts everything in its place, or nothing.
  package func finish() throws(WorkspaceError) -> OutputTree.Changes {
    let done = state.withLock { $0 }
    if let failure = done.failure {
      abandon()
      throw failure
    }
    let gone = old.subtracting(done.paths).filter { PosixFile.status(root + "/" + $0) != nil }.sorted()
    let listing = OutputTree.listing(done.paths)
    let manifest = root + "/" + OutputTree.manifestName
    var changes = OutputTree.Changes()
    changes.unchanged = done.unchanged
    guard !done.staged.isEmpty || !gone.isEmpty || (try? PosixFile.read(manifest)) != listing else {
      return changes
    }
    do {
      try PosixFile.makeFolder(root)
      // Both lists at once: a process killed in the middle leaves no file of ours that the next one doesn't know.
      try PosixFile.replace(manifest, OutputTree.listing(old.union(done.paths)))
      var made: Set<String> = []
      for (number, path) in done.staged.sorted(by: { $0.path < $1.path }) {
        if let folder = OutputTree.folders(of: path).last, made.insert(folder).inserted {
          try PosixFile.makeFolder(root + "/" + folder)
        }
        try PosixFile.rename(staging + "/\(number)", to: root + "/" + path)
      }
      PosixFile.removeEmptyFolder(staging)
      for path in gone { OutputTree.remove(path, root: root) }
      try PosixFile.replace(manifest, listing)
    } catch {
      abandon()
      throw OutputTree.unwritten(error)
    }
    changes.written = done.staged.count
    changes.removed = gone.count
    return changes
  }

  /// Forgets what was staged; the old site is as it was.
  package func abandon() {
    OutputTree.clear(staging)
  }
}

extension WrittenFile {
  package func write(to sheet: inout BinaryWriter) {
    sheet.add(path)
    sheet.add(status.size)
    sheet.add(status.changed)
    sheet.add(Int(bitPattern: status.inode))
  }

  package init(from reader: inout BinaryReader) {
    path = reader.text()
    status = PosixFile.Status(
      kind: .file, size: reader.number(), changed: reader.number(), inode: UInt(bitPattern: reader.number()))
  }
}
