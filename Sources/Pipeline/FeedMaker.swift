import Incidents
import Moments
import Narration
import Podcast
import Portal
import Reviewing
import Settings

/// The podcast feed of a build.
struct FeedMaker {
  /// Stands in for a base address that isn't set; `hindcast serve` answers there.
  static let placeholder = "http://127.0.0.1:8080"

  private let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  func feed(_ results: [Analysis.Result]) -> [UInt8] {
    let base = settings.site.baseURL ?? Self.placeholder
    let feed = settings.feed
    let channel = Feed.Channel(
      title: feed.title ?? settings.site.title, description: feed.description ?? settings.site.description,
      link: base,
      address: base + "/feed.xml", language: settings.site.language, author: feed.author,
      category: feed.category,
      isPrivate: feed.isPrivate, image: nil)
    let items = results.compactMap { result -> Feed.Item? in
      guard let incident = result.incident, let episode = result.episode, !incident.isDraft else {
        return nil
      }
      return Feed.Item(
        title: incident.title.value, summary: incident.review.audioSummary,
        guid: Feed.guid(permanentName: result.permanentName),
        published: incident.started?.value ?? result.lastChanged ?? Moment(seconds: 0),
        page: "\(base)/\(Address.incident(incident.slug))", audio: "\(base)/\(Address.audio(incident.slug))",
        length: episode.mp3.count, seconds: (episode.duration + 500) / 1_000,
        transcript: "\(base)/\(Address.transcript(incident.slug))")
    }
    return Feed(channel, items).xml
  }
}
