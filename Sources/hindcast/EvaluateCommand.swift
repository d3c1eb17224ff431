import ArgumentParser
import Diagnostics
import Pipeline
import Settings
import Workspace

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Reviews known incidents and says how far the reviews can be trusted.",
    discussion: """
      The folder holds one folder an incident, each with an incident.md and an expected.yaml:

        cause: [transaction, loyalty]      words that the primary cause must have; or: undetermined
        component: checkout
        kinds: [load, chaos]               at least one of them must be recommended
        never: [raising the pool fixed]    what no review may say

      Exit code 1 when a review invents a figure or a name, or says what it must not.

      EXAMPLES
        hindcast evaluate Tests/Fixtures/evaluate --engine playbook
        hindcast evaluate known --runs 4 --json > figures.json
        hindcast evaluate known --against qwen3:8b        two models side by side
        hindcast evaluate known --against-templates new/  two sets of prompts side by side
      """)

  @Argument(help: "The folder with the known incidents.")
  var folder: String

  @Option(help: "How many times each incident is reviewed.")
  var runs = 1

  @Option(help: "Who reviews: auto, model or playbook.")
  var engine: Settings.Review.Engine?

  @Option(help: "The model, instead of the one in the settings.")
  var model: String?

  @Option(help: "Compare with this model, on the same endpoint.")
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Compare with the prompts and playbook in this folder's templates/.", valueName: "folder"))
  var againstTemplates: String?

  @Flag(help: "Print figures and runs as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The repository whose settings and templates are used.", valueName: "folder"))
  var repo = "."

  func validate() throws {
    guard (1...100).contains(runs) else { throw ValidationError("--runs takes a number from 1 to 100") }
    if json, against != nil || againstTemplates != nil {
      throw ValidationError("--json and a comparison exclude each other; run each alone")
    }
  }

  func run() async throws {
    Machine.ignoreBrokenPipes()
    let terminal = Terminal.current()
    defer { terminal.clear() }
    let (first, name) = try await report(terminal, model, templates: nil)
    var text = first.text() + first.complaints
    var isTrustworthy = first.isTrustworthy
    if against != nil || againstTemplates != nil {
      let (second, other) = try await report(terminal, against ?? model, templates: againstTemplates)
      text = "\(name)  |  \(againstTemplates ?? other)\n" + first.text(beside: second)
      text += [(name, first), (againstTemplates ?? other, second)].map { side, report in
        report.complaints.isEmpty ? "" : "\n\(side):\n\(report.complaints)"
      }.joined()
      isTrustworthy = isTrustworthy && second.isTrustworthy
    }
    terminal.clear()
    Machine.write(json ? first.json : Array(text.utf8), to: 1)
    if !isTrustworthy { throw ExitCode(1) }
  }

  private func report(
    _ terminal: Terminal, _ model: String?, templates: String?
  ) async throws -> (EvaluationReport, name: String) {
    let (loaded, root, problems) = try await SettingsLoader.load(repository: repo) { settings in
      if let engine { settings.review.engine = engine }
      if let model { settings.review.model = model }
    }
    var settings = loaded
    // The audit trail of these calls stands with all others, not beside the known incidents.
    if !settings.cache.hasPrefix("/") { settings.cache = root + "/" + settings.cache }
    let request = BuildRequest(
      settings: settings, root: templates.map(SettingsLoader.absolute) ?? root, jobs: Machine.cores,
      audio: .none,
      version: Version.text, now: { Machine.now }, progress: terminal.show)
    let (evaluation, diagnostics) = try Evaluation.make(request, folder: SettingsLoader.absolute(folder))
    try (problems + diagnostics).reportedOrExit(terminal)
    let runs = await evaluation.run(times: runs) { run in
      terminal.show(.evaluated(run.incident, number: run.number, seconds: run.seconds))
    }
    return (EvaluationReport(runs), settings.review.engine == .playbook ? "playbook" : settings.review.model)
  }
}
