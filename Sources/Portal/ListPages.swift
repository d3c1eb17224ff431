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
            .minutes: group.minutes, .last: group.members.first?.started?.dayText,
            .gapCount: group.gaps.count,
          ]
        },
        .hasIncidents: !services.isEmpty,
      ])
  }

  /// Of a service or a tag.
  func list(_ group: Group, kind: String) -> [UInt8] {
    let path = kind == "service" ? Address.service(group.name) : Address.tag(group.name)
    let spoken = group.members.filter { $0.episode != nil && !$0.isDraft }
    return render(
      "list", group.name, path: path, [.isServices: kind == "service"],
      [
        .heading: group.name, .kind: kind, .count: group.members.count, .plural: group.members.count != 1,
        .minutes: group.minutes, .incidents: group.members.map { IncidentFields.row($0, root: "../") },
        .gaps: group.gaps.map { gapRow(index.entries[$0], root: "../") },
        .hasEpisodes: !spoken.isEmpty, .listen: spoken.first.map { IncidentFields.listen($0, root: "../") },
        .episodes: spoken.map { IncidentFields.listen($0, root: "../") },
      ])
  }

  /// A year's incidents by month.
  func archive(_ group: Group) -> [UInt8] {
    let months = Dictionary(grouping: group.members) { $0.started?.date.month ?? 0 }
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
