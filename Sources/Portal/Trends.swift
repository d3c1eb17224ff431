import Bytes
import Incidents
import Insights
import Moments
import Reviewing
import Sanitizing

/// Pictures made at build time, each with its caption and its data as a table.
extension Portal {
  func trends() -> [UInt8] {
    let heat = heat()
    let known = incidents.compactMap(\.started)
    let charts = [byMonth(), minutesByQuarter(), durations(), recurrence(), closedByMonth()].compactMap(
      \.self)
    return render(
      "trends", "Trends", path: "trends.html", [.isTrends: true],
      [
        .lede:
          "\(Count.text(incidents.count, "incident")), \(known.count) of them with a date, \(Count.text(incidents.reduce(0) { $0 + ($1.minutes?.value ?? 0) }, "minute")) of outage where the length is known.",
        .hasHeat: !heat.rows.isEmpty, .columns: heat.columns, .rows: heat.rows,
        .charts: charts.map(\.fields),
      ])
  }

  /// Open gaps by service and kind of test: the twelve services and kinds with the most.
  private func heat() -> (columns: [Fields], rows: [Fields]) {
    var counts: [String: [TestKind: Int]] = [:]
    var byKind: [TestKind: Int] = [:]
    for entry in index.entries where entry.state.name == .open || entry.state.name == .regressed {
      for service in entry.services {
        counts[service.string, default: [:]][entry.kind, default: 0] += 1
        byKind[entry.kind, default: 0] += 1
      }
    }
    let kinds = byKind.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(12).map(
      \.key)
    let totals = counts.mapValues { $0.values.reduce(0, +) }
    let services = totals.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(12)
      .map(\.key)
    let rows = services.map { service -> Fields in
      let cells = kinds.map { kind -> Fields in
        let count = counts[service]?[kind] ?? 0
        return [
          .count: count, .level: min(4, count),
          .href: count > 0
            ? "gaps.html?service=\(Query.escaped(service))&test=\(Query.escaped(kind.text))" : nil,
        ]
      }
      return [.name: service, .href: Address.service(service), .cells: cells]
    }
    return (kinds.map { [.name: $0.text] }, rows)
  }

  private func byMonth() -> Chart? {
    guard let range = Months(incidents.compactMap { $0.started?.date }) else { return nil }
    let names = ["SEV 1", "SEV 2", "SEV 3", "lower or none given"]
    var bars = range.all.map { Bar(label: $0.text, parts: [0, 0, 0, 0]) }
    for incident in incidents {
      guard let date = incident.started?.date, let position = range.position(of: date) else { continue }
      bars[position].parts[incident.severity.map { min($0.value.rawValue, 4) - 1 } ?? 3] += 1
    }
    return Chart(
      id: "months", heading: "Incidents per month", svg: Bars.svg(bars, "Incidents per month by severity"),
      caption: "Stacked from the bottom: SEV 1, SEV 2, SEV 3, and lower or none given.",
      columns: ["Month"] + names,
      rows: bars.map { [$0.label] + $0.parts.map(String.init) })
  }

  private func minutesByQuarter() -> Chart? {
    let dated = incidents.compactMap { incident in
      incident.started.flatMap { started in incident.minutes.map { (started.date, $0.value, incident) }
      }
    }
    guard let first = dated.map(\.0).min(), let last = dated.map(\.0).max() else { return nil }
    func quarter(_ date: CivilDate) -> Int { date.year * 4 + (date.month - 1) / 3 }
    let quarters = Array((quarter(first)...quarter(last)).suffix(16))
    var bars = quarters.map { Bar(label: "\($0 / 4) Q\($0 % 4 + 1)", parts: [0]) }
    var services = Array(repeating: [String: Int](), count: bars.count)
    for (date, minutes, incident) in dated {
      guard let position = quarters.firstIndex(of: quarter(date)) else { continue }
      bars[position].parts[0] += minutes
      for service in incident.services { services[position][service.string, default: 0] += minutes }
    }
    return Chart(
      id: "minutes", heading: "Minutes of outage per quarter",
      svg: Bars.svg(bars, "Minutes of outage per quarter"),
      caption:
        "Lengths of the incidents that began in the quarter, added up. By service in the table; an incident that concerned several counts for each.",
      columns: ["Quarter", "Minutes", "By service"],
      rows: zip(bars, services).map { bar, services in
        let parts = services.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return [bar.label, "\(bar.parts[0])", parts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")]
      })
  }

  private func durations() -> Chart? {
    func minutes(_ end: (IncidentCard) -> Moment?) -> [Int] {
      incidents.compactMap { incident in
        guard let start = incident.started, let end = end(incident), start.precision > .day,
          end > start
        else { return nil }
        return start.minutes(until: end)
      }.sorted()
    }
    let detect = minutes { $0.times.detected?.value }
    let mitigate = minutes { $0.times.mitigated?.value }
    let resolve = minutes { $0.times.resolved?.value }
    let rows = [("to detect", detect), ("to mitigate", mitigate), ("to resolve", resolve)].filter {
      !$0.1.isEmpty
    }
    guard !rows.isEmpty else { return nil }
    return Chart(
      id: "durations", heading: "Time to detect, mitigate and resolve",
      svg: Strip.svg(rows, "Minutes to detect, to mitigate and to resolve, one dot an incident"),
      caption:
        "One dot an incident that states both moments, on a logarithmic scale of minutes; the line is the median where there are at least three.",
      columns: ["Time", "Incidents", "Shortest", "Median", "Longest"],
      rows: rows.map { name, values in
        [
          name, "\(values.count)", Span.text(minutes: values[0]),
          values.count < 3 ? "–" : Span.text(minutes: values[values.count / 2]),
          Span.text(minutes: values[values.count - 1]),
        ]
      })
  }

  /// Arcs between incidents, in the order of time, that went through the same gap.
  private func recurrence() -> Chart? {
    let recurring = index.entries.filter(\.recurs)
    let involved = Set(recurring.flatMap { $0.sightings.map(\.slug) })
    let ordered = Array(
      incidents.filter { involved.contains($0.slug) && $0.started != nil }.reversed().suffix(40))
    guard ordered.count > 1 else { return nil }
    let position = ordered.enumerated().reduce(into: [Slug: Int]()) { $0[$1.element.slug] = $1.offset }
    var pairs: [Arcs.Pair: Int] = [:]
    for entry in recurring {
      let places = entry.sightings.compactMap { position[$0.slug] }.sorted()
      for (left, right) in zip(places, places.dropFirst()) {
        pairs[Arcs.Pair(left: left, right: right), default: 0] += 1
      }
    }
    let sorted = pairs.sorted { ($0.key.left, $0.key.right) < ($1.key.left, $1.key.right) }
    guard !sorted.isEmpty else { return nil }
    return Chart(
      id: "recurrence", heading: "Recurrence",
      svg: Arcs.svg(
        sorted.map { ($0.key, $0.value) }, labels: ordered.map { $0.started?.isoDate ?? "" }),
      caption:
        "Each arc joins an incident to the next one that went through the same gap; thicker means more gaps.",
      columns: ["Incident", "Next one with the same gap", "Gaps in common"],
      rows: sorted.map { pair, count in
        [ordered[pair.left].title.value.string, ordered[pair.right].title.value.string, "\(count)"]
      })
  }

  private func closedByMonth() -> Chart? {
    let opened = index.entries.compactMap { $0.firstSeen?.date }
    let closed = index.entries.compactMap { entry -> CivilDate? in
      switch entry.state {
      case .closed(let day, _), .regressed(let day, _, _): day
      default: nil
      }
    }
    guard !closed.isEmpty, let range = Months(opened + closed) else { return nil }
    var bars = range.all.map { Bar(label: $0.text, parts: [0, 0]) }
    for day in opened { if let position = range.position(of: day) { bars[position].parts[0] += 1 } }
    for day in closed { if let position = range.position(of: day) { bars[position].parts[1] += 1 } }
    return Chart(
      id: "closed", heading: "Gaps opened and closed per month",
      svg: Bars.svg(bars, "Gaps opened and closed per month", isStacked: false),
      caption: "Left: gaps first seen in the month. Right: gaps closed in it.",
      columns: ["Month", "Opened", "Closed"],
      rows: bars.map { [$0.label, "\($0.parts[0])", "\($0.parts[1])"] })
  }
}

/// Months from the first to the last of some days, at most 24 that end with the last.
private struct Months {
  struct Month {
    let year: Int
    let number: Int
    var text: String { "\(Moment.months[number - 1]) \(year)" }
  }

  let all: [Month]
  private let first: Int

  init?(_ days: [CivilDate]) {
    guard let earliest = days.min(), let latest = days.max() else { return nil }
    let last = Self.number(latest)
    first = max(Self.number(earliest), last - 23)
    all = (first...last).map { Month(year: $0 / 12, number: $0 % 12 + 1) }
  }

  func position(of day: CivilDate) -> Int? {
    let position = Self.number(day) - first
    return all.indices.contains(position) ? position : nil
  }

  private static func number(_ day: CivilDate) -> Int { day.year * 12 + day.month - 1 }
}

enum Query {
  /// RFC 3986: all but unreserved characters as %XX.
  static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      ASCII.isLetter(byte) || ASCII.isDigit(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + Hex.string([byte]).uppercased()
    }.joined()
  }
}
