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

  /// - Parameter files: all of the site, in any order.
  package func store(
    _ cache: Cache, site: String, inputs: Digest, _ files: [WrittenFile]
  ) throws(PosixFile.Failure) {
    let sheet = Sheet(
      inputs: inputs.hex, outputs: WrittenFile.digest(of: files).hex, incidents: incidents,
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
  /// How all files of ours stand, or nil when one is missing.
  fileprivate func state() -> Digest? {
    let paths = manifest()
    let files = paths.compactMap(written)
    return paths.isEmpty || files.count < paths.count ? nil : WrittenFile.digest(of: files)
  }
}

extension WrittenFile {
  /// Of path, size, time and inode of each.
  fileprivate static func digest(of files: [WrittenFile]) -> Digest {
    var sheet = BinaryWriter()
    let sorted = files.sorted { $0.path < $1.path }
    sheet.add(sorted) { $1.write(to: &$0) }
    return Digest(of: sheet.bytes)
  }
}
