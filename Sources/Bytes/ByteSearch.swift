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

extension ArraySlice<UInt8> {
  /// Whether the bytes stand somewhere in the slice; for needles of a few bytes.
  package func contains(bytes needle: [UInt8]) -> Bool {
    guard let head = needle.first else { return true }
    guard count >= needle.count else { return false }
    var index = startIndex
    let last = endIndex - needle.count
    while index <= last {
      if self[index] == head {
        var length = 1
        while length < needle.count, self[index + length] == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      index += 1
    }
    return false
  }
}
