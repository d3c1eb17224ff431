import Bytes
import Incidents
import Moments
import Testing
import Workspace

@Suite("What Git knows of a file")
struct HistoryTests {
  private let first = Moment(seconds: 1_700_000_000)
  private let author = RawText(Array("Test".utf8))

  @Test("The first commit adds it, the last that touches it changes it")
  func changes() async throws {
    let folder = try repository(["a.md": "# T\n", "b.md": "# U\n"])
    try folder.write("# T\nmore\n", to: "incidents/a.md")
    try folder.commitAll(at: 1_700_000_100)
    let histories = try await folder.incidents().histories
    let changed = Moment(seconds: 1_700_000_100)
    #expect(
      histories["incidents/a.md"]
        == History(
          firstPath: "incidents/a.md", added: first, changed: changed, author: author))
    #expect(
      histories["incidents/b.md"]
        == History(
          firstPath: "incidents/b.md", added: first, changed: first, author: author))
  }

  @Test("Renames keep the first path and the first day")
  func renames() async throws {
    let text = "# T\n" + String(repeating: "a line of the story\n", count: 20)
    let folder = try repository(["a.md": text])
    try folder.git("mv", "incidents/a.md", "incidents/b c.md")
    try folder.commitAll(at: 1_700_000_100)
    try folder.write(text + "and its end\n", to: "incidents/db/app.log")
    try folder.git("mv", "incidents/b c.md", "incidents/db/incident.md")
    try folder.commitAll(at: 1_700_000_200)
    let incidents = try await folder.incidents()
    #expect(
      incidents.histories["incidents/db/incident.md"]
        == History(
          firstPath: "incidents/a.md", added: first, changed: Moment(seconds: 1_700_000_200), author: author))
    #expect(incidents.histories["incidents/a.md"] == nil)
    #expect(incidents.histories["incidents/b c.md"] == nil)
    let file = try #require(incidents.file(incidents.entries[0]).file)
    #expect(file.history?.firstPath == "incidents/a.md")
    #expect(file.attachments.map(\.path) == ["incidents/db/app.log"])
  }

  @Test("A file that was removed and added again begins anew")
  func removed() async throws {
    let folder = try repository(["a.md": "# T\n", "b.md": "# U\n"])
    try folder.remove("incidents/a.md")
    try folder.commitAll(at: 1_700_000_100)
    try folder.write("# Other\n", to: "incidents/a.md")
    try folder.commitAll(at: 1_700_000_200)
    let added = Moment(seconds: 1_700_000_200)
    #expect(
      try await folder.incidents().histories["incidents/a.md"]
        == History(firstPath: "incidents/a.md", added: added, changed: added, author: author))
  }

  @Test("What came through a merge has the time of its own commit")
  func merged() async throws {
    let folder = try repository(["a.md": "# T\n"])
    try folder.git("checkout", "-q", "-b", "other")
    try folder.write("# U\n", to: "incidents/b.md")
    try folder.commitAll(at: 1_700_000_100)
    try folder.git("checkout", "-q", "main")
    try folder.write("# T\nmore\n", to: "incidents/a.md")
    try folder.commitAll(at: 1_700_000_200)
    try folder.git("merge", "-q", "--no-edit", "other", at: 1_700_000_300)
    let histories = try await folder.incidents().histories
    #expect(histories["incidents/b.md"]?.added == Moment(seconds: 1_700_000_100))
    #expect(histories["incidents/a.md"]?.changed == Moment(seconds: 1_700_000_200))
  }

  @Test("What was kept up to a commit and what came after it give what the whole log gives")
  func kept() async throws {
    let folder = try repository(["a.md": "# T\n" + String(repeating: "a line\n", count: 9), "b.md": "# U\n"])
    let keeping = try TemporaryFolder()
    let cache = Cache(folder: keeping.path)
    func histories(_ cache: Cache?) async throws -> [String: History] {
      let (git, root) = try await Git.repository(containing: folder.path)
      let state = try await FolderState.read(git, root: root, folder: "incidents")
      return try await IncidentFolder.read(
        git, root: root, folder: "incidents", ignore: [], includesUntracked: false, state, cache
      ).histories.mapValues {
        History(firstPath: $0.firstPath, added: $0.added, changed: $0.changed)
      }
    }
    func expectTheSame(_ what: Comment) async throws {
      #expect(try await histories(cache) == histories(nil), what)
    }
    try await expectTheSame("nothing was kept yet")
    try folder.git("mv", "incidents/a.md", "incidents/c.md")
    try folder.commitAll(at: 1_700_000_100)
    try await expectTheSame("a rename after it")
    try folder.write("# U\nmore\n", to: "incidents/b.md")
    try folder.commitAll(at: 1_700_000_200)
    try folder.git("commit", "-q", "--amend", "-m", "again", at: 1_700_000_300)
    try await expectTheSame("the commit was written anew")
    try folder.git("checkout", "-q", "-b", "other", "HEAD~1")
    try folder.write("# D\n", to: "incidents/d.md")
    try folder.commitAll(at: 1_700_000_050)
    try folder.git("checkout", "-q", "main")
    try folder.git("merge", "-q", "--no-edit", "other", at: 1_700_000_400)
    try await expectTheSame("a merge of older commits")
    try folder.remove("incidents/d.md")
    try folder.commitAll(at: 1_700_000_500)
    try await expectTheSame("a removal")
    try folder.git("reset", "-q", "--hard", "HEAD~1")
    try await expectTheSame("back to an earlier commit")
  }

  @Test("Names of people are not kept")
  func nameless() async throws {
    let folder = try repository(["a.md": "# T\n"])
    let cache = Cache(folder: folder.path + "/cache")
    let (git, root) = try await Git.repository(containing: folder.path)
    let state = try await FolderState.read(git, root: root, folder: "incidents")
    for _ in 0..<2 {
      _ = try await IncidentFolder.read(
        git, root: root, folder: "incidents", ignore: [], includesUntracked: false, state, cache)
    }
    let kept = try folder.tree().filter { $0.key.hasPrefix("cache/") && !$0.key.hasSuffix("/") }
    #expect(kept.contains { $0.value.contains("incidents/a.md") })
    #expect(!kept.contains { $0.value.contains("Test") })
  }
}
