import Diagnostics
import Moments
import Pipeline
import Synchronization

/// What people see: progress on a terminal, colours where they are wanted, plain lines everywhere else.
final class Terminal: Sendable {
  private let isTerminal: Bool
  private let hasColours: Bool
  private let isQuiet: Bool
  /// Nil for commands that have no such option.
  private let isVerbose: Bool?
  private let standard = Mutex(false)

  private init(isTerminal: Bool, hasColours: Bool, isQuiet: Bool, isVerbose: Bool?) {
    self.isTerminal = isTerminal
    self.hasColours = hasColours
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  static func current(isQuiet: Bool = false, isVerbose: Bool? = nil) -> Terminal {
    let environment = Machine.environment
    let isTerminal = Machine.isTerminal(2) && environment["TERM"] != "dumb"
    let wantsColours = (environment["NO_COLOR"] ?? "").isEmpty
    return Terminal(
      isTerminal: isTerminal, hasColours: isTerminal && wantsColours, isQuiet: isQuiet, isVerbose: isVerbose)
  }

  /// One line that is written over itself.
  func show(_ progress: Progress) {
    guard isTerminal, !isQuiet else { return }
    let text =
      switch progress {
      case .reading(let incidents): "reading \(incidents) incidents"
      case .analyzed(let count, let total, let name, let cached):
        "[\(count)/\(total)] \(cached ? "cached" : "reviewed") \(SourceLocation(name))"
      case .answering(let name, let tokens, let perSecond):
        "reviewing \(SourceLocation(name)): \(tokens) tokens, \((perSecond * 10).rounded() / 10)/s"
      case .evaluated(let name, let number, let seconds):
        "\(SourceLocation(name)) #\(number): \((seconds * 10).rounded() / 10) s"
      case .writing: "writing the site"
      }
    standard.withLock { isShown in
      isShown = true
      write("\r\u{1B}[2K\(text.prefix(100))")
    }
  }

  func clear() {
    standard.withLock { isShown in
      if isShown { write("\r\u{1B}[2K") }
      isShown = false
    }
  }

  func report(_ diagnostics: [Diagnostic]) {
    var notes = 0
    for diagnostic in diagnostics {
      if diagnostic.severity == .note, isVerbose != true {
        notes += 1
        continue
      }
      write(coloured(diagnostic) + "\n")
    }
    if notes > 0, !isQuiet {
      let how = isVerbose == nil ? "'hindcast check' shows \(notes == 1 ? "it" : "them")" : "--verbose"
      write("\(Self.counted(notes, "note")) not shown (\(how))\n")
    }
  }

  /// `1 note`, `2 notes`.
  static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }

  func summarize(_ outcome: BuildOutcome, _ diagnostics: [Diagnostic], took: Duration) {
    guard !isQuiet else { return }
    let warnings = diagnostics.count { $0.severity == .warning }
    let errors = diagnostics.count { $0.severity == .error }
    let rounded = (took.inSeconds * 100).rounded() / 100
    write(
      "\(Self.counted(outcome.incidents, "incident")) (\(outcome.reviewed) new, \(outcome.cached) cached, \(outcome.spoken) spoken), "
        + "\(Self.counted(warnings, "warning")), \(Self.counted(errors, "error")); \(Self.counted(outcome.written, "file")) written, \(outcome.removed) removed in \(rounded) s\n"
        + "site: \(outcome.sitePath)/index.html\n")
  }

  func say(_ text: String) {
    if !isQuiet { write(text + "\n") }
  }

  private func coloured(_ diagnostic: Diagnostic) -> String {
    guard hasColours else { return diagnostic.description }
    let code =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let word = "\u{1B}[1;\(code)m\(diagnostic.severity.rawValue):\u{1B}[0m"
    let place = diagnostic.location.map { "\u{1B}[1m\($0):\u{1B}[0m " } ?? ""
    return "\(place)\(word) \(diagnostic.message)"
  }

  private func write(_ text: String) {
    Machine.write(Array(text.utf8), to: 2)
  }
}
