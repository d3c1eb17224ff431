import Bytes
import Moments
import Sanitizing

/// Groups log lines by their form while they stream by: what varies is masked, what stays makes the form.
struct LogMiner {
  private(set) var templates: [LogTemplate] = []
  /// Lines seen; the counts of all templates and `folded` add up to it.
  private(set) var lineCount = 0
  /// The number of the last line in its file: `lineCount`, but for exports, whose events stand anywhere.
  private(set) var lastNumber = 0
  private var number = 0
  /// Frames of stack traces and blank lines, which stand for nothing of their own.
  private(set) var folded = 0
  /// Causes told inside other lines; they count no lines of their own.
  private(set) var causeTemplates: [LogTemplate] = []
  private var indices: [UInt64: Int] = [:]
  private var causes: [UInt64: Int] = [:]
  private static let causeMark = Array("Caused by: ".utf8)
  private static let mostCauses = 2_000
  private let time: LogTime
  private var lastMoment: Moment?
  /// Past this many forms, new ones are counted together: the memory of the rest stays bounded.
  private static let most = 200_000
  private static let longestSample = 420

  init(day: CivilDate?) {
    time = LogTime(day: day)
  }

  /// - Parameters:
  ///   - block: the text that the line stands in.
  ///   - bytes: the same as bytes.
  ///   - number: the line's 1-based number in its file; nil for the next one.
  mutating func add(_ block: SanitizedText, _ bytes: [UInt8], _ line: Range<Int>, number: Int? = nil) {
    lineCount += 1
    self.number = number ?? lineCount
    lastNumber = max(lastNumber, self.number)
    guard let start = (line.lowerBound..<line.upperBound).first(where: { !ASCII.isSpace(bytes[$0]) }) else {
      folded += 1
      return
    }
    let content = start..<line.upperBound
    let isIndented = start > line.lowerBound
    let message = LogMessage(bytes, content)
    if isIndented && isFrame(bytes, content) || isFrame(bytes, message.range) && message.object == nil {
      folded += 1
      return
    }
    var shape = LineShape()
    shape.read(bytes, message.range, keepsForm: true)
    if let object = message.object { shape.read(bytes, object, keepsForm: false) }
    let isContinuation = isIndented || isCause(bytes, content)
    let moment = isIndented ? lastMoment : time.read(bytes, content) ?? (isContinuation ? lastMoment : nil)
    if let moment { lastMoment = moment }
    count(block, bytes, content, message, shape, moment)
    addCauses(block, bytes, message, moment)
  }

  private mutating func count(
    _ block: SanitizedText, _ bytes: [UInt8], _ content: Range<Int>, _ message: LogMessage,
    _ shape: LineShape,
    _ moment: Moment?
  ) {
    let index: Int
    if let known = indices[shape.hash] {
      index = known
    } else {
      index = templates.count < Self.most ? templates.count : templates.count - 1
      if index == templates.count { templates.append(make(block, bytes, content, message, moment)) }
      indices[shape.hash] = index
    }
    templates[index].add(block, content, shape.numbers, moment, line: number)
  }

  private func make(
    _ block: SanitizedText, _ bytes: [UInt8], _ content: Range<Int>, _ message: LogMessage, _ moment: Moment?
  ) -> LogTemplate {
    var level = LogLevel.read(bytes, content)
    if let object = message.object, object.lowerBound > content.lowerBound {
      level = max(level, .read(bytes, object))
    }
    return LogTemplate(
      first: Self.sample(block, content, moment, number), level: level,
      telling: Salience.telling(bytes, message.range), isCause: isCause(bytes, message.range),
      words: LogTemplate.words(bytes, message.range))
  }

  /// `Caused by: …` inside a JSON line's stack: each cause is shown once, in its own words.
  private mutating func addCauses(
    _ block: SanitizedText, _ bytes: [UInt8], _ message: LogMessage, _ moment: Moment?
  ) {
    guard let object = message.object else { return }
    var position = object.lowerBound
    while let start = ByteSearch.first(Self.causeMark, in: bytes, position..<object.upperBound) {
      var end = start
      while end < object.upperBound, bytes[end] != 0x22, bytes[end] != 0x5C { end += 1 }
      position = max(end, start + 1)
      var shape = LineShape()
      shape.read(bytes, start..<end, keepsForm: true)
      if causes[shape.hash] == nil { causes[shape.hash] = causeTemplates.count } else { continue }
      guard causeTemplates.count < Self.mostCauses else { return }
      causeTemplates.append(
        LogTemplate(
          first: Self.sample(block, start..<end, moment, number), level: .unknown,
          telling: Salience.telling(bytes, start..<end), isCause: true,
          words: LogTemplate.words(bytes, start..<end)))
    }
  }

  fileprivate static func sample(
    _ block: SanitizedText, _ content: Range<Int>, _ moment: Moment?, _ line: Int
  ) -> LogTemplate.Sample {
    LogTemplate.Sample(
      text: block[content.lowerBound..<min(content.upperBound, content.lowerBound + longestSample)],
      line: line, moment: moment)
  }

  private func isCause(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    bytes[content].starts(with: "Caused by:".utf8)
  }

  /// `at com.acme.X.y(Z.java:1)`, `File "x.py", line 3`, `... 12 more`, `goroutine 1 [running]:` and what is indented like them.
  private func isFrame(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    var rest = bytes[content]
    // syslog writes a tab as "#011".
    while rest.starts(with: "#011".utf8) { rest = rest.dropFirst(4) }
    if content.lowerBound == rest.startIndex, !ASCII.isSpace(bytes[max(0, content.lowerBound - 1)]) {
      return false
    }
    return ["at ", "File \"", "... ", "in ", "from ", "^", "|", "+0x", "/"].contains {
      rest.starts(with: $0.utf8)
    }
  }
}

extension LogTemplate {
  fileprivate mutating func add(
    _ block: SanitizedText, _ content: Range<Int>, _ numbers: [Double], _ moment: Moment?, line: Int
  ) {
    count += 1
    lastLine = line
    if let moment, lastMoment.map({ $0 < moment }) ?? true { lastMoment = moment }
    for (index, number) in numbers.enumerated() {
      if index == columns.count { columns.append(NumberColumn()) }
      // The first few lines of a form say nothing about what is usual.
      guard let end = columns[index].add(number), count > 4 else { continue }
      columns[index].keep(LogMiner.sample(block, content, moment, line), at: end)
    }
  }
}

/// The form of a line as a hash, and the numbers in it.
struct LineShape {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var numbers: [Double] = []
  private static let mostNumbers = 20

  /// - Parameter keepsForm: false to take the numbers only.
  mutating func read(_ bytes: [UInt8], _ content: Range<Int>, keepsForm: Bool) {
    let form = hash
    defer { if !keepsForm { hash = form } }
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = bytes[index]
      if let end = Self.placeholderEnd(bytes, index, content) {
        mix(0)
        index = end
        continue
      }
      guard ASCII.isWord(byte) || byte >= 0x80 else {
        mix(byte)
        index += 1
        continue
      }
      var end = index
      var hasDigit = Self.isHexGroup(bytes, index, content)
      var isNumber = !hasDigit
      while end < content.upperBound,
        ASCII.isWord(bytes[end]) || bytes[end] >= 0x80 || isJoint(bytes, end, content, hasDigit)
      {
        if ASCII.isDigit(bytes[end]) { hasDigit = true } else if bytes[end] != 0x2E { isNumber = false }
        end += 1
      }
      if hasDigit {
        mix(0)
        if numbers.count < Self.mostNumbers,
          let number = isNumber ? Self.decimal(bytes[index..<end]) : Self.leading(bytes[index..<end])
        {
          numbers.append(number)
        }
      } else {
        for offset in index..<end { mix(bytes[offset]) }
      }
      index = end
    }
  }

  /// `‹email 2›` varies like what it stands for.
  private static func placeholderEnd(_ bytes: [UInt8], _ start: Int, _ content: Range<Int>) -> Int? {
    guard bytes[start] == 0xE2, bytes[start..<content.upperBound].starts(with: "‹".utf8) else { return nil }
    var end = start + 3
    let limit = min(content.upperBound, start + 80)
    while end + 2 < limit {
      if bytes[end] == 0xE2, bytes[end + 1] == 0x80, bytes[end + 2] == 0xBA { return end + 3 }
      end += 1
    }
    return nil
  }

  /// The first eight digits of a UUID or a digest may all be letters.
  private static func isHexGroup(_ bytes: [UInt8], _ start: Int, _ content: Range<Int>) -> Bool {
    guard start + 8 <= content.upperBound, bytes[start..<(start + 8)].allSatisfy(ASCII.isHex) else {
      return false
    }
    return start + 8 == content.upperBound || !ASCII.isLetter(bytes[start + 8])
      || ASCII.isHex(bytes[start + 8])
  }

  /// Inside `3f2a-77`, `10.2.3.4:80` and `14:24:07.123` the signs belong to the variable part.
  private func isJoint(_ bytes: [UInt8], _ index: Int, _ content: Range<Int>, _ hasDigit: Bool) -> Bool {
    guard hasDigit, bytes[index] == 0x2E || bytes[index] == 0x2D || bytes[index] == 0x3A,
      index + 1 < content.upperBound
    else { return false }
    return ASCII.isHex(bytes[index + 1]) && ASCII.isWord(bytes[index - 1])
  }

  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Double? {
    guard digits.count <= 15 else { return nil }
    var value = 0.0
    var scale = 0.0
    for byte in digits {
      if byte == 0x2E {
        guard scale == 0 else { return nil }
        scale = 1
      } else {
        value = value * 10 + Double(byte &- 48)
        scale *= 10
      }
    }
    return scale > 0 ? value / scale : value
  }

  /// `240ms`, `87pct`: a number with its unit behind it.
  private static func leading(_ word: ArraySlice<UInt8>) -> Double? {
    let digits = word.prefix { ASCII.isDigit($0) || $0 == 0x2E }
    let unit = word.dropFirst(digits.count)
    // More digits than a measure has, and a letter: an id.
    guard (1...9).contains(digits.count), unit.count <= 4, unit.allSatisfy(ASCII.isLetter) else { return nil }
    return decimal(digits)
  }
}
