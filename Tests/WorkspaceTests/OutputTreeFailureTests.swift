import Diagnostics
import Foundation
import Testing
import Workspace

private func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

@Suite("A site that can't be written")
struct OutputTreeFailureTests {
  private let folder: TemporaryFolder
  private let tree: OutputTree

  init() throws {
    folder = try TemporaryFolder()
    tree = OutputTree(root: folder.path + "/site")
    _ = try tree.publish(bytes(["a.html": "old", "b.html": "old", "z.html": "old"]))
  }

  private func refusal(_ files: [String: String]) throws -> WorkspaceError {
    let before = try folder.tree()
    let error = #expect(throws: WorkspaceError.self) { _ = try tree.publish(bytes(files)) }
    #expect(try folder.tree() == before)
    return try #require(error)
  }

  @Test("A file of someone else in a page's place is refused, and nothing is touched")
  func foreignFile() throws {
    try folder.write("mine", to: "site/index.html")
    let error = try refusal(["a.html": "new", "index.html": "new"])
    #expect(error.diagnostic.location == SourceLocation(folder.path + "/site/index.html"))
    #expect(error.description.contains("was not written by hindcast"))
    #expect(error.description.contains("--site"))
  }

  @Test("So are a folder and a link in its place, be the link to ours")
  func foreignKinds() throws {
    try folder.write("mine", to: "site/c.html/own.txt")
    #expect(
      try refusal(["a.html": "new", "c.html": "new"]).diagnostic.location?.path == folder.path
        + "/site/c.html")
    try folder.link("site/d.html", to: "a.html")
    #expect(
      try refusal(["a.html": "new", "d.html": "old"]).diagnostic.location?.path == folder.path
        + "/site/d.html")
  }

  @Test("So is a file in a folder's place, before any page is replaced")
  func fileForFolder() throws {
    try folder.write("mine", to: "site/m")
    #expect(
      try refusal(["a.html": "new", "m/x/index.html": "new"]).diagnostic.location?.path == folder.path
        + "/site/m")
  }

  @Test("So is a link in a folder's place, wherever it leads")
  func linkForFolder() throws {
    try folder.write("mine", to: "outside/own.txt")
    try folder.link("site/m", to: "../outside")
    #expect(
      try refusal(["a.html": "new", "m/index.html": "new"]).diagnostic.location?.path == folder.path
        + "/site/m")
  }

  @Test("A file in place of the site itself is told")
  func fileForSite() throws {
    try folder.write("mine", to: "plain")
    let error = #expect(throws: WorkspaceError.self) {
      _ = try OutputTree(root: folder.path + "/plain").publish(bytes(["a": "1"]))
    }
    #expect(try #require(error).description.contains("plain"))
    #expect(folder.read("plain") == "mine")
  }

  @Test("A full disk is told and leaves the old site as it was; with space again the new one is written")
  func fullDisk() throws {
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    guard try folder.run("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]) == 0 else {
      print("skipped: a full disk needs the right to mount a tmpfs")
      return
    }
    defer { _ = try? folder.run("umount", ["-l", disk]) }
    let tree = OutputTree(root: disk + "/site")
    let old = bytes(["a.html": "old", "b.html": "old"])
    _ = try tree.publish(old)
    let large = [UInt8](repeating: 0x61, count: 70_000)
    let error = #expect(throws: WorkspaceError.self) {
      _ = try tree.publish(["a.html": Array("new".utf8), "b.html": large, "c.html": large])
    }
    let message = try #require(error).description
    #expect(message.contains("the disk is full; free some space and build again"))
    #expect(message.contains("the old site stays as it was"))
    #expect(folder.read("disk/site/a.html") == "old")
    #expect(folder.read("disk/site/b.html") == "old")
    #expect(!folder.exists("disk/site/c.html"))
    #expect(!folder.exists("disk/site/.hindcast-staging"))
    #expect(try tree.publish(["a.html": Array("new".utf8), "b.html": large]).counts == [2, 0, 0])
    #expect(folder.read("disk/site/.hindcast-manifest") == "a.html\nb.html\n")
  }
}
