import ArgumentParser
import Diagnostics
import Pipeline
import Settings
import Workspace

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks settings, templates, incidents and gaps.yaml, or looks for secrets.",
    discussion: """
      Without a flag it does all that a build does but speak and write the site, and says what is wrong. With --secrets \
      it looks into the given files, or into all below the incidents folder, and fails with file:line and kind for each \
      credential; the value is never shown.

      EXAMPLES
        hindcast check                                       are settings, templates, incidents and gaps.yaml right?
        hindcast check --secrets                             is there a secret in what would be committed?
        hindcast check --secrets --strict incidents/new.md   personal data and internal addresses too

      AS A GIT HOOK, in .git/hooks/pre-commit
        hindcast check --secrets || exit 1
      """)

  @OptionGroup var place: RepositoryOptions

  @Flag(help: "Look for credentials in files instead.")
  var secrets = false

  @Flag(help: "With --secrets: personal data and internal addresses fail too. Otherwise: warnings fail too.")
  var strict = false

  @Argument(help: "With --secrets: the files to look into. (default: all below the incidents folder)")
  var files: [String] = []

  func validate() throws {
    if !secrets, !files.isEmpty { throw ValidationError("files are given with --secrets only") }
  }

  func run() async throws {
    if secrets { try await checkSecrets() } else { try await checkAll() }
  }

  private func checkAll() async throws {
    let (_, diagnostics) = try await place.analyze(showingNotes: true)
    let worst = diagnostics.map(\.severity).max() ?? .note
    if worst == .note { Terminal.current().say("nothing is wrong") }
    if worst == .error || (strict && worst == .warning) { throw ExitCode(1) }
  }

  private func checkSecrets() async throws {
    let (settings, _) = try await SettingsLoader.loadAnywhere(place.repo) { settings in
      if let incidents = place.incidents { settings.incidents.folder = incidents }
    }
    let (check, problems) = SecretCheck.make(settings, isStrict: strict)
    var found = problems
    var root = ""
    var paths = files
    if files.isEmpty {
      let candidates = try await SecretCheck.candidates(settings, repository: place.repo)
      (root, paths) = (candidates.root + "/", candidates.paths)
      for (path, content) in candidates.staged { found += check.problems(inStaged: content, shownAs: path) }
    }
    for path in paths {
      do {
        found += try check.problems(inFile: root + path, shownAs: path)
      } catch {
        found.append(.error("not readable: \(error)", at: SourceLocation(path)))
      }
    }
    Terminal.current().report(found)
    guard !found.hasErrors else { throw ExitCode(1) }
  }
}
