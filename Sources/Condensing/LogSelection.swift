import Moments
import Sanitizing

/// Which forms of log lines tell most about an incident.
enum LogSelection {
  /// A line that may be shown.
  struct Candidate {
    let attachment: Int
    /// Nil for a cause that was told inside another line.
    let template: Int?
    let text: SanitizedText
    let line: Int
    let moment: Moment?
    let lastMoment: Moment?
    let count: Int
    let score: Double

    func scored(_ score: Double) -> Candidate {
      Candidate(
        attachment: attachment, template: template, text: text, line: line, moment: moment,
        lastMoment: lastMoment,
        count: count, score: score)
    }

    var cost: Int { Tokens.estimate(text.string) + (count > 1 ? 12 : 0) }
  }

  static func candidates(_ miner: LogMiner, attachment: Int) -> [Candidate] {
    let families = LogFamilies(miner)
    var found = miner.templates.enumerated().flatMap { index, template -> [Candidate] in
      let all = lines(template, index, attachment)
      let score = score(template, families.standing(of: index), families, total: miner.lastNumber)
      return [all.first.map { $0.scored(score) }, all.second].compactMap(\.self)
    }
    found += miner.causeTemplates.map { cause in
      Candidate(
        attachment: attachment, template: nil, text: cause.first.text, line: cause.first.line,
        moment: cause.first.moment, lastMoment: nil, count: 1,
        score: 14 + Double(cause.telling.map(\.worth).max() ?? 0) - Double(miner.causeTemplates.count) / 8)
    }
    return found
  }

  /// The form's first line, and the line whose number stands out where there is one.
  private static func lines(
    _ template: LogTemplate, _ index: Int, _ attachment: Int
  ) -> (first: Candidate?, second: Candidate?) {
    let first = Candidate(
      attachment: attachment, template: index, text: template.first.text, line: template.first.line,
      moment: template.first.moment, lastMoment: template.lastMoment, count: template.count, score: 0)
    let outliers = template.columns.compactMap(\.outlier)
    guard let farthest = outliers.max(by: { $0.surprise < $1.surprise }), farthest.surprise > 6,
      farthest.sample.line != template.first.line
    else { return (first, nil) }
    let (extreme, surprise) = farthest
    let second = Candidate(
      attachment: attachment, template: index, text: extreme.text, line: extreme.line, moment: extreme.moment,
      lastMoment: nil, count: 1, score: 8 + min(10, surprise / 4))
    return (first, second)
  }

  /// Level, telling words, novelty; a storm of errors counts as much as a single one.
  private static func score(
    _ template: LogTemplate, _ standing: LogFamilies.Standing, _ families: LogFamilies, total: Int
  ) -> Double {
    var score = families.worth(of: template) * (standing.lines > 40 ? 0.3 : 1)
    switch template.level {
    case .fatal: score += 14
    case .error: score += 9
    case .warning: score += (score > 0 ? 4 : 1) * families.warningWorth
    case .unknown: break
    case .info: score -= 1
    case .debug: score -= 4
    }
    if template.isCause { score += 8 }
    if standing.lines <= 3 { score += 8 * max(0, families.novelty(of: template) - 0.4) }
    if standing.lines == 1 { score += 2 }
    // What began late and came often is the incident itself; what was always there tells less.
    let beganLate = template.first.line > total / 10
    if template.level >= .error {
      score += beganLate ? 3 : 0
      if template.count > 100 {
        score += beganLate ? 6 : 3
      } else if standing.lines > 12, !beganLate {
        score -= 3
      }
    } else if standing.lines > 50 {
      score -= 6
    }
    return standing.isFirst ? score : score - 8
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
