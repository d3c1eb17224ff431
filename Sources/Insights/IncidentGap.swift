package import Bytes
package import Reviewing
package import Sanitizing

/// A testing gap of one incident, as far as it concerns the others.
package struct IncidentGap: Sendable, Hashable {
  package let key: GapKey
  package let component: SanitizedText
  /// What is missing, in one sentence.
  package let statement: SanitizedText

  package init(_ gap: TestingGap<SanitizedText>, of incident: Slug) {
    key = GapKey(gap, of: incident)
    component = gap.component
    statement = gap.statement.text
  }
}

/// A test that one incident's review asks for, as far as it concerns the others.
package struct IncidentTest: Sendable, Hashable {
  package let kind: TestKind
  package let scope: SanitizedText
  package let injection: SanitizedText
  package let success: SanitizedText
  /// Position among the incident's gaps of the one that it closes.
  package let closes: Int?
  /// What makes two scopes the same one.
  let place: Slug

  package init(_ test: RecommendedTest<SanitizedText>) {
    kind = test.kind
    scope = test.scope
    injection = test.injection
    success = test.success
    closes = test.closes
    place = Slug(test.scope.string)
  }
}

extension IncidentGap {
  package func write(to sheet: inout BinaryWriter) {
    sheet.add(key.mode.rawValue)
    sheet.add(key.kind.rawValue)
    sheet.add(key.component?.id ?? "")
    sheet.add(component.string)
    sheet.add(statement.string)
  }

  package init(from reader: inout TextArchive.Reader) {
    let mode = reader.values.named(FailureMode.self)
    let kind = reader.values.named(TestKind.self)
    key = GapKey(mode, kind, GapComponent(id: reader.values.text()))
    component = reader.text()
    statement = reader.text()
  }
}

extension IncidentTest {
  package func write(to sheet: inout BinaryWriter) {
    sheet.add(kind.rawValue)
    sheet.add(scope.string)
    sheet.add(injection.string)
    sheet.add(success.string)
    sheet.add(closes) { $0.add($1) }
    sheet.add(place.description)
  }

  package init(from reader: inout TextArchive.Reader) {
    kind = reader.values.named(TestKind.self)
    scope = reader.text()
    injection = reader.text()
    success = reader.text()
    closes = reader.values.optional { $0.number() }
    place = reader.values.slug()
  }
}
