package import Bytes
package import Incidents
package import Insights
package import Moments
package import Reviewing
package import Sanitizing

/// What an incident shows beside its own page: in lists, charts, the gap index, feeds and the search, and on the pages of
/// others.
///
/// A build holds a card of every incident, and more only of those whose own pages it makes. Many lists share one card: it is
/// an object, and never changes.
package final class IncidentCard: Sendable {
  package let slug: Slug
  /// Its address before a rename that Git knows of.
  package let formerSlug: Slug?
  /// The file, from the repository's root.
  package let path: SanitizedText
  package let title: Fact<SanitizedText>
  package let times: Times
  package let minutes: Fact<Int>?
  package let severity: Fact<Severity>?
  package let services: [SanitizedText]
  package let tags: [SanitizedText]
  package let status: SanitizedText?
  package let isDraft: Bool
  package let gaps: [IncidentGap]
  package let tests: [IncidentTest]
  package let cause: SanitizedText
  package let causeMode: FailureMode?
  /// Who wrote the review.
  package let writer: String
  package let report: SanitizingReport
  package let episode: Episode?
  let links: LinkEnds
  let search: SearchDocument
  /// All that is here but what only the search shows, as a later build reads it.
  private let shown: ArraySlice<UInt8>
  /// Of the same.
  package let digest: Digest

  package struct Times: Sendable {
    package let started: Fact<Moment>?
    package let detected: Fact<Moment>?
    package let mitigated: Fact<Moment>?
    package let resolved: Fact<Moment>?

    package init(
      started: Fact<Moment>?, detected: Fact<Moment>?, mitigated: Fact<Moment>?, resolved: Fact<Moment>?
    ) {
      self.started = started
      self.detected = detected
      self.mitigated = mitigated
      self.resolved = resolved
    }
  }

  /// The spoken summary, as feeds and lists name it.
  package struct Episode: Sendable {
    /// The feed's name for it, for ever.
    package let guid: NameBasedID
    package let published: Moment
    package let summary: SanitizedText
    package let seconds: Int
    /// Of the audio file.
    package let bytes: Int
    package let voice: String

    package init(
      guid: NameBasedID, published: Moment, summary: SanitizedText, seconds: Int, bytes: Int, voice: String
    ) {
      self.guid = guid
      self.published = published
      self.summary = summary
      self.seconds = seconds
      self.bytes = bytes
      self.voice = voice
    }
  }

  /// - Parameters:
  ///   - text: the whole file.
  ///   - narrative: the same without its front matter.
  package init(
    slug: Slug, formerSlug: Slug?, path: SanitizedText, title: Fact<SanitizedText>, times: Times,
    minutes: Fact<Int>?, severity: Fact<Severity>?, services: [SanitizedText], tags: [SanitizedText],
    status: SanitizedText?, isDraft: Bool, review: Review<SanitizedText>, writer: String,
    report: SanitizingReport, episode: Episode?, text: SanitizedText, narrative: Narrative
  ) {
    self.slug = slug
    self.formerSlug = formerSlug
    self.path = path
    self.title = title
    self.times = times
    self.minutes = minutes
    self.severity = severity
    self.services = services
    self.tags = tags
    self.status = status
    self.isDraft = isDraft
    gaps = review.gaps.map { IncidentGap($0, of: slug) }
    tests = review.tests.map(IncidentTest.init)
    cause = review.cause.statement.text
    causeMode = review.cause.mode
    self.writer = writer
    self.report = report
    self.episode = episode
    links = narrative.links
    search = SearchDocument(
      slug, title: title.value, started: times.started?.value, severity: severity?.value, services: services,
      tags: tags, text: text, review: review)
    var sheet = BinaryWriter()
    sheet.add(slug.description)
    sheet.add(formerSlug) { $0.add($1.description) }
    sheet.add(path.string)
    sheet.add(title) { $0.add($1.string) }
    for time in [times.started, times.detected, times.mitigated, times.resolved] {
      sheet.add(time) { sheet, fact in sheet.add(fact) { $0.add($1) } }
    }
    sheet.add(minutes) { sheet, fact in sheet.add(fact) { $0.add($1) } }
    sheet.add(severity) { sheet, fact in sheet.add(fact) { $0.add($1.rawValue) } }
    sheet.add(services) { $0.add($1.string) }
    sheet.add(tags) { $0.add($1.string) }
    sheet.add(status) { $0.add($1.string) }
    sheet.add(isDraft)
    sheet.add(gaps) { $1.write(to: &$0) }
    sheet.add(tests) { $1.write(to: &$0) }
    sheet.add(cause.string)
    sheet.add(causeMode) { $0.add($1.rawValue) }
    sheet.add(writer)
    report.write(to: &sheet)
    sheet.add(episode) { $1.write(to: &$0) }
    links.write(to: &sheet)
    shown = sheet.bytes[...]
    digest = Digest(of: shown)
  }

  package func write(to sheet: inout BinaryWriter) {
    search.write(to: &sheet)
    sheet.add(digest)
    sheet.add(shown)
  }

  package init(from archive: inout TextArchive.Reader) {
    search = SearchDocument(from: &archive)
    digest = archive.values.digest()
    var reader = archive.part()
    shown = reader.values.unread
    slug = reader.values.slug()
    formerSlug = reader.values.optional { $0.slug() }
    path = reader.text()
    title = reader.fact { $0.text() }
    func time() -> Fact<Moment>? { reader.optional { $0.fact { $0.values.moment() } } }
    times = Times(started: time(), detected: time(), mitigated: time(), resolved: time())
    minutes = reader.optional { $0.fact { $0.values.number() } }
    severity = reader.optional {
      $0.fact { reader in
        Severity(rawValue: reader.values.number()) ?? reader.values.failed(.sev1)
      }
    }
    services = reader.list { $0.text() }
    tags = reader.list { $0.text() }
    status = reader.optional { $0.text() }
    isDraft = reader.values.flag()
    gaps = reader.list { IncidentGap(from: &$0) }
    tests = reader.list { IncidentTest(from: &$0) }
    cause = reader.text()
    causeMode = reader.values.optional { $0.named(FailureMode.self) }
    writer = reader.values.text()
    report = SanitizingReport(from: &reader.values)
    episode = reader.optional { Episode(from: &$0) }
    links = LinkEnds(from: &reader)
    if !reader.values.isWhole { archive.values.failed(()) }
  }

  var started: Moment? { times.started?.value }

  /// The newest first; those of unknown date last, by their addresses.
  static func isNewer(_ left: IncidentCard, _ right: IncidentCard) -> Bool {
    GapSource.isNewer((left.started, left.slug), (right.started, right.slug))
  }

  /// Whether both show the same, on pages and in the search.
  package func isSame(as other: IncidentCard?) -> Bool {
    digest == other?.digest && search.digest == other?.search.digest
  }

  /// As the index of gaps takes it.
  package var source: GapSource {
    GapSource(
      slug: slug, title: title.value, services: services, started: started, minutes: minutes?.value,
      severity: severity?.value.rawValue, gaps: gaps, tests: tests)
  }
}

extension IncidentCard.Episode {
  fileprivate func write(to sheet: inout BinaryWriter) {
    sheet.add(guid.description)
    sheet.add(published)
    sheet.add(summary.string)
    sheet.add(seconds)
    sheet.add(bytes)
    sheet.add(voice)
  }

  fileprivate init(from reader: inout TextArchive.Reader) {
    guid = reader.values.nameBasedID()
    published = reader.values.moment()
    summary = reader.text()
    seconds = reader.values.number()
    bytes = reader.values.number()
    voice = reader.values.text()
  }
}

extension BinaryWriter {
  fileprivate mutating func add(_ moment: Moment) {
    add(moment.seconds)
    add(moment.precision.rawValue)
  }

  fileprivate mutating func add<Value>(_ fact: Fact<Value>, _ write: (inout BinaryWriter, Value) -> Void) {
    write(&self, fact.value)
    switch fact.basis {
    case .stated(let line):
      add(false)
      add(line) { $0.add($1) }
    case .guessed(let source):
      add(true)
      add(source)
    }
  }
}

extension BinaryReader {
  fileprivate mutating func moment() -> Moment {
    let seconds = number()
    let precision = Moment.Precision(rawValue: number()) ?? failed(.second)
    return Moment(seconds: seconds, precision: precision)
  }
}

extension TextArchive.Reader {
  fileprivate mutating func fact<Value>(_ read: (inout Self) -> Value) -> Fact<Value> {
    let value = read(&self)
    let isGuess = values.flag()
    return Fact(
      value, isGuess ? .guessed(from: values.text()) : .stated(line: values.optional { $0.number() }))
  }
}
