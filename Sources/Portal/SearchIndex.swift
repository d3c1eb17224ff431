import Bytes
import Insights

/// An inverted index in small files, so that a search loads the shards of its words and nothing else.
///
///     search/index.json       counts, the names of the shards, and what filters there are
///     search/ca.txt           terms that begin with "ca": term, then for each document its distance from the one before
///                             and its weight, all in base 36:  cache 3a.5 1.2
///     search/cac.txt          those of them that begin with "cac", where the shard of "ca" would be too large
///     search/incidents-0.txt  the first 8 incidents: address, title, date, severity, services, what it is about
///     search/gaps-0.txt       the first 8 gaps, in the same way
///
/// Incidents are numbered from 0, the oldest first, and gaps from `firstGap` by their names: a new one leaves the numbers of
/// the others alone, and with them most files.
struct SearchIndex: Sendable {
  static let documentsPerFile = 8
  /// More than any site has incidents.
  static let firstGap = 1 << 30
  /// What a shard may weigh before it is parted by one letter more, in bytes; compressed it is a third of that.
  static let shardBytes = 96 << 10

  private let incidents: [SearchDocument]
  private let gaps: [SearchDocument]

  /// - Parameter incidents: the newest first.
  init(_ incidents: [IncidentCard], _ index: GapIndex) {
    self.incidents = incidents.reversed().map(\.search)
    gaps = index.entries.sorted { $0.id < $1.id }.map { SearchDocument($0) }
  }

  /// A part for the terms of each first letter, one for the documents, one for the filters; what they are called comes last.
  var parts: [SitePart] {
    let groups = SearchWords(numbered).groups
    let terms = groups.sorted { $0.key < $1.key }.map { name, words in
      SitePart("search " + name, Digest(of: words[...])) {
        let shards = Self.shards(of: SearchPostings(words).lines)
        return shards.map { SiteFile("search/\($0.key).txt", $0.value) }
      }
    }
    return terms + [
      SitePart("search filters", listingDigest) { [SiteFile("search/f.txt", filters)] },
      SitePart("search documents", listingDigest) {
        Self.files("incidents", incidents) + Self.files("gaps", gaps)
      },
      SitePart(after: "search/index.json") { paths in
        let shards = paths.compactMap(Self.shard)
        return [SiteFile("search/index.json", contents(shards))]
      },
    ]
  }

  private var numbered: [(number: Int, document: SearchDocument)] {
    incidents.enumerated().map { ($0.offset, $0.element) }
      + gaps.enumerated().map { (Self.firstGap + $0.offset, $0.element) }
  }

  private var listingDigest: Digest {
    var sheet = BinaryWriter()
    for documents in [incidents, gaps] {
      sheet.add(documents) { sheet, document in
        sheet.add(document.listing)
        sheet.add(document.filters) { sheet, filter in
          sheet.add(filter.name)
          sheet.add(filter.value)
        }
      }
    }
    return Digest(of: sheet.bytes)
  }

  private static func files(_ name: String, _ documents: [SearchDocument]) -> [SiteFile] {
    stride(from: 0, to: documents.count, by: documentsPerFile).map { start in
      let lines = documents[start..<min(documents.count, start + documentsPerFile)].map(\.listing)
      return SiteFile(
        "search/\(name)-\(start / documentsPerFile).txt", Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }

  /// The shard of what can be filtered by: `service:checkout`.
  private var filters: [UInt8] {
    var places: [String: [SearchPlace]] = [:]
    for (number, document) in numbered {
      for filter in document.filters {
        places["\(filter.name):\(filter.value.lowercased())", default: []].append(
          SearchPlace(document: number, weight: 1))
      }
    }
    return places.sorted { $0.key < $1.key }.flatMap { SearchPlace.line(Array($0.key.utf8), $0.value) }
  }

  private func contents(_ shards: [String]) -> [UInt8] {
    var values: [String: Set<String>] = [:]
    for (_, document) in numbered {
      for filter in document.filters { values[filter.name, default: []].insert(filter.value) }
    }
    return JSONText.object([
      .init("incidents", .number(incidents.count)), .init("gaps", .number(gaps.count)),
      .init("first_gap", .number(Self.firstGap)), .init("per_file", .number(Self.documentsPerFile)),
      .init("shards", .list(shards.sorted().map { .string($0) })),
      .init(
        "filters",
        .object(
          values.sorted { $0.key < $1.key }.map { name, values in
            .init(name, .list(values.sorted().map { .string($0) }))
          })),
    ]).bytes
  }

  /// `ca` for `search/ca.txt`; nil for files that are no shards.
  private static func shard(_ path: String) -> String? {
    guard path.hasPrefix("search/"), path.hasSuffix(".txt") else { return nil }
    let name = path.dropFirst(7).dropLast(4)
    // Documents; no term has a hyphen in it.
    return name.utf8.contains(UInt8(ascii: "-")) ? nil : String(name)
  }

  /// Terms with their lines by the names of their shards: two letters, or more where a shard would be too large.
  ///
  /// - Parameter lines: sorted by term.
  static func shards(
    of lines: [(term: String, bytes: [UInt8])], limit: Int = shardBytes
  ) -> [String: [UInt8]] {
    var shards: [String: [UInt8]] = [:]
    var pending = Array(Dictionary(grouping: lines) { SearchTerms.shard(of: $0.term) })
    while let (name, members) = pending.popLast() {
      let isPartable = (2..<6).contains(name.utf8.count) && name != SearchTerms.otherShard
      guard isPartable, members.reduce(0, { $0 + $1.bytes.count }) > limit else {
        shards[name] = Self.joined(members)
        continue
      }
      // What has no further letter stays: the prefix as a word of its own.
      var parts = Dictionary(grouping: members) { SearchTerms.shard(of: $0.term, longerThan: name) }
      shards[name] = Self.joined(parts.removeValue(forKey: name) ?? [])
      pending += Array(parts)
    }
    return shards
  }

  private static func joined(_ lines: [(term: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count })
    for line in lines { bytes += line.bytes }
    return bytes
  }
}

/// A document that a term stands in.
struct SearchPlace {
  let document: Int
  let weight: UInt8

  /// `cache 3a.5 1.2`: the term, then each document's distance from the one before and its weight.
  static func line(_ term: [UInt8], _ places: some Sequence<SearchPlace>) -> [UInt8] {
    var line = term
    var last = 0
    for place in places {
      line.append(ASCII.space)
      append(place.document - last, to: &line)
      if place.weight > 1 {
        line.append(UInt8(ascii: "."))
        append(Int(place.weight), to: &line)
      }
      last = place.document
    }
    line.append(ASCII.newline)
    return line
  }

  /// In base 36.
  private static func append(_ number: Int, to line: inout [UInt8]) {
    let start = line.count
    var rest = number
    repeat {
      let digit = UInt8(rest % 36)
      line.append(digit < 10 ? 48 + digit : 87 + digit)
      rest /= 36
    } while rest > 0
    if line.count - start > 1 { line[start...].reverse() }
  }
}
