import Bytes

/// An evaluation's runs as a table, each figure over all runs.
package struct EvaluationReport: Sendable {
  package struct Row: Sendable, Hashable {
    package let name: String
    package let value: String
    /// For comparisons: per cent, a count or seconds.
    package let figure: Double
  }

  package let rows: [Row]
  private let runs: [Evaluation.Run]

  package init(_ runs: [Evaluation.Run]) {
    self.runs = runs
    let verdicts = runs.map(\.verdict)
    func share(_ name: String, _ holds: (Evaluation.Verdict) -> Bool, of some: [Evaluation.Verdict]? = nil)
      -> Row
    {
      let all = some ?? verdicts
      let count = all.count(where: holds)
      let figure = all.isEmpty ? 0 : Double(count) / Double(all.count) * 100
      return Row(name: name, value: "\(count) of \(all.count)", figure: figure)
    }
    func mean(_ name: String, _ values: [Double]) -> Row {
      let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      return Row(name: name, value: "\((mean * 10).rounded() / 10)", figure: mean)
    }
    let citations = verdicts.reduce(0) { $0 + $1.citations }
    let valid = verdicts.reduce(0) { $0 + $1.validCitations }
    let tests = verdicts.reduce(0) { $0 + $1.tests }
    let specific = verdicts.reduce(0) { $0 + $1.specificTests }
    rows = [
      share("by the asked reviewer, first answer whole and sound", \.isWholeAtOnce),
      share("by the asked reviewer, after one repair at most", \.isWhole),
      share("cause as expected", \.hasCause, of: verdicts.filter { !$0.shouldBeUndetermined }),
      share(
        "undetermined where the text doesn't say", \.hasCause, of: verdicts.filter(\.shouldBeUndetermined)),
      share("component named", \.namesComponent), share("a demanded kind of test recommended", \.hasKind),
      Row(
        name: "citations valid", value: "\(valid) of \(citations)",
        figure: citations == 0 ? 100 : Double(valid) / Double(citations) * 100),
      mean("invented specifics a page", verdicts.map { Double($0.invented.count) }),
      share("nothing said that must not be", { $0.forbidden.isEmpty }),
      Row(
        name: "tests that can be run as they stand", value: "\(specific) of \(tests)",
        figure: tests == 0 ? 0 : Double(specific) / Double(tests) * 100),
      mean("words in the summary", verdicts.map { Double($0.summaryWords) }),
      mean("tokens answered", runs.compactMap(\.tokens).map(Double.init)),
      mean("seconds", runs.map(\.seconds)),
    ]
  }

  /// One row a figure; with another report beside it, the difference as well.
  package func text(beside other: EvaluationReport? = nil) -> String {
    TextColumns.text(
      rows.enumerated().map { index, row in
        guard let second = other?.rows[index] else { return [row.name, row.value] }
        let difference = ((second.figure - row.figure) * 10).rounded() / 10
        return [row.name, row.value, second.value, difference > 0 ? "+\(difference)" : "\(difference)"]
      })
  }

  /// Nothing is invented and nothing said that must not be.
  package var isTrustworthy: Bool {
    runs.allSatisfy { $0.verdict.invented.isEmpty && $0.verdict.forbidden.isEmpty }
  }

  /// What went wrong, run by run.
  package var complaints: String {
    runs.flatMap { run -> [String] in
      var lines: [String] = []
      let verdict = run.verdict
      if let failure = run.failure { lines.append(failure) }
      if !verdict.hasCause {
        lines.append(
          verdict.shouldBeUndetermined ? "a cause where the text gives none" : "not the expected cause")
      }
      if !verdict.hasKind { lines.append("none of the demanded kinds of tests") }
      if !verdict.invented.isEmpty { lines.append("invented: \(verdict.invented.joined(separator: ", "))") }
      if !verdict.forbidden.isEmpty { lines.append("says: \(verdict.forbidden.joined(separator: "; "))") }
      return lines.map { "\(run.incident) #\(run.number): \($0)\n" }
    }.joined()
  }

  package var json: [UInt8] {
    JSONText.object([
      .init(
        "figures",
        .list(
          rows.map {
            .object([
              .init("name", .string($0.name)), .init("value", .string($0.value)),
              .init("figure", .thousandths(Int(($0.figure * 1_000).rounded()))),
            ])
          })),
      .init(
        "runs",
        .list(
          runs.map { run in
            .object([
              .init("incident", .string(run.incident)), .init("run", .number(run.number)),
              .init("by_model", .flag(run.verdict.isByModel)), .init("cause", .flag(run.verdict.hasCause)),
              .init("undetermined", .flag(run.verdict.isUndetermined)),
              .init("kind", .flag(run.verdict.hasKind)),
              .init("invented", .list(run.verdict.invented.map { .string($0) })),
              .init("forbidden", .list(run.verdict.forbidden.map { .string($0) })),
              .init("seconds", .thousandths(Int((run.seconds * 1_000).rounded()))),
              .init("failure", run.failure.map { .string($0) } ?? .null),
            ])
          })),
    ]).bytes
  }
}
