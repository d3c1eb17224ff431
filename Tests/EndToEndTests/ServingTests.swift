import ChildProcess
import Foundation
import Testing

/// The samples of docs/serving, run by the real servers with a real site.
@Suite("Web servers in front of a site") struct ServingTests {
  static let hasNginx = FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx")
  static let hasCaddy = FileManager.default.isExecutableFile(atPath: "/usr/bin/caddy")

  /// A port that nobody listens on; another process could take it before the server does, which then fails the test.
  private func freePort() throws -> Int {
    let found = try ChildProcess.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])",
      ])
    return try #require(Int(found.outputText.filter(\.isNumber)))
  }

  private func site() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    #expect(try sandbox.hindcast("build", "--engine", "playbook").code == 0)
    return sandbox
  }

  private func sample(_ name: String) throws -> String {
    try String(
      contentsOf: Sandbox.packageRoot.appendingPathComponent("docs/serving/\(name)"), encoding: .utf8)
  }

  private func curl(_ arguments: String...) throws -> String {
    try ChildProcess.run("/usr/bin/env", ["curl", "-s", "--max-time", "20"] + arguments).outputText
  }

  private func check(_ base: String) throws {
    // The server needs a moment to listen.
    _ = try curl("--retry", "40", "--retry-connrefused", "--retry-delay", "0", "-o", "/dev/null", base)
    let login = "reader:a quiet word"
    for path in ["", "feed.xml", "audio/pool.mp3", "incidents/pool.html", "gaps.json"] {
      #expect(try curl("-o", "/dev/null", "-w", "%{http_code}", base + path) == "401", "\(path)")
      #expect(try curl("-u", login, "-o", "/dev/null", "-w", "%{http_code}", base + path) == "200", "\(path)")
    }
    for (path, type) in [
      ("feed.xml", "application/rss+xml"), ("feed.json", "application/feed+json"),
      ("audio/pool.mp3", "audio/mpeg"),
      ("audio/pool.vtt", "text/vtt"), ("audio/pool.chapters.json", "application/json+chapters"),
      ("audio/pool.srt", "application/x-subrip"), ("cover.png", "image/png"),
    ] {
      let found = try curl("-u", login, "-I", "-o", "/dev/null", "-w", "%{content_type}", base + path)
      #expect(found.hasPrefix(type), "\(path): \(found)")
    }
    #expect(
      try curl(
        "-u", login, "-r", "100-199", "-o", "/dev/null", "-w", "%{http_code} %{size_download}",
        base + "audio/pool.mp3") == "206 100")
    #expect(
      try curl(
        "-u", login, "-r", "-50", "-o", "/dev/null", "-w", "%{http_code} %{size_download}",
        base + "audio/pool.mp3") == "206 50")
    #expect(
      try curl(
        "-u", login, "-r", "99999999-", "-o", "/dev/null", "-w", "%{http_code}", base + "audio/pool.mp3")
        == "416")
    let script = try curl(
      "-u", login, "-H", "Accept-Encoding: gzip", "-D", "-", "-o", "/dev/null", base + "portal.js")
    #expect(script.lowercased().contains("content-encoding: gzip"), "\(script)")
    let head = try curl("-u", login, "-I", base + "feed.xml")
    #expect(head.lowercased().contains("content-security-policy: default-src 'none'"))
    let tag = try #require(head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("etag: ") })
      .dropFirst(6)
    #expect(
      try curl(
        "-u", login, "-H", "If-None-Match: \(tag)", "-o", "/dev/null", "-w", "%{http_code}", base + "feed.xml"
      ) == "304")
    #expect(try curl("-u", login, "-o", "/dev/null", "-w", "%{http_code}", base + "none.html") == "404")
  }

  @Test(.enabled(if: hasNginx, "nginx isn't installed")) func nginxServesItAll() throws {
    let sandbox = try site()
    let port = try freePort()
    let password = try ChildProcess.run("/usr/bin/env", ["openssl", "passwd", "-apr1", "a quiet word"])
      .outputText
    try sandbox.write("reader:\(password)", to: "incidents.htpasswd")
    let root = sandbox.folder.path
    let settings = try sample("nginx.conf").replacingOccurrences(
      of: "127.0.0.1:8080", with: "127.0.0.1:\(port)"
    )
    .replacingOccurrences(of: "/srv/www/incidents", with: root + "/site")
    .replacingOccurrences(of: "/etc/nginx/incidents.htpasswd", with: root + "/incidents.htpasswd")
    try sandbox.write("daemon off;\nmaster_process off;\n" + settings, to: "nginx.conf")
    let server = try ChildProcess("/usr/sbin/nginx", ["-p", root, "-c", root + "/nginx.conf"])
    defer { withExtendedLifetime(server) {} }
    try check("http://127.0.0.1:\(port)/")
  }

  @Test(.enabled(if: hasCaddy, "Caddy isn't installed")) func caddyServesItAll() throws {
    let sandbox = try site()
    let port = try freePort()
    let hash = try ChildProcess.run("/usr/bin/caddy", ["hash-password", "--plaintext", "a quiet word"])
      .outputText
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let root = sandbox.folder.path
    let settings = try sample("Caddyfile").replacingOccurrences(
      of: "127.0.0.1:8081", with: "127.0.0.1:\(port)"
    )
    .replacingOccurrences(of: "/srv/www/incidents", with: root + "/site")
    .replacingOccurrences(of: "$2a$14$Zkx19XLiW6VYouLHR5NmfOFU0z2GTNmpkT/5qqR7hx4IjWJPDhjvG", with: hash)
    try sandbox.write(settings, to: "Caddyfile")
    let server = try ChildProcess(
      "/usr/bin/caddy", ["run", "--config", root + "/Caddyfile", "--adapter", "caddyfile"])
    defer { withExtendedLifetime(server) {} }
    try check("http://127.0.0.1:\(port)/")
  }
}
