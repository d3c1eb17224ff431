import Bytes
package import Diagnostics

/// All that the sanitizer looks for, compiled once and shared by all threads.
package final class RuleBook: Sendable {
  /// What a literal found in the text may mean.
  enum Meaning: Sendable {
    case rule(Int)
    /// A word such as `password`, whose value follows.
    case secretName(SecretName.Known)
    case urlScheme
    case header(Header)
    case personField(PersonField.Introduction)
    /// A word that says what the number behind it is.
    case numberMark
    /// What a table begins with.
    case table
  }

  /// By reference: a rule is looked at for each of its anchors in a text.
  final class CompiledRule: Sendable {
    let rule: Rule
    let pattern: Pattern

    init(rule: Rule, pattern: Pattern) {
      self.rule = rule
      self.pattern = pattern
    }
  }

  private let lazyScanner: Lazy<LiteralScanner>
  /// Compiled when it is first needed: a build that finds nothing changed does without.
  var scanner: LiteralScanner { lazyScanner.value }

  /// Compiles what is compiled when it is first needed, for whoever knows that it will be.
  package func compile() { _ = scanner }

  let meanings: [[Meaning]]
  /// By literal: whether it marks numbers.
  let isMark: [Bool]
  let rules: [CompiledRule]
  let internalSuffixes: [[UInt8]]
  let suffixes: LastBytes
  let allowed: Set<[UInt8]>

  /// What a team adds: its rules, the suffixes of its internal hosts, and values that may stay.
  package struct TeamRule: Sendable {
    package let name: String
    package let label: String
    package let anchor: String
    package let pattern: String
    package let location: SourceLocation

    package init(name: String, label: String, anchor: String, pattern: String, location: SourceLocation) {
      self.name = name
      self.label = label
      self.anchor = anchor
      self.pattern = pattern
      self.location = location
    }
  }

  package static func make(
    teamRules: [TeamRule] = [], internalSuffixes: [String] = [], allowed: [String] = []
  ) -> (book: RuleBook, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var rules = Self.builtIn
    for team in teamRules {
      guard team.anchor.utf8.count >= 2 else {
        diagnostics.append(
          .error("the anchor of rule '\(team.name)' needs two letters or more", at: team.location))
        continue
      }
      do {
        _ = try Pattern(team.pattern)
        rules.append(
          Rule(
            name: team.name, finds: team.name, label: team.label, anchors: [team.anchor],
            pattern: team.pattern,
            reach: 64, boundary: .word, vanishes: [], stays: []))
      } catch {
        diagnostics.append(.error("the pattern of rule '\(team.name)': \(error.message)", at: team.location))
      }
    }
    let suffixes = internalSuffixes.map { $0.hasPrefix(".") ? $0 : "." + $0 }
    return (RuleBook(rules, suffixes, allowed), diagnostics)
  }

  /// Names the version of everything built in: rules and detectors. Part of the cache's keys.
  package static let version = "11"

  private init(_ rules: [Rule], _ suffixes: [String], _ allowed: [String]) {
    var compiled: [CompiledRule] = []
    var meanings: [String: [Meaning]] = [:]
    func add(_ literal: String, _ meaning: Meaning, ignoresCase: Bool) {
      // The scanner knows the two cases of ASCII only.
      let text = ignoresCase ? String(decoding: literal.utf8.map(ASCII.lowered), as: UTF8.self) : literal
      meanings[(ignoresCase ? "i" : "c") + text, default: []].append(meaning)
    }
    for rule in rules {
      // A test compiles each built-in rule, and a team's are checked above.
      guard let pattern = try? Pattern(rule.pattern, ignoresCase: rule.ignoresCase) else { continue }
      for anchor in Set(rule.anchors) { add(anchor, .rule(compiled.count), ignoresCase: rule.ignoresCase) }
      compiled.append(CompiledRule(rule: rule, pattern: pattern))
    }
    for name in SecretName.all { add(name.text, .secretName(name), ignoresCase: true) }
    add("://", .urlScheme, ignoresCase: false)
    for header in Header.all { add(header.name, .header(header), ignoresCase: true) }
    for literal in PersonField.literals {
      add(literal.text, .personField(literal.introduction), ignoresCase: true)
    }
    for literal in TableColumns.literals { add(literal, .table, ignoresCase: false) }
    for literal in Set((NationalNumber.marks + NumberForms.marks).flatMap(\.literals)) {
      add(literal, .numberMark, ignoresCase: true)
    }
    let literals = meanings.keys.sorted()
    lazyScanner = Lazy {
      LiteralScanner(
        literals.map { LiteralScanner.Literal(text: String($0.dropFirst()), ignoresCase: $0.hasPrefix("i")) })
    }
    self.meanings = literals.map { meanings[$0] ?? [] }
    isMark = self.meanings.map { meanings in
      meanings.contains { if case .numberMark = $0 { true } else { false } }
    }
    self.rules = compiled
    internalSuffixes = (HostName.internalSuffixes + suffixes).map { Array($0.lowercased().utf8) }
    self.suffixes = LastBytes(internalSuffixes)
    self.allowed = Set(allowed.map { Array($0.utf8) })
  }

  /// The rules of every family.
  static let builtIn: [Rule] =
    CloudRules.all + SourceHostRules.all + ChatAndMailRules.all + PaymentRules.all + ObservabilityRules.all
    + AIRules.all + BusinessRules.all + RegistryRules.all + PlatformRules.all + PrivateKeyRules.all
    + TokenRules.all
    + HashRules.all + CryptoRules.all + DataRules.all + SocialRules.all + WorkplaceRules.all
    + CommandRules.all + IdentityRules.all + PeopleRules.all + DialogueRules.all + ToolRules.all
    + SpellingRules.all + ConsoleRules.all + NameRules.all + LoginRules.all + MarkedNumberRules.all
    + ClientAddressRules.all + KeyFormRules.all
}
