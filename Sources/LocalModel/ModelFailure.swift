/// Why a server gave no answer, in words that say what to do.
package struct ModelFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// The host is outside this machine and the settings don't allow it.
    case egress
    /// Nobody listens there.
    case unreachable
    /// No byte for too long.
    case stalled
    /// The connection broke before the answer was whole.
    case broken
    case status(Int)
    /// Not what an OpenAI-compatible server says.
    case notUnderstood
    case tooLarge
    /// The answer was cut at the limit of tokens.
    case truncated
  }

  package let kind: Kind
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Whether the same request may go through later.
  package var isPassing: Bool {
    switch kind {
    case .unreachable, .stalled, .broken: true
    case .status(let code): code == 429 || code >= 500
    case .egress, .notUnderstood, .tooLarge, .truncated: false
    }
  }
}
