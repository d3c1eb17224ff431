import Bytes
import Sanitizing

/// The part of a system that a gap is in, as one name whatever its spelling: `orders-db-1` and `Orders DB` are the same.
struct GapComponent: Hashable, Sendable {
  /// In the order in which they stand.
  let words: [String]

  /// Empty when there is no name in the text, or only the number of something that the sanitizer took out.
  init(_ text: SanitizedText) {
    guard !text.string.contains("‹"), text.string.contains(where: \.isLetter) else {
      words = []
      return
    }
    let all = String(Slug(text.string).description).split(separator: "-").map(String.init)
    let named = all.filter { $0.count > 1 && !$0.allSatisfy(\.isNumber) && !Self.ranks.contains($0) }
    let telling = named.filter { !Self.kinds.contains($0) }
    // Three words tell one component from another; a sentence is no name.
    words = Array((telling.isEmpty ? named : telling).prefix(3))
  }

  init(id: String) {
    words = id.split(separator: "-").map(String.init)
  }

  /// What broke in one incident, where nobody says what it was.
  init(incident: Slug) {
    words = [Self.incidentMark] + incident.description.split(separator: "-").map(String.init)
  }

  /// The slug of the incident that the component stands for; nil for one with a name.
  var incident: String? { words.first == Self.incidentMark ? words.dropFirst().joined(separator: "-") : nil }

  /// "The affected service", "the component": words that are no name.
  var isUnnamed: Bool {
    words.isEmpty || words.allSatisfy { Self.kinds.contains($0) || Self.vague.contains($0) }
  }

  /// No name begins with it.
  private static let incidentMark = "in"
  private static let vague: Set<String> = ["affected", "failing", "failed", "unknown", "unnamed"]

  var id: String { words.joined(separator: "-") }
  /// As people say it.
  var name: String { words.joined(separator: " ") }

  /// Which instance of a component it is.
  private static let ranks: Set<String> = [
    "primary", "secondary", "replica", "standby", "leader", "prod", "production", "staging", "live", "the",
    "our",
    "its", "and", "of", "in", "on", "for", "eu", "us", "ap", "east", "west", "north", "south", "central",
  ]

  /// What sort of thing it is, where something else says which one.
  private static let kinds: Set<String> = [
    "service", "services", "svc", "api", "app", "application", "cluster", "server", "servers", "node",
    "nodes", "pod",
    "pods", "instance", "instances", "host", "hosts", "deployment", "system", "component", "backend",
    "frontend",
  ]

  /// Words that many components have in common: alone they tell too little for others to be counted under them.
  private static let common: Set<String> = [
    "db", "database", "cache", "queue", "pool", "gateway", "dns", "network", "load", "redis", "postgres",
    "kafka",
    "worker", "storage", "disk", "cdn", "proxy", "kubernetes", "ingress",
  ]

  /// For each component the one that it is counted under: the shortest whose words are all among its own, else one that
  /// means the same, itself otherwise.
  ///
  /// Linear in the number of components, for names of a few words.
  ///
  /// - Parameters:
  ///   - own: those that the team speaks of by themselves, which are counted under no other.
  ///   - likeness: nil where only names decide.
  static func representatives(
    _ components: Set<GapComponent>, own named: Set<GapComponent>, _ likeness: ComponentLikeness?
  ) -> [GapComponent: GapComponent] {
    var byWord: [String: [GapComponent]] = [:]
    var leading: [GapComponent] = []
    var found: [GapComponent: GapComponent] = [:]
    let sorted = components.sorted {
      $0.words.count != $1.words.count ? $0.words.count < $1.words.count : $0.id < $1.id
    }
    for component in sorted {
      guard component.incident == nil else {
        found[component] = component
        continue
      }
      let words = Set(component.words)
      let candidates = component.words.lazy.flatMap { (byWord[$0] ?? []).prefix(64) }
      let shorter =
        named.contains(component)
        ? nil
        : candidates.first { words.isSuperset(of: $0.words) }
          ?? likeness?.same(as: component, among: leading)
      found[component] = shorter ?? component
      guard shorter == nil, let word = component.words.first else { continue }
      leading.append(component)
      if component.words.count == 1, common.contains(word) { continue }
      // A name that contains this one contains its first word.
      byWord[word, default: []].append(component)
    }
    return found
  }
}
