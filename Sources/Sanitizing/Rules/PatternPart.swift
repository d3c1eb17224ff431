/// Parts that many patterns share.
enum PatternPart {
  /// A UUID in its usual notation.
  static let uuid = #"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"#

  /// An assignment in any of the usual notations, from the end of the name to the opening quote of the value.
  static let sign =
    #"["'\\\])}]{0,4}\s{0,4}(?:is|was|to)?\s{0,2}(?:=>|:=|={1,3}|:|,|>|%3[ADad]|\s)\s{0,4}["'`\\(<]{0,3}"#

  /// What follows a vendor's name: the rest of the name with a word for a secret in it, then an assignment.
  static let named =
    #"[\w\s.,:"'\\{(\[\]-]{0,32}?(?:key|token|secret|pass|pwd|auth|cred|api)[\w.-]{0,24}?\#(sign)"#
}
