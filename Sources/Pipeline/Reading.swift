import Bytes
import Diagnostics
import Incidents
import Insights
import Portal
import Sanitizing
import Settings
import Synchronization
import Workspace

/// All incidents, read or known from the last build, and what they show together.
struct Reading: Sendable {
  let folder: IncidentFolder
  /// In the order of the folder's entries.
  let results: [Analysis.Result]
  let cards: [IncidentCard]
  /// Where an incident stands among the results.
  let numbers: [Slug: Int]
  let index: GapIndex
  let plan: TestPlan
  let diagnostics: [Diagnostic]
  /// Of what each incident was read from, in the same order; nil where only reading it again would tell.
  private let sources: [Digest?]
  private let isMatchingProvisional: Bool

  /// Something didn't work this time and may the next time, though nothing will have changed.
  var isProvisional: Bool { isMatchingProvisional || results.contains(where: \.isProvisional) }

  /// What the next build may take as known.
  var known: [(path: String, incident: Snapshot.Incident)] {
    results.indices.compactMap { number in
      guard let card = results[number].card, let source = source(number) else { return nil }
      return (
        folder.entries[number].path,
        Snapshot.Incident(source: source, card: card, diagnostics: results[number].diagnostics)
      )
    }
  }

  /// Of what an incident was read from; nil where only reading it again would tell, or should.
  func source(of slug: Slug) -> Digest? { numbers[slug].flatMap(source) }

  private func source(_ number: Int) -> Digest? { results[number].isProvisional ? nil : sources[number] }

  static func make(
    _ request: BuildRequest, _ prepared: Preparation, _ folder: IncidentFolder, _ snapshot: Snapshot,
    _ workers: Workers
  ) async -> Reading {
    let settings = request.settings
    var diagnostics = folder.diagnostics + prepared.diagnostics
    if folder.entries.isEmpty {
      diagnostics.append(
        .warning(
          "there are no incidents in '\(settings.incidents.folder)' yet; commit a Markdown file into it"))
    }
    request.progress(.reading(incidents: folder.entries.count))
    let sources = folder.entries.map(folder.digest)
    let known = zip(folder.entries, sources).map { entry, source in Self.known(entry, source, snapshot) }
    let changed = known.indices.filter { known[$0] == nil }
    let counter = Counter(done: known.count - changed.count, total: known.count, request.progress)
    let held = Atomic(0)
    let analyzed = await workers.map(changed, width: max(request.jobs, prepared.analysis.modelWidth)) {
      number in
      let result = await prepared.analysis.analyze(folder.entries[number], in: folder)
      counter.finished(result)
      let isTooMuch = held.add(result.weight, ordering: .relaxed).newValue > mostHeld
      return (number, isTooMuch && result.isRepeatable ? result.light : result)
    }
    var results = known
    for (number, result) in analyzed { results[number] = result }
    return await Reading(request, prepared, folder, results.compactMap(\.self), sources, diagnostics, workers)
  }

  /// Own pages and sound are held up to this many bytes until the pages are made; the incidents of the others are read
  /// again then, from the cache.
  private static let mostHeld = 512 << 20

  private static func known(
    _ entry: IncidentLayout.Entry, _ source: Digest?, _ snapshot: Snapshot
  ) -> Analysis.Result? {
    guard let source, let known = snapshot.incidents[entry.path], known.source == source else { return nil }
    return Analysis.Result(
      name: entry.name, card: known.card, own: nil, episode: nil, wasCached: true, wasSpoken: false,
      isProvisional: false, diagnostics: known.diagnostics, isRepeatable: true)
  }

  private init(
    _ request: BuildRequest, _ prepared: Preparation, _ folder: IncidentFolder, _ results: [Analysis.Result],
    _ sources: [Digest?], _ diagnostics: [Diagnostic], _ workers: Workers
  ) async {
    self.folder = folder
    self.results = results
    self.sources = sources
    cards = results.compactMap(\.card)
    numbers = results.indices.reduce(into: [:]) { numbers, number in
      if let card = results[number].card { numbers[card.slug] = number }
    }
    let gapSources = cards.map(\.source)
    let (ledger, ledgerProblems) = prepared.analysis.ledger(in: folder)
    let embedding = EmbeddingStage(request, prepared.cache)
    let (likeness, likenessProblems) = embedding.likeness(of: GapIndex.namesToCompare(gapSources))
    let index = GapIndex(gapSources, ledger, likeness)
    self.index = index
    plan = TestPlan(gapSources, index)
    isMatchingProvisional = !likenessProblems.isEmpty
    let unmatched = index.unmatched.map { entry in
      Diagnostic.warning(
        "no incident shows the gap '\(entry.gap)'; 'hindcast gaps' lists the ids there are",
        at: SourceLocation(folder.ledgerPath, line: entry.line))
    }
    let links = IncidentLinks(cards)
    let broken = cards.flatMap { card in
      links.broken(in: card) { PosixFile.status(prepared.root + "/" + $0) != nil }.map {
        Diagnostic.warning(
          "a link leads to '\($0.target)', which isn't there",
          at: SourceLocation(card.path.string, line: $0.line)
        )
      }
    }
    self.diagnostics =
      diagnostics + results.flatMap(\.diagnostics) + ledgerProblems + likenessProblems + unmatched + broken
  }
}

/// Counts finished incidents for the progress line.
private final class Counter: Sendable {
  private let done: Mutex<Int>
  private let total: Int
  private let progress: @Sendable (Progress) -> Void

  init(done: Int, total: Int, _ progress: @escaping @Sendable (Progress) -> Void) {
    self.done = Mutex(done)
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
