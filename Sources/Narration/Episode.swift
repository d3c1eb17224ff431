/// A spoken summary: the sound, and when each sentence is said.
package struct Episode: Sendable, Hashable, Codable {
  package struct Cue: Sendable, Hashable, Codable {
    /// Milliseconds from the start.
    package let start: Int
    package let end: Int
    /// As on the page.
    package let text: String
    /// Who says it in a talk.
    package let speaker: SpokenScript.Speaker?

    package init(start: Int, end: Int, text: String, speaker: SpokenScript.Speaker? = nil) {
      self.start = start
      self.end = end
      self.text = text
      self.speaker = speaker
    }
  }

  package let cues: [Cue]
  /// Milliseconds, of the sound as it is decoded.
  package let duration: Int
  /// Which voice said it: `flite rms`.
  package let voice: String
  /// MPEG-1 layer III, 44.1 kHz, mono, 64 kbit/s, with ID3v2 and a Xing header.
  package let mp3: [UInt8]

  package init(cues: [Cue], duration: Int, voice: String, mp3: [UInt8]) {
    self.cues = cues
    self.duration = duration
    self.voice = voice
    self.mp3 = mp3
  }
}

/// Sound as a voice makes it: one channel of 16-bit samples.
package struct Waveform: Sendable {
  package let samples: [Int16]
  /// Samples a second.
  package let rate: Int

  /// The same at another pitch, as another person's: slower and deeper below 1.
  func pitched(by factor: Double) -> Waveform {
    let count = Int(Double(samples.count) / factor)
    let pitched = (0..<count).map { index -> Int16 in
      let place = Double(index) * factor
      let left = min(Int(place), samples.count - 1)
      let right = min(left + 1, samples.count - 1)
      let share = place - Double(left)
      return Int16(Double(samples[left]) * (1 - share) + Double(samples[right]) * share)
    }
    return Waveform(samples: pitched, rate: rate)
  }

  package init(samples: [Int16], rate: Int) {
    self.samples = samples
    self.rate = rate
  }
}
