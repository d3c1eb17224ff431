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
  package let gaps: [IncidentGap]
  package let tests: [IncidentTest]

  package init(
    slug: Slug, title: SanitizedText, services: [SanitizedText], started: Moment?, minutes: Int?,
    severity: Int? = nil, gaps: [IncidentGap], tests: [IncidentTest] = []
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
    isNewer((left.started, left.slug), (right.started, right.slug))
  }

  /// The same order for whatever begins at a moment and has an address.
  package static func isNewer(
    _ left: (started: Moment?, slug: Slug), _ right: (started: Moment?, slug: Slug)
  ) -> Bool {
    let (first, second) = (left.started?.seconds ?? .min, right.started?.seconds ?? .min)
    return first != second ? first > second : left.slug < right.slug
  }

  /// The services of several incidents, each once whatever its letter case, sorted.
  static func services(of incidents: some Sequence<[SanitizedText]>) -> [SanitizedText] {
    var exact: Set<SanitizedText> = []
    var names: Set<String> = []
    var services: [SanitizedText] = []
    for service in incidents.joined() where exact.insert(service).inserted {
      if names.insert(service.string.lowercased()).inserted { services.append(service) }
    }
    return services.sorted { $0.string < $1.string }
  }
}

/// The testing gaps of all incidents, the same gap in several incidents as one entry.
package struct GapIndex: Sendable {
  /// One gap: a failure mode that a kind of test should have caught in a component.
  package struct Entry: Sendable {
    package let key: GapKey
    /// Its name in `gaps.yaml` and in addresses.
    package let id: String
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
    package var incidentCount: Int { sightings.count }
    package var recurs: Bool { sightings.count > 1 }

    /// `Connection pool exhaustion in checkout: no load test`.
    package var title: String {
      let mode = mode.text
      let isNamed = key.component.map { $0.incident == nil } ?? false
      let place = isNamed ? " in \(component.string)" : ""
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
    // Positions instead of copies: ten thousand incidents have forty thousand gaps.
    var groups: [GapKey: [(source: Int, gap: Int)]] = [:]
    let counted = Self.countedUnder(sources, ledger, likeness)
    for (number, source) in sources.enumerated() {
      var seen: [GapKey] = []
      for (position, gap) in source.gaps.enumerated() {
        guard let key = counted[gap.key], !seen.contains(key), !ledger.excludes(source.slug, from: key) else {
          continue
        }
        seen.append(key)
        groups[key, default: []].append((number, position))
      }
    }
    incidentCount = sources.count
    let entries = groups.map { key, members in Self.entry(key, members, sources, ledger) }.sorted {
      left, right in
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
    let keys = Set(sources.lazy.flatMap { $0.gaps.lazy.map(\.key) })
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
    let keys = Set(sources.lazy.flatMap { $0.gaps.lazy.map(\.key) })
    let families = Dictionary(grouping: keys, by: \.family).values.map { $0.compactMap(\.component) }
    return Set(families.filter { $0.count > 1 }.flatMap { $0.filter { $0.incident == nil }.map(\.name) })
      .sorted()
  }

  /// The entry that an incident's gap belongs to.
  package func entry(of gap: IncidentGap) -> Entry? {
    positions[gap.key].map { entries[$0] }
  }

  /// Where the entry of an incident's gap stands among the entries.
  package func position(of gap: IncidentGap) -> Int? { positions[gap.key] }

  /// The same failure mode without the same kind of test, in other components.
  package func elsewhere(_ entry: Entry) -> [Entry] {
    family(of: entry).map { entries[$0] }.filter { $0.key != entry.key }
  }

  /// Where the entries stand that share the failure mode and the kind of test, this one among them.
  package func family(of entry: Entry) -> [Int] { families[entry.key.family] ?? [] }

  private static func entry(
    _ key: GapKey, _ members: [(source: Int, gap: Int)], _ sources: [GapSource], _ ledger: GapLedger
  ) -> Entry {
    let sorted = members.sorted { GapSource.isNewer(sources[$0.source], sources[$1.source]) }
    let moments = sorted.compactMap { sources[$0.source].started }
    return Entry(
      key: key, id: key.id,
      component: sorted.first.map { sources[$0.source].gaps[$0.gap].component } ?? .empty,
      sightings: sorted.map { member in
        let source = sources[member.source]
        let gap = source.gaps[member.gap]
        return Sighting(
          slug: source.slug, title: source.title, started: source.started, minutes: source.minutes,
          severity: source.severity, services: source.services, statement: gap.statement, key: gap.key)
      },
      services: GapSource.services(of: sorted.lazy.map { sources[$0.source].services }),
      minutes: sorted.reduce(0) { $0 + (sources[$1.source].minutes ?? 0) },
      severity: sorted.compactMap { sources[$0.source].severity }.min(),
      firstSeen: moments.min(),
      lastSeen: moments.max(),
      state: ledger.state(of: key, seen: sorted.map { (sources[$0.source].slug, sources[$0.source].started) })
    )
  }
}
