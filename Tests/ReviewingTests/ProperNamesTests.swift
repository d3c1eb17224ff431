import Testing

@testable import Reviewing

/// What a text calls its own programs.
@Suite("Names of a text's own programs") struct ProperNamesTests {
  private func names(_ text: String) -> [String] {
    ProperNames(Narrative(Evidences.make(text), Evidences.playbook.playbook)).counted.map(\.name)
  }

  @Test func aCompoundUsedAsANameIsOne() {
    let names = names(
      """
      # Labels came out blank
      label-press takes the address from the order and draws it. A half-empty roll isn't its business. On Monday \
      label-press drew blanks, as the dead-letter box shows. The half-empty roll was found in the well-known drawer.
      """)
    #expect(names == ["label-press"])
  }

  @Test func aWordThatBeginsSentencesInSmallLettersIsOne() {
    let names = names(
      """
      # Maps were empty
      Tiles are cut by a small tool that we call tilecut. tilecut was written in 2015 and runs every hour. On Friday it \
      wrote empty files, and nobody saw it before Monday.
      """)
    #expect(names == ["tilecut"])
  }

  @Test func inAChatWordsAndSpeakersAreNone() {
    let names = names(
      """
      # Logins slow
      10:02 ops-lead: waves of logouts again
      10:04 ops-lead: waves come every ten minutes
      10:06 dana: session-keeper answers after 9 s
      10:09 dana: session-keeper restarted, waves are gone
      """)
    #expect(names == ["session-keeper"])
  }

  @Test func anIncidentIsAboutWhatItsTextSpeaksOf() {
    let text =
      """
      # Nobody could reach us
      ## What it was
      ring-keeper withdraws the old key after thirty days. The request for the new record was dropped, and ring-keeper \
      withdrew the old key while the DS record still pointed at it, so our names failed to resolve.
      ## What we're changing
      - ring-keeper asks the parent's servers before it withdraws anything.
      """
    let review = PlaybookReviewer(Evidences.playbook.playbook).review(
      Evidences.make(text), Evidences.facts(title: "Nobody could reach us", services: []))
    #expect(review.gaps.first?.component == "ring-keeper", "\(review.gaps)")
  }

  @Test func aFlagAndAPlaceholderAreNoPrograms() {
    let names = names(
      """
      # Wrong totals
      tax-engine-v3 was on for everybody. tax-engine-v3 was off in the morning. ‹person 1› turned it on. ‹person 1› saw it.
      """)
    #expect(names == [])
  }
}
