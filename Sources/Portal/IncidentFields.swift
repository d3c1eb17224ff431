import Bytes
import Condensing
import Incidents
import Insights
import Markdown
import Moments
import Narration
import Reviewing
import Sanitizing

/// One incident as templates see it.
enum IncidentFields {
  /// A row in a list of incidents.
  static func row(_ incident: IncidentCard, root: String) -> Fields {
    Portal.severityFields(incident.severity?.value.rawValue).adding([
      .href: root + Address.incident(incident.slug), .title: incident.title.value.string,
      .when: incident.started?.dayText, .iso: incident.started?.isoDate,
      .minutes: incident.minutes?.value, .services: services(incident, root), .draft: incident.isDraft,
      .serviceKeys: Portal.keys(incident.services.map(\.string)),
      .tagKeys: Portal.keys(incident.tags.map(\.string)),
      .testKeys: Portal.keys(Array(Set(incident.gaps.map(\.key.kind.text))).sorted()),
      .year: incident.started.map { "\($0.date.year)" },
    ])
  }

  static func listen(_ incident: IncidentCard, root: String) -> Fields {
    row(incident, root: root).adding([.audio: audio(incident, root)])
  }

  static func fields(
    _ incident: PublishedIncident, _ index: GapIndex, _ links: IncidentLinks, root: String
  ) -> Fields {
    let card = incident.card
    let review = incident.review
    let claims = Claims(incident.evidence)
    let basic: Fields = [
      .title: card.title.value.string, .headline: headline(incident), .draft: card.isDraft,
      .when: card.started?.fullText, .services: services(card, root),
      .tags: card.tags.map {
        Fields(dictionaryLiteral: (.name, $0.string), (.href, root + Address.tag($0.string)))
      },
      .facts: facts(card), .audio: audio(card, root)?.adding(transcript(incident)),
      .summary: review.audioSummary.string,
    ]
    let story: Fields = [
      .timeline: review.timeline.map { entry in
        claims.fields(entry.statement).adding([.time: entry.time.string, .iso: entry.moment?.iso8601])
      },
      .hasTimeline: !review.timeline.isEmpty,
      .blastRadius: review.blastRadius.map(claims.fields), .hasBlastRadius: !review.blastRadius.isEmpty,
      .gaps: zip(review.gaps, card.gaps).map { gap, counted in
        claims.fields(gap.statement).adding([
          .kind: gap.kind.text, .mode: gap.mode.text, .layer: gap.layer.rawValue,
          .signal: gap.signal.string,
          .missed: gap.whyMissed.string,
          .gapHref: index.entry(of: counted).map { root + Address.gap($0.id) },
          .state: index.entry(of: counted)?.state.name.rawValue,
        ])
      },
      .hasGaps: !review.gaps.isEmpty,
      .cause: cause(review.cause, claims), .determined: review.cause.isDetermined,
      .factors: review.factors.map(claims.fields), .hasFactors: !review.factors.isEmpty,
      .prevention: review.prevention.map(claims.fields), .hasPrevention: !review.prevention.isEmpty,
      .tests: review.tests.map { test in
        claims.fields(evidence: test.evidence).adding([
          .kind: test.kind.text, .scope: test.scope.string, .injection: test.injection.string,
          .success: test.success.string,
          .closes: test.closes.flatMap {
            review.gaps.indices.contains($0) ? review.gaps[$0].mode.text : nil
          },
          .gapHref: test.closes.flatMap { number in
            review.gaps.indices.contains(number)
              ? index.entry(of: card.gaps[number]).map { root + Address.gap($0.id) } : nil
          },
        ])
      },
      .hasTests: !review.tests.isEmpty,
    ]
    let made: Fields = [
      .lines: incident.evidence.lines.map(evidenceLine), .omitted: omitted(incident.evidence.omitted),
      .narrative: incident.narrative.html { links.page($0, in: card) }, .path: card.path.string,
      .attachments: incident.attachments.map { Fields(dictionaryLiteral: (.file, $0.string)) },
      .hasAttachments: !incident.attachments.isEmpty,
      .masked: card.report.rows.map {
        Fields(dictionaryLiteral: (.kind, $0.kind), (.count, $0.count))
      },
      .hasMasked: card.report.total > 0,
      .provenance: provenance(incident), .byPlaybook: incident.provenance.engine == .playbook,
      .engine: incident.provenance.writer, .byPeople: incident.provenance.engine == .people,
      .outdated: incident.provenance.people?.isOlderThanIncident ?? false,
    ]
    return basic.adding(story).adding(made)
  }

  /// Nothing where it only says the title again.
  private static func headline(_ incident: PublishedIncident) -> String? {
    func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let headline = incident.review.headline.string
    return letters(incident.card.title.value.string).contains(letters(headline)) ? nil : headline
  }

  private static func services(_ incident: IncidentCard, _ root: String) -> [Fields] {
    Portal.serviceFields(incident.services, root: root)
  }

  private static func facts(_ incident: IncidentCard) -> [Fields] {
    func field(_ label: String, _ value: String, _ basis: Basis) -> Fields {
      let guess: String? = if case .guessed(let source) = basis { "guessed from \(source)" } else { nil }
      return [.label: label, .value: value, .guess: guess]
    }
    var facts: [Fields] = []
    if let severity = incident.severity {
      facts.append(field("Severity", severity.value.text, severity.basis))
    }
    let times = incident.times
    if let started = times.started {
      facts.append(field("Started", started.value.fullText, started.basis))
    }
    if let detected = times.detected {
      facts.append(field("Detected", text(detected.value, incident.started), detected.basis))
    }
    // Where nothing tells them apart, one is enough.
    if let mitigated = times.mitigated, mitigated.value != times.resolved?.value {
      facts.append(field("Mitigated", text(mitigated.value, incident.started), mitigated.basis))
    }
    if let resolved = times.resolved {
      facts.append(field("Resolved", text(resolved.value, incident.started), resolved.basis))
    }
    if let minutes = incident.minutes {
      facts.append(field("Outage", Span.text(minutes: minutes.value), minutes.basis))
    }
    if let status = incident.status { facts.append(field("Status", status.string, .stated(line: nil))) }
    if incident.title.isGuess {
      facts.append(field("Title", incident.title.value.string, incident.title.basis))
    }
    return facts
  }

  /// The clock alone on the day of the start.
  private static func text(_ moment: Moment, _ start: Moment?) -> String {
    moment.precision >= .minute && moment.date == start?.date ? "\(moment.clock) UTC" : moment.fullText
  }

  private static func audio(_ incident: IncidentCard, _ root: String) -> Fields? {
    incident.episode.map { episode in
      [
        .src: root + Address.audio(incident.slug), .vtt: root + Address.transcript(incident.slug),
        .duration: "\(episode.seconds / 60) min \(episode.seconds % 60) s", .voice: episode.voice,
      ]
    }
  }

  private static func transcript(_ incident: PublishedIncident) -> Fields {
    let chapters = incident.transcript?.chapters ?? []
    return [
      .chapters: chapters.map { chapter -> Fields in
        [.start: chapter.start, .title: chapter.title, .time: clock(chapter.start)]
      },
      .hasChapters: chapters.count > 1,
      .cues: incident.transcript?.cues.map { cue in
        Fields(
          dictionaryLiteral: (.start, cue.start), (.seconds, cue.start / 1_000), (.time, clock(cue.start)),
          (.text, cue.text.string))
      },
    ]
  }

  /// `1:05`.
  private static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }

  private static func cause(_ cause: PrimaryCause<SanitizedText>, _ claims: Claims) -> Fields {
    switch cause {
    case .determined(let statement, let mode): claims.fields(statement).adding([.mode: mode?.text])
    case .undetermined(let statement, let needed): claims.fields(statement).adding([.needed: needed.string])
    }
  }

  private static func evidenceLine(_ line: EvidenceLine) -> Fields {
    [
      .number: line.number, .text: line.text.string, .repeats: line.count > 1 ? line.count : nil,
      .source: "\(line.path.string):\(line.line)\(line.lastLine > line.line ? "–\(line.lastLine)" : "")",
    ]
  }

  private static func omitted(_ omission: Omission) -> String? {
    guard omission.lines > 0 else { return nil }
    let forms = omission.templates > 0 ? " of \(grouped(omission.templates)) forms" : ""
    return "\(grouped(omission.lines)) more lines\(forms) are not shown."
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
      })
  }

  private static func provenance(_ incident: PublishedIncident) -> [Fields] {
    let made = incident.provenance
    var rows: [(String, String)] = []
    switch made.engine {
    case .playbook: rows.append(("Written by", "the embedded playbook, version \(made.instructions)"))
    case .model: rows += made.model.map { model($0, made.instructions) } ?? []
    case .people:
      rows.append(("Reviewed by", made.writer))
      rows.append(("Accepted", made.people?.accepted?.fullText ?? "not committed yet"))
    }
    if let note = made.note { rows.append(("Note", note)) }
    rows.append(("Evidence", "\(incident.evidence.lines.count) lines, about \(made.evidenceTokens) tokens"))
    if let episode = incident.card.episode { rows.append(("Voice", episode.voice)) }
    return rows.map { Fields(dictionaryLiteral: (.label, $0.0), (.value, $0.1)) }
  }
}

extension IncidentFields {
  /// How a model's review came about, row by row.
  private static func model(_ made: Provenance.Model, _ prompt: String) -> [(String, String)] {
    var rows = [
      ("Written by", "the model \(made.name)\(made.fingerprint.map { " (\($0))" } ?? ""), prompt \(prompt)"),
      ("Asked", made.asked.fullText),
      (
        "Answer",
        "\(made.format == .json ? "JSON held to a schema" : "Markdown")\(made.wasRepaired ? ", repaired once" : "")"
      ),
      (
        "Checked against the evidence",
        "\(made.score.supported) statements supported, \(made.score.marked) marked, \(made.score.dropped) dropped"
      ), ("Temperature", "\(made.temperature)\(made.seed.map { ", seed \($0)" } ?? "")"),
      ("Window", "\(made.window) tokens of evidence"),
    ]
    if let prompt = made.promptTokens, let answer = made.answerTokens {
      rows.append(("Tokens", "\(prompt) in, \(answer) out"))
    }
    return rows
  }
}

/// Statements with the lines they rest on.
struct Claims {
  private let evidence: Evidence

  init(_ evidence: Evidence) {
    self.evidence = evidence
  }

  func fields(_ statement: Statement<SanitizedText>) -> Fields {
    fields(evidence: statement.evidence).adding([
      .text: statement.text.string, .unsupported: !statement.isSupported,
    ])
  }

  func fields(evidence numbers: [Int]) -> Fields {
    let lines = numbers.compactMap { evidence[$0] }
    return [
      .evidence: lines.map { line -> Fields in
        [.number: line.number, .text: line.text.string, .repeats: line.count > 1 ? line.count : nil]
      },
      .hasEvidence: !lines.isEmpty,
      .evidenceLabel: lines.count == 1 ? "1 line of evidence" : "\(lines.count) lines of evidence",
    ]
  }
}
