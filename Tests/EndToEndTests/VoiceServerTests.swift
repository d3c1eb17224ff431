import Foundation
import Testing

@Suite("A server that speaks") struct VoiceServerTests {
  private struct Built {
    let sandbox: Sandbox
    let run: Sandbox.Run
    let requests: [String]
    let twin: [String: Any]
  }

  private func build(_ mode: String, _ arguments: String..., settings: String = "") throws -> Built {
    let sandbox = try Sandbox()
    let log = sandbox.folder.appendingPathComponent("requests.log")
    let endpoint = try Endpoint(mode, fixture: "speech.py", log: log)
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.write(
      """
      voice:
        engine: server
        endpoint: \(endpoint.address)
        model: kokoro
        name: af_sky
      episode:
        opening: false
      """ + settings, to: "hindcast.yaml")
    try sandbox.commit()
    let environment = ["http_proxy": "http://127.0.0.1:1"]
    let run = try sandbox.run(
      Sandbox.binary.path, ["build", "--engine", "playbook"] + arguments, environment)
    let requests = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    let transcript = try Data(sandbox.text("site/audio/pool.json").utf8)
    return Built(
      sandbox: sandbox, run: run, requests: requests.split(separator: "\n").map(String.init),
      twin: try #require(try JSONSerialization.jsonObject(with: transcript) as? [String: Any]))
  }

  @Test func speaksEachSentence() throws {
    let built = try build("wav")
    #expect(built.run.code == 0 && !built.run.complaint.contains("warning:"), "\(built.run.complaint)")
    let questions = try built.requests.map { line in
      try #require(line.hasPrefix("/v1/audio/speech "), "\(line)")
      let body = Data(line.dropFirst("/v1/audio/speech ".count).utf8)
      return try #require(try JSONSerialization.jsonObject(with: body) as? [String: String])
    }
    #expect(questions.count > 4)
    for question in questions {
      #expect(question["model"] == "kokoro" && question["voice"] == "af_sky")
      #expect(question["response_format"] == "wav")
    }
    // A letter is a tone of 60 ms: each cue is as long as what the server said for it.
    let segments = try #require(built.twin["segments"] as? [[String: Any]])
    let lengths = segments.compactMap { segment -> Double? in
      guard let start = segment["startTime"] as? Double, let end = segment["endTime"] as? Double else {
        return nil
      }
      return end - start
    }
    try #require(lengths.count == questions.count)
    for (length, question) in zip(lengths, questions) {
      let spoken = Double(question["input"]?.utf8.count ?? 0) * 0.06
      #expect(abs(length - spoken) <= 0.05, "\(question)")
    }
    #expect(try built.sandbox.text("site/incidents/pool.html").contains("kokoro af_sky"))
  }

  @Test func everyCallIsOnRecordAndASecondBuildAsksNothing() throws {
    let built = try build("wav")
    let trail = try built.sandbox.text(".hindcast/audit.jsonl").split(separator: "\n")
    #expect(trail.count == 1)
    #expect(trail.first?.contains("\"speech\"") ?? false)
    #expect(trail.first?.contains("127.0.0.1") ?? false)
    #expect(!(trail.first?.contains("loyalty") ?? true))
    let again = try built.sandbox.hindcast("build", "--engine", "playbook")
    #expect(again.code == 0)
    let log = built.sandbox.folder.appendingPathComponent("requests.log")
    let requests = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    #expect(requests.count == built.requests.count)
  }

  @Test(arguments: [
    ("refuse", "out of memory"), ("mp3", "no WAVE sound"), ("empty", "no WAVE sound"), ("elsewhere", "307"),
  ])
  func whenItFailsTheBuiltInVoiceSpeaksAndThePageSaysSo(_ mode: String, _ words: String) throws {
    let built = try build(mode)
    #expect(built.run.code == 0)
    #expect(built.run.complaint.contains("the voice kokoro af_sky failed"), "\(built.run.complaint)")
    #expect(built.run.complaint.contains(words), "\(built.run.complaint)")
    #expect(built.run.complaint.contains("flite rms speaks instead"))
    let trail = try built.sandbox.text(".hindcast/audit.jsonl")
    #expect(trail.contains("\"failure\": \"no sound\""), "\(trail)")
    #expect(try built.sandbox.text("site/incidents/pool.html").contains("flite rms"))
  }

  @Test func offlineAsksNobody() throws {
    let built = try build("wav", "--offline")
    #expect(built.requests.isEmpty)
    #expect(try built.sandbox.text("site/incidents/pool.html").contains("flite rms"))
  }

  @Test func microsoftsVoicesNeedConsent() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Incidents.pool, to: "incidents/pool.md")
    try sandbox.write("voice:\n  engine: edge-tts\n", to: "hindcast.yaml")
    try sandbox.commit()
    let refused = try sandbox.hindcast("build", "--engine", "playbook")
    #expect(refused.code != 0)
    #expect(refused.complaint.contains("hindcast.yaml:2") && refused.complaint.contains("allow_egress: true"))
    try sandbox.write("voice:\n  engine: edge-tts\n  allow_egress: true\n", to: "hindcast.yaml")
    try sandbox.commit("Allow it")
    let offline = try sandbox.hindcast("build", "--engine", "playbook", "--offline")
    #expect(offline.code == 0)
    #expect(offline.complaint.contains("--offline lets nothing leave this machine"), "\(offline.complaint)")
  }
}
