private import CDefaults

/// The files of `templates/` as they were when the program was built.
package enum DefaultTemplates {
  /// Contents by path below `templates/`.
  package static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for index in 0..<hc_defaults_count() {
      guard let entry = unsafe hc_default_at(index), let path = unsafe entry.pointee.path else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: entry.pointee.bytes, count: entry.pointee.count)
      unsafe files[String(cString: path)] = Array(bytes)
    }
    return files
  }()
}
