package import Moments
package import Sanitizing
import Bytes

/// Condenses an incident's texts to the evidence that fits a reviewer's window.
///
/// Feed it the narrative, then each attachment in blocks that end at line ends, then ask for the evidence. Memory is
/// bounded by the number of forms of lines, not by their count.
package struct Condenser: Sendable {
  private struct Attachment: Sendable {
    let path: SanitizedText
    var miner: LogMiner
  }

  private let day: CivilDate?
  private var narrative: [NarrativeLine] = []
  private var narrativePath = SanitizedText.empty
  private var attachments: [Attachment] = []

  private struct NarrativeLine: Sendable {
    let text: SanitizedText
    let lines: ClosedRange<Int>
    let moment: Moment?
    let zone: Zone?
    let worth: Int
  }

  /// - Parameter day: the incident's day, which completes times without a date.
  package init(day: CivilDate?) {
    self.day = day
  }

  /// - Parameter firstLine: the 1-based number of the text's first line in its file.
  package mutating func addNarrative(_ text: SanitizedText, path: SanitizedText, firstLine: Int) {
    narrativePath = path
    var current = day
    let onlyZone = Zone.only(in: Array(text.utf8))
    for (line, lines) in Paragraphs.joined(text.lines, firstLine: firstLine) {
      let bytes = Array(line.utf8)
      guard bytes.contains(where: { ASCII.isLetter($0) || ASCII.isDigit($0) }), !Self.isTableRule(bytes)
      else { continue }
      let reading = TimeReader(bytes).first(from: 0).flatMap { $0.range.lowerBound < 60 ? $0 : nil }
      // A dated line sets the day for the bare times below it.
      if let date = reading?.date { current = date }
      let moment =
        reading?.secondOfDay == nil ? nil : reading?.moment(assuming: current, in: onlyZone)?.moment
      let timed = moment == nil ? 0 : 8
      narrative.append(
        NarrativeLine(
          text: line, lines: lines, moment: moment, zone: reading?.zone ?? onlyZone,
          worth: Salience.weight(bytes, 0..<bytes.count) + timed))
    }
  }

  package mutating func beginAttachment(path: SanitizedText) {
    attachments.append(Attachment(path: path, miner: LogMiner(day: day)))
  }

  /// - Parameter block: whole lines of the attachment begun last.
  package mutating func addBlock(_ block: SanitizedText) {
    guard !attachments.isEmpty else { return }
    let bytes = Array(block.utf8)
    for line in Lines(in: bytes) { attachments[attachments.count - 1].miner.add(block, bytes, line) }
  }

  /// Lines of the attachment begun last, each with the 1-based number of the line in the file that it stands for.
  package mutating func addLines(_ text: SanitizedText, numbers: [Int]) {
    guard !attachments.isEmpty else { return }
    let bytes = Array(text.utf8)
    for (line, number) in zip(Lines(in: bytes), numbers) {
      attachments[attachments.count - 1].miner.add(text, bytes, line, number: number)
    }
  }

  /// - Parameter window: tokens, as `Tokens` counts them.
  package func evidence(window: Int) -> Evidence {
    let logs = attachments.enumerated().flatMap { index, attachment in
      LogSelection.candidates(attachment.miner, attachment: index)
    }
    let narrativeCost = narrative.reduce(0) { $0 + Tokens.estimate($1.text.string) }
    // The engineers' own words come first; logs get what they need and at least two fifths of the window.
    let logCost = logs.reduce(0) { $0 + $1.cost }
    let logShare = min(logCost, max(window * 2 / 5, window - narrativeCost))
    let chosenNarrative = chooseNarrative(budget: window - logShare)
    let spent = chosenNarrative.reduce(0) { $0 + Tokens.estimate($1.text.string) }
    let chosenLogs = LogSelection.choose(logs, budget: window - spent)
    return assemble(chosenNarrative, chosenLogs)
  }

  /// All lines when they fit; else the most telling, in their order.
  private func chooseNarrative(budget: Int) -> [NarrativeLine] {
    var left = budget
    let ranked = narrative.enumerated().sorted {
      ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset)
    }
    var chosen: Set<Int> = []
    for (index, line) in ranked {
      let cost = Tokens.estimate(line.text.string)
      guard cost <= left else { continue }
      left -= cost
      chosen.insert(index)
    }
    return narrative.enumerated().filter { chosen.contains($0.offset) }.map(\.element)
  }

  private func assemble(_ narrative: [NarrativeLine], _ logs: [LogSelection.Candidate]) -> Evidence {
    var lines: [EvidenceLine] = []
    for line in narrative {
      lines.append(
        EvidenceLine(
          number: lines.count + 1, text: line.text, origin: .narrative, path: narrativePath,
          line: line.lines.lowerBound, lastLine: line.lines.upperBound, moment: line.moment, zone: line.zone,
          count: 1, lastMoment: nil))
    }
    for log in logs.sorted(by: { ($0.attachment, $0.line) < ($1.attachment, $1.line) }) {
      lines.append(
        EvidenceLine(
          number: lines.count + 1, text: log.text, origin: .attachment,
          path: attachments[log.attachment].path,
          line: log.line, lastLine: log.line, moment: log.moment, zone: LogTime.zone(of: log.text),
          count: log.count,
          lastMoment: log.count > 1 ? log.lastMoment : nil))
    }
    let shown = logs.filter { $0.template != nil }
    let shownLines =
      narrative.reduce(0) { $0 + $1.lines.count }
      + Set(shown.map { [$0.attachment, $0.template ?? 0] }).reduce(0) { sum, form in
        sum + attachments[form[0]].miner.templates[form[1]].count
      }
    let allLines =
      self.narrative.reduce(0) { $0 + $1.lines.count } + attachments.reduce(0) { $0 + $1.miner.lineCount }
    let allTemplates = attachments.reduce(0) { $0 + $1.miner.templates.count }
    let shownTemplates = Set(shown.map { [$0.attachment, $0.template ?? 0] }).count
    return Evidence(
      lines: lines,
      omitted: Omission(lines: max(0, allLines - shownLines), templates: allTemplates - shownTemplates),
      tokens: lines.reduce(0) { $0 + Tokens.estimate($1.shown) })
  }

  private static func isTableRule(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x3D, 0x2A, 0x5F].contains($0) }
  }
}
