import Bytes
import Testing

@Suite("Addresses made from names")
struct SlugTests {
  @Test(
    "A name becomes lower-case letters, digits and single hyphens",
    arguments: [
      ("2026-03-14-payments-down", "2026-03-14-payments-down"),
      ("PM2020-002 - KIAM service disruption", "pm2020-002-kiam-service-disruption"),
      ("  --What?! (again)__ ", "what-again"),
      ("snake_case.v2", "snake-case-v2"),
      ("../../etc/passwd", "etc-passwd"),
      ("a\u{0}b\nc", "a-b-c"),
    ])
  func plain(_ name: String, _ expected: String) {
    #expect(Slug(name).description == expected)
  }

  @Test(
    "Latin letters with marks keep their letter, as languages write them without",
    arguments: [
      ("Störung in Zürich", "stoerung-in-zuerich"), ("Maßnahme", "massnahme"), ("Ærø ferje", "aero-ferje"),
      ("Łódź", "lodz"), ("Čerpání", "cerpani"), ("naïve café", "naive-cafe"),
    ])
  func marks(_ name: String, _ expected: String) {
    #expect(Slug(name).description == expected)
  }

  @Test("A mark that stands as a character of its own doesn't cut the word")
  func decomposedMarks() {
    #expect(Slug("cafe\u{301} down").description == "cafe-down")
  }

  @Test("Emoji and other scripts part words beside Latin ones")
  func mixedScripts() {
    #expect(Slug("🔥 db 🔥 down 🔥").description == "db-down")
    #expect(Slug("数据库 db 故障").description == "db")
  }

  @Test(
    "A name with no Latin letter gets an address of its own that stays", arguments: ["数据库故障", "🔥", "", "—"])
  func otherScripts(_ name: String) {
    let slug = Slug(name).description
    #expect(slug == "x" + Digest(of: name).short)
    #expect(slug == Slug(name).description)
    #expect(slug != Slug(name + "故").description)
  }

  @Test("However long a name is, its address has at most 80 bytes and ends in no hyphen", arguments: 76...82)
  func long(_ length: Int) {
    let slug = Slug(String(repeating: "a", count: length) + " ß and more words").description
    #expect(slug.utf8.count <= 80)
    #expect(slug.hasPrefix(String(repeating: "a", count: min(length, 80))))
    #expect(!slug.hasSuffix("-"))
  }

  @Test("Addresses are ordered by their bytes")
  func order() {
    #expect(["b", "a-b", "a", "2"].map { Slug($0) }.sorted().map(\.description) == ["2", "a", "a-b", "b"])
  }
}
