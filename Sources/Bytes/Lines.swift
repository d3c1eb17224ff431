/// Lines of UTF-8 bytes without their ends (`\n`, `\r\n`), as ranges into the text they were found in.
package struct Lines: RandomAccessCollection, Sendable {
  private let ranges: [Range<Int>]

  package init(in bytes: [UInt8]) {
    self.init(in: bytes, within: 0..<bytes.count)
  }

  package init(in bytes: [UInt8], within whole: Range<Int>) {
    var ranges: [Range<Int>] = []
    var start = whole.lowerBound
    var index = start
    while index < whole.upperBound {
      if bytes[index] == ASCII.newline {
        let end = index > start && bytes[index - 1] == ASCII.carriageReturn ? index - 1 : index
        ranges.append(start..<end)
        start = index + 1
      }
      index += 1
    }
    if start < whole.upperBound { ranges.append(start..<whole.upperBound) }
    self.ranges = ranges
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ranges.count }
  package subscript(index: Int) -> Range<Int> { ranges[index] }
}
