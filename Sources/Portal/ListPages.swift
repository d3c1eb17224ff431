import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

extension Portal {
  func incidentList() -> [UInt8] {
    render(
      "incidents", "Incidents", path: "incidents.html", [.isIncidents: true],
      [
        .incidents: incidents.map { IncidentFields.row($0, root: "") }, .hasIncidents: !incidents.isEmpty,
        .years: yearFields,
      ])
  }

  func serviceList() -> [UInt8] {
    render(
      "services", "Services", path: "services.html", [.isServices: true],
      [
        .entries: services.map { group -> Fields in
          [
            .name: group.name, .href: Address.service(group.name), .count: group.members.count,
            .minutes: group.minutes, .last: group.members.first?.started?.value.dayText,
            .gapCount: gapEntries(of: group).count,
          ]
        },
        .hasIncidents: !services.isEmpty,
      ])
  }

  /// Of a service or a tag.
  func list(_ group: Group, kind: String) -> [UInt8] {
    let path = kind == "service" ? Address.service(group.name) : Address.tag(group.name)
    let spoken = group.members.filter { $0.audio != nil && !$0.isDraft }
    return render(
      "list", group.name, path: path, [.isServices: kind == "service"],
      [
        .heading: group.name, .kind: kind, .count: group.members.count, .plural: group.members.count != 1,
        .minutes: group.minutes, .incidents: group.members.map { IncidentFields.row($0, root: "../") },
        .gaps: gapEntries(of: group).map { gapRow($0, root: "../") },
        .hasEpisodes: !spoken.isEmpty, .listen: spoken.first.map { IncidentFields.listen($0, root: "../") },
        .episodes: spoken.map { IncidentFields.listen($0, root: "../") },
      ])
  }

  /// The gaps that a group's incidents went through, in the index's order.
  private func gapEntries(of group: Group) -> [GapIndex.Entry] {
    var seen: [String: GapIndex.Entry] = [:]
    for gap in group.members.flatMap(\.review.gaps) {
      if let entry = index.entry(of: gap) { seen[entry.id] = entry }
    }
    return seen.values.sorted { index.isBefore($0, $1) }
  }

  /// A year's incidents by month.
  func archive(_ group: Group) -> [UInt8] {
    let months = Dictionary(grouping: group.members) { $0.started?.value.date.month ?? 0 }
    return render(
      "archive", group.name, path: Address.year(group.name), [.isIncidents: true],
      [
        .heading: group.name, .count: group.members.count, .plural: group.members.count != 1,
        .minutes: group.minutes,
        .months: months.sorted { $0.key > $1.key }.map { month, members -> Fields in
          [
            .id: "m\(month)",
            .heading: month == 0 ? "Undated" : "\(Moment.months[month - 1]) \(group.name)",
            .incidents: members.map { IncidentFields.row($0, root: "../") },
          ]
        },
      ])
  }
}
