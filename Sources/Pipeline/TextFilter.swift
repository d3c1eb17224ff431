import Bytes
package import Diagnostics
import Condensing
import Incidents
import Sanitizing
package import Settings

/// `hindcast sanitize` and `hindcast condense`: single stages for pipes and hooks.
package struct TextFilter {
  private var sanitizer: Sanitizer
  private var condenser = Condenser(day: nil)
  private let window: Int

  package static func make(_ settings: Settings) -> (filter: TextFilter, diagnostics: [Diagnostic]) {
    let (book, diagnostics) = RuleBooks.make(settings)
    return (TextFilter(sanitizer: Sanitizer(book), window: settings.review.window), diagnostics)
  }

  private init(sanitizer: Sanitizer, window: Int) {
    self.sanitizer = sanitizer
    self.window = window
  }

  /// - Parameter block: whole lines.
  package mutating func sanitized(_ block: [UInt8]) -> [UInt8] {
    sanitizer.cleanedUTF8(RawText(UTF8Repair(block).bytes))
  }

  /// A log or an export, read as the attachment of an incident is.
  ///
  /// - Parameter name: what the evidence calls it.
  /// - Throws: when it can't be read, or isn't text.
  package mutating func condense(file path: String, named name: String) async throws(Unreadable) {
    condenser.beginAttachment(path: sanitizer.clean(name))
    let (filled, result) = await AttachmentReader.read(path, into: condenser, &sanitizer)
    condenser = filled
    switch result {
    case .success: break
    case .failure(.unreadable(let failure)): throw Unreadable(message: "not readable: \(failure)")
    case .failure(.binary):
      throw Unreadable(
        message: "\(name) is a binary file; give text, JSON, or either compressed with gzip or zstd")
    }
  }

  package struct Unreadable: Error {
    package let message: String
  }

  /// Numbered evidence, one line each, and what was left out.
  package func evidence() -> [UInt8] {
    var budget = window
    var text = shown(budget)
    // What names file and line counts too; a few steps bring the whole under the window.
    for _ in 0..<4 where Tokens.estimate(text) > window && budget > 0 {
      budget = max(0, budget - max(20, Tokens.estimate(text) - window))
      text = shown(budget)
    }
    return Array(text.utf8)
  }

  private func shown(_ budget: Int) -> String {
    let evidence = condenser.evidence(window: budget)
    let text = evidence.lines.map { "E\($0.number) \($0.path):\($0.line): \($0.shown)\n" }.joined()
    return text + "(\(evidence.omitted.lines) lines in \(evidence.omitted.templates) templates not shown)\n"
  }

  /// Kinds and counts of what was removed.
  package var report: [(kind: String, count: Int)] { sanitizer.report.rows }
}
