import Moments
import Testing

@Suite("Moments as text")
struct MomentTests {
  /// 2026-03-14T14:24:07Z.
  private let second = 1_773_498_247

  @Test("A moment shows what is known of it, in UTC")
  func precision() {
    #expect(Moment(seconds: second).iso8601 == "2026-03-14T14:24:07Z")
    #expect(Moment(seconds: second, precision: .minute).iso8601 == "2026-03-14T14:24Z")
    #expect(Moment(seconds: second, precision: .day).iso8601 == "2026-03-14")
    #expect(Moment(seconds: second).fullText == "14 Mar 2026, 14:24 UTC")
    #expect(Moment(seconds: second, precision: .day).fullText == "14 Mar 2026")
    #expect(Moment(seconds: second).clock == "14:24")
  }

  @Test(
    "RFC 2822 names the right weekday and always six digits of time",
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_773_498_247, "Sat, 14 Mar 2026 14:24:07 +0000"),
      (1_773_532_799, "Sat, 14 Mar 2026 23:59:59 +0000"), (1_773_532_800, "Sun, 15 Mar 2026 00:00:00 +0000"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 +0000"),
    ])
  func rfc2822(_ seconds: Int, _ expected: String) {
    #expect(Moment(seconds: seconds).rfc2822 == expected)
  }

  @Test("A time in a zone east of Greenwich is earlier in UTC, over midnight too")
  func offsets() throws {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 14))
    let moment = Moment(day, secondOfDay: 30 * 60, offset: 3_600, precision: .minute)
    #expect(moment.iso8601 == "2026-03-13T23:30Z")
    #expect(moment.secondOfDay == 84_600)
  }

  @Test("A second before 1970 lies on the last day of 1969")
  func beforeEpoch() {
    #expect(Moment(seconds: -1).iso8601 == "1969-12-31T23:59:59Z")
  }

  @Test("Minutes between two moments are rounded up and never negative")
  func minutes() {
    let start = Moment(seconds: second)
    #expect(start.minutes(until: Moment(seconds: second + 60)) == 1)
    #expect(start.minutes(until: Moment(seconds: second + 61)) == 2)
    #expect(start.minutes(until: start) == 0)
    #expect(start.minutes(until: Moment(seconds: second - 600)) == 0)
  }

  @Test("Of two moments at the same second, the one known less exactly comes first")
  func order() {
    #expect(Moment(seconds: 60, precision: .day) < Moment(seconds: 60, precision: .minute))
    #expect(Moment(seconds: 60) < Moment(seconds: 61, precision: .day))
  }

  @Test(
    "A length of time shows its two largest parts",
    arguments: [
      (0, "0 min"), (1, "1 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 5 min"), (1_439, "23 h 59 min"),
      (1_440, "1 d"), (4_440, "3 d 2 h"), (1_470, "1 d"),
    ])
  func spans(_ minutes: Int, _ expected: String) {
    #expect(Span.text(minutes: minutes) == expected)
  }
}
