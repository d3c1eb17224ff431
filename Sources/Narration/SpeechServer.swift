/// A server that turns text into sound; who asks it, and where it may be, is the caller's business.
package struct SpeechServer: Sendable, Hashable {
  /// As pages name it: `kokoro af_sky`.
  package let name: String
  /// Fit for a record of who was asked.
  package let address: String
  private let ask: @Sendable (String) throws(VoiceFailure) -> [UInt8]

  /// - Parameter ask: a WAVE sound of 16-bit samples in one channel; blocks.
  package init(
    name: String, address: String, ask: @escaping @Sendable (String) throws(VoiceFailure) -> [UInt8]
  ) {
    self.name = name
    self.address = address
    self.ask = ask
  }

  func speak(_ text: String) throws(VoiceFailure) -> [UInt8] { try ask(text) }

  package static func == (left: SpeechServer, right: SpeechServer) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
