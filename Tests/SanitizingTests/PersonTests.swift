import Testing

@testable import Sanitizing

@Suite struct PersonTests {
  @Test(arguments: [
    "mail ⟦jana.kowalczyk@acme.com⟧ now", "<⟦jana+oncall@acme.co.uk⟧>", "paged →⟦jana@acme.com⟧",
    "user=⟦jana%40acme.com⟧&x=1",
    "ping ⟦@jkowalczyk⟧ please", "thanks (⟦@jana.k⟧)!", "⟦żółw@przykład.pl⟧ wrote",
    "**Authors:** ⟦Ines Okafor⟧, ⟦Dan Whitfield⟧", "09:22 ⟦tom⟧: that was me\n09:24 ⟦priya⟧: thanks ⟦tom⟧",
    "[14:02:11] ⟦Marek⟧: rolling back\n[14:03] bot: done\n[14:04] ⟦noor⟧: thanks",
    "a partner's engineer, ⟦Bram Verhoeven⟧ (⟦b.verhoeven@acme.com⟧), wrote", "Reported by: ⟦Jana Kowalczyk⟧",
    "Author: ⟦jkowalczyk⟧",
    "**Incident commander:** ⟦Ana de la Cruz⟧",
    "Attendees: ⟦Jana Kowalczyk⟧, ⟦Émile Dupont⟧ and ⟦Li O'Neill⟧", #"{"customerName":"⟦Anselm Hoekstra⟧"}"#,
    #"{"createdBy":"⟦Ottilie Nasser⟧"}"#, "Reviewed-by: ⟦Leticia Reinhardt⟧",
    "Signed-off-by: ⟦Jan M. Kos⟧ <⟦j@k.org⟧>",
    "⟦Matthew Raman⟧ noticed the spike", "14:02 ⟦Nadia Anderson⟧ was paged",
    "We paged ⟦Nadia Anderson⟧ at noon",
    "Escalated to ⟦Lorcan Hoekstra⟧ at 03:40", "Thanks to ⟦Priya Delacroix⟧ and ⟦Anselm Wójcik⟧ for the help",
    "The ticket was reopened by ⟦Anneke Yamaguchi⟧ because it grew",
    "4471,⟦Vlora Kinsella⟧,⟦vlora.kinsella@post.nl⟧,gold",
    #""⟦Popescu, Paloma⟧";"⟦ppopescu@post.nl⟧""#, "DRIVER: ⟦AOIFE TAMM⟧  ROUTE: 14",
    "paged ⟦Wren Tamsin⟧; later Wren, then ⟦Wren Tamsin⟧ again", "⟦Oskar Balogun⟧ 0:12:08",
    "I spoke with ⟦Ottilie Lindqvist⟧ about it",
    "8fabeff (⟦Beatriz Gallagher⟧ 2026-04-02 11:20:01 +0200  41)",
    "/home/⟦jana⟧/src", "/Users/⟦jana.k⟧/x", #"C:\Users\⟦jana⟧\x"#, #"ACME\⟦jkowalczyk⟧ logged in"#,
    #"{"user":"ACME\\⟦jkowalczyk⟧"}"#, #"see \\⟦fs01\share⟧\x"#.replacing(#"\\⟦"#, with: #"⟦\\"#),
  ]) func peopleVanish(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "pkg@1.2.3", "npm i lodash@4.17.21", "image@sha256:0af3", "@Override", "@app.route('/x')", "@here look",
    "getty@tty1.service", "curve25519-sha256@libssh.org", "chacha20-poly1305@openssh.com", "@types/node",
    "Circuit Breaker opened", "Apache Kafka started", "Argo Rollouts was on", "Reported by: monitoring",
    "reviewer=renovate[bot] merged=true", "assigned to: unassigned", "Owner: Platform Team", "/home/ubuntu/x",
    "/Users/Shared/x", #"HKLM\software\x"#, #"C:\Windows\System32"#, #"\n\t in a string"#,
    "name: checkout-api", "Azure Front Door rolled back", "@sre-relay take a look",
    "17:03 – Teams Meeting created",
    #"<button @click="refresh">"#, "In Berlin, Madrid and Oslo",
    "Only Leipzig has the new layout", "customers of Cartolina Maps got errors", "12:00:01 nginx: started",
  ]) func whatOnlyLooksLikePeopleStays(text: String) {
    #expect(Cleaning.text(text) == text)
  }
}
