import Testing

@testable import Sanitizing

@Suite struct AddressTests {
  @Test(arguments: [
    "from ⟦10.20.30.40⟧:443", "⟦192.168.0.1⟧", "⟦172.16.0.1⟧", "⟦172.31.255.254⟧", "⟦169.254.1.7⟧",
    "⟦100.64.3.2⟧",
    "10.0.0.0/8 holds ⟦10.9.8.7⟧".replacing("10.0.0.0/8", with: "⟦10.0.0.0⟧/8"), "[⟦fd12:3456:789a::1⟧]:443",
    "⟦fe80::1ff:fe23:4567:890a⟧%eth0", "⟦ip-10-20-3-4⟧ is down", "⟦ip-10-20-3-4.ec2.internal⟧",
    "⟦db01.prod.internal⟧:5432",
    "http://⟦grafana.corp⟧/d/1", "⟦orders.shop.svc.cluster.local⟧", "⟦printer.lan⟧",
    "⟦db.c9x.eu-west-1.rds.amazonaws.com⟧",
    "at ⟦ledger-01.int.acme.example⟧.", "nameserver ⟦192.168.14.2⟧", "Spark driver ⟦10.0.3.7⟧ lost",
    "server ⟦10.1.2.3⟧ down",
    "⟦00:1a:2b:3c:4d:5e⟧", "⟦00-1A-2B-3C-4D-5E⟧", "⟦001a.2b3c.4d5e⟧",
  ]) func internalAddressesVanish(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "127.0.0.1:8080", "0.0.0.0", "192.0.2.1", "198.51.100.7", "203.0.113.9", "8.8.8.8", "169.254.169.254",
    "172.15.0.1", "172.32.0.1", "100.128.0.1", "::1", "2001:db8::1", "std::fmt::Display", "a::b::c",
    "version 10.4.2.1", "AssemblyFileVersion(\"10.4.0.12\")", "v10.4.2.1", "Agent/10.4.2.1", "10.4.2",
    "1.10.20.30.40", "10.20.30.400",
    "www.example.com", "api.example.com", "com.acme.internal.Cache", "settings.local", "config.local()",
    "java.util.concurrent.TimeoutException", ".env.local", "SHA1 00:1a:2b:3c:4d:5e:6f:70", "12:34:56",
    "localhost:5432", "kube-system", "region eu-west-1",
  ]) func publicAndLoopbackAddressesStay(text: String) {
    #expect(Cleaning.text(text) == text)
  }

  @Test func aTeamsSuffixesAreInternalToo() {
    let book = RuleBook.make(internalSuffixes: ["acme.cloud", ".shop.example"]).book
    var sanitizer = Sanitizer(book)
    #expect(
      sanitizer.clean("db.acme.cloud x.shop.example y.example").string
        == "‹internal host 1› ‹internal host 2› y.example")
  }
}
