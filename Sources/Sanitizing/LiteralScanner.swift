private import CVectorscan

/// Finds many literals in one pass, by vectorscan.
///
/// The compiled database is read-only and may be used by any number of threads; each thread has its own `Scratch`.
final class LiteralScanner: Sendable {
  struct Literal: Sendable {
    let text: String
    let ignoresCase: Bool
  }

  struct Hit: Equatable {
    /// Index of the literal.
    let literal: Int
    /// Where it begins.
    let start: Int
  }

  private let lengths: [Int]
  /// The address of the `hs_database_t`, which nothing writes to once it is compiled.
  private let address: UInt

  /// - Parameter literals: not empty, none of them empty.
  init(_ literals: [Literal]) {
    lengths = literals.map(\.text.utf8.count)
    address = Self.compile(literals)
  }

  deinit {
    unsafe hs_free_database(OpaquePointer(bitPattern: address))
  }

  func length(of literal: Int) -> Int { lengths[literal] }

  /// Literals found, in the order of their ends.
  func hits(in bytes: [UInt8], _ scratch: Scratch) -> [Hit] {
    var hits: [Hit] = []
    forEachHit(in: bytes, scratch) { hits.append($0) }
    return hits
  }

  private func forEachHit(in bytes: [UInt8], _ scratch: Scratch, _ body: (Hit) -> Void) {
    var ends: [(literal: UInt32, end: UInt64)] = []
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return }
      _ = unsafe withUnsafeMutablePointer(to: &ends) { context in
        unsafe hs_scan(
          OpaquePointer(bitPattern: address), start, UInt32(buffer.count), 0, scratch.pointer,
          { id, _, to, _, context in
            unsafe context?.assumingMemoryBound(to: [(literal: UInt32, end: UInt64)].self).pointee.append(
              (id, to))
            return 0
          }, context)
      }
    }
    for (literal, end) in ends {
      body(Hit(literal: Int(literal), start: Int(end) - lengths[Int(literal)]))
    }
  }

  /// Working memory of one thread.
  @safe final class Scratch {
    fileprivate let pointer: OpaquePointer?

    init(for scanner: LiteralScanner) {
      var scratch: OpaquePointer?
      let status = unsafe hs_alloc_scratch(OpaquePointer(bitPattern: scanner.address), &scratch)
      precondition(status == HS_SUCCESS, "vectorscan has no memory for its scratch (\(status))")
      unsafe pointer = scratch
    }

    deinit {
      unsafe hs_free_scratch(pointer)
    }
  }

  private static func compile(_ literals: [Literal]) -> UInt {
    let texts = literals.map { Array($0.text.utf8CString) }
    let flat = texts.flatMap { $0 }
    var offsets: [Int] = []
    var offset = 0
    for text in texts {
      offsets.append(offset)
      offset += text.count
    }
    let lengths = literals.map(\.text.utf8.count)
    let flags = literals.map { UInt32($0.ignoresCase ? HS_FLAG_CASELESS : 0) }
    let ids = literals.indices.map { UInt32($0) }
    var database: OpaquePointer?
    var problem: UnsafeMutablePointer<hs_compile_error_t>?
    unsafe flat.withUnsafeBufferPointer { base in
      let pointers = unsafe offsets.map { offset in
        unsafe base.baseAddress.map { start in unsafe start + offset }
      }
      _ = unsafe pointers.withUnsafeBufferPointer { expressions in
        unsafe hs_compile_lit_multi(
          expressions.baseAddress, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil,
          &database, &problem)
      }
    }
    if let problem = unsafe problem {
      let message = unsafe problem.pointee.message.map { unsafe String(cString: $0) } ?? "?"
      preconditionFailure("vectorscan refuses the literals: \(message)")
    }
    return UInt(bitPattern: database)
  }
}
