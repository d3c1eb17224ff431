import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

/// An inverted index in small files, so that a search loads the shards of its words and nothing else.
///
///     search/index.json    counts, the names of the shards, and what filters there are
///     search/ca.txt        terms that begin with "ca": term, then for each document its distance from the one before
///                          and its weight, all in base 36:  cache 3a.5 1.2
///     search/cac.txt       those of them that begin with "cac", where the shard of "ca" would be too large
///     search/d0.txt        the first 8 documents: address, title, date, severity, services, what it is about
///
/// Documents are the incidents, the newest first, then the gaps.
struct SearchIndex {
  static let documentsPerFile = 8
  /// What a shard may weigh before it is parted by one letter more, in bytes; compressed it is a third of that.
  static let shardBytes = 96 << 10

  private var documents: [String] = []
  private var postings: [String: [(document: Int, weight: Int)]] = [:]
  private var filters: [String: Set<String>] = [:]

  init(_ incidents: [PublishedIncident], _ index: GapIndex) {
    for incident in incidents { add(incident) }
    for entry in index.entries { add(entry) }
  }

  /// Weights of one document, the heaviest place of a term counting once in full and its repeats a little.
  private struct Weights {
    var byTerm: [String: Int] = [:]

    mutating func add(_ text: String, _ weight: Int, most: Int) {
      for term in SearchTerms.terms(in: text) {
        let old = byTerm[term] ?? 0
        if old < most { byTerm[term] = min(most, max(old + 1, weight)) }
      }
    }
  }

  private mutating func add(_ incident: PublishedIncident) {
    let review = incident.review
    var weights = Weights()
    weights.add(incident.narrative.string, 1, most: 8)
    weights.add(review.cause.statement.text.string, 6, most: 12)
    for gap in review.gaps {
      weights.add("\(gap.mode.text) \(gap.kind.text) \(gap.statement.text.string)", 4, most: 12)
    }
    for test in review.tests { weights.add("\(test.kind.text) \(test.scope.string)", 3, most: 12) }
    weights.add((incident.services + incident.tags).map(\.string).joined(separator: " "), 12, most: 16)
    weights.add(incident.title.value.string, 20, most: 24)
    let services = incident.services.map { $0.string.lowercased() }
    let year = incident.started.map { "\($0.value.date.year)" }
    let marks =
      services.map { ("service", $0) }
      + [year.map { ("year", $0) }, incident.severity.map { ("severity", $0.value.text) }]
      .compactMap(\.self) + [("kind", "incident")]
    add(
      weights, marks,
      [
        Address.incident(incident.slug), incident.title.value.string, incident.started?.value.isoDate ?? "",
        incident.severity?.value.text ?? "", incident.services.map(\.string).joined(separator: ", "),
        review.headline.string,
      ])
  }

  private mutating func add(_ entry: GapIndex.Entry) {
    var weights = Weights()
    for sighting in entry.sightings.prefix(20) { weights.add(sighting.statement.string, 2, most: 8) }
    weights.add(entry.services.map(\.string).joined(separator: " "), 6, most: 8)
    weights.add("\(entry.title) gap", 16, most: 20)
    add(
      weights, entry.services.map { ("service", $0.string.lowercased()) } + [("kind", "gap")],
      [
        Address.gap(entry.id), entry.title, entry.lastSeen?.isoDate ?? "", entry.state.name.rawValue,
        entry.services.prefix(6).map(\.string).joined(separator: ", "),
        entry.sightings.first?.statement.string ?? "",
      ])
  }

  private mutating func add(_ weights: Weights, _ marks: [(name: String, value: String)], _ cells: [String]) {
    let number = documents.count
    documents.append(cells.map(Self.cell).joined(separator: "\t"))
    for (term, weight) in weights.byTerm { postings[term, default: []].append((number, weight)) }
    for (name, value) in marks {
      filters[name, default: []].insert(value)
      postings["\(name):\(value.lowercased())", default: []].append((number, 1))
    }
  }

  private static func cell(_ text: String) -> String {
    let plain = text.map { $0.isWhitespace ? " " : String($0) }.joined()
    return plain.count <= 220 ? plain : plain.prefix(219) + "…"
  }

  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let shards = Self.shards(
      of: postings.sorted { $0.key < $1.key }.map { ($0.key, Array(line($0.key, $0.value).utf8)) })
    for (name, bytes) in shards { files["search/\(name).txt"] = bytes }
    for start in stride(from: 0, to: documents.count, by: Self.documentsPerFile) {
      let lines = documents[start..<min(documents.count, start + Self.documentsPerFile)]
      files["search/d\(start / Self.documentsPerFile).txt"] = Array(
        (lines.joined(separator: "\n") + "\n").utf8)
    }
    files["search/index.json"] =
      JSONText.object([
        .init("documents", .number(documents.count)), .init("per_file", .number(Self.documentsPerFile)),
        .init("shards", .list(shards.keys.sorted().map { .string($0) })),
        .init(
          "filters",
          .object(
            filters.sorted { $0.key < $1.key }.map { name, values in
              .init(name, .list(values.sorted().map { .string($0) }))
            })),
      ]).bytes
    return files
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
      let isPartable = (2..<6).contains(name.utf8.count) && name != "other"
      guard isPartable, members.reduce(0, { $0 + $1.bytes.count }) > limit else {
        shards[name] = members.flatMap(\.bytes)
        continue
      }
      // What has no further letter stays: the prefix as a word of its own.
      var parts = Dictionary(grouping: members) { SearchTerms.shard(of: $0.term, longerThan: name) }
      shards[name] = parts.removeValue(forKey: name)?.flatMap(\.bytes) ?? []
      pending += Array(parts)
    }
    return shards
  }

  private func line(_ term: String, _ places: [(document: Int, weight: Int)]) -> String {
    var last = 0
    var line = term
    for place in places {
      line += " \(String(place.document - last, radix: 36))"
      if place.weight > 1 { line += ".\(String(place.weight, radix: 36))" }
      last = place.document
    }
    return line + "\n"
  }
}

/// How texts become terms; the page's script does the same with a query.
enum SearchTerms {
  /// Runs of letters and digits of 2 to 30 bytes, in lower case, without the commonest words.
  ///
  /// Bytes decide: signs of Unicode's blocks of punctuation and symbols part words, all else beyond ASCII is a letter.
  static func terms(in text: String) -> [String] {
    var terms: [String] = []
    var term: [UInt8] = []
    func finish() {
      if term.count >= 2, term.count <= 30 {
        let word = String(decoding: term, as: UTF8.self)
        if !common.contains(word) { terms.append(word) }
      }
      term.removeAll(keepingCapacity: true)
    }
    var skipped = 0
    for byte in text.utf8 {
      if skipped > 0 {
        skipped -= 1
      } else if byte < 0x80 {
        if ASCII.isLetter(byte) || ASCII.isDigit(byte) { term.append(ASCII.lowered(byte)) } else { finish() }
      } else if byte == 0xC2 || byte == 0xE2 {
        // U+0080 to U+00BF, U+2000 to U+2FFF.
        finish()
        skipped = byte == 0xC2 ? 1 : 2
      } else {
        // Ä to Þ in small letters.
        term.append(term.last == 0xC3 && byte >= 0x80 && byte <= 0x9E ? byte + 0x20 : byte)
      }
    }
    finish()
    return terms
  }

  /// `ca` for `cache`; `f` for filters; `other` for terms that begin with anything else than two ASCII letters or digits.
  static func shard(of term: String) -> String {
    if term.utf8.contains(0x3A) { return "f" }
    let start = term.utf8.prefix(2)
    guard start.count == 2, start.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else {
      return "other"
    }
    return String(decoding: start, as: UTF8.self)
  }

  /// The shard with one letter more, or the same where the term has no other.
  static func shard(of term: String, longerThan name: String) -> String {
    let start = term.utf8.prefix(name.utf8.count + 1)
    guard start.count > name.utf8.count, let last = start.last, ASCII.isLetter(last) || ASCII.isDigit(last)
    else {
      return name
    }
    return String(decoding: start, as: UTF8.self)
  }

  private static let common: Set<String> = [
    "the", "and", "of", "to", "in", "was", "for", "that", "on", "is", "it", "with", "as", "at", "by", "we",
    "were",
    "this", "be", "from", "an", "or", "are", "which", "had", "not", "our", "but", "have", "has", "been",
    "their",
    "they", "its", "no", "would", "so", "all", "will", "there", "if", "these", "more", "also", "when", "than",
    "then",
  ]
}
