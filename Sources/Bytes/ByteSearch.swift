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

extension String {
  /// Whether the text has these bytes in a row: for long texts, where `contains` compares letter by letter.
  package func contains(bytes needle: String) -> Bool {
    let wanted = Array(needle.utf8)
    guard let head = wanted.first else { return true }
    return unsafe utf8.withContiguousStorageIfAvailable { text in
      guard text.count >= wanted.count else { return false }
      for start in 0...(text.count - wanted.count) where unsafe text[start] == head {
        var length = 1
        while length < wanted.count, unsafe text[start + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      return false
    } ?? Array(utf8)[...].contains(bytes: wanted)
  }
}
