import Bytes
import Markdown
package import Sanitizing

/// An incident's own text, ready for its page.
package struct Narrative: Sendable {
  let links: LinkEnds
  private let content: Content

  private enum Content {
    case html(String)
    /// Markdown whose links depend on what else is published.
    case linked(String)
  }

  /// - Parameters:
  ///   - text: the whole file, its front matter included.
  ///   - firstLine: the 1-based line where the narrative begins.
  ///   - path: decides whether it is Markdown.
  package init(_ text: SanitizedText, firstLine: Int, path: SanitizedText) {
    let body = Self.body(of: text, from: firstLine)
    guard path.string.contains(bytes: ".md") || path.string.contains(bytes: ".markdown") else {
      links = LinkEnds.none
      content = .html("<pre class=\"plain\" tabindex=\"0\">\(Markup.escaped(body))</pre>")
      return
    }
    let document = Markdown.parse(body)
    var asked: [String] = []
    let html = Self.render(document) { link in
      asked.append(link)
      return nil
    }
    links = LinkEnds(document, asked: asked, linesBefore: firstLine - 1)
    content = asked.isEmpty ? .html(html) : .linked(body)
  }

  /// - Parameter page: where a relative link leads on the site; nil for one that leads nowhere there.
  func html(page: @escaping (String) -> String?) -> String {
    switch content {
    case .html(let html): html
    case .linked(let body): Self.render(Markdown.parse(body), page: page)
    }
  }

  private static func render(_ document: MarkdownNode, page: @escaping (String) -> String?) -> String {
    HTMLRenderer.render(document, headingShift: 2, anchorPrefix: IncidentLinks.anchorPrefix, page: page)
  }

  private static func body(of text: SanitizedText, from firstLine: Int) -> String {
    text.lines.dropFirst(firstLine - 1).map(\.string).joined(separator: "\n")
  }
}

/// What links of others can lead to in a text, and where its own lead.
package struct LinkEnds: Sendable {
  struct Link: Sendable {
    /// The 1-based line of the block that it stands in.
    let line: Int
    let target: String
  }

  /// Names of its headings.
  let anchors: Set<String>
  /// In their order.
  let links: [Link]
  /// What a page of the site could be, in the order of rendering, pictures among them.
  let asked: [String]

  static let none = LinkEnds(anchors: [], links: [], asked: [])

  private init(anchors: Set<String>, links: [Link], asked: [String]) {
    self.anchors = anchors
    self.links = links
    self.asked = asked
  }

  init(_ document: MarkdownNode, asked: [String], linesBefore: Int) {
    var links: [Link] = []
    func visit(_ node: MarkdownNode) {
      if case .link(let target) = node.kind {
        links.append(Link(line: node.lines.lowerBound + linesBefore, target: target))
      }
      for child in node.children { visit(child) }
    }
    // A text whose renderer asked for no page may have links to other sites only.
    if !asked.isEmpty { visit(document) }
    self.init(anchors: HeadingAnchors.all(in: document), links: links, asked: asked)
  }
}

extension LinkEnds {
  func write(to sheet: inout BinaryWriter) {
    sheet.add(anchors.sorted()) { $0.add($1) }
    sheet.add(links) { sheet, link in
      sheet.add(link.line)
      sheet.add(link.target)
    }
    sheet.add(asked) { $0.add($1) }
  }

  init(from reader: inout TextArchive.Reader) {
    anchors = Set(reader.values.list { $0.text() })
    links = reader.values.list { Link(line: $0.number(), target: $0.text()) }
    asked = reader.values.list { $0.text() }
  }
}
