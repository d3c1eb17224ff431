/// English numbers in words.
enum NumberWords {
  static func cardinal(_ number: Int) -> String {
    guard number >= 0 else { return "minus " + cardinal(-number) }
    if number < 20 { return small[number] }
    if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10]) }
    if number < 1_000 {
      return small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + cardinal(number % 100))
    }
    for (size, name) in [
      (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"),
      (1_000, "thousand"),
    ]
    where number >= size {
      let rest = number % size
      let joint = rest == 0 ? "" : rest < 100 ? " and " + cardinal(rest) : " " + cardinal(rest)
      return cardinal(number / size) + " " + name + joint
    }
    return digits(String(number))
  }

  /// `4.5` as "four point five".
  static func decimal(_ text: some StringProtocol) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return cardinal(whole) }
    guard !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber) else { return nil }
    return cardinal(whole) + " point " + digits(String(parts[1]))
  }

  /// Digit by digit; zero is said as engineers say it.
  static func digits(_ text: String) -> String {
    text.compactMap { $0.wholeNumberValue.map { small[$0] } }.joined(separator: " ")
  }

  static func ordinal(_ number: Int) -> String {
    let irregular = [
      1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth",
      20: "twentieth", 30: "thirtieth",
    ]
    if let word = irregular[number] { return word }
    if number > 20, number % 10 != 0 { return tens[number / 10] + "-" + ordinal(number % 10) }
    let word = cardinal(number)
    return word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"
  }

  /// "twenty twenty-six", "two thousand and five".
  static func year(_ number: Int) -> String {
    guard (1_100...2_999).contains(number), number % 1_000 >= 10 else { return cardinal(number) }
    let low = number % 100
    return cardinal(number / 100) + " "
      + (low == 0 ? "hundred" : low < 10 ? "oh " + small[low] : cardinal(low))
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}
