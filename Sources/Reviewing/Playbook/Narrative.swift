import Condensing
import Markdown
import Moments
import Sanitizing

/// All evidence, read in order.
struct Narrative {
  let lines: [ReadLine]

  init(_ evidence: Evidence, _ playbook: Playbook) {
    let hasLessons = evidence.lines.contains {
      let words = Words.of($0.text.string)
      return words.count <= 6
        && (words.contains("lessons") || words.starts(with: ["what", "went", "well"])
          || words.contains("lucky"))
    }
    var reader = RoleReader(hasLessons: hasLessons)
    let left = Instruction.places(in: evidence.lines.map(\.text.string))
    // "## 03:18" gives its time to the line below.
    var above: (Moment, Zone?)?
    // The first heading is the title; those of sections say nothing of what happened.
    var sawTitle = false
    var lastLine = 0
    var isRejected = false
    let read = evidence.lines.enumerated().filter { !left.contains($0.offset) }.map { _, line in
      let isLog = line.origin == .attachment
      let plain = isLog ? line.text.string : PlainLine.read(line.text.string)
      let words = Words.of(plain)
      var (role, isHeading) =
        isLog
        ? (Role.log, false)
        : reader.read(
          line.text.string, plain, words, isTimed: line.moment != nil && Self.isMoment(plain),
          isApart: line.line > lastLine + 1)
      lastLine = line.lastLine
      // "What people believed, and what is not so:", above a list of it.
      if isRejected, Self.isItem(line.text.string), !isHeading { role = .aside } else { isRejected = false }
      if !isLog, plain.hasSuffix(":") || plain.hasSuffix("that"), Self.rejections.matches(in: words) {
        isRejected = true
      }
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

  private static func isItem(_ raw: String) -> Bool {
    let text = raw.drop { $0 == " " || $0 == "\t" }
    if let first = text.first, "-*+•".contains(first) { return true }
    return text.prefix { $0.isNumber }.count > 0
      && text.drop { $0.isNumber }.first.map { ".)".contains($0) } ?? false
  }

  private static let rejections = PhraseTable([
    "(what|things) (people|we|some|many) .. (believed|thought|suspected|assumed)",
    "(was|were) (said|claimed|suspected)",
    "(ruled|rule) out", "not so", "(rejected|excluded|dismissed|discarded)",
    "(wrong|false) (leads|trails|ideas|theories)",
    "(was|were) not (it|the cause|to blame)",
  ])

  /// Whether a line tells what was at its time, as a timeline's does; a paragraph that mentions one in the middle tells more.
  private static func isMoment(_ plain: String) -> Bool {
    if plain.utf8.count < 200 { return true }
    return TimeReader(Array(plain.utf8)).first(from: 0).map { $0.range.lowerBound == 0 } ?? true
  }

  private static func sentences(_ plain: String, _ role: Role, isSilent: Bool, _ playbook: Playbook)
    -> [ReadSentence]
  {
    let isSilent = role == .aside || isSilent
    var tellsOfAnother = false
    let texts = role == .log ? [plain] : Sentences.of(plain)
    // "Was the trigger the root cause? No."
    let answers = texts.dropFirst().map { Words.of($0).first } + [nil]
    return zip(texts, answers).map { text, answer in
      let words = Words.of(text)
      if text.hasSuffix("?"), answer == "no" || answer == "nein" {
        return ReadSentence(text: text, isAside: true, signals: [])
      }
      // "A similar event occurred in 2022. It was caused by …"
      tellsOfAnother =
        Aside.tellsOfAnother(words)
        || tellsOfAnother && ["it", "that", "this", "they"].contains(words.first ?? "")
      let isAside = role != .log && (tellsOfAnother || Aside.stands(in: words))
      return ReadSentence(
        text: text, isAside: isAside, signals: isSilent || isAside ? [] : playbook.matches(in: words))
    }
  }
}
