package import Diagnostics
import Mustache

/// The Mustache templates of the pages, checked before the first one is rendered.
package struct Templates: Sendable {
  private let library: MustacheLibrary

  /// - Parameter files: by name; those that end in `.mustache` are templates.
  package static func read(_ files: [String: [UInt8]]) -> (templates: Templates, diagnostics: [Diagnostic]) {
    var library = MustacheLibrary()
    var diagnostics: [Diagnostic] = []
    let sources = files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
    let names = Set(sources.map { String($0.key.dropLast(9)) })
    for (path, bytes) in sources {
      let text = String(decoding: bytes, as: UTF8.self)
      let problems = TemplateCheck.problems(in: text, path: path, partials: names)
      diagnostics += problems
      guard problems.isEmpty else { continue }
      do {
        try library.register(text, named: String(path.dropLast(9)))
      } catch let error as MustacheTemplate.ParserError {
        diagnostics.append(
          .error(
            "not readable as Mustache: \(error.error)",
            at: SourceLocation("templates/" + path, line: error.context.lineNumber)))
      } catch {
        diagnostics.append(
          .error("not readable as Mustache: \(error)", at: SourceLocation("templates/" + path)))
      }
    }
    for name in Self.needed where !names.contains(name) {
      diagnostics.append(.error("there is no template '\(name).mustache'"))
    }
    return (Templates(library: library), diagnostics)
  }

  func render(_ name: String, _ fields: Fields) -> [UInt8] {
    Array((library.render(fields, withTemplate: name) ?? "").utf8)
  }

  static let needed = [
    "base", "home", "incidents", "incident", "gaps", "gap", "tests", "services", "list", "archive", "tags",
    "trends",
    "episodes", "search", "about", "moved", "404", "row", "claim", "state",
  ]
}

/// Finds unclosed tags and unknown names, with their lines; the library would render them as nothing.
enum TemplateCheck {
  static func problems(in text: String, path: String, partials: Set<String>) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var open: [(name: String, line: Int)] = []
    var line = 1
    var rest = text[...]
    func location(_ line: Int) -> SourceLocation { SourceLocation("templates/" + path, line: line) }
    while let start = rest.firstIndex(where: { $0 == "{" }) {
      line += rest[..<start].count { $0.isNewline }
      rest = rest[start...]
      guard rest.hasPrefix("{{") else {
        rest = rest.dropFirst()
        continue
      }
      let isTriple = rest.hasPrefix("{{{")
      let closing = isTriple ? "}}}" : "}}"
      guard let end = rest.firstOffset(of: closing) else {
        problems.append(
          .error("the tag that begins here is not closed with '\(closing)'", at: location(line)))
        return problems
      }
      let inside = rest[rest.index(rest.startIndex, offsetBy: isTriple ? 3 : 2)..<end]
      check(inside.trimmed, line)
      line += rest[..<end].count { $0.isNewline }
      rest = rest[rest.index(end, offsetBy: closing.count)...]
    }
    for section in open {
      problems.append(
        .error(
          "the section '\(section.name)' is not closed with {{/\(section.name)}}", at: location(section.line))
      )
    }
    return problems

    func check(_ tag: String, _ line: Int) {
      guard let sign = tag.first else { return problems.append(.error("an empty tag", at: location(line))) }
      let name = tag.dropFirst().trimmed
      switch sign {
      case "!": break
      case "#", "^":
        open.append((name, line))
        checkName(name, line)
      case "<", "$":
        open.append((name, line))
        if sign == "<" { checkPartial(name, line) }
      case "/":
        guard let last = open.popLast(), last.name == name else {
          return problems.append(.error("{{/\(name)}} closes nothing that is open", at: location(line)))
        }
      case ">": checkPartial(name, line)
      case "&": checkName(name, line)
      default: checkName(tag, line)
      }
    }

    func checkName(_ name: String, _ line: Int) {
      for part in name.split(separator: ".") where !TemplateVocabulary.names.contains(String(part)) {
        problems.append(.error("no page has a value named '\(part)'", at: location(line)))
      }
    }

    func checkPartial(_ name: String, _ line: Int) {
      if !partials.contains(name) {
        problems.append(.error("there is no template '\(name).mustache'", at: location(line)))
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  fileprivate func firstOffset(of text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
