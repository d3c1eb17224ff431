import Diagnostics
private import Yams

/// Reads one family of signals from YAML; what is wrong is a diagnostic with its line, and the other signals count.
enum PlaybookFile {
  static func read(_ text: String, path: String) -> (signals: [Signal], diagnostics: [Diagnostic]) {
    var reader = Reader(path: path)
    do {
      guard let root = try Yams.compose(yaml: text, .basic), let items = root["signals"]?.sequence else {
        return (
          [],
          [.error("a playbook file holds 'family' and a list 'signals'", at: SourceLocation(path, line: 1))]
        )
      }
      for item in items { reader.read(item) }
    } catch {
      reader.diagnostics.append(.error("not readable as YAML: \(error)", at: SourceLocation(path)))
    }
    return (reader.signals, reader.diagnostics)
  }
}

private struct Reader {
  let path: String
  var signals: [Signal] = []
  var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func read(_ node: Node) {
    let before = diagnostics.count
    let id = text(node, "id")
    let modeName = text(node, "mode")
    guard let mode = FailureMode(rawValue: modeName) else {
      return complain(node, "signal '\(id)': '\(modeName)' is no failure mode")
    }
    let layerName = text(node, "layer")
    guard let layer = Layer(rawValue: layerName) else {
      return complain(node, "signal '\(id)': '\(layerName)' is no layer")
    }
    let signal = Signal(
      id: id, title: text(node, "title"), mode: mode, says: phrases(node, "says"),
      unless: phrases(node, "unless"),
      happened: text(node, "happened"), gap: text(node, "gap"), missed: text(node, "missed"), layer: layer,
      tests: tests(node, id), alert: text(node, "alert"), observed: text(node, "signal"),
      prevention: text(node, "prevent"))
    if diagnostics.count == before { signals.append(signal) }
  }

  private mutating func tests(_ node: Node, _ id: String) -> [Signal.Test] {
    var tests: [Signal.Test] = []
    for item in node["tests"]?.sequence.map(Array.init) ?? [] {
      let name = text(item, "kind")
      guard let kind = TestKind(rawValue: name) else {
        complain(item, "signal '\(id)': '\(name)' is no kind of test")
        continue
      }
      tests.append(
        Signal.Test(
          kind: kind, scope: text(item, "scope"), injection: text(item, "inject"),
          success: text(item, "success")))
    }
    if tests.isEmpty { complain(node, "signal '\(id)' calls for no test") }
    return tests
  }

  private mutating func phrases(_ node: Node, _ key: String) -> [Phrase] {
    var phrases: [Phrase] = []
    for item in node[key]?.sequence.map(Array.init) ?? [] {
      guard let text = item.string else { continue }
      do {
        phrases.append(try Phrase(text))
      } catch {
        complain(item, "phrase \(error.message)")
      }
    }
    return phrases
  }

  private mutating func text(_ node: Node, _ key: String) -> String {
    guard let value = node[key]?.string, !value.isEmpty else {
      complain(node, "a signal or one of its tests lacks '\(key)'")
      return ""
    }
    return value
  }

  private mutating func complain(_ node: Node, _ message: String) {
    diagnostics.append(.error(message, at: SourceLocation(path, line: node.mark?.line)))
  }
}
