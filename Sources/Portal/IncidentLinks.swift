import Bytes
import Markdown
import Sanitizing

/// Links from one committed incident to another: on the site they lead to its page.
package struct IncidentLinks: Sendable {
  private let slugs: [String: Slug]

  /// - Parameter incidents: all that are published.
  package init(_ incidents: [PublishedIncident]) {
    slugs = incidents.reduce(into: [:]) { $0[$1.path.string] = $1.slug }
  }

  /// The address of the page that a relative link in `incident` means, from that incident's own page; nil when it means
  /// no incident.
  func page(_ link: String, in incident: PublishedIncident) -> String? {
    guard let target = Self.target(link, from: incident.path.string) else { return nil }
    let slug = slugs[target] ?? slugs[target + "/incident.md"]
    return slug.map { "\($0).html" }
  }

  /// A relative link to an incident file that leads nowhere.
  package struct Broken: Sendable, Hashable {
    /// The 1-based line of the block that it stands in.
    package let line: Int
    /// What it would be from the repository's root.
    package let target: String
  }

  /// - Parameter isThere: whether a path of the repository exists.
  package func broken(in incident: PublishedIncident, isThere: (String) -> Bool) -> [Broken] {
    guard incident.path.string.contains(".md") || incident.path.string.contains(".markdown") else {
      return []
    }
    // Most texts have none: then nothing is parsed.
    guard incident.narrative.string.contains("](") else { return [] }
    let lines = incident.narrative.lines.dropFirst(incident.firstNarrativeLine - 1)
    let document = Markdown.parse(lines.map(\.string).joined(separator: "\n"))
    var found: [Broken] = []
    visit(document) { node in
      guard case .link(let link) = node.kind, let target = Self.target(link, from: incident.path.string),
        page(link, in: incident) == nil, !isThere(target)
      else { return }
      found.append(Broken(line: node.lines.lowerBound + incident.firstNarrativeLine - 1, target: target))
    }
    return found
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
