private import Glibc
import Moments

/// What the process finds around it.
enum Machine {
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var pointer = unsafe environ
    while let entry = unsafe pointer.pointee {
      let parts = unsafe String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      unsafe pointer += 1
    }
    return variables
  }

  static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Today in UTC.
  static var today: CivilDate { CivilDate(dayNumber: time(nil) / 86_400) }

  static var now: Moment { Moment(seconds: time(nil)) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Writes all bytes; false when the reader went away, which is no error.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  /// Standard input in blocks of at most `count` bytes.
  static func readStandardInput(_ count: Int) -> [UInt8]? {
    let block = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var got = unsafe Glibc.read(0, buffer.baseAddress, count)
      while got < 0, errno == EINTR { got = unsafe Glibc.read(0, buffer.baseAddress, count) }
      initialized = max(0, got)
    }
    return block.isEmpty ? nil : block
  }

  static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// A closed pipe ends a write with an error instead of the process with a signal.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
