/// Which failure mode a statement of a cause names, by the words that engineers use for it.
///
/// Signals know hundreds of particular faults; a cause that none of them knows still says of what nature it is.
enum CauseMode {
  /// How strongly a text speaks of each mode; modes that it doesn't speak of are left out.
  static func natures(of words: [String]) -> [FailureMode: Double] {
    var natures: [FailureMode: Double] = [:]
    for (mode, phrases) in table {
      if let strongest = phrases.best(in: words) { natures[mode] = strongest }
    }
    return natures
  }

  private static let table: [(mode: FailureMode, phrases: RatedPhrases)] = [
    entry(
      .badDeploy,
      sure: ["(typo|typographical error|programming error|coding error|logic error|off by one)"],
      clear: [
        "(bug|defect|regression|typo|typographical error|logic error|programming error|coding error) .. (in|of|was|were|is)",
        "(release|build|deployment|rollout|commit|code|patch|refactoring) .. (introduced|broke|contained|shipped)",
        "(exceptions|errors|values|input|cases) .. (was|were|are) (handled|checked|validated|parsed)",
        "(check|validation|guard|assertion) .. (removed|missing|skipped|void|ineffective)",
        "(introduced|shipped) .. (bug|defect|regression)", "in (the|that|this|our) code",
      ],
      vague: ["(bug|defect|regression|typo)", "(deploy*|releas*|rollout|rolled out)"]),
    entry(
      .configurationError,
      clear: [
        "misconfigur*",
        "(config*|setting*|parameter*|label*|annotation*|permission*|default|variable*|manifest|policy|rule|rules|header*) .. (wrong|missing|incorrect*|lost|invalid|removed|not set|not allow*|didn t|too low|too high|too small|too large)",
        "(wrong|missing|incorrect|invalid|lost|default|insecure) .. (config*|setting*|value|label*|annotation*|permission*|header*|role|variable*)",
        "(was|were) not configured", "given .. (role|permission*) by default",
        "(should not|shouldn t|shouldn) have had .. (permission*|access|rights|role)",
      ],
      vague: [
        "config*", "(setting|settings|permission|permissions)", "integration .. (suspended|removed|changed)",
      ]),
    entry(
      .versionIncompatibility,
      sure: [
        "(argument|flag|option|parameter|field) .. (not known|not actually known|unknown|not supported|unrecogni*)"
      ],
      clear: [
        "(incompatib*|not compatible|unsupported version|version mismatch|breaking change|breaking changes)",
        "(argument|flag|option|field|parameter|api|method) .. (not known|not actually known|not supported|unknown|renamed|no longer|deprecated)",
        "(third party|legacy) (components|libraries|pipeline) .. (not|could|couldn)",
        "(migrat*|upgrad*) .. (from|to) .. (failed|broke|not|issues)",
        "(new|newer|latest|old|older) (version|chart|release|client) .. (expects|requires|chang*|argument|no longer|removed)",
      ],
      vague: ["(upgrade|upgraded|upgrading|migration)"]),
    entry(
      .humanError,
      sure: [
        "(accidental*|mistakenly|by mistake|by accident) .. (delet*|execut*|ran|run|remov*|destroy*|revert*|appl*|dropp*)",
        "(deleted|executed|ran|removed|destroyed|reverted|applied|dropped) .. (accidental*|by mistake|by accident)",
      ],
      clear: [
        "(accidental*|mistakenly|unintentional*|by mistake|by accident|human error|erroneously)",
        "(wrong|production) (cluster|context|window|environment|account|terminal|namespace) .. (ran|run|applied|executed|deleted|instead)",
        "(applied|ran|run|executed|deleted) .. (wrong|production) (cluster|context|environment|account|namespace)",
      ],
      vague: ["(manual|manually|by hand)", "(overlooked|forgot*|misread|not aware)"]),
    entry(
      .certificateExpiry,
      clear: [
        "(certificate|certificates|cert|certs) .. (expir*|lapsed|not renewed|renewal)",
        "expir* .. (certificate|certificates|cert|certs)",
      ], vague: []),
    entry(
      .credentialFailure,
      clear: [
        "(token|key|secret|password|credential|credentials|role) .. (expir*|rotat*|invalid|missing|not mounted)",
        "(could|couldn|cannot|unable|failed) .. (authenticate|assume)",
      ], vague: ["(credential|credentials)"]),
    entry(
      .memoryExhaustion,
      clear: [
        "(memory|heap|ram) .. (exhaust*|leak*|full|starv*|pressure|limit|limits|too low|too small|grew|usage|consum*)",
        "(oom|oomkilled|oomkill|out of memory|memory leak|ran out of memory)",
      ], vague: ["memory"]),
    entry(
      .diskExhaustion,
      clear: [
        "(disk|volume|filesystem|storage|partition) .. (full|exhaust*|filled|ran out|100|no space)",
        "(no space left|out of disk|out of space|ran out of storage)",
      ], vague: ["disk (space|usage)"]),
    entry(
      .handleExhaustion,
      clear: [
        "(descriptors|watches|handles|inotify|conntrack|threads|ephemeral ports|processes) .. (exhaust*|limit|ran out|used up)",
        "(exhaust*|ran out of|out of) .. (descriptors|watches|handles|threads|ports|sockets)",
      ], vague: ["inotify"]),
    entry(
      .connectionPoolExhaustion,
      clear: [
        "(connection|connections|pool|pools) .. (exhaust*|leak*|ran out|used up|in use|limit|never returned)",
        "(exhaust*|ran out of|out of) .. (connections|pool)",
      ], vague: ["(connection pool|pool size)"]),
    entry(
      .cpuSaturation,
      clear: ["cpu .. (saturat*|throttl*|exhaust*|maxed|pegged|100)", "(infinite|endless|busy) loop"],
      vague: ["cpu"]),
    entry(
      .quotaLimit,
      clear: [
        "(quota|rate limit|rate limits|rate limited|service limit|resource limits|account limit|spam limit|spam limits|api limit)",
        "(limit|limits) .. (reached|hit|exceeded)",
        "(reached|hit|exceeded|exceeding|crossed) .. (limit|limits|quota)",
        "(flagged|restricted|banned|throttled|suspended) .. (usage|requests|calls|messages|sending)",
      ], vague: []),
    entry(
      .capacityShortfall,
      clear: [
        "(capacity|resources|replicas|nodes) .. (insufficient|not enough|too few|short|exhaust*|overprovision*|underprovision*)",
        "(insufficient|not enough|lack of|too little|additional) .. (capacity|resources|nodes|replicas)",
        "(overload*|overwhelm*|overcommit*|undersized|oversubscribed)",
      ], vague: ["(traffic|load) .. (spike|surge|increase*|doubled|tripled|times)", "capacity"]),
    entry(
      .dnsFailure, clear: ["(dns|coredns|nameserver|nameservers|resolver|name resolution)"],
      vague: ["domain"]),
    entry(
      .networkFailure,
      clear: [
        "(network|packet|packets|route|routes|bgp|link|switch|vpn|peering|subnet) .. (fail*|loss|lost|drop*|partition*|down|outage|unreachable|black*)"
      ], vague: ["network"]),
    entry(
      .loadBalancingFailure,
      clear: [
        "(load balanc*|target group|targets|upstreams) .. (unhealthy|fail*|no|removed|uneven*|misrout*)",
        "health check* .. (fail*|wrong|passed|misleading|removed)",
      ], vague: ["load balanc*"]),
    entry(
      .clockError,
      clear: [
        "(clock|ntp|leap second|daylight saving|time zone|timezone) .. (skew|drift*|wrong|change*|off|ahead|behind|error*)"
      ],
      vague: ["(ntp|clock)", "(wall|local) time"]),
    entry(
      .featureFlagError,
      clear: [
        "(feature flag|feature flags|flag|toggle|experiment) .. (enabled|turned on|flipped|switched|default|rollout)"
      ],
      vague: ["feature flag*"]),
    entry(
      .schemaMigration,
      clear: [
        "(schema|database) (migration|change)",
        "(alter table|ddl|column|backfill) .. (lock*|fail*|missing|renamed|dropped)",
      ],
      vague: ["migration .. (table|schema|database)"]),
    entry(
      .databaseLock,
      clear: [
        "(deadlock|deadlocks|deadlocked)", "(lock|locks) .. (held|wait*|table|row|rows|blocked|contention)",
      ],
      vague: []),
    entry(
      .queryRegression,
      clear: [
        "(query|queries) .. (slow*|full scan|without an index|plan|scann*|seconds)",
        "(missing|dropped|unused) .. index", "(execution|query) plan",
      ],
      vague: ["(query|queries)"]),
    entry(
      .replicationFailure,
      clear: [
        "(replica|replicas|replication|standby|primary|leader|quorum|failover|split brain) .. (lag*|fail*|behind|broke*|lost|stale|did not|no longer)"
      ],
      vague: ["(replica|replication|failover)"]),
    entry(
      .dataCorruption,
      clear: [
        "(corrupt*|inconsistent|double charged|double counted|double booked|duplicated orders|duplicated payments|duplicated rows|duplicated records)",
        "(wrong|incorrect|invalid|negative) (data|values|amounts|balances|totals)",
      ],
      vague: ["inconsisten*"]),
    entry(
      .dataLoss,
      clear: [
        "(deleted|dropped|wiped|lost|destroyed|truncated) .. (data|database|table|tables|records|rows|backups|snapshots)"
      ],
      vague: ["data loss"]),
    entry(
      .queueBacklog,
      clear: [
        "(queue|queues|backlog|consumer|consumers|topic) .. (grew|behind|lag*|stuck|stalled|piled|full|backed up)"
      ],
      vague: ["(queue|backlog)"]),
    entry(
      .messageLoss,
      clear: [
        "(message|messages|events|webhook|webhooks|callbacks) .. (lost|dropped|discarded|never arrived|never delivered)"
      ], vague: []),
    entry(
      .cacheFailure,
      clear: [
        "(cache|caches|cached|redis|memcached|cdn) .. (expir*|evict*|miss*|stale|cold|stampede|empty|invalid*|full|flush*|poison*)",
        "(keys|entries) .. (expire|expired|expiring)", "(ttl|jitter)",
      ], vague: ["(cache|caches|redis|memcached)"]),
    entry(
      .retryStorm,
      clear: [
        "(retry|retries|retried|retrying|reconnect*) .. (storm|amplif*|flood*|at once|forever|loop)",
        "(retry|retries|reconnect*) .. without .. (backoff|jitter)", "thundering herd",
      ],
      vague: ["(retry|retries|retried)"]),
    entry(
      .cascadingFailure, clear: ["(cascad*|domino|knock on|circular dependency)"], vague: []),
    entry(
      .timeoutMisconfiguration,
      clear: [
        "(startupprobe|livenessprobe|readinessprobe|startup probe|liveness probe|readiness probe) .. (not enough|too|kill*|restart*|default)",
        "(timeout|timeouts|deadline|probe|probes|idle|keepalive) .. (too short|too long|too low|too high|missing|longer|shorter|exceed*|lower|higher|default)",
        "(no|without|missing) .. (timeout|deadline)",
      ],
      vague: ["(timeout|timeouts|deadline)"]),
    entry(
      .dependencyOutage,
      clear: [
        "(provider|vendor|third party|supplier|upstream|aws|gcp|azure|github|cloudflare|isp|carrier|registrar) .. (outage|down|fail*|incident|degraded|unavailable|stalled)",
        "outage (at|of|in) .. (provider|vendor|third party|aws|gcp|azure|github|cloudflare)",
      ],
      vague: ["(provider|vendor|third party|supplier)"]),
    entry(
      .hardwareFailure,
      clear: [
        "(hardware|power|rack|disk|host|instance|machine|nic|controller|battery) .. (failed|failure|died|fault*|broke|retired)"
      ], vague: ["hardware"]),
    entry(
      .orchestrationFailure,
      clear: [
        "(pods|pod|kubelet|scheduler|control plane|webhook|node|nodes) .. (evict*|pending|crash*|not ready|stuck|drain*|cordon*|fail* to schedule)",
        "(autoscaler|scheduler|kubelet|containerd|admission webhook) .. (fail*|crash*|block*|stuck|bug)",
      ], vague: ["(kubelet|scheduler|pods)"]),
    entry(
      .raceCondition,
      clear: [
        "(race condition|race|concurren*|interleav*)", "(different|wrong) order",
        "(at the same time|simultaneous*) .. (wrote|write*|updat*|both|same)",
      ],
      vague: ["(simultaneous*|at the same time)"]),
    entry(
      .scheduledJobFailure,
      clear: [
        "(cron|cronjob|scheduled job|scheduled task|nightly job|nightly run|nightly import|nightly export) .. (did not|didn t|fail*|overlap*|never|stuck|skipped)"
      ], vague: ["(cron|cronjob|nightly)"]),
    entry(
      .securityIncident,
      clear: [
        "(attack|attacker|attackers|malicious*|phish*|exploit*|ransomware|malware|unauthorized|unauthorised|stolen|hijack*|intrusion)",
        "(vulnerab*|compromised) .. (in|to|account|accounts|package|library|host|allow*)",
        "(credential*|token|tokens|key|keys|secret|secrets|data) .. (leaked|exposed|published|public)",
        "(leaked|exposed|published|pushed|committed) .. (credential*|token|tokens|key|keys|secret|secrets|public)",
      ], vague: ["(vulnerab*|compromis*|security)"]),
    entry(
      .monitoringFailure,
      clear: [
        "false (alarm|positive|positives)",
        "(alert|alerts|monitoring) .. (did not|didn t|never|missing|silenced|muted)",
      ],
      vague: []),
  ]

  /// - Parameter sure: what leaves no doubt, whatever else the sentence speaks of.
  private static func entry(_ mode: FailureMode, sure: [String] = [], clear: [String], vague: [String]) -> (
    mode: FailureMode, phrases: RatedPhrases
  ) {
    (mode, RatedPhrases([(6, sure), (3, clear), (1, vague)]))
  }
}
