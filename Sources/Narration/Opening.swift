private import Glibc

/// Two short tones before the first word, a fourth apart, each fading in and out: how a listener knows that the next
/// episode begins.
enum Opening {
  private static let tones = [523.25, 698.46]
  /// Seconds of a tone, of the silence behind it, and of its fades.
  private static let length = 0.16
  private static let gap = 0.04
  private static let fade = 0.02
  /// Of full scale: well below speech, which is normalized together with it.
  private static let amplitude = 0.12

  /// - Parameter rate: samples a second.
  static func samples(rate: Int) -> [Int16] {
    tones.flatMap { tone -> [Int16] in
      let count = Int(length * Double(rate))
      let fading = fade * Double(rate)
      let sound = (0..<count).map { index -> Int16 in
        let edge = min(1, min(Double(index), Double(count - 1 - index)) / fading)
        let swing = sin(2 * Double.pi * tone * Double(index) / Double(rate))
        return Int16((swing * amplitude * edge * 32_767).rounded())
      }
      return sound + [Int16](repeating: 0, count: Int(gap * Double(rate)))
    }
  }
}
