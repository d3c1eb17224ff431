import Diagnostics
import Settings
import Workspace

/// Settings from the file, the environment over it, and flags over both; the only place that reads the environment.
enum SettingsLoader {
  static func load(
    repository: String, overriddenBy apply: (inout Settings) -> Void
  ) async throws(WorkspaceError) -> (settings: Settings, root: String, diagnostics: [Diagnostic]) {
    let (_, root) = try await Git.repository(containing: repository)
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
    return (settings, root, diagnostics)
  }

  /// A path from the command line is meant from the current folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : Machine.currentFolder + "/" + path
  }
}
