import Moments

/// One line of evidence, read: its words, its part of the story, and whether it tells of this incident at all.
struct ReadLine {
  let number: Int
  let moment: Moment?
  /// The zone that its time is told in; nil where the text states none.
  let zone: Zone?
  /// `02:30 CET`, `14:24`; nil for a line without a time.
  var clock: String? { moment?.clock(in: zone) }
  /// Without Markdown's marks, list bullets and table borders.
  let plain: String
  let words: [String]
  let role: Role
  let isHeading: Bool
  /// Considered and dismissed, promised for later, or told of another incident.
  let isAside: Bool
  let isLog: Bool
  let count: Int
  let told: [ReadSentence]

  var sentences: [String] { told.map(\.text) }

  /// The playbook's signals in any of the sentences, with how many words their longest phrase covers.
  var signals: [Int: Int] {
    told.reduce(into: [:]) { signals, sentence in
      for (signal, length) in sentence.signals { signals[signal] = max(signals[signal] ?? 0, length) }
    }
  }

  /// The sentence that speaks most of a signal.
  func sentence(of signal: Int) -> String? {
    told.max { $0.length(of: signal) < $1.length(of: signal) }?.text
  }
}

/// A sentence of a line, judged by itself: one that dismisses a suspicion says nothing against the one beside it.
struct ReadSentence {
  let text: String
  /// Considered and dismissed, promised for later, or told of another incident.
  let isAside: Bool
  let signals: [(signal: Int, length: Int)]

  func length(of signal: Int) -> Int { signals.first { $0.signal == signal }?.length ?? 0 }
}
