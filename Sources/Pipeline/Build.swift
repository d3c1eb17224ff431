import Bytes
package import Diagnostics
import Incidents
package import Insights
import Moments
import Narration
import Portal
import Reviewing
import Sanitizing
import Settings
private import Synchronization
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
    let (outcome, diagnostics, _) = try await remembered()
    return (outcome, diagnostics)
  }

  /// What one build knows that the next may need: for the preview, where one file changes at a time.
  package struct Memory: Sendable {
    fileprivate let prepared: Prepared
    fileprivate let reading: Reading
  }

  /// The page of the incident that `path` belongs to, built and written at once; what it shares with other pages is as
  /// in the last build, until the next whole one.
  ///
  /// - Parameter path: from the repository's root: an incident's text or one of its attachments.
  /// - Returns: what is wrong with the incident; nil when no incident of the last build has this path.
  package func renew(_ path: String, in memory: Memory) async throws(WorkspaceError) -> [Diagnostic]? {
    let (prepared, reading) = (memory.prepared, memory.reading)
    guard
      let entry = reading.folder.entries.first(where: { $0.path == path || $0.attachments.contains(path) })
    else { return nil }
    let result = await workers.map([entry], width: 1) { entry in
      await prepared.analysis.analyze(entry, in: reading.folder)
    }.first
    guard let result, let incident = result.incident else { return result?.diagnostics ?? [] }
    let published = reading.published.map { $0.slug == incident.slug ? incident : $0 }
    let site = sitePath(prepared)
    for (path, bytes) in portal(reading, published).files(of: incident.slug) {
      do {
        try PosixFile.replace(site + "/" + path, bytes)
      } catch {
        throw WorkspaceError("the page can't be written: \(error)")
      }
    }
    return result.diagnostics
  }

  private func sitePath(_ prepared: Prepared) -> String {
    let output = request.settings.site.output
    return output.hasPrefix("/") ? output : prepared.root + "/" + output
  }

  /// A whole build, and what it knows; nothing is known of one that found nothing changed.
  ///
  /// - Parameter always: builds even when nothing changed since the last time.
  package func remembered(always: Bool = false) async throws(WorkspaceError) -> (
    outcome: BuildOutcome, diagnostics: [Diagnostic], memory: Memory?
  ) {
    let settings = request.settings
    let prepared = try await prepare()
    let site = sitePath(prepared)
    let cache = Analysis.cache(settings, root: prepared.root)
    let inputs = try await inputs(prepared)
    if !always, let inputs, let stamp = BuildStamp.valid(cache, site: site, inputs: inputs) {
      let outcome = BuildOutcome(
        incidents: stamp.incidents, reviewed: 0, cached: stamp.incidents, spoken: 0, written: 0, removed: 0,
        sitePath: site)
      return (outcome, stamp.diagnostics, nil)
    }
    let read = try await read(prepared)
    let publication = OutputTree(root: site).begin()
    request.progress(.writing)
    await publish(read, to: publication)
    let unlinked = TemplateLinks.broken(in: read.files) { publication.has($0) }
    let changes = try publication.finish()
    let analyzed = read.analyzed
    let outcome = BuildOutcome(
      incidents: read.published.count, reviewed: analyzed.count { $0.incident != nil && !$0.wasCached },
      cached: analyzed.count { $0.incident != nil && $0.wasCached }, spoken: analyzed.count { $0.wasSpoken },
      written: changes.written, removed: changes.removed, sitePath: site)
    var diagnostics = read.diagnostics
    diagnostics += unlinked.map {
      .warning(
        "a link leads to '\($0.target)', which this site doesn't have",
        at: SourceLocation("templates/\($0.file)", line: $0.line))
    }
    // What failed in passing, as a model that didn't answer, must be tried again.
    if let inputs, !read.isProvisional {
      do {
        try BuildStamp(diagnostics: diagnostics, incidents: outcome.incidents).store(
          cache, site: site, inputs: inputs)
      } catch {
        diagnostics.append(.warning("the next build can't be told that nothing changed: \(error)"))
      }
    }
    return (outcome, diagnostics, Memory(prepared: prepared, reading: read))
  }

  /// All that a build depends on, without reading the incidents; nil when only reading them tells.
  private func inputs(_ prepared: Prepared) async throws(WorkspaceError) -> Digest? {
    guard
      let folder = try await IncidentFolder.inputs(
        prepared.git, root: prepared.root, folder: request.settings.incidents.folder)
    else { return nil }
    let program = PosixFile.resolved("/proc/self/exe").flatMap { PosixFile.status($0) }
    let own = "\(request.version) \(program?.size ?? 0) \(program?.changed ?? 0) \(request.audio.rawValue)"
    var parts: [(name: String, bytes: [UInt8])] = [
      ("incidents", Array(folder.hex.utf8)), ("program", Array(own.utf8)),
      ("settings", Array("\(request.settings)".utf8)), ("reviewer", Array(prepared.analysis.reviewer.utf8)),
      ("problems", Array(prepared.diagnostics.map(\.description).joined(separator: "\n").utf8)),
    ]
    for (name, bytes) in prepared.files.sorted(by: { $0.key < $1.key }) { parts.append((name, bytes)) }
    return Digest(parts: parts)
  }

  /// What the incidents show together.
  package struct Findings: Sendable {
    package let index: GapIndex
    package let plan: TestPlan
  }

  /// The findings without the site: nothing is spoken, and nothing written but the cache.
  package func findings() async throws(WorkspaceError) -> (findings: Findings, diagnostics: [Diagnostic]) {
    let read = try await read(prepare())
    return (Findings(index: read.index, plan: read.plan), read.diagnostics)
  }

  /// One incident, analyzed as if nobody had accepted a review of it.
  struct Single {
    let entry: IncidentLayout.Entry
    let folder: IncidentFolder
    let incident: PublishedIncident
    let diagnostics: [Diagnostic]
  }

  func only(_ slug: String) async throws(WorkspaceError) -> Single {
    let prepared = try await prepare()
    let folder = try await folder(prepared)
    guard var entry = folder.entries.first(where: { folder.slugs[$0.path]?.description == slug }) else {
      let near = folder.slugs.values.map(\.description).filter { $0.contains(slug) }.sorted().prefix(3)
      let hint =
        near.isEmpty
        ? "'hindcast build' lists them in site/incidents" : "did you mean \(near.joined(separator: " or "))?"
      throw WorkspaceError("there is no incident at the address '\(slug)'; \(hint)")
    }
    entry.review = nil
    let result = await workers.map([entry], width: 1) { [analysis = prepared.analysis] entry in
      await analysis.analyze(entry, in: folder)
    }.first
    guard let result, let incident = result.incident else {
      throw WorkspaceError.several(result?.diagnostics ?? [])
    }
    return Single(
      entry: entry, folder: folder, incident: incident, diagnostics: prepared.diagnostics + result.diagnostics
    )
  }

  private func folder(_ prepared: Prepared) async throws(WorkspaceError) -> IncidentFolder {
    let settings = request.settings.incidents
    return try await IncidentFolder.read(
      prepared.git, root: prepared.root, folder: settings.folder, ignore: settings.ignore,
      includesUntracked: settings.includesUntracked)
  }

  /// All incidents analyzed, and what they show together.
  fileprivate struct Reading {
    let folder: IncidentFolder
    let ledgerPath: String
    let commit: String?
    let files: [String: [UInt8]]
    let templates: Templates
    let analyzed: [Analysis.Result]
    let published: [PublishedIncident]
    let index: GapIndex
    let plan: TestPlan
    let isMatchingProvisional: Bool
    let diagnostics: [Diagnostic]

    /// Something didn't work this time and may the next time, though nothing will have changed.
    var isProvisional: Bool { isMatchingProvisional || analyzed.contains(where: \.isProvisional) }
  }

  /// What a build needs before it reads the first incident.
  fileprivate struct Prepared {
    let git: Git
    let root: String
    let files: [String: [UInt8]]
    let templates: Templates
    let analysis: Analysis
    let diagnostics: [Diagnostic]
  }

  private func prepare() async throws(WorkspaceError) -> Prepared {
    let (git, root) = try await Git.repository(containing: request.root)
    let files = TemplateFiles.read(root: root)
    let (templates, templateProblems) = Templates.read(files)
    let (analysis, analysisProblems) = Analysis.make(request, root: root, files: files)
    let diagnostics = templateProblems + analysisProblems
    // A broken template or playbook would spoil every page: the old site is better than that.
    guard !diagnostics.hasErrors else {
      throw WorkspaceError.several(diagnostics)
    }
    return Prepared(
      git: git, root: root, files: files, templates: templates, analysis: analysis, diagnostics: diagnostics)
  }

  private func read(_ prepared: Prepared) async throws(WorkspaceError) -> Reading {
    let settings = request.settings
    let analysis = prepared.analysis
    let folder = try await folder(prepared)
    var diagnostics = folder.diagnostics + prepared.diagnostics
    if folder.entries.isEmpty {
      diagnostics.append(
        .warning(
          "there are no incidents in '\(settings.incidents.folder)' yet; commit a Markdown file into it"))
    }
    request.progress(.reading(incidents: folder.entries.count))
    let counter = Counter(total: folder.entries.count, request.progress)
    let width = max(request.jobs, prepared.analysis.modelWidth)
    let analyzed = await workers.map(folder.entries, width: width) { entry in
      let result = await analysis.analyze(entry, in: folder)
      counter.finished(result)
      return result
    }
    diagnostics += analyzed.flatMap(\.diagnostics)
    let published = analyzed.compactMap(\.incident)
    let sources = published.map(Self.source)
    let (ledger, ledgerProblems) = analysis.ledger(in: folder)
    let embedding = EmbeddingStage(request, Analysis.cache(settings, root: prepared.root))
    let (likeness, likenessProblems) = embedding.likeness(of: GapIndex.namesToCompare(sources))
    let index = GapIndex(sources, ledger, likeness)
    diagnostics += ledgerProblems + likenessProblems
    diagnostics += index.unmatched.map { entry in
      .warning(
        "no incident shows the gap '\(entry.gap)'; 'hindcast gaps' lists the ids there are",
        at: SourceLocation(folder.ledgerPath, line: entry.line))
    }
    let links = IncidentLinks(published)
    diagnostics += await workers.map(published, width: request.jobs) { incident -> [Diagnostic] in
      links.broken(in: incident) { PosixFile.status(prepared.root + "/" + $0) != nil }.map {
        .warning(
          "a link leads to '\($0.target)', which isn't there",
          at: SourceLocation(incident.path.string, line: $0.line))
      }
    }.flatMap(\.self)
    return Reading(
      folder: folder, ledgerPath: folder.ledgerPath, commit: await prepared.git.head(), files: prepared.files,
      templates: prepared.templates, analyzed: analyzed, published: published, index: index,
      plan: TestPlan(sources, index), isMatchingProvisional: !likenessProblems.isEmpty,
      diagnostics: diagnostics)
  }

  private static func source(_ incident: PublishedIncident) -> GapSource {
    GapSource(
      slug: incident.slug, title: incident.title.value, services: incident.services,
      started: incident.started?.value, minutes: incident.minutes?.value,
      severity: incident.severity?.value.rawValue, gaps: incident.review.gaps,
      tests: incident.review.tests)
  }

  private func portal(_ read: Reading, _ incidents: [PublishedIncident]) -> Portal {
    let site = request.settings.site
    let facts = SiteFacts(
      title: site.title, description: site.description, language: site.language, baseURL: site.baseURL,
      editURL: site.editURL, ledgerPath: read.ledgerPath, commit: read.commit, version: request.version,
      styleDigest: Digest(of: read.files["style.css"] ?? []).short,
      scriptDigest: Digest(of: read.files["portal.js"] ?? []).short)
    return Portal(facts, read.templates, incidents, read.index, read.plan)
  }

  /// Makes every file of the site and hands it over, as many at a time as there are jobs.
  private func publish(_ read: Reading, to publication: Publication) async {
    let portal = portal(read, read.published)
    await workers.forEach(portal.batches(), width: request.jobs) { batch in
      for (path, bytes) in batch.make() { publication.add(path, bytes) }
    }
    for name in ["style.css", "portal.js"] { publication.add(name, read.files[name] ?? []) }
    for (path, bytes) in FeedMaker(request.settings).files(read.analyzed, read.index) {
      publication.add(path, bytes)
    }
    for result in read.analyzed {
      guard let incident = result.incident, let episode = result.episode else { continue }
      publication.add(Address.audio(incident.slug), episode.mp3)
    }
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

extension WorkspaceError {
  /// The first error, with what else is wrong beneath it.
  fileprivate static func several(_ diagnostics: [Diagnostic]) -> WorkspaceError {
    let errors = diagnostics.filter { $0.severity == .error }
    let rest = errors.dropFirst().map { "\n\($0)" }.joined()
    return WorkspaceError((errors.first?.message ?? "") + rest, at: errors.first?.location)
  }
}
