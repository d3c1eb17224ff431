import ChildProcess
import Foundation
import Testing

/// What ffmpeg and ffprobe say about a sound.
enum Sound {
  static let isAvailable = program("ffmpeg") != nil && program("ffprobe") != nil
  static let hasEspeak = program("espeak-ng") != nil
  static let hasFestival = program("text2wave") != nil && program("festival") != nil

  static func probe(_ mp3: [UInt8]) throws -> String {
    try run("ffprobe", ["-v", "error", "-show_streams", "-show_format", "-i"], mp3).output
  }

  /// By counting the samples that come out.
  static func decodedSeconds(_ mp3: [UInt8]) throws -> Double {
    let arguments = ["-v", "error", "-f", "s16le", "-ac", "1", "-ar", "8000", "-"]
    return Double(try run("ffmpeg", ["-nostdin", "-i"], mp3, arguments).bytes) / 2 / 8_000
  }

  static func loudness(_ mp3: [UInt8]) throws -> (integrated: Double, peak: Double) {
    let filter = "ebur128=peak=true"
    let report = try run(
      "ffmpeg", ["-nostdin", "-hide_banner", "-i"], mp3, ["-af", filter, "-f", "null", "-"]
    ).errors
    let summary = report.components(separatedBy: "Summary:").last ?? ""
    return (try value("I:", in: summary), try value("Peak:", in: summary))
  }

  private static func value(_ name: String, in summary: String) throws -> Double {
    let rest = try #require(summary.components(separatedBy: name).dropFirst().first)
    return try #require(rest.split(separator: " ").first.flatMap { Double($0) })
  }

  private static func run(
    _ name: String, _ before: [String], _ mp3: [UInt8], _ after: [String] = []
  ) throws -> (output: String, errors: String, bytes: Int) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sound-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sound = folder.appendingPathComponent("sound.mp3")
    try Data(mp3).write(to: sound)
    let finished = try ChildProcess.run(name, before + [sound.path] + after)
    #expect(finished.code == 0)
    return (finished.outputText, finished.errorText, finished.output.count)
  }

  private static func program(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
