import Bytes
import Compression

/// A file in blocks that end at line ends, so that no line is cut in two; memory stays that of a few blocks.
///
/// A file that begins as gzip or zstd do is read as what was compressed.
package struct LineBlocks: ~Copyable {
  private var blocks: PosixFile.Blocks
  private let path: String
  private var rest: [UInt8] = []
  private var isFirst = true
  private var decompressor: Decompressor?
  /// Compressed bytes that were read and not expanded yet.
  private var pending: ArraySlice<UInt8> = []
  /// Of decompressed bytes so far.
  private var expanded = 0
  private static let size = 1 << 20
  /// A line longer than this is cut.
  private static let longestLine = 8 << 20
  private static let compressedSize = 32 << 10
  /// A few bytes can be made to expand without an end: what they may become, at once and in all.
  private static let mostAtOnce = 128 << 20
  private static let mostExpanded = 64 << 30

  package init(_ path: String) throws(PosixFile.Failure) {
    blocks = try PosixFile.Blocks(path)
    self.path = path
  }

  package mutating func next() throws(PosixFile.Failure) -> [UInt8]? {
    while let block = try plain() {
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

  /// The next bytes, decompressed; nil at the end.
  private mutating func plain() throws(PosixFile.Failure) -> [UInt8]? {
    guard decompressor != nil || isFirst else { return try blocks.next(Self.size) }
    if isFirst {
      isFirst = false
      guard let head = try blocks.next(Self.size) else { return nil }
      guard let format = CompressionFormat(head[...]) else { return head }
      decompressor = Decompressor(format)
      pending = head[...]
    }
    if pending.isEmpty { pending = try blocks.next(Self.size)?[...] ?? [] }
    let part = Array(pending.prefix(Self.compressedSize))
    pending = pending.dropFirst(part.count)
    return try expand(part)
  }

  /// - Parameter part: compressed bytes; none at the end of the file.
  private mutating func expand(_ part: [UInt8]) throws(PosixFile.Failure) -> [UInt8]? {
    guard let decompressor else { return nil }
    var output: [UInt8] = []
    var isTooMuch = false
    do {
      if part.isEmpty { try decompressor.finish() }
      try decompressor.add(part) { block in
        if output.count < Self.mostAtOnce { output += block } else { isTooMuch = true }
      }
    } catch {
      throw PosixFile.Failure(path: path, reason: "\(error)")
    }
    expanded += output.count
    guard !isTooMuch, expanded <= Self.mostExpanded else {
      throw PosixFile.Failure(path: path, reason: "it expands to far more than a log would")
    }
    return part.isEmpty ? nil : output
  }
}
