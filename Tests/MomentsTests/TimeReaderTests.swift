import Moments
import Testing

/// `2026-03-14T14:24:07Z` with what isn't stated as `?`: `2026-03-14T?`, `?T14:24?`, `?-03-14T14:24:07?`.
func shown(_ reading: TimeReading) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  var text = reading.date.map { "\($0.year)-\(two($0.month))-\(two($0.day))" } ?? "?"
  if let (month, day) = reading.monthAndDay { text = "?-\(two(month))-\(two(day))" }
  guard let second = reading.secondOfDay else { return text + "T?" }
  text += "T\(two(second / 3_600)):\(two(second / 60 % 60))"
  if reading.hasSeconds { text += ":\(two(second % 60))" }
  if reading.milliseconds > 0 { text += ".\(reading.milliseconds)" }
  guard let offset = reading.zone?.offset else { return text + "?" }
  guard offset != 0 else { return text + "Z" }
  return text + (offset < 0 ? "-" : "+") + two(abs(offset) / 3_600) + ":" + two(abs(offset) / 60 % 60)
}

@Suite("Dates and times that are read")
struct TimeReaderTests {
  private func expect(_ text: String, _ expected: String) {
    let reading = TimeReader(Array(text.utf8)).first(from: 0)
    #expect(reading.map(shown) == expected, "\(text)")
  }

  @Test(
    "ISO 8601 and its cousins",
    arguments: [
      ("2026-03-14T14:24:07.123Z", "2026-03-14T14:24:07.123Z"), ("2026-03-14T14:24Z", "2026-03-14T14:24Z"),
      ("2026-03-14t14:24:07z", "2026-03-14T14:24:07Z"), ("2026-03-14 14:24:07,5", "2026-03-14T14:24:07.500?"),
      ("2026-03-14T14:24:07.123456789+01:00", "2026-03-14T14:24:07.123+01:00"),
      ("2026-03-14T14:24:07-05:00", "2026-03-14T14:24:07-05:00"), ("2026/03/14 14:24", "2026-03-14T14:24?"),
      ("03/14/2026 2:24 PM", "2026-03-14T14:24?"), ("14/03/2026", "2026-03-14T?"),
      ("03-14-2026", "2026-03-14T?"),
      ("2026-3-4", "2026-03-04T?"), ("14.03.2026", "2026-03-14T?"),
      ("14.03.2026, 14:24 CET", "2026-03-14T14:24+01:00"),
      ("2026-03-14 14:24 UTC+2", "2026-03-14T14:24+02:00"),
      ("2026-03-14 14:24 GMT-05:30", "2026-03-14T14:24-05:30"),
      ("2026-03-14_14:24", "2026-03-14T14:24?"), ("2026-03-14 at 14:24", "2026-03-14T14:24?"),
      ("2026-03-14 | 14:24", "2026-03-14T14:24?"), ("2026-03-14T25:00", "2026-03-14T?"),
    ])
  func iso(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "syslog, Go and Apache",
    arguments: [
      ("Mar 14 14:24:07 web-1 sshd[7]:", "?-03-14T14:24:07?"), ("Mar  4 04:24:07 web-1", "?-03-04T04:24:07?"),
      ("2026/03/14 14:24:07 main.go:12", "2026-03-14T14:24:07?"),
      ("[14/Mar/2026:14:24:07 +0100]", "2026-03-14T14:24:07+01:00"),
      ("14-Mar-2026 14:24:07", "2026-03-14T14:24:07?"),
    ])
  func logs(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "Prose",
    arguments: [
      ("On March 14th, 2026 we", "2026-03-14T?"), ("14 Mar 2026", "2026-03-14T?"),
      ("Sept 1, 2026", "2026-09-01T?"),
      ("the 14th of March, 2026", "2026-03-14T?"), ("Jan. 20", "?-01-20T?"), ("1st May", "?-05-01T?"),
      ("March 14, 2026 at 2:24 pm UTC", "2026-03-14T14:24Z"),
      ("14:24 UTC on 2026-03-14", "2026-03-14T14:24Z"),
      ("14:24, March 14", "?-03-14T14:24?"), ("14:24:07 on 14 Mar 2026", "2026-03-14T14:24:07?"),
    ])
  func prose(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "Clock times, with noon and midnight where they belong",
    arguments: [
      ("14:24", "?T14:24?"), ("at 4:05.", "?T04:05?"), ("14:24:07", "?T14:24:07?"),
      ("2:24 pm UTC", "?T14:24Z"),
      ("2:24PM", "?T14:24?"), ("2 p.m.", "?T14:00?"), ("2am", "?T02:00?"), ("12:00 am", "?T00:00?"),
      ("12:30 a.m.", "?T00:30?"), ("12 pm", "?T12:00?"), ("00:00", "?T00:00?"), ("23:59:60", "?T23:59:59?"),
      ("(14:24)", "?T14:24?"), ("14:24h", "?T14:24?"), ("Time:14:24", "?T14:24?"),
    ])
  func clocks(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "Zones",
    arguments: [
      ("14:24Z", "?T14:24Z"), ("14:24 GMT", "?T14:24Z"), ("14:24 (UTC)", "?T14:24Z"),
      ("14:24 BST", "?T14:24+01:00"),
      ("14:24+0530", "?T14:24+05:30"), ("14:24 +01:00", "?T14:24+01:00"), ("9:24 PDT", "?T09:24-07:00"),
      ("2026-03-14T14:24-03:30", "2026-03-14T14:24-03:30"), ("14:24 today", "?T14:24?"),
      ("14:24 IST", "?T14:24?"),
    ])
  func zones(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "The end of a range is no zone",
    arguments: [
      ("14:24-14:50", ["?T14:24?", "?T14:50?"]), ("10:00-11:30 UTC", ["?T10:00?", "?T11:30Z"]),
      ("09:05-10:00", ["?T09:05?", "?T10:00?"]), ("14:24 - 14:50", ["?T14:24?", "?T14:50?"]),
      ("14:24–14:50", ["?T14:24?", "?T14:50?"]),
      ("2026-03-14 10:00-11:20", ["2026-03-14T10:00?", "?T11:20?"]),
    ])
  func ranges(_ text: String, _ expected: [String]) {
    #expect(TimeReader(Array(text.utf8)).all().map(shown) == expected)
  }

  @Test("Each reading tells where it stands, and they don't overlap")
  func places() {
    let text = "From 2026-03-14T14:24Z, then 14:50 and Mar 15 2:05 am; 3.2 s"
    let bytes = Array(text.utf8)
    let found = TimeReader(bytes).all().map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == ["2026-03-14T14:24Z", "14:50", "Mar 15 2:05 am"])
  }

  @Test("Nothing is read beyond the range it was given")
  func bounded() {
    let bytes = Array("14:24:07 UTC".utf8)
    #expect(TimeReader(bytes, within: 0..<5).first(from: 0).map(shown) == "?T14:24?")
    #expect(TimeReader(bytes, within: 0..<4).first(from: 0) == nil)
  }
}
