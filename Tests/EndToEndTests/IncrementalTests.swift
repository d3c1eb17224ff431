import Bytes
import Foundation
import Testing

/// A site that was built again and again after changes equals one that was built once, byte for byte.
@Suite("Builds over older builds") struct IncrementalTests {
  /// More of them: `HINDCAST_SEQUENCES=200 swift test --filter IncrementalTests`.
  private static let sequences =
    ProcessInfo.processInfo.environment["HINDCAST_SEQUENCES"].flatMap { Int($0) } ?? 8

  @Test(arguments: 0..<sequences) func anyRowOfChangesEndsInTheSameSite(seed: Int) throws {
    var history = History(try Sandbox(), seed: UInt64(seed))
    try history.begin()
    for _ in 0..<6 {
      try history.change()
      try history.build()
    }
    try history.expectTheSiteOfACleanBuild()
  }

  @Test func oneChangedIncidentChangesItsOwnPagesAndWhatListsIt() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    let before = try history.sandbox.tree("site")
    try history.sandbox.write(
      History.incident(0, "checkout") + "\nMore was found later.\n", to: "incidents/i0.md")
    try history.sandbox.commit()
    try history.build()
    let after = try history.sandbox.tree("site")
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    #expect(
      changed.filter { !$0.hasPrefix("search/") && !$0.hasPrefix("audio/") }.sorted() == [
        ".hindcast-manifest", "about.html", "incidents/i0.html", "incidents/i0.json",
      ])
  }

  /// Where no review is kept any more, every incident that is read again counts as new.
  @Test func oneChangedIncidentIsTheOnlyOneThatIsRead() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    try history.sandbox.remove(".hindcast/reviews")
    try history.append("\nMore was found later.\n", to: "incidents/i0.md")
    #expect(try history.build().contains("6 incidents (1 new, 5 cached"))
    try history.expectTheSiteOfACleanBuild()
  }

  @Test func aChangedTitleChangesThePagesThatNameIt() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    let text = try history.sandbox.text("incidents/i0.md")
    try history.sandbox.write(
      text.replacingOccurrences(of: "checkout failed", with: "basket failed"), to: "incidents/i0.md")
    try history.build()
    try history.expectTheSiteOfACleanBuild()
  }

  @Test func aFileThatSomebodyElseChangedIsMadeAgain() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    for path in ["site/incidents/i1.html", "site/gaps.json", "site/search/index.json"] {
      try history.append("<!-- mine -->", to: path)
    }
    try history.sandbox.remove("site/incidents/i2.json")
    try history.append("\nMore was found later.\n", to: "incidents/i0.md")
    try history.build()
    try history.expectTheSiteOfACleanBuild()
  }

  @Test func aDamagedSnapshotMeansAWholeBuild() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    let sheets = try history.sandbox.tree(".hindcast/snapshots")
    #expect(sheets.count > 1)
    for (path, bytes) in sheets {
      var damaged = bytes
      damaged[damaged.count / 2] ^= 1
      try history.sandbox.write(damaged, to: ".hindcast/snapshots/" + path)
    }
    try history.sandbox.remove(".hindcast/reviews")
    try history.append("\nMore was found later.\n", to: "incidents/i0.md")
    #expect(try history.build().contains("6 incidents (6 new, 0 cached"))
    try history.expectTheSiteOfACleanBuild()
  }

  /// A model may say something else when it is asked again: what lists show of an incident and its own page never differ.
  @Test func aReviewThatIsAnotherOneNowIsSeenEverywhere() throws {
    var history = History(try Sandbox(), seed: 1)
    try history.begin()
    for (path, bytes) in try history.sandbox.tree(".hindcast/reviews") {
      let entry = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
      let other = entry[1].replacingOccurrences(
        of: "A certificate had expired", with: "A licence had expired")
      try history.sandbox.write("\(Digest(of: other))\n\(other)", to: ".hindcast/reviews/" + path)
    }
    let text = try history.sandbox.text("incidents/i0.md")
    try history.sandbox.write(
      text.replacingOccurrences(of: "checkout failed", with: "basket failed"), to: "incidents/i0.md")
    try history.build()
    #expect(try history.sandbox.text("site/incidents/i1.html").contains("A licence had expired"))
    try history.expectTheSiteOfACleanBuild(keepingReviews: true)
  }
}

/// A repository to which random things happen, the same ones for the same seed.
private struct History {
  let sandbox: Sandbox
  private var random: SplitMix
  private var next = 6
  private static let services = ["checkout", "orders", "ledger"]

  init(_ sandbox: Sandbox, seed: UInt64) {
    self.sandbox = sandbox
    random = SplitMix(state: seed)
  }

  static func incident(_ number: Int, _ service: String) -> String {
    let causes = [
      "The root cause was that the connection pool was exhausted.", "A certificate had expired.",
      "The disk was full: no space left on device.", "The root cause is unknown.",
    ]
    return """
      ---
      title: \(service) failed, number \(number)
      started: 2026-0\(1 + number % 9)-1\(number % 10)T10:00:00Z
      resolved: 2026-0\(1 + number % 9)-1\(number % 10)T10:\(10 + number % 40):00Z
      severity: SEV\(1 + number % 4)
      services: [\(service)]
      tags: [t\(number % 3)]
      ---
      ## Root cause
      \(causes[number % causes.count])

      """
  }

  mutating func begin() throws {
    for number in 0..<6 {
      try sandbox.write(Self.incident(number, Self.services[number % 3]), to: "incidents/i\(number).md")
    }
    try sandbox.commit()
    try build()
  }

  /// What it says at its end.
  @discardableResult
  func build() throws -> String {
    if !(try sandbox.git("status", "--porcelain").output.isEmpty) { try sandbox.commit("Change") }
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
    #expect(run.code == 0, "\(run.complaint)")
    return run.output + run.complaint
  }

  mutating func change() throws {
    switch random.below(9) {
    case 0, 1:
      try sandbox.write(Self.incident(next, Self.services[next % 3]), to: "incidents/i\(next).md")
      next += 1
    case 2:
      if let path = anIncident() { try append("\nIt was mended at 10:0\(random.below(10)) UTC.\n", to: path) }
    case 3:
      if let path = anIncident() {
        try sandbox.git("mv", path, "incidents/renamed-\(next).md")
        next += 1
      }
    case 4: if let path = anIncident(), incidents().count > 2 { try sandbox.git("rm", "-q", path) }
    case 5: try sandbox.write("site:\n  title: Site \(random.below(100))\n", to: "hindcast.yaml")
    case 6:
      try sandbox.write("/* \(random.below(100)) */\nbody { color: black; }\n", to: "templates/style.css")
    case 7:
      try sandbox.write(
        "- gap: certificate-expiry--synthetic\n  closed: 2026-0\(1 + random.below(9))-01\n  by: tests/a.js\n",
        to: "incidents/gaps.yaml")
    default: try kill()
    }
  }

  /// A build that is ended in its middle.
  private mutating func kill() throws {
    if let path = anIncident() { try append("\nAnother line.\n", to: path) }
    let seconds = "0.\(String(random.below(30) + 100).dropFirst())"
    _ = try sandbox.run(
      "/usr/bin/env",
      ["timeout", "-s", "KILL", seconds, Sandbox.binary.path, "build", "--engine", "playbook", "--no-audio"])
  }

  func expectTheSiteOfACleanBuild(keepingReviews: Bool = false) throws {
    if keepingReviews {
      for (path, bytes) in try sandbox.tree(".hindcast/reviews") {
        try sandbox.write(bytes, to: "fresh/reviews/" + path)
      }
    }
    let built = try sandbox.tree("site")
    let run = try sandbox.hindcast(
      "build", "--engine", "playbook", "--no-audio", "--site", "clean",
      environment: ["HINDCAST_CACHE": "fresh"])
    #expect(run.code == 0, "\(run.complaint)")
    let clean = try sandbox.tree("clean")
    let different = Set(built.keys).union(clean.keys).filter { built[$0] != clean[$0] }.sorted()
    #expect(different.isEmpty, "\(different.prefix(5))")
  }

  private func incidents() -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path + "/incidents")) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "incidents/" + $0 }
  }

  private mutating func anIncident() -> String? {
    let all = incidents()
    return all.isEmpty ? nil : all[random.below(all.count)]
  }

  func append(_ text: String, to path: String) throws {
    try sandbox.write(try sandbox.text(path) + text, to: path)
  }
}

/// Sebastiano Vigna's SplitMix64.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}
