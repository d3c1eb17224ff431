package import Bytes
package import Condensing
import Sanitizing

/// What a model is asked. The instructions come first and are the same for all incidents, so that a server's prefix
/// cache works; then the playbook's signals found in this incident, then the numbered evidence.
package struct Prompt: Sendable {
  /// The fixed text, as in `templates/prompts/system.txt`.
  package let system: String
  private let summary: String
  package let digest: Digest

  package init(system: String, summary: String) {
    self.system = system
    self.summary = summary
    digest = Digest(parts: [("system", Array(system.utf8)), ("summary", Array(summary.utf8))])
  }

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
    for line in evidence.lines { text += "E\(line.number): \(line.shown)\n" }
    if evidence.omitted.lines > 0 { text += "(\(evidence.omitted.lines) more lines not shown)\n" }
    return text
  }

  /// Asks for the audio summary alone.
  package func summaryQuestion(_ report: String) -> String {
    summary + "\n\n" + report
  }
}
