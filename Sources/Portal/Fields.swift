import Mustache

/// What a template sees: named values, without reflection.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: any Sendable]

  init(dictionaryLiteral elements: (String, (any Sendable)?)...) {
    values = [:]
    for (name, value) in elements {
      if let value { values[name] = value }
    }
  }

  func child(named name: String) -> Any? { values[name] }

  func adding(_ other: Fields) -> Fields {
    var sum = self
    sum.values.merge(other.values) { _, new in new }
    return sum
  }
}
