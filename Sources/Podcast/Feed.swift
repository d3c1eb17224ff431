package import Bytes
package import Moments
package import Sanitizing

/// A podcast: RSS 2.0 with iTunes, Podcasting 2.0, Atom and content modules.
package struct Feed: Sendable {
  package struct Channel: Sendable {
    package let title: String
    package let description: String
    /// The page that the feed belongs to.
    package let link: String
    /// The feed's own address.
    package let address: String
    package let language: String
    package let author: String
    package let category: String
    package let isPrivate: Bool
    /// Absolute address of the cover.
    package let image: String
    /// Pinned by the settings; without one it is made from the feed's address.
    package let guid: String?

    package init(
      title: String, description: String, link: String, address: String, language: String, author: String,
      category: String, isPrivate: Bool, image: String, guid: String?
    ) {
      self.title = title
      self.description = description
      self.link = link
      self.address = address
      self.language = language
      self.author = author
      self.category = category
      self.isPrivate = isPrivate
      self.image = image
      self.guid = guid
    }
  }

  package struct Item: Sendable {
    package let title: SanitizedText
    /// Plain text.
    package let summary: SanitizedText
    package let notes: ShowNotes
    /// Never changes: not by a rename, a new address or a new model.
    package let guid: NameBasedID
    package let published: Moment
    package let page: String
    package let audio: String
    /// Bytes of the audio file.
    package let length: Int
    /// Whole seconds.
    package let seconds: Int
    /// Address of the transcripts, without an extension.
    package let transcript: String
    /// Services that the incident concerned, for the feeds of each.
    package let services: [SanitizedText]

    package init(
      title: SanitizedText, summary: SanitizedText, notes: ShowNotes, guid: NameBasedID, published: Moment,
      page: String, audio: String, length: Int, seconds: Int, transcript: String, services: [SanitizedText]
    ) {
      self.title = title
      self.summary = summary
      self.notes = notes
      self.guid = guid
      self.published = published
      self.page = page
      self.audio = audio
      self.length = length
      self.seconds = seconds
      self.transcript = transcript
      self.services = services
    }
  }

  /// What a listener can look up: the cause, and gaps and tests with where they stand in the portal.
  package struct ShowNotes: Sendable {
    package let cause: SanitizedText
    package let gaps: [(text: String, link: String)]
    package let tests: [SanitizedText]

    package init(cause: SanitizedText, gaps: [(text: String, link: String)], tests: [SanitizedText]) {
      self.cause = cause
      self.gaps = gaps
      self.tests = tests
    }

    func html(page: String) -> String {
      var html = "<p><strong>Cause:</strong> \(Markup.escaped(cause.string))</p>"
      if !gaps.isEmpty {
        let items = gaps.map {
          "<li><a href=\"\(Markup.escaped($0.link))\">\(Markup.escaped($0.text))</a></li>"
        }
        html += "<p><strong>Testing gaps</strong></p><ul>\(items.joined())</ul>"
      }
      if !tests.isEmpty {
        html +=
          "<p><strong>Recommended tests</strong></p><ul>\(tests.map { "<li>\(Markup.escaped($0.string))</li>" }.joined())</ul>"
      }
      return html + "<p><a href=\"\(Markup.escaped(page))\">The whole review with its evidence</a></p>"
    }
  }

  /// Episodes on one page; a longer feed is cut into several (RFC 5005).
  package static let pageSize = 300

  let channel: Channel
  let items: [Item]
  /// Season and number of each item, by its place: a year is a season, numbered from its first incident.
  private let numbers: [(season: Int, episode: Int)]

  /// Items in any order; the feed has the newest first.
  package init(_ channel: Channel, _ items: [Item]) {
    self.channel = channel
    let sorted = items.sorted { left, right in
      left.published != right.published
        ? left.published > right.published : left.guid.description < right.guid.description
    }
    self.items = sorted
    var counts: [Int: Int] = [:]
    numbers = sorted.reversed().map { item in
      let year = item.published.date.year
      counts[year, default: 0] += 1
      return (year, counts[year] ?? 1)
    }.reversed()
  }

  package var isEmpty: Bool { items.isEmpty }

  /// The feed's pages: the first at its own address, the others numbered from 2.
  package var pages: [[UInt8]] {
    let count = max(1, (items.count + Self.pageSize - 1) / Self.pageSize)
    return (0..<count).map { xml(page: $0, of: count) }
  }

  /// The permanent id of an incident's episode, from the path under which Git first saw it.
  package static func guid(permanentName: String) -> NameBasedID {
    NameBasedID(namespace: NameBasedID.podcastNamespace, name: "incident:" + permanentName)
  }

  private func xml(page: Int, of count: Int) -> [UInt8] {
    var xml = XMLWriter()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.line(
      "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
        + " xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">")
    xml.line("<channel>")
    appendChannel(page: page, of: count, to: &xml)
    let first = page * Self.pageSize
    for index in items.indices[first..<min(items.count, first + Self.pageSize)] {
      append(items[index], numbers[index], to: &xml)
    }
    xml.line("</channel>")
    xml.line("</rss>")
    return xml.bytes
  }

  /// `https://…/feed.xml` for the first page, `https://…/feed-2.xml` for the second.
  private func address(ofPage page: Int) -> String {
    page == 0 ? channel.address : Self.paged(channel.address, page)
  }

  /// The name of a page: `feed.xml` and 1 give `feed-2.xml`.
  package static func paged(_ address: String, _ page: Int) -> String {
    guard page > 0, address.hasSuffix(".xml") else { return address }
    return "\(address.dropLast(4))-\(page + 1).xml"
  }

  private func appendChannel(page: Int, of count: Int, to xml: inout XMLWriter) {
    xml.element("title", channel.title)
    xml.element("link", channel.link)
    xml.element("description", channel.description.cut(to: 3_900))
    xml.element("language", channel.language)
    xml.element("copyright", channel.author)
    xml.element("generator", "hindcast")
    // The newest episode's date, so that an unchanged feed stays the same file.
    if let newest = items.first?.published { xml.element("lastBuildDate", newest.rfc2822) }
    link("self", page, &xml)
    if count > 1 {
      link("first", 0, &xml)
      link("last", count - 1, &xml)
      if page > 0 { link("prev", page - 1, &xml) }
      if page + 1 < count { link("next", page + 1, &xml) }
    }
    xml.line("<image>")
    xml.element("url", channel.image)
    xml.element("title", channel.title)
    xml.element("link", channel.link)
    xml.line("</image>")
    xml.element("itunes:author", channel.author)
    xml.element("itunes:type", "episodic")
    xml.element("itunes:explicit", "false")
    xml.empty("itunes:category", [("text", channel.category)])
    xml.empty("itunes:image", [("href", channel.image)])
    xml.element("podcast:guid", channel.guid ?? Self.podcastGUID(channel.address).description)
    xml.element("podcast:medium", "podcast")
    xml.element("podcast:locked", "yes")
    xml.element("podcast:person", channel.author.cut(to: 120))
    if channel.isPrivate {
      xml.element("itunes:block", "Yes")
      xml.element("podcast:block", "yes")
    }
  }

  private func link(_ relation: String, _ page: Int, _ xml: inout XMLWriter) {
    xml.empty(
      "atom:link", [("href", address(ofPage: page)), ("rel", relation), ("type", "application/rss+xml")])
  }

  /// The feed's address without scheme and slash at the end names the podcast.
  private static func podcastGUID(_ address: String) -> NameBasedID {
    var name = Substring(address)
    for scheme in ["https://", "http://"] where name.hasPrefix(scheme) { name.removeFirst(scheme.count) }
    while name.hasSuffix("/") { name.removeLast() }
    return NameBasedID(namespace: NameBasedID.podcastNamespace, name: String(name))
  }

  private func append(_ item: Item, _ number: (season: Int, episode: Int), to xml: inout XMLWriter) {
    xml.line("<item>")
    xml.element("title", item.title.string)
    xml.element("link", item.page)
    xml.element("description", item.summary.string.cut(to: 3_900))
    xml.data("content:encoded", item.notes.html(page: item.page))
    xml.empty("enclosure", [("url", item.audio), ("length", String(item.length)), ("type", "audio/mpeg")])
    xml.element("guid", item.guid.description, [("isPermaLink", "false")])
    xml.element("pubDate", item.published.rfc2822)
    xml.element("itunes:duration", String(item.seconds))
    xml.element("itunes:explicit", "false")
    xml.element("itunes:episodeType", "full")
    xml.element("itunes:season", String(number.season))
    xml.element("itunes:episode", String(number.episode))
    xml.element("podcast:season", String(number.season))
    xml.element("podcast:episode", String(number.episode))
    for (suffix, type) in [
      ("vtt", "text/vtt"), ("srt", "application/x-subrip"), ("json", "application/json"),
    ] {
      xml.empty("podcast:transcript", [("url", "\(item.transcript).\(suffix)"), ("type", type)])
    }
    xml.empty(
      "podcast:chapters",
      [("url", "\(item.transcript).chapters.json"), ("type", "application/json+chapters")])
    xml.line("</item>")
  }
}

extension String {
  /// At most so many bytes, cut between characters.
  fileprivate func cut(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var text = ""
    var size = 0
    for character in self {
      size += character.utf8.count
      guard size <= limit - 3 else { break }
      text.append(character)
    }
    return text + "…"
  }
}
