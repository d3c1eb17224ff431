import Bytes
import Moments

/// The things in a text that are either right or invented: times, numbers with their units, versions, hosts, names of
/// services and metrics, error codes.
struct Specifics {
  struct Quantity: Hashable {
    enum Dimension: Hashable { case seconds, bytes, percent, count }

    let value: Double
    let dimension: Dimension
  }

  /// `14:24` and `14:24:07`, as minutes of the day.
  private(set) var clocks: [(shown: String, minute: Int)] = []
  private(set) var quantities: [(shown: String, quantity: Quantity)] = []
  /// Lower case, as `hikaricp_connections_active`, `2.14.0`, `orders-7f9c-2`, `p99`.
  private(set) var names: [(shown: String, name: String)] = []

  init(_ text: String) {
    let tokens = Self.withoutPlaceholders(text).split {
      $0.isWhitespace || "()[]{}\"“”„,;|<>=*`".contains($0)
    }.map {
      Substring($0.trimmingMarks)
    }.filter { !$0.isEmpty }
    var index = 0
    while index < tokens.count {
      index += take(String(tokens[index]), next: index + 1 < tokens.count ? String(tokens[index + 1]) : nil)
    }
  }

  /// The number in `‹person 1›` is no quantity, and two sanitizers may give another one.
  private static func withoutPlaceholders(_ text: String) -> String {
    guard text.utf8.contains(0xE2), text.contains("‹") else { return text }
    var isInside = false
    return String(
      text.map { character in
        if character == "‹" { isInside = true }
        defer { if character == "›" { isInside = false } }
        return isInside ? " " : character
      })
  }

  /// Reads one token, with the next as its unit where it is one; how many tokens that were.
  private mutating func take(_ token: String, next: String?) -> Int {
    if let minute = Self.minute(token) {
      clocks.append((token, minute))
      return 1
    }
    guard token.contains(where: \.isNumber) else {
      if Self.isName(token) { names.append((token, token.lowercased())) }
      return 1
    }
    guard let (number, rest) = Self.number(token) else {
      names.append((token, token.lowercased().droppingVersionMark))
      return 1
    }
    if rest.isEmpty {
      if let next, let unit = Unit(next) {
        quantities.append(("\(token) \(next)", unit.quantity(number)))
        return 2
      }
      if let next, let scale = Self.scales[next.lowercased()] {
        quantities.append(("\(token) \(next)", Quantity(value: number * scale, dimension: .count)))
        return 2
      }
      quantities.append((token, Quantity(value: number, dimension: .count)))
      return 1
    }
    if let unit = Unit(rest) {
      quantities.append((token, unit.quantity(number)))
    } else if let scale = Self.scales[rest.lowercased()] {
      quantities.append((token, Quantity(value: number * scale, dimension: .count)))
    } else {
      // "3x", "2nd", "1-2": the number counts, whatever hangs on to it; the rest is a name.
      let letters = rest.filter(\.isLetter)
      if ["x", "st", "nd", "rd", "th", "m", "min"].contains(letters.lowercased()), letters.count == rest.count
      {
        quantities.append((token, Quantity(value: number, dimension: .count)))
      } else {
        names.append((token, token.lowercased().droppingVersionMark))
      }
    }
    return 1
  }

  private static let scales = [
    "k": 1_000.0, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1e9, "billion": 1e9,
  ]

  /// `1,204,311`, `2.8`, `-5`, `~40`, `>20%`, and what follows the digits.
  private static func number(_ token: String) -> (Double, rest: String)? {
    var text = token.drop { "~><≥≤±+≈$€£#×".contains($0) }
    let isNegative = text.first == "-" || text.first == "−"
    if isNegative { text = text.dropFirst() }
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," || $0 == "_" }
    guard let first = digits.first, first.isNumber, !digits.contains("_") else { return nil }
    let rest = String(text.dropFirst(digits.count))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    guard let value = Double(digits.filter { $0 != "," }) else { return nil }
    // "7f9c", "3-2": an identifier that begins with a digit.
    if let next = rest.first, next == "-" || next == "/" || next == ":" || next == "." { return nil }
    if rest.contains(where: \.isNumber) { return nil }
    return (isNegative ? -value : value, rest)
  }

  static func minute(_ token: String) -> Int? {
    let text = token.hasSuffix("Z") ? token.dropLast() : token[...]
    // The clock of "2026-03-14T14:24".
    let clock = text.split(separator: "T").last ?? text
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ (1...6).contains($0.count) }),
      parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// A word that only a system has: `maximumPoolSize`, `orders.internal`, `loyalty-api`, `idle_in_transaction`.
  static func isName(_ token: String) -> Bool {
    guard token.utf8.count >= 3, token.contains(where: \.isLetter), token.utf8.allSatisfy({ $0 < 0x80 })
    else {
      return false
    }
    if token.contains("_") { return true }
    let inner = token.dropFirst()
    if zip(token, inner).contains(where: { $0.isLowercase && $1.isUppercase }) { return true }
    if let dot = token.firstIndex(of: "."), token.index(after: dot) < token.endIndex,
      token[token.index(after: dot)].isLetter, !["e.g", "i.e"].contains(token.lowercased())
    {
      return true
    }
    if token.contains("/"), token.hasPrefix("/") { return true }
    let last = token.split(separator: "-").last.map { $0.lowercased() } ?? ""
    return token.contains("-") && serviceEndings.contains(last)
  }

  private static let serviceEndings: Set<String> = [
    "api", "service", "svc", "worker", "gateway", "db", "proxy", "queue", "cache", "server", "operator",
    "controller", "cluster", "consumer", "producer",
  ]
}

/// A unit of time, size or share behind a number.
private struct Unit {
  let dimension: Specifics.Quantity.Dimension
  let factor: Double

  init?(_ text: String) {
    let word = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard let unit = Self.units[word] ?? Self.units[word.lowercased()] else { return nil }
    (dimension, factor) = unit
  }

  func quantity(_ value: Double) -> Specifics.Quantity {
    Specifics.Quantity(value: value * factor, dimension: dimension)
  }

  private static let units: [String: (Specifics.Quantity.Dimension, Double)] = [
    "ns": (.seconds, 1e-9), "us": (.seconds, 1e-6), "µs": (.seconds, 1e-6), "ms": (.seconds, 1e-3),
    "millisecond": (.seconds, 1e-3), "milliseconds": (.seconds, 1e-3), "s": (.seconds, 1),
    "sec": (.seconds, 1), "secs": (.seconds, 1), "second": (.seconds, 1), "seconds": (.seconds, 1),
    "min": (.seconds, 60), "mins": (.seconds, 60), "minute": (.seconds, 60), "minutes": (.seconds, 60),
    "h": (.seconds, 3_600), "hr": (.seconds, 3_600), "hrs": (.seconds, 3_600), "hour": (.seconds, 3_600),
    "hours": (.seconds, 3_600), "day": (.seconds, 86_400), "days": (.seconds, 86_400),
    "week": (.seconds, 604_800), "weeks": (.seconds, 604_800),
    "B": (.bytes, 1), "byte": (.bytes, 1), "bytes": (.bytes, 1), "kB": (.bytes, 1e3), "KB": (.bytes, 1e3),
    "MB": (.bytes, 1e6), "GB": (.bytes, 1e9), "TB": (.bytes, 1e12), "KiB": (.bytes, 1_024),
    "Ki": (.bytes, 1_024),
    "MiB": (.bytes, 1_048_576), "Mi": (.bytes, 1_048_576), "GiB": (.bytes, 1_073_741_824),
    "Gi": (.bytes, 1_073_741_824), "TiB": (.bytes, 1_099_511_627_776),
    "%": (.percent, 1), "percent": (.percent, 1), "pct": (.percent, 1),
  ]
}

extension Substring {
  /// Without the punctuation at its ends; a sign before a number stays.
  fileprivate var trimmingMarks: String {
    var text = self
    while let last = text.last, ".:!?'’‘…–—".contains(last) { text.removeLast() }
    while let first = text.first, ":'’‘–—.".contains(first) { text.removeFirst() }
    return String(text)
  }
}

extension String {
  /// `v2.14.0` is the version `2.14.0`.
  fileprivate var droppingVersionMark: String {
    first == "v" && dropFirst().first?.isNumber == true ? String(dropFirst()) : self
  }
}
