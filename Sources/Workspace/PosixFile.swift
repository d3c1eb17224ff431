#if canImport(Glibc)
  private import Glibc
#endif

/// Files by plain POSIX calls: reading whole or in blocks, and writing so that a reader never sees half a file.
package enum PosixFile {
  package struct Failure: Error, CustomStringConvertible {
    package let path: String
    package let code: Int32
    /// What the file's content did wrong, where it wasn't the system.
    private var reason: String?

    init(path: String, code: Int32) {
      self.path = path
      self.code = code
    }

    /// - Parameter reason: in words.
    init(path: String, reason: String) {
      self.init(path: path, code: EBADMSG)
      self.reason = reason
    }

    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    package var isFull: Bool { code == ENOSPC || code == EDQUOT }

    package var description: String {
      let system = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      let reason = reason ?? system
      return "\(path): \(reason)"
    }
  }

  package struct Status: Sendable, Hashable {
    package enum Kind: Sendable { case file, folder, link, other }
    package let kind: Kind
    package let size: Int
    /// Nanoseconds since 1970 of the last change to the file or to what is known of it.
    package let changed: Int
    package let inode: UInt
  }

  /// - Parameter limit: bytes after which reading stops.
  package static func read(_ path: String, limit: Int = .max) throws(Failure) -> [UInt8] {
    var blocks = try Blocks(path)
    // In one piece where the system tells the size: it doesn't of pipes and of what it makes up itself.
    var bytes = try blocks.next(min(limit, blocks.size) + 1) ?? []
    while bytes.count > blocks.size, bytes.count < limit, let block = try blocks.next(1 << 20) {
      bytes += block
    }
    return bytes.count > limit ? Array(bytes[..<limit]) : bytes
  }

  /// The link itself, not what it points at.
  package static func status(_ path: String) -> Status? {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return nil }
    return Status(
      kind: kind(info.st_mode), size: Int(info.st_size),
      changed: info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec, inode: info.st_ino)
  }

  private static func kind(_ mode: mode_t) -> Status.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The path with all links resolved, or nil when it doesn't exist.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  package static func makeFolder(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw Failure(path: path, code: errno)
    }
    try makeFolder(String(path[..<slash]))
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw Failure(path: path, code: errno) }
  }

  /// Creates a new file with these bytes; fails when there is one.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        close(descriptor)
        unsafe unlink(path)
        throw Failure(path: path, code: code)
      }
      written += count
    }
    if close(descriptor) != 0 {
      let code = errno
      unsafe unlink(path)
      throw Failure(path: path, code: code)
    }
  }

  /// Adds to the end in one write, so that several processes may do so at once.
  package static func append(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    let code = count < 0 ? errno : ENOSPC
    close(descriptor)
    guard count == bytes.count else { throw Failure(path: path, code: code) }
  }

  package static func rename(_ old: String, to new: String) throws(Failure) {
    if unsafe Glibc.rename(old, new) != 0 { throw Failure(path: new, code: errno) }
  }

  /// Writes beside the place and renames over it.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let temporary = try createBeside(path, bytes)
    do {
      try rename(temporary, to: path)
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// A new file of a name that no other process and no other task uses.
  private static func createBeside(_ path: String, _ bytes: [UInt8]) throws(Failure) -> String {
    var number = 0
    while true {
      let temporary = "\(path).new-\(getpid())-\(number)"
      do {
        try create(temporary, bytes)
        return temporary
      } catch {
        guard error.code == EEXIST else { throw error }
        number += 1
      }
    }
  }

  package static func remove(_ path: String) { unsafe unlink(path) }

  /// Removes a folder if nothing is in it.
  package static func removeEmptyFolder(_ path: String) { unsafe rmdir(path) }

  /// Names in a folder, sorted by their bytes.
  package static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package static var processID: Int32 { getpid() }

  /// A file read block by block.
  package struct Blocks: ~Copyable {
    private let descriptor: Int32
    private let path: String
    /// Bytes in the file as the system tells them.
    let size: Int

    package init(_ path: String) throws(Failure) {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      self.path = path
      guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
      var info = stat()
      size = unsafe fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
    }

    deinit {
      if descriptor >= 0 { close(descriptor) }
    }

    /// The next bytes, at most `count`, or nil at the end.
    package mutating func next(_ count: Int) throws(Failure) -> [UInt8]? {
      var code: Int32 = 0
      let descriptor = descriptor
      let block = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        var filled = 0
        while filled < count {
          let got = unsafe Glibc.read(
            descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
          if got < 0, errno == EINTR { continue }
          if got < 0 { code = errno }
          if got <= 0 { break }
          filled += got
        }
        initialized = filled
      }
      if code != 0 { throw Failure(path: path, code: code) }
      return block.isEmpty ? nil : block
    }
  }
}
