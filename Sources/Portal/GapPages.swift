import Bytes
import Insights
import Moments
import Reviewing
import Sanitizing

extension Portal {
  func gapList() -> [UInt8] {
    let counts = Dictionary(grouping: index.entries) { $0.state.name }.mapValues(\.count)
    let states = GapState.Name.allCases.compactMap { name in counts[name].map { "\($0) \(name.rawValue)" } }
    return render(
      "gaps", "Testing gaps", path: "gaps.html", [.isGaps: true],
      [
        .lede:
          "\(states.joined(separator: ", ")). The same gap of a component in several incidents is one entry, priced by the minutes of outage it let through.",
        .entries: index.entries.map { gapRow($0, root: "") }, .hasGaps: !index.entries.isEmpty,
      ])
  }

  /// A gap in a list.
  func gapRow(_ entry: GapIndex.Entry, root: String) -> Fields {
    Self.severityFields(entry.severity).adding([
      .id: entry.id, .href: root + Address.gap(entry.id), .title: entry.title, .kind: entry.kind.text,
      .mode: entry.mode.text, .state: entry.state.name.rawValue, .count: entry.incidentCount,
      .plural: entry.incidentCount != 1, .price: entry.minutes, .recurs: entry.recurs,
      .services: Self.serviceFields(entry.services, root: root),
      .serviceKeys: Self.keys(entry.services.map(\.string)),
      .first: entry.firstSeen?.dayText, .last: entry.lastSeen?.dayText,
    ])
  }

  func gapPage(_ entry: GapIndex.Entry, _ tests: [TestPlan.Item]) -> [UInt8] {
    let elsewhere = index.elsewhere(entry)
    let details: Fields = [
      .lede:
        "\(Count.text(entry.incidentCount, "incident")) with \(entry.minutes) minutes of outage went through it.",
      .ledger: site.ledgerPath, .closing: closing(entry), .hasTests: !tests.isEmpty,
      .elsewhere: elsewhere.map { gapRow($0, root: "../") }, .hasElsewhere: !elsewhere.isEmpty,
      .sightings: entry.sightings.map { sighting -> Fields in
        Self.severityFields(sighting.severity).adding([
          .href: "../" + Address.incident(sighting.slug), .title: sighting.title.string,
          .when: sighting.started?.dayText, .minutes: sighting.minutes, .text: sighting.statement.string,
        ])
      },
      .tests: tests.map { test -> Fields in
        [
          .kind: test.kind.text, .scope: test.scope.string, .injection: test.injection.string,
          .success: test.success.string,
        ]
      },
    ]
    return render(
      "gap", entry.title, path: Address.gap(entry.id), [.isGaps: true],
      gapRow(entry, root: "../").adding(details))
  }

  private func closing(_ entry: GapIndex.Entry) -> Fields? {
    func by(_ text: SanitizedText) -> Fields {
      let isLink = text.string.hasPrefix("https://") || text.string.hasPrefix("http://")
      return [.by: isLink ? nil : text.string, .link: isLink ? text.string : nil]
    }
    switch entry.state {
    case .open: return nil
    case .closed(let day, let text):
      return by(text).adding([.closing: "Closed on \(day.text) by"])
    case .regressed(let day, let text, let slug):
      let again = entry.sightings.first { $0.slug == slug }.map { sighting -> Fields in
        [.href: "../" + Address.incident(slug), .title: sighting.title.string]
      }
      return by(text).adding([.closing: "Closed on \(day.text) by", .again: again])
    case .accepted(let day, let reason):
      return [.closing: "Accepted\(day.map { " on \($0.text)" } ?? ""): \(reason.string)"]
    }
  }

  func planPage() -> [UInt8] {
    let open = plan.items.count { $0.gap?.state.name != .closed }
    return render(
      "tests", "Test plan", path: "tests.html", [.isPlan: true],
      [
        .lede:
          "\(Count.text(plan.items.count, "test")) that the reviews ask for, \(open) of them for gaps that are not closed. The same test of several incidents stands once.",
        .hasTests: !plan.items.isEmpty,
        .tests: plan.items.map { item -> Fields in
          [
            .id: item.id, .kind: item.kind.text, .scope: item.scope.string,
            .injection: item.injection.string,
            .success: item.success.string, .closes: item.gap?.title,
            .gapHref: item.gap.map { Address.gap($0.id) },
            .state: item.gap?.state.name.rawValue ?? "open",
            .starter: Starter(item).map { starter -> Fields in
              [.href: Address.starter(starter.name), .tool: starter.tool.rawValue]
            },
            .serviceKeys: Self.keys(item.services.map(\.string)),
            .incidents: item.incidents.map { incident -> Fields in
              [
                .href: Address.incident(incident.slug), .title: incident.title.string,
                .when: incident.started?.dayText,
              ]
            },
          ]
        },
      ])
  }
}
