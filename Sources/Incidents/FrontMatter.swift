import Bytes
import Diagnostics
private import Yams

/// The YAML block between two `---` lines at the top of a file, with the line of each value.
struct FrontMatter {
  struct Value {
    let texts: [String]
    let line: Int
    var text: String? { texts.first }
  }

  /// Values by lower-case key without `_` and `-`.
  private(set) var values: [String: Value] = [:]
  /// The 1-based line after the closing `---`, or 1 without front matter.
  private(set) var firstNarrativeLine = 1
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], _ lines: Lines, path: String) {
    guard let first = lines.first, Self.isFence(bytes[first]),
      let close = lines.indices.dropFirst().prefix(500).first(where: { Self.isFence(bytes[lines[$0]]) })
    else { return }
    firstNarrativeLine = close + 2
    guard close > 1 else { return }
    let block = bytes[lines[1].lowerBound..<lines[close].lowerBound]
    do {
      guard let node = try Yams.compose(yaml: String(decoding: block, as: UTF8.self)) else { return }
      guard case .mapping(let pairs) = node else {
        diagnostics.append(.error("the front matter has no keys", at: SourceLocation(path, line: 2)))
        return
      }
      for (key, value) in pairs {
        guard let name = key.string else { continue }
        let texts = Self.texts(of: value)
        guard !texts.isEmpty else { continue }
        values[Self.normalized(name)] = Value(texts: texts, line: (value.mark?.line ?? 1) + 1)
      }
    } catch {
      diagnostics.append(Self.trouble(error, path))
    }
  }

  /// The first of the keys that has a value.
  subscript(keys: String...) -> Value? {
    for key in keys {
      if let value = values[key] { return value }
    }
    return nil
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(ASCII.isBlank)
  }

  private static func normalized(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// The scalars below a node, the first few hundred: aliases can make a short text mean thousands of millions.
  private static func texts(of node: Node) -> [String] {
    var left = 500
    return texts(of: node, &left)
  }

  private static func texts(of node: Node, _ left: inout Int) -> [String] {
    left -= 1
    guard left > 0 else { return [] }
    switch node {
    case .scalar(let scalar):
      let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.isEmpty || (scalar.style == .plain && ["~", "null"].contains(text)) ? [] : [text]
    case .sequence(let items):
      var found: [String] = []
      for item in items where left > 0 { found += texts(of: item, &left) }
      return found
    case .mapping, .alias: return []
    }
  }

  private static func trouble(_ error: any Error, _ path: String) -> Diagnostic {
    var line: Int?
    var problem = "unknown trouble"
    if let error = error as? YamlError {
      switch error {
      // The complaint is libyaml's own and quotes nothing of the text.
      case .scanner(_, let found, let mark, _), .parser(_, let found, let mark, _),
        .composer(_, let found, let mark, _):
        (problem, line) = (found, mark.line + 1)
      case .duplicatedKeysInMapping: problem = "a key stands twice"
      default: break
      }
    }
    return .error(
      "the front matter is not readable as YAML (\(problem)); the incident is built from its text alone",
      at: SourceLocation(path, line: line))
  }
}
