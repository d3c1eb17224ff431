import Bytes

/// People in sentences: two capitalized words that do what people do, `Matthew Raman noticed the spike`.
enum PersonPhrase {
  /// The verb that makes the two words before it a person.
  private static let verbs: Set<String> = [
    "noticed", "reported", "paged", "acknowledged", "acked", "joined", "confirmed", "rolled", "escalated",
    "investigated", "restarted",
    "deployed", "merged", "wrote", "said", "asked", "replied", "suggested", "called", "found", "discovered",
    "identified", "opened", "reverted",
    "declared", "approved", "reviewed", "fixed", "mentioned", "pinged", "posted", "spotted", "observed",
    "was paged", "was called", "was on", "took", "ran", "pushed", "verified", "tested", "started", "stopped",
    "logged", "checked", "raised", "disabled", "enabled", "suspected", "saw", "had", "has", "who",
    "handled", "owned", "coordinated", "announced", "handed", "left", "got", "requested", "commented",
    "updated", "changed", "added", "removed",
    "created",
  ]

  /// What stands before a person: "paged Nadia Anderson", "thanks to …".
  private static let leads: Set<String> = [
    "paged", "pinged", "called", "phoned", "rang", "emailed", "messaged", "informed", "notified", "briefed",
    "asked", "thanks", "contacted", "mr", "mrs", "ms", "dr", "engineer",
    "customer", "patient", "user", "colleague",
  ]

  /// Two words before a person: "escalated to Nadia Anderson", "spoke with …".
  private static let longLeads: Set<String> = [
    "escalated to", "thanks to", "handed to", "over to", "assigned to", "reported to", "spoke to",
    "talked to",
    "spoke with", "talked with", "paired with", "synced with", "met with", "worked with", "confirmed with",
    "checked with", "call with", "reported by", "paged by", "according to", "kudos to", "credit to",
  ]

  /// - Parameter start: where a capitalized word begins that follows a blank, a bracket or a line's start.
  static func findings(_ bytes: [UInt8], at start: Int) -> [Finding] {
    guard let range = PersonField.fullName(bytes, at: start), isPersonLike(bytes, range) else { return [] }
    if isBlame(bytes, range) || isSpeaker(bytes, range) { return [finding(range)] }
    if isCompany(bytes, start) { return [] }
    guard let before = previousWord(bytes, start), isLead(bytes, before) else {
      return isSubject(bytes, range) || beginsWithGivenName(bytes[range]) ? [finding(range)] : []
    }
    var ranges = [range]
    while let last = ranges.last, let next = PersonField.afterJoint(bytes, last.upperBound),
      let another = PersonField.fullName(bytes, at: next), isPersonLike(bytes, another)
    {
      ranges.append(another)
    }
    return ranges.map(finding)
  }

  /// "customers of Cartolina Maps": what has customers is a company.
  private static func isCompany(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard let before = previousWord(bytes, start), ["of", "at", "from"].contains(before.word),
      let earlier = previousWord(bytes, before.start)
    else { return false }
    return [
      "customers", "users", "clients", "tenants", "members", "employees", "guests", "passengers", "api",
    ].contains(
      earlier.word)
  }

  private static func beginsWithGivenName(_ name: ArraySlice<UInt8>) -> Bool {
    name.split(separator: ASCII.space, maxSplits: 1).first.map(GivenNames.contains) ?? false
  }

  /// `Popescu, Agnieszka`, as lists and forms have it.
  ///
  /// - Parameter start: where a capitalized word begins.
  static func reversed(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard
      start == 0 || "\"'\n\t|;=:>".utf8.contains(bytes[start - 1])
        || bytes[start - 1] == ASCII.space
          && start > 1 && ":|=".utf8.contains(bytes[start - 2])
    else { return nil }
    guard let last = PersonField.capitalized(bytes, at: start), last + 2 < bytes.count, bytes[last] == 0x2C,
      bytes[last + 1] == ASCII.space, let first = PersonField.capitalized(bytes, at: last + 2),
      GivenNames.contains(bytes[(last + 2)..<first])
    else { return nil }
    return finding(start..<first)
  }

  /// `AOIFE TAMM`, as forms and mainframes have it.
  ///
  /// - Parameter start: where two capital letters begin.
  static func inCapitals(_ bytes: [UInt8], at start: Int) -> Finding? {
    func word(_ start: Int) -> Int {
      var end = start
      while end < bytes.count, ASCII.isUpper(bytes[end]) || bytes[end] == 0x2D || bytes[end] >= 0x80 {
        end += 1
      }
      return end
    }
    let first = word(start)
    guard first + 2 < bytes.count, bytes[first] == ASCII.space, ASCII.isUpper(bytes[first + 1]),
      GivenNames.contains(bytes[start..<first])
    else { return nil }
    let last = word(first + 1)
    guard last > first + 2, last == bytes.count || !ASCII.isWord(bytes[last]) else { return nil }
    return finding(start..<last)
  }

  private static func finding(_ range: Range<Int>) -> Finding {
    Finding(range: range, label: "person", certainty: .phrase)
  }

  static func isPersonLike(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let words = bytes[range].split(separator: ASCII.space)
    return words.count <= 3
      && words.allSatisfy {
        $0.count <= 16 && !products.contains(String(decoding: $0, as: UTF8.self).lowercased())
      }
  }

  /// A telephone number right behind a name makes it a person's.
  private static func hasPhone(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let rest = bytes[range.upperBound...].prefix(4).drop { ", (<".utf8.contains($0) }
    return rest.first == 0x2B && rest.count >= 2 && ASCII.isDigit(rest[rest.startIndex + 1])
  }

  private static func isSubject(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if hasPhone(bytes, range) { return true }
    guard let next = nextWord(bytes, range.upperBound) else { return false }
    if verbs.contains(next.word) { return true }
    return ["was", "is"].contains(next.word)
      && nextWord(bytes, next.end).map { passive.contains($0.word) } ?? false
  }

  private static func isLead(_ bytes: [UInt8], _ before: (word: String, start: Int)) -> Bool {
    if leads.contains(before.word) { return true }
    guard let earlier = previousWord(bytes, before.start) else { return false }
    return longLeads.contains("\(earlier.word) \(before.word)")
  }

  /// `[30/06/2026, 17:59] Nadia Anderson: …` and `17:59 Nadia Anderson: …`, as chats are exported.
  private static func isSpeaker(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.upperBound < bytes.count, bytes[range.upperBound] == 0x3A || bytes[range.upperBound] == 0x3E
    else {
      return false
    }
    let before = bytes[..<range.lowerBound].suffix(40)
    let line = before.lastIndex(of: ASCII.newline).map { before[($0 + 1)...] } ?? before
    let last = line.last { $0 != ASCII.space && $0 != 0x3C && $0 != 0x2D }
    guard line.contains(0x3A), line.filter(ASCII.isDigit).count >= 3 else { return false }
    return last == 0x5D || last.map(ASCII.isDigit) ?? false
      || line.suffix(4).map(ASCII.lowered).contains(UInt8(ascii: "m")) && line.count < 24
  }

  /// `(Nadia Anderson 2026-04-02`, as git blame writes it.
  private static func isBlame(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x28 else { return false }
    let rest = bytes[range.upperBound...].drop { $0 == ASCII.space }.prefix(5)
    return rest.count == 5 && rest.prefix(4).allSatisfy(ASCII.isDigit) && rest.last == 0x2D
  }

  private static let passive: Set<String> = [
    "paged", "called", "on", "asked", "incident", "notified", "alerted", "contacted", "informed", "primary",
    "secondary",
    "oncall", "off",
  ]

  private static let products: Set<String> = [
    "aurora", "lambda", "search", "console", "compute", "engine", "cluster", "controller", "gateway",
    "balancer", "manager", "monitor", "server", "service", "boot", "operator", "queue", "cache",
    "proxy", "failover", "region", "zone", "bridge", "deploy", "build", "pipeline", "runner", "agent",
    "router", "store", "api", "job", "worker", "pod", "node", "exporter", "scheduler", "actions", "chrome",
    "firefox", "safari", "android", "windows", "linux", "team", "teams", "meeting", "zoom", "health", "check",
    "checkout", "order",
    "orders", "registry", "storage", "sql", "machine", "mesh", "logs", "rollout", "circuit", "breaker",
    "pilot", "flag", "feature", "page", "status", "query", "slow", "message", "broker", "shift", "night",
    "day",
    "pool", "board", "level", "tier", "two", "first", "second", "change", "merge", "checks", "synthetic",
    "corp", "inc", "ltd", "gmbh", "group",
    "latency",
    "policy", "plane", "control", "data", "batch", "cron", "alert", "alerts", "database", "replica",
    "primary", "event",
    "stream", "bot", "release", "incident", "support", "security", "platform", "network", "load", "rate",
    "limiter", "front", "door", "verification", "desk", "account", "accounts", "compromise", "interface",
    "experience", "guide", "session", "sessions", "login", "password", "profile", "access", "management",
    "directory", "portal", "agents", "acceptance", "report", "impact", "story", "error", "errors", "journey",
    "authentication", "creation", "deletion", "import", "export", "token", "tokens", "lockout", "outage",
    "metrics", "replay",
  ]

  private static func nextWord(_ bytes: [UInt8], _ start: Int) -> (word: String, end: Int)? {
    guard start + 1 < bytes.count, bytes[start] == ASCII.space else { return nil }
    var end = start + 1
    while end < bytes.count, ASCII.isLetter(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    guard end > start + 1 else { return nil }
    return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end)
  }

  private static func previousWord(_ bytes: [UInt8], _ start: Int) -> (word: String, start: Int)? {
    guard start >= 2, bytes[start - 1] == ASCII.space else { return nil }
    var first = start - 1
    while first > 0, ASCII.isLetter(bytes[first - 1]) || bytes[first - 1] == 0x2E { first -= 1 }
    let word = bytes[first..<(start - 1)].map(ASCII.lowered).filter { $0 != 0x2E }
    return (String(decoding: word, as: UTF8.self), first)
  }
}
