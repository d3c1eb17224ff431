import Bytes
import Condensing
import Diagnostics
import FoundationEssentials
import LocalModel
import Moments
import Reviewing
import Sanitizing
import Settings
import Workspace

/// Reviews incidents: by the model where one answers, else by the playbook; from the cache where nothing that a review
/// depends on has changed.
struct ReviewStage: Sendable {
  struct Reviewed: Sendable {
    let review: Review<String>
    let provenance: Provenance
    let wasCached: Bool
    /// The playbook stands in for a model that failed.
    var isProvisional = false
    let diagnostics: [Diagnostic]
  }

  /// What decides who reviews and how.
  var reviewer: String { "\(Self.version) \(playbookDigest.hex) \(model?.fingerprint ?? "")" }

  private struct Entry: Codable {
    let review: Review<String>
    let provenance: Provenance
  }

  /// Changes with the form of reviews and the playbook's way of reading.
  private static let version = "1"

  private let playbook: PlaybookReviewer
  private let playbookDigest: Digest
  private let model: ModelReviewer?
  private let cache: Cache

  /// With `auto`, the endpoint is asked for its models; one line says so when nobody answers.
  static func make(
    _ settings: Settings, _ playbook: Playbook, _ cache: Cache, _ files: [String: [UInt8]]
  ) -> (stage: ReviewStage, diagnostics: [Diagnostic]) {
    let (model, diagnostics) = model(settings.review, files)
    let stage = ReviewStage(
      playbook: PlaybookReviewer(playbook), playbookDigest: playbook.digest, model: model, cache: cache)
    return (stage, diagnostics)
  }

  private static func model(
    _ settings: Settings.Review, _ files: [String: [UInt8]]
  ) -> (ModelReviewer?, [Diagnostic]) {
    guard settings.engine != .playbook else { return (nil, []) }
    let endpoint = Endpoint(
      address: settings.endpoint, allowsEgress: settings.allowsEgress, key: settings.apiKey?.revealed())
    let chat = ChatModel(endpoint, name: settings.model, stallSeconds: settings.stallSeconds)
    let prompt = Prompt(
      system: String(decoding: files["prompts/system.txt"] ?? [], as: UTF8.self),
      summary: String(decoding: files["prompts/summary.txt"] ?? [], as: UTF8.self))
    let reviewer = ModelReviewer(chat, prompt, settings)
    do {
      let names = try chat.available()
      // Ollama lists "llama3:latest" and answers to "llama3".
      let isThere = names.contains { $0 == settings.model || $0.hasPrefix(settings.model + ":") }
      guard isThere || names.isEmpty else {
        let known = names.prefix(5).joined(separator: ", ")
        let message = "\(endpoint.shown) has no model '\(settings.model)' (it has \(known)); set review.model"
        return settings.engine == .model
          ? (nil, [.error(message)]) : (nil, [.note("\(message); the playbook reviews")])
      }
      return (reviewer, [])
    } catch {
      return settings.engine == .model
        ? (nil, [.error("\(error)")]) : (nil, [.note("no model, so the playbook reviews: \(error)")])
    }
  }

  func review(_ evidence: Evidence, _ facts: IncidentFacts, _ location: SourceLocation) async -> Reviewed {
    let key = key(evidence, facts)
    if let bytes = cache.entry("reviews", key),
      let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes))
    {
      return Reviewed(review: entry.review, provenance: entry.provenance, wasCached: true, diagnostics: [])
    }
    let draft = playbook.review(evidence, facts)
    var provenance = Provenance(
      engine: .playbook, instructions: playbookDigest.short, evidenceTokens: evidence.tokens)
    guard let model else {
      let entry = Entry(review: draft, provenance: provenance)
      let problems = store(entry, key, location)
      return Reviewed(review: draft, provenance: provenance, wasCached: false, diagnostics: problems)
    }
    do {
      let (review, made) = try await model.review(evidence, facts, draft: draft)
      let problems = store(Entry(review: review, provenance: made), key, location)
      return Reviewed(review: review, provenance: made, wasCached: false, diagnostics: problems)
    } catch {
      // Not kept: the next build asks again.
      provenance.note = "the model gave no usable review"
      return Reviewed(
        review: draft, provenance: provenance, wasCached: false, isProvisional: true,
        diagnostics: [
          .warning("the model gave no usable review, the playbook wrote it: \(error)", at: location)
        ])
    }
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
    let times = [facts.started, facts.detected, facts.resolved].map { $0?.iso8601 ?? "" }.joined(
      separator: " ")
    var parts: [(name: String, bytes: [UInt8])] = [
      ("stage", Array(Self.version.utf8)), ("playbook", Array(playbookDigest.hex.utf8)),
      ("model", Array((model?.fingerprint ?? "").utf8)), ("title", Array(facts.title.utf8)),
      ("times", Array(times.utf8)), ("minutes", Array("\(facts.minutes ?? -1)".utf8)),
    ]
    parts += facts.services.map { ("service", Array($0.utf8)) }
    for line in evidence.lines {
      let name = "\(line.line) \(line.origin) \(line.moment?.iso8601 ?? "")"
      parts.append((name, Array(line.path.utf8) + [0] + Array(line.shown.utf8)))
    }
    return Digest(parts: parts)
  }
}
