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
      problems += self.problems(in: block, shownAs: name, after: line, "take it out before it is committed")
      line += block.count { $0 == ASCII.newline }
    }
    return problems
  }

  /// The same for content that would be committed though the file has other content by now.
  package func problems(inStaged content: [UInt8], shownAs name: String) -> [Diagnostic] {
    problems(
      in: content, shownAs: name, after: 0, "the file no longer has it, but it is staged: git add it again")
  }

  private func problems(
    in block: [UInt8], shownAs name: String, after line: Int, _ advice: String
  ) -> [Diagnostic] {
    sanitizer.leaks(in: RawText(UTF8Repair(block).bytes)).filter { failing.contains($0.concern) }.map {
      leak in
      .error(
        "\(Self.name(leak.concern)) (\(leak.kind)); \(advice)",
        at: SourceLocation(name, line: line + leak.line))
    }
  }

  private static func name(_ concern: Concern) -> String {
    switch concern {
    case .credential: "a credential"
    case .personal: "personal data"
    case .infrastructure: "a detail of the internal network"
    }
  }

  /// What a commit could take below the incidents folder.
  package struct Candidates {
    package let root: String
    /// Staged, committed and new files, as the working tree has them.
    package let paths: [String]
    /// Content in the index that the working tree no longer has.
    package let staged: [(path: String, content: [UInt8])]
  }

  package static func candidates(
    _ settings: Settings, repository: String
  ) async throws(WorkspaceError) -> Candidates {
    let (git, root) = try await Git.repository(containing: repository)
    let folder = settings.incidents.folder
    let paths = try await git.files(below: folder).map(\.path) + git.untracked(below: folder)
    var staged: [(path: String, content: [UInt8])] = []
    for path in try await git.changed(below: folder) { staged.append((path, try await git.staged(path))) }
    return Candidates(
      root: root,
      paths: Array(Set(paths)).sorted().filter { PosixFile.status(root + "/" + $0)?.kind == .file },
      staged: staged)
  }
}
