import Bytes
import Condensing
import Diagnostics
import Incidents
import Insights
import Moments
import Narration
import Podcast
import Portal
import Reviewing
import Sanitizing
import Settings
import Workspace

/// One incident's way: read, sanitize, condense, review, narrate. Shared by all workers and never changed.
struct Analysis: Sendable {
  struct Result: Sendable {
    let name: String
    /// nil for an incident that can't be read.
    let card: IncidentCard?
    /// What its own page shows besides; nil where the last build made that page and nothing changed.
    let own: PublishedIncident?
    let episode: Episode?
    /// The review came from the cache.
    let wasCached: Bool
    /// A voice spoke for this build.
    let wasSpoken: Bool
    /// A model or a voice failed: what stands here is second best and to be tried again.
    let isProvisional: Bool
    let diagnostics: [Diagnostic]
    /// Reading the incident again gives the same at little cost: what was slow is in the cache.
    let isRepeatable: Bool

    /// About how much memory the own page and the sound take.
    var weight: Int { own == nil ? 0 : (48 << 10) + (episode?.mp3.count ?? 0) }

    /// The same without its own page and its sound.
    var light: Result {
      Result(
        name: name, card: card, own: nil, episode: nil, wasCached: wasCached, wasSpoken: wasSpoken,
        isProvisional: isProvisional, diagnostics: diagnostics, isRepeatable: isRepeatable)
    }
  }

  private let settings: Settings
  private let root: String
  private let audio: BuildRequest.Audio
  private let book: RuleBook
  private let reviewing: ReviewStage
  private let narration: NarrationStage

  static func cache(_ settings: Settings, root: String) -> Cache {
    Cache(folder: settings.cache.hasPrefix("/") ? settings.cache : root + "/" + settings.cache)
  }

  /// Who reviews, as far as it decides what a review says.
  var reviewer: String { reviewing.reviewer }

  /// Who speaks, the first choice first.
  var voices: [String] { narration.voices }

  /// Incidents under way at a time that keep every model busy; 0 without one.
  var modelWidth: Int { reviewing.modelWidth }

  static func make(
    _ request: BuildRequest, root: String, files: [String: [UInt8]]
  ) -> (analysis: Analysis, diagnostics: [Diagnostic]) {
    let settings = request.settings
    let (book, bookProblems) = RuleBooks.make(settings)
    let (playbook, playbookProblems) = Playbook.read(
      files.filter { $0.key.hasPrefix("playbook/") }.reduce(into: [:]) {
        $0["templates/" + $1.key] = $1.value
      })
    let cache = cache(settings, root: root)
    let (reviewing, reviewProblems) = ReviewStage.make(request, playbook, cache, files)
    let lexicon = String(decoding: files["lexicon.txt"] ?? [], as: UTF8.self)
    let narration = NarrationStage(request, Lexicon(lexicon, path: "templates/lexicon.txt"), cache)
    let analysis = Analysis(
      settings: settings, root: root, audio: settings.voice.engine == .none ? .none : request.audio,
      book: book,
      reviewing: reviewing, narration: narration)
    return (
      analysis,
      bookProblems + playbookProblems + reviewProblems + Lexicon.check(lexicon, path: "templates/lexicon.txt")
    )
  }

  /// What the first incident would have to wait for.
  func warmUp() async { book.compile() }

  func analyze(_ entry: IncidentLayout.Entry, in folder: IncidentFolder) async -> Result {
    let (file, fileProblems) = folder.file(entry)
    guard let file, let slug = folder.slugs[entry.path] else { return failed(entry, fileProblems) }
    var sanitizer = Sanitizer(book)
    let (incident, clean, subject, readProblems) = await read(file, slug, &sanitizer)
    let (accepted, acceptedProblems) = await folder.review(entry)
    let reviewed = await review(subject, accepted, incident, &sanitizer)
    // What the reviewer wrote is cleaned like the incident, but isn't counted with it.
    let report = sanitizer.report
    let review = reviewed.review.sanitized(by: &sanitizer)
    let writer = reviewed.provenance.writer
    var spoken: NarrationStage.Spoken?
    if audio != .none {
      spoken = await narration.speak(
        script(reviewed.review, review, subject.facts, &sanitizer), clean.title.value, slug,
        year: incident.started?.value.date.year,
        SourceLocation(entry.path), onlyKept: audio == .kept)
    }
    let narrative = Narrative(clean.text, firstLine: incident.firstNarrativeLine, path: clean.path)
    let card = IncidentCard(
      slug: slug, formerSlug: folder.formerSlug(entry), path: clean.path, title: clean.title,
      times: IncidentCard.Times(
        started: incident.started, detected: incident.detected, mitigated: incident.mitigated,
        resolved: incident.resolved), minutes: incident.minutes, severity: incident.severity,
      services: clean.services, tags: clean.tags, status: clean.status, isDraft: incident.isDraft,
      review: review, writer: writer, report: report,
      episode: spoken?.episode.map { episode in
        IncidentCard.Episode(
          guid: Feed.guid(permanentName: incident.permanentName),
          published: incident.started?.value ?? incident.lastChanged ?? Moment(seconds: 0),
          summary: review.audioSummary, seconds: (episode.duration + 500) / 1_000, bytes: episode.mp3.count,
          voice: episode.voice)
      }, text: clean.text, narrative: narrative)
    let own = PublishedIncident(
      card: card, narrative: narrative, attachments: clean.attachments, evidence: reviewed.evidence,
      review: review, provenance: reviewed.provenance,
      transcript: spoken?.episode.map { episode in
        PublishedIncident.Transcript(
          cues: episode.cues.map { (start: $0.start, text: sanitizer.clean($0.text)) },
          chapters: episode.chapters)
      })
    let isProvisional = reviewed.isProvisional || (spoken?.isProvisional ?? false)
    let trouble = reviewed.diagnostics + (spoken?.diagnostics ?? [])
    return Result(
      name: entry.name, card: card, own: own, episode: spoken?.episode, wasCached: reviewed.wasCached,
      wasSpoken: spoken?.wasSpoken ?? false, isProvisional: isProvisional,
      diagnostics: fileProblems + readProblems + acceptedProblems + trouble,
      isRepeatable: !isProvisional && trouble.isEmpty)
  }

  /// A file's way up to the reviewer.
  private func read(_ file: IncidentFile, _ slug: Slug, _ sanitizer: inout Sanitizer) async -> (
    incident: Incident, clean: SanitizedIncident, subject: ReviewSubject, diagnostics: [Diagnostic]
  ) {
    let (incident, readProblems) = IncidentReader.read(file, slug: slug)
    let clean = SanitizedIncident(incident, &sanitizer)
    let (condenser, attachmentProblems) = await condense(incident, clean, &sanitizer)
    let facts = IncidentFacts(
      title: clean.title.value, services: clean.services, started: incident.toldStart,
      detected: incident.detected?.value, resolved: incident.resolved?.value, minutes: incident.minutes?.value
    )
    let subject = ReviewSubject(
      name: file.name, facts: facts, condenser: condenser, location: SourceLocation(file.path),
      removed: sanitizer.report.rows
    ) { [identities = sanitizer.identities] text in
      var sanitizer = Sanitizer(identities)
      return sanitizer.clean(text).string
    }
    return (incident, clean, subject, readProblems + attachmentProblems)
  }

  /// The review alone, without a page or a voice.
  func reviewed(_ file: IncidentFile) async -> (
    review: Review<SanitizedText>, made: ReviewStage.Reviewed, facts: IncidentFacts
  ) {
    var sanitizer = Sanitizer(book)
    let (_, _, subject, _) = await read(file, Slug(file.name), &sanitizer)
    let reviewed = await reviewing.review(subject)
    return (reviewed.review.sanitized(by: &sanitizer), reviewed, subject.facts)
  }

  /// A talk is put together from the review's own words, and cleaned like them.
  private func script(
    _ raw: Review<String>, _ review: Review<SanitizedText>, _ facts: IncidentFacts,
    _ sanitizer: inout Sanitizer
  ) -> NarrationStage.Script {
    guard settings.episode.style == .dialogue else { return .summary(review.audioSummary) }
    var turns: [(speaker: SpokenScript.Speaker, text: SanitizedText)] = []
    for turn in AudioDialogue.compose(raw, facts) {
      turns.append((turn.speaker == .host ? .host : .guest, sanitizer.clean(turn.text)))
    }
    return .dialogue(turns)
  }

  /// What people accepted, else what the reviewer says.
  private func review(
    _ subject: ReviewSubject, _ accepted: AcceptedReview?, _ incident: Incident, _ sanitizer: inout Sanitizer
  ) async -> ReviewStage.Reviewed {
    guard let accepted else { return await reviewing.review(subject) }
    let people = Provenance.People(
      accepted: accepted.accepted, by: accepted.author.map { sanitizer.clean($0).string } ?? "",
      isOlderThanIncident: accepted.isOlder(than: incident.text))
    do {
      return try reviewing.accepted(
        sanitizer.clean(accepted.text), by: people, of: subject, day: incident.started?.value.date)
    } catch {
      var reviewed = await reviewing.review(subject)
      reviewed.diagnostics.append(
        .error(
          "\(error); the page shows a new review instead: mend the file, or delete it",
          at: SourceLocation(accepted.path, line: accepted.firstLine)))
      return reviewed
    }
  }

  /// What the team says became of the gaps, with nothing secret left in it.
  func ledger(in folder: IncidentFolder) -> (ledger: GapLedger, diagnostics: [Diagnostic]) {
    let (file, diagnostics) = folder.ledger()
    guard let file else { return (GapLedger([]), diagnostics) }
    var sanitizer = Sanitizer(book)
    let entries = file.entries.map { entry -> GapLedger.Entry in
      let outcome: GapLedger.Outcome? =
        switch entry.outcome {
        case .closed(let day, let by): .closed(day, by: sanitizer.clean(by))
        case .accepted(let day, let reason): .accepted(day, reason: sanitizer.clean(reason))
        case nil: nil
        }
      return GapLedger.Entry(
        gap: entry.gap, outcome: outcome, includes: entry.includes, excludes: entry.excludes, line: entry.line
      )
    }
    return (GapLedger(entries), diagnostics)
  }

  private func failed(_ entry: IncidentLayout.Entry, _ diagnostics: [Diagnostic]) -> Result {
    Result(
      name: entry.name, card: nil, own: nil, episode: nil, wasCached: false, wasSpoken: false,
      isProvisional: false, diagnostics: diagnostics, isRepeatable: false)
  }

  private func condense(
    _ incident: Incident, _ clean: SanitizedIncident, _ sanitizer: inout Sanitizer
  ) async -> (Condenser, [Diagnostic]) {
    var condenser = Condenser(day: incident.started?.value.date)
    condenser.addNarrative(
      clean.narrative(from: incident.firstNarrativeLine), path: clean.path,
      firstLine: incident.firstNarrativeLine)
    var diagnostics: [Diagnostic] = []
    for (attachment, path) in zip(incident.attachments, clean.attachments) {
      condenser.beginAttachment(path: path)
      let place = SourceLocation(attachment.path)
      let (filled, result) = await AttachmentReader.read(
        root + "/" + attachment.path, into: condenser, &sanitizer)
      condenser = filled
      switch result {
      case .success(.read): break
      case .success(.unknownExport):
        diagnostics.append(
          .note("this JSON is no export of a tool that is known; it is read as lines", at: place))
      case .failure(.unreadable(let failure)):
        diagnostics.append(.error("not readable: \(failure)", at: place))
      case .failure(.binary):
        diagnostics.append(.warning("this is a binary file; left out", at: place))
      }
    }
    return (condenser, diagnostics)
  }
}

/// An incident's texts after sanitizing: front matter, narrative and paths alike.
private struct SanitizedIncident {
  let path: SanitizedText
  let title: Fact<SanitizedText>
  let services: [SanitizedText]
  let tags: [SanitizedText]
  let status: SanitizedText?
  let text: SanitizedText
  let attachments: [SanitizedText]

  init(_ incident: Incident, _ sanitizer: inout Sanitizer) {
    // The narrative first: its placeholders are numbered in reading order.
    text = sanitizer.clean(incident.text)
    title = Fact(sanitizer.clean(incident.title.value), incident.title.basis)
    services = incident.services.map { sanitizer.clean($0) }
    tags = incident.tags.map { sanitizer.clean($0) }
    status = incident.status.map { sanitizer.clean($0) }
    path = sanitizer.clean(incident.path)
    attachments = incident.attachments.map { sanitizer.clean($0.path) }
  }

  func narrative(from line: Int) -> SanitizedText {
    SanitizedText.joined(Array(text.lines.dropFirst(line - 1)), separator: "\n")
  }
}
