import Bytes

/// HTTP and mail headers that carry credentials.
struct Header: Sendable {
  enum Kind: Sendable { case authorization, bearer, basic, cookie, smtpAuth }

  let name: String
  let kind: Kind

  static let all: [Header] = [
    Header(name: "authorization", kind: .authorization), Header(name: "bearer ", kind: .bearer),
    Header(name: "bearer%20", kind: .bearer), Header(name: "basic ", kind: .basic),
    Header(name: "cookie:", kind: .cookie), Header(name: "cookie\":", kind: .cookie),
    Header(name: "auth plain ", kind: .smtpAuth), Header(name: "auth login", kind: .smtpAuth),
    Header(name: "auth cram-md5", kind: .smtpAuth),
  ]

  func findings(_ bytes: [UInt8], at start: Int) -> [Finding] {
    let end = start + name.utf8.count
    switch kind {
    case .authorization: return Self.authorization(bytes, end)
    case .bearer:
      guard start == 0 || !ASCII.isWord(bytes[start - 1]), let range = Self.token(bytes, end),
        range.count >= 12, !Self.isAssignment(bytes[range]),
        Shape.isRandom(bytes[range]) || range.count >= 32
      else { return [] }
      return [Finding(range: range, label: "bearer token", certainty: .assigned)]
    case .basic:
      guard start == 0 || !ASCII.isWord(bytes[start - 1]), let range = Self.token(bytes, end),
        range.count >= 8,
        let decoded = Base64.decode(bytes[range]), decoded.contains(0x3A)
      else { return [] }
      return [Finding(range: range, label: "basic credentials", certainty: .assigned)]
    case .cookie: return Self.cookies(bytes, end)
    case .smtpAuth: return Self.smtp(bytes, end)
    }
  }

  /// `token_type=Bearer expires_in=3600`: the next field, no token; those have signs at their end only.
  private static func isAssignment(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.firstIndex(of: 0x3D) else { return false }
    return text[sign...].contains { $0 != 0x3D }
  }

  /// `Authorization: SCHEME credentials`, also in JSON and curl commands.
  private static func authorization(_ bytes: [UInt8], _ start: Int) -> [Finding] {
    var index = start
    while index < bytes.count, index - start < 6, "\"'\\ :=>".utf8.contains(bytes[index]) { index += 1 }
    guard index > start, bytes[start..<index].contains(where: { $0 == 0x3A || $0 == 0x3D || $0 == 0x3E })
    else { return [] }
    var schemeEnd = index
    while schemeEnd < bytes.count, ASCII.isWord(bytes[schemeEnd]) || bytes[schemeEnd] == 0x2D {
      schemeEnd += 1
    }
    let scheme = String(decoding: bytes[index..<schemeEnd].map(ASCII.lowered), as: UTF8.self)
    let isScheme = schemes.contains(scheme) && schemeEnd < bytes.count && bytes[schemeEnd] == ASCII.space
    var valueStart = isScheme ? schemeEnd + 1 : index
    // PagerDuty and Rails write "Token token=…".
    if bytes[valueStart...].starts(with: "token=".utf8) { valueStart += 6 }
    if scheme == "digest" || scheme.hasPrefix("aws4") {
      let end = lineEnd(bytes, valueStart)
      return fields(
        bytes, valueStart..<end, ["response", "cnonce", "nonce", "signature", "credential", "username"])
    }
    guard let range = token(bytes, valueStart), range.count >= 6, !Placeholder.stands(bytes[range]) else {
      return []
    }
    return [
      Finding(
        range: range, label: scheme == "basic" ? "basic credentials" : "bearer token", certainty: .assigned)
    ]
  }

  private static let schemes: Set<String> = [
    "bearer", "basic", "digest", "token", "apikey", "api-key", "negotiate", "ntlm", "hawk", "oauth", "key",
    "aws4-hmac-sha256", "sharedkey", "splunk", "genie", "genie-key", "geniekey", "ssws", "zoho-oauthtoken",
    "vault", "jwt", "dpop", "mac", "sso-key", "discogs", "bot", "snowflake",
  ]

  private static func fields(_ bytes: [UInt8], _ line: Range<Int>, _ names: [String]) -> [Finding] {
    var findings: [Finding] = []
    var index = line.lowerBound
    while index < line.upperBound {
      var nameEnd = index
      while nameEnd < line.upperBound, ASCII.isWord(bytes[nameEnd]) { nameEnd += 1 }
      let name = String(decoding: bytes[index..<nameEnd].map(ASCII.lowered), as: UTF8.self)
      if names.contains(name), nameEnd < line.upperBound, bytes[nameEnd] == 0x3D {
        var start = nameEnd + 1
        if start < line.upperBound, bytes[start] == 0x22 || bytes[start] == 0x5C {
          start += bytes[start] == 0x5C ? 2 : 1
        }
        var end = start
        while end < line.upperBound, !"\",\\ ".utf8.contains(bytes[end]) { end += 1 }
        if end > start {
          findings.append(Finding(range: start..<end, label: "authorization", certainty: .assigned))
        }
        nameEnd = max(end, nameEnd)
      }
      index = max(nameEnd, index + 1)
    }
    return findings
  }

  /// Each cookie's value; attributes such as Path and Expires stay.
  private static func cookies(_ bytes: [UInt8], _ start: Int) -> [Finding] {
    let end = lineEnd(bytes, start)
    var findings: [Finding] = []
    for part in ranges(of: bytes, in: start..<end, separatedBy: 0x3B) {
      guard let equals = bytes[part].firstIndex(of: 0x3D) else { continue }
      let name = String(
        decoding: bytes[part.lowerBound..<equals].filter { !ASCII.isSpace($0) && $0 != 0x22 }.map(
          ASCII.lowered), as: UTF8.self)
      guard !cookieAttributes.contains(name) else { continue }
      var valueEnd = equals + 1
      while valueEnd < part.upperBound, !"\"' ,\\".utf8.contains(bytes[valueEnd]) { valueEnd += 1 }
      let value = bytes[(equals + 1)..<valueEnd]
      guard value.count >= 6, !Placeholder.stands(value),
        value.contains(where: ASCII.isDigit) || value.count >= 16
      else { continue }
      findings.append(Finding(range: (equals + 1)..<valueEnd, label: "cookie", certainty: .assigned))
    }
    return findings
  }

  private static let cookieAttributes: Set<String> = [
    "path", "expires", "domain", "samesite", "max-age", "version", "lang", "locale", "theme", "tz",
    "priority",
  ]

  /// `AUTH PLAIN base64`, and the base64 lines of a dialogue that `AUTH LOGIN` begins.
  private static func smtp(_ bytes: [UInt8], _ start: Int) -> [Finding] {
    var findings: [Finding] = []
    if let range = token(bytes, start), range.count >= 8, Base64.decode(bytes[range]) != nil,
      lineEnd(bytes, start) >= range.upperBound
    {
      findings.append(Finding(range: range, label: "smtp credentials", certainty: .assigned))
    }
    for line in Lines(in: bytes, within: lineEnd(bytes, start)..<min(bytes.count, start + 600)).prefix(9) {
      let text = bytes[line]
      // 334 is the server's question.
      guard text.first(where: { !ASCII.isSpace($0) }) != nil, !text.starts(with: "334".utf8) else { continue }
      guard let last = ranges(of: bytes, in: line, separatedBy: ASCII.space).last else { continue }
      let isQuestion = String(decoding: text, as: UTF8.self).contains("334 ")
      guard !isQuestion, last.count >= 4, last.count % 4 == 0, let decoded = Base64.decode(bytes[last]),
        decoded.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
      else { continue }
      findings.append(Finding(range: last, label: "smtp credentials", certainty: .assigned))
    }
    return findings
  }

  private static func token(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    var end = index
    while end < bytes.count, ASCII.isWord(bytes[end]) || "+/=.-~:%!#$*".utf8.contains(bytes[end]) { end += 1 }
    while end > index, bytes[end - 1] == 0x2E { end -= 1 }
    return end > index ? index..<end : nil
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
  }

  private static func ranges(of bytes: [UInt8], in whole: Range<Int>, separatedBy separator: UInt8) -> [Range<
    Int
  >] {
    bytes[whole].split(separator: separator).map { $0.startIndex..<$0.endIndex }
  }
}

/// Standard and URL-safe base64.
enum Base64 {
  /// The bytes, or nil when the text isn't base64.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bits: UInt32 = 0
    var count = 0
    var bytes: [UInt8] = []
    for byte in text {
      let value: UInt8
      switch byte {
      case 65...90: value = byte - 65
      case 97...122: value = byte - 71
      case 48...57: value = byte + 4
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
