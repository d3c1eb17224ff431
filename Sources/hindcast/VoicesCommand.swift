import ArgumentParser
import Pipeline
import Settings
import Workspace

struct VoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices",
    abstract: "Lists the voices that can speak, or lets one speak a sample.",
    discussion: """
      EXAMPLES
        hindcast voices
        hindcast voices --sample slt > slt.mp3
        hindcast voices --sample rms --say "p99 > 240ms at 14:02" > p99.mp3
      """)

  @Option(
    help: ArgumentHelp("Write a spoken sample of this voice to standard output, as MP3.", valueName: "name"))
  var sample: String?

  @Option(help: ArgumentHelp("With --sample: what it says, read as an episode is.", valueName: "text"))
  var say: String?

  @Option(help: ArgumentHelp("A folder in the repository.", valueName: "folder"))
  var repo = "."

  func validate() throws {
    if say != nil, sample == nil { throw ValidationError("--say goes with --sample") }
  }

  func run() async throws {
    Machine.ignoreBrokenPipes()
    let (settings, root) = try await SettingsLoader.loadAnywhere(repo)
    let catalogue = VoiceCatalogue(settings, root: SettingsLoader.absolute(root))
    guard let sample else {
      _ = Machine.write(Array(await catalogue.table().utf8), to: 1)
      return
    }
    guard !Machine.isTerminal(1) else {
      throw ValidationError(
        "a sample is sound: send it to a file, as in 'hindcast voices --sample \(sample) > \(sample).mp3'")
    }
    Machine.write(try await catalogue.sample(sample, saying: say), to: 1)
  }
}
