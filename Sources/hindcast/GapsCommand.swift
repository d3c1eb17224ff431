import ArgumentParser
import Diagnostics
import Insights
import Pipeline
import Settings
import Workspace

struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Prints the testing gaps of all incidents, those that need attention first.",
    discussion: """
      A gap is open until incidents/gaps.yaml says that a test closed it or that the team accepts it; an incident after \
      the day on which it was closed makes it regressed.

      EXAMPLES
        hindcast gaps --open --service checkout
        hindcast gaps --format csv > gaps.csv
        hindcast gaps --fail-on regressed        exit code 1 when a closed gap let an incident through again
        hindcast gaps --plan markdown            the recommended tests, as a list to tick off
      """)

  enum PlanFormat: String, ExpressibleByArgument, CaseIterable { case csv, markdown }

  @OptionGroup var place: RepositoryOptions

  @Option(help: "One of: text, json, csv, markdown, junit.")
  var format = GapReport.Format.text

  @Flag(help: "Only gaps that are open or regressed.")
  var open = false

  @Option(help: "Only gaps of incidents of this service.")
  var service: String?

  @Option(help: "Exit with code 1 when there is a gap in this state: regressed, open, accepted or closed.")
  var failOn: GapState.Name?

  @Option(help: "Print the test plan instead, as csv or markdown.")
  var plan: PlanFormat?

  func run() async throws {
    Machine.ignoreBrokenPipes()
    let (found, diagnostics) = try await place.analyze()
    let report = GapReport(found.index, states: open ? [.open, .regressed] : nil, service: service)
    let output =
      switch plan {
      case .csv: found.plan.csv
      case .markdown: found.plan.markdown
      case nil: report.bytes(format)
      }
    Machine.write(output, to: 1)
    if failOn != nil, diagnostics.hasErrors {
      Terminal.current().report([
        .error("not every incident could be read, so nobody knows which gaps there are")
      ])
      throw ExitCode(1)
    }
    if let failOn {
      let failing = GapReport(found.index, states: [failOn], service: service).count
      guard failing == 0 else {
        Terminal.current().report([
          .error("\(failing) \(failing == 1 ? "gap is" : "gaps are") \(failOn.rawValue)")
        ])
        throw ExitCode(1)
      }
    }
  }
}

extension GapReport.Format: ExpressibleByArgument {}
extension GapState.Name: ExpressibleByArgument {}

/// Where the incidents are and who reviews them, for commands that only look.
struct RepositoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder in the repository.", valueName: "folder"))
  var repo = "."

  @Option(help: ArgumentHelp("The folder with the incidents. (default: incidents)", valueName: "folder"))
  var incidents: String?

  @Option(help: "Who reviews: auto, model or playbook.")
  var engine: Settings.Review.Engine?

  @Flag(help: "Also incidents that aren't in Git yet.")
  var includeUntracked = false

  /// Reviews what isn't reviewed yet and reports what is wrong on standard error.
  func analyze(showingNotes: Bool = false) async throws -> (
    findings: Build.Findings, diagnostics: [Diagnostic]
  ) {
    let terminal = Terminal.current(isVerbose: showingNotes ? true : nil)
    defer { terminal.clear() }
    let (findings, diagnostics) = try await build(terminal).findings()
    terminal.clear()
    terminal.report(diagnostics)
    return (findings, diagnostics)
  }

  /// The settings with these options over them.
  func load(
    overriddenBy apply: (inout Settings) -> Void = { _ in }
  ) async throws(WorkspaceError) -> (settings: Settings, root: String, diagnostics: [Diagnostic]) {
    try await SettingsLoader.load(repository: repo) { settings in
      if let incidents { settings.incidents.folder = incidents }
      if let engine { settings.review.engine = engine }
      if includeUntracked { settings.incidents.includesUntracked = true }
      apply(&settings)
    }
  }

  /// The same; what is wrong with them is reported and ends the command.
  func settings(
    _ terminal: Terminal, overriddenBy apply: (inout Settings) -> Void = { _ in }
  ) async throws -> (settings: Settings, root: String) {
    let (settings, root, problems) = try await load(overriddenBy: apply)
    try problems.reportedOrExit(terminal)
    return (settings, root)
  }

  /// A build by these options, for what it finds rather than for its site.
  func build(
    _ terminal: Terminal, overriddenBy apply: (inout Settings) -> Void = { _ in }
  ) async throws -> Build {
    let (settings, root) = try await settings(terminal, overriddenBy: apply)
    return Build(
      BuildRequest(
        settings: settings, root: root, jobs: Machine.cores, audio: .none, version: Version.text,
        now: { Machine.now }, progress: terminal.show))
  }
}
