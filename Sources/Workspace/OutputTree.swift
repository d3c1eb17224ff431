import Bytes
import Diagnostics

/// The folder that the site is written to.
///
/// A manifest in it says which files are ours: only those are ever replaced or removed. New content is first written
/// beside the old; when something fails on the way, the old site stays as it was.
package struct OutputTree: Sendable {
  package struct Changes: Sendable, Hashable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  static let manifestName = ".hindcast-manifest"
  private let root: String

  package init(root: String) {
    self.root = root
  }

  /// Makes the tree hold exactly these files besides those that aren't ours.
  package func publish(_ files: [String: [UInt8]]) throws(WorkspaceError) -> Changes {
    let old = Set(manifest())
    var changes = Changes()
    var pending: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if let obstacle = obstacle(above: path) { throw foreign(obstacle) }
      let full = root + "/" + path
      switch PosixFile.status(full)?.kind {
      case nil: pending.append((path, bytes))
      case .file:
        let isSame = PosixFile.status(full)?.size == bytes.count && (try? PosixFile.read(full)) == bytes
        if isSame {
          changes.unchanged += 1
        } else if old.contains(path) {
          pending.append((path, bytes))
        } else {
          throw foreign(path)
        }
      case .folder, .link, .other: throw foreign(path)
      }
    }
    let gone = old.subtracting(files.keys).filter { PosixFile.status(root + "/" + $0) != nil }.sorted()
    let listing = Array((files.keys.sorted() + [""]).joined(separator: "\n").utf8)
    guard
      !pending.isEmpty || !gone.isEmpty || (try? PosixFile.read(root + "/" + Self.manifestName)) != listing
    else { return changes }
    do {
      try PosixFile.makeFolder(root)
      // Both lists at once: a process killed in the middle leaves no file of ours that the next one doesn't know.
      let both = Array((old.union(files.keys).sorted() + [""]).joined(separator: "\n").utf8)
      try PosixFile.replace(root + "/" + Self.manifestName, both)
      try write(pending)
      for path in gone { remove(path) }
      try PosixFile.replace(root + "/" + Self.manifestName, listing)
    } catch {
      let advice =
        error.isFull ? "the disk is full; free some space and build again" : "the site could not be written"
      throw WorkspaceError("\(advice), the old site stays as it was (\(error))")
    }
    changes.written = pending.count
    changes.removed = gone.count
    return changes
  }

  /// A file or a link where a folder of the site would be is someone else's; links could lead anywhere.
  private func checkFolders(of paths: [String]) throws(WorkspaceError) {
    var checked: Set<String> = []
    for path in paths {
      for folder in Self.folders(of: path) where checked.insert(folder).inserted {
        let kind = PosixFile.status(root + "/" + folder)?.kind
        guard kind == nil || kind == .folder else { throw foreign(folder) }
      }
    }
  }

  /// `a/b/c.html` lies in `a` and `a/b`.
  private static func folders(of path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  /// All to temporary names, then all renamed.
  private func write(_ pending: [(path: String, bytes: [UInt8])]) throws(PosixFile.Failure) {
    let staging = root + "/.hindcast-staging"
    clear(staging)
    try PosixFile.makeFolder(staging)
    var staged = 0
    do {
      for file in pending {
        try PosixFile.create(staging + "/\(staged)", file.bytes)
        staged += 1
      }
      for (index, file) in pending.enumerated() {
        let full = root + "/" + file.path
        if let slash = file.path.lastIndex(of: "/") {
          try PosixFile.makeFolder(root + "/" + file.path[..<slash])
        }
        try PosixFile.rename(staging + "/\(index)", to: full)
      }
    } catch {
      clear(staging)
      throw error
    }
    PosixFile.removeEmptyFolder(staging)
  }

  private func clear(_ staging: String) {
    // Our own name: a link or a file there is removed itself, never what it points at.
    if let kind = PosixFile.status(staging)?.kind, kind != .folder { return PosixFile.remove(staging) }
    guard PosixFile.status(staging)?.kind == .folder else { return PosixFile.remove(staging) }
    for name in PosixFile.names(in: staging) { PosixFile.remove(staging + "/" + name) }
    PosixFile.removeEmptyFolder(staging)
  }

  /// The first of the folders that a path names which is something else, as a file or a link that leads elsewhere.
  private func obstacle(above path: String) -> String? {
    let slashes = path.indices.filter { path[$0] == "/" }
    return slashes.lazy.map { String(path[..<$0]) }.first { folder in
      let kind = PosixFile.status(root + "/" + folder)?.kind
      return kind != nil && kind != .folder
    }
  }

  private func remove(_ path: String) {
    guard obstacle(above: path) == nil else { return }
    PosixFile.remove(root + "/" + path)
    var folder = path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      PosixFile.removeEmptyFolder(root + "/" + folder)
    }
  }

  /// Paths that an earlier build wrote; one that would leave the folder is no path of ours.
  private func manifest() -> [String] {
    guard let bytes = try? PosixFile.read(root + "/" + Self.manifestName) else { return [] }
    return bytes.split(separator: ASCII.newline).map { String(decoding: $0, as: UTF8.self) }
      .filter { path in
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
          && Self.folders(of: path).allSatisfy { PosixFile.status(root + "/" + $0)?.kind != .link }
      }
  }

  private func foreign(_ path: String) -> WorkspaceError {
    WorkspaceError(
      "this file was not written by hindcast and stands where the site would go; move it away or choose another folder with --site",
      at: SourceLocation(root + "/" + path))
  }
}
