import Diagnostics
import Settings
import Testing

@Suite("Mistakes in hindcast.yaml")
struct SettingsTroubleTests {
  private func diagnostics(_ text: String) -> [String] {
    SettingsFile.read(text, path: "conf/hindcast.yaml").diagnostics.map(\.description)
  }

  @Test(
    "An unknown key is an error that names its place and the keys there are",
    arguments: [
      (
        "sites: {}", 1,
        "'hindcast.yaml' has no key 'sites'; it takes site, incidents, review, voice, episode, feed, gaps, sanitize, cache"
      ),
      (
        "site:\n  titel: x", 2,
        "'site' has no key 'titel'; it takes title, description, base_url, edit_url, language, accent, output"
      ),
      (
        "incidents:\n  path: x", 2,
        "'incidents' has no key 'path'; it takes folder, ignore, include_untracked"
      ),
      (
        "review:\n  model: x\n\n  tokens: 5", 4,
        "'review' has no key 'tokens'; it takes engine, endpoint, model, format, concurrency, seed, temperature, fallback_temperature, "
          + "max_output_tokens, window, stall_seconds, allow_egress, api_key_file"
      ),
      (
        "voice:\n  speed: 2", 2,
        "'voice' has no key 'speed'; it takes engine, name, endpoint, model, allow_egress"
      ),
      (
        "feed:\n  url: x", 2,
        "'feed' has no key 'url'; it takes title, description, author, category, private, guid, image"
      ),
      (
        "gaps:\n  model: x", 2,
        "'gaps' has no key 'model'; it takes embedding_endpoint, embedding_model, allow_egress"
      ),
      ("sanitize:\n  deny: []", 2, "'sanitize' has no key 'deny'; it takes internal_suffixes, allow, rules"),
      (
        "sanitize:\n  rules:\n    - name: a\n      anchor: b\n      pattern: c\n      regex: d", 6,
        "'sanitize.rules' has no key 'regex'; it takes name, label, anchor, pattern"
      ),
    ])
  func unknownKey(_ text: String, _ line: Int, _ message: String) {
    #expect(diagnostics(text) == ["conf/hindcast.yaml:\(line): error: \(message)"])
  }

  @Test(
    "A value of the wrong kind is an error that names its place and what the key takes",
    arguments: [
      ("site:\n  title: [a]", 2, "'title' takes a text"), ("site:\n  title:\n", 2, "'title' takes a text"),
      ("site:\n  base_url: portal", 2, "'base_url' takes an address that begins with http:// or https://"),
      ("review:\n  endpoint: ftp://x", 2, "'endpoint' takes an address that begins with http:// or https://"),
      ("incidents:\n  ignore: README", 2, "'ignore' takes a list of texts"),
      ("incidents:\n  ignore:\n    - a\n    - {b: c}", 4, "'ignore' takes a text"),
      ("incidents:\n  include_untracked: 3", 2, "'include_untracked' takes true or false"),
      ("review:\n  engine: gpt", 2, "'engine' takes one of auto, model, playbook"),
      (
        "voice:\n  engine: say", 2,
        "'engine' takes one of auto, flite, espeak-ng, festival, neural, piper, edge-tts, server, none"
      ),
      ("review:\n  temperature: hot", 2, "'temperature' takes a number from 0.0 to 2.0"),
      ("review:\n  temperature: 2.5", 2, "'temperature' takes a number from 0.0 to 2.0"),
      ("review:\n  fallback_temperature: .nan", 2, "'fallback_temperature' takes a number from 0.0 to 2.0"),
      ("review:\n  max_output_tokens: 10", 2, "'max_output_tokens' takes a whole number from 256 to 131072"),
      ("review:\n  window: 3.5", 2, "'window' takes a whole number from 500 to 1000000"),
      ("review:\n  stall_seconds: -1", 2, "'stall_seconds' takes a whole number from 1 to 3600"),
      ("review: model", 1, "'review' takes keys with values"),
      ("- a\n- b", 1, "'hindcast.yaml' takes keys with values"),
      ("sanitize:\n  rules: {}", 2, "'sanitize.rules' takes a list of rules"),
      (
        "sanitize:\n  rules:\n    - name: a", 3,
        "a rule needs 'name', 'anchor' (a literal that each match contains) and 'pattern'"
      ),
    ])
  func wrongType(_ text: String, _ line: Int, _ message: String) {
    #expect(diagnostics(text) == ["conf/hindcast.yaml:\(line): error: \(message)"])
  }

  @Test("Each mistake is told, not the first alone")
  func several() {
    #expect(diagnostics("site:\n  a: 1\n  b: 2\nvoice: []\n").count == 3)
  }

  @Test("A key in the committed file is refused, unread and unshown")
  func apiKey() throws {
    let (settings, diagnostics) = SettingsFile.read(
      "review:\n  api_key: sk-live-4711\n", path: "hindcast.yaml")
    #expect(settings.review.apiKey == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location == SourceLocation("hindcast.yaml", line: 2))
    #expect(diagnostic.message.contains("LLM_API_KEY"))
    #expect(diagnostic.message.contains("review.api_key_file"))
    #expect(!diagnostic.description.contains("4711"))
  }

  @Test(
    "Text that is no YAML is an error with its line",
    arguments: [
      ("site:\n  title: \"open\n", 3), ("site:\n\ttitle: x\n", 2), ("a: b\nc: [1, 2\nd: e\n", 3),
      ("a: *b\n", 1),
    ])
  func notYAML(_ text: String, _ line: Int) throws {
    let (settings, diagnostics) = SettingsFile.read(text, path: "hindcast.yaml")
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(settings == Settings())
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.message.hasPrefix("not readable as YAML: "))
    #expect(!diagnostic.message.contains("\n"))
    #expect(diagnostic.location == SourceLocation("hindcast.yaml", line: line))
  }

  @Test("A key that stands twice is an error")
  func twice() {
    #expect(
      diagnostics("site: {title: a}\nsite: {title: b}\n")
        == ["conf/hindcast.yaml: error: not readable as YAML: a key stands twice in one mapping"])
  }
}
