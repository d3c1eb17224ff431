import Foundation
import Testing

@Suite("A server that says what names mean") struct EmbeddingTests {
  private let sandbox: Sandbox
  private let log: URL
  private let endpoint: Endpoint

  init() throws {
    sandbox = try Sandbox()
    log = sandbox.folder.appendingPathComponent("requests.log")
    endpoint = try Endpoint("good", fixture: "embeddings.py", log: log)
  }

  private func write(_ address: String, ledger: String? = nil) throws {
    for (day, component) in ["payments", "payment-processing", "orders"].enumerated() {
      try sandbox.write(
        """
        ---
        services: [\(component)]
        started: 2026-03-0\(day + 1)T10:00:00Z
        duration: 20m
        ---
        # The pool of \(component) ran dry
        ## Root cause
        The root cause was that the connection pool of \(component) was exhausted: requests held two connections.
        """, to: "incidents/\(component).md")
    }
    if let ledger { try sandbox.write(ledger, to: "incidents/gaps.yaml") }
    try sandbox.write("gaps:\n  embedding_endpoint: \(address)\n", to: "hindcast.yaml")
    try sandbox.commit()
  }

  private func build(_ arguments: String...) throws -> Sandbox.Run {
    try sandbox.run(
      Sandbox.binary.path, ["build", "--engine", "playbook", "--no-audio"] + arguments,
      ["http_proxy": "http://127.0.0.1:1"])
  }

  private func gaps() throws -> String { try sandbox.hindcast("gaps", "--format", "csv").output }
  private func requests() -> Int {
    ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").count
  }

  @Test func twoNamesOfOneComponentAreOneGap() throws {
    try write(endpoint.address)
    let run = try build()
    #expect(run.code == 0 && !run.complaint.contains("warning:"), "\(run.complaint)")
    let gaps = try gaps()
    #expect(gaps.contains("connection-pool-exhaustion--load--payments"), "\(gaps)")
    #expect(gaps.contains("connection-pool-exhaustion--load--orders"))
    #expect(!gaps.contains("connection-pool-exhaustion--load--payment-processing"))
    let page = try sandbox.text("site/gaps/connection-pool-exhaustion--load--payments.html")
    #expect(page.contains("The pool of payment-processing ran dry") && page.contains("40 min"))
    // What it said once is kept.
    #expect(requests() == 1)
    let trail = try sandbox.text(".hindcast/audit.jsonl")
    #expect(trail.contains("\"call\": \"embeddings\"") && !trail.contains("payment-processing"))
  }

  @Test func theLedgerGoesOverIt() throws {
    try write(
      endpoint.address,
      ledger:
        "- gap: connection-pool-exhaustion--load--payment-processing\n  accepted: 2026-03-05\n  reason: bought\n"
    )
    #expect(try build().code == 0)
    let gaps = try gaps()
    #expect(gaps.contains("connection-pool-exhaustion--load--payment-processing"), "\(gaps)")
  }

  @Test func offlineAsksNobody() throws {
    try write(endpoint.address)
    let run = try build("--offline")
    #expect(run.code == 0 && requests() == 0)
    #expect(run.complaint.contains("by the names of components alone"), "\(run.complaint)")
  }

  @Test func anotherHostNeedsConsent() throws {
    try write("http://192.0.2.1/v1")
    let run = try build()
    #expect(
      run.code == 0 && run.complaint.contains("not on this machine; nothing was sent"), "\(run.complaint)")
  }

  @Test(arguments: ["refuse", "few", "short", "zero", "rubbish"])
  func whatGoesWrongLeavesTheNamesToDecideAndIsTriedAgain(_ mode: String) throws {
    let bad = try Endpoint(mode, fixture: "embeddings.py")
    try write(bad.address)
    for _ in 1...2 {
      let run = try build()
      #expect(run.code == 0)
      #expect(run.complaint.contains("by the names of components alone"), "\(run.complaint)")
    }
    #expect(try gaps().contains("connection-pool-exhaustion--load--payment-processing"))
  }
}
