import ArgumentParser
import Pipeline
import Workspace

struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Writes an incident's review as Markdown beside it, for people to edit and commit.",
    discussion: """
      From the next build on the site shows that text, marked as reviewed with who and when (from Git); no model touches \
      it again. When the incident's own file changes later, its page says that the review is older.

      EXAMPLES
        hindcast accept 2026-03-14-checkout-pool
        git add incidents && git commit -m "Review the checkout incident"
      """)

  @OptionGroup var place: RepositoryOptions

  @Argument(help: "The incident's address: the last part of its page's, without .html.")
  var slug: String

  @Flag(help: "Write anew over a review that was accepted before.")
  var force = false

  func run() async throws {
    let terminal = Terminal.current()
    let accepted = try await place.build(terminal).accept(slug, replacing: force)
    terminal.clear()
    terminal.report(accepted.diagnostics)
    Machine.write(Array("\(accepted.path)\n".utf8), to: 1)
    terminal.say("Read it, mend it, then: git add \(accepted.path) && git commit && hindcast build")
  }
}
