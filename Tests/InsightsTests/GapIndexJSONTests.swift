import Bytes
import Foundation
import Insights
import Moments
import Reviewing
import Sanitizing
import Testing

/// Gaps of a few incidents, and what becomes of them.
private enum Incident {
  private static let book = RuleBook.make().book

  static func source(
    _ slug: String, services: [String] = ["checkout"], minutes: Int? = nil, started: Int? = nil,
    _ gaps: [(FailureMode, TestKind)]
  ) -> GapSource {
    var sanitizer = Sanitizer(book)
    return GapSource(
      slug: Slug(slug), title: sanitizer.clean("Title of \(slug)"),
      services: services.map { sanitizer.clean($0) },
      started: started.map { Moment(seconds: $0) }, minutes: minutes,
      gaps: gaps.map { mode, kind in
        IncidentGap(
          TestingGap(
            mode: mode, kind: kind, layer: .service, component: sanitizer.clean("pool"),
            statement: Statement(sanitizer.clean("No test of \(slug)."), evidence: [1]),
            signal: sanitizer.clean("waiters"), whyMissed: sanitizer.clean("stubs")), of: Slug(slug))
      })
  }
}

@Suite struct GapOrderTests {
  @Test func theMostExpensiveComesFirstThenTheMostFrequentThenTheName() {
    let index = GapIndex([
      Incident.source("a", minutes: 30, [(.badDeploy, .canary), (.dnsFailure, .chaos)]),
      Incident.source("b", minutes: 60, [(.cacheFailure, .load)]),
      Incident.source("c", minutes: 30, [(.dataLoss, .backupRestore)]),
      Incident.source("d", minutes: 30, [(.dataLoss, .backupRestore), (.humanError, .runbook)]),
      Incident.source("e", minutes: 30, [(.clockError, .unit)]),
    ])
    #expect(
      index.entries.map(\.id) == [
        "data-loss--backup-restore--pool", "cache-failure--load--pool", "bad-deploy--canary--pool",
        "clock-error--unit--pool", "dns-failure--chaos--pool", "human-error--runbook--pool",
      ])
    #expect(index.entries.map(\.minutes) == [60, 60, 30, 30, 30, 30])
    #expect(index.incidentCount == 5)
  }

  @Test func theSameModeWithAnotherKindOfTestIsAnotherGap() {
    let index = GapIndex([Incident.source("a", [(.badDeploy, .canary), (.badDeploy, .rollback)])])
    #expect(index.entries.map(\.kind) == [.canary, .rollback])
    #expect(index.entries.allSatisfy { !$0.recurs })
  }

  @Test func anIncidentCountsOnceForAGapItNamesTwice() {
    let index = GapIndex([Incident.source("a", minutes: 45, [(.badDeploy, .canary), (.badDeploy, .canary)])])
    #expect(index.entries.map(\.incidentCount) == [1] && index.entries.map(\.minutes) == [45])
  }

  @Test func servicesAreNamedOnceWhateverTheirCase() {
    let index = GapIndex([
      Incident.source("a", services: ["orders", "Checkout"], started: 2, [(.badDeploy, .canary)]),
      Incident.source("b", services: ["checkout", "billing"], started: 1, [(.badDeploy, .canary)]),
    ])
    #expect(index.entries.first?.services.map(\.string) == ["Checkout", "billing", "orders"])
  }

  @Test func unknownTimesAndLengthsCountNothingAndStandLast() throws {
    let index = GapIndex([
      Incident.source("b", [(.badDeploy, .canary)]), Incident.source("a", [(.badDeploy, .canary)]),
      Incident.source("c", minutes: 7, started: 100, [(.badDeploy, .canary)]),
    ])
    let entry = try #require(index.entries.first)
    #expect(entry.sightings.map(\.slug.description) == ["c", "a", "b"])
    #expect(entry.minutes == 7 && entry.firstSeen == entry.lastSeen && entry.recurs)
  }

  @Test(arguments: [
    (FailureMode.connectionPoolExhaustion, TestKind.load, "Connection pool exhaustion in pool: no load test"),
    (.dnsFailure, .chaos, "DNS failure in pool: no chaos test"),
    (.dataLoss, .endToEnd, "Data loss in pool: no end-to-end test"),
  ]) func titlesReadAsSentences(mode: FailureMode, kind: TestKind, title: String) {
    #expect(GapIndex([Incident.source("a", [(mode, kind)])]).entries.map(\.title) == [title])
  }

  @Test func noIncidentsMakeAnEmptyIndex() {
    let index = GapIndex([])
    #expect(index.entries.isEmpty && index.incidentCount == 0)
  }
}

@Suite struct GapIndexJSONTests {
  private let index = GapIndex([
    Incident.source("b", minutes: 45, started: 1_773_446_400, [(.badDeploy, .canary)]),
    Incident.source("a", services: [], [(.badDeploy, .canary), (.dnsFailure, .chaos)]),
  ])

  @Test func isWhatItsReadersExpect() throws {
    let value = try JSONSerialization.jsonObject(with: Data(index.json.bytes))
    let root = try #require(value as? [String: Any])
    #expect(root["incidents"] as? Int == 2)
    let gaps = try #require(root["gaps"] as? [[String: Any]])
    let first = try #require(gaps.first)
    #expect(gaps.map { $0["id"] as? String } == ["bad-deploy--canary--pool", "dns-failure--chaos--pool"])
    #expect(first["minutes"] as? Int == 45 && first["incident_count"] as? Int == 2)
    #expect(first["first_seen"] as? String == "2026-03-14" && first["services"] as? [String] == ["checkout"])
    let sightings = try #require(first["incidents"] as? [[String: Any]])
    #expect(sightings.map { $0["slug"] as? String } == ["b", "a"])
    #expect(sightings.first?["started"] as? String == "2026-03-14T00:00:00Z")
    #expect(sightings.last?["started"] is NSNull && sightings.last?["minutes"] is NSNull)
    #expect(sightings.last?["gap"] as? String == "No test of a.")
  }

  @Test(arguments: UInt64(1)...20) func theOrderOfIncidentsChangesNoByte(seed: UInt64) {
    let sources = (0..<12).map { number in
      Incident.source(
        "incident-\(number)", services: ["s\(number % 3)"], minutes: number % 4 * 10,
        started: number % 5 * 86_400,
        [(FailureMode.allCases[number % 7], TestKind.allCases[number % 3]), (.badDeploy, .canary)])
    }
    var random = Shuffle(seed)
    #expect(GapIndex(sources.shuffled(using: &random)).json.bytes == GapIndex(sources).json.bytes)
  }
}

/// A linear congruential generator (D. Knuth's MMIX): the same order for the same seed everywhere.
private struct Shuffle: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
