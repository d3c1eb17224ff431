import Diagnostics
import Incidents
import Testing

@Suite("Titles")
struct TitleTests {
  @Test(
    "The first heading of level 1 is the title, else the first heading",
    arguments: [
      ("# One\n\n# Two\n", "One", 1), ("## Before\n\n# Real\n\n# Again\n", "Real", 3),
      ("text\n\n## Only\n", "Only", 3),
      ("Underlined\n===\n", "Underlined", 1),
      ("# The **db** `x` [went](http://a.test)\n", "The db x went", 1),
      ("```\n# no\n```\n# Yes\n", "Yes", 4), ("#\n\n# Named\n", "Named", 3), ("# \n## Second\n", "Second", 2),
      ("# Issue Summary\n\n## Wiki was defaced\n", "Wiki was defaced", 3),
      ("## Timeline (UTC), Monday\n\n# Wiki was defaced\n", "Wiki was defaced", 3),
      ("# SRE > Reviews > IR-0139 Booking down\n", "IR-0139 Booking down", 1),
      ("# Search / API slow\n", "Search / API slow", 1),
      ("h1. Telemetry late\n\nh2. Impact\n", "Telemetry late", 1),
      ("## 1. Description\n\n## Prices were wrong\n", "Prices were wrong", 3),
    ])
  func headings(_ text: String, _ title: String, _ line: Int) {
    let reading = Reading(text)
    #expect(reading.title == title)
    #expect(reading.incident.title.basis == .stated(line: line))
  }

  @Test("A text without headings is called by a first line that stands alone, else by its file")
  func firstLine() {
    #expect(
      Reading("Channel log, on-sale of the tour\n\n[19:00] bot: late\n", name: "x").title
        == "Channel log, on-sale of the tour")
    #expect(
      Reading("**Data incident DI-77**\n\nIt was.\n\n### 2. Investigation\n", name: "x").title
        == "Data incident DI-77")
    #expect(Reading("It broke.\n\nThen it worked.\n", name: "seat-map").title != "It broke.")
  }

  @Test("An e-mail's subject is its title")
  func subject() {
    let reading = Reading(
      "From: A <a@b.example>\nTo: c@d.example\nSubject: What happened to the shop\n\nDear all,\n")
    #expect(reading.title == "What happened to the shop")
    #expect(reading.incident.title.basis == .stated(line: 3))
  }

  @Test("A heading behind front matter has its line of the file")
  func lineBehindFrontMatter() {
    #expect(Reading("---\nseverity: P1\n---\n\n# T\n").incident.title.basis == .stated(line: 5))
  }

  @Test(
    "Without a heading, the name of a Markdown file is the guess",
    arguments: [
      ("2026-03-14-payments-down", "Payments down"), ("2026/q1/cache_stampede", "Cache stampede"),
      ("PM2022-006 - ALB 502 errors", "PM2022 006 ALB 502 errors"), ("2026-03-14", "2026-03-14"),
      ("übergabe", "Übergabe"), ("2023-04/04-25-account_locked", "Account locked"),
    ])
  func fromName(_ name: String, _ expected: String) {
    let reading = Reading("It broke.\n", name: name)
    #expect(reading.title == expected)
    #expect(reading.incident.title.basis == .guessed(from: "the file's name"))
  }

  /// Where the sections stand side by side, none of them is the title.
  @Test(arguments: [
    "## Issue summary\n\n## Timeline (UTC) All Times Approximate\n\n## Commit history\n",
    "# Summary\n\n# Why we were slow\n", "# ISSUE NAME\n\n## Timeline (PST) 4/21/23-4/25/23\n",
  ])
  func sections(_ text: String) {
    #expect(Reading(text, name: "wiki-defaced").title == "Wiki defaced")
  }

  @Test("In a plain text file, the first line is the guess, unless it is a log line")
  func fromFirstLine() {
    let text = Reading("\n== Mail queue stuck ==\nmore\n", name: "mail", path: "incidents/mail.txt")
    #expect(text.title == "Mail queue stuck")
    #expect(text.incident.title.basis == .guessed(from: "the first line"))
    let log = Reading("2026-03-14T14:24:07Z ERROR disk\n", name: "disk-full", path: "incidents/disk-full.log")
    #expect(log.title == "Disk full")
    let long = Reading(String(repeating: "word ", count: 40), name: "long", path: "incidents/long.txt")
    #expect(long.title == "Long")
  }

  @Test("Bytes that aren't UTF-8 are told with their line and the incident is built")
  func invalidBytes() {
    let reading = Reading(Array("# T\n\nSt".utf8) + [0xF6] + Array("rung\n".utf8))
    #expect(reading.title == "T")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.location == SourceLocation("incidents/outage.md", line: 3))
  }

  @Test(
    "Any bytes make an incident with a title",
    arguments: [
      [], [0x0A], [0xFF, 0xFE], Array("---".utf8), Array("---\n---".utf8), Array("# ".utf8), Array("|".utf8),
      Array("---\n\u{0}\n---\n".utf8), [UInt8](repeating: 0x80, count: 50_000),
      [UInt8](repeating: 0x3E, count: 50_000),
    ] as [[UInt8]])
  func anyBytes(_ bytes: [UInt8]) {
    #expect(Reading(bytes).title.isEmpty == false)
  }
}
