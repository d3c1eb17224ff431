import Defaults
import Testing

@testable import Narration

/// What is written, and how engineers say it.
@Suite struct SpokenReaderTests {
  private static let lexicon = Lexicon(
    String(decoding: DefaultTemplates.files["lexicon.txt"] ?? [], as: UTF8.self), path: "lexicon.txt")

  private func expect(_ written: String, _ spoken: String) {
    #expect(SpokenReader(Self.lexicon).read(written) == spoken)
  }

  @Test(arguments: [
    ("14:32 UTC", "fourteen thirty-two U T C"), ("14:05Z", "fourteen oh five U T C"),
    ("14:00", "fourteen hundred"),
    ("00:00", "midnight"), ("00:07", "zero oh seven"), ("9:15", "nine fifteen"),
    ("14:32:07", "fourteen thirty-two and seven seconds"), ("14:32:01", "fourteen thirty-two and one second"),
    ("2026-03-14", "March the fourteenth, twenty twenty-six"),
    ("2026-03-14T14:24Z", "March the fourteenth, twenty twenty-six, fourteen twenty-four U T C"),
    ("14:32–15:10", "fourteen thirty-two to fifteen ten"),
    ("14:32-15:10", "fourteen thirty-two to fifteen ten"),
    ("in 2026", "in twenty twenty-six"), ("in 2005", "in two thousand and five"),
    ("1st", "first"), ("the 22nd", "the twenty-second"), ("24/7", "twenty-four seven"),
  ]) func times(written: String, spoken: String) { expect(written, spoken) }

  @Test(arguments: [
    ("240ms", "two hundred and forty milliseconds"), ("240 ms", "two hundred and forty milliseconds"),
    ("1 ms", "one millisecond"), ("1 min", "one minute"), ("5 min", "five minutes"),
    ("30s", "thirty seconds"),
    ("1.5h", "one point five hours"), ("3.5GiB", "three point five gibibytes"), ("1 GB", "one gigabyte"),
    ("12%", "twelve percent"), ("99.95%", "ninety-nine point nine five percent"), ("40k", "forty thousand"),
    ("2x", "two times"), ("800 req/s", "eight hundred requests per second"),
    ("1,200 rps,", "one thousand two hundred requests per second,"),
    ("0.5 s.", "zero point five seconds."), ("p99", "P ninety-nine"), ("P95", "P ninety-five"),
    ("p99.9", "P ninety-nine point nine"), ("$4.2M", "four point two million dollars"), ("$1", "one dollar"),
    ("€1,200", "one thousand two hundred euros"), ("£300k", "three hundred thousand pounds"),
  ]) func quantities(written: String, spoken: String) { expect(written, spoken) }

  @Test(arguments: [
    ("0", "zero"), ("21", "twenty-one"), ("101", "one hundred and one"),
    ("1,200", "one thousand two hundred"),
    ("1012", "one thousand and twelve"), ("2500000", "two million five hundred thousand"),
    ("1.28", "one point two eight"),
    ("-5", "minus five"), ("+12%", "plus twelve percent"), (">500", "more than five hundred"),
    ("~30", "about thirty"),
    ("≥1", "at least one"), ("<=5", "at most five"), ("±2", "plus or minus two"), ("#17", "number seventeen"),
    ("10-20", "ten to twenty"), ("2-3x", "two to three times"), ("10→40", "ten to forty"),
    ("512 → 64", "five hundred and twelve to sixty-four"), ("3/4", "three of four"),
    ("123456789", "one two three four five six seven eight nine"),
  ]) func numbers(written: String, spoken: String) { expect(written, spoken) }

  @Test(arguments: [
    ("503", "five oh three"), ("404", "four oh four"), ("429", "four twenty-nine"), ("500", "five hundred"),
    ("5xx", "five X X"), ("(HTTP 503)", "H T T P five oh three"), ("INC-2041", "incident twenty forty-one"),
    ("SEV1", "sev one"), ("SEV-2", "sev two"), ("JIRA-77", "Jira seventy-seven"), ("UTF-8", "U T F eight"),
    ("v2.31.0", "version two point thirty-one point zero"), ("1.28.3", "one point twenty-eight point three"),
    ("v2.31.0-rc.1", "version two point thirty-one point zero R C one"),
    ("203.0.113.7", "two hundred and three point zero point one hundred and thirteen point seven"),
    ("f63476050d9c", "F six three four"), ("52e62d37-cba8-47b1-9deb-a0b17013e177", "five two E six"),
  ]) func codes(written: String, spoken: String) { expect(written, spoken) }

  @Test(arguments: [
    ("k8s", "kubernetes"), ("CI/CD", "C I C D"), ("SLO", "S L O"), ("CPU", "C P U"), ("S3", "S three"),
    ("HikariPool-1", "hi kari Pool one"), ("max_poll_interval", "max poll interval"),
    ("load-tested", "load tested"),
    ("GET /orders", "G E T orders"), ("don't", "don't"), ("e.g.", "for example"), ("a & b", "a and b"),
    ("x = y", "x equals y"),
    ("from ‹private ip 3›", "from a masked private I P"), ("**", ""), ("", ""), ("\"quoted,\"", "quoted,"),
    ("a — b", "a, b"), ("wait...", "wait."), ("orders.", "orders."),
  ]) func names(written: String, spoken: String) { expect(written, spoken) }

  @Test func aWholeSentence() {
    expect(
      "The pool (max 20) ran dry, p99 rose from 240 ms to 4.5 s.",
      "The pool max twenty ran dry, P ninety-nine rose from two hundred and forty milliseconds to four point five seconds."
    )
  }

  @Test(arguments: [
    "9999999999999999999999", "1e400", "99:99", "2026-02-30", "1.2.3.4.5.6", "$", "p", "-", "…", "\u{0}1",
    "٣",
  ])
  func oddNumbersDoNotCrash(written: String) {
    #expect(!SpokenReader(Self.lexicon).read(written).contains("  "))
  }
}
