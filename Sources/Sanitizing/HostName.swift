import Bytes

/// Addresses and names of machines that only the company's own network knows.
enum HostName {
  /// Suffixes of names that don't exist outside: reserved, customary, and those that clouds give.
  static let internalSuffixes = [
    ".internal", ".intern", ".local", ".localdomain", ".lan", ".corp", ".intranet", ".intra", ".private",
    ".home",
    ".priv", ".svc",
    ".consul", ".home.arpa", ".cluster.local", ".compute.amazonaws.com", ".compute-1.amazonaws.com",
    ".rds.amazonaws.com",
    ".cache.amazonaws.com", ".elb.amazonaws.com", ".es.amazonaws.com", ".redshift.amazonaws.com",
    ".docdb.amazonaws.com",
    ".database.windows.net", ".postgres.database.azure.com", ".mysql.database.azure.com",
    ".redis.cache.windows.net",
    ".privatelink.azure.com", ".cloudapp.azure.com", ".internal.cloudapp.net", ".servicebus.windows.net",
    ".kafka.amazonaws.com",
    ".mq.amazonaws.com", ".efs.amazonaws.com", ".neptune.amazonaws.com", ".mongodb.net", ".aivencloud.com",
    ".cosmos.azure.com", ".documents.azure.com", ".vault.azure.net", ".vaultcore.azure.net", ".azmk8s.io",
    ".eks.amazonaws.com",
    ".snowflakecomputing.com", ".ts.net",
  ]

  /// Where the dotted name around `dot` ends.
  static func end(_ bytes: [UInt8], from dot: Int) -> Int {
    var end = dot
    while end < bytes.count, isHostByte(bytes[end]), end - dot < 253 { end += 1 }
    while end > dot, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    return end
  }

  /// `db-1.int.acme.example`: a label that says that the name is for inside, with a domain behind it.
  ///
  /// - Parameter range: from a dot to the name's end.
  static func hasInnerLabel(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 8 else { return false }
    var index = range.lowerBound
    while index + 4 < range.upperBound {
      if bytes[index] == 0x2E, "iclpIC".utf8.contains(bytes[index + 1]) {
        for label in innerLabels where bytes[(index + 1)..<range.upperBound].starts(with: label) {
          // Two labels at least must follow: "acme.internal.com" may be anybody's site.
          if bytes[(index + 1 + label.count)..<range.upperBound].contains(0x2E) { return true }
        }
      }
      index += 1
    }
    return false
  }

  private static let innerLabels = ["int.", "intra.", "intern.", "corp.", "lan.", "internal.", "priv."].map {
    Array($0.utf8)
  }

  /// The dotted name around `dot`, when one of the suffixes ends it.
  static func finding(_ bytes: [UInt8], around dot: Int, _ suffixes: [[UInt8]]) -> Finding? {
    var start = dot
    while start > 0, isHostByte(bytes[start - 1]), dot - start < 253 { start -= 1 }
    var end = dot
    while end < bytes.count, isHostByte(bytes[end]), end - dot < 253 { end += 1 }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    while start < end, bytes[start] == 0x2E || bytes[start] == 0x2D { start += 1 }
    let name = bytes[start..<end].map(ASCII.lowered)
    guard let suffix = suffixes.first(where: { name.count > $0.count && ends(name, with: $0) }) else {
      guard let first = name.firstIndex(of: 0x2E), hasInnerLabel(name, first..<name.count),
        !isPackageLike(bytes, start, end)
      else { return nil }
      return Finding(range: start..<end, label: "internal host", certainty: .form)
    }
    guard !wellKnown.contains(String(decoding: name, as: UTF8.self)) else { return nil }
    guard name.contains(where: ASCII.isLetter), !name.starts(with: "www.".utf8) else { return nil }
    // "app.local.yml", "config.local()", "java.lang.internal.X" are no hosts, nor are file names.
    if end < bytes.count, bytes[end] == 0x28 || bytes[end] == 0x5F { return nil }
    // "v4.local.‹paseto 1›" goes on.
    if bytes[end...].starts(with: ".‹".utf8) { return nil }
    if suffix.count <= 9, isPackageLike(bytes, start, end) { return nil }
    return Finding(range: start..<end, label: "internal host", certainty: .form)
  }

  /// Names that mean the same in every company.
  private static let wellKnown: Set<String> = [
    "localhost.localdomain", "host.docker.internal", "gateway.docker.internal", "host.containers.internal",
    "metadata.google.internal",
    "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
  ]

  private static func ends(_ name: [UInt8], with suffix: [UInt8]) -> Bool {
    name.count >= suffix.count && name[(name.count - suffix.count)...].elementsEqual(suffix)
  }

  /// Java packages, attribute paths and file names: `com.acme.internal`, `settings.local`, `.env.local`.
  private static func isPackageLike(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let name = bytes[start..<end]
    if start > 0, [0x2E, 0x2F, 0x24, 0x40].contains(bytes[start - 1]),
      !(start > 1 && bytes[start - 1] == 0x2F && bytes[start - 2] == 0x2F), bytes[start - 1] != 0x40
    {
      // A port behind it makes it a host, wherever it stands.
      if end + 1 < bytes.count, bytes[end] == 0x3A, ASCII.isDigit(bytes[end + 1]) { return false }
      return bytes[start - 1] != 0x2F || isPath(bytes, start)
    }
    let labels = name.split(separator: 0x2E)
    if let first = labels.first,
      ["com", "org", "io", "net", "java", "javax", "kotlin", "sun", "jdk", "de", "scala"].contains(
        String(decoding: first, as: UTF8.self))
    {
      return true
    }
    // A class or method has capitals inside; a host has none.
    if name.contains(where: ASCII.isUpper), name.contains(where: ASCII.isLower) { return true }
    if labels.count == 2, let first = labels.first,
      [
        "settings", "config", "env", "this", "self", "std", "err", "errors", "http", "status", "is", "docker",
        "compose",
      ].contains(String(decoding: first, as: UTF8.self))
    {
      return true
    }
    return false
  }

  private static func isPath(_ bytes: [UInt8], _ start: Int) -> Bool {
    start > 1 && ASCII.isWord(bytes[start - 2])
  }

  static func isHostByte(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte == 0x2D || byte == 0x2E }
}

/// IPv4 and IPv6 addresses of private networks, and MAC addresses.
enum NetworkAddress {
  /// A dotted quad at `start` that belongs to a private range; loopback, documentation and public ones stay.
  static func privateIPv4(_ bytes: [UInt8], at start: Int) -> Finding? {
    // Each private range begins with a 1.
    guard bytes[start] == 0x31, let (octets, end) = quad(bytes, at: start, separator: 0x2E),
      isPrivate(octets),
      !isVersion(bytes, start)
    else { return nil }
    return Finding(range: start..<end, label: "private ip", certainty: .form)
  }

  /// `ip-10-20-3-4` and other host names that spell a private address with hyphens.
  static func dashedIPv4(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard bytes[start] == 0x31, start > 0, bytes[start - 1] == 0x2D || bytes[start - 1] == 0x2E,
      let (octets, end) = quad(bytes, at: start, separator: 0x2D), isPrivate(octets)
    else { return nil }
    var nameStart = start
    while nameStart > 0, HostName.isHostByte(bytes[nameStart - 1]) { nameStart -= 1 }
    var nameEnd = end
    while nameEnd < bytes.count, HostName.isHostByte(bytes[nameEnd]) { nameEnd += 1 }
    while nameEnd > end, bytes[nameEnd - 1] == 0x2E { nameEnd -= 1 }
    return Finding(range: nameStart..<nameEnd, label: "internal host", certainty: .form)
  }

  /// - Returns: the four numbers as one, the first in the highest byte.
  private static func quad(_ bytes: [UInt8], at start: Int, separator: UInt8) -> (octets: UInt32, end: Int)? {
    if start > 0 {
      let before = bytes[start - 1]
      let isEncoded =
        start > 2 && bytes[start - 3] == 0x25 && ASCII.isHex(bytes[start - 2]) && ASCII.isHex(before)
      if ASCII.isWord(before) && !isEncoded || before == 0x2E && start > 1 && ASCII.isDigit(bytes[start - 2])
      {
        return nil
      }
    }
    var octets: UInt32 = 0
    var index = start
    for part in 0..<4 {
      var end = index
      var value: UInt32 = 0
      while end < bytes.count, ASCII.isDigit(bytes[end]), end - index < 4 {
        value = value * 10 + UInt32(bytes[end] &- 48)
        end += 1
      }
      guard end > index, end - index <= 3, value < 256, end - index == 1 || bytes[index] != 0x30 else {
        return nil
      }
      octets = octets << 8 | value
      index = end
      guard part < 3 else { break }
      guard index < bytes.count, bytes[index] == separator else { return nil }
      index += 1
    }
    if index < bytes.count {
      if ASCII.isWord(bytes[index]) { return nil }
      if bytes[index] == separator, index + 1 < bytes.count, ASCII.isDigit(bytes[index + 1]) { return nil }
    }
    return (octets, index)
  }

  /// A dotted quad of the public Internet: no private, loopback, multicast, documentation (RFC 5737) or reserved one, and
  /// none of the resolvers that everybody uses.
  static func isPublic(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2E).compactMap { ASCII.number($0) }
    guard parts.count == 4, parts.allSatisfy({ $0 < 256 }) else { return false }
    let octets = parts.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard !isPrivate(octets), (1..<224).contains(parts[0]), parts[0] != 127, octets != 0xA9FE_A9FE else {
      return false
    }
    let network = octets >> 8
    return ![0xC00002, 0xC63364, 0xCB0071, 0xC00000].contains(network)
      && ![0x0101_0101, 0x0100_0001, 0x0808_0808, 0x0808_0404, 0x0909_0909].contains(octets)
  }

  /// RFC 1918, link-local (RFC 3927) and carrier-grade (RFC 6598) ranges.
  private static func isPrivate(_ octets: UInt32) -> Bool {
    switch (octets >> 24, octets >> 16 & 255) {
    case (10, _), (192, 168): true
    // The address at which clouds tell machines about themselves is the same for everybody.
    case (169, 254): octets != 0xA9FE_A9FE
    case (172, 16...31), (100, 64...127): true
    default: false
    }
  }

  /// "version 10.4.2.1", "v10.4.2.1", "pkg@10.4.2.1" and "Agent/10.4.2.1" are no addresses.
  private static func isVersion(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start > 0 else { return false }
    // "version 10.4.2.1", but not "nameserver 10.4.2.1".
    let isVersion = versionWords.contains { word in
      let first = start - word.count
      guard first >= 0, bytes[start - 1] == word[word.count - 1],
        word.indices.allSatisfy({ ASCII.lowered(bytes[first + $0]) == word[$0] })
      else { return false }
      return first == 0 || !(ASCII.isLetter(bytes[first - 1]) || bytes[first - 1] >= 0x80)
        || word[0] == ASCII.space || word.starts(with: "version".utf8)
    }
    if isVersion { return true }
    guard bytes[start - 1] == ASCII.slash else { return false }
    var product = start - 1
    while product > 0, start - product < 6, ASCII.isLetter(bytes[product - 1]) { product -= 1 }
    return start - 1 - product > 3
  }

  private static let versionWords: [[UInt8]] = [
    "version ", "older than ", "newer than ", "version=", "version: ", "version\":\"", "version\": \"",
    "release ", "ver ", "build ", " v",
    "oid ", "version(\"", "annex ", "section ", "clause ", "chapter ",
    "nvidia ", "cuda ",
    "firmware ", "fixed in ", "introduced in ", "upgraded to ", "downgraded to ", "upgrade to ",
  ].map { Array($0.utf8) }

  /// Unique local (fc00::/7) and link-local (fe80::/10) IPv6 addresses.
  static func privateIPv6(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard
      start == 0 || !(ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x3A || bytes[start - 1] == 0x2D)
    else { return nil }
    guard start + 5 < bytes.count, bytes[start + 4] == 0x3A else { return nil }
    var end = start
    var colons = 0
    var doubled = false
    while end < bytes.count, ASCII.isHex(bytes[end]) || bytes[end] == 0x3A, end - start < 40 {
      if bytes[end] == 0x3A {
        colons += 1
        if bytes[end - 1] == 0x3A { doubled = true }
      }
      end += 1
    }
    while end > start, bytes[end - 1] == 0x3A { end -= 1 }
    guard colons >= 2, doubled || colons == 7, end - start >= 6 else { return nil }
    let prefix = String(decoding: bytes[start..<min(start + 4, end)].map(ASCII.lowered), as: UTF8.self)
    guard prefix.utf8.count == 4, !prefix.contains(":") else { return nil }
    guard
      prefix.hasPrefix("fc") || prefix.hasPrefix("fd")
        || ["fe8", "fe9", "fea", "feb"].contains(String(prefix.prefix(3)))
    else { return nil }
    if end < bytes.count, ASCII.isWord(bytes[end]) { return nil }
    return Finding(range: start..<end, label: "private ip", certainty: .form)
  }

  /// Whether the first separators of a MAC address stand where they would.
  static func mayBeMAC(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start + 14 <= bytes.count else { return false }
    let third = bytes[start + 2]
    return third == 0x3A || third == 0x2D
      ? bytes[start + 5] == third && bytes[start + 8] == third
      : bytes[start + 4] == 0x2E && bytes[start + 9] == 0x2E
  }

  /// Six pairs of hexadecimal digits with colons or hyphens, or three groups of four with dots.
  static func macAddress(_ bytes: [UInt8], at start: Int) -> Finding? {
    guard start == 0 || !(ASCII.isWord(bytes[start - 1]) || ":-.".utf8.contains(bytes[start - 1])) else {
      return nil
    }
    for (separator, group, groups) in [(UInt8(0x3A), 2, 6), (0x2D, 2, 6), (0x2E, 4, 3)] {
      let length = group * groups + groups - 1
      guard start + length <= bytes.count else { continue }
      let matches = (0..<length).allSatisfy { offset in
        (offset + 1) % (group + 1) == 0
          ? bytes[start + offset] == separator : ASCII.isHex(bytes[start + offset])
      }
      let end = start + length
      // A longer row of pairs is a fingerprint.
      guard matches, end == bytes.count || !(ASCII.isWord(bytes[end]) || bytes[end] == separator) else {
        continue
      }
      let text = bytes[start..<end]
      guard text.contains(where: { ASCII.isLetter($0) }) || separator == 0x3A,
        text.contains(where: { ASCII.isHex($0) && $0 != 0x30 }),
        // The broadcast address is everybody's.
        text.contains(where: { ASCII.isHex($0) && $0 | 0x20 != 0x66 })
      else { continue }
      return Finding(range: start..<end, label: "mac address", certainty: .form)
    }
    return nil
  }
}
