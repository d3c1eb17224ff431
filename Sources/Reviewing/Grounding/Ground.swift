import Condensing
import Moments
import Sanitizing

/// All that the evidence of one incident says, looked up word by word: what a statement has to stand on.
struct Ground {
  struct Sentence {
    let line: Int
    let words: Set<String>
    let isNegated: Bool
  }

  let evidence: Evidence
  let sentences: [Sentence]
  /// Sentences by the line that they stand in.
  private let byLine: [Int: [Int]]
  private let words: Set<String>
  private let text: String
  private let clocks: Set<Int>
  private let quantities: Set<Specifics.Quantity>
  /// What stands in a line, for arithmetic within the lines that a statement cites.
  private let quantitiesByLine: [Int: [Specifics.Quantity]]
  private let clocksByLine: [Int: [Int]]
  private let minutesOfOutage: Int?

  init(_ evidence: Evidence, _ facts: IncidentFacts) {
    self.evidence = evidence
    minutesOfOutage = facts.minutes
    var sentences: [Sentence] = []
    var byLine: [Int: [Int]] = [:]
    var clocks: Set<Int> = []
    var quantities: Set<Specifics.Quantity> = []
    var quantitiesByLine: [Int: [Specifics.Quantity]] = [:]
    var clocksByLine: [Int: [Int]] = [:]
    var text = "\n"
    func read(_ shown: String, line: Int) {
      let plain = line > 0 ? PlainLine.read(shown) : shown
      text += shown.lowercased() + "\n"
      let found = Specifics(shown)
      clocks.formUnion(found.clocks.map(\.minute))
      quantities.formUnion(found.quantities.map(\.quantity))
      quantitiesByLine[line, default: []] += found.quantities.map(\.quantity)
      clocksByLine[line, default: []] += found.clocks.map(\.minute)
      // Parts of identifiers and numbers that are joined to something else count as they stand.
      for run in shown.split(whereSeparator: { !($0.isASCII && $0.isNumber || $0 == "." || $0 == ",") }) {
        if let value = Double(run.filter { $0 != "," }) {
          quantities.insert(Specifics.Quantity(value: value, dimension: .count))
        }
      }
      for sentence in Sentences.of(plain) {
        for clause in sentence.split(separator: ";") {
          byLine[line, default: []].append(sentences.count)
          let words = Words.of(String(clause))
          sentences.append(
            Sentence(
              line: line, words: Set(words.compactMap(Stem.of)),
              isNegated: words.contains(where: Negation.has)))
        }
      }
    }
    read(facts.title.string, line: 0)
    for service in facts.services { read(service.string, line: 0) }
    for moment in [facts.started, facts.detected, facts.resolved] {
      if let moment, moment.precision >= .minute { read(moment.clock, line: 0) }
    }
    for line in evidence.lines {
      read(line.shown, line: line.number)
      if let moment = line.moment, moment.precision >= .minute {
        // The line's own clock time, and the same in UTC, as a reviewer may convert it.
        for told in [moment.local(in: line.zone), moment] {
          clocks.insert(told.secondOfDay / 60)
          clocksByLine[line.number, default: []].append(told.secondOfDay / 60)
        }
      }
    }
    self.sentences = sentences
    self.byLine = byLine
    self.clocks = clocks
    self.quantities = quantities
    self.quantitiesByLine = quantitiesByLine
    self.clocksByLine = clocksByLine
    self.text = text
    words = sentences.reduce(into: []) { $0.formUnion($1.words) }
  }

  func sentences(in lines: [Int]) -> [Sentence] {
    lines.flatMap { byLine[$0] ?? [] }.map { sentences[$0] }
  }

  /// Whether a word stands anywhere in the evidence, whatever its ending.
  func knows(_ word: String) -> Bool { words.contains(word) }

  /// What of a text's specifics neither stands in the evidence nor follows from the cited lines by arithmetic.
  func invented(in text: String, citing lines: [Int]) -> [String] {
    let found = Specifics(text)
    var invented = found.clocks.filter { !clocks.contains($0.minute) }.map(\.shown)
    invented += found.quantities.filter { !holds($0.quantity, lines) }.map(\.shown)
    invented += found.names.filter { !holds(name: $0.name) }.map(\.shown)
    var seen: Set<String> = []
    return invented.filter { seen.insert($0).inserted }
  }

  /// Whether a clock time stands in the evidence, and in which of its lines first.
  func line(atMinute minute: Int, among lines: [Int]? = nil) -> Int? {
    let candidates = lines ?? evidence.lines.map(\.number)
    return candidates.first { clocksByLine[$0]?.contains(minute) ?? false }
  }

  private func holds(_ quantity: Specifics.Quantity, _ lines: [Int]) -> Bool {
    if quantities.contains(where: { $0.isNear(quantity) }) { return true }
    if quantity.dimension == .seconds {
      if let minutesOfOutage, quantity.value == Double(minutesOfOutage * 60) { return true }
      // The time between two moments that the evidence gives.
      let minutes = quantity.value / 60
      if minutes == minutes.rounded(), (1...720).contains(minutes),
        clocks.contains(where: { first in clocks.contains((first + Int(minutes)) % 1_440) })
      {
        return true
      }
    }
    // A sum, a difference or a change of two figures in the lines that the statement cites.
    let cited = lines.flatMap { quantitiesByLine[$0] ?? [] }
    for (index, first) in cited.enumerated() {
      for second in cited[(index + 1)...] where first.dimension == second.dimension {
        let results = [first.value - second.value, second.value - first.value, first.value + second.value]
        if first.dimension == quantity.dimension || quantity.dimension == .count,
          results.contains(where: {
            Specifics.Quantity(value: $0, dimension: quantity.dimension).isNear(quantity)
          })
        {
          return true
        }
      }
    }
    return false
  }

  private func holds(name: String) -> Bool {
    if text.contains(name, between: { !($0.isLetter || $0.isNumber || $0 == "_") }) { return true }
    // "pool/connection": each part stands there for itself.
    let parts = name.split { "/-+".contains($0) }.map(String.init)
    return parts.count > 1
      && parts.allSatisfy { part in
        part.allSatisfy(\.isNumber)
          ? quantities.contains(Specifics.Quantity(value: Double(part) ?? -1, dimension: .count))
          : Specifics.isName(part) || part.contains(where: \.isNumber)
            ? text.contains(part, between: { !($0.isLetter || $0.isNumber) })
            : Stem.of(part).map(knows) ?? true
      }
  }
}

extension Specifics.Quantity {
  /// The same figure, rounded or written with another unit. A bare number may be any unit's.
  fileprivate func isNear(_ other: Self) -> Bool {
    let isComparable =
      dimension == other.dimension || other.dimension == .count
      || dimension == .count && other.dimension == .percent
    return isComparable && abs(value - other.value) <= abs(other.value) * 0.005
  }
}

extension String {
  /// Whether `part` stands in the text with a border on both sides.
  fileprivate func contains(_ part: String, between isBorder: (Character) -> Bool) -> Bool {
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      let before = range.lowerBound == startIndex ? " " : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? " " : self[range.upperBound]
      if isBorder(before), isBorder(after) { return true }
      rest = self[index(after: range.lowerBound)...]
    }
    return false
  }
}

/// Words without the endings that grammar gives them; nil for those that say nothing.
enum Stem {
  static func of(_ word: String) -> String? {
    guard word.count > 1, !empty.contains(word) else { return nil }
    if word.first?.isNumber ?? false { return word }
    for ending in ["ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly"]
    where word.count > ending.count + 2 && word.hasSuffix(ending) {
      var stem = String(word.dropLast(ending.count))
      // "dropped" and "drop", "stopping" and "stop".
      if let last = stem.last, stem.dropLast().last == last, !"lsz".contains(last), ending != "s",
        ending != "es"
      {
        stem.removeLast()
      }
      if ending == "ies" { stem += "y" }
      return stem.hasSuffix("e") ? String(stem.dropLast()) : stem
    }
    return word.hasSuffix("e") && word.count > 3 ? String(word.dropLast()) : word
  }

  private static let empty: Set<String> = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is",
    "are",
    "was", "were", "be", "been", "being", "it", "its", "this", "that", "these", "those", "which", "who",
    "when",
    "while", "then", "than", "there", "their", "they", "had", "has", "have", "did", "do", "does", "not", "no",
    "will", "would", "could", "should", "can", "may", "might", "into", "after", "before", "during", "between",
    "because", "due", "so", "but", "if", "also", "any", "all", "each", "other", "such", "up", "down", "out",
    "over", "under", "about", "per", "very", "more", "most", "only", "own", "same", "incident", "issue",
    "problem", "utc", "led", "caused", "cause", "root", "primary", "resulted", "resulting", "result", "we",
    "our", "us", "he", "she", "i", "you", "your", "what", "how", "why", "where", "s", "t",
  ]
}

enum Negation {
  static func has(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = [
    "no", "not", "never", "none", "without", "nobody", "nothing", "neither", "nor", "missing", "lacked",
    "lacking",
    "lacks", "lack", "absent", "couldn", "didn", "wasn", "weren", "isn", "aren", "doesn", "cannot", "unable",
    "skipped", "disabled", "failed", "fails", "unset",
  ]
}
