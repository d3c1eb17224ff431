import Bytes
import Incidents
import Insights
import Moments
import Narration
import Podcast
import Portal
import Sanitizing
import Settings

/// The podcast of a build: feeds, cover and transcripts.
struct FeedMaker: Sendable {
  /// Stands in for a base address that isn't set; `hindcast serve` answers there.
  static let placeholder = "http://127.0.0.1:8080"

  private let settings: Settings
  private let items: [Item]

  /// An incident with an episode, and the gaps that its notes name.
  private struct Item {
    let card: IncidentCard
    let episode: IncidentCard.Episode
    let gaps: [GapIndex.Entry]
  }

  init(_ settings: Settings, _ cards: [IncidentCard], _ index: GapIndex) {
    self.settings = settings
    items = cards.compactMap { card in
      guard let episode = card.episode, !card.isDraft else { return nil }
      var seen: Set<String> = []
      let gaps = card.gaps.compactMap(index.entry).filter { seen.insert($0.id).inserted }
      return Item(card: card, episode: episode, gaps: gaps)
    }
  }

  /// `feed.xml` with its further pages, `feed.json`, a feed for each service, and the cover.
  func parts() -> [SitePart] {
    var services: [Slug: (name: String, items: [Item])] = [:]
    for item in items {
      for service in item.card.services {
        services[Slug(service.string), default: (service.string, [])].items.append(item)
      }
    }
    let whole = SitePart("feed.xml", digest(items)) {
      let feed = Feed(channel("feed.xml", name: nil), items.map(entry))
      return pages(feed, at: "feed.xml") + [SiteFile("feed.json", feed.json(address: "\(base)/feed.json"))]
    }
    let perService = services.sorted { $0.key < $1.key }.map { slug, group in
      let path = "services/\(slug).xml"
      return SitePart("feed " + path, digest(group.items, name: group.name)) {
        pages(Feed(channel(path, name: group.name), group.items.map(entry)), at: path)
      }
    }
    let title = settings.feed.title ?? settings.site.title
    let cover = SitePart("cover.png", Digest(of: title)) {
      [SiteFile("cover.png", Cover(title: title, accent: settings.site.accent).png)]
    }
    return [whole, cover] + perService
  }

  /// The sound of one incident and what it says when.
  func files(of incident: Slug, _ episode: Episode) -> [SiteFile] {
    [
      SiteFile(Address.audio(incident), episode.mp3),
      SiteFile(Address.transcript(incident), Transcript.webVTT(episode)),
      SiteFile("audio/\(incident).srt", Transcript.subRip(episode)),
      SiteFile("audio/\(incident).json", Transcript.json(episode)),
      SiteFile(
        "audio/\(incident).chapters.json",
        Transcript.chapters(episode, page: "\(base)/\(Address.incident(incident))")),
    ]
  }

  private func digest(_ items: [Item], name: String? = nil) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(name) { $0.add($1) }
    sheet.add(items) { sheet, item in
      sheet.add(item.card.digest)
      sheet.add(item.gaps) { sheet, gap in
        sheet.add(gap.id)
        sheet.add(gap.component.string)
      }
    }
    return Digest(of: sheet.bytes)
  }

  private var base: String { settings.site.baseURL ?? Self.placeholder }

  private func pages(_ feed: Feed, at path: String) -> [SiteFile] {
    feed.pages.enumerated().map { SiteFile(Feed.paged(path, $0.offset), $0.element) }
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

  private func entry(_ item: Item) -> Feed.Item {
    let (card, episode) = (item.card, item.episode)
    return Feed.Item(
      title: card.title.value, summary: episode.summary,
      notes: Feed.ShowNotes(
        cause: card.cause, gaps: item.gaps.map { ($0.title, "\(base)/\(Address.gap($0.id))") },
        tests: card.tests.map(\.scope)),
      guid: episode.guid, published: episode.published, page: "\(base)/\(Address.incident(card.slug))",
      audio: "\(base)/\(Address.audio(card.slug))", length: episode.bytes, seconds: episode.seconds,
      transcript: "\(base)/audio/\(card.slug)", services: card.services)
  }
}
