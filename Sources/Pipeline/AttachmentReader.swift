import Bytes
import Condensing
import Incidents
import Sanitizing
import Workspace

/// A log or an export on its way from the disk to the evidence, cleaned as it streams by.
enum AttachmentReader {
  enum Failure: Error {
    case unreadable(PosixFile.Failure)
    case binary
  }

  enum Outcome {
    case read
    /// JSON of no tool that is known, read as lines.
    case unknownExport
  }

  /// One block is condensed while the next is read and cleaned. What was read before a failure is kept.
  static func read(
    _ path: String, into condenser: Condenser, _ sanitizer: inout Sanitizer
  ) async -> (condenser: Condenser, result: Result<Outcome, Failure>) {
    let bench = Bench(condenser)
    let result: Result<Outcome, Failure>
    do {
      result = .success(try await lines(path, onto: bench, &sanitizer))
    } catch let failure as PosixFile.Failure {
      result = .failure(.unreadable(failure))
    } catch {
      result = .failure(.binary)
    }
    return (await bench.condenser, result)
  }

  private static func lines(
    _ path: String, onto bench: Bench, _ sanitizer: inout Sanitizer
  ) async throws -> Outcome {
    var outcome = Outcome.read
    if let size = PosixFile.status(path)?.size, AttachmentText.isExport(path: path, size: size) {
      switch AttachmentText.export(RawText(try PosixFile.read(path))) {
      case .events(let events):
        await bench.add(sanitizer.clean(events.text), numbers: events.numbers)
        return .read
      case .unknown: outcome = .unknownExport
      case .lines: break
      }
    }
    var blocks = try LineBlocks(path)
    var attachment = AttachmentText()
    var piece = try clean(&blocks, &attachment, &sanitizer, isFirst: true)
    while let current = piece {
      async let added: Void = bench.add(current.text, numbers: current.numbers)
      piece = try clean(&blocks, &attachment, &sanitizer, isFirst: false)
      await added
    }
    return outcome
  }

  private static func clean(
    _ blocks: inout LineBlocks, _ attachment: inout AttachmentText, _ sanitizer: inout Sanitizer,
    isFirst: Bool
  ) throws -> (text: SanitizedText, numbers: [Int]?)? {
    guard let block = try blocks.next() else { return nil }
    guard let piece = attachment.read(block, isFirst: isFirst) else { throw Failure.binary }
    return switch piece {
    case .lines(let text): (sanitizer.clean(text), nil)
    case .events(let events): (sanitizer.clean(events.text), events.numbers)
    }
  }

  /// Where a condenser lies while blocks are handed to it.
  private actor Bench {
    private(set) var condenser: Condenser

    init(_ condenser: Condenser) { self.condenser = condenser }

    func add(_ text: SanitizedText, numbers: [Int]?) {
      if let numbers {
        condenser.addLines(text, numbers: numbers)
      } else {
        condenser.addBlock(text)
      }
    }
  }
}
