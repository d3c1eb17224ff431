import Bytes
import Diagnostics
import Foundation
import Incidents
import Testing
import Workspace

@Suite("The file of an incident")
struct IncidentFileTests {
  private func read(_ folder: TemporaryFolder, _ path: String) async throws -> (
    file: IncidentFile?, diagnostics: [Diagnostic]
  ) {
    let incidents = try await folder.incidents()
    return incidents.file(try #require(incidents.entries.first { $0.path == path }))
  }

  @Test("It is read as it stands in the working tree")
  func workingTree() async throws {
    let folder = try repository(["a.md": "# T\n"])
    try folder.write("# Changed\n", to: "incidents/a.md")
    let (file, diagnostics) = try await read(folder, "incidents/a.md")
    #expect(file?.text.unsealed() == Array("# Changed\n".utf8))
    #expect(diagnostics.isEmpty)
  }

  @Test("One that was deleted since is passed over without a word")
  func deleted() async throws {
    let folder = try repository(["a.md": "# T\n", "b.md": "# U\n"])
    try folder.remove("incidents/a.md")
    let (file, diagnostics) = try await read(folder, "incidents/a.md")
    #expect(file == nil)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "What is no text is told and left out",
    arguments: [
      (
        [0x89, 0x50, 0x4E, 0x47, 0, 1], Diagnostic.Severity.error,
        "this is a binary file; an incident is text"
      ),
      ([], .warning, "the file is empty; left out"),
      ([0x20, 0x0A, 0x0D, 0x09], .warning, "the file is empty; left out"),
    ] as [([UInt8], Diagnostic.Severity, String)])
  func noText(_ bytes: [UInt8], _ severity: Diagnostic.Severity, _ message: String) async throws {
    let folder = try repository(["a.md": "# T\n"])
    try folder.write(bytes, to: "incidents/a.md")
    let (file, diagnostics) = try await read(folder, "incidents/a.md")
    #expect(file == nil)
    #expect(diagnostics == [Diagnostic(severity, message, at: SourceLocation("incidents/a.md"))])
  }

  @Test("One over the limit is told, unread; one at the limit is read")
  func large() async throws {
    let folder = try repository(["a.md": "# T\n"])
    func resize(_ size: Int) throws {
      let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/incidents/a.md"))
      try handle.truncate(atOffset: UInt64(size))
      try handle.close()
    }
    try resize(IncidentFolder.longestNarrative + 1)
    let (file, diagnostics) = try await read(folder, "incidents/a.md")
    #expect(file == nil)
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.first?.message.contains("more than a narrative may have (8 MiB)") == true)
    // A sparse file is zeros: read, and then found to be no text.
    try resize(IncidentFolder.longestNarrative)
    #expect(
      try await read(folder, "incidents/a.md").diagnostics.map(\.message) == [
        "this is a binary file; an incident is text"
      ])
  }

  @Test("A link within the repository is followed; one that leaves it, dangles or names a folder is not")
  func links() async throws {
    let outside = try TemporaryFolder()
    try outside.write("hunter2", to: "secret.md")
    let folder = try repository(["real.md": "# T\n"])
    try folder.link("incidents/inner.md", to: "real.md")
    try folder.link("incidents/outer.md", to: outside.path + "/secret.md")
    try folder.link("incidents/up.md", to: "../../../etc/hostname")
    try folder.link("incidents/nowhere.md", to: "missing")
    try folder.link("incidents/tree.md", to: ".")
    try folder.commitAll(at: 1_700_000_100)
    #expect(try await read(folder, "incidents/inner.md").file?.text.unsealed() == Array("# T\n".utf8))
    for (name, message) in [
      ("outer", "the link leaves the repository; left out"),
      ("up", "the link leaves the repository; left out"),
      ("nowhere", "the link points at nothing; left out"), ("tree", "not a regular file; left out"),
    ] {
      let (file, diagnostics) = try await read(folder, "incidents/\(name).md")
      #expect(file == nil)
      #expect(diagnostics == [.error(message, at: SourceLocation("incidents/\(name).md"))], "\(name)")
    }
  }

  @Test("Attachments are listed with their size; bad ones are told and the incident still built")
  func attachments() async throws {
    let folder = try repository(["db/incident.md": "# T\n", "db/app.log": "12345", "db/gone.log": "x"])
    try folder.link("incidents/db/leak.log", to: "/etc/hostname")
    try folder.commitAll(at: 1_700_000_100)
    try folder.remove("incidents/db/gone.log")
    let (file, diagnostics) = try await read(folder, "incidents/db/incident.md")
    #expect(file?.attachments == [AttachmentFile(path: "incidents/db/app.log", size: 5)])
    #expect(
      diagnostics == [
        .warning("the link leaves the repository; left out", at: SourceLocation("incidents/db/leak.log"))
      ])
  }
}
