private import CZlib
private import CZstd

/// What ended a decompression early.
package enum CompressionFailure: Error, Sendable, CustomStringConvertible {
  case damaged(String)
  case truncated

  package var description: String {
    switch self {
    case .damaged(let format): "the \(format) data is damaged"
    case .truncated: "the compressed file ends too early"
    }
  }
}

/// Formats by their first bytes.
package enum CompressionFormat: String, Sendable {
  case gzip, zstd

  /// - Parameter head: the first four bytes or more.
  package init?(_ head: ArraySlice<UInt8>) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else {
      return nil
    }
  }
}

/// A stream of gzip members or zstd frames, decompressed piece by piece: memory doesn't grow with the file.
@safe package final class Decompressor {
  private let format: CompressionFormat
  private var gzip = unsafe z_stream()
  private let zstd: OpaquePointer?
  private var isAtEnd = true

  package init(_ format: CompressionFormat) {
    self.format = format
    switch format {
    case .gzip:
      unsafe zstd = nil
      // 15 bits of window, 16 for gzip's header.
      let status = unsafe inflateInit2_(&gzip, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      precondition(status == Z_OK, "zlib failed with \(status)")
    case .zstd:
      unsafe zstd = ZSTD_createDStream()
    }
  }

  deinit {
    switch format {
    case .gzip: unsafe inflateEnd(&gzip)
    case .zstd: _ = unsafe ZSTD_freeDStream(zstd)
    }
  }

  /// Decompresses one piece of input; the output comes in blocks of at most 256 KiB.
  package func add(_ input: [UInt8], _ body: ([UInt8]) -> Void) throws(CompressionFailure) {
    guard !input.isEmpty else { return }
    switch format {
    case .gzip: try inflateAll(input, body)
    case .zstd: try decompressAll(input, body)
    }
  }

  /// Fails when the input stopped in the middle.
  package func finish() throws(CompressionFailure) {
    if !isAtEnd { throw .truncated }
  }

  private static let blockSize = 256 << 10

  private func inflateAll(_ input: [UInt8], _ body: ([UInt8]) -> Void) throws(CompressionFailure) {
    var consumed = 0
    while consumed < input.count {
      if isAtEnd {
        unsafe inflateReset(&gzip)
        isAtEnd = false
      }
      var status = Z_OK
      var taken = 0
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { output, count in
        unsafe input.withUnsafeBufferPointer { bytes in
          unsafe gzip.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { unsafe $0 + consumed })
          unsafe gzip.avail_in = uInt(input.count - consumed)
          unsafe gzip.next_out = output.baseAddress
          unsafe gzip.avail_out = uInt(Self.blockSize)
          status = unsafe inflate(&gzip, Z_NO_FLUSH)
          taken = unsafe input.count - consumed - Int(gzip.avail_in)
          count = unsafe Self.blockSize - Int(gzip.avail_out)
        }
      }
      guard status == Z_OK || status == Z_STREAM_END || (status == Z_BUF_ERROR && block.isEmpty) else {
        throw .damaged("gzip")
      }
      consumed += taken
      if !block.isEmpty { body(block) }
      isAtEnd = status == Z_STREAM_END
      if status == Z_BUF_ERROR || (taken == 0 && block.isEmpty) { return }
    }
    // A full block may have left some output behind.
    while !isAtEnd {
      var status = Z_OK
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { output, count in
        unsafe gzip.next_in = nil
        unsafe gzip.avail_in = 0
        unsafe gzip.next_out = output.baseAddress
        unsafe gzip.avail_out = uInt(Self.blockSize)
        status = unsafe inflate(&gzip, Z_NO_FLUSH)
        count = unsafe Self.blockSize - Int(gzip.avail_out)
      }
      if !block.isEmpty { body(block) }
      if status == Z_STREAM_END { isAtEnd = true }
      if status != Z_OK || block.isEmpty { return }
    }
  }

  private func decompressAll(_ input: [UInt8], _ body: ([UInt8]) -> Void) throws(CompressionFailure) {
    var position = 0
    while true {
      var left = 0
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { output, count in
        unsafe input.withUnsafeBytes { bytes in
          var from = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: input.count, pos: position)
          var to = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: Self.blockSize, pos: 0)
          left = unsafe ZSTD_decompressStream(zstd, &to, &from)
          position = unsafe from.pos
          count = unsafe to.pos
        }
      }
      guard ZSTD_isError(left) == 0 else { throw .damaged("zstd") }
      isAtEnd = left == 0
      if !block.isEmpty { body(block) }
      if position == input.count, block.count < Self.blockSize { return }
    }
  }
}
