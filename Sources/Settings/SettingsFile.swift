package import Diagnostics
private import Yams

/// `hindcast.yaml`, decoded into `Settings`; what is unknown or of the wrong type is a diagnostic with its line.
package enum SettingsFile {
  package static func read(_ text: String, path: String) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var reader = Reader(path: path)
    do {
      guard let root = try Yams.compose(yaml: text) else { return (Settings(), []) }
      reader.readRoot(root)
    } catch let error as YamlError {
      reader.diagnostics.append(YAMLTrouble.diagnostic(error, path: path))
    } catch {
      reader.diagnostics.append(.error("not readable as YAML: \(error)", at: SourceLocation(path)))
    }
    return (reader.settings, reader.diagnostics)
  }
}

/// What libyaml complains about, in one line with its place.
package enum YAMLTrouble {
  package static func diagnostic(
    _ error: any Error, path: String, lineOffset: Int = 0, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    var line: Int?
    var problem = "\(error)"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let found, let mark, _), .parser(_, let found, let mark, _),
        .composer(_, let found, let mark, _):
        (problem, line) = (found, mark.line + lineOffset)
      case .duplicatedKeysInMapping:
        problem = "a key stands twice in one mapping"
      default: break
      }
    }
    let shown = problem.split(separator: "\n").first.map(String.init) ?? problem
    return Diagnostic(severity, "not readable as YAML: \(shown)", at: SourceLocation(path, line: line))
  }
}

private struct Reader {
  let path: String
  var settings = Settings()
  var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func readRoot(_ root: Node) {
    mapping(root, "hindcast.yaml") { reader, key, node in
      switch key {
      case "site": reader.readSite(node)
      case "incidents": reader.readIncidents(node)
      case "review": reader.readReview(node)
      case "voice": reader.readVoice(node)
      case "episode": reader.readEpisode(node)
      case "feed": reader.readFeed(node)
      case "gaps": reader.readGaps(node)
      case "sanitize": reader.readSanitize(node)
      case "cache": reader.text(node, key, into: \.cache)
      default:
        return ["site", "incidents", "review", "voice", "episode", "feed", "gaps", "sanitize", "cache"]
      }
      return nil
    }
  }

  private mutating func readSite(_ node: Node) {
    mapping(node, "site") { reader, key, node in
      switch key {
      case "title": reader.text(node, key, into: \.site.title)
      case "description": reader.text(node, key, into: \.site.description)
      case "base_url": reader.address(node, key, into: \.site.baseURL)
      case "language": reader.text(node, key, into: \.site.language)
      case "output": reader.text(node, key, into: \.site.output)
      case "edit_url": reader.address(node, key, into: \.site.editURL)
      case "accent": reader.text(node, key, into: \.site.accent)
      default: return ["title", "description", "base_url", "edit_url", "language", "accent", "output"]
      }
      return nil
    }
  }

  private mutating func readIncidents(_ node: Node) {
    mapping(node, "incidents") { reader, key, node in
      switch key {
      case "folder": reader.text(node, key, into: \.incidents.folder)
      case "ignore": reader.texts(node, key, into: \.incidents.ignore)
      case "include_untracked": reader.flag(node, key, into: \.incidents.includesUntracked)
      default: return ["folder", "ignore", "include_untracked"]
      }
      return nil
    }
  }

  private mutating func readReview(_ node: Node) {
    mapping(node, "review") { reader, key, node in
      switch key {
      case "engine": reader.choice(node, key, into: \.review.engine)
      case "endpoint":
        var endpoints: [String] = []
        for item in node.sequence.map(Array.init) ?? [node] {
          reader.address(item, key) { endpoints.append($0) }
        }
        if !endpoints.isEmpty { reader.settings.review.endpoints = endpoints }
      case "format": reader.choice(node, key, into: \.review.format)
      case "concurrency": reader.count(node, key, 1...64, into: \.review.concurrency)
      case "seed":
        var seed: Int?
        reader.count(node, key, 0...Int(Int32.max)) { seed = $0 }
        reader.settings.review.seed = seed
      case "model": reader.text(node, key, into: \.review.model)
      case "temperature": reader.number(node, key, 0...2, into: \.review.temperature)
      case "fallback_temperature": reader.number(node, key, 0...2, into: \.review.fallbackTemperature)
      case "max_output_tokens": reader.count(node, key, 256...131_072, into: \.review.maxOutputTokens)
      case "window": reader.count(node, key, 500...1_000_000, into: \.review.window)
      case "stall_seconds": reader.count(node, key, 1...3_600, into: \.review.stallSeconds)
      case "allow_egress": reader.flag(node, key, into: \.review.allowsEgress)
      case "api_key_file": reader.optionalText(node, key, into: \.review.apiKeyFile)
      case "api_key":
        reader.complain(
          node, "'api_key' doesn't belong into a committed file; set LLM_API_KEY or review.api_key_file")
      default:
        return [
          "engine", "endpoint", "model", "format", "concurrency", "seed", "temperature",
          "fallback_temperature", "max_output_tokens", "window",
          "stall_seconds", "allow_egress", "api_key_file",
        ]
      }
      return nil
    }
  }

  private mutating func readVoice(_ node: Node) {
    mapping(node, "voice") { reader, key, node in
      switch key {
      case "engine": reader.choice(node, key, into: \.voice.engine)
      case "name": reader.optionalText(node, key, into: \.voice.name)
      case "endpoint": reader.address(node, key, into: \.voice.endpoint)
      case "model": reader.text(node, key, into: \.voice.model)
      case "allow_egress": reader.flag(node, key, into: \.voice.allowsEgress)
      default: return ["engine", "name", "endpoint", "model", "allow_egress"]
      }
      return nil
    }
    let voice = settings.voice
    if voice.engine == .edge, !voice.allowsEgress {
      complain(
        node,
        "voice.engine 'edge-tts' sends the sanitized summaries to Microsoft; allow that with voice.allow_egress: true"
      )
    }
    if voice.engine == .flite, let name = voice.name, !Settings.Voice.flite.contains(name) {
      complain(
        node, "voice.name '\(name)' is none of flite's: \(Settings.Voice.flite.joined(separator: ", "))"
      )
    }
  }

  private mutating func readEpisode(_ node: Node) {
    mapping(node, "episode") { reader, key, node in
      switch key {
      case "style": reader.choice(node, key, into: \.episode.style)
      case "opening": reader.flag(node, key, into: \.episode.hasOpening)
      default: return ["style", "opening"]
      }
      return nil
    }
  }

  private mutating func readGaps(_ node: Node) {
    mapping(node, "gaps") { reader, key, node in
      switch key {
      case "embedding_endpoint": reader.address(node, key, into: \.gaps.embeddingEndpoint)
      case "embedding_model": reader.text(node, key, into: \.gaps.embeddingModel)
      case "allow_egress": reader.flag(node, key, into: \.gaps.allowsEgress)
      default: return ["embedding_endpoint", "embedding_model", "allow_egress"]
      }
      return nil
    }
  }

  private mutating func readFeed(_ node: Node) {
    mapping(node, "feed") { reader, key, node in
      switch key {
      case "title": reader.optionalText(node, key, into: \.feed.title)
      case "description": reader.optionalText(node, key, into: \.feed.description)
      case "author": reader.text(node, key, into: \.feed.author)
      case "category": reader.text(node, key, into: \.feed.category)
      case "private": reader.flag(node, key, into: \.feed.isPrivate)
      case "guid": reader.optionalText(node, key, into: \.feed.guid)
      case "image": reader.address(node, key, into: \.feed.image)
      default: return ["title", "description", "author", "category", "private", "guid", "image"]
      }
      return nil
    }
  }

  private mutating func readSanitize(_ node: Node) {
    mapping(node, "sanitize") { reader, key, node in
      switch key {
      case "internal_suffixes": reader.texts(node, key, into: \.sanitize.internalSuffixes)
      case "allow": reader.texts(node, key, into: \.sanitize.allow)
      case "rules": reader.readRules(node)
      default: return ["internal_suffixes", "allow", "rules"]
      }
      return nil
    }
  }

  private mutating func readRules(_ node: Node) {
    guard case .sequence(let items) = node else {
      return complain(node, "'sanitize.rules' takes a list of rules")
    }
    for item in items {
      var fields: [String: String] = [:]
      mapping(item, "sanitize.rules") { reader, key, node in
        guard ["name", "label", "anchor", "pattern"].contains(key) else {
          return ["name", "label", "anchor", "pattern"]
        }
        reader.string(node, key).map { fields[key] = $0 }
        return nil
      }
      guard let name = fields["name"], let anchor = fields["anchor"], let pattern = fields["pattern"] else {
        complain(item, "a rule needs 'name', 'anchor' (a literal that each match contains) and 'pattern'")
        continue
      }
      settings.sanitize.rules.append(
        Settings.Sanitize.Rule(
          name: name, label: fields["label"] ?? name, anchor: anchor, pattern: pattern,
          line: item.mark?.line ?? 1))
    }
  }

  /// Calls `read` for each key; it returns the allowed keys when it doesn't know one.
  private mutating func mapping(
    _ node: Node, _ name: String, _ read: (inout Reader, String, Node) -> [String]?
  ) {
    if node.isNull { return }
    guard case .mapping(let pairs) = node else { return complain(node, "'\(name)' takes keys with values") }
    for (keyNode, value) in pairs {
      guard let key = keyNode.string else {
        complain(keyNode, "a key in '\(name)' is not a word")
        continue
      }
      if let allowed = read(&self, key, value) {
        complain(keyNode, "'\(name)' has no key '\(key)'; it takes \(allowed.joined(separator: ", "))")
      }
    }
  }

  private func string(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, !node.isNull else { return nil }
    return scalar.string
  }

  private mutating func string(_ node: Node, _ key: String) -> String? {
    guard let value = string(node) else {
      complain(node, "'\(key)' takes a text")
      return nil
    }
    return value
  }

  private mutating func text(_ node: Node, _ key: String, into path: WritableKeyPath<Settings, String>) {
    if let value = string(node, key) { settings[keyPath: path] = value }
  }

  private mutating func optionalText(
    _ node: Node, _ key: String, into path: WritableKeyPath<Settings, String?>
  ) {
    if let value = string(node, key) { settings[keyPath: path] = value }
  }

  private mutating func texts(_ node: Node, _ key: String, into path: WritableKeyPath<Settings, [String]>) {
    guard case .sequence(let items) = node else { return complain(node, "'\(key)' takes a list of texts") }
    var values: [String] = []
    for item in items {
      if let value = string(item, key) { values.append(value) }
    }
    settings[keyPath: path] = values
  }

  private mutating func address(_ node: Node, _ key: String, into path: WritableKeyPath<Settings, String?>) {
    var found: String?
    address(node, key) { found = $0 }
    if let found { settings[keyPath: path] = found }
  }

  private mutating func address(_ node: Node, _ key: String, _ take: (String) -> Void) {
    guard let value = string(node, key) else { return }
    guard value.hasPrefix("http://") || value.hasPrefix("https://") else {
      return complain(node, "'\(key)' takes an address that begins with http:// or https://")
    }
    take(value.hasSuffix("/") ? String(value.dropLast()) : value)
  }

  private mutating func flag(_ node: Node, _ key: String, into path: WritableKeyPath<Settings, Bool>) {
    guard let value = node.bool else { return complain(node, "'\(key)' takes true or false") }
    settings[keyPath: path] = value
  }

  private mutating func count(
    _ node: Node, _ key: String, _ range: ClosedRange<Int>, into path: WritableKeyPath<Settings, Int>
  ) {
    var found: Int?
    count(node, key, range) { found = $0 }
    if let found { settings[keyPath: path] = found }
  }

  private mutating func count(_ node: Node, _ key: String, _ range: ClosedRange<Int>, _ take: (Int) -> Void) {
    guard let value = node.int, range.contains(value) else {
      return complain(node, "'\(key)' takes a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    take(value)
  }

  private mutating func number(
    _ node: Node, _ key: String, _ range: ClosedRange<Double>, into path: WritableKeyPath<Settings, Double>
  ) {
    guard let value = node.float, range.contains(value) else {
      return complain(node, "'\(key)' takes a number from \(range.lowerBound) to \(range.upperBound)")
    }
    settings[keyPath: path] = value
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String, into path: WritableKeyPath<Settings, Value>
  ) where Value.RawValue == String {
    guard let value = string(node).flatMap(Value.init(rawValue:)) else {
      let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
      return complain(node, "'\(key)' takes one of \(allowed)")
    }
    settings[keyPath: path] = value
  }

  private mutating func complain(_ node: Node, _ message: String) {
    diagnostics.append(.error(message, at: SourceLocation(path, line: node.mark?.line)))
  }
}

extension Node {
  fileprivate var isNull: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }
}
