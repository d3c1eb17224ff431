import Bytes

/// Values that stand for a secret without being one: `***`, `${DB_PASSWORD}`, `<your-token>`, `null`, `‹token 1›`.
enum Placeholder {
  static func stands(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    if end(of: value) != nil || value.starts(with: "[".utf8)
      || first == 0x24 && value.count > 1 && isReference(value)
    {
      return true
    }
    // What Azure fills in.
    if value.starts(with: "@Microsoft.KeyVault(".utf8) { return true }
    // "@db.password@", which Maven and Ant fill in.
    if first == 0x40, last == 0x40, value.count > 2 { return true }
    // A type of GraphQL: "password: String!".
    if last == 0x21,
      ["String!", "ID!", "Secret!", "Password!"].contains(where: { value.elementsEqual($0.utf8) })
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
    if value.starts(with: "{{".utf8) || value.starts(with: "%{".utf8) || value.starts(with: "#{".utf8)
      || value.starts(with: "@{".utf8)
      || value.starts(with: "@Microsoft.KeyVault".utf8)
    {
      return true
    }
    if value.allSatisfy({
      [0x2A, 0x2E, 0x58, 0x78, 0x2D, 0x3F, 0x23, 0x5F, 0xE2, 0x80, 0xA2, 0xA6].contains($0)
    }) {
      return true
    }
    let text = value.map(ASCII.lowered)
    // The longest of the words has fourteen letters.
    if text.count <= 14, words.contains(String(decoding: text, as: UTF8.self)) { return true }
    if isBlank(value) || isOption(value) || isCommand(value) { return true }
    if last == 0x28 || text.suffix(2).elementsEqual("()".utf8) { return true }
    return references.contains { text.starts(with: $0) } || marks.contains { text[...].contains(bytes: $0) }
  }

  /// `$NAME`, `PASSWORD`, `CHANGE_ME`: a variable, or what somebody is to fill in.
  static func isBlank(_ value: ArraySlice<UInt8>) -> Bool {
    if value.first == 0x24, value.count > 1, isReference(value) { return true }
    let text = String(decoding: value.drop { $0 == ASCII.space }, as: UTF8.self)
    return blanks.contains(text)
  }

  private static let blanks: Set<String> = [
    "%s", "%v", "%d", "%q", "%w", "%@", "PASSWORD", "PASSWD", "PASS", "TOKEN", "SECRET", "KEY", "API_KEY",
    "USERNAME", "CHANGE_ME", "CHANGEME",
    "changeme",
    "change_me", "change-me", "REPLACE_ME", "replace_me", "replaceme", "TODO",
    "FIXME",
    "YOUR_PASSWORD", "MY_PASSWORD", "mypassword", "your_password", "yourpassword", "YOURPASSWORD",
  ]

  /// More bytes than a placeholder of ours has.
  static let longest = 48

  /// Where `‹email 2›` ends that begins a text; nil where it begins with something else, as with a quotation: `‹hunter2›`.
  static func end(of text: ArraySlice<UInt8>) -> Int? {
    guard text.starts(with: "‹".utf8) else { return nil }
    let inner = text.dropFirst(3).prefix(longest).prefix {
      ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.space || $0 == 0x2D
    }
    guard text[inner.endIndex...].starts(with: "›".utf8), let blank = inner.lastIndex(of: ASCII.space) else {
      return nil
    }
    let number = inner[(blank + 1)...]
    guard inner.first.map({ $0 != ASCII.space }) ?? false, blank > inner.startIndex,
      (1...6).contains(number.count),
      number.allSatisfy(ASCII.isDigit)
    else {
      return nil
    }
    return inner.endIndex + 3
  }

  /// `:password`, `@password`, `$1`: a parameter of a statement.
  private static func isParameter(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, value.count <= 24, value.count > 1 else { return false }
    if first == 0x24 { return value.dropFirst().allSatisfy(ASCII.isDigit) }
    return (first == 0x3A || first == 0x40)
      && value.dropFirst().allSatisfy { ASCII.isLower($0) || $0 == 0x5F }
  }

  /// `--username`: the next option of a command.
  private static func isOption(_ value: ArraySlice<UInt8>) -> Bool {
    value.count > 3 && value.starts(with: "--".utf8)
      && value.dropFirst(2).allSatisfy { ASCII.isLower($0) || $0 == 0x2D }
  }

  /// `Read-Host`, `Get-Credential`: PowerShell asks for the value.
  private static func isCommand(_ value: ArraySlice<UInt8>) -> Bool {
    ["Read-Host", "Get-Credential", "ConvertTo-SecureString", "Get-Secret", "New-Object"].contains {
      value.elementsEqual($0.utf8)
    }
  }

  /// `/srv/app`: where a process runs, which is also called PWD.
  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    value.first == 0x2F
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
    "1password", "~", "null", "nil", "none", "true", "false", "undefined", "empty", "redacted", "[redacted]",
    "hidden",
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

  private static let references: [[UInt8]] = [
    "process.env", "os.environ", "os.getenv", "env.", "getenv", "system.getenv", "vault:", "secretref",
    "ssm:", "!ref", "!sub", "!secret", "var.", "local.",
    "data.", "secrets.", "settings.", "config.", "self.", "this.", "valuefrom", "arn:aws", "op://", "file:",
    "/run/secrets", "/var/run/secrets", "/etc/", "sm://", "kms:", "xxxx",
  ].map { Array($0.utf8) }

  private static let marks: [[UInt8]] = [
    "your-", "your_", "<your", "example-", "placeholder", "change-me-", "redacted", "****", "xxxxxx", "...",
    "…", "dummy",
  ].map { Array($0.utf8) }
}

/// Code that computes a value: `hash(password)`, `form.password.value`.
enum Expression {
  static func stands(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard let first = text.first, ASCII.isLetter(first) || first == 0x5F,
      text.allSatisfy({ ASCII.isWord($0) || $0 == 0x2E })
    else { return false }
    // `configuration["Smtp:Password"]`
    if bytes[range.upperBound...].starts(with: "[\"".utf8)
      || bytes[range.upperBound...].starts(with: "['".utf8)
    {
      return true
    }
    if range.upperBound < bytes.count, bytes[range.upperBound] == 0x28 {
      return bytes[range.upperBound...].prefix(200).prefix { $0 != ASCII.newline }.contains(0x29)
    }
    let names = text.split(separator: 0x2E).map { String(decoding: $0.map(ASCII.lowered), as: UTF8.self) }
    guard names.count > 1, !text.contains(where: ASCII.isDigit) else { return false }
    // "random_password.master.result": a path of names through somebody's configuration.
    return names.contains(where: members.contains)
      || names.count > 2 && names.contains { $0.contains("_") } && !text.contains(where: ASCII.isUpper)
  }

  private static let members: Set<String> = [
    "password", "passwd", "token", "secret", "value", "key", "form", "props", "request", "req", "params",
    "args",
    "options", "opts", "user", "credentials", "body", "input", "state", "context", "ctx", "event", "data",
  ]
}
