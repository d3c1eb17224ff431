import ChildProcess
import Foundation
import Testing

/// A folder of its own for one test, gone with the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = URL(filePath: "/tmp").appending(path: "hindcast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

  /// Everything below, files with their text, folders with a slash.
  func tree() throws -> [String: String] {
    var tree: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      if isFolder.boolValue { tree[name + "/"] = "" } else { tree[name] = read(name) }
    }
    return tree
  }

  /// Runs a program here to its end and gives its status.
  @discardableResult
  func run(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Int32 {
    try ChildProcess.run(program, arguments, environment: environment, folder: path).code
  }

  /// Git as someone of a fixed name, at a stated time, with nobody's configuration.
  func git(_ arguments: String..., at seconds: Int = 1_700_000_000, mayFail: Bool = false) throws {
    let person = ["NAME": "Test", "EMAIL": "test@example.com", "DATE": "\(seconds) +0000"]
    var environment = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
    for (key, value) in person {
      environment["GIT_AUTHOR_" + key] = value
      environment["GIT_COMMITTER_" + key] = value
    }
    let status = try run("git", arguments, environment)
    if !mayFail { try #require(status == 0, "git \(arguments)") }
  }

  func commitAll(at seconds: Int) throws {
    try git("add", "-A", at: seconds)
    try git("commit", "-q", "-m", "change", at: seconds)
  }
}
