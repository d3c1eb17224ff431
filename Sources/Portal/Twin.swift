import Bytes
import Condensing
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

/// Incidents for programs: `incidents.json` and one file beside each page.
enum Twin {
  static func list(_ incidents: [IncidentCard]) -> JSONText {
    .object([.init("incidents", .list(incidents.map { .object(head($0)) }))])
  }

  static func json(_ incident: PublishedIncident) -> JSONText {
    let review = incident.review
    return .object(
      head(incident.card) + [
        .init("headline", .string(review.headline.string)),
        .init(
          "timeline",
          .list(
            review.timeline.map {
              .object([
                .init("time", .string($0.time.string)),
                .init("moment", $0.moment.map { .string($0.iso8601) } ?? .null),
                .init("statement", statement($0.statement)),
              ])
            })),
        .init("blast_radius", .list(review.blastRadius.map(statement))),
        .init(
          "gaps",
          .list(
            review.gaps.map {
              .object([
                .init("id", .string(GapKey($0, of: incident.card.slug).id)),
                .init("failure_mode", .string($0.mode.rawValue)),
                .init("test_kind", .string($0.kind.rawValue)),
                .init("layer", .string($0.layer.rawValue)), .init("component", .string($0.component.string)),
                .init("statement", statement($0.statement)), .init("signal", .string($0.signal.string)),
                .init("why_missed", .string($0.whyMissed.string)),
              ])
            })),
        .init("cause", cause(review.cause)),
        .init("contributing_factors", .list(review.factors.map(statement))),
        .init("prevention", .list(review.prevention.map(statement))),
        .init(
          "tests",
          .list(
            review.tests.map {
              .object([
                .init("kind", .string($0.kind.rawValue)), .init("scope", .string($0.scope.string)),
                .init("failure_injection", .string($0.injection.string)),
                .init("success_criterion", .string($0.success.string)),
                .init("closes_gap", $0.closes.map { .number($0) } ?? .null),
                .init("evidence", numbers($0.evidence)),
              ])
            })),
        .init("audio_summary", .string(review.audioSummary.string)),
        .init(
          "evidence",
          .list(
            incident.evidence.lines.map {
              .object([
                .init("number", .number($0.number)), .init("file", .string($0.path.string)),
                .init("line", .number($0.line)), .init("last_line", .number($0.lastLine)),
                .init("count", .number($0.count)),
                .init("text", .string($0.text.string)),
              ])
            })),
      ])
  }

  private static func head(_ incident: IncidentCard) -> [JSONText.Field] {
    [
      .init("slug", .string(incident.slug.description)), .init("title", .string(incident.title.value.string)),
      .init("page", .string(Address.incident(incident.slug))),
      .init("started", moment(incident.times.started?.value)),
      .init("detected", moment(incident.times.detected?.value)),
      .init("mitigated", moment(incident.times.mitigated?.value)),
      .init("resolved", moment(incident.times.resolved?.value)),
      .init("minutes", incident.minutes.map { .number($0.value) } ?? .null),
      .init("severity", incident.severity.map { .string($0.value.text) } ?? .null),
      .init("services", .list(incident.services.map { .string($0.string) })),
      .init("tags", .list(incident.tags.map { .string($0.string) })),
      .init("draft", .flag(incident.isDraft)),
      .init("reviewed_by", .string(incident.writer)),
    ]
  }

  private static func moment(_ moment: Moment?) -> JSONText { moment.map { .string($0.iso8601) } ?? .null }

  private static func numbers(_ numbers: [Int]) -> JSONText { .list(numbers.map { .number($0) }) }

  private static func statement(_ statement: Statement<SanitizedText>) -> JSONText {
    .object([
      .init("text", .string(statement.text.string)), .init("evidence", numbers(statement.evidence)),
      .init("supported", .flag(statement.isSupported)),
    ])
  }

  private static func cause(_ cause: PrimaryCause<SanitizedText>) -> JSONText {
    switch cause {
    case .determined(let text, let mode):
      .object([
        .init("determined", .flag(true)), .init("statement", statement(text)),
        .init("failure_mode", mode.map { .string($0.rawValue) } ?? .null),
      ])
    case .undetermined(let text, let needed):
      .object([
        .init("determined", .flag(false)), .init("statement", statement(text)),
        .init("needed", .string(needed.string)),
      ])
    }
  }
}
