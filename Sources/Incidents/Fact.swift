/// A value with where it comes from, so that a page can mark what was guessed.
package struct Fact<Value: Sendable>: Sendable {
  package let value: Value
  package let basis: Basis

  package init(_ value: Value, _ basis: Basis) {
    self.value = value
    self.basis = basis
  }

  package var isGuess: Bool {
    if case .guessed = basis { true } else { false }
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Fact<Other> {
    Fact<Other>(transform(value), basis)
  }
}

extension Fact: Equatable where Value: Equatable {}
extension Fact: Hashable where Value: Hashable {}

/// Why a fact is believed.
package enum Basis: Sendable, Hashable {
  /// The text says so, in this 1-based line of the incident's file where one is known.
  case stated(line: Int?)
  /// Read off something else; the phrase completes "guessed from".
  case guessed(from: String)
}
