import Bytes
import Markdown
import Sanitizing

/// Links from one committed incident to another, or to a heading: on the site they lead to its page.
package struct IncidentLinks: Sendable {
  /// Before the names of an incident's own headings, which are not those of its page.
  static let anchorPrefix = "at-"

  private let incidents: [String: PublishedIncident]

  /// - Parameter incidents: all that are published.
  package init(_ incidents: [PublishedIncident]) {
    self.incidents = incidents.reduce(into: [:]) { $0[$1.path.string] = $1 }
  }

  /// The address of the page that a relative link in `incident` means, from that incident's own page; nil when it means
  /// no incident.
  func page(_ link: String, in incident: PublishedIncident) -> String? {
    let anchor = Self.anchor(link)
    if link.hasPrefix("#") {
      return anchor.flatMap { Self.anchors(of: incident).contains($0) ? "#" + Self.anchorPrefix + $0 : nil }
    }
    guard let target = published(link, in: incident) else { return nil }
    let isThere = anchor.map { Self.anchors(of: target).contains($0) } ?? false
    return "\(target.slug).html" + (isThere ? "#" + Self.anchorPrefix + (anchor ?? "") : "")
  }

  private func published(_ link: String, in incident: PublishedIncident) -> PublishedIncident? {
    guard let target = Self.target(link, from: incident.path.string) else { return nil }
    return incidents[target] ?? incidents[target + "/incident.md"]
  }

  /// A link to an incident file or a heading that leads nowhere.
  package struct Broken: Sendable, Hashable {
    /// The 1-based line of the block that it stands in.
    package let line: Int
    /// What it would be from the repository's root, or a heading's name behind a `#`.
    package let target: String
  }

  /// - Parameter isThere: whether a path of the repository exists.
  package func broken(in incident: PublishedIncident, isThere: (String) -> Bool) -> [Broken] {
    guard incident.isMarkdown else { return [] }
    // Most texts have none: then nothing is parsed.
    guard incident.narrative.string.contains(bytes: "](") else { return [] }
    let document = Self.document(incident)
    var found: [Broken] = []
    visit(document) { node in
      guard case .link(let link) = node.kind, let target = brokenTarget(link, incident, isThere) else {
        return
      }
      found.append(Broken(line: node.lines.lowerBound + incident.firstNarrativeLine - 1, target: target))
    }
    return found
  }

  private func brokenTarget(
    _ link: String, _ incident: PublishedIncident, _ isThere: (String) -> Bool
  ) -> String? {
    let anchor = Self.anchor(link)
    if link.hasPrefix("#") {
      return anchor.flatMap { Self.anchors(of: incident).contains($0) ? nil : "#" + $0 }
    }
    if let other = published(link, in: incident) {
      return anchor.flatMap { Self.anchors(of: other).contains($0) ? nil : "\(other.path.string)#\($0)" }
    }
    return Self.target(link, from: incident.path.string).flatMap { isThere($0) ? nil : $0 }
  }

  /// A heading's name behind the `#` of a link.
  private static func anchor(_ link: String) -> String? {
    guard let sign = link.firstIndex(of: "#") else { return nil }
    let name = link[link.index(after: sign)...]
    let decoded = PercentCoding.decoded(name).map { String(decoding: $0, as: UTF8.self) } ?? String(name)
    return decoded.isEmpty ? nil : decoded.lowercased()
  }

  private static func anchors(of incident: PublishedIncident) -> Set<String> {
    incident.isMarkdown ? HeadingAnchors.all(in: document(incident)) : []
  }

  private static func document(_ incident: PublishedIncident) -> MarkdownNode {
    let lines = incident.narrative.lines.dropFirst(incident.firstNarrativeLine - 1)
    return Markdown.parse(lines.map(\.string).joined(separator: "\n"))
  }

  private func visit(_ node: MarkdownNode, _ body: (MarkdownNode) -> Void) {
    body(node)
    for child in node.children { visit(child, body) }
  }

  /// A relative link's path from the repository's root; nil for what has a scheme, is an anchor or climbs out.
  private static func target(_ link: String, from path: String) -> String? {
    let plain = link.prefix { $0 != "#" && $0 != "?" }
    guard !plain.isEmpty, !plain.contains(":"), !plain.hasPrefix("/"), !plain.contains("‹") else {
      return nil
    }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    let decoded = PercentCoding.decoded(plain).map { String(decoding: $0, as: UTF8.self) } ?? String(plain)
    for part in decoded.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension PublishedIncident {
  /// Whether its text is read as Markdown.
  var isMarkdown: Bool { path.string.contains(bytes: ".md") || path.string.contains(bytes: ".markdown") }
}
