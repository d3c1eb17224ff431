import Bytes

/// National numbers whose own writing says what they are: the grouping, a date inside, check digits. No word is needed.
enum FormattedNumber {
  /// The sizes of the groups of those that `finding` knows, without a check letter behind them.
  static let groupings = [
    [3, 3, 3, 2], [2, 3, 3, 4, 2], [1, 3, 3, 1], [2, 3, 3, 1], [2, 8, 1], [6, 7], [6, 4], [8, 4],
    [2, 2, 2, 3, 2],
    [3, 4, 4, 2], [4, 4, 4], [15], [13, 2], [1, 2, 2, 2, 3, 3, 2], [18],
  ]

  static func finding(_ bytes: [UInt8], _ run: DigitRun) -> Finding? {
    let start = run.range.lowerBound
    guard start == 0 || !(ASCII.isWord(bytes[start - 1]) || "-./".utf8.contains(bytes[start - 1])) else {
      return nil
    }
    let end = run.range.upperBound
    let sizes = run.groups.map { $0.count }
    let separators = zip(run.groups, run.groups.dropFirst()).map { bytes[$0.0.upperBound] }
    // A check letter or a further digit behind the run belongs to it or makes it something else.
    if let letter = lettered(bytes, run, sizes, separators) { return found(start..<letter) }
    guard end == bytes.count || !(ASCII.isWord(bytes[end]) || bytes[end] == 0x2D) else { return nil }
    let isNumber =
      switch (sizes, separators) {
      case ([3, 3, 3, 2], [0x2E, 0x2E, 0x2D]): isBrazilianPerson(run.digits)
      case ([2, 3, 3, 4, 2], [0x2E, 0x2E, 0x2F, 0x2D]): isBrazilianCompany(run.digits)
      case ([1, 3, 3, 1], [0x2E, 0x2E, 0x2D]), ([2, 3, 3, 1], [0x2E, 0x2E, 0x2D]):
        chileanCheck(run.digits.dropLast()) == Int(run.digits.last ?? 99)
      case ([2, 8, 1], [0x2D, 0x2D]): isArgentine(run.digits)
      case ([6, 7], [0x2D]): isDate(run.digits, month: 2, day: 4) && (1...4).contains(run.digits[6])
      case ([6, 4], [0x2D]), ([8, 4], [0x2D]): isSwedish(run.digits)
      case ([6, 4], [0x2F]): isCzech(run.digits)
      case ([2, 2, 2, 3, 2], [0x2E, 0x2E, 0x2D, 0x2E]): isBelgian(run.digits)
      case ([3, 4, 4, 2], [0x2E, 0x2E, 0x2E]): run.digits.starts(with: [7, 5, 6]) && isEAN(run.digits)
      case ([4, 4, 4], [0x20, 0x20]): run.digits[0] > 1 && Verhoeff.holds(run.digits)
      case ([15], []), ([13, 2], _), ([1, 2, 2, 2, 3, 3, 2], _): isFrench(run.digits)
      case ([18], []): isChinese(run.digits, last: Int(run.digits[17]))
      default: false
      }
    return isNumber ? found(run.range) : nil
  }

  private static func found(_ range: Range<Int>) -> Finding {
    Finding(range: range, label: "national id", certainty: .form)
  }

  /// Numbers that end in a letter: where it ends.
  private static func lettered(_ bytes: [UInt8], _ run: DigitRun, _ sizes: [Int], _ separators: [UInt8])
    -> Int?
  {
    let end = run.range.upperBound
    guard end < bytes.count, ASCII.isUpper(bytes[end]) || end + 1 < bytes.count && bytes[end] == 0x2D else {
      return nil
    }
    func stops(_ index: Int) -> Bool { index == bytes.count || !ASCII.isWord(bytes[index]) }
    let hyphen = bytes[end] == 0x2D ? 1 : 0
    let letter = bytes[end + hyphen]
    guard ASCII.isUpper(letter) || letter == UInt8(ascii: "k") else { return finnish(bytes, run, sizes) }
    if stops(end + hyphen + 1) {
      switch sizes {
      case [8] where letter == spanishLetter(value(run.digits)): return end + hyphen + 1
      case [1, 3, 3], [2, 3, 3]:
        if letter | 0x20 == UInt8(ascii: "k"), chileanCheck(run.digits[...]) == 10 { return end + hyphen + 1 }
      case [17] where letter == UInt8(ascii: "X") && isChinese(run.digits, last: 10): return end + 1
      case [6, 3] where separators == [0x2D]: return isFinnish(run.digits, letter) ? end + 1 : nil
      default: break
      }
    }
    return finnish(bytes, run, sizes)
  }

  /// `131052A308T`: a letter for the century between date and number.
  private static func finnish(_ bytes: [UInt8], _ run: DigitRun, _ sizes: [Int]) -> Int? {
    let end = run.range.upperBound
    guard sizes == [6], end + 5 <= bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(bytes[end]),
      bytes[(end + 1)..<(end + 4)].allSatisfy(ASCII.isDigit),
      end + 5 == bytes.count || !ASCII.isWord(bytes[end + 5])
    else { return nil }
    let digits = run.digits + bytes[(end + 1)..<(end + 4)].map { $0 &- 48 }
    return isFinnish(digits, bytes[end + 4]) ? end + 5 : nil
  }

  private static func isFinnish(_ digits: [UInt8], _ check: UInt8) -> Bool {
    let letters = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)
    return isDate(digits, month: 2, day: 0) && letters[value(digits) % 31] == check
  }

  /// The letter of a Spanish DNI or NIE.
  static func spanishLetter(_ number: Int) -> UInt8 { Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[number % 23] }

  private static func value(_ digits: [UInt8]) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }

  /// Two digits each for month and day, where they may be written.
  private static func isDate(_ digits: [UInt8], month: Int, day: Int) -> Bool {
    let (months, days) = (
      Int(digits[month]) * 10 + Int(digits[month + 1]), Int(digits[day]) * 10 + Int(digits[day + 1])
    )
    return (1...12).contains(months) && (1...31).contains(days)
  }

  private static func isBrazilianPerson(_ digits: [UInt8]) -> Bool {
    func check(_ length: Int) -> Int {
      let sum = digits.prefix(length).enumerated().reduce(0) {
        $0 + Int($1.element) * (length + 1 - $1.offset)
      }
      return sum * 10 % 11 % 10
    }
    return Set(digits).count > 1 && check(9) == Int(digits[9]) && check(10) == Int(digits[10])
  }

  private static func isBrazilianCompany(_ digits: [UInt8]) -> Bool {
    func check(_ weights: [Int]) -> Int {
      let rest = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 } % 11
      return rest < 2 ? 0 : 11 - rest
    }
    return check([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == Int(digits[12])
      && check([6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == Int(digits[13])
  }

  /// 10 stands for K.
  private static func chileanCheck(_ digits: ArraySlice<UInt8>) -> Int {
    let sum = digits.reversed().enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 6 + 2) }
    return (11 - sum % 11) % 11
  }

  private static func isArgentine(_ digits: [UInt8]) -> Bool {
    let sum = zip(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + Int($1.0) * $1.1 }
    return [20, 23, 24, 27, 30, 33, 34].contains(Int(digits[0]) * 10 + Int(digits[1]))
      && (11 - sum % 11) % 11 == Int(digits[10])
  }

  private static func isSwedish(_ digits: [UInt8]) -> Bool {
    let ten = Array(digits.suffix(10))
    // A coordination number adds 60 to the day.
    var plain = ten
    if plain[4] >= 6 { plain[4] -= 6 }
    return isDate(plain, month: 2, day: 4) && Luhn.holds(ten)
  }

  private static func isCzech(_ digits: [UInt8]) -> Bool {
    var month = Int(digits[2]) * 10 + Int(digits[3])
    for shift in [70, 50, 20] where month > shift {
      month -= shift
      break
    }
    return (1...12).contains(month) && (1...31).contains(Int(digits[4]) * 10 + Int(digits[5]))
      && value(digits) % 11 == 0
  }

  private static func isBelgian(_ digits: [UInt8]) -> Bool {
    let number = value(Array(digits.prefix(9)))
    let check = Int(digits[9]) * 10 + Int(digits[10])
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
  }

  private static func isEAN(_ digits: [UInt8]) -> Bool {
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 3) }
    return (10 - sum % 10) % 10 == Int(digits[12])
  }

  private static func isFrench(_ digits: [UInt8]) -> Bool {
    guard digits.count == 15, digits[0] == 1 || digits[0] == 2,
      (1...12).contains(Int(digits[3]) * 10 + Int(digits[4]))
    else { return false }
    return 97 - value(Array(digits.prefix(13))) % 97 == Int(digits[13]) * 10 + Int(digits[14])
  }

  /// - Parameter last: the check character's value, 10 for X.
  private static func isChinese(_ digits: [UInt8], last: Int) -> Bool {
    guard digits[6] == 1 && digits[7] == 9 || digits[6] == 2 && digits[7] == 0,
      isDate(digits, month: 10, day: 12)
    else {
      return false
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return (12 - sum % 11) % 11 == last
  }
}

/// National numbers that begin with letters: Spain's NIE, Italy's codice fiscale, the UK's National Insurance number,
/// Singapore's NRIC, Mexico's CURP.
enum LetteredNumber {
  /// - Parameter start: a capital letter that begins a word.
  static func finding(_ bytes: [UInt8], at start: Int) -> Finding? {
    var end = start
    while end < bytes.count, ASCII.isUpper(bytes[end]) || ASCII.isDigit(bytes[end]), end - start <= 18 {
      end += 1
    }
    guard end == bytes.count || !ASCII.isWord(bytes[end]) else { return nil }
    let word = bytes[start..<end]
    if word.count == 2 { return spacedBritish(bytes, start) }
    let isNumber =
      switch word.count {
      case 9: isNIE(word) || isSingaporean(word) || isBritish(word)
      case 16: isItalian(word)
      case 18: isMexican(word)
      default: false
      }
    return isNumber ? Finding(range: start..<end, label: "national id", certainty: .form) : nil
  }

  /// `L` a letter, `D` a digit.
  private static func has(_ word: ArraySlice<UInt8>, _ shape: StaticString) -> Bool {
    zip(word, "\(shape)".utf8).allSatisfy { byte, kind in
      kind == UInt8(ascii: "L") ? ASCII.isUpper(byte) : ASCII.isDigit(byte)
    }
  }

  private static func isNIE(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last,
      (UInt8(ascii: "X")...UInt8(ascii: "Z")).contains(first),
      has(word, "LDDDDDDDL")
    else { return false }
    let number = word.dropFirst().prefix(7).reduce(Int(first - UInt8(ascii: "X"))) { $0 * 10 + Int($1 - 48) }
    return FormattedNumber.spanishLetter(number) == last
  }

  private static func isSingaporean(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, "STFG".utf8.contains(first), has(word, "LDDDDDDDL")
    else {
      return false
    }
    let sum = zip(word.dropFirst(), [2, 7, 6, 5, 4, 3, 2]).reduce("TG".utf8.contains(first) ? 4 : 0) {
      $0 + Int($1.0 - 48) * $1.1
    }
    let letters = Array(("ST".utf8.contains(first) ? "JZIHGFEDCBA" : "XWUTRQPNMLK").utf8)
    return letters[sum % 11] == last
  }

  /// Two letters that HMRC gives out, six digits, A to D.
  private static func isBritish(_ word: ArraySlice<UInt8>) -> Bool {
    guard has(word, "LLDDDDDDL"), let last = word.last else { return false }
    return isBritishPrefix(word.prefix(2)) && (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(last)
  }

  private static func isBritishPrefix(_ prefix: ArraySlice<UInt8>) -> Bool {
    guard let first = prefix.first, let second = prefix.last else { return false }
    let pair = String(decoding: prefix, as: UTF8.self)
    return !"DFIQUV".utf8.contains(first) && !"DFIQUVO".utf8.contains(second)
      && !["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(pair)
  }

  /// `QQ 12 34 56 C`.
  private static func spacedBritish(_ bytes: [UInt8], _ start: Int) -> Finding? {
    let end = start + 13
    guard end <= bytes.count, isBritishPrefix(bytes[start..<(start + 2)]) else { return nil }
    let fits = zip(bytes[start..<end], "LL DD DD DD L".utf8).allSatisfy { byte, kind in
      switch kind {
      case UInt8(ascii: "L"): ASCII.isUpper(byte)
      case UInt8(ascii: "D"): ASCII.isDigit(byte)
      default: byte == ASCII.space
      }
    }
    guard fits, (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(bytes[end - 1]),
      end == bytes.count || !ASCII.isWord(bytes[end])
    else { return nil }
    return Finding(range: start..<end, label: "national id", certainty: .form)
  }

  private static func isItalian(_ word: ArraySlice<UInt8>) -> Bool {
    guard has(word, "LLLLLLDDLDDLDDDL"), let last = word.last else { return false }
    // What a letter or digit counts at odd places (decree of 23 December 1976).
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    let sum = word.prefix(15).enumerated().reduce(0) { sum, item in
      let value = ASCII.isDigit(item.element) ? Int(item.element - 48) : Int(item.element - 65)
      return sum + (item.offset % 2 == 0 ? odd[value] : value)
    }
    return Int(last - 65) == sum % 26
  }

  private static func isMexican(_ word: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(word)
    return has(word.prefix(4), "LLLL") && bytes[4..<10].allSatisfy(ASCII.isDigit)
      && "HMX".utf8.contains(bytes[10])
      && bytes[11..<16].allSatisfy(ASCII.isUpper) && ASCII.isDigit(bytes[17])
  }
}
