import ArgumentParser
import Diagnostics
import Pipeline
import Preview
import Settings
import Workspace

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Builds the site, serves it on 127.0.0.1, and builds anew when a file changes.",
    discussion: """
      Pages reload by themselves and show what the build complains of. Incidents that aren't in Git yet are included, so \
      that you see what you write. Ctrl-C ends it.

      EXAMPLES
        hindcast serve
        hindcast serve --port 0 --no-watch    on a free port, just the site
      """)

  @OptionGroup var place: RepositoryOptions

  @Option(help: "The port; 0 takes a free one.")
  var port: UInt16 = 8080

  @Option(help: "Where the site goes. (default: site)")
  var site: String?

  @Flag(help: "Build once and don't watch the files.")
  var noWatch = false

  @Flag(help: "Speak nothing.")
  var noAudio = false

  func run() async throws {
    Machine.ignoreBrokenPipes()
    let terminal = Terminal.current(isQuiet: false, isVerbose: false)
    let (settings, root) = try await place.settings(terminal) { settings in
      if let site { settings.site.output = SettingsLoader.absolute(site) }
      if !noWatch { settings.incidents.includesUntracked = true }
    }
    func build(_ audio: BuildRequest.Audio) -> Build {
      Build(
        BuildRequest(
          settings: settings, root: root, jobs: Machine.cores, audio: noAudio ? .none : audio,
          version: Version.text,
          now: { Machine.now }, progress: terminal.show))
    }
    let news = News()
    await rebuild(build(.spoken), terminal, news)
    let output = settings.site.output
    let server = PreviewServer(
      root: output.hasPrefix("/") ? output : root + "/" + output, port: port, news: news, reloads: !noWatch)
    var watch = TreeWatch([
      root + "/" + settings.incidents.folder, root + "/templates", root + "/hindcast.yaml",
    ])
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run { address in
            terminal.say("\(address)  (Ctrl-C ends)")
            Machine.write(Array("\(address)\n".utf8), to: 1)
          }
        }
        if !noWatch {
          while !Task.isCancelled {
            try await Task.sleep(for: .milliseconds(80))
            guard !watch.changes().isEmpty else { continue }
            // An editor may write several files for one save.
            try await Task.sleep(for: .milliseconds(15))
            _ = watch.changes()
            await rebuild(build(.kept), terminal, news)
            // The page is there; its voice may take a moment longer.
            if watch.changes().isEmpty { await rebuild(build(.spoken), terminal, nil) }
          }
        }
        try await group.waitForAll()
      }
    } catch {
      throw WorkspaceError(
        "the preview can't be served on port \(port): \(error); --port takes another one, 0 a free one")
    }
  }

  /// What is wrong shows in the page as well; the old site stays when nothing could be built.
  private func rebuild(_ build: Build, _ terminal: Terminal, _ news: News?) async {
    let start = ContinuousClock.now
    do {
      let (outcome, diagnostics) = try await build.run()
      terminal.clear()
      guard let news else { return }
      terminal.report(diagnostics)
      terminal.summarize(outcome, diagnostics, took: ContinuousClock.now - start)
      await news.publish(diagnostics.filter { $0.severity != .note }.map(\.description))
    } catch {
      terminal.clear()
      terminal.report([error.diagnostic])
      await news?.publish([error.diagnostic.description])
    }
  }
}
