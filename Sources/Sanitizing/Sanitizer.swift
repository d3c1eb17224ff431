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
    let findings = detector.findings(in: bytes)
    guard !findings.isEmpty else { return SanitizedText(cleaned: String(decoding: bytes, as: UTF8.self)) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    for finding in findings {
      output += bytes[position..<finding.range.lowerBound]
      output += placeholder(for: finding, in: bytes).utf8
      // A key of many lines leaves as many, so that line numbers stay those of the file.
      output += bytes[finding.range].lazy.filter { $0 == ASCII.newline }
      position = finding.range.upperBound
    }
    output += bytes[position...]
    return SanitizedText(cleaned: String(decoding: output, as: UTF8.self))
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
