import Bytes
import Incidents
import Testing

@Suite("Attachments as text")
struct AttachmentTextTests {
  private func lines(_ json: String) -> [String]? {
    guard case .events(let events) = AttachmentText.export(RawText(Array(json.utf8))) else { return nil }
    return String(decoding: events.text.unsealed(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("Alertmanager's message becomes one line each time an alert fired or resolved, in order")
  func alertmanager() {
    let json = """
      {"version": "4", "status": "firing", "alerts": [
        {"status": "firing", "labels": {"severity": "page", "alertname": "HighLatency", "job": "api"},
         "annotations": {"summary": "p99 is\\nhigh", "runbook": "r"},
         "startsAt": "2026-03-14T14:30:00Z", "endsAt": "0001-01-01T00:00:00Z"},
        {"status": "resolved", "labels": {"alertname": "DiskFull", "replicas": 3},
         "startsAt": "2026-03-14T14:24:00Z", "endsAt": "2026-03-14T15:10:00Z"},
        {"startsAt": "2026-03-14T14:00:00Z"}]}
      """
    #expect(
      lines(json) == [
        "2026-03-14T14:00:00Z ALERT alert firing",
        "2026-03-14T14:24:00Z ALERT DiskFull firing replicas=3",
        "2026-03-14T14:30:00Z ALERT HighLatency firing job=api severity=page — runbook: r; summary: p99 is high",
        "2026-03-14T15:10:00Z alert DiskFull resolved replicas=3",
      ])
  }

  @Test(
    "Any other JSON, and what is none, stays as it is",
    arguments: [
      "", "[]", "{}", "{\"alerts\": []}", "{\"alerts\": [{\"startsAt\": \"x\"}]}", "{\"version\": \"4\"}",
      "{\"version\": \"4\", \"alerts\": 3}",
      "{\"alerts\": [", "plain text",
    ])
  func others(_ json: String) {
    #expect(lines(json) == nil)
  }

  @Test("A hundred thousand open brackets stay as they are")
  func depth() {
    let stays = lines(String(repeating: "[", count: 100_000)) == nil
    #expect(stays)
  }

  @Test("A line of an alert is never two, whatever its labels hold")
  func lineEnds() {
    let json = #"{"groupKey": "g", "alerts": [{"labels": {"alertname": "a\r\nb\u2028c"}, "startsAt": "t"}]}"#
    #expect(lines(json) == ["t ALERT a b c firing"])
  }

  @Test("Only JSON of a bearable size is read whole")
  func exports() {
    #expect(AttachmentText.isExport(path: "a/alerts.JSON", size: 10))
    #expect(!AttachmentText.isExport(path: "a/alerts.json", size: AttachmentText.largestExport + 1))
    #expect(!AttachmentText.isExport(path: "a/app.log", size: 10))
  }

  @Test("The first block of a binary file is none; bad UTF-8 is repaired")
  func blocks() {
    var binary = AttachmentText()
    #expect(binary.read([0x89, 0x50, 0], isFirst: true) == nil)
    var text = AttachmentText()
    guard case .lines(let repaired) = text.read([0x61, 0xFF], isFirst: true) else {
      Issue.record("text was taken for something else")
      return
    }
    #expect(repaired.unsealed() == Array("a\u{FFFD}".utf8))
    #expect(text.read([0x61, 0], isFirst: false) != nil)
  }
}
