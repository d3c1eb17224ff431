import Bytes
import Insights
import Incidents
import Moments
import Narration
import Podcast
import Portal
import Reviewing
import Sanitizing
import Settings

/// The podcast of a build: feeds, cover and transcripts.
struct FeedMaker {
  /// Stands in for a base address that isn't set; `hindcast serve` answers there.
  static let placeholder = "http://127.0.0.1:8080"

  private let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// `feed.xml` with its further pages, `feed.json`, a feed for each service, the cover, and the transcripts.
  func files(_ results: [Analysis.Result], _ index: GapIndex) -> [String: [UInt8]] {
    let items = results.compactMap { item($0, index) }
    var files: [String: [UInt8]] = [:]
    let whole = Feed(channel("feed.xml", name: nil), items)
    add(whole, at: "feed.xml", to: &files)
    files["feed.json"] = whole.json(address: "\(base)/feed.json")
    var services: [Slug: (name: String, items: [Feed.Item])] = [:]
    for item in items {
      for service in item.services {
        services[Slug(service.string), default: (service.string, [])].items.append(item)
      }
    }
    for (slug, group) in services {
      let path = "services/\(slug).xml"
      add(Feed(channel(path, name: group.name), group.items), at: path, to: &files)
    }
    files["cover.png"] =
      Cover(title: settings.feed.title ?? settings.site.title, accent: settings.site.accent).png
    for result in results {
      guard let incident = result.incident, let episode = result.episode else { continue }
      files[Address.transcript(incident.slug)] = Transcript.webVTT(episode)
      files["audio/\(incident.slug).srt"] = Transcript.subRip(episode)
      files["audio/\(incident.slug).json"] = Transcript.json(episode)
      files["audio/\(incident.slug).chapters.json"] = Transcript.chapters(
        episode, page: "\(base)/\(Address.incident(incident.slug))")
    }
    return files
  }

  private var base: String { settings.site.baseURL ?? Self.placeholder }

  private func add(_ feed: Feed, at path: String, to files: inout [String: [UInt8]]) {
    for (number, bytes) in feed.pages.enumerated() { files[Feed.paged(path, number)] = bytes }
  }

  /// - Parameter name: the service's, for a feed of one service.
  private func channel(_ path: String, name: String?) -> Feed.Channel {
    let feed = settings.feed
    let title = feed.title ?? settings.site.title
    return Feed.Channel(
      title: name.map { "\(title): \($0)" } ?? title,
      description: feed.description ?? settings.site.description,
      link: name.map { "\(base)/\(Address.service($0))" } ?? "\(base)/", address: "\(base)/\(path)",
      language: settings.site.language, author: feed.author, category: feed.category,
      isPrivate: feed.isPrivate,
      image: feed.image ?? "\(base)/cover.png", guid: name == nil ? feed.guid : nil)
  }

  private func item(_ result: Analysis.Result, _ index: GapIndex) -> Feed.Item? {
    guard let incident = result.incident, let episode = result.episode, !incident.isDraft else { return nil }
    var seen: Set<String> = []
    let entries = incident.review.gaps.compactMap { index.entry(of: $0) }.filter {
      seen.insert($0.id).inserted
    }
    return Feed.Item(
      title: incident.title.value, summary: incident.review.audioSummary,
      notes: Feed.ShowNotes(
        cause: incident.review.cause.statement.text,
        gaps: entries.map { ($0.title, "\(base)/\(Address.gap($0.id))") },
        tests: incident.review.tests.map(\.scope)),
      guid: Feed.guid(permanentName: result.permanentName),
      published: incident.started?.value ?? result.lastChanged ?? Moment(seconds: 0),
      page: "\(base)/\(Address.incident(incident.slug))", audio: "\(base)/\(Address.audio(incident.slug))",
      length: episode.mp3.count, seconds: (episode.duration + 500) / 1_000,
      transcript: "\(base)/audio/\(incident.slug)", services: incident.services)
  }
}
