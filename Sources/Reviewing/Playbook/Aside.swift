/// Lines that speak of what did not cause this incident: dismissed suspicions, other incidents, promises.
enum Aside {
  static func stands(in words: [String]) -> Bool {
    phrases.matches(in: words)
  }

  private static let phrases = PhraseTable([
    "ruled out", "rule out", "ruling out", "can be excluded",
    "(was|were|is|are) not .. (the cause|the root cause|related|caused|involved|affected|to blame|responsible)",
    "(wasn|weren|isn) t .. (the cause|related|caused|involved|affected|responsible)",
    "unrelated to", "(was|were|is|are|turned out) .. unrelated", "(shares|shared|share) nothing with",
    "(first|initial|early) (idea|guess|thought) .. (wrong|incorrect|not correct|not right)",
    "(no|without) (evidence|indication|sign|signs) (of|that|for)",
    "turned out to be .. (unrelated|red herring|coincidence)", "red herring", "had nothing to do with",
    "not caused by", "for other reasons", "i was on call", "(i|we) (wrote|write)", "wrongly blamed",
    "not due to", "not because", "(another|different|other) (root cause|cause|reason) than",
    "(another|different) (root cause|cause)",
    "(we|team|they|i|was|were) (first|initially|originally|wrongly) .. (thought|suspected|assumed|believed)",
    "(first|initially|originally) (suspected|thought|assumed|believed)", "suspected",
    "(i|we|they) (thought|believed|assumed) (that|it|the|this)", "(first|initial|working|early) hypothesis",
    "nicht die ursache", "lag nicht an", "ausgeschlossen", "zuerst vermutet",
    "(i am|i m|we are|we re) writing", "asked me to", "(that|it) was luck", "were lucky",
    "forget it", "(checked|yes|ok|so|definitely) .. not it",
    "(does|did|do) not touch (requests|it|this|us|users)",
    "initial (suspicion|theory|hypothesis|assumption)",
    "(previous|earlier|last|prior) (incident|outage|time)", "(in|during) the .. (incident|outage) of",
    "similar (incident|outage) .. (in|last|previously)",
    "as in (january|february|march|april|may|june|july|august|september|october|november|december)",
    "(looks|looked) (fine|healthy|normal|ok)",
    "(was|were) (fine|healthy|normal|unaffected|not affected|green)",
    "(was|were|looked|looks) (all|both) (fine|healthy|normal|unaffected|green|ok)",
    "(would|could) have (been|caused|prevented)", "in (future|the future)",
    "(will|should) (add|be added|introduce|implement|create|write|document|consider|investigate|look into|be|have)",
    "(need|needs|plan|plans|planned) to (add|introduce|implement|create|write|document|improve)",
  ])
}
