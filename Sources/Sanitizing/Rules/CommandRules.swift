/// Passwords in command lines, protocol dialogues and configuration dialects that don't call them passwords.
enum CommandRules {
  /// A password on a command line, bare or quoted; variables and placeholders are none.
  private static let word = #"["']?(?<secret>[^\s"'$<{*%|;-][^\s"']{3,120})"#
  /// What may stand between a command and its option.
  private static let options = #"(?:\s[^\n|;]{0,240}?)?\s"#

  static let all: [Rule] = [
    Rule(
      name: "curl-user", finds: "password in curl's user option", label: "password", anchors: ["curl"],
      pattern: #"curl\#(options)(?:-u|-U|--user|--proxy-user)[ =]?["']?[^\s:"'$<]{1,80}:\#(word)"#,
      boundary: .none,
      vanishes: [
        "$ curl -u deploy:⟦stgse2rlOWtros⟧ https://repo.example.net/",
        #"curl --silent --user "metrics:⟦nickel-Ridge71⟧" https://mon.example.org"#,
      ],
      stays: ["curl -u $USER:$PASS https://example.org", "curl -u deploy https://example.org"]),
    Rule(
      name: "mysql-option", finds: "password in the -p option of MySQL's programs", label: "password",
      anchors: ["mysql", "mariadb"],
      pattern: #"(?:mysql|mariadb)[a-z-]{0,12}\#(options)-p\#(word)"#, boundary: .none,
      vanishes: [
        "mysql -h db -u root -p⟦vRsUaX667suWV⟧ shop", "mysqldump -ubackup -p'⟦Pickle^1180⟧' orders",
      ],
      stays: ["mysql -u root -p shop", "mysql --host db --port 3306"]),
    Rule(
      name: "sshpass-option", finds: "password given to sshpass", label: "password", anchors: ["sshpass"],
      pattern: #"sshpass\s{1,4}-p\s{0,2}\#(word)"#, boundary: .none,
      vanishes: ["sshpass -p '⟦Timber^5302falcon⟧' ssh host uptime"], stays: ["sshpass -e ssh host"]),
    Rule(
      name: "redis-cli-option", finds: "password in redis-cli's -a option", label: "password",
      anchors: ["redis-cli", "valkey-cli"],
      pattern: #"(?:redis|valkey)-cli\#(options)-a\s\#(word)"#, boundary: .none,
      vanishes: ["redis-cli -h cache.example.net -p 7427 -a ⟦sbmMNHNa1Dxezh⟧ PING"],
      stays: ["redis-cli -h cache.example.net PING"]),
    Rule(
      name: "redis-auth", finds: "password in a Redis AUTH command", label: "password", anchors: ["AUTH"],
      pattern:
        #"(?:>[ ]?AUTH[ ](?:[\w-]{1,40}[ ])?|"AUTH"[ ](?:"[^"\n]{1,60}"[ ])?")(?<secret>[^\s"$<]{5,120})"#,
      reach: 2, boundary: .none,
      vanishes: [
        "127.0.0.1:6379> AUTH ⟦0kYc81BiRd5P⟧", #"[0 127.0.0.1:52114] "AUTH" "default" "⟦Wal*5105⟧""#,
      ],
      stays: ["-NOAUTH Authentication required.", "AUTH failed for client"]),
    Rule(
      name: "ldap-option", finds: "password in the -w option of OpenLDAP's programs", label: "password",
      anchors: ["ldapsearch", "ldapmodify", "ldapadd", "ldapwhoami", "ldapdelete", "ldappasswd"],
      pattern: #"ldap[a-z]{3,8}\#(options)-w\s{0,2}\#(word)"#, boundary: .none,
      vanishes: [#"ldapsearch -x -D "cn=svc,dc=example" -w ⟦KKXQt0MXNYlnw⟧ "(uid=*)""#],
      stays: ["ldapsearch -x -W -D cn=admin"]),
    Rule(
      name: "registry-login", finds: "password in a registry login", label: "password", anchors: [" login "],
      pattern: #"\slogin\s(?:[^\n|;]{0,160}?\s)?-p[ =]?\#(word)"#, boundary: .none,
      vanishes: ["docker login -u ci -p ⟦14gn9CulljST0V8⟧ registry.example.net"],
      stays: ["docker login registry.example.net"]),
    Rule(
      name: "net-use", finds: "password in net use", label: "password", anchors: ["net use"],
      pattern: #"net use\s[^\n]{0,160}?\s(?<secret>[^\s/*"'$%\\][^\s/"']{3,80})\s{1,3}/user:"#,
      boundary: .none,
      vanishes: ["net use Z: Wx77 ⟦caX9LpEW⟧ /user:backup"],
      stays: ["net use Z: /delete", "net use Z: * /user:x"]),
    Rule(
      name: "sql-server-option", finds: "password in the -P option of SQL Server's programs",
      label: "password",
      anchors: ["sqlcmd", "bcp ", "osql "],
      pattern: #"(?:sqlcmd|bcp|osql)\#(options)-P\s{0,2}\#(word)"#, boundary: .none,
      vanishes: [#"sqlcmd -S sql.example.net -U sa -P ⟦IfbuALVcz2D272Ethg⟧ -Q "SELECT 1""#],
      stays: ["sqlcmd -S sql.example.net -E"]),
    Rule(
      name: "piped-password", finds: "password piped to passwd or chpasswd", label: "password",
      anchors: ["chpasswd", "passwd --stdin"],
      pattern:
        #"echo\s{1,3}["'](?:[^\s:"']{1,40}:)?(?<secret>[^"'$\n]{4,100})["']\s{0,3}\|\s{0,3}(?:sudo\s)?(?:ch)?passwd"#,
      reach: 180, boundary: .none,
      vanishes: [
        "+ echo 'ops:⟦Hk~a^I_BG?xj67L!k⟧' | chpasswd", #"echo "⟦anchor-Rocket53⟧" | passwd --stdin ops"#,
      ],
      stays: ["chpasswd: (user ops) failed"]),
    Rule(
      name: "powershell-secure-string", finds: "plain text made a SecureString or a credential",
      label: "password", anchors: ["ConvertTo-SecureString", "PSCredential"],
      pattern:
        #"(?:ConvertTo-SecureString\s(?:-String\s)?|PSCredential\s?\(\s?["'][^"'\n]{1,80}["']\s?,\s?)["'](?<secret>[^"'$\n]{4,200})["']"#,
      ignoresCase: true, boundary: .none,
      vanishes: [
        #"ConvertTo-SecureString "⟦marble-orchid-Quarry15⟧" -AsPlainText -Force"#,
        "New-Object PSCredential('svc', '⟦3au^E#??~EW=d9⟧')",
      ],
      stays: [#"ConvertTo-SecureString "$env:X" -AsPlainText"#]),
    Rule(
      name: "sql-identified-by", finds: "password in CREATE USER or ALTER USER", label: "password",
      anchors: ["identified by", "identified with"],
      pattern:
        #"identified\s(?:with\s[\w'"-]{1,60}\s)?by\s(?:password\s)?n?["'](?<secret>[^"'\n]{4,200})["']"#,
      ignoresCase: true, boundary: .none,
      vanishes: ["ALTER USER 'app'@'%' IDENTIFIED BY '⟦Ridge$3405zephyr⟧';"],
      stays: ["the row is identified by id"]),
    Rule(
      name: "rabbitmqctl-user", finds: "password given to rabbitmqctl", label: "password",
      anchors: ["add_user", "change_password", "authenticate_user"],
      pattern: #"(?:add_user|change_password|authenticate_user)\s{1,3}[\w.-]{1,60}\s{1,3}\#(word)"#,
      boundary: .none,
      vanishes: ["rabbitmqctl add_user shipping ⟦lETHsI11C5M5g⟧"], stays: ["rabbitmqctl list_users"]),
    Rule(
      name: "network-device-secret", finds: "community, key or password in a network device's configuration",
      label: "secret",
      anchors: [
        "snmp-server community", "tacacs", "radius", "enable secret", "key-string", "snmp-server host",
      ],
      pattern:
        #"(?:snmp-server community|(?:tacacs|radius)(?:-server)?[^\n]{0,60}?\skey|enable secret|key-string)\s{1,3}(?:[0-9]\s{1,3})?(?<secret>[^\s"'<]{6,120})"#,
      boundary: .none,
      vanishes: ["snmp-server community ⟦71GMV31uTFMHPZD3HT⟧ RO 99", "tacacs-server key 0 ⟦GviwLrPa4fAyEb⟧"],
      stays: ["radius timeout after 5 s"]),
    Rule(
      name: "imap-login", finds: "password in an IMAP LOGIN command", label: "password", anchors: ["LOGIN "],
      pattern: #"[A-Za-z]{0,4}[0-9]{1,6}\sLOGIN\s"?[^\s"]{1,80}"?\s"?(?<secret>[^\s"]{4,120})"#, reach: 12,
      boundary: .none,
      vanishes: ["a001 LOGIN mailer ⟦Walnut_4642willow⟧", #"imap> a7 LOGIN "mailer" "⟦Ridge+1431copper⟧""#],
      stays: ["LOGIN failed for user", "a001 NO [AUTHENTICATIONFAILED]"]),
    Rule(
      name: "mail-or-ftp-pass", finds: "password in a PASS command", label: "password", anchors: ["PASS "],
      pattern: #"(?:>|sent|C:|USER\s\S{1,60}(?:\s|\\r|\\n){1,6})[ ]{0,2}PASS[ ](?<secret>[^\s,]{4,120})"#,
      reach: 90, boundary: .none,
      vanishes: ["---> PASS ⟦MDJmj*V#2-w3⟧", "ftp: sent PASS ⟦8AeBmLRQpimtajPbL⟧, reply 230"],
      stays: ["PASS TestCheckout (0.3s)", "--- PASS: TestCheckout"]),
    Rule(
      name: "login-and-pass", finds: "password beside a login in a sentence", label: "password",
      anchors: ["pass "],
      pattern:
        #"(?:login|user|username)\s[^\s]{1,40}[ ,/]{1,2}(?:and |with )?pass\s(?<secret>[^\s"'$<]{6,80})"#,
      reach: 64, entropy: 3.2, vanishes: ["use login ops and pass ⟦6haJNy16E9S383g⟧ if SSO is down"],
      stays: ["user story 3 and pass rates", "the login tests pass again"]),
    Rule(
      name: "terraform-default", finds: "default of a secret Terraform variable", label: "secret",
      anchors: ["variable \""],
      pattern:
        #"variable\s"[^"\n]{0,60}(?:password|passwd|secret|token|api_key)[^"\n]{0,20}"\s\{[^}]{0,240}?default\s{0,12}=\s{0,12}"(?<secret>[^"$\n][^"\n]{3,200})""#,
      boundary: .none,
      vanishes: ["variable \"admin_password\" {\n  default = \"⟦BJA~9z$??Fr+6IckR2⟧\"\n}"],
      stays: ["variable \"region\" {\n  default = \"eu-west-1\"\n}"]),
    Rule(
      name: "pgpass-line", finds: "password in a line of .pgpass", label: "password",
      anchors: [":5432:", ":5433:", ":6432:"],
      pattern:
        #"[\w.*-]{1,100}:(?:5432|5433|6432):[\w*-]{1,63}:[\w*-]{1,63}:(?<secret>[^\s:$<][^\s]{3,120})"#,
      reach: 100, boundary: .none,
      vanishes: ["pg.example.net:5432:orders:app:⟦Pi6LlK7cqDAH4⟧"], stays: ["pg.example.net:5432: refused"]),
    Rule(
      name: "oauth-code", finds: "authorization code in a redirect", label: "oauth code", anchors: ["code="],
      pattern: #"[?&]code=(?<secret>[\w./%~-]{20,500})"#, reach: 1, boundary: .none, entropy: 3.5,
      vanishes: ["GET /callback?code=⟦n5miH2B9NbwJlDqFiQ0Z7HrIHLWG8s6ISQ-3wZ1ue8a⟧&x=1"],
      stays: ["GET /items?code=ABC-1", "exit code=1"]),
    Rule(
      name: "recovery-codes", finds: "recovery or backup codes", label: "recovery codes",
      anchors: ["recovery code", "backup code"],
      pattern:
        #"(?:recovery|backup) codes?\s?[:=]\s{0,3}(?<secret>[a-z0-9]{4,6}-[a-z0-9]{4,6}(?:[ ,]{1,2}[a-z0-9]{4,6}-[a-z0-9]{4,6}){0,15})"#,
      ignoresCase: true, vanishes: ["recovery codes: ⟦jfx11-ydnd0 ek4a0-aj132⟧ issued"],
      stays: ["recovery code path took 3 s"]),
    Rule(
      name: "word-phrase", finds: "passphrase or seed phrase of words", label: "passphrase",
      anchors: ["passphrase", "seed phrase", "recovery phrase", "mnemonic"],
      pattern:
        #"(?:passphrase|seed phrase|recovery phrase|mnemonic)\s?[:=]\s{0,3}["']?(?<secret>[a-z]{3,12}(?:[ -][a-z]{3,12}){3,23})"#,
      ignoresCase: true, vanishes: ["Passphrase: ⟦saddle cactus tundra willow⟧"],
      stays: ["passphrase is asked for twice"]),
  ]
}
