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
  static let stagingName = ".hindcast-staging"
  let root: String

  package init(root: String) {
    self.root = root
  }

  /// Begins to replace the site; nothing is visible before `finish`.
  package func begin() -> Publication {
    Publication(root: root, old: Set(manifest()))
  }

  /// How a file of the site stands now; nil where there is none.
  package func written(_ path: String) -> WrittenFile? {
    guard let status = PosixFile.status(root + "/" + path), status.kind == .file else { return nil }
    return WrittenFile(path: path, status: status)
  }

  /// Makes the tree hold exactly these files besides those that aren't ours.
  package func publish(_ files: [String: [UInt8]]) throws(WorkspaceError) -> Changes {
    let publication = begin()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { publication.add(path, bytes) }
    return try publication.finish()
  }

  /// `a/b/c.html` lies in `a` and `a/b`.
  static func folders(of path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  /// Removes what an earlier build left half done.
  static func clear(_ staging: String) {
    // Our own name: a link or a file there is removed itself, never what it points at.
    guard PosixFile.status(staging)?.kind == .folder else { return PosixFile.remove(staging) }
    for name in PosixFile.names(in: staging) { PosixFile.remove(staging + "/" + name) }
    PosixFile.removeEmptyFolder(staging)
  }

  /// Removes a file of ours and the folders that it leaves empty, unless a link or a file stands where its folder was.
  static func remove(_ path: String, root: String) {
    let folders = folders(of: path)
    guard folders.allSatisfy({ PosixFile.status(root + "/" + $0)?.kind == .folder }) else { return }
    PosixFile.remove(root + "/" + path)
    for folder in folders.reversed() { PosixFile.removeEmptyFolder(root + "/" + folder) }
  }

  static func listing(_ paths: Set<String>) -> [UInt8] {
    Array((paths.sorted() + [""]).joined(separator: "\n").utf8)
  }

  /// Paths that an earlier build wrote; one that would leave the folder is no path of ours.
  func manifest() -> [String] {
    guard let bytes = try? PosixFile.read(root + "/" + Self.manifestName) else { return [] }
    var isOurs: [ArraySlice<UInt8>: Bool] = [:]
    return bytes.split(separator: ASCII.newline).filter { path in
      let folder = path[..<(path.lastIndex(of: ASCII.slash) ?? path.startIndex)]
      let name = path[folder.endIndex...]
      if name.elementsEqual("..".utf8) || name.elementsEqual("/..".utf8) { return false }
      if let isKnown = isOurs[folder] { return isKnown }
      let isInside = isInside(String(decoding: path, as: UTF8.self))
      isOurs[folder] = isInside
      return isInside
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && Self.folders(of: path).allSatisfy { PosixFile.status(root + "/" + $0)?.kind != .link }
  }

  static func foreign(_ path: String) -> WorkspaceError {
    WorkspaceError(
      "this file was not written by hindcast and stands where the site would go; move it away or choose another folder with --site",
      at: SourceLocation(path))
  }

  static func unwritten(_ error: PosixFile.Failure) -> WorkspaceError {
    let advice =
      error.isFull ? "the disk is full; free some space and build again" : "the site could not be written"
    return WorkspaceError("\(advice), the old site stays as it was (\(error))")
  }
}
