import Bytes
package import Moments
package import Workspace

/// An incident's file to be filled in: front matter and the headings that reviewers and readers look for.
package struct NewIncident {
  private let title: String
  private let services: [String]
  private let severity: String?
  private let day: CivilDate
  private let isFolder: Bool

  package init(title: String, services: [String], severity: String?, day: CivilDate, isFolder: Bool) {
    self.title = title
    self.services = services
    self.severity = severity
    self.day = day
    self.isFolder = isFolder
  }

  package static func slug(_ title: String) -> String {
    title.contains { $0.isLetter || $0.isNumber } ? Slug(title).description : ""
  }

  /// - Returns: the new file's path from the repository's root.
  package func write(root: String, folder: String) throws(WorkspaceError) -> String {
    let name = "\(day.iso)-\(Self.slug(title))"
    let path = "\(folder)/\(name)" + (isFolder ? "/incident.md" : ".md")
    guard PosixFile.status("\(root)/\(folder)/\(name)") == nil, PosixFile.status("\(root)/\(path)") == nil
    else {
      throw WorkspaceError("'\(path)' is there already; choose another title")
    }
    do {
      let full = "\(root)/\(path)"
      try PosixFile.makeFolder(String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)]))
      try PosixFile.create(full, Array(text.utf8))
    } catch {
      throw WorkspaceError("'\(path)' could not be written: \(error)")
    }
    return path
  }

  private var text: String {
    """
    ---
    title: \(Self.quoted(title))
    started: \(day.iso)T00:00Z
    detected:
    mitigated:
    resolved:
    severity: \(severity.map(Self.quoted) ?? "")
    services: [\(services.map(Self.quoted).joined(separator: ", "))]
    tags: []
    ---

    ## Summary

    What users saw, how many, for how long.

    ## Timeline

    All times in UTC.

    - 00:00 The change or the fault
    - 00:00 The first signal, and who saw it
    - 00:00 What was tried
    - 00:00 Mitigated
    - 00:00 Resolved

    ## Root cause

    ## Impact

    ## What went well, what went badly

    ## Which tests ran before, and what they did not cover

    ## Follow-ups

    """
  }

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    let plain = text.map { $0.isNewline ? " " : $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
    return "\"\(plain)\""
  }
}
