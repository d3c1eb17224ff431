/// How moments are written: always in UTC, never in the machine's zone or language.
extension Moment {
  /// `2026-03-14T14:24:07Z`, shortened to what is known.
  package var iso8601: String {
    switch precision {
    case .day: isoDate
    case .minute: "\(isoDate)T\(clock)Z"
    case .second: "\(isoDate)T\(clock):\(Self.two(secondOfDay % 60))Z"
    }
  }

  /// `2026-03-14T14:24:07Z`, midnight where only the day is known (RFC 3339).
  package var timestamp: String { "\(isoDate)T\(clock):\(Self.two(secondOfDay % 60))Z" }

  /// `2026-03-14`.
  package var isoDate: String { date.iso }

  /// `14:24`.
  package var clock: String { "\(Self.two(secondOfDay / 3_600)):\(Self.two(secondOfDay / 60 % 60))" }

  /// `14 Mar 2026`.
  package var dayText: String { date.text }

  /// `14 Mar 2026, 14:24 UTC`, or the day alone when no time is known.
  package var fullText: String { precision == .day ? dayText : "\(dayText), \(clock) UTC" }

  /// `Sat, 14 Mar 2026 14:24:07 +0000` (RFC 2822).
  package var rfc2822: String {
    let date = date
    let time = "\(clock):\(Self.two(secondOfDay % 60))"
    return
      "\(Self.weekdays[date.weekday]), \(Self.two(date.day)) \(Self.months[date.month - 1]) \(date.year) \(time) +0000"
  }

  package static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CivilDate {
  /// `2026-03-14`.
  package var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

  /// `14 Mar 2026`.
  package var text: String { "\(day) \(Moment.months[month - 1]) \(year)" }
}

/// A length of time in words: `45 min`, `1 h 5 min`, `3 d 2 h`.
package enum Span {
  package static func text(minutes: Int) -> String {
    let parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
    let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    return shown.isEmpty ? "0 min" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
