import Bytes

/// Names of people where a field, a phrase or a path says that they are: `Reported by: Jana Kowalczyk`, `/home/jana/`.
enum PersonField {
  /// What a literal introduces a person as.
  enum Introduction: Sendable {
    case field(Field)
    case homePath
  }

  struct Field: Sendable {
    let name: String
    /// A single word counts as a name too.
    let takesLogin: Bool
    /// The name brings its own colon.
    let hasColon: Bool
    /// A name may follow without a sign between: `paged Jana Kowalczyk`.
    let isVerb: Bool
    /// A list of names may stand below it.
    let namesList: Bool
    /// `Authors:` names several.
    let hasPlural: Bool

    fileprivate init(name: String, takesLogin: Bool) {
      self.name = name
      self.takesLogin = takesLogin
      hasColon = name.hasSuffix(":")
      isVerb = name.hasSuffix(" by") || name == "assigned to" || name == "paged"
      namesList = ["attendees", "participants", "present", "apologies", "author", "reviewer", "responder"]
        .contains(name)
      hasPlural = [
        "author", "owner", "reporter", "reviewer", "approver", "assignee", "responder", "engineer",
      ].contains(
        name)
    }
  }

  /// Literals that may introduce a person, in lower case.
  static let literals: [(text: String, introduction: Introduction)] =
    fields.map { ($0.name, .field($0)) }
    + [
      "/home/", "/users/", "\\users\\", "/var/mail/", "/var/spool/mail/", "\\documents and settings\\",
    ].map { ($0, .homePath) }

  private static let fields: [Field] = [
    Field(name: "author", takesLogin: true), Field(name: "assignee", takesLogin: true),
    Field(name: "assigned to", takesLogin: true), Field(name: "assigned_to", takesLogin: true),
    Field(name: "reporter", takesLogin: true), Field(name: "reported by", takesLogin: true),
    Field(name: "reported_by", takesLogin: true), Field(name: "raised by", takesLogin: true),
    Field(name: "created by", takesLogin: true), Field(name: "created_by", takesLogin: true),
    Field(name: "updated by", takesLogin: true), Field(name: "approved by", takesLogin: true),
    Field(name: "approved_by", takesLogin: true),
    Field(name: "approver", takesLogin: true), Field(name: "reviewed by", takesLogin: true),
    Field(name: "reviewer", takesLogin: true),
    Field(name: "owner", takesLogin: false), Field(name: "incident commander", takesLogin: true),
    Field(name: "commander", takesLogin: true),
    Field(name: "scribe", takesLogin: true), Field(name: "incident_commander", takesLogin: true),
    Field(name: "signed off by", takesLogin: true), Field(name: "written by", takesLogin: true),
    Field(name: "on-call", takesLogin: false), Field(name: "on call", takesLogin: false),
    Field(name: "oncall", takesLogin: false), Field(name: "engineer", takesLogin: false),
    Field(name: "responder", takesLogin: true),
    Field(name: "contact", takesLogin: false), Field(name: "customer", takesLogin: false),
    Field(name: "attendees", takesLogin: false),
    Field(name: "participants", takesLogin: false), Field(name: "from:", takesLogin: false),
    Field(name: "to:", takesLogin: false),
    Field(name: "cc:", takesLogin: false), Field(name: "signed-off-by", takesLogin: false),
    Field(name: "co-authored-by", takesLogin: false),
    Field(name: "acked-by", takesLogin: false), Field(name: "reviewed-by", takesLogin: false),
    Field(name: "reported-by", takesLogin: false),
    Field(name: "manager", takesLogin: false), Field(name: "lead", takesLogin: false),
    Field(name: "cardholder", takesLogin: false),
    Field(name: "full_name", takesLogin: false), Field(name: "full name", takesLogin: false),
    Field(name: "fullname", takesLogin: false),
    Field(name: "first_name", takesLogin: true), Field(name: "last_name", takesLogin: true),
    Field(name: "firstname", takesLogin: true),
    Field(name: "lastname", takesLogin: true), Field(name: "surname", takesLogin: true),
    Field(name: "display_name", takesLogin: false),
    Field(name: "displayname", takesLogin: false), Field(name: "real_name", takesLogin: false),
    Field(name: "username", takesLogin: true),
    Field(name: "user_name", takesLogin: true), Field(name: "login", takesLogin: true),
    Field(name: "user", takesLogin: false),
    Field(name: "patient", takesLogin: false), Field(name: "employee", takesLogin: false),
    Field(name: "acknowledged by", takesLogin: true),
    Field(name: "resolved by", takesLogin: true), Field(name: "paged", takesLogin: false),
    Field(name: "deployed by", takesLogin: true), Field(name: "merged by", takesLogin: true),
    Field(name: "committer", takesLogin: false), Field(name: "name", takesLogin: false),
    Field(name: "customername", takesLogin: false), Field(name: "customer_name", takesLogin: false),
    Field(name: "contactname", takesLogin: false), Field(name: "contact_name", takesLogin: false),
    Field(name: "employeename", takesLogin: false), Field(name: "patientname", takesLogin: false),
    Field(name: "accountholder", takesLogin: false), Field(name: "account_holder", takesLogin: false),
    Field(name: "createdby", takesLogin: true), Field(name: "updatedby", takesLogin: true),
    Field(name: "approvedby", takesLogin: true), Field(name: "reviewedby", takesLogin: true),
    Field(name: "reportedby", takesLogin: true), Field(name: "assignedto", takesLogin: true),
    Field(name: "verantwoordelijke", takesLogin: false), Field(name: "osoba kontaktowa", takesLogin: false),
    Field(name: "interlocuteur", takesLogin: false), Field(name: "next of kin", takesLogin: false),
    Field(name: "implementer", takesLogin: false), Field(name: "driver", takesLogin: false),
    Field(name: "facilitator", takesLogin: false), Field(name: "moderator", takesLogin: false),
    Field(name: "ansprechpartner", takesLogin: false), Field(name: "ansprechpartnerin", takesLogin: false),
    Field(name: "verantwortlich", takesLogin: false), Field(name: "verfasser", takesLogin: false),
    Field(name: "auteur", takesLogin: false), Field(name: "autor", takesLogin: false),
    Field(name: "responsable", takesLogin: false), Field(name: "opened by", takesLogin: true),
    Field(name: "closed by", takesLogin: true), Field(name: "caller", takesLogin: false),
    Field(name: "requester", takesLogin: false), Field(name: "requestor", takesLogin: false),
    Field(name: "prepared by", takesLogin: false), Field(name: "handled by", takesLogin: false),
    Field(name: "contact person", takesLogin: false),
    Field(name: "requested by", takesLogin: true), Field(name: "requestedby", takesLogin: true),
    Field(name: "requested_by", takesLogin: true), Field(name: "kontakt", takesLogin: false),
    Field(name: "opened_by", takesLogin: true), Field(name: "closed_by", takesLogin: true),
    Field(name: "resolved_by", takesLogin: true), Field(name: "raised_by", takesLogin: true),
    Field(name: "present", takesLogin: false), Field(name: "apologies", takesLogin: false),
    Field(name: "absent", takesLogin: false), Field(name: "excused", takesLogin: false),
    Field(name: "chair", takesLogin: false), Field(name: "minutes", takesLogin: false),
    Field(name: "anwesend", takesLogin: false), Field(name: "dyżurny", takesLogin: false),
    Field(name: "de guardia", takesLogin: false), Field(name: "bereitschaft", takesLogin: false),
    Field(name: "deployed-by", takesLogin: true), Field(name: "deployed_by", takesLogin: true),
    Field(name: "\"actor\"", takesLogin: true),
    Field(name: "tested-by", takesLogin: false), Field(name: "zuständig", takesLogin: false),
  ]

  private static let dashes = ["–", "—"].map { Array($0.utf8) }

  /// - Parameters:
  ///   - start: where the literal begins.
  ///   - length: of the literal, in bytes.
  static func findings(_ bytes: [UInt8], at start: Int, length: Int, _ introduction: Introduction)
    -> [Finding]
  {
    guard case .field(let field) = introduction else {
      return homePath(bytes, start + length).map { [$0] } ?? []
    }
    guard
      start == 0 || !(ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == 0x2D || bytes[start - 1] == 0x2E)
    else { return [] }
    var index = start + length
    if field.hasPlural, index < bytes.count, bytes[index] | 0x20 == 0x73 { index += 1 }
    let nameEnd = index
    var hasOperator = field.hasColon
    var quoted = false
    while index < bytes.count, index - nameEnd < 8 {
      let byte = bytes[index]
      if byte == 0x3A || byte == 0x3D || byte == 0x3E && index == nameEnd && isTag(bytes, start) {
        hasOperator = true
      } else if byte == 0x22 || byte == 0x27 || byte == 0x5C {
        quoted = true
      } else if byte == 0x7C && hasOperator == false {
        hasOperator = true
      } else if byte == 0xE2, Self.dashes.contains(where: { bytes[index...].starts(with: $0) }) {
        // "Incident commander — Farah Asante".
        hasOperator = true
        index += 2
      } else if !ASCII.isBlank(byte) && byte != 0x2A && byte != 0x5F || byte == ASCII.newline {
        break
      }
      index += 1
    }
    if field.namesList, let listed = listed(bytes, below: index) { return listed }
    guard hasOperator || field.isVerb else { return [] }
    return names(bytes, from: index, field, isField: hasOperator, quoted: quoted)
  }

  /// Names in the items of a list below its title: `Attendees`, then `- Fenella Strachan (SRE)`.
  private static func listed(_ bytes: [UInt8], below titleEnd: Int) -> [Finding]? {
    guard titleEnd < bytes.count, bytes[titleEnd] == ASCII.newline else { return nil }
    var found: [Finding] = []
    var index = titleEnd + 1
    for _ in 0..<40 {
      if index < bytes.count, bytes[index] == ASCII.newline, found.isEmpty { index += 1 }
      var start = index
      while start < bytes.count, ASCII.isBlank(bytes[start]) { start += 1 }
      guard start + 1 < bytes.count, bytes[start] == 0x2D || bytes[start] == 0x2A,
        ASCII.isBlank(bytes[start + 1]),
        let name = fullName(bytes, at: start + 2)
      else { break }
      if PersonPhrase.isPersonLike(bytes, name) {
        found.append(Finding(range: name, label: "person", certainty: .phrase))
      }
      guard let end = bytes[name.upperBound...].firstIndex(of: ASCII.newline) else { break }
      index = end + 1
    }
    return found.isEmpty ? nil : found
  }

  /// `<lastName>`: an element's name.
  private static func isTag(_ bytes: [UInt8], _ start: Int) -> Bool {
    start > 0 && bytes[start - 1] == 0x3C
  }

  /// Names between commas and "and".
  private static func names(_ bytes: [UInt8], from start: Int, _ field: Field, isField: Bool, quoted: Bool)
    -> [Finding]
  {
    var findings: [Finding] = []
    var index = start
    for _ in 0..<12 {
      if let range = fullName(bytes, at: index), isField || PersonPhrase.isPersonLike(bytes, range) {
        findings.append(Finding(range: range, label: "person", certainty: .phrase))
        index = range.upperBound
      } else if field.takesLogin, isField || quoted, findings.isEmpty, let range = login(bytes, at: index) {
        findings.append(Finding(range: range, label: "person", certainty: .phrase))
        index = range.upperBound
      } else {
        break
      }
      guard let next = afterJoint(bytes, afterRole(bytes, index)) else { break }
      index = next
    }
    return findings
  }

  /// Behind ` (IC)`: what somebody did in the incident.
  private static func afterRole(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start + 2 < bytes.count, bytes[start] == ASCII.space, bytes[start + 1] == 0x28 else { return start }
    let close = bytes[start...].prefix(30).firstIndex(of: 0x29)
    return close.map { $0 + 1 } ?? start
  }

  static func afterJoint(_ bytes: [UInt8], _ start: Int) -> Int? {
    for joint in [", and ", ", ", " and ", " & ", " / ", "; "] where bytes[start...].starts(with: joint.utf8)
    {
      return start + joint.utf8.count
    }
    return nil
  }

  /// Two to four capitalized words, initials and particles between them allowed: `Jana M. Kowalczyk`, `Ana de la Cruz`.
  static func fullName(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    var index = start
    var end = start
    var words = 0
    while words < 4 {
      guard let wordEnd = capitalized(bytes, at: index) else {
        guard words > 0, let particle = Self.particle(bytes, at: index) else { break }
        index = particle
        continue
      }
      let word = String(decoding: bytes[index..<wordEnd], as: UTF8.self)
      if notNames.contains(word.lowercased()) { break }
      words += 1
      end = wordEnd
      guard wordEnd + 1 < bytes.count, bytes[wordEnd] == ASCII.space else { break }
      index = wordEnd + 1
    }
    guard words >= 2 else { return nil }
    // "Renovate Bot" is nobody.
    let last = bytes[start..<end].split(separator: ASCII.space).last.map { $0.map(ASCII.lowered) } ?? []
    return last.elementsEqual("bot".utf8) ? nil : start..<end
  }

  static func capitalized(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let first = bytes[start]
    // Latin-1 and Latin Extended-A capitals begin with these bytes.
    guard ASCII.isUpper(first) || (0xC3...0xC5).contains(first) else { return nil }
    var end = start + 1
    var lower = first >= 0x80 ? 1 : 0
    while end < bytes.count {
      let byte = bytes[end]
      if ASCII.isLower(byte) || ((0x80...0xCF).contains(byte)) {
        lower += 1
      } else if ASCII.isUpper(byte), lower > 0 || bytes[end - 1] == 0x27 || bytes[end - 1] == 0x2D {
      } else if (byte == 0x27 || byte == 0x2D), end + 1 < bytes.count, ASCII.isUpper(bytes[end + 1]) {
      } else {
        break
      }
      end += 1
    }
    if lower == 0 {
      // An initial: "M."
      guard end - start == 1, end < bytes.count, bytes[end] == 0x2E else { return nil }
      return end + 1
    }
    if end < bytes.count, ASCII.isWord(bytes[end]) || bytes[end] == 0x28 { return nil }
    return end
  }

  private static func particle(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count, "vdbaet".utf8.contains(bytes[start]) else { return nil }
    for particle in [
      "de la ", "van der ", "van den ", "von der ", "van ", "von ", "de ", "da ", "dos ", "di ", "del ",
      "bin ", "al-", "el ", "ter ", "ten ",
    ]
    where bytes[start...].starts(with: particle.utf8) {
      return start + particle.utf8.count
    }
    return nil
  }

  private static func login(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count,
      ASCII.isWord(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D
        || bytes[end] >= 0x80 && bytes[end] != 0xE2
    { end += 1 }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    let word = String(decoding: bytes[start..<end].map(ASCII.lowered), as: UTF8.self)
    guard (3...40).contains(word.utf8.count), word.utf8.contains(where: ASCII.isLetter),
      !notNames.contains(word), !accounts.contains(word)
    else { return nil }
    // A word of a sentence isn't a login.
    if end < bytes.count, bytes[end] == ASCII.space, end + 1 < bytes.count, ASCII.isLower(bytes[end + 1]) {
      return nil
    }
    if end < bytes.count, [0x28, 0x40, 0x2F, 0x5B].contains(bytes[end]) { return nil }
    if word.contains("svc") || word.contains("service") || word.contains("app") || word.contains("bot")
      || word.hasSuffix("-user") || word.hasSuffix("_user")
    {
      return nil
    }
    return start..<end
  }

  /// The user's name in `/home/NAME/`, `/Users/NAME/`, `C:\Users\NAME\`.
  private static func homePath(_ bytes: [UInt8], _ start: Int) -> Finding? {
    var start = start
    if start < bytes.count, bytes[start] == 0x5C { start += 1 }
    var end = start
    while end < bytes.count,
      ASCII.isWord(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D || bytes[end] >= 0x80
    { end += 1 }
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    let word = String(decoding: bytes[start..<end].map(ASCII.lowered), as: UTF8.self)
    guard (2...40).contains(word.utf8.count), !accounts.contains(word),
      word.utf8.contains(where: ASCII.isLetter)
    else { return nil }
    return Finding(range: start..<end, label: "user", certainty: .form)
  }

  /// Accounts that belong to programs, not to people.
  private static let accounts: Set<String> = [
    "root", "admin", "administrator", "containeradministrator", "containeruser", "ubuntu", "ec2-user",
    "centos", "debian", "runner", "jenkins", "git",
    "www-data", "nginx", "node",
    "app", "deploy", "postgres", "mysql", "redis", "elastic", "kafka", "vagrant", "circleci", "gitlab-runner",
    "airflow", "spark", "hadoop",
    "nobody", "daemon", "system", "public", "default", "shared", "user", "users", "sa", "service", "ci",
    "build", "test", "guest", "anonymous", "linuxbrew", "coder", "vscode", "jovyan", "oracle", "tomcat",
    "site", "all", "list", "me", "new", "search", "count", "export", "login", "password", "passwords", "edit",
    "current", "kubelet", "kube-proxy", "controller", "operator", "automation", "api", "worker", "webhook",
    "signup", "sign_in", "sign_up", "register", "verify", "profile", "settings", "terraform",
    "argocd",
    "github-actions", "flux", "kubernetes", "scheduler", "cron", "__token__", "token", "str", "string", "int",
    "bool",
    "bytes", "none", "any", "optional", "text", "varchar",
  ]

  /// Capitalized words that aren't names: products, places in a form, ordinary words at the start of sentences.
  private static let notNames: Set<String> = [
    "renovate", "dependabot", "mergify",
    "only", "even", "just", "also", "most", "many", "few", "such", "here", "there", "now", "still", "later",
    "since",
    "until", "because", "as", "so", "yet", "my", "your", "their", "its", "who", "what", "where", "why", "how",
    "which",
    "it", "he", "she", "they", "i", "you", "between", "under", "over", "about", "within", "without", "once",
    "the", "a", "an", "our", "we", "this", "that", "these", "all", "no", "not", "none", "unknown",
    "unassigned", "nobody", "rotating", "monitoring", "alerting",
    "automation", "synthetics", "canary", "users", "tbd", "n/a", "team", "engineering",
    "platform", "on-call", "oncall", "sre", "devops", "support", "customer", "customers", "service",
    "services", "system", "incident", "amazon", "google",
    "microsoft", "azure", "apache", "spring", "elastic", "kafka", "kubernetes", "docker", "redis", "postgres",
    "postgresql", "cloud", "argo", "jenkins", "github",
    "gitlab", "slack", "pagerduty", "prometheus", "grafana", "alertmanager", "datadog", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "server", "client",
    "error", "warning", "critical", "high", "low", "medium", "open", "closed", "true", "false", "yes", "null",
    "internal", "external", "production", "staging", "api", "data", "database", "network", "security",
    "infrastructure", "operations", "release", "product", "manager", "lead", "senior", "staff", "principal",
    "site", "reliability", "board", "committee", "council", "advisory", "department", "equipo", "équipe",
    "abteilung", "codeowners",
    "change",
    "engineer", "web", "mobile", "backend", "frontend", "payment", "payments", "primary", "secondary",
    "alert", "alerts", "new", "old", "first", "last", "next", "current", "other", "several", "some",
    "multiple", "each", "every", "any", "both", "when", "after", "before", "during", "while", "if", "then",
    "and", "or", "but", "for", "from", "with", "by", "at", "in", "of", "to", "is", "was",
  ]
}
