import Bytes

/// People in sentences: two capitalized words that do what people do, `Matthew Raman noticed the spike`.
enum PersonPhrase {
  /// The verb that makes the two words before it a person.
  private static let verbs: Set<String> = [
    "noticed", "reported", "paged", "acknowledged", "acked", "joined", "confirmed", "rolled", "escalated", "investigated", "restarted",
    "deployed", "merged", "wrote", "said", "asked", "replied", "suggested", "called", "found", "discovered", "identified", "opened", "reverted",
    "declared", "approved", "reviewed", "fixed", "mentioned", "pinged", "posted", "spotted", "observed", "was paged", "was called", "was on", "took", "ran", "pushed", "verified", "tested", "started", "stopped", "logged", "checked", "raised", "disabled", "enabled", "suspected", "saw", "had", "has", "who", "announced", "handed", "left", "got", "requested", "commented", "updated", "changed", "added", "removed", "created",
  ]

  /// What stands before a person: "paged Nadia Anderson", "thanks to …".
  private static let leads: Set<String> = ["paged", "pinged", "called", "asked", "thanks", "contacted", "mr", "mrs", "ms", "dr", "engineer", "customer", "patient", "user", "colleague"]

  /// - Parameter start: where a capitalized word begins that follows a blank, a bracket or a line's start.
  static func finding(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard let range = PersonField.fullName(bytes, at: start) else { return nil }
    let words = bytes[range].split(separator: ASCII.space)
    guard words.count <= 3, words.allSatisfy({ $0.count <= 16 }) else { return nil }
    guard words.allSatisfy({ !products.contains(String(decoding: $0, as: UTF8.self).lowercased()) }) else { return nil }
    guard let next = nextWord(bytes, range.upperBound) else { return nil }
    let isSubject = verbs.contains(next.word) || (["was", "is"].contains(next.word) && nextWord(bytes, next.end).map { passive.contains($0.word) } ?? false)
    guard isSubject || previousWord(bytes, start).map(leads.contains) ?? false else { return nil }
    return Finding(range: range, label: "person", certainty: .phrase)
  }

  private static let passive: Set<String> = ["paged", "called", "on", "asked", "notified", "alerted", "contacted", "informed", "primary", "secondary", "oncall", "off"]

  private static let products: Set<String> = [
    "aurora", "lambda", "search", "console", "compute", "engine", "cluster", "controller", "gateway", "balancer", "manager", "monitor", "server", "service", "boot", "operator", "queue", "cache",
    "proxy", "failover", "region", "zone", "bridge", "deploy", "build", "pipeline", "runner", "agent", "router", "store", "api", "job", "worker", "pod", "node", "exporter", "scheduler", "actions", "chrome", "firefox", "safari", "android", "windows", "linux", "team", "health", "check", "checkout", "order", "orders", "registry", "storage", "sql", "machine", "mesh", "logs", "rollout", "circuit", "breaker",
  ]

  private static func nextWord(_ bytes: [UInt8], _ start: Int) -> (word: String, end: Int)? {
    guard start + 1 < bytes.count, bytes[start] == ASCII.space else { return nil }
    var end = start + 1
    while end < bytes.count, ASCII.isLetter(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    guard end > start + 1 else { return nil }
    return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end)
  }

  private static func previousWord(_ bytes: [UInt8], _ start: Int) -> String? {
    guard start >= 2, bytes[start - 1] == ASCII.space else { return nil }
    var first = start - 1
    while first > 0, ASCII.isLetter(bytes[first - 1]) || bytes[first - 1] == 0x2E { first -= 1 }
    return String(decoding: bytes[first..<(start - 1)].map(ASCII.lowered).filter { $0 != 0x2E }, as: UTF8.self)
  }
}
