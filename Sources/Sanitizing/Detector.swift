import Bytes

/// Finds all that must vanish in a text: published formats by their literals, the rest by the bytes that betray it.
struct Detector {
  private let book: RuleBook
  private let scanner: LiteralScanner
  private let scratch: LiteralScanner.Scratch

  init(_ book: RuleBook) {
    self.book = book
    scanner = book.scanner
    scratch = LiteralScanner.Scratch(for: scanner)
  }

  /// Findings in order, not overlapping.
  func findings(in bytes: [UInt8]) -> [Finding] {
    var found: [Finding] = []
    var marks: [Int] = []
    findByLiterals(bytes, &found, &marks)
    findByBytes(bytes, &found, Marks(marks))
    found += OpaqueToken.findings(in: bytes)
    let settled = settled(found, bytes)
    let repeated = repetitions(of: settled, in: bytes)
    return repeated.isEmpty ? settled : self.settled(settled + repeated, bytes)
  }

  /// - Parameter marks: gets the ends of words that mark numbers, in order.
  private func findByLiterals(_ bytes: [UInt8], _ found: inout [Finding], _ marks: inout [Int]) {
    for hit in scanner.hits(in: bytes, scratch) {
      if book.isMark[hit.literal], isWord(bytes, hit.start, scanner.length(of: hit.literal)) {
        marks.append(hit.start + scanner.length(of: hit.literal))
      }
      for meaning in book.meanings[hit.literal] {
        switch meaning {
        case .rule(let index):
          if let finding = book.rules[index].finding(bytes, anchor: hit.start) { found.append(finding) }
        case .secretName(let name):
          let length = scanner.length(of: hit.literal)
          found += SecretName.findings(bytes, at: hit.start, length: length, name)
        case .urlScheme:
          if let finding = URLCredentials.finding(bytes, at: hit.start) { found.append(finding) }
        case .header(let header):
          found += header.findings(bytes, at: hit.start)
        case .personField(let introduction):
          let length = scanner.length(of: hit.literal)
          found += PersonField.findings(bytes, at: hit.start, length: length, introduction)
        case .table: found += TableColumns.findings(bytes, at: hit.start)
        case .numberMark: break
        }
      }
    }
  }

  /// Whether a mark stands as a word of its own, as `NearbyText` wants it: "sin", not "using".
  private func isWord(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Bool {
    // Words written as one count inside of others too: "bankAccountNumber".
    if length >= 8 { return true }
    guard start == 0 || !ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x5F else { return false }
    let end = start + length
    return length >= 5 || end == bytes.count || !ASCII.isLetter(bytes[end])
  }

  /// One pass over the bytes; a table says which of them may begin something.
  private func findByBytes(_ bytes: [UInt8], _ found: inout [Finding], _ marks: consuming Marks) {
    var index = 0
    // A name that was looked at as a whole isn't looked at again at each of its dots.
    var nameEnd = 0
    var speakers: [Range<Int>] = []
    let triggers = Self.triggers
    while index < bytes.count {
      let byte = bytes[index]
      switch triggers[Int(byte)] {
      case .none: break
      case .letter:
        // Nothing begins inside a word but digits.
        while index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]) { index += 1 }
      case .digit:
        if isInsideWord(bytes, index) {
          while index + 1 < bytes.count, ASCII.isDigit(bytes[index + 1]) { index += 1 }
          break
        }
        guard index == 0 || !ASCII.isDigit(bytes[index - 1]) else { break }
        if let speaker = ChatLine.speaker(bytes, at: index) { speakers.append(speaker) }
        if let finding = number(bytes, index, &marks) {
          found.append(finding)
          index = max(index + 1, finding.range.upperBound)
          continue
        }
        if NetworkAddress.mayBeMAC(bytes, at: index),
          let finding = NetworkAddress.macAddress(bytes, at: index)
        {
          found.append(finding)
        }
        while index + 1 < bytes.count, ASCII.isDigit(bytes[index + 1]) { index += 1 }
      case .plus:
        if let finding = NumberForms.finding(bytes, at: index) { found.append(finding) }
      case .at:
        if let finding = MailAddress.finding(bytes, at: index) {
          found.append(finding)
          if let name = MailAddress.name(bytes, before: finding) { found.append(name) }
          found += MailAddress.names(bytes, beside: finding)
        }
      case .percent:
        if bytes[index...].starts(with: "%40".utf8),
          let finding = MailAddress.finding(bytes, at: index, width: 3)
        {
          found.append(finding)
        }
      case .dot:
        guard index >= nameEnd, index > 0, index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]),
          ASCII.isWord(bytes[index - 1])
        else { break }
        nameEnd = HostName.end(bytes, from: index)
        guard book.suffixes.mayEnd(bytes, at: nameEnd) || HostName.hasInnerLabel(bytes, index..<nameEnd)
        else {
          break
        }
        if let finding = HostName.finding(bytes, around: index, book.internalSuffixes) {
          found.append(finding)
          index = max(index + 1, finding.range.upperBound)
          continue
        }
      case .hexLetter:
        guard index == 0 || !ASCII.isWord(bytes[index - 1]) else { break }
        if ASCII.isUpper(byte) { startOfWord(bytes, index, &found) }
        if NetworkAddress.mayBeMAC(bytes, at: index),
          let finding = NetworkAddress.macAddress(bytes, at: index)
        {
          found.append(finding)
        } else if byte | 0x20 == 0x66, let finding = NetworkAddress.privateIPv6(bytes, at: index) {
          found.append(finding)
        }
        while index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]) { index += 1 }
      case .upper:
        guard index == 0 || !ASCII.isWord(bytes[index - 1]) else { break }
        startOfWord(bytes, index, &found)
        while index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]) { index += 1 }
      case .backslash:
        if let finding = WindowsName.finding(bytes, at: index) { found.append(finding) }
      }
      index += 1
    }
    found += ChatLine.people(speakers, in: bytes)
  }

  /// Whether a letter stands before a digit, and isn't the end of a percent-encoded byte.
  private func isInsideWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    index > 0 && ASCII.isLetter(bytes[index - 1]) && !(index > 2 && bytes[index - 3] == 0x25)
  }

  private func startOfWord(_ bytes: [UInt8], _ index: Int, _ found: inout [Finding]) {
    if index + 8 < bytes.count, let finding = LetteredNumber.finding(bytes, at: index) {
      found.append(finding)
    }
    if index + 3 < bytes.count, ASCII.isUpper(bytes[index + 1]), ASCII.isDigit(bytes[index + 2]) {
      if let finding = IBAN.finding(bytes, at: index) { found.append(finding) }
    } else if index + 1 < bytes.count, ASCII.isUpper(bytes[index + 1]) {
      if let finding = PersonPhrase.inCapitals(bytes, at: index) { found.append(finding) }
    } else if index + 1 < bytes.count, bytes[index + 1] >= 0x61 {
      switch endOfWord(bytes, index) {
      // A blank or an initial's dot: a name has two words.
      case ASCII.space?, 0x2E?: found += PersonPhrase.findings(bytes, at: index)
      case 0x2C?:
        if let finding = PersonPhrase.reversed(bytes, at: index) { found.append(finding) }
      default: break
      }
    }
  }

  /// The byte that ends the word.
  private func endOfWord(_ bytes: [UInt8], _ start: Int) -> UInt8? {
    var end = start + 1
    while end < bytes.count,
      ASCII.isLetter(bytes[end]) || bytes[end] >= 0x80 || bytes[end] == 0x2D || bytes[end] == 0x27
    {
      end += 1
    }
    return end < bytes.count ? bytes[end] : nil
  }

  private func number(_ bytes: [UInt8], _ index: Int, _ marks: inout Marks) -> Finding? {
    NetworkAddress.privateIPv4(bytes, at: index) ?? NetworkAddress.dashedIPv4(bytes, at: index)
      ?? NumberForms.finding(bytes, at: index, isMarked: marks.stand(before: index))
  }

  /// Where words that mark numbers end; asked for one place after the other.
  private struct Marks {
    private let ends: [Int]
    private var next = 0
    private static let reach = 48

    init(_ ends: [Int]) { self.ends = ends }

    mutating func stand(before index: Int) -> Bool {
      while next < ends.count, ends[next] <= index { next += 1 }
      return next > 0 && index - ends[next - 1] <= Self.reach
    }
  }

  private enum Trigger: UInt8 {
    case none, letter, digit, plus, at, percent, dot, hexLetter, upper, backslash
  }

  private static let triggers: [Trigger] = (0..<256).map { value in
    let byte = UInt8(value)
    if ASCII.isDigit(byte) { return .digit }
    if (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) { return .hexLetter }
    if ASCII.isUpper(byte) { return .upper }
    if ASCII.isLower(byte) { return .letter }
    switch byte {
    case 0x2B: return .plus
    case 0x40: return .at
    case 0x25: return .percent
    case 0x2E: return .dot
    case 0x5C: return .backslash
    default: return .none
    }
  }

  /// Other places where a person stands who was found by a phrase or a field at one.
  private func repetitions(of found: [Finding], in bytes: [UInt8]) -> [Finding] {
    let whole = Set(
      found.filter { $0.label == "person" && $0.range.count >= 7 && bytes[$0.range].contains(ASCII.space) }
        .map { Array(bytes[$0.range]) })
    // Who was named once is called by the given name from then on.
    let given = whole.compactMap { name in
      name.split(separator: ASCII.space).first.flatMap { GivenNames.contains($0) ? Array($0) : nil }
    }
    // So is whoever speaks in a chat.
    let speakers = found.filter { $0.label == "person" && GivenNames.contains(bytes[$0.range]) }.map {
      Array(bytes[$0.range])
    }
    let names = whole.union(given).union(speakers)
    guard !names.isEmpty else { return [] }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { name in
      places(of: name, in: bytes).map { Finding(range: $0, label: "person", certainty: .guess) }
    }
  }

  /// Where a name stands as a whole.
  private func places(of name: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    guard let head = name.first, bytes.count >= name.count else { return [] }
    return (0...(bytes.count - name.count)).compactMap { start in
      guard bytes[start] == head, bytes[start...].starts(with: name) else { return nil }
      let end = start + name.count
      let isWhole =
        (start == 0 || !ASCII.isWord(bytes[start - 1])) && (end == bytes.count || !ASCII.isWord(bytes[end]))
      return isWhole ? start..<end : nil
    }
  }

  /// How much of a random token tells something, in bytes; less may be a path's end or an escape beside it.
  private static let leastRest = 12

  /// The most certain of overlapping findings, longest first; what is allowed or already a placeholder stays.
  private func settled(_ found: [Finding], _ bytes: [UInt8]) -> [Finding] {
    guard !found.isEmpty else { return [] }
    let candidates = found.filter { finding in
      !finding.range.isEmpty && !touchesPlaceholder(finding.range, bytes)
        && (book.allowed.isEmpty || !book.allowed.contains(Array(bytes[finding.range])))
    }
    let ranked = candidates.sorted { left, right in
      if left.certainty != right.certainty { return left.certainty > right.certainty }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      return left.range.lowerBound < right.range.lowerBound
    }
    var taken = IntervalSet()
    var kept: [Finding] = []
    for finding in ranked {
      if taken.insert(finding.range) {
        kept.append(finding)
      } else if finding.certainty == .guess {
        // What a rule took of a random token was too little: the rest of it goes as well.
        for rest in taken.gaps(in: finding.range)
        where rest.count >= Self.leastRest && bytes[rest].contains(where: { ASCII.isDigit($0) })
          && taken.insert(rest)
        {
          kept.append(Finding(range: rest, label: finding.label, certainty: .guess))
        }
      }
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a range has something of a placeholder in it: what names a secret in `‹netlify token 1›` isn't one.
  private func touchesPlaceholder(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var index = max(0, range.lowerBound - Placeholder.longest)
    while index < range.upperBound {
      if bytes[index] == 0xE2, let end = Placeholder.end(of: bytes[index...]) {
        if end > range.lowerBound { return true }
        index = end
      } else {
        index += 1
      }
    }
    // The tail of something quoted, which is looked at by itself.
    let text = bytes[range]
    return text.contains(0xBA)
      && String(decoding: text, as: UTF8.self).first { $0 == "‹" || $0 == "›" } == "›"
  }
}

extension RuleBook.CompiledRule {
  /// The match around an anchor found at `anchor`, or nil.
  func finding(_ bytes: [UInt8], anchor: Int) -> Finding? {
    for start in max(0, anchor - rule.reach)...anchor
    where pattern.opening.map({ $0.contains(bytes[start]) }) ?? true {
      guard let match = pattern.match(bytes, at: start), match.whole.upperBound > anchor,
        !match.secret.isEmpty
      else { continue }
      guard isBounded(match, bytes) else { continue }
      if !rule.except.isEmpty,
        rule.except.contains(String(decoding: bytes[match.secret], as: UTF8.self).lowercased())
      {
        continue
      }
      // `-p <password>`, which somebody is to fill in.
      if bytes[match.secret.lowerBound] == 0x3C, bytes[match.secret.upperBound - 1] == 0x3E { continue }
      if let least = rule.entropy, Entropy.bitsPerByte(bytes[match.secret]) < least { continue }
      switch rule.verifier {
      case .publicAddress where !NetworkAddress.isPublic(bytes[match.secret]): continue
      case .beginsWord where start > 0 && ASCII.isWord(bytes[start - 1]): continue
      default: break
      }
      // `-p $CI_PASSWORD`, `-u USER:PASSWORD`: a variable, or what somebody is to fill in.
      if Placeholder.isBlank(bytes[match.secret]) { continue }
      return Finding(range: match.secret, label: rule.label, certainty: .format)
    }
    return nil
  }

  private func isBounded(_ match: Pattern.Match, _ bytes: [UInt8]) -> Bool {
    func breaks(_ byte: UInt8) -> Bool {
      switch rule.boundary {
      case .none: false
      case .word: ASCII.isWord(byte)
      case .token: ASCII.isWord(byte) || "+/=.-".utf8.contains(byte)
      }
    }
    let before = match.secret.lowerBound > 0 && breaks(bytes[match.secret.lowerBound - 1])
    let after = match.secret.upperBound < bytes.count && breaks(bytes[match.secret.upperBound])
    guard before || after else { return true }
    // Escapes and encodings end in letters: "\nghp_…", "%3Dghp_…".
    return !after && isEscaped(bytes, match.secret.lowerBound)
  }

  private func isEscaped(_ bytes: [UInt8], _ start: Int) -> Bool {
    if start >= 2, bytes[start - 2] == 0x5C, "nrt".utf8.contains(bytes[start - 1]) { return true }
    return start >= 3 && bytes[start - 3] == 0x25 && ASCII.isHex(bytes[start - 2])
      && ASCII.isHex(bytes[start - 1])
  }
}
