@testable import Sanitizing

/// A text whose parts between ⟦ and ⟧ must vanish.
struct Marked {
  /// As it comes in.
  let plain: String
  /// As it must come out, with ◆ for each part that vanished.
  let expected: String
  let secrets: [String]

  init(_ text: String) {
    plain = text.filter { $0 != "⟦" && $0 != "⟧" }
    var expected = ""
    var secrets: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
      let secret = rest[rest.index(after: open)..<close]
      // What is removed leaves its line ends.
      expected += rest[..<open] + "◆" + secret.filter(\.isNewline)
      secrets.append(String(secret))
      rest = rest[rest.index(after: close)...]
    }
    self.expected = expected + rest
    self.secrets = secrets
  }
}

/// The whole sanitizer with its built-in rules.
enum Cleaning {
  static let book = RuleBook.make().book

  static func text(_ text: String) -> String {
    var sanitizer = Sanitizer(book)
    return sanitizer.clean(text).string
  }

  /// With ◆ for each placeholder.
  static func marked(_ text: String) -> String { withoutPlaceholders(Cleaning.text(text)) }

  static func withoutPlaceholders(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
      result += rest[..<open] + "◆"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
