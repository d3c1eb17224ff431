/// How systems fail: the taxonomy by which gaps of different incidents are matched.
package enum FailureMode: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case connectionPoolExhaustion = "connection-pool-exhaustion"
  case memoryExhaustion = "memory-exhaustion"
  case cpuSaturation = "cpu-saturation"
  case diskExhaustion = "disk-exhaustion"
  case handleExhaustion = "handle-exhaustion"
  case quotaLimit = "quota-limit"
  case capacityShortfall = "capacity-shortfall"
  case dnsFailure = "dns-failure"
  case networkFailure = "network-failure"
  case loadBalancingFailure = "load-balancing-failure"
  case certificateExpiry = "certificate-expiry"
  case credentialFailure = "credential-failure"
  case clockError = "clock-error"
  case badDeploy = "bad-deploy"
  case configurationError = "configuration-error"
  case featureFlagError = "feature-flag-error"
  case schemaMigration = "schema-migration"
  case versionIncompatibility = "version-incompatibility"
  case databaseLock = "database-lock"
  case queryRegression = "query-regression"
  case replicationFailure = "replication-failure"
  case dataCorruption = "data-corruption"
  case dataLoss = "data-loss"
  case queueBacklog = "queue-backlog"
  case messageLoss = "message-loss"
  case cacheFailure = "cache-failure"
  case retryStorm = "retry-storm"
  case cascadingFailure = "cascading-failure"
  case timeoutMisconfiguration = "timeout-misconfiguration"
  case dependencyOutage = "dependency-outage"
  case hardwareFailure = "hardware-failure"
  case orchestrationFailure = "orchestration-failure"
  case raceCondition = "race-condition"
  case scheduledJobFailure = "scheduled-job-failure"
  case securityIncident = "security-incident"
  case humanError = "human-error"
  case monitoringFailure = "monitoring-failure"

  /// In words: `connection pool exhaustion`.
  package var text: String { Self.texts[self] ?? rawValue }

  private static let texts = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.inWords) })

  private var inWords: String {
    switch self {
    case .dnsFailure: "DNS failure"
    case .cpuSaturation: "CPU saturation"
    default: rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  package static func < (left: FailureMode, right: FailureMode) -> Bool { left.rawValue < right.rawValue }
}
