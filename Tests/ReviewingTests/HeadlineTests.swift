import Reviewing
import Testing

/// What a page says first, from the incident's own words or not at all.
@Suite("Headlines of the playbook") struct HeadlineTests {
  private func headline(_ title: String, _ text: String) -> String {
    PlaybookReviewer(Evidences.playbook.playbook).review(Evidences.make(text), Evidences.facts(title: title))
      .headline
  }

  @Test(arguments: [
    (
      "## Summary\n\nFor 40 minutes checkout refused all orders because its pool was full. We are sorry.\n",
      "For 40 minutes checkout refused all orders because its pool was full."
    ),
    // How a system works isn't what happened.
    (
      "## Summary\n\nCheckout resizes pictures with a library that holds them in memory for users.\n",
      "The pool ran dry."
    ),
    // Half a sentence of a list isn't one.
    (
      "## Impact\n\n- 9,870 failed POST /v1/checkouts/{id}/confirm\n- 575 minutes from start to end\n",
      "The pool ran dry."
    ),
    (
      "## Impact\n\nThe dump was deleted from /home/x/dumps/a.hprof by the users of checkout.\n",
      "The pool ran dry."
    ),
  ]) func sayWhatFailedOrWhatItIsCalled(_ text: String, _ expected: String) {
    #expect(headline("The pool ran dry", text) == expected)
  }

  @Test(arguments: [
    ("Incident on 2020-08-25 - Connectivity issues with eu-west-2a", "Connectivity issues with eu-west-2a."),
    ("2026-03-14: checkout pool exhausted", "Checkout pool exhausted."),
    ("checkout: pool exhausted", "Checkout: pool exhausted."),
    ("Incident on 2020-08-04", "Incident on 2020-08-04."),
  ]) func leaveTheDateOfATitleOut(_ title: String, _ expected: String) {
    #expect(headline(title, "Nothing to see here.\n") == expected)
  }
}
