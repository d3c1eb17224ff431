import Bytes

/// The words of all documents, by the first letters of the shards that they go to.
///
/// A group is a row of documents: a zero, four bytes of its number, then its words as a `SearchDocument` has them.
struct SearchWords {
  /// By letter, and `other` for what has no shard of its own.
  private(set) var groups: [String: [UInt8]] = [:]

  /// - Parameter documents: in the order of their numbers.
  init(_ documents: [(number: Int, document: SearchDocument)]) {
    // Places 0 to 127 are first bytes, the last one is for all others.
    var rows = [[UInt8]](repeating: [], count: 129)
    for (number, document) in documents {
      let words = document.words
      var index = words.startIndex
      while index < words.endIndex {
        let start = index
        let row = Self.row(words, index)
        repeat {
          index += 2 + Int(words[index])
        } while index < words.endIndex && Self.row(words, index) == row
        guard index <= words.endIndex else { break }
        rows[row].append(0)
        for shift in [24, 16, 8, 0] { rows[row].append(UInt8(truncatingIfNeeded: number >> shift)) }
        rows[row] += words[start..<index]
      }
    }
    for (row, bytes) in rows.enumerated() where !bytes.isEmpty {
      groups[row == 128 ? SearchTerms.otherShard : String(UnicodeScalar(UInt8(row)))] = bytes
    }
  }

  /// Where the word goes that begins at `index`.
  private static func row(_ words: ArraySlice<UInt8>, _ index: Int) -> Int {
    guard words[index] >= 2, index + 2 < words.endIndex else { return 128 }
    let (first, second) = (words[index + 1], words[index + 2])
    return isPlain(first) && isPlain(second) ? Int(first) : 128
  }

  private static func isPlain(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || ASCII.isDigit(byte) }
}

/// The terms of a group of words, each with the documents that it stands in.
///
/// Three million words of ten thousand incidents are counted here: in flat arrays, without a text for each word.
struct SearchPostings {
  private let terms: TermTable
  /// Where the places of a term begin, by its number.
  private let starts: [Int]
  /// Document and weight in one number each.
  private let places: [UInt64]

  /// - Parameter words: a group of `SearchWords`.
  init(_ words: [UInt8]) {
    var terms = TermTable()
    var numbers: [UInt32] = []
    numbers.reserveCapacity(words.count / 8)
    var counts: [Int] = []
    Self.visit(words) { _, term, _ in
      let number = terms.number(of: term)
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      numbers.append(UInt32(number))
    }
    var next: [Int] = []
    next.reserveCapacity(counts.count)
    var total = 0
    for count in counts {
      next.append(total)
      total += count
    }
    starts = next + [total]
    var places = [UInt64](repeating: 0, count: total)
    var word = 0
    Self.visit(words) { document, _, weight in
      let number = Int(numbers[word])
      places[next[number]] = UInt64(document) << 8 | UInt64(weight)
      next[number] += 1
      word += 1
    }
    self.places = places
    self.terms = terms
  }

  /// A line for each term, sorted by term.
  var lines: [(term: String, bytes: [UInt8])] {
    let named = (0..<terms.count).map { number in (number: number, term: terms[number]) }
    return named.sorted { $0.term.lexicographicallyPrecedes($1.term) }.map { number, term in
      let places = places[starts[number]..<starts[number + 1]].lazy.map { place in
        SearchPlace(document: Int(place >> 8), weight: UInt8(truncatingIfNeeded: place))
      }
      return (String(decoding: term, as: UTF8.self), SearchPlace.line(Array(term), places))
    }
  }

  private static func visit(_ words: [UInt8], _ body: (Int, ArraySlice<UInt8>, UInt8) -> Void) {
    var document = 0
    var index = 0
    while index < words.count {
      if words[index] == 0 {
        document = words[index + 1..<index + 5].reduce(0) { $0 << 8 | Int($1) }
        index += 5
      } else {
        let end = index + 1 + Int(words[index])
        body(document, words[index + 1..<end], words[end])
        index = end + 1
      }
    }
  }
}

/// Numbers for terms, in the order in which they are first seen.
private struct TermTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers of terms, one more than they are; 0 is a free place.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  /// So that nobody can write a text whose words all want the same place.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  mutating func number(of term: ArraySlice<UInt8>) -> Int {
    var slot = place(of: term)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if self[number] == term { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes += term
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for number in ends.indices {
      var slot = place(of: self[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Fowler, Noll and Vo's hash (FNV-1a), begun somewhere else in each process.
  private func place(of term: ArraySlice<UInt8>) -> Int {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
  }
}
