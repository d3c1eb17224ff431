/// How bad an incident was, 1 the worst, whatever a team calls it.
package enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
  case sev1 = 1
  case sev2, sev3, sev4, sev5

  /// `SEV 1`.
  package var text: String { "SEV \(rawValue)" }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// Reads `SEV1`, `sev-2`, `P1`, `S3`, `Priority 2`, `critical`, `major`, `down`, `disrupted`, `minor` and their like.
  package init?(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first else { return nil }
    if let named = Self.names[String(first)] {
      self = named
      return
    }
    let letters = first.prefix { $0.isLetter }
    let digits = first.drop { $0.isLetter }
    guard ["", "sev", "severity", "s", "p", "prio", "priority", "level"].contains(letters) else { return nil }
    guard let number = Int(digits) ?? words.dropFirst().first.flatMap({ Int($0) }) else { return nil }
    // P0 is what some teams call the worst; ours begins at 1.
    guard let severity = Severity(rawValue: max(1, number)) else { return nil }
    self = severity
  }

  private static let names: [String: Severity] = [
    "critical": .sev1, "blocker": .sev1, "emergency": .sev1, "down": .sev1, "outage": .sev1, "major": .sev2,
    "high": .sev2, "disrupted": .sev2, "moderate": .sev3, "medium": .sev3, "minor": .sev4, "low": .sev4,
    "notice": .sev4, "trivial": .sev5, "informational": .sev5, "info": .sev5,
  ]
}
