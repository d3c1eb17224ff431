/// The bytes that the scanners name; inlined into every scanner.
///
/// Public, as nothing else in the house is: the compiler (6.3) keeps `package` bodies to their module, `@inlinable` or not, and
/// a call for each byte was a tenth of the sanitizer's time.
public enum ASCII {
  @inlinable public static var newline: UInt8 { 10 }
  @inlinable public static var carriageReturn: UInt8 { 13 }
  @inlinable public static var tab: UInt8 { 9 }
  @inlinable public static var space: UInt8 { 32 }
  @inlinable public static var slash: UInt8 { 0x2F }

  @inlinable @inline(__always) public static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  @inlinable @inline(__always) public static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
  @inlinable @inline(__always) public static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
  @inlinable @inline(__always) public static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26
  }
  @inlinable @inline(__always) public static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 95
  }
  @inlinable @inline(__always) public static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == tab
  }
  @inlinable @inline(__always) public static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || byte &- 9 < 5
  }
  @inlinable @inline(__always) public static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 97 < 6
  }
  @inlinable @inline(__always) public static func lowered(_ byte: UInt8) -> UInt8 {
    isUpper(byte) ? byte | 0x20 : byte
  }

  /// The value of a run of digits, or nil when it is empty, not all digits or longer than 18.
  @inlinable public static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit &- 48)
    }
    return value
  }
}
