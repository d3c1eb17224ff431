import Bytes
import Testing

@Suite("Digests")
struct DigestTests {
  @Test("The digest is SHA-256, in lower-case hexadecimal")
  func knownDigests() {
    #expect(Digest(of: "").hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(Digest(of: "abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(of: "abc").short == "ba7816bf8f01")
    #expect(Digest(of: "abc") == Digest(of: [0x61, 0x62, 0x63]))
  }

  @Test("Parts that join to the same bytes have different digests")
  func framing() {
    let lists: [[(name: String, bytes: [UInt8])]] = [
      [],
      [("", [])],
      [("a", [0x62, 0x63])],
      [("ab", [0x63])],
      [("a", [0x62]), ("", [0x63])],
      [("a", [0x62]), ("c", [])],
      [("c", []), ("a", [0x62])],
      [("a", Array("b1 c 0\n".utf8))],
      [("a", Array("b".utf8)), ("c", Array("".utf8))],
      [("a 1\nb", [])],
    ]
    // The ninth is the sixth again.
    #expect(Set(lists.map(Digest.init(parts:))).count == lists.count - 1)
  }

  @Test("Digests are ordered by their digits")
  func order() {
    #expect(Digest(of: "abc") < Digest(of: ""))
    #expect(!(Digest(of: "") < Digest(of: "")))
  }
}

@Suite("Identifiers made from names")
struct NameBasedIDTests {
  private static let dns: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  @Test(
    "They are the version 5 UUIDs that other programs make",
    arguments: [
      // RFC 9562, appendix A.4, then Python's uuid.uuid5.
      ("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
      ("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d"),
    ])
  func domainNames(_ name: String, _ expected: String) {
    #expect(NameBasedID(namespace: Self.dns, name: name).description == expected)
  }

  @Test("podcast:guid gives what the Podcasting 2.0 specification shows")
  func podcastNamespace() {
    let id = NameBasedID(namespace: NameBasedID.podcastNamespace, name: "mp3s.nashownotes.com/pc20rss.xml")
    #expect(id.description == "917393e3-1b1e-5cef-ace4-edaa54e1f810")
  }
}
