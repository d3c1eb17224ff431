package import Bytes
package import Diagnostics
package import Moments
private import Yams

/// `gaps.yaml` beside the incidents: what became of each testing gap, kept by hand and committed.
///
///     - gap: connection-pool-exhaustion--load
///       closed: 2026-04-02
///       by: tests/load/pool_saturation.js
///     - gap: dns-failure--chaos
///       accepted: 2026-05-01
///       reason: one resolver is enough for a nightly job
///     - gap: retry-storm--load
///       includes: [cascading-failure--load]
package struct GapLedgerFile: Sendable {
  package static let name = "gaps.yaml"

  package struct Entry: Sendable {
    /// A gap's id as the gap index shows it: lower-case letters and hyphens only.
    package let gap: String
    package let outcome: Outcome?
    /// Gaps that are the same one under another name.
    package let includes: [String]
    /// Slugs of incidents that show something else than this gap.
    package let excludes: [String]
    /// The 1-based line of its `gap`.
    package let line: Int
  }

  package enum Outcome: Sendable {
    case closed(CivilDate, by: RawText)
    case accepted(CivilDate?, reason: RawText)
  }

  package let entries: [Entry]

  package static func read(_ bytes: [UInt8], path: String) -> (file: GapLedgerFile, diagnostics: [Diagnostic])
  {
    var reader = GapLedgerReader(path: path)
    let entries = reader.entries(String(decoding: bytes, as: UTF8.self))
    return (GapLedgerFile(entries: entries), reader.diagnostics)
  }
}

/// Values are never quoted: what is not yet sanitized must not reach a message.
private struct GapLedgerReader {
  let path: String
  var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []

  init(path: String) {
    self.path = path
  }

  mutating func entries(_ text: String) -> [GapLedgerFile.Entry] {
    do {
      guard let node = try Yams.compose(yaml: text) else { return [] }
      guard case .sequence(let items) = node else {
        complain("this takes a list; each entry begins with '- gap: ID'", node)
        return []
      }
      return items.compactMap { entry($0) }
    } catch let error as YamlError {
      diagnostics.append(trouble(error))
    } catch {
      diagnostics.append(.error("not readable as YAML", at: SourceLocation(path)))
    }
    return []
  }

  private func trouble(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error("not readable as YAML: \(problem)", at: SourceLocation(path, line: mark.line + 1))
    case .duplicatedKeysInMapping: .error("a key stands twice in one entry", at: SourceLocation(path))
    default: .error("not readable as YAML", at: SourceLocation(path))
    }
  }

  private mutating func entry(_ node: Node) -> GapLedgerFile.Entry? {
    guard case .mapping(let pairs) = node else {
      complain("an entry takes keys; it begins with '- gap: ID'", node)
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in pairs {
      guard let name = key.string, Self.keys.contains(name) else {
        complain("this key isn't known here; an entry takes \(Self.keys.joined(separator: ", "))", key)
        return nil
      }
      values[name] = value
    }
    guard let gapNode = values["gap"], let gap = identifier(gapNode) else {
      complain(
        "an entry needs 'gap' with an id from the gap index, as connection-pool-exhaustion--load", node)
      return nil
    }
    guard seen.insert(gap).inserted else {
      complain("'\(gap)' has an entry already; one entry says all of a gap", gapNode)
      return nil
    }
    return GapLedgerFile.Entry(
      gap: gap, outcome: outcome(values, node), includes: identifiers(values["includes"]),
      excludes: identifiers(values["excludes"]), line: gapNode.mark?.line ?? 1)
  }

  private mutating func outcome(_ values: [String: Node], _ node: Node) -> GapLedgerFile.Outcome? {
    let (closed, accepted) = (values["closed"], values["accepted"])
    if let closed {
      guard accepted == nil else {
        complain("a gap is closed or accepted, not both", closed)
        return nil
      }
      guard let day = day(closed) else { return nil }
      guard let by = values["by"].flatMap(text) else {
        complain("a closed gap needs 'by': the test or the link that closed it", closed)
        return nil
      }
      return .closed(day, by: by)
    }
    if let accepted {
      guard let reason = values["reason"].flatMap(text) else {
        complain("an accepted gap needs 'reason'", accepted)
        return nil
      }
      return .accepted(accepted.bool == true ? nil : day(accepted), reason: reason)
    }
    if let stray = values["by"] ?? values["reason"] {
      complain("this needs 'closed: YYYY-MM-DD' or 'accepted: YYYY-MM-DD' beside it", stray)
    }
    return nil
  }

  private mutating func day(_ node: Node) -> CivilDate? {
    let parts = (node.scalar?.string ?? "").split(separator: "-").compactMap { Int($0) }
    if parts.count == 3, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) { return date }
    complain("this takes a day as 2026-04-02", node)
    return nil
  }

  private func text(_ node: Node) -> RawText? {
    guard let text = node.scalar?.string, !text.isEmpty else { return nil }
    return RawText(Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8))
  }

  private mutating func identifiers(_ node: Node?) -> [String] {
    guard let node else { return [] }
    guard case .sequence(let items) = node else {
      complain("this takes a list of ids", node)
      return []
    }
    return items.compactMap { item in
      let found = identifier(item)
      if found == nil { complain("this is no id", item) }
      return found
    }
  }

  private func identifier(_ node: Node) -> String? {
    guard let text = node.scalar?.string, (1...200).contains(text.utf8.count),
      text.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D })
    else { return nil }
    return text
  }

  private mutating func complain(_ message: String, _ node: Node) {
    diagnostics.append(.error(message, at: SourceLocation(path, line: node.mark?.line)))
  }

  private static let keys = ["gap", "closed", "by", "accepted", "reason", "includes", "excludes"]
}
