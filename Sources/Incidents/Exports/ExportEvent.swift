import Bytes
import Moments

/// One thing that a tool's export says happened.
struct ExportEvent {
  let time: ExportTime?
  /// Who or what says so, how bad it is, and what happened.
  let text: String

  init(_ time: ExportTime?, _ text: String) {
    self.time = time
    self.text = text
  }

  /// The event as one line of a log, whatever its texts hold.
  var line: String {
    let body = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return time.map { "\($0.text) \(body)" } ?? body
  }
}

/// A moment as exports write it: ISO 8601, or seconds, milliseconds, microseconds or nanoseconds since 1970.
struct ExportTime {
  /// As the file has it, to find the line that it stands in.
  let written: String
  /// In UTC, with thousandths where there are any; as written where it can't be read.
  let text: String
  /// Milliseconds since 1970, for ordering; nil where the time can't be read.
  let order: Int?

  init?(_ value: JSONValue?) {
    guard let written = value?.text, !written.isEmpty else { return nil }
    self.written = written
    guard let order = Self.milliseconds(written) else {
      text = written
      order = nil
      return
    }
    self.order = order
    let whole = order >= 0 ? order / 1_000 : (order - 999) / 1_000
    let rest = order - whole * 1_000
    let stamp = Moment(seconds: whole).timestamp
    text = rest == 0 ? stamp : "\(stamp.dropLast()).\(String(rest + 1_000).dropFirst())Z"
  }

  private static func milliseconds(_ written: String) -> Int? {
    if let epoch = Double(written), epoch >= 1e8 {
      // What is too large for its unit is in the next smaller one, until the year 2286.
      return switch epoch {
      case ..<1e10: Int((epoch * 1_000).rounded(.down))
      case ..<1e13: Int(epoch)
      case ..<1e16: Int(epoch / 1e3)
      case ..<1e19: Int(epoch / 1e6)
      default: nil
      }
    }
    guard let reading = TimeReader(Array(written.utf8)).reading(at: 0),
      let moment = reading.moment(assuming: nil)?.moment
    else { return nil }
    return moment.seconds * 1_000 + reading.milliseconds
  }
}

extension JSONValue {
  /// The first of the named fields that holds a text or a number.
  func first(_ names: String...) -> String? {
    names.lazy.compactMap { self[$0]?.text }.first { !$0.isEmpty }
  }

  /// `name=value` for each scalar field, sorted by name.
  func assignments(without left: Set<String> = []) -> String {
    pairs.filter { !left.contains($0.name) }.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
  }
}

/// Joins the parts that are there by blanks.
func spaced(_ parts: String?...) -> String {
  parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
}
