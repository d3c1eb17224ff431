import Bytes
import Insights
import Reviewing
import Sanitizing

/// What parts of the site show, as digests: a part whose digest is the old one is left as it is.
extension Portal {
  static func digest(of digests: [Digest]) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(digests) { $0.add($1) }
    return Digest(of: sheet.bytes)
  }

  /// Of a gap with the incidents that it let through.
  func digest(_ entry: GapIndex.Entry) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(entry.id)
    sheet.add(entry.component.string)
    entry.state.write(to: &sheet)
    sheet.add(entry.sightings) { sheet, sighting in
      sheet.add(sighting.statement.string)
      sheet.add(positions[sighting.slug]) { $0.add(incidents[$1].digest) }
    }
    return Digest(of: sheet.bytes)
  }

  /// Of a gap's own page.
  ///
  /// - Parameter digests: of the index's entries, in its order.
  func digest(_ entry: GapIndex.Entry, _ digests: [Digest], _ tests: [TestPlan.Item]) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(index.family(of: entry)) { $0.add(digests[$1]) }
    sheet.add(entry.id)
    sheet.add(tests) { sheet, test in
      sheet.add(test.kind.rawValue)
      for text in [test.scope, test.injection, test.success] { sheet.add(text.string) }
    }
    return Digest(of: sheet.bytes)
  }

  /// Of a page that lists incidents and the gaps that they went through.
  func digest(_ group: Group, _ digests: [Digest]) -> Digest {
    var sheet = BinaryWriter()
    sheet.add(group.name)
    sheet.add(group.members) { $0.add($1.digest) }
    sheet.add(group.gaps) { $0.add(digests[$1]) }
    return Digest(of: sheet.bytes)
  }
}
