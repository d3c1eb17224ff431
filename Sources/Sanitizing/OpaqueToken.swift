import Bytes

/// Tokens of no published form: too long and too random for a name, and nothing beside them says that they are an id.
///
/// What generators write in letters of both cases and digits changes its class of letter at nearly every second byte;
/// names, however long, do so at their words' starts only. Hexadecimal digits alone are digests and ids, and stay.
enum OpaqueToken {
  /// The least length that is looked at, in bytes.
  private static let length = 20
  private static let longest = 400

  /// Findings of all of the text, in order.
  static func findings(in bytes: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var probe = length - 1
    // A token of that length covers one of the probes, so that most of a text is never looked at.
    while probe < bytes.count {
      guard isToken[Int(bytes[probe])] else {
        probe += length
        continue
      }
      var start = probe
      while start > 0, isToken[Int(bytes[start - 1])], probe - start < length { start -= 1 }
      // "\nTOKEN" inside JSON.
      if start > 0, bytes[start - 1] == 0x5C { start += 1 }
      var end = probe + 1
      while end < bytes.count, isToken[Int(bytes[end])], end - start <= longest { end += 1 }
      // "==" ends base64; elsewhere it ends a name.
      let bodyEnd = end
      while end < bytes.count, bytes[end] == 0x3D, end - bodyEnd < 2 { end += 1 }
      if bodyEnd - start >= length, end - start <= longest { add(bytes, start..<end, to: &findings) }
      probe = max(probe + length, bodyEnd + length - 1)
    }
    return findings
  }

  private static func add(_ bytes: [UInt8], _ range: Range<Int>, to findings: inout [Finding]) {
    // Its own looks first: what is neither random nor encoded, as nearly all is, needs no look around.
    for part in parts(bytes, range) {
      if isRandom(bytes[part]) || isPrefixed(bytes[part]), !isId(bytes, part), !isId(bytes, range) {
        guard !isPublic(bytes, part), !isAsset(bytes, part) else { continue }
        findings.append(Finding(range: part, label: "token", certainty: .guess))
      } else if hidesSecret(bytes[part]), !isPublic(bytes, part), !isAsset(bytes, part) {
        findings.append(Finding(range: part, label: "encoded secret", certainty: .form))
      }
    }
  }

  /// Base64 as a whole; a path by what stands between its slashes.
  private static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var range = range
    while let last = bytes[range].last, last == 0x2D || last == 0x2F || last == 0x2B {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    let text = bytes[range]
    guard text.contains(0x2F) else { return range.count >= length ? [range] : [] }
    let pieces = text.split(separator: 0x2F)
    let isPath =
      text.first == 0x2F
      || pieces.contains { $0.count >= 3 && $0.allSatisfy { ASCII.isLower($0) || $0 == 0x2D } }
    if !isPath, text.contains(0x2B) || text.last == 0x3D || pieces.count <= 1 + range.count / 24 {
      return [range]
    }
    return pieces.filter { $0.count >= length }.map { $0.startIndex..<$0.endIndex }
  }

  private static func isRandom(_ text: ArraySlice<UInt8>) -> Bool {
    var counts = (upper: 0, lower: 0, digit: 0)
    var changes = 0
    var digitGroups = 0
    var lowerRun = 0
    var last: UInt8 = 0
    for byte in text {
      let kind: UInt8
      if ASCII.isLower(byte) {
        counts.lower += 1
        kind = 1
      } else if ASCII.isUpper(byte) {
        counts.upper += 1
        kind = 2
      } else if ASCII.isDigit(byte) {
        counts.digit += 1
        kind = 3
      } else {
        continue
      }
      lowerRun = kind == 1 ? lowerRun + 1 : 0
      // A word among the letters makes it a name.
      guard lowerRun <= 9 else { return false }
      if kind != last {
        changes += last == 0 ? 0 : 1
        if kind == 3 { digitGroups += 1 }
      }
      last = kind
    }
    let all = counts.upper + counts.lower + counts.digit
    guard all >= length - 2, counts.upper >= 3, counts.lower >= 3, counts.digit >= 2, digitGroups >= 2,
      changes * 5 >= all * 2
    else { return false }
    return !isReadable(text)
  }

  /// `ovsxp_ec469b45-…`, `cal_live_9c1b…`: a vendor's short mark, then digits of any base.
  private static func isPrefixed(_ text: ArraySlice<UInt8>) -> Bool {
    guard let mark = text.lastIndex(of: 0x5F), text.endIndex - mark > 24,
      (3...20).contains(mark - text.startIndex)
    else { return false }
    let words = text[..<mark].split(separator: 0x5F, omittingEmptySubsequences: false)
    guard words.count <= 2,
      words.allSatisfy({
        (2...9).contains($0.count) && $0.allSatisfy { ASCII.isLower($0) || ASCII.isDigit($0) }
      })
    else { return false }
    if words.contains(where: { ids.contains(String(decoding: $0, as: UTF8.self)) }) { return false }
    let body = text[(mark + 1)...].filter { $0 != 0x2D }
    let digits = body.count(where: ASCII.isDigit)
    return body.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) } && digits >= 4
      && body.count - digits >= 4
      && Entropy.bitsPerByte(body[...]) > 3
  }

  /// Base64 of something that people can read hides nothing from anybody.
  private static func isReadable(_ text: ArraySlice<UInt8>) -> Bool { readable(text) != nil }

  /// Base64 of a connection string, of settings with a password, of an address with one.
  private static func hidesSecret(_ text: ArraySlice<UInt8>) -> Bool {
    // Most long words are names: what is base64 has letters of both cases, and neither dashes nor underscores in practice.
    guard text.contains(where: ASCII.isUpper), text.contains(where: ASCII.isLower),
      !text.contains(where: { $0 == 0x2D || $0 == 0x5F }), let plain = readable(text)
    else { return false }
    let lower = plain.map(ASCII.lowered)
    if hiding.contains(where: { lower[...].contains(bytes: $0) }) { return true }
    // `postgres://user:password@host`.
    guard let scheme = lower[...].firstRange(of: "://".utf8) else { return false }
    let authority = lower[scheme.upperBound...].prefix { $0 != 0x2F }
    return authority.firstIndex(of: 0x40).map { authority[..<$0].contains(0x3A) } ?? false
  }

  private static let hiding = [
    "password=", "password:", "\"password\"", "passwd=", "pwd=", "secret=", "secret_key", "private key-----",
    "\"auth\":", "accountkey=",
  ].map { Array($0.utf8) }

  /// What base64 stands for, where people can read that.
  private static func readable(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 || text.last != 0x3D, let plain = Base64.decode(text), plain.count >= 12 else {
      return nil
    }
    let isText = plain.allSatisfy {
      (0x20..<0x7F).contains($0) || $0 == ASCII.newline || $0 == 9 || $0 == 13
    }
    return isText ? plain : nil
  }

  /// Whether it names something, by its own beginning or by the word before it.
  private static func isId(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let own = bytes[range].prefix(12).prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
    let ownEnd = own.endIndex
    if ownEnd < range.upperBound, bytes[ownEnd] == 0x5F || bytes[ownEnd] == 0x2D,
      ids.contains(String(decoding: own.map(ASCII.lowered), as: UTF8.self))
    {
      return true
    }
    var index = range.lowerBound
    let limit = max(0, index - 8)
    while index > limit, "\"'`:=>([{/ \t\\".utf8.contains(bytes[index - 1]) { index -= 1 }
    let end = index
    while index > 0, ASCII.isWord(bytes[index - 1]) || bytes[index - 1] == 0x2D, end - index < 40 {
      index -= 1
    }
    let label = bytes[index..<end]
    let words = String(decoding: label.map(ASCII.lowered), as: UTF8.self)
      .split(whereSeparator: { $0 == "_" || $0 == "-" })
    if words.contains(where: { ids.contains(String($0)) }) { return true }
    // The coordinates of a public key (RFC 7517).
    if ["x", "y", "n", "kid", "x5t"].contains(words.first), words.count == 1, index > 0,
      bytes[index - 1] == 0x22
    {
      return true
    }
    // "requestId", "eTag", "traceID".
    return ["Id", "ID", "Tag", "Hash", "Digest", "Cursor"].contains {
      label.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// Keys and certificates that everybody may see: by the word for it, their encoding's beginning or their armour; the
  /// armours of private keys are found as such.
  private static func isPublic(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes[range]
    if [
      "AAAA", "MII", "MFkw", "MFYw", "MCow", "MIGf", "LS0tLS1CRUdJTiBDRVJU", "pk_", "phc_", "FLWPUBK-",
      "sq0idp-", "0x4AAAA", "Qm", "pk.",
      // Pictures.
      "/9j/4", "9j/4", "iVBORw0KGgo", "R0lGOD", "UklGR",
    ].contains(where: {
      text.starts(with: $0.utf8)
    }) {
      return true
    }
    let before = bytes[..<range.lowerBound].suffix(96)
    let words = before.suffix(32)[
      (before.suffix(32).lastIndex(of: ASCII.newline) ?? before.suffix(32).startIndex)...
    ].map(ASCII.lowered)
    if ["public", "challenge", "dnskey", "x5t", "googleusercontent.com"].contains(where: {
      words[...].contains(bytes: Array($0.utf8))
    }
    ) || words.suffix(8).elementsEqual(";base64,".utf8)
      || words.suffix(3).elementsEqual("w/\"".utf8)
    {
      return true
    }
    // The third part of a token of three, `pk.….…`.
    let dotted = before.reversed().prefix { isToken[Int($0)] || $0 == 0x2E }
    return dotted.reversed().starts(with: "pk.".utf8) || isArmoured(bytes, range)
  }

  /// A line of its own below `-----BEGIN …` or PuTTY's `Public-Lines: …`, with nothing but such lines between.
  private static func isArmoured(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    for _ in 0..<120 {
      // "\\n" separates the lines of a key inside JSON.
      if end >= 2, bytes[end - 1] == 0x6E, bytes[end - 2] == 0x5C {
        end -= 2
      } else if end >= 1, bytes[end - 1] == ASCII.newline {
        end -= 1
      } else {
        return false
      }
      var start = end
      while start > 0, end - start < 90, bytes[start - 1] != ASCII.newline,
        !(bytes[start - 1] == 0x6E && start > 1 && bytes[start - 2] == 0x5C)
      {
        start -= 1
      }
      let line = bytes[start..<end]
      if line.contains(bytes: begin) || line.starts(with: publicLines) { return true }
      let isInside = line.allSatisfy { isToken[Int($0)] || $0 == 0x3D || $0 == 0x0D } || line.contains(0x3A)
      guard isInside else { return false }
      end = start
    }
    return false
  }

  private static let begin = Array("BEGIN ".utf8)
  private static let publicLines = Array("Public-Lines:".utf8)

  /// A part of a file's path whose name says what it is: scripts, styles and pictures have digests in their names.
  private static func isAsset(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let rest = bytes[range.upperBound...].prefix(64).prefix { isToken[Int($0)] || $0 == 0x2E }
    guard let dot = rest.lastIndex(of: 0x2E) else { return false }
    return assets.contains(String(decoding: rest[(dot + 1)...], as: UTF8.self))
  }

  private static let assets: Set<String> = [
    "js", "mjs", "css", "map", "png", "jpg", "jpeg", "svg", "gif", "webp", "woff", "woff2", "ico", "wasm",
    "html",
  ]

  /// What has an id, a digest or a place of its own.
  private static let ids: Set<String> = [
    "kid", "boundary", "d", "folders", "id", "ids", "uid", "guid", "uuid", "trace", "span", "traceparent",
    "tracestate",
    "request", "req",
    "requestid",
    "correlation", "message", "msg", "event", "evt", "etag", "sha", "sha1", "sha256", "sha384", "sha512",
    "md5",
    "digest", "hash", "checksum", "integrity", "h1", "commit", "rev", "revision", "version", "cursor",
    "offset",
    "fingerprint", "thumbprint", "build", "image", "ray", "object", "blob", "chunk", "job", "run", "task",
    "order", "cus", "pi", "ch", "acct", "sub", "in", "cs", "txn", "prod", "price", "arn", "pod", "node",
    "container",
    "modulus", "nonce", "index", "etags", "rid", "tid", "sid2", "layer", "asset", "bundle", "page", "thread",
    "video", "nanoid", "ksuid", "ulid", "cuid", "websocket", "match", "verification", "sitekey", "challenge",
    "peer", "dnskey", "signature", "bh",
    "x5c", "x5t",
    "doc", "document", "file", "folder", "snapshot", "instance", "volume", "subnet", "vpc",
  ]

  private static let isToken: [Bool] = (0..<256).map { value in
    let byte = UInt8(value)
    return ASCII.isWord(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2F
  }
}
