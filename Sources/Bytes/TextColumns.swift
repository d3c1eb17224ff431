/// Rows of cells below each other, as terminals show tables.
package enum TextColumns {
  /// - Parameter numbers: the columns whose cells stand at the right.
  package static func text(_ rows: [[String]], numbers: Set<Int> = []) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell -> String in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return numbers.contains(column) ? blanks + cell : column == row.count - 1 ? cell : cell + blanks
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
