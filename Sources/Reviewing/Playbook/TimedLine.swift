import Moments

/// Takes the time that a timeline's line begins with off it.
enum TimedLine {
  static func withoutTime(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let reading = TimeReader(bytes).first(from: 0), reading.range.lowerBound < 40 else { return text }
    // A cell or word before the time ("Thur — Jan 20 — 22:40") goes with it when it is short.
    var rest = bytes[reading.range.upperBound...]
    while let next = TimeReader(Array(rest)).first(from: 0), next.range.lowerBound < 6 {
      rest = Array(rest)[next.range.upperBound...]
    }
    let lead = bytes[..<reading.range.lowerBound]
    // "From Saturday 01:00 on, the providers …": the sentence needs its time.
    let before = Words.of(String(decoding: lead, as: UTF8.self)).first
    if let before, bound.contains(before), rest.startIndex == reading.range.upperBound { return text }
    let body = String(decoding: rest, as: UTF8.self)
    var trimmed = String(
      body.drop { !$0.isLetter && !$0.isNumber && !"‹“\"`[(".contains($0) || $0 == ")" || $0 == "]" })
    // "02:00 Uhr: …", "02:00 h - …"
    for unit in ["Uhr", "uhr", "h", "hrs"] where trimmed.hasPrefix(unit) {
      let rest = trimmed.dropFirst(unit.count)
      guard let next = rest.first, ": -–—,".contains(next) else { continue }
      trimmed = String(rest.drop { ": -–—,".contains($0) })
      break
    }
    // "Resolved 2020-08-25 12:11": nothing after the time, so the words before it say what happened.
    let opening = String(decoding: lead, as: UTF8.self).trimmingBlanks
    if !trimmed.contains(where: \.isLetter), opening.contains(where: \.isLetter) {
      return String(opening.reversed().drop { ":-–—,( ".contains($0) }.reversed())
    }
    let isWordy = lead.count > 14
    return isWordy ? text : trimmed
  }

  private static let bound: Set<String> = ["from", "since", "until", "till", "by", "seit", "ab", "bis"]
}
