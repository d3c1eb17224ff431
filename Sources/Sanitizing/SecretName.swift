import Bytes

/// Names whose value is a secret: `password`, `api_key`, `token`, in every spelling of assignment and in prose.
enum SecretName {
  enum Strength: Sendable {
    /// Whatever follows is the secret, even a plain word.
    case strong
    /// What follows must look random.
    case weak
  }

  /// A name as it is looked for.
  struct Known: Sendable {
    let text: String
    let strength: Strength
    /// What the placeholder calls its value.
    let label: String
  }

  static let all = names.map { Known(text: $0.0, strength: $0.1, label: label(of: $0.0)) }

  private static let names: [(String, Strength)] = [
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
    ("webhook_secret", .weak), ("replicasetkey", .weak), ("secret_id", .weak),
    ("secret id", .weak), ("routing_key", .weak), ("write_key", .weak), ("npmauthident", .weak),
    ("_pass", .strong), ("-pass", .strong), ("\"pass\"", .strong),
    ("pass=", .strong), ("pass = ", .strong), ("-auth:", .weak), ("sas-key", .weak), ("dek=", .weak),
    ("kek=", .weak), ("pw:", .strong), ("pw=", .strong),
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
  private static let otherThings: [[UInt8]] = [
    "name", "type", "count", "expire", "expiry", "expiration", "ttl", "url", "uri", "path", "file", "ref",
    "length", "len", "policy",
    "reset", "version", "limit", "manager", "store", "bucket", "space", "size", "status", "field", "param",
    "index", "hint", "prompt", "min", "max", "rotation", "provider", "endpoint", "class", "ring", "usage",
    "age",
    "ize", "iz", "less", "alg", "budget", "window", "per", "used", "rule", "scan", "mount", "volume",
    "engine",
    "backend", "change", "attempt", "valid", "required", "enabled", "arn", "lifetime", "bits", "strength",
    "format", "source", "encoder", "hasher", "keyfactory", "keyspec",
    "id", "at", "scope", "encryption", "lastset", "last_set", "issuer", "s_per", "lock", "metric", "error",
    "ca-cert", "hash_alg",
    "ca_cert",
  ].map { Array($0.utf8) }

  /// Keys that find something: `cache_key`, `partition_key`.
  private static let harmlessKeys = [
    "cache", "sort", "partition", "primary", "foreign", "group", "dedup", "object", "shard", "row", "lookup",
  ]

  /// Findings for a name at `start` of `length` bytes: one value, or both of "from old to new".
  static func findings(_ bytes: [UInt8], at start: Int, length: Int, _ known: Known) -> [Finding] {
    if length == 4, bytes[start] == 0x5F, findsSomething(bytes, keyAt: start) { return [] }
    // "6Pw -> 101": the end of a word.
    if bytes[start] | 0x20 == 0x70, length == 3, !ASCII.isLetter(bytes[start + 2]), start > 0,
      ASCII.isLetter(bytes[start - 1]) || ASCII.isDigit(bytes[start - 1]),
      !(ASCII.isUpper(bytes[start]) && ASCII.isLower(bytes[start - 1]))
    {
      return []
    }
    // "max_password_age": the whole word is a name of its own.
    if length == 5, bytes[start + 1] | 0x20 == 0x70,
      bytes[(start + 5)...].prefix(4).map(ASCII.lowered).elementsEqual("word".utf8)
    {
      return []
    }
    let reader = AssignmentReader(bytes, nameStart: start, nameEnd: start + length)
    guard !namesAnotherThing(bytes, reader.suffix) else { return [] }
    let strength = known.strength
    if let value = reader.value(), endsInKey(bytes[reader.suffix]), namesASecret(bytes[value.range]) {
      return []
    }
    if let value = reader.value(), value.style == .assigned || !reader.isPartOfName,
      isSecret(bytes, value, strength)
    {
      guard !reader.isHarmless else { return [] }
      let next = value.style == .prose ? reader.successor(of: value) : nil
      return [value, next].compactMap(\.self).map {
        Finding(range: $0.range, label: known.label, certainty: .assigned)
      }
    }
    guard !reader.isPartOfName, let value = reader.distantValue(), isSecret(bytes, value, .strong),
      strength == .strong || value.range.count >= 16 && Shape.isRandom(bytes[value.range]), !reader.isHarmless
    else { return [] }
    return [Finding(range: value.range, label: known.label, certainty: .assigned)]
  }

  /// - Parameter start: where `_key` begins.
  private static func findsSomething(_ bytes: [UInt8], keyAt start: Int) -> Bool {
    let before = String(decoding: bytes[..<start].suffix(12).map(ASCII.lowered), as: UTF8.self)
    return bytes[(start + 1)..<(start + 4)].map(ASCII.lowered).elementsEqual("key".utf8)
      && harmlessKeys.contains(where: before.hasSuffix)
  }

  private static func label(of name: String) -> String {
    if name.hasPrefix("pass") || name.contains("pw") || name.contains("pass") { return "password" }
    if name.contains("token") { return "token" }
    if name.contains("sess") || name.contains("sid") { return "session" }
    return name.contains("key") ? "key" : "secret"
  }

  private static func namesAnotherThing(_ bytes: [UInt8], _ suffix: Range<Int>) -> Bool {
    guard !suffix.isEmpty else { return false }
    var rest = bytes[suffix].map(ASCII.lowered)[...]
    while let first = rest.first, first == 0x5F || first == 0x2D || first == 0x2E { rest = rest.dropFirst() }
    return otherThings.contains { rest.starts(with: $0) }
  }

  private static func isSecret(_ bytes: [UInt8], _ value: AssignmentReader.Value, _ strength: Strength)
    -> Bool
  {
    let text = bytes[value.range]
    guard !Placeholder.stands(text), !isField(text),
      !isCountOfTests(bytes, value.range),
      value.isQuoted || !isAssignment(text) && !Expression.stands(bytes, value.range)
    else {
      return false
    }
    switch (strength, value.style) {
    // A number of one or two digits is a length, a field's number or a count.
    case (.strong, .assigned): return text.count > 2 || !text.allSatisfy(ASCII.isDigit)
    // An attribute of an element called password is no password.
    case (.strong, .listed): return text.last != 0x3D && Shape.isPasswordLike(text)
    case (_, .prose): return Shape.isPasswordLike(text)
    case (.weak, _): return text.count >= 6 && Shape.isRandom(text)
    }
  }

  /// `existingSecretPasswordKey: redis-password`: where a secret is kept, by its own name.
  private static func endsInKey(_ suffix: ArraySlice<UInt8>) -> Bool {
    suffix.suffix(3).map(ASCII.lowered).elementsEqual("key".utf8)
  }

  private static func namesASecret(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2D)
    guard parts.count > 1, text.allSatisfy({ ASCII.isLower($0) || $0 == 0x2D }), let last = parts.last else {
      return false
    }
    return ["password", "passwords", "secret", "secrets", "token", "key", "credentials", "creds"].contains {
      last.elementsEqual($0.utf8)
    }
  }

  /// `pass=341 fail=2`; a number alone may be a password.
  private static func isCountOfTests(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let next = bytes[range.upperBound...].prefix(8).drop { ASCII.isBlank($0) || $0 == 0x2C }
    return bytes[range].allSatisfy(ASCII.isDigit)
      && ["fail", "skip"].contains { next.starts(with: $0.utf8) }
  }

  /// `PASSWORD= PORT=25`: the next variable isn't the value of an empty one.
  private static func isAssignment(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.firstIndex(of: 0x3D), sign > text.startIndex + 2, sign + 1 < text.endIndex else {
      return false
    }
    return ASCII.isUpper(text[text.startIndex]) && text[..<sign].contains(0x5F)
      && text[..<sign].allSatisfy { ASCII.isUpper($0) || $0 == 0x5F || ASCII.isDigit($0) }
  }

  /// In `{"name": "DB_PASSWORD", "value": …}` what follows the name is a key, not the value.
  private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
    ["value", "Value", "valueFrom"].contains { text.elementsEqual($0.utf8) }
  }
}
