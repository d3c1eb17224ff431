import Condensing
import Moments
import Testing

@testable import Sanitizing

@Suite struct EvidenceTests {
  private let noisy =
    Chatter.lines(600) + ["\(Chatter.time(600)) FATAL checkout: cannot allocate memory, exiting"]
    + Chatter.lines(600, from: 601)

  @Test func linesOfOneFormAreFoldedAndCounted() throws {
    let lines = (1...40).map {
      "\(Chatter.time($0)) ERROR orders: timeout after \($0 + 100) ms for order \($0)"
    }
    let evidence = Condensed.log(lines)
    let line = try #require(evidence.lines.first)
    #expect(line.count == 40 && line.line == 1 && line.number == 1)
    #expect(
      line.moment?.iso8601 == "2026-03-14T10:00:01Z" && line.lastMoment?.iso8601 == "2026-03-14T10:00:40Z")
    #expect(line.shown.hasSuffix("[×40 until 2026-03-14T10:00:40Z]"))
    #expect(evidence.omitted == Omission(lines: 0, templates: 0))
  }

  @Test(arguments: [100, 400, 1_000, 3_500, 100_000]) func shownAndOmittedAddUpToTheInput(window: Int) {
    let evidence = Condensed.log(noisy, window: window)
    // An outlier's line belongs to a form whose count has it already.
    let forms = evidence.lines.filter { $0.count > 1 || $0.text.string.contains("FATAL") }
    #expect(forms.reduce(0) { $0 + $1.count } + evidence.omitted.lines == noisy.count)
  }

  @Test(arguments: [0, 60, 100, 333, 1_000, 3_500]) func theWindowIsNeverExceeded(window: Int) {
    let narrative = (0..<60).map { "10:\(10 + $0 % 50) we restarted pod \($0) and the queue was still full" }
    let evidence = Condensed.blocks(
      [noisy.joined(separator: "\n") + "\n"], window: window, narrative: narrative.joined(separator: "\n"))
    #expect(evidence.tokens <= window)
    #expect(evidence.tokens == evidence.lines.reduce(0) { $0 + Tokens.estimate($1.shown) })
  }

  @Test func theOneFatalLineAmongThousandsIsKept() {
    let evidence = Condensed.log(noisy, window: 200)
    #expect(evidence.lines.contains { $0.line == 601 && $0.text.string.contains("cannot allocate memory") })
  }

  @Test func eachLineTracesToTheFileAndLineItStandsIn() throws {
    let evidence = Condensed.log(noisy)
    #expect(!evidence.lines.isEmpty)
    for line in evidence.lines {
      #expect(line.path.string == "app.log" && line.text.string == noisy[line.line - 1])
    }
  }

  @Test func numbersAreThePlacesInTheList() {
    let evidence = Condensed.log(noisy)
    #expect(evidence.lines.map(\.number) == Array(1...evidence.lines.count))
    #expect(evidence[1]?.number == 1 && evidence[0] == nil && evidence[evidence.lines.count + 1] == nil)
    #expect(evidence.lines.map(\.line) == evidence.lines.map(\.line).sorted())
  }

  @Test(arguments: [1, 7, 100]) func blocksMakeNoDifference(size: Int) {
    let blocks = stride(from: 0, to: noisy.count, by: size).map { start in
      noisy[start..<min(noisy.count, start + size)].joined(separator: "\n") + "\n"
    }
    #expect(Condensed.blocks(blocks) == Condensed.log(noisy))
  }

  @Test func theSameInputGivesTheSameEvidence() {
    #expect(Condensed.log(noisy) == Condensed.log(noisy))
  }

  @Test func tenThousandLinesAreRead() {
    let evidence = Condensed.log(Chatter.lines(10_000), window: 100)
    #expect(evidence.omitted.lines + evidence.lines.reduce(0) { $0 + $1.count } >= 10_000)
    #expect(evidence.tokens <= 100)
  }

  @Test func narrativeStandsFirstWithItsOwnLines() {
    let evidence = Condensed.blocks(
      ["\(Chatter.time(0)) ERROR orders: boom\n"],
      narrative: "## What happened\n\n---\n2026-03-14 10:00 UTC the pool ran dry\n10:05 we restarted it")
    #expect(evidence.lines.map(\.origin) == [.narrative, .narrative, .narrative, .attachment])
    #expect(evidence.lines.map(\.line) == [4, 7, 8, 1])
    #expect(evidence.lines[2].moment?.iso8601 == "2026-03-14T10:05Z")
  }

  @Test func nothingGivesNothing() {
    let evidence = Condensed.blocks([""])
    #expect(
      evidence.lines.isEmpty && evidence.omitted == Omission(lines: 0, templates: 0) && evidence.tokens == 0)
  }

  @Test func whatIsOmittedIsCountedInFormsToo() {
    let evidence = Condensed.log(Chatter.lines(1_000), window: 0)
    #expect(evidence.omitted == Omission(lines: 1_000, templates: 5))
  }
}
