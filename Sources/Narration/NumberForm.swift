import Moments

/// Numbers in the forms that engineers write: times, dates, versions, percentiles, codes, money, sizes.
enum NumberForm {
  /// How the word is said, or nil when it is no number.
  static func spoken(_ word: String) -> String? {
    guard word.contains(where: \.isNumber) else { return nil }
    for form in forms {
      if let said = form(word) { return said }
    }
    return nil
  }

  /// Each says what it knows; the first that does wins.
  private static let forms: [@Sendable (String) -> String?] = [
    clock, date, percentile, money, status, withUnit, address, version, plain, fraction, ordinal, ticket,
    range,
  ]

  /// `14:32`, `14:32:07`, `14:32Z`.
  private static func clock(_ word: String) -> String? {
    var text = word
    var zone = ""
    if text.hasSuffix("Z") { (text, zone) = (String(text.dropLast()), " U T C") }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.count <= 2 && !$0.isEmpty && $0.allSatisfy(\.isNumber) }), parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 25, minute < 60
    else { return nil }
    var said = NumberWords.cardinal(hour)
    said +=
      minute == 0
      ? " hundred"
      : minute < 10 ? " oh " + NumberWords.cardinal(minute) : " " + NumberWords.cardinal(minute)
    if hour == 0 {
      said = minute == 0 ? "midnight" : "zero " + (minute < 10 ? "oh " : "") + NumberWords.cardinal(minute)
    }
    if parts.count == 3, let second = Int(parts[2]), second > 0 {
      said += " and \(NumberWords.cardinal(second)) second" + (second == 1 ? "" : "s")
    }
    return said + zone
  }

  /// `2026-03-14` and `2026-03-14T14:24:07Z`.
  private static func date(_ word: String) -> String? {
    let halves = word.split(separator: "T", maxSplits: 1)
    let parts = halves[0].split(separator: "-")
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let said =
      "\(monthNames[date.month - 1]) the \(NumberWords.ordinal(date.day)), \(NumberWords.year(date.year))"
    guard halves.count == 2 else { return said }
    return clock(String(halves[1])).map { said + ", " + $0 }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `p99`, `p99.9`, `P95`.
  private static func percentile(_ word: String) -> String? {
    guard let first = word.first, first == "p" || first == "P", (2...5).contains(word.count),
      word.dropFirst().allSatisfy({ $0.isNumber || $0 == "." })
    else { return nil }
    if word.count == 2 { return "P " + (NumberWords.decimal(word.dropFirst()) ?? "") }
    return NumberWords.decimal(word.dropFirst()).map { "P " + $0 }
  }

  /// `$4.2M`, `€1,200`, `£300k`.
  private static func money(_ word: String) -> String? {
    let currencies: [Character: String] = ["$": "dollars", "€": "euros", "£": "pounds"]
    guard let first = word.first, let currency = currencies[first] else { return nil }
    var amount = word.dropFirst().filter { $0 != "," }
    var scale = ""
    for (mark, name) in [
      ("bn", " billion"), ("k", " thousand"), ("K", " thousand"), ("M", " million"), ("m", " million"),
      ("B", " billion"),
    ] where amount.hasSuffix(mark) {
      amount = String(amount.dropLast(mark.count))
      scale = name
      break
    }
    let name = amount == "1" && scale.isEmpty ? String(currency.dropLast()) : currency
    return NumberWords.decimal(amount).map { "\($0)\(scale) \(name)" }
  }

  /// HTTP codes: `503` as "five oh three", `5xx` as "five hundreds".
  private static func status(_ word: String) -> String? {
    if word.count == 3, word.lowercased().hasSuffix("xx"), let first = word.first?.wholeNumberValue {
      return NumberWords.cardinal(first) + " X X"
    }
    guard word.count == 3, let code = Int(word),
      [400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 520, 522, 524].contains(
        code), code % 100 != 0
    else { return nil }
    let digits = word.compactMap(\.wholeNumberValue)
    if digits[1] == 0 { return "\(NumberWords.cardinal(digits[0])) oh \(NumberWords.cardinal(digits[2]))" }
    return "\(NumberWords.cardinal(digits[0])) \(NumberWords.cardinal(code % 100))"
  }

  /// `240ms`, `3.5GiB`, `12%`, `40k`, `2x`, `30s/req` is none.
  private static func withUnit(_ word: String) -> String? {
    let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard !digits.isEmpty, digits.first != ".", digits.count < word.count else { return nil }
    let unit = String(word.dropFirst(digits.count))
    guard let name = Units.spoken[unit], let value = NumberWords.decimal(digits.filter { $0 != "," }) else {
      return nil
    }
    return value + " " + (digits == "1" ? name.one : name.many)
  }

  /// `203.0.113.7`, `:5432` is left to the name reader.
  private static func address(_ word: String) -> String? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.count <= 3 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return parts.compactMap { Int($0) }.map(NumberWords.cardinal).joined(separator: " point ")
  }

  /// `v2.31.0`, `1.28`, `2.31.0-rc.1`.
  private static func version(_ word: String) -> String? {
    let hasMark = word.first == "v" || word.first == "V"
    let body = hasMark ? word.dropFirst() : word[...]
    let number = body.prefix { $0.isNumber || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Int($0) != nil }), parts.count >= 3 || hasMark else { return nil }
    let said = parts.compactMap { Int($0) }.map(NumberWords.cardinal).joined(separator: " point ")
    let rest = body.dropFirst(number.count).filter { $0.isLetter || $0.isNumber }
    guard rest.count <= 12 else { return nil }
    return (hasMark ? "version " : "") + said + suffix(rest)
  }

  /// `rc1` as "R C one"; longer words are read as they stand.
  private static func suffix(_ text: String) -> String {
    let letters = text.prefix(while: \.isLetter)
    let digits = text.dropFirst(letters.count)
    let name =
      letters.count <= 3 ? letters.uppercased().map(String.init).joined(separator: " ") : String(letters)
    let number = Int(digits).map(NumberWords.cardinal) ?? String(digits)
    return [name, number].filter { !$0.isEmpty }.map { " " + $0 }.joined()
  }

  private static func plain(_ word: String) -> String? {
    let text = word.filter { $0 != "," && $0 != "_" }
    guard text.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    // A long number without separators is an id and read digit by digit.
    if text.count > 7, !word.contains(","), !text.contains(".") { return NumberWords.digits(text) }
    if text.count == 4, let year = Int(text), (1_990...2_039).contains(year), !word.contains(",") {
      return NumberWords.year(year)
    }
    return NumberWords.decimal(text)
  }

  /// `3/4`, `10/10`.
  private static func fraction(_ word: String) -> String? {
    let parts = word.split(separator: "/")
    guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]) else { return nil }
    if word == "24/7" { return "twenty-four seven" }
    return "\(NumberWords.cardinal(first)) of \(NumberWords.cardinal(second))"
  }

  /// `INC-2041`, `SEV1`, `JIRA-77`.
  private static func ticket(_ word: String) -> String? {
    let letters = word.prefix { $0.isUppercase }
    let rest = word.dropFirst(letters.count)
    let digits = rest.first == "-" ? rest.dropFirst() : rest
    guard (2...8).contains(letters.count), (1...7).contains(digits.count), digits.allSatisfy(\.isNumber),
      let number = Int(digits)
    else { return nil }
    let name =
      letters == "SEV"
      ? "sev"
      : letters == "INC"
        ? "incident"
        : letters.count <= 3 ? letters.map(String.init).joined(separator: " ") : letters.capitalized
    let said =
      digits.count == 4 && number >= 1_000 && number % 100 >= 10
      ? "\(NumberWords.cardinal(number / 100)) \(NumberWords.cardinal(number % 100))"
      : NumberWords.cardinal(number)
    return "\(name) \(said)"
  }

  /// `1st`, `22nd`.
  private static func ordinal(_ word: String) -> String? {
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2).lowercased()), let number = Int(word.dropLast(2)),
      (1...99).contains(number)
    else { return nil }
    return NumberWords.ordinal(number)
  }

  /// `10-20`, `2-3x`, `14:32-15:10`.
  private static func range(_ word: String) -> String? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let first = NumberWords.decimal(parts[0]) ?? clock(parts[0]) else { return nil }
    return (NumberWords.decimal(parts[1]) ?? clock(parts[1]) ?? withUnit(parts[1])).map {
      "\(first) to \($0)"
    }
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
