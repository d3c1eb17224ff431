import Bytes

/// The last three bytes of some suffixes: most names are none of them, and this says so at a glance.
struct LastBytes: Sendable {
  private let bits: [Bool]

  init(_ suffixes: [[UInt8]]) {
    var bits = [Bool](repeating: false, count: 1 << 15)
    for suffix in suffixes where suffix.count >= 3 {
      bits[Self.place(suffix[suffix.count - 3], suffix[suffix.count - 2], suffix[suffix.count - 1])] = true
    }
    // A suffix too short to tell apart lets every name through.
    self.bits = suffixes.contains { $0.count < 3 } ? bits.map { _ in true } : bits
  }

  func mayEnd(_ bytes: [UInt8], at end: Int) -> Bool {
    end >= 3 && bits[Self.place(bytes[end - 3], bytes[end - 2], bytes[end - 1])]
  }

  /// Five bits of each byte, the same for both cases of a letter.
  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
  }
}
