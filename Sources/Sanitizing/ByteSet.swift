/// A set of byte values.
struct ByteSet: Sendable, Hashable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  init(_ text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount { unsafe insert(text.utf8Start[offset]) }
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: low.0
      case 1: low.1
      case 2: high.0
      default: high.1
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  var inverted: ByteSet {
    var set = self
    set.low = (~low.0, ~low.1)
    set.high = (~high.0, ~high.1)
    return set
  }

  func union(_ other: ByteSet) -> ByteSet {
    var set = self
    set.low = (low.0 | other.low.0, low.1 | other.low.1)
    set.high = (high.0 | other.high.0, high.1 | other.high.1)
    return set
  }

  /// With the other case of each ASCII letter in it.
  var caseFolded: ByteSet {
    var set = self
    for byte in UInt8(65)...90 where contains(byte) || contains(byte | 32) {
      set.insert(byte)
      set.insert(byte | 32)
    }
    return set
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool {
    left.low == right.low && left.high == right.high
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(low.0)
    hasher.combine(low.1)
    hasher.combine(high.0)
    hasher.combine(high.1)
  }
}
