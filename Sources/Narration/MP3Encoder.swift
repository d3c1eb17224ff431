private import CLame

/// LAME: samples to MPEG-1 layer III, 44.1 kHz mono at 64 kbit/s, with a Xing header so that players know the length.
enum MP3Encoder {
  static let rate = 44_100
  private static let kilobits: Int32 = 64

  static func encode(_ wave: Waveform) throws(VoiceFailure) -> [UInt8] {
    guard let lame = unsafe lame_init() else { throw VoiceFailure("LAME has no memory") }
    defer { unsafe lame_close(lame) }
    unsafe lame_set_num_channels(lame, 1)
    unsafe lame_set_mode(lame, MONO)
    unsafe lame_set_in_samplerate(lame, Int32(wave.rate))
    unsafe lame_set_out_samplerate(lame, Int32(rate))
    unsafe lame_set_brate(lame, kilobits)
    // At this rate LAME turns everything down by 5 % of its own accord.
    unsafe lame_set_scale(lame, 1 / 0.95)
    unsafe lame_set_VBR(lame, vbr_off)
    unsafe lame_set_quality(lame, 5)
    unsafe lame_set_bWriteVbrTag(lame, 1)
    // The tag is put in front later: LAME writes no chapters, and the Xing frame must be the first of the sound.
    unsafe lame_set_write_id3tag_automatic(lame, 0)
    guard unsafe lame_init_params(lame) >= 0 else { throw VoiceFailure("LAME refuses \(wave.rate) Hz") }
    var sound = try unsafe frames(lame, wave)
    let xing = unsafe tail(lame) { lame, buffer, size in unsafe lame_get_lametag_frame(lame, buffer, size) }
    guard !xing.isEmpty, sound.count >= xing.count else { throw VoiceFailure("LAME wrote no Xing header") }
    sound.replaceSubrange(0..<xing.count, with: xing)
    return sound
  }

  private static func frames(_ lame: lame_t, _ wave: Waveform) throws(VoiceFailure) -> [UInt8] {
    var sound: [UInt8] = []
    var offset = 0
    let step = 16_384
    while offset < wave.samples.count {
      var samples = Array(wave.samples[offset..<min(offset + step, wave.samples.count)])
      let room = samples.count * 44_100 / wave.rate * 5 / 4 + 7_200
      var written: Int32 = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        unsafe written = lame_encode_buffer(
          lame, &samples, &samples, Int32(samples.count), buffer.baseAddress, Int32(room))
        count = max(0, Int(written))
      }
      guard written >= 0 else { throw VoiceFailure("LAME failed (\(written))") }
      sound += part
      offset += step
    }
    var written: Int32 = 0
    let last = unsafe [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
      unsafe written = lame_encode_flush(lame, buffer.baseAddress, 16_384)
      count = max(0, Int(written))
    }
    guard written >= 0 else { throw VoiceFailure("LAME failed (\(written))") }
    return sound + last
  }

  private static func tail(_ lame: lame_t, _ get: (lame_t, UnsafeMutablePointer<UInt8>?, Int) -> Int)
    -> [UInt8]
  {
    let size = unsafe get(lame, nil, 0)
    guard size > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = min(size, unsafe get(lame, buffer.baseAddress, size))
    }
  }
}
