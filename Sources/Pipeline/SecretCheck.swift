package import Diagnostics
import Bytes
import Sanitizing
package import Settings
package import Workspace

/// Looks for secrets in files before they reach the history.
package struct SecretCheck {
  private let sanitizer: Sanitizer
  private let failing: Set<Concern>

  /// - Parameter isStrict: personal data and internal addresses count too, not only credentials.
  package static func make(
    _ settings: Settings, isStrict: Bool
  ) -> (check: SecretCheck, diagnostics: [Diagnostic]) {
    let (book, diagnostics) = RuleBooks.make(settings)
    let failing: Set<Concern> = isStrict ? Set(Concern.allCases) : [.credential]
    return (SecretCheck(sanitizer: Sanitizer(book), failing: failing), diagnostics)
  }

  /// An error with file and line for each secret, which names its kind and never shows it.
  package func problems(inFile path: String, shownAs name: String) throws(PosixFile.Failure) -> [Diagnostic] {
    var blocks = try LineBlocks(path)
    var problems: [Diagnostic] = []
    var line = 0
    while let block = try blocks.next() {
      for leak in sanitizer.leaks(in: RawText(UTF8Repair(block).bytes)) where failing.contains(leak.concern) {
        problems.append(
          .error(
            "\(Self.name(leak.concern)) (\(leak.kind)); take it out before it is committed",
            at: SourceLocation(name, line: line + leak.line)))
      }
      line += block.count { $0 == ASCII.newline }
    }
    return problems
  }

  private static func name(_ concern: Concern) -> String {
    switch concern {
    case .credential: "a credential"
    case .personal: "personal data"
    case .infrastructure: "a detail of the internal network"
    }
  }

  /// The staged, committed and new files below the incidents folder.
  package static func files(
    _ settings: Settings, repository: String
  ) async throws(WorkspaceError) -> (root: String, paths: [String]) {
    let (git, root) = try await Git.repository(containing: repository)
    let folder = settings.incidents.folder
    let paths = try await git.files(below: folder).map(\.path) + git.untracked(below: folder)
    return (root, Array(Set(paths)).sorted().filter { PosixFile.status(root + "/" + $0)?.kind == .file })
  }
}
