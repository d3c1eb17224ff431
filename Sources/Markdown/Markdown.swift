import Bytes

/// CommonMark by libcmark, with what people on GitHub write besides: tables, task lists, strikethrough and bare links.
package enum Markdown {
  package static func parse(_ text: String) -> MarkdownNode {
    parse(Array(text.utf8))
  }

  package static func parse(_ bytes: [UInt8]) -> MarkdownNode {
    let source = SourceLines(bytes)
    return extended(CommonMark.parse(bytes), source)
  }

  private static func extended(_ node: MarkdownNode, _ source: SourceLines) -> MarkdownNode {
    var node = node
    switch node.kind {
    case .paragraph:
      node.children = Inlines.extended(node.children)
    case .heading:
      node.children = Inlines.extended(node.children)
    case .item:
      node.children = blocks(node.children, source)
      TaskItem.mark(&node)
    default:
      node.children = blocks(node.children, source)
    }
    return node
  }

  private static func blocks(_ children: [MarkdownNode], _ source: SourceLines) -> [MarkdownNode] {
    children.flatMap { child in
      guard child.kind == .paragraph, let split = TableParser.split(child, source) else {
        return [extended(child, source)]
      }
      return split
    }
  }
}

/// The lines of the source, for the blocks that cmark doesn't know.
struct SourceLines {
  private let bytes: [UInt8]
  private let lines: Lines

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Lines(in: bytes)
  }

  /// - Parameter number: 1-based; text outside the source is empty.
  subscript(number: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(number - 1) ? bytes[lines[number - 1]] : []
  }
}
