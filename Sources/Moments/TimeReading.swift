/// The date and time that a piece of text states, part by part, with nothing invented.
package struct TimeReading: Hashable, Sendable {
  /// Where it stands in the bytes that were read.
  package var range: Range<Int>
  package var date: CivilDate?
  /// Month and day where the year is not stated (syslog, `Jan 20`).
  package var monthAndDay: (month: Int, day: Int)?
  package var secondOfDay: Int?
  package var hasSeconds = false
  /// Thousandths of a second, for ordering only.
  package var milliseconds = 0
  package var zone: Zone?

  package init(range: Range<Int>) { self.range = range }

  /// The moment, with what isn't stated taken from `day`; nil when there is no time and no date at all.
  ///
  /// - Parameters:
  ///   - day: the day to assume for a bare clock time, and whose year completes a yearless date.
  ///   - defaultZone: the zone to assume where none is stated; UTC where that is nil.
  package func moment(assuming day: CivilDate?, in defaultZone: Zone? = nil) -> (
    moment: Moment, isGuess: Bool
  )? {
    var guess = zone == nil
    let known: CivilDate
    if let date {
      known = date
    } else if let monthAndDay {
      guard let day, let completed = CivilDate(year: day.year, month: monthAndDay.month, day: monthAndDay.day)
      else { return nil }
      known = completed
      guess = true
    } else {
      guard let day, secondOfDay != nil else { return nil }
      known = day
      guess = true
    }
    guard let secondOfDay else { return (Moment(known), guess) }
    let precision: Moment.Precision = hasSeconds ? .second : .minute
    return (
      Moment(
        known, secondOfDay: secondOfDay, offset: (zone ?? defaultZone)?.offset ?? 0, precision: precision),
      guess
    )
  }

  package static func == (left: TimeReading, right: TimeReading) -> Bool {
    left.range == right.range && left.date == right.date && left.secondOfDay == right.secondOfDay
      && left.zone == right.zone && left.milliseconds == right.milliseconds
      && left.monthAndDay.map { [$0.month, $0.day] } == right.monthAndDay.map { [$0.month, $0.day] }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(date)
    hasher.combine(secondOfDay)
  }
}
