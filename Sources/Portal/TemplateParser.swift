import Bytes
import Diagnostics

/// A piece of a parsed template.
indirect enum TemplateNode {
  case text([UInt8])
  case variable([FieldName], isEscaped: Bool)
  case section([FieldName], isInverted: Bool, [TemplateNode])
  case partial(String, line: Int)
  /// `{{<base}} … {{/base}}` with what stands in its blocks.
  case parent(String, [String: [TemplateNode]], line: Int)
  /// `{{$content}} … {{/content}}` with what stands there unless a child says otherwise.
  case block(String, [TemplateNode])
}

/// Reads Mustache: variables, sections, inverted sections, comments, partials, parents and blocks.
///
/// A tag of a section, comment, partial, parent or block that stands alone on its line takes the line with it, as the
/// specification has it. Lambdas, other delimiters and `{{.}}` have no use here and are errors.
struct TemplateParser {
  private let path: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  mutating func parse() -> [TemplateNode] {
    var open: [Open] = []
    var nodes: [TemplateNode] = []
    while position < bytes.count {
      guard let start = bytes.firstIndex(of: "{{", from: position) else { break }
      let text = position..<start
      let tagLine = line + bytes[text].count { $0 == ASCII.newline }
      guard let tag = tag(at: start) else {
        complain("the tag that begins here is not closed with '}}'", tagLine)
        return nodes
      }
      var (before, after) = (text, tag.end)
      if tag.mayStandAlone, let whole = standalone(start, tag.end) {
        before = text.lowerBound..<max(text.lowerBound, whole.lowerBound)
        after = whole.upperBound
      }
      if !before.isEmpty { nodes.append(.text(Array(bytes[before]))) }
      line = tagLine + bytes[start..<after].count { $0 == ASCII.newline }
      position = after
      add(tag, tagLine, &nodes, &open)
    }
    if position < bytes.count { nodes.append(.text(Array(bytes[position...]))) }
    for section in open {
      complain("the section '\(section.tag.name)' is not closed with {{/\(section.tag.name)}}", section.line)
    }
    return nodes
  }

  private struct Tag {
    let sign: UInt8
    let name: String
    /// After the closing braces.
    let end: Int

    var mayStandAlone: Bool { [0x21, 0x23, 0x5E, 0x2F, 0x3E, 0x3C, 0x24].contains(sign) }
  }

  private struct Open {
    let tag: Tag
    let line: Int
    /// What stood before it on its level.
    let before: [TemplateNode]
  }

  private static let literal: UInt8 = 0

  private func tag(at start: Int) -> Tag? {
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == 0x7B
    let closing = isTriple ? "}}}" : "}}"
    let inner = start + (isTriple ? 3 : 2)
    guard let close = bytes.firstIndex(of: closing, from: inner) else { return nil }
    let content = bytes[inner..<close].trimmed
    let end = close + closing.utf8.count
    if isTriple { return Tag(sign: 0x26, name: String(decoding: content, as: UTF8.self), end: end) }
    let sign = content.first ?? Self.literal
    guard [0x21, 0x23, 0x5E, 0x2F, 0x3E, 0x3C, 0x24, 0x26, 0x3D].contains(sign) else {
      return Tag(sign: Self.literal, name: String(decoding: content, as: UTF8.self), end: end)
    }
    return Tag(sign: sign, name: String(decoding: content.dropFirst().trimmed, as: UTF8.self), end: end)
  }

  /// The line of a tag that nothing but blanks shares it with, its end included.
  private func standalone(_ start: Int, _ end: Int) -> Range<Int>? {
    var first = start
    while first > 0, ASCII.isBlank(bytes[first - 1]) { first -= 1 }
    guard first == 0 || bytes[first - 1] == ASCII.newline else { return nil }
    var last = end
    while last < bytes.count, ASCII.isBlank(bytes[last]) { last += 1 }
    if last < bytes.count, bytes[last] == ASCII.carriageReturn { last += 1 }
    guard last == bytes.count || bytes[last] == ASCII.newline else { return nil }
    return first..<min(bytes.count, last + 1)
  }

  private mutating func add(_ tag: Tag, _ line: Int, _ nodes: inout [TemplateNode], _ open: inout [Open]) {
    switch tag.sign {
    case 0x21: break
    case 0x3D: complain("other delimiters than {{ and }} are not supported", line)
    case 0x23, 0x5E, 0x3C, 0x24:
      open.append(Open(tag: tag, line: line, before: nodes))
      nodes = []
    case 0x2F: close(tag, line, &nodes, &open)
    case 0x3E: nodes.append(.partial(tag.name, line: line))
    default:
      if let names = names(tag.name, line) { nodes.append(.variable(names, isEscaped: tag.sign != 0x26)) }
    }
  }

  private mutating func close(_ tag: Tag, _ line: Int, _ nodes: inout [TemplateNode], _ open: inout [Open]) {
    guard let last = open.last, last.tag.name == tag.name else {
      return complain("{{/\(tag.name)}} closes nothing that is open", line)
    }
    open.removeLast()
    let inner = nodes
    nodes = last.before
    switch last.tag.sign {
    case 0x3C:
      var blocks: [String: [TemplateNode]] = [:]
      for case .block(let name, let content) in inner { blocks[name] = content }
      nodes.append(.parent(tag.name, blocks, line: last.line))
    case 0x24: nodes.append(.block(tag.name, inner))
    default:
      if let names = names(tag.name, last.line) {
        nodes.append(.section(names, isInverted: last.tag.sign == 0x5E, inner))
      }
    }
  }

  private mutating func names(_ text: String, _ line: Int) -> [FieldName]? {
    guard !text.isEmpty else {
      complain("an empty tag", line)
      return nil
    }
    var names: [FieldName] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let name = FieldName.byText[String(part)] else {
        complain("no page has a value named '\(part)'", line)
        return nil
      }
      names.append(name)
    }
    return names
  }

  private mutating func complain(_ message: String, _ line: Int) {
    diagnostics.append(.error(message, at: SourceLocation(path, line: line)))
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of text: String, from start: Int) -> Int? {
    let pattern = Array(text.utf8)
    guard count >= pattern.count, start <= count - pattern.count else { return nil }
    return (start...(count - pattern.count)).first { self[$0...].starts(with: pattern) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !ASCII.isSpace($0) }),
      let last = lastIndex(where: { !ASCII.isSpace($0) })
    else { return [] }
    return self[first...last]
  }
}
