/// Names that templates may use; a test renders every page and holds this list to what pages really offer.
enum TemplateVocabulary {
  static let names: Set<String> = [
    // On every page.
    "root", "site", "title", "description", "language", "page", "isHome", "isIncidents", "isGaps",
    "isServices", "commit",
    "version", "incidentCount", "maskedTotal", "hasFeed",
    // Rows of incidents.
    "incidents", "href", "when", "iso", "severity", "severityClass", "minutes", "services", "name", "draft",
    "hasIncidents",
    // Home.
    "attention", "price", "why", "openGaps", "latest", "listen", "heading", "lede", "recurs", "recurring",
    "hasRecurring",
    // Incident.
    "facts", "label", "value", "guess", "audio", "src", "vtt", "duration", "voice", "cues", "time", "seconds",
    "text",
    "headline", "timeline", "blastRadius", "gaps", "kind", "mode", "layer", "signal", "missed", "gapHref",
    "determined", "cause",
    "needed", "factors", "prevention", "tests", "scope", "injection", "success", "closes", "claims",
    "evidence", "hasEvidence",
    "number", "count", "lines", "source", "omitted", "narrative", "path", "masked", "hasMasked", "provenance",
    "attachments",
    "hasAttachments", "summary", "unsupported", "line", "file", "byPlaybook", "engine", "hasTimeline",
    "hasFactors", "hasPrevention",
    "hasTests", "hasGaps", "hasBlastRadius", "tags", "plural", "evidenceLabel", "repeats", "previous", "next",
    // Gaps, services.
    "entries", "id", "sightings", "first", "last", "gapCount", "state", "closing", "by", "link", "again",
    "ledger",
    "serviceKeys", "tagKeys", "testKeys", "year", "years", "months",
    // Test plan, episodes, trends, about.
    "isPlan", "isTrends", "isEpisodes", "episodes", "hasHeat", "columns", "rows", "cells", "level", "charts",
    "svg",
    "caption", "engines", "canonical", "styleDigest", "scriptDigest", "start", "similar", "hasSimilar",
    "twin", "edit",
  ]
}
