/// Values one behind the other in few bytes: numbers as LEB128, texts and bytes behind their lengths.
///
/// No two different rows of values give the same bytes, as long as what is written of each kind is always the same.
package struct BinaryWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Any number; near zero it takes one byte.
  package mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func add(_ content: some Collection<UInt8>) {
    add(content.count)
    bytes += content
  }

  package mutating func add(_ digest: Digest) { digest.append(to: &bytes) }

  /// Whether there is a value, then the value.
  package mutating func add<Value>(_ value: Value?, _ write: (inout BinaryWriter, Value) -> Void) {
    add(value != nil)
    if let value { write(&self, value) }
  }

  /// How many there are, then each.
  package mutating func add<Value>(_ values: [Value], _ write: (inout BinaryWriter, Value) -> Void) {
    add(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads what a `BinaryWriter` wrote.
///
/// Bytes that no writer wrote never crash it: it goes on with zeros and empty texts, and `isWhole` says so at the end.
package struct BinaryReader: Sendable {
  private var rest: ArraySlice<UInt8>
  private var hasFailed = false

  package init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  package var unread: ArraySlice<UInt8> { rest }

  /// Whether everything was there, and nothing is left.
  package var isWhole: Bool { !hasFailed && rest.isEmpty }

  package mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 64 {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value >> 1) ^ -Int(value & 1) }
      shift += 7
    }
    return failed(0)
  }

  package mutating func flag() -> Bool {
    guard let byte = rest.popFirst(), byte < 2 else { return failed(false) }
    return byte == 1
  }

  package mutating func text() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// A part of what is read, not a copy.
  package mutating func bytes() -> ArraySlice<UInt8> {
    let count = number()
    guard count >= 0, count <= rest.count else { return failed([]) }
    defer { rest.removeFirst(count) }
    return rest.prefix(count)
  }

  package mutating func digest() -> Digest {
    guard let digest = Digest(raw: rest.prefix(Digest.byteCount)) else { return failed(Digest(of: [])) }
    rest.removeFirst(Digest.byteCount)
    return digest
  }

  package mutating func optional<Value>(_ read: (inout BinaryReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  package mutating func list<Value>(_ read: (inout BinaryReader) -> Value) -> [Value] {
    (0..<count()).map { _ in read(&self) }
  }

  /// How many values follow. Each takes a byte at least: a count beyond what is left is no reason to ask for memory.
  package mutating func count() -> Int {
    let count = number()
    return count >= 0 && count <= rest.count ? count : failed(0)
  }

  package mutating func slug() -> Slug {
    let name = text()
    return Slug(exactly: name) ?? failed(Slug(name))
  }

  package mutating func nameBasedID() -> NameBasedID {
    let id = text()
    return NameBasedID(exactly: id) ?? failed(NameBasedID(namespace: [], name: id))
  }

  /// A case by its name.
  package mutating func named<Name: RawRepresentable & CaseIterable>(_ type: Name.Type) -> Name
  where Name.RawValue == String {
    guard let value = Name(rawValue: text()) else { return failed(Name.allCases[Name.allCases.startIndex]) }
    return value
  }

  /// For a value that no writer writes, as a number beyond those of an enumeration.
  @discardableResult package mutating func failed<Value>(_ value: Value) -> Value {
    hasFailed = true
    rest = []
    return value
  }
}
