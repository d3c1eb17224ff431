package import Bytes
package import Moments
package import Sanitizing

/// A podcast: RSS 2.0 with iTunes, Podcasting 2.0, Atom and content modules.
package struct Feed: Sendable {
  package struct Channel: Sendable {
    package let title: String
    package let description: String
    /// The site's address, without a slash at the end.
    package let link: String
    /// The feed's own address.
    package let address: String
    package let language: String
    package let author: String
    package let category: String
    package let isPrivate: Bool
    package let image: String?

    package init(
      title: String, description: String, link: String, address: String, language: String, author: String,
      category: String,
      isPrivate: Bool, image: String?
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
    }
  }

  package struct Item: Sendable {
    package let title: SanitizedText
    /// Plain text.
    package let summary: SanitizedText
    /// Never changes: not by a rename, a new address or a new model.
    package let guid: NameBasedID
    package let published: Moment
    package let page: String
    package let audio: String
    /// Bytes of the audio file.
    package let length: Int
    /// Whole seconds.
    package let seconds: Int
    package let transcript: String

    package init(
      title: SanitizedText, summary: SanitizedText, guid: NameBasedID, published: Moment, page: String,
      audio: String, length: Int,
      seconds: Int, transcript: String
    ) {
      self.title = title
      self.summary = summary
      self.guid = guid
      self.published = published
      self.page = page
      self.audio = audio
      self.length = length
      self.seconds = seconds
      self.transcript = transcript
    }
  }

  private let channel: Channel
  private let items: [Item]

  /// Items in any order; the feed has the newest first.
  package init(_ channel: Channel, _ items: [Item]) {
    self.channel = channel
    self.items = items.sorted { left, right in
      left.published != right.published
        ? left.published > right.published : left.guid.description < right.guid.description
    }
  }

  /// The permanent id of an incident's episode, from the path under which Git first saw it.
  package static func guid(permanentName: String) -> NameBasedID {
    NameBasedID(namespace: NameBasedID.podcastNamespace, name: "incident:" + permanentName)
  }

  package var xml: [UInt8] {
    var xml = XMLWriter()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.line(
      "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
        + " xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">")
    xml.line("<channel>")
    append(channel, to: &xml)
    for item in items { append(item, to: &xml) }
    xml.line("</channel>")
    xml.line("</rss>")
    return xml.bytes
  }

  private func append(_ channel: Channel, to xml: inout XMLWriter) {
    xml.element("title", channel.title)
    xml.element("link", channel.link + "/")
    xml.element("description", channel.description)
    xml.element("language", channel.language)
    xml.element("generator", "hindcast")
    // The newest episode's date, so that an unchanged feed stays the same file.
    if let newest = items.first?.published { xml.element("lastBuildDate", newest.rfc2822) }
    xml.empty("atom:link", [("href", channel.address), ("rel", "self"), ("type", "application/rss+xml")])
    xml.element("itunes:author", channel.author)
    xml.element("itunes:type", "episodic")
    xml.element("itunes:explicit", "false")
    xml.empty("itunes:category", [("text", channel.category)])
    if let image = channel.image {
      xml.empty("itunes:image", [("href", image)])
    }
    xml.element("podcast:guid", Self.podcastGUID(channel.address).description)
    xml.element("podcast:medium", "podcast")
    xml.element("podcast:locked", "yes")
    if channel.isPrivate {
      xml.element("itunes:block", "Yes")
      xml.element("podcast:block", "yes")
    }
  }

  /// The feed's address without scheme and slash at the end names the podcast.
  private static func podcastGUID(_ address: String) -> NameBasedID {
    var name = Substring(address)
    for scheme in ["https://", "http://"] where name.hasPrefix(scheme) { name.removeFirst(scheme.count) }
    while name.hasSuffix("/") { name.removeLast() }
    return NameBasedID(namespace: NameBasedID.podcastNamespace, name: String(name))
  }

  private func append(_ item: Item, to xml: inout XMLWriter) {
    xml.line("<item>")
    xml.element("title", item.title.string)
    xml.element("link", item.page)
    xml.element("description", item.summary.string.cut(to: 3_900))
    xml.empty("enclosure", [("url", item.audio), ("length", String(item.length)), ("type", "audio/mpeg")])
    xml.element("guid", item.guid.description, [("isPermaLink", "false")])
    xml.element("pubDate", item.published.rfc2822)
    xml.element("itunes:duration", String(item.seconds))
    xml.element("itunes:explicit", "false")
    xml.element("itunes:episodeType", "full")
    xml.empty("podcast:transcript", [("url", item.transcript), ("type", "text/vtt")])
    xml.line("</item>")
  }
}

private struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes.append(10)
  }

  mutating func element(_ name: String, _ text: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    bytes.append(0x3E)
    Markup.append(text.utf8, to: &bytes)
    line("</\(name)>")
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    line("/>")
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    bytes += "<\(name)".utf8
    for (attribute, value) in attributes {
      bytes += " \(attribute)=\"".utf8
      Markup.append(value.utf8, to: &bytes)
      bytes.append(0x22)
    }
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
