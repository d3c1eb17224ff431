import Diagnostics
import Incidents
import Testing

@Suite("Lengths of time")
struct MinutesTests {
  @Test(
    "They are read in the forms that people write",
    arguments: [
      ("45", 45), (" 45 ", 45), ("45 min", 45), ("45m", 45), ("45 minutes", 45), ("4h 9m", 249),
      ("4h9m", 249),
      ("1 hour 5 minutes", 65), ("1 hour and 5 minutes", 65), ("1 hour, 5 mins", 65), ("2.5 hours", 150),
      ("1d 2h", 1_560),
      ("2 weeks", 20_160), ("90 s", 2), ("30 seconds", 1), ("PT1H5M", 65), ("P1DT2H", 1_560), ("PT45M", 45),
      ("01:05:00", 65), ("0:45:10", 46), ("about 45 min", 45), ("**4h 9m**", 249),
      ("90 minutes (14:24 to 15:54)", 90),
      ("3 hours on 12 servers", 180), ("0", 0), ("1h30", 90), ("1h05", 65),
    ])
  func read(_ text: String, _ expected: Int) {
    #expect(Minutes.read(text) == expected)
  }

  @Test(
    "Any other text is none",
    arguments: [
      "", "unknown", "TBD", "a while", "14:24", "14:24 - 15:10", "??", "5 apples", "12 of 30",
      "1,200 minutes", "1.2.3 hours",
      "99999999999999999999 h", "2026-03-14", "SEV1", "m", "hours",
    ])
  func none(_ text: String) {
    #expect(Minutes.read(text) == nil)
  }

  @Test(
    "A stated length stands over the one from start to end",
    arguments: [
      ("---\nduration: 1h 5m\n---\n", 65, 2), ("Duration: 90 minutes\n", 90, 1),
      ("| Downtime | 2.5 hours |\n", 150, 1),
      ("- **Time to repair**: 4h 9m\n- **Time to resolve**: 5h\n", 249, 1),
      ("Time to resolve: 5h\nTime to repair: 4h\n", 240, 2),
    ])
  func stated(_ text: String, _ minutes: Int, _ line: Int) {
    let reading = Reading(text + "\nStarted: 2026-03-14 14:24 UTC\nResolved: 2026-03-14 14:30 UTC\n")
    #expect(reading.incident.minutes == Fact(minutes, .stated(line: line)))
  }
}

@Suite("Severities")
struct SeverityTests {
  @Test(
    "Whatever a team calls them",
    arguments: [
      ("SEV1", Severity.sev1), ("sev-2", .sev2), ("SEV 3", .sev3), ("Sev 4 (minor)", .sev4), ("P1", .sev1),
      ("P0", .sev1),
      ("S3", .sev3), ("Priority 2", .sev2), ("prio5", .sev5), ("Severity: 2", .sev2), ("3", .sev3),
      ("Level 4", .sev4),
      ("critical", .sev1), ("Major outage", .sev2), ("high", .sev2), ("MEDIUM", .sev3), ("minor", .sev4),
      ("low", .sev4),
      ("down", .sev1), ("disrupted", .sev2), ("notice", .sev4), ("info", .sev5), ("**P2**", .sev2),
      ("| P1 |", .sev1),
    ])
  func names(_ text: String, _ expected: Severity) {
    #expect(Severity(text) == expected)
  }

  @Test(
    "Any other word is none",
    arguments: ["", "??", "unknown", "SEV6", "P9", "sev", "x1", "purple", "SEV999999999999999999999"])
  func unknown(_ text: String) {
    #expect(Severity(text) == nil)
  }

  @Test("One that isn't known is told with its line, and left out")
  func diagnosed() {
    let reading = Reading("---\ntitle: a\nseverity: purple\n---\n")
    #expect(reading.incident.severity == nil)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.location?.line == 3)
  }

  @Test("The worst comes first")
  func order() {
    #expect(Severity.allCases.sorted() == [.sev1, .sev2, .sev3, .sev4, .sev5])
    #expect(Severity.sev1.text == "SEV 1")
  }
}
