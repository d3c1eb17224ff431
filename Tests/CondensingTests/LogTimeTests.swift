import Moments
import Testing

@testable import Condensing

@Suite struct LogTimeTests {
  @Test(
    arguments: [
      ("2026-03-14T14:24:07Z x", "2026-03-14T14:24:07Z"),
      ("2026-03-14 14:24:07,123 INFO x", "2026-03-14T14:24:07Z"),
      ("2026-03-14T14:24:07.123456+02:00 x", "2026-03-14T12:24:07Z"),
      ("2026-03-14T14:24:07.1-0530 x", "2026-03-14T19:54:07Z"),
      ("[2026-03-14 14:24:07] x", "2026-03-14T14:24:07Z"),
      ("2026/03/14 14:24:07 [error] x", "2026-03-14T14:24:07Z"),
      ("Mar 14 14:24:07 web-1 app[7]: x", "2026-03-14T14:24:07Z"),
      ("<134>Mar 14 14:24:07 web-1 x", "2026-03-14T14:24:07Z"),
      ("E0314 14:24:07.123456 1 a.go:1] x", "2026-03-14T14:24:07Z"),
      ("14:24:07.123 [main] INFO x", "2026-03-14T14:24:07Z"),
      (#"{"ts":1773498247.5,"msg":"x"}"#, "2026-03-14T14:24:07Z"),
      (#"{"time":1773498247123}"#, "2026-03-14T14:24:07Z"),
      (#"{"timestamp":"2026-03-14T14:24:07Z"}"#, "2026-03-14T14:24:07Z"),
      (#"203.0.113.9 - - [14/Mar/2026:14:24:07 +0000] "GET / HTTP/1.1" 200"#, "2026-03-14T14:24:07Z"),
      ("no time at all", nil), ("order 20260314 failed", nil),
    ] as [(String, String?)]) func theTimeOfALine(line: String, moment: String?) throws
  {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 14))
    let bytes = Array(line.utf8)
    #expect(LogTime(day: day).read(bytes, 0..<bytes.count)?.iso8601 == moment)
  }

  @Test func withoutADayATimeWithoutAYearIsUnknown() {
    for line in ["Mar 14 14:24:07 web-1 x", "14:24:07 x", "E0314 14:24:07.1 1 a.go:1] x"] {
      let bytes = Array(line.utf8)
      #expect(LogTime(day: nil).read(bytes, 0..<bytes.count) == nil)
    }
  }

  @Test(
    arguments: [
      ("2026-13-45T99:99:99Z x", nil), ("2026-03-14T14", "2026-03-14"), ("[", nil), ("{", nil),
      (#"{"ts":"#, nil),
      ("E031", nil), ("2026-03-14T14:24:07+", "2026-03-14T14:24:07Z"),
      ("2026-03-14T14:24:07+0", "2026-03-14T14:24:07Z"),
    ] as [(String, String?)]) func brokenTimesGiveWhatIsWhole(line: String, moment: String?)
  {
    let bytes = Array(line.utf8)
    #expect(LogTime(day: nil).read(bytes, 0..<bytes.count)?.iso8601 == moment)
  }
}
