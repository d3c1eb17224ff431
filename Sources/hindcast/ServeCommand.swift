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
    let terminal = Terminal.current()
    var (settings, root) = try await place.settings(terminal, overriddenBy: apply)
    func build(_ audio: BuildRequest.Audio) -> Build {
      Build(
        BuildRequest(
          settings: settings, root: root, jobs: Machine.cores, audio: noAudio ? .none : audio,
          version: Version.text,
          now: { Machine.now }, progress: terminal.show))
    }
    let news = News()
    // Before the first build, which may take minutes: what is saved meanwhile is a change.
    var watch = TreeWatch([
      root + "/" + settings.incidents.folder, root + "/templates", root + "/hindcast.yaml",
    ])
    // The pages first: speaking a large repository for the first time takes minutes.
    var memory = await rebuild(build(.kept), terminal, news, always: !noWatch)
    let output = settings.site.output
    let server = PreviewServer(
      root: output.hasPrefix("/") ? output : root + "/" + output, port: port, news: news, reloads: !noWatch)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run { address in
            terminal.say("\(address)  (Ctrl-C ends)")
            Machine.write(Array("\(address)\n".utf8), to: 1)
          }
        }
        if !noAudio { memory = await rebuild(build(.spoken), terminal, news) ?? memory }
        if !noWatch {
          while !Task.isCancelled {
            try await Task.sleep(for: .milliseconds(80))
            var changed = watch.changes()
            guard !changed.isEmpty else { continue }
            // An editor may write several files for one save.
            try await Task.sleep(for: .milliseconds(15))
            changed += watch.changes()
            if changed.contains(root + "/hindcast.yaml") {
              guard let renewed = await renewed(settings, terminal, news) else { continue }
              settings = renewed
            }
            await renew(changed.map { String($0.dropFirst(root.count + 1)) }, memory, build(.kept), news)
            memory = await rebuild(build(.kept), terminal, news) ?? memory
            // The page is there; its voice may take a moment longer.
            if watch.changes().isEmpty { memory = await rebuild(build(.spoken), terminal, nil) ?? memory }
          }
        }
        try await group.waitForAll()
      }
    } catch {
      throw WorkspaceError(
        "the preview can't be served on port \(port): \(error); --port takes another one, 0 a free one")
    }
  }

  private func apply(_ settings: inout Settings) {
    if let site { settings.site.output = SettingsLoader.absolute(site) }
    if !noWatch { settings.incidents.includesUntracked = true }
  }

  /// The settings as they are now; nil when they are broken, which shows in the page, and the old ones hold.
  private func renewed(_ old: Settings, _ terminal: Terminal, _ news: News) async -> Settings? {
    do {
      var (settings, _, problems) = try await place.load(overriddenBy: apply)
      if settings.site.output != old.site.output || settings.incidents.folder != old.incidents.folder {
        problems.append(
          .warning(
            "'output' and 'folder' take effect when hindcast serve is started again",
            at: SourceLocation("hindcast.yaml")))
        settings.site.output = old.site.output
        settings.incidents.folder = old.incidents.folder
      }
      terminal.report(problems)
      guard problems.hasErrors else { return settings }
      await news.publish(problems.map(\.description))
      return nil
    } catch {
      terminal.report([error.diagnostic])
      await news.publish([error.diagnostic.description])
      return nil
    }
  }

  /// The page that somebody is writing, before everything else.
  private func renew(_ paths: [String], _ memory: Build.Memory?, _ build: Build, _ news: News) async {
    guard let memory, Set(paths).count == 1, let path = paths.first else { return }
    // What goes wrong here goes wrong in the whole build as well, which follows and says so.
    guard let diagnostics = try? await build.renew(path, in: memory) else { return }
    await news.publish(diagnostics.filter { $0.severity != .note }.map(\.description))
  }

  /// What is wrong shows in the page as well; the old site stays when nothing could be built.
  ///
  /// - Parameter news: nil for a build that only adds sound.
  private func rebuild(
    _ build: Build, _ terminal: Terminal, _ news: News?, always: Bool = false
  ) async -> Build.Memory? {
    let start = ContinuousClock.now
    do {
      let (outcome, diagnostics, memory) = try await build.remembered(always: always)
      terminal.clear()
      guard let news else { return memory }
      terminal.report(diagnostics)
      terminal.summarize(outcome, diagnostics, took: ContinuousClock.now - start)
      await news.publish(diagnostics.filter { $0.severity != .note }.map(\.description))
      return memory
    } catch {
      terminal.clear()
      terminal.report([error.diagnostic])
      await news?.publish([error.diagnostic.description])
      return nil
    }
  }
}
