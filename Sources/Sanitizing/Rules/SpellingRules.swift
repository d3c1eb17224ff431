/// Formats that keep a secret's name and its value apart, or spell the assignment in a way of their own.
enum SpellingRules {
  /// A name that says its value is secret.
  private static let name =
    #"[\w.-]{0,40}(?:pass|pwd|secret|token|credential|api[_.-]?key|access[_.-]?key|signing[_.-]?key|private[_.-]?key)[\w.-]{0,20}"#
  /// A value in quotes that isn't a reference to somewhere else.
  private static let value = #"(?<secret>[^"\s$<{*%‹][^"\n]{3,400})"#

  static let all: [Rule] = [
    Rule(
      name: "name-value-pair", finds: "value beside a secret's name, as in container definitions",
      label: "password",
      anchors: ["\"value\""],
      pattern: #""(?:name|key)"\s?:\s?"\#(name)"\s?,\s{0,40}"value"\s?:\s?"\#(value)""#, ignoresCase: true,
      reach: 160,
      boundary: .none,
      vanishes: [
        #"{"name":"SMTP_PASS","value":"⟦9WGatdVWle7AIwQC⟧"}"#,
        #"{"Key": "api_key", "Value": "⟦x81-mmvQ0a⟧"}"#,
      ],
      stays: [#"{"name":"LOG_LEVEL","value":"debug"}"#, #"{"name":"DB_PASSWORD","value":"${DB_PASSWORD}"}"#]),
    Rule(
      name: "value-name-pair", finds: "value before a secret's name", label: "password",
      anchors: ["\"value\""],
      pattern: #""value"\s?:\s?"\#(value)"\s?,\s{0,40}"(?:name|key)"\s?:\s?"\#(name)""#, ignoresCase: true,
      boundary: .none, vanishes: [#"[{"value": "⟦C0Bk9jHxsoOEUfP1⟧", "name": "DB_PASSWORD"}]"#],
      stays: [#"{"value": "debug", "name": "LOG_LEVEL"}"#]),
    Rule(
      name: "kubernetes-env", finds: "value under a secret's name in YAML", label: "password",
      anchors: ["value:"],
      pattern: #"name:\s?["']?\#(name)["']?\s{1,40}value:\s?["']?(?<secret>[^\s"'$<{*][^\s"']{3,400})"#,
      ignoresCase: true, reach: 120, boundary: .none,
      vanishes: ["- name: DB_PASSWORD\n  value: ⟦tDu4ulbK596EjKJM⟧\n- name: X"],
      stays: ["- name: DB_HOST\n  value: db", "- name: DB_PASSWORD\n  valueFrom: x"]),
    Rule(
      name: "xml-name-value", finds: "value element beside a name element", label: "password",
      anchors: ["<value>"],
      pattern: #"<name>\#(name)</name>\s{0,40}<value>(?<secret>[^<\s$][^<]{2,400})</value>"#,
      ignoresCase: true,
      reach: 120, boundary: .none,
      vanishes: ["<parameter><name>SMTP_PASSWORD</name><value>⟦P8hVbIXhuSMn⟧</value></parameter>"],
      stays: ["<name>LEVEL</name><value>debug</value>"]),
    Rule(
      name: "xml-password-value", finds: "value element inside a password element", label: "password",
      anchors: ["password><value>", "pass><![cdata["],
      pattern: #"pass(?:word)?>(?:<value>|<!\[cdata\[)(?<secret>[^<\]\n]{3,200})(?:</value>|\]\]>)"#,
      ignoresCase: true,
      reach: 8, boundary: .none,
      vanishes: [
        "<AdministratorPassword><Value>⟦X7HQYcba20ByWi⟧</Value>",
        "<pass><![CDATA[⟦KcH30eK7nHQUJGaMy⟧]]></pass>",
      ],
      stays: ["<password><value></value></password>"]),
    Rule(
      name: "html-escaped-assignment", finds: "JSON inside HTML", label: "password", anchors: ["&quot;"],
      pattern: #"&quot;\#(name)&quot;\s?:\s?&quot;(?<secret>[^&\s$<{*][^&\n]{3,300})&quot;"#,
      ignoresCase: true,
      boundary: .none, vanishes: ["&quot;db_credential&quot;:&quot;⟦gyrD3cbVWE1l8⟧&quot;"],
      stays: ["&quot;level&quot;:&quot;debug&quot;"]),
    Rule(
      name: "erlang-binary", finds: "Erlang tuple of a secret's name and a binary", label: "password",
      anchors: ["<<\""],
      pattern: #"\{\#(name)\s?,\s?<<"(?<secret>[^"\n]{4,300})">>"#, ignoresCase: true, reach: 80,
      boundary: .none,
      vanishes: [#"{passwd,<<"⟦Jt6hLCmxcgnnKz5⟧">>}"#], stays: [#"{host,<<"db">>}"#]),
    Rule(
      name: "markdown-code-assignment", finds: "bold name and a value in backticks", label: "password",
      anchors: [":** `", "**: `"],
      pattern: #"\*\*\#(name)(?::\*\*|\*\*:) `(?<secret>[^`\s$<{*][^`\n]{3,300})`"#, ignoresCase: true,
      reach: 80,
      boundary: .none, vanishes: ["**api_key:** `⟦x-5XgP5KIhx!Cn⟧`"], stays: ["**level:** `debug`"]),
    Rule(
      name: "multipart-field", finds: "form field of a secret's name", label: "password",
      anchors: ["form-data; name="],
      pattern: #"form-data; name="\#(name)"\r?\n\r?\n(?<secret>[^\r\n]{3,300})"#, ignoresCase: true,
      boundary: .none,
      vanishes: ["form-data; name=\"JWT_SIGNING_KEY\"\n\n⟦R#WveR#9uD2UtE⟧\n--b"],
      stays: ["form-data; name=\"file\"\n\nhello"]),
    Rule(
      name: "yaml-block-scalar", finds: "secret in a folded or literal block", label: "password",
      anchors: [": >-", ": |-", ": >\n", ": |\n"],
      pattern: #"\#(name)"?: [>|]-?\n[ \t]{1,12}(?<secret>[^\s$<{*‹-][^\s]{5,400})\n?"#, ignoresCase: true,
      reach: 80,
      boundary: .none, vanishes: ["refresh_token: >-\n  ⟦QsTu#2Yu7EoF0V⟧\nx: 1"],
      stays: ["description: >-\n  text"]),
    Rule(
      name: "ansi-coloured-assignment", finds: "name and value with terminal colours between",
      label: "password",
      anchors: ["\u{1B}["],
      pattern: "\(name)\u{1B}\\[0m[=:] ?\u{1B}\\[[0-9;]{1,8}m(?<secret>[^\\s\u{1B}]{4,200})",
      ignoresCase: true, reach: 80,
      boundary: .none, vanishes: ["\u{1B}[33mADMIN_PASS\u{1B}[0m=\u{1B}[36m⟦a0WCn6NLXvICdmIv⟧\u{1B}[0m"],
      stays: ["\u{1B}[33mlevel\u{1B}[0m=\u{1B}[36mdebug\u{1B}[0m"]),
    Rule(
      name: "braced-password", finds: "password in braces, as ODBC and Maven write it", label: "password",
      anchors: ["pwd={", "password={", "<password>{"],
      pattern: #"(?:pwd=|password=|<password>)\{(?<secret>[^{}$%\s]{5,300})\}"#, ignoresCase: true,
      boundary: .none,
      vanishes: ["UID=sa;PWD={⟦XB2J6fbCbxnv⟧}", "<password>{⟦gTdST25nGDFdNcEY+6mS=⟧}</password>"],
      stays: ["password={{ vault }}", "pwd={x}"]),
    Rule(
      name: "sql-insert-password", finds: "second value of an INSERT with a password column",
      label: "password",
      anchors: ["password) values", "passwd) values"],
      pattern: #"passw(?:or)?d\) values ?\([^)\n]{1,80}?,\s?n?'(?<secret>[^'\n]{4,200})'\)"#,
      ignoresCase: true,
      boundary: .none, vanishes: ["INSERT INTO users (login, password) VALUES ('svc_a', '⟦b9J2veaJdfPSqP⟧')"],
      stays: ["INSERT INTO t (a) VALUES ('x')"]),
    Rule(
      name: "generated-password", finds: "password that a program announces once", label: "password",
      anchors: ["] user: ", "root@localhost: "],
      pattern:
        #"(?:Password for the \[[\w-]{1,30}\] user|password is generated for root@localhost): (?<secret>[^\s]{6,80})"#,
      reach: 60, boundary: .none,
      vanishes: [
        "Password for the [elastic] user: ⟦0phqBGtxVe9cU5⟧",
        "A temporary password is generated for root@localhost: ⟦CQedjqhe4GgR⟧",
      ], stays: ["[7] user: none"]),
    Rule(
      name: "jenkins-initial-password", finds: "Jenkins' first password", label: "password",
      anchors: ["proceed to installation:"],
      pattern: #"proceed to installation:\s{1,6}(?<secret>[0-9a-f]{32})"#, boundary: .none,
      vanishes: ["password to proceed to installation:\n\n⟦457ff2fda6385ad89cac3e6f8a947c53⟧\n"],
      stays: ["proceed to installation: step 2"]),
    Rule(
      name: "credential-pair", finds: "user and password after the word for both", label: "password",
      anchors: ["creds:", "credentials:", "zugangsdaten"],
      pattern: #"(?:creds:|credentials:|zugangsdaten:?) ?[\w.@-]{2,40} ?/ ?(?<secret>[^\s]{6,80})"#,
      ignoresCase: true,
      boundary: .none, vanishes: ["creds: admin / ⟦EpXb*Xt8r!6k⟧", "Zugangsdaten admin / ⟦Rqs4r0P%bEXP⟧"],
      stays: ["credentials: see vault"]),
    Rule(
      name: "used-as-password", finds: "what a sentence says to use as the password", label: "password",
      anchors: ["as the password", "as password"],
      pattern: #"use (?<secret>[^\s]{6,80}) as (?:the )?password"#, reach: 90, boundary: .none,
      vanishes: ["just use ⟦G*er%EI0aQ2v⟧ as the password"], stays: ["used as the password"]),
    Rule(
      name: "one-time-code", finds: "one-time code in a message", label: "one-time code",
      anchors: ["verification code is ", "otp: ", "code is: ", "recovery code: ", "door pin is "],
      pattern:
        #"(?:verification code is|otp:|security code is:?|recovery code:|door pin is) (?<secret>[0-9]{4,8}|[0-9a-z]{4}-[0-9a-z]{4})"#,
      ignoresCase: true, reach: 16, boundary: .none,
      vanishes: ["Your verification code is ⟦356347⟧.", "OTP: ⟦188578⟧", "recovery code: ⟦7QNZ-R35A⟧"],
      stays: ["the status code is 503"]),
    Rule(
      name: "oauth-parameter", finds: "code, verifier or signature in a request", label: "authorization",
      anchors: ["code_verifier=", "device_code=", "?sig=", "&sig=", "appid=", "?code=", "&code="],
      pattern: #"[?&]?(?:code_verifier|device_code|sig|appid|code)=(?<secret>[\w~%+/=.-]{24,400})"#,
      boundary: .none,
      entropy: 3,
      vanishes: [
        "code_verifier=⟦CFBmk4Xe1zaNRWy5Ku42a_sdT1wOGLcn⟧", "/u?sig=⟦Ka6w1t4hb8J64LR4Dzdq89KvBmqXo2⟧",
      ],
      stays: ["?code=404", "&sig=none"]),
    Rule(
      name: "github-hex-in-url", finds: "token as the user of a Git address", label: "token",
      anchors: [":x-oauth-basic@"],
      pattern: #"//(?<secret>[\w-]{20,80}):x-oauth-basic@"#, reach: 82, boundary: .none,
      vanishes: ["https://⟦67723267d69a8f566e1c84c50376f893669c023f⟧:⟦x-oauth-basic⟧@github.com/a/b"],
      stays: ["the user x-oauth-basic"]),
    Rule(
      name: "aws-account", finds: "AWS account number", label: "cloud account",
      anchors: [
        "arn:aws", ".dkr.ecr.", ".amazonaws.com/", "account id", "account_id", "accountid", "aws account",
      ],
      pattern:
        #"arn:aws[a-z-]{0,8}:[\w-]{1,30}:[\w-]{0,20}:(?<secret>[0-9]{12}):|(?<secret>[0-9]{12})\.dkr\.ecr\.|\.amazonaws\.com/(?<secret>[0-9]{12})/|(?:account[ _]?id|aws account)[^0-9a-z\n]{1,6}(?<secret>[0-9]{4}-?[0-9]{4}-?[0-9]{4})"#,
      ignoresCase: true, reach: 12, boundary: .none,
      vanishes: [
        "arn:aws:iam::⟦849573826468⟧:user/deployer", "AWS_ACCOUNT_ID=⟦911306673981⟧",
        "pull ⟦682796686432⟧.dkr.ecr.eu-west-1",
      ],
      stays: ["arn:aws:s3:::bucket", "account id missing"]),
    Rule(
      name: "odbc-password", finds: "password in braces, as ODBC writes it", label: "password",
      anchors: ["wd={", "word={"],
      pattern: #"(?:pwd|password)=\{(?<secret>[^{}\n](?:[^}\n]|\}\}){3,80})\}"#, ignoresCase: true, reach: 5,
      boundary: .none, vanishes: ["UID=etl;PWD={⟦a;b}}Mb3s49dwvKR7⟧};Timeout=30"], stays: ["PWD={}"]),
    Rule(
      name: "secret-in-cdata", finds: "secret in an element's CDATA", label: "password",
      anchors: ["<![CDATA["],
      pattern:
        #"<(?:passphrase|password|passwd|secret|token|apikey|api_key)>\s{0,4}<!\[CDATA\[(?<secret>[^\]\n]{4,200})\]\]>"#,
      ignoresCase: true, reach: 16, boundary: .none,
      vanishes: ["<Passphrase><![CDATA[⟦x<Wx9r53UAOYg3&⟧]]></Passphrase>"],
      stays: ["<note><![CDATA[hello there]]>"]),
    Rule(
      name: "perl-quoted-password", finds: "password in Perl's own quotation", label: "password",
      anchors: ["= q(", "= qq(", "=q("],
      pattern: #"(?:pass|passwd|password|secret|token)['"]?\}?\s?=\s?qq?\((?<secret>[^)\n]{4,80})\)"#,
      ignoresCase: true,
      reach: 14, boundary: .none, vanishes: ["$ENV{'DB_PASS'} = q(⟦kT4r37QhaNi2⟧);"], stays: ["$pass = q();"]),
    Rule(
      name: "sql-role-password", finds: "password of a role in SQL", label: "password",
      anchors: ["with password '", "with encrypted password '", "identified by '"],
      pattern: #"(?:with|with encrypted|identified) (?:password|by) '(?<secret>[^'\n]{4,100})'"#,
      ignoresCase: true,
      boundary: .none, vanishes: ["ALTER USER reporting WITH PASSWORD '⟦Sommer%8511vv=⟧';"],
      stays: ["sorted by 'name'"]),
    Rule(
      name: "wandb-login", finds: "key on the command line of Weights & Biases", label: "ai key",
      anchors: ["wandb login"],
      pattern: #"wandb login (?:--[\w=-]{1,20} ){0,3}(?<secret>[0-9a-f]{40})"#,
      vanishes: ["wandb login --relogin ⟦d2dc78ad853b951ae9008cfde641bc3a37326bc4⟧"],
      stays: ["wandb login --help"]),
    Rule(
      name: "password-argument", finds: "password as the last of a call's names and passwords",
      label: "password",
      anchors: ["NetworkCredential(", "DriverManager.getConnection(", "new mysqli(", "mysqli_connect("],
      pattern:
        #"(?:NetworkCredential\(|DriverManager\.getConnection\([^,\n]{1,120}, ?|new mysqli\(["'][^"'\n]{1,80}["'], ?|mysqli_connect\(["'][^"'\n]{1,80}["'], ?)["'][^"'\n]{1,60}["'], ?["'](?<secret>[^"'\n]{4,80})["']"#,
      boundary: .none,
      vanishes: [
        #"new NetworkCredential("relay", "⟦W2xtsgI?4PzZeS44⟧");"#,
        #"DriverManager.getConnection(url, "erp", "⟦AFQ9CpY_PlAeoQaM⟧");"#,
        "new mysqli('db', 'shop', '⟦4gFZl2h+ETrCI3dz⟧', 'shop', 3306);",
      ], stays: [#"new NetworkCredential("relay", password)"#]),
    Rule(
      name: "dockerfile-environment", finds: "password in a Dockerfile's older spelling", label: "password",
      anchors: ["ENV "],
      pattern: #"ENV [A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET) (?<secret>[^\s$={<]{4,100})"#,
      vanishes: ["ENV MYSQL_ROOT_PASSWORD ⟦milbw_chrpck_muxmq⟧"], stays: ["ENV DB_PASSWORD $PASSWORD"]),
    Rule(
      name: "erlang-cookie-argument", finds: "cookie of an Erlang cluster on the command line",
      label: "cookie",
      anchors: ["-setcookie "], pattern: #"-setcookie (?<secret>[A-Za-z0-9_]{8,64})"#, boundary: .none,
      vanishes: ["-setcookie ⟦MATELAIKZCJPPXAFATKA⟧ -name rabbit@mq1"], stays: ["-setcookie $COOKIE"]),
    Rule(
      name: "samba-user", finds: "password behind a Samba user", label: "password", anchors: ["smbclient "],
      pattern: #"smbclient [^\n]{1,120}? -U ["']?[\w.\\-]{1,40}%(?<secret>[^\s"']{4,80})"#, boundary: .none,
      vanishes: ["smbclient //fs/scan -U 'scanner%⟦5i56Bmt-Q8k6qKTC⟧' -c 'put a.pdf'"],
      stays: ["smbclient -L fs -U scanner"]),
    Rule(
      name: "keepalived-password", finds: "password of keepalived's instances", label: "password",
      anchors: ["auth_pass "],
      pattern: #"auth_pass (?<secret>[^\s{}]{4,64})"#, vanishes: ["auth_type PASS auth_pass ⟦bdyekslg⟧ }"],
      stays: ["auth_pass {{ vrrp }}"]),
    Rule(
      name: "phabricator-api-token", finds: "API token of Phabricator", label: "source host token",
      anchors: ["api-"],
      pattern: #"(?<secret>api-[a-z0-9]{28})"#, vanishes: ["<code>⟦api-xhy2it4anjcd60vdk2mob4yvr44o⟧</code>"],
      stays: ["api-gateway-7d9f8b6c5-x2x4q"]),
    Rule(
      name: "asana-scoped-token", finds: "personal token of Asana", label: "token", anchors: ["/"],
      pattern: #"(?<secret>[0-9]/[0-9]{12,20}/[0-9]{12,20}:[0-9a-f]{32})"#, reach: 1,
      vanishes: ["cred=⟦2/3266809347419624/7133816439893495:5176e66f4f5a11063f4156984268ea8b⟧ --wait"],
      stays: ["2/3266809347419624"]),
    Rule(
      name: "codecov-upload-line", finds: "upload token of Codecov on the command line", label: "token",
      anchors: ["codecov.io/bash"],
      pattern: #"codecov\.io/bash\)? -t (?<secret>\#(PatternPart.uuid))"#,
      vanishes: ["bash <(curl -s https://codecov.io/bash) -t ⟦bec5c5cd-a4fa-47cf-8798-b643d179b7b2⟧ -F unit"],
      stays: ["https://codecov.io/bash"]),
    Rule(
      name: "chat-number", finds: "phone number in a link to a chat", label: "phone", anchors: ["wa.me/"],
      pattern: #"wa\.me/(?<secret>[0-9]{8,15})"#, vanishes: ["https://wa.me/⟦34682332492⟧?text=ok"],
      stays: ["https://wa.me/message"]),
    Rule(
      name: "mention-in-brackets", finds: "person in an issue tracker's mention", label: "person",
      anchors: ["[~"],
      pattern: #"\[~(?:accountid:)?(?<secret>[A-Za-z][\w.@-]{2,60})\]"#, boundary: .none,
      vanishes: ["assigned to [~⟦federica.rousseau⟧] by automation"], stays: ["[~] skipped"]),
    Rule(
      name: "bare-hardware-address", finds: "hardware address without separators", label: "mac address",
      anchors: ["hwaddr"],
      pattern: #"hwaddr[:= ]{1,2}(?<secret>[0-9a-f]{12})"#, ignoresCase: true,
      vanishes: ["hwaddr:⟦0050569a827c⟧ vmnic3"], stays: ["hwaddr unknown"]),
    Rule(
      name: "typed-tax-number", finds: "national number whose type stands behind it", label: "national id",
      anchors: ["\"CPF\"", "\"SSN\""],
      pattern: #""(?<secret>[0-9]{9}|[0-9]{11})","[\w]{2,20}":"(?:CPF|SSN)""#, reach: 40, boundary: .none,
      vanishes: [
        #"{"taxId":"⟦327558003⟧","taxIdType":"SSN"}"#, #""documento":"⟦63332610090⟧","tipo":"CPF""#,
      ],
      stays: [#"{"tipo":"CPF"}"#]),
  ]
}
