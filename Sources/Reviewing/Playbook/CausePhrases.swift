/// The words by which people state a cause, and those by which they tell of something else.
extension CauseFinder {
  /// What a conclusion comes to that isn't the harm.
  static let reliefs = PhraseTable([
    "(could|can) be (removed|restored|recovered|excluded|ruled|replayed|undone)", "nothing (was|is)",
    "no data", "(correct|correctly|healthy|innocent)", "(is|was|are|were) (fine|right)",
  ])

  static let rootCauses = PhraseTable([
    "root (cause|causes)", "(direct|primary|underlying|actual) cause",
  ])

  /// What people were told of it, what was published against it, and what ended it.
  static let news = PhraseTable([
    "(submitted|filed|opened|provided|sent) .. (report|details|ticket|issue|request)",
    "(version|release|patch|update|hotfix) .. (released|published|shipped|available|rolled out)",
    "(released|published|shipped) .. (version|fix|fixes|patch|advisory)", "with (fixes|a fix) for",
    "(details|advisory|exploit|announcement) .. (published|posted|announced|disclosed)",
    "(is|was|were|been) (resolved|fixed|mitigated|solved|remedied) (by|with|via)",
  ])

  static let normal = PhraseTable([
    "(was|were|looked|is|are) (all|both) .. (normal|fine|healthy|green|ok|unaffected)",
    "(we|i|they) (don|do|didn|did) (t|not) know",
  ])

  static let statements = RatedPhrases([
    (
      6,
      [
        "root cause .. (was|is|were|has been|turned out)",
        "(the|primary|underlying|actual|real|direct|main) cause .. (was|is|were|of|turned out)",
        "(the root|root) of (it|this|that|the problem|the trouble) .. (is|was|lies|lay)",
        "(there|that|here) (was|is) the (culprit|cause|reason)", "so that was it", "and it was",
        "for the record", "for the doc", "(we|i) wrote down", "found it",
        "what went wrong .. (was|is)",
        "i think i (know|have it|see it|got it|found it)",
        "the culprit (was|is|turned out)",
        "die ursache (war|ist|lag)", "grund war", "verursacht (durch|von)",
        "la cause est",
        "(was|were|is) caused by", "root cause", "cause of the (incident|outage|problem|issue|failure)",
        "(real|actual|true|underlying) (problem|issue|fault|trouble) (was|is|lay|turned out)",
        "(that|this|it) was (me|us|my fault|my change|our change|my deploy)", "my (bad|fault|mistake)",
      ]
    ),
    (
      5,
      [
        "caused by", "(was|were|is|been) triggered by", "trigger (was|is)",
        "(was|is|were) (due to|because of|the result of|a result of)", "what caused", "attributed to",
        "traced (to|back to|it to|it back to|this to|the problem to|the problem back to)",
        "(inadvertently|unintentionally|mistakenly) (caused|causing|led to|broke|removed|sent|directed|blocked)",
        "(explanation|reason) (revealed|found|identified|discovered)",
        "(should have been|ought to be|was meant to be) .. (was|is|but)",
      ]
    ),
    (
      4,
      [
        "due to", "because", "resulting from", "there we are",
        "(as|so) the (called|function|job|script) .. (own|itself)", "weil", "aufgrund",
        "ausgel st (durch|von)",
        "lag (an|daran)", "parce que", "en raison", "(a|ont) donc", "on a compris", "stem* from",
        "originat* (from|in)", "led to", "which caused",
        "that caused", "causing", "resulted in", "turned out", "the reason", "combined .. allowed",
        "which (broke|prevented|blocked|stopped)", "(evaluates|treats|takes|reads|counts) .. as",
        "introduced (a|an|the) (bug|regression|defect|change)", "culprit", "(the|what) (trouble|flaw) .. is",
        "(we|i) overlooked", "which is why", "that is why",
        "(took|brought|pushed|put) .. over .. (limit|limits|quota|capacity)",
        "(got|was|were) lost when", "broke when", "(i|we) forgot to",
        "(said|says|contained|had|read|points to) .. instead of",
        "made .. (throw|crash|fail|panic|hang)", "in the belief that",
        "(i|we|someone|somebody) ran .. in the",
      ]
    ),
    (
      3,
      [
        "as a result", "so that", "as soon as",
        "(so|and so|thus|hence) (the|it|every|all|each|for|once|any|our|both|when|nothing|everything|filled)",
        "sodass", "whereby", "from then on", "only ever", "(all had|had|have) the same key",
        "(someone|somebody|we|i|he|she|they) (set|left|put|pasted|typed|entered) .. (to|at|as|in|into)",
        "(wants|expects|takes|took) .. (seconds|milliseconds|minutes|cents|euros|bytes|bits)",
        "(now|is|are) .. used to be", "(can t|cannot|couldn t|could not|couldn) .. (as long as|while|until)",
        "(took|mistook|taken|mistaken) .. for the", "leaves .. out",
        "one .. (blocks|kills|takes down|is taking down)",
        "(cannot|can t|couldn t|could not) (do|change|alter|update)",
        "(inside|within) the .. (loop|transaction)",
        "nothing to stop", "meaning no limit", "in its own transaction", "(each|one) .. kills (one|a|the)",
        "meant that", "which meant", "caused (the|a|an|all|our|some|every) .. to",
        "(can|could|would) cause (a|an|the)",
        "(discovered|found|identified|realised|realized|determined|concluded) that", "triggered", "failed to",
        "did not", "(bug|defect|regression|misconfiguration|typo|mistake) (in|was)",
        "(was|were) (missing|misconfigured|incorrect|incorrectly|wrong|removed|deleted|expired|not)",
      ]
    ),
  ])

  /// The acts and states that do harm, as people report them.
  static let harms = PhraseTable([
    "(accidental|accidentally|inadvertently|mistakenly|unintentional|unintentionally|unintended|erroneously)",
    "by (mistake|accident)",
    "(deleted|destroyed|terminated|removed|wiped|dropped|overwrote|overwritten) (a|an|all|the|by|from|some|both|every)",
    "(was|were|had|has|have|are) (expired|deleted|destroyed|revoked|overwritten|published|leaked|archived)",
    "(certificate*|token|key|domain|licence|license|it) .. expired",
    "(pushed|committed|uploaded|exposed|printed|logged|written|sent) .. public",
    "(was|were|be|is) overlooked", "(was|were) not aware",
    "none .. aware of",
    "without .. (aware|realising|realizing|noticing)", "wasn t .. aware",
    "(not|never|n t) (check*|validat*|verif*|includ*|cover*|limit*|handl*|account*|set|configured|renewed|tested)",
    "no .. (limits|limit|requests|validation|check|checks) .. (set|were|was|in place)",
    "(bug|defect|vulnerability|flaw|typo|misconfiguration|regression) (in|of|within)",
    "vulnerable to", "typographical error",
    "(malicious|compromised) .. (package|code|version|program|actor|commit)",
    "missing (setting|label|permission|annotation*|configuration|value)",
    "(got|get) (removed|deleted|lost|overwritten|changed|disabled)",
    "(revoked|suspended|flagged) (its|our|their|the)",
    "(contained|contains|contain|had) (a|an|malicious) (bug|defect|flaw|error|vulnerability|code)",
    "(lacked|lacks|lacking|lost) (a|the|its)", "(ran|run|running|runs|was|is) out of", "exhaust*",
    "before .. (is|was|are|were) (checked|validated|verified|limited)",
    "(has|had|have) no (upper bound|bound|limit|backoff|timeout|idempotency key|cap|expiry)",
    "(was|were) never (changed|raised|adjusted|updated|renewed|removed|switched|set|read|restarted)",
    "(nobody|no one) had (done|switched|set|restored|raised|renewed|changed|noticed|updated)",
    "(doesn|don|does|do|didn|did) (t|not) work (for|when|with|if)", "(has|had) a password that expires",
    "(retries|retry) .. no backoff", "(throughput|capacity) .. ceiling",
    "(did|does|do) not (commit|release|close|check)",
    "(should not|shouldn t|shouldn) have (had|been able|been possible)",
    "(newer|new|latest) version .. (chang*|introduc*|includ*|break*)",
    "wrong (cluster|context|environment|account|workspace|namespace|version|value|directory|name|variable|prefix|unit|path|place)",
    "(apart from|except|except for|but) (one|the one) (line|host|file|place|setting|server)",
    "turned it on again",
    "were stored .. and handed", "left over from", "outside of (our|the) (try|transaction|lock)",
    "silently", "(threw|throws|throw|throwing) away",
    "without (asking|checking|looking|waiting|telling|regard)",
    "(had|has|have) never (had to|been told|heard)", "(was|were) never (seen|asked|collected|loaded|called)",
    "pointed (to|at) (production|the wrong|the old)",
    "(blocked|waits for|waited for|depends on|needed) (its|itself)",
    "(did|does) not exist (there|yet|any)", "nicht mit (umgezogen|kopiert|angepasst)",
    "single point of failure", "incompatib*", "belong* to .. personal",
    "(opposite|reverse|different|wrong) order",
    "(poison|malformed|corrupt|corrupted) (message|messages|record|payload|file)",
    "(has|have|had) no (fallback|failover|redundancy|idea|notion|retries|alternative)", "never again",
    "(doesn|does|didn|did) (t|not) match", "should have (been|looked|had|checked|limited|used)",
    "(has|had|have|was|were|been) .. taken out", "identical (ttl|time|times|name|names|key|keys|id|ids)",
    "(no|not|longer) .. (growth|jitter|backoff)", "same key .. (production|prod|staging)",
    "gibt es .. zweimal", "(thousands|decimal) separator",
  ])

  /// How it was noticed, looked into, told and mended.
  static let repairs = PhraseTable([
    "(find|found|identify|identified|determine|determined|discover|discovered|investigat*|understand*|troubleshoot*) .. (root cause|the cause)",
    "(team|engineer|engineers|sre|we) .. (applied|restarted|reverted|rolled back|restored|fixed|notified|informed|instructed|increased|scaled|recycled|drained|cordoned)",
    "(quick|temporary|permanent|proposed|immediate) (fix|measure|solution|workaround)", "evidence gathering",
    "(investigation|analysis) .. (started|carried out|initiated|ongoing)",
    "was (found later|restored|resolved|mitigated)",
    "removed .. (via|by|through) .. (support|ticket)",
    "(account|accounts|credentials|tokens|token|keys|key|secrets) (was|were) (revoked|rotated|reset|invalidated)",
    "(issue|incident|problem) was (not exploited|resolved|reported)",
    "contacted .. (support|provider|vendor|team)", "(questioned|reported) the",
    "(user|users|customer|customers|tenant|tenants) (reported|raised|noticed|complained)",
    "to (prevent|avoid) (this|a|the) .. (again|future|happening|recurrence)",
    "to (mitigate|restore) (the|normal|service)",
    "(increased|increase in) risk", "were (archived|terminated) because", "instances terminated",
    "prioritised", "(noticed|detected|reported) .. because", "not a page",
  ])

  static let searches = PhraseTable([
    "(find|found|identify|identified|determine|determined|discover|discovered|understand|locate|located) .. (root cause|the cause)"
  ])

  /// How people learnt of it.
  static let notices = PhraseTable([
    "(we|team|i) (got|received|had) .. (warning|warnings|alert|alerts|report|reports|notification|notice|email|page)"
  ])

  /// What tests and alerts did or didn't: why it got through, not why it broke.
  static let safeguards = PhraseTable([
    "(test|tests|alert|alerts|dashboard|suite|gauge|fixture|staging) .. (is|are|was|were|has|have|had|runs|run|uses|fix|checks|check)",
    "(no|one|only|a|unit|load) .. (test|tests|alert|alerts) .. (of|for|on|that|which|runs|against)",
    "on (a|the|no) dashboard", "all green",
    "(cluster|clusters|environment|environments|staging) .. (does|did|do) not (validate|test|cover|exercise)",
  ])

  /// How things are in general, or that little came of it.
  static let generalities = PhraseTable([
    "(incident|incidents|outage|event) that resulted in",
    "(when|if|whenever) (a|an|the|any|you) .. (will|can|may|would)",
    "(limited|little|minimal|no) (impact|effect|customer impact)",
    "(considered|believed|deemed|assumed) to be (normal|harmless|expected)",
  ])

  static let leads = PhraseTable([
    "(real|actual|true|underlying) (problem|issue|fault|trouble) (was|is)", "got it", "(the|was the) culprit",
    "so that was it", "and it was", "found it", "what went wrong .. (was|is)",
    "i think i (know|have it|see it|got it|found it)",
  ])

  /// Why it took so long, not why it broke.
  static let delays = PhraseTable([
    "(later|longer|slower) than (expected|usual|planned|normal|necessary)",
    "(detection|diagnosis|recovery|restoration|resolution|response|rollout) .. (delayed|slow|took longer)",
    "(delayed|slowed) (the|our) .. (detection|diagnosis|recovery|restoration|resolution|response)",
  ])

  /// Why a check was left out: what let the fault through, not what caused it.
  static let omissions = PhraseTable([
    "(test|tests|check|checks|review|canary|staging) .. (was|were) (skipped|omitted|disabled|postponed|not run)"
  ])

  /// How an investigation ends that found nothing.
  static let open = PhraseTable([
    "without (a|any) (finding|result|conclusion) .. cause",
    "(leave|left|leaving) (it|this|the question|the cause) open",
    "(has|have) (not been|n t been|never been) able to (establish|determine|explain|say|find) (why|what|the cause)",
    "neither .. (can|could) be (shown|confirmed|proven|established)",
    "cause (not|never) (established|determined|found|identified)",
    "(reason|cause) .. (could not|cannot|can t|couldn t) be (established|determined|identified|found|shown)",
    "without a finding", "no way to (decide|tell) (between|which|whether)",
    "(it d|it would) be a guess", "(do|did|does) (not|n t) have a root cause", "want of proof",
    "(don|do|did|does) (t|not) consider the (cause|root cause)",
    "(can|could|cannot|can t|couldn t) .. say (which|whether)",
    "(cause|reason|origin|trigger) .. (has|have|was|were) (not|never|n t) been (identified|established|determined|found|shown)",
    "none of the .. (ideas|theories|explanations|hypotheses) explains",
    "without a culprit", "(can t|cannot|could not|couldn t) be settled",
    "no (means|way|basis) (of|to|for) (choosing|choose|deciding|decide|telling)", "nobody would",
    "(it s|it is|still) guesswork", "would not sign (that|this|it)",
    "down as .. unexplained",
    "so we (don|do) (t|not) know", "would be dishonest to",
  ])

  static let unknown = PhraseTable([
    "(has|have|had|haven|hasn) (not|n t|t) .. (identified|determined|established|found) .. (cause|change|reason|source|why|trigger)",
    "(source|origin|cause|reason) .. (still|remains|currently|yet) .. (unknown|unclear|open)",
    "(source|origin) of .. (is|was|remains) .. (unknown|unclear|undetermined)",
    "(don|didn|do|did) (t|not) know why", "unexplained (until|to) (now|today|this day)",
    "yet unknown",
    "(cause|reason) .. (not yet|never) (known|clear|identified|found|determined)",
    "(root cause|cause|reason|trigger) .. (unknown|unclear|undetermined|not known|not clear|not determined|not identified|not found|not established|never found|inconclusive)",
    "(unknown|undetermined|unclear) .. (root cause|cause|reason)",
    "(could|can|did|do|does|were|was) (not|n t) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(couldn|didn|don|cannot|unable to|not able to) .. (determine|identify|establish|find|know) .. (root cause|cause|reason|why|trigger)",
    "(root cause|cause|why) .. (still|remains|remain) .. (unknown|unclear|investigat*|open)",
    "no .. root cause .. (found|identified|determined|established)",
    "not .. (sure|certain|known|clear) .. (why|what caused|what triggered)",
    "unable to .. (determine|reproduce|find) .. (cause|root cause)", "(nobody|no one) knows why",
    "(we|nobody|they) .. (don|didn|do|did|still) .. know .. (why|what)",
    "(root cause|cause|reason) .. to be (determined|established|found|confirmed|clarified)",
    "(cause|reason) .. under investigation",
    "(ongoing|further|continued|continuing) .. (investigation|troubleshooting|analysis) .. (cause|why)",
    "(never|not) .. (found out|learned) why",
    "(investigation|analysis) .. (closed|ended) without",
  ])

  static let hedges = PhraseTable([
    "(might|may|could) have", "(might|may|could) be .. (due|related|cause*|because|why|the)",
    "possibly (due|because|caused|related|from|by|a|an|the|when)",
    "possible (that|cause|causes|reason|reasons|explanation|trigger)",
    "perhaps", "suspect*", "presumabl*", "probabl*",
    "(most|was|is|were|are) likely", "likely (due|because|caused|cause|that|the|a|an)",
    "theory", "hypothesis", "potential (cause|causes|reason|explanation|trigger)",
    "potentially (due|caused|causing|because|related)",
    "candidate*", "trying to identify", "we (think|believe|assume)",
    "seems to", "appeared to", "appears to", "unclear",
  ])
}
