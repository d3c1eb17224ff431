/// What a template sees: named values, without reflection and without hashing.
struct Fields: ExpressibleByDictionaryLiteral, Sendable {
  private var names: [FieldName]
  private var values: [FieldValue]

  /// A value that is nil is missing here, even where a surrounding section has one of the same name.
  init(dictionaryLiteral elements: (FieldName, (any FieldConvertible)?)...) {
    names = []
    values = []
    names.reserveCapacity(elements.count)
    values.reserveCapacity(elements.count)
    for (name, value) in elements { set(name, value?.fieldValue ?? .missing) }
  }

  /// nil when nothing is said of the name; `.missing` when it has no value here.
  subscript(name: FieldName) -> FieldValue? {
    for index in names.indices where names[index] == name { return values[index] }
    return nil
  }

  func adding(_ other: Fields) -> Fields {
    var sum = self
    for index in other.names.indices { sum.set(other.names[index], other.values[index]) }
    return sum
  }

  private mutating func set(_ name: FieldName, _ value: FieldValue) {
    if let index = names.firstIndex(of: name) {
      values[index] = value
    } else {
      names.append(name)
      values.append(value)
    }
  }
}

/// A value in a template.
enum FieldValue: Sendable {
  case missing
  case text(String)
  case number(Int)
  case flag(Bool)
  case fields(Fields)
  case list([Fields])
}

protocol FieldConvertible: Sendable {
  var fieldValue: FieldValue { get }
}

extension String: FieldConvertible { var fieldValue: FieldValue { .text(self) } }
extension Int: FieldConvertible { var fieldValue: FieldValue { .number(self) } }
extension Bool: FieldConvertible { var fieldValue: FieldValue { .flag(self) } }
extension Fields: FieldConvertible { var fieldValue: FieldValue { .fields(self) } }
extension [Fields]: FieldConvertible { var fieldValue: FieldValue { .list(self) } }
extension Optional: FieldConvertible where Wrapped: FieldConvertible {
  var fieldValue: FieldValue { map(\.fieldValue) ?? .missing }
}
