import Bytes

/// GitHub's tables (GFM 4.10), found in the source lines of what CommonMark takes for a paragraph.
enum TableParser {
  /// The paragraph as the text before the table, if any, and the table; nil when it holds none.
  static func split(_ paragraph: MarkdownNode, _ source: SourceLines) -> [MarkdownNode]? {
    let numbers = Array(paragraph.lines)
    guard numbers.count >= 2 else { return nil }
    let rows =
      [content(withoutListMarks(source[numbers[0]]))] + numbers.dropFirst().map { content(source[$0]) }
    for index in 1..<rows.count {
      guard let alignments = delimiterRow(rows[index]) else { continue }
      let header = cells(rows[index - 1])
      guard header.count == alignments.count, rows[index - 1].contains(0x7C) || alignments.count > 1 else {
        continue
      }
      var table = MarkdownNode(.table(alignments), lines: numbers[index - 1]...paragraph.lines.upperBound)
      table.children.append(row(header, isHeader: true, width: alignments.count, line: numbers[index - 1]))
      for body in (index + 1)..<max(index + 1, rows.count) {
        table.children.append(
          row(cells(rows[body]), isHeader: false, width: alignments.count, line: numbers[body]))
      }
      guard index > 1 else { return [table] }
      let lead = rows[..<(index - 1)].joined(separator: [ASCII.newline])
      let before = Markdown.parse(Array(lead)).children.map { node in
        var moved = node
        moved.lines = paragraph.lines.lowerBound...numbers[index - 2]
        return moved
      }
      return before + [table]
    }
    return nil
  }

  /// A line without the marks of the quotes that it stands in.
  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    trimmed(line.drop { ASCII.isBlank($0) || $0 == 0x3E })
  }

  /// A paragraph's first line without the marks of the list items that begin with it: no paragraph begins with one.
  private static func withoutListMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = content(line)
    let digits = rest.prefix(while: ASCII.isDigit)
    let marks = digits.isEmpty ? "-+*" : ".)"
    guard let mark = rest.dropFirst(digits.count).first, marks.utf8.contains(mark) else { return rest }
    let behind = rest.dropFirst(digits.count + 1)
    guard let blank = behind.first, ASCII.isBlank(blank) else { return rest }
    return withoutListMarks(behind)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.drop(while: ASCII.isBlank)
    while let last = rest.last, ASCII.isBlank(last) { rest = rest.dropLast() }
    return rest
  }

  private static func delimiterRow(_ line: ArraySlice<UInt8>) -> [MarkdownNode.Alignment]? {
    guard line.contains(0x2D), line.allSatisfy({ [0x7C, 0x2D, 0x3A].contains($0) || ASCII.isBlank($0) })
    else {
      return nil
    }
    var alignments: [MarkdownNode.Alignment] = []
    for cell in cells(line) {
      let left = cell.first == 0x3A
      let right = cell.count > 1 && cell.last == 0x3A
      let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      alignments.append(left && right ? .center : left ? .left : right ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Cells between unescaped pipes; an escaped pipe loses its backslash.
  private static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    var rest = line
    if rest.first == 0x7C { rest = rest.dropFirst() }
    if rest.last == 0x7C, rest.dropLast().last != 0x5C { rest = rest.dropLast() }
    var cells: [[UInt8]] = [[]]
    var escaped = false
    for byte in rest {
      if byte == 0x7C, !escaped {
        cells.append([])
      } else {
        if byte == 0x7C { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(byte)
      }
      escaped = byte == 0x5C && !escaped
    }
    return cells.map { cell in Array(trimmed(cell[...])) }
  }

  private static func row(_ cells: [[UInt8]], isHeader: Bool, width: Int, line: Int) -> MarkdownNode {
    var row = MarkdownNode(.row(isHeader: isHeader), lines: line...line)
    for index in 0..<width {
      let text = cells.indices.contains(index) ? cells[index] : []
      let inlines = CommonMark.parse(text).children.first { $0.kind == .paragraph }?.children
      // A cell that CommonMark reads as a block ("# x", "- x") is plain text here.
      let plain = [MarkdownNode(.text, literal: String(decoding: text, as: UTF8.self), lines: line...line)]
      let children = inlines ?? (text.isEmpty ? [] : plain)
      row.children.append(MarkdownNode(.cell, lines: line...line, children: Inlines.extended(children)))
    }
    return row
  }
}
