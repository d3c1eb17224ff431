package import Bytes
package import Condensing
package import Incidents
package import Moments
package import Reviewing
package import Sanitizing

/// An incident with all that its page shows: sanitized texts only.
package struct PublishedIncident: Sendable {
  package let slug: Slug
  package let path: SanitizedText
  package let title: Fact<SanitizedText>
  package let started: Fact<Moment>?
  package let detected: Fact<Moment>?
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

  /// The spoken summary beside the page.
  package struct Audio: Sendable {
    package let cues: [(start: Int, text: SanitizedText)]
    package let seconds: Int
    package let bytes: Int
    package let voice: String

    package init(cues: [(start: Int, text: SanitizedText)], seconds: Int, bytes: Int, voice: String) {
      self.cues = cues
      self.seconds = seconds
      self.bytes = bytes
      self.voice = voice
    }
  }

  package init(
    slug: Slug, path: SanitizedText, title: Fact<SanitizedText>, started: Fact<Moment>?,
    detected: Fact<Moment>?,
    resolved: Fact<Moment>?, minutes: Fact<Int>?, severity: Fact<Severity>?, services: [SanitizedText],
    tags: [SanitizedText], status: SanitizedText?, isDraft: Bool, narrative: SanitizedText,
    firstNarrativeLine: Int,
    attachments: [SanitizedText], evidence: Evidence, review: Review<SanitizedText>, provenance: Provenance,
    report: SanitizingReport, audio: Audio?
  ) {
    self.slug = slug
    self.path = path
    self.title = title
    self.started = started
    self.detected = detected
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
  }
}

/// What all pages share.
package struct SiteFacts: Sendable {
  package let title: String
  package let description: String
  package let language: String
  /// The commit that the site is built from.
  package let commit: String?
  package let version: String

  package init(title: String, description: String, language: String, commit: String?, version: String) {
    self.title = title
    self.description = description
    self.language = language
    self.commit = commit
    self.version = version
  }
}
