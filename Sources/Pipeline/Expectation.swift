package import Diagnostics
package import Reviewing
private import Yams

/// `expected.yaml` beside a known incident: what a review of it must say, and what it must not.
package struct Expectation: Sendable, Hashable {
  /// Words of which the primary cause must have every one; empty where the text doesn't tell the cause.
  package let cause: [String]
  package let component: String?
  /// Kinds of tests of which at least one must be recommended.
  package let kinds: [TestKind]
  /// What no part of the review may say.
  package let never: [String]

  package var isUndetermined: Bool { cause.isEmpty }

  package static func read(_ text: String, path: String) -> (
    expectation: Expectation?, diagnostics: [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    func complain(_ message: String, _ node: Node?) {
      diagnostics.append(.error(message, at: SourceLocation(path, line: node?.mark?.line)))
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      return (nil, [.error("not readable as YAML", at: SourceLocation(path))])
    }
    guard case .mapping(let pairs)? = root else {
      return (nil, [.error("has no keys; it takes cause, component, kinds, never", at: SourceLocation(path))])
    }
    var cause: [String] = []
    var component: String?
    var kinds: [TestKind] = []
    var never: [String] = []
    func texts(_ node: Node) -> [String] {
      node.sequence?.compactMap(\.string) ?? node.string.map { [$0] } ?? []
    }
    for (key, value) in pairs {
      switch key.string {
      case "cause": cause = texts(value) == ["undetermined"] ? [] : texts(value).map { $0.lowercased() }
      case "component": component = value.string
      case "kinds":
        for name in texts(value) {
          if let kind = TestKind(rawValue: name) {
            kinds.append(kind)
          } else {
            complain("'\(name)' is no kind of test", value)
          }
        }
      case "never": never = texts(value).map { $0.lowercased() }
      default: complain("takes cause, component, kinds, never; not '\(key.string ?? "?")'", key)
      }
    }
    if kinds.isEmpty { complain("'kinds' names no kind of test", nil) }
    let expectation = Expectation(cause: cause, component: component, kinds: kinds, never: never)
    return (diagnostics.isEmpty ? expectation : nil, diagnostics)
  }
}
