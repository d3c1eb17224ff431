import Moments
import Testing

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test("Every day from 1970 to 2400 follows the one before it and comes back from its number")
  func roundTrip() throws {
    var expected = (year: 1970, month: 1, day: 1)
    for number in 0...157_053 {
      let date = CivilDate(dayNumber: number)
      try #require((date.year, date.month, date.day) == expected)
      try #require(date.dayNumber == number)
      try #require(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      expected.day += 1
      if expected.day > CivilDate.length(ofMonth: expected.month, in: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month == 13 { expected = (expected.year + 1, 1, 1) }
    }
    #expect(expected == (2400, 1, 1))
  }

  @Test("A day number before 1970 gives the day before it")
  func beforeEpoch() {
    let date = CivilDate(dayNumber: -1)
    #expect((date.year, date.month, date.day) == (1969, 12, 31))
    #expect(date.weekday == 3)
  }

  @Test(
    "A day that no calendar has is refused",
    arguments: [
      (2026, 2, 29), (2026, 2, 30), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
      (2026, 1, 0), (2026, 1, 32), (2026, 1, -1), (1969, 12, 31), (10_000, 1, 1),
    ])
  func impossible(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test("Leap days exist when they should", arguments: [1972, 2000, 2024, 2400])
  func leapDays(_ year: Int) {
    #expect(CivilDate(year: year, month: 2, day: 29) != nil)
  }

  @Test(
    "The weekday is the one on a wall calendar, Sunday being 0",
    arguments: [
      ((1970, 1, 1), 4), ((2000, 2, 29), 2), ((2026, 3, 14), 6), ((2026, 3, 15), 0), ((2038, 1, 19), 2),
    ])
  func weekdays(_ day: (Int, Int, Int), _ expected: Int) throws {
    let date = try #require(CivilDate(year: day.0, month: day.1, day: day.2))
    #expect(date.weekday == expected)
  }
}
