import Bytes
import LocalModel
import Moments
import Workspace

/// `.hindcast/audit.jsonl`: one line for each call of a model or a voice. Never what was said, only digests.
///
/// Who keeps a trail must be able to rely on it: a call that can't be written down counts as failed.
struct AuditTrail: Sendable {
  struct Entry {
    let at: Moment
    let call: String
    let subject: String
    var endpoint: String?
    let model: String
    var prompt: Digest?
    var answer: Digest?
    var promptTokens: Int?
    var answerTokens: Int?
    /// Kinds of what was taken out of the incident before the call, and how many of each.
    var removed: [(kind: String, count: Int)] = []
    var settings: ModelSettings?
    /// Its kind, without what the server said.
    var failure: String?
  }

  /// What a model's answer depends on besides the prompt.
  struct ModelSettings {
    let format: String
    let temperature: Double
    let seed: Int?
    let window: Int
    let maxTokens: Int
  }

  private let cache: Cache

  init(_ cache: Cache) {
    self.cache = cache
  }

  func append(_ entry: Entry) throws(PosixFile.Failure) {
    var fields: [JSONText.Field] = [
      .init("at", .string(entry.at.iso8601)), .init("call", .string(entry.call)),
      .init("incident", .string(entry.subject)), .init("model", .string(entry.model)),
    ]
    func add(_ name: String, _ value: JSONText?) {
      if let value { fields.append(.init(name, value)) }
    }
    add("endpoint", entry.endpoint.map { .string($0) })
    add("prompt_sha256", entry.prompt.map { .string($0.hex) })
    add("answer_sha256", entry.answer.map { .string($0.hex) })
    add("prompt_tokens", entry.promptTokens.map { .number($0) })
    add("answer_tokens", entry.answerTokens.map { .number($0) })
    if let settings = entry.settings {
      add("format", .string(settings.format))
      add("temperature", .thousandths(Int((settings.temperature * 1_000).rounded())))
      add("seed", settings.seed.map { .number($0) })
      add("window", .number(settings.window))
      add("max_tokens", .number(settings.maxTokens))
    }
    add("removed", .object(entry.removed.map { .init($0.kind, .number($0.count)) }))
    add("failure", entry.failure.map { .string($0) })
    try cache.appendLine(JSONText.object(fields).line, to: "audit.jsonl")
  }
}

extension ModelFailure.Kind {
  /// The kind without what the server said.
  var name: String {
    switch self {
    case .egress: "egress refused"
    case .unreachable: "unreachable"
    case .stalled: "stalled"
    case .broken: "broken"
    case .status(let code, _): "status \(code)"
    case .contextExceeded: "context exceeded"
    case .notUnderstood: "not understood"
    case .tooLarge: "too large"
    }
  }
}
