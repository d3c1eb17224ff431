import Bytes
import Incidents
import Moments
import Subprocess

/// Git, by its own program.
package struct Git: Sendable {
  package struct Failure: Error {
    package let message: String
  }

  /// What Git knows of one path.
  package struct TrackedFile: Sendable, Hashable {
    /// From the repository's root.
    package let path: String
    /// Of the content in the index.
    package let blob: String
    /// A symbolic link, whose blob says nothing of what it points at.
    package let isLink: Bool
  }

  private let folder: String

  private init(_ folder: String) {
    self.folder = folder
  }

  /// The repository that `folder` lies in.
  package static func repository(containing folder: String) async throws(WorkspaceError) -> (
    git: Git, root: String
  ) {
    guard let found = try await enclosing(folder) else {
      throw WorkspaceError(
        "\(folder) is not inside a Git repository; incidents are read from Git: run 'git init' here, or name a repository with --repo"
      )
    }
    return found
  }

  /// The repository that `folder` lies in, or nil where there is none.
  ///
  /// - Throws: when Git can't tell, as in a folder of somebody else that it doesn't trust.
  package static func enclosing(_ folder: String) async throws(WorkspaceError) -> (git: Git, root: String)? {
    do {
      let output = try await run(["rev-parse", "--show-toplevel"], in: folder)
      let root = String(decoding: output, as: UTF8.self).trimmedLineEnd
      return (Git(root), root)
    } catch {
      if error.message.contains("not a git repository") { return nil }
      throw WorkspaceError(
        error.message.isEmpty
          ? "git is not installed; install it (apt-get install git)"
          : "git finds no repository at \(folder): \(error.message); name another with --repo")
    }
  }

  /// The content of a tracked file as the index has it.
  package func staged(_ path: String) async throws(WorkspaceError) -> [UInt8] {
    try await checked(["cat-file", "blob", ":" + path])
  }

  /// Tracked files below `path` as the index has them, sorted.
  package func files(below path: String) async throws(WorkspaceError) -> [TrackedFile] {
    let output = try await checked(["ls-files", "-s", "-z", "--", path])
    // A path in a merge conflict stands there once for each side.
    var seen: Set<String> = []
    return output.split(separator: 0).compactMap { entry in
      // mode SP blob SP stage TAB path
      let parts = entry.split(separator: 9, maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let fields = parts[0].split(separator: 32)
      guard fields.count == 3, !fields[0].starts(with: "160000".utf8) else { return nil }
      let path = String(decoding: parts[1], as: UTF8.self)
      guard seen.insert(path).inserted else { return nil }
      return TrackedFile(
        path: path, blob: String(decoding: fields[1], as: UTF8.self),
        isLink: fields[0].starts(with: "120".utf8))
    }
  }

  /// Files below `path` that Git neither tracks nor ignores.
  package func untracked(below path: String) async throws(WorkspaceError) -> [String] {
    let output = try await checked(["ls-files", "-o", "--exclude-standard", "-z", "--", path])
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Tracked files below `path` whose state isn't the one that the index remembers.
  package func changed(below path: String) async throws(WorkspaceError) -> [String] {
    let output = try await checked(["diff-files", "-z", "--name-only", "--", path])
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What was done to files below `path`, from one `git log`: renames followed, the oldest first.
  ///
  /// - Parameter commit: only what came after it; nil for all.
  func log(below path: String, since commit: String? = nil) async throws(WorkspaceError) -> [UInt8] {
    try await checked(
      ["log", "--reverse", "--no-merges", "-M", "--name-status", "-z", "--format=%x01%ct %an"]
        + (commit.map { ["\($0)..HEAD"] } ?? []) + ["--", path])
  }

  /// Whether commits lead from this one to the present one in a single row, without a merge.
  func isInRow(since commit: String) async -> Bool {
    guard let output = try? await Self.run(["rev-list", "--parents", "\(commit)..HEAD"], in: folder) else {
      return false
    }
    // COMMIT SP PARENT, the newest first.
    let lines = output.split(separator: ASCII.newline).map { $0.split(separator: ASCII.space) }
    return lines.allSatisfy { $0.count == 2 } && lines.last?.last?.elementsEqual(commit.utf8) ?? false
  }

  /// Who made the last change to a file.
  func author(of path: String) async throws(WorkspaceError) -> RawText {
    RawText(
      try await checked(["log", "-1", "--no-merges", "--format=%an", "--", path]).filter {
        $0 != ASCII.newline
      })
  }

  /// The commit that the site is built from, or nil before the first.
  package func head() async -> String? {
    guard let output = try? await Self.run(["rev-parse", "HEAD"], in: folder) else { return nil }
    return String(decoding: output, as: UTF8.self).trimmedLineEnd
  }

  private func checked(_ arguments: [String]) async throws(WorkspaceError) -> [UInt8] {
    do {
      return try await Self.run(arguments, in: folder)
    } catch {
      throw WorkspaceError("git \(arguments[0]) failed: \(error.message)")
    }
  }

  /// - Throws: the first line of Git's complaint; empty when there is no git.
  private static func run(_ arguments: [String], in folder: String) async throws(Failure) -> [UInt8] {
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder, "-c", "core.quotePath=false"] + arguments),
        environment: .inherit.updating(["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"]),
        input: .none, output: .bytes(limit: 1 << 30), error: .string(limit: 1 << 16))
      guard result.terminationStatus.isSuccess else {
        let complaint = result.standardError.split(separator: "\n").first.map(String.init)
        throw Failure(message: complaint ?? "no word why")
      }
      return result.standardOutput
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(message: "")
    }
  }
}

extension String {
  fileprivate var trimmedLineEnd: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
