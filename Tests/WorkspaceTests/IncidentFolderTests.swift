import Diagnostics
import Incidents
import Moments
import Testing
import Workspace

/// A repository whose `incidents/` holds `files`, committed at second 1,700,000,000.
func repository(_ files: [String: String]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.git("init", "-q", "-b", "main")
  for (name, text) in files { try folder.write(text, to: "incidents/" + name) }
  if !files.isEmpty { try folder.commitAll(at: 1_700_000_000) }
  return folder
}

extension TemporaryFolder {
  func incidents(_ name: String = "incidents", ignore: [String] = [], untracked: Bool = false) async throws
    -> IncidentFolder
  {
    let (git, root) = try await Git.repository(containing: path)
    return try await IncidentFolder.read(
      git, root: root, folder: name, ignore: ignore, includesUntracked: untracked,
      FolderState.read(git, root: root, folder: name))
  }
}

@Suite("Incidents of a Git repository")
struct IncidentFolderTests {
  @Test("Outside a repository, the error says what to do")
  func noRepository() async throws {
    let folder = try TemporaryFolder()
    for (path, words) in [
      (folder.path, "is not inside a Git repository"), (folder.path + "/missing", "cannot change to"),
    ] {
      let error = await #expect(throws: WorkspaceError.self) {
        _ = try await Git.repository(containing: path)
      }
      let message = try #require(error).description
      #expect(message.contains(path) && message.contains(words), "\(message)")
      #expect(message.contains("--repo"))
    }
  }

  @Test("Without an incidents folder, the error says what to do", arguments: ["incidents", "a file"])
  func noFolder(_ name: String) async throws {
    let folder = try repository([:])
    try folder.write("x", to: "a file")
    let error = await #expect(throws: WorkspaceError.self) { _ = try await folder.incidents(name) }
    let message = try #require(error).description
    #expect(message.contains("there is no folder '\(name)' in"))
    #expect(message.contains("--incidents"))
  }

  @Test("Before the first commit, added files are read and have no history")
  func noCommits() async throws {
    let folder = try repository([:])
    try folder.write("# T\n", to: "incidents/a.md")
    try folder.git("add", "-A")
    let incidents = try await folder.incidents()
    #expect(incidents.entries.map(\.path) == ["incidents/a.md"])
    #expect(incidents.histories.isEmpty)
    #expect(incidents.file(incidents.entries[0]).file?.history == nil)
    #expect(await (try Git.repository(containing: folder.path)).git.head() == nil)
  }

  @Test("From a folder inside the repository, the whole of it is found")
  func inside() async throws {
    let folder = try repository(["a.md": "# T\n"])
    let (git, root) = try await Git.repository(containing: folder.path + "/incidents")
    #expect(root == folder.path)
    #expect(await git.head()?.count == 40)
  }

  @Test(
    "A folder may be named with a slash at its end or a dot before it",
    arguments: ["incidents/", "./incidents", "./incidents//", "incidents"])
  func folderNames(_ name: String) async throws {
    let folder = try repository(["a.md": "# T\n", "db/incident.md": "# D\n"])
    let incidents = try await folder.incidents(name)
    #expect(incidents.entries.map(\.name) == ["a", "db"])
  }

  @Test("Files that Git doesn't track are left out with a note, or taken in on request")
  func untracked() async throws {
    let folder = try repository(["a.md": "# T\n"])
    try folder.write("# N\n", to: "incidents/new one.md")
    try folder.write("x", to: "incidents/ignored.md")
    try folder.write("ignored.md\n", to: ".gitignore")
    let incidents = try await folder.incidents()
    #expect(incidents.entries.map(\.path) == ["incidents/a.md"])
    #expect(incidents.diagnostics.map(\.severity) == [.note])
    let note = try #require(incidents.diagnostics.first).message
    #expect(note.contains("1 file isn't in Git yet"))
    #expect(note.contains("incidents/new one.md"))
    #expect(note.contains("--include-untracked"))
    let all = try await folder.incidents(untracked: true)
    #expect(all.entries.map(\.path) == ["incidents/a.md", "incidents/new one.md"])
    #expect(all.diagnostics.isEmpty)
    #expect(all.file(all.entries[1]).file?.history == nil)
  }

  @Test("Names with blanks, quotes, other letters, line ends and Git's own marks are read as they are")
  func names() async throws {
    let names = [
      "Störung in Zürich.md", "it's \"down\".md", "数据库.md", "a\tb.md", "line\nend.md", "[a]*?.md", "-x.md",
      ":(top).md",
    ]
    let folder = try repository(Dictionary(uniqueKeysWithValues: names.map { ($0, "# T\n") }))
    let incidents = try await folder.incidents()
    #expect(Set(incidents.entries.map(\.path)) == Set(names.map { "incidents/" + $0 }))
    #expect(Set(incidents.histories.keys) == Set(names.map { "incidents/" + $0 }))
    for entry in incidents.entries {
      #expect(incidents.file(entry).file?.history?.firstPath == entry.path)
      #expect(incidents.slugs[entry.path] != nil)
    }
  }

  @Test("A file in a merge conflict is one incident")
  func conflict() async throws {
    let folder = try repository(["a.md": "# T\nbase\n"])
    try folder.git("checkout", "-q", "-b", "other")
    try folder.write("# T\ntheirs\n", to: "incidents/a.md")
    try folder.commitAll(at: 1_700_000_100)
    try folder.git("checkout", "-q", "main")
    try folder.write("# T\nours\n", to: "incidents/a.md")
    try folder.commitAll(at: 1_700_000_200)
    try folder.git("merge", "-q", "other", mayFail: true)
    #expect(try await folder.incidents().entries.map(\.path) == ["incidents/a.md"])
  }
}
