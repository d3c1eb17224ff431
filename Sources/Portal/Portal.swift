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
  let incidents: [PublishedIncident]
  let index: GapIndex
  let plan: TestPlan
  /// Services by name, each with its incidents, the newest first; names that differ in case only are one.
  let services: [Group]
  let tags: [Group]
  let years: [Group]
  private let masked: SanitizingReport

  /// Incidents that share a service, a tag or a year.
  struct Group: Sendable {
    let name: String
    let members: [PublishedIncident]

    /// Minutes of outage, added up.
    var minutes: Int { members.reduce(0) { $0 + ($1.minutes?.value ?? 0) } }
  }

  /// - Parameter incidents: in any order.
  package init(
    _ site: SiteFacts, _ templates: Templates, _ incidents: [PublishedIncident], _ index: GapIndex,
    _ plan: TestPlan
  ) {
    self.site = site
    self.templates = templates
    let incidents = incidents.sorted(by: Self.isNewer)
    self.incidents = incidents
    self.index = index
    self.plan = plan
    services = Self.groups(incidents) { $0.services.map(\.string) }
    tags = Self.groups(incidents) { $0.tags.map(\.string) }
    years = Self.groups(incidents) { [$0.started.map { "\($0.value.date.year)" } ?? "undated"] }.reversed()
    masked = incidents.reduce(into: SanitizingReport()) { $0.add($1.report) }
  }

  private static func isNewer(_ left: PublishedIncident, _ right: PublishedIncident) -> Bool {
    let (first, second) = (left.started?.value.seconds ?? .min, right.started?.value.seconds ?? .min)
    return first != second ? first > second : left.slug < right.slug
  }

  private static func groups(
    _ incidents: [PublishedIncident], _ names: (PublishedIncident) -> [String]
  ) -> [Group] {
    var groups: [Slug: (name: String, members: [PublishedIncident])] = [:]
    for incident in incidents {
      for name in names(incident) {
        let key = Slug(name)
        if groups[key]?.members.last?.slug == incident.slug { continue }
        groups[key, default: (name, [])].members.append(incident)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { Group(name: $0.value.name, members: $0.value.members) }
  }

  /// Some files of the site, made when they are asked for, on any thread.
  package struct Batch: Sendable {
    package let make: @Sendable () -> [(path: String, bytes: [UInt8])]
  }

  /// All files but style, script and sound: a batch for each incident, and one for each kind of shared page.
  package func batches() -> [Batch] {
    let similar = Similar(incidents, index)
    let slugs = Set(incidents.map(\.slug))
    let links = IncidentLinks(incidents)
    let testsByGap = Dictionary(grouping: plan.items) { $0.gap?.id ?? "" }
    // The long ones first, so that no thread is left alone with one at the end.
    var batches = [Batch { SearchIndex(incidents, index).files.map { ($0.key, $0.value) } }]
    batches.append(
      Batch { [("incidents.html", incidentList()), ("incidents.json", Twin.list(incidents).bytes)] })
    batches.append(
      Batch { [("tests.html", planPage()), ("tests.csv", plan.csv), ("tests.md", plan.markdown)] })
    batches.append(
      Batch { [("gaps.html", gapList()), ("gaps.json", index.json.bytes), ("trends.html", trends())] })
    batches.append(
      Batch {
        // The same test of two gaps has two files: their names differ by the gap.
        plan.items.compactMap { Starter($0) }.map { (Address.starter($0.name), $0.bytes) }
      })
    batches += services.map { group in Batch { [(Address.service(group.name), list(group, kind: "service"))] }
    }
    batches += tags.map { group in Batch { [(Address.tag(group.name), list(group, kind: "tag"))] } }
    batches += years.map { group in Batch { [(Address.year(group.name), archive(group))] } }
    batches += index.entries.map { entry in
      Batch { [(Address.gap(entry.id), gapPage(entry, testsByGap[entry.id] ?? []))] }
    }
    batches.append(
      Batch {
        [
          ("index.html", home()), ("services.html", serviceList()), ("tags.html", tagList()),
          ("episodes.html", episodes()), ("search.html", searchPage()), ("about.html", about()),
          ("404.html", notFound()), ("robots.txt", Array("User-agent: *\nDisallow: /\n".utf8)),
        ] + sitemap()
      })
    batches += incidents.indices.map { position in Batch { incidentFiles(position, similar, slugs, links) } }
    return batches
  }

  private func sitemap() -> [(path: String, bytes: [UInt8])] {
    guard let base = site.baseURL else { return [] }
    let fixed = [
      "index", "incidents", "gaps", "tests", "services", "tags", "trends", "episodes", "search", "about",
    ].map { "\($0).html" }
    let paths =
      fixed + incidents.map { Address.incident($0.slug) } + index.entries.map { Address.gap($0.id) }
      + services.map { Address.service($0.name) } + tags.map { Address.tag($0.name) }
      + years.map { Address.year($0.name) }
    return [("sitemap.xml", Self.sitemap(base, paths.sorted()))]
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
    let spoken = incidents.filter { $0.audio != nil && !$0.isDraft }
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
      incident.provenance.writer
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
