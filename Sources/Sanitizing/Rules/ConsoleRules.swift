/// Secrets that a shell session shows: what a command was given, and what it printed.
enum ConsoleRules {
  static let all: [Rule] = [
    Rule(
      name: "printed-secret", finds: "secret printed by a command that reads one", label: "secret",
      anchors: [
        "secrets versions access", "get-secret-value", "vault kv get -field", "vault read -field",
        "keyvault secret show", "op read ", "bw get password", "find-generic-password", "lpass show",
        "pass show ",
        "get-session-token", "print-access-token", "print-identity-token", "auth token\n",
      ],
      pattern:
        #"(?:secrets versions access|get-secret-value|vault (?:kv get|read) -field|keyvault secret show|op read |bw get password|find-generic-password|lpass show|pass show |get-session-token|print-access-token|print-identity-token|auth token)[^\n]{0,200}\n(?<secret>[^\s'":,{}\[\]]{8,4000})\r?\n"#,
      boundary: .none, entropy: 2.8,
      vanishes: [
        "$ gcloud secrets versions access latest --secret=mailer-key\n⟦4L9mDrelqBYDFQVPY4e8fiaj6BYb9S6llvWpFuaI⟧\n"
      ],
      stays: ["op read failed\n", "vault kv get -field\nKEY_OF_THIS_PLACE = 12\n"]),
    Rule(
      name: "curl-key-as-user", finds: "API key as the user of basic authentication", label: "key",
      anchors: ["-u ", "--user "],
      pattern: #"(?:-u|--user) ["']?(?<secret>[A-Za-z0-9_-]{14,120}):(?:X|x|api_token)?["'\s]"#,
      boundary: .none,
      entropy: 3.7,
      vanishes: ["curl -u ⟦LK2Vuipt6pIKPySC23zQ⟧:X 'https://help.example.org/api/v2/tickets'"],
      stays: ["useradd -u 1004 deploy:", "curl -u deployment-user: x"]),
    Rule(
      name: "openssl-key", finds: "password of openssl enc", label: "password", anchors: ["openssl enc"],
      pattern: #"openssl enc[^\n]{0,120}? -k ["']?(?<secret>[^\s'"]{4,120})"#, boundary: .none,
      vanishes: ["openssl enc -aes-256-cbc -k ⟦PJdnxs0pLq4V0V⟧ -in a.tar"],
      stays: ["openssl enc -aes-256-cbc -in a"]),
    Rule(
      name: "oracle-wallet-credential", finds: "password given to Oracle's mkstore", label: "password",
      anchors: ["-createCredential", "-modifyCredential"],
      pattern: #"-(?:create|modify)Credential \S{1,80} \S{1,60} ["']?(?<secret>[^\s'"]{4,80})"#,
      boundary: .none,
      vanishes: ["mkstore -wrl /u01/wallet -createCredential TIDEDB app '⟦Kzt3ooV7lfR$L2r6⟧'"],
      stays: ["mkstore -listCredential"]),
    Rule(
      name: "oracle-userid", finds: "password in Oracle's userid=", label: "password", anchors: ["userid="],
      pattern: #"userid=["']?[\w$#]{1,40}/(?<secret>[^\s@'"]{4,80})(?:@|["'\s])"#, ignoresCase: true,
      boundary: .none,
      vanishes: ["exp userid=erp/⟦5kGW9kDhmQ3⟧@TIDEDB file=erp.dmp"], stays: ["userid=4711 path=/a"]),
    Rule(
      name: "snmp-v3-keys", finds: "authentication or privacy password of SNMPv3", label: "password",
      anchors: [" -A ", " -X "],
      pattern: #" -[AX] ["']?(?<secret>[^\s'"-][^\s'"]{7,80})"#, reach: 0, boundary: .none, entropy: 2.6,
      vanishes: ["snmpwalk -v3 -l authPriv -u mon -A ⟦BLDCBiCcna1y⟧ -X ⟦4WACJoZLlVr9⟧ sw-core"],
      stays: ["iptables -A FORWARD", "curl -X POST", "nmap -A 203.0.113.9", "git add -A src/"]),
    Rule(
      name: "connect-command-token", finds: "token as an argument of a vendor's login", label: "token",
      anchors: ["sem connect ", "pd -k ", "fly auth token ", "doctl auth init -t ", "heroku auth:token "],
      pattern:
        #"(?:sem connect \S{1,100} |pd -k |fly auth token |doctl auth init -t |heroku auth:token )["']?(?<secret>[A-Za-z0-9_+/=.-]{16,400})"#,
      boundary: .none, entropy: 3,
      vanishes: ["sem connect relay.semaphoreci.com ⟦p4RjUXJ1O7MaWGftlE19⟧"], stays: ["pd -k incident:list"]),
    Rule(
      name: "basic-pair", finds: "user and password behind the word basic", label: "password",
      anchors: ["basic "],
      pattern: #"basic ["']?[A-Za-z0-9_.-]{3,60}:(?<secret>[^\s'":]{8,120})"#, ignoresCase: true,
      boundary: .none,
      entropy: 3, vanishes: ["klarna basic K812044_7e6e6cb840e6:⟦cBc4z41yV9LDngGA⟧"],
      stays: ["a basic example: nothing", "basic auth: disabled"]),
    Rule(
      name: "zookeeper-digest", finds: "password of ZooKeeper's digest authentication", label: "password",
      anchors: ["addauth digest ", "digest "],
      pattern: #"addauth digest [\w.-]{1,60}:(?<secret>\S{4,120})"#, reach: 8, boundary: .none,
      vanishes: ["zk: addauth digest inv:⟦bDY1dnTSrbl6⟧"], stays: ["digest algorithm: MD5"]),
    Rule(
      name: "htdigest-line", finds: "password hash of a .htdigest file", label: "password hash",
      anchors: ["htdigest"],
      pattern: #"htdigest[^\n]{0,80}\n[\w.@-]{1,60}:[^:\n]{1,60}:(?<secret>[0-9a-f]{32})"#, boundary: .word,
      vanishes: ["cat .htdigest\nviewer:status:⟦614652b07b7630adc867baaf3b1e3a2b⟧"],
      stays: [".htdigest is missing"]),
    Rule(
      name: "sql-password-function", finds: "password in a call of SQL's PASSWORD()", label: "password",
      anchors: ["PASSWORD('", "password('", "PASSWORD(\"", "PASSWORD ('"],
      pattern: #"PASSWORD ?\(["'](?<secret>[^'"\n]{3,120})["']\)"#, ignoresCase: true, boundary: .none,
      vanishes: ["SET PASSWORD FOR 'intake'@'%' = PASSWORD('⟦He3NG9itN8?A⟧');"], stays: ["PASSWORD('')"]),
    Rule(
      name: "go-dsn", finds: "password in a data source name of Go's MySQL driver", label: "password",
      anchors: ["@tcp(", "@unix(", "@/"],
      pattern:
        #"["'\s=][\w.-]{1,60}:(?<secret>[^\s"'/@]{4,120})@(?:tcp\([^)\s]{1,100}\)|unix\([^)\s]{1,100}\))?/[\w-]"#,
      reach: 200, boundary: .none,
      vanishes: [#"goose mysql "intake:⟦xLdagN6t63uA1i⟧@/intake?parseTime=true" up"#], stays: ["user@/home"]),
    Rule(
      name: "download-token-path", finds: "entitlement token in a package host's path", label: "token",
      anchors: ["dl.cloudsmith.io/"],
      pattern: #"dl\.cloudsmith\.io/(?<secret>[A-Za-z0-9]{16})/"#, boundary: .none, entropy: 3,
      vanishes: ["https://dl.cloudsmith.io/⟦dvrNQ2XL5vHuTG44⟧/tide/relay/deb"],
      stays: ["dl.cloudsmith.io/public/tide"]),
    Rule(
      name: "link-token-path", finds: "token in the path of a reset, sign-in or invitation link",
      label: "token",
      anchors: [
        "/reset/", "/reset-password/", "/invite/", "/invitation/", "/verify/", "/magic/", "/activate/",
        "/confirm/", "/unsubscribe/",
      ],
      pattern:
        #"/(?:reset|reset-password|invite|invitation|verify|magic|activate|confirm|unsubscribe)/(?<secret>[A-Za-z0-9_-]{20,400})"#,
      boundary: .none, entropy: 3.9,
      vanishes: ["https://portal.example.org/reset/⟦BUyKRkO6faw2rS7aF4mbgXy4Z0JBlIK4yiqXh87dH7k⟧?lang=es"],
      stays: ["/verify/4711", "/reset/password-of-a-customer"]),
    Rule(
      name: "authenticator-setup-key", finds: "seed of one-time passwords", label: "otp seed",
      anchors: ["setup key", "secret key", "authenticator", "totp", "base32"],
      pattern:
        #"(?:setup key|secret key|authenticator|totp|base32)[^\n:]{0,30}[: )]\s?(?<secret>(?:[a-z2-7]{4} ){3,15}[a-z2-7]{2,4}|[a-z2-7]{16,64})"#,
      ignoresCase: true, boundary: .word, entropy: 3,
      vanishes: [
        "Authenticator setup key: ⟦atqi l4jk w7f6 qid2 cosq zygw pk2r 7zau⟧",
        "TOTP secret (base32) ⟦RTESO3VTX3U6X33EBT5J6KJ6FYHGTT4W⟧ enrolled",
      ], stays: ["the authenticator app that they used"]),
    Rule(
      name: "listed-recovery-codes", finds: "recovery codes, one after the other", label: "recovery code",
      anchors: ["recovery code", "backup code"],
      pattern:
        #"(?:recovery|backup) codes?[^\n]{0,40}[:\n\s]\s{0,4}(?<secret>(?:[0-9a-z]{4,5}-[0-9a-z]{4,5}[\s,]{0,3}){1,20}|(?:[0-9]{8}[\s,]{1,3}){2,20})"#,
      ignoresCase: true, boundary: .none, entropy: 2.4,
      vanishes: ["GitHub recovery codes\n⟦3369a-7de52\nb8750-5fe32⟧"],
      stays: ["the recovery code path was slow"]),
    Rule(
      name: "card-check-number", finds: "check number of a payment card", label: "card check number",
      anchors: ["cvv", "cvc", "csc "],
      pattern: #"(?:cvv2?|cvc2?|csc)["']?\s?[:=]?\s?["']?(?<secret>[0-9]{3,4})"#, ignoresCase: true,
      boundary: .word,
      vanishes: ["exp 09/28 cvv ⟦223⟧", #"{"cvc": "⟦4711⟧"}"#], stays: ["cvv failed 12 times"]),
    Rule(
      name: "login-in-prose", finds: "password that somebody set a login to", label: "password",
      anchors: ["login back to", "login to", "login was", "login is", "still use ", "hasło", "haslo"],
      pattern:
        #"(?:login (?:back to|to|was|is)|still use|has(?:ł|l)o[^\n]{0,30}? to) ["'`]?(?<secret>[A-Za-z][A-Za-z]{2,20}[@#$!_-][A-Za-z0-9_!@#$-]{2,30}|[0-9]{1,4}[A-Z][a-z]{2,20}[_@#!-][a-z0-9]{2,20})"#,
      boundary: .none, entropy: 2.6,
      vanishes: [
        "I set the till login back to ⟦Biscuit@9862⟧ so the shift can work.",
        "hasło do panelu to ⟦13Violet_pepper⟧",
      ], stays: ["login to sw-core failed", "we still use Postgres"]),
    Rule(
      name: "csv-password-column", finds: "password in the column of a password manager's export",
      label: "password",
      anchors: ["url,username,password", "name,url,username,password"],
      pattern:
        #"(?:name,)?url,username,password[^\n]{0,80}\n(?:[^\n,]{0,200},){2,3}(?<secret>[^\s,][^\n,]{2,120})"#,
      boundary: .none,
      vanishes: ["url,username,password,extra,name\nhttps://pos.example.org,till7,⟦7M!3nySQNxVmF⟧,,POS"],
      stays: ["url,username,password\n"]),
    Rule(
      name: "user-and-password-flags", finds: "password behind a user in a command's flags",
      label: "password",
      anchors: [" -p ", " -P "],
      pattern: #" -[uUl] \S{1,60} -[pP] ["']?(?<secret>[^\s'"-][^\s'"]{3,80})"#, reach: 66, boundary: .none,
      entropy: 2.2,
      vanishes: [
        "cqlsh cass2 9042 -u inv -p ⟦l17UBV9drBfs⟧ -e x",
        "ipmitool -I lanplus -U ADMIN -P ⟦VRHVLFyChcn6⟧ chassis",
      ], stays: ["ssh -l deploy -p 2222 host", "psql -U app -p 5432"]),
    Rule(
      name: "cookie-flag", finds: "session cookie in a command's flag", label: "session",
      anchors: ["--cookie "],
      pattern: #"--cookie ["']?(?<secret>[A-Za-z0-9_+/=-]{16,400})"#, boundary: .none, entropy: 2.8,
      vanishes: ["openconnect --cookie ⟦65BC34ADF018C61475AF331CFACE7F5C⟧ vpn"],
      stays: ["curl --cookie jar.txt x"]),
    Rule(
      name: "echoed-password", finds: "password that echo gives to a command", label: "password",
      anchors: [
        "| sudo -S", "| cryptsetup", "--password-stdin", "| passwd --stdin", "| openssl passwd",
        "--pass-stdin",
      ],
      pattern:
        #"(?:echo|printf) (?:-n )?["']?(?<secret>[^\s'"|]{4,120})["']? \| ?[^\n|]{0,80}?(?:sudo -S|cryptsetup|--password-stdin|passwd --stdin|openssl passwd|--pass-stdin)"#,
      reach: 220, boundary: .none,
      vanishes: [
        "echo ⟦PandaVelvet14⟧ | sudo -S systemctl restart inv",
        #"echo -n "⟦31Magnet_velvet⟧" | cryptsetup luksOpen a"#,
      ], stays: ["cat file | sudo -S tee x"]),
    Rule(
      name: "bitlocker-recovery-password", finds: "BitLocker recovery password", label: "recovery code",
      anchors: ["bitlocker", "numerical password", "recovery key", "recovery password"],
      pattern:
        #"(?:bitlocker|numerical password|recovery (?:key|password))[\s\S]{0,160}?(?<secret>(?:[0-9]{6}-){7}[0-9]{6})"#,
      ignoresCase: true, boundary: .word,
      vanishes: [
        "Numerical Password:\n  Password:\n    ⟦527791-296879-539715-209737-302467-606683-262570-133507⟧"
      ], stays: ["BitLocker recovery key 527791-296879"]),
    Rule(
      name: "teradata-logon", finds: "password of Teradata's .LOGON", label: "password",
      anchors: [".LOGON ", ".logon "],
      pattern: #"\.LOGON \S{1,60}/[\w.-]{1,40},(?<secret>[^\s;]{3,80})"#, ignoresCase: true, boundary: .none,
      vanishes: [".LOGON tdprod/loader,⟦KibPK9BlRa5⟧;"], stays: [".LOGON tdprod/loader"]),
    Rule(
      name: "shell-variable-password", finds: "password in fish's and make's assignments", label: "password",
      anchors: ["PASS", "TOKEN", "SECRET"],
      pattern:
        #"(?:set -gx \w{0,40}(?:PASS|TOKEN|SECRET)\w{0,24} |\w{0,40}(?:PASS|TOKEN|SECRET)\w{0,24} \?= )["']?(?<secret>[^\s'"$]{6,200})"#,
      reach: 60, boundary: .none, entropy: 2.8,
      vanishes: ["SFTP_PASS ?= ⟦f8PUoHqHb39BC⟧\nupload: dist", "set -gx PGPASS_INV ⟦f0gSU5Id8cjPy4⟧"],
      stays: ["PASS ?= $(cat f)"]),
    Rule(
      name: "meeting-passcode", finds: "passcode or host key of a meeting", label: "password",
      anchors: ["meeting passcode", "host key"],
      pattern:
        #"(?:meeting passcode|host key)\s?:?\s?(?<secret>[0-9]{4,10}|[A-Za-z][A-Za-z0-9@*_-]{3,15}[0-9@*])[\s).,;]"#,
      ignoresCase: true,
      boundary: .word,
      vanishes: ["Meeting passcode: ⟦467713⟧ (host key ⟦251535⟧)"], stays: ["host key verification failed"]),
    Rule(
      name: "authorization-app", finds: "Infobip API key in its header", label: "key",
      anchors: ["Authorization: App "],
      pattern: #"Authorization: App (?<secret>[0-9a-f]{32}-[0-9a-f-]{36})"#, boundary: .none, entropy: 3,
      vanishes: [
        "Authorization: App ⟦96aca7510d31eaa5a55c0fe9ad101638-413da69f-4c3c-442a-8812-eab786020a43⟧"
      ],
      stays: ["Authorization: App missing"]),
    Rule(
      name: "key-in-prose", finds: "key as hexadecimal digits behind words that warn of it", label: "key",
      anchors: ["do not commit", "do not share", "don't share", "keep secret", "rotate this"],
      pattern:
        #"(?:do not commit|do not share|don't share|keep secret|rotate this)[^\n]{0,20}?(?<secret>[0-9a-fA-F]{32,64})"#,
      boundary: .word, entropy: 3,
      vanishes: ["Bot key for the bridge (do not commit): ⟦3a2cf08f8fd1f07edbf3b4eb36ed8e6ca3bc048b⟧"],
      stays: ["do not commit this file"]),
    Rule(
      name: "sensitive-output", finds: "value that Terraform marks as sensitive", label: "secret",
      anchors: ["\"sensitive\": true", "\"sensitive\":true"],
      pattern: #""sensitive"\s?:\s?true[^}]{0,80}"value"\s?:\s?"(?<secret>[^"\n]{3,400})""#, boundary: .none,
      vanishes: [#""db_password": {"sensitive": true, "type": "string", "value": "⟦A61dL7!Qa6irmVhC!%Hn⟧"}"#],
      stays: [#""sensitive": true, "type": "string""#]),
    Rule(
      name: "wallet-words", finds: "seed words of a wallet", label: "passphrase",
      anchors: ["backup words", "wallet words", "secret words", "seed words", "12 words", "24 words"],
      pattern:
        #"(?:backup|wallet|secret|seed|12|24) words[^\n:]{0,20}:\s{1,3}(?<secret>(?:[a-z]{3,8} ){11,23}[a-z]{3,8})"#,
      ignoresCase: true, boundary: .word,
      vanishes: [
        "wallet backup words: ⟦fancy muffin offer equal scorpion harsh caught arm never jar cake hire⟧"
      ], stays: ["in 12 words: it broke"]),
    Rule(
      name: "neo4j-auth", finds: "password in Neo4j's NEO4J_AUTH", label: "password", anchors: ["NEO4J_AUTH"],
      pattern: #"NEO4J_AUTH["']?\s?[:=]\s?["']?[\w.-]{1,40}/(?<secret>[^\s"'$<{]{4,120})"#, boundary: .none,
      vanishes: ["NEO4J_AUTH=neo4j/⟦qPhSIn7YI48Y7r0TP⟧"],
      stays: ["NEO4J_AUTH=none", "NEO4J_AUTH=neo4j/$PASSWORD"]),
    Rule(
      name: "nats-seed", finds: "seed of a NATS key", label: "nats seed",
      anchors: ["SUA", "SAA", "SOA", "SNA", "SCA", "SXA"],
      pattern: #"S[UAONCX]A[A-Z2-7]{55}"#, entropy: 3.5,
      vanishes: ["⟦SUAZ7HKPHCCRPVW764ZFKXHOXCQ7O3VWU7K6NMSYQ5CVGERI4DJ4ZUBWDK⟧"],
      stays: ["SUAVE", "SOA record of example.org"]),
    Rule(
      name: "cisco-type-7", finds: "password in Cisco's reversible type 7", label: "password",
      anchors: ["password 7 ", "key 7 ", "secret 7 ", "key-string 7 ", "community 7 "],
      pattern: #"(?:password|key|secret|key-string|community) 7 (?<secret>[0-9A-F]{6,80})"#,
      ignoresCase: true,
      vanishes: ["username admin privilege 15 password 7 ⟦E3FD194FCFA2B34C665A2C⟧"],
      stays: ["password 7 days old", "key 7 of 12"]),
    Rule(
      name: "login-pair", finds: "user and password with a stroke between", label: "password",
      anchors: ["log in with ", "login with ", "logged in with ", "sign in with ", "credentials ", "creds "],
      pattern:
        #"(?:log in|login|logged in|sign in|credentials|creds)(?: with| are)?:? ["'`]?[\w.@-]{2,60}["'`]? / ["'`]?(?<secret>[^\s"'`]{6,80})"#,
      ignoresCase: true, boundary: .none, entropy: 2.8,
      vanishes: ["log in with admin / ⟦1jVdn!jqlc0VHIG⟧ on the staging dashboard"],
      stays: ["log in with Google / GitHub instead"]),
    Rule(
      name: "reset-link", finds: "token in the path of a link that resets, confirms or invites",
      label: "token",
      anchors: [
        "/reset/", "/reset-password/", "/password_reset/", "/verify/", "/invite/", "/invitation/",
        "/confirm/", "/activate/", "/magic/", "/unsubscribe/",
      ],
      pattern:
        #"/(?:reset|reset-password|password_reset|verify|invite|invitation|confirm|activate|magic|unsubscribe)/(?<secret>[A-Za-z0-9_-]{24,200})"#,
      boundary: .none, entropy: 3,
      vanishes: [
        "https://app.example.com/password/reset/⟦824b903d6dd4a00cb4b67ad884da756c78d95e24e0ca0bc6b00ef40e40cc1f3a⟧ valid"
      ],
      stays: ["GET /reset/form", "POST /verify/email-address"]),
    Rule(
      name: "shell-prompt-login", finds: "login in a shell's prompt", label: "user",
      anchors: [":~$ ", ":~# ", ":~/"],
      pattern: #"(?<secret>[a-z][a-z0-9._-]{2,30})@[\w.-]{1,60}:[~/][\w./-]{0,60}[$#] "#, reach: 92,
      boundary: .word,
      except: [
        "root", "ubuntu", "admin", "debian", "centos", "ec2-user", "postgres", "git", "deploy", "vagrant",
        "core",
      ],
      vanishes: ["⟦iyildiz⟧@till7:~$ journalctl -xe"], stays: ["root@db:~# id", "git@github.com:org/repo"]),
    Rule(
      name: "cron-login", finds: "login in cron's messages", label: "user", anchors: [") CMD ("],
      pattern: #"\((?<secret>[a-z][a-z0-9._-]{2,30})\) CMD \("#, reach: 34, boundary: .none,
      except: ["root", "www-data", "postgres", "nobody", "backup", "deploy", "jenkins"],
      vanishes: ["cron[881]: (⟦dgrunwald⟧) CMD (/opt/till/sync)"], stays: ["(root) CMD (run-parts)"]),
    Rule(
      name: "encoded-home-path", finds: "login in a percent-encoded home path", label: "user",
      anchors: ["%2FUsers%2F", "%2Fhome%2F", "%2fhome%2f"],
      pattern: #"%2[Ff](?:Users|home)%2[Ff](?<secret>[A-Za-z][\w.-]{1,30})"#, boundary: .none,
      except: ["runner", "ubuntu", "ec2-user", "deploy"],
      vanishes: ["file=%2FUsers%2F⟦ewojcik⟧%2Ftill.log"], stays: ["%2Fhome%2Fubuntu", "%2Fhomepage%2Findex"]),
  ]
}
