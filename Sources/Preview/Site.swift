import Bytes
import FoundationEssentials

/// What a request for the site is answered with; it reads files and decides, and knows nothing of sockets.
package struct Site: Sendable {
  package struct Answer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package subscript(name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  package struct Question: Sendable {
    package var method: String
    /// Percent-encoded, with or without a query.
    package var path: String
    /// By lower-case names.
    package var headers: [String: String]

    package init(method: String = "GET", path: String, headers: [String: String] = [:]) {
      self.method = method
      self.path = path
      self.headers = headers
    }
  }

  /// What pages may load: nothing but the site itself.
  package static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  private let root: String
  /// Put before `</body>` of each page.
  private let addition: [UInt8]

  package init(root: String, addition: String = "") {
    self.root = root
    self.addition = Array(addition.utf8)
  }

  package func answer(_ question: Question) -> Answer {
    guard ["GET", "HEAD"].contains(question.method) else {
      return plain(405, "Only GET and HEAD are answered here.", [("Allow", "GET, HEAD")])
    }
    guard let path = Self.path(question.path) else { return plain(400, "This is no path.") }
    if let target = folderWithoutSlash(path) {
      return plain(301, "Moved.", [("Location", target)])
    }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard var bytes = file(name) else { return missing(question) }
    let type = ContentType.of(name)
    if type.hasPrefix("text/html"), !addition.isEmpty { bytes = Self.adding(addition, to: bytes) }
    return served(bytes, type, question)
  }

  private func served(_ bytes: [UInt8], _ type: String, _ question: Question) -> Answer {
    let tag = "\"\(Fingerprint.of(bytes))\""
    var headers = [
      ("Content-Type", type), ("ETag", tag), ("Accept-Ranges", "bytes"), ("Cache-Control", "no-cache"),
      ("Content-Security-Policy", Self.policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"),
    ]
    if let known = question.headers["if-none-match"], known == "*" || known.contains(tag) {
      return Answer(status: 304, headers: headers, body: [])
    }
    // A range of another version of the file would be mixed with this one's.
    let isSameVersion = question.headers["if-range"].map { $0 == tag } ?? true
    if isSameVersion, let text = question.headers["range"] {
      switch ByteRange.read(text, of: bytes.count) {
      case .some(.satisfiable(let range)):
        headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"))
        headers.append(("Content-Length", "\(range.count)"))
        return Answer(
          status: 206, headers: headers, body: question.method == "HEAD" ? [] : Array(bytes[range]))
      case .some(.unsatisfiable):
        return plain(416, "The file has no such bytes.", [("Content-Range", "bytes */\(bytes.count)")])
      case nil: break
      }
    }
    headers.append(("Content-Length", "\(bytes.count)"))
    return Answer(status: 200, headers: headers, body: question.method == "HEAD" ? [] : bytes)
  }

  private func missing(_ question: Question) -> Answer {
    var answer = plain(404, "There is no such page.")
    if let page = file("404.html") {
      answer = served(
        addition.isEmpty ? page : Self.adding(addition, to: page), "text/html; charset=utf-8",
        Question(path: "/"))
      answer.status = 404
    }
    if question.method == "HEAD" { answer.body = [] }
    return answer
  }

  private func plain(_ status: Int, _ text: String, _ more: [(String, String)] = []) -> Answer {
    Answer(
      status: status,
      headers: [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "\(text.utf8.count + 1)")]
        + more,
      body: Array((text + "\n").utf8))
  }

  /// Below the root, decoded; nil for what climbs out of it or isn't UTF-8.
  private static func path(_ target: String) -> String? {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard let bytes = PercentCoding.decoded(path), let text = String(validating: bytes, as: UTF8.self),
      !text.utf8.contains(0), text.hasPrefix("/")
    else { return nil }
    let parts = text.split(separator: "/")
    guard !parts.contains(".."), !parts.contains("."), !text.contains("\\") else { return nil }
    return parts.joined(separator: "/") + (text.hasSuffix("/") && !parts.isEmpty ? "/" : "")
  }

  private func folderWithoutSlash(_ path: String) -> String? {
    guard !path.isEmpty, !path.hasSuffix("/"), SiteFiles.isFolder(root + "/" + path) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name + "/"
  }

  private func file(_ name: String) -> [UInt8]? { SiteFiles.read(root, name) }

  private static func adding(_ addition: [UInt8], to page: [UInt8]) -> [UInt8] {
    let mark = Array("</body>".utf8)
    var index = page.count - mark.count
    while index >= 0 {
      if page[index] == 0x3C, page[index...].starts(with: mark) {
        return Array(page[..<index]) + addition + Array(page[index...])
      }
      index -= 1
    }
    return page + addition
  }
}

/// Types by the endings of names, as podcast clients and browsers want them.
enum ContentType {
  static func of(_ name: String) -> String {
    if name.hasSuffix(".chapters.json") { return "application/json+chapters" }
    if name == "feed.json" || name.hasSuffix("/feed.json") { return "application/feed+json" }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ending == "xml" {
      return name.hasSuffix("sitemap.xml") ? "application/xml" : "application/rss+xml; charset=utf-8"
    }
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json", "mp3": "audio/mpeg", "vtt": "text/vtt; charset=utf-8",
    "srt": "application/x-subrip",
    "png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8", "yaml": "application/yaml",
  ]
}

/// `Range: bytes=…` of one part (RFC 9110): from, from-to, and the last so many.
enum ByteRange {
  case satisfiable(Range<Int>)
  case unsatisfiable

  /// nil for what isn't one range of bytes: then the whole file is sent.
  static func read(_ text: String, of size: Int) -> ByteRange? {
    guard text.hasPrefix("bytes=") else { return nil }
    let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      !(ends[0].isEmpty && ends[1].isEmpty)
    else {
      return nil
    }
    if ends[0].isEmpty {
      guard let count = Int(ends[1]) else { return nil }
      return count == 0 || size == 0 ? .unsatisfiable : .satisfiable(max(0, size - count)..<size)
    }
    guard let first = Int(ends[0]) else { return nil }
    let last = ends[1].isEmpty ? size - 1 : Int(ends[1]) ?? size - 1
    guard first < size else { return .unsatisfiable }
    guard first <= last else { return nil }
    return .satisfiable(first..<min(size, last + 1))
  }
}

/// A short mark of a content, which changes with it (FNV-1a).
enum Fingerprint {
  static func of(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
  }
}
