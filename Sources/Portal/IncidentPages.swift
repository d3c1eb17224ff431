package import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

extension Portal {
  /// The files of one incident alone.
  package func files(of slug: Slug) -> [(path: String, bytes: [UInt8])] {
    guard let position = incidents.firstIndex(where: { $0.slug == slug }) else { return [] }
    return incidentFiles(
      position, Similar(incidents, index), Set(incidents.map(\.slug)), IncidentLinks(incidents))
  }

  /// One incident's page, its twin for programs, and a pointer from its address before a rename.
  func incidentFiles(
    _ position: Int, _ similar: Similar, _ slugs: Set<Slug>, _ links: IncidentLinks
  ) -> [(path: String, bytes: [UInt8])] {
    let incident = incidents[position]
    let next = position > 0 ? incidents[position - 1] : nil
    let previous = position + 1 < incidents.count ? incidents[position + 1] : nil
    let others = similar.of(incident)
    let around: Fields = [
      .previous: previous.map(neighbour), .next: next.map(neighbour),
      .similar: others.map { other in
        neighbour(other.incident).adding([
          .when: other.incident.started?.value.dayText, .why: other.reason,
        ])
      },
      .hasSimilar: !others.isEmpty, .twin: "\(incident.slug).json",
      .edit: site.editURL.map { $0.replacing("{path}", with: incident.path.string) },
    ]
    let path = Address.incident(incident.slug)
    var files = [
      (
        path,
        render(
          "incident", incident.title.value.string, path: path, [.isIncidents: true],
          IncidentFields.fields(incident, index, links, root: "../").adding(around))
      ), (Address.twin(incident.slug), Twin.json(incident).bytes),
    ]
    if let former = incident.formerSlug, !slugs.contains(former) {
      let fields: Fields = [
        .language: site.language, .title: incident.title.value.string, .href: "\(incident.slug).html",
      ]
      files.append((Address.incident(former), templates.render("moved", fields)))
    }
    return files
  }

  private func neighbour(_ incident: PublishedIncident) -> Fields {
    [.href: "../" + Address.incident(incident.slug), .title: incident.title.value.string]
  }
}

/// Incidents that went through the same gaps; found by way of the gaps, never by comparing all with all.
struct Similar {
  private let bySlug: [Slug: PublishedIncident]
  private let index: GapIndex

  init(_ incidents: [PublishedIncident], _ index: GapIndex) {
    bySlug = incidents.reduce(into: [:]) { $0[$1.slug] = $1 }
    self.index = index
  }

  /// At most five, the most alike first, each with the reason.
  func of(_ incident: PublishedIncident) -> [(incident: PublishedIncident, reason: String)] {
    var shared: [Slug: (score: Int, gaps: [String])] = [:]
    let own = Set(incident.services.map { $0.string.lowercased() })
    for gap in incident.review.gaps {
      guard let entry = index.entry(of: gap) else { continue }
      // A gap that many incidents show says little about any two of them; the newest are enough.
      for sighting in entry.sightings.prefix(40) where sighting.slug != incident.slug {
        shared[sighting.slug, default: (0, [])].score += 3
        shared[sighting.slug, default: (0, [])].gaps.append(
          "no \(entry.kind.text) test for \(entry.mode.text)")
      }
    }
    for (slug, found) in shared {
      guard let other = bySlug[slug] else { continue }
      let common = other.services.contains { own.contains($0.string.lowercased()) }
      let isSameCause =
        other.review.cause.mode != nil && other.review.cause.mode == incident.review.cause.mode
      shared[slug] = (found.score + (common ? 1 : 0) + (isSameCause ? 2 : 0), found.gaps)
    }
    let sorted = shared.sorted {
      $0.value.score != $1.value.score ? $0.value.score > $1.value.score : $0.key < $1.key
    }
    return sorted.prefix(5).compactMap { slug, found in
      bySlug[slug].map { ($0, reason(found.gaps, incident, $0)) }
    }
  }

  private func reason(_ gaps: [String], _ incident: PublishedIncident, _ other: PublishedIncident) -> String {
    let own = Set(incident.services.map { $0.string.lowercased() })
    let services = other.services.map(\.string).filter { own.contains($0.lowercased()) }
    let shown =
      gaps.prefix(2).joined(separator: "; ")
      + (gaps.count > 2 ? "; \(gaps.count - 2) more gaps in common" : "")
    return services.isEmpty ? shown : "\(shown); also \(services.joined(separator: ", "))"
  }
}

extension PrimaryCause {
  var mode: FailureMode? {
    if case .determined(_, let mode) = self { mode } else { nil }
  }
}
