import Bytes

/// Words that changes and faults are told in, with what they are worth; the words of any team, not of one system.
enum Salience {
  /// A word of a line that tells of a change or a fault.
  struct Word: Hashable {
    let text: String
    let worth: Int
  }

  /// The worth of the most telling words in a line; 0 for a line that tells of nothing.
  static func weight(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    let worths = telling(bytes, line).map(\.worth).sorted(by: >)
    return (worths.first ?? 0) + (worths.dropFirst().first ?? 0) / 2
  }

  /// The telling words of a line's first 600 bytes.
  static func telling(_ bytes: [UInt8], _ line: Range<Int>) -> [Word] {
    var found: [Word] = []
    var index = line.lowerBound
    let limit = min(line.upperBound, line.lowerBound + 600)
    while index < limit {
      guard ASCII.isLetter(bytes[index]) else {
        if let sign = sign(bytes, index, limit) { found.append(sign) }
        index += 1
        continue
      }
      var end = index
      while end < limit, ASCII.isLetter(bytes[end]) { end += 1 }
      if end - index >= 3, end - index <= 24 {
        let word = word(bytes, index, end)
        if let worth = words[word], !isZero(bytes, end, limit) {
          found.append(Word(text: word, worth: worth))
        }
      }
      index = end
    }
    return found
  }

  /// What isn't a word and tells of a change all the same: `1.28.3`, `512 -> 64`, `100%`.
  private static func sign(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Word? {
    let rest = bytes[index..<limit]
    if rest.starts(with: "-> ".utf8) || rest.starts(with: "=> ".utf8) { return Word(text: "->", worth: 6) }
    guard ASCII.isDigit(bytes[index]),
      index == 0 || !ASCII.isWord(bytes[index - 1]) && bytes[index - 1] != 0x2E
    else { return nil }
    if rest.starts(with: "100%".utf8) { return Word(text: "100%", worth: 6) }
    let parts = rest.prefix(24).prefix { ASCII.isDigit($0) || $0 == 0x2E }.split(separator: 0x2E)
    return parts.count == 3 && parts.allSatisfy { $0.count <= 3 } ? Word(text: "1.2.3", worth: 5) : nil
  }

  private static func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end].map(ASCII.lowered), as: UTF8.self)
  }

  /// `errors=0`, `failed: 0`, `error_rate=0.00` tell that all is well.
  private static func isZero(_ bytes: [UInt8], _ end: Int, _ limit: Int) -> Bool {
    var index = end
    while index < limit, ASCII.isWord(bytes[index]), index - end < 16 { index += 1 }
    while index < limit, [0x3D, 0x3A, 0x20, 0x22].contains(bytes[index]), index - end < 20 { index += 1 }
    guard index < limit, index > end,
      bytes[index] == 0x30 || bytes[index...].starts(with: "none".utf8)
        || bytes[index...].starts(with: "false".utf8)
    else { return false }
    var rest = index + 1
    while rest < limit, bytes[rest] == 0x2E || bytes[rest] == 0x30 || bytes[rest] == 0x25 { rest += 1 }
    return rest >= limit || !ASCII.isDigit(bytes[rest])
  }

  private static let words: [String: Int] = {
    let groups: [(Int, [String])] = [
      (
        10,
        [
          "fatal", "panic", "oom", "oomkilled", "oomkiller", "segfault", "corrupt", "corrupted", "corruption",
          "deadlock", "exhausted", "exhaustion", "enospc",
          "failover", "demoted", "promoted", "promoting", "evicted", "switchover", "killed", "rollback",
          "rollbacked", "expired", "crashed", "crashloopbackoff", "splitbrain", "outage",
        ]
      ),
      (
        8,
        [
          "deploy", "deployed", "deploying", "deployment", "rollout", "released", "upgraded", "reverted",
          "migration", "migrating", "election", "elected",
          "leader", "flag", "toggled", "toggle", "unavailable", "unreachable", "refused", "terminated", "x",
          "certificate", "skew", "quarantined", "readonly", "saturated",
          "restoring", "restored", "reverting", "revert", "revoked", "switched",
          "overloaded", "starved", "drained", "cordoned", "notready", "unhealthy", "backpressure", "shedding",
          "throttled", "refusing", "halting", "terminating",
        ]
      ),
      (
        6,
        [
          "config", "configuration", "reloaded", "reload", "changed", "override", "overridden", "timeout",
          "timeouts", "timedout", "rejected", "aborted", "lag", "lagging", "stale", "denied",
          "exceeded", "exceeds", "full", "failed", "failure", "exception", "error", "lost", "dropped",
          "stuck", "hung", "stalled", "restarting", "restarted", "retries", "retrying", "circuit",
          "replica", "replication", "primary", "master", "rolling", "rolled", "flipped", "quorum",
          "partitioned",
          "breaker", "clock", "drift", "rollover", "caused", "alert", "firing", "resolved", "incident",
          "timed", "unable", "aborting", "exiting", "dropping", "rejecting", "failing",
          "degraded", "mismatch", "violated", "violation", "breached", "scaled", "release",
        ]
      ),
      (
        3,
        [
          "live", "synced", "starting", "booting", "launched", "moved", "behind", "settings", "setting",
          "revision", "diff", "capacity", "space", "active", "controller", "previous", "previously",
          "slow", "queue", "waiting", "blocked", "backlog", "memory", "disk", "quota", "limit", "retry",
          "warn", "delayed", "late", "missing", "invalid", "unexpected", "version", "enabled", "disabled",
          "started", "stopped", "shutdown", "skipped", "parked", "gave",
        ]
      ),
    ]
    var table: [String: Int] = [:]
    for (worth, list) in groups {
      for word in list { table[word] = worth }
    }
    return table
  }()
}
