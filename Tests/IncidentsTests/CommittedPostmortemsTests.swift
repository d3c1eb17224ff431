import Bytes
import Foundation
import Incidents
import Testing

/// Postmortems that teams published, as they wrote them; they lie beside the repository on some machines only.
private let postmortems = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../../shared/data/postmortems"
)
.standardizedFileURL

@Suite("Published postmortems")
struct CommittedPostmortemsTests {
  @Test(
    "Each is read without a crash, with a title, and with a date where it states one",
    .enabled(
      if: FileManager.default.fileExists(atPath: postmortems.path), "../shared/data/postmortems isn't there"))
  func all() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: postmortems.path)
    let layout = IncidentLayout(
      names.map { "incidents/" + $0 }.filter(isFile), folder: "incidents",
      ignore: ["README*", "LICENSE*", ".*"])
    #expect(layout.entries.count >= 80)
    let slugs = layout.slugs().slugs
    for entry in layout.entries {
      let data = try Data(
        contentsOf: postmortems.appending(path: String(entry.path.dropFirst("incidents/".count))))
      let file = IncidentFile(
        path: entry.path, name: entry.name, text: RawText(Array(data)), attachments: [], history: nil)
      let incident = IncidentReader.read(file, slug: try #require(slugs[entry.path])).incident
      #expect(!incident.title.value.unsealed().isEmpty, "\(entry.path)")
      let isDated = ["incidents/dfds/", "incidents/moj/"].contains { entry.path.hasPrefix($0) }
      let isUndated = Self.undated.contains { entry.path.contains($0) }
      if isDated { #expect((incident.started == nil) == isUndated, "\(entry.path)") }
    }
  }

  /// A template, two pages about the process, and one incident whose text has no date.
  private static let undated = [
    "Postmortem template", "incident-process", "incident-response-exercises", "ADSync migration",
  ]

  private func isFile(_ path: String) -> Bool {
    let url = postmortems.appending(path: String(path.dropFirst("incidents/".count)))
    return (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
  }
}
