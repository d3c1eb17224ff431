import Bytes
import Condensing
import Moments
import Sanitizing
import Testing

@Suite("Condensing a log") struct CondenserTests {
  private func evidence(_ log: String, window: Int = 3_500) -> Evidence {
    var sanitizer = Sanitizer(RuleBook.make().book)
    var condenser = Condenser(day: CivilDate(year: 2026, month: 3, day: 14))
    condenser.beginAttachment(path: sanitizer.clean("incidents/a/app.log"))
    condenser.addBlock(sanitizer.clean(log))
    return condenser.evidence(window: window)
  }

  /// Ten thousand ordinary lines with four that matter.
  private static let log: String = {
    var lines = (0..<10_000).map { number in
      "2026-03-14T14:\(10 + number / 250):\(10 + number % 50)Z INFO http GET /orders/\(number) 200 in \(20 + number % 9)ms errors=0"
    }
    lines[3_000] = "2026-03-14T14:22:10Z INFO release deployed checkout 2.32.0"
    lines[4_000] = "2026-03-14T14:26:10Z FATAL pool HikariPool-1 exhausted"
    lines[4_001] = "Caused by: java.net.SocketTimeoutException: Read timed out"
    lines[4_002] = "\tat com.acme.Orders.post(Orders.java:41)"
    return lines.joined(separator: "\n")
  }()

  @Test func keepsWhatTellsOfAChangeAndAFault() {
    let shown = evidence(Self.log).lines.map(\.text.string)
    for words in [
      "deployed checkout", "HikariPool-1 exhausted", "Caused by: java.net.SocketTimeoutException",
    ] {
      #expect(shown.contains { $0.contains(words) })
    }
  }

  @Test func everyLineKnowsWhereItStands() {
    let line = evidence(Self.log).lines.first { $0.text.string.contains("deployed checkout") }
    #expect(line?.line == 3_001)
    #expect(line?.path.string == "incidents/a/app.log")
    #expect(line?.moment?.iso8601 == "2026-03-14T14:22:10Z")
  }

  @Test(arguments: [200, 500, 3_500]) func neverExceedsTheWindow(_ window: Int) {
    #expect(evidence(Self.log, window: window).tokens <= window)
  }

  @Test func sameInputGivesTheSameEvidence() {
    #expect(evidence(Self.log) == evidence(Self.log))
  }
}
