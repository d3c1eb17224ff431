import Testing

@testable import Condensing

@Suite struct SalienceTests {
  private func words(_ line: String) -> [String] {
    let bytes = Array(line.utf8)
    return Salience.telling(bytes, 0..<bytes.count).map(\.text)
  }

  @Test(arguments: [
    ("Deployed release 4.2.0", ["deployed", "release", "1.2.3"]), ("pool exhausted", ["exhausted"]),
    ("pool.max 64 -> 6", ["->"]), ("/data is at 100%", ["100%"]), ("FAILOVER done", ["failover"]),
    ("errors=0 failed: 0 error_rate=0.00%", []), ("failed: 3", ["failed"]), ("failed: 0.5", ["failed"]),
    ("timeout: none", []), ("all is well", []), ("from 10.20.30.40", []), ("", []),
  ]) func theWordsThatTellOfChangesAndFaults(line: String, found: [String]) {
    #expect(words(line) == found)
  }

  @Test func theWorthIsThatOfTheBestWordAndHalfOfTheNext() {
    let line = Array("panic: disk full".utf8)
    #expect(Salience.weight(line, 0..<line.count) == 10 + 6 / 2)
    #expect(Salience.weight([], 0..<0) == 0)
  }
}
