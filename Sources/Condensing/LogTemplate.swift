import Bytes
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
  let telling: [Salience.Word]
  /// `Caused by:` lines and exception heads, which explain the lines above them.
  let isCause: Bool
  /// The words of the first line's message, in small letters.
  let words: [String]
  var count = 0
  var lastLine = 0
  var lastMoment: Moment?
  /// The numbers in the line, one column each.
  var columns: [NumberColumn] = []

  init(first: Sample, level: LogLevel, telling: [Salience.Word], isCause: Bool, words: [String]) {
    self.first = first
    self.level = level
    self.telling = telling
    self.isCause = isCause
    self.words = words
  }

  static func words(_ bytes: [UInt8], _ message: Range<Int>) -> [String] {
    bytes[message].prefix(300).split { !ASCII.isLetter($0) }.filter { $0.count > 1 }.prefix(24)
      .map { String(decoding: $0.map(ASCII.lowered), as: UTF8.self) }
  }
}

/// Running statistics of one number of a form (B. P. Welford, 1962), without its greatest and its least value.
struct NumberColumn {
  enum End { case least, greatest }

  private struct Extreme {
    var value: Double
    var sample: LogTemplate.Sample?
  }

  private var count = 0
  private var mean = 0.0
  private var squares = 0.0
  private var greatest: Extreme?
  private var least: Extreme?
  private var lastValue = -Double.infinity
  private var rises = 0
  private var isWhole = true

  /// The end that the value has moved, if it is the greatest or the least so far.
  mutating func add(_ value: Double) -> End? {
    if value >= lastValue { rises += 1 }
    lastValue = value
    if value != value.rounded() { isWhole = false }
    guard let top = greatest, let bottom = least else {
      greatest = greatest ?? Extreme(value: value)
      least = least ?? Extreme(value: value)
      return nil
    }
    if value > top.value {
      push(top.value)
      greatest = Extreme(value: value)
      return .greatest
    }
    if value < bottom.value {
      push(bottom.value)
      least = Extreme(value: value)
      return .least
    }
    push(value)
    return nil
  }

  mutating func keep(_ sample: LogTemplate.Sample, at end: End) {
    switch end {
    case .greatest: greatest?.sample = sample
    case .least: least?.sample = sample
    }
  }

  private mutating func push(_ value: Double) {
    count += 1
    let delta = value - mean
    mean += delta / Double(count)
    squares += delta * (value - mean)
  }

  /// The line with the extreme value that lies farther from the others, in their standard deviations.
  var outlier: (sample: LogTemplate.Sample, surprise: Double)? {
    guard count >= 20, let greatest, let least else { return nil }
    // A number that nearly always rises is a counter or a clock.
    let isCounter = Double(rises) > Double(count) * 0.9 && mean > 0 && greatest.value < mean * 4
    if isCounter, squares > 0 { return nil }
    let deviation = max((squares / Double(count)).squareRoot(), abs(mean) * 0.05, isWhole ? 0.5 : 1e-6)
    let above = (greatest.value - mean) / deviation
    let below = (mean - least.value) / deviation
    let surprise = max(above, below)
    return (above >= below ? greatest : least).sample.map { ($0, surprise) }
  }
}
