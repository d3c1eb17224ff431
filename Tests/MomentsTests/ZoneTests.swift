import Moments
import Testing

@Suite("The zone that a text is told in")
struct ZoneTests {
  @Test(arguments: [
    ("All times are CET.", "CET"), ("| Time (UTC) | What |", "UTC"),
    ("14:24 PST it failed, 14:30 we knew", "PST"),
    ("from 14:24Z to 14:50Z", "UTC"), ("14:24Z in the log, 15:24 CET on the wall", "CET"),
    ("UTC, which is GMT", "UTC"),
  ])
  func isTheOneItNames(_ text: String, _ name: String) {
    #expect(Zone.only(in: Array(text.utf8))?.name == name)
  }

  @Test(arguments: [
    "14:24 it failed", "02:30 CEST and 02:30 CET", "the BEST of CETUS", "IST may be India's or Ireland's",
    "all times in UTC+2", "EST_2", "",
  ])
  func isNilWhereItNamesNoneOrSeveral(_ text: String) {
    #expect(Zone.only(in: Array(text.utf8)) == nil)
  }

  @Test func aMomentIsWrittenInItsZone() {
    let moment = Moment(seconds: 1_773_498_247)
    #expect(moment.clock(in: Zone(name: "CET", offset: 3_600)) == "15:24 CET")
    #expect(moment.clock(in: nil) == "14:24")
    #expect(Moment(seconds: 1_773_446_400, precision: .day).clock(in: .utc) == nil)
  }
}
