import Bytes

/// Numbers that identify people and their money, recognized by check digits and by the words beside them.
enum NumberForms {
  /// - Parameter start: the first digit of a run, or a `+` before it.
  /// - Parameter isMarked: whether a word that marks numbers stands close before; false saves looking for it.
  static func finding(_ bytes: [UInt8], at start: Int, isMarked: Bool = true) -> Finding? {
    if bytes[start] == 0x2B { return internationalPhone(bytes, start) }
    // The digits of a name or of a hexadecimal id.
    guard start == 0 || !ASCII.isLetter(bytes[start - 1]) else { return nil }
    let outline = DigitOutline(bytes, start)
    guard outline.count >= 6, !outline.isDate else { return nil }
    let isOpen = outline.end < bytes.count && ASCII.isWord(bytes[outline.end])
    // Most numbers of a log end here: short, part of an id, or alone with nothing that says what they are.
    guard
      outline.count >= 13 || isOpen && mayEndInLetter(bytes, outline)
        || !isOpen && (isMarked || outline.groups > 1 && !outline.isDottedQuad),
      isMarked || isOpen || outline.mayBeCard || outline.mayIdentify(bytes, start)
    else { return nil }
    let run = DigitRun(bytes, start)
    if !isTraceId(bytes, start), let cardEnd = run.card(bytes) {
      return Finding(range: start..<cardEnd, label: "card number", certainty: .form)
    }
    if let finding = FormattedNumber.finding(bytes, run) { return finding }
    // The digits of an id that goes on in letters are no number.
    let end = run.range.upperBound
    if end < bytes.count, ASCII.isWord(bytes[end]) { return nil }
    let nearby = isMarked ? NearbyText(bytes, before: start) : nil
    if let finding = NationalNumber.finding(bytes, run, nearby) { return finding }
    return localPhone(bytes, run, nearby)
  }

  /// `trace=4929…`, `"span_id": "4012…"`: an id of sixteen hexadecimal digits may have no letter.
  private static func isTraceId(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index > 0, start - index < 4, "\"'=: ".utf8.contains(bytes[index - 1]) { index -= 1 }
    guard index < start else { return false }
    let name = bytes[max(0, index - 14)..<index].map(ASCII.lowered)
    return ["trace", "trace_id", "traceid", "span", "span_id", "spanid", "trace-id", "span-id"].contains {
      known in
      name.suffix(known.utf8.count).elementsEqual(known.utf8)
        && (name.count == known.utf8.count || !ASCII.isLetter(name[name.count - known.utf8.count - 1]))
    }
  }

  /// `24174538C`, `131052A308T`, `14.019.068-K`: a check letter ends the number.
  private static func mayEndInLetter(_ bytes: [UInt8], _ outline: DigitOutline) -> Bool {
    ASCII.isUpper(bytes[outline.end]) && (6...9).contains(outline.count)
  }

  /// `+49 159 0412047`, `+1 (415) 555-2671`: 8 to 15 digits (E.164).
  private static func internationalPhone(_ bytes: [UInt8], _ start: Int) -> Finding? {
    guard start == 0 || !(ASCII.isWord(bytes[start - 1]) || ")]%.".utf8.contains(bytes[start - 1])) else {
      return nil
    }
    // "whatsapp:+49…" is one, "12:+30" is none.
    if start > 1, bytes[start - 1] == 0x3A, !ASCII.isLetter(bytes[start - 2]) { return nil }
    guard start + 1 < bytes.count, (49...57).contains(bytes[start + 1]) else { return nil }
    var end = start + 1
    var digits = 0
    var separators = 0
    var last = end
    // Where the last group ended that a number may end with: what follows may be another number.
    var whole = (end: end, digits: 0)
    while end < bytes.count, digits <= 15 {
      let byte = bytes[end]
      if ASCII.isDigit(byte) {
        if separators > 0, bytes[end - 1] == ASCII.space, digits >= 10 { whole = (last, digits) }
        digits += 1
        separators = 0
        last = end + 1
      } else if " -.()/".utf8.contains(byte), separators < 2 {
        separators += 1
      } else if byte == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xA0 {
        end += 1
      } else {
        break
      }
      end += 1
    }
    if digits > 15 { (last, digits) = whole }
    guard (8...15).contains(digits), last == bytes.count || !ASCII.isWord(bytes[last]) else { return nil }
    // "+1781.221934" is a decimal number; the dotted notation of phones has a short country code.
    let parts = bytes[(start + 1)..<last].split(separator: 0x2E, omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count > 3, parts.allSatisfy({ $0.allSatisfy(ASCII.isDigit) }) { return nil }
    return Finding(range: start..<last, label: "phone", certainty: .form)
  }

  /// Numbers without a country: US notation, or a word such as "phone" before them.
  private static func localPhone(_ bytes: [UInt8], _ run: DigitRun, _ nearby: NearbyText?) -> Finding? {
    let text = bytes[run.range]
    guard (7...15).contains(run.count) else { return nil }
    let sizes = run.groups.map { $0.count }
    // "31672.8539" is a decimal number, a dotted quad an address.
    if sizes.count == 2, text.contains(0x2E) { return nil }
    if sizes.count >= 4, text.filter({ $0 == 0x2E }).count >= 3 { return nil }
    var start = run.range.lowerBound
    let isBracketed = start > 0 && bytes[start - 1] == 0x28
    if isBracketed { start -= 1 }
    if isDialled(text, run, sizes),
      start == 0 || !(ASCII.isWord(bytes[start - 1]) || "-./:".utf8.contains(bytes[start - 1]))
    {
      return Finding(range: start..<run.range.upperBound, label: "phone", certainty: .form)
    }
    let isNorthAmerican =
      sizes == [3, 3, 4] && text.first.map { $0 >= 0x32 } == true
      && (text.contains(0x2D) || isBracketed || text.contains(0x2E))
      && !(nearby?.has(healthWords) ?? false)
    guard isNorthAmerican || nearby?.has(phoneWords) ?? false else { return nil }
    if start > 0, ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x2D { return nil }
    return Finding(range: start..<run.range.upperBound, label: "phone", certainty: .form)
  }

  /// A number as it is dialled inside a country, `07700 900401`, `06 39 98 94 80`, `030 23125 842`, or out of it,
  /// `0044 20 7946 0160`: the leading zero and the grouping say so.
  private static func isDialled(_ text: ArraySlice<UInt8>, _ run: DigitRun, _ sizes: [Int]) -> Bool {
    if sizes == [2, 2, 2, 2, 2] { return run.digits[0] == 0 && run.digits[1] != 0 }
    guard run.digits[0] == 0, sizes.count >= 2, !text.contains(0x2E),
      (2...5).contains(sizes[0]) || sizes[0] == 6
    else {
      return false
    }
    // "00 12 34" counts something; a country's code begins with another digit.
    if run.digits[1] == 0 {
      return (10...15).contains(run.count) && sizes[0] >= 3 && run.digits[2] != 0 && sizes.count >= 3
    }
    return (9...12).contains(run.count) && sizes[0] >= 3 && sizes.dropFirst().allSatisfy { $0 >= 2 }
      && !text.contains(0x2D)
  }

  static let marks: [MarkWords] = [healthWords, phoneWords]

  private static let healthWords: MarkWords = ["nhs"]
  private static let phoneWords: MarkWords = [
    "phone", "tel", "telefon", "mobile", "cell", "call", "fax", "sms", "whatsapp", "dial", "hotline",
    "msisdn",
    "handy", "mob", "móvil", "movil", "mobiel", "celular", "cellulare", "portable", "téléphone", "teléfono",
    "ring", "text",
  ]
}

/// How long a run of digits is and in how many groups, without keeping any of it: cheap enough for every number of a
/// log.
struct DigitOutline {
  private(set) var count = 0
  private(set) var groups = 0
  private(set) var end: Int
  private var dots = 0
  private var firstGroup = 0
  private var secondGroup = 0
  /// The sizes of the groups, the last in the lowest bits: six bits for each, the oldest of more than ten are lost.
  private var sizes: UInt64 = 0
  /// `2026-03-14`, the commonest number of a log.
  var isDate: Bool { groups == 3 && count == 8 && firstGroup == 4 && secondGroup == 2 }
  /// An address of the internet protocol, which was looked at as one.
  var isDottedQuad: Bool { groups == 4 && dots == 3 && count <= 12 }
  /// A card's number begins with its first group, which has four digits where there are several.
  var mayBeCard: Bool { count >= 13 && (groups == 1 || firstGroup == 4 || firstGroup >= 13) }

  /// Whether the grouping alone, a leading zero or what stands behind it can make it somebody's number.
  func mayIdentify(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard groups > 1 || count >= 15 else { return false }
    return bytes[start] == 0x30 || Self.telling >> (sizes % 61) & 1 == 1
      || end < bytes.count && bytes[end] == 0x2D
  }

  /// The groupings by which `FormattedNumber`, `NationalNumber` and phones of North America are known, a bit for each;
  /// a few others share one.
  private static let telling: UInt64 =
    (FormattedNumber.groupings + [[3, 2, 4], [3, 3, 4], [2, 2, 2, 2, 2]]).reduce(0) { bits, sizes in
      bits | 1 << (sizes.reduce(0) { $0 << 6 | UInt64($1) } % 61)
    }

  init(_ bytes: [UInt8], _ start: Int) {
    var index = start
    end = start
    while index < bytes.count, count < 40 {
      let first = index
      while index < bytes.count, ASCII.isDigit(bytes[index]) { index += 1 }
      guard index > first else { break }
      count += index - first
      sizes = sizes << 6 | UInt64(min(63, index - first))
      groups += 1
      if groups == 1 { firstGroup = index - first }
      if groups == 2 { secondGroup = index - first }
      end = index
      guard index + 1 < bytes.count else { break }
      let separator = bytes[index]
      if separator == 0x20 || separator == 0x2D || separator == 0x2E || separator == 0x2F {
        if separator == 0x2E { dots += 1 }
        index += 1
      } else if separator == 0x29, groups == 1, bytes[index + 1] == 0x20 {
        index += 2
      } else {
        break
      }
    }
  }
}

/// Digits with single blanks, hyphens or dots between their groups.
struct DigitRun {
  let range: Range<Int>
  let groups: [Range<Int>]
  let digits: [UInt8]
  var count: Int { digits.count }

  init(_ bytes: [UInt8], _ start: Int) {
    var groups: [Range<Int>] = []
    var digits: [UInt8] = []
    var index = start
    while index < bytes.count, digits.count < 40 {
      var end = index
      while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
      guard end > index else { break }
      groups.append(index..<end)
      digits += bytes[index..<end].map { $0 &- 48 }
      index = end
      guard end + 1 < bytes.count, ASCII.isDigit(bytes[end + 1]), " -./".utf8.contains(bytes[end]) else {
        // "(415) 555-2671" leaves a bracket between the groups.
        if end + 2 < bytes.count, bytes[end] == 0x29, bytes[end + 1] == 0x20, ASCII.isDigit(bytes[end + 2]),
          groups.count == 1
        {
          index = end + 2
          continue
        }
        break
      }
      index = end + 1
    }
    self.groups = groups
    self.digits = digits
    range = start..<(groups.last?.upperBound ?? start)
  }

  /// Where a payment card number that starts here ends: a brand's prefix and length, and the Luhn digit.
  func card(_ bytes: [UInt8]) -> Int? {
    let start = range.lowerBound
    if start > 0, ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x2E || bytes[start - 1] == 0x2D {
      return nil
    }
    // "4111 1111 1111 1111 12/27": the card may be a part of the run, but always whole groups.
    var taken: [UInt8] = []
    for (index, group) in groups.enumerated() {
      taken += bytes[group].map { $0 &- 48 }
      guard taken.count <= 19 else { return nil }
      guard taken.count >= 13, index == groups.count - 1 || taken.count >= 15 else { continue }
      let regular = index == 0 || groups[0].count == 4
      let end = group.upperBound
      let follows =
        end < bytes.count
        && (ASCII.isWord(bytes[end])
          || (bytes[end] == 0x2E || bytes[end] == 0x2D) && end + 1 < bytes.count
            && ASCII.isDigit(bytes[end + 1]))
      if regular, !follows, Self.isBrand(taken), Luhn.holds(taken) { return end }
    }
    return nil
  }

  private static func isBrand(_ digits: [UInt8]) -> Bool {
    let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    let two = four / 100
    return switch digits.count {
    case 14: two == 36 || two == 38 || (300...305).contains(four / 10) || two == 39
    case 15: two == 34 || two == 37
    case 16:
      four / 1_000 == 4 || (51...55).contains(two) || (2_221...2_720).contains(four) || four == 6_011
        || two == 65 || (644...649).contains(four / 10)
        || (3_528...3_589).contains(four) || two == 62 || two == 81 || two == 50 || (56...58).contains(two)
        || two == 60 || two == 67 || (2_200...2_204).contains(four)
    case 17, 18, 19:
      four / 1_000 == 4 || two == 62 || (56...58).contains(two) || two == 50 || two == 67 || two == 63
    default: false
    }
  }
}

/// The check digit of cards, SIMs and many ids (ISO/IEC 7812).
enum Luhn {
  static func holds(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = index % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0 && digits.contains { $0 != 0 }
  }
}

/// The text close before a place, on the same line: read once, asked for many words.
struct NearbyText {
  private let text: [UInt8]
  /// Letters only: "accountNumber", "account_no" and "social-insurance-number" are the same words.
  private let squeezed: [UInt8]

  init(_ bytes: [UInt8], before start: Int, within distance: Int = 40) {
    var first = max(0, start - distance)
    if let newline = bytes[first..<start].lastIndex(of: ASCII.newline) { first = newline + 1 }
    // The words of a placeholder mark nothing.
    if let close = bytes[first..<start].lastIndex(of: 0xBA), close > first, bytes[close - 1] == 0x80 {
      first = close + 1
    }
    text = bytes[first..<start].map(ASCII.lowered)
    squeezed = text.filter { ASCII.isLetter($0) || $0 >= 0x80 }
  }

  func has(_ words: MarkWords) -> Bool {
    words.plain.contains { Self.stands($0, in: text) }
      || words.joined.contains { needle in Self.places(of: needle, in: squeezed) { _ in true } }
  }

  private static func stands(_ needle: [UInt8], in text: [UInt8]) -> Bool {
    places(of: needle, in: text) { offset in
      let end = offset + needle.count
      return (offset == 0 || !ASCII.isWord(text[offset - 1]) || text[offset - 1] == 0x5F)
        && (end == text.count || !ASCII.isLetter(text[end]) || needle.count >= 5)
    }
  }

  /// Whether the needle is somewhere where the condition holds.
  private static func places(of needle: [UInt8], in text: [UInt8], where holds: (Int) -> Bool) -> Bool {
    guard let head = needle.first, text.count >= needle.count else { return false }
    for offset in 0...(text.count - needle.count) where text[offset] == head {
      var length = 1
      while length < needle.count, text[offset + length] == needle[length] { length += 1 }
      if length == needle.count, holds(offset) { return true }
    }
    return false
  }
}

/// Words that mark a number, as bytes: made once, looked for beside every number.
struct MarkWords: ExpressibleByArrayLiteral, Sendable {
  fileprivate let plain: [[UInt8]]
  /// Those of several words, written as one.
  fileprivate let joined: [[UInt8]]

  var isEmpty: Bool { plain.isEmpty }

  /// Literals of which one stands wherever one of the words does.
  var literals: [String] {
    (plain + joined).flatMap { word -> [String] in
      let text = String(decoding: word, as: UTF8.self)
      let parts = text.split { $0 == " " || $0 == "-" }
      return parts.count > 1 ? [" ", "_", "-", "", ". ", "."].map { parts.joined(separator: $0) } : [text]
    }
  }

  init(arrayLiteral words: String...) {
    // Texts are lowered in ASCII only: a letter of another script counts in both cases.
    let words = Set(
      words.flatMap { word in
        [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()].map { spelling in
          String(decoding: spelling.utf8.map(ASCII.lowered), as: UTF8.self)
        }
      }
    ).sorted()
    plain = words.map { Array($0.utf8) }
    joined = words.compactMap { word in
      let joined = word.utf8.filter { $0 != ASCII.space && $0 != 0x2D }
      return joined.count >= 8 && joined.count < word.utf8.count ? joined : nil
    }
  }
}

/// International bank account numbers (ISO 13616): the check digits decide.
enum IBAN {
  /// - Parameter start: where two capital letters and two digits begin.
  static func finding(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard start + 15 <= bytes.count, start == 0 || !ASCII.isWord(bytes[start - 1]) else { return nil }
    let country = String(decoding: bytes[start..<(start + 2)], as: UTF8.self)
    guard let length = lengths[country] else { return nil }
    var characters: [UInt8] = []
    var end = start
    while end < bytes.count, characters.count < length {
      let byte = bytes[end]
      if ASCII.isDigit(byte) || ASCII.isUpper(byte) {
        characters.append(byte)
      } else if !((byte == ASCII.space || byte == 0x2D) && characters.count % 4 == 0 && characters.count > 0)
      {
        return nil
      }
      end += 1
    }
    guard characters.count == length, end == bytes.count || !ASCII.isWord(bytes[end]) else { return nil }
    var remainder = 0
    for byte in characters[4...] + characters[..<4] {
      let value = ASCII.isDigit(byte) ? Int(byte - 48) : Int(byte - 55)
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder == 1 ? Finding(range: start..<end, label: "iban", certainty: .form) : nil
  }

  private static let lengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "CH": 21,
    "CR": 22, "CY": 28, "CZ": 24,
    "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22,
    "GE": 22, "GI": 23, "GL": 18,
    "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30,
    "KZ": 20, "LB": 28, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24,
    "TR": 26, "UA": 29, "XK": 20,
  ]
}
