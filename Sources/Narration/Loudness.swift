private import CEbur128
private import Glibc

/// Loudness by EBU R 128.
enum Loudness {
  /// What spoken mono is published at, in LUFS.
  static let target = -19.0
  /// The highest true peak, in dBTP, with room for what MP3 adds.
  private static let ceiling = -1.5
  /// How near is near enough, in LU.
  private static let tolerance = 0.1
  private static let mostRounds = 5

  /// The same sound at the target loudness: raised or lowered, and its highest peaks bent down where they would clip,
  /// again until it is right.
  static func normalized(_ wave: Waveform) -> Waveform {
    guard let (loudness, _) = measure(wave), loudness > -70 else { return wave }
    var gain = target - loudness
    var result = wave
    for _ in 0..<mostRounds {
      result = limited(wave, by: Decibels.factor(gain))
      guard let (reached, peak) = measure(result) else { return result }
      // A true peak lies between the samples: what is still over is turned down as a whole.
      let over = Decibels.of(peak) - ceiling
      if over > 0 {
        gain -= over
        result = limited(wave, by: Decibels.factor(gain))
        break
      }
      guard abs(target - reached) > tolerance else { break }
      gain += target - reached
    }
    return result
  }

  /// Raised by a factor; what comes near full scale is bent towards the ceiling without a corner.
  private static func limited(_ wave: Waveform, by factor: Double) -> Waveform {
    let top = Decibels.factor(ceiling - 0.5)
    let knee = top * 0.8
    return Waveform(
      samples: wave.samples.map { sample in
        let value = Double(sample) / 32_768 * factor
        let size = abs(value)
        let bent = size <= knee ? size : knee + (top - knee) * tanh((size - knee) / (top - knee))
        return Int16(clamping: Int(((value < 0 ? -bent : bent) * 32_768).rounded()))
      }, rate: wave.rate)
  }

  /// Integrated loudness in LUFS, and the greatest true peak as a factor of full scale.
  static func measure(_ wave: Waveform) -> (loudness: Double, peak: Double)? {
    let mode = Int32(EBUR128_MODE_I.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue)
    var state = unsafe ebur128_init(1, UInt(wave.rate), mode)
    guard unsafe state != nil else { return nil }
    defer { unsafe ebur128_destroy(&state) }
    guard unsafe ebur128_add_frames_short(state, wave.samples, wave.samples.count) == 0 else { return nil }
    var loudness = 0.0
    var peak = 0.0
    guard unsafe ebur128_loudness_global(state, &loudness) == 0,
      unsafe ebur128_true_peak(state, 0, &peak) == 0
    else { return nil }
    return (loudness, peak)
  }
}

private enum Decibels {
  static func of(_ factor: Double) -> Double { 20 * log10(max(factor, 1e-9)) }
  static func factor(_ decibels: Double) -> Double { pow(10, decibels / 20) }
}
