import Bytes
import Moments
import Sanitizing

extension Feed {
  /// JSON Feed 1.1 of the same episodes, all on one page.
  package func json(address: String) -> [UInt8] {
    JSONText.object([
      .init("version", .string("https://jsonfeed.org/version/1.1")), .init("title", .string(channel.title)),
      .init("home_page_url", .string(channel.link)), .init("feed_url", .string(address)),
      .init("description", .string(channel.description)), .init("language", .string(channel.language)),
      .init("icon", .string(channel.image)),
      .init("authors", .list([.object([.init("name", .string(channel.author))])])),
      .init(
        "items",
        .list(
          items.map { item in
            .object([
              .init("id", .string(item.guid.description)), .init("url", .string(item.page)),
              .init("title", .string(item.title.string)),
              .init("content_html", .string(item.notes.html(page: item.page))),
              .init("summary", .string(item.summary.string)),
              .init("date_published", .string(item.published.timestamp)),
              .init("tags", .list(item.services.map { .string($0.string) })),
              .init(
                "attachments",
                .list([
                  .object([
                    .init("url", .string(item.audio)), .init("mime_type", .string("audio/mpeg")),
                    .init("size_in_bytes", .number(item.length)),
                    .init("duration_in_seconds", .number(item.seconds)),
                  ])
                ])),
            ])
          })),
    ]).bytes
  }
}
