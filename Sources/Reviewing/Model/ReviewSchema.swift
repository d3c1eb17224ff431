/// The JSON schema of a review, for servers that hold a model to one.
package enum ReviewSchema {
  /// The value of `response_format`, as Ollama, llama.cpp, vLLM and LM Studio take it.
  ///
  /// - Parameter lines: how many lines of evidence there are; no citation beyond them can be written.
  package static func responseFormat(lines: Int) -> String {
    #"{"type":"json_schema","json_schema":{"name":"review","strict":true,"schema":\#(schema(lines))}}"#
  }

  private static func schema(_ lines: Int) -> String {
    let evidence =
      #"{"type":"array","items":{"type":"integer","minimum":1,"maximum":\#(max(1, lines))},"minItems":1,"maxItems":4}"#
    let text = #"{"type":"string"}"#
    // Evidence comes before the text in every statement, so that a model looks at the lines before it writes.
    let claim = object([("evidence", evidence), ("text", text)])
    return object([
      ("headline", text),
      ("timeline", list(object([("evidence", evidence), ("time", text), ("text", text)]), 2...10)),
      ("blast_radius", list(claim, 1...4)),
      (
        "cause",
        object([
          ("status", choice(["determined", "undetermined"])), ("evidence", evidence), ("text", text),
          ("failure_mode", choice(FailureMode.allCases.map(\.rawValue))), ("needed", text),
        ])
      ), ("factors", list(claim, 0...4)),
      (
        "gaps",
        list(
          object([
            ("evidence", evidence), ("failure_mode", choice(FailureMode.allCases.map(\.rawValue))),
            ("test_kind", choice(TestKind.allCases.map(\.rawValue))),
            ("layer", choice(Layer.allCases.map(\.rawValue))), ("component", text), ("missing", text),
            ("signal", text), ("why_missed", text),
          ]), 1...4)
      ), ("prevention", list(claim, 1...4)),
      (
        "tests",
        list(
          object([
            ("gap", #"{"type":"integer","minimum":1,"maximum":4}"#), ("evidence", evidence),
            ("kind", choice(TestKind.allCases.map(\.rawValue))), ("scope", text), ("injection", text),
            ("success", text),
          ]), 1...4)
      ), ("audio_summary", text),
    ])
  }

  private static func object(_ fields: [(name: String, schema: String)]) -> String {
    let properties = fields.map { "\"\($0.name)\":\($0.schema)" }.joined(separator: ",")
    let required = fields.map { "\"\($0.name)\"" }.joined(separator: ",")
    return
      #"{"type":"object","properties":{\#(properties)},"required":[\#(required)],"additionalProperties":false}"#
  }

  private static func list(_ item: String, _ count: ClosedRange<Int>) -> String {
    #"{"type":"array","items":\#(item),"minItems":\#(count.lowerBound),"maxItems":\#(count.upperBound)}"#
  }

  private static func choice(_ values: [String]) -> String {
    #"{"type":"string","enum":[\#(values.map { "\"\($0)\"" }.joined(separator: ","))]}"#
  }
}
