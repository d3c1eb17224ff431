import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

extension Portal {
  /// One incident's page, its twin for programs, and a pointer from its address before a rename.
  package func files(of incident: PublishedIncident) -> [SiteFile] {
    guard let position = positions[incident.card.slug] else { return [] }
    let card = incident.card
    let others = similar.matches(position)
    let around: Fields = [
      .previous: older(position).map(neighbour), .next: newer(position).map(neighbour),
      .similar: others.map { match in
        neighbour(incidents[match.position]).adding([
          .when: incidents[match.position].started?.dayText, .why: similar.reason(match, for: position),
        ])
      },
      .hasSimilar: !others.isEmpty, .twin: "\(card.slug).json",
      .edit: site.editURL.map { $0.replacing("{path}", with: card.path.string) },
    ]
    let path = Address.incident(card.slug)
    var files = [
      SiteFile(
        path,
        render(
          "incident", card.title.value.string, path: path, [.isIncidents: true],
          IncidentFields.fields(incident, index, links, root: "../").adding(around))),
      SiteFile(Address.twin(card.slug), Twin.json(incident).bytes),
    ]
    if let former = vacated(card) {
      let fields: Fields = [
        .language: site.language, .title: card.title.value.string, .href: "\(card.slug).html",
      ]
      files.append(SiteFile(Address.incident(former), templates.render("moved", fields)))
    }
    return files
  }

  /// Of all that an incident's page shows of other incidents and of the index.
  func surroundings(_ position: Int) -> Digest {
    let card = incidents[position]
    var sheet = BinaryWriter()
    for neighbour in [older(position), newer(position)] { sheet.add(neighbour) { $0.add($1.digest) } }
    sheet.add(similar.matches(position)) { sheet, match in
      sheet.add(incidents[match.position].digest)
      sheet.add(match.gaps) { $0.add(index.entries[$1].id) }
    }
    // Each with its place among the incident's own, which its page shows in that order.
    sheet.add(card.gaps) { sheet, gap in
      sheet.add(index.position(of: gap)) { $0.add(stateDigests[$1]) }
    }
    sheet.add(card.links.asked) { sheet, link in sheet.add(links.page(link, in: card)) { $0.add($1) } }
    sheet.add(vacated(card)) { $0.add($1.description) }
    return Digest(of: sheet.bytes)
  }

  private func older(_ position: Int) -> IncidentCard? {
    position + 1 < incidents.count ? incidents[position + 1] : nil
  }

  private func newer(_ position: Int) -> IncidentCard? { position > 0 ? incidents[position - 1] : nil }

  /// The address before a rename, unless another incident has it now.
  private func vacated(_ card: IncidentCard) -> Slug? {
    card.formerSlug.flatMap { positions[$0] == nil ? $0 : nil }
  }

  private func neighbour(_ card: IncidentCard) -> Fields {
    [.href: "../" + Address.incident(card.slug), .title: card.title.value.string]
  }
}

extension PrimaryCause {
  var mode: FailureMode? {
    if case .determined(_, let mode) = self { mode } else { nil }
  }
}
