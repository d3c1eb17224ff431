import ChildProcess
import Foundation
import Testing

@Suite("The preview") struct ServeTests {
  /// `hindcast serve` on a free port, ended with this value.
  private final class Server {
    let address: String
    private let process: ChildProcess

    init(_ sandbox: Sandbox, _ more: [String] = []) throws {
      let pipe = Pipe()
      process = try ChildProcess(
        Sandbox.binary.path,
        ["serve", "--repo", sandbox.folder.path, "--engine", "playbook", "--port", "0"] + more,
        output: pipe.fileHandleForWriting.fileDescriptor)
      // Else nobody would learn of a server that ended without a word.
      try pipe.fileHandleForWriting.close()
      let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      address = String(line.split(separator: "\n").first ?? "")
    }

    func curl(_ path: String, _ arguments: String...) throws -> (head: String, body: String) {
      let run = try ChildProcess.run(
        "/usr/bin/env", ["curl", "-s", "-i", "--max-time", "40"] + arguments + [address + path])
      let parts = run.outputText.components(separatedBy: "\r\n\r\n")
      return (parts.first ?? "", parts.dropFirst().joined(separator: "\r\n\r\n"))
    }
  }

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    return sandbox
  }

  /// What a podcast client does: HEAD, a part, the rest, a seek to the end.
  @Test func aPodcastClientGetsThroughItsWholeWay() throws {
    let sandbox = try sandbox()
    // The pages are served before anything new is spoken.
    #expect(try sandbox.hindcast("build").code == 0)
    let server = try Server(sandbox, ["--no-watch"])
    let feed = try server.curl("feed.xml")
    #expect(feed.head.contains("200 OK") && feed.head.contains("application/rss+xml"))
    let head = try server.curl("audio/pool.mp3", "-I")
    #expect(head.head.contains("200 OK") && head.head.lowercased().contains("accept-ranges: bytes"))
    let length = try #require(
      head.head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }?
        .split(separator: " ").last.flatMap { Int($0) })
    #expect(feed.body.contains("length=\"\(length)\""))
    let start = try server.curl(
      "audio/pool.mp3", "-r", "0-999", "-o", "/dev/null", "-w", "%{http_code} %{size_download}")
    #expect("\(start.head)\(start.body)".contains("206"))
    let seek = try server.curl("audio/pool.mp3", "-r", "-100", "-o", "/dev/null", "-w", "%{http_code}")
    #expect("\(seek.head)\(seek.body)".contains("206"))
    #expect(try server.curl("audio/pool.mp3", "-r", "\(length)-", "-I").head.contains("416"))
    for ending in ["vtt", "srt", "json", "chapters.json"] {
      #expect(try server.curl("audio/pool.\(ending)").head.contains("200 OK"))
    }
    #expect(try server.curl("audio/pool.chapters.json").head.contains("application/json+chapters"))
  }

  @Test func aSavedFileIsBuiltAndThePageIsTold() throws {
    let sandbox = try sandbox()
    let server = try Server(sandbox, ["--no-audio"])
    #expect(try server.curl("incidents/pool.html").body.contains("/_hindcast/reload.js"))
    let first = try server.curl("_hindcast/news?since=0").body
    #expect(first.contains("\"version\": 2"), "\(first)")
    try sandbox.write(Incidents.pool + "\nA late word about the gherkin.\n", to: "incidents/pool.md")
    let second = try server.curl("_hindcast/news?since=2").body
    #expect(second.contains("\"version\": 3"), "\(second)")
    #expect(try server.curl("incidents/pool.html").body.contains("gherkin"))
  }

  @Test func newSettingsHoldForTheNextBuildAndBrokenOnesShow() throws {
    let sandbox = try sandbox()
    let server = try Server(sandbox, ["--no-audio"])
    try sandbox.write("site:\n  title: Gherkin outages\n", to: "hindcast.yaml")
    _ = try server.curl("_hindcast/news?since=2").body
    #expect(try server.curl("incidents/pool.html").body.contains("Gherkin outages"))
    try sandbox.write("site:\n  titel: Broken\n", to: "hindcast.yaml")
    let news = try server.curl("_hindcast/news?since=3").body
    #expect(news.contains("hindcast.yaml:2"), "\(news)")
    #expect(try server.curl("incidents/pool.html").body.contains("Gherkin outages"))
  }

  @Test func whatIsWrongShowsInThePage() throws {
    let sandbox = try sandbox()
    let server = try Server(sandbox, ["--no-audio"])
    try sandbox.write("review:\n  engin: x\n", to: "templates/playbook/broken.yaml")
    let news = try server.curl("_hindcast/news?since=2").body
    #expect(news.contains("templates/playbook/broken.yaml"), "\(news)")
    #expect(try server.curl("incidents/pool.html").head.contains("200 OK"))
  }

  @Test func anotherSitesNameGetsNothing() throws {
    let sandbox = try sandbox()
    let server = try Server(sandbox, ["--no-watch", "--no-audio"])
    #expect(try server.curl("", "-H", "Host: evil.example").head.contains("403"))
  }
}
