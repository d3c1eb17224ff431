private import CEbur128

/// Loudness by EBU R 128.
enum Loudness {
  /// What spoken mono is published at, in LUFS.
  static let target = -19.0
  /// The highest true peak, in dBTP.
  private static let ceiling = -1.0

  /// The same sound at the target loudness, turned down where its peaks would clip.
  static func normalized(_ wave: Waveform) -> Waveform {
    guard let (loudness, peak) = measure(wave), loudness > -70 else { return wave }
    let wanted = target - loudness
    let room = ceiling - Decibels.of(peak)
    let gain = Decibels.factor(min(wanted, room))
    return Waveform(
      samples: wave.samples.map { Int16(clamping: Int((Double($0) * gain).rounded())) }, rate: wave.rate)
  }

  /// Integrated loudness in LUFS, and the greatest true peak as a factor of full scale.
  static func measure(_ wave: Waveform) -> (loudness: Double, peak: Double)? {
    let mode = Int32(EBUR128_MODE_I.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue)
    var state = unsafe ebur128_init(1, UInt(wave.rate), mode)
    guard unsafe state != nil else { return nil }
    defer { unsafe ebur128_destroy(&state) }
    unsafe ebur128_set_channel(state, 0, Int32(EBUR128_DUAL_MONO.rawValue))
    guard unsafe ebur128_add_frames_short(state, wave.samples, wave.samples.count) == 0 else { return nil }
    var loudness = 0.0
    var peak = 0.0
    guard unsafe ebur128_loudness_global(state, &loudness) == 0,
      unsafe ebur128_true_peak(state, 0, &peak) == 0
    else { return nil }
    return (loudness, peak)
  }
}

private import Glibc

private enum Decibels {
  static func of(_ factor: Double) -> Double { 20 * log10(max(factor, 1e-9)) }
  static func factor(_ decibels: Double) -> Double { pow(10, decibels / 20) }
}
