import FoundationEssentials

/// JSON of any shape, for exports whose fields come and go and for what models answer.
package enum JSONValue: Decodable, Sendable {
  case object([String: JSONValue])
  case list([JSONValue])
  case string(String)
  case number(Double)
  case flag(Bool)
  case null

  /// nil for what isn't JSON.
  package init?(_ bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
    self = value
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // A failed attempt costs more than a value: what is most frequent is tried first.
    if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([String: JSONValue].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if container.decodeNil() {
      self = .null
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no JSON value")
    }
  }

  package subscript(key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .flag(let flag): String(flag)
    case .null, .list, .object: nil
    }
  }

  /// A whole number that fits, or nil.
  package var count: Int? {
    guard case .number(let number) = self, number == number.rounded(), abs(number) < 1e15 else { return nil }
    return Int(number)
  }

  package var items: [JSONValue] {
    guard case .list(let items) = self else { return [] }
    return items
  }

  /// Scalar fields, sorted by name.
  package var pairs: [(name: String, text: String)] {
    guard case .object(let fields) = self else { return [] }
    return fields.compactMap { name, value in value.text.map { (name: name, text: $0) } }.sorted {
      $0.name < $1.name
    }
  }
}
