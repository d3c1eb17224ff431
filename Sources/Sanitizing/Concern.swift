package import Bytes

/// Why something must not be seen.
package enum Concern: String, Sendable, CaseIterable {
  /// Opens something: a key, a token, a password or its hash.
  case credential
  /// Says something of a person.
  case personal
  /// Says how the company's network is built.
  case infrastructure

  init(label: String) {
    self =
      Self.personalLabels.contains(label)
      ? .personal : Self.infrastructureLabels.contains(label) ? .infrastructure : .credential
  }

  private static let personalLabels: Set<String> = [
    "address", "card number", "date of birth", "driving licence", "email", "iban", "national id", "passport",
    "person",
    "phone", "user", "location", "vehicle", "device",
  ]
  private static let infrastructureLabels: Set<String> = [
    "internal host", "mac address", "network share", "private ip",
  ]
}

/// Where a text holds something that a sanitizer removes; never what it is.
package struct Leak: Sendable, Hashable {
  /// The 1-based line it begins in.
  package let line: Int
  /// What its placeholder would call it.
  package let kind: String
  package let concern: Concern
}

extension Sanitizer {
  /// Places in order of their lines.
  package func leaks(in raw: RawText) -> [Leak] {
    let bytes = raw.unsealed()
    var line = 1
    var position = 0
    return detector.findings(in: bytes).map { finding in
      line += bytes[position..<finding.range.lowerBound].count { $0 == ASCII.newline }
      position = finding.range.lowerBound
      return Leak(line: line, kind: finding.label, concern: Concern(label: finding.label))
    }
  }
}
