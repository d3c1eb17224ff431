import Testing

@testable import Narration
@testable import Sanitizing

@Suite struct SentenceTests {
  private func script(_ text: String) -> SpokenScript {
    SpokenScript(SanitizedText(cleaned: text), Lexicon("", path: "lexicon.txt"))
  }

  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("It rose to 1.2 s. Then it fell.", ["It rose to 1.2 s.", "Then it fell."]),
    ("A cache, e.g. Redis, was full.", ["A cache, e.g. Redis, was full."]),
    ("See app.example.com now. Done.", ["See app.example.com now.", "Done."]),
    ("Line one\n  goes on. Next.", ["Line one goes on.", "Next."]), ("", []), ("  \n ", []),
  ]) func sentences(text: String, sentences: [String]) {
    #expect(SentenceSplit.of(text) == sentences)
  }

  @Test func keepsWhatIsShownBesideWhatIsSpoken() {
    let sentence = script("p99 was 240 ms.").sentences.first
    #expect(sentence?.shown == "p99 was 240 ms.")
    #expect(sentence?.spoken == "P ninety-nine was two hundred and forty milliseconds.")
  }

  @Test func sentencesWithoutAWordAreNotSpoken() {
    #expect(script("--- ... Fine.").sentences.map(\.spoken) == ["Fine."])
  }
}

@Suite struct LexiconTests {
  @Test func caseCountsFirstThenNot() {
    let lexicon = Lexicon(
      "# names\nSQL = sequel\nsql = S Q L\nk8s =  kubernetes \nbad\n= x\ny =\n", path: "l")
    #expect(lexicon.spoken("SQL") == "sequel" && lexicon.spoken("sql") == "S Q L")
    #expect(
      lexicon.spoken("K8S") == "kubernetes" && lexicon.spoken("bad") == nil && lexicon.spoken("y") == nil)
  }

  @Test func linesThatSayNothingAreTold() {
    let diagnostics = Lexicon.check("# fine\n\na = b\nbad\n= x\ny =\n", path: "templates/lexicon.txt")
    #expect(diagnostics.count == 3)
    #expect("\(diagnostics)".contains("templates/lexicon.txt"))
  }
}

@Suite struct NumberWordsTests {
  @Test(arguments: [
    (0, "zero"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"), (100, "one hundred"),
    (999, "nine hundred and ninety-nine"),
    (1_000, "one thousand"), (1_001, "one thousand and one"), (1_000_000, "one million"), (-3, "minus three"),
    (2_000_000_100, "two billion one hundred"),
  ]) func cardinals(number: Int, words: String) { #expect(NumberWords.cardinal(number) == words) }

  @Test(arguments: [
    (1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (8, "eighth"), (12, "twelfth"),
    (20, "twentieth"),
    (21, "twenty-first"), (30, "thirtieth"), (31, "thirty-first"), (40, "fortieth"),
  ]) func ordinals(number: Int, words: String) { #expect(NumberWords.ordinal(number) == words) }

  @Test(arguments: [
    (2026, "twenty twenty-six"), (2010, "twenty ten"), (2009, "two thousand and nine"),
    (1999, "nineteen ninety-nine"),
    (1900, "nineteen hundred"), (1905, "nineteen oh five"), (800, "eight hundred"),
  ]) func years(number: Int, words: String) { #expect(NumberWords.year(number) == words) }
}
