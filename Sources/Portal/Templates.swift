import Bytes
package import Diagnostics

/// The Mustache templates of the pages, read once into programs that append bytes.
///
/// Every page of every incident goes through here: a general Mustache library took most of a build's time. The tests
/// hold the output to that of swift-mustache.
package struct Templates: Sendable {
  private let programs: [String: [TemplateOperation]]

  /// - Parameter files: by name; those that end in `.mustache` are templates.
  package static func read(_ files: [String: [UInt8]]) -> (templates: Templates, diagnostics: [Diagnostic]) {
    var sources: [String: [TemplateNode]] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".mustache") {
      var parser = TemplateParser(bytes, path: "templates/" + path)
      sources[String(path.dropLast(9))] = parser.parse()
      diagnostics += parser.diagnostics
    }
    for name in Self.needed where sources[name] == nil {
      diagnostics.append(.error("there is no template '\(name).mustache'"))
    }
    var programs: [String: [TemplateOperation]] = [:]
    for name in sources.keys.sorted() {
      var compiler = TemplateCompiler(sources)
      programs[name] = compiler.program(name)
      diagnostics += compiler.diagnostics
    }
    return (Templates(programs: programs), diagnostics.uniqued())
  }

  func render(_ name: String, _ fields: Fields) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(32 << 10)
    var stack = [fields]
    TemplateOperation.run(programs[name] ?? [], &stack, &output)
    return output
  }

  static let needed = [
    "base", "home", "incidents", "incident", "gaps", "gap", "tests", "services", "list", "archive", "tags",
    "trends", "episodes", "search", "about", "moved", "404", "row", "claim", "state",
  ]
}

/// What a compiled template does: partials, parents and blocks are resolved.
indirect enum TemplateOperation: Sendable {
  case text([UInt8])
  case variable([FieldName], isEscaped: Bool)
  case section([FieldName], isInverted: Bool, [TemplateOperation])

  static func run(_ program: [TemplateOperation], _ stack: inout [Fields], _ output: inout [UInt8]) {
    for operation in program {
      switch operation {
      case .text(let bytes): output += bytes
      case .variable(let names, let isEscaped): append(value(names, stack), isEscaped, to: &output)
      case .section(let names, let isInverted, let inner):
        let value = value(names, stack)
        if isInverted {
          if !isTrue(value) { run(inner, &stack, &output) }
        } else {
          runSection(value, inner, &stack, &output)
        }
      }
    }
  }

  private static func runSection(
    _ value: FieldValue, _ inner: [TemplateOperation], _ stack: inout [Fields], _ output: inout [UInt8]
  ) {
    switch value {
    case .missing, .flag(false): break
    case .flag(true), .text, .number: run(inner, &stack, &output)
    case .fields(let fields): run(inner, on: fields, &stack, &output)
    case .list(let items): for item in items { run(inner, on: item, &stack, &output) }
    }
  }

  private static func run(
    _ program: [TemplateOperation], on fields: Fields, _ stack: inout [Fields], _ output: inout [UInt8]
  ) {
    stack.append(fields)
    run(program, &stack, &output)
    stack.removeLast()
  }

  private static func isTrue(_ value: FieldValue) -> Bool {
    switch value {
    case .missing, .flag(false): false
    case .flag(true), .text, .number, .fields: true
    case .list(let items): !items.isEmpty
    }
  }

  /// The first part of a name is looked up from the innermost section out, the others in what it stands for.
  private static func value(_ names: [FieldName], _ stack: [Fields]) -> FieldValue {
    var index = stack.count
    var found = FieldValue.missing
    while index > 0 {
      index -= 1
      if let value = stack[index][names[0]] {
        found = value
        break
      }
    }
    for name in names.dropFirst() {
      guard case .fields(let fields) = found else { return .missing }
      found = fields[name] ?? .missing
    }
    return found
  }

  private static func append(_ value: FieldValue, _ isEscaped: Bool, to output: inout [UInt8]) {
    switch value {
    case .text(let text):
      if isEscaped { Markup.append(text, to: &output) } else { output += text.utf8 }
    case .number(let number): output += String(number).utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .missing, .fields, .list: break
    }
  }
}

/// Puts partials and parents in their places.
private struct TemplateCompiler {
  private let sources: [String: [TemplateNode]]
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [String] = []

  init(_ sources: [String: [TemplateNode]]) {
    self.sources = sources
  }

  mutating func program(_ name: String) -> [TemplateOperation] {
    open = [name]
    return Self.joined(operations(sources[name] ?? [], [:]))
  }

  /// - Parameter blocks: what children put into the blocks of this template, the outermost child's first choice.
  private mutating func operations(
    _ nodes: [TemplateNode], _ blocks: [String: [TemplateOperation]]
  ) -> [TemplateOperation] {
    nodes.flatMap { node -> [TemplateOperation] in
      switch node {
      case .text(let bytes): [.text(bytes)]
      case .variable(let names, let isEscaped): [.variable(names, isEscaped: isEscaped)]
      case .section(let names, let isInverted, let inner):
        [.section(names, isInverted: isInverted, Self.joined(operations(inner, blocks)))]
      case .partial(let name, let line): included(name, line, [:])
      case .parent(let name, let own, let line):
        included(name, line, own.mapValues { operations($0, blocks) }.merging(blocks) { _, outer in outer })
      case .block(let name, let inner): blocks[name] ?? operations(inner, blocks)
      }
    }
  }

  private mutating func included(
    _ name: String, _ line: Int, _ blocks: [String: [TemplateOperation]]
  ) -> [TemplateOperation] {
    let location = SourceLocation("templates/\(open.last ?? "").mustache", line: line)
    guard let nodes = sources[name] else {
      diagnostics.append(.error("there is no template '\(name).mustache'", at: location))
      return []
    }
    guard !open.contains(name) else {
      diagnostics.append(.error("the template '\(name).mustache' includes itself", at: location))
      return []
    }
    open.append(name)
    defer { open.removeLast() }
    return operations(nodes, blocks)
  }

  /// Neighbouring texts as one.
  private static func joined(_ operations: [TemplateOperation]) -> [TemplateOperation] {
    operations.reduce(into: []) { joined, operation in
      if case .text(let next) = operation, case .text(let last)? = joined.last {
        joined[joined.count - 1] = .text(last + next)
      } else {
        joined.append(operation)
      }
    }
  }
}

extension [Diagnostic] {
  /// Each once, in order: a template that several others include has its faults once.
  fileprivate func uniqued() -> [Diagnostic] {
    var seen: Set<String> = []
    return filter { seen.insert($0.description).inserted }
  }
}
