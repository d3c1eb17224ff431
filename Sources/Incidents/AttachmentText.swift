package import Bytes

/// An attachment as lines of text: logs as they are, exports of known tools as one line an event.
package enum AttachmentText {
  /// Exports are read whole; larger JSON is taken as lines.
  package static let largestExport = 32 << 20

  /// Whether the file may be an export that has to be read whole.
  package static func isExport(path: String, size: Int) -> Bool {
    path.lowercased().hasSuffix(".json") && size <= largestExport
  }

  /// One line an event when the tool is known, else nil.
  package static func exportLines(_ raw: RawText) -> RawText? {
    guard let value = JSONValue(raw.unsealed()), let lines = AlertmanagerExport.lines(value) else {
      return nil
    }
    return RawText(Array(lines.joined(separator: "\n").utf8))
  }

  /// A block with its UTF-8 repaired; nil for one that is no text.
  package static func block(_ bytes: [UInt8], isFirst: Bool) -> RawText? {
    let repaired = UTF8Repair(bytes)
    if isFirst, repaired.isBinary { return nil }
    return RawText(repaired.bytes)
  }
}
