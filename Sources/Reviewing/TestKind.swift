/// Kinds of tests, by the field's own terms.
package enum TestKind: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case unit
  case integration
  case contract
  case endToEnd = "end-to-end"
  case regression
  case propertyBased = "property-based"
  case fuzz
  case concurrency
  case load
  case stress
  case soak
  case spike
  case capacity
  case chaos
  case failover
  case disasterRecovery = "disaster-recovery"
  case backupRestore = "backup-restore"
  case migration
  case rollback
  case upgrade
  case configuration
  case security
  case compatibility
  case dataQuality = "data-quality"
  case canary
  case alerting
  case synthetic
  case runbook

  /// Whether such a test does something to a system that runs, as an alert's test must; the others check what is written.
  package var disturbs: Bool {
    switch self {
    case .load, .stress, .soak, .spike, .capacity, .chaos, .failover, .integration, .endToEnd,
      .disasterRecovery,
      .concurrency:
      true
    default: false
    }
  }

  /// As it stands in a sentence: `load`, `end-to-end`.
  package var text: String { rawValue }

  package static func < (left: TestKind, right: TestKind) -> Bool { left.rawValue < right.rawValue }

  /// Reads what people and models call a kind: `Load test`, `E2E`, `performance testing`, `chaos engineering`.
  package init?(loosely text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !["test", "tests", "testing", "type", "kind", "a", "an", "the"].contains($0) }
    let joined = words.joined(separator: "-")
    if let kind = TestKind(rawValue: joined) ?? Self.synonyms[joined] {
      self = kind
      return
    }
    for word in words {
      if let kind = TestKind(rawValue: word) ?? Self.synonyms[word] {
        self = kind
        return
      }
    }
    return nil
  }

  private static let synonyms: [String: TestKind] = [
    "e2e": .endToEnd, "end-to-end": .endToEnd, "system": .endToEnd, "acceptance": .endToEnd,
    "smoke": .endToEnd,
    "performance": .load, "scalability": .capacity, "endurance": .soak, "resilience": .chaos,
    "fault-injection": .chaos,
    "chaos-engineering": .chaos, "game-day": .runbook, "gameday": .runbook, "drill": .runbook,
    "dr": .disasterRecovery,
    "recovery": .disasterRecovery, "restore": .backupRestore, "backup": .backupRestore, "schema": .migration,
    "consumer-contract": .contract, "api": .contract, "monitoring": .alerting, "alert": .alerting,
    "observability": .alerting,
    "probe": .synthetic, "deployment": .canary, "config": .configuration, "penetration": .security,
    "race": .concurrency,
    "property": .propertyBased, "fuzzing": .fuzz, "functional": .integration, "component": .integration,
  ]
}
