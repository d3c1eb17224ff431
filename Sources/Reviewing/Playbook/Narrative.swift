import Condensing
import Markdown
import Moments
import Sanitizing

/// All evidence, read in order.
struct Narrative {
  let lines: [ReadLine]

  init(_ evidence: Evidence, _ playbook: Playbook) {
    var reader = RoleReader()
    let left = Instruction.places(in: evidence.lines.map(\.text.string))
    // "## 03:18" gives its time to the line below.
    var above: (Moment, Zone?)?
    // The first heading is the title; those of sections say nothing of what happened.
    var sawTitle = false
    var lastLine = 0
    let read = evidence.lines.enumerated().filter { !left.contains($0.offset) }.map { _, line in
      let isLog = line.origin == .attachment
      let plain = isLog ? line.text.string : PlainLine.read(line.text.string)
      let words = Words.of(plain)
      let (role, isHeading) =
        isLog
        ? (Role.log, false)
        : reader.read(
          line.text.string, plain, words, isTimed: line.moment != nil && Self.isMoment(plain),
          isApart: line.line > lastLine + 1)
      lastLine = line.lastLine
      let told = Self.sentences(plain, role, isSilent: isHeading && sawTitle, playbook)
      if isHeading { sawTitle = true }
      let isAside =
        role == .followUp || role == .aside || !told.isEmpty && told.allSatisfy(\.isAside)
      var (moment, zone) = (line.moment, line.zone)
      if isHeading {
        above = words.contains { $0.contains(where: \.isLetter) } ? nil : moment.map { ($0, zone) }
      } else if !isLog {
        if moment == nil, let above { (moment, zone) = above }
        above = nil
      }
      return ReadLine(
        number: line.number, moment: moment, zone: zone, plain: plain, words: words, role: role,
        isHeading: isHeading,
        isAside: isAside, isLog: isLog, count: line.count, told: told)
    }
    lines = Dismissal.applied(to: read)
  }

  /// Whether a line tells what was at its time, as a timeline's does; a paragraph that mentions one in the middle tells more.
  private static func isMoment(_ plain: String) -> Bool {
    if plain.utf8.count < 200 { return true }
    return TimeReader(Array(plain.utf8)).first(from: 0).map { $0.range.lowerBound == 0 } ?? true
  }

  private static func sentences(_ plain: String, _ role: Role, isSilent: Bool, _ playbook: Playbook)
    -> [ReadSentence]
  {
    let isSilent = role == .aside || isSilent
    return (role == .log ? [plain] : Sentences.of(plain)).map { text in
      let words = Words.of(text)
      let isAside = role != .log && Aside.stands(in: words)
      return ReadSentence(
        text: text, isAside: isAside, signals: isSilent || isAside ? [] : playbook.matches(in: words))
    }
  }
}
