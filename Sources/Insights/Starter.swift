import Bytes
import Reviewing
import Sanitizing

/// A recommended test as a file to begin with: a k6 script, a Chaos Mesh manifest or a Prometheus rule.
///
/// It carries the test's own figures where they can be read, and says where to put what it can't know.
package struct Starter: Sendable, Hashable {
  package enum Tool: String, Sendable, CaseIterable {
    case k6
    case chaosMesh = "Chaos Mesh"
    case prometheus = "Prometheus"
  }

  package let tool: Tool
  /// Without a folder: `load-checkout-and-its-pool.js`.
  package let name: String
  package let bytes: [UInt8]

  /// nil for kinds of tests that none of the tools runs, and for failures that none of the files would show.
  package init?(_ item: TestPlan.Item) {
    let figures = Figures(item)
    let stem = String("\(item.kind.rawValue)-\(Slug(item.scope.string))".prefix(72))
    let digest = Digest(of: item.id).hex.prefix(6)
    switch item.kind {
    case .load, .stress, .soak, .spike, .capacity:
      tool = .k6
      name = "\(stem)-\(digest).js"
      bytes = Array(Self.script(item, figures).utf8)
    case .chaos, .failover:
      guard let fault = Self.fault(item, figures) else { return nil }
      tool = .chaosMesh
      name = "\(stem)-\(digest).chaos.yaml"
      bytes = Array(Self.manifest(item, figures, fault, digest: String(digest)).utf8)
    case .alerting, .synthetic:
      guard let condition = Self.condition(of: item.gap?.mode) else { return nil }
      tool = .prometheus
      name = "\(stem)-\(digest).rules.yaml"
      bytes = Array(Self.rule(item, condition).utf8)
    default: return nil
    }
  }

  /// Comment lines that say what the file is for and which incidents ask for it.
  private static func head(_ item: TestPlan.Item, _ mark: String) -> String {
    var lines = [
      "A starting point made by hindcast from the test plan: \(item.kind.text) test of \(plain(item.scope.string)).",
      "Inject: \(plain(item.injection.string))", "Passes when: \(plain(item.success.string))",
    ]
    if let gap = item.gap { lines.append("Closes the gap \(gap.id).") }
    lines += item.incidents.map { "Asked for by \($0.slug): \(plain($0.title.string))" }
    return lines.map { "\(mark) \($0)\n" }.joined()
  }

  private static func plain(_ text: String) -> String {
    text.unicodeScalars.map { $0.value < 0x20 || $0.properties.isWhitespace ? " " : String($0) }.joined()
  }

  /// A string that JavaScript and YAML read alike.
  private static func quoted(_ text: String) -> String {
    String(decoding: JSONText.string(plain(text)).line.dropLast(), as: UTF8.self)
  }

  private static func component(_ item: TestPlan.Item) -> String {
    item.services.first?.string ?? item.scope.string
  }

  // MARK: k6

  private static func script(_ item: TestPlan.Item, _ figures: Figures) -> String {
    let rate = figures.requestsPerSecond ?? 50
    let minutes = figures.minutes ?? (item.kind == .soak ? 240 : 10)
    let stages =
      switch item.kind {
      case .spike:
        "{ target: \(rate), duration: '1m' }, { target: \(rate * 5), duration: '10s' }, { target: \(rate * 5), duration: '2m' }, { target: \(rate), duration: '30s' }"
      case .stress, .capacity:
        "{ target: \(rate), duration: '2m' }, { target: \(rate * 2), duration: '\(max(1, minutes / 2))m' }, { target: \(rate * 4), duration: '\(max(1, minutes / 2))m' }"
      default: "{ target: \(rate), duration: '1m' }, { target: \(rate), duration: '\(minutes)m' }"
      }
    var thresholds = ["http_req_failed: ['rate<\(figures.errorShare ?? "0.01")']"]
    thresholds.append(
      "http_req_duration: ['p(\(figures.percentile ?? 99))<\(figures.milliseconds ?? 1_000)']")
    return """
      \(head(item, "//"))//
      // Run: k6 run -e TARGET=https://staging.example/path this-file.js
      // Set the request to the one that failed, and the rate to the peak of the day of the incident.
      import http from 'k6/http';
      import { check } from 'k6';

      export const options = {
        scenarios: {
          load: {
            executor: 'ramping-arrival-rate',
            startRate: 1,
            timeUnit: '1s',
            preAllocatedVUs: \(max(20, rate)),
            maxVUs: \(max(100, rate * 10)),
            stages: [\(stages)],
          },
        },
        thresholds: {
          \(thresholds.joined(separator: ",\n    ")),
        },
        tags: { component: \(quoted(component(item))), gap: \(quoted(item.gap?.id ?? "")) },
      };

      export default function () {
        const response = http.get(__ENV.TARGET);
        check(response, { 'answers without an error': (r) => r.status < 500 });
      }

      """
  }

  // MARK: Chaos Mesh

  private static func manifest(
    _ item: TestPlan.Item, _ figures: Figures, _ fault: (kind: String, spec: String), digest: String
  ) -> String {
    let minutes = figures.minutes ?? 10
    let name = "hindcast-\(item.kind.rawValue)-\(digest)"
    let (kind, spec) = fault
    return """
      \(head(item, "#"))#
      # Apply: kubectl apply -f this-file.yaml, in a cluster with Chaos Mesh 2 and never in production first.
      # Set namespaces and labels to those of the component.
      apiVersion: chaos-mesh.org/v1alpha1
      kind: \(kind)
      metadata:
        name: \(name)
        namespace: chaos-mesh
        annotations:
          hindcast/gap: \(quoted(item.gap?.id ?? ""))
          hindcast/incidents: \(quoted(item.incidents.map(\.slug.description).joined(separator: " ")))
      spec:
      \(spec)  mode: one
        selector:
          namespaces:
            - staging
          labelSelectors:
            app: \(quoted(Slug(component(item)).description))
        duration: "\(minutes)m"

      """
  }

  /// What breaks, by the failure mode that the test is about; nil where no fault of the tool's is like it.
  private static func fault(_ item: TestPlan.Item, _ figures: Figures) -> (kind: String, spec: String)? {
    if item.kind == .failover { return ("PodChaos", "  action: pod-kill\n  gracePeriod: 0\n") }
    return switch item.gap?.mode {
    case .orchestrationFailure, .hardwareFailure, .replicationFailure, .dataLoss:
      ("PodChaos", "  action: pod-kill\n  gracePeriod: 0\n")
    case .memoryExhaustion: ("StressChaos", "  stressors:\n    memory:\n      workers: 1\n      size: 90%\n")
    case .cpuSaturation: ("StressChaos", "  stressors:\n    cpu:\n      workers: 2\n      load: 100\n")
    case .diskExhaustion, .handleExhaustion:
      ("IOChaos", "  action: fault\n  volumePath: /data\n  path: /data/**/*\n  errno: 28\n  percent: 50\n")
    case .dnsFailure: ("DNSChaos", "  action: error\n  patterns:\n    - \"*\"\n")
    case .clockError, .certificateExpiry:
      ("TimeChaos", "  timeOffset: \"+1h\"\n  clockIds:\n    - CLOCK_REALTIME\n")
    case .networkFailure, .loadBalancingFailure:
      (
        "NetworkChaos",
        "  action: loss\n  loss:\n    loss: \"50\"\n    correlation: \"25\"\n  direction: both\n"
      )
    case .dependencyOutage, .cascadingFailure, .timeoutMisconfiguration, .retryStorm,
      .connectionPoolExhaustion,
      .queueBacklog, .cacheFailure, .databaseLock, .queryRegression, .messageLoss:
      (
        "NetworkChaos",
        "  action: delay\n  delay:\n    latency: \"\(figures.delayMilliseconds ?? 3_000)ms\"\n    jitter: \"200ms\"\n    correlation: \"25\"\n  direction: both\n"
      )
    default: nil
    }
  }

  // MARK: Prometheus

  private static func rule(_ item: TestPlan.Item, _ condition: (expression: String, wait: String)) -> String {
    let mode = item.gap?.mode ?? .monitoringFailure
    let name = mode.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let (expression, wait) = condition
    return """
      \(head(item, "#"))#
      # Check: promtool check rules this-file.yaml
      # The metric is the one that the usual exporter of such a component has; set it to yours.
      groups:
        - name: hindcast-\(mode.rawValue)
          rules:
            - alert: \(name)
              expr: >-
                \(expression)
              for: \(wait)
              labels:
                severity: page
                component: \(quoted(component(item)))
              annotations:
                summary: \(quoted("\(component(item)): \(mode.text)"))
                description: \(quoted("Came through in \(item.incidents.map(\.slug.description).joined(separator: ", ")); gap \(item.gap?.id ?? "")"))

      """
  }

  /// What shows the failure to Prometheus; nil where only the team knows.
  private static func condition(of mode: FailureMode?) -> (expression: String, wait: String)? {
    guard let mode else { return nil }
    return expressions[mode] ?? (erring.contains(mode) ? errorRate : nil)
  }

  /// Failures that requests see as errors.
  private static let erring: Set<FailureMode> = [
    .badDeploy, .cascadingFailure, .loadBalancingFailure, .networkFailure, .timeoutMisconfiguration,
    .retryStorm,
    .featureFlagError, .capacityShortfall, .credentialFailure,
  ]

  private static let errorRate = (
    "sum by (service) (rate(http_requests_total{code=~\"5..\"}[5m])) / sum by (service) (rate(http_requests_total[5m])) > 0.05",
    "5m"
  )

  /// What shows a failure mode, in the metrics of its usual exporter, and how long it must last.
  private static let expressions: [FailureMode: (String, String)] = [
    .connectionPoolExhaustion: ("max by (pool) (hikaricp_connections_pending) > 0", "2m"),
    .memoryExhaustion: (
      "max by (pod) (container_memory_working_set_bytes / (container_spec_memory_limit_bytes > 0)) > 0.9",
      "5m"
    ),
    .cpuSaturation: (
      "rate(container_cpu_cfs_throttled_periods_total[5m]) / rate(container_cpu_cfs_periods_total[5m]) > 0.5",
      "10m"
    ),
    .diskExhaustion: (
      "predict_linear(node_filesystem_avail_bytes{fstype!=\"tmpfs\"}[6h], 24 * 3600) < 0", "30m"
    ),
    .handleExhaustion: ("process_open_fds / process_max_fds > 0.8", "10m"),
    .certificateExpiry: ("probe_ssl_earliest_cert_expiry - time() < 14 * 24 * 3600", "1h"),
    .dnsFailure: ("sum(rate(coredns_dns_responses_total{rcode=\"SERVFAIL\"}[5m])) > 1", "5m"),
    .queueBacklog: ("sum by (consumergroup, topic) (kafka_consumergroup_lag) > 10000", "10m"),
    .messageLoss: ("sum by (queue) (rabbitmq_queue_messages_ready{queue=~\".*dead.*\"}) > 0", "5m"),
    .cacheFailure: (
      "rate(redis_keyspace_hits_total[5m]) / (rate(redis_keyspace_hits_total[5m]) + rate(redis_keyspace_misses_total[5m])) < 0.8",
      "10m"
    ),
    .databaseLock: ("max by (datname) (pg_stat_activity_max_tx_duration{state=\"active\"}) > 60", "2m"),
    .replicationFailure: ("pg_replication_lag_seconds > 30", "5m"),
    .clockError: ("abs(node_timex_offset_seconds) > 0.1", "5m"),
    .scheduledJobFailure: ("time() - kube_cronjob_status_last_successful_time > 26 * 3600", "10m"),
    .orchestrationFailure: ("increase(kube_pod_container_status_restarts_total[30m]) > 3", "5m"),
    .quotaLimit: ("sum by (service) (rate(http_requests_total{code=\"429\"}[5m])) > 0.1", "5m"),
    .dependencyOutage: ("probe_success == 0", "2m"),
  ]
}

/// The figures that a test names, as far as tools need them.
private struct Figures {
  private(set) var minutes: Int?
  private(set) var requestsPerSecond: Int?
  /// A delay to inject.
  private(set) var delayMilliseconds: Int?
  /// A limit on latency, and of which percentile.
  private(set) var milliseconds: Int?
  private(set) var percentile: Int?
  /// A limit on the share of errors, between 0 and 1.
  private(set) var errorShare: String?

  init(_ item: TestPlan.Item) {
    let injection = Self.words(item.injection.string)
    for (index, word) in injection.enumerated() {
      guard let number = Self.number(word) else { continue }
      let unit = index + 1 < injection.count ? injection[index + 1] : ""
      if unit.hasPrefix("min"), number < 10_000 { minutes = minutes ?? Int(number) }
      if unit == "h" || unit.hasPrefix("hour"), number < 200 { minutes = minutes ?? Int(number * 60) }
      if unit.hasPrefix("request") || unit == "rps", number < 100_000 {
        requestsPerSecond = requestsPerSecond ?? Int(number)
      }
      if unit == "s" || unit.hasPrefix("second"), number < 3_600 {
        delayMilliseconds = delayMilliseconds ?? Int(number * 1_000)
      }
      if unit == "ms", number < 3_600_000 { delayMilliseconds = delayMilliseconds ?? Int(number) }
    }
    let success = Self.words(item.success.string)
    for (index, word) in success.enumerated() {
      if let found = ["p50": 50, "p90": 90, "p95": 95, "p99": 99][word] { percentile = percentile ?? found }
      guard let number = Self.number(word), number > 0 else { continue }
      let unit = index + 1 < success.count ? success[index + 1] : ""
      if unit == "ms", number < 3_600_000 { milliseconds = milliseconds ?? Int(number) }
      if unit == "s", number < 3_600 { milliseconds = milliseconds ?? Int(number * 1_000) }
      if unit == "%", number < 50, success.contains(where: { $0.hasPrefix("error") || $0.hasPrefix("fail") })
      {
        errorShare = errorShare ?? "\(number / 100)"
      }
    }
    minutes = minutes.map { max(1, $0) }
    requestsPerSecond = requestsPerSecond.map { max(1, $0) }
  }

  /// Numbers apart from the units that hang on to them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for part in text.lowercased().split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) }) {
      let digits = part.prefix { $0.isNumber || $0 == "." }
      let rest = part.dropFirst(digits.count)
      if !digits.isEmpty, !rest.isEmpty {
        words += [String(digits), String(rest)]
      } else {
        words.append(String(part.last == "." ? part.dropLast() : part))
      }
    }
    return words
  }

  private static func number(_ word: String) -> Double? {
    word.first?.isNumber == true ? Double(word) : nil
  }
}
