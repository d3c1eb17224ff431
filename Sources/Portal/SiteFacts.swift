/// What all pages share.
package struct SiteFacts: Sendable {
  package let title: String
  package let description: String
  package let language: String
  /// Absolute address without a slash at the end, where one is set.
  package let baseURL: String?
  /// Where a file can be edited, with `{path}` for its path in the repository.
  package let editURL: String?
  /// `incidents/gaps.yaml`, as pages name it to people.
  package let ledgerPath: String
  /// The commit that the site is built from.
  package let commit: String?
  package let version: String
  /// Short digests of the stylesheet and the script, so that browsers keep them until they change.
  package let styleDigest: String
  package let scriptDigest: String

  package init(
    title: String, description: String, language: String, baseURL: String?, editURL: String?,
    ledgerPath: String,
    commit: String?, version: String, styleDigest: String, scriptDigest: String
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.baseURL = baseURL
    self.editURL = editURL
    self.ledgerPath = ledgerPath
    self.commit = commit
    self.version = version
    self.styleDigest = styleDigest
    self.scriptDigest = scriptDigest
  }

  /// The path part of the base address with a slash at its end: `/` or `/incidents/`.
  var basePath: String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    return (rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "") + "/"
  }
}
