package import Bytes
import Diagnostics
package import Moments

/// A review that people read, edited and committed: it stands, whatever a model would say.
package struct AcceptedReview: Sendable {
  package let path: String
  /// The Markdown below the front matter, raw like all that is committed.
  package let text: RawText
  /// The 1-based line where that Markdown begins.
  package let firstLine: Int
  /// The digest of the incident's own file when the review was accepted.
  package let incident: String?
  /// When it was last committed, and by whom; nil for what isn't in Git yet.
  package let accepted: Moment?
  package let author: RawText?

  package init(path: String, bytes: [UInt8], history: History?) {
    let bytes = UTF8Repair(bytes).bytes
    let lines = Lines(in: bytes)
    let front = FrontMatter(bytes, lines, path: path)
    self.path = path
    firstLine = front.firstNarrativeLine
    let start = lines.indices.contains(firstLine - 1) ? lines[firstLine - 1].lowerBound : bytes.count
    text = RawText(Array(bytes[start...]))
    incident = front["incident"]?.text
    accepted = history?.changed
    author = history?.author
  }

  /// What stands above the Markdown of a new review.
  ///
  /// - Parameters:
  ///   - digest: of the incident's own file, as it is now.
  ///   - engine: who wrote the draft.
  package static func frontMatter(digest: Digest, engine: String) -> String {
    "---\nincident: \(digest.short)\ndrafted_by: \"\(engine.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })\"\n---\n"
  }

  /// Whether the incident's file is another than the one that the review was accepted for.
  package func isOlder(than text: RawText) -> Bool { incident.map { $0 != text.digest.short } ?? false }
}
