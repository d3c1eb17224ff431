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

  static func read(
    _ path: String, into condenser: inout Condenser, _ sanitizer: inout Sanitizer
  ) throws(Failure) -> Outcome {
    do {
      return try lines(path, into: &condenser, &sanitizer)
    } catch let failure as PosixFile.Failure {
      throw .unreadable(failure)
    } catch {
      throw .binary
    }
  }

  private static func lines(
    _ path: String, into condenser: inout Condenser, _ sanitizer: inout Sanitizer
  ) throws -> Outcome {
    var outcome = Outcome.read
    if let size = PosixFile.status(path)?.size, AttachmentText.isExport(path: path, size: size) {
      switch AttachmentText.export(RawText(try PosixFile.read(path))) {
      case .events(let events):
        condenser.addLines(sanitizer.clean(events.text), numbers: events.numbers)
        return .read
      case .unknown: outcome = .unknownExport
      case .lines: break
      }
    }
    var blocks = try LineBlocks(path)
    var attachment = AttachmentText()
    var isFirst = true
    while let block = try blocks.next() {
      guard let piece = attachment.read(block, isFirst: isFirst) else { throw Failure.binary }
      isFirst = false
      switch piece {
      case .lines(let text): condenser.addBlock(sanitizer.clean(text))
      case .events(let events): condenser.addLines(sanitizer.clean(events.text), numbers: events.numbers)
      }
    }
    return outcome
  }
}
