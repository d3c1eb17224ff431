import Bytes
import Diagnostics
import Incidents
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  @Test("All that it says is read, with its lines, and the narrative begins behind it")
  func whole() {
    let reading = Reading(
      """
      ---
      title: Checkout down
      severity: SEV-2
      started: 2026-03-14T14:24:07Z
      detected: 2026-03-14T14:30:00+01:00
      resolved: 2026-03-14 15:10 UTC
      services: [checkout, payments, Checkout]
      tags:
        - tls
        - expiry
      status: final
      ---
      Text.
      """)
    let incident = reading.incident
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.title == "Checkout down")
    #expect(incident.title.basis == .stated(line: 2))
    #expect(incident.severity == Fact(.sev2, .stated(line: 3)))
    #expect(reading.started == "2026-03-14T14:24:07Z")
    #expect(incident.started?.basis == .stated(line: 4))
    #expect(reading.detected == "2026-03-14T13:30:00Z")
    #expect(reading.resolved == "2026-03-14T15:10Z")
    #expect(reading.minutes == 46)
    #expect(reading.services == ["checkout", "payments"])
    #expect(reading.tags == ["tls", "expiry"])
    #expect(incident.status?.unsealed() == Array("final".utf8))
    #expect(incident.firstNarrativeLine == 13)
  }

  @Test("Mitigated is a moment of its own, and the end where no other is told")
  func mitigated() {
    let both = Reading(
      "---\nstarted: 2026-03-14T14:00Z\nmitigated: 2026-03-14T14:20Z\nresolved: 2026-03-14T15:00Z\n---\n")
    #expect(both.mitigated == "2026-03-14T14:20Z")
    #expect(both.resolved == "2026-03-14T15:00Z")
    #expect(both.minutes == 60)
    let alone = Reading("Start: 2026-03-14 23:50 UTC\nMitigated: 00:20\n")
    #expect(alone.mitigated == "2026-03-15T00:20Z")
    #expect(alone.resolved == "2026-03-15T00:20Z")
    #expect(alone.minutes == 30)
  }

  @Test(
    "A key may be written in many ways",
    arguments: [
      "started", "start", "Started_At", "started-at", "START TIME", "began: x\nstart_time", "date",
      "occurred",
    ])
  func keys(_ key: String) {
    let text = key.hasPrefix("began") ? "start_time" : key
    #expect(Reading("---\n\(text): 2026-03-14T14:24Z\n---\n").started == "2026-03-14T14:24Z")
  }

  @Test(
    "Services come as a list, one name or names between commas",
    arguments: [
      "services: [api, db]", "service: api, db", "components:\n  - api\n  - db", "affected: \"api,db,\"",
      "systems: [\"api, db\"]",
    ])
  func services(_ line: String) {
    #expect(Reading("---\n\(line)\n---\n").services == ["api", "db"])
  }

  @Test("Labels and values in columns are facts as well")
  func columns() {
    let reading = Reading(
      "OUTAGE\n\nSeverity      SEV2\nStarted       2026-03-14 14:24 UTC\nServices      api, db\n")
    #expect(reading.services == ["api", "db"])
    #expect(reading.started == "2026-03-14T14:24Z")
  }

  @Test(
    "Values that say nothing are none",
    arguments: ["title:", "title: ~", "title: null", "title: \"\"", "title: {a: b}"])
  func empty(_ line: String) {
    let reading = Reading("---\n\(line)\n---\n# Real\n")
    #expect(reading.title == "Real")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Quoted, folded and numeric titles are one line of text")
  func titles() {
    #expect(Reading("---\ntitle: \"a: b\"\n---\n").title == "a: b")
    #expect(Reading("---\ntitle: >\n  a\n  b\n---\n").title == "a b")
    #expect(Reading("---\ntitle: 502\n---\n").title == "502")
    #expect(Reading("---\ntitle: \"null\"\n---\n").title == "null")
  }

  @Test(
    "What isn't YAML is an error with its line, quotes nothing, and the text alone builds the incident",
    arguments: [
      ("title: \"open\nseverity: SEV1", nil), ("title: a\nnote: b: hunter2", 3),
      ("title: a\n\tseverity: x", 3),
      ("tags: [a, b\nhunter2: c", 3), ("x: *hunter2", 2), ("title: a\ntitle: b", nil),
    ] as [(String, Int?)])
  func broken(_ block: String, _ line: Int?) throws {
    let reading = Reading("---\n\(block)\n---\n# Disk full\n\nSeverity: SEV3\n")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location?.path == "incidents/outage.md")
    if let line { #expect(diagnostic.location?.line == line) }
    #expect(!diagnostic.message.contains("hunter2"))
    #expect(reading.title == "Disk full")
    #expect(reading.incident.severity?.value == .sev3)
  }

  @Test("A list instead of keys is an error")
  func noKeys() {
    let reading = Reading("---\n- a\n- b\n---\n# T\n")
    #expect(reading.diagnostics.map(\.severity) == [.error])
    #expect(reading.title == "T")
  }

  @Test("Fences may have blanks behind them; without a second one there is no front matter")
  func fences() {
    #expect(Reading("---  \ntitle: a\n---\t\ntext").title == "a")
    #expect(Reading("---\n---\n# T").incident.firstNarrativeLine == 3)
    let open = Reading("---\ntitle: a\n# T\n")
    #expect(open.incident.firstNarrativeLine == 1)
    #expect(open.title == "T")
    #expect(Reading("----\ntitle: a\n----\n# T\n").title == "T")
    #expect(Reading("\n---\ntitle: a\n---\n").incident.firstNarrativeLine == 1)
  }

  @Test("Line ends of Windows and a byte-order mark change nothing")
  func windows() {
    let text = "---\r\ntitle: Checkout down\r\nseverity: P1\r\n---\r\nStarted: 2026-03-14 14:24 UTC\r\n"
    let reading = Reading([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.title == "Checkout down")
    #expect(reading.incident.severity == Fact(.sev1, .stated(line: 3)))
    #expect(reading.started == "2026-03-14T14:24Z")
    #expect(reading.incident.started?.basis == .stated(line: 5))
    #expect(reading.incident.firstNarrativeLine == 5)
  }

  @Test("Aliases that double at each step take no time", .timeLimit(.minutes(1)))
  func aliases() {
    var block = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for step in 1...9 {
      let aliases = [String](repeating: "*a\(step - 1)", count: 10).joined(separator: ", ")
      block += "a\(step): &a\(step) [\(aliases)]\n"
    }
    #expect(Reading("---\n\(block)title: Safe\n---\n").title == "Safe")
  }
}
