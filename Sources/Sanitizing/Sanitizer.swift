package import Bytes

/// Removes secrets, personal data and internal addresses from the texts of one incident.
///
/// The same value gets the same placeholder in all texts that one sanitizer cleans: narrative, attachments and the
/// model's answer. It belongs to one thread.
package struct Sanitizer {
  /// Which value got which number, so that another thread goes on with the same placeholders.
  package struct Identities: Sendable {
    fileprivate let book: RuleBook
    fileprivate var numbers: [Secret: Int] = [:]
    fileprivate var lastNumber: [String: Int] = [:]
  }

  let detector: Detector
  /// All that was numbered so far.
  package private(set) var identities: Identities
  /// Values removed so far, by kind.
  package private(set) var report = SanitizingReport()

  fileprivate struct Secret: Hashable {
    let label: String
    let value: [UInt8]
  }

  package init(_ book: RuleBook) {
    self.init(Identities(book: book))
  }

  package init(_ identities: Identities) {
    detector = Detector(identities.book)
    self.identities = identities
  }

  package mutating func clean(_ raw: RawText) -> SanitizedText {
    clean(raw.unsealed())
  }

  /// Text that came from elsewhere: a model's answer, a cache, a path.
  package mutating func clean(_ text: String) -> SanitizedText {
    clean(Array(text.utf8))
  }

  private mutating func clean(_ bytes: [UInt8]) -> SanitizedText {
    SanitizedText(cleaned: String(decoding: cleaned(bytes), as: UTF8.self))
  }

  /// The bytes of a text that is written out at once.
  package mutating func cleanedUTF8(_ raw: RawText) -> [UInt8] {
    cleaned(raw.unsealed())
  }

  private mutating func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    let findings = detector.findings(in: bytes)
    guard !findings.isEmpty else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    for finding in findings {
      let range = Self.wholeCharacters(finding.range, in: bytes)
      if range.lowerBound > position { output += bytes[position..<range.lowerBound] }
      output += placeholder(for: finding, in: bytes).utf8
      // A key of many lines leaves as many, so that line numbers stay those of the file.
      output += bytes[range].lazy.filter { $0 == ASCII.newline }
      position = range.upperBound
    }
    output += bytes[position...]
    return output
  }

  /// A finding never leaves a part of a character behind.
  private static func wholeCharacters(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  private mutating func placeholder(for finding: Finding, in bytes: [UInt8]) -> String {
    report.add(finding.label)
    let secret = Secret(label: finding.label, value: Array(bytes[finding.range]))
    if let number = identities.numbers[secret] { return "‹\(finding.label) \(number)›" }
    let number = identities.lastNumber[finding.label, default: 0] + 1
    identities.lastNumber[finding.label] = number
    identities.numbers[secret] = number
    return "‹\(finding.label) \(number)›"
  }
}
