/// How a review came about, for its page and for the cache.
package struct Provenance: Sendable, Hashable, Codable {
  package enum Engine: String, Sendable, Codable { case playbook, model }

  package var engine: Engine
  /// The model's name, for reviews by a model.
  package var model: String?
  package var temperature: Double?
  /// Digest of the prompt's fixed text or of the playbook.
  package var instructions: String
  package var evidenceTokens: Int
  package var promptTokens: Int?
  package var answerTokens: Int?
  /// Why the playbook wrote it although a model was asked, in a few words.
  package var note: String?

  package init(
    engine: Engine, model: String? = nil, temperature: Double? = nil, instructions: String,
    evidenceTokens: Int,
    promptTokens: Int? = nil, answerTokens: Int? = nil, note: String? = nil
  ) {
    self.engine = engine
    self.model = model
    self.temperature = temperature
    self.instructions = instructions
    self.evidenceTokens = evidenceTokens
    self.promptTokens = promptTokens
    self.answerTokens = answerTokens
    self.note = note
  }
}
