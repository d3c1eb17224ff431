import Foundation
import FoundationXML

/// A feed as a strict XML parser reads it: elements in order, with their attributes and texts.
final class FeedDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    /// Names of the elements around it, the outermost first.
    let path: [String]
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ xml: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(xml))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(name: name, path: open.map { elements[$0].name }, attributes: attributes))
    open.append(elements.count - 1)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }

  /// Elements of a name, in the channel itself or in its items.
  func all(_ name: String, in parent: String) -> [Element] {
    elements.filter { $0.name == name && $0.path.last == parent }
  }

  func texts(_ name: String, in parent: String) -> [String] { all(name, in: parent).map(\.text) }
}
