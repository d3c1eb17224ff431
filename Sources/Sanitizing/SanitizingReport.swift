package import Bytes

/// What was removed: kinds and counts, never values.
package struct SanitizingReport: Sendable, Hashable {
  /// How often a value of each kind was replaced.
  package private(set) var counts: [String: Int] = [:]

  package init() {}

  package var total: Int { counts.values.reduce(0, +) }

  /// Kinds with their counts, the most frequent first.
  package var rows: [(kind: String, count: Int)] {
    counts.map { (kind: $0.key, count: $0.value) }.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }

  mutating func add(_ kind: String) { counts[kind, default: 0] += 1 }

  package mutating func add(_ other: SanitizingReport) {
    counts.merge(other.counts) { $0 + $1 }
  }
}

extension SanitizingReport {
  package func write(to sheet: inout BinaryWriter) {
    sheet.add(counts.sorted { $0.key < $1.key }) { sheet, entry in
      sheet.add(entry.key)
      sheet.add(entry.value)
    }
  }

  package init(from reader: inout BinaryReader) {
    for (kind, count) in reader.list({ ($0.text(), $0.number()) }) { counts[kind] = count }
  }
}
