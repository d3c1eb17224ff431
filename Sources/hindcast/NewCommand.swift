import ArgumentParser
import Diagnostics
import Pipeline
import Settings
import Workspace

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes an incident file with front matter and the headings people need.",
    discussion: """
      EXAMPLES
        hindcast new "Checkout pool exhausted"
        hindcast new "Search is slow" --service search --severity SEV2
        hindcast new "Orders lost" --folder              with room for logs beside incident.md
      """)

  @Argument(help: "What happened, in a few words.")
  var title: String

  @Option(help: ArgumentHelp("A service it concerned; may be given again.", valueName: "name"))
  var service: [String] = []

  @Option(help: "Its severity, as SEV2.")
  var severity: String?

  @Flag(help: "Make a folder with an incident.md, for logs beside it.")
  var folder = false

  @Option(help: "A folder in the repository.")
  var repo = "."

  func validate() throws {
    if NewIncident.slug(title).isEmpty { throw ValidationError("the title needs a letter or a digit") }
  }

  func run() async throws {
    let (settings, root, problems) = try await SettingsLoader.load(repository: repo) { _ in }
    try problems.reportedOrExit()
    let incident = NewIncident(
      title: title, services: service, severity: severity, day: Machine.today, isFolder: folder)
    let path = try incident.write(root: root, folder: settings.incidents.folder)
    Machine.write(Array("\(path)\n".utf8), to: 1)
    Terminal.current().say(
      "Fill it in, then: git add \(path) && git commit && hindcast build")
  }
}
