import Bytes

/// A picture with what a reader without it needs.
struct Chart {
  let id: String
  let heading: String
  /// Made here, with all text in it escaped.
  let svg: String
  let caption: String
  let columns: [String]
  let rows: [[String]]

  var fields: Fields {
    [
      .id: id, .heading: heading, .svg: svg, .caption: caption,
      .columns: columns.map { Fields(dictionaryLiteral: (.name, $0)) },
      .rows: rows.map { row in
        Fields(dictionaryLiteral: (.cells, row.map { Fields(dictionaryLiteral: (.text, $0)) }))
      },
    ]
  }
}

struct Bar {
  let label: String
  /// From the bottom up, or from left to right.
  var parts: [Int]
}

/// Whole numbers only: the same bytes on every machine.
enum SVG {
  static func open(_ width: Int, _ height: Int, title: String) -> String {
    "<svg role=\"img\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" aria-label=\"\(Markup.escaped(title))\"><title>\(Markup.escaped(title))</title>"
  }

  static func text(_ text: String, _ x: Int, _ y: Int, anchor: String = "start") -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(Markup.escaped(text))</text>"
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> String {
    "<line class=\"axis\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>"
  }
}

enum Bars {
  private static let height = 170
  private static let base = 140
  private static let top = 16

  static func svg(_ bars: [Bar], _ title: String, isStacked: Bool = true) -> String {
    let most = bars.map { isStacked ? $0.parts.reduce(0, +) : $0.parts.max() ?? 0 }.max() ?? 0
    let step = bars.count > 12 ? 36 : 56
    let width = 48 + bars.count * step
    var svg = SVG.open(width, height, title: title) + SVG.line(40, base, width, base)
    svg += SVG.text("\(most)", 34, top + 4, anchor: "end") + SVG.text("0", 34, base + 4, anchor: "end")
    for (index, bar) in bars.enumerated() {
      let left = 46 + index * step
      svg += "<g><title>\(Markup.escaped(bar.label)): \(bar.parts.reduce(0, +))</title>"
      svg += isStacked ? stacked(bar, left, step - 10, most) : beside(bar, left, step - 10, most)
      svg += "</g>"
      if bars.count <= 12 || index % 3 == 0 { svg += SVG.text(bar.label, left, base + 18) }
    }
    return svg + "</svg>"
  }

  private static func stacked(_ bar: Bar, _ left: Int, _ width: Int, _ most: Int) -> String {
    var below = 0
    return bar.parts.enumerated().map { part, value in
      let (low, high) = (size(below, most), size(below + value, most))
      below += value
      return rectangle(part, left, base - high, width, high - low)
    }.joined()
  }

  private static func beside(_ bar: Bar, _ left: Int, _ width: Int, _ most: Int) -> String {
    let each = width / max(1, bar.parts.count)
    return bar.parts.enumerated().map { part, value in
      rectangle(part, left + part * each, base - size(value, most), each - 1, size(value, most))
    }.joined()
  }

  private static func rectangle(_ part: Int, _ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    height <= 0
      ? "" : "<rect class=\"s\(part + 1)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
  }

  private static func size(_ value: Int, _ most: Int) -> Int { most == 0 ? 0 : value * (base - top) / most }
}

/// One dot a value along a logarithmic axis.
enum Strip {
  static func svg(_ rows: [(name: String, values: [Int])], _ title: String) -> String {
    let marks = [(1, "1 min"), (10, "10 min"), (60, "1 h"), (360, "6 h"), (1_440, "1 d"), (14_400, "10 d")]
    let height = 40 + rows.count * 54
    var svg = SVG.open(640, height, title: title)
    for (minutes, label) in marks {
      svg +=
        SVG.line(x(minutes), 8, x(minutes), height - 24)
        + SVG.text(label, x(minutes), height - 8, anchor: "middle")
    }
    for (index, row) in rows.enumerated() {
      let y = 30 + index * 54
      svg += SVG.text(row.name, 4, y + 4)
      for value in row.values { svg += "<circle class=\"dot\" cx=\"\(x(value))\" cy=\"\(y)\" r=\"5\"/>" }
      if row.values.count >= 3 {
        let median = x(row.values[row.values.count / 2])
        svg += "<rect class=\"s4\" x=\"\(median - 1)\" y=\"\(y - 14)\" width=\"2\" height=\"28\"/>"
      }
    }
    return svg + "</svg>"
  }

  /// 90 at one minute, 620 at ten days. By doublings, so that no floating point decides a byte.
  private static func x(_ minutes: Int) -> Int {
    let value = max(1, min(14_400, minutes))
    let doublings = Int.bitWidth - 1 - value.leadingZeroBitCount
    let rest = (value - (1 << doublings)) * 1_000 / (1 << doublings)
    return 90 + (doublings * 1_000 + rest) * 530 / 13_758
  }
}

enum Arcs {
  struct Pair: Hashable {
    let left: Int
    let right: Int
  }

  static func svg(_ pairs: [(pair: Pair, weight: Int)], labels: [String]) -> String {
    let step = labels.count > 20 ? 28 : 44
    let furthest = pairs.map { $0.pair.right - $0.pair.left }.max() ?? 1
    let base = min(240, furthest * step / 2 + 14)
    let width = 40 + labels.count * step
    var svg = SVG.open(width, base + 30, title: "Incidents that went through the same gap, in order of time")
    svg += SVG.line(10, base, width - 10, base)
    for (pair, weight) in pairs {
      let (from, to) = (24 + pair.left * step, 24 + pair.right * step)
      let rise = max(10, min(base - 6, (to - from) / 2))
      svg +=
        "<path class=\"arc\" stroke-width=\"\(min(5, weight))\" d=\"M\(from) \(base)C\(from) \(base - rise * 4 / 3) \(to) \(base - rise * 4 / 3) \(to) \(base)\"/>"
    }
    for (index, label) in labels.enumerated() {
      svg +=
        "<circle class=\"dot\" cx=\"\(24 + index * step)\" cy=\"\(base)\" r=\"4\"><title>\(Markup.escaped(label))</title></circle>"
      if index % (labels.count > 20 ? 4 : 2) == 0 {
        svg += SVG.text(String(label.prefix(7)), 24 + index * step, base + 20, anchor: "middle")
      }
    }
    return svg + "</svg>"
  }
}
