/// A file and, where known, a 1-based line in it.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let line: Int?

  package init(_ path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  package var description: String {
    let shown = path.isShowable ? path : path.escapedControls
    guard let line else { return shown }
    return "\(shown):\(line)"
  }
}

extension String {
  /// File names come from outside: a control character in one must not steer the reader's terminal.
  fileprivate var isShowable: Bool {
    !unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  fileprivate var escapedControls: String {
    String(
      unicodeScalars.map { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
      }.joined())
  }
}
