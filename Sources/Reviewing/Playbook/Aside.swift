/// Lines that speak of what did not cause this incident: dismissed suspicions, other incidents, promises.
enum Aside {
  static func stands(in words: [String]) -> Bool {
    phrases.matches(in: words) || tellsOfAnother(words)
  }

  /// Whether a sentence tells of an earlier incident; what leans on it does so too.
  static func tellsOfAnother(_ words: [String]) -> Bool { earlier.matches(in: words) }

  private static let earlier = PhraseTable([
    "similar (incident|outage|event|case|problem) .. (in|last|previously|occurred|happened|on)",
    "(last|previous) month s report", "(described|covered|reported) an incident",
    "separate .. (problem|incident|issue)", "(different|other) (problem|incident|issue|ticket|topic|cause)",
    "(anderes|andere|anderen) (thema|vorfall|ursache)", "in keinem zusammenhang",
    "same kind of (story|incident|thing|problem) in",
    "(previous|earlier|last|prior) (incident|outage|time)", "(in|during) the .. (incident|outage) of",
    "as in (january|february|march|april|may|june|july|august|september|october|november|december)",
    "(is|was) not connected", "no connection",
  ])

  private static let phrases = PhraseTable([
    "ruled out", "rule out", "ruling out", "can be excluded",
    "(was|were|is|are) not .. (the cause|the root cause|related|caused|involved|affected|to blame|responsible)",
    "(wasn|weren|isn) t .. (the cause|related|caused|involved|affected|responsible)",
    "unrelated to", "(was|were|is|are|turned out) .. unrelated", "(shares|shared|share) nothing with",
    "(first|initial|early) (idea|guess|thought) .. (wrong|incorrect|not correct|not right)",
    "(no|without) (evidence|indication|sign|signs) (of|that|for)",
    "turned out to be .. (unrelated|red herring|coincidence)", "red herring", "had nothing to do with",
    "not caused by", "for other reasons", "i was on call",
    "(i|we) (wrote|write) (this|it|up|the|in|that|here)", "wrongly blamed",
    "not due to", "not because", "(another|different|other) (root cause|cause|reason) than",
    "(another|different) (root cause|cause)",
    "(we|team|they|i|was|were) (first|initially|originally|wrongly) .. (thought|suspected|assumed|believed)",
    "(first|initially|originally) (suspected|thought|assumed|believed)", "suspected",
    "(i|we|they) (thought|believed|assumed) (that|it|the|this)", "(first|initial|working|early) hypothesis",
    "at first .. (thought|suspected|believed|assumed|blamed)",
    "(next|second|naturally the first|obvious|everyone s first|first) (suspicion|suspect|thought|guess)",
    "(looked|checked|went|looking) (at|into|to|through) .. first", "(was|were) .. first assigned to",
    "put it down to", "this (post|report|document|note|article) (is|describes|explains|covers)",
    "(is|are|was|were|too|but|both) harmless", "harmless since",
    "(is|was) not what (did|caused) it", "for (years|ages)", "was (our|entirely our) fault", "since forever",
    "known issue",
    "(there|same) every (day|morning|night)",
    "(comes|come|appear|appears|happens) every (day|morning|night)", "(a|the|our) .. scanner", "i m sorry",
    "(sorry|apologise|apologize) (for|that)", "thank god", "(had|got) the idea",
    "(theory|theories|hypothesis) .. (that|was|before)",
    "(several|parallel|many|competing) .. theories", "(under|im) (suspicion|verdacht)",
    "looked like (an|a) attack",
    "(both|these|those|they) .. (are|is|were) noise",
    "(our|the|my) first (reading|thought|idea|suspicion|guess|suspect)",
    "(i d|i would) .. bet", "(went|was) after the .. first",
    "(had|was|were|is|are) neither", "(thought|suspected|believed) .. but",
    "(warnings|warning|errors|messages|failures|lines) .. (is|are|were) due to",
    "(they|it|these|those|that) (aren|isn|wasn|weren) t it", "didn t (reset|change|help|matter)",
    "no (change|improvement|effect|difference)", "made no difference", "(it s|it is|is) innocent",
    "nicht die ursache", "lag nicht an", "ausgeschlossen", "zuerst vermutet", "scheidet aus", "scheiden aus",
    "(vermutet|vermutete|vermuteten) (einen|eine|ein|zuerst)", "verdacht auf", "nichts .. zu tun",
    "nicht vergleichbar", "d abord cru", "ensuite cru",
    "(pas|aucun|sans) (de rapport|rapport|lien)",
    "(i am|i m|we are|we re) writing", "asked me to", "(that|it) was luck", "were lucky",
    "forget it", "(checked|yes|ok|so|definitely) .. not it",
    "(does|did|do) not touch (requests|it|this|us|users)",
    "initial (suspicion|theory|hypothesis|assumption)",
    "(looks|looked) (fine|healthy|normal|ok)",
    "(was|were) (fine|healthy|normal|unaffected|not affected|green)",
    "(was|were|looked|looks) (all|both) (fine|healthy|normal|unaffected|green|ok)",
    "(would|could) have (caused|prevented|led)",
    "(would|could) have been (caught|prevented|avoided|seen|noticed|detected|found|worse|better|exponential|possible|fine)",
    "in (future|the future)",
    "(will|should) (add|be added|introduce|implement|create|write|document|consider|investigate|look into|be)",
    "will have",
    "(need|needs|plan|plans|planned) to (add|introduce|implement|create|write|document|improve)",
  ])
}
