package import Bytes
import Moments
import Reviewing
import Sanitizing

extension GapIndex {
  /// `gaps.json`: a list of entries, the most expensive first.
  package var json: JSONText { json(of: entries) }

  func json(of entries: [Entry]) -> JSONText {
    .object([
      .init("incidents", .number(incidentCount)),
      .init("gaps", .list(entries.map(Self.json))),
    ])
  }

  private static func json(_ entry: Entry) -> JSONText {
    .object([
      .init("id", .string(entry.id)),
      .init("title", .string(entry.title)),
      .init("failure_mode", .string(entry.mode.rawValue)),
      .init("test_kind", .string(entry.kind.rawValue)),
      .init("component", entry.key.id == entry.key.family.id ? .null : .string(entry.component.string)),
      .init("state", .string(entry.state.name.rawValue)),
      .init("closed", closed(entry.state)),
      .init("incident_count", .number(entry.incidentCount)),
      .init("minutes", .number(entry.minutes)),
      .init("severity", severity(entry.severity)),
      .init("services", .list(entry.services.map { .string($0.string) })),
      .init("first_seen", entry.firstSeen.map { .string($0.isoDate) } ?? .null),
      .init("last_seen", entry.lastSeen.map { .string($0.isoDate) } ?? .null),
      .init(
        "incidents",
        .list(
          entry.sightings.map { sighting in
            .object([
              .init("slug", .string(sighting.slug.description)),
              .init("title", .string(sighting.title.string)),
              .init("started", sighting.started.map { .string($0.iso8601) } ?? .null),
              .init("minutes", sighting.minutes.map { .number($0) } ?? .null),
              .init("severity", severity(sighting.severity)),
              .init("gap", .string(sighting.statement.string)),
            ])
          })),
    ])
  }

  private static func severity(_ level: Int?) -> JSONText { level.map { .string("SEV \($0)") } ?? .null }

  private static func closed(_ state: GapState) -> JSONText {
    switch state {
    case .open: .null
    case .closed(let day, let by), .regressed(let day, let by, _):
      .object([.init("date", .string(day.iso)), .init("by", .string(by.string))])
    case .accepted(let day, let reason):
      .object([.init("date", day.map { .string($0.iso) } ?? .null), .init("reason", .string(reason.string))])
    }
  }
}
