private import CLame

/// MPEG layer III to samples, for voices that can give nothing else.
enum MP3Decoder {
  /// - Throws: when `bytes` are no sound, or change their rate.
  static func decode(_ bytes: [UInt8]) throws(VoiceFailure) -> Waveform {
    guard let decoder = unsafe hip_decode_init() else { throw VoiceFailure("LAME has no memory") }
    defer { unsafe hip_decode_exit(decoder) }
    // What it complains of goes nowhere: the failure says it.
    unsafe hip_set_errorf(decoder) { _, _ in }
    unsafe hip_set_debugf(decoder) { _, _ in }
    unsafe hip_set_msgf(decoder) { _, _ in }
    var samples: [Int16] = []
    var header = mp3data_struct()
    var left = [Int16](repeating: 0, count: frameSamples)
    var right = left
    // Behind the end too: a frame is given out where the next one may begin.
    let bytes = bytes + [UInt8](repeating: 0, count: piece)
    // In pieces: "no samples" also says that a header has been read and the next call may give some.
    for start in stride(from: 0, to: bytes.count, by: piece) {
      var input = Array(bytes[start..<min(start + piece, bytes.count)])
      var offered = input.count
      while true {
        let count = unsafe hip_decode1_headers(decoder, &input, offered, &left, &right, &header)
        offered = 0
        guard count >= 0 else { throw VoiceFailure("it wrote a damaged MP3") }
        guard count > 0 else { break }
        samples += left[..<Int(count)]
      }
    }
    let rate = Int(header.samplerate)
    guard !samples.isEmpty, (8_000...96_000).contains(rate) else { throw VoiceFailure("it wrote no sound") }
    return Waveform(samples: samples, rate: rate)
  }

  /// In bytes.
  private static let piece = 1_024
  /// As many as one call may give.
  private static let frameSamples = 1_152 * 2
}
