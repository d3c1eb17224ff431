private import CFlite
private import Glibc
import Synchronization

/// A voice that is built in: flite's.
package enum FliteVoice: String, Sendable, Hashable, CaseIterable {
  case rms, slt, awb, kal16

  /// Who answers it in a talk.
  var partner: FliteVoice { self == .slt ? .rms : .slt }

  /// As pages name it: `flite rms`.
  package var name: String { "flite \(rawValue)" }

  /// flite keeps tables of its own while it speaks: one sentence at a time in the whole process.
  private static let speaking = Mutex(false)

  /// - Throws: when flite makes no sound of the text.
  package func speak(_ text: String) throws(VoiceFailure) -> Waveform {
    let wave = Self.speaking.withLock { isReady -> Waveform? in
      if !isReady {
        _ = flite_init()
        isReady = true
      }
      // flite draws its breath from the C library's random numbers: the same ones for each sentence, so that the order
      // in which sentences are spoken doesn't change a byte.
      srand(1)
      guard let voice = unsafe registered(), let wave = unsafe flite_text_to_wave(text, voice)
      else { return nil }
      defer { unsafe delete_wave(wave) }
      let count = Int(unsafe wave.pointee.num_samples) * Int(unsafe wave.pointee.num_channels)
      let samples = unsafe Array(UnsafeBufferPointer(start: wave.pointee.samples, count: count))
      return Waveform(samples: samples, rate: Int(unsafe wave.pointee.sample_rate))
    }
    guard let wave, !wave.samples.isEmpty else { throw VoiceFailure("flite made no sound") }
    return wave
  }

  private func registered() -> UnsafeMutablePointer<cst_voice>? {
    switch self {
    case .rms: unsafe register_cmu_us_rms(nil)
    case .slt: unsafe register_cmu_us_slt(nil)
    case .awb: unsafe register_cmu_us_awb(nil)
    case .kal16: unsafe register_cmu_us_kal16(nil)
    }
  }
}

/// Why a voice could not speak.
package struct VoiceFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
