import Bytes
import Foundation
import Testing
import Workspace

@Suite("The cache")
struct CacheTests {
  private let key = Digest(of: "key")

  /// The only file in the cache.
  private func entryFile(_ folder: TemporaryFolder) throws -> String {
    try #require(try folder.tree().keys.filter { !$0.hasSuffix("/") }.first)
  }

  @Test("What was stored comes back, empty content too, for its own stage and key alone")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let cache = Cache(folder: folder.path + "/deep/er")
    #expect(cache.entry("review", key) == nil)
    for content in [[], [0], Array("a\nb".utf8), [UInt8](repeating: 7, count: 3_000_000)] as [[UInt8]] {
      try cache.store(content, "review", key)
      #expect(cache.entry("review", key) == content)
    }
    #expect(cache.entry("voice", key) == nil)
    #expect(cache.entry("review", Digest(of: "other")) == nil)
  }

  @Test(
    "A damaged entry is a miss, and can be stored anew",
    arguments: [
      { $0.dropLast() }, { _ in [] }, { $0.prefix(64) }, { $0.prefix(65) }, { $0 + [0] }, { $0.dropFirst() },
      { bytes in bytes.enumerated().map { $0 == 70 ? $1 ^ 1 : $1 } },
      { bytes in bytes.enumerated().map { $0 == 0 ? $1 ^ 1 : $1 } },
      { bytes in bytes.enumerated().map { $0 == 64 ? 0x20 : $1 } }, { $0.map { _ in 0 } },
    ] as [@Sendable (Data) -> any Sequence<UInt8>])
  func damaged(_ damage: @Sendable (Data) -> any Sequence<UInt8>) throws {
    let folder = try TemporaryFolder()
    let cache = Cache(folder: folder.path)
    try cache.store(Array("content".utf8), "review", key)
    let name = try entryFile(folder)
    let whole = try #require(FileManager.default.contents(atPath: folder.path + "/" + name))
    try folder.write([UInt8](damage(whole)), to: name)
    #expect(cache.entry("review", key) == nil)
    try cache.store(Array("content".utf8), "review", key)
    #expect(cache.entry("review", key) == Array("content".utf8))
  }

  @Test("A folder in an entry's place is a miss")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    let cache = Cache(folder: folder.path)
    try cache.store([1], "review", key)
    let name = try entryFile(folder)
    try folder.remove(name)
    try folder.write("x", to: name + "/x")
    #expect(cache.entry("review", key) == nil)
    #expect(throws: PosixFile.Failure.self) { try cache.store([1], "review", key) }
  }

  @Test("Several at once may store under one key, and nothing is left over")
  func concurrent() async throws {
    let folder = try TemporaryFolder()
    let cache = Cache(folder: folder.path)
    let content = [UInt8](repeating: 7, count: 200_000)
    for round in 0..<40 {
      let key = Digest(of: "\(round)")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 { group.addTask { try cache.store(content, "review", key) } }
        try await group.waitForAll()
      }
      try #require(cache.entry("review", key) == content)
    }
    #expect(try folder.tree().keys.count { !$0.hasSuffix("/") } == 40)
  }
}
