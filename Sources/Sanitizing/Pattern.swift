/// A small regular expression over bytes, tried at one place: what a rule's secret looks like.
///
/// Knows literals, escapes, `.` (no line end), `[…]`, `\d \w \s \S`, `(?:…|…)`, `(…)`, one `(?<secret>…)`, and the
/// quantifiers `? * + {m} {m,} {m,n}`, greedy or (with `?` behind) lazy. Matching stops after a fixed number of steps,
/// so that no text can make it slow; a pattern that gives up matches nothing.
struct Pattern: Sendable {
  struct Match: Equatable {
    let whole: Range<Int>
    let secret: Range<Int>
  }

  struct SyntaxError: Error, Equatable {
    let message: String
  }

  fileprivate enum Step: Sendable {
    case one(ByteSet)
    /// A run of one set, the most common thing by far.
    case run(ByteSet, least: Int, most: Int, isLazy: Bool)
    case split(first: Int, second: Int)
    case jump(Int)
    case secretStart
    case secretEnd
    case done
  }

  private let steps: [Step]
  /// The bytes of which each match begins with one; nil where that isn't known.
  let opening: ByteSet?
  private static let stepLimit = 200_000

  init(_ text: String, ignoresCase: Bool = false) throws(SyntaxError) {
    var parser = PatternParser(text, ignoresCase: ignoresCase)
    steps = try parser.program()
    opening =
      switch steps.first(where: { if case .secretStart = $0 { false } else { true } }) {
      case .one(let set): set
      case .run(let set, least: 1..., most: _, isLazy: _): set
      default: nil
      }
  }

  /// The match that begins at `start`, if there is one.
  func match(_ bytes: [UInt8], at start: Int) -> Match? {
    var place = Place(step: 0, position: start)
    var pending: [Alternative] = []
    for _ in 0..<Self.stepLimit {
      switch advance(&place, bytes, &pending) {
      case .matched:
        let secret = (place.secretStart ?? start)..<(place.secretEnd ?? place.position)
        return Match(whole: start..<place.position, secret: secret)
      case .moved: continue
      case .failed:
        guard let next = Self.resume(&pending, bytes) else { return nil }
        place = next
      }
    }
    return nil
  }

  /// Where a try stands: nothing is kept on the call stack, so that no text can overflow it.
  private struct Place {
    var step: Int
    var position: Int
    var secretStart: Int?
    var secretEnd: Int?
  }

  /// What to try when the present way fails.
  private enum Alternative {
    case other(Place)
    /// One byte less of a greedy run, down to `least`.
    case shorter(Place, least: Int)
    /// One byte more of a lazy run, while the set has it and `most` allows.
    case longer(Place, ByteSet, most: Int)
  }

  private enum Outcome { case moved, matched, failed }

  private func advance(_ place: inout Place, _ bytes: [UInt8], _ pending: inout [Alternative]) -> Outcome {
    switch steps[place.step] {
    case .one(let set):
      guard place.position < bytes.count, set.contains(bytes[place.position]) else { return .failed }
      place.position += 1
      place.step += 1
    case .run(let set, let least, let most, let isLazy):
      let start = place.position
      let wanted = min(isLazy ? least : most, bytes.count - start)
      var length = 0
      while length < wanted, set.contains(bytes[start + length]) { length += 1 }
      guard length >= least else { return .failed }
      place.position = start + length
      place.step += 1
      if isLazy, least < most {
        pending.append(.longer(place, set, most: most == .max ? .max : start + most))
      } else if !isLazy, length > least {
        pending.append(.shorter(place, least: start + least))
      }
    case .split(let first, let second):
      var other = place
      other.step = second
      pending.append(.other(other))
      place.step = first
    case .jump(let target): place.step = target
    case .secretStart:
      place.secretStart = place.position
      place.step += 1
    case .secretEnd:
      place.secretEnd = place.position
      place.step += 1
    case .done: return .matched
    }
    return .moved
  }

  private static func resume(_ pending: inout [Alternative], _ bytes: [UInt8]) -> Place? {
    while let alternative = pending.popLast() {
      switch alternative {
      case .other(let place): return place
      case .shorter(var place, let least):
        place.position -= 1
        if place.position > least { pending.append(.shorter(place, least: least)) }
        return place
      case .longer(var place, let set, let most):
        let position = place.position
        guard position < most, position < bytes.count, set.contains(bytes[position]) else { continue }
        place.position += 1
        pending.append(.longer(place, set, most: most))
        return place
      }
    }
    return nil
  }
}

/// Reads a pattern's text into steps.
private struct PatternParser {
  private indirect enum Node {
    case empty
    case set(ByteSet)
    case sequence([Node])
    case choice([Node])
    case secret(Node)
    case repeated(Node, least: Int, most: Int, isLazy: Bool)
  }

  private let bytes: [UInt8]
  private let ignoresCase: Bool
  private var index = 0
  private var steps: [Pattern.Step] = []

  init(_ text: String, ignoresCase: Bool) {
    bytes = Array(text.utf8)
    self.ignoresCase = ignoresCase
  }

  mutating func program() throws(Pattern.SyntaxError) -> [Pattern.Step] {
    let node = try choice()
    guard index == bytes.count else { throw Pattern.SyntaxError(message: "a ')' closes nothing") }
    try emit(node)
    steps.append(.done)
    return steps
  }

  private mutating func choice() throws(Pattern.SyntaxError) -> Node {
    var options: [Node] = [try sequence()]
    while take(0x7C) { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(Pattern.SyntaxError) -> Node {
    var nodes: [Node] = []
    while index < bytes.count, bytes[index] != 0x7C, bytes[index] != 0x29 {
      nodes.append(try quantified(try atom()))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func atom() throws(Pattern.SyntaxError) -> Node {
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x28:
      var isSecret = false
      if take(0x3F) {
        if bytes[index...].starts(with: "<secret>".utf8) {
          index += 8
          isSecret = true
        } else if !take(0x3A) {
          throw Pattern.SyntaxError(message: "only (?:…) and (?<secret>…) are known groups")
        }
      }
      let inner = try choice()
      guard take(0x29) else { throw Pattern.SyntaxError(message: "a '(' is not closed") }
      return isSecret ? .secret(inner) : inner
    case 0x5B: return .set(try bracket())
    case 0x2E: return .set(ByteSet([10]).inverted)
    case 0x5C: return .set(folded(try escape()))
    case 0x2A, 0x2B, 0x3F: throw Pattern.SyntaxError(message: "a quantifier has nothing to repeat")
    default: return .set(folded(ByteSet([byte])))
    }
  }

  private func folded(_ set: ByteSet) -> ByteSet { ignoresCase ? set.caseFolded : set }

  private mutating func quantified(_ node: Node) throws(Pattern.SyntaxError) -> Node {
    guard index < bytes.count else { return node }
    let least: Int
    let most: Int
    switch bytes[index] {
    case 0x3F: (least, most) = (0, 1)
    case 0x2A: (least, most) = (0, .max)
    case 0x2B: (least, most) = (1, .max)
    case 0x7B:
      guard let close = bytes[index...].firstIndex(of: 0x7D) else {
        throw Pattern.SyntaxError(message: "a '{' is not closed")
      }
      let parts = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
        .split(separator: ",", omittingEmptySubsequences: false)
      guard let lower = parts.first.flatMap({ Int($0) }), parts.count <= 2 else {
        throw Pattern.SyntaxError(message: "a repeat is written {m}, {m,} or {m,n}")
      }
      let upper = parts.count == 1 ? lower : parts[1].isEmpty ? Int.max : Int(parts[1]) ?? -1
      guard upper >= lower else { throw Pattern.SyntaxError(message: "a repeat's bounds are out of order") }
      (least, most) = (lower, upper)
      index = close
    default: return node
    }
    index += 1
    return .repeated(node, least: least, most: most, isLazy: take(0x3F))
  }

  private mutating func bracket() throws(Pattern.SyntaxError) -> ByteSet {
    var set = ByteSet()
    let isInverted = take(0x5E)
    var isFirst = true
    while index < bytes.count, isFirst || bytes[index] != 0x5D {
      isFirst = false
      var lower = bytes[index]
      index += 1
      if lower == 0x5C {
        let escaped = index < bytes.count ? bytes[index] : 0
        let members = try escape()
        if "dwsS".utf8.contains(escaped) {
          set = set.union(members)
          continue
        }
        lower = Self.single(escaped)
      }
      if index + 1 < bytes.count, bytes[index] == 0x2D, bytes[index + 1] != 0x5D {
        index += 1
        var upper = bytes[index]
        index += 1
        if upper == 0x5C, index < bytes.count {
          upper = Self.single(bytes[index])
          index += 1
        }
        guard lower <= upper else { throw Pattern.SyntaxError(message: "a range in […] is out of order") }
        for byte in lower...upper { set.insert(byte) }
      } else {
        set.insert(lower)
      }
    }
    guard take(0x5D) else { throw Pattern.SyntaxError(message: "a '[' is not closed") }
    // Folded before it is inverted: `[^a-z]` is no letter at all.
    return isInverted ? folded(set).inverted : folded(set)
  }

  private mutating func escape() throws(Pattern.SyntaxError) -> ByteSet {
    guard index < bytes.count else { throw Pattern.SyntaxError(message: "a '\\' ends the pattern") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x64: return ByteSet(48...57)
    case 0x77: return ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
    case 0x73: return ByteSet([9, 10, 11, 12, 13, 32])
    case 0x53: return ByteSet([9, 10, 11, 12, 13, 32]).inverted
    case 0x6E, 0x72, 0x74: return ByteSet([Self.single(byte)])
    default:
      guard !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A), !(48...57).contains(byte) else {
        throw Pattern.SyntaxError(message: "unknown escape '\\\(Character(Unicode.Scalar(byte)))'")
      }
      return ByteSet([byte])
    }
  }

  private static func single(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x6E: 10
    case 0x72: 13
    case 0x74: 9
    default: byte
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func emit(_ node: Node) throws(Pattern.SyntaxError) {
    guard steps.count < 20_000 else { throw Pattern.SyntaxError(message: "the pattern is too large") }
    switch node {
    case .empty: break
    case .set(let set): steps.append(.one(set))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .choice(let options): try emitChoice(options)
    case .secret(let inner):
      steps.append(.secretStart)
      try emit(inner)
      steps.append(.secretEnd)
    case .repeated(.set(let set), let least, let most, let isLazy):
      steps.append(.run(set, least: least, most: most, isLazy: isLazy))
    case .repeated(let inner, let least, let most, let isLazy):
      for _ in 0..<least { try emit(inner) }
      if most == .max {
        try emitLoop(inner, isLazy)
      } else {
        var splits: [Int] = []
        for _ in least..<most {
          splits.append(steps.count)
          steps.append(.jump(0))
          try emit(inner)
        }
        for split in splits { steps[split] = Self.split(split + 1, steps.count, isLazy) }
      }
    }
  }

  private mutating func emitLoop(_ inner: Node, _ isLazy: Bool) throws(Pattern.SyntaxError) {
    let start = steps.count
    steps.append(.jump(0))
    try emit(inner)
    guard steps.count > start + 1 else { throw Pattern.SyntaxError(message: "a repeat of nothing") }
    steps.append(.jump(start))
    steps[start] = Self.split(start + 1, steps.count, isLazy)
  }

  private mutating func emitChoice(_ options: [Node]) throws(Pattern.SyntaxError) {
    var exits: [Int] = []
    for (index, option) in options.enumerated() {
      let isLast = index == options.count - 1
      let split = steps.count
      if !isLast { steps.append(.jump(0)) }
      try emit(option)
      if !isLast {
        exits.append(steps.count)
        steps.append(.jump(0))
        steps[split] = .split(first: split + 1, second: steps.count)
      }
    }
    for exit in exits { steps[exit] = .jump(steps.count) }
  }

  private static func split(_ inside: Int, _ after: Int, _ isLazy: Bool) -> Pattern.Step {
    isLazy ? .split(first: after, second: inside) : .split(first: inside, second: after)
  }
}
