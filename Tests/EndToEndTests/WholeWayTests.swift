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
    // The shards of the search, the pages of the gaps and the files to begin tests with depend on every word; the rest is
    // listed.
    let listed = tree.keys.filter { path in
      !["search/", "gaps/", "starters/"].contains { path.hasPrefix($0) }
    }
    let sound = ["2026-03-14-checkout-pool", "gateway-certificate"].flatMap { slug in
      ["mp3", "vtt", "srt", "json", "chapters.json"].map { "audio/\(slug).\($0)" }
        + ["html", "json"].map { "incidents/\(slug).\($0)" }
    }
    let expected = Set(
      sound + [
        ".hindcast-manifest", "404.html", "about.html", "archive/2026.html", "cover.png", "episodes.html",
        "feed.json",
        "feed.xml", "gaps.html", "gaps.json", "incidents.html", "incidents.json", "index.html", "portal.js",
        "robots.txt",
        "search.html", "services.html", "services/checkout.html", "services/checkout.xml",
        "services/loyalty.html",
        "services/loyalty.xml", "style.css", "tags.html", "tags/database.html", "tests.csv", "tests.html",
        "tests.md",
        "trends.html",
      ])
    #expect(Set(listed) == expected, "\(Set(listed).symmetricDifference(expected))")
    #expect(
      tree.keys.contains("search/index.json")
        && tree.keys.contains("gaps/connection-pool-exhaustion--load--checkout.html"))
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

  @Test func aFileThatIsAddedToGitAfterABuildIsSeenByTheNext() throws {
    let sandbox = try built()
    try sandbox.write("# Late\n\nThe disk was full.\n", to: "incidents/2026-04-01-late.md")
    func build() throws -> String {
      let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
      #expect(run.code == 0, "\(run.complaint)")
      return run.complaint
    }
    #expect(try build().contains("2 incidents ("))
    try sandbox.git("add", "incidents")
    #expect(try build().contains("3 incidents ("))
    try sandbox.git("rm", "-q", "--cached", "incidents/2026-04-01-late.md")
    #expect(try build().contains("2 incidents ("))
  }

  @Test func whatChangesAfterABuildIsSeenByTheNext() throws {
    let sandbox = try built()
    func build() throws -> String {
      let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio")
      #expect(run.code == 0, "\(run.complaint)")
      return run.complaint
    }
    _ = try build()
    #expect(try build().contains("0 files written, 0 removed"))
    // A page that someone changed, a page that is gone, an incident edited and not committed, a setting, a template.
    try sandbox.write("defaced", to: "site/index.html")
    #expect(try build().contains("1 file written"))
    try FileManager.default.removeItem(at: sandbox.folder.appendingPathComponent("site/gaps.html"))
    #expect(try build().contains("1 file written"))
    try sandbox.write(
      Incidents.pool.replacing("5,790", with: "6,790"), to: "incidents/2026-03-14-checkout-pool.md")
    #expect(!(try build().contains(" 0 files written")))
    #expect(try sandbox.text("site/incidents/2026-03-14-checkout-pool.html").contains("6,790"))
    try sandbox.write("site:\n  title: Renamed\n", to: "hindcast.yaml")
    _ = try build()
    #expect(try sandbox.text("site/index.html").contains("Renamed"))
    let incremental = try sandbox.tree("site")
    #expect(
      try sandbox.hindcast(
        "build", "--engine", "playbook", "--no-audio", "--site", "clean",
        environment: ["HINDCAST_CACHE": "elsewhere"]
      ).code == 0)
    #expect(try sandbox.tree("clean") == incremental)
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

@Suite("Links from one incident to another") struct IncidentLinkTests {
  @Test func theyLeadToThePageAndBrokenOnesAreNamedWithTheirLine() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.certificate, to: "incidents/2026/certificate.md")
    try sandbox.write(
      """
      # Again

      2026-05-01. As in [April](certificate.md#why-not) and [March](../gone.md).

      ## Why, twice?

      See [above](#again), [this](#why-twice), [none](#nowhere) and [April's why](certificate.md#again-why).

      """, to: "incidents/2026/again.md")
    try sandbox.write(
      "# Certificate\n\n2026-04-03: it expired.\n\n## Again: why?\n\nNobody looked.\n",
      to: "incidents/2026/certificate.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(run.code == 0)
    for (line, target) in [
      (3, "incidents/gone.md"), (3, "incidents/2026/certificate.md#why-not"), (7, "#nowhere"),
    ] {
      #expect(
        run.complaint.contains(
          "incidents/2026/again.md:\(line): warning: a link leads to '\(target)', which isn't there"),
        "\(run.complaint)")
    }
    let page = try sandbox.text("site/incidents/again.html")
    #expect(page.contains("<a href=\"certificate.html\">April</a>"))
    #expect(
      page.contains("<a href=\"certificate.html#at-again-why\">April") && page.contains("id=\"at-why-twice\"")
    )
    #expect(page.contains("<a href=\"#at-why-twice\">this</a>") && !page.contains("#at-nowhere"))
    #expect(try sandbox.text("site/incidents/certificate.html").contains("id=\"at-again-why\""))
  }
}
