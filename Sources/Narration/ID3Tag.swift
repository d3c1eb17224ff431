/// ID3v2.3: what players show of an episode, and its chapters (ID3v2 Chapter Frame Addendum 1.0).
struct ID3Tag {
  let title: String
  let album: String
  let artist: String
  let year: Int?
  /// The page's address.
  let comment: String?
  /// A PNG.
  let cover: [UInt8]?
  let chapters: [Chapter]
  /// Milliseconds.
  let duration: Int

  var bytes: [UInt8] {
    var frames = text("TIT2", title) + text("TALB", album) + text("TPE1", artist) + text("TCON", "Podcast")
    if let year { frames += text("TYER", String(year)) }
    if let comment { frames += frame("COMM", [1] + Array("eng".utf8) + utf16("") + utf16(comment)) }
    if let cover { frames += frame("APIC", [0] + Array("image/png".utf8) + [0, 3, 0] + cover) }
    if chapters.count > 1 { frames += contents }
    return Array("ID3".utf8) + [3, 0, 0] + Self.synchsafe(frames.count) + frames
  }

  private var contents: [UInt8] {
    let names = chapters.indices.map { Array("chp\($0)".utf8) + [0] }
    var frames = frame(
      "CTOC", Array("toc".utf8) + [0, 3, UInt8(clamping: chapters.count)] + names.flatMap(\.self))
    for (index, chapter) in chapters.enumerated() {
      let end = index + 1 < chapters.count ? chapters[index + 1].start : duration
      // No byte offsets: players go by the times.
      frames += frame(
        "CHAP",
        names[index] + Self.number(chapter.start) + Self.number(end) + [UInt8](repeating: 0xFF, count: 8)
          + text("TIT2", chapter.title))
    }
    return frames
  }

  private func text(_ id: String, _ text: String) -> [UInt8] { frame(id, [1] + utf16(text)) }

  private func frame(_ id: String, _ content: [UInt8]) -> [UInt8] {
    Array(id.utf8) + Self.number(content.count) + [0, 0] + content
  }

  /// With its byte-order mark and a zero behind it.
  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0]
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }

  /// Seven bits a byte, so that no decoder takes the size for sound.
  private static func synchsafe(_ value: Int) -> [UInt8] {
    [21, 14, 7, 0].map { UInt8(value >> $0 & 0x7F) }
  }
}
