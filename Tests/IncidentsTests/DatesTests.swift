import Bytes
import Diagnostics
import Incidents
import Moments
import Testing

@Suite("When an incident was")
struct DatesTests {
  @Test(
    "Labelled lines of the narrative say it in many forms",
    arguments: [
      "Started: 2026-03-14 14:24 UTC\nResolved: 2026-03-14 15:10 UTC\n",
      "- **Started**: 14 March 2026 14:24 UTC\n- **Resolved**: 15:10 UTC\n",
      "| Start | 2026-03-14T14:24Z |\n|---|---|\n| End | 15:10 UTC |\n",
      "## Fault occurs 2026-03-14 14:24\n\n## Resolved 2026-03-14 15:10\n",
      "Date: 2026-03-14\nBegan: 2:24 pm\nService restored: 3:10 pm\n",
      "- Start time: March 14th, 2026 at 2:24 pm UTC\n- End time: March 14th, 2026 at 3:10 pm UTC\n",
    ])
  func labels(_ text: String) {
    let reading = Reading(text)
    #expect(reading.started == "2026-03-14T14:24Z")
    #expect(reading.resolved == "2026-03-14T15:10Z")
    #expect(reading.minutes == 46)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Marks behind timed lines, several labels on a line, and the repair before the end of all work")
  func furtherForms() {
    let marked = Reading(
      "Date: 2026-03-14\n* 14:24 UTC pause begins **<START OF OUTAGE>**\n* 15:00 job paused <MITIGATED>\n* 15:10 UTC drained **<END OF OUTAGE>**\n"
    )
    #expect(marked.started == "2026-03-14T14:24Z" && marked.resolved == "2026-03-14T15:10Z")
    let line = Reading("Date: 14 March 2026. Severity: 1. Service: dispatch-api.\n")
    #expect(line.incident.services == [RawText(Array("dispatch-api".utf8))])
    for span in [
      "Between 14:24 and 15:10 UTC the shop was down.", "From 14:24 to 15:10 UTC it was down.",
      "**Duration:** 14:24 – 15:10 UTC", "Zwischen 14:24 und 15:10 UTC war es aus.",
    ] {
      let told = Reading("2026-03-14\n\(span)\n")
      #expect(told.started == "2026-03-14T14:24Z" && told.resolved == "2026-03-14T15:10Z", "\(span)")
    }
    let repaired = Reading(
      "- First detected 2026-03-14 14:24\n- Repaired 2026-03-14 14:40\n- **Time to repair**: 0h 16m\n- **Time to resolve**: 20h 3m\n"
    )
    #expect(repaired.minutes == 16)
  }

  @Test("Front matter stands over the narrative, but a time over a bare day")
  func precedence() {
    let reading = Reading("---\nstarted: 2026-03-14T01:00Z\n---\nStarted: 2026-03-15 14:24\n")
    #expect(reading.started == "2026-03-14T01:00Z")
    #expect(Reading("---\ndate: 2026-03-14\n---\nStarted: 14:24 UTC\n").started == "2026-03-14T14:24Z")
    #expect(Reading("---\ndate: 2026-03-14\nstart: \"14:24\"\n---\n").started == "2026-03-14T14:24Z")
  }

  @Test(
    "Without a stated start, the day is guessed from the best source there is",
    arguments: [
      ("text", "2026-03-14-db", "2026-03-14", "the file's name"),
      ("text", "2026-03-14/db", "2026-03-14", "the file's name"),
      ("seen on 2 May 2025, again on 2025-06-01", "db", "2025-05-02", "the first date in the text"),
      ("seen on 2 May 2025", "2026-03-14-db", "2026-03-14", "the file's name"),
      ("text", "db", "2024-01-02", "the first commit"),
    ])
  func guesses(_ text: String, _ name: String, _ day: String, _ source: String) {
    let added = Moment(seconds: 1_704_196_800)
    let reading = Reading(text, name: name, history: History(firstPath: "a.md", added: added, changed: added))
    #expect(reading.started == day)
    #expect(reading.incident.started?.basis == .guessed(from: source))
    #expect(reading.incident.permanentName == "a.md")
    #expect(reading.incident.lastChanged == added)
    #expect(!reading.incident.isDraft)
  }

  @Test("With no source at all, nothing is invented")
  func unknown() {
    let reading = Reading("It broke at 14:24 and came back.\n")
    #expect(reading.started == nil)
    #expect(reading.minutes == nil)
    #expect(reading.incident.isDraft)
  }

  @Test("A time that nobody knows stays unknown", arguments: ["14:??", "??", "unknown", "TBD", "25:61"])
  func unreadable(_ value: String) {
    let narrative = Reading("Date: 2026-03-14\n\nStarted: \(value)\nResolved: 15:10 UTC\n")
    #expect(narrative.started == "2026-03-14")
    #expect(narrative.resolved == "2026-03-14T15:10Z")
    #expect(narrative.minutes == nil)
    let front = Reading("---\nstart: \"\(value)\"\ndate: 2026-03-14\n---\n")
    #expect(front.started == "2026-03-14")
    #expect(front.diagnostics.map(\.severity) == [.warning])
    #expect(front.diagnostics.first?.location?.line == 2)
  }

  @Test("An outage over midnight ends, and is noticed, on the next day")
  func midnight() {
    let reading = Reading(
      "---\ndate: 2026-12-31\n---\nStarted: 23:50 UTC\nDetected: 00:05 UTC\nResolved: 00:20 UTC\n")
    #expect(reading.started == "2026-12-31T23:50Z")
    #expect(reading.detected == "2027-01-01T00:05Z")
    #expect(reading.resolved == "2027-01-01T00:20Z")
    #expect(reading.minutes == 30)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A stated end before the start is told with its line, and no length is made of it")
  func backwards() {
    let reading = Reading("---\nstarted: 2026-03-14T15:00Z\nresolved: 2026-03-14T14:00Z\n---\n")
    #expect(reading.minutes == nil)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.location?.line == 3)
  }

  @Test("A length of more than a month is taken for a slip of the pen")
  func month() {
    #expect(Reading("---\nstarted: 2025-03-14T15:00Z\nresolved: 2026-03-14T15:00Z\n---\n").minutes == nil)
  }

  @Test("Days alone make no length")
  func daysOnly() {
    #expect(Reading("---\nstarted: 2026-03-14\nresolved: 2026-03-15\n---\n").minutes == nil)
  }
}
