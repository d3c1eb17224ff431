private import CCmark

/// libcmark: text in, a tree of values out.
enum CommonMark {
  /// Deeper nesting than any person writes; what lies deeper is dropped, so that hostile text can't exhaust the stack.
  private static let deepest = 100

  /// - Parameter text: UTF-8. cmark is linear in its size.
  static func parse(_ text: [UInt8]) -> MarkdownNode {
    let empty = MarkdownNode(.document, lines: 1...1)
    let root = unsafe text.withUnsafeBytes { buffer -> OpaquePointer? in
      guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
      return unsafe cmark_parse_document(start, buffer.count, 0)
    }
    guard let root = unsafe root else { return empty }
    defer { unsafe cmark_node_free(root) }
    unsafe cmark_consolidate_text_nodes(root)
    return unsafe node(root, within: 1...1, depth: 0) ?? empty
  }

  private static func node(
    _ pointer: OpaquePointer, within outer: ClosedRange<Int>, depth: Int
  ) -> MarkdownNode? {
    guard depth < deepest, let kind = unsafe kind(of: pointer) else { return nil }
    let first = Int(unsafe cmark_node_get_start_line(pointer))
    let last = Int(unsafe cmark_node_get_end_line(pointer))
    let lines = first >= 1 && last >= first ? first...last : outer
    var node = MarkdownNode(kind, lines: lines)
    if let literal = unsafe cmark_node_get_literal(pointer) { node.literal = unsafe String(cString: literal) }
    var child = unsafe cmark_node_first_child(pointer)
    while let current = unsafe child {
      if let value = unsafe self.node(current, within: lines, depth: depth + 1) {
        node.children.append(value)
      }
      unsafe child = cmark_node_next(current)
    }
    return node
  }

  private static func kind(of pointer: OpaquePointer) -> MarkdownNode.Kind? {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_HEADING: .heading(level: Int(unsafe cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_LIST:
      .list(
        start: unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
          ? Int(unsafe cmark_node_get_list_start(pointer)) : nil,
        isTight: unsafe cmark_node_get_list_tight(pointer) != 0)
    case CMARK_NODE_ITEM: .item(isDone: nil)
    case CMARK_NODE_CODE_BLOCK: .codeBlock(language: unsafe string(cmark_node_get_fence_info(pointer)))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE:
      .html
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(url: unsafe string(cmark_node_get_url(pointer)))
    case CMARK_NODE_IMAGE: .image(url: unsafe string(cmark_node_get_url(pointer)))
    default: nil
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
