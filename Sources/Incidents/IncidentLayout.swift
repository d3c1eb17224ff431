package import Bytes
package import Diagnostics

/// Which files are incidents and which belong to one.
///
/// A folder that holds `incident.md` is one incident and everything else in it its attachments; in any other folder each
/// text file is an incident of its own.
package struct IncidentLayout: Sendable {
  package struct Entry: Sendable, Hashable {
    /// The incident's own text, from the repository's root.
    package let path: String
    /// What its address is made from, without the incidents folder's own name.
    package let name: String
    package let attachments: [String]
    /// The review that people accepted, where there is one: `review.md` in the incident's folder, or `NAME.review.md`
    /// beside a single file.
    package var review: String?

    /// Where an accepted review stands or would stand.
    package var reviewPath: String {
      let home = path.utf8.lastIndex(of: ASCII.slash).map { String(path[...$0]) } ?? ""
      return IncidentLayout.isHome(path)
        ? home + "review.md" : IncidentLayout.withoutExtension(path) + ".review.md"
    }
  }

  package let entries: [Entry]
  /// Files that are neither, and why.
  package let skipped: [Diagnostic]

  /// - Parameters:
  ///   - paths: from the repository's root, all below `folder`.
  ///   - ignore: globs over a file's name or its path below the folder.
  package init(_ paths: [String], folder: String, ignore: [String]) {
    let globs = ignore.map(Glob.init)
    let prefix = folder == "." ? "" : folder + "/"
    var skipped: [Diagnostic] = []
    let kept = paths.filter { path in
      if globs.isEmpty { return true }
      let below = String(path.dropFirst(prefix.count))
      let name = Self.lastPart(below)
      return !globs.contains { $0.matches(name) || $0.matches(below) }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let homes = Set(kept.filter { Self.isHome($0) }.map(Self.parent))
    var attachments: [String: [String]] = [:]
    var singles: [String] = []
    var reviews: Set<String> = []
    for path in kept where !Self.isHome(path) {
      if Self.isReview(path, homes) {
        reviews.insert(path)
      } else if let home = Self.home(of: path, homes) {
        attachments[home, default: []].append(path)
      } else if Self.isIncidentFile(path) {
        singles.append(path)
      } else {
        skipped.append(
          .note(
            "neither an incident (.md, .markdown, .txt, .log or no extension) nor in an incident's folder; left out",
            at: SourceLocation(path)))
      }
    }
    var entries = kept.filter(Self.isHome).map { path -> Entry in
      let home = Self.parent(path)
      let below = String(home.dropFirst(min(prefix.count, home.count)))
      return Entry(path: path, name: below.isEmpty ? "incident" : below, attachments: attachments[home] ?? [])
    }
    entries += singles.map { path in
      Entry(path: path, name: Self.withoutExtension(String(path.dropFirst(prefix.count))), attachments: [])
    }
    for index in entries.indices {
      let review = entries[index].reviewPath
      if reviews.remove(review) != nil { entries[index].review = review }
    }
    skipped += reviews.sorted().map {
      .warning("the review of an incident that isn't there; left out", at: SourceLocation($0))
    }
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.skipped = skipped
  }

  /// Addresses by path. Where two incidents would have the same, each gets its folder's name before its own.
  package func slugs() -> (slugs: [String: Slug], diagnostics: [Diagnostic]) {
    var slugs: [String: Slug] = [:]
    var diagnostics: [Diagnostic] = []
    let short = Dictionary(grouping: entries) { Slug(Self.lastPart($0.name)) }
    var taken: Set<Slug> = Set(short.filter { $0.value.count == 1 }.keys)
    for (slug, group) in short.sorted(by: { $0.key < $1.key }) {
      guard group.count > 1 else {
        slugs[group[0].path] = slug
        continue
      }
      for entry in group.sorted(by: { $0.path < $1.path }) {
        // The digest parts what differs in letter case, signs or beyond an address's length alone.
        let last = Slug("x" + Digest(of: entry.path).short)
        let candidate = [Slug(entry.name), Slug(entry.path)].first { !taken.contains($0) } ?? last
        taken.insert(candidate)
        slugs[entry.path] = candidate
        diagnostics.append(
          .warning(
            "the address '\(slug)' would stand for \(group.count) incidents; this one is at '\(candidate)': rename one of them",
            at: SourceLocation(entry.path)))
      }
    }
    return (slugs, diagnostics)
  }

  fileprivate static func isHome(_ path: String) -> Bool {
    let name = lastPart(path)
    return name == "incident.md" || name == "incident.markdown" || name == "incident.txt"
  }

  private static func isReview(_ path: String, _ homes: Set<String>) -> Bool {
    guard path.hasSuffix("review.md") else { return false }
    let name = lastPart(path)
    return name == "review.md" && homes.contains(parent(path)) || name.hasSuffix(".review.md")
  }

  private static func parent(_ path: String) -> String {
    path.utf8.lastIndex(of: ASCII.slash).map { String(path[..<$0]) } ?? ""
  }

  private static func home(of path: String, _ homes: Set<String>) -> String? {
    var folder = parent(path)
    while true {
      if homes.contains(folder) { return folder }
      guard folder.utf8.contains(ASCII.slash) else { return nil }
      folder = parent(folder)
    }
  }

  private static func lastPart(_ path: String) -> String {
    let end = path.utf8.lastIndex { $0 != ASCII.slash }.map { path.utf8.index(after: $0) } ?? path.endIndex
    let start = path[..<end].utf8.lastIndex(of: ASCII.slash).map { path.utf8.index(after: $0) }
    return String(path[(start ?? path.startIndex)..<end])
  }

  private static func isIncidentFile(_ path: String) -> Bool {
    let name = lastPart(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return true }
    let suffix = name[name.utf8.index(after: dot)...].lowercased()
    if ["md", "markdown", "txt", "log"].contains(suffix) { return true }
    // "2020-02-12.html.md.erb" is Markdown for another generator; "12.5 outage" has no extension at all.
    return name.lowercased().contains(".md.") || suffix.contains(" ") || suffix.allSatisfy(\.isNumber)
      || suffix.count > 8
  }

  fileprivate static func withoutExtension(_ path: String) -> String {
    var stem = path
    for suffix in [".erb", ".md", ".markdown", ".txt", ".log", ".html"] {
      let end = stem.utf8.suffix(suffix.utf8.count)
      if end.lazy.map(ASCII.lowered).elementsEqual(suffix.utf8) { stem = String(stem[..<end.startIndex]) }
    }
    return stem.isEmpty ? path : stem
  }
}

/// A file name pattern: `*` any bytes, `?` one, letters without regard to case.
struct Glob {
  private let pattern: [UInt8]

  init(_ text: String) {
    pattern = Array(text.lowercased().utf8)
  }

  func matches(_ name: String) -> Bool {
    let text = Array(name.lowercased().utf8)
    var patternIndex = 0
    var index = 0
    var star: (pattern: Int, text: Int)?
    while index < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == 0x3F || pattern[patternIndex] == text[index],
        pattern[patternIndex] != 0x2A
      {
        patternIndex += 1
        index += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == 0x2A {
        star = (patternIndex, index)
        patternIndex += 1
      } else if let last = star {
        patternIndex = last.pattern + 1
        star = (last.pattern, last.text + 1)
        index = last.text + 1
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == 0x2A }
  }
}
