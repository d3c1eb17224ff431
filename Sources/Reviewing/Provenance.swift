package import Moments

/// How a review came about, for its page and for the cache.
package struct Provenance: Sendable, Hashable, Codable {
  package enum Engine: String, Sendable, Codable { case playbook, model, people }

  /// What a model was asked with and what came of it.
  package struct Model: Sendable, Hashable, Codable {
    package let name: String
    /// Of the model's build, where the server tells.
    package let fingerprint: String?
    package let format: Prompt.Format
    package let temperature: Double
    package let seed: Int?
    /// Tokens of evidence that the prompt had room for.
    package let window: Int
    package let promptTokens: Int?
    package let answerTokens: Int?
    package let asked: Moment
    /// The first answer had to be mended.
    package let wasRepaired: Bool
    package let score: Grounding.Score

    package init(
      name: String, fingerprint: String?, format: Prompt.Format, temperature: Double, seed: Int?, window: Int,
      promptTokens: Int?, answerTokens: Int?, asked: Moment, wasRepaired: Bool, score: Grounding.Score
    ) {
      self.name = name
      self.fingerprint = fingerprint
      self.format = format
      self.temperature = temperature
      self.seed = seed
      self.window = window
      self.promptTokens = promptTokens
      self.answerTokens = answerTokens
      self.asked = asked
      self.wasRepaired = wasRepaired
      self.score = score
    }
  }

  /// Who read and committed a review, and whether the incident has changed since.
  package struct People: Sendable, Hashable, Codable {
    package let accepted: Moment?
    package let by: String
    package let isOlderThanIncident: Bool

    package init(accepted: Moment?, by: String, isOlderThanIncident: Bool) {
      self.accepted = accepted
      self.by = by
      self.isOlderThanIncident = isOlderThanIncident
    }
  }

  /// Who wrote the review, as a page names it.
  package var writer: String {
    switch engine {
    case .playbook: "the embedded playbook"
    case .model: model?.name ?? "a model"
    case .people: people.map { $0.by.isEmpty ? "the team" : $0.by } ?? "the team"
    }
  }

  package var engine: Engine
  package var model: Model?
  package var people: People?
  /// Digest of the prompt's fixed text or of the playbook.
  package var instructions: String
  package var evidenceTokens: Int
  /// Why the playbook wrote it although a model was asked, or what of it isn't the model's, in a few words.
  package var note: String?

  package init(
    engine: Engine, model: Model? = nil, people: People? = nil, instructions: String, evidenceTokens: Int,
    note: String? = nil
  ) {
    self.engine = engine
    self.model = model
    self.people = people
    self.instructions = instructions
    self.evidenceTokens = evidenceTokens
    self.note = note
  }
}
