package import Diagnostics

/// What keeps a build from starting or ending; its text says what to do.
package struct WorkspaceError: Error, CustomStringConvertible {
  package let diagnostic: Diagnostic

  package init(_ message: String, at location: SourceLocation? = nil) {
    diagnostic = .error(message, at: location)
  }

  package var description: String { diagnostic.description }
}
