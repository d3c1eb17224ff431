import Foundation
import Testing

@Suite("An endpoint that behaves or misbehaves") struct EndpointTests {
  private struct Built {
    let sandbox: Sandbox
    let run: Sandbox.Run
    let requests: [String]
    let endpoint: Endpoint
    var environment: [String: String] { ["LLM_ENDPOINT": endpoint.address] }
  }

  private func build(
    _ mode: String, settings: String = "", appending text: String = "", environment: [String: String] = [:]
  ) throws -> Built {
    let sandbox = try Sandbox()
    let log = sandbox.folder.appendingPathComponent("requests.log")
    let endpoint = try Endpoint(mode, log: log)
    try sandbox.write(Incidents.pool + text, to: "incidents/pool.md")
    try sandbox.write("review:\n  stall_seconds: 1\n" + settings, to: "hindcast.yaml")
    try sandbox.commit()
    let run = try sandbox.hindcast(
      "build", "--no-audio",
      environment: ["LLM_ENDPOINT": endpoint.address].merging(environment) { $1 })
    let requests = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    return Built(
      sandbox: sandbox, run: run, requests: requests.split(separator: "\n").map(String.init),
      endpoint: endpoint)
  }

  @Test(arguments: ["json", "good", "stream", "no-audio", "no-schema", "busy-once", "down-once"])
  func anAnswerBecomesTheReview(_ mode: String) throws {
    let built = try build(mode)
    #expect(built.run.code == 0, "\(built.run.complaint)")
    #expect(!built.run.complaint.contains("warning:"), "\(built.run.complaint)")
    let page = try built.sandbox.text("site/incidents/pool.html")
    #expect(page.contains("the model llama3"))
    #expect(page.lowercased().contains("the loyalty call runs inside the transaction"))
    #expect(
      page.contains("p99 below 800 ms, 0 pool timeouts") || page.contains("P99 below 800 ms, 0 pool timeouts")
    )
    let second = try built.sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(second.complaint.contains("(1 new, 0 cached"))
  }

  @Test func whatDoesNotHoldIsAskedForOnceMore() throws {
    let built = try build("repaired")
    #expect(built.requests.count == 2)
    #expect(built.requests.last?.contains("which no line of the evidence has") ?? false)
    let page = try built.sandbox.text("site/incidents/pool.html")
    #expect(page.contains("repaired once"))
    #expect(!page.contains("billing-service"))
  }

  @Test func whatStillDoesNotHoldNeverReachesAPage() throws {
    let built = try build("stubborn")
    #expect(built.run.code == 0)
    let page = try built.sandbox.text("site/incidents/pool.html")
    #expect(!page.contains("billing-service") && !page.contains("11:11"))
    #expect(page.contains("did not hold against the evidence"))
    #expect(page.contains("1 dropped"))
  }

  @Test(arguments: ["cut-prompt", "small-context"])
  func aContextTooSmallIsFoundOutAndTheEvidenceCondensedToIt(_ mode: String) throws {
    let built = try build(
      mode, appending: (0..<80).map { "\nLine \($0) of a long story that nobody reads twice." }.joined())
    #expect(built.run.code == 0, "\(built.run.complaint)")
    #expect(built.run.complaint.contains("warning: reviewed with less evidence:"), "\(built.run.complaint)")
    #expect(built.run.complaint.contains("context") && built.run.complaint.contains("review.window"))
    #expect(built.requests.count == 2 && built.requests[0].count > built.requests[1].count)
    let page = try built.sandbox.text("site/incidents/pool.html")
    #expect(page.contains("the model llama3"))
    // What is cited is what the model saw, in the next build too.
    let second = try built.sandbox.hindcast(
      "build", "--no-audio", "--engine", "model", environment: built.environment)
    #expect(second.complaint.contains("0 files written"), "\(second.complaint)")
  }

  @Test func anAnswerThatWasCutIsAskedForAgainWithMoreRoomAndLessEvidence() throws {
    let built = try build("length-once")
    #expect(built.requests.count == 2)
    #expect(built.requests.first?.contains("\"max_tokens\":4096") ?? false)
    #expect(built.requests.last?.contains("\"max_tokens\":8192") ?? false)
    #expect(try built.sandbox.text("site/incidents/pool.html").contains("the model llama3"))
  }

  @Test func aServerWithoutSchemasIsRememberedBetweenBuilds() throws {
    let built = try build("no-schema")
    #expect(built.requests.count == 2)
    let log = built.sandbox.folder.appendingPathComponent("again.log")
    let endpoint = try Endpoint("no-schema", log: log)
    // Another port is another server: remembered is what the same one can do.
    let first = try built.sandbox.hindcast(
      "build", "--no-audio", environment: ["LLM_ENDPOINT": endpoint.address, "LLM_MODEL": "llama3:latest"])
    #expect(first.code == 0, "\(first.complaint)")
    try built.sandbox.write(Incidents.certificate, to: "incidents/certificate.md")
    try built.sandbox.commit()
    _ = try built.sandbox.hindcast(
      "build", "--no-audio", environment: ["LLM_ENDPOINT": endpoint.address, "LLM_MODEL": "llama3:latest"])
    let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    #expect(requests.filter { $0.contains("response_format") }.count == 1)
  }

  @Test(
    arguments: [
      ("html", "other than a chat completion"), ("error", "answered 500"),
      ("length", "review.max_output_tokens"),
      ("half", "broke"), ("redirect", "answered 302"), ("hang", "sent nothing for 1 s"),
      ("stall", "sent nothing for 1 s"), ("close", "broke"), ("rubbish", "broke"),
      ("huge", "more than 16 MiB"),
      ("forbidden", "answered 403: {\"error\": \"no such\\u0007 key\"}"),
      ("in-stream-error", "out of memory"),
    ]) func whatGoesWrongIsNamedAndThePlaybookWrites(_ mode: String, _ words: String) throws
  {
    let built = try build(mode)
    #expect(built.run.code == 0, "\(built.run.complaint)")
    #expect(built.run.complaint.contains("warning: the model gave no usable review"))
    #expect(built.run.complaint.contains(words), "\(built.run.complaint)")
    #expect(try built.sandbox.text("site/incidents/pool.html").contains("embedded playbook"))
  }

  @Test func aServerThatIsBusyIsAskedAgainAndOneThatForbidsIsNot() throws {
    #expect(try build("busy-once").requests.count == 2)
    #expect(try build("forbidden").requests.count == 1)
  }

  @Test func everyCallStandsInTheAuditTrailAndNothingOfItsContent() throws {
    let built = try build("repaired", environment: ["LLM_API_KEY": "sk-this-never-shows"])
    let trail = try built.sandbox.text(".hindcast/audit.jsonl").split(separator: "\n")
    #expect(trail.count == 2)
    for line in trail {
      let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(entry["model"] as? String == "llama3")
      #expect((entry["prompt_sha256"] as? String)?.count == 64)
      #expect(!line.contains("loyalty"))
    }
    for (path, bytes) in try built.sandbox.tree("site").merging(
      built.sandbox.tree(".hindcast"), uniquingKeysWith: { $1 })
    {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("sk-this-never-shows"), "\(path)")
    }
  }

  @Test func aDeadEndpointIsSetAsideWhileAnotherAnswers() throws {
    let sandbox = try Sandbox()
    let endpoint = try Endpoint("json")
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.write(Incidents.certificate, to: "incidents/certificate.md")
    try sandbox.write(
      "review:\n  endpoint: [\"http://127.0.0.1:1/v1\", \"\(endpoint.address)\"]\n", to: "hindcast.yaml")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", "--verbose")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint.contains("note: nobody answers at http://127.0.0.1:1/v1"))
    #expect(try sandbox.text("site/incidents/pool.html").contains("the model llama3"))
  }

  @Test func offlineOpensNoSocket() throws {
    let sandbox = try Sandbox()
    let log = sandbox.folder.appendingPathComponent("requests.log")
    let endpoint = try Endpoint("json", log: log)
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast(
      "build", "--no-audio", "--offline", "--verbose", environment: ["LLM_ENDPOINT": endpoint.address])
    #expect(run.code == 0)
    #expect(run.complaint.contains("was not asked: the build is offline"))
    #expect(!FileManager.default.fileExists(atPath: log.path))
  }

  @Test func aCertificateThatNobodyVouchesForIsRefused() throws {
    let built = try build("certificate", settings: "  engine: model\n")
    #expect(built.run.code == 1)
    #expect(built.run.complaint.lowercased().contains("certificate"), "\(built.run.complaint)")
    #expect(built.requests.isEmpty)
  }

  @Test func aModelThatIsNotThereIsNamedWithThoseThatAre() throws {
    let built = try build("refuse-model", settings: "  engine: model\n")
    #expect(built.run.code == 1)
    #expect(built.run.complaint.contains("has no model 'llama3' (it has another-model)"))
  }

  @Test func nobodyListeningMeansThePlaybookAndOneNote() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast(
      "build", "--no-audio", "--verbose", environment: ["LLM_ENDPOINT": "http://127.0.0.1:1/v1"])
    #expect(run.code == 0)
    #expect(run.complaint.contains("note: no model, so the playbook reviews"))
  }

  @Test func anotherHostIsRefusedBeforeASocketIsOpened() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast(
      "build", "--no-audio", "--engine", "model", environment: ["LLM_ENDPOINT": "http://192.0.2.1/v1"])
    #expect(run.code == 1)
    #expect(run.complaint.contains("not on this machine; nothing was sent"))
  }

  /// The name passes for this machine's and turns out to be another: what counts is where the socket would go.
  @Test func aNameThatTurnsToAPublicAddressIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.commit()
    let run = try sandbox.hindcast(
      "build", "--no-audio", "--engine", "model",
      environment: ["LLM_ENDPOINT": "http://localhost.192.0.2.1/v1", "http_proxy": "http://127.0.0.1:1"])
    #expect(run.code == 1)
    #expect(run.complaint.contains("nobody answers") || run.complaint.contains("not on this machine"))
  }
}
