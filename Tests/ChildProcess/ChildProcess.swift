package import Foundation
import Glibc

/// A program run by a test.
///
/// Not `Foundation.Process`: it learns of an end when a socket closes that children started at the same moment inherit,
/// so that a test would wait for the programs of other tests.
package final class ChildProcess {
  package struct Finished: Sendable {
    package let code: Int32
    package let output: Data
    package let errors: Data

    package var outputText: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  package struct Failure: Error {
    package let description: String
  }

  package let id: pid_t
  private var isRunning = true

  /// - Parameter program: a path, or a name that `PATH` finds.
  /// - Parameter output: where standard output goes; nowhere without one.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String = "/",
    output: Int32? = nil, errors: Int32? = nil
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (stream, target) in [(1, output), (2, errors)] as [(Int32, Int32?)] {
      if let target {
        unsafe posix_spawn_file_actions_adddup2(&actions, target, stream)
      } else {
        unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
    }
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let command = ["env", "-C", folder, program] + arguments
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    var variables = unsafe all.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let status = unsafe posix_spawn(&child, "/usr/bin/env", &actions, nil, &words, &variables)
    guard status == 0 else {
      throw Failure(description: "\(program) could not be started: error \(status)")
    }
    id = child
  }

  deinit {
    guard isRunning else { return }
    kill(id, SIGKILL)
    _ = wait()
  }

  /// The exit code, or 128 and the signal that ended it.
  package func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) == -1, errno == EINTR {}
    isRunning = false
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  package func send(_ signal: Int32) {
    if isRunning { kill(id, signal) }
  }

  /// Runs a program to its end; its streams go to files, which nothing can fill up.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String = "/"
  ) throws -> Finished {
    let streams = try (nameless(), nameless())
    let child = try ChildProcess(
      program, arguments, environment: environment, folder: folder, output: streams.0.fileDescriptor,
      errors: streams.1.fileDescriptor)
    let code = child.wait()
    return Finished(code: code, output: try content(streams.0), errors: try content(streams.1))
  }

  /// A file without a name, gone when it is closed.
  private static func nameless() throws -> FileHandle {
    var template = Array("/tmp/hindcast-stream-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(description: "/tmp takes no file: error \(errno)") }
    unsafe unlink(template)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func content(_ stream: FileHandle) throws -> Data {
    try stream.seek(toOffset: 0)
    return try stream.readToEnd() ?? Data()
  }
}
