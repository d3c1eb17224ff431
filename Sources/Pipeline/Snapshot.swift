import Bytes
import Diagnostics
import Portal
import Sanitizing
import Workspace

/// What the last build of a site knew of each incident and of each part, so that the next one looks at nothing but what
/// changed.
///
/// It is never trusted: of other circumstances or damaged it is none, and a part's files are left alone only while they
/// are as that build left them. Without one a build is a whole one, with the same bytes out.
struct Snapshot: Sendable {
  struct Incident: Sendable {
    /// Of all that it was read from.
    let source: Digest
    let card: IncidentCard
    let diagnostics: [Diagnostic]
  }

  struct Part: Sendable {
    let name: String
    /// Of all that it shows.
    let digest: Digest
    let files: [WrittenFile]
  }

  /// By path.
  let incidents: [String: Incident]
  /// By name.
  let parts: [String: Part]

  static let none = Snapshot(incidents: [:], parts: [:])

  private static let stage = "snapshots"

  /// Incidents are kept in so many files, so that one change writes one of them.
  private static let sheets = 64

  /// - Parameter circumstances: of all that is the same for every incident and page: program, settings, templates.
  static func read(
    _ cache: Cache, site: String, _ circumstances: Digest, _ workers: Workers, jobs: Int
  ) async -> Snapshot {
    let sheets = await workers.map(Array(0..<sheets), width: jobs) { number -> [(String, Incident)] in
      guard var reader = archive(cache, site, .incidents(number), circumstances) else { return [] }
      let incidents = reader.list { ($0.values.text(), Incident(from: &$0)) }
      return reader.values.isWhole ? incidents : []
    }
    guard var reader = archive(cache, site, .parts, circumstances) else {
      return Snapshot(incidents: table(sheets.joined()), parts: [:])
    }
    let parts = reader.values.list { Part(from: &$0) }.map { ($0.name, $0) }
    return Snapshot(incidents: table(sheets.joined()), parts: reader.values.isWhole ? table(parts) : [:])
  }

  /// Writes what isn't as it was in this snapshot.
  func store(
    _ incidents: [(path: String, incident: Incident)], _ parts: [Part], in cache: Cache, site: String,
    _ circumstances: Digest
  ) throws(PosixFile.Failure) {
    let old = Dictionary(grouping: self.incidents.keys, by: Self.sheet)
    let new = Dictionary(grouping: incidents) { Self.sheet(of: $0.path) }
    for number in 0..<Self.sheets {
      let entries = new[number] ?? []
      let isAsWas = entries.allSatisfy { path, incident in
        self.incidents[path].map { $0.card === incident.card && $0.source == incident.source } ?? false
      }
      if isAsWas, entries.count == old[number]?.count ?? 0 { continue }
      var sheet = BinaryWriter()
      sheet.add(entries) { sheet, entry in
        sheet.add(entry.path)
        entry.incident.write(to: &sheet)
      }
      try Self.store(sheet, .incidents(number), in: cache, site, circumstances)
    }
    var sheet = BinaryWriter()
    sheet.add(parts) { $1.write(to: &$0) }
    try Self.store(sheet, .parts, in: cache, site, circumstances)
  }

  private enum File {
    case incidents(Int)
    case parts

    var name: String {
      switch self {
      case .incidents(let number): "incidents \(number)"
      case .parts: "parts"
      }
    }
  }

  private static func archive(
    _ cache: Cache, _ site: String, _ file: File, _ circumstances: Digest
  ) -> TextArchive.Reader? {
    cache.sealedEntry(stage, key(site, file)).flatMap { TextArchive($0, circumstances)?.reader }
  }

  private static func store(
    _ sheet: BinaryWriter, _ file: File, in cache: Cache, _ site: String, _ circumstances: Digest
  ) throws(PosixFile.Failure) {
    try cache.storeSealed(TextArchive.sealed(sheet.bytes, circumstances), stage, key(site, file))
  }

  private static func key(_ site: String, _ file: File) -> Digest { Digest(of: "\(file.name) of \(site)") }

  private static func sheet(of path: String) -> Int {
    Int(path.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) } % UInt32(sheets))
  }

  private static func table<Value>(_ entries: some Sequence<(String, Value)>) -> [String: Value] {
    Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}

extension Snapshot.Incident {
  fileprivate func write(to sheet: inout BinaryWriter) {
    sheet.add(source)
    card.write(to: &sheet)
    sheet.add(diagnostics) { sheet, diagnostic in
      sheet.add(diagnostic.severity.rawValue)
      sheet.add(diagnostic.message)
      sheet.add(diagnostic.location) { sheet, location in
        sheet.add(location.path)
        sheet.add(location.line) { $0.add($1) }
      }
    }
  }

  fileprivate init(from reader: inout TextArchive.Reader) {
    source = reader.values.digest()
    card = IncidentCard(from: &reader)
    diagnostics = reader.values.list { reader in
      let severity = Diagnostic.Severity(rawValue: reader.text()) ?? reader.failed(.error)
      let message = reader.text()
      let location = reader.optional { SourceLocation($0.text(), line: $0.optional { $0.number() }) }
      return Diagnostic(severity, message, at: location)
    }
  }
}

extension Snapshot.Part {
  fileprivate func write(to sheet: inout BinaryWriter) {
    sheet.add(name)
    sheet.add(digest)
    sheet.add(files) { $1.write(to: &$0) }
  }

  fileprivate init(from reader: inout BinaryReader) {
    name = reader.text()
    digest = reader.digest()
    files = reader.list { WrittenFile(from: &$0) }
  }
}
