import ArgumentParser
import Diagnostics
import Pipeline
import Settings
import Workspace

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the site from the committed incidents.",
    discussion: """
      Only what changed is reviewed and spoken again. Exit code 0: built; 1: built with errors, or not built; 2: wrong usage.

      EXAMPLES
        hindcast build
        hindcast build --base-url https://incidents.corp.example --strict
        hindcast build --incidents postmortems --site /srv/www/incidents --no-audio
      """)

  @Option(help: "The repository; its root is found from here.")
  var repo = "."

  @Option(help: "The folder of incidents, from the repository's root. (default: incidents)")
  var incidents: String?

  @Option(help: "Where the site goes. (default: site)")
  var site: String?

  @Option(help: "The site's absolute address, for the feed's links.")
  var baseURL: String?

  @Option(
    help:
      "Who reviews: auto asks for a model and falls back to the playbook. (default: auto)"
  )
  var engine: Settings.Review.Engine?

  @Flag(help: "Open no socket at all, not even to this machine.")
  var offline = false

  @Flag(help: "Speak nothing.")
  var noAudio = false

  @Flag(help: "Also incidents that aren't in Git yet, marked as drafts.")
  var includeUntracked = false

  @Option(name: .shortAndLong, help: "How many incidents at a time. (default: the number of cores)")
  var jobs: Int?

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Only warnings and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Notes as well.")
  var verbose = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
    if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
      throw ValidationError("--base-url takes an address that begins with http:// or https://")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  func run() async throws {
    let terminal = Terminal.current(isQuiet: quiet, isVerbose: verbose)
    defer { terminal.clear() }
    let start = ContinuousClock.now
    let (settings, root, settingsProblems) = try await SettingsLoader.load(
      repository: repo, overriddenBy: apply)
    guard !settingsProblems.hasErrors else {
      terminal.report(settingsProblems)
      throw ExitCode(1)
    }
    let build = Build(
      BuildRequest(
        settings: settings, root: root, jobs: jobs ?? Machine.cores, audio: noAudio ? .none : .spoken,
        isOffline: offline,
        version: Version.text,
        now: { Machine.now }, progress: terminal.show))
    let (outcome, diagnostics, memory) = try await build.remembered()
    terminal.clear()
    terminal.report(settingsProblems + diagnostics)
    terminal.summarize(outcome, diagnostics, took: ContinuousClock.now - start)
    let worst = diagnostics.map(\.severity).max() ?? .note
    // Taking ten thousand incidents apart again would cost a tenth of a build: the process ends with them.
    let code: Int32 = worst == .error || (strict && worst == .warning) ? 1 : 0
    withExtendedLifetime(memory) { Machine.exit(code) }
  }

  private func apply(_ settings: inout Settings) {
    if let incidents { settings.incidents.folder = incidents }
    if let site { settings.site.output = SettingsLoader.absolute(site) }
    if let baseURL { settings.site.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL }
    if let engine { settings.review.engine = engine }
    if includeUntracked { settings.incidents.includesUntracked = true }
  }
}

extension Settings.Review.Engine: ExpressibleByArgument {}
