/// JSON written by hand: keys in the order they are given, the same bytes for the same values.
package indirect enum JSONText: Sendable, Hashable {
  case string(String)
  case number(Int)
  /// Thousandths, written as a decimal number: 1500 as `1.500`.
  case thousandths(Int)
  case flag(Bool)
  case null
  case list([JSONText])
  case object([Field])

  package struct Field: Sendable, Hashable {
    let name: String
    let value: JSONText

    package init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// Two blanks a level, a line end behind the last brace.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(ASCII.newline)
    return bytes
  }

  /// The same on one line, with a line end behind it: a record of JSON lines.
  package var line: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: nil)
    bytes.append(ASCII.newline)
    return bytes
  }

  /// - Parameter depth: of the indentation, or nil for none.
  private func append(to bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .string(let text): Self.append(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .thousandths(let number):
      let rest = String(abs(number) % 1_000)
      bytes +=
        "\(number < 0 ? "-" : "")\(abs(number) / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
        .utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .list(let items):
      Self.append(items.count, "[", "]", to: &bytes, depth) { index, bytes in
        items[index].append(to: &bytes, depth: depth.map { $0 + 1 })
      }
    case .object(let fields):
      Self.append(fields.count, "{", "}", to: &bytes, depth) { index, bytes in
        Self.append(fields[index].name, to: &bytes)
        bytes += ": ".utf8
        fields[index].value.append(to: &bytes, depth: depth.map { $0 + 1 })
      }
    }
  }

  private static func append(
    _ count: Int, _ open: String, _ close: String, to bytes: inout [UInt8], _ depth: Int?,
    _ item: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      if index > 0 { bytes.append(0x2C) }
      if let depth {
        bytes.append(ASCII.newline)
        bytes += [UInt8](repeating: ASCII.space, count: 2 * depth + 2)
      } else if index > 0 {
        bytes.append(ASCII.space)
      }
      item(index, &bytes)
    }
    if count > 0, let depth {
      bytes.append(ASCII.newline)
      bytes += [UInt8](repeating: ASCII.space, count: 2 * depth)
    }
    bytes += close.utf8
  }

  /// `<`, `>` and `&` are escaped, so that the text may stand inside HTML too.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      case 9: bytes += "\\t".utf8
      case 0..<32, 0x3C, 0x3E, 0x26, 127: bytes += "\\u00\(Hex.string([byte]))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
