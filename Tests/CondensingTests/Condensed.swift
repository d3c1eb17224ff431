import Condensing
import Moments

@testable import Sanitizing

/// Evidence of one log, in the blocks it is given in.
enum Condensed {
  static func blocks(
    _ blocks: [String], window: Int = 3_500, day: CivilDate? = nil, narrative: String = ""
  ) -> Evidence {
    var condenser = Condenser(day: day)
    if !narrative.isEmpty {
      condenser.addNarrative(SanitizedText(cleaned: narrative), path: path("incident.md"), firstLine: 4)
    }
    if !blocks.isEmpty { condenser.beginAttachment(path: path("app.log")) }
    for block in blocks { condenser.addBlock(SanitizedText(cleaned: block)) }
    return condenser.evidence(window: window)
  }

  static func log(_ lines: [String], window: Int = 3_500) -> Evidence {
    blocks([lines.joined(separator: "\n") + "\n"], window: window)
  }

  private static func path(_ text: String) -> SanitizedText { SanitizedText(cleaned: text) }
}

/// Lines of a service at work: many, alike, harmless.
enum Chatter {
  static func lines(_ count: Int, from second: Int = 0) -> [String] {
    (0..<count).map { index in
      let verb = ["served", "cached", "queued", "flushed", "listed"][index % 5]
      return
        "\(time(second + index)) INFO checkout: \(verb) request \(index * 7_919 % 10_007) in \(12 + index % 9) ms"
    }
  }

  /// A made-up word, another for each number.
  static func name(_ number: Int) -> String {
    let syllables = ["ka", "lo", "mi", "ren", "su", "ta", "vol", "zi", "pe", "dor"]
    return String(number).map { syllables[$0.wholeNumberValue ?? 0] }.joined()
  }

  static func time(_ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2026-03-14T\(two(10 + second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}
