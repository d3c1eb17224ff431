import Sanitizing

/// What of the system an incident is about, by its own name.
enum ComponentFinder {
  static func find(_ facts: IncidentFacts, _ cause: ReadLine?, _ raw: String?) -> String {
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
    if let code = raw.flatMap(firstCode) { return code }
    if let name = facts.title.string.split(separator: " ").lazy.map(String.init).first(where: isName) {
      return trimmed(name)
    }
    if let name = cause?.plain.split(separator: " ").dropFirst().lazy.map(String.init).first(where: isName) {
      return trimmed(name)
    }
    return "the affected service"
  }

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
    let hasInnerCapital =
      text.dropFirst().contains(where: \.isUppercase) && text.contains(where: \.isLowercase)
    return hasInnerCapital || products.contains(text.lowercased())
  }

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
    "opensearch",
  ]
}
