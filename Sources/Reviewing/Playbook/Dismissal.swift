/// What a text looked into and found to be something else: "It turned out that report-builder had thrown this for days and
/// shares nothing with dispatch-api. It was unrelated."
///
/// The sentence before is dismissed with it where it is only pointed at, and so is all else that is told of what was
/// dismissed by its name.
enum Dismissal {
  static func applied(to lines: [ReadLine]) -> [ReadLine] {
    var names: Set<String> = []
    var pointedAt: Set<Place> = []
    for (index, line) in lines.enumerated() where !line.isLog {
      for (place, sentence) in line.told.enumerated() {
        let words = Words.of(sentence.text)
        guard sentence.isAside && phrases.matches(in: words) || isDenial(sentence.text) else { continue }
        names.formUnion(subjects(of: sentence.text))
        var earlier = place
        while earlier > 0, leaning.contains(Words.of(line.told[earlier].text).first ?? "") {
          earlier -= 1
          pointedAt.insert(Place(line: index, sentence: earlier))
        }
      }
    }
    guard !names.isEmpty || !pointedAt.isEmpty else { return lines }
    return lines.enumerated().map { index, line in
      line.dismissing { place, sentence in
        pointedAt.contains(Place(line: index, sentence: place))
          || !names.isEmpty && !line.isLog && !names.isDisjoint(with: self.names(in: sentence.text[...]))
      }
    }
  }

  /// "It was not.", "It wasn't; the replica had replayed the deletes.": the sentence before was wrong.
  private static func isDenial(_ sentence: String) -> Bool {
    let lower = sentence.lowercased()
    return ["it was not", "it wasn't", "it wasn’t", "this was not it", "that was not it", "that was wrong"]
      .contains {
        guard lower.hasPrefix($0) else { return false }
        return lower.dropFirst($0.count).first.map { ".;,:!".contains($0) } ?? true
      }
  }

  private struct Place: Hashable {
    let line: Int
    let sentence: Int
  }

  /// The named things that the dismissal speaks of: those before it, for what follows is what they have nothing to do with.
  private static func subjects(of sentence: String) -> Set<String> {
    let lower = sentence.lowercased()
    let ends = ["unrelated", "nothing to do", "nothing with", "red herring"].compactMap {
      lower.firstRange(of: $0)?.lowerBound
    }
    return names(in: lower[..<(ends.min() ?? lower.endIndex)])
  }

  /// `report-builder`: two plain words with a hyphen, as services are named.
  private static func names(in text: Substring) -> Set<String> {
    Set(
      text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init).filter { name in
        let parts = name.split(separator: "-")
        return parts.count > 1 && name.count >= 6
          && parts.allSatisfy { $0.count > 1 && !ordinary.contains($0) }
      })
  }

  /// What makes a word of two parts out of ordinary ones.
  private static let ordinary: Set<Substring> = [
    "on", "up", "off", "call", "well", "long", "high", "low", "third", "so", "one", "two", "three", "first",
    "last",
    "real", "read", "write", "pre", "post", "co", "re", "non", "self", "multi", "end", "time", "day", "hour",
    "minute",
    "term", "known", "way", "level", "side", "in", "out", "by", "to", "the", "half", "full", "roll", "follow",
    "mid",
  ]

  private static let leaning: Set<String> = ["it", "this", "that", "they", "these", "both"]

  private static let phrases = PhraseTable([
    "(was|were|is|are|turned out) .. unrelated", "(had|has|have) nothing to do with",
    "(shares|shared|share) nothing with", "(was|were) a red herring",
    "turned out to be .. (unrelated|red herring)",
  ])
}

extension ReadLine {
  fileprivate func dismissing(_ isDismissed: (Int, ReadSentence) -> Bool) -> ReadLine {
    let told = self.told.enumerated().map { place, sentence in
      sentence.isAside || !isDismissed(place, sentence)
        ? sentence : ReadSentence(text: sentence.text, isAside: true, signals: [])
    }
    return ReadLine(
      number: number, moment: moment, zone: zone, plain: plain, words: words, role: role,
      isHeading: isHeading,
      isAside: isAside || !told.isEmpty && told.allSatisfy(\.isAside), isLog: isLog, count: count, told: told)
  }
}
