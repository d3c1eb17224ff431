import Markdown
import Testing

@Suite("Task lists, strikethrough and bare links")
struct GitHubMarkdownTests {
  private func expect(_ text: String, _ expected: String) {
    #expect(outline(Markdown.parse(text)) == expected, "\(text)")
  }

  @Test(
    "Task items",
    arguments: [
      (
        "- [ ] add a test\n- [x] roll back\n- [X] page",
        "(ul (todo (p add a test)) (done (p roll back)) (done (p page)))"
      ),
      ("1. [x] **now**", "(ol (done (p  (strong now))))"),
      ("- [] a\n- [y] b\n- [x]c", "(ul (li (p [] a)) (li (p [y] b)) (li (p [x]c)))"),
      ("[x] no list", "(p [x] no list)"),
    ])
  func tasks(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "Strikethrough",
    arguments: [
      ("a ~~gone~~ b", "(p a  (del gone)  b)"), ("~~a *b* c~~", "(p (del a  (em b)  c))"),
      ("*~~a~~*", "(p (em (del a)))"), ("## ~~x~~", "(h2 (del x))"), ("one ~~ alone", "(p one  ~~  alone)"),
      ("~~~~", "(pre \"\")"), ("a~b~c", "(p a~b~c)"), ("`~~a~~`", "(p `~~a~~`)"),
      ("~~see https://a.test/b~~", "(p (del see  (a:https://a.test/b https://a.test/b)))"),
    ])
  func strikethrough(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "A bare link ends before the punctuation of its sentence",
    arguments: [
      ("see https://a.test/b.", "https://a.test/b", "."),
      ("https://a.test/b, and", "https://a.test/b", ", and"),
      ("http://a.test?!", "http://a.test", "?!"), ("https://a.test/x;", "https://a.test/x", ";"),
      ("(https://a.test/b)", "https://a.test/b", ")"), ("https://a.test/b_(c)", "https://a.test/b_(c)", ""),
      ("(as https://a.test/b_(c)).", "https://a.test/b_(c)", ")."),
      ("'https://a.test/b'", "https://a.test/b", "'"),
      ("https://a.test/?q=1&r=2#f", "https://a.test/?q=1&r=2#f", ""),
      ("https://a.test:8080/x:", "https://a.test:8080/x", ":"),
    ])
  func bareLinks(_ text: String, _ address: String, _ rest: String) throws {
    let inlines = try #require(Markdown.parse(text).children.first).children
    let index = try #require(inlines.firstIndex { if case .link = $0.kind { true } else { false } })
    #expect(inlines[index].kind == .link(url: address))
    #expect(inlines[index].plainText == address)
    #expect(inlines[(index + 1)...].map(\.plainText).joined() == rest)
  }

  @Test(
    "What is no web address of its own makes no link",
    arguments: [
      "xhttps://a.test", "https://", "https://.", "ftp://a.test", "`https://a.test`", "a://b", "http:/a.test",
    ])
  func noBareLinks(_ text: String) {
    #expect(!outline(Markdown.parse(text)).contains("(a:"))
  }

  @Test("The address inside a written link isn't linked twice")
  func writtenLink() {
    expect("[https://a.test](https://b.test)", "(p (a:https://b.test https://a.test))")
  }

  @Test("Plain text is what a reader would hear")
  func plainText() {
    let text = "# The **`db`** [went](https://a.test)\naway\n\n| a | b |\n|---|---|\n\n<b>x</b>"
    #expect(Markdown.parse(text).children.map(\.plainText) == ["The db went", "away", "a b", "x"])
  }

  @Test("Blocks know their lines in the source, with either line end", arguments: ["\n", "\r\n"])
  func lines(_ end: String) {
    let text = ["# a", "", "b", "c", "", "- d", "- e", ""].joined(separator: end)
    #expect(Markdown.parse(text).children.map(\.lines) == [1...1, 3...4, 6...7])
  }
}
