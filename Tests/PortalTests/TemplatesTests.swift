import Defaults
import Diagnostics
import Portal
import Testing

@Suite("Templates") struct TemplatesTests {
  private func problems(_ name: String, _ text: String) -> [String] {
    var files = DefaultTemplates.files
    files[name] = Array(text.utf8)
    return Templates.read(files).diagnostics.map(\.description)
  }

  @Test func theDefaultsAreFine() {
    #expect(Templates.read(DefaultTemplates.files).diagnostics.map(\.description).isEmpty)
  }

  @Test(
    arguments: [
      ("a\n{{title", "templates/row.mustache:2: error: the tag that begins here is not closed with '}}'"),
      ("a\nb\n{{colour}}", "templates/row.mustache:3: error: no page has a value named 'colour'"),
      (
        "{{#incidents}}\n",
        "templates/row.mustache:1: error: the section 'incidents' is not closed with {{/incidents}}"
      ),
      ("\n{{/incidents}}", "templates/row.mustache:2: error: {{/incidents}} closes nothing that is open"),
      ("{{>footer}}", "templates/row.mustache:1: error: there is no template 'footer.mustache'"),
    ]) func whatIsWrongIsNamedWithItsLine(_ text: String, _ message: String)
  {
    #expect(problems("row.mustache", text).contains(message))
  }
}
