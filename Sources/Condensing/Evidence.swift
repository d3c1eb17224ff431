package import Moments
package import Sanitizing

/// What of an incident's texts reaches the reviewer: numbered lines within a window, each traceable to file and line.
package struct Evidence: Sendable, Hashable {
  package let lines: [EvidenceLine]
  package let omitted: Omission
  /// A conservative estimate of what the lines cost in a model's window.
  package let tokens: Int

  package init(lines: [EvidenceLine], omitted: Omission, tokens: Int) {
    self.lines = lines
    self.omitted = omitted
    self.tokens = tokens
  }

  /// - Parameter number: 1-based.
  package subscript(number: Int) -> EvidenceLine? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}

/// One line of evidence, or many alike folded into one.
package struct EvidenceLine: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    /// The engineers' own words.
    case narrative
    /// Logs, metrics and other attachments.
    case attachment
  }

  /// 1-based; what citations refer to.
  package let number: Int
  package let text: SanitizedText
  package let origin: Origin
  /// The file that it stands in, from the repository's root.
  package let path: SanitizedText
  /// The 1-based line in that file: of the first, where many were folded.
  package let line: Int
  /// The last line of a paragraph that was wrapped; the same as `line` for all else.
  package let lastLine: Int
  package let moment: Moment?
  /// The zone that the line or else its text states; nil where neither does, and the moment is read as UTC.
  package let zone: Zone?
  /// How many lines of this form there are, this one included.
  package let count: Int
  /// When the last of them was, where there are several.
  package let lastMoment: Moment?

  /// `02:30 CET`, `14:24`: the time as the line has it, in the zone that it is told in; nil for a line without one.
  package var clock: String? { moment?.clock(in: zone) }

  /// As the reviewer reads it: text, and what was folded.
  package var shown: String {
    guard count > 1 else { return text.string }
    let until = lastMoment.map { " until \($0.precision == .second ? $0.iso8601 : $0.clock)" } ?? ""
    return "\(text.string) [×\(count)\(until)]"
  }
}

/// What was left out, counted exactly.
package struct Omission: Sendable, Hashable {
  package let lines: Int
  /// Forms of log lines of which none is shown.
  package let templates: Int

  package init(lines: Int, templates: Int) {
    self.lines = lines
    self.templates = templates
  }
}

/// Tokens, counted so that a model's own count is never higher: one for three bytes, and one for each line.
package enum Tokens {
  package static func estimate(_ text: String) -> Int { text.utf8.count / 3 + 2 }
}
