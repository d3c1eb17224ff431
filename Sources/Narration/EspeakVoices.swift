import Subprocess

/// The English voices of espeak-ng, where it is installed.
package enum EspeakVoices {
  package static func english() async -> [String] {
    let result = try? await Subprocess.run(
      .name("espeak-ng"), arguments: ["--voices=en"], input: .none, output: .string(limit: 1 << 20),
      error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return [] }
    let names = result.standardOutput.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: " ").dropFirst().first.map(String.init)
    }
    return Array(Set(names)).sorted()
  }
}
