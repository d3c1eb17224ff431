package import Bytes
package import Moments
package import Reviewing
package import Sanitizing

/// What an incident brings to the index of gaps.
package struct GapSource: Sendable {
  package let slug: Slug
  package let title: SanitizedText
  package let services: [SanitizedText]
  package let started: Moment?
  /// Minutes of outage, where known.
  package let minutes: Int?
  package let gaps: [TestingGap<SanitizedText>]
  package let tests: [RecommendedTest<SanitizedText>]

  package init(
    slug: Slug, title: SanitizedText, services: [SanitizedText], started: Moment?, minutes: Int?,
    gaps: [TestingGap<SanitizedText>], tests: [RecommendedTest<SanitizedText>] = []
  ) {
    self.slug = slug
    self.title = title
    self.services = services
    self.started = started
    self.minutes = minutes
    self.gaps = gaps
    self.tests = tests
  }

  /// The newest first; those of unknown date last, by their slugs.
  static func isNewer(_ left: GapSource, _ right: GapSource) -> Bool {
    let (first, second) = (left.started?.seconds ?? .min, right.started?.seconds ?? .min)
    return first != second ? first > second : left.slug < right.slug
  }

  /// The services of several incidents, each once whatever its letter case, sorted.
  static func services(of sources: [GapSource]) -> [SanitizedText] {
    var names: Set<String> = []
    return sources.flatMap(\.services).filter { names.insert($0.string.lowercased()).inserted }
      .sorted { $0.string < $1.string }
  }
}

/// The testing gaps of all incidents, the same gap in several incidents as one entry.
package struct GapIndex: Sendable {
  /// One gap: a failure mode that a kind of test should have caught.
  package struct Entry: Sendable {
    package let mode: FailureMode
    package let kind: TestKind
    package let sightings: [Sighting]
    /// Services of the incidents that it let through, sorted.
    package let services: [SanitizedText]
    /// Minutes of outage of these incidents, added up; those without a known length count nothing.
    package let minutes: Int
    package let firstSeen: Moment?
    package let lastSeen: Moment?
    package let state: GapState

    /// Its name in `gaps.yaml` and in addresses.
    package var id: String { GapKey(mode, kind).id }
    package var incidentCount: Int { sightings.count }
    package var recurs: Bool { sightings.count > 1 }

    /// `Connection pool exhaustion isn't load-tested`.
    package var title: String {
      let mode = mode.text
      return mode.prefix(1).uppercased() + mode.dropFirst() + ": no " + kind.text + " test"
    }
  }

  /// A gap as one incident put it.
  package struct Sighting: Sendable {
    package let slug: Slug
    package let title: SanitizedText
    package let started: Moment?
    package let minutes: Int?
    package let services: [SanitizedText]
    package let statement: SanitizedText
    /// What its own reviewer called it; differs from the entry's where the ledger merged two.
    package let key: GapKey
  }

  /// What needs attention first: regressed, open, accepted, closed; in each the most expensive first.
  package let entries: [Entry]
  package let incidentCount: Int
  /// Entries of the ledger that match no gap of any incident.
  package let unmatched: [GapLedger.Entry]
  private let ledger: GapLedger
  private let positions: [GapKey: Int]

  /// Linear in the number of gaps.
  package init(_ sources: [GapSource], _ ledger: GapLedger = GapLedger([])) {
    var groups: [GapKey: [(source: GapSource, gap: TestingGap<SanitizedText>)]] = [:]
    for source in sources {
      var seen: Set<GapKey> = []
      for gap in source.gaps {
        let key = ledger.canonical(GapKey(gap.mode, gap.kind))
        guard seen.insert(key).inserted, !ledger.excludes(source.slug, from: key) else { continue }
        groups[key, default: []].append((source, gap))
      }
    }
    incidentCount = sources.count
    self.ledger = ledger
    let entries = groups.map { key, members in Self.entry(key, members, ledger) }.sorted { left, right in
      if left.state.rank != right.state.rank { return left.state.rank < right.state.rank }
      if left.minutes != right.minutes { return left.minutes > right.minutes }
      if left.incidentCount != right.incidentCount { return left.incidentCount > right.incidentCount }
      return left.id < right.id
    }
    self.entries = entries
    positions = entries.enumerated().reduce(into: [:]) {
      $0[GapKey($1.element.mode, $1.element.kind)] = $1.offset
    }
    unmatched = ledger.entries.filter { entry in GapKey(entry.gap).map { groups[$0] == nil } ?? true }
  }

  /// The entry that a review's gap belongs to.
  package func entry(of gap: TestingGap<SanitizedText>) -> Entry? {
    positions[ledger.canonical(GapKey(gap.mode, gap.kind))].map { entries[$0] }
  }

  /// Whether the one entry stands before the other in the index.
  package func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    let (first, second) = (positions[GapKey(left.mode, left.kind)], positions[GapKey(right.mode, right.kind)])
    return (first ?? .max) < (second ?? .max)
  }

  private static func entry(
    _ key: GapKey, _ members: [(source: GapSource, gap: TestingGap<SanitizedText>)], _ ledger: GapLedger
  ) -> Entry {
    let sorted = members.sorted { GapSource.isNewer($0.source, $1.source) }
    let moments = sorted.compactMap(\.source.started)
    return Entry(
      mode: key.mode, kind: key.kind,
      sightings: sorted.map { member in
        Sighting(
          slug: member.source.slug, title: member.source.title, started: member.source.started,
          minutes: member.source.minutes, services: member.source.services,
          statement: member.gap.statement.text,
          key: GapKey(member.gap.mode, member.gap.kind))
      },
      services: GapSource.services(of: sorted.map(\.source)),
      minutes: sorted.reduce(0) { $0 + ($1.source.minutes ?? 0) },
      firstSeen: moments.min(),
      lastSeen: moments.max(),
      state: ledger.state(of: key, seen: sorted.map { ($0.source.slug, $0.source.started) }))
  }
}
