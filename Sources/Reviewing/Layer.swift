/// Where in the system a test runs that should have caught something.
package enum Layer: String, Sendable, Hashable, Codable, CaseIterable {
  case unit, component, service, system, production
}
