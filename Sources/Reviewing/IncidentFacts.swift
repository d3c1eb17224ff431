package import Moments
package import Sanitizing

/// What is known of an incident besides its texts, as reviewers see it.
package struct IncidentFacts: Sendable, Hashable {
  package let title: SanitizedText
  package let services: [SanitizedText]
  package let started: Moment?
  package let detected: Moment?
  package let resolved: Moment?
  package let minutes: Int?

  package init(
    title: SanitizedText, services: [SanitizedText], started: Moment?, detected: Moment?, resolved: Moment?,
    minutes: Int?
  ) {
    self.title = title
    self.services = services
    self.started = started
    self.detected = detected
    self.resolved = resolved
    self.minutes = minutes
  }
}
