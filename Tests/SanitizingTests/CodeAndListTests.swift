import Testing

@testable import Sanitizing

/// Code that speaks of passwords without one, and people in lists.
@Suite("Code and lists") struct CodeAndListTests {
  private func clean(_ text: String) -> String {
    var sanitizer = Sanitizer(RuleBook.make().book)
    return sanitizer.clean(text).string
  }

  @Test(arguments: [
    "$password = Read-Host -AsSecureString", "if (user.password === null) throw new Error(\"required\")",
    "def login(self, username: str, password: str) -> Session:", "password = random_password.master.result",
    "existingSecretPasswordKey: redis-password", "docker login -u $CI_USER -p $CI_PASSWORD $CI_REGISTRY",
    "DB_PASSWORD=CHANGE_ME", "curl -u USERNAME:PASSWORD https://api.github.com/user",
    "--password <password> --username <username>", "Password = configuration[\"Smtp:Password\"],",
    "read -rs -p \"Enter password: \" PASSWORD", "PASSWORD=${DB_PASSWORD:?must be set}", "password=%s",
    "GET /users/password/edit 302", "DECLARE @rows INT; SELECT @rows = COUNT(*) FROM dbo.Orders;",
    "unless @shutting_down", "@tailwind base;", "Approved by: Change Advisory Board",
    "assigned to Site Reliability",
    "127.0.0.1 localhost.localdomain localhost4", "kid: \"lhj3yo7i9ubi2N8BANh681vBvHx\" not in JWKS",
    "Firmware 10.4.1.6 on the switches, fixed in 10.4.1.9", "{\"client_ip\":\"203.0.113.9\"}",
  ])
  func whatHidesNothingStays(_ text: String) {
    #expect(clean(text) == text)
  }

  @Test func aComparisonWithAQuotedPasswordTellsIt() {
    #expect(clean("if password == \"hunter2-prod\" {") == "if password == \"‹password 1›\" {")
  }

  @Test(arguments: [
    "password:?Hunter2x", "password=--Xy77!kdkd", "KEYSTORE_PASSWORD=changeit", "password=hunter2[prod]",
    "password: blue-otter-key\n",
  ])
  func whatOnlyLooksLikeCodeVanishes(_ text: String) {
    #expect(clean(text).contains("‹password 1›"), "\(clean(text))")
  }

  @Test func namesBelowATitleVanish() {
    let text = clean("Attendees\n- Fenella Strachan (SRE)\n- Kofi Amankwah (Payments)\n\nAgenda: queue\n")
    #expect(text == "Attendees\n- ‹person 1› (SRE)\n- ‹person 2› (Payments)\n\nAgenda: queue\n")
  }

  @Test func minutesNameWhoWasThere() {
    #expect(
      clean("Present: Marguerite Tolland, Ishaan Varma, Bo Lindqvist\n1. Timeline review\n")
        == "Present: ‹person 1›, ‹person 2›, ‹person 3›\n1. Timeline review\n")
  }

  @Test func aClientsAddressIsTheSameWhereverItStands() {
    let text = clean(
      "client_ip=86.65.5.45 blocked\n86.65.5.45 - - [12/Mar/2026:09:14:02 +0000] \"GET / HTTP/1.1\" 403 0\n")
    #expect(text.hasPrefix("client_ip=‹client ip 1› blocked\n‹client ip 1› - - ["), "\(text)")
  }
}
