import Bytes
import Diagnostics
import Incidents
import Testing

@Suite("Which files are incidents")
struct IncidentLayoutTests {
  private func layout(_ paths: [String], folder: String = "incidents", ignore: [String] = [])
    -> IncidentLayout
  {
    IncidentLayout(paths, folder: folder, ignore: ignore)
  }

  @Test("A folder with an incident.md is one incident and the rest of it its attachments")
  func folder() {
    let entries = layout([
      "incidents/2026-03-14-db/metrics/cpu.csv", "incidents/2026-03-14-db/incident.md",
      "incidents/2026-03-14-db/app.log",
      "incidents/2026-03-14-db/notes.md", "incidents/other.md",
    ]).entries
    #expect(entries.map(\.path) == ["incidents/2026-03-14-db/incident.md", "incidents/other.md"])
    #expect(entries.map(\.name) == ["2026-03-14-db", "other"])
    let folder = "incidents/2026-03-14-db/"
    #expect(entries[0].attachments == [folder + "app.log", folder + "metrics/cpu.csv", folder + "notes.md"])
    #expect(entries[1].attachments.isEmpty)
  }

  @Test("Folders lie at any depth, and the innermost incident takes a file")
  func nested() {
    let entries = layout([
      "incidents/2026/q1/db/incident.md", "incidents/2026/q1/db/a.log",
      "incidents/2026/q1/db/again/incident.txt",
      "incidents/2026/q1/db/again/b.log", "incidents/2026/q1/cache.md",
    ]).entries
    #expect(entries.map(\.name) == ["2026/q1/cache", "2026/q1/db/again", "2026/q1/db"])
    #expect(
      entries.map(\.attachments) == [
        [], ["incidents/2026/q1/db/again/b.log"], ["incidents/2026/q1/db/a.log"],
      ])
  }

  @Test(
    "A text file elsewhere is an incident of its own, named without its extensions",
    arguments: [
      ("a.md", "a"), ("a.markdown", "a"), ("A.TXT", "A"), ("a.log", "a"),
      ("2020-02-12.html.md.erb", "2020-02-12"),
      ("PM2022-009 - Bad AWS EKS AMI", "PM2022-009 - Bad AWS EKS AMI"), ("12.5 outage", "12.5 outage"),
      ("year/Störung.md", "year/Störung"), ("v1.2", "v1.2"),
    ])
  func single(_ name: String, _ expected: String) {
    #expect(layout(["incidents/" + name]).entries.map(\.name) == [expected])
  }

  @Test("Any other file is left out with a note", arguments: ["a.png", "sub/b.json", "c.yaml", "d.md5"])
  func skipped(_ name: String) {
    let layout = layout(["incidents/" + name])
    #expect(layout.entries.isEmpty)
    #expect(layout.skipped.map(\.severity) == [.note])
    #expect(layout.skipped.first?.location == SourceLocation("incidents/" + name))
  }

  @Test(
    "Globs over the name or the path below the folder take files out, whatever their case",
    arguments: [
      ("README*", ["drafts/x.md", "a.md", "b/incident.md", "b/c.tmp"]),
      ("readme.md", ["drafts/x.md", "a.md", "b/incident.md", "b/c.tmp"]),
      ("drafts/*", ["README.md", "a.md", "b/incident.md", "b/c.tmp"]),
      ("*.tmp", ["README.md", "drafts/x.md", "a.md", "b/incident.md"]),
      ("?.md", ["README.md", "b/incident.md", "b/c.tmp"]), ("*", []),
      ("**/*.md", ["README.md", "a.md", "b/c.tmp"]),
      ("incidents/*", ["README.md", "drafts/x.md", "a.md", "b/incident.md", "b/c.tmp"]),
      ("*a*d*m*", ["drafts/x.md", "a.md", "b/incident.md", "b/c.tmp"]),
    ])
  func globs(_ glob: String, _ expected: [String]) {
    let all = ["README.md", "drafts/x.md", "a.md", "b/incident.md", "b/c.tmp"].map { "incidents/" + $0 }
    let layout = layout(all, ignore: [glob])
    let kept =
      layout.entries.flatMap { [$0.path] + $0.attachments } + layout.skipped.compactMap(\.location?.path)
    #expect(Set(kept) == Set(expected.map { "incidents/" + $0 }))
  }

  @Test("The order of the paths changes nothing")
  func order() {
    let paths = [
      "incidents/b.md", "incidents/a/incident.md", "incidents/a/x.log", "incidents/a/a.log", "incidents/ä.md",
    ]
    #expect(layout(paths).entries == layout(paths.reversed()).entries)
    #expect(layout(paths).slugs().slugs == layout(paths.reversed()).slugs().slugs)
  }

  @Test("The whole repository, or a folder with an incident.md itself, may hold the incidents")
  func roots() {
    #expect(layout(["a.md", "b/incident.md", "b/x.log"], folder: ".").entries.map(\.name) == ["a", "b"])
    #expect(layout(["incidents/incident.md", "incidents/x/a.log"]).entries.map(\.name) == ["incident"])
    #expect(layout(["docs/pm/a.md"], folder: "docs/pm").entries.map(\.name) == ["a"])
  }
}

@Suite("Addresses of incidents")
struct IncidentAddressTests {
  private func addresses(_ names: [String]) -> (slugs: [String], warnings: Int) {
    let layout = IncidentLayout(names.map { "incidents/" + $0 }, folder: "incidents", ignore: [])
    let (slugs, diagnostics) = layout.slugs()
    return (
      names.map { slugs["incidents/" + $0]?.description ?? "none" },
      diagnostics.count { $0.severity == .warning }
    )
  }

  @Test("An address is made from the last name alone")
  func lastName() {
    #expect(addresses(["2026/q1/db/incident.md", "2026/Cache down.md"]) == (["db", "cache-down"], 0))
  }

  @Test("Where two would have the same, their folders part them and each is warned of")
  func sameName() {
    #expect(
      addresses(["a/outage.md", "b/outage/incident.md", "c.md"]) == (["a-outage", "b-outage", "c"], 2))
    #expect(addresses(["outage.md", "outage.txt"]) == (["outage", "incidents-outage-txt"], 2))
    #expect(addresses(["a-b.md", "x/a-b.md", "x-a-b.md"]).warnings == 2)
  }

  @Test(
    "However much names agree, no two incidents share an address",
    arguments: [
      ["OUTAGE.md", "Outage.md", "outage.md"], ["a b.md", "a-b.md", "a_b.md", "a.b.md", "a  b.md"],
      ["a-b.md", "x/a-b.md", "x-a-b.md", "x/a_b.md"], ["incidents-o-md.md", "O.md", "o.md", "o.txt"],
      (1...4).map { String(repeating: "long name ", count: 12) + "\($0).md" },
    ])
  func unique(_ names: [String]) {
    let (slugs, _) = addresses(names)
    #expect(!slugs.contains("none"))
    #expect(Set(slugs).count == names.count, "\(slugs)")
  }
}
