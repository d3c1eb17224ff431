import LocalModel
import Testing

@Suite("Where a request may go") struct EndpointTests {
  @Test(arguments: ["http://192.0.2.7/v1", "http://[2001:db8::1]/v1", "http://10.0.0.1:11434/v1"])
  func anotherHostIsRefusedBeforeAnythingIsSent(_ address: String) throws {
    let model = ChatModel(
      Endpoint(address: address, key: "k"), name: "m", stallSeconds: 2)
    let failure = #expect(throws: ModelFailure.self) { try model.available() }
    #expect(failure?.kind == .egress)
  }

  @Test func nobodyListeningIsUnreachable() throws {
    let model = ChatModel(
      Endpoint(address: "http://127.0.0.1:1/v1"), name: "m", stallSeconds: 2)
    let failure = #expect(throws: ModelFailure.self) { try model.available() }
    #expect(failure?.kind == .unreachable)
  }

  @Test func userAndPasswordOfAnAddressNeverShow() {
    let endpoint = Endpoint(address: "http://me:hidden@127.0.0.1/v1")
    #expect(endpoint.shown == "http://…@127.0.0.1/v1")
  }
}
