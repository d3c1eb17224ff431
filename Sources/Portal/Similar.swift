import Bytes
import Insights
import Reviewing
import Sanitizing

/// Incidents that went through the same gaps; found by way of the gaps, never by comparing all with all.
struct Similar: Sendable {
  /// Another incident, and why it is shown.
  struct Match: Sendable {
    /// Among all incidents.
    let position: Int
    /// Gaps in common, as positions in the index.
    let gaps: [Int]
  }

  private let incidents: [IncidentCard]
  private let index: GapIndex
  /// By incident: where the entries of its gaps stand in the index.
  private let gaps: [[Int]]
  /// By entry of the index: the newest incidents that it let through.
  private let seen: [[Int]]
  /// By incident: its services as numbers, whatever their letter case.
  private let services: [[Int]]

  init(_ incidents: [IncidentCard], _ index: GapIndex, _ gaps: [[Int]]) {
    self.incidents = incidents
    self.gaps = gaps
    self.index = index
    let positions = incidents.indices.reduce(into: [Slug: Int]()) { $0[incidents[$1].slug] = $1 }
    // A gap that many incidents show says little about any two of them; the newest are enough.
    seen = index.entries.map { $0.sightings.prefix(40).compactMap { positions[$0.slug] } }
    var numbers: [String: Int] = [:]
    services = incidents.map { incident in
      incident.services.map { service in
        let name = service.string.lowercased()
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        return number
      }
    }
  }

  /// At most five, the most alike first, then the newest.
  func matches(_ position: Int) -> [Match] {
    let gaps = gaps[position]
    // Each sighting of a common gap as one number, the incident before the gap: sorted, an incident's stand together.
    var sightings: [Int] = []
    for (order, gap) in gaps.enumerated() {
      for other in seen[gap] where other != position { sightings.append(other << 8 | min(order, 255)) }
    }
    sightings.sort()
    var best: [(score: Int, sightings: Range<Int>)] = []
    var start = 0
    while start < sightings.count {
      let other = sightings[start] >> 8
      let end = sightings[start...].firstIndex { $0 >> 8 != other } ?? sightings.count
      let score = (end - start) * 3 + likeness(position, other)
      let place = best.firstIndex { $0.score < score } ?? best.count
      if place < Self.limit {
        best.insert((score, start..<end), at: place)
        if best.count > Self.limit { best.removeLast() }
      }
      start = end
    }
    return best.map { found in
      Match(
        position: sightings[found.sightings.lowerBound] >> 8,
        gaps: sightings[found.sightings].map { gaps[$0 & 255] })
    }
  }

  private static let limit = 5

  /// What incidents have in common besides gaps.
  private func likeness(_ position: Int, _ other: Int) -> Int {
    let mode = incidents[other].causeMode
    let hasSameCause = mode != nil && mode == incidents[position].causeMode
    return (services[other].contains(where: services[position].contains) ? 1 : 0) + (hasSameCause ? 2 : 0)
  }

  /// `no load test for pool exhaustion; also checkout`.
  func reason(_ match: Match, for position: Int) -> String {
    let common = zip(incidents[match.position].services, services[match.position]).filter { _, number in
      services[position].contains(number)
    }.map(\.0.string)
    let gaps = match.gaps.prefix(2).map { entry in
      "no \(index.entries[entry].kind.text) test for \(index.entries[entry].mode.text)"
    }
    let shown =
      gaps.joined(separator: "; ")
      + (match.gaps.count > 2 ? "; \(match.gaps.count - 2) more gaps in common" : "")
    return common.isEmpty ? shown : "\(shown); also \(common.joined(separator: ", "))"
  }
}
