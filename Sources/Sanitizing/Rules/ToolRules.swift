/// Credentials as tools print, store and take them: dumps, command lines, configuration dialects.
enum ToolRules {
  private static func rule(
    _ name: String, _ finds: String, _ label: String, _ anchors: [String], _ pattern: String, reach: Int = 0,
    boundary: Rule.Boundary = .none, entropy: Double? = nil, vanishes: String, stays: String
  ) -> Rule {
    Rule(
      name: name, finds: finds, label: label, anchors: anchors, pattern: pattern, reach: reach,
      boundary: boundary,
      entropy: entropy, vanishes: [vanishes], stays: [stays])
  }

  static let all: [Rule] = [
    rule(
      "aws-key-table", "AWS secret key in the CLI's text output", "aws secret key", ["ACCESSKEY"],
      #"ACCESSKEY\s{1,8}AK?[A-Z0-9]{16,20}\s{1,8}\S{8,30}\s{1,8}(?<secret>[A-Za-z0-9/+]{40})"#,
      vanishes:
        "ACCESSKEY ⟦AKIASORYM6LJ45O3GDZK⟧ 2026-08-01T10:53:18Z ⟦yInT6ol1fFD12DdtlyqTQ8Hm/dnfcb8BrJW1MH1m⟧ Active",
      stays: "ACCESSKEY column"),
    rule(
      "ssm-secure-string", "value of an SSM secure string", "secret", ["SecureString"],
      #"SecureString"\s?,\s{0,12}"Value"\s?:\s?"(?<secret>[^"\n]{4,400})""#,
      vanishes: #"{"Type":"SecureString","Value":"⟦QSbBpC?P6rx4E09S!L⟧","Version":7}"#,
      stays: #""Type":"SecureString""#),
    rule(
      "key-vault-value", "value that a key vault shows", "secret", ["\"contentType\""],
      #""contentType"[^\n]{0,60}\n\s{0,12}"value": "(?<secret>[^"\n]{4,400})""#,
      vanishes: "\"contentType\": null,\n  \"value\": \"⟦yh_.x3LQiJtTd3.NsmMIk0⟧\"",
      stays: "\"contentType\": null"),
    rule(
      "app-access-token", "application token behind its id", "token", ["access_token="],
      #"access_token=[0-9]{8,20}(?:\||%7C)(?<secret>[A-Za-z0-9_-]{20,60})"#,
      vanishes: "?access_token=8476135911669936|⟦384iZIvHg33CmL3-QsSWcGZxvEW⟧", stays: "access_token=expired"),
    rule(
      "twitch-oauth", "chat token", "token", ["oauth:"], #"oauth:(?<secret>[a-z0-9]{28,36})"#, entropy: 3,
      vanishes: "PASS oauth:⟦eo6e3131ceexlfmfr2orfib44wibpf⟧", stays: "oauth: enabled"),
    rule(
      "password-manager-session", "session of a password manager", "session", ["BW_SESSION", "OP_SESSION_"],
      #"(?:BW_SESSION|OP_SESSION_[A-Za-z0-9_]{1,40})=["']?(?<secret>[^\s"']{20,160})"#,
      vanishes: #"export BW_SESSION="⟦lNToeRy8ktHiyjUJuAfRG6tcC+vnfx1QqNXKiygka52OLFze5G⟧""#,
      stays: "BW_SESSION is unset"),
    rule(
      "initial-password", "password that a tool made at first", "password", ["initial-password"],
      #"initial-password[^\n]{0,60}\n(?<secret>[^\s]{8,60})\n"#,
      vanishes: "argocd admin initial-password -n argocd\n⟦jyFto9_xixtY27lq⟧\n\n",
      stays: "initial-password was changed"),
    rule(
      "private-calendar", "private address of a calendar", "token", ["/private-"],
      #"/private-(?<secret>[0-9a-f]{32})/"#,
      vanishes: "/ical/oncall/private-⟦1ba81abd8f68665a1abd4efcf214a382⟧/basic.ics", stays: "/private-link/"),
    rule(
      "hawk-mac", "MAC of a Hawk header", "token", ["Hawk id="],
      #"Hawk id=[^\n]{0,200}mac="(?<secret>[A-Za-z0-9+/=]{20,100})""#,
      vanishes:
        #"Hawk id="dh37", ts="1771741000", nonce="j4h", mac="⟦Y8XhKudIa7Gm6LIpL7ezTdePWJPkufV0AB8uUObT05M=⟧""#,
      stays: "Hawk id=unknown"),
    rule(
      "cas-ticket", "ticket of a single sign-on server", "session", ["ST-", "TGT-", "PGT-"],
      #"(?<secret>(?:ST|TGT|PGT)-[0-9]{1,9}-[A-Za-z0-9._-]{16,120})"#, entropy: 3.4,
      vanishes: "login?ticket=⟦ST-56976-DVb8KtvsjIAlHYVwelJm-cas01⟧ 302", stays: "ST-12-A"),
    rule(
      "device-code", "code of a device login", "token", ["device_code"],
      #"device_code["']?\s?[:=]\s?["']?(?<secret>[A-Za-z0-9_-]{20,120})"#,
      vanishes: #"{"device_code":"⟦ZpJS8YpgDJegBtZ1KLeMx2EtqAK17xE6cMKvCECE⟧"}"#,
      stays: "device_code: pending"),
    rule(
      "gateway-cookie", "session cookie of a gateway or a login that is remembered", "session",
      ["MRHSession=", "LastMRH_Session=", "NSC_", "remember-me=", "SAMLart="],
      #"(?:MRHSession|LastMRH_Session|NSC_[A-Z]{3,8}|remember-me|SAMLart)=(?<secret>[A-Za-z0-9+/=%_-]{8,400})"#,
      vanishes: "Set-Cookie: remember-me=⟦b3BzOjE3OTAwMDAwMDAwMDA6NzBjOTZkZjRiYTI4⟧; Max-Age=1",
      stays: "NSC_ cookies"),
    rule(
      "php-dump", "password in PHP's dump of a value", "password", ["\"]=>"],
      #"(?:assword|ecret|oken|asswd)"\]=>\s{1,12}string\([0-9]{1,4}\) "(?<secret>[^"\n]{3,200})""#, reach: 8,
      vanishes: "[\"password\"]=>\n  string(14) \"⟦e?uB^3gmMG8!^e⟧\"",
      stays: "[\"user\"]=>\n  string(3) \"inv\""),
    rule(
      "rust-option", "secret in Rust's dump of a value", "secret", ["Some(\""],
      #"(?:token|password|secret|api_key): Some\("(?<secret>[^"\n]{6,200})"\)"#, reach: 20,
      vanishes: #"Conn { url: "nats", token: Some("⟦p5ODsE4Zlt7Kji5jw3LLSJDlVsRj⟧") }"#,
      stays: #"host: Some("broker")"#),
    rule(
      "value-below-key", "password on the line below its key", "password",
      ["passphrase:\n", "password:\n", "secret:\n"],
      #"(?:passphrase|password|secret):\n\s{2,24}(?<secret>[^\s:#{\[*|>-][^\s:]{5,80})(?:\n|\s{0,2}$)?"#,
      vanishes: "pillar.get backup\n  passphrase:\n      ⟦AutumnBiscuit17⟧\n",
      stays: "password:\n  type: string"),
    rule(
      "console-csv", "console password in AWS's file of new users", "password", ["User name,Password"],
      #"User name,Password[^\n]{0,120}\n[^,\n]{1,80},(?<secret>[^,\n]{4,80}),"#,
      vanishes: "User name,Password,Console login link\nci,⟦HP%#hLbPbM0a%q⟧,https://a.example",
      stays: "User name,Password"),
    rule(
      "redis-acl-password", "password in a Redis access list", "password", ["SETUSER"],
      #"SETUSER \S{1,60} (?:on |off )?(?:[~&+@*]\S{1,60} ){0,4}>(?<secret>\S{6,120})"#,
      vanishes: "ACL SETUSER billing on >⟦vhpEMeZl6m7Q1Puoeo2opJDa⟧ ~inv:* +@read",
      stays: "ACL SETUSER billing on nopass"),
    rule(
      "identified-by-word", "password without quotes in SQL", "password",
      ["IDENTIFIED BY ", "identified by "],
      #"(?:IDENTIFIED BY|identified by) (?<secret>[A-Za-z_]{0,40}[0-9$#!@%^&*+-][A-Za-z0-9_$#!@%^&*+-]{4,60})"#,
      vanishes: "CONNECT TO rpt IDENTIFIED BY ⟦1lVIv952hFSl⟧ USING 'ERPPROD'", stays: "identified by its id"),
    rule(
      "etcdctl-user", "password in etcdctl's option", "password", ["etcdctl"],
      #"etcdctl[^\n]{0,120} --user[ =][\w.-]{1,40}:(?<secret>\S{4,80})"#,
      vanishes: "etcdctl --user root:⟦Yq3fFKd575Vch7⟧ endpoint health", stays: "etcdctl endpoint health"),
    rule(
      "mosquitto-option", "password in Mosquitto's option", "password", ["mosquitto_"],
      #"mosquitto_(?:pub|sub|rr|passwd)[^\n]{0,160} -P (?<secret>\S{4,80})"#,
      vanishes: "mosquitto_pub -h broker -u till -P ⟦X5Xr!z0tMxPH⟧ -t a", stays: "mosquitto_sub -t a"),
    rule(
      "net-user", "password in net user", "password", ["net user "],
      #"net user \S{1,40} (?<secret>[^\s/*][^\s]{5,60}) /"#,
      vanishes: "net user breakglass ⟦FMdbdhy!9bbjbT⟧ /add /y", stays: "net user breakglass /delete"),
    rule(
      "recovery-key", "recovery key of a disk", "secret", ["ecovery key"],
      #"ecovery key (?:= |: |is )'?(?<secret>[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){4,8})"#,
      vanishes: "Recovery key = '⟦BM3L-B79L-H2ZF-7PHX-2S82-4G6G⟧'", stays: "Recovery key = escrowed"),
    rule(
      "expect-send", "password that a script sends", "password", ["assword:"],
      #"assword:["']?\s?[;}]?\s?send (?:-- )?"(?<secret>[^"\\\n]{4,80})"#,
      vanishes: #"expect -re "assword:"; send -- "⟦Y+z9i%13I+ri⟧\r""#, stays: #"expect "assword:""#),
    rule(
      "htpasswd-option", "password in htpasswd's batch mode", "password", ["htpasswd -"],
      #"htpasswd -[A-Za-z]{0,4}b[A-Za-z]{0,4} (?:\S{1,120} )?[\w.@-]{1,40} (?<secret>[^\s-]\S{3,80})"#,
      vanishes: "htpasswd -b /etc/nginx/.ht viewer ⟦xb2eFZouFhj3⟧", stays: "htpasswd -c file"),
    rule(
      "archive-option", "password of an archive", "password", ["7z ", "7za ", "zip -P ", "unzip -P "],
      #"(?:7za? [^\n]{0,120}-p|(?:un)?zip -P )(?<secret>[^\s"'][^\s]{4,80})"#,
      vanishes: "7z x q3.7z -p⟦ZXqpwFeBBM8rdY⟧ -o/tmp",
      stays: "7z x q3.7z"),
    rule(
      "keychain-option", "password of a keychain", "password", ["unlock-keychain", "create-keychain"],
      #"(?:unlock|create)-keychain -p "?(?<secret>[^"\s]{4,80})"#,
      vanishes: #"security unlock-keychain -p "⟦9!QdL40IpxjZ⟧" build.keychain"#,
      stays: "security unlock-keychain"),
    rule(
      "tsig-option", "TSIG key on a command line", "key", ["hmac-"],
      #"hmac-(?:md5|sha[0-9]{1,3}):[\w.-]{1,60}:(?<secret>[A-Za-z0-9+/=]{16,120})"#,
      vanishes: "nsupdate -y hmac-sha256:ddns:⟦NHl1O6VGq1LnAlGTm7J/ViHj8ITTAwSugyoFzc48b8c=⟧",
      stays: "hmac-sha256 is used"),
    rule(
      "router-digest-key", "key of a routing protocol", "key", ["message-digest-key", "key-string "],
      #"(?:message-digest-key [0-9]{1,3} md5(?: [0-9])?|key-string(?: [0-9])?) (?<secret>\S{4,80})"#,
      vanishes: "ip ospf message-digest-key 1 md5 ⟦4MCjh9fr4Hd⟧", stays: "message-digest-key missing"),
    rule(
      "fortinet-secret", "encrypted secret of a FortiGate", "secret", [" ENC "],
      #"set [a-z-]{3,30} ENC (?<secret>[A-Za-z0-9+/=]{16,400})"#, reach: 40,
      vanishes: "set passwd ENC ⟦u7bcFEv/H/F65uJIZ2No6ZbUdnE/woi1gAfUQplfkwl9⟧", stays: "ENC header"),
    rule(
      "firewall-api-key", "API key of a PAN-OS firewall", "key", ["key=LUFRPT"],
      #"key=(?<secret>LUFRPT[A-Za-z0-9+/=]{20,200})"#,
      vanishes: "/api/?type=op&key=⟦LUFRPT1HkaqZ3DYnQPmg2iB6PS40C4lh06qOdhpS3i5jFru34BNj⟧", stays: "key=LUFR"),
    rule(
      "wifi-code", "password in a Wi-Fi code", "password", ["WIFI:"],
      #"WIFI:[^\n]{0,80}P:(?<secret>[^;\n]{4,80});"#,
      vanishes: "WIFI:S:guest;T:WPA;P:⟦S5QDV#Ukg13u⟧;;", stays: "WIFI: down"),
    rule(
      "encoded-password-element", "password in base64 in an element", "password", ["encoding=\"base64\">"],
      #"<Pass(?:word)? encoding="base64">(?<secret>[A-Za-z0-9+/=]{4,200})<"#, reach: 12,
      vanishes: #"<Pass encoding="base64">⟦NGRNIWVscEtrc1NvRQ==⟧</Pass>"#,
      stays: #"<Icon encoding="base64">AA==</Icon>"#),
    rule(
      "websphere-password", "WebSphere's disguised password", "password", ["{xor}", "{aes}"],
      #"(?<secret>\{(?:xor|aes)\}[A-Za-z0-9+/=]{6,200})"#, vanishes: #"password="⟦{xor}GzU2bW0rCT4oETlu⟧""#,
      stays: "{xor}"),
    rule(
      "encrypt-key", "key of an encrypting endpoint", "key", ["encrypt.key="],
      #"encrypt\.key=(?<secret>[^\s&"']{8,200})"#,
      vanishes: "POST /decrypt with encrypt.key=⟦MfVQug3YofQaLxuaP4D6k2yy⟧ 200", stays: "encrypt.key="),
    rule(
      "openvpn-static-key", "OpenVPN static key", "private key", ["-----BEGIN OpenVPN Static key"],
      #"-----BEGIN OpenVPN Static key V1-----[0-9a-f\s\\nr]{20,1200}(?:-----END OpenVPN Static key V1-----)?"#,
      vanishes:
        "⟦-----BEGIN OpenVPN Static key V1-----\n9ac4190d986ff881327dd93820c1b414\n-----END OpenVPN Static key V1-----⟧",
      stays: "BEGIN OpenVPN"),
    rule(
      "certificate-store", "certificate store with its private key in base64", "private key",
      ["PFX=", "P12=", "KEYSTORE=", "pfx: ", "keystore: "],
      #"(?:PFX|P12|KEYSTORE|pfx|keystore)(?:=|: )["']?(?<secret>MI[IK][A-Za-z0-9+/=]{60,12000})"#,
      vanishes: "WINDOWS_CERT_PFX=⟦MIIJjk6i1EeNQ+7AaVbOuOgbE7wBbzIhRKqn/s4WSvf97WbLok98NtLb8Adv+D6NPva9F1Zs⟧",
      stays: "PFX=missing"),
    rule(
      "registry-payload", "registry password that ECR gives", "token", ["eyJwYXlsb2FkIj"],
      #"(?<secret>eyJwYXlsb2FkIj[A-Za-z0-9+/=_-]{60,8000})"#,
      vanishes: "⟦eyJwYXlsb2FkIjogIllVSlRtYnpvRDJXaU93aVVGaThWZm11MHpoYWtLZm1BZ21JM1pkdktwWUpUeG96⟧",
      stays: "eyJwYXlsb2FkIj"),
    rule(
      "pass-for", "password for something in a sentence", "password",
      ["pass for ", "password for ", "pw for "],
      #"(?:pass|password|pw) for [\w .-]{2,40} is (?<secret>[^\s,;]*[0-9!@#$%^&*][^\s,;]{2,60})"#,
      vanishes: "the new pass for grafana is ⟦89eu$3IJzO6d⟧ pls dont share",
      stays: "the password for grafana is expired"),
    rule(
      "chap-secrets", "password in a line of chap-secrets", "password", [" * \""],
      #" \* "(?<secret>[^"\n]{4,80})" \*"#,
      vanishes: "till7 * \"⟦cK$DV0%6QxSi5⟧\" *", stays: "a * \"b\""),
    rule(
      "escaped-mail", "mail address with an escaped sign", "email", ["\\u0040", "&#64;", "&#x40;"],
      #"(?<secret>[\w.+-]{1,60}(?:\\u0040|&#64;|&#x40;)[\w.-]{2,120}\.[a-zA-Z]{2,12})"#, reach: 60,
      vanishes: #"{"contact":"⟦oskar.balogun\u0040webpost.nl⟧"}"#, stays: #"a \u0040 b"#),
    rule(
      "iam-user", "person in an IAM user's name", "user", [":user/"],
      #":user/(?<secret>[a-z][a-z]{1,20}[._][a-z]{2,30})"#,
      vanishes: "arn:aws:iam::⟦690895552789⟧:user/⟦torbjorn.tamm⟧", stays: "arn:aws:iam::aws:user/ci-deploy"),
    rule(
      "calendar-person", "person in a calendar or card", "person", ["CN=", "FN:", "<v "],
      #"(?:;CN=|\nFN:|<v )(?<secret>[A-ZÀ-Þ][\w'.-]{1,30} [A-ZÀ-Þ][\w'. -]{1,40}?)(?:[:;>\n]|\r)"#, reach: 1,
      vanishes: "ORGANIZER;CN=⟦Precious Tamm⟧:mailto:⟦precious.tamm@orlimar.io⟧", stays: "<v 2.0>"),
    rule(
      "gecos-name", "person in a line of passwd", "person", [":x:"],
      #":x:[0-9]{3,7}:[0-9]{3,7}:(?<secret>[A-Z][\w'.-]{1,30} [A-Z][\w'. -]{1,40})[,:]"#,
      vanishes: "⟦llew⟧:x:1004:1004:⟦Aoife Llewellyn⟧,,,:/srv:/bin/zsh",
      stays: "www-data:x:33:33:www-data:/var/www"),
    rule(
      "regional-aws-host", "host of an AWS service inside a region", "internal host", [".amazonaws.com"],
      #"(?<secret>[a-z0-9][\w.-]{2,120}\.(?:efs|kafka|elasticache|redshift|memorydb|docdb|neptune|mq|dms|es|cache|rds|elb)\.[a-z]{2}(?:-[a-z]{2,12}){1,3}-[0-9]\.amazonaws\.com)"#,
      reach: 160,
      vanishes: "mount ⟦fs-06aa0a3f8f0dda2f9.efs.eu-west-2.amazonaws.com⟧:/ timed out",
      stays: "oidc.eks.eu-west-2.amazonaws.com"),
    rule(
      "flow-log-account", "AWS account in a flow log", "aws account", [" eni-"],
      #"[0-9] (?<secret>[0-9]{12}) eni-"#, reach: 16,
      vanishes: "2 ⟦318414332029⟧ eni-044111dfd71a3c4e5 203.0.113.7", stays: "an eni-1"),
    rule(
      "japanese-mobile", "mobile number of Japan, Brazil or the like", "phone", ["0-", ") 9", ") 8"],
      #"(?<secret>0[789]0-[0-9]{4}-[0-9]{4}|\([1-9][0-9]\) 9[0-9]{4}-[0-9]{4})"#, reach: 4, boundary: .word,
      vanishes: "tel ⟦090-7239-1505⟧", stays: "report f77ca070-1146-0073-c280-60e151acc2d7"),
  ]
}
