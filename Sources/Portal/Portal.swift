package import Bytes
package import Insights
import Incidents
import Moments
import Reviewing
import Sanitizing

/// The site's pages, from sanitized incidents to bytes.
///
/// Each kind of page has a file of its own in this folder; here is what they share.
package struct Portal: Sendable {
  let site: SiteFacts
  let templates: Templates
  /// The newest first.
  let incidents: [IncidentCard]
  /// Where an incident stands among them.
  let positions: [Slug: Int]
  let index: GapIndex
  /// By incident: where the entries of its gaps stand in the index.
  let gapEntries: [[Int]]
  /// By entry of the index: of its name and state.
  let stateDigests: [Digest]
  let plan: TestPlan
  let similar: Similar
  let links: IncidentLinks
  /// Services by name, each with its incidents, the newest first; names that differ in case only are one.
  let services: [Group]
  let tags: [Group]
  let years: [Group]
  private let masked: SanitizingReport

  /// Incidents that share a service, a tag or a year.
  struct Group: Sendable {
    let name: String
    let members: [IncidentCard]
    /// Where the entries of their gaps stand in the index, in its order.
    let gaps: [Int]

    /// Minutes of outage, added up.
    var minutes: Int { members.reduce(0) { $0 + ($1.minutes?.value ?? 0) } }
  }

  /// - Parameter incidents: in any order.
  package init(
    _ site: SiteFacts, _ templates: Templates, _ incidents: [IncidentCard], _ index: GapIndex,
    _ plan: TestPlan
  ) {
    self.site = site
    self.templates = templates
    let incidents = incidents.sorted(by: IncidentCard.isNewer)
    self.incidents = incidents
    positions = incidents.indices.reduce(into: [:]) { $0[incidents[$1].slug] = $1 }
    self.index = index
    stateDigests = index.entries.map { Digest(of: "\($0.id) \($0.state.name.rawValue)") }
    self.plan = plan
    let gaps = incidents.map { $0.gaps.compactMap(index.position) }
    gapEntries = gaps
    similar = Similar(incidents, index, gaps)
    links = IncidentLinks(incidents)
    services = Self.groups(incidents, gaps) { $0.services.map(\.string) }
    tags = Self.groups(incidents, gaps) { $0.tags.map(\.string) }
    years = Self.groups(incidents, gaps) { [$0.started.map { "\($0.date.year)" } ?? "undated"] }.reversed()
    masked = incidents.reduce(into: SanitizingReport()) { $0.add($1.report) }
  }

  private static func groups(
    _ incidents: [IncidentCard], _ gaps: [[Int]], _ names: (IncidentCard) -> [String]
  ) -> [Group] {
    var groups: [Slug: (name: String, members: [Int])] = [:]
    var keys: [String: Slug] = [:]
    for (position, incident) in incidents.enumerated() {
      for name in names(incident) {
        let key = keys[name] ?? Slug(name)
        keys[name] = key
        if groups[key]?.members.last == position { continue }
        groups[key, default: (name, [])].members.append(position)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { _, group in
      Group(
        name: group.name, members: group.members.map { incidents[$0] },
        gaps: Set(group.members.lazy.flatMap { gaps[$0] }).sorted())
    }
  }

  /// All files but style, script and sound: a part for each incident, and one for each kind of shared page.
  package func parts() -> [SitePart] {
    let digests = index.entries.map(digest)
    let all = Self.digest(of: incidents.map(\.digest) + digests)
    let testsByGap = Dictionary(grouping: plan.items) { $0.gap?.key }
    // The long ones first, so that no thread is left alone with one at the end.
    var parts = [
      SitePart("gaps.json", all) { [SiteFile("gaps.json", index.json.bytes)] },
      SitePart("tests.html", all) { [SiteFile("tests.html", planPage())] },
      SitePart("incidents.html", all) { [SiteFile("incidents.html", incidentList())] },
      SitePart("incidents.json", all) { [SiteFile("incidents.json", Twin.list(incidents).bytes)] },
      SitePart("tests", all) { [SiteFile("tests.csv", plan.csv), SiteFile("tests.md", plan.markdown)] },
      SitePart("starters", all) {
        // The same test of two gaps has two files: their names differ by the gap.
        plan.items.compactMap { Starter($0) }.map { SiteFile(Address.starter($0.name), $0.bytes) }
      },
    ]
    parts += services.map { group in
      SitePart("service " + Address.service(group.name), digest(group, digests)) {
        [SiteFile(Address.service(group.name), list(group, kind: "service"))]
      }
    }
    parts += tags.map { group in
      SitePart("tag " + Address.tag(group.name), digest(group, digests)) {
        [SiteFile(Address.tag(group.name), list(group, kind: "tag"))]
      }
    }
    parts += years.map { group in
      SitePart("year " + Address.year(group.name), digest(group, digests)) {
        [SiteFile(Address.year(group.name), archive(group))]
      }
    }
    parts += index.entries.indices.map { number in
      let entry = index.entries[number]
      let tests = testsByGap[entry.key] ?? []
      return SitePart("gap " + entry.id, digest(entry, digests, tests)) {
        [SiteFile(Address.gap(entry.id), gapPage(entry, tests))]
      }
    }
    parts.append(SitePart("shared", all) { sharedPages() })
    parts.append(
      SitePart("about.html", Self.digest(of: [all, Digest(of: site.commit ?? "")])) {
        [SiteFile("about.html", about())]
      })
    parts += SearchIndex(incidents, index).parts
    return parts + incidents.indices.map { SitePart(incidents[$0].slug, surroundings($0)) }
  }

  private func sharedPages() -> [SiteFile] {
    [
      SiteFile("index.html", home()), SiteFile("gaps.html", gapList()), SiteFile("trends.html", trends()),
      SiteFile("services.html", serviceList()), SiteFile("tags.html", tagList()),
      SiteFile("episodes.html", episodes()), SiteFile("search.html", searchPage()),
      SiteFile("404.html", notFound()),
      SiteFile("robots.txt", Array("User-agent: *\nDisallow: /\n".utf8)),
    ] + sitemap()
  }

  private func sitemap() -> [SiteFile] {
    guard let base = site.baseURL else { return [] }
    let fixed = [
      "index", "incidents", "gaps", "tests", "services", "tags", "trends", "episodes", "search", "about",
    ].map { "\($0).html" }
    let paths =
      fixed + incidents.map { Address.incident($0.slug) } + index.entries.map { Address.gap($0.id) }
      + services.map { Address.service($0.name) } + tags.map { Address.tag($0.name) }
      + years.map { Address.year($0.name) }
    return [SiteFile("sitemap.xml", Self.sitemap(base, paths.sorted()))]
  }

  private static func sitemap(_ base: String, _ paths: [String]) -> [UInt8] {
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for path in paths {
      text += "<url><loc>\(Markup.escaped("\(base)/\(path)"))</loc></url>\n"
    }
    return Array((text + "</urlset>\n").utf8)
  }

  // MARK: What pages share

  func render(_ template: String, _ title: String, path: String, _ flags: Fields, _ fields: Fields) -> [UInt8]
  {
    let shared: Fields = [
      .root: Address.root(of: path), .site: site.title, .description: site.description,
      .language: site.language, .page: title, .commit: site.commit, .version: site.version,
      .incidentCount: incidents.count, .maskedTotal: masked.total, .styleDigest: site.styleDigest,
      .scriptDigest: site.scriptDigest, .canonical: site.baseURL.map { "\($0)/\(path)" },
    ]
    return templates.render(template, shared.adding(flags).adding(fields))
  }

  static func serviceFields(_ services: [SanitizedText], root: String) -> [Fields] {
    services.map { [.name: $0.string, .href: root + Address.service($0.string)] }
  }

  /// - Parameter level: 1 is the worst.
  static func severityFields(_ level: Int?) -> Fields {
    [
      .severity: level.flatMap(Severity.init(rawValue:))?.text, .severityClass: level.map { "sev-\($0)" },
    ]
  }

  /// For the filters of a list: keys between bars, so that no name is found inside another.
  static func keys(_ names: [String]) -> String {
    names.isEmpty ? "" : "|" + names.joined(separator: "|") + "|"
  }

  // MARK: Small pages

  private func tagList() -> [UInt8] {
    render(
      "tags", "Tags", path: "tags.html", [.isIncidents: true],
      [
        .hasIncidents: !tags.isEmpty,
        .entries: tags.map { group -> Fields in
          [.name: group.name, .href: Address.tag(group.name), .count: group.members.count]
        },
      ])
  }

  private func episodes() -> [UInt8] {
    let spoken = incidents.filter { $0.episode != nil && !$0.isDraft }
    return render(
      "episodes", "Episodes", path: "episodes.html", [.isEpisodes: true],
      [
        .hasIncidents: !spoken.isEmpty,
        .qr: site.baseURL.flatMap { QRCode.svg("\($0)/feed.xml", title: "QR code of the feed’s address") },
        .feedAddress: site.baseURL.map { "\($0)/feed.xml" },
        .episodes: spoken.map { IncidentFields.listen($0, root: "") },
      ])
  }

  private func searchPage() -> [UInt8] {
    render(
      "search", "Search", path: "search.html", [:],
      [
        .entries: services.map { group -> Fields in
          [.name: group.name, .href: Address.service(group.name), .count: group.members.count]
        },
        .years: yearFields,
      ])
  }

  var yearFields: [Fields] {
    years.map { [.name: $0.name, .href: Address.year($0.name), .count: $0.members.count] }
  }

  private func about() -> [UInt8] {
    let engines = Dictionary(grouping: incidents) { incident in
      incident.writer
    }
    return render(
      "about", "How this site was made", path: "about.html", [:],
      [
        .lede:
          "\(incidents.count) incident files from Git, sanitized, condensed, reviewed and spoken on machines of this company; nothing was sent anywhere else.",
        .hasMasked: masked.total > 0,
        .masked: masked.rows.map { Fields(dictionaryLiteral: (.kind, $0.kind), (.count, $0.count)) },
        .engines: engines.sorted { $0.key < $1.key }.map { name, members -> Fields in
          [.name: name, .count: members.count]
        },
      ])
  }

  private func notFound() -> [UInt8] {
    // Servers answer with this page at any depth: without a base address, only the root can be assumed.
    render("404", "Not found", path: "404.html", [.root: site.basePath], [:])
  }
}

/// Where pages stand below the site's root.
package enum Address {
  package static func incident(_ slug: Slug) -> String { "incidents/\(slug).html" }
  package static func twin(_ slug: Slug) -> String { "incidents/\(slug).json" }
  package static func audio(_ slug: Slug) -> String { "audio/\(slug).mp3" }
  package static func transcript(_ slug: Slug) -> String { "audio/\(slug).vtt" }
  package static func service(_ name: String) -> String { "services/\(Slug(name)).html" }
  package static func tag(_ name: String) -> String { "tags/\(Slug(name)).html" }
  package static func year(_ name: String) -> String { "archive/\(Slug(name)).html" }
  package static func starter(_ name: String) -> String { "starters/\(name)" }
  package static func gap(_ id: String) -> String { "gaps/\(id).html" }

  /// From a page back to the site's root: `../` for each folder it stands in.
  static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == ASCII.slash })
  }
}
