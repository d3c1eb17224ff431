import Bytes
import Moments
import Reviewing
import Sanitizing

/// The gap index for a terminal, a spreadsheet, a wiki or a CI server.
package struct GapReport: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case text, json, csv, markdown, junit
  }

  private let entries: [GapIndex.Entry]
  private let index: GapIndex

  /// - Parameters:
  ///   - states: nil for all.
  ///   - service: only gaps of incidents of that service, without regard to case.
  package init(_ index: GapIndex, states: Set<GapState.Name>? = nil, service: String? = nil) {
    self.index = index
    entries = index.entries.filter { entry in
      if let states, !states.contains(entry.state.name) { return false }
      guard let service else { return true }
      return entry.services.contains { $0.string.lowercased() == service.lowercased() }
    }
  }

  package var count: Int { entries.count }

  package func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .json: index.json(of: entries).bytes
    case .csv: csv
    case .markdown: Array(markdown.utf8)
    case .junit: Array(junit.utf8)
    }
  }

  private var text: String {
    guard !entries.isEmpty else { return "no gaps\n" }
    let head = ["STATE", "MINUTES", "INCIDENTS", "WORST", "LAST SEEN", "GAP", "SERVICES"]
    let rows =
      [head]
      + entries.map { entry in
        [
          entry.state.name.rawValue, "\(entry.minutes)", "\(entry.incidentCount)",
          entry.severity.map { "SEV \($0)" } ?? "-",
          entry.lastSeen?.isoDate ?? "-",
          entry.id, entry.services.map(\.string).joined(separator: ", "),
        ]
      }
    return TextColumns.text(rows, numbers: [1, 2])
  }

  private var csv: [UInt8] {
    var table = CSV([
      "gap", "state", "failure mode", "test", "incidents", "minutes", "severity", "first seen", "last seen",
      "services",
    ])
    for entry in entries {
      table.add([
        entry.id, entry.state.name.rawValue, entry.mode.text, entry.kind.text, "\(entry.incidentCount)",
        "\(entry.minutes)", entry.severity.map { "SEV \($0)" } ?? "", entry.firstSeen?.isoDate ?? "",
        entry.lastSeen?.isoDate ?? "",
        entry.services.map(\.string).joined(separator: " "),
      ])
    }
    return table.bytes
  }

  private var markdown: String {
    var text =
      "| State | Gap | Incidents | Minutes | Worst | Last seen | Services |\n|---|---|---:|---:|---|---|---|\n"
    for entry in entries {
      let services = MarkdownText.escaped(entry.services.map(\.string).joined(separator: ", "))
      text +=
        "| \(entry.state.name.rawValue) | \(entry.title) | \(entry.incidentCount) | \(entry.minutes) | \(entry.severity.map { "SEV \($0)" } ?? "") | \(entry.lastSeen?.isoDate ?? "") | \(services) |\n"
    }
    return text
  }

  /// Each gap is a test case: closed ones pass, accepted ones are skipped, open and regressed ones fail.
  private var junit: String {
    let failures = entries.count { $0.state.name == .open || $0.state.name == .regressed }
    let skipped = entries.count { $0.state.name == .accepted }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuite name=\"hindcast gaps\" tests=\"\(entries.count)\" failures=\"\(failures)\" skipped=\"\(skipped)\">\n"
    for entry in entries {
      text += "  <testcase classname=\"\(entry.mode.rawValue)\" name=\"\(entry.id)\">"
      let slugs = entry.sightings.map(\.slug.description).joined(separator: ", ")
      switch entry.state {
      case .open:
        text += "<failure message=\"\(Markup.escaped(entry.title))\">seen in \(slugs)</failure>"
      case .regressed(let closed, _, let incident):
        text +=
          "<failure message=\"\(Markup.escaped(entry.title))\">closed on \(closed.iso), seen again in \(incident)</failure>"
      case .accepted(_, let reason): text += "<skipped message=\"\(Markup.escaped(reason.string))\"/>"
      case .closed: break
      }
      text += "</testcase>\n"
    }
    return text + "</testsuite>\n"
  }
}
