import Defaults
import Foundation
import Testing

@Suite("The house rules") struct HouseRulesTests {
  private func sources() throws -> [(path: String, text: String)] {
    let root = Sandbox.packageRoot.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".swift")
    }
    return try names.map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) }
  }

  @Test func rawTextIsUnsealedInIncidentsAndSanitizingOnly() throws {
    let others = try sources().filter { path, text in
      text.contains("unsealed()")
        && !["Incidents/", "Sanitizing/", "Bytes/RawText.swift"].contains { path.hasPrefix($0) }
    }
    #expect(others.map(\.path).isEmpty)
  }

  @Test func onlySanitizingMakesSanitizedText() throws {
    let others = try sources().filter {
      $0.text.contains("SanitizedText(cleaned:") && !$0.path.hasPrefix("Sanitizing/")
    }
    #expect(others.map(\.path).isEmpty)
  }

  @Test func onlyTheRoomsForItDoInputAndOutput() throws {
    let io = ["import Glibc", "import Subprocess", "import CCurl", "import FlyingFox"]
    let allowed = ["Workspace/", "LocalModel/", "Narration/", "Preview/", "hindcast/"]
    let others = try sources().filter { path, text in
      io.contains { text.contains($0) } && !allowed.contains { path.hasPrefix($0) }
    }
    #expect(others.map(\.path).isEmpty)
  }

  @Test func nothingEscapesTheCompilersGuarantees() throws {
    let escapes = [
      "@unchecked Sendable", "nonisolated(unsafe)", "Task.detached", "try!", "as!", "fatalError(",
    ]
    let found = try sources().flatMap { path, text in
      escapes.filter { text.contains($0) }.map { "\(path): \($0)" }
    }
    #expect(found.isEmpty)
  }

  @Test func everyTemplateIsBuiltIntoTheBinary() throws {
    let root = Sandbox.packageRoot.appendingPathComponent("templates")
    let files = try Sandbox.files(below: root)
    #expect(DefaultTemplates.files.mapValues { Data($0) } == files, "run scripts/embed-defaults.sh")
  }
}
