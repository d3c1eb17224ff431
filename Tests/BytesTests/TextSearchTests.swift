import Bytes
import Testing

@Suite("Bytes in texts") struct TextSearchTests {
  @Test(arguments: [
    ("see [this](that)", "](", true), ("see [this] (that)", "](", false), ("", "](", false),
    ("](", "](", true),
    ("]", "](", false), ("aab", "ab", true), ("größe", "öß", true), ("anything", "", true),
  ]) func areFoundWhereTheyStandInARow(_ text: String, _ needle: String, _ isThere: Bool) {
    #expect(text.contains(bytes: needle) == isThere)
  }

  @Test(arguments: [
    ("a%20b", "a b"), ("%C3%9Cber.md", "Über.md"), ("plain", "plain"), ("100%", nil), ("%zz", nil),
    ("%4", nil),
  ]) func anAddressIsDecodedOrRefused(_ text: String, _ decoded: String?) {
    #expect(PercentCoding.decoded(text).map { String(decoding: $0, as: UTF8.self) } == decoded)
  }
}
