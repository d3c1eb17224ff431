import Bytes

/// `\\server\share` and `DOMAIN\user`.
enum WindowsName {
  static func finding(_ bytes: [UInt8], at index: Int) -> Finding? {
    if index + 2 < bytes.count, bytes[index + 1] == 0x5C,
      ASCII.isLetter(bytes[index + 2]) || bytes[index + 2] == 0x5C
    {
      return share(bytes, index) ?? account(bytes, index)
    }
    return account(bytes, index)
  }

  private static func share(_ bytes: [UInt8], _ start: Int) -> Finding? {
    if start > 0, ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x5C || bytes[start - 1] == 0x3A {
      return nil
    }
    var end = start
    while end < bytes.count, bytes[end] == 0x5C { end += 1 }
    let slashes = end - start
    guard slashes == 2 || slashes == 4 else { return nil }
    var parts = 0
    while parts < 2 {
      let partStart = end
      while end < bytes.count, HostName.isHostByte(bytes[end]) || bytes[end] == 0x24 { end += 1 }
      guard end > partStart + 1 else { return nil }
      parts += 1
      guard parts < 2 else { break }
      let separatorStart = end
      while end < bytes.count, bytes[end] == 0x5C { end += 1 }
      guard end - separatorStart == slashes / 2 else { return nil }
    }
    return Finding(range: start..<end, label: "network share", certainty: .form)
  }

  /// A domain in capitals, a backslash (or an escaped one), a login.
  private static func account(_ bytes: [UInt8], _ index: Int) -> Finding? {
    var domainStart = index
    while domainStart > 0,
      ASCII.isUpper(bytes[domainStart - 1]) || ASCII.isDigit(bytes[domainStart - 1])
        || bytes[domainStart - 1] == 0x2D || bytes[domainStart - 1] == 0x5F
    {
      domainStart -= 1
    }
    guard (3...15).contains(index - domainStart), ASCII.isUpper(bytes[domainStart]) else { return nil }
    if domainStart > 0, ASCII.isWord(bytes[domainStart - 1]) || "\\:/.".utf8.contains(bytes[domainStart - 1])
    {
      return nil
    }
    let domain = String(decoding: bytes[domainStart..<index], as: UTF8.self)
    guard
      !["HKLM", "HKCU", "SYSTEM", "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER", "BUILTIN", "AUTHORITY"].contains(
        domain)
    else { return nil }
    var start = index + 1
    if start < bytes.count, bytes[start] == 0x5C { start += 1 }
    var end = start
    while end < bytes.count,
      ASCII.isWord(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D || bytes[end] == 0x24
    { end += 1 }
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    guard (3...40).contains(end - start), ASCII.isLower(bytes[start]) else { return nil }
    if end < bytes.count, bytes[end] == 0x5C { return nil }
    return Finding(range: start..<end, label: "user", certainty: .form)
  }
}
