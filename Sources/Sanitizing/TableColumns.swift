import Bytes

/// Columns of a table whose head says that people or passwords stand in them: `| Action | Owner | Due |`.
enum TableColumns {
  /// What begins the row below a Markdown table's head, and the head of a table in Jira or Confluence.
  static let literals = ["|---", "| ---", "|:--", "| :--", "||"]
  private static let mostRows = 400

  private enum Column {
    case people
    case secrets
  }

  /// - Parameter start: where one of `literals` stands.
  static func findings(_ bytes: [UInt8], at start: Int) -> [Finding] {
    guard start == 0 || bytes[start - 1] == ASCII.newline else { return [] }
    let isWiki = bytes[start...].starts(with: "||".utf8)
    let head: Range<Int>
    if isWiki {
      head = start..<lineEnd(bytes, start)
    } else {
      guard start > 1 else { return [] }
      let before = start - 1
      head = lineStart(bytes, before)..<before
    }
    let columns = cells(bytes, head, emptyToo: !isWiki).enumerated().compactMap { index, cell in
      column(bytes[cell]).map { (index: index, column: $0) }
    }
    guard !columns.isEmpty else { return [] }
    var found: [Finding] = []
    var row = lineEnd(bytes, start) + 1
    for _ in 0..<mostRows where row < bytes.count && bytes[row] == 0x7C {
      let end = lineEnd(bytes, row)
      let cells = cells(bytes, row..<end, emptyToo: true)
      for (index, column) in columns where index < cells.count {
        found += findings(bytes, in: cells[index], column)
      }
      row = end + 1
    }
    return found
  }

  private static func column(_ title: ArraySlice<UInt8>) -> Column? {
    let text = String(decoding: title.map(ASCII.lowered).filter { $0 != 0x2A && $0 != 0x5F }, as: UTF8.self)
    if people.contains(text) { return .people }
    return secrets.contains(text) ? .secrets : nil
  }

  private static let people: Set<String> = [
    "owner", "owners", "assignee", "assignees", "assigned to", "responsible", "who", "reporter", "author",
    "dri", "lead",
    "contact", "name", "person", "engineer", "approver", "reviewer", "attendee", "participant", "raised by",
    "verantwortlich", "zuständig", "wer", "qui", "responsable", "quién", "verantwoordelijke",
  ]
  private static let secrets: Set<String> = [
    "password", "passwort", "kennwort", "secret", "passwd", "mot de passe",
  ]

  private static func findings(_ bytes: [UInt8], in cell: Range<Int>, _ column: Column) -> [Finding] {
    switch column {
    case .secrets:
      let text = bytes[cell]
      guard cell.count >= 4, !text.contains(ASCII.space), !Placeholder.stands(text),
        text.contains(where: { ASCII.isDigit($0) || !ASCII.isLetter($0) && $0 < 0x80 })
      else { return [] }
      return [Finding(range: cell, label: "password", certainty: .assigned)]
    case .people:
      var found: [Finding] = []
      var index = cell.lowerBound
      while let name = name(bytes, at: index, within: cell) {
        found.append(Finding(range: name, label: "person", certainty: .phrase))
        guard let next = PersonField.afterJoint(bytes, name.upperBound), next < cell.upperBound else { break }
        index = next
      }
      return found
    }
  }

  /// A full name, or a known given name that ends the cell or stands before a comma.
  private static func name(_ bytes: [UInt8], at start: Int, within cell: Range<Int>) -> Range<Int>? {
    if let full = PersonField.fullName(bytes, at: start), full.upperBound <= cell.upperBound {
      return PersonPhrase.isPersonLike(bytes, full) ? full : nil
    }
    guard let end = PersonField.capitalized(bytes, at: start), end <= cell.upperBound,
      GivenNames.contains(bytes[start..<end])
    else { return nil }
    return start..<end
  }

  /// The cells of a row, without the blanks around them.
  private static func cells(_ bytes: [UInt8], _ row: Range<Int>, emptyToo: Bool) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for index in row where bytes[index] == 0x7C {
      if index > row.lowerBound, emptyToo || index > start { cells.append(trimmed(bytes, start..<index)) }
      start = index + 1
    }
    if start < row.upperBound { cells.append(trimmed(bytes, start..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while end > start, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
  }

  private static func lineStart(_ bytes: [UInt8], _ end: Int) -> Int {
    bytes[..<end].lastIndex(of: ASCII.newline).map { $0 + 1 } ?? 0
  }
}
