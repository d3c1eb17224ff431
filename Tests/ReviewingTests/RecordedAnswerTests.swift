import Foundation
import Reviewing
import Testing

/// Answers of a real model of 1.5 billion parameters to one incident, as it gave them. They lie beside the project
/// and aren't part of it.
@Suite("Recorded answers of a real model") struct RecordedAnswerTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/model-answers").standardizedFileURL

  private static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(.enabled(if: isThere, "the recorded answers are not beside the project"), arguments: 1...10)
  func nothingThatTheIncidentDoesNotSayIsLeft(_ number: Int) throws {
    let name = number < 10 ? "0\(number)" : "\(number)"
    let incident = try String(contentsOf: Self.folder.appendingPathComponent("incident.txt"), encoding: .utf8)
    let answer = try String(contentsOf: Self.folder.appendingPathComponent("\(name).md"), encoding: .utf8)
    let evidence = Evidences.make(incident, day: nil)
    let facts = Evidences.facts(title: "checkout API outage", services: ["orders-service"])
    let draft = Evidences.review(incident)
    let review: Review<String>
    do {
      review = try AnswerParser(evidence, facts, draft: draft).review(answer)
    } catch {
      #expect(!error.description.isEmpty)
      return
    }
    let settled = Grounding(evidence, facts, draft: draft).settled(review).review
    let page =
      [settled.cause.statement.text, settled.audioSummary] + settled.timeline.map(\.statement.text)
      + settled.factors.map(\.text) + settled.gaps.map { $0.statement.text + $0.whyMissed }
    for text in page {
      let lowered = text.lowercased()
      #expect(!lowered.contains("unit test suite was skipped"), "\(text)")
      #expect(!lowered.contains("unit test suite was not"), "\(text)")
      #expect(!(lowered.contains("pool") && lowered.contains("resolved")), "\(text)")
    }
    if ProcessInfo.processInfo.environment["SHOW_REVIEWS"] != nil { dump(settled) }
  }
}
