import Bytes
import Insights
import Moments
import Reviewing
import Sanitizing
import Testing

@Suite("The gap index") struct GapIndexTests {
  private func source(_ slug: String, minutes: Int?, day: Int, severity: Int? = nil, _ kinds: [TestKind])
    -> GapSource
  {
    var sanitizer = Sanitizer(RuleBook.make().book)
    func clean(_ text: String) -> SanitizedText { sanitizer.clean(text) }
    let gaps = kinds.map { kind in
      TestingGap(
        mode: .connectionPoolExhaustion, kind: kind, layer: .component, component: clean("checkout"),
        statement: Statement(clean("No test fills the pool."), evidence: [1]), signal: clean("waiters"),
        whyMissed: clean("stubs"))
    }
    return GapSource(
      slug: Slug(slug), title: clean(slug), services: [clean("checkout")],
      started: Moment(seconds: day * 86_400, precision: .day), minutes: minutes,
      severity: severity, gaps: gaps.map { IncidentGap($0, of: Slug(slug)) })
  }

  @Test func theSameGapInSeveralIncidentsIsOneEntryWithItsPrice() throws {
    let index = GapIndex([
      source("a", minutes: 45, day: 1, [.load]), source("b", minutes: nil, day: 3, [.load]),
      source("c", minutes: 30, day: 2, [.load, .load, .alerting]),
    ])
    let entry = try #require(index.entries.first)
    #expect(index.entries.map(\.kind) == [.load, .alerting])
    #expect(entry.minutes == 75)
    #expect(entry.incidentCount == 3)
    #expect(entry.sightings.map(\.slug.description) == ["b", "c", "a"])
    #expect(entry.firstSeen?.seconds == 86_400)
    #expect(entry.lastSeen?.seconds == 3 * 86_400)
    #expect(entry.services.map(\.string) == ["checkout"])
  }

  /// Two incidents that name no component have nothing in common.
  @Test func whatNobodyNamedIsNotTheSameInTwoIncidents() {
    var sanitizer = Sanitizer(RuleBook.make().book)
    func clean(_ text: String) -> SanitizedText { sanitizer.clean(text) }
    let gap = TestingGap(
      mode: .monitoringFailure, kind: .alerting, layer: .production, component: clean("the affected service"),
      statement: Statement(clean("No alert."), evidence: [1]), signal: clean("errors"),
      whyMissed: clean("none"))
    let sources = ["2026-01-01-a", "2026-01-02-b"].map { slug in
      GapSource(
        slug: Slug(slug), title: clean(slug), services: [], started: nil, minutes: 5,
        gaps: [IncidentGap(gap, of: Slug(slug))])
    }
    let index = GapIndex(sources)
    #expect(index.entries.count == 2 && index.entries.allSatisfy { !$0.recurs })
    #expect(index.entries.allSatisfy { $0.title == "Monitoring failure: no alerting test" })
    #expect(index.entries.allSatisfy { GapKey($0.id)?.id == $0.id })
  }

  @Test func theSeverityIsThatOfTheWorst() throws {
    let index = GapIndex([
      source("a", minutes: 45, day: 1, severity: 3, [.load, .alerting]),
      source("b", minutes: 5, day: 2, severity: 1, [.load]),
      source("c", minutes: 1, day: 3, [.load, .chaos]),
    ])
    #expect(index.entries.map(\.kind) == [.load, .alerting, .chaos])
    #expect(index.entries.map(\.severity) == [1, 3, nil])
    #expect(index.entries.first?.sightings.map(\.severity) == [nil, 1, 3])
  }

  @Test func theOrderOfIncidentsChangesNothing() {
    let sources = [
      source("a", minutes: 45, day: 1, [.load]), source("b", minutes: 45, day: 1, [.alerting, .load]),
    ]
    #expect(GapIndex(sources).json.bytes == GapIndex(sources.reversed()).json.bytes)
  }
}
