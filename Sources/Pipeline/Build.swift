import Bytes
package import Diagnostics
import Incidents
package import Insights
import Moments
import Narration
import Podcast
import Portal
import Reviewing
import Sanitizing
import Settings
package import Workspace

/// A whole build: incidents in, site out.
///
///     incidents/ -> read -> sanitize -> condense -> review -> narrate -> index -> pages + feed -> site/
package struct Build: Sendable {
  private let request: BuildRequest
  private let workers = Workers()

  package init(_ request: BuildRequest) {
    self.request = request
  }

  package func run() async throws(WorkspaceError) -> (outcome: BuildOutcome, diagnostics: [Diagnostic]) {
    let settings = request.settings
    let read = try await read()
    let pages = await pages(read)
    request.progress(.writing(files: pages.count))
    let site =
      settings.site.output.hasPrefix("/") ? settings.site.output : read.root + "/" + settings.site.output
    let changes = try OutputTree(root: site).publish(pages)
    let analyzed = read.analyzed
    let outcome = BuildOutcome(
      incidents: read.published.count, reviewed: analyzed.count { $0.incident != nil && !$0.wasCached },
      cached: analyzed.count { $0.incident != nil && $0.wasCached }, spoken: analyzed.count { $0.wasSpoken },
      written: changes.written, removed: changes.removed, sitePath: site)
    return (outcome, read.diagnostics)
  }

  /// What the incidents show together.
  package struct Findings: Sendable {
    package let index: GapIndex
    package let plan: TestPlan
  }

  /// The findings without the site: nothing is spoken, and nothing written but the cache.
  package func findings() async throws(WorkspaceError) -> (findings: Findings, diagnostics: [Diagnostic]) {
    let read = try await read()
    return (Findings(index: read.index, plan: read.plan), read.diagnostics)
  }

  /// All incidents analyzed, and what they show together.
  private struct Reading {
    let root: String
    let ledgerPath: String
    let commit: String?
    let files: [String: [UInt8]]
    let templates: Templates
    let analyzed: [Analysis.Result]
    let published: [PublishedIncident]
    let index: GapIndex
    let plan: TestPlan
    let diagnostics: [Diagnostic]
  }

  private func read() async throws(WorkspaceError) -> Reading {
    let settings = request.settings
    let (git, root) = try await Git.repository(containing: request.root)
    let folder = try await IncidentFolder.read(
      git, root: root, folder: settings.incidents.folder, ignore: settings.incidents.ignore,
      includesUntracked: settings.incidents.includesUntracked)
    var diagnostics = folder.diagnostics
    let files = TemplateFiles.read(root: root)
    let (templates, templateProblems) = Templates.read(files)
    let (analysis, analysisProblems) = Analysis.make(request, root: root, files: files)
    diagnostics += templateProblems + analysisProblems
    // A broken template or playbook would spoil every page: the old site is better than that.
    guard !(templateProblems + analysisProblems).contains(where: { $0.severity == .error }) else {
      throw WorkspaceError.several(diagnostics)
    }
    if folder.entries.isEmpty {
      diagnostics.append(
        .warning(
          "there are no incidents in '\(settings.incidents.folder)' yet; commit a Markdown file into it"))
    }
    request.progress(.reading(incidents: folder.entries.count))
    let counter = Counter(total: folder.entries.count, request.progress)
    let analyzed = await workers.map(folder.entries, width: request.jobs) { entry in
      let result = await analysis.analyze(entry, in: folder)
      counter.finished(result)
      return result
    }
    diagnostics += analyzed.flatMap(\.diagnostics)
    let published = analyzed.compactMap(\.incident)
    let sources = published.map(Self.source)
    let (ledger, ledgerProblems) = analysis.ledger(in: folder)
    let index = GapIndex(sources, ledger)
    diagnostics += ledgerProblems
    diagnostics += index.unmatched.map { entry in
      .warning(
        "no incident shows the gap '\(entry.gap)'; 'hindcast gaps' lists the ids there are",
        at: SourceLocation(folder.ledgerPath, line: entry.line))
    }
    return Reading(
      root: root, ledgerPath: folder.ledgerPath, commit: await git.head(), files: files, templates: templates,
      analyzed: analyzed,
      published: published, index: index, plan: TestPlan(sources, index), diagnostics: diagnostics)
  }

  private static func source(_ incident: PublishedIncident) -> GapSource {
    GapSource(
      slug: incident.slug, title: incident.title.value, services: incident.services,
      started: incident.started?.value, minutes: incident.minutes?.value, gaps: incident.review.gaps,
      tests: incident.review.tests)
  }

  private func pages(_ read: Reading) async -> [String: [UInt8]] {
    let site = request.settings.site
    let facts = SiteFacts(
      title: site.title, description: site.description, language: site.language, baseURL: site.baseURL,
      editURL: site.editURL, ledgerPath: read.ledgerPath, commit: read.commit, version: request.version,
      styleDigest: Digest(of: read.files["style.css"] ?? []).short,
      scriptDigest: Digest(of: read.files["portal.js"] ?? []).short)
    var pages = Portal(facts, read.templates, read.published, read.index, read.plan).pages()
    for name in ["style.css", "portal.js"] { pages[name] = read.files[name] }
    pages["feed.xml"] = FeedMaker(request.settings).feed(read.analyzed)
    for result in read.analyzed {
      guard let incident = result.incident, let episode = result.episode else { continue }
      pages[Address.audio(incident.slug)] = episode.mp3
      pages[Address.transcript(incident.slug)] = Transcript.webVTT(episode)
    }
    return pages
  }
}

/// Counts finished incidents for the progress line.
private final class Counter: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let progress: @Sendable (Progress) -> Void

  init(total: Int, _ progress: @escaping @Sendable (Progress) -> Void) {
    self.total = total
    self.progress = progress
  }

  func finished(_ result: Analysis.Result) {
    let count = done.withLock { count in
      count += 1
      return count
    }
    progress(.analyzed(count, of: total, name: result.name, cached: result.wasCached))
  }
}

private import Synchronization

extension WorkspaceError {
  /// The first error, with what else is wrong beneath it.
  fileprivate static func several(_ diagnostics: [Diagnostic]) -> WorkspaceError {
    let errors = diagnostics.filter { $0.severity == .error }
    let rest = errors.dropFirst().map { "\n\($0)" }.joined()
    return WorkspaceError((errors.first?.message ?? "") + rest, at: errors.first?.location)
  }
}
