import Incidents
import Insights
import Moments
import Sanitizing

extension Portal {
  func home() -> [UInt8] {
    let needing = index.entries.filter { $0.state.name == .regressed || $0.state.name == .open }
    let regressed = needing.count { $0.state.name == .regressed }
    let recurring = needing.filter(\.recurs)
    // What came back first, then what has cost the most; the index is sorted by price.
    let attention =
      needing.filter { $0.state.name == .regressed } + needing.filter { $0.state.name == .open }
    let since = incidents.compactMap(\.started).min().map {
      " since \(Moment.months[$0.date.month - 1]) \($0.date.year)"
    }
    let calendar = Calendar(incidents, root: "")
    return render(
      "home", site.title, path: "index.html", [.isHome: true],
      [
        .lede:
          "\(Count.text(incidents.count, "incident"))\(since ?? ""). \(Count.text(needing.count, "testing gap")) \(needing.count == 1 ? "is" : "are") open; \(recurring.count) of them let more than one incident through\(regressed == 0 ? "" : ", and \(regressed) came back after \(regressed == 1 ? "it was" : "they were") closed").",
        .attention: attention.prefix(6).map { gapRow($0, root: "") },
        .latest: incidents.prefix(12).map { IncidentFields.row($0, root: "") },
        .hasIncidents: !incidents.isEmpty,
        .listen: incidents.first { $0.episode != nil }.map { IncidentFields.listen($0, root: "") },
        .columns: calendar.columns, .rows: calendar.rows,
      ])
  }
}

enum Count {
  /// `1 incident`, `3 incidents`.
  static func text(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

/// Incidents by month and severity, over the twelve months that end with the newest incident: a site's bytes don't
/// depend on the day it is built.
struct Calendar {
  let columns: [Fields]
  let rows: [Fields]

  init(_ incidents: [IncidentCard], root: String) {
    let newest = incidents.compactMap { $0.started?.date }.max()
    columns = Severity.allCases.map { [.name: $0.text] } + [[.name: "none given"]]
    guard let newest else {
      rows = []
      return
    }
    var counts: [Int: [Int]] = [:]
    for incident in incidents {
      guard let date = incident.started?.date else { continue }
      let month = date.year * 12 + date.month - 1
      let column =
        incident.severity.flatMap { Severity.allCases.firstIndex(of: $0.value) } ?? Severity.allCases.count
      counts[month, default: Array(repeating: 0, count: Severity.allCases.count + 1)][column] += 1
    }
    let last = newest.year * 12 + newest.month - 1
    rows = (last - 11...last).reversed().map { month in
      let (year, number) = (month / 12, month % 12)
      let href = "\(root)\(Address.year("\(year)"))#m\(number + 1)"
      let cells = (counts[month] ?? Array(repeating: 0, count: Severity.allCases.count + 1)).map {
        count -> Fields in
        [.count: count, .level: min(4, count), .href: count > 0 ? href : nil]
      }
      return [.name: "\(Moment.months[number]) \(year)", .cells: cells]
    }
  }
}
