/// RIFF/WAVE with 16-bit samples of one channel, as voices write it to a pipe: its sizes may be wrong.
enum RIFF {
  static func read(_ bytes: [UInt8]) throws(VoiceFailure) -> Waveform {
    guard bytes.count > 44, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8) else {
      throw VoiceFailure("it wrote no WAVE sound")
    }
    var offset = 12
    var rate = 0
    while offset + 8 <= bytes.count {
      let size = number(bytes, offset + 4, 4)
      let start = offset + 8
      if bytes[offset..<(offset + 4)].elementsEqual("fmt ".utf8), start + 16 <= bytes.count {
        guard number(bytes, start, 2) == 1, number(bytes, start + 2, 2) == 1,
          number(bytes, start + 14, 2) == 16
        else {
          throw VoiceFailure("its sound isn't 16-bit mono")
        }
        rate = number(bytes, start + 4, 4)
      } else if bytes[offset..<(offset + 4)].elementsEqual("data".utf8), rate > 0 {
        let end = min(bytes.count, size <= 0 || start + size > bytes.count ? bytes.count : start + size)
        let samples = stride(from: start, to: end - 1, by: 2).map {
          Int16(truncatingIfNeeded: number(bytes, $0, 2))
        }
        guard !samples.isEmpty else { throw VoiceFailure("it wrote no sound") }
        return Waveform(samples: samples, rate: rate)
      }
      offset = start + size + size % 2
    }
    throw VoiceFailure("it wrote no sound")
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
