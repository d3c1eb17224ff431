import Bytes
import Condensing
import LocalModel
import Moments
import Reviewing
import Settings
import Workspace

/// Has a model review an incident, holds its answer to the evidence, and asks once more for what doesn't hold.
struct ModelReviewer: Sendable {
  struct Outcome: Sendable {
    let review: Review<String>
    let evidence: Evidence
    let provenance: Provenance
    /// Why the model saw less of the evidence than the settings allow.
    var trouble: String?
  }

  /// Why there is no review, in words for a message.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    /// The server refused the request as it stands; it may take a plainer one.
    var isRefusal = false
  }

  private let pool: ModelPool
  private let prompt: Prompt
  private let settings: Settings.Review
  private let playbook: PlaybookReviewer
  private let formats: FormatMemory
  private let audit: AuditTrail
  private let now: @Sendable () -> Moment
  private let progress: @Sendable (Progress) -> Void

  init(
    _ pool: ModelPool, _ prompt: Prompt, _ settings: Settings.Review, _ playbook: PlaybookReviewer,
    _ cache: Cache,
    _ request: BuildRequest
  ) {
    self.pool = pool
    self.prompt = prompt
    self.settings = settings
    self.playbook = playbook
    formats = FormatMemory(cache)
    audit = AuditTrail(cache)
    now = request.now
    progress = request.progress
  }

  var width: Int { pool.models.count * settings.concurrency }

  /// What of the model and its settings a review depends on.
  var fingerprint: String {
    "\(settings.model) \(settings.temperature) \(settings.fallbackTemperature) \(settings.maxOutputTokens) "
      + "\(settings.format.rawValue) \(settings.seed ?? -1) \(prompt.digest)"
  }

  func review(_ subject: ReviewSubject) async throws(Failure) -> Outcome {
    var window = settings.window
    var room = settings.maxOutputTokens
    var trouble: String?
    // The first try, one with less evidence, and one more when the server's context is smaller than even that.
    for _ in 0..<3 {
      let evidence = subject.condenser.evidence(window: window)
      let draft = playbook.review(evidence, subject.facts)
      let talk = Talk(subject, evidence, draft, room: room, window: window)
      do {
        var outcome = try await converse(talk)
        outcome.trouble = trouble
        return outcome
      } catch {
        switch error {
        case .failed(let failure): throw failure
        case .prompt(let fits, let message):
          trouble = message
          // What the server has room for, less the instructions and a quarter for the answer; half of the evidence at most.
          let fixed = Tokens.estimate(prompt.system(.json)) + 200
          window = min(window / 2, fits.map { max(200, $0 * 3 / 4 - fixed) } ?? window / 2)
        case .answer(let message):
          trouble = message
          window = window * 2 / 3
          room *= 2
        }
        guard window >= 200 else { break }
      }
    }
    throw Failure(description: trouble ?? "the model's context is too small for the prompt")
  }

  /// One evidence, and what is asked about it.
  private struct Talk: Sendable {
    let subject: ReviewSubject
    let evidence: Evidence
    let draft: Review<String>
    let room: Int
    let window: Int
    let grounding: Grounding

    init(_ subject: ReviewSubject, _ evidence: Evidence, _ draft: Review<String>, room: Int, window: Int) {
      self.subject = subject
      self.evidence = evidence
      self.draft = draft
      self.room = room
      self.window = window
      grounding = Grounding(evidence, subject.facts, draft: draft)
    }
  }

  private enum Obstacle: Error {
    /// The prompt doesn't fit; so many tokens would, where the server tells.
    case prompt(fits: Int?, String)
    /// The answer was cut for want of room.
    case answer(String)
    case failed(Failure)
  }

  private struct Heard {
    let answer: ChatModel.Answer
    let model: ChatModel
    let format: Prompt.Format
  }

  private func converse(_ talk: Talk) async throws(Obstacle) -> Outcome {
    let question = prompt.question(talk.evidence, talk.subject.facts, talk.draft)
    let first = try await firstAnswer(talk, question)
    var heard = first
    var wasRepaired = false
    var parsed = Result { () throws(AnswerFailure) in try read(first.answer.text, talk) }
    let problems: [String]
    switch parsed {
    case .failure(let failure): problems = ["\(failure)"]
    case .success(let review):
      problems = talk.grounding.findings(review).map {
        "\($0.place): \($0.text.isEmpty ? "" : "“\($0.text)” ")\($0.reason)"
      }
    }
    if !problems.isEmpty {
      wasRepaired = true
      let messages: [ChatModel.Message] = [
        .system(prompt.system(first.format)), .user(question), .assistant(first.answer.text),
        .user(prompt.repairQuestion(problems)),
      ]
      do {
        let second = try await ask(talk, messages, first.format, purpose: "repair")
        let mended = Result { () throws(AnswerFailure) in try read(second.answer.text, talk) }
        if isBetter(mended, than: parsed, talk) {
          parsed = mended
          heard = second
        }
      } catch {
        // The repair is a second chance, not a condition: what the first answer said that holds is kept.
        if case .failure(let failure) = parsed {
          throw .failed(Failure(description: "\(failure); asked again, \(Self.words(error))"))
        }
      }
    }
    guard case .success(let review) = parsed else {
      let reason = if case .failure(let failure) = parsed { "\(failure)" } else { "" }
      throw .failed(Failure(description: "\(reason), also after a repair"))
    }
    return await settle(review, talk, first: first, last: heard, wasRepaired: wasRepaired)
  }

  private func isBetter(
    _ second: Result<Review<String>, AnswerFailure>, than first: Result<Review<String>, AnswerFailure>,
    _ talk: Talk
  ) -> Bool {
    guard case .success(let mended) = second else { return false }
    guard case .success(let original) = first else { return true }
    return talk.grounding.findings(mended).count <= talk.grounding.findings(original).count
  }

  private func settle(
    _ review: Review<String>, _ talk: Talk, first: Heard, last: Heard, wasRepaired: Bool
  ) async -> Outcome {
    var (settled, score) = talk.grounding.settled(review)
    if settled.audioSummary.isEmpty {
      settled.audioSummary = await summary(of: settled, talk)
    }
    let tokens = wasRepaired && last.answer != first.answer ? [first.answer, last.answer] : [first.answer]
    let model = Provenance.Model(
      name: settings.model, fingerprint: last.answer.fingerprint, format: last.format,
      temperature: settings.temperature, seed: settings.seed, window: talk.window,
      promptTokens: Self.sum(tokens.map(\.promptTokens)), answerTokens: Self.sum(tokens.map(\.answerTokens)),
      asked: now(), wasRepaired: wasRepaired, score: score)
    var provenance = Provenance(
      engine: .model, model: model, instructions: prompt.digest.short, evidenceTokens: talk.evidence.tokens)
    if settled.cause == talk.draft.cause, review.cause != talk.draft.cause {
      provenance.note = "the model's cause did not hold against the evidence; the playbook's stands instead"
    }
    return Outcome(review: settled, evidence: talk.evidence, provenance: provenance)
  }

  private static func sum(_ counts: [Int?]) -> Int? {
    counts.contains { $0 == nil } ? nil : counts.compactMap { $0 }.reduce(0, +)
  }

  private func read(_ answer: String, _ talk: Talk) throws(AnswerFailure) -> Review<String> {
    // A server that ignores the format answers in Markdown, and some models in JSON unasked.
    JSONAnswer.isOne(answer)
      ? try JSONAnswer(talk.evidence, draft: talk.draft).review(answer)
      : try AnswerParser(talk.evidence, talk.subject.facts, draft: talk.draft).review(answer)
  }

  /// In JSON where the server can be held to it, else in Markdown; what it can do is remembered.
  private func firstAnswer(_ talk: Talk, _ question: String) async throws(Obstacle) -> Heard {
    func ask(_ format: Prompt.Format) async throws(Obstacle) -> Heard {
      try await self.ask(
        talk, [.system(prompt.system(format)), .user(question)], format, purpose: "review")
    }
    switch settings.format {
    case .markdown: return try await ask(.markdown)
    case .json: return try await ask(.json)
    case .auto:
      if pool.models.allSatisfy({ formats.takesOnlyMarkdown($0) }) { return try await ask(.markdown) }
      do {
        let heard = try await ask(.json)
        if !JSONAnswer.isOne(heard.answer.text) { formats.rememberMarkdown(heard.model) }
        return heard
      } catch {
        guard case .failed(let failure) = error, failure.isRefusal else { throw error }
        let heard = try await ask(.markdown)
        formats.rememberMarkdown(heard.model)
        return heard
      }
    }
  }

  private func ask(
    _ talk: Talk, _ messages: [ChatModel.Message], _ format: Prompt.Format, purpose: String,
    temperature: Double? = nil, room: Int? = nil
  ) async throws(Obstacle) -> Heard {
    let question = ChatModel.Question(
      messages, temperature: temperature ?? settings.temperature, maxTokens: room ?? talk.room,
      seed: settings.seed,
      format: format == .json ? ReviewSchema.responseFormat(lines: talk.evidence.lines.count) : nil)
    let pace = Pace(talk.subject.name, progress)
    var answer: ChatModel.Answer
    let model: ChatModel
    do {
      (answer, model) = try await pool.ask { (model) throws(ModelFailure) in
        try model.answer(question, heard: pace.heard)
      }
    } catch {
      try note(
        .init(
          at: now(), call: purpose, subject: talk.subject.name, model: settings.model, failure: error.kind))
      if case .contextExceeded(let tokens) = error.kind {
        throw .prompt(fits: tokens, "\(error); raise the server's context or lower review.window")
      }
      throw .failed(Failure(description: error.description, isRefusal: error.isRefusal))
    }
    try note(
      .init(
        at: now(), call: purpose, subject: talk.subject.name, endpoint: model.endpoint.shown,
        model: model.name,
        prompt: Digest(of: messages.map(\.content).joined(separator: "\u{0}")),
        answer: Digest(of: answer.text),
        promptTokens: answer.promptTokens, answerTokens: answer.answerTokens))
    let fewest = Prompt.fewestTokens(messages.map(\.content))
    if let counted = answer.promptTokens, counted < fewest {
      throw .prompt(
        fits: counted,
        "\(model.endpoint.shown) read \(counted) tokens of a prompt that has at least \(fewest): it cut the prompt silently; raise its context (Ollama: num_ctx or OLLAMA_CONTEXT_LENGTH) or lower review.window"
      )
    }
    guard !answer.wasCut else {
      throw .answer(
        "\(model.name) used up its \(question.maxTokens) tokens before the answer was whole; raise review.max_output_tokens or the server's context"
      )
    }
    // What a model writes is as untrusted as the incident: nothing later sees it uncleaned, not even the model itself.
    answer.text = talk.subject.clean(answer.text)
    return Heard(answer: answer, model: model, format: format)
  }

  private func note(_ entry: AuditTrail.Entry) throws(Obstacle) {
    do {
      try audit.append(entry)
    } catch {
      throw .failed(Failure(description: "the audit trail can't be written: \(error)"))
    }
  }

  /// By the model at the fallback temperature; when that fails too, put together from the review's own fields.
  private func summary(of review: Review<String>, _ talk: Talk) async -> String {
    let composed = AudioSummary.compose(review, talk.subject.facts)
    let heard = try? await ask(
      talk, [.user(prompt.summaryQuestion(composed))], .markdown, purpose: "summary",
      temperature: settings.fallbackTemperature, room: 600)
    guard let text = heard?.answer.text.trimmed, talk.grounding.summaryFault(text) == nil else {
      return composed
    }
    return text
  }

  private static func words(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .prompt(_, let message), .answer(let message): message
    case .failed(let failure): failure.description
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
