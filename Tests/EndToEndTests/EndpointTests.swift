import Foundation
import Testing

@Suite("An endpoint that behaves or misbehaves") struct EndpointTests {
  private func build(_ mode: String, settings: String = "") throws -> (sandbox: Sandbox, run: Sandbox.Run) {
    let sandbox = try Sandbox()
    let endpoint = try Endpoint(mode)
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.write("review:\n  stall_seconds: 1\n" + settings, to: "hindcast.yaml")
    try sandbox.commit()
    let run = try sandbox.hindcast("build", "--no-audio", environment: ["LLM_ENDPOINT": endpoint.address])
    return (sandbox, run)
  }

  @Test(arguments: ["good", "no-audio"]) func aReportBecomesTheReview(_ mode: String) throws {
    let (sandbox, run) = try build(mode)
    #expect(run.code == 0, "\(run.complaint)")
    let page = try sandbox.text("site/incidents/pool.html")
    #expect(page.contains("The model llama3") || page.contains("the model llama3"))
    #expect(page.contains("the loyalty call runs inside the transaction"))
    #expect(page.contains("p99 below 800 ms, 0 pool timeouts"))
    let second = try sandbox.hindcast("build", "--no-audio", "--engine", "playbook")
    #expect(second.complaint.contains("(1 new, 0 cached"))
  }

  @Test(
    arguments: [
      ("html", "other than a chat completion"), ("error", "answered 500"),
      ("cut", "review.max_output_tokens"),
      ("half", "broke"), ("redirect", "answered 302"), ("hang", "sent nothing for 1 s"),
    ]) func whatGoesWrongIsNamedAndThePlaybookWrites(_ mode: String, _ words: String) throws
  {
    let (sandbox, run) = try build(mode)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint.contains("warning: the model gave no usable review"))
    #expect(run.complaint.contains(words), "\(run.complaint)")
    #expect(try sandbox.text("site/incidents/pool.html").contains("embedded playbook"))
  }

  @Test func aModelThatIsNotThereIsNamedWithThoseThatAre() throws {
    let (_, run) = try build("refuse-model", settings: "  engine: model\n")
    #expect(run.code == 1)
    #expect(run.complaint.contains("has no model 'llama3' (it has another-model)"))
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
}
