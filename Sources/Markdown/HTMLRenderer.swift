import Bytes

/// Markdown as HTML that can't harm: no raw HTML, no script addresses, nothing loaded from elsewhere.
package struct HTMLRenderer {
  /// How far headings move down: 2 makes a level 1 heading an `h3`, so that a page keeps one `h1`.
  private let headingShift: Int
  /// Prefix of heading ids, or nil for headings without.
  private let anchorPrefix: String?
  private var html: [UInt8] = []
  private var anchors = HeadingAnchors()
  private var lastLevel: Int

  /// - Parameter page: where a relative link leads on the site; nil for one that leads nowhere there.
  package static func render(
    _ document: MarkdownNode, headingShift: Int = 0, anchorPrefix: String? = nil,
    page: @escaping (String) -> String? = { _ in nil }
  ) -> String {
    var renderer = HTMLRenderer(headingShift: headingShift, anchorPrefix: anchorPrefix, page: page)
    renderer.append(document, isTight: false)
    return String(decoding: renderer.html, as: UTF8.self)
  }

  private let page: (String) -> String?

  private init(headingShift: Int, anchorPrefix: String?, page: @escaping (String) -> String?) {
    self.page = page
    self.headingShift = headingShift
    self.anchorPrefix = anchorPrefix
    lastLevel = headingShift
  }

  /// Below a page's own headings none is skipped, whatever level a text begins with: readers by ear go by them.
  private mutating func shown(_ level: Int) -> Int {
    let moved = min(6, level + headingShift)
    guard headingShift > 0 else { return moved }
    lastLevel = min(moved, lastLevel + 1)
    return lastLevel
  }

  private mutating func append(_ node: MarkdownNode, isTight: Bool) {
    switch node.kind {
    case .document: appendChildren(node)
    case .paragraph:
      if isTight {
        appendChildren(node)
      } else {
        wrap("p", node)
        write("\n")
      }
    case .heading(let level):
      let tag = "h\(shown(level))"
      write("<\(tag)")
      if let anchorPrefix { write(" id=\"\(anchorPrefix)\(anchors.next(node.plainText))\"") }
      write(">")
      appendChildren(node)
      write("</\(tag)>\n")
    case .quote:
      write("<blockquote>\n")
      appendChildren(node)
      write("</blockquote>\n")
    case .rule: write("<hr>\n")
    case .list(let start, let isTight):
      write(start == nil ? "<ul>\n" : start == 1 ? "<ol>\n" : "<ol start=\"\(start ?? 1)\">\n")
      for item in node.children { append(item, isTight: isTight) }
      write(start == nil ? "</ul>\n" : "</ol>\n")
    case .item(let isDone):
      write(isDone == nil ? "<li>" : "<li class=\"task\">")
      if let isDone {
        write(isDone ? "<span class=\"done\">☑</span> " : "<span class=\"todo\">☐</span> ")
      }
      for child in node.children { append(child, isTight: isTight) }
      write("</li>\n")
    case .codeBlock: appendCodeBlock(node)
    case .table(let alignments): appendTable(node, alignments)
    case .row, .cell: appendChildren(node)
    case .html: appendRawHTML(node)
    case .text: Markup.append(node.literal, to: &html)
    case .code:
      write("<code>")
      Markup.append(node.literal, to: &html)
      write("</code>")
    case .softBreak: write("\n")
    case .lineBreak: write("<br>\n")
    case .emphasis: wrap("em", node)
    case .strong: wrap("strong", node)
    case .strikethrough: wrap("del", node)
    case .link(let url): appendLink(url, node)
    case .image(let url):
      // An image would be a request to another host or a file that isn't published: its text and address stay.
      appendLink(url, node, fallback: "image")
    }
  }

  private mutating func appendCodeBlock(_ node: MarkdownNode) {
    write("<pre tabindex=\"0\"><code>")
    Markup.append(node.literal, to: &html)
    write("</code></pre>\n")
  }

  private mutating func appendTable(_ node: MarkdownNode, _ alignments: [MarkdownNode.Alignment]) {
    write("<div class=\"scroll\" tabindex=\"0\"><table>\n")
    for (index, row) in node.children.enumerated() {
      let isHeader = row.kind == .row(isHeader: true)
      if index == 0 { write("<thead>\n") } else if index == 1 { write("<tbody>\n") }
      write("<tr>")
      for (column, cell) in row.children.enumerated() {
        let isNumber = alignments.indices.contains(column) && alignments[column] == .right
        // A header cell without words says nothing about its column.
        let tag = isHeader && !cell.plainText.allSatisfy(\.isWhitespace) ? "th" : "td"
        write(isNumber ? "<\(tag) class=\"num\">" : "<\(tag)>")
        appendChildren(cell)
        write("</\(tag)>")
      }
      write("</tr>\n")
      if index == 0 { write("</thead>\n") }
    }
    if node.children.count > 1 { write("</tbody>\n") }
    write("</table></div>\n")
  }

  /// `<br>` is what people use inside table cells; comments vanish; all else is shown as it was written.
  private mutating func appendRawHTML(_ node: MarkdownNode) {
    let tag = node.literal.lowercased().filter { !$0.isWhitespace }
    if tag == "<br>" || tag == "<br/>" {
      write("<br>")
    } else if !tag.hasPrefix("<!--") {
      write("<code>")
      Markup.append(node.literal, to: &html)
      write("</code>")
    }
  }

  private mutating func appendLink(_ url: String, _ node: MarkdownNode, fallback: String = "") {
    let isSafe = Self.isSafe(url)
    let target = isSafe ? url : page(url)
    if let target {
      write(isSafe ? "<a rel=\"noreferrer\" href=\"" : "<a href=\"")
      Markup.append(target, to: &html)
      write("\">")
    }
    appendChildren(node)
    if node.plainText.isEmpty { Markup.append(fallback, to: &html) }
    if target != nil { write("</a>") }
  }

  /// Only web addresses become links; relative ones would point at files that aren't part of the site.
  private static func isSafe(_ url: String) -> Bool {
    let lowered = url.lowercased()
    guard !lowered.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
    return lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
  }

  private mutating func wrap(_ tag: String, _ node: MarkdownNode) {
    write("<\(tag)>")
    appendChildren(node)
    write("</\(tag)>")
  }

  private mutating func appendChildren(_ node: MarkdownNode) {
    for child in node.children { append(child, isTight: false) }
  }

  private mutating func write(_ text: String) {
    html.append(contentsOf: text.utf8)
  }
}
