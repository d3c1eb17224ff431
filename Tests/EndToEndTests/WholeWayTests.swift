import Foundation
import Testing

@Suite("The whole way") struct WholeWayTests {
  private func built(_ arguments: [String] = []) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/2026-03-14-checkout-pool.md")
    try sandbox.write(Incidents.certificate, to: "incidents/2026/gateway-certificate.md")
    try sandbox.commit()
    return sandbox
  }

  @Test func aCommittedIncidentBecomesAPageAnEpisodeAndAGap() throws {
    let sandbox = try built()
    let run = try sandbox.hindcast("build", "--engine", "playbook")
    #expect(run.code == 0, "\(run.complaint)")
    let tree = try sandbox.tree("site")
    let expected: Set = [
      ".hindcast-manifest", "404.html", "audio/2026-03-14-checkout-pool.mp3",
      "audio/2026-03-14-checkout-pool.vtt",
      "audio/gateway-certificate.mp3", "audio/gateway-certificate.vtt", "feed.xml", "gaps.html", "gaps.json",
      "incidents.html", "incidents/2026-03-14-checkout-pool.html", "incidents/gateway-certificate.html",
      "index.html",
      "services.html", "services/checkout.html", "services/loyalty.html", "style.css", "tags/database.html",
    ]
    #expect(Set(tree.keys) == expected)
    let page = try sandbox.text("site/incidents/2026-03-14-checkout-pool.html")
    for id in ["timeline", "gaps", "cause", "prevention", "tests", "summary"] {
      #expect(page.contains("<h2 id=\"\(id)\""))
    }
    #expect(page.contains("<audio controls"))
    #expect(page.contains("The loyalty call ran inside the database transaction"))
    #expect(try sandbox.text("site/gaps.json").contains("connection-pool-exhaustion"))
    #expect(try sandbox.text("site/gaps.json").contains("\"minutes\": 45"))
    let feed = try sandbox.text("site/feed.xml")
    #expect(feed.components(separatedBy: "<item>").count == 3)
    let size = try #require(tree["audio/2026-03-14-checkout-pool.mp3"]?.count)
    #expect(feed.contains("length=\"\(size)\""))
  }

  @Test func aSecondBuildWritesNothing() throws {
    let sandbox = try built()
    #expect(try sandbox.hindcast("build", "--engine", "playbook").code == 0)
    let second = try sandbox.hindcast("build", "--engine", "playbook")
    #expect(second.complaint.contains("(0 new, 2 cached, 0 spoken)"))
    #expect(second.complaint.contains("0 files written, 0 removed"))
  }

  @Test func oneJobAndEightGiveTheSameBytes() throws {
    let sandbox = try built()
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--jobs", "1", "--site", "one").code == 0)
    let zone = ["HINDCAST_CACHE": "other-cache", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"]
    #expect(
      try sandbox.hindcast(
        "build", "--engine", "playbook", "--jobs", "8", "--site", "eight", environment: zone
      ).code == 0)
    let (one, eight) = (try sandbox.tree("one"), try sandbox.tree("eight"))
    #expect(one == eight)
  }

  @Test func whatIsDeletedFromGitLeavesTheSiteAndNothingElseDoes() throws {
    let sandbox = try built()
    try sandbox.write("mine", to: "site/notes.txt")
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    try sandbox.git("rm", "-q", "incidents/2026/gateway-certificate.md")
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    let tree = try sandbox.tree("site")
    #expect(tree["incidents/gateway-certificate.html"] == nil)
    #expect(tree["notes.txt"] == Data("mine".utf8))
  }

  @Test func aDamagedCacheEntryIsAMiss() throws {
    let sandbox = try built()
    #expect(try sandbox.hindcast("build", "--engine", "playbook").code == 0)
    let before = try sandbox.tree("site")
    for name in try sandbox.tree(".hindcast").keys { try sandbox.write("rubbish", to: ".hindcast/\(name)") }
    #expect(try sandbox.hindcast("build", "--engine", "playbook").code == 0)
    #expect(try sandbox.tree("site") == before)
  }

  @Test func draftsComeInOnRequestAndAreMarked() throws {
    let sandbox = try built()
    try sandbox.write("# Draft of today\n\nIt broke.", to: "incidents/2026-05-01-draft.md")
    #expect(try sandbox.hindcast("build", "--engine", "playbook", "--no-audio").code == 0)
    #expect(try sandbox.tree("site")["incidents/2026-05-01-draft.html"] == nil)
    #expect(
      try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--include-untracked").code == 0)
    #expect(try sandbox.text("site/incidents/2026-05-01-draft.html").contains("draft</span>"))
  }
}
