import Bytes

/// Strikethrough (`~~gone~~`) and bare links (`https://…`) over cmark's inline nodes.
enum Inlines {
  static func extended(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    struckThrough(nodes.map(descended)).flatMap(linked)
  }

  private static func descended(_ node: MarkdownNode) -> MarkdownNode {
    switch node.kind {
    case .emphasis, .strong, .strikethrough:
      var node = node
      node.children = extended(node.children)
      return node
    default: return node
    }
  }

  /// Text between two `~~` on the same level; a lone one stays as it was written.
  private static func struckThrough(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    guard nodes.contains(where: { $0.kind == .text && $0.literal.contains(bytes: "~~") }) else {
      return nodes
    }
    var pieces: [MarkdownNode?] = []
    for node in nodes {
      guard node.kind == .text else {
        pieces.append(node)
        continue
      }
      for (index, part) in node.literal.split(separator: "~~", omittingEmptySubsequences: false).enumerated()
      {
        if index > 0 { pieces.append(nil) }
        if !part.isEmpty { pieces.append(MarkdownNode(.text, literal: String(part), lines: node.lines)) }
      }
    }
    var result: [MarkdownNode] = []
    var index = 0
    while index < pieces.count {
      if let node = pieces[index] {
        result.append(node)
      } else if let close = pieces[(index + 1)...].firstIndex(where: { $0 == nil }), close > index + 1 {
        let inner = pieces[(index + 1)..<close].compactMap { $0 }
        result.append(MarkdownNode(.strikethrough, lines: inner[0].lines, children: inner.flatMap(linked)))
        index = close
      } else {
        result.append(MarkdownNode(.text, literal: "~~", lines: nodes[0].lines))
      }
      index += 1
    }
    return result
  }

  private static func linked(_ node: MarkdownNode) -> [MarkdownNode] {
    guard node.kind == .text, node.literal.contains(bytes: "://") else { return [node] }
    let bytes = Array(node.literal.utf8)
    var result: [MarkdownNode] = []
    var plainStart = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x68, index == 0 || !ASCII.isWord(bytes[index - 1]),
        let end = linkEnd(bytes, index)
      else {
        index += 1
        continue
      }
      if plainStart < index { result.append(text(bytes[plainStart..<index], node)) }
      let address = String(decoding: bytes[index..<end], as: UTF8.self)
      result.append(
        MarkdownNode(.link(url: address), lines: node.lines, children: [text(bytes[index..<end], node)]))
      index = end
      plainStart = end
    }
    if plainStart < bytes.count { result.append(text(bytes[plainStart...], node)) }
    return result
  }

  /// The end of a bare http(s) address at `start`, without the punctuation that belongs to the sentence.
  private static func linkEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    guard let scheme = ["https://", "http://"].first(where: { rest.starts(with: $0.utf8) }) else {
      return nil
    }
    var end = start + scheme.utf8.count
    let hostStart = end
    while end < bytes.count, !ASCII.isSpace(bytes[end]), ![0x3C, 0x3E, 0x22, 0x60].contains(bytes[end]) {
      end += 1
    }
    var unmatched = bytes[hostStart..<end].count { $0 == 0x29 } - bytes[hostStart..<end].count { $0 == 0x28 }
    while end > hostStart {
      let isUnmatchedClose = bytes[end - 1] == 0x29 && unmatched > 0
      guard isUnmatchedClose || ".,;:!?'*_~".utf8.contains(bytes[end - 1]) else { break }
      if isUnmatchedClose { unmatched -= 1 }
      end -= 1
    }
    return end > hostStart ? end : nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ node: MarkdownNode) -> MarkdownNode {
    MarkdownNode(.text, literal: String(decoding: bytes, as: UTF8.self), lines: node.lines)
  }
}

/// `- [ ] to do` and `- [x] done`.
enum TaskItem {
  static func mark(_ item: inout MarkdownNode) {
    guard var paragraph = item.children.first, paragraph.kind == .paragraph,
      var text = paragraph.children.first, text.kind == .text
    else { return }
    let marks: [(String, Bool)] = [("[ ] ", false), ("[x] ", true), ("[X] ", true)]
    guard let (mark, isDone) = marks.first(where: { text.literal.hasPrefix($0.0) }) else { return }
    text.literal.removeFirst(mark.count)
    paragraph.children[0] = text
    item.children[0] = paragraph
    item.kind = .item(isDone: isDone)
  }
}
