/// Password hashes and what can be turned back into a password, by their published formats.
enum HashRules {
  static let all: [Rule] = [
    Rule(
      name: "bcrypt", finds: "bcrypt hash", label: "bcrypt hash",
      anchors: ["$2a$", "$2b$", "$2y$", "$2x$"],
      pattern: #"\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}"#, boundary: .none,
      vanishes: ["password_hash: ⟦$2b$12$9pwdvPa7jAcrtvAUbSoazqbPiC2dNaU6.Oxdx3BXKVM8WxXMBcolP⟧"],
      stays: ["$2a$ is the prefix", "$2b$12$short"]),
    Rule(
      name: "bcrypt-sha256", finds: "bcrypt-sha256 hash of passlib", label: "bcrypt hash",
      anchors: ["$bcrypt-sha256$"],
      pattern: #"\$bcrypt-sha256\$[A-Za-z0-9=,]{2,40}\$[./A-Za-z0-9]{22}\$[./A-Za-z0-9]{31}"#,
      boundary: .none,
      vanishes: ["⟦$bcrypt-sha256$v=2,t=2b,r=12$yEyGTBE3FscD2RTecKytAl$tmb9hS9Ac/PbGntUqfk8gZ2F8AV37yn⟧"],
      stays: ["$bcrypt-sha256$"]),
    Rule(
      name: "argon2", finds: "Argon2 hash", label: "argon2 hash",
      anchors: ["$argon2"],
      pattern:
        #"\$argon2(?:id|i|d)\$(?:v=[0-9]{1,3}\$)?[mtp]=[0-9]{1,9}(?:,[a-z]{1,8}=[A-Za-z0-9+/]{1,60}){1,4}\$[A-Za-z0-9+/]{8,128}\$[A-Za-z0-9+/]{16,256}={0,2}"#,
      boundary: .none,
      vanishes: [
        "⟦$argon2id$v=19$m=65536,t=3,p=4$3/SyXMMaJ974H5c+wMZC8G$GtBd1AXc6RPoWzNrqLg9EBvfv9tHFmlGedpK+tld2CL⟧"
      ],
      stays: ["$argon2id is the best"]),
    Rule(
      name: "scrypt", finds: "scrypt hash", label: "scrypt hash",
      anchors: ["$scrypt$", "$7$", "SCRYPT:", "scrypt:", "$s0$", "$s2$"],
      pattern:
        #"(?:\$scrypt\$ln=[0-9]{1,2},r=[0-9]{1,3},p=[0-9]{1,3}\$[A-Za-z0-9+/=]{8,100}\$[A-Za-z0-9+/=]{20,128}|\$7\$[./A-Za-z0-9]{11,20}[^\s$]{0,64}\$[./A-Za-z0-9]{43}|(?:SCRYPT|scrypt):[0-9]{2,9}:[0-9]{1,3}:[0-9]{1,3}[:$][A-Za-z0-9+/=]{8,100}[:$][A-Za-z0-9+/=]{40,180}|\$s[02]\$[0-9a-f]{1,8}\$[A-Za-z0-9+/=]{8,100}\$[A-Za-z0-9+/=]{20,128})"#,
      boundary: .none,
      vanishes: [
        "⟦$scrypt$ln=16,r=8,p=1$SwsHp5JnOLTNiQ5u+5LWsj$5wlKU9SWUgA1/8NqkUSoNBSx8KJfKg0AshdKHEwBCdP⟧",
        "⟦scrypt:32768:8:1$Sgsjn1VxsspP0Dyo$4a576d1cbbcd55820021b3a4ba243d1af8b3ca685ffde8067e03737b1109bb29f8d5a187d7bbc96bc097e02107613e8c2143257c067a23f11caa27996344c06d⟧",
      ],
      stays: ["SCRYPT: done", "cost is $7$ more"]),
    Rule(
      name: "md5-crypt", finds: "MD5-crypt or Apache hash", label: "crypt hash",
      anchors: ["$1$", "$apr1$"],
      pattern: #"\$(?:apr)?1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}"#, boundary: .none,
      vanishes: [
        "deploy:⟦$apr1$b6PxmhyJ$p..AHEBUiYBkw3rzOcdgn6⟧",
        "enable secret 5 ⟦$1$SAFu$3ru0lPmCfjvVCml/WLac6k⟧",
      ],
      stays: ["$1$ is the prefix", "echo $1$2"]),
    Rule(
      name: "sha-crypt", finds: "SHA-crypt hash of a shadow file", label: "crypt hash",
      anchors: ["$5$", "$6$"],
      pattern: #"\$[56]\$(?:rounds=[0-9]{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}"#,
      boundary: .none,
      vanishes: [
        "root:⟦$6$EC.Jnp9Y6cUG3VRf$rVYGDsznaDFh9yz4uQtZQVg0ADqkt4AgnDY4fG60qidqREXbmgazxbV9HM6JCjLXpBUDZ4Kz/8wAThQvSlN8rH⟧:19700:0:99999:7:::",
        "⟦$5$rounds=5000$hkeMTxeiWTtg1fxa$bcxcu36IcxK7Cn/c1PhFJnkLqFX6DKRRmliHhhwPk1S⟧",
      ],
      stays: ["$6$ is the prefix"]),
    Rule(
      name: "yescrypt", finds: "yescrypt or gost-yescrypt hash", label: "crypt hash",
      anchors: ["$y$", "$gy$"],
      pattern: #"\$g?y\$[./A-Za-z0-9]{1,20}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}"#, boundary: .none,
      vanishes: ["root:⟦$y$j9T$EgGqHE.8/fANZtjlMcZXzB$FgxhAnpVLR3.32Lap0E6XkQxpos1gU9eaDtSIxWsLX1⟧:19700:"],
      stays: ["$y$ is the prefix"]),
    Rule(
      name: "sha1-crypt", finds: "SHA-1 crypt, Cisco type 8 or type 9 hash", label: "crypt hash",
      anchors: ["$sha1$", "$8$", "$9$", "$14$"],
      pattern:
        #"(?:\$sha1\$[0-9]{1,9}\$[./A-Za-z0-9]{1,64}\$[./A-Za-z0-9]{28}|\$(?:8|9|14)\$[./A-Za-z0-9]{4,16}\$[./A-Za-z0-9]{28,43})"#,
      boundary: .none,
      vanishes: ["enable secret 9 ⟦$9$KHwRO6WkfcJhUZ$sJQfkFWleAfTAFN0RL4abWapQJHnq2zcbhWRLg9Smbv⟧"],
      stays: ["costs $9$ or $8$"]),
    Rule(
      name: "des-crypt", finds: "DES crypt hash in a shadow line", label: "crypt hash",
      anchors: [":99999:"],
      pattern: #":(?<secret>[./A-Za-z0-9]{13}):[0-9]{1,6}:[0-9]{1,6}:99999:"#, reach: 30, boundary: .none,
      vanishes: ["daemon:⟦QD1WbDv9lMICH⟧:18000:0:99999:7:::"],
      stays: ["daemon:*:18000:0:99999:7:::"]),
    Rule(
      name: "juniper-secret", finds: "Juniper $9$ secret", label: "device secret",
      anchors: [#""$9$"#],
      pattern: #""(?<secret>\$9\$[A-Za-z0-9./-]{8,120})""#, boundary: .none, entropy: 2.6,
      vanishes: [#"secret "⟦$9$J2fBiZU5iJzoJFptVFCXnf6z⟧";"#],
      stays: [#""$9$""#]),
    Rule(
      name: "cisco-type7", finds: "Cisco type 7 password", label: "device secret",
      anchors: ["password 7 ", "key 7 ", "server-private 7 ", "secret 7 ", "key-string 7 "],
      pattern: #"(?:password|key|server-private|secret|key-string) 7 (?<secret>[01][0-9][0-9A-F]{4,100})"#,
      vanishes: ["username ops password 7 ⟦080BF1B028737653FF2618⟧"],
      stays: ["password 7 days old"]),
    Rule(
      name: "pbkdf2", finds: "PBKDF2 hash of Django, passlib, Werkzeug or GRUB", label: "pbkdf2 hash",
      anchors: ["pbkdf2_sha", "$pbkdf2", "pbkdf2:sha", "grub.pbkdf2.", "PBKDF2$"],
      pattern:
        #"(?:pbkdf2_sha(?:1|256|512)\$[0-9]{1,9}\$[A-Za-z0-9./+]{4,128}\$[A-Za-z0-9+/]{20,128}={0,2}|\$pbkdf2(?:-sha(?:1|256|512))?\$[0-9]{1,9}\$[A-Za-z0-9./+=]{4,128}\$[A-Za-z0-9./+=]{20,128}|pbkdf2:sha(?:1|224|256|512)(?::[0-9]{1,9})?\$[A-Za-z0-9]{4,64}\$[0-9a-f]{40,128}|grub\.pbkdf2\.sha512\.[0-9]{1,9}\.[0-9A-F]{32,256}\.[0-9A-F]{64,256}|PBKDF2\$[a-z0-9]{3,8}\$[0-9]{1,9}\$[A-Za-z0-9+/=]{4,128}\$[A-Za-z0-9+/=]{20,128})"#,
      boundary: .none,
      vanishes: [
        "⟦pbkdf2_sha256$260000$1etz8OwnTQjJOBNxRPLUDi$EozhyhfOvsi2sbi0EcBOBClwWR0c9hf3EdHQcu1TWLa=⟧",
        "⟦pbkdf2:sha256:260000$6ftnZpYiLFalUfwJ$c3493638c5e42344d827f5776c2bbc42f94e8b271d558ceada89e5bfe93c407d⟧",
        "password_pbkdf2 root ⟦grub.pbkdf2.sha512.10000.018073439F96A01256898D496B0EA0EB9C245910F2DC6871733847061FFECF000A8B321EBD9BA11C315C6004FBC01F310503324ABD5F90283105948D3484BD50.70D6383D3DC61DC0B788D530A8BC99FA1808885161CBCB42765172F51111F018BC518D17459861A732F6B5BA15580D79F0506DBFED8035AE1250405D0FA36138⟧",
      ],
      stays: ["pbkdf2_sha256 with 260000 rounds", "$pbkdf2"]),
    Rule(
      name: "django-classic", finds: "Django MD5 or SHA-1 hash", label: "password hash",
      anchors: ["md5$", "sha1$"],
      pattern: #"(?:md5\$[A-Za-z0-9]{1,32}\$[0-9a-f]{32}|sha1\$[A-Za-z0-9]{1,32}\$[0-9a-f]{40})"#,
      vanishes: ["⟦sha1$yMllTAcNHm0T$7e264698f4d35fbc09709b8d6193e80415d5aaf2⟧"],
      stays: ["md5$1"]),
    Rule(
      name: "phpass", finds: "phpass hash of WordPress or phpBB, or Drupal hash", label: "password hash",
      anchors: ["$P$", "$H$", "$S$"],
      pattern: #"\$(?:[PH]\$[./A-Za-z0-9]{31}|S\$[./A-Za-z0-9]{52})"#, boundary: .none, entropy: 4,
      vanishes: [
        "⟦$P$BUFV/FaKAevjO1HX584MNB2rKWqLX53⟧",
        "⟦$S$DMpt7zq1aKR1J0zJ9Xl9U8cpfeO/aAnu/B5TVukX93WNAV2KaHPv⟧",
      ],
      stays: ["$P$ is the prefix"]),
    Rule(
      name: "wordpress-bcrypt", finds: "WordPress hash since 6.8", label: "bcrypt hash",
      anchors: ["$wp$2"],
      pattern: #"\$wp\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}"#, boundary: .none,
      vanishes: ["⟦$wp$2y$10$p3KAXql5WFztRypmMPjWC8Wbbm/ZO.gyreFGdZbKjjFkdT6mpIblW⟧"],
      stays: ["$wp$2y$"]),
    Rule(
      name: "ldap-hash", finds: "LDAP or htpasswd hash with its scheme in braces", label: "password hash",
      anchors: ["{ssha", "{sha", "{smd5}", "{md5}", "{crypt}", "{pbkdf2", "{argon2"],
      pattern: #"\{(?:ssha|sha|smd5|md5|crypt|pbkdf2|argon2)[a-z0-9-]{0,12}\}[A-Za-z0-9+/$.,=_*-]{20,400}"#,
      ignoresCase: true, boundary: .none,
      vanishes: [
        "userPassword: ⟦{SSHA}cNEvh5xixOjnh2CPjPKfCpSH3I4fONme⟧",
        "deploy:⟦{SHA}v6bBjo1UVmQg6phXj/WMF9bUE+n=⟧",
      ],
      stays: ["{SHA} is the scheme", "{sha256} of the file"]),
    Rule(
      name: "aspnet-hash", finds: "ASP.NET Identity hash", label: "password hash",
      anchors: ["AQAAAAEAACcQAAAA", "AQAAAAIAAYagAAAA"],
      pattern: #"AQAAAA(?:EAACcQ|IAAYag)AAAAE[A-Za-z0-9+/]{60,70}={0,2}"#, boundary: .none,
      vanishes: ["⟦AQAAAAIAAYagAAAAEXR4QZLipCd6Zz7Nw7hXUHKeXoXRSgV17yJZeRR8zJSO4YTv666pPQqMHUpGCH4oAOc==⟧"],
      stays: ["AQAAAAEAACcQAAAA"]),
    Rule(
      name: "ntlm-dump", finds: "LM and NT hash of a password dump", label: "ntlm hash",
      anchors: [":::"],
      pattern: #"[0-9A-Fa-f]{32}:[0-9A-Fa-f]{32}:::"#, reach: 65, boundary: .none,
      vanishes: ["Administrator:500:⟦aad3b435b51404eeaad3b435b51404ee:6fb23150931abe7660716f2da6047f6c:::⟧"],
      stays: ["a:::b"]),
    Rule(
      name: "ntlm-pair", finds: "LM and NT hash as a pair", label: "ntlm hash",
      anchors: ["aad3b435b51404eeaad3b435b51404ee:"],
      pattern: #"aad3b435b51404eeaad3b435b51404ee:(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: ["--hashes aad3b435b51404eeaad3b435b51404ee:⟦7f14d9289c31a5c273f90e691f9309a4⟧"],
      stays: ["aad3b435b51404eeaad3b435b51404ee is empty"]),
    Rule(
      name: "ntlm-named", finds: "NT hash next to a word for it", label: "ntlm hash",
      anchors: ["ntlm", "nthash", "nt hash", "nt_hash", "lmhash", "rc4_hmac"],
      pattern:
        #"(?:ntlm(?:[ _-]?hash)?|n[t][ _]?hash|lmhash|rc4_hmac)["'\\]{0,2}\s{0,2}(?:is|was)?\s{0,2}[=: ]\s{0,2}["'\\]{0,2}(?<secret>[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["NTLM : ⟦292bf4bd924a7c34cfbdef9ebda89217⟧"],
      stays: ["NTLM auth failed for request 8cbac9767e41fd21f2817241acd8dcaf"]),
    Rule(
      name: "netntlm", finds: "NetNTLM challenge and response", label: "ntlm hash",
      anchors: ["::"],
      pattern:
        #"::[^\s:]{0,64}:(?<secret>[0-9A-Fa-f]{16}:[0-9A-Fa-f]{32}:[0-9A-Fa-f]{40,2000}|[0-9A-Fa-f]{48}:[0-9A-Fa-f]{48}:[0-9A-Fa-f]{16})"#,
      boundary: .none,
      vanishes: [
        "svc::ACME:⟦03dbba4f7946718c:9ac3bb697d6a4628054e57a90feb01a1:03bbb46a482b9406a5449a6800b2170de8fff2cc91c72827e26b2e00186d1814def8505fc4603dbf4d4878e87c8a713b966d5cb58d5322d8c1da4e60⟧"
      ],
      stays: ["std::fmt::Display", "2001:db8::1:2"]),
    Rule(
      name: "kerberos-hash", finds: "Kerberos ticket or pre-authentication hash", label: "kerberos hash",
      anchors: ["$krb5"],
      pattern: #"\$krb5(?:tgs|asrep|pa)\$[0-9]{1,2}\$[A-Za-z0-9$*./@:_-]{30,6000}"#, boundary: .none,
      vanishes: [
        "⟦$krb5tgs$23$*svc$ACME.LOCAL$http/web*$d938b5c23d79488ac96e765db87f66a8$7d0be8c49f0f94a630ac351c7cba698d428b1ca92c3a9748b4fca620eebb7c2adddcaed1106526f282010d8d550cc3d9877c116c2cf88c7f839be00c135b78926b964e6e2b15c8da90e5c50044b90dffa049eb88ec74cda865f025ab049a148525ef4593⟧"
      ],
      stays: ["$krb5 is the prefix"]),
    Rule(
      name: "cracking-hash", finds: "hash in the notation of cracking tools", label: "password hash",
      anchors: [
        "$DCC2$", "$office$", "$keepass$", "$bitlocker$", "$sshng$", "$ml$", "$rar5$", "$zip2$", "$pkzip2$",
        "$pdf$", "$episerver$", "$mskrb5$", "$krb5ng$", "$ethereum$", "$bitcoin$", "$electrum$",
        "$itunes_backup$", "$luks$", "$RAR3$", "$7z$", "$sip$",
      ],
      pattern:
        #"\$(?:DCC2|office|keepass|bitlocker|sshng|ml|rar5|RAR3|zip2|pkzip2|pdf|episerver|mskrb5|krb5ng|ethereum|bitcoin|electrum|itunes_backup|luks|7z|sip)\$[A-Za-z0-9*#$:./+=_-]{24,10000}"#,
      boundary: .none,
      vanishes: ["⟦$DCC2$10240#svc#41d1c40dc1db10763a9bee8394143d82⟧"],
      stays: ["$pdf$name", "$ml$"]),
    Rule(
      name: "postgres-scram", finds: "PostgreSQL SCRAM verifier", label: "postgres hash",
      anchors: ["SCRAM-SHA-256$"],
      pattern:
        #"SCRAM-SHA-256\$[0-9]{1,9}:[A-Za-z0-9+/]{8,128}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}="#,
      boundary: .none,
      vanishes: [
        "⟦SCRAM-SHA-256$4096:FNqy7PDNXhvi6Go7cJJirr==$gGDrehfACDCV4eTG9gsmdEebeEvrO+rfIw6Rad8CC18=:R9Xm2cN5+MA+P49n3xPcIozZTjQpGpGjvO/a76nv+41=⟧"
      ],
      stays: ["SCRAM-SHA-256 authentication"]),
    Rule(
      name: "postgres-md5", finds: "PostgreSQL MD5 password", label: "postgres hash",
      anchors: ["md5"],
      pattern: #"md5[0-9a-f]{32}"#, entropy: 3.2,
      vanishes: ["PASSWORD '⟦md5e05e268bdb7b9ed660f0e3952598f8e2⟧'"],
      stays: [
        "md5sum 9e78fe86a815cf558ad368a38ce1c18b",
        "md5 a5931442bd2c7d6442f6cee04725185e",
        "md5:2a7c7fc081e00ccb2114144775315315",
      ]),
    Rule(
      name: "mysql-hash", finds: "MySQL native password hash", label: "mysql hash",
      anchors: ["'*", #""*"#, "| *", "|*", #"\#t*"#, ": *", "=*"],
      pattern: #"['\"|\t:=]\s?(?<secret>\*[0-9A-F]{40})"#, boundary: .none, entropy: 3.2,
      vanishes: [
        "IDENTIFIED BY PASSWORD '⟦*833560A4D07C3EA3A054650780555540DC9A6F5F⟧'",
        "| root | ⟦*49BDD82F43B38A700964BE7EDE3D780B0C0CE8E8⟧ |",
      ],
      stays: ["'*' matches all", "| * |"]),
    Rule(
      name: "mysql-sha2", finds: "MySQL caching_sha2 hash", label: "mysql hash",
      anchors: ["$A$005$"],
      pattern: #"\$A\$005\$[^\s]{20}[./A-Za-z0-9]{43}"#, boundary: .none,
      vanishes: ["⟦$A$005$CVdYTsUQabYCdXyQCT35lUpe0HH1bhkOYZw7NuuZhsjHFCGyh6DiW8gJQoKs8yU⟧"],
      stays: ["$A$005$"]),
    Rule(
      name: "mssql-hash", finds: "Microsoft SQL Server password hash", label: "mssql hash",
      anchors: ["0x0100", "0x0200"],
      pattern: #"0x0[12]00[0-9A-Fa-f]{48,136}"#, entropy: 3.8,
      vanishes: [
        "PASSWORD = ⟦0x0200BF0D2F63C2D079DDF501DAEE1FA9742C2B35D3894F2F497EFBDCBDB6EAAF49C6F2138D66F02D11E7256E48F1E02C3CF0C9DFB3DFC1E9D239EA50182DB54DDD13A3C664CA⟧ HASHED"
      ],
      stays: ["0x0100 is a flag", "0x0200000000000000"]),
    Rule(
      name: "oracle-hash", finds: "Oracle password verifier", label: "oracle hash",
      anchors: [";T:", ";H:"],
      pattern: #"S:[0-9A-F]{60};[TH]:[0-9A-F]{32,160}(?:;T:[0-9A-F]{160})?"#, reach: 62,
      vanishes: [
        "⟦S:1F4C17E9A21AE607254F7FFABC7E0F10DCE269121CC5C0DE7F2621A89CE1;T:5A4042183B10FAD4A1200640905637FC39696C4B9BE022D58DC2BBDB6BE4B784B34533CDB84551D355E9AE84E7488A2EF6ABF5AA943615EDE140A8BF12436F5F213FDB868CC6F09050DB2B2774D04406⟧"
      ],
      stays: ["a;T:b"]),
    Rule(
      name: "mongodb-scram", finds: "MongoDB SCRAM key", label: "mongodb hash",
      anchors: ["storedKey", "serverKey"],
      pattern: #"(?:stored|server)Key["'\\]{0,2}\s?:\s?["'\\]{0,2}(?<secret>[A-Za-z0-9+/]{27,43}=)"#,
      boundary: .none, entropy: 3.9,
      vanishes: [#""storedKey" : "⟦93GjbfjjCobneTY017VOjsppf0zfSWFX2xO9bKZtfac=⟧""#],
      stays: ["storedKey: null"]),
    Rule(
      name: "redis-acl-hash", finds: "SHA-256 password of a Redis ACL line", label: "redis hash",
      anchors: ["user default on", "on #", " on #"],
      pattern: #"on (?:sanitize-payload )?#(?<secret>[0-9a-f]{64})"#, entropy: 3.4,
      vanishes: [
        "user ops on #⟦69323d279970bc916669f98c3dddff375bf458faf19939bfc0d7e518c508f0ce⟧ ~* &* +@all"
      ],
      stays: ["on #1234"]),
  ]
}
