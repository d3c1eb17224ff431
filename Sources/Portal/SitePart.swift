package import Bytes

/// A file of the site.
package struct SiteFile: Sendable {
  /// From the site's root.
  package let path: String
  package let bytes: [UInt8]

  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Files of the site that are made together, or left as the last build made them.
package struct SitePart: Sendable {
  package enum Content: Sendable {
    /// Made from the cards of all incidents.
    case shared(@Sendable () -> [SiteFile])
    /// The own page of one incident, for which more is needed than its card.
    case incident(Slug)
    /// Made last, from the paths of all other files.
    case contents(@Sendable ([String]) -> [SiteFile])
  }

  /// The same in every build.
  package let name: String
  /// Of all that the files show, but for what is the same in all of a build: templates, settings, the program. An
  /// incident's own text isn't in it.
  package let digest: @Sendable () -> Digest
  package let content: Content

  package init(
    _ name: String, _ digest: @autoclosure @escaping @Sendable () -> Digest,
    _ files: @escaping @Sendable () -> [SiteFile]
  ) {
    self.name = name
    self.digest = digest
    content = .shared(files)
  }

  /// A part that is made in each build, after the others.
  init(after name: String, _ files: @escaping @Sendable ([String]) -> [SiteFile]) {
    self.name = name
    digest = { Digest(of: "") }
    content = .contents(files)
  }

  init(_ incident: Slug, _ surroundings: @autoclosure @escaping @Sendable () -> Digest) {
    name = Address.incident(incident)
    digest = surroundings
    content = .incident(incident)
  }
}
