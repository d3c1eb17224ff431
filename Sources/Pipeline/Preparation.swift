import Bytes
import Diagnostics
import Portal
import Settings
import Workspace

/// What a build needs before it reads the first incident.
struct Preparation: Sendable {
  let git: Git
  let root: String
  let cache: Cache
  /// By name.
  let templateFiles: [String: [UInt8]]
  let templates: Templates
  let analysis: Analysis
  let diagnostics: [Diagnostic]

  /// What is needed, and how the incidents folder stands; Git looks at it while templates and playbook are read.
  static func make(
    _ request: BuildRequest
  ) async throws(WorkspaceError) -> (prepared: Preparation, state: FolderState) {
    let (git, root) = try await Git.repository(containing: request.root)
    async let state = Result {
      () async throws(WorkspaceError) in
      try await FolderState.read(git, root: root, folder: request.settings.incidents.folder)
    }
    let prepared = try make(request, git, root)
    return (prepared, try await state.get())
  }

  private static func make(
    _ request: BuildRequest, _ git: Git, _ root: String
  ) throws(WorkspaceError) -> Preparation {
    let files = TemplateFiles.read(root: root)
    let (templates, templateProblems) = Templates.read(files)
    let (analysis, analysisProblems) = Analysis.make(request, root: root, files: files)
    let diagnostics = templateProblems + analysisProblems
    // A broken template or playbook would spoil every page: the old site is better than that.
    guard !diagnostics.hasErrors else { throw WorkspaceError.several(diagnostics) }
    return Preparation(
      git: git, root: root, cache: Analysis.cache(request.settings, root: root), templateFiles: files,
      templates: templates, analysis: analysis, diagnostics: diagnostics)
  }

  func sitePath(_ settings: Settings) -> String {
    let output = settings.site.output
    return output.hasPrefix("/") ? output : root + "/" + output
  }

  func folder(_ settings: Settings, _ state: FolderState) async throws(WorkspaceError) -> IncidentFolder {
    try await IncidentFolder.read(
      git, root: root, folder: settings.incidents.folder, ignore: settings.incidents.ignore,
      includesUntracked: settings.incidents.includesUntracked, state, cache)
  }

  /// The same while something else goes on.
  func folderMeanwhile(_ settings: Settings, _ state: FolderState) async -> Result<
    IncidentFolder, WorkspaceError
  > {
    await Result { () async throws(WorkspaceError) in try await folder(settings, state) }
  }

  /// Of all that is the same for every incident and every page.
  func circumstances(_ request: BuildRequest) -> Digest {
    circumstances(request, isSilent: request.audio == .none)
  }

  /// - Parameter isSilent: of a build without audio.
  func circumstances(_ request: BuildRequest, isSilent: Bool) -> Digest {
    let program = PosixFile.resolved("/proc/self/exe").flatMap { PosixFile.status($0) }
    var sheet = BinaryWriter()
    sheet.add("\(request.version) \(program?.size ?? 0) \(program?.changed ?? 0)")
    sheet.add(isSilent ? [] : analysis.voices) { $0.add($1) }
    sheet.add("\(request.settings)")
    sheet.add(analysis.reviewer)
    sheet.add(diagnostics) { $0.add($1.description) }
    sheet.add(templateFiles.sorted { $0.key < $1.key }) { sheet, file in
      sheet.add(file.key)
      sheet.add(file.value)
    }
    return Digest(of: sheet.bytes)
  }

  /// Of all that a build depends on, without reading the incidents; nil when only reading them tells.
  func inputs(_ request: BuildRequest, _ state: FolderState) -> Digest? {
    state.digest.map { state in
      var sheet = BinaryWriter()
      sheet.add(circumstances(request))
      sheet.add(request.audio.rawValue)
      sheet.add(state)
      return Digest(of: sheet.bytes)
    }
  }
}

extension Result where Failure == WorkspaceError {
  fileprivate init(_ body: () async throws(WorkspaceError) -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
