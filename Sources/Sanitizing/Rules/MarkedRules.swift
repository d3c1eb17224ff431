/// What a word before it gives away: people by how they are addressed, numbers by what they are called, addresses of clients.
enum MarkedRules {
  private static let word =
    #"[A-ZÄÖÜÁÉÍÓÚÀÈÇÑŁŚŻ][A-Za-zäöüßáéíóúàèçñãõłśżźćńëïœæøå]{1,30}(?:['-][A-Z][a-zäöüéèçñ]{1,20})?"#
  private static let quad = #"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}"#
  private static let privateQuad =
    #"(?:10\.[0-9]{1,3}|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|100\.(?:6[4-9]|[7-9][0-9]))\.[0-9]{1,3}\.[0-9]{1,3}"#
  private static let login = #"(?<secret>[a-z][a-z0-9._-]{2,30})"#
  private static let accounts = [
    "root", "admin", "ubuntu", "debian", "centos", "git", "deploy", "ec2-user", "azureuser", "core",
    "vagrant",
    "jenkins", "postgres", "ansible", "nobody", "test", "user", "core", "opc", "cloud-user",
  ]

  static let all: [Rule] = people + numbers + addresses + secrets

  private static let people: [Rule] = [
    Rule(
      name: "honorific", finds: "name behind Mr, Frau, Mme or Sra.", label: "person",
      anchors: [
        "Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Herr ", "Herrn ", "Frau ", "Mme ", "Mlle ", "Monsieur ",
        "Madame ",
        "Sra. ", "Señor ", "Señora ", "Signor ", "Signora ", "Mevrouw ",
      ],
      pattern:
        #"(?:Mrs?\.?|Ms\.|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sra\.|Señora?|Signora?|Mevrouw) (?:Dr\. |Prof\. |van |von |de )?(?<secret>\#(word)(?: \#(word))?)"#,
      boundary: .none, except: ["und", "oder", "robot"], verifier: .beginsWord,
      vanishes: [
        "Herr ⟦Niederhauser⟧ zog den Stecker", "Mme ⟦Gauthier⟧ n'arrive plus", "said Mr ⟦Quennec⟧.",
      ],
      stays: ["Frau und Mann", "Mr. 404", "worked on HSMs. We failed"]),
    Rule(
      name: "greeting", finds: "name that a letter greets", label: "person",
      anchors: ["Hi ", "Hello ", "Dear ", "Hey ", "Hallo ", "Liebe ", "Lieber ", "Bonjour ", "Hola "],
      pattern: #"(?:Hi|Hello|Dear|Hey|Hallo|Lieber?|Bonjour|Hola) (?<secret>\#(word)(?: \#(word))?),\r?\n"#,
      boundary: .none,
      except: [
        "all", "team", "everyone", "everybody", "there", "folks", "colleagues", "both", "sir", "madam",
        "customer",
        "customers", "support", "kolleginnen", "kollegen", "zusammen", "tous", "equipo", "leaders",
      ], verifier: .beginsWord,
      vanishes: ["Hi ⟦Laurens⟧,\nthe certificate expired"],
      stays: ["Hi All,\nthe certificate", "Dear Team,\n", "Hi Bob"]),
    Rule(
      name: "handover-arrow", finds: "who takes over", label: "person", anchors: ["andover "],
      pattern: #"andover[:,]? (?:from )?\#(word)(?: \#(word))? (?:→|->|to) (?<secret>\#(word) \#(word))"#,
      vanishes: ["Handover Ops Desk → ⟦Tarquin Spence⟧ at 08:00"], stays: ["handover notes -> wiki"]),
    Rule(
      name: "chat-profile", finds: "login beside the name in a chat's profile", label: "person",
      anchors: ["\"display_name\""],
      pattern: #""real_name":\s?"[^"\n]{2,60}",\s?"display_name":\s?"(?<secret>[a-z][a-z0-9._]{2,30})""#,
      reach: 90,
      boundary: .none,
      vanishes: [#"{"real_name":"⟦Oksana Hrytsenko⟧","display_name":"⟦oksana_h⟧"}"#],
      stays: [#"{"display_name":"prod"}"#]),
    Rule(
      name: "irc-line", finds: "nickname behind a time in a chat log", label: "person", anchors: [" <"],
      pattern: #"[0-9]{2}:[0-9]{2}(?::[0-9]{2})? <[@+ ]?(?<secret>[A-Za-z][\w.-]{2,30})>"#, reach: 8,
      boundary: .none,
      vanishes: ["09:58 <⟦perrin_t⟧> load avg 48"], stays: ["09:58 <3", "at 09:58 < 10:00"]),
    Rule(
      name: "passwd-line", finds: "login in a line of passwd", label: "user", anchors: [":x:"],
      pattern: #"(?<secret>[a-z][a-z0-9._-]{2,30}):x:[1-9][0-9]{3,6}:"#, reach: 31, boundary: .word,
      except: accounts,
      vanishes: ["⟦tgreenhalgh⟧:x:1004:1004:,,,:/srv:/bin/zsh"],
      stays: ["nobody:x:65534:65534", "root:x:0:0"]),
    Rule(
      name: "listed-owner", finds: "login of a file's owner", label: "user",
      anchors: ["r-- ", "r-x ", "rw- ", "--- "],
      pattern:
        #"[-dl][rwxsStT-]{9}[.+@]? {0,4}[0-9]{1,4} {1,4}\#(login) {1,8}[A-Za-z][\w.-]{1,30} {1,12}[0-9]{1,14} "#,
      reach: 9, boundary: .none, except: accounts + ["app", "www-data", "mysql", "node", "nginx", "redis"],
      vanishes: ["-rw-r--r-- 1 ⟦gmcallister⟧ staff 4096 Feb 11 04:00 core"],
      stays: ["-rw-r--r-- 1 root root 4096 Feb 11 04:00 core"]),
    Rule(
      name: "listed-group", finds: "login as the group of a file", label: "user",
      anchors: ["r-- ", "r-x ", "rw- ", "--- "],
      pattern:
        #"[-dl][rwxsStT-]{9}[.+@]? {0,4}[0-9]{1,4} {1,4}[a-z][a-z0-9._-]{2,30} {1,8}\#(login) {1,12}[0-9]{1,14} "#,
      reach: 9, boundary: .none,
      except: accounts + [
        "app", "www-data", "mysql", "node", "nginx", "redis", "staff", "wheel", "users", "adm", "docker",
        "sudo", "shadow",
      ],
      vanishes: ["-rw-r--r-- 1 ⟦gmcallister⟧ ⟦gmcallister⟧ 4096 Feb 11 04:00 core"],
      stays: ["-rw-r--r-- 1 root root 4096 Feb 11 04:00 core"]),
    Rule(
      name: "database-login", finds: "login in PostgreSQL's log", label: "user", anchors: ["user="],
      pattern: #"user=\#(login),db="#, boundary: .none,
      except: accounts + ["app", "api", "web", "orders", "replicator", "pgbouncer", "datadog"],
      vanishes: ["[8812] user=⟦rsokolov⟧,db=orders FATAL: too many connections"],
      stays: ["[8812] user=postgres,db=orders FATAL"]),
    Rule(
      name: "shell-prompt", finds: "login and host of a shell's prompt", label: "user", anchors: ["$ "],
      pattern: #"(?<secret>[a-z][a-z0-9._-]{1,30}@[a-z][a-z0-9-]{1,40}):/[^\s$#]{0,80}\$ "#, reach: 124,
      verifier: .beginsWord,
      vanishes: ["⟦akinyi@build-host7⟧:/srv/app$ ./migrate up"], stays: ["git@example:~ x", "costs 5$ each"]),
    Rule(
      name: "group-login", finds: "login as its own group in the output of id", label: "user",
      anchors: ["gid="],
      pattern: #"gid=[1-9][0-9]{3,6}\((?<secret>[a-z][a-z0-9._-]{1,30})\)"#, boundary: .none,
      except: accounts + ["users", "staff", "sudo", "docker", "wheel", "nogroup"],
      vanishes: ["uid=1007(⟦cthibault⟧) gid=1007(⟦cthibault⟧)"], stays: ["gid=1000(users)"]),
    Rule(
      name: "signature", finds: "name below the closing of a letter", label: "person",
      anchors: [
        "egards,\n", "egards\n", "Cheers,\n", "Best,\n", "incerely,\n", "Grüßen\n", "Grüße\n", "Gruß\n",
        "Gruss\n",
        "ordialement,\n", "aludos,\n", "Thanks,\n",
      ],
      pattern:
        #"(?:egards,?|Cheers,|Best,|incerely,|Grüßen|Grüße|Gruß|Gruss|ordialement,|aludos,|Thanks,)\n\n?(?<secret>\#(word)(?: \#(word)){0,2})\n"#,
      boundary: .none, except: ["the team", "team", "all", "everyone", "the sre team", "support", "ops"],
      vanishes: ["Kind regards,\n⟦Caitlin Ostrander⟧\nSite Reliability Engineer\n"],
      stays: ["Thanks,\nall of you\n", "Regards,\nThe team\n"]),
    Rule(
      name: "code-mark", finds: "login in a mark of open work", label: "person",
      anchors: ["TODO(", "FIXME(", "XXX("],
      pattern: #"(?:TODO|FIXME|XXX)\(\#(login)\)"#, boundary: .none,
      except: ["bug", "todo", "perf", "later", "docs"],
      vanishes: ["// TODO(⟦jorisd⟧): remove after the migration"], stays: ["TODO(#4711): x", "FIXME(b/1234)"]),
    Rule(
      name: "ssh-config-user", finds: "login in an SSH configuration", label: "user",
      anchors: ["\n  User ", "\n    User ", "\n\tUser "],
      pattern: #"\n\s{1,8}User \#(login)\s*\n"#, boundary: .none, except: accounts,
      vanishes: ["Host bastion\n  HostName jump.example.org\n  User ⟦gbertolini⟧\n  Port 2222\n"],
      stays: ["Host x\n  User git\n  Port 22\n", "  User says no\n"]),
    Rule(
      name: "handover", finds: "people who hand over to each other", label: "person",
      anchors: ["andover from ", "and-over from ", "anded over by ", "anded over from "],
      pattern: #"[Hh]and(?:over|-over|ed over) (?:from|by) (?<secret>\#(word) \#(word))"#, reach: 1,
      vanishes: ["Handover from ⟦Joris Verhoeven⟧ at 06:00"], stays: ["handover from the night shift"]),
    Rule(
      name: "name-field", finds: "given or family name in a field, in other languages", label: "person",
      anchors: [
        "orname", "achname", "<nom>", "prenom", "prénom", "apellido", "cognome", "voornaam", "achternaam",
        "nombre",
        "nazwisko",
      ],
      pattern:
        #"(?:[Vv]orname|[Nn]achname|<nom>|[Pp]r[eé]nom|[Aa]pellidos?|[Cc]ognome|[Vv]oornaam|[Aa]chternaam|[Nn]ombre|[Nn]azwisko)["']?\s?[:=>]?\s?["']?(?<secret>\#(word)(?: \#(word)){0,2})"#,
      reach: 2, boundary: .none,
      vanishes: [
        "Vorname=⟦Heike⟧;Nachname=⟦Niederhauser⟧;", "<nom>⟦Chevallier⟧</nom>",
        "apellidos: ⟦Zamorano Quintanilla⟧",
      ],
      stays: ["nombre: api-gateway", "Vorname fehlt"]),
    Rule(
      name: "foreign-owner", finds: "person in a field in Cyrillic, Chinese or Japanese", label: "person",
      anchors: ["Автор", "Исполнитель", "Ответственный", "Дежурный", "负责人", "担当者", "经办人", "联系人", "作者"],
      pattern:
        #"(?:Автор|Исполнитель|Ответственный|Дежурный|负责人|担当者|经办人|联系人|作者)(?::|：) ?(?<secret>[^\s,;:/|(]{3,60}(?: [^\s,;:/|(]{3,60})?)"#,
      boundary: .none,
      vanishes: ["负责人：⟦王晓明⟧\n影响范围：支付接口", "Автор: ⟦Екатерина Соловьёва⟧\n"], stays: ["Автор не указан"]),
    Rule(
      name: "windows-account-name", finds: "login in a Windows security event", label: "user",
      anchors: ["Account Name:"], pattern: #"Account Name:\s{1,8}(?<secret>[A-Za-z][\w.-]{2,40})"#,
      boundary: .none,
      except: ["system", "anonymous", "administrator", "guest", "network", "local"],
      vanishes: ["failed to log on. Account Name: ⟦heike.steinmetz⟧ Status: 0xC000006D"],
      stays: ["Account Name: -", "Account Name: SYSTEM"]),
  ]

  private static let numbers: [Rule] = [
    Rule(
      name: "encoded-plus-phone", finds: "international telephone number in an encoded form", label: "phone",
      anchors: ["%2B"], pattern: #"[=:]%2B(?<secret>[1-9][0-9]{9,14})"#, reach: 1, boundary: .none,
      vanishes: ["Twilio To=%2B⟦13124489055⟧ From="], stays: ["q=a%2Bb"]),
    Rule(
      name: "spoken-code", finds: "one-time code that somebody was sent", label: "code",
      anchors: ["erification code", "ecurity code", "ne-time code", "ogin code", "sms code", "SMS code"],
      pattern:
        #"(?:verification|security|one-time|login|sms) code(?: is| was|:)? ["']?(?<secret>[0-9]{4,8})"#,
      ignoresCase: true, reach: 9, vanishes: ["read out the verification code ⟦537823⟧ on the call"],
      stays: ["verification code expired after 600 s"]),
    Rule(
      name: "sim-number", finds: "number of a SIM card or its subscriber", label: "sim",
      anchors: ["iccid", "imsi"], pattern: #"(?:iccid|imsi)[^0-9\n]{0,10}(?<secret>[0-9]{14,20})"#,
      ignoresCase: true,
      vanishes: ["SIM ICCID=⟦8949022444429997376⟧", "cause #15 imsi=⟦262011338861983⟧"],
      stays: ["imsi missing 12"]),
    Rule(
      name: "prescriber", finds: "number of a prescriber in the US", label: "prescriber", anchors: ["DEA "],
      pattern: #"DEA (?:no\. ?|number )?(?<secret>[A-Z]{2}[0-9]{7})"#,
      vanishes: ["prescriber DEA ⟦AC3702215⟧ is locked"], stays: ["DEA 4"]),
    Rule(
      name: "provider-number", finds: "number of a health care provider in the US", label: "prescriber",
      anchors: ["NPI"], pattern: #"NPI[^0-9\n]{1,8}(?<secret>[12][0-9]{9})"#,
      vanishes: ["NPI ⟦1553567508⟧, eRx status 900"], stays: ["NPI 12"]),
    Rule(
      name: "number-plate", finds: "number plate", label: "number plate",
      anchors: ["ennzeichen", "umber plate", "icence plate", "icense plate", "reg plate"],
      pattern:
        #"(?:ennzeichen|umber plate|icen[cs]e plate|reg plate)[^\nA-ZÄÖÜ0-9]{1,6}(?<secret>[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[EH]?|[A-Z]{2}[0-9]{2} ?[A-Z]{3})"#,
      boundary: .none, vanishes: ["mit Kennzeichen ⟦M-KX 8695⟧ vor der Schranke"],
      stays: ["Kennzeichen fehlt"]),
    Rule(
      name: "southern-id", finds: "national number of Greece or Israel", label: "national id",
      anchors: ["ΑΜΚΑ", "AMKA", "eudat zehut", "eudat Zehut"],
      pattern: #"(?:ΑΜΚΑ|AMKA|eudat [Zz]ehut)[^0-9\n]{1,6}(?<secret>[0-9]{9,11})"#,
      vanishes: ["ΑΜΚΑ ⟦26015820272⟧ δεν βρέθηκε", "teudat zehut ⟦685584963⟧"], stays: ["AMKA 12"]),
    Rule(
      name: "mexican-taxpayer", finds: "number of a Mexican taxpayer", label: "national id",
      anchors: ["RFC del ", "RFC: "],
      pattern: #"RFC(?:: | del [a-z]{4,12} )(?<secret>[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3})"#,
      vanishes: ["RFC del receptor ⟦HEHV911016IG4⟧ (CFDI40143)"], stays: ["RFC: 9110"]),
    Rule(
      name: "place-on-a-map", finds: "coordinates in GeoJSON", label: "coordinates",
      anchors: ["coordinates\""],
      pattern: #"coordinates"\s?:\s?\[\s?(?<secret>-?[0-9]{1,3}\.[0-9]{4,12},\s?-?[0-9]{1,3}\.[0-9]{4,12})"#,
      boundary: .none, vanishes: [#"{"coordinates":[⟦-3.704172,40.418184⟧]}"#],
      stays: [#""coordinates":[1,2]"#]),
    Rule(
      name: "wallet", finds: "address of somebody's wallet", label: "wallet",
      anchors: ["wallet 0x", "wallet: 0x", "wallet=0x", "wallet\":\"0x", "wallet\": \"0x"],
      pattern: #"wallet(?: |: |=|": ?")(?<secret>0x[0-9a-fA-F]{40})"#,
      vanishes: ["user wallet ⟦0x01eb48701c11b941431f5df0695e882e1ce72f79⟧ nonce too low"],
      stays: ["wallet 0x12"]),
  ]

  private static let addresses: [Rule] = [
    Rule(
      name: "client-address", finds: "public address of a client in a field", label: "client ip",
      anchors: [
        "client_ip", "clientip", "client-ip", "remote_ip", "remoteip", "remote_addr", "remoteaddr",
        "source_ip",
        "sourceip", "src_ip", "forwarded-for", "x-real-ip", "user_ip", "connecting-ip", "ip_address",
        "ipaddress",
      ],
      pattern:
        #"(?:client[_-]?ip|remote[_-]?ip|remote_?addr(?:ess)?|source_?ip(?:address)?|src_ip|forwarded-for|x-real-ip|user_ip|connecting-ip|ip_?address)["']?\s?[:=]\s?["']?(?<secret>\#(quad))"#,
      ignoresCase: true, verifier: .publicAddress,
      vanishes: [#"{"client_ip":"⟦86.65.5.45⟧"}"#, "X-Forwarded-For: ⟦86.34.239.37⟧\n"],
      stays: [#"{"client_ip":"203.0.113.9"}"#, "remote_addr=127.0.0.1", "source_ip: 8.8.8.8"]),
    Rule(
      name: "access-log-client", finds: "public address of a client in an access log", label: "client ip",
      anchors: [" - "], pattern: #"(?<secret>\#(quad)) - [^\s\[]{1,60} \[[0-9]{2}/[A-Z][a-z]{2}/"#,
      reach: 15,
      verifier: .publicAddress,
      vanishes: [#"⟦188.31.209.240⟧ - - [12/Mar/2026:09:14:02 +0000] "POST /login HTTP/1.1" 401"#],
      stays: [#"198.51.100.7 - - [12/Mar/2026:09:14:02 +0000] "GET /""#]),
    Rule(
      name: "sshd-client", finds: "public address that sshd was asked from", label: "client ip",
      anchors: [" port "],
      pattern: #"from (?<secret>\#(quad)) port [0-9]"#, reach: 22, verifier: .publicAddress,
      vanishes: ["Failed password for root from ⟦93.19.46.200⟧ port 44122 ssh2"],
      stays: ["Failed password for root from 203.0.113.9 port 44122 ssh2"]),
    Rule(
      name: "packet-sender", finds: "private address with its port in a packet dump", label: "private ip",
      anchors: ["IP 1"], pattern: #"IP (?<secret>\#(privateQuad))\.[0-9a-z-]{1,12} >"#, boundary: .none,
      vanishes: ["14:22:01.118 IP ⟦192.168.127.232⟧.53122 > 198.51.100.9.443: Flags [S]"],
      stays: ["IP 198.51.100.9.443 > 203.0.113.2.5353"]),
    Rule(
      name: "packet-receiver", finds: "private address with its port in a packet dump", label: "private ip",
      anchors: [" > 1"], pattern: #"[0-9] > (?<secret>\#(privateQuad))\.[0-9a-z-]{1,12}: "#, reach: 1,
      boundary: .none,
      vanishes: ["IP 198.51.100.9.443 > ⟦192.168.241.93⟧.53: 30211+ A? github.com."],
      stays: ["IP 198.51.100.9.443 > 203.0.113.2.53: A?"]),
  ]

  private static let secrets: [Rule] = [
    Rule(
      name: "putty-mac", finds: "code that authenticates a PuTTY key", label: "private key",
      anchors: ["Private-MAC: "],
      pattern: #"Private-MAC: (?<secret>[0-9a-f]{40,64})"#,
      vanishes: ["Private-MAC: ⟦26641ab563fad37aece89a3b5241b58ba0f7c2f30e9e0cb0c0b121f6118ee373⟧"],
      stays: ["Private-MAC: none"]),
    Rule(
      name: "erlang-cookie", finds: "cookie of an Erlang cluster", label: "cookie",
      anchors: ["ERLANG_COOKIE=", "erlang.cookie"],
      pattern: #"(?:ERLANG_COOKIE=|erlang\.cookie[^\nA-Z]{1,12})["']?(?<secret>[A-Z0-9]{12,64})"#,
      vanishes: ["RABBITMQ_ERLANG_COOKIE=⟦IVMEPOZXZTNOLZKNZYBI⟧ {badrpc,nodedown}"],
      stays: ["ERLANG_COOKIE=$C"]),
    Rule(
      name: "product-key", finds: "product or license key in groups", label: "license key",
      anchors: ["/ipk ", "roduct key", "roductKey", "RODUCT_KEY", "icense key", "icence key"],
      pattern:
        #"(?:/ipk |roduct ?[Kk]ey|RODUCT_KEY|icen[cs]e key)["']?[:= ]{0,3}["']?(?<secret>[A-Z0-9]{4,10}(?:-[A-Z0-9]{4,10}){2,7})"#,
      boundary: .none,
      vanishes: ["slmgr /ipk ⟦KXFXR-V3RMR-6HV3H-9JXK6-R6R4G⟧", "license key: ⟦T4TBELU7-Z9ZCSLMT-RI3BZTO6⟧"],
      stays: ["license key format XXXX", "product key PROD-KEY"]),
    Rule(
      name: "lftp-login", finds: "password given to lftp", label: "password", anchors: ["lftp -u "],
      pattern: #"lftp -u [^,\s]{1,60},(?<secret>[^\s"']{4,80})"#, boundary: .none,
      vanishes: ["lftp -u partner,⟦Otter_cinder4497⟧ sftp://203.0.113.77"],
      stays: ["lftp -u partner sftp://x"]),
    Rule(
      name: "minio-access-key", finds: "access key given to MinIO's client", label: "minio key",
      anchors: ["mc alias set ", "mc config host add "],
      pattern: #"mc (?:alias set|config host add) \S{1,40} \S{6,200} (?<secret>[A-Za-z0-9]{16,40}) "#,
      boundary: .none,
      vanishes: ["mc alias set backup https://s3.example.com ⟦FAHE6O9D81G3BBWZ62JV⟧ "],
      stays: ["mc alias set backup https://s3.example.com "]),
  ]
}
