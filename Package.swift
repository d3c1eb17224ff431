// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house: see Sources/README.md for what each one is for.
///
/// - Parameter isHot: byte loops over megabytes, which the tests too would wait for without optimization.
func room(_ name: String, isHot: Bool = false, _ dependencies: [Target.Dependency] = []) -> Target {
  let optimized: [SwiftSetting] = isHot ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  return .target(name: name, dependencies: dependencies, swiftSettings: strict + optimized)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "hindcast",
  products: [.executable(name: "hindcast", targets: ["hindcast"])],
  dependencies: [
    // Subcommands, flags, help and shell completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // hindcast.yaml, front matter and the playbook, with line numbers for diagnostics.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // The reference that our compiled templates are held to in the tests; the program itself does without it.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // SHA-256 for cache keys and provenance, SHA-1 for version 5 UUIDs.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // The preview's HTTP on loopback: parsing requests is not what this program is for. No dependencies of its own.
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // git and external voices.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CFlite", providers: [.apt(["flite1-dev"])]),
    .systemLibrary(name: "CLame", pkgConfig: "lame", providers: [.apt(["libmp3lame-dev"])]),
    .systemLibrary(name: "CEbur128", pkgConfig: "libebur128", providers: [.apt(["libebur128-dev"])]),
    .systemLibrary(name: "CVectorscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),
    // The code that a phone reads the feed's address from.
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    // Deflate for the cover's PNG and for attachments that are gzip; zstd for those that are.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CDefaults", cSettings: [.unsafeFlags(["-std=gnu23"])]),

    room("Diagnostics"),
    room("Bytes", isHot: true, [.product(name: "Crypto", package: "swift-crypto")]),
    room("Moments", isHot: true, ["Bytes"]),
    room("Compression", ["CZlib", "CZstd"]),
    room("Defaults", ["CDefaults"]),
    room("Settings", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    room("Markdown", isHot: true, ["CCmark", "Bytes"]),
    room(
      "Incidents",
      ["Diagnostics", "Bytes", "Markdown", "Moments", .product(name: "Yams", package: "Yams")]),
    room("Sanitizing", isHot: true, ["Bytes", "Diagnostics", "Incidents", "Moments", "CVectorscan"]),
    room("Condensing", isHot: true, ["Bytes", "Moments", "Sanitizing"]),
    room(
      "Reviewing", isHot: true,
      [
        "Bytes", "Condensing", "Diagnostics", "Markdown", "Moments", "Sanitizing",
        .product(name: "Yams", package: "Yams"),
      ]),
    room("LocalModel", ["CCurl", "Bytes", "Diagnostics"]),
    room(
      "Narration", isHot: true,
      [
        "CFlite", "CLame", "CEbur128", "Bytes", "Diagnostics", "Moments", "Sanitizing",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    room("Insights", ["Bytes", "Moments", "Reviewing", "Sanitizing"]),
    room(
      "Portal", isHot: true,
      [
        "CQrencode", "Bytes", "Condensing", "Diagnostics", "Incidents", "Insights", "Markdown", "Moments",
        "Narration",
        "Reviewing", "Sanitizing",
      ]),
    room("Podcast", isHot: true, ["Bytes", "Compression", "Moments", "Narration", "Sanitizing"]),
    room(
      "Preview",
      [
        "Bytes",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    room(
      "Workspace",
      [
        "Bytes", "Compression", "Diagnostics", "Incidents", "Moments",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    room(
      "Pipeline",
      [
        "Bytes", "Condensing", "Defaults", "Diagnostics", "Incidents", "Insights", "LocalModel",
        "Moments", "Narration", "Podcast", "Portal", "Reviewing", "Sanitizing", "Settings",
        "Workspace", .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "hindcast",
      dependencies: [
        "Diagnostics", "Insights", "Moments", "Pipeline", "Preview", "Settings", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Programs that tests start: git, ffmpeg, the stand-in endpoint and the real binary.
    .target(name: "ChildProcess", path: "Tests/ChildProcess", swiftSettings: strict),
    tests("BytesTests", ["Bytes"]),
    tests("CompressionTests", ["Compression", "ChildProcess"]),
    tests("MomentsTests", ["Moments", "Bytes"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("SettingsTests", ["Settings", "Diagnostics"]),
    tests("IncidentsTests", ["Incidents", "Bytes", "Diagnostics", "Moments"]),
    tests(
      "WorkspaceTests",
      ["Workspace", "ChildProcess", "Bytes", "Diagnostics", "Incidents", "Moments"]),
    tests("SanitizingTests", ["Sanitizing", "Bytes", "Diagnostics"]),
    tests("CondensingTests", ["Condensing", "Bytes", "Moments", "Sanitizing"]),
    tests(
      "ReviewingTests",
      ["Reviewing", "Bytes", "Condensing", "Defaults", "Diagnostics", "Moments", "Sanitizing"]),
    tests("NarrationTests", ["Narration", "Bytes", "ChildProcess", "Defaults", "Sanitizing"]),
    tests("InsightsTests", ["Insights", "Bytes", "ChildProcess", "Moments", "Reviewing", "Sanitizing"]),
    tests("PodcastTests", ["Podcast", "Bytes", "ChildProcess", "Moments", "Narration", "Sanitizing"]),
    tests(
      "PortalTests",
      ["Portal", "Bytes", "Defaults", "Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
    tests("LocalModelTests", ["LocalModel", "Diagnostics"]),
    tests("PreviewTests", ["Preview"]),
    // The real binary in a temporary repository, and the shape of the source tree.
    tests("EndToEndTests", ["hindcast", "Bytes", "ChildProcess", "Defaults"]),
  ]
)
