import Testing

@testable import Condensing
@testable import Sanitizing

@Suite struct LogMinerTests {
  private func mine(_ lines: [String]) -> LogMiner {
    var miner = LogMiner(day: nil)
    for line in lines {
      let bytes = Array(line.utf8)
      miner.add(SanitizedText(cleaned: line), bytes, 0..<bytes.count)
    }
    return miner
  }

  @Test(arguments: [
    ("order 17 failed", "order 9000 failed"),
    ("took 240ms", "took 3.5s"),
    ("from 203.0.113.7:443", "from 198.51.100.20:80"),
    ("id=52e62d37-cba8-47b1-9deb-a0b17013e177", "id=deadbeef-0742-6aa1-f0a9-20acf156d8b3"),
    ("digest f63476050d9c", "digest 0a1b2c3d4e5f"),
    ("2026-03-14T10:00:00Z INFO a: up", "2026-03-14T11:30:09Z INFO a: up"),
    (
      "2026-03-14 10:00:00.123 ERROR 1 --- [exec-1] c.a.One : broken",
      "2026-03-14 10:00:01.456 ERROR 1 --- [exec-12] c.a.Two : broken"
    ),
    ("Mar 14 10:00:00 web-1 app[17]: broken", "Mar 14 10:00:09 web-22 app[9]: broken"),
    ("E0314 10:00:00.1 1 a.go:12] broken", "E0314 10:00:07.9 1 b.go:7] broken"),
    (
      #"{"level":"error","ts":1741946400.1,"caller":"a.go:1","msg":"broken"}"#,
      #"{"level":"error","ts":1741946409.7,"caller":"b.go:2","msg":"broken"}"#
    ),
    (
      #"level=error ts=1 caller=a.go:1 msg="broken pipe" n=1"#,
      #"level=error ts=2 caller=b.go:2 msg="broken pipe" n=2"#
    ),
  ]) func linesThatDifferInNumbersIdsAndHeadersAreOneForm(first: String, second: String) {
    let miner = mine([first, second])
    #expect(miner.templates.map(\.count) == [2])
    #expect(miner.templates.first?.first.text.string == first)
  }

  @Test(arguments: [
    ("order failed", "order cancelled"), ("a: timeout", "b: refused"),
    (#"{"msg":"opened"}"#, #"{"msg":"closed"}"#), ("cache miss for key", "cache hit for key"),
  ]) func otherWordsAreAnotherForm(first: String, second: String) {
    #expect(mine([first, second]).templates.count == 2)
  }

  @Test func framesAndBlankLinesAreFoldedIntoWhatTheyBelongTo() {
    let miner = mine([
      "2026-03-14T10:00:00Z ERROR orders: boom", "java.lang.IllegalStateException: boom",
      "\tat com.acme.Orders.place(Orders.java:17)", "\tat com.acme.Main.main(Main.java:3)", "\t... 12 more",
      "", "   ",
      "Caused by: java.net.ConnectException: refused", "  File \"x.py\", line 3", "10:00:01 next",
    ])
    #expect(miner.folded == 6)
    #expect(miner.templates.count == 4)
    #expect(miner.lineCount == 10)
  }

  @Test func countsAndFoldedAddUpToTheLines() {
    let lines = Chatter.lines(777) + ["", "\tat a.b(c:1)", "Caused by: x"]
    let miner = mine(lines)
    #expect(miner.templates.reduce(0) { $0 + $1.count } + miner.folded == lines.count)
    #expect(miner.lineCount == lines.count)
  }

  @Test func aCauseInsideAJSONLineIsFoundOnceAndCountsNoLine() {
    let line =
      #"{"level":50,"msg":"broken","stack":"E: broken\n\tat a(b:1)\nCaused by: X: no space on /data\n\tat c"}"#
    let miner = mine([line, line])
    #expect(miner.causeTemplates.map(\.first.text.string) == ["Caused by: X: no space on /data"])
    #expect(miner.templates.map(\.count) == [2])
  }

  @Test func theFirstLineOfAFormIsItsSampleCutAtAReasonableLength() throws {
    let miner = mine(["broken " + String(repeating: "x", count: 5_000)])
    let sample = try #require(miner.templates.first).first.text
    #expect(sample.utf8.count <= 1_000 && sample.string.hasPrefix("broken xxx"))
  }
}
