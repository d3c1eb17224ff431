package import Bytes
package import Moments
package import Reviewing
package import Sanitizing

/// What makes two gaps the same one: a failure mode, the kind of test that should have caught it, and the component.
package struct GapKey: Hashable, Sendable {
  package let mode: FailureMode
  package let kind: TestKind
  let component: GapComponent?

  init(_ mode: FailureMode, _ kind: TestKind, _ component: GapComponent? = nil) {
    self.mode = mode
    self.kind = kind
    self.component = component.flatMap { $0.words.isEmpty ? nil : $0 }
  }

  /// - Parameter incident: stands for the component where the review names none: what nobody named is not the same thing
  ///   in two incidents.
  package init(_ gap: TestingGap<SanitizedText>, of incident: Slug) {
    let component = GapComponent(gap.component)
    self.init(gap.mode, gap.kind, component.isUnnamed ? GapComponent(incident: incident) : component)
  }

  /// Reads `connection-pool-exhaustion--load--checkout`, or without the component.
  package init?(_ id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false).split(separator: "").map {
      $0.joined(separator: "-")
    }
    guard (2...3).contains(parts.count), let mode = FailureMode(rawValue: parts[0]),
      let kind = TestKind(rawValue: parts[1])
    else { return nil }
    self.init(mode, kind, parts.count == 3 ? GapComponent(id: parts[2]) : nil)
  }

  /// The same gap in any component.
  package var family: GapKey { GapKey(mode, kind) }

  package var id: String {
    "\(mode.rawValue)--\(kind.rawValue)" + (component.map { "--\($0.id)" } ?? "")
  }
}

/// Where a gap stands today.
package enum GapState: Sendable, Hashable {
  case open
  case closed(on: CivilDate, by: SanitizedText)
  /// An incident after the day on which it was closed shows it again.
  case regressed(closed: CivilDate, by: SanitizedText, incident: Slug)
  case accepted(on: CivilDate?, reason: SanitizedText)

  package enum Name: String, Sendable, CaseIterable {
    case regressed, open, accepted, closed
  }

  package var name: Name {
    switch self {
    case .open: .open
    case .closed: .closed
    case .regressed: .regressed
    case .accepted: .accepted
    }
  }

  package func write(to sheet: inout BinaryWriter) {
    sheet.add(name.rawValue)
    switch self {
    case .open: break
    case .closed(let day, let by):
      sheet.add(day.iso)
      sheet.add(by.string)
    case .regressed(let day, let by, let incident):
      sheet.add(day.iso)
      sheet.add(by.string)
      sheet.add(incident.description)
    case .accepted(let day, let reason):
      sheet.add(day) { $0.add($1.iso) }
      sheet.add(reason.string)
    }
  }

  /// What needs attention first.
  var rank: Int { Name.allCases.firstIndex(of: name) ?? 0 }
}

/// What the team wrote in `gaps.yaml`, sanitized.
package struct GapLedger: Sendable {
  package struct Entry: Sendable {
    package let gap: String
    package let outcome: Outcome?
    package let includes: [String]
    package let excludes: [String]
    package let line: Int

    package init(gap: String, outcome: Outcome?, includes: [String], excludes: [String], line: Int) {
      self.gap = gap
      self.outcome = outcome
      self.includes = includes
      self.excludes = excludes
      self.line = line
    }
  }

  package enum Outcome: Sendable {
    case closed(CivilDate, by: SanitizedText)
    case accepted(CivilDate?, reason: SanitizedText)
  }

  package let entries: [Entry]
  private let byKey: [GapKey: Entry]
  private let merged: [GapKey: GapKey]

  package init(_ entries: [Entry]) {
    self.entries = entries
    var byKey: [GapKey: Entry] = [:]
    var merged: [GapKey: GapKey] = [:]
    for entry in entries {
      guard let key = GapKey(entry.gap) else { continue }
      byKey[key] = entry
      for other in entry.includes.compactMap(GapKey.init) where other != key { merged[other] = key }
    }
    self.byKey = byKey
    self.merged = merged
  }

  /// The gap that this one is counted under; a merge isn't followed further, so that no circle can arise. What is said
  /// of a gap without a component holds for it in every one.
  func canonical(_ key: GapKey) -> GapKey {
    if let exact = merged[key] { return exact }
    guard let family = merged[key.family] else { return key }
    return family.component == nil ? GapKey(family.mode, family.kind, key.component) : family
  }

  /// Whether the team speaks of this gap in this component.
  func names(_ key: GapKey) -> Bool { key.component != nil && byKey[key] != nil }

  func excludes(_ slug: Slug, from key: GapKey) -> Bool {
    [key, key.family].contains { byKey[$0]?.excludes.contains(slug.description) ?? false }
  }

  /// - Parameter seen: the incidents that show the gap, the newest first.
  func state(of key: GapKey, seen: [(slug: Slug, started: Moment?)]) -> GapState {
    switch byKey[key]?.outcome ?? byKey[key.family]?.outcome {
    case nil: return .open
    case .accepted(let day, let reason): return .accepted(on: day, reason: reason)
    case .closed(let day, let by):
      let later = seen.last { incident in incident.started.map { $0.date > day } ?? false }
      return later.map { .regressed(closed: day, by: by, incident: $0.slug) } ?? .closed(on: day, by: by)
    }
  }
}
