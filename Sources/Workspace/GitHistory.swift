import Bytes
import Incidents
import Moments

/// What Git's history says of the files below the incidents folder, as of one commit.
struct GitHistory: Sendable {
  private let commit: String
  /// By present path.
  private(set) var files: [String: History]

  private static let stage = "histories"

  /// Git's log takes seconds for ten thousand commits: what it said up to a commit is kept, without names of people, and only
  /// what came after is asked for.
  ///
  /// - Parameters:
  ///   - commit: the present one.
  ///   - cache: nil asks for all of it.
  static func read(
    _ git: Git, below folder: String, _ commit: String, _ cache: Cache?
  ) async throws(WorkspaceError) -> GitHistory {
    guard let cache else {
      return GitHistory(commit: commit, files: read(try await git.log(below: folder), after: [:]))
    }
    let key = Digest(of: folder)
    var known = cache.entry(stage, key).flatMap { GitHistory($0) }
    if let known, known.commit == commit { return known }
    // Where branches were merged, Git lists what came after among what was there before.
    if let commit = known?.commit, !(await git.isInRow(since: commit)) { known = nil }
    let log = try await git.log(below: folder, since: known?.commit)
    let history = GitHistory(commit: commit, files: read(log, after: known?.files ?? [:]))
    // The next build would only ask again.
    try? cache.store(history.bytes, stage, key)
    return history
  }

  private init(commit: String, files: [String: History]) {
    self.commit = commit
    self.files = files
  }

  private var bytes: [UInt8] {
    var sheet = BinaryWriter()
    sheet.add(commit)
    sheet.add(files.sorted { $0.key < $1.key }) { sheet, file in
      sheet.add(file.key)
      file.value.write(to: &sheet)
    }
    return sheet.bytes
  }

  private init?(_ bytes: [UInt8]) {
    var reader = BinaryReader(bytes[...])
    commit = reader.text()
    let files = reader.list { ($0.text(), History(from: &$0)) }
    guard reader.isWhole else { return nil }
    self.files = Dictionary(files, uniquingKeysWith: { first, _ in first })
  }

  /// Reads what `Git.log` gives.
  private static func read(_ output: [UInt8], after known: [String: History]) -> [String: History] {
    var histories = known
    var time = Moment(seconds: 0)
    var author: RawText?
    var fields = output.split(separator: 0)[...]
    while let field = fields.popFirst() {
      var status = field[...]
      while status.first == 10 { status = status.dropFirst() }
      if status.first == 1 {
        // "\u{1}1700000000 Jo\n\nA" or the time and the author alone.
        let digits = status.dropFirst().prefix(while: ASCII.isDigit)
        time = Moment(seconds: ASCII.number(digits) ?? 0)
        status = status.dropFirst(1 + digits.count)
        let name = status.prefix { $0 != 10 }
        author = RawText(Array(name.dropFirst()))
        status = status.dropFirst(name.count)
        while status.first == 10 { status = status.dropFirst() }
        if status.isEmpty { continue }
      }
      guard let kind = status.first, let first = fields.popFirst() else { continue }
      let path = String(decoding: first, as: UTF8.self)
      switch kind {
      case UInt8(ascii: "R"), UInt8(ascii: "C"):
        guard let second = fields.popFirst() else { continue }
        let new = String(decoding: second, as: UTF8.self)
        let old = histories[path]
        if kind == UInt8(ascii: "R") { histories[path] = nil }
        histories[new] = History(
          firstPath: old?.firstPath ?? path, added: old?.added ?? time, changed: time, author: author)
      case UInt8(ascii: "D"): histories[path] = nil
      default:
        let old = histories[path]
        histories[path] = History(
          firstPath: old?.firstPath ?? path, added: old?.added ?? time, changed: time, author: author)
      }
    }
    return histories
  }
}
