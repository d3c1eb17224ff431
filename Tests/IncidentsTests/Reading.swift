import Bytes
import Diagnostics
import Incidents
import Moments

/// An incident as a test reads it, with what a test asks of it as plain text.
struct Reading {
  let incident: Incident
  let diagnostics: [Diagnostic]

  init(_ text: String, name: String = "outage", path: String? = nil, history: History? = nil) {
    self.init(Array(text.utf8), name: name, path: path, history: history)
  }

  init(_ bytes: [UInt8], name: String = "outage", path: String? = nil, history: History? = nil) {
    let file = IncidentFile(
      path: path ?? "incidents/\(name).md", name: name, text: RawText(bytes), attachments: [],
      history: history)
    (incident, diagnostics) = IncidentReader.read(file, slug: Slug(name))
  }

  var title: String { String(decoding: incident.title.value.unsealed(), as: UTF8.self) }
  var services: [String] { incident.services.map { String(decoding: $0.unsealed(), as: UTF8.self) } }
  var tags: [String] { incident.tags.map { String(decoding: $0.unsealed(), as: UTF8.self) } }
  var started: String? { incident.started?.value.iso8601 }
  var detected: String? { incident.detected?.value.iso8601 }
  var mitigated: String? { incident.mitigated?.value.iso8601 }
  var resolved: String? { incident.resolved?.value.iso8601 }
  var minutes: Int? { incident.minutes?.value }
}
