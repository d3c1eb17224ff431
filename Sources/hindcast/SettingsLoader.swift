import ArgumentParser
import Diagnostics
import Settings
import Workspace

/// Settings from the file, the environment over it, and flags over both; the only place that reads the environment.
enum SettingsLoader {
  static func load(
    repository: String, overriddenBy apply: (inout Settings) -> Void
  ) async throws(WorkspaceError) -> (settings: Settings, root: String, diagnostics: [Diagnostic]) {
    let (_, root) = try await Git.repository(containing: repository)
    let (settings, diagnostics) = try read(root, overriddenBy: apply)
    return (settings, root, diagnostics)
  }

  /// For commands that work without a repository: its settings inside of one, else those of `folder`, if it has any.
  ///
  /// What is wrong with them ends the command: a filter or a commit hook must not go on by other rules than the team's.
  static func loadAnywhere(
    _ folder: String, overriddenBy apply: (inout Settings) -> Void = { _ in }
  ) async throws -> (settings: Settings, root: String) {
    let root = try await Git.enclosing(folder)?.root ?? folder
    let (settings, diagnostics) = try read(root, overriddenBy: apply)
    try diagnostics.reportedOrExit()
    return (settings, root)
  }

  private static func read(
    _ root: String, overriddenBy apply: (inout Settings) -> Void
  ) throws(WorkspaceError) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var settings = Settings()
    var diagnostics: [Diagnostic] = []
    let path = root + "/hindcast.yaml"
    if PosixFile.status(path) != nil {
      do {
        let bytes = try PosixFile.read(path, limit: 1 << 20)
        (settings, diagnostics) = SettingsFile.read(
          String(decoding: bytes, as: UTF8.self), path: "hindcast.yaml")
      } catch {
        throw WorkspaceError("the settings are not readable: \(error)")
      }
    }
    diagnostics += EnvironmentSettings.apply(Machine.environment, to: &settings)
    if settings.review.apiKey == nil, let file = settings.review.apiKeyFile {
      do {
        let bytes = try PosixFile.read(file.hasPrefix("/") ? file : root + "/" + file, limit: 64 << 10)
        settings.review.apiKey = Secret(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
      } catch {
        diagnostics.append(
          .error("review.api_key_file is not readable: \(error)", at: SourceLocation("hindcast.yaml")))
      }
    }
    apply(&settings)
    return (settings, diagnostics)
  }

  /// A path from the command line is meant from the current folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : Machine.currentFolder + "/" + path
  }
}

extension [Diagnostic] {
  /// Says what is wrong, and ends the command when it can't go on.
  func reportedOrExit(_ terminal: Terminal = .current(isQuiet: false, isVerbose: false)) throws {
    terminal.report(self)
    if hasErrors { throw ExitCode(1) }
  }
}
