import Diagnostics
import Sanitizing
import Settings

/// The sanitizer's rules with a team's own.
enum RuleBooks {
  static func make(_ settings: Settings) -> (book: RuleBook, diagnostics: [Diagnostic]) {
    RuleBook.make(
      teamRules: settings.sanitize.rules.map { rule in
        RuleBook.TeamRule(
          name: rule.name, label: rule.label, anchor: rule.anchor, pattern: rule.pattern,
          location: SourceLocation("hindcast.yaml", line: rule.line))
      }, internalSuffixes: settings.sanitize.internalSuffixes, allowed: settings.sanitize.allow)
  }
}
