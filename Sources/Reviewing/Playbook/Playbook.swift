package import Bytes
package import Diagnostics

/// All signals, with an index over the words that their phrases begin with.
package struct Playbook: Sendable {
  package let signals: [Signal]
  /// Of the files it was read from: part of the cache's keys.
  package let digest: Digest
  private let phrases: PhraseTable
  /// By phrase: where its signal stands.
  private let owners: [Int]

  /// - Parameter files: YAML by path, in any order.
  package static func read(_ files: [String: [UInt8]]) -> (playbook: Playbook, diagnostics: [Diagnostic]) {
    var signals: [Signal] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let (found, problems) = PlaybookFile.read(String(decoding: bytes, as: UTF8.self), path: path)
      diagnostics += problems
      for signal in found {
        guard seen.insert(signal.id).inserted else {
          diagnostics.append(.error("signal '\(signal.id)' stands in two places", at: SourceLocation(path)))
          continue
        }
        signals.append(signal)
      }
    }
    let parts = files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
    return (Playbook(signals, Digest(parts: parts)), diagnostics)
  }

  /// Knows no signal: for reading a text without judging it.
  static let empty = Playbook([], Digest(parts: []))

  private init(_ signals: [Signal], _ digest: Digest) {
    self.signals = signals
    self.digest = digest
    phrases = PhraseTable(signals.flatMap(\.says))
    owners = signals.indices.flatMap { index in signals[index].says.map { _ in index } }
  }

  /// "No fail-over, 0 evictions": what begins here did not happen.
  private static func isDenied(_ words: [String], _ start: Int) -> Bool {
    guard start > 0 else { return false }
    return deniers.contains(words[start - 1])
      || start > 1 && words[start - 2] == "no" && words[start - 1] == "other"
  }

  private static let deniers: Set<String> = ["no", "0", "zero", "without", "never", "neither", "nor"]

  /// Indices of the signals that a line speaks of, with how many words their longest phrase covers, in order.
  func matches(in words: [String]) -> [(signal: Int, length: Int)] {
    var lengths: [Int: Int] = [:]
    phrases.visit(words) { phrase, place in
      guard !Self.isDenied(words, place.lowerBound) else { return }
      lengths[owners[phrase]] = max(lengths[owners[phrase]] ?? 0, place.count)
    }
    return lengths.filter { found in !signals[found.key].unless.contains { $0.matches(in: words) } }
      .map { (signal: $0.key, length: $0.value) }.sorted { $0.signal < $1.signal }
  }
}
