/// The bytes that the scanners name; inlined into every scanner.
package enum ASCII {
  @inlinable package static var newline: UInt8 { 10 }
  @inlinable package static var carriageReturn: UInt8 { 13 }
  @inlinable package static var tab: UInt8 { 9 }
  @inlinable package static var space: UInt8 { 32 }
  @inlinable package static var slash: UInt8 { 0x2F }

  @inlinable @inline(__always) package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  @inlinable @inline(__always) package static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
  @inlinable @inline(__always) package static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
  @inlinable @inline(__always) package static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26
  }
  @inlinable @inline(__always) package static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 95
  }
  @inlinable @inline(__always) package static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == tab
  }
  @inlinable @inline(__always) package static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || byte &- 9 < 5
  }
  @inlinable @inline(__always) package static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 97 < 6
  }
  @inlinable @inline(__always) package static func lowered(_ byte: UInt8) -> UInt8 {
    isUpper(byte) ? byte | 0x20 : byte
  }

  /// The value of a run of digits, or nil when it is empty, not all digits or longer than 18.
  @inlinable package static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit &- 48)
    }
    return value
  }
}
