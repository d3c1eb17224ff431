import Bytes
package import Diagnostics
import Incidents
import Portal
import Reviewing
package import Workspace

/// One incident's review, taken out of the build: to accept it, or to hold two reviewers against each other.
extension Build {
  /// What `accept` wrote.
  package struct Accepted: Sendable {
    /// From the repository's root.
    package let path: String
    package let diagnostics: [Diagnostic]
  }

  /// Writes the review of the incident at this address as Markdown beside it, for people to edit and commit.
  package func accept(_ slug: String, replacing: Bool) async throws(WorkspaceError) -> Accepted {
    let one = try await only(slug)
    let path = one.entry.reviewPath
    let full = one.folder.root + "/" + path
    guard replacing || PosixFile.status(full) == nil else {
      throw WorkspaceError(
        "there is an accepted review already; edit it, or write it anew with --force",
        at: SourceLocation(path))
    }
    guard let file = one.folder.file(one.entry).file else {
      throw WorkspaceError("the incident is not readable", at: SourceLocation(one.entry.path))
    }
    let incident = one.incident
    let text =
      AcceptedReview.frontMatter(digest: file.text.digest, engine: incident.provenance.writer)
      + ReviewDocument(incident.evidence).markdown(incident.review, title: incident.card.title.value)
    do {
      try PosixFile.replace(full, Array(text.utf8))
    } catch {
      throw WorkspaceError("the review can't be written: \(error)", at: SourceLocation(path))
    }
    return Accepted(path: path, diagnostics: one.diagnostics)
  }

  /// The review as Markdown, by the reviewer of this build's settings, whatever people accepted.
  package func draft(_ slug: String) async throws(WorkspaceError) -> (
    writer: String, markdown: String, diagnostics: [Diagnostic]
  ) {
    let one = try await only(slug)
    let document = ReviewDocument(one.incident.evidence)
    return (
      one.incident.provenance.writer,
      document.markdown(one.incident.review, title: one.incident.card.title.value), one.diagnostics
    )
  }
}
