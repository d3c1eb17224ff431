import Bytes

/// XML line by line; texts and attributes are escaped.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes.append(10)
  }

  mutating func element(_ name: String, _ text: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    bytes.append(0x3E)
    Markup.append(text, to: &bytes)
    line("</\(name)>")
  }

  /// Markup as character data.
  mutating func data(_ name: String, _ text: String) {
    line("<\(name)><![CDATA[\(text.replacing("]]>", with: "]]&gt;"))]]></\(name)>")
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    line("/>")
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    bytes += "<\(name)".utf8
    for (attribute, value) in attributes {
      bytes += " \(attribute)=\"".utf8
      Markup.append(value, to: &bytes)
      bytes.append(0x22)
    }
  }
}
