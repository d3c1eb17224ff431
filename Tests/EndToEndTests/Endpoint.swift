import ChildProcess
import Foundation

/// A stand-in for a model's, a voice's or an embedding server on loopback, in a process of its own that ends with this value.
final class Endpoint {
  private let process: ChildProcess
  let address: String

  /// - Parameter fixture: `endpoint.py`, `speech.py` or `embeddings.py`, whose heads list the modes.
  init(_ mode: String, fixture: String = "endpoint.py", log: URL? = nil) throws {
    let script = Sandbox.packageRoot.appendingPathComponent("Tests/Fixtures/\(fixture)").path
    let pipe = Pipe()
    process = try ChildProcess(
      "python3", [script, mode] + (log.map { [$0.path] } ?? []),
      output: pipe.fileHandleForWriting.fileDescriptor)
    let port = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self).filter(\.isNumber)
    address = "\(mode == "certificate" ? "https" : "http")://127.0.0.1:\(port)/v1"
  }
}
