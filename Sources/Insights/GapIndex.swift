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
  /// 1 is the worst; nil where none is given.
  package let severity: Int?
  package let gaps: [TestingGap<SanitizedText>]
  package let tests: [RecommendedTest<SanitizedText>]

  package init(
    slug: Slug, title: SanitizedText, services: [SanitizedText], started: Moment?, minutes: Int?,
    severity: Int? = nil, gaps: [TestingGap<SanitizedText>], tests: [RecommendedTest<SanitizedText>] = []
  ) {
    self.slug = slug
    self.title = title
    self.services = services
    self.started = started
    self.minutes = minutes
    self.severity = severity
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
  /// One gap: a failure mode that a kind of test should have caught in a component.
  package struct Entry: Sendable {
    package let key: GapKey
    /// As the newest incident calls it; empty where no review names one.
    package let component: SanitizedText
    package let sightings: [Sighting]
    /// Services of the incidents that it let through, sorted.
    package let services: [SanitizedText]
    /// Minutes of outage of these incidents, added up; those without a known length count nothing.
    package let minutes: Int
    /// The worst of these incidents', 1 before 2; nil where none gives one.
    package let severity: Int?
    package let firstSeen: Moment?
    package let lastSeen: Moment?
    package let state: GapState

    package var mode: FailureMode { key.mode }
    package var kind: TestKind { key.kind }
    /// Its name in `gaps.yaml` and in addresses.
    package var id: String { key.id }
    package var incidentCount: Int { sightings.count }
    package var recurs: Bool { sightings.count > 1 }

    /// `Connection pool exhaustion in checkout: no load test`.
    package var title: String {
      let mode = mode.text
      let place = key.component == nil ? "" : " in \(component.string)"
      return mode.prefix(1).uppercased() + mode.dropFirst() + place + ": no " + kind.text + " test"
    }
  }

  /// A gap as one incident put it.
  package struct Sighting: Sendable {
    package let slug: Slug
    package let title: SanitizedText
    package let started: Moment?
    package let minutes: Int?
    package let severity: Int?
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
  /// Positions of entries, by the keys of all gaps that are counted under them.
  private let positions: [GapKey: Int]
  private let families: [GapKey: [Int]]

  /// Linear in the number of gaps.
  ///
  /// - Parameter likeness: what the names of components mean; nil where only their spelling decides.
  package init(
    _ sources: [GapSource], _ ledger: GapLedger = GapLedger([]), _ likeness: ComponentLikeness? = nil
  ) {
    var groups: [GapKey: [(source: GapSource, gap: TestingGap<SanitizedText>)]] = [:]
    let counted = Self.countedUnder(sources, ledger, likeness)
    for source in sources {
      var seen: Set<GapKey> = []
      for gap in source.gaps {
        guard let key = counted[GapKey(gap)] else { continue }
        guard seen.insert(key).inserted, !ledger.excludes(source.slug, from: key) else { continue }
        groups[key, default: []].append((source, gap))
      }
    }
    incidentCount = sources.count
    let entries = groups.map { key, members in Self.entry(key, members, ledger) }.sorted { left, right in
      if left.state.rank != right.state.rank { return left.state.rank < right.state.rank }
      if left.minutes != right.minutes { return left.minutes > right.minutes }
      if left.incidentCount != right.incidentCount { return left.incidentCount > right.incidentCount }
      return left.id < right.id
    }
    self.entries = entries
    let own = entries.enumerated().reduce(into: [GapKey: Int]()) { $0[$1.element.key] = $1.offset }
    positions = own.merging(counted.compactMapValues { own[$0] }) { entry, _ in entry }
    families = Dictionary(grouping: entries.indices) { entries[$0].key.family }
    let seen = Set(groups.keys).union(groups.keys.map(\.family))
    unmatched = ledger.entries.filter { entry in
      GapKey(entry.gap).map { !seen.contains(counted[$0] ?? $0) } ?? true
    }
  }

  /// Which gap each gap of the reviews is counted under: first what the team merged, then the same component under a
  /// longer name, unless the team speaks of that one by itself.
  private static func countedUnder(
    _ sources: [GapSource], _ ledger: GapLedger, _ likeness: ComponentLikeness?
  ) -> [GapKey: GapKey] {
    let keys = Set(sources.flatMap { $0.gaps.map { GapKey($0) } })
    var counted = keys.reduce(into: [GapKey: GapKey]()) { $0[$1] = ledger.canonical($1) }
    var representatives: [GapKey: [GapComponent: GapComponent]] = [:]
    for (family, members) in Dictionary(grouping: Set(counted.values), by: \.family) {
      representatives[family] = GapComponent.representatives(
        Set(members.compactMap(\.component)), own: Set(members.filter(ledger.names).compactMap(\.component)),
        likeness)
    }
    for (key, canonical) in counted {
      guard let component = canonical.component, let shorter = representatives[canonical.family]?[component]
      else { continue }
      counted[key] = GapKey(canonical.mode, canonical.kind, shorter)
    }
    return counted
  }

  /// Names of components that have gaps of one failure mode and kind of test: whether they are the same component decides
  /// whether the gaps are.
  package static func namesToCompare(_ sources: [GapSource]) -> [String] {
    let keys = Set(sources.flatMap { $0.gaps.map { GapKey($0) } })
    let families = Dictionary(grouping: keys, by: \.family).values.map { $0.compactMap(\.component) }
    return Set(families.filter { $0.count > 1 }.flatMap { $0.map(\.name) }).sorted()
  }

  /// The entry that a review's gap belongs to.
  package func entry(of gap: TestingGap<SanitizedText>) -> Entry? {
    positions[GapKey(gap)].map { entries[$0] }
  }

  /// The same failure mode without the same kind of test, in other components.
  package func elsewhere(_ entry: Entry) -> [Entry] {
    (families[entry.key.family] ?? []).map { entries[$0] }.filter { $0.key != entry.key }
  }

  /// Whether the one entry stands before the other in the index.
  package func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    (positions[left.key] ?? .max) < (positions[right.key] ?? .max)
  }

  private static func entry(
    _ key: GapKey, _ members: [(source: GapSource, gap: TestingGap<SanitizedText>)], _ ledger: GapLedger
  ) -> Entry {
    let sorted = members.sorted { GapSource.isNewer($0.source, $1.source) }
    let moments = sorted.compactMap(\.source.started)
    return Entry(
      key: key, component: sorted.first?.gap.component ?? SanitizedText.empty,
      sightings: sorted.map { member in
        Sighting(
          slug: member.source.slug, title: member.source.title, started: member.source.started,
          minutes: member.source.minutes, severity: member.source.severity, services: member.source.services,
          statement: member.gap.statement.text,
          key: GapKey(member.gap))
      },
      services: GapSource.services(of: sorted.map(\.source)),
      minutes: sorted.reduce(0) { $0 + ($1.source.minutes ?? 0) },
      severity: sorted.compactMap(\.source.severity).min(),
      firstSeen: moments.min(),
      lastSeen: moments.max(),
      state: ledger.state(of: key, seen: sorted.map { ($0.source.slug, $0.source.started) }))
  }
}
