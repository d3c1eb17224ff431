/// A node of a parsed document: a value, so that the C tree never leaves this target.
package struct MarkdownNode: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case document, paragraph, quote, rule
    case heading(level: Int)
    case list(start: Int?, isTight: Bool)
    /// A list item; `isDone` is set for task items (`- [x]`).
    case item(isDone: Bool?)
    case codeBlock(language: String)
    case table([Alignment])
    case row(isHeader: Bool)
    case cell
    /// Raw HTML, which is shown as text and never passed on.
    case html
    case text, code, softBreak, lineBreak
    case emphasis, strong, strikethrough
    case link(url: String)
    case image(url: String)
  }

  package enum Alignment: Sendable, Equatable { case none, left, center, right }

  package var kind: Kind
  /// The text of leaves: text, code, code blocks and HTML.
  package var literal: String
  package var children: [MarkdownNode]
  /// The 1-based lines of the source that a block spans; inlines carry their block's.
  package var lines: ClosedRange<Int>

  package init(_ kind: Kind, literal: String = "", lines: ClosedRange<Int>, children: [MarkdownNode] = []) {
    self.kind = kind
    self.literal = literal
    self.lines = lines
    self.children = children
  }

  /// What a reader would hear: the text of all leaves, breaks as blanks.
  package var plainText: String {
    switch kind {
    case .text, .code, .codeBlock: literal
    case .softBreak, .lineBreak: " "
    case .html: ""
    case .row: children.map(\.plainText).joined(separator: " ")
    default: children.map(\.plainText).joined()
    }
  }
}
