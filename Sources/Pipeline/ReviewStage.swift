import Bytes
import Condensing
import Diagnostics
import FoundationEssentials
import Moments
import Reviewing
import Sanitizing
import Settings
import Workspace

/// Reviews incidents, from the cache where nothing that a review depends on has changed.
struct ReviewStage: Sendable {
  struct Reviewed: Sendable {
    let review: Review<String>
    let provenance: Provenance
    let wasCached: Bool
    let diagnostics: [Diagnostic]
  }

  private struct Entry: Codable {
    let review: Review<String>
    let provenance: Provenance
  }

  /// Changes with the form of reviews and the playbook's way of reading.
  private static let version = "1"

  private let playbook: PlaybookReviewer
  private let playbookDigest: Digest
  private let cache: Cache
  private let window: Int

  static func make(
    _ settings: Settings, _ playbook: Playbook, _ cache: Cache, _ files: [String: [UInt8]]
  ) async -> (stage: ReviewStage, diagnostics: [Diagnostic]) {
    let stage = ReviewStage(
      playbook: PlaybookReviewer(playbook), playbookDigest: playbook.digest, cache: cache, window: settings.review.window)
    return (stage, [])
  }

  func review(_ evidence: Evidence, _ facts: IncidentFacts, _ location: SourceLocation) async -> Reviewed {
    let key = key(evidence, facts)
    if let bytes = cache.entry("reviews", key), let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes)) {
      return Reviewed(review: entry.review, provenance: entry.provenance, wasCached: true, diagnostics: [])
    }
    let entry = Entry(
      review: playbook.review(evidence, facts),
      provenance: Provenance(engine: .playbook, instructions: playbookDigest.short, evidenceTokens: evidence.tokens))
    return Reviewed(
      review: entry.review, provenance: entry.provenance, wasCached: false, diagnostics: store(entry, key, location))
  }

  private func store(_ entry: Entry, _ key: Digest, _ location: SourceLocation) -> [Diagnostic] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try cache.store(Array(encoder.encode(entry)), "reviews", key)
      return []
    } catch {
      return [.warning("its review could not be kept in the cache: \(error)", at: location)]
    }
  }

  private func key(_ evidence: Evidence, _ facts: IncidentFacts) -> Digest {
    var parts: [(name: String, bytes: [UInt8])] = [
      ("stage", Array(Self.version.utf8)), ("playbook", Array(playbookDigest.hex.utf8)), ("window", Array("\(window)".utf8)),
      ("title", Array(facts.title.utf8)),
      ("facts", Array("\(facts.started?.iso8601 ?? "") \(facts.detected?.iso8601 ?? "") \(facts.resolved?.iso8601 ?? "") \(facts.minutes ?? -1)".utf8)),
    ]
    parts += facts.services.map { ("service", Array($0.utf8)) }
    for line in evidence.lines {
      parts.append(("\(line.line) \(line.origin) \(line.moment?.iso8601 ?? "")", Array(line.path.utf8) + [0] + Array(line.shown.utf8)))
    }
    return Digest(parts: parts)
  }
}
