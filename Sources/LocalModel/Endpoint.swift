/// Where a model's server is, and whether this build may talk to it.
package struct Endpoint: Sendable, Hashable {
  /// As in the settings, without a slash at the end: `http://localhost:11434/v1`.
  package let address: String
  package enum Reach: Sendable, Hashable {
    /// No socket at all.
    case nowhere
    /// This machine's own addresses.
    case loopback
    /// The host that the settings name, wherever it is.
    case named
  }

  package let reach: Reach
  private let key: String?

  package init(address: String, reach: Reach = .loopback, key: String? = nil) {
    self.address = address
    self.reach = reach
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
