/// Credentials in cookies, mail dialogues, code and command lines that name them by their place, not by a word.
enum DialogueRules {
  private static let uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

  static let all: [Rule] = [
    Rule(
      name: "aspnet-cookie", finds: "ASP.NET authentication or session cookie", label: "session",
      anchors: [".ASPXAUTH=", "ASP.NET_SessionId=", "CfDJ8"],
      pattern:
        #"(?:\.ASPXAUTH=|ASP\.NET_SessionId=)?(?<secret>CfDJ8[A-Za-z0-9_-]{40,4000}|[0-9A-Fa-f]{64,1000}|[a-z0-9]{24})"#,
      boundary: .word, entropy: 3,
      vanishes: [
        "Cookie: .ASPXAUTH=⟦B6D6285F0322EB36C8A23D159484DF5A7021D6C1063A2E374E65350F3022D13DC3⟧",
        ".AspNetCore.Cookies=⟦CfDJ8evMidlEhzpi1tjhqbLKq8Zleo4FhH5qGbO4Ox45vtxx4PcOuI954-3HsNg⟧",
      ], stays: [".ASPXAUTH=expired"]),
    Rule(
      name: "short-session-cookie", finds: "session cookie by its short name", label: "session",
      anchors: ["session=", "sid=", "sess="],
      pattern: #"(?:session|sid|sess)=(?<secret>\.?[A-Za-z0-9_.%+/-]{24,4000})"#, boundary: .none,
      entropy: 3.6,
      vanishes: [
        "Set-Cookie: session=⟦.eJw315PZWfzT5pKwZM5IaqFu7THoQk.ZowW2T.uSUekLkXtuhUZZFfkbWGviJf0aj⟧; Path=/",
        "sid=⟦LMezVsX1l4jZGSToqyXBvCbjLX_rknzSsLmIl8UKE0IqOHj⟧; theme=dark",
      ], stays: ["session=expired", "sid=42"]),
    Rule(
      name: "pop3-dialogue", finds: "password after USER in a mail or file server's dialogue",
      label: "password",
      anchors: ["PASS "],
      pattern:
        #"USER [^\n\\]{1,60}(?:\n|\\n|\\r\\n)(?:[+0-9][^\n\\]{0,80}(?:\n|\\n|\\r\\n))?PASS (?<secret>\S{4,80})"#,
      reach: 160, boundary: .none,
      vanishes: ["USER intake\n+OK\nPASS ⟦3eZJ$1u?0tvA3⟧\n-ERR [AUTH] Authentication failed"],
      stays: ["PASS test"]),
    Rule(
      name: "imap-dialogue", finds: "password in an IMAP login", label: "password", anchors: [" login "],
      pattern:
        #"(?:\n|\\n)[A-Za-z0-9.]{1,8} login ["']?[\w.@-]{2,60}["']? (?<secret>\S{4,80}?)(?:\n|\\n)[A-Za-z0-9.]{1,8} (?:OK|NO|BAD)"#,
      ignoresCase: true, reach: 10, boundary: .none,
      vanishes: ["* OK IMAP4rev1\n1 login intake ⟦4RLpQT79W7jB⟧\n1 NO Login failed"],
      stays: ["a login page was slow"]),
    Rule(
      name: "client-constructor", finds: "key given to a client in code", label: "key",
      anchors: ["Client(", "Client.new(", "SDK(", "Raven.config("],
      pattern:
        #"(?:Client|SDK)(?:\.new)?\(["'](?:AC[0-9a-f]{32}["'], ?["'])?(?<secret>[A-Za-z0-9_-]{24,120})["']\)"#,
      boundary: .none, entropy: 3.1,
      vanishes: [
        "co = cohere.Client('⟦jInP8PL3kYtJrwS0DbvPlnTBPQnlFOLy0eshGseh⟧')",
        "Client('AC3bedb1da08430bec18c551b7cd085d3b', '⟦d233f5c0a219bd2d28c8ccbcf99f9af4⟧')",
      ], stays: ["new HttpClient('orders-service')"]),
    Rule(
      name: "login-call", finds: "password given to a login call in code", label: "password",
      anchors: [".login(", ".authenticate(", ".connect(", ".auth("],
      pattern:
        #"\.(?:login|authenticate|connect|auth)\(["'][\w.@-]{2,60}["'], ?["'](?<secret>[^"'\n]{6,80})["']"#,
      boundary: .none, vanishes: ["self.client.login('intake', '⟦xQ^4yto8FxLI⟧')"],
      stays: ["self.login(user, password)", "bus.connect('a', 'b')"]),
    Rule(
      name: "default-assignment", finds: "secret assigned where none is set", label: "secret",
      anchors: ["||=", "??="],
      pattern:
        #"(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|password|secret|token)["'\]]{0,3} ?(?:\|\||\?\?)= ?["'](?<secret>[^"'\n]{4,120})["']"#,
      reach: 20, boundary: .none, vanishes: [#"ENV["SMTP_PASSWORD"] ||= "⟦qN3btSL4oSB851⟧""#],
      stays: ["count ||= 0"]),
    Rule(
      name: "spoken-key", finds: "key behind the words for it", label: "key",
      anchors: [
        "hmac key", "api key", "signing key", "encryption key", "write key", "secret key", "my key",
        "license key",
      ],
      pattern:
        #"(?:hmac|api|signing|encryption|write|secret|my|license) key(?: [a-z]{1,14}){0,5}(?: is|:|=)? ["']?(?<secret>[0-9a-f]{32,128}|[A-Za-z0-9]{32,64})"#,
      ignoresCase: true, boundary: .word, entropy: 3,
      vanishes: [
        "HMAC key for notifications ⟦3E75D0CCD684FEAEA9581C36DD618F6F2805297E08435BC7C5B2C998CBE06407⟧",
        "my key for the sandbox is ⟦654d5766cf8320fa131f78889f4ab7e8⟧",
      ], stays: ["the api key of the team was rotated", "api key format documentation"]),
    Rule(
      name: "task-password", finds: "password of a scheduled task or service account", label: "password",
      anchors: [" /rp ", " /p:", "password= "],
      pattern: #"(?: /rp | /p:| obj= [^\n]{1,60} password= )["']?(?<secret>[^\s"'/*%$][^\s"']{3,80})"#,
      reach: 80,
      boundary: .none,
      vanishes: [#"schtasks /create /tn nightly /ru TIDE\⟦svc_nightly⟧ /rp ⟦9GzC56Z6vKLSR⟧"#],
      stays: ["schtasks /rp *"]),
    Rule(
      name: "snmp-command-community", finds: "SNMP community on a command line", label: "password",
      anchors: ["snmp"],
      pattern: #"snmp(?:get|walk|set|getnext|bulkwalk|bulkget|table)[^\n]{0,80} -c ?(?<secret>\S{4,60})"#,
      boundary: .none, except: ["public", "private"],
      vanishes: ["snmpget -v2c -c ⟦b6d11apVXj⟧ sw-core ifInOctets.3"],
      stays: ["snmpwalk -v2c -c public host"]),
    Rule(
      name: "encoded-element", finds: "password in a percent-encoded element", label: "password",
      anchors: ["assword%3E", "assword%3e", "ecret%3E", "oken%3E"],
      pattern: #"(?:assword|ecret|oken)%3[Ee](?<secret>[^\s&%][^\s&]{3,200}?)%3[Cc]"#, boundary: .none,
      vanishes: ["POST data=%3Cpassword%3E⟦F7wLCnHtPtDWb⟧%3C%2Fpassword%3E"], stays: ["%3Cpassword%3E%3C"]),
    Rule(
      name: "element-with-attributes", finds: "password in an element with attributes", label: "password",
      anchors: ["assword "],
      pattern: #"[Pp]assword [A-Za-z:]{2,20}="[^"\n]{0,120}"[^>\n]{0,80}>(?<secret>[^<\s$]{4,120})</"#,
      reach: 2,
      boundary: .none,
      vanishes: [##"<wsse:Password Type="#PasswordText">⟦mS8Lkj47L4yktH⟧</wsse:Password>"##],
      stays: [#"<password type="x"></password>"#]),
    Rule(
      name: "wireguard-echo", finds: "WireGuard private key on a command line", label: "private key",
      anchors: ["private-key", "PrivateKey", "genkey"],
      pattern:
        #"(?:private-key|PrivateKey|genkey)[^\nA-Za-z0-9+/]{1,4}(?:<\(echo )?(?<secret>[A-Za-z0-9+/]{43}=)"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "wg set wg0 private-key <(echo ⟦wH7UeZSHB7pVd+1LvS/zg716mYcohNBRatbAkLFQPVY=⟧) listen-port 51900"
      ],
      stays: ["private-key /etc/wg.key"]),
    Rule(
      name: "hardhat-account", finds: "private key of an Ethereum account in a list", label: "private key",
      anchors: ["accounts"],
      pattern: #"accounts?["']?\s?[:=]\s?\[[^\]\n]{0,20}["'](?<secret>0x[0-9a-fA-F]{64})["']"#,
      boundary: .none,
      vanishes: [#"accounts: ["⟦0x87eb5ebafe2c19b8d3b272c7f88cb8f1d9f1010eb96838559b2a2672399c9d26⟧"]"#],
      stays: ["accounts: []"]),
    Rule(
      name: "token-in-path", finds: "token as a part of an address's path", label: "token",
      anchors: ["/t/"],
      pattern: #"/t/(?<secret>[a-z]{2}-\#(uuid))"#, boundary: .none,
      vanishes: ["https://conda.anaconda.org/t/⟦tk-49e3c50d-5174-407a-ae06-ec05ca320587⟧/tide"],
      stays: ["/t/1"]),
    Rule(
      name: "intake-key", finds: "Datadog key in an intake address", label: "datadog key",
      anchors: ["/v1/input/"],
      pattern: #"/v1/input/(?<secret>[0-9a-f]{32})"#, boundary: .word,
      vanishes: ["https://http-intake.logs.datadoghq.eu/v1/input/⟦649c0afc6c9fe57c07cf8e7d09f205cd⟧"],
      stays: ["/v1/input/list"]),
    Rule(
      name: "bearer-option", finds: "bearer token in HTTPie's option", label: "token", anchors: ["--auth="],
      pattern: #"--auth=["']?(?<secret>[A-Za-z0-9._~+/-]{24,400})"#, boundary: .none, entropy: 3,
      vanishes: [
        "http --auth='⟦3247695951392f2e4eb279c6f78b647f6ec81d10011f1a117df5737c7d43c19f⟧' GET https://a.example"
      ],
      stays: ["http --auth=$TOKEN"]),
    Rule(
      name: "ossutil-option", finds: "secret in ossutil's option", label: "alibaba secret",
      anchors: ["ossutil", "aliyun configure"],
      pattern: #"(?:ossutil|aliyun)[^\n]{0,200} (?:-k|--access-key-secret) (?<secret>[A-Za-z0-9]{28,40})"#,
      boundary: .none,
      vanishes: ["ossutil config -e oss.example -i LTAI -k ⟦Sum53LXhO3ahebYIoDMrHFlb9aDqYM⟧"],
      stays: ["ossutil ls"]),
    Rule(
      name: "acl-tokens-block", finds: "token in Consul's tokens block", label: "consul token",
      anchors: ["tokens"],
      pattern:
        #"tokens ?\{[^}\n]{0,80}(?:agent|default|replication|master|initial_management) ?= ?"(?<secret>\#(uuid))""#,
      boundary: .none, vanishes: [#"acl { tokens { agent = "⟦4574bfd3-fa31-447f-b7b3-0e5d0cacaef1⟧" } }"#],
      stays: ["tokens { }"]),
    Rule(
      name: "login-with-slash", finds: "login and password with a slash between", label: "password",
      anchors: ["login with ", "log in with ", "logged in with ", "rman target "],
      pattern: #"(?:log(?:ged)? ?in with|rman target) [\w.@-]{2,40}/(?<secret>[^\s,;@/]{6,60})"#,
      ignoresCase: true,
      boundary: .none, vanishes: ["login with intake/⟦VN%zCPM5Bg7⟧ if SSO is down"],
      stays: ["log in with SAML/OIDC"]),
    Rule(
      name: "pgpass-wildcards", finds: "password in a line of .pgpass with wildcards", label: "password",
      anchors: [":*:"],
      pattern: #"[\w.*-]{1,80}:\*:[A-Za-z*][\w.*-]{0,60}:[A-Za-z*][\w.*-]{0,60}:(?<secret>[^\s:]{4,80})"#,
      reach: 84,
      boundary: .none, vanishes: ["*:*:relay:repl:⟦ZFlGTYVjwqsi1qLu⟧"], stays: ["a:*:b"]),
    Rule(
      name: "irc-nick", finds: "nickname in a chat log", label: "person", anchors: ["] <"],
      pattern: #"[0-9]{2}\] <[@+ ]?(?<secret>[A-Za-z][\w.-]{2,30})>"#, reach: 3, boundary: .none,
      vanishes: ["[16:51] <⟦aorourke⟧> who owns the relay vip?"], stays: ["[12] <3"]),
    Rule(
      name: "tilde-home", finds: "login in the short form of a home folder", label: "user",
      anchors: [" ~", "\"~", "'~", "=~", "\n~"],
      pattern: #"[\s"'=]~(?<secret>[a-z][a-z0-9_-]{2,30})/"#, boundary: .none,
      except: ["root", "git", "deploy", "postgres"],
      vanishes: ["sh: ~⟦mdemir⟧/bin/deploy.sh: permission denied"], stays: ["~/bin/deploy.sh", "HEAD~1"]),
    Rule(
      name: "id-login", finds: "login in the output of id, who and last", label: "user", anchors: ["uid="],
      pattern: #"(?:uid=[1-9][0-9]{3,6}\((?<secret>[a-z][a-z0-9._-]{1,30})\))"#, boundary: .none,
      except: ["root", "nobody", "daemon", "www-data"], vanishes: ["uid=1007(⟦kcastellanos⟧) gid=100(users)"],
      stays: ["uid=0(root)"]),
    Rule(
      name: "terminal-login", finds: "login in the output of who and last", label: "user",
      anchors: [" pts/", " tty"],
      pattern: #"(?:last: |who: |\s)(?<secret>[a-z][a-z0-9._-]{2,30})\s{1,16}(?:pts/|tty)[0-9]"#, reach: 50,
      boundary: .none,
      except: ["root", "still", "reboot"],
      vanishes: ["last: ⟦rcastellanos⟧  pts/0  Sun Sep 13 22:10 still logged in"],
      stays: ["root     pts/0"]),
    Rule(
      name: "events-routing-key", finds: "PagerDuty key beside an event's action", label: "pagerduty key",
      anchors: ["routing_key"],
      pattern: #"routing_key["']?\s?[:=]\s?["']?(?<secret>[0-9a-z]{32})"#, boundary: .word, entropy: 3.2,
      vanishes: [#"{"routing_key":"⟦03xrf7o4zy051yh1ao2b1hok7sdntaxp⟧","event_action":"trigger"}"#],
      stays: ["routing_key: orders.created"]),
    Rule(
      name: "runas-user", finds: "login behind a domain in an option", label: "user",
      anchors: ["/user:", "/ru "],
      pattern: #"(?:/user:|/ru )[A-Za-z0-9.-]{2,30}\\(?<secret>[A-Za-z][\w.-]{2,40})"#, boundary: .none,
      vanishes: [#"runas /user:TIDEHQ\⟦vnowak⟧ mmc.exe"#], stays: ["/user:backup"]),
    Rule(
      name: "directory-person", finds: "person's name in a distinguished name", label: "person",
      anchors: ["CN=", "cn="],
      pattern: #"(?:CN|cn)=(?<secret>[A-Z][\w'.-]{1,30}(?: [A-Z][\w'.-]{0,30}){1,3}),(?:OU|DC|CN|ou|dc|cn)="#,
      boundary: .none,
      vanishes: ["CN=⟦Bogdan Krishnamurthy⟧,OU=Ops,DC=example"], stays: ["CN=orders.example.org,OU=Ops"]),
    Rule(
      name: "aws-account-field", finds: "AWS account number in a field", label: "aws account",
      anchors: ["ccount", "wner"],
      pattern: #"(?:[Aa]ccount(?:[ _-]?[Ii][Dd])?|[Oo]wner(?:Id)?)["']?\s?[:=]\s?["']?(?<secret>[0-9]{12})"#,
      reach: 1,
      boundary: .word, vanishes: [#"{"Account": "⟦818269625921⟧", "Region": "us-west-2"}"#],
      stays: ["account: 42"]),
    Rule(
      name: "spaced-slash-phone", finds: "telephone number with a slash between blanks", label: "phone",
      anchors: [" / "],
      pattern: #"0[1-9][0-9]{1,4} / [0-9][0-9 ]{4,11}[0-9]"#, reach: 7, boundary: .word,
      vanishes: ["erreichbar unter ⟦0171 / 39 200 66⟧"], stays: ["10 / 12 checks"]),
    Rule(
      name: "iban-in-small-letters", finds: "IBAN in small letters", label: "iban", anchors: ["iban"],
      pattern: #"iban["']?\s?[:=]?\s?["']?(?<secret>[a-z]{2}[0-9]{2}[a-z0-9]{11,30})"#, boundary: .word,
      vanishes: ["iban:⟦nl78rabo0979044774⟧ normalised"], stays: ["iban: missing"]),
    Rule(
      name: "irish-pps", finds: "Irish PPS number", label: "national id", anchors: ["pps"],
      pattern: #"ppsn?[^\n0-9]{0,20}(?<secret>[0-9]{7}[a-w][a-w]?)"#, ignoresCase: true, boundary: .word,
      vanishes: ["PPS number ⟦9316167D⟧ already registered"], stays: ["1200 pps"]),
    Rule(
      name: "german-passport", finds: "number of a German passport or identity card", label: "passport",
      anchors: ["reisepass", "personalausweis", "ausweisnummer"],
      pattern:
        #"(?:reisepass|personalausweis|ausweisnummer)[^\n0-9]{0,16}?(?<secret>[a-z]{2,6}[0-9][a-z0-9]{2,8})"#,
      ignoresCase: true, boundary: .word, vanishes: ["Reisepass-Nr. ⟦CNSHAC7DL⟧ abgelaufen"],
      stays: ["Reisepass fehlt"]),
    Rule(
      name: "driving-licence-uk", finds: "UK driving licence number", label: "driving licence",
      anchors: ["licen", "dvla"],
      pattern:
        #"(?:licen[cs]e|dvla)[^\n]{0,30}?\s(?<secret>[a-z9]{5}[0-9][0156][0-9][0-3][0-9][0-9][a-z9]{2}[a-z0-9][a-z]{2})"#,
      ignoresCase: true, boundary: .word, vanishes: ["DVLA check licence ⟦VGGPH112168AH9HB⟧"],
      stays: ["licence MIT"]),
    Rule(
      name: "post-box", finds: "post office box and place", label: "address", anchors: [" Box ", "ostfach "],
      pattern: #"(?:P\.?O\.? Box|[Pp]ostfach) [0-9][0-9 ]{0,7}[0-9],? [A-Z0-9][\w '-]{2,30}(?: [0-9]{4,5})?"#,
      reach: 6,
      boundary: .none, vanishes: ["send it to ⟦PO Box 7895, Dunedin 9054⟧."], stays: ["Search Box 12"]),
    Rule(
      name: "date-of-birth-french", finds: "date of birth with both endings", label: "date of birth",
      anchors: ["é(e) le", "e(e) le"],
      pattern: #"n[ée]+\(e\) le (?<secret>[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4})"#, reach: 3,
      boundary: .none,
      vanishes: ["né(e) le ⟦01/07/1956⟧"], stays: ["arrivé(e) le 01/07"]),
    Rule(
      name: "date-of-birth-short", finds: "date of birth behind the German abbreviation",
      label: "date of birth",
      anchors: ["geb. "], pattern: #"geb\. (?:am )?(?<secret>[0-3]?[0-9]\.[01]?[0-9]\.[0-9]{2,4})"#,
      ignoresCase: true, vanishes: ["geb. ⟦26.02.1981⟧, Kundennr. 4313"],
      stays: ["geb. Müller, seit 26.02.2019"]),
    Rule(
      name: "born-on", finds: "date behind the word born", label: "date of birth", anchors: ["born"],
      pattern:
        #"born(?: on| in|:|=|,|":|"=)?[ "'(]{0,3}(?<secret>[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{2,4}|[0-9]{1,2}\.? [a-z]{3,9},? [0-9]{4}|[a-z]{3,9} [0-9]{1,2},? [0-9]{4})"#,
      ignoresCase: true,
      vanishes: ["born on ⟦1998-11-09⟧ failed", "customer (born ⟦4 Oct 1987⟧)", "born on ⟦March 15, 1974⟧"],
      stays: ["born to fail: chaos run 2025-03-14", "the process was born 3 s ago"]),
    Rule(
      name: "twice-encoded-mailbox", finds: "e-mail address that was percent-encoded twice", label: "email",
      anchors: ["%2540"],
      pattern: #"(?:%3D|%253D|[=:"' /])(?<secret>[\w.+-]{1,64}%2540[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"#,
      reach: 70, boundary: .none,
      vanishes: ["/reset%3Femail%3D⟦takumi.ibanez%2540northfield.co.uk⟧%26step%3D2"], stays: ["a%2540"]),
    Rule(
      name: "private-pointer", finds: "reverse name of a private address", label: "private ip",
      anchors: ["in-addr.arpa"],
      pattern:
        #"(?<secret>(?:[0-9]{1,3}\.){3}10|(?:[0-9]{1,3}\.){2}168\.192|(?:[0-9]{1,3}\.){2}(?:1[6-9]|2[0-9]|3[01])\.172)\.in-addr\.arpa"#,
      reach: 16, boundary: .none, vanishes: ["PTR ⟦17.3.20.10⟧.in-addr.arpa -> NXDOMAIN"],
      stays: ["PTR 5.2.0.192.in-addr.arpa", "PTR 8.8.8.8.in-addr.arpa"]),
    Rule(
      name: "french-password", finds: "password between French quotation marks", label: "password",
      anchors: ["mot de passe"],
      pattern: #"mot de passe[^\n]{0,60}?« ?(?<secret>[\w!#$%&*+./:;=?@^~-]{4,60}) ?»"#,
      ignoresCase: true, boundary: .none,
      vanishes: ["Le mot de passe du compte est « ⟦maple_929Kqq⟧ » (voir 8443)."],
      stays: ["mot de passe oublié"]),
  ]
}
