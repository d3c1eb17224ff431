import Bytes

/// Zones, as they stand behind a time.
extension TimeCursor {
  /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100`, ` (UTC)`, `BST`, `CET` and the other zones with one meaning.
  mutating func readZone(into reading: inout TimeReading) {
    guard reading.zone == nil else { return }
    let start = self
    _ = skipBlanks()
    _ = take(0x28)
    if let sign = current, sign == 0x2B || sign == 0x2D, peek(1).map(ASCII.isDigit) == true {
      index += 1
      let beforeHours = self
      if let hours = digits(2, 2), hours < 15 {
        // "14:24-14:50" is a range: people leave the zone's sign to programs, which write a T or the seconds.
        let canBeBehind = sign == 0x2B || isJoinedByT || reading.hasSeconds
        if take(0x3A), let minutes = digits(2, 2), canBeBehind, current != 0x3A {
          reading.zone = Self.zone(sign, hours, minutes)
          return
        }
      }
      self = beforeHours
      if let compact = digits(4, 4), compact / 100 < 15 {
        reading.zone = Self.zone(sign, compact / 100, compact % 100)
        return
      }
      self = start
      return
    }
    var letters: [UInt8] = []
    while let byte = peek(letters.count), ASCII.isLetter(byte), letters.count < 6 { letters.append(byte) }
    let isZulu = letters.count == 1 && letters[0] | 0x20 == 0x7A
    if let zone = isZulu ? .utc : Zone(abbreviation: letters) {
      index += letters.count
      reading.zone = zone.offset == 0 && !isZulu ? distance(from: zone) : zone
      return
    }
    self = start
  }

  /// `UTC+2`, `GMT-05:30`: how far a zone is from `zone`, behind whose name the cursor stands.
  private mutating func distance(from zone: Zone) -> Zone {
    let start = self
    if let sign = current, sign == 0x2B || sign == 0x2D {
      index += 1
      if let hours = digits(1, 2), hours < 15 {
        let afterHours = self
        if take(0x3A), let minutes = digits(2, 2), minutes < 60 { return Self.zone(sign, hours, minutes) }
        self = afterHours
        return Self.zone(sign, hours, 0)
      }
    }
    self = start
    return zone
  }

  /// `+02:00`, as it is written behind times.
  private static func zone(_ sign: UInt8, _ hours: Int, _ minutes: Int) -> Zone {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = (hours * 60 + minutes) * 60
    guard seconds > 0 else { return .utc }
    let isBehind = sign == 0x2D
    return Zone(
      name: "\(isBehind ? "-" : "+")\(two(hours)):\(two(minutes))", offset: isBehind ? -seconds : seconds)
  }
}
