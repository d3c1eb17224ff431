import Bytes
import Condensing
package import Diagnostics
import Incidents
import Reviewing
import Sanitizing
import Moments
package import Workspace

/// Reviews known incidents by the settings at hand and holds each review against what is expected of it.
package struct Evaluation: Sendable {
  /// How one run of one incident went.
  package struct Run: Sendable {
    package let incident: String
    package let number: Int
    package let verdict: Verdict
    package let tokens: Int?
    package let seconds: Double
    /// Why the asked reviewer gave nothing, where it didn't.
    package let failure: String?
  }

  /// What can be said of a review without a reader.
  package struct Verdict: Sendable {
    package let isByModel: Bool
    /// All six sections were there in the first answer.
    package let isWholeAtOnce: Bool
    package let isWhole: Bool
    /// The cause is the expected one, or undetermined where it should be.
    package let hasCause: Bool
    package let isUndetermined: Bool
    package let shouldBeUndetermined: Bool
    package let namesComponent: Bool
    package let hasKind: Bool
    package let citations: Int
    package let validCitations: Int
    /// Times, figures and names on the page that the evidence doesn't have.
    package let invented: [String]
    /// What must not be claimed and is.
    package let forbidden: [String]
    package let tests: Int
    /// Tests with a component, something to inject and a figure to pass by.
    package let specificTests: Int
    package let summaryWords: Int
  }

  private struct Case {
    let name: String
    let file: IncidentFile
    let expectation: Expectation
  }

  private let cases: [Case]
  private let analysis: Analysis
  private let workers = Workers()
  private let jobs: Int

  /// - Parameter folder: holds one folder an incident, each with `incident.md` and `expected.yaml`.
  package static func make(
    _ request: BuildRequest, folder: String
  ) throws(WorkspaceError) -> (evaluation: Evaluation, diagnostics: [Diagnostic]) {
    var cases: [Case] = []
    var diagnostics: [Diagnostic] = []
    for name in PosixFile.names(in: folder).sorted() {
      let home = folder + "/" + name
      guard PosixFile.status(home)?.kind == .folder else { continue }
      do {
        let text = String(
          decoding: try PosixFile.read(home + "/expected.yaml", limit: 1 << 20), as: UTF8.self)
        let (expectation, problems) = Expectation.read(text, path: home + "/expected.yaml")
        diagnostics += problems
        let bytes = try PosixFile.read(home + "/incident.md", limit: IncidentFolder.longestNarrative)
        let attachments = PosixFile.names(in: home).sorted().filter {
          $0 != "incident.md" && $0 != "expected.yaml"
        }
        let file = IncidentFile(
          path: "\(name)/incident.md", name: name, text: RawText(bytes),
          attachments: attachments.map {
            AttachmentFile(path: "\(name)/\($0)", size: PosixFile.status("\(home)/\($0)")?.size ?? 0)
          }, history: nil)
        if let expectation { cases.append(Case(name: name, file: file, expectation: expectation)) }
      } catch {
        diagnostics.append(.error("not readable: \(error)", at: SourceLocation(home)))
      }
    }
    guard !cases.isEmpty || !diagnostics.isEmpty else {
      throw WorkspaceError(
        "\(folder) has no folder with an incident.md and an expected.yaml; see Tests/Fixtures/evaluate for eight"
      )
    }
    var request = request
    request.usesReviewCache = false
    let (analysis, problems) = Analysis.make(
      request, root: folder, files: TemplateFiles.read(root: request.root))
    return (
      Evaluation(cases: cases, analysis: analysis, jobs: max(request.jobs, analysis.modelWidth)),
      diagnostics + problems
    )
  }

  private init(cases: [Case], analysis: Analysis, jobs: Int) {
    self.cases = cases
    self.analysis = analysis
    self.jobs = jobs
  }

  /// - Parameter done: called with each run that has ended, in the order in which they end.
  package func run(times: Int, done: @escaping @Sendable (Run) -> Void) async -> [Run] {
    let rounds = (1...times).flatMap { number in cases.map { ($0, number) } }
    let width = analysis.modelWidth > 0 ? analysis.modelWidth : jobs
    return await workers.map(rounds, width: width) { (known, number) in
      let start = ContinuousClock.now
      let (review, made, facts) = await analysis.reviewed(known.file)
      let run = Run(
        incident: known.name, number: number,
        verdict: Verdict(review, made, facts, known.expectation, hasModel: analysis.modelWidth > 0),
        tokens: made.provenance.model?.answerTokens,
        seconds: start.duration(to: .now).inSeconds,
        failure: made.diagnostics.first { $0.severity == .warning }?.message)
      done(run)
      return run
    }
  }
}

extension Evaluation.Verdict {
  init(
    _ review: Review<SanitizedText>, _ made: ReviewStage.Reviewed, _ facts: IncidentFacts,
    _ expected: Expectation,
    hasModel: Bool
  ) {
    isByModel = made.provenance.engine == .model
    isWhole = !hasModel || isByModel
    isWholeAtOnce = isWhole && !(made.provenance.model?.wasRepaired ?? false)
    let cause = review.cause.statement
    isUndetermined = !review.cause.isDetermined
    shouldBeUndetermined = expected.isUndetermined
    let said = cause.text.string.lowercased()
    hasCause =
      expected.isUndetermined
      ? !review.cause.isDetermined : review.cause.isDetermined && expected.cause.allSatisfy(said.contains)
    let texts = Self.texts(of: review)
    let page = texts.joined(separator: "\n").lowercased()
    namesComponent = expected.component.map { page.contains($0.lowercased()) } ?? true
    hasKind = review.tests.contains { expected.kinds.contains($0.kind) }
    let cited =
      [cause] + review.timeline.map(\.statement) + review.factors + review.gaps.map(\.statement)
    let numbers = cited.flatMap(\.evidence) + review.tests.flatMap(\.evidence)
    citations = numbers.count
    validCitations = numbers.count { made.evidence[$0] != nil }
    let claims =
      cited.map(\.text.string) + review.blastRadius.map(\.text.string)
      + (isByModel ? review.prevention.map(\.text.string) : [])
    let check = Grounding(made.evidence, facts, draft: made.review)
    invented = claims.flatMap { check.invented(in: $0) }
    forbidden = expected.never.filter(page.contains)
    tests = review.tests.count
    specificTests = review.tests.count { check.isSpecific($0) }
    summaryWords = AudioSummary.count(review.audioSummary.string)
  }

  private static func texts(of review: Review<SanitizedText>) -> [String] {
    [review.headline, review.cause.statement.text, review.audioSummary].map(\.string)
      + review.timeline.map(\.statement.text.string) + review.blastRadius.map(\.text.string)
      + review.factors.map(\.text.string) + review.prevention.map(\.text.string)
      + review.gaps.flatMap {
        [$0.statement.text.string, $0.signal.string, $0.whyMissed.string, $0.component.string]
      }
      + review.tests.flatMap { [$0.scope.string, $0.injection.string, $0.success.string] }
  }
}
