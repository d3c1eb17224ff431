import Bytes

/// E-mail addresses and `@handles`.
enum MailAddress {
  /// - Parameters:
  ///   - at: where `@`, or `%40` of a percent-encoded one, stands.
  ///   - width: 1 or 3.
  static func finding(_ bytes: [UInt8], at: Int, width: Int = 1) -> Finding? {
    var start = at
    while start > 0, isLocal(bytes[start - 1]), at - start < 65 { start -= 1 }
    // The end of a sign before it: "→jana@…".
    while start < at, (0x80..<0xC0).contains(bytes[start]) { start += 1 }
    while start < at, [0x2E, 0x2D, 0x27, 0x2B, 0x25].contains(bytes[start]) { start += 1 }
    if start == at { return width == 1 ? handle(bytes, at: at) : nil }
    // `https://TOKEN@host` and `$TOKEN@host` are no mailboxes.
    if start > 0, bytes[start - 1] == 0x24 || bytes[..<start].suffix(3).elementsEqual("://".utf8) {
      return nil
    }
    var end = at + width
    var lastDot: Int?
    while end < bytes.count, end - at < 254 {
      let byte = bytes[end]
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte >= 0x80 || byte == 0x2E else {
        break
      }
      // A dot that ends the sentence isn't the domain's.
      if byte == 0x2E {
        guard end + 1 < bytes.count,
          ASCII.isLetter(bytes[end + 1]) || ASCII.isDigit(bytes[end + 1]) || bytes[end + 1] >= 0xC3
        else { break }
        lastDot = end
      }
      if byte >= 0xE2,
        bytes[end...].starts(with: "‹".utf8) || bytes[end...].starts(with: "›".utf8)
          || bytes[end...].starts(with: "’".utf8) || bytes[end...].starts(with: "…".utf8)
          || bytes[end...].starts(with: "–".utf8) || bytes[end...].starts(with: "—".utf8)
          || bytes[end...].starts(with: "”".utf8)
      {
        break
      }
      end += 1
    }
    guard let lastDot else { return nil }
    let suffix = bytes[(lastDot + 1)..<end].map(ASCII.lowered)
    guard suffix.count >= 2, suffix.allSatisfy({ ASCII.isLetter($0) || $0 >= 0x80 || $0 == 0x2D }) else {
      return nil
    }
    guard !notDomains.contains(String(decoding: suffix, as: UTF8.self)) else { return nil }
    // SSH names its algorithms like mailboxes (RFC 4251, section 6).
    let domain = String(decoding: bytes[(at + width)..<end].map(ASCII.lowered), as: UTF8.self)
    if ["openssh.com", "libssh.org", "lysator.liu.se"].contains(domain) { return nil }
    // The id of a message is nobody's mailbox.
    let before = String(decoding: bytes[..<start].suffix(16).map(ASCII.lowered), as: UTF8.self)
    let heads = ["message-id: ", "in-reply-to: ", "references: "]
    if heads.contains(where: { before.hasSuffix($0) || before.hasSuffix($0 + "<") }) { return nil }
    // A machine's own mailbox is nobody's.
    let local = String(decoding: bytes[start..<at].map(ASCII.lowered), as: UTF8.self)
    if ["noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon"].contains(local) { return nil }
    // git@host:path is a place, not a person.
    if bytes[start..<at].elementsEqual("git".utf8) { return nil }
    if end < bytes.count, bytes[end] == 0x28 { return nil }
    return Finding(range: start..<end, label: "email", certainty: .form)
  }

  /// The name in front of `<address>`: `Jana Kowalczyk <jana@…>`, with or without quotes.
  static func name(_ bytes: [UInt8], before address: Finding) -> Finding? {
    let open = address.range.lowerBound - 1
    // `Jana Kowalczyk <jana@…>`, `Jana Kowalczyk (jana@…)`.
    guard open > 3, bytes[open] == 0x3C || bytes[open] == 0x28 else { return nil }
    var end = open
    while end > 0, bytes[end - 1] == ASCII.space || bytes[end - 1] == 0x22 { end -= 1 }
    var start = end
    while start > 0, end - start < 60,
      ASCII.isLetter(bytes[start - 1]) || bytes[start - 1] >= 0x80 || " .'-".utf8.contains(bytes[start - 1])
    {
      start -= 1
    }
    // "On Sunday, Nadia Dlamini", "a partner's engineer, Bram Verhoeven": the name is what stands last.
    while start < end {
      if ASCII.isUpper(bytes[start]) || bytes[start] >= 0xC3,
        let range = PersonField.fullName(bytes, at: start), range.upperBound == end
      {
        return Finding(range: range, label: "person", certainty: .phrase)
      }
      start += 1
      while start < end, !(bytes[start - 1] == ASCII.space) { start += 1 }
    }
    return nil
  }

  /// The name that an address is made of, where it stands on the same line: `Aoife Kinsella,aoife.kinsella@…`.
  static func names(_ bytes: [UInt8], beside address: Finding) -> [Finding] {
    let local = bytes[address.range].prefix { $0 != 0x40 && $0 != 0x25 }
    let parts = local.split { $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    guard parts.count == 2, parts.allSatisfy({ $0.count >= 2 && $0.allSatisfy(ASCII.isLetter) }) else {
      return []
    }
    let lineStart = bytes[..<address.range.lowerBound].suffix(240)
    let start = lineStart.lastIndex(of: ASCII.newline).map { $0 + 1 } ?? lineStart.startIndex
    let lineEnd = bytes[address.range.upperBound...].prefix(240)
    let end = lineEnd.firstIndex(of: ASCII.newline) ?? lineEnd.endIndex
    let names = [parts, parts.reversed()].flatMap { pair in
      [" ", ", "].map { Array((pair.joined(separator: Array($0.utf8))).map(ASCII.lowered)) }
    }
    let line = bytes[start..<end].map(ASCII.lowered)
    return names.flatMap { name -> [Finding] in
      line.indices.dropLast(max(0, name.count - 1)).filter {
        line[$0] == name[0] && line[$0...].starts(with: name)
      }.map {
        Finding(range: (start + $0)..<(start + $0 + name.count), label: "person", certainty: .phrase)
      }
    }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || ".+-%'".utf8.contains(byte)
      || (byte >= 0x80 && byte != 0xE2 && byte != 0x80 && byte != 0xB9 && byte != 0xBA)
  }

  /// `@jkowalczyk` in chat and review texts; annotations, packages and groups stay.
  private static func handle(_ bytes: [UInt8], at: Int) -> Finding? {
    if at > 0 {
      let before = bytes[at - 1]
      guard ASCII.isSpace(before) || "([{,;:*_\"'<>|".utf8.contains(before) else { return nil }
      // `scheme://<user>:<password>@host` is a template.
      if before == 0x3E,
        bytes[..<at].suffix(80).split(whereSeparator: ASCII.isSpace).last?.contains(0x2F) ?? false
      {
        return nil
      }
    }
    var end = at + 1
    while end < bytes.count,
      ASCII.isWord(bytes[end]) || bytes[end] == 0x2D
        || (bytes[end] == 0x2E && end + 1 < bytes.count && ASCII.isWord(bytes[end + 1]))
    {
      end += 1
    }
    while end > at + 1, bytes[end - 1] == 0x2D { end -= 1 }
    let name = bytes[(at + 1)..<end]
    guard (3...39).contains(name.count), let first = name.first, ASCII.isLower(first) else { return nil }
    if end < bytes.count,
      [0x2F, 0x28, 0x40, 0x7B, 0x3A, 0x3D].contains(bytes[end])
        && !(bytes[end] == 0x3A && (end + 1 == bytes.count || ASCII.isSpace(bytes[end + 1])))
    {
      return nil
    }
    // "DECLARE @rows INT; SELECT @rows = COUNT(*)", "unless @shutting_down".
    let lead = bytes[..<at].suffix(9)
    if ["DECLARE ", "SELECT ", "SET ", "unless "].contains(where: {
      lead.count >= $0.utf8.count && lead.suffix($0.utf8.count).elementsEqual($0.utf8)
    }) {
      return nil
    }
    // "EXEC sp_rename @objname = N'a'".
    if bytes[end...].starts(with: " = ".utf8) { return nil }
    let word = String(decoding: name, as: UTF8.self)
    if word.hasPrefix("pytest.") { return nil }
    // Bots, teams and shifts are no persons.
    if word.hasSuffix("bot") || word.hasSuffix("-team") || word.hasPrefix("oncall")
      || word.hasPrefix("on-call") || word.hasSuffix("-oncall")
    {
      return nil
    }
    // "@sre-relay", "@platform-oncall": a group; "@lhofstetter-ops" is somebody.
    let parts = word.split(separator: "-").map(String.init)
    if parts.count > 1,
      notHandles.contains(parts[0]) || ["team", "oncall", "rota"].contains(parts[parts.count - 1])
    {
      return nil
    }
    guard !notHandles.contains(word), !name.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
    // Decorators stand alone at the start of a line of code: @app.route, @property.
    let speaks = end + 1 < bytes.count && bytes[end] == ASCII.space && ASCII.isLower(bytes[end + 1])
    if name.contains(0x2E), at == 0 || bytes[at - 1] == ASCII.newline, !speaks { return nil }
    return Finding(range: at..<end, label: "person", certainty: .phrase)
  }

  /// What looks like a domain and is a file, a unit or a version.
  private static let notDomains: Set<String> = [
    "service", "scope", "device", "automount", "swap", "timer", "socket", "target", "mount", "slice", "png",
    "jpg", "jpeg", "gif", "svg", "webp",
    "ico", "css", "js", "ts",
    "jsx", "tsx", "json", "yaml", "yml", "xml", "html", "md", "txt", "log", "conf", "cfg", "ini", "py", "rb",
    "go", "rs", "java", "kt", "swift",
    "sh", "tar", "gz", "zip", "tgz", "jar", "war", "so", "dll", "exe", "sha", "lock", "path", "local",
    "internal", "svc", "git",
  ]

  private static let notHandles: Set<String> = [
    "echo", "daily", "hourly", "weekly", "monthly", "yearly", "annually", "midnight", "reboot",
    "here", "channel", "everyone", "all", "team", "oncall", "on-call", "latest", "next", "beta", "media",
    "import", "charset", "keyframes",
    "font-face", "supports", "param", "return", "returns", "throws", "override", "property", "staticmethod",
    "classmethod", "see", "since", "author",
    "version", "deprecated", "type", "timestamp", "example", "test", "before", "after", "todo", "end",
    "tailwind", "layer", "apply", "mixin", "extend", "use", "forward", "function", "vite-ignore", "ts-ignore",
    "ts-expect-error", "eslint", "page", "namespace", "container", "scope", "counter-style",
    "autoreleasepool", "synthesize", "dynamic", "protocol", "implementation", "selector", "encode", "finally",
    "try",
    "catch", "throw", "class", "synchronized",
    "interface", "angular", "types", "babel", "aws-sdk", "app", "main", "head", "attr", "escaping",
    "available", "objc", "some", "dataclass", "pytest", "mock", "patch", "include", "message", "level",
    "version", "host", "localhost", "group", "sre", "sre-team", "platform", "devops", "infra", "support",
    "security", "dev", "ops", "backend", "frontend", "engineering",
  ]
}
