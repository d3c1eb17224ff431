/// A part of the text that must vanish.
struct Finding: Equatable {
  let range: Range<Int>
  /// What the placeholder calls it.
  let label: String
  /// Which finding wins where two overlap: the more certain one.
  let certainty: Certainty

  enum Certainty: Int, Comparable {
    /// Nothing but its own looks.
    case guess
    /// Read off a phrase or a neighbouring word.
    case phrase
    /// A form that little else has: an e-mail address, a private address, a check digit.
    case form
    /// The value of something that says it is secret.
    case assigned
    /// A published credential format.
    case format

    static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }
}
