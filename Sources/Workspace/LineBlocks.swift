import Bytes

/// A file in blocks that end at line ends, so that no line is cut in two; memory stays that of a few blocks.
package struct LineBlocks: ~Copyable {
  private var blocks: PosixFile.Blocks
  private var rest: [UInt8] = []
  private static let size = 1 << 20
  /// A line longer than this is cut.
  private static let longestLine = 8 << 20

  package init(_ path: String) throws(PosixFile.Failure) {
    blocks = try PosixFile.Blocks(path)
  }

  package mutating func next() throws(PosixFile.Failure) -> [UInt8]? {
    while let block = try blocks.next(Self.size) {
      rest += block
      guard let end = rest.lastIndex(of: ASCII.newline) else {
        if rest.count < Self.longestLine { continue }
        defer { rest = [] }
        return rest
      }
      let whole = Array(rest[...end])
      rest.removeSubrange(...end)
      return whole
    }
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return rest
  }
}
