import Portal
import Testing

@Suite("Links that templates write out")
struct TemplateLinksTests {
  private func broken(_ text: String, name: String = "home.mustache") -> [TemplateLinks.Broken] {
    TemplateLinks.broken(in: [name: Array(text.utf8)]) { ["gaps.html", "style.css"].contains($0) }
  }

  @Test("One that leads to no file of the site is named with its line")
  func missing() {
    let text =
      "<p>\n<a href=\"{{root}}gaps.html#open\">x</a> <a href=\"{{root}}gasp.html\">y</a>\n<img src=\"{{root}}a.png?1\">"
    #expect(
      broken(text) == [
        TemplateLinks.Broken(file: "home.mustache", line: 2, target: "gasp.html"),
        TemplateLinks.Broken(file: "home.mustache", line: 3, target: "a.png"),
      ])
  }

  @Test(
    "What a value makes up, other sites and other files are passed over",
    arguments: [
      "<a href=\"{{root}}{{href}}\">", "<a href=\"{{href}}\">", "<a href=\"https://example.org\">",
      "<a href=\"{{root}}\">", "<link href=\"{{root}}style.css?{{styleDigest}}\">",
    ])
  func others(_ text: String) {
    #expect(broken(text).isEmpty)
    #expect(broken("<a href=\"{{root}}none.html\">", name: "lexicon.txt").isEmpty)
  }
}
