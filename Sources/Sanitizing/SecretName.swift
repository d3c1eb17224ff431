import Bytes

/// Names whose value is a secret: `password`, `api_key`, `token`, in every spelling of assignment and in prose.
enum SecretName {
  enum Strength: Sendable {
    /// Whatever follows is the secret, even a plain word.
    case strong
    /// What follows must look random.
    case weak
  }

  static let all: [(String, Strength)] = [
    ("password", .strong), ("passwd", .strong), ("passwort", .strong), ("passphrase", .strong),
    ("pwd", .strong),
    ("passcode", .strong), ("kennwort", .strong), ("contraseña", .strong), ("mot de passe", .strong),
    ("senha", .strong), ("hasło", .strong), ("haslo", .strong), ("wachtwoord", .strong),
    ("lösenord", .strong),
    ("parola", .strong), ("пароль", .strong), ("密码", .strong), ("パスワード", .strong), ("storepass", .strong),
    ("keypass", .strong), ("psk", .weak), ("pre-shared-key", .weak), ("pw ", .strong),
    ("secret", .weak), ("token", .weak), ("api_key", .weak), ("apikey", .weak), ("api-key", .weak),
    ("api key", .weak), ("access_key", .weak), ("accesskey", .weak), ("access-key", .weak),
    ("access key", .weak),
    ("account_key", .weak), ("accountkey", .weak), ("private_key", .weak), ("privatekey", .weak),
    ("private-key", .weak), ("signing_key", .weak), ("signingkey", .weak), ("encryption_key", .weak),
    ("encryptionkey", .weak), ("auth_key", .weak), ("authkey", .weak), ("auth-key", .weak),
    ("master_key", .weak),
    ("license_key", .weak), ("licence_key", .weak), ("sharedaccesskey", .weak), ("shared_key", .weak),
    ("credential", .weak), ("sessionid", .weak),
    ("session_id", .weak), ("session-id", .weak), ("jsessionid", .weak), ("phpsessid", .weak),
    ("connect.sid", .weak),
    ("client-key-data", .weak), ("dockerconfigjson", .weak), ("\"auth\"", .weak), ("requirepass", .strong),
    ("masterauth", .strong),
    ("webhook_secret", .weak), ("_pass", .strong), ("-pass", .strong), ("\"pass\"", .strong),
    ("pass=", .strong), ("pw:", .strong), ("pw=", .strong),
    ("_pw", .strong), ("pgpassword", .strong), ("mysql_pwd", .strong), ("otp=", .weak), ("pin=", .weak),
    ("cvv", .weak), ("cvc", .weak),
    ("dsn", .weak), ("_key", .weak), ("encrypt_key", .weak), ("crypt_key", .weak), ("salt", .weak),
    ("pass_phrase", .strong), ("pass-phrase", .strong), ("pass:", .weak), ("mfa_seed", .weak),
    ("redis_auth", .weak),
    ("access_code", .weak), ("validationkey", .weak), ("decryptionkey", .weak), ("secret.key", .weak),
    ("signing-key", .weak), ("signing.key", .weak), ("encryption.key", .weak), ("encryption-key", .weak),
    ("api.key", .weak), ("clave:", .weak), ("mdp :", .weak), ("mdp:", .weak), ("heslo", .weak),
    ("şifre", .weak),
    ("salasana", .weak), ("adgangskode", .weak), ("비밀번호", .weak), ("setcookie", .weak),
  ]

  /// What follows a name and makes it the name of something else: `token_type`, `secretName`, `password_reset`.
  private static let otherThings: [String] = [
    "name", "type", "count", "expire", "expiry", "expiration", "ttl", "url", "uri", "path", "file", "ref",
    "length", "len", "policy",
    "reset", "version", "limit", "manager", "store", "bucket", "space", "size", "status", "field", "param",
    "index", "hint", "prompt", "min", "max", "rotation", "provider", "endpoint", "class", "ring", "usage",
    "age",
    "ize", "iz", "less", "alg", "budget", "window", "per", "used", "rule", "scan", "mount", "volume",
    "engine",
    "backend", "change", "attempt", "valid", "required", "enabled", "arn", "lifetime", "bits", "strength",
    "format", "source", "encoder", "hasher",
    "id", "at", "scope", "issuer", "s_per", "lock", "metric", "error", "ca-cert", "ca_cert",
  ]

  /// Findings for a name at `start` of `length` bytes: one value, or both of "from old to new".
  static func findings(_ bytes: [UInt8], at start: Int, length: Int, _ strength: Strength) -> [Finding] {
    let reader = AssignmentReader(bytes, nameStart: start, nameEnd: start + length)
    guard !namesAnotherThing(bytes, reader.suffix), !reader.isPublicKey else { return [] }
    let label = label(bytes, start, length)
    if let value = reader.value(), isSecret(bytes, value, strength) {
      let next = value.style == .prose ? reader.successor(of: value) : nil
      return [value, next].compactMap(\.self).map {
        Finding(range: $0.range, label: label, certainty: .assigned)
      }
    }
    guard let value = reader.distantValue(), isSecret(bytes, value, .strong),
      strength == .strong || value.range.count >= 16 && Shape.isRandom(bytes[value.range])
    else { return [] }
    return [Finding(range: value.range, label: label, certainty: .assigned)]
  }

  private static func label(_ bytes: [UInt8], _ start: Int, _ length: Int) -> String {
    let name = String(decoding: bytes[start..<(start + length)].map(ASCII.lowered), as: UTF8.self)
    if name.hasPrefix("pass") || name.contains("pw") || name.contains("pass") { return "password" }
    if name.contains("token") { return "token" }
    if name.contains("sess") || name.contains("sid") { return "session" }
    return name.contains("key") ? "key" : "secret"
  }

  private static func namesAnotherThing(_ bytes: [UInt8], _ suffix: Range<Int>) -> Bool {
    var rest = bytes[suffix].map(ASCII.lowered)[...]
    while let first = rest.first, first == 0x5F || first == 0x2D || first == 0x2E { rest = rest.dropFirst() }
    let word = String(decoding: rest, as: UTF8.self)
    return otherThings.contains { word.hasPrefix($0) }
  }

  private static func isSecret(_ bytes: [UInt8], _ value: AssignmentReader.Value, _ strength: Strength)
    -> Bool
  {
    let text = bytes[value.range]
    guard !Placeholder.stands(text), !isField(text), value.isQuoted || !Expression.stands(bytes, value.range)
    else {
      return false
    }
    switch (strength, value.style) {
    case (.strong, .assigned): return true
    case (.strong, .listed): return Shape.isPasswordLike(text)
    case (_, .prose): return Shape.isPasswordLike(text)
    case (.weak, _): return text.count >= 6 && Shape.isRandom(text)
    }
  }
}

extension SecretName {
  /// In `{"name": "DB_PASSWORD", "value": …}` what follows the name is a key, not the value.
  private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
    ["value", "Value", "valueFrom"].contains { text.elementsEqual($0.utf8) }
  }
}

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
  var isPublicKey: Bool {
    let name = bytes[identifierStart..<suffix.upperBound].map(ASCII.lowered).filter(ASCII.isLetter)
    let text = String(decoding: name, as: UTF8.self)
    return Self.harmless.contains { text.contains($0) }
  }

  /// Names that end like a secret's and hide nothing.
  private static let harmless = [
    "publickey", "idempotencykey", "partitionkey", "primarykey", "foreignkey", "routingkey", "sortkey",
    "compass", "bypass",
  ]

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
    if let style = takeOperator(&index) {
      skipBlanks(&index)
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
    let rest = bytes[index...]
    for text in ["=>", ":=", "->", "==", "%3D", "%3d", "%3A", "%3a"] where rest.starts(with: text.utf8) {
      index += text.utf8.count
      return .assigned
    }
    switch bytes[index] {
    case 0x3D:
      index += 1
      return .assigned
    case 0x3A:
      guard index + 1 >= bytes.count || bytes[index + 1] != 0x3A else { return nil }
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

/// Values that stand for a secret without being one: `***`, `${DB_PASSWORD}`, `<your-token>`, `null`, `‹token 1›`.
enum Placeholder {
  static func stands(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    if value.starts(with: "‹".utf8) || value.starts(with: "[".utf8)
      || first == 0x24 && value.count > 1 && isReference(value)
    {
      return true
    }
    // A YAML tag's own value, and a Windows variable.
    if first == 0x21, value.count > 3, value.dropFirst().allSatisfy(ASCII.isLetter) { return true }
    if first == 0x25, last == 0x25, value.count > 2, value.allSatisfy({ ASCII.isWord($0) || $0 == 0x25 }) {
      return true
    }
    if first == 0x7B || first == 0x3C && last == 0x3E { return true }
    if value.starts(with: "***".utf8) || isParameter(value) || isPath(value) { return true }
    if value.starts(with: "{{".utf8) || value.starts(with: "%{".utf8) || value.starts(with: "@{".utf8) {
      return true
    }
    if value.allSatisfy({
      [0x2A, 0x2E, 0x58, 0x78, 0x2D, 0x3F, 0x23, 0x5F, 0xE2, 0x80, 0xA2, 0xA6].contains($0)
    }) {
      return true
    }
    let text = String(decoding: value, as: UTF8.self).lowercased()
    if words.contains(text) { return true }
    if last == 0x28 || text.hasSuffix("()") { return true }
    return references.contains { text.hasPrefix($0) } || marks.contains { text.contains($0) }
  }

  /// `:password`, `@password`, `$1`: a parameter of a statement.
  private static func isParameter(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, value.count <= 24, value.count > 1 else { return false }
    if first == 0x24 { return value.dropFirst().allSatisfy(ASCII.isDigit) }
    return (first == 0x3A || first == 0x40)
      && value.dropFirst().allSatisfy { ASCII.isLower($0) || $0 == 0x5F }
  }

  /// `/srv/app`: where a process runs, which is also called PWD.
  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    value.first == 0x2F && value.count > 1
      && value.split(separator: 0x2F).allSatisfy { part in
        part.count <= 20 && part.allSatisfy { ASCII.isLower($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
      }
  }

  /// `$VAR`, `${VAR}`, `$(cmd)`, but neither `$6$salt…` nor `$ecret1`.
  private static func isReference(_ value: ArraySlice<UInt8>) -> Bool {
    let second = value[value.startIndex + 1]
    if second == 0x7B || second == 0x28 { return true }
    return value.dropFirst().allSatisfy { ASCII.isUpper($0) || $0 == 0x5F || ASCII.isDigit($0) }
      && ASCII.isUpper(second)
  }

  private static let words: Set<String> = [
    "null", "nil", "none", "true", "false", "undefined", "empty", "redacted", "[redacted]", "hidden",
    "masked", "filtered",
    "removed", "secret", "password", "token", "string", "str", "required", "missing", "invalid", "expired",
    "incorrect", "wrong", "unset", "n/a", "na", "yes", "no", "not", "is", "was", "and", "or", "for", "the",
    "a", "has", "had", "of",
    "in", "to", "from", "with", "by", "authentication", "reset", "mismatch", "failed", "error", "changed",
    "rotation", "rotated",
    "field", "flow", "policy", "expiry", "may", "must", "will", "can", "could", "should", "are", "were",
    "that", "which", "on", "at", "manager",
    "bearer", "basic", "digest", "int", "text", "varchar", "optional", "default", "provided", "type",
    "length", "file", "prompt", "no:", "yes:", "using",
  ]

  private static let references = [
    "process.env", "os.environ", "os.getenv", "env.", "getenv", "system.getenv", "vault:", "secretref",
    "ssm:", "!ref", "!sub", "!secret", "var.", "local.",
    "data.", "secrets.", "settings.", "config.", "self.", "this.", "valuefrom", "arn:aws", "op://", "file:",
    "/run/secrets", "/var/run/secrets", "/etc/", "sm://", "kms:", "xxxx",
  ]

  private static let marks = [
    "your-", "your_", "<your", "example-", "placeholder", "change-me-", "redacted", "****", "xxxxxx", "...",
    "…", "dummy",
  ]
}

/// Code that computes a value: `hash(password)`, `form.password.value`.
enum Expression {
  static func stands(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard let first = text.first, ASCII.isLetter(first) || first == 0x5F,
      text.allSatisfy({ ASCII.isWord($0) || $0 == 0x2E })
    else { return false }
    if range.upperBound < bytes.count, bytes[range.upperBound] == 0x28 {
      return bytes[range.upperBound...].prefix(200).prefix { $0 != ASCII.newline }.contains(0x29)
    }
    let names = text.split(separator: 0x2E).map { String(decoding: $0.map(ASCII.lowered), as: UTF8.self) }
    return names.count > 1 && !text.contains(where: ASCII.isDigit) && names.contains(where: members.contains)
  }

  private static let members: Set<String> = [
    "password", "passwd", "token", "secret", "value", "key", "form", "props", "request", "req", "params",
    "args",
    "options", "opts", "user", "credentials", "body", "input", "state", "context", "ctx", "event", "data",
  ]
}

/// What a value looks like.
enum Shape {
  /// Letters with digits or signs, as passwords have and words have not.
  static func isPasswordLike(_ value: ArraySlice<UInt8>) -> Bool {
    guard (5...128).contains(value.count) else { return false }
    var letters = 0
    var digits = 0
    var signs = 0
    for byte in value {
      if ASCII.isLetter(byte) {
        letters += 1
      } else if ASCII.isDigit(byte) {
        digits += 1
      } else if byte < 0x80 {
        signs += 1
      }
    }
    guard letters > 0, digits + signs > 0 else { return false }
    if digits == 0 {
      // hyphenated and dotted words are names of things; other signs make a password.
      let plain = value.allSatisfy { ASCII.isLetter($0) || "-_./:'".utf8.contains($0) || $0 >= 0x80 }
      return !plain
    }
    guard !isOrdinary(value), letters >= 2 else { return false }
    // "v1.2.3", "2fa", "24h": digits alone don't make a word a password; mixed case with a digit does.
    let isMixed =
      value.count >= 8 && value.contains(where: ASCII.isUpper) && value.contains(where: ASCII.isLower)
    return digits >= 2 || signs > 0 || isMixed
  }

  /// Times, versions, paths and host names.
  private static func isOrdinary(_ value: ArraySlice<UInt8>) -> Bool {
    if value.first == 0x2F || value.starts(with: "http".utf8) || value.contains(0x2F) && value.contains(0x2E)
    {
      return true
    }
    let allowed = value.allSatisfy {
      ASCII.isDigit($0) || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D || $0 == 0x54 || $0 == 0x5A || $0 == 0x76
    }
    return allowed
  }

  /// `orders.created.v1`, `us-east-1-prod`: words and small numbers.
  private static func isNameOfParts(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split { "._-/:".utf8.contains($0) }
    return parts.count > 1
      && parts.allSatisfy { part in
        let digits = part.first == 0x76 ? part.dropFirst() : part
        return part.count <= 14 && part.allSatisfy { ASCII.isLower($0) }
          || digits.count <= 4 && digits.allSatisfy(ASCII.isDigit)
      }
  }

  /// No word, no number, no path: something that a generator made.
  static func isRandom(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 6, value.count <= 4_096 else { return false }
    if value.first == 0x2F || value.first == 0x2E || value.starts(with: "http".utf8)
      || value.starts(with: "arn:".utf8)
      || value.starts(with: "sha256:".utf8) || isNameOfParts(value)
    {
      return false
    }
    var letters = 0
    var digits = 0
    var uppers = 0
    var others = 0
    for byte in value {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if ASCII.isLetter(byte) {
        letters += 1
        if ASCII.isUpper(byte) { uppers += 1 }
      } else {
        others += 1
      }
    }
    guard letters > 0, others * 3 <= value.count else { return false }
    if digits == 0 {
      // Mixed case without digits: "YourTokenHere" is words, a long run of changes isn't.
      return value.count >= 20 && uppers * 4 > letters && uppers * 4 < letters * 3
        && Entropy.bitsPerByte(value) > 3.6
    }
    if digits == 1, value.count < 12 { return false }
    return Entropy.bitsPerByte(value) >= (value.count < 12 ? 2.2 : 2.8)
  }
}
