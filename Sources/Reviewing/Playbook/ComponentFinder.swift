import Sanitizing

/// What of the system an incident is about, by its own name.
enum ComponentFinder {
  static func find(_ facts: IncidentFacts, _ cause: ReadLine?, _ raw: String?) -> String {
    if let cause {
      let named = facts.services.map(\.string).filter { service in
        let words = Words.of(service)
        return !words.isEmpty && contains(cause.words, words)
      }
      if let first = named.first { return first }
    }
    if let first = facts.services.first?.string { return first }
    if let code = raw.flatMap(firstCode) { return code }
    if let name = facts.title.string.split(separator: " ").lazy.map(String.init).first(where: isName) {
      return trimmed(name)
    }
    if let name = cause?.plain.split(separator: " ").dropFirst().lazy.map(String.init).first(where: isName) {
      return trimmed(name)
    }
    return "the affected service"
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: part) }
  }

  /// The first `name` in code marks that looks like a component.
  private static func firstCode(_ raw: String) -> String? {
    let parts = raw.split(separator: "`", omittingEmptySubsequences: false)
    for index in stride(from: 1, to: parts.count - (parts.count % 2 == 0 ? 1 : 0), by: 2) {
      let code = parts[index]
      let isPlain = code.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if isPlain, (3...32).contains(code.count), code.contains(where: \.isLetter) { return String(code) }
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
