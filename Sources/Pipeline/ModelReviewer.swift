import Bytes
import Condensing
import LocalModel
import Reviewing
import Settings

/// Has a model review an incident: one question, and a second one for the spoken summary where the answer lacks it.
struct ModelReviewer: Sendable {
  private let chat: ChatModel
  private let prompt: Prompt
  private let settings: Settings.Review

  init(_ chat: ChatModel, _ prompt: Prompt, _ settings: Settings.Review) {
    self.chat = chat
    self.prompt = prompt
    self.settings = settings
  }

  /// What of the model and its settings a review depends on.
  var fingerprint: String {
    "\(settings.endpoint) \(settings.model) \(settings.temperature) \(settings.fallbackTemperature) "
      + "\(settings.maxOutputTokens) \(prompt.digest)"
  }

  func review(
    _ evidence: Evidence, _ facts: IncidentFacts, draft: Review<String>
  ) async throws -> (review: Review<String>, provenance: Provenance) {
    let question = prompt.question(evidence, facts, draft)
    let answer = try await chat.answer(
      [.system(prompt.system), .user(question)], temperature: settings.temperature,
      maxTokens: settings.maxOutputTokens)
    var review = try AnswerParser(evidence, facts, draft: draft).review(answer.text)
    if review.audioSummary.isEmpty { review.audioSummary = await summary(of: answer.text, review, facts) }
    let provenance = Provenance(
      engine: .model, model: settings.model, temperature: settings.temperature,
      instructions: prompt.digest.short,
      evidenceTokens: evidence.tokens, promptTokens: answer.promptTokens, answerTokens: answer.answerTokens)
    return (review, provenance)
  }

  /// By the model at the fallback temperature; when that fails too, put together from the review's own fields.
  private func summary(of report: String, _ review: Review<String>, _ facts: IncidentFacts) async -> String {
    let answer = try? await chat.answer(
      [.user(prompt.summaryQuestion(report))], temperature: settings.fallbackTemperature, maxTokens: 600,
      attempts: 1)
    if let text = answer?.text, AnswerParser.usable(text) { return text }
    return AudioSummary.compose(review, facts)
  }
}
