import ArgumentParser
import Pipeline
import Settings
import Workspace

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two reviewers' reviews of one incident, line by line.",
    discussion: """
      Exit code 0: they say the same; 1: they differ.

      EXAMPLES
        hindcast diff 2026-03-14-checkout-pool                        the model of the settings against the playbook
        hindcast diff 2026-03-14-checkout-pool --with-model qwen3:8b  against another model
      """)

  @OptionGroup var place: RepositoryOptions

  @Argument(help: "The incident's address: the last part of its page's, without .html.")
  var slug: String

  @Option(help: "The other reviewer is this model, on the same endpoint. (default: the playbook)")
  var withModel: String?

  func run() async throws {
    Machine.ignoreBrokenPipes()
    let terminal = Terminal.current()
    let first = try await place.build(terminal).draft(slug)
    let second = try await place.build(terminal) { settings in
      if let withModel {
        settings.review.engine = .model
        settings.review.model = withModel
      } else {
        settings.review.engine = .playbook
      }
    }.draft(slug)
    terminal.clear()
    terminal.report(first.diagnostics + second.diagnostics)
    let changes = LineDifference.of(first.markdown, second.markdown)
    let text = "--- \(first.writer)\n+++ \(second.writer)\n" + changes.map { $0 + "\n" }.joined()
    Machine.write(Array(text.utf8), to: 1)
    guard first.markdown == second.markdown else { throw ExitCode(1) }
    terminal.say("the two reviews are the same")
  }
}

/// What differs between two texts, line by line, each change under the heading that it stands below.
enum LineDifference {
  static func of(_ old: String, _ new: String) -> [String] {
    let (old, new) = (
      old.split(separator: "\n").map(String.init), new.split(separator: "\n").map(String.init)
    )
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var heading: String?
    func add(_ line: String) {
      if let shown = heading { lines.append("  \(shown)") }
      heading = nil
      lines.append(line)
    }
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        add("- \(old[left])")
        left += 1
      } else if right < new.count, inserted.contains(right) {
        add("+ \(new[right])")
        right += 1
      } else {
        if left < old.count, old[left].hasPrefix("#") { heading = old[left] }
        left += 1
        right += 1
      }
    }
    return lines
  }
}
