import Testing

@testable import Narration

@Suite struct RIFFTests {
  /// A WAVE file with the sizes that a caller wants it to claim.
  private func wave(
    _ samples: [Int16], dataSize: Int? = nil, format: Int = 1, channels: Int = 1, bits: Int = 16,
    extra: [UInt8] = []
  ) -> [UInt8] {
    let data = samples.flatMap { bytes(Int(UInt16(bitPattern: $0)), 2) }
    let head =
      bytes(format, 2) + bytes(channels, 2) + bytes(22_050, 4) + bytes(44_100, 4) + bytes(2, 2)
      + bytes(bits, 2)
    return Array("RIFF".utf8) + bytes(0, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4) + head + extra
      + Array("data".utf8) + bytes(dataSize ?? data.count, 4) + data
  }

  private func bytes(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func samples(_ bytes: [UInt8]) -> [Int16]? { try? RIFF.read(bytes).samples }

  @Test func readsSamplesAndRate() throws {
    let read = try RIFF.read(wave([0, 1, -1, .max, .min]))
    #expect(read.samples == [0, 1, -1, .max, .min] && read.rate == 22_050)
  }

  @Test(arguments: [0, 4, 0x7FFF_F000, 0xFFFF_FFFF]) func aPipesWrongSizeIsMended(size: Int) {
    #expect(samples(wave([1, 2, 3], dataSize: size)) == (size == 4 ? [1, 2] : [1, 2, 3]))
  }

  @Test func otherChunksAreSkippedOddOnesWithTheirPadding() {
    let list = Array("LIST".utf8) + bytes(3, 4) + [1, 2, 3, 0]
    #expect(samples(wave([7, 8], extra: list)) == [7, 8])
  }

  @Test(arguments: [2, 3]) func otherFormatsAreRefused(format: Int) {
    #expect(throws: VoiceFailure.self) { _ = try RIFF.read(wave([1], format: format)) }
  }

  @Test func stereoAndOtherWidthsAreRefused() {
    #expect(throws: VoiceFailure.self) { _ = try RIFF.read(wave([1, 2], channels: 2)) }
    #expect(throws: VoiceFailure.self) { _ = try RIFF.read(wave([1, 2], bits: 8)) }
  }

  @Test func whatIsNoWaveIsRefused() {
    for bytes in [[], Array("RIFF".utf8), Array("not a wave".utf8), [UInt8](repeating: 0, count: 100)] {
      #expect(throws: VoiceFailure.self) { _ = try RIFF.read(bytes) }
    }
  }

  @Test func cutAnywhereItNeverCrashes() {
    let whole = wave([1, 2, 3, 4, 5])
    for end in whole.indices {
      let count = samples(Array(whole[..<end]))?.count ?? 0
      #expect(count < 5)
    }
  }

  @Test func aHugeChunkBeforeTheSoundIsNoSound() {
    let list = Array("LIST".utf8) + bytes(0xFFFF_FFF0, 4)
    #expect(throws: VoiceFailure.self) { _ = try RIFF.read(wave([1, 2, 3], extra: list)) }
  }
}
