package import Bytes
package import Condensing
import Sanitizing

/// What a model is asked. The instructions come first and are the same for all incidents, so that a server's prefix
/// cache works; then the playbook's signals found in this incident, then the numbered evidence.
package struct Prompt: Sendable {
  package enum Format: String, Sendable, Codable, CaseIterable { case json, markdown }

  /// Names of the files that the texts stand in, below `templates/`.
  package static let files = ["system", "markdown", "json", "repair", "summary"].map { "prompts/\($0).txt" }

  private let rules: String
  private let forms: [Format: String]
  private let repair: String
  private let summary: String
  /// Of all texts: part of the cache's keys.
  package let digest: Digest

  /// - Parameter texts: by the names in `files`.
  package init(_ texts: [String: [UInt8]]) {
    func text(_ name: String) -> String {
      String(decoding: texts["prompts/\(name).txt"] ?? [], as: UTF8.self)
    }
    rules = text("system")
    forms = [.json: text("json"), .markdown: text("markdown")]
    repair = text("repair")
    summary = text("summary")
    digest = Digest(parts: Self.files.map { ($0, texts[$0] ?? []) })
  }

  /// The rules and the form of the answer: the same bytes for every incident.
  package func system(_ format: Format) -> String { rules + "\n" + (forms[format] ?? "") }

  /// - Parameter draft: the playbook's review, for its signals and tests.
  package func question(_ evidence: Evidence, _ facts: IncidentFacts, _ draft: Review<String>) -> String {
    var text = "Incident: \(facts.title.string)\n"
    if !facts.services.isEmpty {
      text += "Services: \(facts.services.map(\.string).joined(separator: ", "))\n"
    }
    if let minutes = facts.minutes { text += "Minutes of outage: \(minutes)\n" }
    if !draft.gaps.isEmpty {
      text += "\nSignals that the playbook found, with the tests they call for:\n"
      for (index, gap) in draft.gaps.enumerated() {
        let kinds = draft.tests.filter { $0.closes == index }.map(\.kind.text).joined(separator: ", ")
        let cited = gap.statement.evidence.map { "E\($0)" }.joined(separator: ", ")
        text += "- \(gap.mode.text) (\(cited)): \(kinds.isEmpty ? gap.kind.text : kinds)\n"
      }
    }
    text += "\nEvidence:\n"
    let left = Instruction.places(in: evidence.lines.map(\.text.string))
    for (index, line) in evidence.lines.enumerated() where !left.contains(index) {
      text += "E\(line.number): \(line.shown)\n"
    }
    if evidence.omitted.lines > 0 { text += "(\(evidence.omitted.lines) more lines not shown)\n" }
    return text
  }

  /// Asks once more, with what was wrong.
  package func repairQuestion(_ problems: [String]) -> String {
    repair + "\n" + problems.prefix(12).map { "- \($0)\n" }.joined()
  }

  /// Asks for the audio summary alone.
  package func summaryQuestion(_ report: String) -> String {
    summary + "\n\n" + report
  }

  /// Tokens that no tokenizer gets below: none joins words across a blank. A server that counts fewer has cut the prompt.
  package static func fewestTokens(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
  }
}
