import Bytes

/// Links that templates write out themselves, from the root of the site: `href="{{root}}gaps.html"`.
package enum TemplateLinks {
  package struct Broken: Sendable, Hashable {
    /// The template's file, from the folder of templates.
    package let file: String
    /// The 1-based line.
    package let line: Int
    /// The file that isn't there, from the site's root.
    package let target: String

    package init(file: String, line: Int, target: String) {
      (self.file, self.line, self.target) = (file, line, target)
    }
  }

  /// - Parameters:
  ///   - files: all templates by name; others than pages are passed over.
  ///   - isThere: whether the site has a file.
  package static func broken(in files: [String: [UInt8]], isThere: (String) -> Bool) -> [Broken] {
    files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }.flatMap { name, bytes in
      Lines(in: bytes).enumerated().flatMap { index, line in
        targets(String(decoding: bytes[line], as: UTF8.self)).filter { !isThere($0) }.map {
          Broken(file: name, line: index + 1, target: $0)
        }
      }
    }
  }

  /// Paths behind `{{root}}` in the attributes that lead somewhere, without query and anchor.
  private static func targets(_ line: String) -> [String] {
    ["href=\"{{root}}", "src=\"{{root}}"].flatMap { mark in
      line.ranges(of: mark).compactMap { range -> String? in
        let value = line[range.upperBound...].prefix { $0 != "\"" }
        // What a value makes up is as right as the value.
        let path = value.prefix { $0 != "?" && $0 != "#" }
        return path.isEmpty || path.contains("{{") ? nil : String(path)
      }
    }
  }
}
