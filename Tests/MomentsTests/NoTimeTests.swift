import Moments
import Testing

@Suite("What looks like a time and is none")
struct NoTimeTests {
  @Test(
    "No date or time is found",
    arguments: [
      "14:??", "14:2?", "??:24", "~14:", "24:61", "14:60", "25:00", "99:99", "14:24x", "10:00times",
      "3.14.2", "v1.2.3", "version 10.12.2021.3", "3:14.2.1", "1.21.0-rc.1", "go1.22", "2.24",
      "16:9", "3:1", "1:100", "1:1000", "main.go:12", "postgres:16", "redis:7.2",
      "10.0.14.24", "10.0.14.24:8080", "192.168.1.14:22", "14:24:07:99", "::1", "fe80::14:24",
      "2001:db8::1:12:34",
      "fe80::a:12:34", "aa:bb:cc:12:34:56", "12:34:56:78:9a:bc", "00:1b:12:34:56:78", "sha256:12ab",
      "2026-02-30", "2026-13-01", "30.02.2026", "31 February 2026x", "1887-03-14", "20260314", "2026", "Mar",
      "the 14th", "45 min", "4h 9m", "13 pm", "0 am", "2 amps", "1h30m", "$14.03", "1/2", "03/04/2026",
      "12-11-2026", "",
    ])
  func nothing(_ text: String) {
    let found = TimeReader(Array(text.utf8)).all()
    #expect(found.map(shown) == [])
  }

  @Test("A time beside such things is still found")
  func besides() {
    let text = "v1.2.3 on 10.0.14.24:8080 (aa:bb:cc:12:34:56) failed 3:1 at 14:24 UTC, not 14:??"
    #expect(TimeReader(Array(text.utf8)).all().map(shown) == ["?T14:24Z"])
  }
}

@Suite("Moments from what was read")
struct TimeReadingTests {
  private func moment(_ text: String, on day: CivilDate?) -> String? {
    TimeReader(Array(text.utf8)).first(from: 0)?.moment(assuming: day)
      .map { $0.moment.iso8601 + ($0.isGuess ? " guessed" : "") }
  }

  @Test(
    "What isn't stated comes from the day assumed, and is a guess",
    arguments: [
      ("2026-03-14T14:24:07+02:00", "2026-03-14T12:24:07Z"), ("2026-03-14T00:30+01:00", "2026-03-13T23:30Z"),
      ("2026-03-14 14:24", "2026-03-14T14:24Z guessed"), ("14:24 UTC", "2025-12-31T14:24Z guessed"),
      ("Mar 14 14:24:07", "2025-03-14T14:24:07Z guessed"), ("Feb 29", nil),
      ("2026-03-14", "2026-03-14 guessed"), ("2026-03-14T14:24Z", "2026-03-14T14:24Z"),
    ] as [(String, String?)])
  func completed(_ text: String, _ expected: String?) {
    #expect(moment(text, on: CivilDate(year: 2025, month: 12, day: 31)) == expected)
  }

  @Test("Without a day to assume, a bare time is no moment", arguments: ["14:24", "Mar 14 14:24"])
  func incomplete(_ text: String) {
    #expect(moment(text, on: nil) == nil)
  }
}
