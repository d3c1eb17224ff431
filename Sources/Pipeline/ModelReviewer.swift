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
    formats = FormatMemory(cache, now: request.now)
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
      do {
        let second = try await ask(talk, first.format == .json ? .json : .markdown, purpose: "repair") {
          format in
          [
            .system(prompt.system(format)), .user(question), .assistant(first.answer.text),
            .user(prompt.repairQuestion(problems)),
          ]
        }
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
    let heard = try await ask(talk, settings.format, purpose: "review") { format in
      [.system(prompt.system(format)), .user(question)]
    }
    if settings.format == .auto, heard.format == .json, !JSONAnswer.isOne(heard.answer.text) {
      formats.rememberMarkdown(heard.model)
    }
    return heard
  }

  /// - Parameter messages: what is said to a model that answers in this format.
  private func ask(
    _ talk: Talk, _ wanted: Settings.Review.Format, purpose: String, temperature: Double? = nil,
    room: Int? = nil, _ messages: (Prompt.Format) -> [ChatModel.Message]
  ) async throws(Obstacle) -> Heard {
    let temperature = temperature ?? settings.temperature
    let room = room ?? talk.room
    let pace = Pace(talk.subject.name, progress)
    var calls: [AuditTrail.Entry] = []
    func call(_ model: ChatModel, _ format: Prompt.Format) throws(ModelFailure) -> ChatModel.Answer {
      let messages = messages(format)
      var entry = AuditTrail.Entry(
        at: now(), call: purpose, subject: talk.subject.name, endpoint: model.endpoint.shown,
        model: model.name, prompt: Digest(of: messages.map(\.content).joined(separator: "\u{0}")),
        removed: talk.subject.removed)
      entry.settings = AuditTrail.ModelSettings(
        format: format.rawValue, temperature: temperature, seed: settings.seed, window: talk.window,
        maxTokens: room)
      defer { calls.append(entry) }
      do {
        let answer = try model.answer(
          ChatModel.Question(
            messages, temperature: temperature, maxTokens: room, seed: settings.seed,
            format: format == .json ? ReviewSchema.responseFormat(lines: talk.evidence.lines.count) : nil),
          heard: pace.heard)
        entry.answer = Digest(of: answer.text)
        entry.promptTokens = answer.promptTokens
        entry.answerTokens = answer.answerTokens
        return answer
      } catch {
        entry.failure = error.kind.name
        throw error
      }
    }
    let asked: Result<(answer: (ChatModel.Answer, Prompt.Format), model: ChatModel), ModelFailure>
    do throws(ModelFailure) {
      asked = .success(
        try await pool.ask { (model) throws(ModelFailure) in
          let isPlain = wanted == .markdown || (wanted == .auto && formats.takesOnlyMarkdown(model))
          guard !isPlain else { return (try call(model, .markdown), .markdown) }
          do throws(ModelFailure) {
            return (try call(model, .json), .json)
          } catch {
            // It refuses the schema, or the request as a whole: without one it may go through.
            guard wanted == .auto, error.isRefusal else { throw error }
            let answer = try call(model, .markdown)
            formats.rememberMarkdown(model)
            return (answer, .markdown)
          }
        })
    } catch {
      asked = .failure(error)
    }
    do {
      for call in calls { try audit.append(call) }
    } catch {
      throw .failed(Failure(description: "the audit trail can't be written: \(error)"))
    }
    var answer: ChatModel.Answer
    let (format, model): (Prompt.Format, ChatModel)
    switch asked {
    case .success(let heard): (answer, format, model) = (heard.answer.0, heard.answer.1, heard.model)
    case .failure(let error):
      if case .contextExceeded(let tokens) = error.kind {
        throw .prompt(fits: tokens, "\(error); raise the server's context or lower review.window")
      }
      throw .failed(Failure(description: error.description))
    }
    let fewest = Prompt.fewestTokens(messages(format).map(\.content))
    if let counted = answer.promptTokens, counted < fewest {
      throw .prompt(
        fits: counted,
        "\(model.endpoint.shown) read \(counted) tokens of a prompt that has at least \(fewest): it cut the prompt silently; raise its context (Ollama: num_ctx or OLLAMA_CONTEXT_LENGTH) or lower review.window"
      )
    }
    guard !answer.wasCut else {
      throw .answer(
        "\(model.name) used up its \(room) tokens before the answer was whole; raise review.max_output_tokens or the server's context"
      )
    }
    // What a model writes is as untrusted as the incident: nothing later sees it uncleaned, not even the model itself.
    answer.text = talk.subject.clean(answer.text)
    return Heard(answer: answer, model: model, format: format)
  }

  /// By the model at the fallback temperature; when that fails too, put together from the review's own fields.
  private func summary(of review: Review<String>, _ talk: Talk) async -> String {
    let composed = AudioSummary.compose(review, talk.subject.facts)
    let heard = try? await ask(
      talk, .markdown, purpose: "summary", temperature: settings.fallbackTemperature, room: 600
    ) { _ in [.user(prompt.summaryQuestion(composed))] }
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
