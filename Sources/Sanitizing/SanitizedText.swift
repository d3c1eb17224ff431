/// Text that may be shown, prompted and spoken: no secret and no personal data is left in it.
///
/// Only Sanitizing makes one from raw text: the initializer is internal, so that leaking raw text to a model, a page,
/// the feed or the voice does not compile. Slicing and joining keep the promise.
package struct SanitizedText: Sendable, Hashable {
  package let string: String

  init(cleaned string: String) {
    self.string = string
  }

  package static let empty = SanitizedText(cleaned: "")

  package var isEmpty: Bool { string.isEmpty }
  package var utf8: String.UTF8View { string.utf8 }

  /// The part between two byte offsets; offsets inside a character move outward to its borders.
  package subscript(range: Range<Int>) -> SanitizedText {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return SanitizedText(cleaned: String(decoding: utf8[start..<end], as: UTF8.self))
  }

  /// Without blanks and tabs before it.
  package var trimmingBlanks: SanitizedText {
    let text = string.utf8.drop { $0 == 0x20 || $0 == 9 }
    return SanitizedText(cleaned: String(decoding: text, as: UTF8.self))
  }

  package static func joined(_ parts: [SanitizedText], separator: StaticString) -> SanitizedText {
    SanitizedText(cleaned: parts.map(\.string).joined(separator: "\(separator)"))
  }

  /// Lines without their ends.
  package var lines: [SanitizedText] {
    var parts = string.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      SanitizedText(cleaned: String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self))
    }
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }
}

extension SanitizedText: CustomStringConvertible {
  package var description: String { string }
}
