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

  package init(
    slug: Slug, title: SanitizedText, services: [SanitizedText], started: Moment?, minutes: Int?,
    gaps: [TestingGap<SanitizedText>]
  ) {
    self.slug = slug
    self.title = title
    self.services = services
    self.started = started
    self.minutes = minutes
    self.gaps = gaps
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

    /// Its address below `gaps.html#`.
    package var id: String { "\(mode.rawValue)--\(kind.rawValue)" }
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
    package let statement: SanitizedText
  }

  /// The most expensive first.
  package let entries: [Entry]
  package let incidentCount: Int

  /// Linear in the number of gaps.
  package init(_ sources: [GapSource]) {
    struct Key: Hashable {
      let mode: FailureMode
      let kind: TestKind
    }
    var groups: [Key: [(source: GapSource, gap: TestingGap<SanitizedText>)]] = [:]
    for source in sources {
      var seen: Set<Key> = []
      for gap in source.gaps where seen.insert(Key(mode: gap.mode, kind: gap.kind)).inserted {
        groups[Key(mode: gap.mode, kind: gap.kind), default: []].append((source, gap))
      }
    }
    incidentCount = sources.count
    entries = groups.map { key, members in Self.entry(key.mode, key.kind, members) }.sorted { left, right in
      if left.minutes != right.minutes { return left.minutes > right.minutes }
      if left.incidentCount != right.incidentCount { return left.incidentCount > right.incidentCount }
      return left.id < right.id
    }
  }

  private static func entry(
    _ mode: FailureMode, _ kind: TestKind, _ members: [(source: GapSource, gap: TestingGap<SanitizedText>)]
  ) -> Entry {
    let sorted = members.sorted { left, right in
      let (first, second) = (left.source.started?.seconds ?? .min, right.source.started?.seconds ?? .min)
      return first != second ? first > second : left.source.slug < right.source.slug
    }
    var names: Set<String> = []
    let services = sorted.flatMap(\.source.services).filter { names.insert($0.string.lowercased()).inserted }
      .sorted { $0.string < $1.string }
    let moments = sorted.compactMap(\.source.started)
    return Entry(
      mode: mode, kind: kind,
      sightings: sorted.map { member in
        Sighting(
          slug: member.source.slug, title: member.source.title, started: member.source.started,
          minutes: member.source.minutes, statement: member.gap.statement.text)
      },
      services: services, minutes: sorted.reduce(0) { $0 + ($1.source.minutes ?? 0) },
      firstSeen: moments.min(),
      lastSeen: moments.max())
  }
}
