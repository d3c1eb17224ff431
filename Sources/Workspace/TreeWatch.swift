#if canImport(Glibc)
  private import Glibc
#endif

/// Sees that files below some places changed, by their sizes and times: it works on every file system, also those that
/// send no events.
package struct TreeWatch: Sendable {
  private let places: [String]
  private var seen: [String: Mark]

  private struct Mark: Hashable, Sendable {
    let size: Int
    let changed: Int
    let inode: UInt
  }

  /// - Parameter places: files and folders; those that aren't there count as empty.
  package init(_ places: [String]) {
    self.places = places
    seen = Self.look(places)
  }

  /// Paths that came, went or changed since the last call, sorted.
  package mutating func changes() -> [String] {
    let now = Self.look(places)
    defer { seen = now }
    guard now != seen else { return [] }
    let changed = now.filter { seen[$0.key] != $0.value }.map(\.key)
    return (changed + seen.keys.filter { now[$0] == nil }).sorted()
  }

  private static func look(_ places: [String]) -> [String: Mark] {
    var marks: [String: Mark] = [:]
    var pending = places
    while let path = pending.popLast() {
      guard let status = PosixFile.status(path) else { continue }
      if status.kind == .folder {
        for name in PosixFile.names(in: path) where name != ".git" { pending.append(path + "/" + name) }
      } else {
        marks[path] = Mark(size: status.size, changed: status.changed, inode: status.inode)
      }
    }
    return marks
  }
}
