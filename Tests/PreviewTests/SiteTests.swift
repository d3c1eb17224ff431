import Foundation
import Preview
import Testing

@Suite("The preview's answers") struct SiteTests {
  private let folder: URL
  private let site: Site

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("incidents"), withIntermediateDirectories: true)
    func write(_ text: String, _ path: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }
    try write("<html><body>Home</body></html>", "index.html")
    try write("<html><body>Missing</body></html>", "404.html")
    try write("0123456789", "a.mp3")
    try write("{}", "feed.json")
    try write("<rss/>", "feed.xml")
    try write("list", "incidents/index.html")
    try write("WEBVTT", "incidents/a b.vtt")
    site = Site(root: folder.path, addition: "<script src=\"/x.js\"></script>")
  }

  private func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") -> Site.Answer {
    site.answer(Site.Question(method: method, path: path, headers: headers))
  }

  @Test func aPageHasItsTypeItsPolicyAndTheAddedScript() {
    let answer = get("/")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer["Content-Security-Policy"] == Site.policy)
    #expect(
      String(decoding: answer.body, as: UTF8.self)
        == "<html><body>Home<script src=\"/x.js\"></script></body></html>")
  }

  @Test(
    arguments: [
      ("/a.mp3", "audio/mpeg"), ("/feed.json", "application/feed+json"),
      ("/feed.xml", "application/rss+xml; charset=utf-8"),
      ("/incidents/a%20b.vtt", "text/vtt; charset=utf-8"),
    ]) func filesHaveTheTypesThatClientsWant(_ path: String, _ type: String)
  {
    #expect(get(path)["Content-Type"] == type)
  }

  @Test(
    arguments: [
      ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=4-", 206, "456789", "bytes 4-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=0-99", 206, "0123456789", "bytes 0-9/10"),
      ("bytes=-99", 206, "0123456789", "bytes 0-9/10"), ("bytes=10-", 416, "", "bytes */10"),
      ("bytes=-0", 416, "", "bytes */10"), ("bytes=5-2", 200, "0123456789", ""),
      ("bytes=0-1,4-5", 200, "0123456789", ""), ("lines=1-2", 200, "0123456789", ""),
    ]) func rangesAreServed(_ range: String, _ status: Int, _ body: String, _ content: String)
  {
    let answer = get("/a.mp3", ["range": range])
    #expect(answer.status == status)
    if status != 416 { #expect(String(decoding: answer.body, as: UTF8.self) == body) }
    #expect((answer["Content-Range"] ?? "") == content)
    if status != 416 { #expect(answer["Content-Length"] == "\(body.utf8.count)") }
  }

  @Test func headSaysHowLongTheFileIsAndSendsNothing() {
    let answer = get("/a.mp3", method: "HEAD")
    #expect(answer.status == 200 && answer.body.isEmpty)
    #expect(answer["Content-Length"] == "10")
    #expect(answer["Accept-Ranges"] == "bytes")
  }

  @Test func whatTheClientHasIsNotSentAgain() throws {
    let tag = try #require(get("/a.mp3")["ETag"])
    #expect(get("/a.mp3", ["if-none-match": tag]).status == 304)
    #expect(get("/a.mp3", ["if-none-match": "\"other\""]).status == 200)
    #expect(get("/a.mp3", ["range": "bytes=0-1", "if-range": "\"other\""]).status == 200)
  }

  @Test(
    arguments: [
      "/../etc/passwd", "/%2e%2e/etc/passwd", "/incidents/../../x", "/%00", "/%zz", "nothing", "/..%2fx",
      "/a\\b",
      "/%ff",
    ]) func nothingOutsideOfTheSiteIsServed(_ path: String)
  {
    #expect([400, 404].contains(get(path).status))
  }

  @Test func aLinkThatLeavesTheSiteIsNotFollowed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("passwd.txt").path, withDestinationPath: "/etc/passwd")
    #expect(get("/passwd.txt").status == 404)
  }

  @Test func aMissingPageIsTheSitesOwn() {
    let answer = get("/none.html")
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("Missing"))
  }

  @Test func aFolderHasASlashBehindIt() {
    #expect(get("/incidents")["Location"] == "incidents/")
    #expect(get("/incidents/").status == 200)
    #expect(get("/", method: "POST").status == 405)
  }
}
