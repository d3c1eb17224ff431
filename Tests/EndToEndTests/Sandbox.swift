import ChildProcess
import Foundation

/// A temporary Git repository and the real binary in it; gone when the test is.
final class Sandbox {
  struct Run {
    let code: Int32
    let output: String
    let complaint: String
  }

  let folder: URL
  /// The folder that holds the test bundle holds the binary too.
  static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("hindcast")
  static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  init(isRepository: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("hindcast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if isRepository { try git("init", "-q") }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  func commit(_ message: String = "Add incidents") throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", message)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> Run {
    let identity = [
      "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
      "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_AUTHOR_DATE": "2026-03-14T15:00:00Z",
      "GIT_COMMITTER_DATE": "2026-03-14T15:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    return try run("/usr/bin/env", ["git"] + arguments, identity)
  }

  func hindcast(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(Self.binary.path, arguments, environment)
  }

  func run(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Run {
    let finished = try ChildProcess.run(program, arguments, environment: environment, folder: folder.path)
    return Run(code: finished.code, output: finished.outputText, complaint: finished.errorText)
  }

  func tree(_ path: String) throws -> [String: Data] {
    try Self.files(below: folder.appendingPathComponent(path).resolvingSymlinksInPath())
  }

  /// Every file below a folder, by its path.
  static func files(below folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(name)
      let type = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
      if type == .typeRegular { files[name] = try Data(contentsOf: file) }
    }
    return files
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
  }
}
