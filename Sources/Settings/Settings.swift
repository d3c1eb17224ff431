/// All that a user can choose, decoded once; nothing downstream reads files, flags or the environment.
package struct Settings: Sendable, Hashable {
  package var site = Site()
  package var incidents = Incidents()
  package var review = Review()
  package var voice = Voice()
  package var episode = Episode()
  package var feed = Feed()
  package var gaps = Gaps()
  package var sanitize = Sanitize()
  /// The cache folder; relative to the repository's root.
  package var cache = ".hindcast"

  package init() {}

  package struct Site: Sendable, Hashable {
    package var title = "Post-mortems"
    package var description = "What our outages found untested."
    /// Absolute address of the published site, without which feed links point at `hindcast serve`'s.
    package var baseURL: String?
    package var language = "en"
    /// Where people edit an incident's file, with `{path}` for its path: `https://git.corp.example/ops/-/edit/main/{path}`.
    package var editURL: String?
    /// The one colour that is the team's own, as `#0b5a6b`: the cover's ground.
    package var accent = "#0b5a6b"
    /// Where the site is written; relative to the repository's root.
    package var output = "site"
  }

  package struct Incidents: Sendable, Hashable {
    package var folder = "incidents"
    /// Globs over file names that are neither incidents nor attachments.
    package var ignore = ["README*", "LICENSE*", "TEMPLATE*", ".*"]
    package var includesUntracked = false
  }

  package struct Review: Sendable, Hashable {
    package enum Engine: String, Sendable, CaseIterable { case auto, model, playbook }

    /// How a model is to answer: held to a schema, in free Markdown, or in what its server can do.
    package enum Format: String, Sendable, CaseIterable { case auto, json, markdown }

    package var engine = Engine.auto
    /// Used side by side.
    package var endpoints = ["http://localhost:11434/v1"]
    package var format = Format.auto
    /// Questions at a time for each endpoint.
    package var concurrency = 1
    /// Makes a model's answers repeatable where its server honours it.
    package var seed: Int?
    package var model = "llama3"
    package var temperature = 0.3
    package var fallbackTemperature = 0.2
    package var maxOutputTokens = 4096
    /// Evidence that fits the model's window, in tokens.
    package var window = 3500
    /// Seconds without a byte from the server after which a request counts as dead.
    package var stallSeconds = 120
    package var allowsEgress = false
    /// A file that holds the key; a key itself never stands in the settings.
    package var apiKeyFile: String?
    /// From the environment or the file, never from hindcast.yaml.
    package var apiKey: Secret?
  }

  package struct Voice: Sendable, Hashable {
    package enum Engine: String, Sendable, CaseIterable {
      case auto, flite
      case espeakNG = "espeak-ng"
      case festival, neural, piper
      case edge = "edge-tts"
      case server, none
    }

    /// The names that the built-in engine knows.
    package static let flite = ["rms", "slt", "awb", "kal16"]

    package var engine = Engine.auto
    /// The engine's own choice when nil.
    package var name: String?
    /// An OpenAI-compatible server that speaks, and the model that it is to speak with.
    package var endpoint: String?
    package var model = "tts-1"
    package var allowsEgress = false
  }

  package struct Episode: Sendable, Hashable {
    package enum Style: String, Sendable, CaseIterable {
      /// One voice tells what happened.
      case summary
      /// One voice asks, another answers.
      case dialogue
    }

    package var style = Style.summary
    /// Two short tones before the first word.
    package var hasOpening = true
  }

  package struct Feed: Sendable, Hashable {
    package var title: String?
    package var description: String?
    package var author = "hindcast"
    package var category = "Technology"
    /// Kept out of podcast directories.
    package var isPrivate = true
    /// The podcast's own id, so that it stays the same when the address changes.
    package var guid: String?
    /// Absolute address of a cover of the team's own.
    package var image: String?
  }

  package struct Gaps: Sendable, Hashable {
    /// An OpenAI-compatible server that says what the names of components mean; without one their spelling decides.
    package var embeddingEndpoint: String?
    package var embeddingModel = "multilingual-e5-small"
    package var allowsEgress = false
  }

  package struct Sanitize: Sendable, Hashable {
    /// Host suffixes of this company that count as internal, as `.corp.example`.
    package var internalSuffixes: [String] = []
    /// Values that are known to be harmless and stay.
    package var allow: [String] = []
    package var rules: [Rule] = []

    /// A team's own rule: what the pattern matches vanishes.
    package struct Rule: Sendable, Hashable {
      package let name: String
      package let label: String
      package let anchor: String
      package let pattern: String
      package let line: Int
    }
  }
}

/// A value that never shows: not in a message, not in a dump.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  private let value: String

  package init(_ value: String) { self.value = value }

  package func revealed() -> String { value }
  package var description: String { "secret" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
