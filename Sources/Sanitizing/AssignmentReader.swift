import Bytes

/// Reads what a name is assigned to.
struct AssignmentReader {
  enum Style {
    /// `name=value`, `"name": "value"`, `<name>value</name>`.
    case assigned
    /// `name value`, as in command lines and netrc, or `name: word` in a sentence.
    case listed
    /// `the password is value`.
    case prose
  }

  struct Value {
    let range: Range<Int>
    let style: Style
    let isQuoted: Bool
  }

  private let bytes: [UInt8]
  /// What of the identifier follows the name.
  let suffix: Range<Int>
  private let identifierStart: Int

  init(_ bytes: [UInt8], nameStart: Int, nameEnd: Int) {
    self.bytes = bytes
    var start = nameStart
    while start > 0, ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x2D || bytes[start - 1] == 0x2E,
      nameStart - start < 64
    {
      start -= 1
    }
    identifierStart = start
    var end = nameEnd
    // Names such as "pw=" bring the sign that makes them names.
    let endsInSign = nameEnd > nameStart && "=: ".utf8.contains(bytes[nameEnd - 1])
    if endsInSign { end -= 1 }
    while !endsInSign, end < bytes.count, ASCII.isWord(bytes[end]) || bytes[end] == 0x2D, end - nameEnd < 40 {
      end += 1
    }
    suffix = min(nameEnd, end)..<end
  }

  /// `PublicKeyToken`, `public_key`, `idempotency_key`, `compass`: nothing to hide.
  var isHarmless: Bool {
    let name = bytes[identifierStart..<suffix.upperBound].map(ASCII.lowered).filter(ASCII.isLetter)
    return Self.harmless.contains { name[...].contains(bytes: $0) }
  }

  /// `/api/auth/token`, `token-gc-29433003`: the end of a path or the start of a name, which a sentence goes on behind.
  var isPartOfName: Bool {
    identifierStart > 0 && bytes[identifierStart - 1] == 0x2F
      || bytes[suffix].contains(where: ASCII.isDigit) && bytes[suffix].contains(0x2D)
  }

  /// Names that end like a secret's and hide nothing.
  private static let harmless: [[UInt8]] = [
    "publickey", "idempotencykey", "resumetoken", "pagetoken", "nexttoken", "continuationtoken", "synctoken",
    "partitionkey", "primarykey", "foreignkey", "routingkey", "sortkey",
    "compass", "bypass",
  ].map { Array($0.utf8) }

  func value() -> Value? {
    var index = suffix.upperBound
    // Plural and possessive words are prose about secrets.
    if index > suffix.lowerBound, suffix.count == 1, ASCII.lowered(bytes[suffix.lowerBound]) == 0x73,
      !followsOperator(index)
    {
      return nil
    }
    var quoted = skipQuotes(&index)
    if index < bytes.count, bytes[index] == 0x5D { index += 1; quoted = skipQuotes(&index) || quoted }
    let blanks = skipBlanks(&index)
    let operatorStart = index
    if let style = takeOperator(&index) {
      // `password === null`, `if password == expected`: a comparison tells a secret only where it quotes one.
      let isComparison = bytes[operatorStart...].starts(with: "==".utf8)
      if isComparison, index < bytes.count, bytes[index] == 0x3D { index += 1 }
      skipBlanks(&index)
      if isComparison, index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x27, bytes[index] != 0x60 {
        return nil
      }
      guard let (range, isQuoted) = valueRange(&index) else { return nil }
      let isWholeLine = style == .listed && isKeyOfLine && endsLine(range)
      return Value(range: range, style: isWholeLine ? .assigned : style, isQuoted: isQuoted)
    }
    guard blanks, !quoted || isFlag else { return nil }
    let isProse = takeProse(&index)
    guard let (range, isQuoted) = valueRange(&index) else { return nil }
    let style: Style = isFlag ? .assigned : isProse ? .prose : .listed
    return Value(range: range, style: style, isQuoted: isQuoted)
  }

  /// The second value of "changed from old to new".
  func successor(of value: Value) -> Value? {
    var index = value.range.upperBound
    if index < bytes.count, [0x22, 0x27, 0x60].contains(bytes[index]) { index += 1 }
    guard bytes[index...].starts(with: " to ".utf8) else { return nil }
    index += 4
    guard let (range, isQuoted) = valueRange(&index), Shape.isPasswordLike(bytes[range]) else { return nil }
    return Value(range: range, style: .prose, isQuoted: isQuoted)
  }

  /// The value behind a few words: `password for the staging box: value`, `the secret of the webhook is value`.
  func distantValue() -> Value? {
    var index = suffix.upperBound
    guard index < bytes.count, ASCII.isBlank(bytes[index]) else { return nil }
    let limit = min(bytes.count, index + 60)
    while index < limit {
      while index < limit, ASCII.isBlank(bytes[index]) || "()\"'".utf8.contains(bytes[index]) { index += 1 }
      var end = index
      while end < limit, ASCII.isLetter(bytes[end]) || bytes[end] == 0x2D || bytes[end] >= 0x80 { end += 1 }
      let word = String(decoding: bytes[index..<end].map(ASCII.lowered), as: UTF8.self)
      if Self.identified.contains(word) { return nil }
      if end < limit, bytes[end] == 0x29 { end += 1 }
      if end < limit, bytes[end] == 0x3A || bytes[end] == 0x3D {
        index = end + 1
        guard index < limit, ASCII.isBlank(bytes[index]) else { return nil }
      } else if !Self.copulas.contains(word) {
        guard end > index, end < limit, ASCII.isBlank(bytes[end]) else { return nil }
        index = end
        continue
      } else {
        index = end
      }
      skipBlanks(&index)
      _ = takeProse(&index)
      guard let (range, isQuoted) = valueRange(&index) else { return nil }
      return Value(range: range, style: .prose, isQuoted: isQuoted)
    }
    return nil
  }

  private static let copulas: Set<String> = [
    "is", "was", "are", "ist", "lautet", "war", "est", "es", "é", "è", "jest", "är", "er",
  ]

  /// What has an id of its own: the value belongs to it and not to the secret.
  private static let identified: Set<String> = [
    "id", "request", "trace", "span", "job", "build", "commit", "order", "error", "code", "version",
    "session",
    "revision", "digest", "fingerprint", "checksum", "hash", "image", "host", "pod", "container", "ticket",
  ]

  private func followsOperator(_ index: Int) -> Bool {
    index < bytes.count && (bytes[index] == 0x3D || bytes[index] == 0x3A || bytes[index] == 0x22)
  }

  /// `--password`, `-pass`.
  private var isFlag: Bool { identifierStart < bytes.count && bytes[identifierStart] == 0x2D }

  /// Nothing but indentation, list marks, quotes and `export` stands before the name on its line.
  private var isKeyOfLine: Bool {
    var index = identifierStart
    while index > 0, bytes[index - 1] != ASCII.newline, identifierStart - index < 40 {
      index -= 1
      guard ASCII.isBlank(bytes[index]) || "-*\"'#>".utf8.contains(bytes[index]) else { return false }
    }
    return true
  }

  private func endsLine(_ range: Range<Int>) -> Bool {
    var index = range.upperBound
    while index < bytes.count, bytes[index] != ASCII.newline {
      guard ASCII.isSpace(bytes[index]) || "\"',;".utf8.contains(bytes[index]) else {
        return bytes[index] == 0x23
      }
      index += 1
    }
    return true
  }

  @discardableResult
  private func skipQuotes(_ index: inout Int) -> Bool {
    let start = index
    while index < bytes.count, [0x22, 0x27, 0x60, 0x5C, 0x2A].contains(bytes[index]), index - start < 6 {
      index += 1
    }
    if bytes[index...].starts(with: "%22".utf8) { index += 3 }
    return index > start
  }

  @discardableResult
  private func skipBlanks(_ index: inout Int) -> Bool {
    let start = index
    while index < bytes.count, ASCII.isBlank(bytes[index]), index - start < 40 { index += 1 }
    return index > start
  }

  private func takeOperator(_ index: inout Int) -> Style? {
    guard index < bytes.count else { return nil }
    if "=:-%".utf8.contains(bytes[index]) {
      let rest = bytes[index...]
      for text in ["=>", ":=", "->", "==", "%3D", "%3d", "%3A", "%3a"] where rest.starts(with: text.utf8) {
        index += text.utf8.count
        return .assigned
      }
    }
    switch bytes[index] {
    case 0x3D:
      index += 1
      return .assigned
    case 0x3A:
      // "std::string", and "${NAME:?must be set}", which complains.
      guard index + 1 >= bytes.count || bytes[index + 1] != 0x3A && !(bytes[index + 1] == 0x3F && isExpansion)
      else { return nil }
      index += 1
      // "password: x" in JSON and YAML is an assignment; in a sentence it may be anything.
      let isSpaced = index < bytes.count && ASCII.isSpace(bytes[index])
      let isQuotedKey =
        suffix.upperBound < bytes.count && [0x22, 0x27, 0x5C].contains(bytes[suffix.upperBound])
      return isSpaced && !isQuotedKey ? .listed : .assigned
    case 0x3E where isInTag && !(index + 1 < bytes.count && bytes[index + 1] == 0x40):
      index += 1
      return .assigned
    case 0x2C where nextIsQuote(index + 1):
      // ("password", "value")
      index += 1
      return .assigned
    case 0x7C:
      index += 1
      return .listed
    default:
      // <add key="password" value="…">, {"name": "password", "value": "…"}
      return takeValueAttribute(&index) ? .assigned : nil
    }
  }

  /// `${PASSWORD`, as shells expand it.
  private var isExpansion: Bool { bytes[..<identifierStart].suffix(2).elementsEqual("${".utf8) }

  /// `<password>`, `<ns:password>`, `<entry key="password">`; but not the template `<password>@host`.
  private var isInTag: Bool {
    identifierStart > 0 && "<:\"'".utf8.contains(bytes[identifierStart - 1])
  }

  private func takeValueAttribute(_ index: inout Int) -> Bool {
    let rest = bytes[index...].prefix(24)
    let lowered = rest.map(ASCII.lowered)
    for text in ["value=", "value\":", ", \"value\":", ",\"value\":", "value:"]
    where lowered.starts(with: text.utf8) {
      index += text.utf8.count
      return true
    }
    return false
  }

  private func nextIsQuote(_ index: Int) -> Bool {
    var index = index
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    return index < bytes.count && (bytes[index] == 0x22 || bytes[index] == 0x27)
  }

  /// "is", "was", "to", "set to", "reset to", "=", in the words of a sentence.
  private func takeProse(_ index: inout Int) -> Bool {
    var found = false
    for _ in 0..<4 {
      var end = index
      while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
      let word = String(decoding: bytes[index..<end].map(ASCII.lowered), as: UTF8.self)
      guard Self.proseWords.contains(word) else { break }
      var next = end
      if next < bytes.count, bytes[next] == 0x3A { next += 1 }
      guard next < bytes.count, ASCII.isBlank(bytes[next]) else { break }
      while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
      index = next
      found = true
    }
    return found
  }

  private static let proseWords: Set<String> = [
    "is", "was", "to", "set", "reset", "changed", "still", "now", "of", "as", "temporarily", "be", "remains",
    "for", "from",
    "ist", "lautet", "est", "es", "é", "è", "jest", "är", "value", "being", "used", "root", "admin",
  ]

  /// The value at `index`: to the closing quote, or to the next byte that no secret has.
  private func valueRange(_ index: inout Int) -> (range: Range<Int>, isQuoted: Bool)? {
    var quote: UInt8?
    var escapes = 0
    // References such as `${DB_PASSWORD:}` and `$(cat file)`.
    if bytes[index...].starts(with: "${".utf8) || bytes[index...].starts(with: "$(".utf8) { return nil }
    // SQL's N'…', Python's b"…", and three quotes in a row.
    if index + 1 < bytes.count, "NnbrufLB".utf8.contains(bytes[index]),
      [0x22, 0x27].contains(bytes[index + 1])
    {
      index += 1
    }
    for mark in ["\"\"\"", "'''"] where bytes[index...].starts(with: mark.utf8) { index += 2 }
    while index < bytes.count, bytes[index] == 0x5C, index + 1 < bytes.count,
      [0x22, 0x27, 0x5C].contains(bytes[index + 1])
    {
      index += 1
      escapes += 1
    }
    if index < bytes.count, [0x22, 0x27, 0x60].contains(bytes[index]) {
      quote = bytes[index]
      index += 1
    } else if bytes[index...].starts(with: "%22".utf8) {
      index += 3
    } else if bytes[index...].starts(with: "**".utf8) {
      index += 2
    } else if bytes[index...].starts(with: "<![CDATA[".utf8) {
      index += 9
    }
    let start = index
    var end = start
    while end < bytes.count, end - start < 4_096 {
      let byte = bytes[end]
      if byte < 0x20 { break }
      if let quote {
        if byte == quote { break }
        if byte == 0x5C, escapes > 0 { break }
        if byte == 0x5C { end += 1 }
      } else if Self.stops.contains(byte) || (byte == 0x25 && isEncodedStop(end))
        || (byte == 0x2A && bytes[end...].starts(with: "**".utf8))
      {
        break
      } else if byte == 0xE2,
        bytes[end...].starts(with: "⟧".utf8) || bytes[end...].starts(with: "’".utf8)
          || bytes[end...].starts(with: "”".utf8)
      {
        break
      }
      end += 1
    }
    end = min(end, bytes.count)
    if quote == nil {
      // A sentence's own punctuation isn't part of the secret.
      while end > start, [0x2E, 0x2C, 0x3A, 0x21, 0x3F].contains(bytes[end - 1]),
        end == bytes.count || ASCII.isSpace(bytes[end]) || bytes[end] == 0x29
      {
        if bytes[end - 1] == 0x21 || bytes[end - 1] == 0x3F { break }
        end -= 1
      }
    }
    return end > start ? (start..<end, quote != nil) : nil
  }

  private static let stops = ByteSet(" \t\r\n\"'<>,;&|()[]{}`")

  private func isEncodedStop(_ index: Int) -> Bool {
    let rest = bytes[index...]
    return ["%26", "%22", "%20", "%0A", "%0a", "%27", "%3B"].contains { rest.starts(with: $0.utf8) }
  }
}
