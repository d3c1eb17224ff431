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
    case status(Int, retryAfter: Int?)
    /// The prompt is longer than the server's context, of so many tokens where it tells.
    case contextExceeded(tokens: Int?)
    /// Not what an OpenAI-compatible server says.
    case notUnderstood
    case tooLarge
  }

  package let kind: Kind
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Whether the same server may take the same request later. One that stalled would stall as long again.
  package var isPassing: Bool {
    switch kind {
    case .unreachable, .broken: true
    case .status(let code, _): code == 429 || code >= 500
    case .egress, .stalled, .notUnderstood, .tooLarge, .contextExceeded: false
    }
  }

  /// Whether another server may take the same request.
  var mayPassElsewhere: Bool { isPassing || kind == .stalled }

  /// Whether the server refused the request as it stands: it may take a plainer one.
  package var isRefusal: Bool {
    if case .status(let code, _) = kind {
      (400..<500).contains(code) && ![401, 403, 404, 408, 429].contains(code)
    } else {
      false
    }
  }

  var retryAfter: Int? {
    if case .status(_, let seconds) = kind { seconds } else { nil }
  }
}
