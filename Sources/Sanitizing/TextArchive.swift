package import Bytes

/// Sanitized texts, written down for a later build.
///
/// Only bytes that are as they were sealed, under the same rules, become sanitized texts again: a damaged archive or one
/// of other rules is none. Whoever can write a seal can write the site itself; it keeps mistakes out, not those people.
package struct TextArchive: Sendable {
  private let content: ArraySlice<UInt8>

  /// - Parameter circumstances: of all that decides what the sanitizer takes out, as at the sealing.
  /// - Returns: nil unless the seal is that of this content.
  package init?(_ sealed: [UInt8], _ circumstances: Digest) {
    guard sealed.count >= Digest.byteCount else { return nil }
    content = sealed[Digest.byteCount...]
    guard Self.seal(content, circumstances) == Digest(raw: sealed[..<Digest.byteCount]) else { return nil }
  }

  package var reader: Reader { Reader(BinaryReader(content)) }

  private static func seal(_ content: ArraySlice<UInt8>, _ circumstances: Digest) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(circumstances)
    sheet.add(Digest(of: content))
    return Digest(of: sheet.bytes)
  }

  /// Bytes that `init` takes under the same circumstances.
  package static func sealed(_ content: [UInt8], _ circumstances: Digest) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count + Digest.byteCount)
    seal(content[...], circumstances).append(to: &bytes)
    return bytes + content
  }

  /// Reads values of an archive; made from one only, so that no other bytes become sanitized texts.
  package struct Reader: Sendable {
    package var values: BinaryReader

    fileprivate init(_ values: BinaryReader) {
      self.values = values
    }

    package mutating func text() -> SanitizedText { SanitizedText(cleaned: values.text()) }

    package mutating func optional<Value>(_ read: (inout Reader) -> Value) -> Value? {
      values.flag() ? read(&self) : nil
    }

    package mutating func list<Value>(_ read: (inout Reader) -> Value) -> [Value] {
      (0..<values.count()).map { _ in read(&self) }
    }

    /// A part that can be read by itself, on another thread.
    package mutating func part() -> Reader { Reader(BinaryReader(values.bytes())) }
  }
}
