import Bytes

/// National identification numbers: each with the words that mark it, and its check digits where it has some.
struct NationalNumber: Sendable {
  private let digits: ClosedRange<Int>
  private let words: MarkWords
  private let holds: @Sendable ([UInt8]) -> Bool

  private init(_ digits: ClosedRange<Int>, _ words: MarkWords, _ holds: @escaping @Sendable ([UInt8]) -> Bool)
  {
    self.digits = digits
    self.words = words
    self.holds = holds
  }

  static func finding(_ bytes: [UInt8], _ run: DigitRun, _ nearby: NearbyText?) -> Finding? {
    let start = run.range.lowerBound
    guard start == 0 || !ASCII.isLetter(bytes[start - 1]) else { return nil }
    // Each has its words; a number with none near is none of them.
    if let nearby {
      let isNumber = all.contains { number in
        number.digits.contains(run.count) && number.holds(run.digits) && nearby.has(number.words)
      }
      if isNumber { return Finding(range: run.range, label: "national id", certainty: .form) }
    }
    // A US social security number's own grouping says what it is.
    if run.groups.count == 3, run.groups[0].count == 3, run.groups[1].count == 2, run.groups[2].count == 4,
      bytes[run.groups[0].upperBound] == 0x2D,
      isSocialSecurity(run.digits),
      start == 0 || !(ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x2D)
    {
      return Finding(range: run.range, label: "national id", certainty: .form)
    }
    return nil
  }

  static var marks: [MarkWords] { all.map(\.words) }

  private static let all: [NationalNumber] = [
    NationalNumber(9...9, ["routing", "aba"]) { isRouting($0) },
    NationalNumber(9...9, ["ssn", "social security", "itin", "taxpayer"], isSocialSecurity),
    NationalNumber(10...10, ["nhs", "nhsnumber"]) {
      weighted($0, [10, 9, 8, 7, 6, 5, 4, 3, 2], 11) { 11 - $0 }
    },
    NationalNumber(11...11, ["steuer", "steuer-id", "idnr", "tax id", "tin", "tax_id", "taxid"]) {
      isGermanTax($0)
    },
    NationalNumber(13...15, ["sécurité sociale", "nir", "insee", "sécu", "secu", "assuré", "assure"]) {
      $0.count == 13 || isFrench($0)
    },
    NationalNumber(8...9, ["bsn", "burgerservicenummer", "sofi"]) { isDutch($0) },
    NationalNumber(11...11, ["pesel"]) {
      weighted($0, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3], 10) { (10 - $0) % 10 }
    },
    NationalNumber(10...12, ["personnummer", "samordningsnummer", "pnr", "personnr", "personal identity"]) {
      Luhn.holds(Array($0.suffix(10)))
    },
    NationalNumber(11...11, ["cpf"]) { isBrazilian($0) },
    NationalNumber(14...14, ["cnpj"]) { _ in true },
    NationalNumber(12...12, ["aadhaar", "aadhar", "uidai"]) { Verhoeff.holds($0) },
    NationalNumber(9...9, ["sin", "social insurance"]) { Luhn.holds($0) },
    NationalNumber(13...13, ["ahv", "avs"]) { isEAN($0) },
    NationalNumber(11...11, ["tc kimlik", "tckn", "kimlik"]) { isTurkish($0) },
    NationalNumber(
      11...11, ["rijksregister", "national number", "numero national", "registre national", "niss", "insz"]
    ) { _ in true },
    NationalNumber(11...11, ["fødselsnummer", "fodselsnummer", "personnr"]) { _ in true },
    NationalNumber(10...10, ["cpr", "cpr-nummer"]) { _ in true },
    NationalNumber(9...10, ["rodné číslo", "rodne cislo"]) { _ in true },
    NationalNumber(18...18, ["身份证", "resident id", "居民"]) { _ in true },
    NationalNumber(13...13, ["주민등록", "rrn", "resident registration"]) { _ in true },
    NationalNumber(12...12, ["マイナンバー", "my number"]) { _ in true },
    NationalNumber(18...18, ["clabe"]) { _ in true },
    NationalNumber(11...11, ["oib", "amka", "bvn", "ruc"]) { _ in true },
    NationalNumber(13...13, ["emšo", "emso", "jmbg"]) { _ in true },
    NationalNumber(11...11, ["personas kods", "снилс", "snils", "isikukood", "asmens kodas"]) { _ in true },
    NationalNumber(9...9, ["taj", "αφμ", "afm"]) { _ in true },
    NationalNumber(10...12, ["инн", "рнокпп", "egn", "егн"]) { _ in true },
    NationalNumber(12...12, ["mykad", "cccd"]) { _ in true }, NationalNumber(16...16, ["nik"]) { _ in true },
    NationalNumber(8...9, ["ird"]) { _ in true },
    NationalNumber(10...10, ["cédula", "cedula", "chi number", "nip"]) { _ in true },
    NationalNumber(12...12, ["seguridad social", "afiliación"]) { _ in true },
    NationalNumber(10...11, ["codice", "abn", "medicare"]) { _ in true },
    NationalNumber(10...10, ["svnr", "sv-nummer", "sv-nr", "sozialversicherungsnummer"]) { _ in true },
    NationalNumber(9...9, ["nif", "contribuinte"]) { _ in true },
    NationalNumber(13...13, ["cnp"]) { _ in true },
    NationalNumber(8...9, ["tfn", "tax file"]) { _ in true },
    NationalNumber(
      13...13, ["sa id", "za id", "south african id", "id number", "identity number", "rsa identity"]
    ) { Luhn.holds($0) },
    NationalNumber(8...9, ["passport", "passport no", "reisepass", "ausweis"]) { _ in true },
    NationalNumber(
      6...17,
      [
        "account number", "account no", "acct", "kontonummer", "customer id", "customer number",
        "kundennummer", "routing number", "sort code", "policy number", "patient id", "medical record", "mrn",
        "employee id", "employee no", "employee number", "personnel number", "staff number", "staff id",
        "personalnummer", "member id", "bank account", "ach", "iban", "konto",
      ]
    ) { _ in true },
  ]

  /// The check digit of US bank routing numbers.
  private static func isRouting(_ digits: [UInt8]) -> Bool {
    zip(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).reduce(0) { $0 + Int($1.0) * $1.1 } % 10 == 0
  }

  private static func isSocialSecurity(_ digits: [UInt8]) -> Bool {
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    let (area, group, serial) = (value / 1_000_000, value / 10_000 % 100, value % 10_000)
    return area != 0 && area != 666 && group != 0 && serial != 0
  }

  private static func weighted(_ digits: [UInt8], _ weights: [Int], _ modulus: Int, _ check: (Int) -> Int)
    -> Bool
  {
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return check(sum % modulus) % modulus == Int(digits[weights.count])
  }

  private static func isGermanTax(_ digits: [UInt8]) -> Bool {
    var product = 10
    for digit in digits.prefix(10) {
      var sum = (Int(digit) + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    return (11 - product) % 10 == Int(digits[10]) && digits[0] != 0
  }

  private static func isFrench(_ digits: [UInt8]) -> Bool {
    guard digits.count == 15 else { return false }
    let number = digits.prefix(13).reduce(0) { $0 * 10 + Int($1) }
    return 97 - number % 97 == Int(digits[13]) * 10 + Int(digits[14])
  }

  private static func isDutch(_ digits: [UInt8]) -> Bool {
    let nine = digits.count == 8 ? [0] + digits : digits
    let sum = zip(nine, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + Int($1.0) * $1.1 }
    return sum % 11 == 0
  }

  private static func isBrazilian(_ digits: [UInt8]) -> Bool {
    func check(_ length: Int) -> Int {
      let sum = digits.prefix(length).enumerated().reduce(0) {
        $0 + Int($1.element) * (length + 1 - $1.offset)
      }
      return sum * 10 % 11 % 10
    }
    return check(9) == Int(digits[9]) && check(10) == Int(digits[10])
  }

  private static func isEAN(_ digits: [UInt8]) -> Bool {
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 3) }
    return (10 - sum % 10) % 10 == Int(digits[12])
  }

  private static func isTurkish(_ digits: [UInt8]) -> Bool {
    digits[0] != 0 && digits.prefix(10).reduce(0) { $0 + Int($1) } % 10 == Int(digits[10])
  }
}

/// The check digit of India's Aadhaar (J. Verhoeff, 1969).
enum Verhoeff {
  static func holds(_ digits: [UInt8]) -> Bool {
    var check = 0
    for (index, digit) in digits.reversed().enumerated() {
      check = multiply(check, permutation(index % 8, Int(digit)))
    }
    return check == 0
  }

  /// Multiplication in the dihedral group of order ten.
  private static func multiply(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right - 5) % 5 + 5
    case (false, true): (left - 5 - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  private static func permutation(_ times: Int, _ digit: Int) -> Int {
    let table = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    return (0..<times).reduce(digit) { value, _ in table[value] }
  }
}
