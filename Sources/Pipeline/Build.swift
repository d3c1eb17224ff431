import Bytes
package import Diagnostics
import Incidents
package import Insights
import Portal
import Settings
package import Workspace

/// A whole build: incidents in, site out.
///
///     incidents/ -> read -> sanitize -> condense -> review -> narrate -> index -> pages + feed -> site/
package struct Build: Sendable {
  let request: BuildRequest
  let workers = Workers()

  package init(_ request: BuildRequest) {
    self.request = request
  }

  /// What one build knows that the next may need: for the preview, where one file changes at a time.
  package struct Memory: Sendable {
    fileprivate let prepared: Preparation
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
    guard let result, let own = result.own else { return result?.diagnostics ?? [] }
    let cards = reading.cards.map { $0.slug == own.card.slug ? own.card : $0 }
    let site = prepared.sitePath(request.settings)
    for file in Publishing(request, prepared, reading).portal(cards).files(of: own) {
      do {
        try PosixFile.replace(site + "/" + file.path, file.bytes)
      } catch {
        throw WorkspaceError("the page can't be written: \(error)")
      }
    }
    return result.diagnostics
  }

  /// A whole build, and what it knows; nothing is known of one that found nothing changed.
  ///
  /// - Parameter always: builds even when nothing changed since the last time.
  package func remembered(always: Bool = false) async throws(WorkspaceError) -> (
    outcome: BuildOutcome, diagnostics: [Diagnostic], memory: Memory?
  ) {
    let (prepared, state) = try await Preparation.make(request)
    let site = prepared.sitePath(request.settings)
    let circumstances = prepared.circumstances(request)
    let inputs = prepared.inputs(request, state)
    if !always, let inputs, let stamp = BuildStamp.valid(prepared.cache, site: site, inputs: inputs) {
      let outcome = BuildOutcome(
        incidents: stamp.incidents, reviewed: 0, cached: stamp.incidents, spoken: 0, written: 0, removed: 0,
        sitePath: site)
      return (outcome, stamp.diagnostics, nil)
    }
    async let meanwhile = prepared.folderMeanwhile(request.settings, state)
    async let isWarm: Void = prepared.analysis.warmUp()
    var snapshot = Snapshot.none
    if request.usesReviewCache {
      snapshot = await Snapshot.read(prepared.cache, site: site, circumstances, workers, jobs: request.jobs)
    }
    let folder = try await meanwhile.get()
    await isWarm
    var reading = await Reading.make(request, prepared, folder, snapshot, workers)
    var published = try await Publishing(request, prepared, reading).run(snapshot, to: site, workers)
    if published == nil {
      // What the snapshot says of an incident doesn't hold any more, as when its review was taken out of the cache.
      snapshot = .none
      reading = await Reading.make(request, prepared, folder, snapshot, workers)
      published = try await Publishing(request, prepared, reading).run(snapshot, to: site, workers)
    }
    guard let published else {
      throw WorkspaceError("the site was not built: an incident changes while it is read")
    }
    let results = reading.results
    let outcome = BuildOutcome(
      incidents: reading.cards.count, reviewed: results.count { $0.card != nil && !$0.wasCached },
      cached: results.count { $0.card != nil && $0.wasCached }, spoken: results.count { $0.wasSpoken },
      written: published.changes.written, removed: published.changes.removed, sitePath: site)
    var diagnostics = reading.diagnostics + published.diagnostics
    do {
      try snapshot.store(reading.known, published.parts, in: prepared.cache, site: site, circumstances)
      // What failed in passing, as a model that didn't answer, must be tried again.
      if let inputs, !reading.isProvisional {
        try BuildStamp(diagnostics: diagnostics, incidents: outcome.incidents).store(
          prepared.cache, site: site, inputs: inputs, published.files)
      }
    } catch {
      diagnostics.append(.warning("the next build can't be told what changed: \(error)"))
    }
    return (outcome, diagnostics, Memory(prepared: prepared, reading: reading))
  }

  /// What the incidents show together.
  package struct Findings: Sendable {
    package let index: GapIndex
    package let plan: TestPlan
  }

  /// The findings without the site: nothing is spoken, and nothing written but the cache.
  package func findings() async throws(WorkspaceError) -> (findings: Findings, diagnostics: [Diagnostic]) {
    let (prepared, state) = try await Preparation.make(request)
    let folder = try await prepared.folder(request.settings, state)
    let reading = await Reading.make(request, prepared, folder, await anySnapshot(prepared), workers)
    return (Findings(index: reading.index, plan: reading.plan), reading.diagnostics)
  }

  /// What the last build of the site knew, whether it spoke or not: gaps and tests are the same.
  private func anySnapshot(_ prepared: Preparation) async -> Snapshot {
    for isSilent in [true, false] {
      let snapshot = await Snapshot.read(
        prepared.cache, site: prepared.sitePath(request.settings),
        prepared.circumstances(request, isSilent: isSilent), workers, jobs: request.jobs)
      if !snapshot.incidents.isEmpty { return snapshot }
    }
    return .none
  }

  /// One incident, analyzed as if nobody had accepted a review of it.
  struct Single {
    let entry: IncidentLayout.Entry
    let folder: IncidentFolder
    let incident: PublishedIncident
    let diagnostics: [Diagnostic]
  }

  func only(_ slug: String) async throws(WorkspaceError) -> Single {
    let (prepared, state) = try await Preparation.make(request)
    let folder = try await prepared.folder(request.settings, state)
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
    guard let result, let incident = result.own else {
      throw WorkspaceError.several(result?.diagnostics ?? [])
    }
    return Single(
      entry: entry, folder: folder, incident: incident, diagnostics: prepared.diagnostics + result.diagnostics
    )
  }
}

extension WorkspaceError {
  /// The first error, with what else is wrong beneath it.
  static func several(_ diagnostics: [Diagnostic]) -> WorkspaceError {
    let errors = diagnostics.filter { $0.severity == .error }
    let rest = errors.dropFirst().map { "\n\($0)" }.joined()
    return WorkspaceError((errors.first?.message ?? "") + rest, at: errors.first?.location)
  }
}
