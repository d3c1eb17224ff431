import Bytes

/// Lines of an incident that speak to its reviewer instead of telling what happened.
///
/// They are no evidence: the playbook doesn't read them, and a model doesn't see them.
enum Instruction {
  /// Which of the lines, in order, are left out; a section under a heading of our own report goes as a whole.
  static func places(in lines: [String]) -> Set<Int> {
    var found: Set<Int> = []
    var isInside = false
    for (index, line) in lines.enumerated() {
      let isHeading = line.drop { $0 == " " }.hasPrefix("#")
      if isHeading { isInside = isOwnHeading(Words.of(line)) }
      if isInside || stands(in: line) { found.insert(index) }
    }
    return found
  }

  /// Headings that only a report of ours has.
  private static func isOwnHeading(_ words: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return ["audiosummary", "recommended test suite", "testing gap analysis", "root cause determination"]
      .contains {
        text.contains($0)
      }
  }

  private static func stands(in line: String) -> Bool {
    // Each mark has one of these.
    if line.utf8.contains(where: { "<[#:=".utf8.contains($0) }) {
      let lowered = line.lowercased()
      if marks.contains(where: { lowered.contains(bytes: $0) }) { return true }
    }
    let words = Words.of(line)
    return phrases.matches(in: words)
  }

  /// Marks of chat formats, of the prompt's own frame, and of what a page would run.
  private static let marks = [
    "<|im_start|>", "<|im_end|>", "<|system|>", "[inst]", "[/inst]", "<<sys>>", "</evidence>", "<system>",
    "</system>",
    "### system", "### instruction", "<script", "javascript:", "onerror=", "onload=",
  ]

  private static let phrases = PhraseTable([
    "(ignore|disregard|forget|override) .. (rules|rule|instructions|instruction|prompt|guidelines|above)",
    "(ignore|disregard|forget) (everything|all) .. (said|above|before|told)",
    "you are (now|no longer) .. (assistant|model|architect|reviewer|ai)",
    "new (instructions|instruction|rules) (for|follow)",
    "(as|being) an (ai|llm) (model|assistant|language)",
    "(reveal|print|repeat|show) .. (system prompt|your prompt|your instructions)",
    "(system|assistant|developer) (message|prompt|role) .. (is|says|follows)",
    "(answer|respond|reply|output) (only|exclusively|just) (with|the|in)",
    "do not (mention|report|list|include) .. (gap|gaps|cause|tests|incident)",
    "(state|say|write|report|claim) that .. (root cause|no gap|no gaps|no test|everything) .. (was|were|is|are|needed)",
    "the (reviewer|model|llm|ai|assistant) (must|should|shall|will|has to)",
    "(attention|note|message|dear) (reviewer|model|llm|ai)",
    "(attention|note|message) to .. (reviewer|model|llm|ai)",
    "(jailbreak|developer mode|dan mode)", "begin system prompt",
  ])
}
