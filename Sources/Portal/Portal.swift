package import Bytes
package import Insights
import Incidents
import Moments
import Reviewing
import Sanitizing

/// The site's pages, from sanitized incidents to bytes.
package struct Portal: Sendable {
  private let site: SiteFacts
  private let templates: Templates
  private let incidents: [PublishedIncident]
  private let index: GapIndex
  private let masked: Int

  /// - Parameter incidents: in any order; pages have the newest first.
  package init(_ site: SiteFacts, _ templates: Templates, _ incidents: [PublishedIncident], _ index: GapIndex)
  {
    self.site = site
    self.templates = templates
    self.incidents = incidents.sorted(by: Self.isNewer)
    self.index = index
    masked = incidents.reduce(0) { $0 + $1.report.total }
  }

  private static func isNewer(_ left: PublishedIncident, _ right: PublishedIncident) -> Bool {
    let (first, second) = (left.started?.value.seconds ?? .min, right.started?.value.seconds ?? .min)
    return first != second ? first > second : left.slug < right.slug
  }

  /// Pages by their path below the site's root.
  package func pages() -> [String: [UInt8]] {
    var pages: [String: [UInt8]] = [
      "index.html": home(), "incidents.html": incidentList(), "gaps.html": gapPage(),
      "services.html": serviceList(),
      "404.html": notFound(), "gaps.json": index.json.bytes,
    ]
    for (position, incident) in incidents.enumerated() {
      let next = position > 0 ? incidents[position - 1] : nil
      let previous = position + 1 < incidents.count ? incidents[position + 1] : nil
      pages[Address.incident(incident.slug)] = page(incident, previous, next)
    }
    for (name, members) in groups(\.services) {
      pages[Address.service(name)] = list(name, members, kind: "service", isServices: true)
    }
    for (name, members) in groups(\.tags) {
      pages[Address.tag(name)] = list(name, members, kind: "tag", isServices: false)
    }
    return pages
  }

  private func page(_ incident: PublishedIncident, _ previous: PublishedIncident?, _ next: PublishedIncident?)
    -> [UInt8]
  {
    let fields = IncidentFields.fields(incident, root: "../")
    let neighbours: Fields = [
      "previous": previous.map { neighbour($0) }, "next": next.map { neighbour($0) },
    ]
    return render(
      "incident", incident.title.value.string, root: "../", ["isIncidents": true], fields.adding(neighbours))
  }

  private func neighbour(_ incident: PublishedIncident) -> Fields {
    ["href": "../" + Address.incident(incident.slug), "title": incident.title.value.string]
  }

  private func home() -> [UInt8] {
    let recurring = index.entries.filter(\.recurs)
    let attention = (recurring + index.entries.filter { !$0.recurs }).prefix(6)
    let known = incidents.compactMap { $0.started?.value }
    let span = known.min().map { " since \(Self.month($0))" } ?? ""
    return render(
      "home", site.title, root: "", ["isHome": true],
      [
        "lede":
          "\(incidents.count) \(incidents.count == 1 ? "incident" : "incidents")\(span). \(index.entries.count) kinds of testing gaps; \(recurring.count) of them let more than one incident through.",
        "attention": attention.map(gapFields),
        "latest": incidents.prefix(12).map { IncidentFields.row($0, root: "") },
        "hasIncidents": !incidents.isEmpty,
        "listen": incidents.first { $0.audio != nil }.map { IncidentFields.listen($0, root: "") },
      ])
  }

  private static func month(_ moment: Moment) -> String {
    "\(Moment.months[moment.date.month - 1]) \(moment.date.year)"
  }

  private func incidentList() -> [UInt8] {
    render(
      "incidents", "Incidents", root: "", ["isIncidents": true],
      ["incidents": incidents.map { IncidentFields.row($0, root: "") }, "hasIncidents": !incidents.isEmpty])
  }

  private func gapPage() -> [UInt8] {
    render(
      "gaps", "Testing gaps", root: "", ["isGaps": true],
      ["entries": index.entries.map(gapFields), "hasGaps": !index.entries.isEmpty])
  }

  private func gapFields(_ entry: GapIndex.Entry) -> Fields {
    [
      "id": entry.id, "href": "gaps.html#" + entry.id, "title": entry.title, "kind": entry.kind.text,
      "mode": entry.mode.text,
      "count": entry.incidentCount, "plural": entry.incidentCount != 1, "price": entry.minutes,
      "recurs": entry.recurs,
      "services": entry.services.map {
        Fields(dictionaryLiteral: ("name", $0.string), ("href", Address.service($0.string)))
      },
      "first": entry.firstSeen?.dayText, "last": entry.lastSeen?.dayText,
      "sightings": entry.sightings.map { sighting in
        Fields(
          dictionaryLiteral: ("href", Address.incident(sighting.slug)), ("title", sighting.title.string),
          ("when", sighting.started?.dayText), ("minutes", sighting.minutes),
          ("text", sighting.statement.string))
      },
    ]
  }

  private func serviceList() -> [UInt8] {
    let groups = groups(\.services)
    return render(
      "services", "Services", root: "", ["isServices": true],
      [
        "entries": groups.map { name, members -> Fields in
          [
            "name": name, "href": Address.service(name), "count": members.count,
            "minutes": members.reduce(0) { $0 + ($1.minutes?.value ?? 0) },
            "last": members.first?.started?.value.dayText,
            "gapCount": Set(members.flatMap(\.review.gaps).map { "\($0.mode) \($0.kind)" }).count,
          ]
        },
        "hasIncidents": !groups.isEmpty,
      ])
  }

  private func list(_ name: String, _ members: [PublishedIncident], kind: String, isServices: Bool) -> [UInt8]
  {
    render(
      "list", name, root: "../", ["isServices": isServices],
      [
        "heading": name, "kind": kind, "count": members.count, "plural": members.count != 1,
        "minutes": members.reduce(0) { $0 + ($1.minutes?.value ?? 0) },
        "incidents": members.map { IncidentFields.row($0, root: "../") },
        "gaps": gaps(of: members).map { entry -> Fields in
          [
            "title": entry.title, "href": "../gaps.html#" + entry.id, "count": entry.incidentCount,
            "price": entry.minutes, "plural": entry.incidentCount != 1,
          ]
        },
      ])
  }

  private func gaps(of members: [PublishedIncident]) -> [GapIndex.Entry] {
    let slugs = Set(members.map(\.slug))
    return index.entries.filter { entry in entry.sightings.contains { slugs.contains($0.slug) } }
  }

  /// Incidents by service or tag, names that differ in case only as one, sorted.
  private func groups(_ names: KeyPath<PublishedIncident, [SanitizedText]>) -> [(
    name: String, members: [PublishedIncident]
  )] {
    var groups: [Slug: (name: String, members: [PublishedIncident])] = [:]
    for incident in incidents {
      for name in incident[keyPath: names] {
        let key = Slug(name.string)
        if groups[key]?.members.last?.slug == incident.slug { continue }
        groups[key, default: (name.string, [])].members.append(incident)
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func notFound() -> [UInt8] {
    render("404", "Not found", root: "/", [:], [:])
  }

  private func render(_ template: String, _ title: String, root: String, _ flags: Fields, _ fields: Fields)
    -> [UInt8]
  {
    let shared: Fields = [
      "root": root, "site": site.title, "description": site.description, "language": site.language,
      "page": title,
      "commit": site.commit, "version": site.version, "incidentCount": incidents.count, "maskedTotal": masked,
    ]
    return templates.render(template, shared.adding(flags).adding(fields))
  }
}

/// Where pages stand below the site's root.
package enum Address {
  package static func incident(_ slug: Slug) -> String { "incidents/\(slug).html" }
  package static func audio(_ slug: Slug) -> String { "audio/\(slug).mp3" }
  package static func transcript(_ slug: Slug) -> String { "audio/\(slug).vtt" }
  package static func service(_ name: String) -> String { "services/\(Slug(name)).html" }
  package static func tag(_ name: String) -> String { "tags/\(Slug(name)).html" }
}
