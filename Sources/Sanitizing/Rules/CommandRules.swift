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
      name: "oracle-login", finds: "password in Oracle's user/password@place", label: "password",
      anchors: ["jdbc:oracle:", "sqlplus ", "expdp ", "impdp ", "sqlldr ", "rman target "],
      pattern:
        #"(?:jdbc:oracle:[a-z]{3,5}:|(?:sqlplus|expdp|impdp|sqlldr|rman target) (?:-[a-z]{1,3} )?["']?)[\w$#]{1,40}/(?<secret>[^\s"'@/$<][^\s"'@/<]{3,60})["']?@"#,
      ignoresCase: true, boundary: .none,
      vanishes: [
        "jdbc:oracle:thin:ledger/⟦eg6tjGMYkZiW⟧@//ora.example.net:1521/ORCL",
        "$ sqlplus system/⟦I8PJF7BMLqD⟧@ORCL",
      ], stays: ["sqlplus / as sysdba", "jdbc:oracle:thin:@//ora.example.net:1521/ORCL"]),
    Rule(
      name: "go-mysql-dsn", finds: "password in a data source name of Go's MySQL driver", label: "password",
      anchors: ["@tcp(", "@unix("],
      pattern: #"[\w.-]{1,40}:(?<secret>[^\s"'`]{3,80})@(?:tcp|unix)\("#, reach: 124, boundary: .none,
      vanishes: [#"sql.Open("mysql", "shop:⟦CQD71EwsaNJvzjM⟧@tcp(mysql.example.net:3306)/shop")"#],
      stays: ["shop@tcp(mysql.example.net:3306)/shop"]),
    Rule(
      name: "auth-option", finds: "token or password in an option for user:secret", label: "password",
      anchors: ["-auth ", "-creds ", "--credentials "],
      pattern: #"-(?:auth|creds|credentials) [\w.@-]{1,60}:(?<secret>[^\s"'$<]{6,120})"#, boundary: .none,
      vanishes: [
        "java -jar jenkins-cli.jar -s https://ci.example.com -auth relbot:⟦11dd1de83480bd5497c6b6201c1995f56c⟧ build"
      ],
      stays: ["tool -auth $USER:$TOKEN", "-auth basic"]),
    Rule(
      name: "codecov-upload", finds: "Codecov upload token", label: "token", anchors: ["codecov "],
      pattern:
        #"codecov (?:[^\n]{0,80} )?-t ?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"#,
      boundary: .word, vanishes: ["codecov -t ⟦0949476d-c47e-4227-ad6a-ba3574c55cd3⟧ -f coverage.xml"],
      stays: ["codecov -f coverage.xml"]),
    Rule(
      name: "ftp-dialogue", finds: "password after the server asked for it", label: "password",
      anchors: ["331 "],
      pattern: #"331 [^\n]{0,80}(?:\n|\\n|\\r\\n)[^\n]{0,20}PASS (?<secret>\S{4,80})"#, boundary: .none,
      vanishes: ["331 Password required for batch\nPASS ⟦Orchard@2982⟧"],
      stays: ["331 Password required for batch"]),
    Rule(
      name: "net-use-after-user", finds: "password behind the user of net use", label: "password",
      anchors: ["net use"],
      pattern: #"net use [^\n]{0,120}/user:\S{1,60} (?<secret>[^\s/*"'$%][^\s"']{3,80})"#, boundary: .none,
      vanishes: [#"net use Z: /user:backup ⟦tl6gc*MN?#dt⟧ /persistent:yes"#],
      stays: ["net use Z: /user:backup *"]),
    Rule(
      name: "spring-property-value", finds: "password in the value element of a property", label: "password",
      anchors: ["assword\"><value>", "assword\" ><value>", "ecret\"><value>", "assword</name>"],
      pattern: #"(?:assword|ecret)(?:" ?>|</name>)\s{0,12}<value>(?<secret>[^<\s$]{3,120})</value>"#,
      boundary: .none,
      vanishes: [
        #"<property name="javax.jdo.option.ConnectionPassword"><value>⟦xU7k7HnGXREDA⟧</value></property>"#
      ],
      stays: [#"<property name="password"><value>${db.password}</value></property>"#]),
    Rule(
      name: "login-slash-password", finds: "password behind a login and a slash in a sentence",
      label: "password",
      anchors: ["creds", "credentials", "login"],
      pattern: #"(?:creds|credentials|login)[^\n:/]{0,48}: ?[\w.@-]{2,40} / (?<secret>[^\s,;]{6,60})"#,
      ignoresCase: true, boundary: .none,
      vanishes: ["temp creds for the console: admin / ⟦wiEIjId4^?sr⟧ (expires Friday)"],
      stays: ["login page / logout page"]),
    Rule(
      name: "pin-code", finds: "PIN in a sentence", label: "pin", anchors: ["PIN "],
      pattern: #"[^A-Za-z0-9_]PIN (?:code |is |: ?)?(?<secret>[0-9]{4,8})"#, reach: 1, boundary: .word,
      vanishes: ["The keypad uses PIN ⟦450672⟧."], stays: ["PIN 12 of the connector", "SPIN 4000"]),
    Rule(
      name: "totp-seed", finds: "seed of one-time passwords", label: "secret",
      anchors: ["mfa", "2fa", "totp", "otp"],
      pattern:
        #"(?:mfa|2fa|totp|otp)[^\n:=]{0,30}(?:seed|secret|key)[^\n:=]{0,40}[:=] ?["']?(?<secret>[a-z2-7]{4}(?:[ -]?[a-z2-7]{4}){3,12})"#,
      ignoresCase: true, boundary: .word, entropy: 2.5,
      vanishes: ["MFA seed for the root account: ⟦HMSY EQSP LTLX X7UD⟧"], stays: ["otp secret: rotated"]),
    Rule(
      name: "asana-personal-token", finds: "Asana personal access token by its form", label: "asana token",
      anchors: ["1/1", "1/2", "1/3", "1/4", "1/5", "1/6", "1/7", "1/8", "1/9", "2/1"],
      pattern: #"[12]/[0-9]{13,20}(?:/[0-9]{13,20})?:[0-9a-f]{32}"#, boundary: .word, entropy: 3,
      vanishes: ["sync stopped, PAT ⟦1/2762901199109031:3417f525bc5aa67b00fdffaf0cd8cc11⟧ expired"],
      stays: ["1/2", "asana 1/4661697285019998:rotated"]),
    Rule(
      name: "aws-smtp-pair", finds: "Amazon SES SMTP password behind its key id", label: "aws smtp password",
      anchors: ["AKIA"],
      pattern: #"AKIA[A-Z2-7]{16}:(?<secret>B[A-Za-z0-9/+]{43})"#, boundary: .none, entropy: 4,
      vanishes: ["relay = ⟦AKIAWF4UI2LTRFBW3PWT⟧:⟦BLZ92zk2lfM9vThQgjW5ZuEjYTsvWhmgMaqkjGpYOBfI⟧"],
      stays: ["AKIA is the prefix"]),
    Rule(
      name: "word-phrase", finds: "passphrase or seed phrase of words", label: "passphrase",
      anchors: ["passphrase", "seed phrase", "recovery phrase", "mnemonic"],
      pattern:
        #"(?:passphrase|seed phrase|recovery phrase|mnemonic)\s?[:=]\s{0,3}["']?(?<secret>[a-z]{3,12}(?:[ -][a-z]{3,12}){3,23})"#,
      ignoresCase: true, vanishes: ["Passphrase: ⟦saddle cactus tundra willow⟧"],
      stays: ["passphrase is asked for twice"]),
  ]
}
