import Condensing
import Testing

@testable import Sanitizing

/// What a small window keeps of thousands of lines.
@Suite struct LogSelectionTests {
  private func kept(_ special: [String], at place: Int = 2_500, window: Int = 600) -> [String] {
    var lines = Chatter.lines(5_000)
    lines.insert(contentsOf: special, at: place)
    return Condensed.log(lines, window: window).lines.map(\.text.string)
  }

  @Test(arguments: [
    "2026-03-14T10:41:40Z ERROR checkout: connection pool exhausted",
    "2026-03-14T10:41:40Z WARN checkout: certificate of pay.example.com has expired",
    "2026-03-14T10:41:40Z INFO checkout: deployed release 4.2.0, was 4.1.9",
    "2026-03-14T10:41:40Z INFO checkout: config reloaded, pool.max 64 -> 6",
    "2026-03-14T10:41:40Z INFO checkout: volume /data is at 100%",
    "Caused by: java.io.IOException: No space left on device",
    #"{"level":60,"time":1773484900000,"msg":"schema is newer than supported"}"#,
  ]) func theTellingLineIsKept(line: String) {
    #expect(kept([line]).contains(line))
  }

  @Test(arguments: ["in 4812 ms", "in 0 ms"]) func theMetricFarFromItsOwnKindIsKept(end: String) {
    let lines = (0..<2_000).map { "\(Chatter.time($0)) INFO checkout: rendered page in \(300 + $0 % 7) ms" }
    let odd = "\(Chatter.time(999)) INFO checkout: rendered page \(end)"
    let all = Array(lines[..<999]) + [odd] + lines[1_000...]
    #expect(Condensed.log(all, window: 400).lines.contains { $0.text.string == odd && $0.line == 1_000 })
  }

  @Test func aRatioThatFallsIsAnOutlierToo() {
    let lines = (0..<500).map {
      "\(Chatter.time($0)) INFO cache: hit_ratio=0.9\($0 * 7 % 10) keys=\(9_000 + $0 % 50)"
    }
    let odd = "\(Chatter.time(500)) INFO cache: hit_ratio=0.11 keys=9007"
    #expect(Condensed.log(lines + [odd], window: 400).lines.contains { $0.text.string == odd })
  }

  @Test func countersAndClocksAreNoOutliers() {
    let lines = (0..<500).map { "\(Chatter.time($0)) INFO cache: total=\(1_000 + $0 * 3)" }
    #expect(Condensed.log(lines, window: 400).lines.count <= 1)
  }

  @Test func aStormIsOneLineWithItsExactCount() {
    let storm = (0..<1_107).map { index in
      "2026-03-14T10:41:40Z ERROR checkout: upstream refused request \(index) trace=\(index)ab\(index)"
    }
    let evidence = Condensed.log(Chatter.lines(3_000) + storm, window: 400)
    #expect(evidence.lines.contains { $0.count == 1_107 && $0.line == 3_001 })
  }

  @Test func aWordThatTheWholeLogUsesTellsNothing() {
    let names = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine"]
    let drained = (0..<400).map { index in
      "\(Chatter.time(index)) INFO pool: drained \(names[index % 10])-\(names[index / 10 % 10]) into \(names[index / 40])"
    }
    let line = "\(Chatter.time(200)) INFO pool: primary moved from node a to node b, election lost"
    let all = drained[..<200] + [line] + drained[200...]
    #expect(Condensed.log(Array(all), window: 300).lines.contains { $0.text.string == line })
  }

  /// Hundreds of lines say "drained" and "rollback notes"; one says that a release was rolled back.
  @Test func aWordThatTheLogAlwaysUsesIsNewsInOtherCompany() {
    let chatter = (0..<200).map { index in
      "\(Chatter.time(index)) INFO docs: old \(Chatter.name(index)) rollback notes archived as \(Chatter.name(index + 500))"
    }
    let news = "\(Chatter.time(900)) INFO deployer: rollback of shipping to revision 766 done"
    let kept = Condensed.log(Chatter.lines(2_000) + chatter + [news], window: 400).lines.map(\.text.string)
    #expect(kept.contains(news))
    #expect(kept.count { $0.contains("rollback notes") } <= 1)
  }

  @Test func anIdOfDigitsWithALetterBehindIsNoOutlier() {
    let lines = (0..<300).map { "\(Chatter.time($0)) INFO locks: lock ab\($0)f released by worker-1" }
    let id = "\(Chatter.time(301)) INFO locks: lock 778735459770362d released by worker-1"
    #expect(!Condensed.log(lines + [id], window: 400).lines.contains { $0.text.string == id })
  }

  @Test func aPlaceholderVariesLikeWhatItStandsFor() {
    let lines = (0..<40).map { index in
      "\(Chatter.time(index)) ERROR pay: charge refused for \(index % 2 == 0 ? "‹card number 1›" : "77a1b2")"
    }
    #expect(Condensed.log(lines, window: 400).lines.map(\.count) == [40])
  }

  @Test func aCauseBehindAProgramsNameIsACause() {
    let line =
      "Feb 22 20:28:10 core-30 identity[31214]: Caused by: java.lang.IllegalStateException: two owners"
    #expect(kept([line]).contains(line))
  }
}
