import Defaults
import Diagnostics
import Mustache
import Testing

@testable import Portal

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

/// Our compiled templates beside swift-mustache, which follows the specification.
@Suite("Templates beside the reference") struct TemplateReferenceTests {
  private struct Node: MustacheParent {
    let fields: Fields

    func child(named name: String) -> Any? {
      switch FieldName.byText[name].flatMap({ fields[$0] }) {
      case nil, .missing: nil
      case .text(let text): text
      case .number(let number): number
      case .flag(let flag): flag
      case .fields(let fields): Node(fields: fields)
      case .list(let list): list.map(Node.init)
      }
    }
  }

  private static let data: Fields = [
    .title: "A <b> & \"c\" 'd' é", .count: 3, .recurs: true, .draft: false, .lede: nil,
    .incidents: [
      [.title: "one", .services: [[.name: "x"], [.name: "y"]] as [Fields]], [.href: "two", .draft: true],
    ] as [Fields],
    .gaps: [] as [Fields], .cause: [.mode: "leak", .text: "t"] as Fields,
  ]

  @Test(arguments: [
    "plain\ntext", "{{title}}|{{{title}}}|{{&title}}|{{ count }}|{{lede}}",
    "a {{! gone }} b\n{{! alone }}\nc",
    "{{#recurs}}yes{{/recurs}}{{^recurs}}no{{/recurs}}{{#draft}}d{{/draft}}{{^draft}}e{{/draft}}",
    "{{#incidents}}<{{title}}:{{#services}}{{name}},{{/services}}>{{/incidents}}",
    "{{#incidents}}\n- {{title}}\n  {{#services}}\n  * {{name}}\n  {{/services}}\n{{/incidents}}\nend\n",
    "{{#gaps}}some{{/gaps}}{{^gaps}}none{{/gaps}}",
    "{{cause.mode}}{{#cause}}{{text}}{{/cause}}{{cause.lede}}",
    "{{#recurs}}\r\nwindows\r\n{{/recurs}}\r\n", "{{#title}}[{{count}}]{{/title}}", "{ {x} }} }",
    "{{#incidents}}{{^services}}none {{title}}{{/services}}{{/incidents}}",
  ]) func theOutputIsTheSame(text: String) throws {
    let expected = try MustacheTemplate(string: text).render(Node(fields: Self.data))
    var files = DefaultTemplates.files
    files["row.mustache"] = Array(text.utf8)
    let (templates, diagnostics) = Templates.read(files)
    #expect(diagnostics.isEmpty)
    #expect(String(decoding: templates.render("row", Self.data), as: UTF8.self) == expected)
  }

  @Test func aTemplateThatIncludesItselfIsNamed() {
    var files = DefaultTemplates.files
    files["row.mustache"] = Array("{{>claim}}".utf8)
    files["claim.mustache"] = Array("\n{{>row}}".utf8)
    let messages = Templates.read(files).diagnostics.map(\.description)
    #expect(
      messages.contains("templates/claim.mustache:2: error: the template 'row.mustache' includes itself"))
  }
}
