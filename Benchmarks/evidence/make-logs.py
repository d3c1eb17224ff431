#!/usr/bin/env python3
"""Write a synthetic incident log with 18 known needles.

    make-logs.py OUT_DIR [--lines 1000000] [--seed 3]
                         [--shape mixed|java|k8s|json|syslog]

OUT_DIR/incident.log   the log, about --lines lines
OUT_DIR/needles.json   [{id, kind, must, lines}], 18 entries

`must` holds strings that all have to appear in the condensed output; a list
inside `must` holds alternatives. All strings of a needle come from one line,
so score-logs.py looks for them in one output line, except for kind "storm",
whose template, start time and count may be apart. `lines` are the 1-based
numbers of the needle's lines; for the storm they are all its header lines, so
len(lines) is its exact count.

Deterministic for a given (seed, shape, lines). Python standard library only.
"""
import argparse
import calendar
import json
import os
import random
import re
import sys
import time

# ---------------------------------------------------------------- banks

SERVICES = [
    ("orders", "order"), ("ledger-api", "posting"), ("invoicing", "invoice"),
    ("shipping", "parcel"), ("catalog", "item"), ("search-edge", "query"),
    ("accounts", "account"), ("notifier", "message"), ("pricing", "quote"),
    ("inventory", "stock"), ("checkout", "basket"), ("identity", "session"),
    ("media-proxy", "asset"), ("billing", "charge"), ("scheduler", "task"),
    ("gateway", "request"), ("payouts", "transfer"), ("reporting", "report"),
    ("geo-index", "tile"), ("fraud-check", "case"), ("archive", "document"),
    ("telemetry", "sample"), ("loyalty", "voucher"), ("booking", "reservation"),
]
ORGS = ["acme", "northwind", "contoso", "fabrikam", "initech", "umbra", "zenfleet", "halcyon"]
DOMAINS = ["internal", "prod.local", "svc.cluster.local", "corp.example", "dc1.example.net"]
HOSTS = ["web", "app", "node", "worker", "core", "edge", "db", "ip-10-2"]
USERS = ["mkoval", "j.lind", "priya", "tanaka", "svc-release", "ops-bot", "hgomez", "dora"]
NODES = ["db", "pg", "kafka", "etcd", "mysql", "redis", "node", "broker"]
PATHS = ["/var/lib/postgres", "/data", "/var/log", "/srv/spool", "/mnt/segments",
         "/var/lib/kafka", "/opt/blobs", "/var/lib/docker"]
FLAGS = ["new-checkout-flow", "async_settlement", "use-grpc-ledger", "fast.path.v2", "dual-write",
         "pricing_engine_b", "lazy-inventory", "compact-sessions", "edge-cache-bypass"]
KEYS = ["db.pool.max_size", "http.client.timeout_ms", "cache.ttl_seconds", "worker.concurrency",
        "kafka.max.poll.records", "rate_limit.per_minute", "session.idle_timeout",
        "batch.flush.interval", "circuit.open_after"]

# Needle wordings: the parts between « » must survive.
BANK = {
    "deployment": [
        ("INFO", "Deployment «{svc} rolled out revision {rev}» image=registry.{dom}/{svc}:{ver}"),
        ("INFO", "release «{svc} {ver}» is now live on {n} of {n} instances, previous {pver}"),
        ("INFO", "starting «{svc} version {ver}» build {sha} profile=prod"),
        ("INFO", "application {svc} synced to «{sha}» ({ver}), health Progressing"),
        ("INFO", "scaled up replica set «{svc}-{hash} to {n}» from 0, image tag {ver}"),
        ("INFO", "blue/green switch complete: «{svc} green={ver}» takes all traffic"),
    ],
    "config_change": [
        ("INFO", "configuration key «{key}» changed «from {va} to {vb}» by {user}"),
        ("INFO", "reloaded {svc}.yaml: «{key}: {va} -> {vb}»"),
        ("INFO", "dynamic property update «{key}={vb}», was {va}, source=consul"),
        ("INFO", "ConfigMap {svc}-settings updated, «{key} is now {vb}», previously {va}"),
        ("INFO", "applied runtime override «{key}={vb}» replacing {va}, requested by {user}"),
        ("INFO", "settings revision {rev} active, diff «{key} [{va}] => [{vb}]»"),
    ],
    "fatal": [
        ("FATAL", "«cannot acquire journal lock» /var/lib/{svc}/journal.lock «held by pid {pid}», shutting down"),
        ("FATAL", "«WAL segment {hex} is corrupt» at offset {big}, refusing to start"),
        ("FATAL", "«invariant violated: balances differ by {amt}», halting {node}"),
        ("FATAL", "«unrecoverable checkpoint mismatch epoch={big}», exiting"),
        ("FATAL", "«schema version {vb} is newer than supported {va}», terminating {svc}"),
        ("FATAL", "«keystore {hex}.jks cannot be opened», aborting startup of {svc}"),
    ],
    "oom_kill": [
        ("ERROR", "Out of memory: «Killed process {pid} ({svc})» total-vm:{big}kB, anon-rss:{big2}kB, file-rss:0kB"),
        ("WARN", "Memory cgroup out of memory: «Killed process {pid} ({svc})» total-vm:{big}kB oom_score_adj:937"),
        ("WARN", "container «{svc}-{hash} terminated reason=OOMKilled» exit_code=137 restarts={n}"),
        ("INFO", "worker «{pid} of {svc} exited on signal 9», oom-killer invoked, rss_kb={big}"),
        ("WARN", "{svc}.service: A process of this unit has been «killed by the OOM killer», main pid «{pid}»"),
        ("WARN", "task «{svc}/{hash} exceeded its memory limit of {mem} MiB» and was killed by the kernel"),
    ],
    "failover": [
        ("INFO", "«{node} elected leader for term {term}», previous leader {node2} unreachable"),
        ("INFO", "raft: «{hex} became leader at term {term}»"),
        ("WARN", "«+switch-master {svc} {ip} 6379 {ip2} 6379»"),
        ("INFO", "promoted self to leader by acquiring session lock, «{node} timeline {term}»"),
        ("WARN", "failover completed: «primary moved from {node2} to {node}» in {ms} ms"),
        ("INFO", "«{node} is the new active controller, epoch {term}»"),
    ],
    "cert_or_clock": [
        ("WARN", "TLS certificate for «{node}.{dom} expired» {n} minutes ago, serial {hex}"),
        ("WARN", "x509: certificate has expired or is not yet valid: «CN={node}.{dom}» serial «{hex}»"),
        ("INFO", "certificate «CN={node}.{dom} not renewed», ACME challenge rejected, order {hex}"),
        ("WARN", "«system clock stepped by {sec}.{ms}s», timers rescheduled"),
        ("INFO", "chronyd: «System clock wrong by {sec}.{ms} seconds»"),
        ("WARN", "token issued in the future: «clock skew {sec}s» against {node}"),
        ("WARN", "NTP has no reachable sources, «last offset {sec}.{ms}s» peer {ip}"),
    ],
    "disk_full": [
        ("WARN", "write skipped, «No space left on device», path «{path}/{hash}»"),
        ("INFO", "volume «{path} is at 100%», {n} bytes free, dropping segment {hash}"),
        ("WARN", "«filesystem {path} full», switching {svc} to read-only mode"),
        ("INFO", "could not rotate «{path}/{svc}.log», «ENOSPC» errno=28"),
        ("WARN", "journal: «free space on {path} is 0 bytes», vacuum had no effect"),
        ("INFO", "spool {hash} parked, «quota exhausted on {path}: 0 blocks left»"),
    ],
    "pool_timeout": [
        ("WARN", "HikariPool-{n} - «Connection is not available, request timed out after 30{ms}ms»"),
        ("WARN", "pgbouncer: «query_wait_timeout» closing client {ip}:{pid} «age={sec}s»"),
        ("ERROR", "«Cannot get a connection, pool error Timeout waiting for idle object» maxWaitMillis={big}"),
        ("ERROR", "«QueuePool limit of size {va} overflow {n} reached», connection timed out, timeout 30.00"),
        ("WARN", "«timed out waiting for a connection from the pool after {sec}.{ms}s» db={svc}"),
        ("WARN", "acquire on pool {svc}-rw gave up after «{sec}{ms} ms, no free connection»"),
    ],
    "feature_flag": [
        ("INFO", "feature flag «{flag}» flipped «off -> on» by {user}"),
        ("INFO", "flag «{flag} set to true» for 100% of tenants, was 0%"),
        ("INFO", "toggle «{flag} DISABLED to ENABLED» actor={user}"),
        ("INFO", "flag stream: «{flag} version {big} now serves variation on»"),
        ("INFO", "experiment gate «{flag}=enabled», rollout raised from {n}% to 100%"),
    ],
    "replica_lag": [
        ("WARN", "«replica {node} lag {big} ms exceeds threshold» 30000"),
        ("WARN", "standby «{node} is {mem} MB behind primary», replay paused"),
        ("WARN", "«Seconds_Behind_Master={mem}» on «{node}», reads diverted"),
        ("WARN", "replication delay «{node}: {big}ms» above limit, removed from read pool"),
        ("WARN", "follower «{node}» fell out of ISR for {svc}-events-{n}, «lag={big}»"),
    ],
    "rollback": [
        ("WARN", "«rolling back {svc} from {ver} to {pver}», health gate not met"),
        ("INFO", "helm: «rollback of {svc} to revision {rev}» done"),
        ("INFO", "«release {ver} of {svc} reverted» by {user}"),
        ("WARN", "canary {svc} burned its budget, «restoring {pver}» in place of {ver}"),
        ("INFO", "undo rollout: «{svc} back at {pver}», {n} pods replaced"),
    ],
}

# One bank for the storm, the first error and the smaller noise kinds: which
# kind plays which part is drawn per seed. « » marks the constant template part.
ERRORS = [
    ("«Request to upstream {peer} failed» after {gms} ms requestId={guuid} remote={gip}",
     "http.UpstreamCallException", "no response from {peer}"),
    ("«Could not publish {noun} event» key={gid} partition={gsm} took {gms} ms",
     "messaging.PublishException", "broker did not acknowledge"),
    ("«Unhandled exception while processing {noun}» {gid} for client {gip}",
     "core.ProcessingException", "handler aborted"),
    ("«Transaction aborted for {noun}» {guuid} attempt {gsm}",
     "tx.TransactionAbortedException", "commit refused"),
    ("«Cannot deserialize {noun} frame» of {gby} bytes from {gip}",
     "codec.FrameVersionException", "unknown frame marker"),
    ("«Lock wait exceeded on {noun} table» row {gid} waited {gms} ms",
     "dao.LockTimeoutException", "lock not granted"),
    ("«Token verification failed for {noun} caller» sub={guuid} kid={ghex}",
     "auth.TokenRejectedException", "signature does not match any key"),
    ("«Batch writer rejected {noun} chunk» {ghex} size={gby}",
     "batch.ChunkRejectedException", "sink closed"),
    ("«Error rendering {noun} view» id={gid} template hash {ghex} in {gms} ms",
     "render.ViewException", "model attribute missing"),
    ("«Webhook delivery to {peer} failed» status 503 delivery={guuid}",
     "hooks.DeliveryException", "non success status"),
    ("«Failed to refresh {noun} snapshot» shard {gsm} generation {gid}",
     "snapshot.RefreshException", "source generation moved"),
    ("«Cursor lost while streaming {noun} rows» cursor={ghex} fetched={gid}",
     "jdbc.CursorLostException", "portal does not exist"),
    ("«Circuit for {peer} rejected the call» trace={ghex} open for {gms} ms",
     "resilience.CallNotPermittedException", "circuit is open"),
    ("«Message handler for {noun} threw» offset={gid} consumer={guuid}",
     "consumer.HandlerException", "listener method raised"),
]
COMMON_CAUSES = [
    "java.net.SocketTimeoutException: Read timed out",
    "java.io.IOException: Connection reset by peer",
    "java.util.concurrent.TimeoutException: deadline passed",
    "java.net.ConnectException: Connection refused",
    "java.io.EOFException: unexpected end of stream",
]
RARE_CAUSES = [
    "org.postgresql.util.«PSQLException: FATAL: remaining connection slots are reserved» for {user}",
    "java.nio.file.«FileSystemException: {path}/{hash}: Read-only file system»",
    "javax.net.ssl.«SSLHandshakeException: PKIX path validation failed: {node}.{dom}»",
    "java.net.«UnknownHostException: {node}.{dom}: Temporary failure in name resolution»",
    "java.lang.«IllegalStateException: partition {n} assigned to two owners, epoch {big}»",
    "com.mysql.cj.jdbc.exceptions.«MySQLTransactionRollbackException: Deadlock found, lock id {big}»",
    "org.{org}.licensing.«LicenseSeatException: seat {big} is not granted to {node}»",
    "java.security.«InvalidKeyException: key {hex} was revoked»",
]

# Metric families: prefixes, then fields (names to choose from, normal values);
# the field that leaves its range comes first, with its outlier.
# normal: (lo, hi, kind); kind i = integer, f = two decimals.
METRICS = [
    ("pool", ["pool stats", "connection pool state", "datasource usage", "db pool snapshot"],
     (["waiting", "pending", "queued", "waiters"], (0, 3, "i"), (120, 990, "i")),
     [(["total", "size"], (10, 10, "i")), (["active", "in_use"], (2, 9, "i"))]),
    ("latency", ["latency summary", "http timings", "request window", "endpoint percentiles"],
     (["p99_ms", "p999_ms", "max_ms", "upper_ms"], (31, 98, "i"), (2100, 9800, "i")),
     [(["p50_ms", "median_ms"], (3, 14, "i")), (["count", "hits"], (180, 960, "i"))]),
    ("queue", ["queue report", "work queue sampled", "executor state", "mailbox gauge"],
     (["depth", "backlog", "queue_len", "outstanding"], (0, 44, "i"), (7000, 98000, "i")),
     [(["workers", "threads"], (16, 16, "i")), (["done", "completed"], (200, 900, "i"))]),
    ("gc", ["gc cycle", "garbage collection finished", "young collection", "heap cleaned"],
     (["pause_ms", "stop_ms", "stw_ms", "halt_ms"], (4, 39, "i"), (2600, 9400, "i")),
     [(["heap_mb", "used_mb"], (610, 980, "i")), (["regions", "segments"], (20, 88, "i"))]),
    ("lag", ["consumer position", "stream progress", "topic offsets", "subscription state"],
     (["lag", "behind", "records_lag", "remaining"], (0, 120, "i"), (41000, 990000, "i")),
     [(["partition", "shard"], (0, 11, "i")), (["fetch_ms", "poll_ms"], (2, 30, "i"))]),
    ("hit_ratio", ["cache report", "lookup cache", "near-cache summary", "memo table"],
     (["hit_ratio", "hits_share", "hit_rate", "reuse"], (0.91, 0.99, "f"), (0.02, 0.19, "f")),
     [(["entries", "keys"], (8000, 9900, "i")), (["evicted", "dropped_keys"], (0, 25, "i"))]),
    ("fds", ["process gauge", "descriptor usage", "runtime sample", "proc snapshot"],
     (["open_fds", "fds", "handles", "sockets"], (210, 340, "i"), (32000, 65500, "i")),
     [(["threads", "tasks"], (60, 95, "i")), (["uptime_ticks", "tick"], (1000, 9999, "i"))]),
    ("throughput", ["ingest rate", "flow meter", "stage throughput", "pipeline pace"],
     (["rps", "per_sec", "msgs_s", "rate"], (3900, 4300, "i"), (3, 60, "i")),
     [(["stage", "lane"], (1, 6, "i")), (["inflight", "open"], (20, 90, "i"))]),
    ("temperature", ["sensor poll", "board thermal", "hw probe", "chassis reading"],
     (["temp_c", "celsius", "cpu_temp", "die_temp"], (41, 58, "i"), (97, 119, "i")),
     [(["fan_rpm", "rpm"], (4100, 4900, "i")), (["slot", "bay"], (1, 8, "i"))]),
]
RETRY = ("retry_jump", ["call retried", "retry summary", "backoff finished", "redelivery stats", "resend window"],
         (["attempts", "retries", "tries", "redeliveries"], (1, 3, "i"), (38, 870, "i")),
         [(["budget_pct", "credit"], (60, 99, "i")), (["wait_ms", "delay_ms"], (10, 90, "i"))])

# Recurring harmless noise. {gXxx} are random values, {noun}/{peer}/{svc} per service.
NOISE = [
    ("INFO", "GET /api/v1/{noun}s/{gid} 200 {gms}ms client={gip}"),
    ("INFO", "POST /api/v2/{noun}s 201 {gms}ms bytes={gby} trace={ghex}"),
    ("INFO", "accepted {noun} {gid} from {gip} correlation={guuid}"),
    ("INFO", "{noun} {gid} stored in {gms} ms"),
    ("DEBUG", "cache lookup {noun}:{gid} hit=true age={gsm}s"),
    ("DEBUG", "cache lookup {noun}:{gid} hit=false"),
    ("INFO", "consumed offset {gid} topic={noun}-events partition={gsm}"),
    ("INFO", "session {guuid} opened for user {gusr} from {gip}"),
    ("INFO", "session {guuid} closed after {gms} ms"),
    ("INFO", "outbound call {peer} ok status=200 dur_ms={gms} span={ghex}"),
    ("DEBUG", "select id,state from {noun} where id={gid} rows=1 time={gms}us"),
    ("INFO", "{noun} {guuid} moved state NEW->READY"),
    ("INFO", "{noun} {guuid} moved state READY->DONE in {gms} ms"),
    ("DEBUG", "heartbeat from {peer} seq={gid} rtt={gms}us"),
    ("INFO", "audit user={gusr} action=view object={noun}/{gid}"),
    ("INFO", "scheduled recheck of {noun} {gid} in {gsm} s"),
    ("INFO", "batch of {gsm} {noun}s flushed, {gby} bytes"),
    ("DEBUG", "decoded {gby} bytes of protobuf for {noun} {ghex}"),
    ("INFO", "lock {ghex} acquired by worker-{gsm}"),
    ("INFO", "lock {ghex} released by worker-{gsm} held={gms}ms"),
    ("INFO", "mail queued to=user{gid}@example.com template={noun}-receipt"),
    ("DEBUG", "rate limiter bucket={gip} tokens={gsm}"),
    ("INFO", "uploaded s3://{svc}-data/{ghex}/{gid}.parquet size={gby}"),
    ("INFO", "validated {noun} {gid} rules={gsm} in {gms}ms"),
    ("DEBUG", "jwt accepted sub={guuid} exp_in={gms}s"),
    ("INFO", "webhook {guuid} delivered to {gip}:443 in {gms} ms"),
    ("INFO", "token refreshed for tenant t-{gid}"),
    ("DEBUG", "dns {peer} -> {gip} ttl={gsm}"),
    ("INFO", "connection from {gip}:{gprt} accepted"),
    ("INFO", "connection from {gip}:{gprt} closed normally, {gby} bytes"),
    ("WARN", "slow statement {gms} ms on {noun} index scan id={gid}"),
    ("WARN", "deprecated header X-{noun}-Version used by {gip}"),
    ("WARN", "client {gip} sent unknown field ext_{gsm}, ignored"),
    ("WARN", "clock of client device {ghex} differs by {gsm} s, accepted"),
]
# Harmless lines that look alarming or like a needle; every seed gets all of
# TRAPS and some of MORE_TRAPS.
TRAPS = [
    ("INFO", "interval report errors=0 failed=0 processed={gid}"),
    ("INFO", "error_rate=0.00 window=60s requests={gid}"),
    ("INFO", "GET /static/error.html 200 {gms}ms {gip}"),
    ("INFO", "GET /api/failed-jobs?limit=20 200 {gms}ms {gip}"),
    ("INFO", "retrying disabled for {noun} {gid}"),
    ("INFO", "exception translation enabled for {noun} repository call {ghex}"),
    ("INFO", "0 failed, {gsm} passed, no exception raised in self test {ghex}"),
    ("INFO", "deployment controller sync ok key=prod/{svc} took {gms}ms"),
    ("INFO", "rollout status poll {svc}: unchanged generation={gid}"),
    ("INFO", "deployment {svc} is up to date, nothing to roll out ({ghex})"),
    ("INFO", "config watch tick: no change, etag {ghex}"),
    ("INFO", "configuration checksum {ghex} verified, same as before"),
    ("INFO", "feature flags refreshed total={gsm} changed=0 etag={ghex}"),
    ("INFO", "leader lease renewed holder={svc}-0 ttl={gsm}s"),
    ("INFO", "certificate check ok host={gip} days_left={gdays}"),
    ("INFO", "disk usage /var {gpct}% inode {gpct}%"),
    ("INFO", "replica lag {gms} ms within threshold"),
    ("INFO", "levels enabled FATAL,ERROR,WARN for appender {ghex}"),
    ("INFO", "oom_score_adj of pid {gid} is 0"),
    ("INFO", "rollback segment {gsm} checked, nothing to undo"),
    ("INFO", "fallback not needed, errorHandler=default fatal=false req={ghex}"),
    ("INFO", "ntp offset {gsm} us, in sync with {gip}"),
    ("INFO", "timeout=30000 applied to pool borrow {ghex}, served in {gms} us"),
    ("DEBUG", "no failure recorded for probe {gid}; last error: none"),
]
MORE_TRAPS = [
    ("INFO", "failed login counter of {gusr} is 0"),
    ("INFO", "error budget left {gpct}% for {noun} objective {ghex}"),
    ("INFO", "no exceptions to policy {ghex} found"),
    ("DEBUG", "retry not needed for {guuid}, first answer was fine"),
    ("INFO", "release notes page served to {gip}"),
    ("INFO", "image pull secret for {svc} still valid, id {ghex}"),
    ("INFO", "settings endpoint read by {gip}, revision unchanged"),
    ("DEBUG", "flag evaluation {ghex} -> default (cached)"),
    ("INFO", "election timer reset by append from {peer} term unchanged {gsm}"),
    ("INFO", "follower {ghex} in sync, lag=0"),
    ("INFO", "tls session resumed with {gip}, certificate cached"),
    ("INFO", "memory limit check ok rss_mb={gms} killed=0"),
    ("INFO", "space check ok free_mb={gid}"),
    ("INFO", "deadlock detector idle, cycles={gsm}"),
    ("INFO", "panic button test passed unit {gsm}"),
    ("INFO", "crash reporter idle, queue empty, uptime {gid} s"),
    ("DEBUG", "onError handler attached to stream {ghex}"),
    ("INFO", "dead letter topic of {noun} is empty, offset {gid}"),
    ("INFO", "connection pool borrow took {gms} us, no timeout"),
    ("INFO", "migration table checked, version as expected ({ghex})"),
]
PERIODIC = [
    "job nightly-{noun}-sweep tick {gid} finished in {gms} ms",
    "scrape /metrics served {gby} bytes to {gip}",
    "health probe ok latency={gms}us",
    "compaction pass {gid} kept {gsm} segments",
    "session reaper removed {gsm} idle sessions",
    "cron */5 {noun}-export run {guuid} exit=0",
    "token keyset refreshed, {gsm} keys",
    "lease sweep visited {gid} entries",
    "backup heartbeat from {gip} seq {gid}",
]
VERBS = """registered loaded warmed indexed skipped mapped linked primed scanned attached bound
enumerated prepared resolved imported trimmed sorted merged parsed compiled reserved announced
discovered tagged grouped labelled pinned opened cleared archived rotated measured sampled seeded
collected cached listed visited copied renamed translated normalised adopted exported described
derived packed unpacked inspected counted queued drained aligned joined split folded padded
rendered drafted verified greeted noted published staged ordered matched traced charted""".split()
OBJECTS = """profile bundle locale manifest palette digest overlay catalog glossary stylesheet
thesaurus plugin widget fixture extension schema dictionary atlas ruleset preset lexicon template
partial channel mailbox route binding adapter codec encoder facet segment hint layout ledger-page
sprite sitemap playlist footer banner survey form theme""".split()
PREPS = """for,from,into,under,beside,within,through,after reading,ahead of,next to,on behalf of,
in favour of,according to,together with,in place of,as part of,with help of,thanks to""".replace("\n", "").split(",")
PLACES = """the {w} shelf|region {w}|tenant group {w}|the {w} module|locale {w}|/usr/share/{w}.d|
the {w} workspace|plan {w}|family {w}|the {w}-{x} bridge|the older {w} reader|http://{w}.example/{x}|
the {w} side table|slot {w}|class org.{w}.{x}.Main|a {w} side thread|section {w}|the {w} draft""".replace("\n", "").split("|")
REASONS = """nothing else to do|as requested at build time|because the {y} option is unset|{n} entries seen|
in {n} ms|first use of {y} today|kept for {y} readers|the {y} part was already there|no further {y} expected|
size {n}|order preserved|{y} stays as it is|on the {y} thread|{n} of {n2} parts|using the {y} defaults|
with {y} hints|the remaining {y} work is optional|revision {y}|see note {y}|{y} can be ignored""".replace("\n", "").split("|")
TRAP_ONEOFF = ["no failed {w} runs to list", "error page for {w} compiled with {x}", "exception mapper {w} bound to {x}",
               "{w} failure budget untouched", "deploy hook {w} idle, {x} not asked", "errors tab of {w} opened by {x}",
               "fatal flag of {w} is false in {x}", "old {w} rollback notes archived as {x}",
               "timeout table {w} printed for {x}", "retry chart {w} drawn with {x}"]
SYLL = """ba be bi bo bra bre da de di do dra fa fe fi flo ga ge gi glo ha he hi ho ja jo ka ke ki kra la le li
lo lu ma me mi mo na ne ni no nu pa pe pi plo ra re ri ro sa se si sta su ta te ti tro ve vi vo wa we za ze zi
zu quo phi cha sho the""".split()
ENDS = ["n", "r", "l", "s", "x", "th", "nd", "rk", "m", "st", "", "", "", "ck", "va", "lis", "mon", "tane"]

ALPHA = "abcdefghijklmnopqrstuvwxyz0123456789"
MON = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
JLEVEL = {"DEBUG": 20, "INFO": 30, "WARN": 40, "ERROR": 50, "FATAL": 60}
HOLE = re.compile(r"\{(g\w+)\}")


class Clock:
    """Current log time; the strings of each form are made once a second."""

    def __init__(self, start):
        self.sec = -1
        self.t = start
        self.set(start)

    def set(self, t):
        self.t = t
        sec = int(t)
        if sec != self.sec:
            self.sec = sec
            g = time.gmtime(sec)
            self.hms = hms = "%02d:%02d:%02d" % (g.tm_hour, g.tm_min, g.tm_sec)
            self.sp = "%04d-%02d-%02d %s" % (g.tm_year, g.tm_mon, g.tm_mday, hms)
            self.iso = self.sp.replace(" ", "T")
            self.go = self.sp.replace("-", "/")
            self.sys = "%s %2d %s" % (MON[g.tm_mon], g.tm_mday, hms)
            self.klog = "%02d%02d %s" % (g.tm_mon, g.tm_mday, hms)
            self.clf = "%02d/%s/%04d:%s +0000" % (g.tm_mday, MON[g.tm_mon], g.tm_year, hms)
        self.us = us = "%06d" % int((t - sec) * 1e6)
        self.ms = us[:3]


class Service:
    def __init__(self, rnd, name, noun, peer, fmt, org):
        self.name, self.noun, self.peer, self.fmt = name, noun, peer, fmt
        cap = noun.capitalize()
        pkg = name.replace("-", "")
        self.pkg = "com.%s.%s" % (org, pkg)
        style = rnd.randrange(3)
        self.loggers = [("c.%s.%s.%s%s" % (org[0], pkg[0], cap, s)) if style == 0 else
                        ("com.%s.%s.%s%s" % (org, pkg, cap, s)) if style == 1 else
                        ("%s.%s%s" % (pkg, cap, s))
                        for s in ("Service", "Controller", "Repository", "Worker", "Client")]
        self.threads = ["http-nio-8080-exec-%d", "pool-2-thread-%d", "%s-worker-%%d" % noun,
                        "kafka-listener-%d", "ForkJoinPool-1-worker-%d"]
        self.files = ["%s.go:%d" % (f, rnd.randint(40, 900)) for f in
                      (noun, noun + "_store", "server", "handler", "reconciler", "client")]
        self.host = "%s-%02d" % (rnd.choice(HOSTS), rnd.randint(1, 40))
        self.pid = rnd.randint(300, 32000)
        self.pod = "%s-%s-%s" % (name, "".join(rnd.choice(ALPHA) for _ in range(9)),
                                 "".join(rnd.choice(ALPHA) for _ in range(5)))


class Maker:
    def __init__(self, lines, seed, shape):
        self.rnd = rnd = random.Random("evidence/%d/%s" % (seed, shape))
        self.lines, self.shape = lines, shape
        self.org, self.dom = rnd.choice(ORGS), rnd.choice(DOMAINS)
        year, month, day = rnd.choice([2023, 2024, 2025]), rnd.randint(1, 12), rnd.randint(1, 28)
        start = calendar.timegm((year, month, day, rnd.randint(0, 23), rnd.randint(0, 59), rnd.randint(0, 59)))
        self.clock = Clock(start + rnd.random())
        self.duration = max(600.0, lines / rnd.uniform(35, 80))
        self.tab = rnd.choice(["#011", "    "])
        self.syslevel = rnd.choice(["%s ", "%s: ", "[%s] ", "level=%s "])
        self.pri = rnd.random() < 0.3
        self.used_words = set()
        self.make_generators()
        self.make_services()

    # ------------------------------------------------------------ values

    def make_generators(self):
        rnd = self.rnd
        r = rnd.random
        bits = rnd.getrandbits
        users = [rnd.choice("abcdefgh") + "." + self.word_raw() for _ in range(400)]
        users[7], users[99] = "j.müller", "s.nuñez"

        def uid():
            h = "%032x" % bits(128)
            return "%s-%s-%s-%s-%s" % (h[:8], h[8:12], h[12:16], h[16:20], h[20:])

        self.gens = {
            "gid": lambda: int(10000 + r() * 89990000),
            "gms": lambda: int(2 + r() * r() * 420),
            "gip": lambda: "10.%d.%d.%d" % (r() * 255, r() * 255, 1 + r() * 253),
            "guuid": uid,
            "ghex": lambda: "%016x" % bits(64),
            "gsm": lambda: int(1 + r() * 31),
            "gby": lambda: int(2 ** (7 + r() * 13)),
            "gusr": lambda: users[int(r() * 400)],
            "gprt": lambda: int(20000 + r() * 40000),
            "gpct": lambda: int(48 + r() * 14),
            "gdays": lambda: int(40 + r() * 300),
        }
        blob = "".join(rnd.choice(ALPHA + "ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(60000))

        def gblob():
            n = int(200 + r() * 1450)
            o = int(r() * 58000)
            return blob[o:o + n]

        cols = [self.word_raw() + "_" + rnd.choice(["id", "at", "no", "ref"]) for _ in range(300)]

        def gcols():
            o = int(r() * 200)
            return ", ".join(cols[o:o + int(20 + r() * 70)])

        self.gens["gblob"], self.gens["gcols"] = gblob, gcols

    def word_raw(self):
        rnd = self.rnd
        return "".join(rnd.choice(SYLL) for _ in range(rnd.choice((2, 2, 3)))) + rnd.choice(ENDS)

    def word(self):
        """A word no earlier call returned."""
        while True:
            w = self.word_raw()
            if w not in self.used_words and len(w) > 4:
                self.used_words.add(w)
                return w

    def fill(self):
        """Values for one needle."""
        rnd = self.rnd
        hexs = lambda n: "%0*x" % (n, rnd.getrandbits(4 * n))
        major, minor, patch = rnd.randint(1, 9), rnd.randint(1, 40), rnd.randint(1, 30)
        va = rnd.randint(11, 60)
        node, (i, j) = rnd.choice(NODES), rnd.sample(range(1, 20), 2)
        return {
            "svc": rnd.choice(self.services).name, "rev": rnd.randint(101, 990), "dom": self.dom, "org": self.org,
            "ver": "%d.%d.%d" % (major, minor, patch), "pver": "%d.%d.%d" % (major, minor - 1, rnd.randint(1, 30)),
            "n": rnd.randint(4, 24), "sha": hexs(7), "hash": hexs(9), "hex": hexs(10),
            "key": rnd.choice(KEYS), "va": va, "vb": va + rnd.randint(2, 900), "user": rnd.choice(USERS),
            "pid": rnd.randint(2000, 65000), "big": rnd.randint(41000, 9900000), "big2": rnd.randint(41000, 9900000),
            "amt": "%d.%02d" % (rnd.randint(100, 90000), rnd.randint(1, 99)),
            "node": "%s-%d" % (node, i), "node2": "%s-%d" % (node, j),
            "term": rnd.randint(12, 9000), "ms": rnd.randint(101, 997), "sec": rnd.randint(31, 900),
            "mem": rnd.randint(700, 9000), "path": rnd.choice(PATHS), "flag": rnd.choice(FLAGS),
            "ip": "10.%d.%d.%d" % (rnd.randint(1, 250), rnd.randint(1, 250), rnd.randint(2, 250)),
            "ip2": "10.%d.%d.%d" % (rnd.randint(1, 250), rnd.randint(1, 250), rnd.randint(2, 250)),
        }

    # ------------------------------------------------------------ line forms

    def make_services(self):
        rnd = self.rnd
        picked = rnd.sample(SERVICES, rnd.randint(7, 9))
        if self.shape == "java":
            pool = rnd.sample(["logback", "spring", "log4j"], rnd.choice((1, 2)))
        elif self.shape == "k8s":
            pool = ["klog", "klog", "klog", "iso"]
        elif self.shape == "json":
            pool = ["pino", "zap", "bunyan"]
        elif self.shape == "syslog":
            pool = ["syslog"]
        else:
            pool = ["logback", "iso", "klog", "pino", "zap", "syslog", "go", "epoch", "spring", "offset"]
            rnd.shuffle(pool)
        self.services = []
        names = [p[0] for p in picked]
        for i, (name, noun) in enumerate(picked):
            peer = rnd.choice([n for n in names if n != name])
            fmt = pool[i % len(pool)]
            self.services.append(Service(rnd, name, noun, peer, fmt, self.org))
        audit = {"java": pool[0], "k8s": "zapiso", "json": rnd.choice(pool), "syslog": "syslog",
                 "mixed": rnd.choice(["pino", "zapiso", "bunyan"])}[self.shape]
        self.audit = Service(rnd, "audit-trail", "entry", names[0], audit, self.org)
        self.events = Service(rnd, "kube-events", "pod", names[0], "event", self.org)
        self.kernel = Service(rnd, "kernel", "page", names[0], "kernel", self.org)
        self.access = Service(rnd, "nginx", "hit", names[0], "clf", self.org)

    def isjson(self, svc):
        return svc.fmt in ("pino", "zap", "bunyan", "zapiso")

    def compile(self, svc, level, text, kv=(), logger=None, raw_json=None):
        """A function without arguments that makes one line at the clock's time.

        text and the values of kv may hold {g...} holes. raw_json: a prepared
        JSON tail (`,"k":v` ...), only for JSON forms.
        """
        K, rnd = self.clock, self.rnd
        r = rnd.random
        text = text.replace("{noun}", svc.noun).replace("{peer}", svc.peer).replace("{svc}", svc.name)
        fmt = svc.fmt
        if self.isjson(svc):
            tail = raw_json or ""
            for k, v in kv:
                v = str(v)
                num = re.fullmatch(r"\{g(id|ms|sm|by|pct|days|prt|m_\w+)\}|-?\d+(\.\d+)?", v)
                tail += ',"%s":%s' % (k, v if num else json.dumps(v))
            body_text = '"msg":' + json.dumps(text, ensure_ascii=False) + tail
        else:
            body_text = text + "".join(" %s=%s" % p for p in kv)
        parts = HOLE.split(body_text)
        gens = tuple(self.gens[g] for g in parts[1::2])
        fs = "%s".join(p.replace("%", "%%") for p in parts[0::2])
        const = fs % () if not gens else None
        if not gens:
            body = lambda: const
        elif len(gens) == 1:
            g0, = gens
            body = lambda: fs % g0()
        elif len(gens) == 2:
            g0, g1 = gens
            body = lambda: fs % (g0(), g1())
        else:
            body = lambda: fs % tuple([g() for g in gens])

        lg = logger or rnd.choice(svc.loggers)
        th = rnd.choice(svc.threads)
        low = level.lower()
        if fmt in ("logback", "log4j"):
            l5 = level.ljust(5)
            if fmt == "logback":
                return lambda: "%s,%s %s [%s] %s - %s" % (K.sp, K.ms, l5, th % int(1 + r() * 24), lg, body())
            return lambda: "%s,%s [%s] %s %s - %s" % (K.iso, K.ms, th % int(1 + r() * 24), l5, lg, body())
        if fmt == "spring":
            l5 = level.rjust(5)
            return lambda: "%s.%s %s 1 --- [%15s] %-40s : %s" % (
                K.sp, K.ms, l5, (th % int(1 + r() * 24))[-15:], lg, body())
        if fmt == "iso":
            name = svc.name
            return lambda: "%s.%sZ %s %s %s" % (K.iso, K.us, level, name, body())
        if fmt == "offset":
            name = svc.name
            return lambda: "%s.%s+00:00 [%s] %s: %s" % (K.iso, K.ms, low, name, body())
        if fmt == "go":
            name = svc.name
            return lambda: "%s.%s [%s] %s: %s" % (K.go, K.us, level, name, body())
        if fmt == "epoch":
            name = svc.name
            return lambda: "[%d.%s] %s %s: %s" % (K.sec, K.us, level, name, body())
        if fmt == "klog":
            c = {"DEBUG": "I", "INFO": "I", "WARN": "W", "ERROR": "E", "FATAL": "F"}[level]
            fl = rnd.choice(svc.files)
            return lambda: "%s%s.%s %7d %s] %s" % (c, K.klog, K.us, 1, fl, body())
        if fmt == "event":
            ty = "Normal" if level in ("INFO", "DEBUG") else "Warning"
            ob, reason = (logger or ("Pod", "Scheduled"))
            pod = rnd.choice(self.services).pod
            return lambda: ('I%s.%s %7d event.go:376] "Event occurred" object="prod/%s" kind="%s" type="%s" '
                            'reason="%s" message="%s"' % (K.klog, K.us, 1, pod, ob, ty, reason, body()))
        if fmt in ("syslog", "kernel"):
            p = "<%d>" % (134 if level in ("INFO", "DEBUG") else 131) if self.pri else ""
            host = svc.host
            if fmt == "kernel":
                return lambda: "%s%s %s kernel: [%d.%s] %s" % (p, K.sys, host, K.sec % 9000000, K.us, body())
            pre = "%s[%d]: %s" % (svc.name, svc.pid, self.syslevel % (low if "=" in self.syslevel else level))
            return lambda: "%s%s %s %s%s" % (p, K.sys, host, pre, body())
        if fmt == "pino":
            lv = JLEVEL[level]
            tail = '"pid":%d,"hostname":"%s","name":"%s",' % (svc.pid, svc.host, svc.name)
            return lambda: '{"level":%d,"time":%d%s,%s%s}' % (lv, K.sec, K.ms, tail, body())
        if fmt == "bunyan":
            lv = JLEVEL[level]
            return lambda: '{"name":"%s","hostname":"%s","pid":%d,"level":%d,%s,"time":"%s.%sZ","v":0}' % (
                svc.name, svc.host, svc.pid, lv, body(), K.iso, K.ms)
        if fmt == "zap":
            fl = rnd.choice(svc.files)
            return lambda: '{"level":"%s","ts":%d.%s,"logger":"%s","caller":"%s",%s}' % (
                low, K.sec, K.us, svc.name, fl, body())
        if fmt == "zapiso":
            fl = rnd.choice(svc.files)
            return lambda: '{"level":"%s","ts":"%s.%sZ","logger":"%s","caller":"%s",%s}' % (
                low, K.iso, K.ms, svc.name, fl, body())
        if fmt == "clf":
            ip = self.gens["gip"]
            return lambda: '%s - - [%s] %s' % (ip(), K.clf, body())
        raise ValueError(fmt)

    def when(self, svc):
        """The must-string (or alternatives) for the time to the second, now."""
        K = self.clock
        if svc.fmt in ("pino", "zap", "epoch"):
            return ["%d" % K.sec, K.hms]
        return K.hms

    @staticmethod
    def marks(text):
        return re.findall("«(.*?)»", text), text.replace("«", "").replace("»", "")

    # ------------------------------------------------------------ errors

    def error_kind(self, spec, svc):
        """A printer of one error: call (depth, cause) -> list of lines."""
        rnd, K = self.rnd, self.clock
        text, cls, emsg = spec
        sub = lambda s: s.replace("{noun}", svc.noun).replace("{peer}", svc.peer)
        frags, plain = self.marks(sub(text))
        cls, emsg = svc.pkg + "." + cls, sub(emsg)
        cap = svc.noun.capitalize()
        frames = ["%s.%s%s.%s(%s%s.java:%d)" % (svc.pkg, cap, c, m, cap, c, rnd.randint(30, 700))
                  for c, m in (("Service", "apply"), ("Client", "send"), ("Handler", "handle"), ("Pipeline", "step"))]
        frames += ["org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:897)",
                   "java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)",
                   "java.base/java.lang.Thread.run(Thread.java:833)"]

        def trace(depth, cause):
            if depth == 0:
                return []
            out = ["%s: %s" % (cls, emsg)] + ["\tat " + f for f in frames[:depth]]
            if cause:
                out += ["Caused by: " + cause, "\tat " + frames[(depth + 1) % 4], "\t... %d more" % (11 + depth)]
            return out

        cache = {}
        if self.isjson(svc):
            def emit(depth, cause):
                f = cache.get((depth, cause))
                if f is None:
                    st = json.dumps("\n".join(trace(depth, cause)))
                    if svc.fmt in ("zap", "zapiso"):
                        tail = ',"error":%s' % json.dumps(emsg) + (',"stacktrace":' + st if depth else "")
                    else:
                        tail = ',"err":{"type":"%s","message":%s%s}' % (
                            cls, json.dumps(emsg), ',"stack":' + st if depth else "")
                    f = cache[(depth, cause)] = self.compile(svc, "ERROR", plain, raw_json=tail)
                return [f()]
        elif svc.fmt == "syslog":
            head = self.compile(svc, "ERROR", plain)
            p = "<131>" if self.pri else ""

            def emit(depth, cause):
                ls = cache.get((depth, cause))
                if ls is None:
                    ls = cache[(depth, cause)] = ["%s[%d]: %s" % (svc.name, svc.pid, x.replace("\t", self.tab))
                                                  for x in trace(depth, cause)]
                pre = "%s%s %s " % (p, K.sys, svc.host)
                return [head()] + [pre + x for x in ls]
        else:
            head = self.compile(svc, "ERROR", plain)

            def emit(depth, cause):
                ls = cache.get((depth, cause))
                if ls is None:
                    ls = cache[(depth, cause)] = trace(depth, cause)
                return [head()] + ls
        emit.frags, emit.svc, emit.size = frags, svc, lambda d, c: (
            1 if d == 0 or self.isjson(svc) else 2 + d + (3 if c else 0))
        return emit

    # ------------------------------------------------------------ noise

    def value(self, spec):
        lo, hi, kind = spec
        r = self.rnd.random
        if kind == "f":
            return lambda: "%.2f" % (lo + r() * (hi - lo))
        n = hi - lo + 1
        return lambda: int(lo + r() * n)

    def metric(self, family):
        """(service, normal line printer, outlier printer, must, name)."""
        rnd = self.rnd
        name, prefixes, (keys, normal, outlier), rest = family
        svc = rnd.choice(self.services)
        prefix, key = rnd.choice(prefixes), rnd.choice(keys)
        fields = [(rnd.choice(ks), spec) for ks, spec in rest]
        fields.insert(rnd.randint(0, len(fields)), (key, normal))
        lg = rnd.choice(svc.loggers) if svc.fmt != "event" else None
        state = rnd.getstate()
        kvs = []
        for k, spec in fields:
            hole = "gm_%s_%s" % (name, k)
            self.gens[hole] = self.value(spec)
            kvs.append((k, "{%s}" % hole))
        normal_fn = self.compile(svc, "INFO", prefix, kvs, lg)
        odd = self.value(outlier)()
        odd_kvs = [(k, str(odd) if k == key else v) for k, v in kvs]
        rnd.setstate(state)                     # same thread and file bank draw
        odd_fn = self.compile(svc, "INFO", prefix, odd_kvs, lg)
        must = [prefix, ["%s=%s" % (key, odd), '"%s":%s' % (key, odd), "%s:%s" % (key, odd), "%s: %s" % (key, odd)]
                if self.isjson(svc) else "%s=%s" % (key, odd)]
        return svc, normal_fn, odd_fn, must, name

    def oneoff(self):
        rnd = self.rnd
        svc = rnd.choice(self.services)
        level = "WARN" if rnd.random() < 0.005 else "DEBUG" if rnd.random() < 0.25 else "INFO"
        w, x, y = self.word(), self.word(), self.word()
        if rnd.random() < 0.05:
            text, level = rnd.choice(TRAP_ONEOFF).format(w=w, x=x), "INFO"
            if rnd.random() < 0.5:
                text += ", " + rnd.choice(REASONS).format(y=y, n=rnd.randint(2, 900), n2=rnd.randint(900, 999))
        else:
            verb = rnd.choice(VERBS)
            text = "%s %s %s %s" % (verb, rnd.choice((w, w + "-" + rnd.choice(OBJECTS), rnd.choice(OBJECTS) + " " + w)),
                                    rnd.choice(PREPS), rnd.choice(PLACES).format(w=x, x=y))
            if rnd.random() < 0.3:
                text = "%s %s: %s" % (rnd.choice(OBJECTS), self.word(), text)
            for _ in range(rnd.choice((0, 1, 1, 2))):
                text += ", " + rnd.choice(REASONS).format(
                    y=self.word(), n=rnd.randint(2, 900), n2=rnd.randint(900, 999))
            if rnd.random() < 0.4:
                text = text[0].upper() + text[1:]
        return self.compile(svc, level, text)()

    def noise_bank(self):
        rnd = self.rnd
        fns, weights = [], []
        for s in self.services:
            mine = rnd.sample(NOISE, rnd.randint(10, 16))
            scale = rnd.uniform(0.5, 2.0)
            for rank, (level, text) in enumerate(mine):
                w = scale / (rank + 1) ** 0.8
                fns.append(self.compile(s, level, text))
                weights.append(w * (0.15 if level == "WARN" else 1.0))
        total = sum(weights)
        for level, text in TRAPS + rnd.sample(MORE_TRAPS, 10):
            for s in rnd.sample(self.services, rnd.randint(1, 2)):
                fns.append(self.compile(s, level, text))
                weights.append(total * rnd.uniform(0.003, 0.014))
        for text in ('bulk insert into {noun} ({gcols}) rows={gsm}', "payload dump {ghex} {gblob}",
                     "response headers for {guuid}: set-cookie={gblob}; path=/"):
            s = rnd.choice(self.services)
            fns.append(self.compile(s, "DEBUG", text))
            weights.append(total * rnd.uniform(0.001, 0.003))
        if self.shape == "mixed":
            for text in ('"GET /{noun}s/{gid} HTTP/1.1" 200 {gby} "-" "Mozilla/5.0"',
                         '"GET /static/error.html HTTP/1.1" 200 {gby} "-" "curl/8.4"',
                         '"POST /login HTTP/1.1" 302 {gby} "-" "Mozilla/5.0"'):
                fns.append(self.compile(self.access, "INFO", text))
                weights.append(total * rnd.uniform(0.01, 0.05))
        if self.shape == "k8s":
            for (ob, rs), text in ((("Pod", "Scheduled"), "Successfully assigned prod/{svc}-{ghex} to node-{gsm}"),
                                   (("Pod", "Pulled"), "Container image already present on machine ({ghex})"),
                                   (("Job", "Completed"), "Job completed run {gid}"),
                                   (("HorizontalPodAutoscaler", "DesiredReplicas"), "desired equals current ({gsm})"),
                                   (("Pod", "ProbeOK"), "Readiness restored after {gms}ms on {gip}")):
                fns.append(self.compile(self.events, "INFO", text, logger=(ob, rs)))
                weights.append(total * rnd.uniform(0.01, 0.03))
        if self.shape in ("syslog", "mixed"):
            for text in ("audit: type=1400 apparmor=ALLOWED pid={gid} comm=sh", "eth0: link stats rx={gid} errors:0 dropped:0",
                         "oom_reaper: idle, pages={gid}", "TCP: request_sock_TCP: port {gprt} cookies ok"):
                fns.append(self.compile(self.kernel, "INFO", text))
                weights.append(total * rnd.uniform(0.004, 0.01))
        # audit entries in JSON, whatever the shape
        a = self.audit
        self.audit_codes = rnd.choice([("OK", "E%04d"), ("S000", "X%03d"), ("0", "%04d-R"), ("ACCEPTED", "ERR_%s_%02d")])
        self.audit_op = rnd.choice(["settle", "append", "release", "reconcile", "reserve"])
        if self.isjson(a):
            fn = self.compile(a, "INFO", self.audit_op + " done",
                              [("code", self.audit_codes[0] if self.audit_codes[0] != "0" else "ok"),
                               ("ref", "{guuid}"), ("dur_ms", "{gms}")])
        else:
            fn = self.compile(a, "INFO", '{"level":"info","op":"%s","code":"%s","ref":"{guuid}","dur_ms":{gms}}'
                              % (self.audit_op, self.audit_codes[0]), logger="audit")
        fns.append(fn)
        weights.append(total * 0.012)
        return fns, weights

    def rare_json(self):
        """(printer, must) of the JSON error with a code seen nowhere else."""
        rnd, a = self.rnd, self.audit
        pat = self.audit_codes[1]
        num = rnd.randint(1000, 9999)
        code = {"E%04d": "E%04d" % num, "X%03d": "X%03d" % (num % 900 + 99), "%04d-R": "%04d-R" % num,
                "ERR_%s_%02d": "ERR_%s_%02d" % (rnd.choice(["VAULT", "TALLY", "ESCROW", "QUORUM", "HOLD"]), num % 89 + 10)}[pat]
        msg = rnd.choice(["%s refused by ledger", "%s rejected, counterpart unknown", "%s denied, hold is missing",
                          "%s mismatch against journal", "%s not accepted downstream"]) % self.audit_op
        ref = rnd.randint(10 ** 6, 10 ** 8)
        if self.isjson(a):
            fn = self.compile(a, "ERROR", msg, [("code", code), ("ref", "r-%d" % ref), ("dur_ms", rnd.randint(3, 90))])
        else:
            fn = self.compile(a, rnd.choice(["ERROR", "INFO"]),
                              '{"level":"error","op":"%s","code":"%s","ref":"r-%d","msg":"%s","dur_ms":%d}'
                              % (self.audit_op, code, ref, msg, rnd.randint(3, 90)), logger="audit")
        return fn, [code]

    # ------------------------------------------------------------ the log

    def write(self, out_dir):
        rnd, K, lines = self.rnd, self.clock, self.lines
        r = rnd.random
        needles, used_sec = [], set()
        fns, weights = self.noise_bank()
        cum, acc = [], 0.0
        for w in weights:
            acc += w
            cum.append(acc)

        # what is drawn for which part
        specs = rnd.sample(ERRORS, 2 + rnd.randint(4, 6))
        storm = self.error_kind(specs[0], rnd.choice(self.services))
        first = self.error_kind(specs[1], rnd.choice(self.services))
        small = [self.error_kind(s, rnd.choice(self.services)) for s in specs[2:]]
        n_storm = max(int(lines * rnd.uniform(0.025, 0.055)), min(1003 + rnd.randint(0, 190), lines // 16))
        n_storm += 1 if n_storm % 10 == 0 else 0
        n_first = max(25, int(lines * rnd.uniform(0.0004, 0.0018)))
        n_oneoff = max(6000, int(lines * 0.008)) if lines >= 15000 else int(lines * 0.3)
        families = rnd.sample(METRICS, 2)
        decoys = rnd.sample([m for m in METRICS if m not in families], 4)

        # events: (position 0..1, order, function); position counts noise steps
        events = []
        size = 0
        add = lambda pos, fn: events.append((pos, len(events), fn))
        out = []
        base = [0]                               # lines already on disk
        lineno = lambda: base[0] + len(out)      # number of the last line

        def fresh_second():
            """Give a needle a second of its own."""
            while K.sec in used_sec:
                K.set(K.sec + 1 + r() * 0.9)
            used_sec.add(K.sec)

        def needle(kind, svc, fn, must, pos):
            def go():
                fresh_second()
                out.append(fn())
                needles.append({"kind": kind, "must": [self.when(svc)] + must, "lines": [lineno()]})
            add(pos, go)

        # The first and last 7 % hold no needle.
        s0 = rnd.uniform(0.30, 0.60)
        s1 = s0 + rnd.uniform(0.08, 0.20)
        before = lambda: rnd.uniform(0.07, s0 - 0.01)
        after = lambda: rnd.uniform(s1, 0.93)
        anywhere = lambda: rnd.uniform(0.07, 0.93)
        place = {"deployment": before, "config_change": before, "feature_flag": before, "rollback": after}
        for kind in BANK:
            level, text = rnd.choice(BANK[kind])
            frags, plain = self.marks(text.format(**self.fill()))
            svc, lg = rnd.choice(self.services), None
            if kind == "oom_kill" and self.shape in ("syslog", "mixed") and "Killed process" in plain:
                svc = self.kernel
            elif self.shape == "k8s" and kind in ("deployment", "rollback", "oom_kill", "disk_full") and r() < 0.5:
                svc = self.events
                lg = {"deployment": ("Deployment", "ScalingReplicaSet"), "rollback": ("Deployment", "DeploymentRollback"),
                      "oom_kill": ("Pod", "Evaluated"), "disk_full": ("Node", "NodeCondition")}[kind]
            fn = self.compile(svc, level, plain, logger=lg)
            needle(kind, svc, fn, frags, place.get(kind, anywhere)())
        fn, must = self.rare_json()
        needle("json_error", self.audit, fn, must, anywhere())

        n_metric = int(min(9000, max(lines * 0.006, 350)))
        for fam in families + [RETRY]:
            svc, normal_fn, odd_fn, must, name = self.metric(fam)
            needle(name if name == "retry_jump" else "metric_" + name, svc, odd_fn, must, anywhere())
            for _ in range(n_metric):
                add(r(), lambda f=normal_fn: out.append(f()))
            size += n_metric
        for fam in decoys:
            _, normal_fn, _, _, _ = self.metric(fam)
            for _ in range(n_metric // 2):
                add(r(), lambda f=normal_fn: out.append(f()))
            size += n_metric // 2

        # first error of its kind, then more of them
        causes = rnd.sample(COMMON_CAUSES, 3)
        f0 = rnd.uniform(0.08, 0.8)

        def first_go():
            fresh_second()
            got = first(3, causes[0])
            out.extend(got)
            needles.append({"kind": "first_error", "must": [self.when(first.svc)] + first.frags,
                            "lines": [lineno() - len(got) + 1]})
            K.set(K.sec + 1 + r() * 0.5)
        add(f0, first_go)
        for _ in range(n_first):
            d = rnd.choice((0, 2, 3))
            c = causes[0] if d else None
            add(rnd.uniform(f0 + 0.002, 0.97), lambda d=d, c=c: out.extend(first(d, c)))
            size += first.size(d, c)

        # the storm; one of its traces ends in a cause seen nowhere else
        rare_frags, rare = self.marks(rnd.choice(RARE_CAUSES).format(**self.fill()))
        rare_at = rnd.randint(n_storm // 4, 3 * n_storm // 4)
        spots = sorted([s0] + [s0 + (s1 - s0) * r() for _ in range(n_storm - 1)])
        headers = []
        storm_must = []
        deep = (0, 0, 2, 3, 4, 5) if lines >= 60000 else (0, 0, 0, 2, 3, 4)

        def storm_go(i, d, c):
            if i == 0:
                fresh_second()
                storm_must.append(self.when(storm.svc))
            elif i == rare_at:
                fresh_second()
            else:
                K.set(K.t + r() * 0.0004)
            got = storm(d, c)
            top = lineno() + 1
            headers.append(top)
            out.extend(got)
            if i == rare_at:
                at = [j for j, x in enumerate(got) if all(f in x for f in rare_frags)]
                needles.append({"kind": "caused_by", "must": ["Caused by"] + rare_frags, "lines": [top + at[0]]})

        for i, p in enumerate(spots):
            d = deep[int(r() * 6)] if i != rare_at else 4
            c = None if d == 0 else rare if i == rare_at else causes[int(r() * 2.2)]
            add(p, lambda i=i, d=d, c=c: storm_go(i, d, c))
            size += storm.size(d, c)

        # smaller kinds; two of them fill both ends of the file
        for j, kind in enumerate(small):
            span = [(0.0, 0.05), (0.945, 1.0)][j] if j < 2 else None
            n = 170 if span else rnd.randint(20, max(40, int(lines * 0.002)))
            for _ in range(n):
                d = rnd.choice((0, 0, 2, 3))
                c = rnd.choice(causes) if d and r() < 0.5 else None
                add(rnd.uniform(*span) if span else r(), lambda k=kind, d=d, c=c: out.extend(k(d, c)))
                size += kind.size(d, c)

        for _ in range(n_oneoff):
            add(r(), lambda: out.append(self.oneoff()))
        empties = rnd.randint(4, 9) + lines // 40000
        for _ in range(empties):
            add(r(), lambda: out.append(""))
        size += n_oneoff + empties + len(needles)

        # periodic jobs, by the clock
        periodic = []
        for text in rnd.sample(PERIODIC, 6):
            s = rnd.choice(self.services)
            per = rnd.choice((10, 15, 20, 30, 60))
            periodic.append([K.t + r() * per, per, self.compile(s, "INFO", text)])
            size += int(self.duration / per)

        steps = max(lines - size, lines // 10)
        late_every = max(steps // (8 + lines // 8000), 50)
        events.sort()
        events = [(int(p * steps), f) for p, _, f in events]
        events.append((steps + 1, None))
        dt = self.duration / steps
        held = []
        path = os.path.join(out_dir, "incident.log")
        at, (next_pos, next_fn) = 0, events[0]
        due = min(p[0] for p in periodic)
        sec_tick = K.sec
        picks = iter(())
        with open(path, "w", encoding="utf-8", newline="\n") as f:
            for step in range(steps + 1):
                while next_pos <= step:
                    K.set(K.t + dt * 0.3 * r())
                    next_fn()
                    at += 1
                    next_pos, next_fn = events[at]
                if step == steps:
                    break
                K.set(K.t + dt * 2 * r())
                if K.sec != sec_tick:
                    sec_tick = K.sec
                    if K.t >= due:
                        for p in periodic:
                            while p[0] <= K.t:
                                p[0] += p[1]
                                if p[0] > K.t:
                                    out.append(p[2]())
                        due = min(p[0] for p in periodic)
                fn = next(picks, None)
                if fn is None:
                    picks = iter(rnd.choices(fns, cum_weights=cum, k=4096))
                    fn = next(picks)
                if step % late_every == late_every - 1:
                    held.append((step + rnd.randint(20, 400), fn()))   # comes out of order
                else:
                    out.append(fn())
                if held and held[0][0] <= step:
                    out.append(held.pop(0)[1])
                if len(out) > 20000:
                    f.write("\n".join(out) + "\n")
                    base[0] += len(out)
                    out.clear()
            out.extend(h[1] for h in held)
            f.write("\n".join(out) + "\n")
            total = base[0] + len(out)

        alt = ["%d" % n_storm] + (["{:,}".format(n_storm)] if n_storm > 999 else [])
        needles.append({"kind": "storm", "must": storm.frags + storm_must + [alt], "lines": headers})
        needles.sort(key=lambda x: x["lines"][0])
        needles = [{"id": "n%02d" % (i + 1), **n} for i, n in enumerate(needles)]
        self.check(path, needles, n_storm, storm.frags[0])
        with open(os.path.join(out_dir, "needles.json"), "w", encoding="utf-8") as f:
            f.write("[\n" + ",\n".join(json.dumps(n, ensure_ascii=False) for n in needles) + "\n]\n")
        return path, total, needles

    @staticmethod
    def check(path, needles, n_storm, template):
        """No other line may satisfy a needle, and the counts must be true."""
        assert len(needles) == 18, len(needles)
        with open(path, encoding="utf-8", newline="\n") as f:
            text = f.read()
        rows = text.split("\n")
        assert max(map(len, rows)) <= 2048, max(map(len, rows))
        for n in needles:
            alts = [m if isinstance(m, list) else [m] for m in n["must"]]
            if n["kind"] == "storm":
                assert len(n["lines"]) == n_storm == text.count(template), (n_storm, text.count(template))
                assert all(template in rows[i - 1] for i in n["lines"])
                continue
            row = rows[n["lines"][0] - 1]
            assert all(any(a in row for a in alt) for alt in alts), (n["must"], row)
            hits = sum(1 for x in rows if all(any(a in x for a in alt) for alt in alts))
            assert hits == 1, (n, hits)


def main():
    ap = argparse.ArgumentParser(description="Write a synthetic incident log with 18 known needles.")
    ap.add_argument("out_dir")
    ap.add_argument("--lines", type=int, default=1000000)
    ap.add_argument("--seed", type=int, default=3)
    ap.add_argument("--shape", choices=["mixed", "java", "k8s", "json", "syslog"], default="mixed")
    a = ap.parse_args()
    if a.lines < 5000:
        ap.error("--lines must be at least 5000")
    os.makedirs(a.out_dir, exist_ok=True)
    began = time.time()
    path, total, needles = Maker(a.lines, a.seed, a.shape).write(a.out_dir)
    print("%s: %d lines, %d bytes, %d needles, %.1f s" % (
        path, total, os.path.getsize(path), len(needles), time.time() - began), file=sys.stderr)


if __name__ == "__main__":
    main()
