/// Where a model's server is, and whether this build may talk to it.
package struct Endpoint: Sendable, Hashable {
  /// As in the settings, without a slash at the end: `http://localhost:11434/v1`.
  package let address: String
  /// True only when the settings name the host and allow it; otherwise the socket goes to this machine or nowhere.
  package let allowsEgress: Bool
  private let key: String?

  package init(address: String, allowsEgress: Bool, key: String?) {
    self.address = address
    self.allowsEgress = allowsEgress
    self.key = key
  }

  var authorization: String? { key.map { "Authorization: Bearer \($0)" } }

  /// The address without user and password, fit for a message.
  package var shown: String {
    guard let scheme = address.split(separator: "://", maxSplits: 1).first,
      let at = address.firstIndex(of: "@")
    else { return address }
    return "\(scheme)://…@\(address[address.index(after: at)...])"
  }
}
