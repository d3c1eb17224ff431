package import Condensing
package import Narration
package import Reviewing
package import Sanitizing

/// An incident with all that its own page shows: sanitized texts only.
package struct PublishedIncident: Sendable {
  package let card: IncidentCard
  package let narrative: Narrative
  package let attachments: [SanitizedText]
  package let evidence: Evidence
  package let review: Review<SanitizedText>
  package let provenance: Provenance
  package let transcript: Transcript?

  /// What the spoken summary says when.
  package struct Transcript: Sendable {
    /// Sentences with their start in milliseconds.
    package let cues: [(start: Int, text: SanitizedText)]
    /// Parts to go to, with their start in milliseconds.
    package let chapters: [Chapter]

    package init(cues: [(start: Int, text: SanitizedText)], chapters: [Chapter]) {
      self.cues = cues
      self.chapters = chapters
    }
  }

  package init(
    card: IncidentCard, narrative: Narrative, attachments: [SanitizedText], evidence: Evidence,
    review: Review<SanitizedText>, provenance: Provenance, transcript: Transcript?
  ) {
    self.card = card
    self.narrative = narrative
    self.attachments = attachments
    self.evidence = evidence
    self.review = review
    self.provenance = provenance
    self.transcript = transcript
  }
}
