import Bytes
import Sanitizing

/// Links from one committed incident to another, or to a heading: on the site they lead to its page.
package struct IncidentLinks: Sendable {
  /// Before the names of an incident's own headings, which are not those of its page.
  static let anchorPrefix = "at-"

  private let incidents: [IncidentCard]
  private let positions: [String: Int]

  /// - Parameter incidents: all that are published.
  package init(_ incidents: [IncidentCard]) {
    self.incidents = incidents
    positions = incidents.indices.reduce(into: [:]) { $0[incidents[$1].path.string] = $1 }
  }

  /// The address of the page that a relative link in `incident` means, from that incident's own page; nil when it means
  /// no incident.
  func page(_ link: String, in incident: IncidentCard) -> String? {
    let anchor = Self.anchor(link)
    if link.hasPrefix("#") {
      return anchor.flatMap { incident.links.anchors.contains($0) ? "#" + Self.anchorPrefix + $0 : nil }
    }
    guard let target = published(link, in: incident) else { return nil }
    let isThere = anchor.map { target.links.anchors.contains($0) } ?? false
    return "\(target.slug).html" + (isThere ? "#" + Self.anchorPrefix + (anchor ?? "") : "")
  }

  private func published(_ link: String, in incident: IncidentCard) -> IncidentCard? {
    guard let target = Self.target(link, from: incident.path.string) else { return nil }
    return (positions[target] ?? positions[target + "/incident.md"]).map { incidents[$0] }
  }

  /// A link to an incident file or a heading that leads nowhere.
  package struct Broken: Sendable, Hashable {
    /// The 1-based line of the block that it stands in.
    package let line: Int
    /// What it would be from the repository's root, or a heading's name behind a `#`.
    package let target: String
  }

  /// - Parameter isThere: whether a path of the repository exists.
  package func broken(in incident: IncidentCard, isThere: (String) -> Bool) -> [Broken] {
    incident.links.links.compactMap { link in
      brokenTarget(link.target, incident, isThere).map { Broken(line: link.line, target: $0) }
    }
  }

  private func brokenTarget(
    _ link: String, _ incident: IncidentCard, _ isThere: (String) -> Bool
  ) -> String? {
    let anchor = Self.anchor(link)
    if link.hasPrefix("#") {
      return anchor.flatMap { incident.links.anchors.contains($0) ? nil : "#" + $0 }
    }
    if let other = published(link, in: incident) {
      return anchor.flatMap { other.links.anchors.contains($0) ? nil : "\(other.path.string)#\($0)" }
    }
    return Self.target(link, from: incident.path.string).flatMap { isThere($0) ? nil : $0 }
  }

  /// A heading's name behind the `#` of a link.
  private static func anchor(_ link: String) -> String? {
    guard let sign = link.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let name = link[link.utf8.index(after: sign)...]
    let decoded = PercentCoding.decoded(name).map { String(decoding: $0, as: UTF8.self) } ?? String(name)
    return decoded.isEmpty ? nil : decoded.lowercased()
  }

  /// A relative link's path from the repository's root; nil for what has a scheme, is an anchor or climbs out.
  private static func target(_ link: String, from path: String) -> String? {
    let plain = link.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let first = plain.first, first != ASCII.slash, !plain.contains(UInt8(ascii: ":")),
      !link.contains(bytes: "‹")
    else { return nil }
    var parts = path.utf8.split(separator: ASCII.slash).dropLast().map { Array($0) }
    for part in (PercentCoding.decoded(Substring(plain)) ?? Array(plain)).split(separator: ASCII.slash) {
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else if !part.elementsEqual(".".utf8) {
        parts.append(Array(part))
      }
    }
    return String(decoding: Array(parts.joined(separator: [ASCII.slash])), as: UTF8.self)
  }
}
