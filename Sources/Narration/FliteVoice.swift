private import CFlite
private import Glibc
import Synchronization

/// The voice that is built in: flite's cmu_us_rms.
package struct FliteVoice: Sendable {
  package static let name = "flite rms"

  /// flite keeps tables of its own while it speaks: one sentence at a time in the whole process.
  private static let speaking = Mutex(false)

  package init() {}

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
      guard let voice = unsafe register_cmu_us_rms(nil), let wave = unsafe flite_text_to_wave(text, voice)
      else { return nil }
      defer { unsafe delete_wave(wave) }
      let count = Int(unsafe wave.pointee.num_samples) * Int(unsafe wave.pointee.num_channels)
      let samples = unsafe Array(UnsafeBufferPointer(start: wave.pointee.samples, count: count))
      return Waveform(samples: samples, rate: Int(unsafe wave.pointee.sample_rate))
    }
    guard let wave, !wave.samples.isEmpty else { throw VoiceFailure("flite made no sound") }
    return wave
  }
}

/// Why a voice could not speak.
package struct VoiceFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
