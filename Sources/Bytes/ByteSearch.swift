/// Finding bytes in bytes.
package enum ByteSearch {
  /// Where `needle` first stands within `range`, or nil.
  package static func first(_ needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let head = needle.first, range.count >= needle.count else { return nil }
    var index = range.lowerBound
    let last = range.upperBound - needle.count
    while index <= last {
      if bytes[index] == head, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
