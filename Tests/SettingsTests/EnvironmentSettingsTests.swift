import Diagnostics
import Diagnostics
import Settings
import Testing

@Suite("The environment")
struct EnvironmentSettingsTests {
  private func applied(_ environment: [String: String], to settings: Settings = Settings()) -> (
    Settings, [String]
  ) {
    var settings = settings
    let diagnostics = EnvironmentSettings.apply(environment, to: &settings)
    return (settings, diagnostics.map(\.description))
  }

  @Test("Its word stands over the file's")
  func overrides() {
    var file = Settings()
    file.review.model = "from the file"
    file.review.endpoints = ["http://file.test/v1"]
    file.voice.name = "slt"
    file.cache = "elsewhere"
    let (settings, diagnostics) = applied(
      [
        "LLM_ENDPOINT": "http://127.0.0.1:9/v1/", "LLM_MODEL": "qwen", "LLM_API_KEY": "sk-1",
        "TTS_VOICE": "kal",
        "HINDCAST_CACHE": "/tmp/c", "PATH": "/bin",
      ], to: file)
    #expect(diagnostics.isEmpty)
    #expect(settings.review.endpoints == ["http://127.0.0.1:9/v1"])
    #expect(settings.review.model == "qwen")
    #expect(settings.review.apiKey?.revealed() == "sk-1")
    #expect(settings.voice.name == "kal")
    #expect(settings.cache == "/tmp/c")
  }

  @Test("An empty value says nothing")
  func empty() {
    let names = ["LLM_ENDPOINT", "LLM_MODEL", "LLM_API_KEY", "TTS_VOICE", "HINDCAST_CACHE"]
    let (settings, diagnostics) = applied(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    #expect(settings == Settings())
    #expect(diagnostics.isEmpty)
  }

  @Test("An endpoint that is no web address is an error and changes nothing")
  func badEndpoint() {
    let (settings, diagnostics) = applied(["LLM_ENDPOINT": "localhost:11434"])
    #expect(settings == Settings())
    #expect(
      diagnostics == [
        "error: LLM_ENDPOINT takes addresses, parted by commas, that begin with http:// or https://"
      ])
  }
}

@Suite("Secrets")
struct SecretTests {
  @Test("A secret shows in no message, list, dump or mirror")
  func neverShown() {
    var settings = Settings()
    settings.review.apiKey = Secret("hunter2")
    var dumped = ""
    dump(settings, to: &dumped)
    let secret = Secret("hunter2")
    let shown = [
      "\(settings)", String(reflecting: settings), dumped, "\(secret)", String(reflecting: secret),
      "\([secret])",
      "\(Mirror(reflecting: secret).children.map(\.value))",
    ]
    for text in shown { #expect(!text.contains("hunter2")) }
    #expect(secret.revealed() == "hunter2")
  }
}
