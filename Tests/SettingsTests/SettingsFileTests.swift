import Diagnostics
import Settings
import Testing

@Suite("hindcast.yaml")
struct SettingsFileTests {
  @Test("Every key is decoded")
  func everyKey() {
    let (settings, diagnostics) = SettingsFile.read(
      """
      site:
        title: Outages
        description: What broke.
        base_url: https://portal.example/outages/
        language: de
        output: public
      incidents:
        folder: postmortems
        ignore: [draft-*, "*.tmp"]
        include_untracked: true
      review:
        engine: model
        endpoint: http://127.0.0.1:8080/v1/
        model: qwen
        temperature: 0.7
        fallback_temperature: 0
        max_output_tokens: 2048
        window: 16000
        stall_seconds: 30
        allow_egress: true
        api_key_file: /run/secrets/llm
      voice:
        engine: espeak-ng
        name: slt
      feed:
        title: The outage cast
        description: Weekly.
        author: Platform
        category: Business
        private: false
      sanitize:
        internal_suffixes: [.corp.example]
        allow: [ops@example.com]
        rules:
          - name: badge
            label: badge number
            anchor: BDG-
            pattern: "BDG-[0-9]{6}"
          - {name: room, anchor: R-, pattern: "R-[0-9]+"}
      cache: /var/cache/hindcast
      """, path: "hindcast.yaml")
    var expected = Settings()
    expected.site.title = "Outages"
    expected.site.description = "What broke."
    expected.site.baseURL = "https://portal.example/outages"
    expected.site.language = "de"
    expected.site.output = "public"
    expected.incidents.folder = "postmortems"
    expected.incidents.ignore = ["draft-*", "*.tmp"]
    expected.incidents.includesUntracked = true
    expected.review.engine = .model
    expected.review.endpoints = ["http://127.0.0.1:8080/v1"]
    expected.review.model = "qwen"
    expected.review.temperature = 0.7
    expected.review.fallbackTemperature = 0
    expected.review.maxOutputTokens = 2048
    expected.review.window = 16_000
    expected.review.stallSeconds = 30
    expected.review.allowsEgress = true
    expected.review.apiKeyFile = "/run/secrets/llm"
    expected.voice.engine = .espeakNG
    expected.voice.name = "slt"
    expected.feed.title = "The outage cast"
    expected.feed.description = "Weekly."
    expected.feed.author = "Platform"
    expected.feed.category = "Business"
    expected.feed.isPrivate = false
    expected.sanitize.internalSuffixes = [".corp.example"]
    expected.sanitize.allow = ["ops@example.com"]
    expected.sanitize.rules = settings.sanitize.rules
    expected.cache = "/var/cache/hindcast"
    #expect(diagnostics.isEmpty)
    #expect(settings == expected)
    let rules = settings.sanitize.rules
    #expect(rules.map(\.name) == ["badge", "room"])
    #expect(rules.map(\.label) == ["badge number", "room"])
    #expect(rules.map(\.anchor) == ["BDG-", "R-"])
    #expect(rules.map(\.pattern) == ["BDG-[0-9]{6}", "R-[0-9]+"])
    #expect(rules.map(\.line) == [35, 39])
  }

  @Test(
    "A file that says nothing leaves the defaults",
    arguments: ["", "# only a comment\n", "site:\nreview:\n", "{}"])
  func empty(_ text: String) {
    let (settings, diagnostics) = SettingsFile.read(text, path: "hindcast.yaml")
    #expect(settings == Settings())
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "An engine is one of its names",
    arguments: [("auto", Settings.Review.Engine.auto), ("model", .model), ("playbook", .playbook)])
  func engines(_ name: String, _ expected: Settings.Review.Engine) {
    #expect(SettingsFile.read("review: {engine: \(name)}", path: "x").settings.review.engine == expected)
  }

  @Test("What is wrong in one key leaves the others in force")
  func partial() {
    let (settings, diagnostics) = SettingsFile.read(
      "review:\n  model: qwen\n  window: lots\n  stall_seconds: 9\n", path: "hindcast.yaml")
    #expect(settings.review.model == "qwen")
    #expect(settings.review.stallSeconds == 9)
    #expect(settings.review.window == Settings().review.window)
    #expect(diagnostics.count == 1)
  }
}
