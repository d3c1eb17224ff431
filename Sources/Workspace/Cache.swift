package import Bytes

/// What was slow or cost money, kept under the digest of all that it depends on.
///
/// An entry begins with the digest of its content: a damaged one is a miss.
package struct Cache: Sendable {
  package let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  package func entry(_ stage: String, _ key: Digest) -> [UInt8]? {
    guard let bytes = try? PosixFile.read(path(stage, key)), bytes.count > 64 else { return nil }
    let content = Array(bytes[65...])
    guard bytes[64] == ASCII.newline, Digest(of: content).hex.utf8.elementsEqual(bytes[..<64]) else {
      return nil
    }
    return content
  }

  package func store(_ content: [UInt8], _ stage: String, _ key: Digest) throws(PosixFile.Failure) {
    try storeSealed(Array(Digest(of: content).hex.utf8) + [ASCII.newline] + content, stage, key)
  }

  /// Bytes that vouch for themselves, as they are.
  package func sealedEntry(_ stage: String, _ key: Digest) -> [UInt8]? {
    try? PosixFile.read(path(stage, key))
  }

  package func storeSealed(_ sealed: [UInt8], _ stage: String, _ key: Digest) throws(PosixFile.Failure) {
    let path = path(stage, key)
    try PosixFile.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try PosixFile.replace(path, sealed)
  }

  /// Adds a line to a file of the folder that only ever grows.
  package func appendLine(_ line: [UInt8], to name: String) throws(PosixFile.Failure) {
    try PosixFile.makeFolder(folder)
    try PosixFile.append(folder + "/" + name, line)
  }

  private func path(_ stage: String, _ key: Digest) -> String {
    "\(folder)/\(stage)/\(key.hex.prefix(2))/\(key.hex.dropFirst(2))"
  }
}
