import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

/// An incident or a gap as the search finds it.
struct SearchDocument: Sendable {
  /// Its terms in the order of their bytes: the length in a byte, the term, its weight in a byte.
  let words: ArraySlice<UInt8>
  /// Address, title, date, mark, services and what it is about, between tabs.
  let listing: String
  /// What can be filtered by: `service` with `checkout`.
  let filters: [Filter]
  /// Of all of it.
  private(set) var digest = Digest(of: "")

  struct Filter: Sendable {
    let name: String
    let value: String
  }

  /// - Parameter text: the whole file.
  init(
    _ slug: Slug, title: SanitizedText, started: Moment?, severity: Severity?, services: [SanitizedText],
    tags: [SanitizedText], text: SanitizedText, review: Review<SanitizedText>
  ) {
    var weights = SearchWeights()
    weights.add(text.string, 1, most: 8)
    weights.add(review.cause.statement.text.string, 6, most: 12)
    for gap in review.gaps {
      weights.add("\(gap.mode.text) \(gap.kind.text) \(gap.statement.text.string)", 4, most: 12)
    }
    for test in review.tests { weights.add("\(test.kind.text) \(test.scope.string)", 3, most: 12) }
    weights.add((services + tags).map(\.string).joined(separator: " "), 12, most: 16)
    weights.add(title.string, 20, most: 24)
    words = weights.words[...]
    listing = Self.listing([
      Address.incident(slug), title.string, started?.isoDate ?? "", severity?.text ?? "",
      services.map(\.string).joined(separator: ", "), review.headline.string,
    ])
    var filters = services.map { Filter(name: "service", value: $0.string.lowercased()) }
    if let started { filters.append(Filter(name: "year", value: "\(started.date.year)")) }
    if let severity { filters.append(Filter(name: "severity", value: severity.text)) }
    self.filters = filters + [Filter(name: "kind", value: "incident")]
    var sheet = BinaryWriter()
    writeShown(to: &sheet)
    digest = Digest(of: sheet.bytes)
  }

  init(_ entry: GapIndex.Entry) {
    var weights = SearchWeights()
    for sighting in entry.sightings.prefix(20) { weights.add(sighting.statement.string, 2, most: 8) }
    weights.add(entry.services.map(\.string).joined(separator: " "), 6, most: 8)
    weights.add("\(entry.title) gap", 16, most: 20)
    words = weights.words[...]
    listing = Self.listing([
      Address.gap(entry.id), entry.title, entry.lastSeen?.isoDate ?? "", entry.state.name.rawValue,
      entry.services.prefix(6).map(\.string).joined(separator: ", "),
      entry.sightings.first?.statement.string ?? "",
    ])
    filters =
      entry.services.map { Filter(name: "service", value: $0.string.lowercased()) } + [
        Filter(name: "kind", value: "gap")
      ]
  }

  private static func listing(_ cells: [String]) -> String { cells.map(cell).joined(separator: "\t") }

  private static func cell(_ text: String) -> String {
    let plain = String(text.map { $0.isWhitespace ? " " : $0 })
    return plain.count <= 220 ? plain : plain.prefix(219) + "…"
  }
}

extension SearchDocument {
  func write(to sheet: inout BinaryWriter) {
    writeShown(to: &sheet)
    sheet.add(digest)
  }

  private func writeShown(to sheet: inout BinaryWriter) {
    sheet.add(words)
    sheet.add(listing)
    sheet.add(filters) { sheet, filter in
      sheet.add(filter.name)
      sheet.add(filter.value)
    }
  }

  init(from reader: inout TextArchive.Reader) {
    words = reader.values.bytes()
    listing = reader.values.text()
    filters = reader.values.list { Filter(name: $0.text(), value: $0.text()) }
    digest = reader.values.digest()
  }
}

/// Weights of a document's terms, the heaviest place of a term counting once in full and its repeats a little.
private struct SearchWeights {
  private var byTerm: [String: UInt8] = [:]

  mutating func add(_ text: String, _ weight: UInt8, most: UInt8) {
    for term in SearchTerms.terms(in: text) {
      let old = byTerm[term] ?? 0
      if old < most { byTerm[term] = min(most, max(old + 1, weight)) }
    }
  }

  var words: [UInt8] {
    var words: [UInt8] = []
    let sorted = byTerm.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (term, weight) in sorted {
      words.append(UInt8(term.utf8.count))
      words += term.utf8
      words.append(weight)
    }
    return words
  }
}
