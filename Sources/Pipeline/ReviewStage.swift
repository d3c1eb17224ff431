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
    /// What the review cites.
    let evidence: Evidence
    let provenance: Provenance
    let wasCached: Bool
    /// The playbook stands in for a model that failed.
    var isProvisional = false
    var diagnostics: [Diagnostic]
  }

  /// What decides who reviews and how.
  var reviewer: String { "\(Self.version) \(playbookDigest.hex) \(model?.fingerprint ?? "")" }

  /// Questions that the models answer at a time.
  var modelWidth: Int { model?.width ?? 0 }

  private struct Entry: Codable {
    let review: Review<String>
    let provenance: Provenance
    /// The window that the evidence was condensed to, in tokens.
    let window: Int
  }

  /// Changes with the form of reviews and the playbook's way of reading.
  private static let version = "18"

  private let playbook: PlaybookReviewer
  private let playbookDigest: Digest
  private let model: ModelReviewer?
  private let window: Int
  private let cache: Cache
  private let usesCache: Bool

  /// With `auto`, the endpoints are asked for their models; one line says so when nobody answers.
  static func make(
    _ request: BuildRequest, _ playbook: Playbook, _ cache: Cache, _ files: [String: [UInt8]]
  ) -> (stage: ReviewStage, diagnostics: [Diagnostic]) {
    let settings = request.settings.review
    let reviewer = PlaybookReviewer(playbook)
    let (models, diagnostics) = ModelSearch(settings, isOffline: request.isOffline).run()
    let model =
      models.isEmpty
      ? nil
      : ModelReviewer(
        ModelPool(models, concurrency: settings.concurrency), Prompt(files), settings, reviewer, cache,
        request)
    let stage = ReviewStage(
      playbook: reviewer, playbookDigest: playbook.digest, model: model, window: settings.window,
      cache: cache,
      usesCache: request.usesReviewCache)
    return (stage, diagnostics)
  }

  func review(_ subject: ReviewSubject) async -> Reviewed {
    let evidence = subject.condenser.evidence(window: window)
    let key = key(evidence, subject.facts)
    if usesCache, let bytes = cache.entry("reviews", key),
      let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes))
    {
      let cited = entry.window == window ? evidence : subject.condenser.evidence(window: entry.window)
      return Reviewed(
        review: entry.review, evidence: cited, provenance: entry.provenance, wasCached: true, diagnostics: [])
    }
    var note: String?
    var diagnostics: [Diagnostic] = []
    if let model {
      do {
        let outcome = try await model.review(subject)
        let window = outcome.provenance.model?.window ?? window
        var problems = store(
          Entry(review: outcome.review, provenance: outcome.provenance, window: window), key, subject.location
        )
        problems +=
          outcome.trouble.map { [.warning("reviewed with less evidence: \($0)", at: subject.location)] } ?? []
        return Reviewed(
          review: outcome.review, evidence: outcome.evidence, provenance: outcome.provenance,
          wasCached: false,
          diagnostics: problems)
      } catch {
        note = "the model gave no usable review"
        diagnostics.append(
          .warning("the model gave no usable review, the playbook wrote it: \(error)", at: subject.location))
      }
    }
    let provenance = Provenance(
      engine: .playbook, instructions: playbookDigest.short, evidenceTokens: evidence.tokens, note: note)
    let review = playbook.review(evidence, subject.facts)
    // What stands in for a model that failed is not kept: the next build asks again.
    if model == nil {
      diagnostics += store(
        Entry(review: review, provenance: provenance, window: window), key, subject.location)
    }
    return Reviewed(
      review: review, evidence: evidence, provenance: provenance, wasCached: false,
      isProvisional: model != nil,
      diagnostics: diagnostics)
  }

  /// The review that people wrote or edited, as they committed it.
  func accepted(
    _ text: SanitizedText, by people: Provenance.People, of subject: ReviewSubject, day: CivilDate?
  ) throws(AnswerFailure) -> Reviewed {
    let evidence = subject.condenser.evidence(window: window)
    var review = try ReviewDocument(evidence).review(text.string, day: day)
    if review.headline.isEmpty { review.headline = subject.facts.title.string }
    if review.audioSummary.isEmpty { review.audioSummary = AudioSummary.compose(review, subject.facts) }
    let provenance = Provenance(
      engine: .people, people: people, instructions: "", evidenceTokens: evidence.tokens)
    return Reviewed(
      review: review, evidence: evidence, provenance: provenance, wasCached: true, diagnostics: [])
  }

  private func store(_ entry: Entry, _ key: Digest, _ location: SourceLocation) -> [Diagnostic] {
    guard usesCache else { return [] }
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
