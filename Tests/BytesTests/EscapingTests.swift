import Bytes
import Testing

@Suite("Text inside HTML and XML")
struct MarkupTests {
  @Test(
    "What could open a tag or close an attribute is escaped",
    arguments: [
      ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
      ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
      (#"" onload="x"#, "&quot; onload=&quot;x"),
      ("&amp;", "&amp;amp;"),
      ("Zürich 🚒", "Zürich 🚒"),
    ])
  func escaped(_ text: String, _ expected: String) {
    #expect(Markup.escaped(text) == expected)
  }

  @Test("Control characters that XML forbids vanish; tab and line ends stay")
  func controlCharacters() {
    #expect(Markup.escaped("a\u{0}\u{1B}[31mb\u{7F}\u{8}\tc\r\nd") == "a[31mb\tc\r\nd")
  }
}

@Suite("JSON written by hand")
struct JSONTextTests {
  private func text(_ value: JSONText) -> String { String(decoding: value.bytes, as: UTF8.self) }

  @Test("Keys keep their order, two blanks a level, a line end at the end")
  func layout() {
    let value = JSONText.object([
      .init("z", .number(-3)), .init("a", .list([.flag(true), .null, .list([]), .object([])])),
      .init("s", .string("x")),
    ])
    #expect(
      text(value) == """
        {
          "z": -3,
          "a": [
            true,
            null,
            [],
            {}
          ],
          "s": "x"
        }

        """)
  }

  @Test(
    "A string can't leave its quotes nor the HTML that it may stand in",
    arguments: [
      (#"say "hi" \o/"#, #""say \"hi\" \\o/""#),
      ("line\r\nnext\ttab", #""line\r\nnext\ttab""#),
      ("</script><!--&", #""\u003c/script\u003e\u003c!--\u0026""#),
      ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("é🚒", "\"é🚒\""),
    ])
  func strings(_ value: String, _ expected: String) {
    #expect(text(.string(value)) == expected + "\n")
  }

  @Test("A key is escaped like any other string")
  func keys() {
    #expect(text(.object([.init("a\"<", .flag(false))])) == "{\n  \"a\\\"\\u003c\": false\n}\n")
  }
}
