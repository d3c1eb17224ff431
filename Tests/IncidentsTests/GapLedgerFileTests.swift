import Incidents
import Moments
import Testing

@Suite("gaps.yaml") struct GapLedgerFileTests {
  private func read(_ text: String) -> (file: GapLedgerFile, problems: [String]) {
    let (file, diagnostics) = GapLedgerFile.read(Array(text.utf8), path: "incidents/gaps.yaml")
    return (file, diagnostics.map { "\($0)" })
  }

  @Test func entriesSayWhatBecameOfAGap() {
    let (file, problems) = read(
      """
      - gap: connection-pool-exhaustion--load
        closed: 2026-04-02
        by: tests/load/pool.js
        includes: [connection-pool-exhaustion--soak]
      - gap: dns-failure--chaos
        accepted: true
        reason: rare
      """)
    #expect(problems.isEmpty && file.entries.map(\.line) == [1, 5])
    guard case .closed(let day, _)? = file.entries[0].outcome,
      case .accepted(nil, _)? = file.entries[1].outcome
    else {
      Issue.record("the outcomes are wrong")
      return
    }
    #expect(day.year == 2026 && day.month == 4 && day.day == 2)
    #expect(file.entries[0].includes == ["connection-pool-exhaustion--soak"])
  }

  @Test(arguments: [
    ("gap: x", 1, "takes a list"), ("- gap: [a]", 1, "needs 'gap'"), ("- gap: UPPER--load", 1, "needs 'gap'"),
    ("- gap: a--load\n  closed: soon\n  by: x", 2, "takes a day"),
    ("- gap: a--load\n  closed: 2026-02-30\n  by: x", 2, "takes a day"),
    ("- gap: a--load\n  closed: 2026-02-03", 2, "needs 'by'"),
    ("- gap: a--load\n  accepted: 2026-02-03", 2, "needs 'reason'"),
    ("- gap: a--load\n  by: x", 2, "needs 'closed"),
    ("- gap: a--load\n  colour: red", 2, "this key isn't known"),
    ("- gap: a--load\n- gap: a--load", 2, "has an entry already"),
    ("- gap: a--load\n  includes: b", 2, "takes a list"), ("- gap: [", 1, "not readable as YAML"),
  ]) func aMistakeIsNamedWithItsLine(text: String, line: Int, words: String) {
    let (_, problems) = read(text)
    #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
    if !words.contains("YAML") {
      #expect(problems[0].hasPrefix("incidents/gaps.yaml:\(line):"), "\(problems)")
    }
  }

  @Test func noMessageQuotesAValue() {
    let (_, problems) = read("- gap: ghp_x\n  hunter2: 1\n- gap: a--load\n  closed: hunter2\n  by: hunter2")
    #expect(!problems.isEmpty && !problems.joined().contains("hunter2"))
  }
}
