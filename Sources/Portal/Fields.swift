import Mustache

/// What a template sees: named values, without reflection.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: any Sendable]

  /// A value that is nil is missing here, even where a surrounding section has one of the same name.
  init(dictionaryLiteral elements: (String, (any Sendable)?)...) {
    values = [:]
    for (name, value) in elements { values[name] = value ?? Missing() }
  }

  func child(named name: String) -> Any? { values[name] }

  func adding(_ other: Fields) -> Fields {
    var sum = self
    sum.values.merge(other.values) { _, new in new }
    return sum
  }
}

/// Renders as nothing and counts as false.
private struct Missing: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
