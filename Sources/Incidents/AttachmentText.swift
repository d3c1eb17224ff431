package import Bytes

/// An attachment as lines of text: logs as they are, exports of known tools as one line an event.
package struct AttachmentText {
  /// Lines, each with the 1-based number of the line in the file that it stands for.
  package struct NumberedLines: Sendable {
    package let text: RawText
    package let numbers: [Int]
  }

  package enum Piece: Sendable {
    /// Lines of the file, as many as there were in the block.
    case lines(RawText)
    /// What an export tells, an event a line.
    case events(NumberedLines)
  }

  /// Exports are read whole; larger JSON is taken as lines.
  package static let largestExport = 32 << 20

  private enum Form { case text, journal, openTelemetry }

  private var form: Form?
  private var lineCount = 0

  package init() {}

  /// Whether the file may be an export that has to be read whole.
  package static func isExport(path: String, size: Int) -> Bool {
    path.lowercased().hasSuffix(".json") && size <= largestExport
  }

  package enum Export: Sendable {
    case events(NumberedLines)
    /// JSON as a whole, of no tool that is known.
    case unknown
    /// No JSON as a whole: objects in lines, or text.
    case lines
  }

  /// What a whole file tells when the tool is known: events in the order of their times.
  package static func export(_ raw: RawText) -> Export {
    let bytes = raw.unsealed()
    guard let value = JSONValue(bytes) else { return .lines }
    let readers = [
      AlertmanagerExport.events, PagerDutyExport.events, OpsgenieExport.events, SentryExport.events,
      SlackExport.events, OpenTelemetryExport.events, GitLabExport.events,
    ]
    guard let events = readers.lazy.compactMap({ $0(value) }).first else {
      // A file of one journal entry or one line of another log.
      return bytes.contains(ASCII.newline) && bytes.dropLast().contains(ASCII.newline) ? .unknown : .lines
    }
    return .events(numbered(events, in: bytes))
  }

  /// A block of whole lines with its UTF-8 repaired; nil for one that is no text.
  package mutating func read(_ bytes: [UInt8], isFirst: Bool) -> Piece? {
    let repaired = UTF8Repair(bytes)
    if isFirst, repaired.isBinary { return nil }
    let lines = Lines(in: repaired.bytes)
    let known = form ?? Self.form(repaired.bytes, lines)
    form = known
    defer { lineCount += lines.count }
    switch known {
    case .text: return .lines(RawText(repaired.bytes))
    case .journal:
      let entries = lines.map { line -> String in
        JSONValue(Array(repaired.bytes[line])).flatMap(JournalExport.event)?.line
          ?? String(decoding: repaired.bytes[line], as: UTF8.self)
      }
      return .lines(RawText(Array(entries.joined(separator: "\n").utf8)))
    case .openTelemetry:
      var text: [String] = []
      var numbers: [Int] = []
      for (index, line) in lines.enumerated() {
        let events = JSONValue(Array(repaired.bytes[line])).flatMap(OpenTelemetryExport.events)
        let told = events?.map(\.line) ?? [String(decoding: repaired.bytes[line], as: UTF8.self)]
        text += told
        numbers += told.map { _ in lineCount + index + 1 }
      }
      return .events(NumberedLines(text: RawText(Array(text.joined(separator: "\n").utf8)), numbers: numbers))
    }
  }

  /// What the first line that isn't blank begins like.
  private static func form(_ bytes: [UInt8], _ lines: Lines) -> Form {
    guard let first = lines.first(where: { bytes[$0].contains { !ASCII.isSpace($0) } }),
      bytes[first].first(where: { !ASCII.isSpace($0) }) == 0x7B
    else { return .text }
    if ByteSearch.first(Array("\"__REALTIME_TIMESTAMP\"".utf8), in: bytes, first) != nil { return .journal }
    return ByteSearch.first(Array("\"resourceLogs\"".utf8), in: bytes, first) == nil ? .text : .openTelemetry
  }

  /// Sorted by time, each with the line in which its time stands; what has none stays behind what it follows.
  private static func numbered(_ events: [ExportEvent], in bytes: [UInt8]) -> NumberedLines {
    let lines = Lines(in: bytes)
    var position = 0
    var line = 0
    var order = Int.min
    let placed = events.enumerated().map {
      index, event -> (order: Int, index: Int, line: Int, text: String) in
      if let time = event.time {
        let mark = Array(time.written.utf8)
        let found =
          ByteSearch.first(mark, in: bytes, position..<bytes.count)
          ?? ByteSearch.first(mark, in: bytes, 0..<bytes.count)
        if let found {
          position = found
          line = lines.partitioningIndex { $0.upperBound >= found }
        }
        order = time.order ?? order
      }
      return (order, index, min(line, max(0, lines.count - 1)) + 1, event.line)
    }
    let sorted = placed.sorted { ($0.order, $0.index) < ($1.order, $1.index) }
    return NumberedLines(
      text: RawText(Array(sorted.map(\.text).joined(separator: "\n").utf8)), numbers: sorted.map(\.line))
  }
}

extension Lines {
  /// Index of the first line that satisfies `isAfter`, which holds for all behind it too.
  fileprivate func partitioningIndex(_ isAfter: (Range<Int>) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
