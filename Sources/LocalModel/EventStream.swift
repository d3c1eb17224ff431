import Bytes

/// What a server sends in answer to a chat request, read whole: a stream of events, or one completion when it doesn't
/// stream.
struct EventStream {
  private(set) var text = ""
  private(set) var promptTokens: Int?
  private(set) var answerTokens: Int?
  private(set) var finish: String?
  private(set) var fingerprint: String?
  /// What the server says went wrong after it had begun to answer.
  private(set) var complaint: String?
  /// The end that the protocol promises came; without it the connection broke in mid-answer.
  private(set) var isWhole = false
  /// Nothing of it looked like a chat completion.
  private(set) var isForeign = true

  init(_ body: [UInt8]) {
    if body.first(where: { !ASCII.isSpace($0) }) == 0x7B {
      guard let value = JSONValue(body) else { return }
      take(value)
      isWhole = !isForeign
      return
    }
    for line in body.split(separator: ASCII.newline) where line.starts(with: "data:".utf8) {
      var payload = line.dropFirst(5)
      while let first = payload.first, first == ASCII.space { payload = payload.dropFirst() }
      while let last = payload.last, ASCII.isSpace(last) { payload = payload.dropLast() }
      if payload.elementsEqual("[DONE]".utf8) {
        isWhole = true
        break
      }
      if let value = JSONValue(Array(payload)) { take(value) }
    }
    // Some servers end with the reason to finish and no mark behind it.
    if finish != nil { isWhole = true }
  }

  private mutating func take(_ value: JSONValue) {
    if let error = value["error"] {
      complaint = error["message"]?.text ?? error.text ?? "an error without a word"
    }
    if let choice = value["choices"]?.items.first {
      isForeign = false
      let said = choice["delta"] ?? choice["message"]
      if let piece = said?["content"]?.text { text += piece }
      if let reason = choice["finish_reason"]?.text { finish = reason }
    }
    if let usage = value["usage"] {
      isForeign = false
      promptTokens = usage["prompt_tokens"]?.count ?? promptTokens
      answerTokens = usage["completion_tokens"]?.count ?? answerTokens
    }
    fingerprint = value["system_fingerprint"]?.text ?? fingerprint
  }
}
