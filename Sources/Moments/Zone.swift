import Bytes

/// A time zone as a text states it: `CET`, `UTC`, `+02:00`.
package struct Zone: Hashable, Sendable {
  package let name: String
  /// Seconds east of Greenwich.
  package let offset: Int

  package static let utc = Zone(name: "UTC", offset: 0)

  package init(name: String, offset: Int) {
    self.name = name
    self.offset = offset
  }

  /// The zone of that abbreviation, nil where it has several meanings or none.
  init?(abbreviation: some Sequence<UInt8>) {
    let name = String(decoding: Array(abbreviation), as: UTF8.self)
    guard let offset = Self.offsets[name] else { return nil }
    self.init(name: name, offset: offset)
  }

  /// The one zone that a text names, in which its times without a zone are meant; nil where it names none or several.
  ///
  /// Zones written as words count first; where there are none, the `Z` behind times does.
  package static func only(in bytes: [UInt8]) -> Zone? {
    var named: Zone?
    var hasZulu = false
    var index = 0
    while index < bytes.count {
      guard ASCII.isUpper(bytes[index]), index == 0 || !ASCII.isLetter(bytes[index - 1]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, ASCII.isUpper(bytes[end]), end - index < 5 { end += 1 }
      let isWhole = end == bytes.count || !ASCII.isWord(bytes[end])
      if isWhole, end - index == 1, bytes[index] == 0x5A, index > 1, ASCII.isDigit(bytes[index - 1]) {
        hasZulu = true
      } else if isWhole, (3...4).contains(end - index),
        index == 0 || bytes[index - 1] != 0x2D && bytes[index - 1] != 0x5F,
        let zone = Zone(abbreviation: bytes[index..<end])
      {
        // "UTC+2" is another one.
        let isBase = zone.offset == 0 && end + 1 < bytes.count && ASCII.isDigit(bytes[end + 1])
        if isBase, bytes[end] == 0x2B || bytes[end] == 0x2D { return nil }
        if let named, named.offset != zone.offset { return nil }
        named = named ?? zone
      }
      index = end
    }
    return named ?? (hasZulu ? .utc : nil)
  }

  /// Abbreviations with one meaning in practice; IST and CST have several and are left alone, BST is the British one.
  private static let offsets: [String: Int] = [
    "UTC": 0, "GMT": 0, "BST": 3_600, "CET": 3_600, "CEST": 7_200, "EET": 7_200, "EEST": 10_800,
    "EST": -18_000, "EDT": -14_400, "CDT": -18_000, "MST": -25_200, "MDT": -21_600, "PST": -28_800,
    "PDT": -25_200, "JST": 32_400, "AEST": 36_000, "AEDT": 39_600,
  ]
}

extension Moment {
  /// What clocks in `zone` show then, as if it were UTC: for writing only.
  package func local(in zone: Zone?) -> Moment {
    precision == .day ? self : Moment(seconds: seconds + (zone?.offset ?? 0), precision: precision)
  }

  /// `02:30 CET`, or `02:30` where no zone is stated; nil for a day.
  package func clock(in zone: Zone?) -> String? {
    precision == .day ? nil : local(in: zone).clock + (zone.map { " " + $0.name } ?? "")
  }
}
