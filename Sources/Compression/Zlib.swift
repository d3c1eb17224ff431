private import CZlib

/// Checksums and streams of zlib (RFC 1950).
package enum Zlib {
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    unsafe UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes, uInt(bytes.count)))
  }

  /// The same bytes for the same input and the same zlib.
  package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(size))
    let status = unsafe compress2(&output, &size, bytes, uLong(bytes.count), 9)
    // With room for the worst case and a valid level, zlib has no other answer.
    precondition(status == Z_OK, "zlib failed with \(status)")
    return Array(output.prefix(Int(size)))
  }
}
