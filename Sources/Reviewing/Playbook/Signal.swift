/// Something that goes wrong in systems: how texts speak of it, and what tests and alerts it calls for.
package struct Signal: Sendable, Hashable {
  package struct Test: Sendable, Hashable {
    package let kind: TestKind
    package let scope: String
    package let injection: String
    package let success: String
  }

  package let id: String
  package let title: String
  package let mode: FailureMode
  let says: [Phrase]
  let unless: [Phrase]
  /// What happened, with `{component}` for what it happened to.
  package let happened: String
  package let gap: String
  package let missed: String
  package let layer: Layer
  package let tests: [Test]
  package let alert: String
  /// The metric or log that was missing or ignored.
  package let observed: String
  package let prevention: String
}
