import Bytes
import Moments
import Podcast
import Sanitizing
import Testing

/// What the specifications ask of a feed, read back by an XML parser.
@Suite struct FeedFormTests {
  private static let book = RuleBook.make().book

  private func item(
    _ name: String, at second: Int = 1_773_498_247, title: String = "Title", summary: String = "Summary."
  ) -> Feed.Item {
    var sanitizer = Sanitizer(Self.book)
    return Feed.Item(
      title: sanitizer.clean(title), summary: sanitizer.clean(summary),
      notes: Feed.ShowNotes(
        cause: sanitizer.clean("a < b ]]> c"), gaps: [("No load test", "https://pm.example/gaps/x.html")],
        tests: [sanitizer.clean("checkout")]), guid: Feed.guid(permanentName: name),
      published: Moment(seconds: second), page: "https://pm.example/\(name).html",
      audio: "https://pm.example/audio/\(name).mp3", length: 480_123, seconds: 61,
      transcript: "https://pm.example/audio/\(name)", services: [sanitizer.clean("checkout")])
  }

  private func feed(
    _ items: [Feed.Item], isPrivate: Bool = true, address: String = "https://pm.example/feed.xml",
    title: String = "Post-mortems", image: String = "https://pm.example/cover.png"
  ) -> FeedDocument {
    FeedDocument(
      Feed(
        Feed.Channel(
          title: title, description: "What went wrong.", link: "https://pm.example/", address: address,
          language: "en", author: "acme", category: "Technology", isPrivate: isPrivate, image: image,
          guid: nil),
        items
      ).pages[0])
  }

  @Test func isWellFormedWithTheExactNamespacesAndNoDTD() throws {
    let bytes = Feed(
      Feed.Channel(
        title: "t", description: "d", link: "l", address: "a", language: "en", author: "x", category: "c",
        isPrivate: false, image: "i", guid: nil), [item("a")]
    ).pages[0]
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(FeedDocument(bytes).isWellFormed)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""))
    #expect(!text.contains("<!DOCTYPE") && !text.contains("<!ENTITY"))
    let root = try #require(FeedDocument(bytes).elements.first)
    #expect(root.attributes["xmlns:itunes"] == "http://www.itunes.com/dtds/podcast-1.0.dtd")
    #expect(root.attributes["xmlns:podcast"] == "https://podcastindex.org/namespace/1.0")
    #expect(root.attributes["xmlns:atom"] == "http://www.w3.org/2005/Atom")
    #expect(root.attributes["xmlns:content"] == "http://purl.org/rss/1.0/modules/content/")
  }

  @Test(arguments: [
    "a & b", "<script>alert(1)</script>", "\"quoted\" 'single'", "]]>", "Größe – ✓", "a\u{1}b\u{7}c",
  ])
  func anyTitleComesBackAsItWas(title: String) {
    let document = feed([item("a", title: title, summary: title)], title: title)
    let clean = title.filter { $0 >= " " }
    #expect(document.isWellFormed)
    #expect(
      document.texts("title", in: "item") == [clean] && document.texts("description", in: "item") == [clean])
    #expect(document.texts("title", in: "channel") == [clean])
  }

  @Test func eachItemHasOneEnclosureWithAddressLengthAndType() {
    let enclosures = feed([item("a"), item("b")]).all("enclosure", in: "item").map(\.attributes)
    #expect(enclosures.allSatisfy { $0["length"] == "480123" && $0["type"] == "audio/mpeg" })
    #expect(
      Set(enclosures.compactMap { $0["url"] })
        == ["https://pm.example/audio/a.mp3", "https://pm.example/audio/b.mp3"])
    #expect(enclosures.count == 2)
  }

  @Test func theNewestStandsFirstWhateverTheOrderOfTheItems() {
    let items = [item("a", at: 100), item("b", at: 300), item("c", at: 200), item("d", at: 200)]
    let links = feed(items).texts("link", in: "item")
    #expect(links.first == "https://pm.example/b.html" && links.last == "https://pm.example/a.html")
    #expect(feed(items.reversed()).texts("link", in: "item") == links)
  }

  @Test func datesAreThoseOfRFC2822WithTheRightWeekday() {
    let document = feed([item("a"), item("b", at: 951_782_400)])
    #expect(
      document.texts("pubDate", in: "item") == [
        "Sat, 14 Mar 2026 14:24:07 +0000", "Tue, 29 Feb 2000 00:00:00 +0000",
      ])
    #expect(document.texts("lastBuildDate", in: "channel") == ["Sat, 14 Mar 2026 14:24:07 +0000"])
  }

  @Test func aGuidDependsOnThePermanentNameAlone() {
    let alone = feed([item("a")]).texts("guid", in: "item")
    let changed = feed(
      [item("b", at: 9), item("a", at: 5, title: "Renamed")], address: "https://new.example/f")
    #expect(changed.texts("guid", in: "item").last == alone.first)
    #expect(Set(changed.texts("guid", in: "item")).count == 2)
    #expect(changed.all("guid", in: "item").allSatisfy { $0.attributes["isPermaLink"] == "false" })
  }

  @Test func thePodcastsGuidIsThatOfItsAddressWithoutScheme() {
    // The example of the Podcasting 2.0 specification.
    for address in ["https://mp3s.nashownotes.com/pc20rss.xml", "http://mp3s.nashownotes.com/pc20rss.xml/"] {
      #expect(
        feed([], address: address).texts("podcast:guid", in: "channel") == [
          "917393e3-1b1e-5cef-ace4-edaa54e1f810"
        ])
    }
  }

  @Test(arguments: [3_000, 3_999, 4_000, 4_001, 20_000]) func descriptionsStayBelow4000Bytes(count: Int)
    throws
  {
    for letter in ["x", "é", "👩‍🚒"] {
      let summary = String(repeating: letter, count: count / letter.utf8.count)
      let text = try #require(feed([item("a", summary: summary)]).texts("description", in: "item").first)
      #expect(text.utf8.count <= 4_000)
      #expect(summary.utf8.count > 3_900 ? text.hasSuffix(letter + "…") : text == summary)
    }
  }

  @Test func aPrivateFeedIsBlockedAndAPublicOneIsNot() {
    let hidden = feed([], isPrivate: true)
    #expect(hidden.texts("itunes:block", in: "channel") == ["Yes"])
    #expect(hidden.texts("podcast:block", in: "channel") == ["yes"])
    #expect(feed([], isPrivate: false).texts("itunes:block", in: "channel").isEmpty)
  }

  @Test func theChannelHasWhatDirectoriesAskFor() {
    let document = feed([item("a")], image: "https://pm.example/cover.png")
    #expect(
      document.texts("language", in: "channel") == ["en"]
        && document.texts("link", in: "channel") == ["https://pm.example/"])
    #expect(document.texts("itunes:explicit", in: "channel") == ["false"])
    #expect(document.texts("itunes:duration", in: "item") == ["61"])
    #expect(document.all("itunes:category", in: "channel").first?.attributes["text"] == "Technology")
    #expect(
      document.all("itunes:image", in: "channel").first?.attributes["href"] == "https://pm.example/cover.png")
    let links = document.all("atom:link", in: "channel").filter { $0.attributes["rel"] == "self" }
    #expect(links.map { $0.attributes["href"] } == ["https://pm.example/feed.xml"])
    #expect(document.all("podcast:transcript", in: "item").first?.attributes["type"] == "text/vtt")
  }

  @Test func anEmptyFeedIsWellFormedToo() {
    #expect(feed([]).isWellFormed && feed([]).texts("lastBuildDate", in: "channel").isEmpty)
  }
}
