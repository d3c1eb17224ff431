package import Bytes
package import Condensing
package import Incidents
package import Moments
package import Narration
package import Reviewing
package import Sanitizing

/// An incident with all that its page shows: sanitized texts only.
package struct PublishedIncident: Sendable {
  package let slug: Slug
  package let path: SanitizedText
  package let title: Fact<SanitizedText>
  package let started: Fact<Moment>?
  package let detected: Fact<Moment>?
  package let mitigated: Fact<Moment>?
  package let resolved: Fact<Moment>?
  package let minutes: Fact<Int>?
  package let severity: Fact<Severity>?
  package let services: [SanitizedText]
  package let tags: [SanitizedText]
  package let status: SanitizedText?
  package let isDraft: Bool
  package let narrative: SanitizedText
  /// The 1-based line where the narrative begins, after the front matter.
  package let firstNarrativeLine: Int
  package let attachments: [SanitizedText]
  package let evidence: Evidence
  package let review: Review<SanitizedText>
  package let provenance: Provenance
  package let report: SanitizingReport
  package let audio: Audio?
  /// Its address before a rename that Git knows of.
  package let formerSlug: Slug?

  /// The spoken summary beside the page.
  package struct Audio: Sendable {
    /// Sentences with their start in milliseconds.
    package let cues: [(start: Int, text: SanitizedText)]
    /// Parts to go to, with their start in milliseconds.
    package let chapters: [Chapter]
    package let seconds: Int
    package let bytes: Int
    package let voice: String

    package init(
      cues: [(start: Int, text: SanitizedText)], chapters: [Chapter], seconds: Int, bytes: Int, voice: String
    ) {
      self.cues = cues
      self.chapters = chapters
      self.seconds = seconds
      self.bytes = bytes
      self.voice = voice
    }
  }

  package init(
    slug: Slug, path: SanitizedText, title: Fact<SanitizedText>, started: Fact<Moment>?,
    detected: Fact<Moment>?,
    mitigated: Fact<Moment>?, resolved: Fact<Moment>?, minutes: Fact<Int>?, severity: Fact<Severity>?,
    services: [SanitizedText],
    tags: [SanitizedText], status: SanitizedText?, isDraft: Bool, narrative: SanitizedText,
    firstNarrativeLine: Int,
    attachments: [SanitizedText], evidence: Evidence, review: Review<SanitizedText>, provenance: Provenance,
    report: SanitizingReport, audio: Audio?, formerSlug: Slug?
  ) {
    self.slug = slug
    self.path = path
    self.title = title
    self.started = started
    self.detected = detected
    self.mitigated = mitigated
    self.resolved = resolved
    self.minutes = minutes
    self.severity = severity
    self.services = services
    self.tags = tags
    self.status = status
    self.isDraft = isDraft
    self.narrative = narrative
    self.firstNarrativeLine = firstNarrativeLine
    self.attachments = attachments
    self.evidence = evidence
    self.review = review
    self.provenance = provenance
    self.report = report
    self.audio = audio
    self.formerSlug = formerSlug
  }
}

/// What all pages share.
package struct SiteFacts: Sendable {
  package let title: String
  package let description: String
  package let language: String
  /// Absolute address without a slash at the end, where one is set.
  package let baseURL: String?
  /// Where a file can be edited, with `{path}` for its path in the repository.
  package let editURL: String?
  /// `incidents/gaps.yaml`, as pages name it to people.
  package let ledgerPath: String
  /// The commit that the site is built from.
  package let commit: String?
  package let version: String
  /// Short digests of the stylesheet and the script, so that browsers keep them until they change.
  package let styleDigest: String
  package let scriptDigest: String

  package init(
    title: String, description: String, language: String, baseURL: String?, editURL: String?,
    ledgerPath: String,
    commit: String?, version: String, styleDigest: String, scriptDigest: String
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.baseURL = baseURL
    self.editURL = editURL
    self.ledgerPath = ledgerPath
    self.commit = commit
    self.version = version
    self.styleDigest = styleDigest
    self.scriptDigest = scriptDigest
  }

  /// The path part of the base address with a slash at its end: `/` or `/incidents/`.
  var basePath: String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    return (rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "") + "/"
  }
}
