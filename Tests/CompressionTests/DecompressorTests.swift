import ChildProcess
import Foundation
import Testing

@testable import Compression

/// What the real gzip and zstd wrote.
@Suite("Decompression") struct DecompressorTests {
  private static let text = Array(
    (0..<40_000).map { "2026-03-14T14:24:07Z ERROR request \($0) failed\n" }.joined().utf8)

  private func packed(_ program: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("packed-\(UUID())")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try ChildProcess.run(program, ["-c", file.path])
    #expect(run.code == 0)
    return Array(run.output)
  }

  private func unpacked(_ bytes: [UInt8], piece: Int) throws -> [UInt8] {
    let decompressor = Decompressor(try #require(CompressionFormat(bytes[...])))
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try decompressor.add(Array(bytes[start..<min(bytes.count, start + piece)])) { output += $0 }
    }
    try decompressor.finish()
    return output
  }

  @Test(arguments: ["gzip", "zstd"], [1_000_000, 777, 1]) func theOriginalComesBack(
    program: String, piece: Int
  ) throws {
    let text = piece == 1 ? Array(Self.text.prefix(5_000)) : Self.text
    #expect(try unpacked(packed(program, text), piece: piece) == text)
  }

  @Test(arguments: ["gzip", "zstd"]) func severalInOneFileAreRead(program: String) throws {
    let bytes = try packed(program, Self.text) + packed(program, Array("end\n".utf8))
    #expect(try unpacked(bytes, piece: 10_000) == Self.text + Array("end\n".utf8))
  }

  @Test(arguments: ["gzip", "zstd"]) func aFileThatStopsInTheMiddleIsNamed(program: String) throws {
    let bytes = try packed(program, Self.text)
    #expect(throws: CompressionFailure.self) {
      try unpacked(Array(bytes.prefix(bytes.count / 2)), piece: 4_096)
    }
  }

  @Test(arguments: ["gzip", "zstd"]) func damageIsNamed(program: String) throws {
    var bytes = try packed(program, Self.text)
    for index in stride(from: 20, to: bytes.count, by: 7) { bytes[index] ^= 0x5A }
    #expect(throws: CompressionFailure.self) { try unpacked(bytes, piece: 4_096) }
  }

  @Test func whatIsNeitherHasNoFormat() {
    #expect(CompressionFormat(Array("plain".utf8)[...]) == nil && CompressionFormat([]) == nil)
  }
}
