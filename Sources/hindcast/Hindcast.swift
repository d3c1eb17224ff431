import ArgumentParser
import Workspace

struct Hindcast: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hindcast",
    abstract: "Turns incident files in Git into a portal that shows which tests were missing.",
    discussion: """
      Reads the committed files below incidents/, removes secrets and personal data, reviews each incident for testing \
      gaps (with a local language model, or an embedded playbook without one), speaks a summary, and writes pages, an \
      index of gaps and a podcast feed to site/. Nothing leaves this machine.

      EXAMPLES
        hindcast build                        build the site of this repository
        hindcast build --engine playbook      without asking for a model
        hindcast serve                        the same on 127.0.0.1, built anew while you write
        hindcast sanitize < app.log           a log without its secrets
        hindcast condense app.log             what of a log tells of a fault
      """,
    version: Version.text,
    subcommands: [
      BuildCommand.self, ServeCommand.self, GapsCommand.self, CheckCommand.self, NewCommand.self,
      AcceptCommand.self,
      DiffCommand.self, EvaluateCommand.self, VoicesCommand.self, SanitizeCommand.self,
      CondenseCommand.self,
    ])
}

enum Version {
  static let text = "0.1.0"
}

@main
enum Main {
  /// 0 fine, 1 diagnosed errors, 2 wrong usage.
  static func main() async {
    do {
      var command = try Hindcast.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as WorkspaceError {
      Terminal.current().report([error.diagnostic])
      Machine.exit(1)
    } catch {
      let isUsage = Hindcast.exitCode(for: error) == .validationFailure
      guard isUsage else { Hindcast.exit(withError: error) }
      Machine.write(Array((Hindcast.fullMessage(for: error) + "\n").utf8), to: 2)
      Machine.exit(2)
    }
  }
}
