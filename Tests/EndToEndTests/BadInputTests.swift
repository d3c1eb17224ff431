import Foundation
import Testing

@Suite("Bad input") struct BadInputTests {
  private func sandbox(_ files: [String: String]) throws -> Sandbox {
    let sandbox = try Sandbox()
    for (path, text) in files { try sandbox.write(text, to: path) }
    try sandbox.commit()
    return sandbox
  }

  @Test func outsideARepositoryTheMessageSaysWhatToDo() throws {
    let run = try Sandbox(isRepository: false).hindcast("build")
    #expect(run.code == 1)
    #expect(run.complaint.contains("git init"))
  }

  @Test func withoutAnIncidentsFolderTheMessageSaysWhatToDo() throws {
    let run = try sandbox(["readme": "x"]).hindcast("build")
    #expect(run.code == 1)
    #expect(run.complaint.contains("there is no folder 'incidents'"))
  }

  @Test func brokenFrontMatterIsNamedWithItsLineAndTheOthersAreBuilt() throws {
    let sandbox = try sandbox([
      "incidents/a.md": "---\ntitle: [unclosed\n---\nIt broke.\n", "incidents/b.md": Incidents.certificate,
    ])
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
    #expect(run.code == 1)
    #expect(run.complaint.contains("incidents/a.md:3: error:"), "\(run.complaint)")
    #expect(
      try sandbox.tree("site").keys.filter { $0.hasPrefix("incidents/") && $0.hasSuffix(".html") }.count == 2)
  }

  @Test func aBinaryFileAndAnEmptyOneAreNamed() throws {
    let sandbox = try sandbox(["incidents/ok.md": Incidents.certificate, "incidents/empty.md": " \n"])
    try sandbox.write(Data([0x7F, 0x45, 0, 1, 2]), to: "incidents/core.log")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
    #expect(run.code == 1)
    #expect(run.complaint.contains("incidents/core.log: error: this is a binary file"))
    #expect(run.complaint.contains("incidents/empty.md: warning: the file is empty"))
  }

  @Test func anUnclosedTagAndAnUnknownNameAreNamedWithTheirLinesAndTheOldSiteStays() throws {
    let sandbox = try sandbox(["incidents/ok.md": Incidents.certificate])
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    let before = try sandbox.tree("site")
    try sandbox.write("<p>\n{{#entries}}\n{{colour}}\n", to: "templates/gaps.mustache")
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
    #expect(run.code == 1)
    #expect(
      run.complaint.contains("templates/gaps.mustache:3: error: no page has a value named 'colour'"),
      "\(run.complaint)")
    #expect(run.complaint.contains("templates/gaps.mustache:2: error: the section 'entries' is not closed"))
    #expect(try sandbox.tree("site") == before)
  }

  @Test func aForeignFileInTheSitesPlaceIsLeftAlone() throws {
    let sandbox = try sandbox(["incidents/ok.md": Incidents.certificate, "public/index.html": "mine"])
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--site", "public")
    #expect(run.code == 1)
    #expect(run.complaint.contains("was not written by hindcast"))
    #expect(try sandbox.text("public/index.html") == "mine")
  }

  @Test func anUnknownSettingIsNamedWithItsLine() throws {
    let sandbox = try sandbox([
      "incidents/ok.md": Incidents.certificate, "hindcast.yaml": "site:\n  titel: x\n",
    ])
    let run = try sandbox.hindcast("build")
    #expect(run.code == 1)
    #expect(run.complaint.contains("hindcast.yaml:2: error: 'site' has no key 'titel'; it takes title"))
  }

  @Test func wrongUsageEndsWithTwo() throws {
    #expect(try Sandbox().hindcast("build", "--no-such-flag").code == 2)
    #expect(try Sandbox().hindcast("build", "--jobs", "0").code == 2)
  }

  @Test func strictTurnsWarningsIntoFailure() throws {
    let sandbox = try sandbox(["incidents/ok.md": Incidents.certificate, "incidents/empty.md": "\n"])
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--strict").code == 1)
  }

  @Test func realPostmortemsBuildWithoutACrashOrAnErrorExit() throws {
    let shared = Sandbox.packageRoot.deletingLastPathComponent().appendingPathComponent(
      "shared/data/postmortems")
    guard FileManager.default.fileExists(atPath: shared.path) else {
      return print("skipped: no \(shared.lastPathComponent) here")
    }
    let sandbox = try Sandbox()
    try FileManager.default.copyItem(at: shared, to: sandbox.folder.appendingPathComponent("incidents"))
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--quiet")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(try sandbox.tree("site").keys.filter { $0.hasPrefix("incidents/") }.count > 100)
  }
}
