import Testing

@testable import Sanitizing

/// Tables whose head says who or what stands below.
@Suite("Columns of tables") struct TableColumnTests {
  private func clean(_ text: String) -> String {
    var sanitizer = Sanitizer(RuleBook.make().book)
    return sanitizer.clean(text).string
  }

  @Test func ownersOfActionsVanish() {
    let text = clean(
      """
      | Action | Owner | Due |
      |---|---|---|
      | Alert on lag | Marloes Verhoeven | 2026-01-10 |
      | Load test | Lena, Tomasz Wrobel | Q3 |
      | Runbook | Platform Team | open |
      """)
    #expect(text.contains("| Alert on lag | ‹person 1› | 2026-01-10 |"), "\(text)")
    #expect(!text.contains("Wrobel"), "\(text)")
    #expect(text.contains("| Platform Team |"), "\(text)")
  }

  @Test func passwordsOfATableVanish() {
    let text = clean(
      "| Host | User | Password |\n|---|---|---|\n| router-lab | admin | lantern5559Anchor |\n")
    #expect(text == "| Host | User | Password |\n|---|---|---|\n| router-lab | admin | ‹password 1› |\n")
  }

  @Test func tablesOfWikisAreRead() {
    let text = clean("||Action||Owner||Due||\n|Key per vehicle|Priyanka Raman|14 June|\n")
    #expect(text == "||Action||Owner||Due||\n|Key per vehicle|‹person 1›|14 June|\n")
  }

  @Test(arguments: [
    "| Owner | Name |\n|---|---|\n", "|---|", "||", "||Owner||\n", "| Owner |\n|---|\n||||\n|", "a || b",
    "| Password |\n|---|\n| none |\n| <your-password> |\n",
  ])
  func whatIsNoTableOrEmptyStays(_ text: String) {
    #expect(clean(text) == text)
  }
}
