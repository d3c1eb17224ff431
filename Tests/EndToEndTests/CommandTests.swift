import Foundation
import Testing

@Suite("Commands beside build") struct CommandTests {
  private func poolTwice() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.write(
      Incidents.pool.replacing("2026-03-14", with: "2026-05-20"), to: "incidents/pool-again.md")
    try sandbox.commit()
    return sandbox
  }

  @Test func aClosedGapThatComesBackFailsACheckInCI() throws {
    let sandbox = try poolTwice()
    let open = try sandbox.hindcast("gaps", "--engine", "playbook", "--fail-on", "regressed")
    #expect(open.code == 0 && open.output.contains("connection-pool-exhaustion--load"), "\(open.complaint)")
    try sandbox.write(
      "- gap: connection-pool-exhaustion--load\n  closed: 2026-04-02\n  by: tests/pool.js\n",
      to: "incidents/gaps.yaml")
    let regressed = try sandbox.hindcast("gaps", "--engine", "playbook", "--fail-on", "regressed")
    #expect(regressed.code == 1 && regressed.output.contains("regressed"), "\(regressed.complaint)")
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    #expect(try sandbox.text("site/index.html").contains("1 came back after it was closed"))
    #expect(
      try sandbox.text("site/gaps/connection-pool-exhaustion--load--checkout.html").contains("tests/pool.js"))
  }

  @Test func anEntryThatMatchesNoGapIsFoundByCheck() throws {
    let sandbox = try poolTwice()
    try sandbox.write(
      "\n- gap: dns-failure--chaos\n  accepted: true\n  reason: rare\n", to: "incidents/gaps.yaml")
    let run = try sandbox.hindcast("check", "--engine", "playbook", "--strict")
    #expect(run.code == 1)
    #expect(
      run.complaint.contains("incidents/gaps.yaml:2: warning: no incident shows the gap 'dns-failure--chaos'")
    )
  }

  @Test func aSecretIsFoundBeforeItIsCommittedAndNeverShown() throws {
    let sandbox = try Sandbox()
    let secret = "ghp_" + "9fK2mX7qLw3RtYv8BnZc5HdJ4sGp6Aa1Ee0U"
    try sandbox.write("# Fine\n\nMail jo@corp.example.\n\ntoken \(secret) was used\n", to: "incidents/new.md")
    let run = try sandbox.hindcast("check", "--secrets")
    #expect(
      run.code == 1 && run.complaint.contains("incidents/new.md:5: error: a credential ("), "\(run.complaint)"
    )
    #expect(!run.complaint.contains(secret) && !run.complaint.contains("new.md:3"))
    let strict = try sandbox.hindcast("check", "--secrets", "--strict", "incidents/new.md")
    #expect(
      strict.complaint.contains("incidents/new.md:3: error: personal data (email)"), "\(strict.complaint)")
    try sandbox.write("# Fine\n", to: "incidents/new.md")
    #expect(try sandbox.hindcast("check", "--secrets").code == 0)
  }

  /// What is staged is what would be committed, whatever the file says since.
  @Test func aSecretThatIsStagedIsFoundThoughTheFileHasItNoMore() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "# Fine\n\ntoken ghp_" + "9fK2mX7qLw3RtYv8BnZc5HdJ4sGp6Aa1Ee0U\n", to: "incidents/new.md")
    _ = try sandbox.run("/usr/bin/env", ["git", "add", "incidents/new.md"])
    try sandbox.write("# Fine\n", to: "incidents/new.md")
    let run = try sandbox.hindcast("check", "--secrets")
    #expect(run.code == 1 && run.complaint.contains("incidents/new.md:3: error"), "\(run.complaint)")
    #expect(run.complaint.contains("staged"), "\(run.complaint)")
  }

  /// A hook or a filter that went on by other rules than the team's would let the team's own secrets through.
  @Test(arguments: [
    ["check", "--secrets"], ["sanitize", "incidents/new.md"], ["condense", "incidents/new.md"], ["voices"],
    ["new", "Title"],
  ]) func brokenSettingsEndEveryCommand(_ arguments: [String]) throws {
    let sandbox = try Sandbox()
    try sandbox.write("# Fine\n\nNothing.\n", to: "incidents/new.md")
    try sandbox.write("sanitize:\n  rule: x\n", to: "hindcast.yaml")
    let run = try sandbox.run(Sandbox.binary.path, arguments)
    #expect(run.code == 1, "\(run.output)")
    #expect(run.complaint.contains("hindcast.yaml:2"), "\(run.complaint)")
  }

  @Test func aNewIncidentIsBuiltWithoutAComplaint() throws {
    let sandbox = try Sandbox()
    try sandbox.write("", to: "incidents/.keep")
    try sandbox.commit()
    let made = try sandbox.hindcast(
      "new", "Pool: \"full\" again", "--service", "checkout", "--severity", "SEV2")
    let path = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(
      made.code == 0 && path.hasPrefix("incidents/2") && path.hasSuffix("-pool-full-again.md"), "\(made)")
    #expect(try sandbox.hindcast("new", "Pool: \"full\" again").code == 1)
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--strict")
    #expect(run.code == 0, "\(run.complaint)")
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    #expect(try sandbox.text("site/incidents/\(name).html").contains("Pool: &quot;full&quot; again"))
  }

  @Test func aRenamedIncidentKeepsItsOldAddress() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/first-name.md")
    try sandbox.commit()
    try sandbox.git("mv", "incidents/first-name.md", "incidents/second-name.md")
    try sandbox.commit("Rename")
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    #expect(try sandbox.text("site/incidents/first-name.html").contains("url=second-name.html"))
  }
}
