import Markdown
import Testing

private func html(_ text: String, shift: Int = 0, anchors: String? = nil) -> String {
  HTMLRenderer.render(Markdown.parse(text), headingShift: shift, anchorPrefix: anchors)
}

@Suite("HTML from Markdown")
struct HTMLRendererTests {
  @Test(
    "Blocks and marks become their elements",
    arguments: [
      ("a *b* **c** `d` ~~e~~", "<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>\n"),
      ("a  \nb\nc", "<p>a<br>\nb\nc</p>\n"), ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
      ("---", "<hr>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"), ("1. a", "<ol>\n<li>a</li>\n</ol>\n"),
      ("7. a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n"),
      ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
      (
        "```sh\na < b && \"c\"\n```",
        "<pre tabindex=\"0\"><code>a &lt; b &amp;&amp; &quot;c&quot;\n</code></pre>\n"
      ),
      (
        "- [x] a\n- [ ] b",
        "<ul>\n<li class=\"task\"><span class=\"done\">☑</span> a</li>\n"
          + "<li class=\"task\"><span class=\"todo\">☐</span> b</li>\n</ul>\n"
      ),
    ])
  func elements(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test("Headings move down without skipping a level, and same ones get addresses of their own")
  func headings() {
    #expect(
      html("# A b\n## A b\n##### A b", shift: 2, anchors: "x-")
        == "<h3 id=\"x-a-b\">A b</h3>\n<h4 id=\"x-a-b-1\">A b</h4>\n<h5 id=\"x-a-b-2\">A b</h5>\n")
    #expect(html("# A") == "<h1>A</h1>\n")
  }

  @Test("A table marks its numbers and leaves no header cell empty")
  func table() {
    #expect(
      html("| | n |\n|---|--:|\n| a | 1 |")
        == "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\n<tr><td></td><th class=\"num\">n</th></tr>\n</thead>\n"
        + "<tbody>\n<tr><td>a</td><td class=\"num\">1</td></tr>\n</tbody>\n</table></div>\n")
  }

  @Test(
    "Raw HTML is shown, never passed on",
    arguments: [
      "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<div onclick='x'>\n\ny\n\n</div>",
      "<a href=\"javascript:x\">y</a>", "<br onload=x>", "<svg/onload=x>",
      "| <b>x</b> |\n|---|\n| <i>y</i> |",
      "<!-- x --><script>y</script>", "# <iframe src=https://a.test>", "<style>*{}</style>", "\\<script>",
      "&lt;script&gt;",
    ])
  func rawHTML(_ text: String) {
    let result = html(text)
    let allowed = ["p", "code", "h1", "div", "table", "thead", "tbody", "tr", "th", "td"]
    for piece in result.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let name = piece.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      #expect(allowed.contains(String(name)), "\(result)")
      let tag = piece.prefix { $0 != ">" }
      #expect(!tag.contains("on") || tag.hasPrefix("code"), "\(result)")
      #expect(!tag.contains("src") && !tag.contains("href"), "\(result)")
    }
  }

  @Test("A line break in HTML is one, a comment is nothing", arguments: ["<br>", "<BR/>", "<br />"])
  func harmlessHTML(_ tag: String) {
    #expect(html("a\(tag)b") == "<p>a<br>b</p>\n")
    #expect(html("a<!-- secret plan -->b") == "<p>ab</p>\n")
    #expect(!html("<!-- secret\nplan -->").contains("plan"))
  }

  @Test(
    "Only a web address becomes a link; the words of any other stay",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//a.test/x", "/x", "x.md", "mailto:a@b.test",
      "",
      "https&#58;//a.test\\@b", "&#32;https://a.test/%20",
    ])
  func addresses(_ address: String) {
    let result = html("[words](<\(address)>)")
    #expect(result.contains("words"))
    if !result.contains("href=\"https://") { #expect(result == "<p>words</p>\n") }
    #expect(!result.lowercased().contains("script"))
  }

  @Test("An address can't close its attribute")
  func attribute() {
    #expect(
      html("[a](<https://a.test/\"onclick='x'&b>)")
        == "<p><a rel=\"noreferrer\" href=\"https://a.test/%22onclick=&#39;x&#39;&amp;b\">a</a></p>\n"
        || html("[a](<https://a.test/\"onclick='x'&b>)")
          == "<p><a rel=\"noreferrer\" href=\"https://a.test/&quot;onclick=&#39;x&#39;&amp;b\">a</a></p>\n"
    )
  }

  @Test("An image is never loaded: its words and its address stay")
  func images() {
    #expect(
      html("![graph](https://a.test/g.png)")
        == "<p><a rel=\"noreferrer\" href=\"https://a.test/g.png\">graph</a></p>\n")
    #expect(
      html("![](https://a.test/g.png)")
        == "<p><a rel=\"noreferrer\" href=\"https://a.test/g.png\">image</a></p>\n")
    #expect(html("![graph](g.png)") == "<p>graph</p>\n")
    #expect(html("![](g.png)") == "<p>image</p>\n")
    #expect(
      html("[![a](javascript:x)](https://a.test)")
        == "<p><a rel=\"noreferrer\" href=\"https://a.test\">a</a></p>\n")
  }

  @Test(
    "Text nested 10,000 deep neither crashes nor takes long",
    arguments: [
      ("> ", "x"), ("- ", "x"), ("1. ", "x"), ("*", "x"), ("[", "x"), ("![", "x"), ("`", "x"), ("<b>", "x"),
      ("~~", "x"), ("|", "x"),
    ])
  func deep(_ mark: String, _ text: String) {
    let marks = String(repeating: mark, count: 10_000)
    let limit = 4_000_000
    #expect(html(marks + text).utf8.count < limit)
    #expect(html(marks + text + marks + "\n" + marks + text + "\n|-|\n").utf8.count < limit)
    #expect(html("above\n\n" + marks + text).hasPrefix("<p>above</p>\n"))
  }

  @Test func noHeadingLevelIsSkippedBelowAPage() {
    let html = HTMLRenderer.render(Markdown.parse("### a\n\n# b\n\n### c\n\n#### d"), headingShift: 2)
    #expect(html == "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n")
  }
}
