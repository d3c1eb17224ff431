import ArgumentParser
import Diagnostics
import Pipeline
import Settings
import Workspace

struct SanitizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanitize",
    abstract: "Removes secrets and personal data from files or standard input.",
    discussion: """
      Writes the text to standard output with typed placeholders in place of what it found; the same value gets the same \
      placeholder. Counts by kind go to standard error with --report.

      EXAMPLES
        kubectl logs checkout-0 | hindcast sanitize > checkout.log
        hindcast sanitize --report incidents/2026/incident.log > /dev/null
      """)

  @Argument(help: "Files; standard input when there are none.")
  var files: [String] = []

  @Flag(help: "Print kinds and counts to standard error, never values.")
  var report = false

  func run() async throws {
    Machine.ignoreBrokenPipes()
    var filter = try await FilterSource.filter()
    try FilterSource.forEachBlock(files) { block in Machine.write(filter.sanitized(block), to: 1) }
    guard report else { return }
    for row in filter.report { Machine.write(Array("\(row.count)\t\(row.kind)\n".utf8), to: 2) }
  }
}

struct CondenseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "condense",
    abstract: "Condenses logs to the evidence that fits a reviewer's window, sanitized.",
    discussion: """
      EXAMPLES
        hindcast condense app.log gateway.log
        journalctl -u checkout --since 14:00 | hindcast condense --window 2000
      """)

  @Argument(help: "Files; standard input when there are none.")
  var files: [String] = []

  @Option(help: "Tokens that the evidence may take. (default: 3500)")
  var window: Int?

  func validate() throws {
    if let window, !(100...1_000_000).contains(window) {
      throw ValidationError("--window takes a number from 100 to 1000000")
    }
  }

  func run() async throws {
    Machine.ignoreBrokenPipes()
    var filter = try await FilterSource.filter { settings in
      if let window { settings.review.window = window }
    }
    for file in files.isEmpty ? ["-"] : files {
      do {
        try await filter.condense(
          file: file == "-" ? "/dev/stdin" : file, named: file == "-" ? "stdin" : file)
      } catch {
        Terminal.current().report([.error(error.message)])
        throw ExitCode(1)
      }
    }
    Machine.write(filter.evidence(), to: 1)
  }
}

/// Where the two filters get their settings and their text.
enum FilterSource {
  /// Inside a repository its settings hold; elsewhere the defaults do.
  static func filter(_ apply: (inout Settings) -> Void = { _ in }) async throws -> TextFilter {
    let (filter, problems) = TextFilter.make(
      try await SettingsLoader.loadAnywhere(".", overriddenBy: apply).settings)
    try problems.filter { $0.severity == .error }.reportedOrExit()
    return filter
  }

  /// - Parameter body: takes whole lines; false ends the reading, because nobody listens any more.
  static func forEachBlock(_ files: [String], _ body: ([UInt8]) -> Bool) throws {
    for file in files.isEmpty ? ["-"] : files {
      do {
        var blocks = try LineBlocks(file == "-" ? "/dev/stdin" : file)
        while let block = try blocks.next() {
          guard body(block) else { return }
        }
      } catch {
        Terminal.current().report([.error("not readable: \(error)")])
        throw ExitCode(1)
      }
    }
  }
}
