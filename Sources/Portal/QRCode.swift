private import CQrencode

/// A QR code (ISO/IEC 18004) by libqrencode, as a picture that stands in the page itself.
enum QRCode {
  /// Inline SVG with a title; nil when the text is too long for a code.
  static func svg(_ text: String, title: String) -> String? {
    guard let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
    defer { unsafe QRcode_free(code) }
    let width = Int(unsafe code.pointee.width)
    guard let modules = unsafe code.pointee.data else { return nil }
    // Four modules of quiet around it; one path of unit squares, row by row.
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        var end = column
        while end < width, unsafe modules[row * width + end] & 1 == 1 { end += 1 }
        if end > column { path += "M\(column + 4) \(row + 4)h\(end - column)v1h-\(end - column)z" }
        column = max(end, column + 1)
      }
    }
    let side = width + 8
    return
      "<svg class=\"qr\" viewBox=\"0 0 \(side) \(side)\" role=\"img\" aria-label=\"\(title)\"><rect width=\"\(side)\" height=\"\(side)\" fill=\"#fff\"/><path d=\"\(path)\" fill=\"#000\"/></svg>"
  }
}
