import Diagnostics
import Foundation
import Testing
import Workspace

private func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

extension OutputTree.Changes {
  /// Written, unchanged, removed.
  var counts: [Int] { [written, unchanged, removed] }
}

@Suite("The folder of the site")
struct OutputTreeTests {
  private let folder: TemporaryFolder
  private let tree: OutputTree

  init() throws {
    folder = try TemporaryFolder()
    tree = OutputTree(root: folder.path + "/site")
  }

  private func published() throws -> [String: String] {
    try folder.tree().filter {
      $0.key.hasPrefix("site/") && !$0.key.hasSuffix("/") && $0.key != "site/.hindcast-manifest"
    }
  }

  @Test("It is made, with every file at its path and nothing left over")
  func writes() throws {
    let changes = try tree.publish(bytes(["index.html": "a", "incidents/db/index.html": "b", "é/ü.txt": ""]))
    #expect(changes.counts == [3, 0, 0])
    #expect(
      try published() == ["site/index.html": "a", "site/incidents/db/index.html": "b", "site/é/ü.txt": ""])
    #expect(folder.read("site/.hindcast-manifest") == "incidents/db/index.html\nindex.html\né/ü.txt\n")
    #expect(!folder.exists("site/.hindcast-staging"))
  }

  @Test("The same again writes nothing, not even the manifest")
  func unchanged() throws {
    let files = bytes(["index.html": "a", "b/c.html": "b"])
    _ = try tree.publish(files)
    func numbers() throws -> [Int] {
      try ["", "/index.html", "/b", "/b/c.html", "/.hindcast-manifest"].map { name in
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/site" + name)
        return try #require(attributes[.systemFileNumber] as? Int)
      }
    }
    let old = (try numbers(), try folder.tree())
    #expect(try tree.publish(files).counts == [0, 2, 0])
    #expect(try numbers() == old.0)
    #expect(try folder.tree() == old.1)
  }

  @Test("Only what changed is written, of the same length too")
  func changed() throws {
    _ = try tree.publish(bytes(["a": "1", "b": "2"]))
    #expect(try tree.publish(bytes(["a": "1", "b": "3", "c": "4"])).counts == [2, 1, 0])
    #expect(try published() == ["site/a": "1", "site/b": "3", "site/c": "4"])
  }

  @Test("What an earlier build wrote and this one doesn't is removed, with folders that become empty")
  func removes() throws {
    _ = try tree.publish(bytes(["a": "1", "x/y/b": "2", "x/c": "3", "keep/d": "4"]))
    try folder.write("mine", to: "site/keep/own.txt")
    try folder.write("mine", to: "site/own.txt")
    #expect(try tree.publish(bytes(["a": "1"])).counts == [0, 1, 3])
    #expect(try published() == ["site/a": "1", "site/keep/own.txt": "mine", "site/own.txt": "mine"])
    #expect(!folder.exists("site/x"))
  }

  @Test("A file deleted by hand is written again")
  func restores() throws {
    _ = try tree.publish(bytes(["a": "1", "b": "2"]))
    try folder.remove("site/a")
    #expect(try tree.publish(bytes(["a": "1", "b": "2"])).counts == [1, 1, 0])
  }

  @Test("A lost manifest makes the same files ours again")
  func lostManifest() throws {
    _ = try tree.publish(bytes(["a": "1"]))
    try folder.remove("site/.hindcast-manifest")
    #expect(try tree.publish(bytes(["a": "1"])).unchanged == 1)
    #expect(folder.read("site/.hindcast-manifest") == "a\n")
  }

  @Test("What an interrupted build left behind is cleared away")
  func interrupted() throws {
    try folder.write("half", to: "site/.hindcast-staging/0")
    try folder.write("half", to: "site/.hindcast-staging/7")
    _ = try tree.publish(bytes(["a": "1"]))
    #expect(try published() == ["site/a": "1"])
    #expect(!folder.exists("site/.hindcast-staging"))
  }

  @Test("Paths of a manifest that leave the folder are none of ours")
  func traversal() throws {
    _ = try tree.publish(bytes(["a": "1"]))
    try folder.write("mine", to: "outside/victim")
    try folder.link("site/door", to: "../outside")
    let paths = [
      "a", "../outside/victim", folder.path + "/outside/victim", "x/../../outside/victim", "door/victim", "",
    ]
    try folder.write(paths.joined(separator: "\n"), to: "site/.hindcast-manifest")
    _ = try tree.publish(bytes(["b": "2"]))
    #expect(folder.read("outside/victim") == "mine")
    #expect(!folder.exists("site/a"))
    #expect(folder.read("site/.hindcast-manifest") == "b\n")
  }

  @Test("A link in the staging folder's place empties no other folder")
  func stagingLink() throws {
    try folder.write("mine", to: "outside/victim")
    try folder.write("", to: "site/.keep")
    try folder.link("site/.hindcast-staging", to: "../outside")
    _ = try tree.publish(bytes(["a": "1"]))
    #expect(try folder.tree()["outside/victim"] == "mine")
    #expect(folder.read("site/a") == "1")
    #expect(!folder.exists("outside/0"))
  }
}
