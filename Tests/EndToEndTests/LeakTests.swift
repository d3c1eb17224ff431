import Foundation
import Testing

@Suite("Nothing leaks") struct LeakTests {
  /// What the samples hold, planted in narrative, front matter and attachments: path, kind, value.
  private static let planted: [String] = {
    let file = Sandbox.packageRoot.appendingPathComponent("Tests/Fixtures/planted-in-samples.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map(String.init) }
  }()

  @Test func noPlantedValueReachesPagesFeedCacheOrMessages() throws {
    #expect(Self.planted.count > 300)
    let sandbox = try Sandbox()
    let samples = Sandbox.packageRoot.appendingPathComponent("incidents")
    try FileManager.default.copyItem(at: samples, to: sandbox.folder.appendingPathComponent("incidents"))
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--engine", "playbook", "--no-audio", "--verbose")
    #expect(run.code == 0, "\(run.complaint)")
    try sandbox.write(run.complaint, to: "messages.txt")
    try sandbox.write(Self.planted.joined(separator: "\n"), to: "planted.txt")
    let found = try sandbox.run(
      "/usr/bin/env", ["grep", "-rnoFf", "planted.txt", "site", ".hindcast", "messages.txt"])
    #expect(
      found.code == 1,
      "\(Set(found.output.split(separator: "\n")).sorted().prefix(40).joined(separator: "\n"))")
  }

  @Test func whatTheModelWritesIsCleanedToo() throws {
    let sandbox = try Sandbox()
    let log = sandbox.folder.appendingPathComponent("questions.log")
    let endpoint = try Endpoint("hostile", log: log)
    try sandbox.write(Incidents.pool + "\nAsk jana.kowalczyk@posteingang-mail.de.\n", to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", environment: ["LLM_ENDPOINT": endpoint.address])
    #expect(run.code == 0, "\(run.complaint)")
    let page = try sandbox.text("site/incidents/pool.html")
    #expect(!page.contains("posteingang-mail.de"))
    #expect(!page.contains("<script>"))
    #expect(!page.contains("javascript:"))
    #expect(page.contains("No load test saturates the connection pool of checkout"))
    #expect(!(try String(contentsOf: log, encoding: .utf8)).contains("posteingang-mail.de"))
  }
}
