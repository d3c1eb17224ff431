import Moments
import Sanitizing

/// Which forms of log lines tell most about an incident.
enum LogSelection {
  /// A line that may be shown.
  struct Candidate {
    let attachment: Int
    let template: Int
    let text: SanitizedText
    let line: Int
    let moment: Moment?
    let lastMoment: Moment?
    let count: Int
    let score: Double

    var cost: Int { Tokens.estimate(text.string) + (count > 1 ? 12 : 0) }
  }

  static func candidates(_ miner: LogMiner, attachment: Int) -> [Candidate] {
    let total = Double(max(1, miner.lineCount))
    return miner.templates.enumerated().flatMap { index, template -> [Candidate] in
      var found = [
        Candidate(
          attachment: attachment, template: index, text: template.first.text, line: template.first.line,
          moment: template.first.moment, lastMoment: template.lastMoment, count: template.count,
          score: score(template, share: Double(template.count) / total))
      ]
      if let extreme = template.extreme, let column = template.extremeColumn, extreme.line != template.first.line {
        let surprise = template.columns[column].surprise
        if surprise > 6 {
          found.append(
            Candidate(
              attachment: attachment, template: index, text: extreme.text, line: extreme.line,
              moment: extreme.moment, lastMoment: nil, count: 1, score: 8 + min(10, surprise / 4)))
        }
      }
      return found
    }
  }

  /// Level, telling words, rarity; a storm of errors counts as much as a single one.
  private static func score(_ template: LogTemplate, share: Double) -> Double {
    var score = Double(template.worth)
    switch template.level {
    case .fatal: score += 14
    case .error: score += 9
    case .warning: score += 4
    case .unknown: break
    case .info: score -= 1
    case .debug: score -= 4
    }
    if template.isCause { score += 8 }
    // A line that was always there tells less, unless it is an error.
    if template.count > 50, template.level < .warning { score -= 6 }
    if template.count == 1 { score += 1.5 }
    if template.level >= .error, template.count > 100 { score += 6 }
    return score
  }

  /// The best that fit, each form once before any twice.
  static func choose(_ candidates: [Candidate], budget: Int) -> [Candidate] {
    let ranked = candidates.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return (left.attachment, left.line) < (right.attachment, right.line)
    }
    var left = budget
    var chosen: [Candidate] = []
    for candidate in ranked where candidate.score > 0 && candidate.cost <= left {
      left -= candidate.cost
      chosen.append(candidate)
    }
    return chosen
  }
}
