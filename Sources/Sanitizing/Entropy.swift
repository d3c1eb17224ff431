/// How surprising bytes are.
enum Entropy {
  /// Shannon entropy in bits per byte.
  static func bitsPerByte(_ bytes: ArraySlice<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    var bits = 0.0
    for count in counts where count > 0 {
      let share = Double(count) / total
      bits -= share * Log2.of(share)
    }
    return bits
  }
}

/// The binary logarithm without a C library: exact enough to compare entropies.
private enum Log2 {
  static func of(_ value: Double) -> Double {
    let exponent = Double(value.exponent)
    // ln(m)/ln(2) by atanh series on [1, 2).
    let ratio = (value.significand - 1) / (value.significand + 1)
    var term = ratio
    var sum = 0.0
    for power in stride(from: 1, through: 25, by: 2) {
      sum += term / Double(power)
      term *= ratio * ratio
    }
    return exponent + 2 * sum / 0.693_147_180_559_945_3
  }
}
