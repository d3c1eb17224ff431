package import Bytes
package import Moments

/// One incident as it was committed: what is known of it, and its text, still raw.
package struct Incident: Sendable {
  /// The file's path from the repository's root.
  package let path: String
  package let slug: Slug
  /// The path under which Git first saw the file, which a rename doesn't change.
  package let permanentName: String
  package let title: Fact<RawText>
  /// When it began, to the precision known; for some incidents only the day.
  package let started: Fact<Moment>?
  package let detected: Fact<Moment>?
  /// When users no longer felt it, where that is told apart from the end.
  package let mitigated: Fact<Moment>?
  package let resolved: Fact<Moment>?
  /// Minutes of outage.
  package let minutes: Fact<Int>?
  package let severity: Fact<Severity>?
  package let services: [RawText]
  package let tags: [RawText]
  package let status: RawText?
  /// The whole file, front matter included, so that line numbers are the file's own.
  package let text: RawText
  /// The 1-based line where the narrative begins, after the front matter.
  package let firstNarrativeLine: Int
  package let attachments: [AttachmentFile]
  /// Not in Git yet.
  package let isDraft: Bool
  /// The last commit that touched it.
  package let lastChanged: Moment?
}

extension Incident {
  /// When it began, unless nothing but Git's history stands for it: good enough to sort by, not to be told.
  package var toldStart: Moment? {
    started.flatMap { $0.basis == .guessed(from: Dates.firstCommit) ? nil : $0.value }
  }
}

/// A file that belongs to an incident: logs, alert exports, metrics.
package struct AttachmentFile: Sendable, Hashable {
  /// From the repository's root.
  package let path: String
  package let size: Int

  package init(path: String, size: Int) {
    self.path = path
    self.size = size
  }
}

/// An incident's file as it stands in the working tree.
package struct IncidentFile: Sendable {
  package let path: String
  /// What its address is made from: the folder's or the file's name, with the folders above it for when two agree.
  package let name: String
  package let text: RawText
  package let attachments: [AttachmentFile]
  /// nil for a file that isn't in Git yet.
  package let history: History?

  package init(path: String, name: String, text: RawText, attachments: [AttachmentFile], history: History?) {
    self.path = path
    self.name = name
    self.text = text
    self.attachments = attachments
    self.history = history
  }
}

/// What Git knows of a file.
package struct History: Sendable, Hashable {
  /// The path it was added under, before any rename.
  package let firstPath: String
  package let added: Moment
  package let changed: Moment
  /// Who made the last change; nil where that would have to be asked for.
  package let author: RawText?

  package init(firstPath: String, added: Moment, changed: Moment, author: RawText? = nil) {
    self.firstPath = firstPath
    self.added = added
    self.changed = changed
    self.author = author
  }

  package func write(to sheet: inout BinaryWriter) {
    sheet.add(firstPath)
    sheet.add(added.seconds)
    sheet.add(changed.seconds)
  }

  /// Without the author: people's names are in no cache.
  package init(from reader: inout BinaryReader) {
    self.init(
      firstPath: reader.text(), added: Moment(seconds: reader.number()),
      changed: Moment(seconds: reader.number()))
  }
}
