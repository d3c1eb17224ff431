import Markdown
import Testing

/// The document as one S-expression a block: what was understood, without HTML.
func outline(_ node: MarkdownNode) -> String {
  func inner(_ name: String) -> String { "(\(([name] + node.children.map(outline)).joined(separator: " ")))" }
  return switch node.kind {
  case .document: node.children.map(outline).joined(separator: " ")
  case .paragraph: inner("p")
  case .quote: inner("quote")
  case .rule: "rule"
  case .heading(let level): inner("h\(level)")
  case .list(let start, _): inner(start == nil ? "ul" : "ol")
  case .item(let isDone): inner(isDone.map { $0 ? "done" : "todo" } ?? "li")
  case .codeBlock: "(pre \(node.literal.debugDescription))"
  case .table(let alignments): inner("table:" + alignments.map { "\($0)" }.joined(separator: ","))
  case .row(let isHeader): inner(isHeader ? "head" : "row")
  case .cell: "[\(node.children.map(outline).joined(separator: " "))]"
  case .html: "(html \(node.literal.debugDescription))"
  case .text: node.literal
  case .code: "`\(node.literal)`"
  case .softBreak: "/"
  case .lineBreak: "//"
  case .emphasis: inner("em")
  case .strong: inner("strong")
  case .strikethrough: inner("del")
  case .link(let url): inner("a:\(url)")
  case .image(let url): inner("img:\(url)")
  }
}

@Suite("Tables")
struct TableTests {
  private func expect(_ text: String, _ expected: String) {
    #expect(outline(Markdown.parse(text)) == expected, "\(text)")
  }

  @Test("Columns keep their alignment, rows are filled up or cut to the header's width")
  func alignment() {
    expect(
      "| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 | 5 |\n",
      "(table:left,right,center,none (head [a] [b] [c] [d]) (row [1] [2] [] []) (row [1] [2] [3] [4]))")
  }

  @Test("Borders may be left out")
  func withoutBorders() {
    expect("a | b\n--|--\n1 | 2", "(table:none,none (head [a] [b]) (row [1] [2]))")
  }

  @Test("An escaped pipe belongs to its cell, inside code too")
  func escapedPipes() {
    expect(
      #"| a \| b | `c \| d` |"# + "\n|---|---|\n" + #"| \\ | x \||"#,
      #"(table:none,none (head [a | b] [`c | d`]) (row [\] [x |]))"#)
  }

  @Test("Text right before a table stays a paragraph")
  func textBefore() {
    expect(
      "Numbers *first*:\nand more\n| a | b |\n|---|---|\n| 1 | 2 |",
      "(p Numbers  (em first) : / and more) (table:none,none (head [a] [b]) (row [1] [2]))")
  }

  @Test(
    "A table in a quote",
    arguments: ["> | a | b |\n> |---|---|\n> | 1 | 2 |", ">| a | b |\n>|---|---|\n>| 1 | 2 |"])
  func inQuote(_ text: String) {
    expect(text, "(quote (table:none,none (head [a] [b]) (row [1] [2])))")
  }

  @Test(
    "A table in a list item, wherever it begins",
    arguments: [
      ("- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |", "(p item) "),
      ("- item\n  | a | b |\n  |---|---|\n  | 1 | 2 |", "(p item) "),
      ("- | a | b |\n  |---|---|\n  | 1 | 2 |", ""),
      ("* a | b\n  --|--\n  1 | 2", ""),
      ("+ > | a | b |\n  > |---|---|\n  > | 1 | 2 |", "(quote "),
    ])
  func inList(_ text: String, _ before: String) {
    let end = before == "(quote " ? ")" : ""
    expect(text, "(ul (li \(before)(table:none,none (head [a] [b]) (row [1] [2]))\(end)))")
  }

  @Test("A table in a numbered item")
  func inNumberedList() {
    expect(
      "12. | a | b |\n    |---|---|\n    | 1 | 2 |",
      "(ol (li (table:none,none (head [a] [b]) (row [1] [2]))))")
  }

  @Test("Cells hold inline marks, bare links and text that would be a block elsewhere")
  func cells() {
    expect(
      "| what | why |\n|---|---|\n| **db** ~~x~~ | https://a.test/b |\n| > 5 s | # 1 |\n| - | 1. |",
      "(table:none,none (head [what] [why]) (row [(strong db)   (del x)] [(a:https://a.test/b https://a.test/b)]) "
        + "(row [> 5 s] [# 1]) (row [-] [1.]))")
  }

  @Test(
    "What lacks a delimiter row of the header's width is no table",
    arguments: ["| a | b |", "| a | b |\n|---|", "| a | b |\n| - | x |", "a\n\n|---|---|", "| a |\n\n|---|"])
  func noTable(_ text: String) {
    #expect(!outline(Markdown.parse(text)).contains("table"))
  }

  @Test("Rows know their lines in the source")
  func lines() throws {
    let document = Markdown.parse("# t\n\ntext\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n")
    let table = try #require(document.children.last)
    #expect(table.lines == 4...7)
    #expect(table.children.map(\.lines) == [4...4, 6...6, 7...7])
  }
}
