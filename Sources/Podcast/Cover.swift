import Bytes
import Compression

/// The podcast's cover: a square picture from the portal's name and colour, as directories ask for (1,400 to 3,000 px).
///
/// Indexed colours and whole numbers: the same bytes for the same name, and far below the 512 KiB that clients accept.
package struct Cover: Sendable {
  package static let side = 1_500

  private let title: String
  private let accent: (red: UInt8, green: UInt8, blue: UInt8)

  /// - Parameter accent: `#0b5a6b`.
  package init(title: String, accent: String) {
    self.title = title
    let digits = accent.utf8.dropFirst(accent.hasPrefix("#") ? 1 : 0).compactMap { Hex.value($0) }
    self.accent =
      digits.count == 6
      ? (digits[0] << 4 | digits[1], digits[2] << 4 | digits[3], digits[4] << 4 | digits[5])
      : (0x0B, 0x5A, 0x6B)
  }

  /// 0 the ground, 1 the accent made lighter, 2 white.
  private var palette: [UInt8] {
    func lighter(_ value: UInt8) -> UInt8 { UInt8((Int(value) * 3 + 255 * 2) / 5) }
    return [
      accent.red, accent.green, accent.blue, lighter(accent.red), lighter(accent.green), lighter(accent.blue),
      255,
      255, 255,
    ]
  }

  package var png: [UInt8] {
    var pixels = [UInt8](repeating: 0, count: Self.side * Self.side)
    drawWave(&pixels)
    drawTitle(&pixels)
    return PNG.encoded(pixels, side: Self.side, palette: palette)
  }

  /// A trace that runs flat, breaks and comes back: what an incident looks like on every dashboard.
  private func drawWave(_ pixels: inout [UInt8]) {
    let heights = [2, 2, 3, 2, 2, 3, 2, 12, 30, 22, 38, 26, 14, 6, 3, 2, 3, 2, 2, 3, 2, 2]
    let step = (Self.side - 240) / heights.count
    for (index, height) in heights.enumerated() {
      let (left, size) = (120 + index * step, height * 9)
      fill(&pixels, left, 1_130 - size / 2, step - 16, size, 1)
    }
  }

  private func drawTitle(_ pixels: inout [UInt8]) {
    let lines = Self.lines(title)
    let longest = lines.map(\.count).max() ?? 1
    let scale = max(6, min(26, (Self.side - 240) / (longest * 6)))
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() {
        let glyph = Glyphs.rows(of: character)
        for y in 0..<7 {
          for x in 0..<5 where glyph[y] & (16 >> UInt8(x)) != 0 {
            fill(
              &pixels, 120 + (column * 6 + x) * scale, 160 + row * 10 * scale + y * scale, scale, scale, 2)
          }
        }
      }
    }
  }

  private func fill(_ pixels: inout [UInt8], _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: UInt8)
  {
    for row in max(0, y)..<min(Self.side, max(0, y) + max(0, height)) {
      for column in max(0, x)..<min(Self.side, max(0, x) + max(0, width)) {
        pixels[row * Self.side + column] = colour
      }
    }
  }

  /// At most four lines of at most sixteen characters, broken between words where there are any.
  static func lines(_ title: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in title.uppercased().split(whereSeparator: \.isWhitespace) {
      var rest = word
      while !rest.isEmpty {
        if !current.isEmpty, current.count + 1 + rest.count > 16 {
          lines.append(current)
          current = ""
        }
        let piece = rest.prefix(16)
        current += (current.isEmpty ? "" : " ") + piece
        rest = rest.dropFirst(piece.count)
      }
    }
    lines.append(current)
    return Array(lines.filter { !$0.isEmpty }.prefix(4))
  }
}

/// A PNG of four colours at most (RFC 2083).
enum PNG {
  static func encoded(_ pixels: [UInt8], side: Int, palette: [UInt8]) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(side * (side / 4 + 2))
    for row in 0..<side {
      rows.append(0)
      for start in stride(from: 0, to: side, by: 4) {
        var byte: UInt8 = 0
        for offset in 0..<4 {
          byte = byte << 2 | (start + offset < side ? pixels[row * side + start + offset] : 0)
        }
        rows.append(byte)
      }
    }
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    chunk("IHDR", word(side) + word(side) + [2, 3, 0, 0, 0], to: &png)
    chunk("PLTE", palette, to: &png)
    chunk("IDAT", Zlib.compressed(rows), to: &png)
    chunk("IEND", [], to: &png)
    return png
  }

  private static func chunk(_ name: String, _ data: [UInt8], to png: inout [UInt8]) {
    png += word(data.count)
    let content = Array(name.utf8) + data
    png += content + word(Int(Zlib.crc32(content)))
  }

  private static func word(_ value: Int) -> [UInt8] {
    [UInt8(value >> 24 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }
}

/// Glyphs of 5 × 7 points, a row a byte, the leftmost point the bit of 16.
enum Glyphs {
  static func rows(of character: Character) -> [UInt8] {
    if let rows = table[character] { return rows }
    // Letters with marks lose them; what is left is a box.
    let plain = String(character).unicodeScalars.first.flatMap { folded[Character($0)] }
    return plain.flatMap { table[$0] } ?? [31, 17, 17, 17, 17, 17, 31]
  }

  private static let folded: [Character: Character] = [
    "Ä": "A", "Á": "A", "À": "A", "Â": "A", "Å": "A", "Ã": "A", "Ç": "C", "É": "E", "È": "E", "Ê": "E",
    "Ë": "E",
    "Í": "I", "Ì": "I", "Î": "I", "Ñ": "N", "Ö": "O", "Ó": "O", "Ò": "O", "Ô": "O", "Ø": "O", "Ü": "U",
    "Ú": "U",
    "Ù": "U", "Û": "U", "Ý": "Y", "ß": "S", "–": "-", "—": "-", "’": "'",
  ]

  private static let table: [Character: [UInt8]] = [
    "A": [14, 17, 17, 31, 17, 17, 17], "B": [30, 17, 17, 30, 17, 17, 30], "C": [14, 17, 16, 16, 16, 17, 14],
    "D": [30, 17, 17, 17, 17, 17, 30], "E": [31, 16, 16, 30, 16, 16, 31], "F": [31, 16, 16, 30, 16, 16, 16],
    "G": [14, 17, 16, 23, 17, 17, 15], "H": [17, 17, 17, 31, 17, 17, 17], "I": [14, 4, 4, 4, 4, 4, 14],
    "J": [7, 2, 2, 2, 2, 18, 12], "K": [17, 18, 20, 24, 20, 18, 17], "L": [16, 16, 16, 16, 16, 16, 31],
    "M": [17, 27, 21, 21, 17, 17, 17], "N": [17, 17, 25, 21, 19, 17, 17], "O": [14, 17, 17, 17, 17, 17, 14],
    "P": [30, 17, 17, 30, 16, 16, 16], "Q": [14, 17, 17, 17, 21, 18, 13], "R": [30, 17, 17, 30, 20, 18, 17],
    "S": [15, 16, 16, 14, 1, 1, 30], "T": [31, 4, 4, 4, 4, 4, 4], "U": [17, 17, 17, 17, 17, 17, 14],
    "V": [17, 17, 17, 17, 17, 10, 4], "W": [17, 17, 17, 21, 21, 21, 10], "X": [17, 17, 10, 4, 10, 17, 17],
    "Y": [17, 17, 17, 10, 4, 4, 4], "Z": [31, 1, 2, 4, 8, 16, 31], "0": [14, 17, 19, 21, 25, 17, 14],
    "1": [4, 12, 4, 4, 4, 4, 14], "2": [14, 17, 1, 2, 4, 8, 31], "3": [31, 2, 4, 2, 1, 17, 14],
    "4": [2, 6, 10, 18, 31, 2, 2], "5": [31, 16, 30, 1, 1, 17, 14], "6": [6, 8, 16, 30, 17, 17, 14],
    "7": [31, 1, 2, 4, 8, 8, 8], "8": [14, 17, 17, 14, 17, 17, 14], "9": [14, 17, 17, 15, 1, 2, 12],
    " ": [0, 0, 0, 0, 0, 0, 0], "-": [0, 0, 0, 31, 0, 0, 0], ".": [0, 0, 0, 0, 0, 12, 12],
    ",": [0, 0, 0, 0, 12, 4, 8], ":": [0, 12, 12, 0, 12, 12, 0], "'": [12, 4, 8, 0, 0, 0, 0],
    "/": [0, 1, 2, 4, 8, 16, 0], "&": [12, 18, 20, 8, 21, 18, 13], "+": [0, 4, 4, 31, 4, 4, 0],
    "_": [0, 0, 0, 0, 0, 0, 31], "(": [2, 4, 8, 8, 8, 4, 2], ")": [8, 4, 2, 2, 2, 4, 8],
    "!": [4, 4, 4, 4, 4, 0, 4],
    "?": [14, 17, 1, 2, 4, 0, 4], "#": [10, 10, 31, 10, 31, 10, 10],
  ]
}
