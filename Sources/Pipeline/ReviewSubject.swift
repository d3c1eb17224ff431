import Condensing
import Diagnostics
import Reviewing

/// An incident as reviewers get it: what is known of it, and its texts condensed to any window.
struct ReviewSubject: Sendable {
  /// The address, for progress and the audit trail.
  let name: String
  let facts: IncidentFacts
  let condenser: Condenser
  let location: SourceLocation
  /// Kinds of what was taken out of it, and how many of each.
  let removed: [(kind: String, count: Int)]
  /// Removes what must not be shown from a text that came from elsewhere, with this incident's placeholders.
  let clean: @Sendable (String) -> String
}
