/// Ranges that don't overlap, kept in order.
struct IntervalSet {
  private var ranges: [Range<Int>] = []

  /// False, and no change, when the range overlaps one that is in.
  mutating func insert(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].lowerBound < range.upperBound { return false }
    ranges.insert(range, at: low)
    return true
  }

  /// The parts of a range that none of those that are in covers.
  func gaps(in range: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = range.lowerBound
    for taken in ranges where taken.overlaps(range) {
      if taken.lowerBound > start { gaps.append(start..<taken.lowerBound) }
      start = max(start, taken.upperBound)
    }
    if start < range.upperBound { gaps.append(start..<range.upperBound) }
    return gaps
  }
}
