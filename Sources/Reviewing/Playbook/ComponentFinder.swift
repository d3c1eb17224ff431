import Sanitizing

/// What of the system an incident is about, by its own name.
enum ComponentFinder {
  static func find(
    _ facts: IncidentFacts, _ cause: ReadLine?, _ raw: String?, _ narrative: Narrative
  ) -> String {
    // A title names what broke first and what broke it later; a cause names both in any order.
    let services = facts.services.map { (name: $0.string, words: Words.of($0.string)) }
    let title = Words.of(facts.title.string)
    let titled = services.compactMap { service in
      place(of: service.words, in: title).map { (name: service.name, place: $0) }
    }
    if let first = titled.min(by: { $0.place < $1.place }) { return first.name }
    if let cause, let named = services.first(where: { place(of: $0.words, in: cause.words) != nil }) {
      return named.name
    }
    if let first = facts.services.first?.string { return first }
    if title.count > 1, down.contains(title[1]) { return title[0] }
    return told(facts.title.string, cause?.plain ?? "", raw, narrative) ?? unnamed
  }

  /// What stands in for a name where the text gives none that is sure.
  static let unnamed = "the affected service"

  /// The name that title and cause speak of most; nil where none stands out.
  ///
  /// A title tells what broke, or where: "Logs not shipped to CloudWatch" is not about CloudWatch. What a cause names first,
  /// and in code marks, did it; a name that the text repeats is no passing one.
  private static func told(_ title: String, _ cause: String, _ raw: String?, _ narrative: Narrative)
    -> String?
  {
    var scores: [String: (name: String, score: Double)] = [:]
    func add(_ name: String, _ score: Double) {
      // A platform has a part that broke; a spelling alone may be that of a type in code.
      let isVague = platforms.contains(name.lowercased()) || !isProduct(name)
      scores[name.lowercased(), default: (name, 0)].score += isVague ? score * 0.6 : score
    }
    for (name, isPlace) in names(title) { add(name, isPlace ? 0.5 : 2.5) }
    // "Kube state metrics" is one name.
    let titled = Words.of(title)
    for product in products where product.contains("-") {
      if place(of: product.split(separator: "-").map(String.init), in: titled) != nil { add(product, 2.5) }
    }
    for (index, (name, isPlace)) in names(cause).prefix(4).enumerated() {
      add(name, isPlace ? 1 : index == 0 ? 3 : 1.5)
    }
    for line in narrative.lines.filter({ $0.role == .summary && !$0.isHeading && !$0.isAside }).prefix(3) {
      for (name, isPlace) in names(line.plain).prefix(3) { add(name, isPlace ? 0.5 : 1.2) }
    }
    for (text, score) in [(title, 2.5), (cause, 2.3)] {
      if let phrase = phrase(text) { scores[phrase.lowercased(), default: (phrase, 0)].score += score }
    }
    if let code = raw.flatMap(firstCode), isProduct(code) || scores.isEmpty { add(code, 2) }
    for (name, uses) in ProperNames(narrative).counted {
      scores[name, default: (name, 0)].score += 0.6 + min(3, Double(uses) * 0.6)
      if place(of: Words.of(name), in: titled) != nil { scores[name]?.score += 1 }
    }
    guard !scores.isEmpty else { return nil }
    for key in scores.keys {
      let words = Words.of(key)
      let lines = narrative.lines.count { !$0.isLog && place(of: words, in: $0.words) != nil }
      scores[key]?.score += min(2, Double(lines) / 4)
    }
    let best = scores.values.max { ($0.score, $1.name) < ($1.score, $0.name) }
    return best.flatMap { $0.score >= 2.2 ? $0.name : nil }
  }

  /// Names in a text, with whether a word like "to" or "in" makes each a place.
  private static func names(_ text: String) -> [(name: String, isPlace: Bool)] {
    let words = text.split(separator: " ")
    return words.indices.compactMap { index in
      let word = String(words[index])
      guard isName(word), !word.contains("‹"), !word.contains("›") else { return nil }
      let before = words[..<index].suffix(2).map { trimmed(String($0)).lowercased() }
      let isPlace =
        before.last.map(places.contains) ?? false
        || before.count == 2 && places.contains(before[0]) && ["the", "our", "a", "an"].contains(before[1])
      return (trimmed(word), isPlace)
    }
  }

  /// `quota service`, `ingress controller`: what a text calls a part that has no name of its own.
  private static func phrase(_ text: String) -> String? {
    let words = text.split(separator: " ").map { trimmed(String($0)) }
    for (index, word) in words.enumerated().dropFirst() where parts.contains(word.lowercased()) {
      let before = words[index - 1]
      if before.count > 2, before.allSatisfy(\.isLetter), !ordinary.contains(before.lowercased()) {
        return "the \(before) \(word)"
      }
    }
    return nil
  }

  private static let parts: Set<String> = [
    "service", "controller", "consumer", "gateway", "scheduler", "exporter", "resizer", "cluster", "proxy",
    "worker",
    "balancer", "indexer", "importer", "orchestrator", "shop", "portal", "broker", "resolver", "renderer",
  ]

  /// Words that tell one of a kind from another, or nothing.
  private static let ordinary: Set<String> = [
    "the", "our", "this", "that", "same", "whole", "other", "new", "old", "second", "first", "affected",
    "failing", "each",
    "every", "one", "two", "and", "for", "with", "its", "their", "all", "any", "some", "production",
    "staging", "main",
    "single", "test", "live", "entire", "another", "which", "when", "customer", "external", "internal",
    "third", "legacy",
  ]

  private static let places: Set<String> = [
    "to", "in", "into", "from", "on", "at", "via", "by", "with", "towards", "within", "using", "for",
  ]

  private static func place(of part: [String], in words: [String]) -> Int? {
    guard !part.isEmpty else { return nil }
    return words.indices.first { words[$0...].starts(with: part) }
  }

  /// What a title says of the word before: "Ledger down".
  private static let down: Set<String> = [
    "down", "outage", "unavailable", "unreachable", "degraded", "offline",
  ]

  /// `max_slot_wal_keep_size`
  private static func isSetting(_ code: Substring) -> Bool { code.count { $0 == "_" } > 1 }

  /// The first `name` in code marks that looks like a component.
  private static func firstCode(_ raw: String) -> String? {
    let parts = raw.split(separator: "`", omittingEmptySubsequences: false)
    for index in stride(from: 1, to: parts.count - (parts.count % 2 == 0 ? 1 : 0), by: 2) {
      let code = parts[index]
      let isPlain = code.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if isPlain, (3...32).contains(code.count), code.contains(where: \.isLetter), !isSetting(code) {
        return String(code)
      }
    }
    return nil
  }

  /// `CoreDNS`, `Elasticsearch`, `ingress-nginx`: a product's spelling, not the capital of a sentence or an acronym of process.
  private static func isName(_ word: String) -> Bool {
    let text = trimmed(word)
    guard (3...32).contains(text.count), let first = text.first, first.isLetter,
      text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    else { return false }
    // "Set-Cookie", "Retry-After": headers.
    guard !text.split(separator: "-").dropFirst().contains(where: { $0.first?.isUppercase ?? false }) else {
      return false
    }
    let hasInnerCapital =
      text.dropFirst().contains(where: \.isUppercase) && text.contains { $0.isLowercase && $0 != "s" }
    return (hasInnerCapital || isProduct(text)) && !sites.contains(text.lowercased())
  }

  /// `redis`, and `kafka-exporter`, which is named after one.
  private static func isProduct(_ text: String) -> Bool {
    let lower = text.lowercased()
    let parts = lower.split(separator: "-").map(String.init)
    return products.contains(lower)
      || parts.count > 1
        && (parts.contains { products.contains($0) }
          || lower == text && kinds.contains(parts[parts.count - 1]))
  }

  /// `suggest-service`, in small letters.
  static func isService(_ name: String) -> Bool {
    name.split(separator: "-").last.map { kinds.contains(String($0)) } ?? false
  }

  /// What services are named after: `billing-exporter`, `suggest-service`.
  private static let kinds: Set<String> = [
    "service", "api", "exporter", "gateway", "db", "worker", "workers", "proxy", "controller", "operator",
    "server",
    "scheduler", "agent", "job", "frontend", "backend", "queue", "cache", "store", "adapter", "router",
    "portal", "svc",
    "consumer", "producer", "importer", "processor", "builder", "renderer", "indexer", "collector", "relay",
    "broker",
  ]

  /// Where people meet and what they work with, not what a team runs.
  private static let sites: Set<String> = [
    "linkedin", "facebook", "youtube", "twitter", "whatsapp", "paypal", "telegram", "instagram", "onedrive",
    "expressvpn", "powershell", "javascript", "typescript", "macos",
    "terraform", "kubectl", "github", "gitlab", "slack", "zoom",
  ]

  private static let platforms: Set<String> = ["kubernetes", "eks", "website", "wiki", "ingress"]

  private static func trimmed(_ word: String) -> String {
    String(
      word.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }

  private static let products: Set<String> = [
    "kubernetes", "prometheus", "traefik", "kafka", "redis", "postgres", "postgresql", "mysql",
    "elasticsearch", "kibana", "nginx", "ingress-nginx", "flux", "kiam",
    "coredns", "calico", "etcd", "istio", "envoy", "vault", "consul", "terraform", "jenkins", "concourse",
    "grafana", "kube-state-metrics", "alb", "rds", "eks", "adfs", "adsync", "wallet", "mempool", "website",
    "wiki", "ingress", "cassandra", "mongodb", "rabbitmq", "haproxy", "cloudwatch", "fluentd", "logstash",
    "opensearch", "fluent", "external-dns", "fluent-bit", "thanos", "alertmanager", "argocd", "helm", "auth0",
    "velero", "modsec",
    "cert-manager", "karpenter", "okta", "nlb",
  ]
}
