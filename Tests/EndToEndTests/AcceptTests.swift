import Foundation
import Testing

@Suite("A review that people accept") struct AcceptTests {
  private func accepted() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("accept", "pool", "--engine", "playbook")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output == "incidents/pool.review.md\n")
    return sandbox
  }

  @Test func theSiteShowsWhatTheyWroteAndWhoTheyAre() throws {
    let sandbox = try accepted()
    var text = try sandbox.text("incidents/pool.review.md")
    #expect(text.contains("## Root Cause Determination"))
    let heading = try #require(text.firstRange(of: "- Primary: "))
    text.insert(contentsOf: "As we all agreed, ", at: heading.upperBound)
    try sandbox.write(text, to: "incidents/pool.review.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint.contains("1 incident ("))
    let page = try sandbox.text("site/incidents/pool.html")
    #expect(page.contains("As we all agreed, "))
    #expect(page.contains("T read, edited and committed this review"))
    #expect(page.contains("14 Mar 2026, 15:00 UTC"))
    #expect(!page.contains("older than the incident"))
  }

  @Test func aLaterChangeOfTheIncidentShowsOnThePage() throws {
    let sandbox = try accepted()
    try sandbox.write(Incidents.pool + "\nOne more thing was found.\n", to: "incidents/pool.md")
    try sandbox.commit()
    _ = try sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(try sandbox.text("site/incidents/pool.html").contains("older than the incident"))
  }

  @Test func aReviewIsNotWrittenOverUnlessAsked() throws {
    let sandbox = try accepted()
    let again = try sandbox.hindcast("accept", "pool", "--engine", "playbook")
    #expect(again.code == 1)
    #expect(again.complaint.contains("incidents/pool.review.md: error: there is an accepted review already"))
    #expect(try sandbox.hindcast("accept", "pool", "--engine", "playbook", "--force").code == 0)
  }

  @Test func anUnknownAddressNamesTheNearOne() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/2026-checkout-pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("accept", "pool", "--engine", "playbook")
    #expect(run.code == 1)
    #expect(run.complaint.contains("did you mean 2026-checkout-pool?"))
  }

  @Test func aBrokenReviewIsNamedAndTheIncidentIsBuiltAllTheSame() throws {
    let sandbox = try accepted()
    try sandbox.write("# Review\n\nLater.\n", to: "incidents/pool.review.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(run.code == 1)
    #expect(run.complaint.contains("incidents/pool.review.md:1: error: the review lacks the section"))
    #expect(try sandbox.text("site/incidents/pool.html").contains("embedded playbook"))
  }

  @Test func twoReviewersAreHeldAgainstEachOther() throws {
    let sandbox = try Sandbox()
    let endpoint = try Endpoint("json")
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("diff", "pool", environment: ["LLM_ENDPOINT": endpoint.address])
    #expect(run.code == 1, "\(run.complaint)")
    #expect(run.output.hasPrefix("--- llama3\n+++ the embedded playbook\n"))
    #expect(
      run.output.contains("- - Primary: The loyalty call runs inside the transaction. [L19]"), "\(run.output)"
    )
    #expect(try sandbox.hindcast("diff", "pool", "--engine", "playbook").code == 0)
  }
}
