/// Names of headings as GitHub makes them, so that links which work there work here: `Root cause` is `root-cause`, and a
/// second one `root-cause-1`.
package struct HeadingAnchors {
  private var seen: [String: Int] = [:]

  package init() {}

  /// Asked for the headings of a document in their order.
  package mutating func next(_ heading: String) -> String {
    let name = String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
      })
    let base = name.isEmpty ? "section" : name
    let count = seen[base, default: 0]
    seen[base] = count + 1
    return count == 0 ? base : "\(base)-\(count)"
  }

  /// Those of all headings of a document.
  package static func all(in document: MarkdownNode) -> Set<String> {
    var anchors = HeadingAnchors()
    var found: Set<String> = []
    func visit(_ node: MarkdownNode) {
      if case .heading = node.kind { found.insert(anchors.next(node.plainText)) }
      for child in node.children { visit(child) }
    }
    visit(document)
    return found
  }
}
