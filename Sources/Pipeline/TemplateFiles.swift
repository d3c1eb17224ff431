import Bytes
import Defaults
import Workspace

/// The built-in templates with the repository's own put over them, file by file.
enum TemplateFiles {
  /// One of the files that are built in.
  static func builtIn(_ name: String) -> [UInt8] { DefaultTemplates.files[name] ?? [] }

  static func read(root: String) -> [String: [UInt8]] {
    var files = DefaultTemplates.files
    for path in paths(below: root + "/templates", prefix: "") {
      if let bytes = try? PosixFile.read(root + "/templates/" + path, limit: 4 << 20) { files[path] = bytes }
    }
    return files
  }

  private static func paths(below folder: String, prefix: String) -> [String] {
    PosixFile.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      switch PosixFile.status(folder + "/" + name)?.kind {
      case .folder: paths(below: folder + "/" + name, prefix: prefix + name + "/")
      case .file: [prefix + name]
      default: []
      }
    }
  }
}
