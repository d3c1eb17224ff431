package import Bytes
package import Diagnostics
import Markdown
import Moments

/// Turns a committed file into an `Incident`: it never fails, it diagnoses.
package enum IncidentReader {
  package static func read(_ file: IncidentFile, slug: Slug) -> (
    incident: Incident, diagnostics: [Diagnostic]
  ) {
    let repaired = UTF8Repair(file.text.unsealed())
    let bytes = repaired.bytes
    let lines = Lines(in: bytes)
    var diagnostics: [Diagnostic] = []
    if let line = repaired.firstBadLine {
      diagnostics.append(
        .warning(
          "bytes that are not UTF-8 became \u{FFFD}; save the file as UTF-8",
          at: SourceLocation(file.path, line: line)))
    }
    let front = FrontMatter(bytes, lines, path: file.path)
    diagnostics += front.diagnostics
    let narrative = NarrativeFacts(bytes, lines, from: front.firstNarrativeLine)
    let dates = Dates(file, front, narrative)
    diagnostics += dates.diagnostics
    var severity = narrative.severity.map { Fact($0.value, .stated(line: $0.line)) }
    if let stated = front["severity", "sev", "priority", "impact"], let text = stated.text {
      if let known = Severity(text) {
        severity = Fact(known, .stated(line: stated.line))
      } else {
        diagnostics.append(
          .warning(
            "the severity is none of SEV1 to SEV5, P1 to P5, critical, major, minor; it is left out",
            at: SourceLocation(file.path, line: stated.line)))
      }
    }
    let services = front["services", "service", "affected", "components", "component", "systems"]?.texts
      .flatMap { $0.split(separator: ",").map { $0.trimming(\.isWhitespace) } }
    let incident = Incident(
      path: file.path,
      slug: slug,
      permanentName: file.history?.firstPath ?? file.path,
      title: title(file, front, bytes, lines),
      started: dates.started,
      detected: dates.detected,
      mitigated: dates.mitigated,
      resolved: dates.resolved,
      minutes: minutes(front, narrative, dates),
      severity: severity,
      services: sealed(services ?? narrative.services?.value ?? []),
      tags: sealed(front["tags", "tag", "labels", "categories"]?.texts ?? []),
      status: front["status", "state"]?.text.map { RawText(Array($0.utf8)) },
      text: RawText(bytes),
      firstNarrativeLine: front.firstNarrativeLine,
      attachments: file.attachments,
      isDraft: file.history == nil,
      lastChanged: file.history?.changed)
    return (incident, diagnostics)
  }

  private static func sealed(_ texts: [String]) -> [RawText] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.map {
      RawText(Array($0.utf8))
    }
  }

  private static func title(
    _ file: IncidentFile, _ front: FrontMatter, _ bytes: [UInt8], _ lines: Lines
  ) -> Fact<RawText> {
    func fact(_ text: String, _ basis: Basis) -> Fact<RawText> {
      Fact(RawText(Array(FileTitle.withoutPath(text).utf8)), basis)
    }
    if let stated = front["title", "name", "summary"], let text = stated.text {
      return fact(text, .stated(line: stated.line))
    }
    let start =
      lines.indices.contains(front.firstNarrativeLine - 1)
      ? lines[front.firstNarrativeLine - 1].lowerBound : bytes.count
    // Headings stand early; the whole of a long log need not be parsed for one.
    let head = Array(bytes[start...].prefix(20_000))
    let document = Markdown.parse(head)
    let headings = document.children.filter { node in
      if case .heading = node.kind { !FileTitle.isGeneric(node.plainText) } else { false }
    }
    if let heading = headings.first(where: { $0.kind == .heading(level: 1) }) ?? headings.first,
      !document.children.contains(where: { FileTitle.isSection($0, before: heading) })
    {
      let text = heading.plainText.trimming(\.isWhitespace)
      return fact(text, .stated(line: heading.lines.lowerBound + front.firstNarrativeLine - 1))
    }
    if let subject = subject(bytes, lines) { return subject }
    if let heading = wikiHeading(bytes, lines, front.firstNarrativeLine) { return heading }
    let isMarkdown = file.path.hasSuffix(".md") || file.path.hasSuffix(".markdown")
    if isMarkdown, headings.isEmpty, let line = standsAlone(bytes, lines, front.firstNarrativeLine) {
      return line
    }
    if !isMarkdown, let first = lines.first(where: { range in bytes[range].contains(where: ASCII.isLetter) }),
      first.count <= 120,
      TimeReader(bytes, within: first).reading(at: first.lowerBound) == nil
    {
      let text = String(decoding: bytes[first], as: UTF8.self).trimming {
        $0.isWhitespace || "=#*".contains($0)
      }
      if !text.isEmpty { return fact(text, .guessed(from: "the first line")) }
    }
    return fact(FileTitle.read(file.name), .guessed(from: "the file's name"))
  }

  /// A first line that is a title without the mark of one: short, no sentence, and by itself or above lines of its kind.
  private static func standsAlone(_ bytes: [UInt8], _ lines: Lines, _ firstLine: Int) -> Fact<RawText>? {
    guard
      let number = lines.indices.dropFirst(firstLine - 1).first(where: {
        bytes[lines[$0]].contains(where: ASCII.isLetter)
      })
    else { return nil }
    let text = String(decoding: bytes[lines[number]], as: UTF8.self).trimming {
      $0.isWhitespace || "*_".contains($0)
    }
    guard (6...110).contains(text.utf8.count), let first = text.first, first.isLetter, let last = text.last,
      !".:;,?!".contains(last), number + 1 < lines.count, bytes[lines[number + 1]].allSatisfy(ASCII.isSpace),
      TimeReader(bytes, within: lines[number]).reading(at: lines[number].lowerBound) == nil
    else { return nil }
    return Fact(RawText(Array(FileTitle.withoutPath(text).utf8)), .guessed(from: "the first line"))
  }

  /// `h1. Telemetry delayed`, as Jira and Confluence write it, where the text begins.
  private static func wikiHeading(_ bytes: [UInt8], _ lines: Lines, _ firstLine: Int) -> Fact<RawText>? {
    guard
      let number = lines.indices.dropFirst(firstLine - 1).first(where: {
        bytes[lines[$0]].contains(where: ASCII.isLetter)
      }), bytes[lines[number]].starts(with: "h1. ".utf8)
    else { return nil }
    let text = String(decoding: bytes[lines[number]].dropFirst(4), as: UTF8.self).trimming(\.isWhitespace)
    return text.isEmpty ? nil : Fact(RawText(Array(text.utf8)), .stated(line: number + 1))
  }

  /// An e-mail that somebody saved says what it is about.
  private static func subject(_ bytes: [UInt8], _ lines: Lines) -> Fact<RawText>? {
    let fields = lines.indices.prefix(12).map { number -> (name: String, value: String, line: Int)? in
      let text = String(decoding: bytes[lines[number]], as: UTF8.self)
      guard let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter || $0 == "-" })
      else {
        return nil
      }
      return (
        text[..<colon].lowercased(), text[text.index(after: colon)...].trimming(\.isWhitespace), number + 1
      )
    }
    let head = fields.prefix { $0 != nil }.compactMap(\.self)
    guard head.contains(where: { $0.name == "from" }),
      let subject = head.first(where: { $0.name == "subject" }),
      !subject.value.isEmpty
    else { return nil }
    return Fact(RawText(Array(subject.value.utf8)), .stated(line: subject.line))
  }

  private static func minutes(_ front: FrontMatter, _ narrative: NarrativeFacts, _ dates: Dates) -> Fact<Int>?
  {
    if let stated = front["duration", "minutes", "outage", "downtime"],
      let minutes = stated.text.flatMap(Minutes.read)
    {
      return Fact(minutes, .stated(line: stated.line))
    }
    if let stated = narrative.minutes { return Fact(stated.value, .stated(line: stated.line)) }
    guard let started = dates.started, let resolved = dates.resolved, started.value.precision >= .minute,
      resolved.value.precision >= .minute, resolved.value > started.value
    else { return nil }
    let minutes = started.value.minutes(until: resolved.value)
    // Longer than a month is a typing error more often than an outage.
    guard minutes <= 44_640 else { return nil }
    if case .stated(let line) = started.basis, !resolved.isGuess { return Fact(minutes, .stated(line: line)) }
    return Fact(minutes, .guessed(from: "its start and end"))
  }
}

/// A readable title from a file's or folder's name: without date, extension and separators.
enum FileTitle {
  /// A heading that every report could have: `Summary`, `Post-mortem`.
  static func isGeneric(_ heading: String) -> Bool {
    if isNumbered(heading) { return true }
    // "Timeline (all times UTC), Monday": what stands behind tells of the section.
    let lead = heading.prefix { $0 != "(" }
    let isSection = sections.contains(lead.trimming(\.isWhitespace).lowercased())
    let words = (isSection ? lead : heading[...]).lowercased().split { !$0.isLetter }.filter {
      !["the", "of", "and", "a"].contains($0)
    }
    return words.allSatisfy { generic.contains(String($0)) }
  }

  /// `Confluence > SRE > Reviews > Booking down`: where a page stood isn't what it is called.
  static func withoutPath(_ title: String) -> String {
    for separator in [" > ", " / ", " » "] {
      let parts = title.split(separator: separator)
      if parts.count > 2, let last = parts.last?.trimming(\.isWhitespace),
        last.split(separator: " ").count > 1
      {
        return last
      }
    }
    return title
  }

  /// `2. Investigation`, `3) Cause`: sections are numbered, titles aren't.
  private static func isNumbered(_ heading: String) -> Bool {
    let rest = heading.drop { $0.isNumber }
    return (1...2).contains(heading.count - rest.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Whether a heading is a part of a report beside which `other` is one too, and no title.
  static func isSection(_ node: MarkdownNode, before other: MarkdownNode) -> Bool {
    guard node.kind == other.kind, node.lines.lowerBound < other.lines.lowerBound else { return false }
    let words = node.plainText.lowercased().split { !$0.isLetter }
    return isGeneric(node.plainText) && words.contains { parts.contains(String($0)) }
  }

  private static let parts: Set<String> = [
    "timeline", "summary", "impact", "overview", "cause", "background",
  ]

  private static let sections: Set<String> = [
    "timeline", "summary", "impact", "detection", "resolution", "recovery", "root cause",
  ]

  private static let generic: Set<String> = [
    "summary", "issue", "incident", "report", "overview", "introduction", "postmortem", "post", "mortem",
    "review",
    "description", "background", "abstract", "executive", "tldr", "tl", "dr", "name", "title", "outage",
    "timeline",
    "impact", "root", "cause", "retrospective", "rca", "analysis", "details", "contents", "table", "what",
    "happened", "contributing", "factors", "corrective", "preventative", "preventive", "actions", "action",
    "items", "lessons", "learned", "resolution", "recovery", "detection", "mitigation", "measures",
  ]

  static func read(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let bytes = Array(last.utf8)
    var rest = bytes[...]
    if let reading = TimeReader(bytes).reading(at: 0), reading.date != nil {
      rest = bytes[reading.range.upperBound...]
    }
    var words = String(decoding: rest, as: UTF8.self).split { "-_ ".contains($0) }[...]
    // "04-25-account-locked": the day, whose year and month the folder has.
    if words.count > 2,
      words.prefix(2).allSatisfy({ $0.utf8.count <= 2 && $0.utf8.allSatisfy(ASCII.isDigit) })
    {
      words = words.dropFirst(2)
    }
    let text = words.joined(separator: " ")
    guard let first = text.first else { return last }
    return first.uppercased() + text.dropFirst()
  }
}
