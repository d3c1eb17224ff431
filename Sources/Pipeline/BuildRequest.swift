package import Moments
package import Settings

/// All that one build needs to know; nothing in it is read from the environment later.
package struct BuildRequest: Sendable {
  package enum Audio: String, Sendable {
    case none
    /// Episodes that are in the cache, without speaking new ones.
    case kept
    case spoken
  }

  package let settings: Settings
  /// The repository's root.
  package let root: String
  package let jobs: Int
  package let audio: Audio
  /// No socket is opened, not even to this machine.
  package let isOffline: Bool
  package let version: String
  /// The clock, for what must be dated: a model's answers.
  package let now: @Sendable () -> Moment
  package let progress: @Sendable (Progress) -> Void
  /// False has every incident reviewed anew and keeps nothing of it.
  package var usesReviewCache = true

  package init(
    settings: Settings, root: String, jobs: Int, audio: Audio, isOffline: Bool = false, version: String,
    now: @escaping @Sendable () -> Moment, progress: @escaping @Sendable (Progress) -> Void
  ) {
    self.settings = settings
    self.root = root
    self.jobs = jobs
    self.audio = audio
    self.isOffline = isOffline
    self.version = version
    self.now = now
    self.progress = progress
  }
}

/// What a build did.
package struct BuildOutcome: Sendable {
  package let incidents: Int
  package let reviewed: Int
  package let cached: Int
  package let spoken: Int
  package let written: Int
  package let removed: Int
  package let sitePath: String
}
