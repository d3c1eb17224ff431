/// A point in time as a text states it: in seconds since 1970-01-01T00:00:00Z, with how exact it is.
package struct Moment: Hashable, Sendable, Comparable, Codable {
  package enum Precision: Int, Sendable, Codable, Comparable {
    case day, minute, second

    package static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  package let seconds: Int
  package let precision: Precision

  package init(seconds: Int, precision: Precision = .second) {
    self.seconds = seconds
    self.precision = precision
  }

  package init(_ date: CivilDate, secondOfDay: Int = 0, offset: Int = 0, precision: Precision = .day) {
    self.init(seconds: date.dayNumber * 86_400 + secondOfDay - offset, precision: precision)
  }

  package var date: CivilDate {
    CivilDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  package var secondOfDay: Int { seconds - date.dayNumber * 86_400 }

  package static func < (left: Moment, right: Moment) -> Bool {
    (left.seconds, left.precision) < (right.seconds, right.precision)
  }

  /// Whole minutes from this moment to a later one, rounded up; 0 when it isn't later.
  package func minutes(until later: Moment) -> Int {
    max(0, (later.seconds - seconds + 59) / 60)
  }
}
