import Condensing
import Sanitizing
import Testing

@Suite("A wrapped sentence is one line of evidence") struct ParagraphTests {
  private func lines(_ text: String) -> [String] {
    Condensed.blocks([], narrative: text).lines.map { "\($0.line - 3)-\($0.lastLine - 3) \($0.text.string)" }
  }

  @Test func aSentenceThatGoesOnIsJoined() {
    let text = """
      The migration asked for an exclusive lock without a time-out and queued behind a query; all later
      writes queued behind the migration.
      """
    #expect(
      lines(text) == [
        "1-2 The migration asked for an exclusive lock without a time-out and queued behind a query; all later writes queued behind the migration."
      ])
  }

  @Test func aLineThatEndsOpenGoesOnWhateverTheNextBeginsWith() {
    let text = """
      On the day of the change the table has the hour that lasts from
      02:00 to 03:00 twice.
      [19:03] bot: a line of its own, however long it may be and goes on
      [19:04] bot: another
      """
    #expect(
      lines(text).map { String($0.drop { $0 != " " }.dropFirst()) } == [
        "On the day of the change the table has the hour that lasts from 02:00 to 03:00 twice.",
        "[19:03] bot: a line of its own, however long it may be and goes on", "[19:04] bot: another",
      ])
  }

  @Test func aListItemKeepsItsWrappedRest() {
    let text = """
      - 14:02 The address service restarts for an update of its kernel and does
        not come back.
      - 14:03 The cart retries at once.
      """
    #expect(lines(text).map { $0.prefix(3) } == ["1-2", "3-3"])
  }

  @Test(
    arguments: [
      "A short line\nand another", "A line that is as long as a wrapped one would be. \n\nAnother paragraph",
      "A line that is as long as a wrapped one would be, really\n- an item",
      "A line that is as long as a wrapped one would be, really\n14:24 a moment",
      "A line that is as long as a wrapped one would be, really\n## Heading",
      "A line that is as long as a wrapped one would be, really\n| a | table |",
      "A line that is as long as a wrapped one would be, really\n3. third",
      "# A heading that is as long as a wrapped line would be, really\nthe text",
      "A line that is as long as a wrapped one, with an end.\nAnother sentence",
    ])
  func whatIsNotWrappedStaysApart(_ text: String) {
    #expect(lines(text).count == 2)
  }
}
