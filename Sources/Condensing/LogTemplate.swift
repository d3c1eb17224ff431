import Moments
import Sanitizing

/// Log lines of one form, with all that is kept of them.
struct LogTemplate {
  /// A line of the form, as it stands in the log.
  struct Sample {
    let text: SanitizedText
    let line: Int
    let moment: Moment?
  }

  let first: Sample
  let level: LogLevel
  let worth: Int
  /// `Caused by:` lines and exception heads, which explain the lines above them.
  let isCause: Bool
  var count = 0
  var lastLine = 0
  var lastMoment: Moment?
  /// The numbers in the line, one column each.
  var columns: [NumberColumn] = []
  /// The line that holds the number farthest from its column, where there is one.
  var extreme: Sample?
  var extremeColumn: Int?

  init(first: Sample, level: LogLevel, worth: Int, isCause: Bool) {
    self.first = first
    self.level = level
    self.worth = worth
    self.isCause = isCause
  }
}

/// Running statistics of one number of a form (B. P. Welford, 1962), without its greatest value.
struct NumberColumn {
  private(set) var count = 0
  private var mean = 0.0
  private var squares = 0.0
  private(set) var greatest = -Double.infinity
  private var lastValue = -Double.infinity
  private var rises = 0

  /// True when the value is the greatest so far.
  mutating func add(_ value: Double) -> Bool {
    if value >= lastValue { rises += 1 }
    lastValue = value
    guard value > greatest else {
      push(value)
      return false
    }
    if greatest > -Double.infinity { push(greatest) }
    greatest = value
    return true
  }

  private mutating func push(_ value: Double) {
    count += 1
    let delta = value - mean
    mean += delta / Double(count)
    squares += delta * (value - mean)
  }

  /// How far the greatest value lies above the others, in their standard deviations; 0 for counters and ids.
  var surprise: Double {
    guard count >= 20, greatest > 0 else { return 0 }
    // A number that nearly always rises is a counter or a clock.
    if Double(rises) > Double(count) * 0.9, squares > 0, mean > 0, greatest < mean * 4 { return 0 }
    let deviation = max((squares / Double(count)).squareRoot(), abs(mean) * 0.05, 0.5)
    return (greatest - mean) / deviation
  }
}
