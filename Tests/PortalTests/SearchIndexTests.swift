import Testing

@testable import Portal

@Suite("Shards of the search") struct SearchIndexTests {
  private let words = [
    "re", "read", "ready", "release", "releases", "request", "réunion", "rollback", "9 to 5", "ñandú",
  ]

  private func shards(limit: Int) -> [String: String] {
    SearchIndex.shards(of: words.sorted().map { ($0, Array("\($0) 1\n".utf8)) }, limit: limit)
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func areNamedByTwoLetters() {
    #expect(
      shards(limit: 1_000) == [
        "re": "re 1\nread 1\nready 1\nrelease 1\nreleases 1\nrequest 1\n", "ro": "rollback 1\n",
        "other": "9 to 5 1\nréunion 1\nñandú 1\n",
      ])
  }

  @Test func arePartedByAsManyLettersAsItTakes() {
    #expect(
      shards(limit: 20) == [
        "re": "re 1\n", "rea": "read 1\nready 1\n", "rel": "", "rele": "", "relea": "",
        "releas": "release 1\nreleases 1\n",
        "req": "request 1\n", "ro": "rollback 1\n", "other": "9 to 5 1\nréunion 1\nñandú 1\n",
      ])
  }

  @Test(arguments: [1, 10, 20, 40, 1_000]) func eachTermIsInOneShardWhoseNameBeginsIt(limit: Int) {
    let shards = shards(limit: limit)
    for word in words {
      let holders = shards.filter { $0.value.split(separator: "\n").contains("\(word) 1") }.map(\.key)
      #expect(
        holders.count == 1 && (holders[0] == "other" || word.hasPrefix(holders[0])), "\(word): \(holders)")
      // The script takes the longest name there is.
      let longest = shards.keys.filter { word.hasPrefix($0) }.max { $0.count < $1.count }
      #expect(holders[0] == longest ?? "other", "\(word)")
    }
  }
}
