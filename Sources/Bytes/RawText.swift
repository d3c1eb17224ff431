/// Text as it was committed: it may hold secrets and personal data.
///
/// Only Incidents, which reads it, and Sanitizing, which cleans it, may unseal it; a test holds every other
/// target to that. It has no description, no coding and no interpolation, so that it can't slip into a
/// message, a cache or a page.
package struct RawText: Sendable, Hashable {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package func unsealed() -> [UInt8] { bytes }

  /// How many bytes there are.
  package var count: Int { bytes.count }

  /// The digest of the content, which says nothing about it.
  package var digest: Digest { Digest(of: bytes) }
}

extension RawText: CustomStringConvertible, CustomReflectable {
  package var description: String { "raw text of \(bytes.count) bytes" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
