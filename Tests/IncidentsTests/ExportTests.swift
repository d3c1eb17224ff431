import Bytes
import Foundation
import Incidents
import Testing

/// What tools really export; it lies beside the repository on some machines only.
private let formats = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../../shared/data/formats"
).standardizedFileURL

@Suite("Exports of tools, as lines with their times")
struct ExportTests {
  private func told(_ json: String) -> [String]? {
    guard case .events(let events) = AttachmentText.export(RawText(Array(json.utf8))) else { return nil }
    let lines = String(decoding: events.text.unsealed(), as: UTF8.self).split(separator: "\n").map(
      String.init)
    #expect(lines.count == events.numbers.count)
    return lines
  }

  @Test("Alertmanager's API: an alert that is active hasn't ended, whatever its end says")
  func alertmanagerList() {
    let json = """
      [{"labels": {"alertname": "Lag"}, "annotations": {}, "fingerprint": "a", "status": {"state": "active"},
        "startsAt": "2026-03-14T14:30:00.250Z", "endsAt": "2026-03-14T14:35:00Z"}]
      """
    #expect(told(json) == ["2026-03-14T14:30:00.250Z ALERT Lag firing"])
  }

  @Test("PagerDuty: an incident's own times, and people only behind a word that says they are")
  func pagerDuty() {
    let json = """
      {"incident": {"incident_number": 12, "title": "Disk full", "created_at": "2026-01-02T03:00:00+01:00",
        "service": {"summary": "db"}, "urgency": "high", "status": "resolved", "resolved_at": null,
        "last_status_change_at": "2026-01-02T02:40:00Z",
        "acknowledgements": [{"at": "2026-01-02T02:05:00Z", "acknowledger": {"summary": "Jana Novak"}}]}}
      """
    #expect(
      told(json) == [
        "2026-01-02T02:00:00Z incident #12 triggered: Disk full service=\"db\" urgency=high",
        "2026-01-02T02:05:00Z incident #12 acknowledged by: Jana Novak",
        "2026-01-02T02:40:00Z incident #12 resolved",
      ])
    let log = """
      {"log_entries": [{"type": "notify_log_entry", "created_at": "2026-01-02T02:01:00Z", "summary": "Notified",
        "agent": {"type": "user_reference", "summary": "Jana Novak"}, "channel": {"type": "sms"}}]}
      """
    #expect(told(log) == ["2026-01-02T02:01:00Z notify log entry: Notified by user: Jana Novak"])
    let webhook = """
      {"event": {"event_type": "incident.triggered", "occurred_at": "2026-01-02T02:00:00Z",
        "data": {"number": 7, "title": "Lag", "urgency": "low"}}}
      """
    #expect(told(webhook) == ["2026-01-02T02:00:00Z incident.triggered #7 Lag urgency=low"])
  }

  @Test("Opsgenie: created, acknowledged and closed, by the report's milliseconds")
  func opsgenie() {
    let json = """
      {"data": {"tinyId": "9", "message": "5xx", "createdAt": "2026-01-02T02:00:00Z", "status": "closed",
        "priority": "P1", "tags": ["edge"], "report": {"ackTime": 60000, "closeTime": 90500, "acknowledgedBy": "j@x.io"}}}
      """
    #expect(
      told(json) == [
        "2026-01-02T02:00:00Z ALERT #9 5xx priority=P1 tags=edge",
        "2026-01-02T02:01:00Z alert #9 acknowledged by: j@x.io",
        "2026-01-02T02:01:30.500Z alert #9 closed",
      ])
  }

  @Test("Sentry: the chain of exceptions and the team's own frame, never variables, request or user")
  func sentry() throws {
    let secret = "hunter2-canary"
    let json = """
      {"event_id": "e", "platform": "python", "level": "error", "timestamp": 1767319200.5, "culprit": "pay.charge",
       "user": {"email": "\(secret)", "ip_address": "\(secret)"}, "extra": {"x": "\(secret)"},
       "request": {"method": "POST", "url": "https://u:\(secret)@shop.example/pay?card=\(secret)#\(secret)",
         "headers": [["Cookie", "\(secret)"]], "data": {"pan": "\(secret)"}},
       "contexts": {"c": {"y": "\(secret)"}},
       "breadcrumbs": {"values": [{"timestamp": "2026-01-02T01:59:59Z", "category": "http", "message": "GET /a",
         "data": {"body": "\(secret)"}}]},
       "exception": {"values": [
         {"type": "SocketError", "value": "refused"},
         {"type": "PayError", "value": "no bank", "stacktrace": {"frames": [
           {"function": "main", "filename": "app.py", "lineno": 3, "in_app": true, "vars": {"p": "\(secret)"}},
           {"function": "send", "filename": "http.py", "lineno": 8, "in_app": false}]}}]}}
      """
    let lines = try #require(told(json))
    #expect(
      lines == [
        "2026-01-02T01:59:59Z INFO http: GET /a",
        "2026-01-02T02:00:00.500Z ERROR PayError: no bank in pay.charge POST https://shop.example/pay at main (app.py:3)",
        "2026-01-02T02:00:00.500Z Caused by: SocketError: refused",
      ])
    #expect(!lines.joined().contains(secret))
  }

  @Test("Slack: what people wrote, without Slack's marks; lists of people tell nothing")
  func slack() {
    let json = """
      [{"type": "message", "user": "U1", "ts": "1767319200.000100", "text": "<@U2> see <https://x.io/a|the graph> &lt;now&gt;"},
       {"type": "message", "subtype": "channel_join", "user": "U2", "ts": "1767319201.000100", "text": "joined"},
       {"type": "message", "subtype": "bot_message", "bot_id": "B1", "ts": "1767319202.000100", "text": "",
        "attachments": [{"text": "`<https://x.io/c|3f2a1bc>`: Fix the pool - Jana Novak"}]}]
      """
    #expect(
      told(json) == [
        "2026-01-02T02:00:00Z U1: @U2 see the graph <now>",
        "2026-01-02T02:00:02Z B1: — `3f2a1bc`: Fix the pool, author: Jana Novak",
      ])
    #expect(told(#"[{"id": "U1", "team_id": "T", "profile": {"real_name": "Jana Novak"}}]"#) == [])
  }

  @Test("OTLP: body, severity, source and attributes of every kind of value")
  func openTelemetry() {
    let record = """
      {"timeUnixNano": "1767319200123456789", "severityNumber": 17, "body": {"kvlistValue": {"values": [
        {"key": "event", "value": {"stringValue": "pool exhausted"}}, {"key": "size", "value": {"intValue": "10"}}]}},
       "attributes": [{"key": "ok", "value": {"boolValue": false}},
         {"key": "tags", "value": {"arrayValue": {"values": [{"stringValue": "a"}, {"doubleValue": 1.5}]}}}]}
      """
    let json = """
      {"resourceLogs": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "checkout"}}]},
        "scopeLogs": [{"logRecords": [\(record)]}]}]}
      """
    let line = "2026-01-02T02:00:00.123Z ERROR checkout: event=pool exhausted size=10 ok=false tags=a,1.5"
    #expect(told(json) == [line])
  }

  @Test("GitLab: opened, described, discussed and closed")
  func gitLab() {
    let json = """
      {"iid": 4, "title": "Lag", "created_at": "2026-01-02T02:00:00Z", "closed_at": "2026-01-02T03:00:00Z",
       "severity": "HIGH", "labels": ["db"], "description": "It is slow.\\nSince two.", "author": {"name": "Jana Novak"}}
      """
    #expect(
      told(json) == [
        "2026-01-02T02:00:00Z incident #4 opened: Lag severity=high labels=db", "It is slow.", "Since two.",
        "2026-01-02T03:00:00Z incident #4 closed",
      ])
    let notes = """
      [{"notes": [{"body": "Rolled back", "created_at": "2026-01-02T02:30:00Z", "system": false,
        "author": {"name": "Jana Novak"}}]}]
      """
    #expect(told(notes) == ["2026-01-02T02:30:00Z note, author: Jana Novak: Rolled back"])
  }

  @Test("Each event names the line in which its time stands, and events stand in the order of their times")
  func lineNumbers() {
    let json = """
      [
        {"type": "message", "user": "U1",
         "ts": "1767319300.000100", "text": "later"},
        {"type": "message", "user": "U1", "text": "sooner",
         "ts": "1767319200.000100"}
      ]
      """
    guard case .events(let events) = AttachmentText.export(RawText(Array(json.utf8))) else {
      Issue.record("no export")
      return
    }
    #expect(events.numbers == [5, 3])
  }

  @Test(
    "The journal keeps its lines: bytes for what isn't UTF-8, null for what was too long, others as they are")
  func journal() {
    let text = """
      {"__REALTIME_TIMESTAMP": "1767319200000000", "_HOSTNAME": "web", "SYSLOG_IDENTIFIER": "app", "_PID": "7", \
      "PRIORITY": "3", "MESSAGE": "pool exhausted"}
      {"__REALTIME_TIMESTAMP": "1767319201000000", "MESSAGE": [104, 105, 255]}
      {"__REALTIME_TIMESTAMP": "1767319202000000", "PRIORITY": "0", "MESSAGE": null}
      no object
      """
    var attachment = AttachmentText()
    guard case .lines(let raw) = attachment.read(Array(text.utf8), isFirst: true) else {
      Issue.record("the journal isn't lines")
      return
    }
    #expect(
      String(decoding: raw.unsealed(), as: UTF8.self).split(separator: "\n") == [
        "2026-01-02T02:00:00Z ERROR web app[7]: pool exhausted", "2026-01-02T02:00:01Z hi\u{FFFD}",
        "2026-01-02T02:00:02Z FATAL (a message too long for the journal's export)", "no object",
      ])
  }

  @Test("OTLP in lines: each record names the line it came in, over blocks")
  func openTelemetryLines() {
    func line(_ bodies: [String]) -> String {
      let records = bodies.map {
        #"{"timeUnixNano": "1767319200000000000", "body": {"stringValue": "\#($0)"}}"#
      }
      return #"{"resourceLogs": [{"scopeLogs": [{"logRecords": [\#(records.joined(separator: ","))]}]}]}"#
        + "\n"
    }
    var attachment = AttachmentText()
    var numbers: [Int] = []
    for (index, block) in [line(["a", "b"]), line(["c"])].enumerated() {
      guard case .events(let events) = attachment.read(Array(block.utf8), isFirst: index == 0) else {
        Issue.record("no events")
        return
      }
      numbers += events.numbers
    }
    #expect(numbers == [1, 1, 2])
  }

  @Test("Times that can't be read stay as they are written", arguments: ["t", "99", "1e400", "-5"])
  func oddTimes(_ time: String) {
    let json = #"{"groupKey": "g", "alerts": [{"labels": {"alertname": "A"}, "startsAt": "\#(time)"}]}"#
    #expect(told(json) == ["\(time) ALERT A firing"])
  }

  @Test(
    "Every published sample of a whole export is known, and each of its events has a readable time",
    .enabled(if: FileManager.default.fileExists(atPath: formats.path), "../shared/data/formats isn't there"))
  func published() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: formats.path).filter {
      $0.hasSuffix(".json")
    }
    #expect(names.count > 10)
    for name in names {
      let bytes = Array(try Data(contentsOf: formats.appending(path: name)))
      guard case .events(let events) = AttachmentText.export(RawText(bytes)) else {
        Issue.record("\(name) isn't known")
        continue
      }
      let lines = String(decoding: events.text.unsealed(), as: UTF8.self).split(separator: "\n")
      #expect(lines.allSatisfy { $0.prefix(4).allSatisfy(\.isNumber) && $0.contains("Z ") }, "\(name)")
    }
  }
}
