import ArgumentParser

@main
struct Hindcast: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hindcast",
    abstract: "Turns incident files in Git into a portal that shows which tests were missing.",
    discussion: """
      Reads the committed files below incidents/, removes secrets and personal data, reviews each incident for testing gaps \
      (with a local language model, or an embedded playbook without one), speaks a summary, and writes pages, an index of \
      gaps and a podcast feed to site/. Nothing leaves this machine.

      EXAMPLES
        hindcast build                        build the site of this repository
        hindcast build --engine playbook      without asking for a model
        hindcast sanitize < app.log           a log without its secrets
      """,
    version: Version.text,
    subcommands: [BuildCommand.self, SanitizeCommand.self, CondenseCommand.self],
    defaultSubcommand: nil)
}

enum Version {
  static let text = "0.1.0"
}
