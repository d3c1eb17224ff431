import ChildProcess
import Foundation
import Testing
import Workspace

@Suite("Files in blocks of lines")
struct LineBlocksTests {
  private func blocks(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "log")
    var reader = try LineBlocks(folder.path + "/log")
    var blocks: [[UInt8]] = []
    while let block = try reader.next() { blocks.append(block) }
    return blocks
  }

  private func line(_ length: Int) -> [UInt8] { [UInt8](repeating: 0x78, count: length) + [0x0A] }

  @Test("A small file is one block, its last line ended or not; an empty one is none")
  func small() throws {
    #expect(try blocks([]) == [])
    #expect(try blocks(Array("a\nb\n".utf8)) == [Array("a\nb\n".utf8)])
    #expect(try blocks(Array("a\nb".utf8)) == [Array("a\n".utf8), Array("b".utf8)])
    #expect(try blocks([0x0A]) == [[0x0A]])
  }

  @Test(
    "Blocks end at line ends and together are the file",
    arguments: [1, 99, 1_000, 65_535, 1_048_575, 1_048_576, 3_000_000])
  func whole(_ length: Int) throws {
    let bytes = Array(repeatElement(line(length), count: max(2, 4_000_000 / (length + 1))).joined()) + [0x79]
    let blocks = try blocks(bytes)
    #expect(Array(blocks.joined()) == bytes)
    #expect(blocks.dropLast().allSatisfy { $0.last == 0x0A })
    #expect(blocks.count > 1)
    #expect(blocks.allSatisfy { $0.count <= length + (2 << 20) })
  }

  @Test("A line longer than eight blocks is cut, and nothing of it is lost")
  func endless() throws {
    let bytes = line(3) + [UInt8](repeating: 0x78, count: 20 << 20) + line(5)
    let blocks = try blocks(bytes)
    #expect(blocks.allSatisfy { $0.count <= 9 << 20 })
    #expect(blocks.count >= 3)
    #expect(Array(blocks.joined()) == bytes)
  }

  @Test("A missing file is an error that names it")
  func missing() {
    let error = #expect(throws: PosixFile.Failure.self) { _ = try LineBlocks("/nowhere/log") }
    #expect(error?.isMissing == true)
    #expect(error?.description.hasPrefix("/nowhere/log: ") == true)
  }

  private func compressed(_ bytes: [UInt8], by program: [String]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "plain")
    let run = try ChildProcess.run("/usr/bin/env", program + ["-c", folder.path + "/plain"])
    #expect(run.code == 0)
    return Array(run.output)
  }

  @Test(
    "What gzip and zstd made of a file is read as the file",
    arguments: [["gzip"], ["gzip", "-1"], ["zstd", "-q"], ["zstd", "-q", "-19"]])
  func compressedFiles(_ program: [String]) throws {
    let lines = (0..<60_000).map {
      "2026-03-14T10:00:00Z INFO request \($0 * 7919 % 100_003) took \($0 % 900) ms\n"
    }
    let bytes = Array(lines.joined().utf8)
    let packed = try compressed(bytes, by: program)
    let blocks = try blocks(packed)
    #expect(Array(blocks.joined()) == bytes)
    #expect(blocks.dropLast().allSatisfy { $0.last == 0x0A })
    #expect(throws: PosixFile.Failure.self) { _ = try self.blocks(Array(packed.dropLast(20))) }
    var damaged = packed
    for index in stride(from: packed.count / 2, to: packed.count / 2 + 40, by: 1) { damaged[index] ^= 0xFF }
    #expect(throws: PosixFile.Failure.self) { _ = try self.blocks(damaged) }
  }

  @Test("A few bytes that would fill the memory are refused")
  func bomb() throws {
    let packed = try compressed([UInt8](repeating: 0x61, count: 300 << 20), by: ["zstd", "-q"])
    #expect(packed.count < 100_000)
    let error = #expect(throws: PosixFile.Failure.self) { _ = try self.blocks(packed) }
    #expect(error?.description.contains("far more than a log would") == true)
  }
}
