package import Bytes
package import Diagnostics
import FoundationEssentials

/// What the last build was made from and what it left behind, so that a build to which nothing changed can stop after
/// one look.
///
/// It is never trusted: unless its own digest, the digest of all inputs and the state of every written file agree, the
/// build is a whole one.
package struct BuildStamp: Sendable {
  package let diagnostics: [Diagnostic]
  package let incidents: Int

  package init(diagnostics: [Diagnostic], incidents: Int) {
    self.diagnostics = diagnostics
    self.incidents = incidents
  }

  private struct Sheet: Codable {
    struct Line: Codable {
      let severity: String
      let message: String
      let path: String?
      let line: Int?
    }

    let inputs: String
    let outputs: String
    let incidents: Int
    let lines: [Line]
  }

  private static let stage = "stamps"

  /// The stamp of a site whose inputs and files are still what they were, or nil.
  package static func valid(_ cache: Cache, site: String, inputs: Digest) -> BuildStamp? {
    guard let bytes = cache.entry(stage, key(site)),
      let sheet = try? JSONDecoder().decode(Sheet.self, from: Data(bytes)), sheet.inputs == inputs.hex,
      let outputs = OutputTree(root: site).state(), sheet.outputs == outputs.hex
    else { return nil }
    let diagnostics = sheet.lines.compactMap { line in
      Diagnostic.Severity(rawValue: line.severity).map { severity in
        Diagnostic(severity, line.message, at: line.path.map { SourceLocation($0, line: line.line) })
      }
    }
    return BuildStamp(diagnostics: diagnostics, incidents: sheet.incidents)
  }

  package func store(_ cache: Cache, site: String, inputs: Digest) throws(PosixFile.Failure) {
    guard let outputs = OutputTree(root: site).state() else { return }
    let sheet = Sheet(
      inputs: inputs.hex, outputs: outputs.hex, incidents: incidents,
      lines: diagnostics.map {
        Sheet.Line(
          severity: $0.severity.rawValue, message: $0.message, path: $0.location?.path,
          line: $0.location?.line)
      })
    guard let bytes = try? JSONEncoder().encode(sheet) else { return }
    try cache.store(Array(bytes), Self.stage, Self.key(site))
  }

  /// One stamp for each folder that a site was ever written to.
  private static func key(_ site: String) -> Digest { Digest(of: site) }
}

extension OutputTree {
  /// A digest over path, size, time and inode of every file of ours, or nil when one is missing.
  func state() -> Digest? {
    let paths = manifest().sorted()
    guard !paths.isEmpty else { return nil }
    var text: [UInt8] = []
    for path in paths {
      guard let status = PosixFile.status(root + "/" + path), status.kind == .file else { return nil }
      text += "\(path)\u{0}\(status.size) \(status.changed) \(status.inode)\n".utf8
    }
    return Digest(of: text)
  }
}

extension IncidentFolder {
  /// A digest over all that a build reads below the incidents folder and from Git's history; nil where that can't be
  /// told without reading it all, because a link stands among the files.
  package static func inputs(
    _ git: Git, root: String, folder: String
  ) async throws(WorkspaceError) -> Digest? {
    let tracked = try await git.files(below: folder)
    guard !tracked.contains(where: \.isLink) else { return nil }
    var text: [UInt8] = []
    for file in tracked { text += "\(file.blob) \(file.path)\u{0}".utf8 }
    let open = try await git.changed(below: folder) + git.untracked(below: folder)
    for path in Set(open).sorted() {
      let full = root + "/" + path
      guard let status = PosixFile.status(full) else {
        text += "gone \(path)\u{0}".utf8
        continue
      }
      guard status.kind == .file, status.size <= 64 << 20, let bytes = try? PosixFile.read(full) else {
        return nil
      }
      text += "\(Digest(of: bytes).hex) \(path)\u{0}".utf8
    }
    return Digest(parts: [("head", Array((await git.head() ?? "").utf8)), ("files", text)])
  }
}
