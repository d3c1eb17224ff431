import Foundation
import Testing

@testable import Narration

@Suite struct LoudnessTests {
  /// Two seconds of 997 Hz, at a factor of full scale.
  private func tone(_ factor: Double) -> Waveform {
    let samples = (0..<88_200).map { index in
      Int16((sin(Double(index) * 2 * .pi * 997 / 44_100) * factor * 32_767).rounded())
    }
    return Waveform(samples: samples, rate: 44_100)
  }

  @Test(arguments: [0.02, 0.1, 0.5]) func aToneComesToTheTarget(factor: Double) throws {
    let measured = try #require(Loudness.measure(Loudness.normalized(tone(factor))))
    #expect(abs(measured.loudness - Loudness.target) < 0.2)
  }

  @Test func monoIsMeasuredAsTheOneChannelThatItIs() throws {
    // A sine in both channels at -20 dBFS is at -20 LUFS (EBU Tech 3341); one channel alone is 3 LU less.
    let measured = try #require(Loudness.measure(tone(0.1)))
    #expect(abs(measured.loudness - -23) < 0.3)
  }

  /// Speech has peaks far above its loudness: they are bent, not the whole turned down.
  @Test func peaksDoNotKeepSpeechQuiet() throws {
    var samples = tone(0.03).samples
    for index in stride(from: 0, to: samples.count, by: 4_000) { samples[index] = 20_000 }
    let measured = try #require(
      Loudness.measure(Loudness.normalized(Waveform(samples: samples, rate: 44_100))))
    #expect(abs(measured.loudness - Loudness.target) < 0.5)
    #expect(20 * log10(measured.peak) <= -1)
  }

  @Test func peaksStayBelowTheCeiling() throws {
    var samples = tone(0.01).samples
    for index in stride(from: 0, to: samples.count, by: 9_000) { samples[index] = 30_000 }
    let measured = try #require(
      Loudness.measure(Loudness.normalized(Waveform(samples: samples, rate: 44_100))))
    #expect(measured.peak <= 0.9)
  }

  @Test func silenceStaysSilence() {
    let silence = Waveform(samples: [Int16](repeating: 0, count: 44_100), rate: 44_100)
    #expect(Loudness.normalized(silence).samples == silence.samples)
  }
}
