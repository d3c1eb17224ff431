import Bytes
import Foundation
import FoundationXML
import Moments
import Reviewing
import Testing

@testable import Insights
@testable import Sanitizing

@Suite("What became of the gaps") struct GapLedgerTests {
  private func clean(_ text: String) -> SanitizedText { SanitizedText(cleaned: text) }

  private func day(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2]) ?? CivilDate(dayNumber: 0)
  }

  private func source(
    _ slug: String, on text: String, _ keys: [String], minutes: Int = 10, component: String = "checkout"
  ) -> GapSource {
    let gaps = keys.compactMap(GapKey.init).map { key in
      TestingGap(
        mode: key.mode, kind: key.kind, layer: .component, component: clean(component),
        statement: Statement(clean("No test fills the pool, says \(slug)."), evidence: [1]),
        signal: clean("waiters"), whyMissed: clean("stubs"))
    }
    let tests = gaps.indices.map { number in
      RecommendedTest(
        kind: gaps[number].kind, scope: clean("checkout"), injection: clean("=fill it"),
        success: clean("p99 < 1 s"),
        closes: number, evidence: [1])
    }
    return GapSource(
      slug: Slug(slug), title: clean(slug), services: [clean("checkout")], started: Moment(day(text)),
      minutes: minutes, gaps: gaps.map { IncidentGap($0, of: Slug(slug)) },
      tests: tests.map(IncidentTest.init))
  }

  private func entry(
    _ gap: String, _ outcome: GapLedger.Outcome? = nil, includes: [String] = [], excludes: [String] = []
  ) -> GapLedger.Entry {
    GapLedger.Entry(gap: gap, outcome: outcome, includes: includes, excludes: excludes, line: 1)
  }

  private let pool = "connection-pool-exhaustion--load"
  private let alert = "connection-pool-exhaustion--alerting"

  @Test(arguments: [
    ("2026-03-13", GapState.Name.regressed), ("2026-03-14", .closed), ("2026-03-15", .closed),
  ]) func anIncidentAfterTheDayOfClosingIsARegression(closed: String, state: GapState.Name) throws {
    let ledger = GapLedger([entry(pool, .closed(day(closed), by: clean("tests/pool.js")))])
    let index = GapIndex(
      [source("old", on: "2025-01-01", [pool]), source("new", on: "2026-03-14", [pool])], ledger)
    #expect(index.entries.map(\.state.name) == [state])
    if case .regressed(_, _, let incident) = index.entries[0].state { #expect(incident == Slug("new")) }
  }

  @Test func whatNeedsAttentionComesFirst() {
    let keys = [pool, alert, "dns-failure--chaos", "retry-storm--load"]
    let ledger = GapLedger([
      entry(keys[0], .closed(day("2026-06-01"), by: clean("x"))),
      entry(keys[1], .accepted(nil, reason: clean("rare"))),
      entry(keys[2], .closed(day("2020-01-01"), by: clean("x"))),
    ])
    let index = GapIndex([source("a", on: "2026-03-14", keys)], ledger)
    #expect(index.entries.map(\.state.name) == [.regressed, .open, .accepted, .closed])
  }

  @Test func mergedGapsAreOneEntryThatShowsHowEachIncidentPutIt() throws {
    let ledger = GapLedger([entry(pool, includes: [alert])])
    let sources = [
      source("a", on: "2026-03-14", [pool], minutes: 5), source("b", on: "2026-04-14", [alert], minutes: 7),
    ]
    let index = GapIndex(sources, ledger)
    let merged = try #require(index.entries.first)
    #expect(index.entries.count == 1 && merged.id == pool + "--checkout" && merged.minutes == 12)
    #expect(merged.sightings.map(\.key.id) == [alert + "--checkout", pool + "--checkout"])
    #expect(index.entry(of: sources[1].gaps[0])?.id == pool + "--checkout")
  }

  @Test func anotherComponentIsAnotherGapWithAPriceOfItsOwn() throws {
    let index = GapIndex([
      source("a", on: "2026-03-14", [pool], minutes: 5), source("b", on: "2026-04-14", [pool], minutes: 7),
      source("c", on: "2026-05-14", [pool], minutes: 40, component: "orders-db-1"),
    ])
    #expect(index.entries.map(\.id) == [pool + "--orders-db", pool + "--checkout"])
    #expect(index.entries.map(\.minutes) == [40, 12])
    #expect(index.entries.map(\.title)[1] == "Connection pool exhaustion in checkout: no load test")
    #expect(index.elsewhere(index.entries[0]).map(\.id) == [pool + "--checkout"])
  }

  @Test(arguments: [
    (["checkout", "Checkout", "checkout-api", "the checkout service"], 1),
    (["orders-db-1", "Orders DB", "db orders"], 1),
    (["checkout", "checkout pool"], 1), (["orders-db", "billing-db", "db"], 3),
    (["", "‹internal host 1›"], 2), (["the affected service", "the service"], 2),
    (["auth-eu-1", "auth us 2"], 1), (["search", "image search"], 1),
  ]) func aComponentIsTheSameWhateverItsSpelling(_ names: [String], _ count: Int) {
    let sources = names.enumerated().map {
      source("s\($0.offset)", on: "2026-03-14", [pool], component: $0.element)
    }
    #expect(GapIndex(sources).entries.count == count, "\(GapIndex(sources).entries.map(\.id))")
    #expect(GapIndex(sources.reversed()).entries.map(\.id) == GapIndex(sources).entries.map(\.id))
    // Every gap of every review finds its entry.
    let index = GapIndex(sources)
    #expect(sources.flatMap(\.gaps).allSatisfy { index.entry(of: $0) != nil })
  }

  @Test func whatIsSaidOfAGapHoldsInEveryComponentUnlessOneIsNamed() {
    let sources = [
      source("a", on: "2026-03-14", [pool]), source("b", on: "2026-05-14", [pool], component: "billing"),
    ]
    let everywhere = GapIndex(sources, GapLedger([entry(pool, .closed(day("2026-04-01"), by: clean("x")))]))
    #expect(everywhere.entries.map(\.state.name) == [.regressed, .closed] && everywhere.unmatched.isEmpty)
    let one = GapIndex(
      sources, GapLedger([entry(pool + "--billing", .accepted(nil, reason: clean("rare")))]))
    #expect(one.entries.map(\.id) == [pool + "--checkout", pool + "--billing"])
    #expect(one.entries.map(\.state.name) == [.open, .accepted])
  }

  @Test func aWrongMergeOfComponentsIsSplitAndAWrongSplitMerged() {
    let sources = [
      source("a", on: "2026-03-14", [pool]),
      source("b", on: "2026-05-14", [pool], component: "checkout mobile"),
      source("c", on: "2026-06-14", [pool], component: "basket"),
    ]
    #expect(GapIndex(sources).entries.count == 2)
    let split = GapIndex(sources, GapLedger([entry(pool + "--checkout-mobile")]))
    #expect(split.entries.count == 3 && split.unmatched.isEmpty)
    let merged = GapIndex(
      sources, GapLedger([entry(pool + "--checkout", includes: [pool + "--basket"])]))
    #expect(merged.entries.map(\.incidentCount) == [3])
  }

  @Test func mergesInACircleEnd() {
    let ledger = GapLedger([entry(pool, includes: [alert]), entry(alert, includes: [pool])])
    #expect(GapIndex([source("a", on: "2026-03-14", [pool, alert])], ledger).entries.count == 2)
  }

  @Test func anExcludedIncidentIsNotCounted() {
    let ledger = GapLedger([entry(pool, excludes: ["a"])])
    let index = GapIndex(
      [source("a", on: "2026-03-14", [pool]), source("b", on: "2026-03-15", [pool])], ledger)
    #expect(index.entries[0].sightings.map(\.slug.description) == ["b"])
  }

  @Test func entriesThatMatchNothingAreNamed() {
    let ledger = GapLedger([entry("no-such-gap--load"), entry("dns-failure--chaos"), entry(pool)])
    #expect(
      GapIndex([source("a", on: "2026-03-14", [pool])], ledger).unmatched.map(\.gap) == [
        "no-such-gap--load", "dns-failure--chaos",
      ])
  }

  @Test func theSameTestOfTwoIncidentsStandsOnceInThePlan() throws {
    let sources = [source("a", on: "2026-03-14", [pool]), source("b", on: "2026-04-14", [pool])]
    let plan = TestPlan(sources, GapIndex(sources))
    #expect(plan.items.count == 1)
    #expect(plan.items[0].incidents.map(\.slug.description) == ["b", "a"])
    // What a spreadsheet would run as a formula is text.
    #expect(String(decoding: plan.csv, as: UTF8.self).contains(",'=fill it,"))
    #expect(
      String(decoding: plan.markdown, as: UTF8.self).contains(
        "- [ ] **load** – checkout\n  - inject: =fill it\n  - passes when: p99 \\< 1 s"))
  }

  @Test func reportsHoldWhatTheFilterLeaves() throws {
    let keys = [pool, "dns-failure--chaos"]
    let ledger = GapLedger([entry(keys[1], .accepted(nil, reason: clean("\"rare\" & <harmless>")))])
    let index = GapIndex([source("a", on: "2026-03-14", keys)], ledger)
    #expect(GapReport(index, states: [.open]).count == 1)
    #expect(GapReport(index, service: "CHECKOUT").count == 2 && GapReport(index, service: "check").count == 0)
    let junit = GapReport(index).bytes(.junit)
    let parser = XMLParser(data: Data(junit))
    #expect(parser.parse(), "\(String(decoding: junit, as: UTF8.self))")
    #expect(String(decoding: junit, as: UTF8.self).contains("tests=\"2\" failures=\"1\" skipped=\"1\""))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(GapReport(index).bytes(.json))) as? [String: Any])
    #expect((json["gaps"] as? [[String: Any]])?.map { $0["state"] as? String } == ["open", "accepted"])
    #expect(GapReport(index).bytes(.text).split(separator: 10).count == 3)
    #expect(GapReport(index).bytes(.csv).split(separator: 10).count == 3)
    #expect(GapReport(index).bytes(.markdown).split(separator: 10).count == 4)
  }
}
