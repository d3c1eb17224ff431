/// People in logs, chat exports and forms, and where they live: what the words around them say.
enum PeopleRules {
  private static let login = #"(?<secret>[a-z][a-z0-9._-]{2,30})"#
  private static let accounts = [
    "root", "admin", "ubuntu", "debian", "centos", "nobody", "daemon", "postgres", "mysql", "www-data", "git",
    "jenkins",
    "deploy", "oracle", "test", "user", "guest", "invalid", "unknown", "nginx", "backup", "service",
    "ec2-user", "azureuser",
  ]
  private static let place = #"[A-ZÄÖÜÉÈÀÑŁŚŻ][\w'ÄÖÜäöüßéèêàçñãõíóúłśżźćń -]{1,40}"#

  static let all: [Rule] = [
    Rule(
      name: "ssh-login", finds: "login in sshd's and PAM's messages", label: "user",
      anchors: [
        "publickey for ", "password for ", "keyboard-interactive/pam for ", "invalid user ",
        "opened for user ",
        "closed for user ",
      ],
      pattern:
        #"(?:(?:publickey|password|keyboard-interactive/pam) for (?:invalid user )?|invalid user |(?:opened|closed) for user )\#(login)(?: from | by |\()"#,
      ignoresCase: true, boundary: .word, except: accounts,
      vanishes: [
        "Accepted publickey for ⟦jkowalczyk⟧ from 203.0.113.9 port 50122 ssh2",
        "session opened for user ⟦t.wrobel⟧ by (uid=0)",
        "Failed password for invalid user ⟦mdupont⟧ from 203.0.113.9",
      ],
      stays: ["Accepted publickey for root from 203.0.113.9", "password for the database is missing"]),
    Rule(
      name: "sudo-login", finds: "login in sudo's messages", label: "user", anchors: [" : TTY="],
      pattern: #"sudo(?:\[[0-9]{1,8}\])?:\s{1,8}\#(login) : TTY="#, reach: 60, boundary: .word,
      except: accounts,
      vanishes: ["sudo:   ⟦aecheverria⟧ : TTY=pts/1 ; PWD=/ ; USER=root"],
      stays: ["sudo: root : TTY=pts/0 ; PWD=/"]),
    Rule(
      name: "date-of-birth-words", finds: "date of birth in other languages", label: "date of birth",
      anchors: [
        "geboren", "geb. am", "née ", "né le", "nacid", "nato il", "nata il", "født", "född", "urodz",
        "narozen", "doğum",
        "geboortedatum", "syntynyt", "syntymäaika", "fecha de nac", "data di nascita", "生年月日", "出生",
        "birthdate",
        "birthday", "d.o.b",
      ],
      pattern:
        #"(?:geboren|geb\. am|née |né le|nacid[oa]s?|nat[oa] il|født|född|urodz[a-z]{0,5}|narozen[aá]?|doğum|geboortedatum|syntynyt|syntymäaika|fecha de nac|data di nascita|生年月日|出生|birthdate|birthday|d\.o\.b)[^\n0-9]{0,24}?(?<secret>[0-9]{1,4}[-./年][0-9]{1,2}[-./月][0-9]{2,4}|[0-9]{1,2}\.? [A-Za-zäéûóúíåæøł]{3,12}\.? [0-9]{4})"#,
      ignoresCase: true,
      vanishes: [
        "geboren am ⟦04.06.1981⟧ in Kiel", "née le ⟦12/03/1990⟧", "nato il ⟦3 aprile 1975⟧",
        "född ⟦1988-01-30⟧",
      ], stays: ["geboren wurde die Idee im Team", "birthday party at 14:00"]),
    Rule(
      name: "street-field", finds: "street in a field of that name", label: "address",
      anchors: ["street", "address", "strasse", "straße", "adresse", "addr1", "direccion", "indirizzo"],
      pattern:
        #"(?:street(?:_?address|_?line_?1?|1)?|address(?:_?line)?_?1?|addr1|strasse|straße|adresse|direccion|indirizzo)["']?\s?[:=]\s?["']?(?<secret>[0-9]{1,5}[a-z]? [a-z][^"'\n,;{}<>]{3,60}|[a-zäöüéèà][a-zäöüßéèàñ.' -]{3,50} [0-9]{1,4}[a-z]?)["',;}\n]"#,
      ignoresCase: true, boundary: .none,
      vanishes: [
        #"{"street":"⟦408 Sycamore Ridge Road⟧","zip":"38167"}"#, #""street": "⟦Goethestr. 12a⟧","#,
      ],
      stays: [#"{"address":"203.0.113.9:80"}"#, #"address: unknown"#]),
    Rule(
      name: "english-street", finds: "house number and street", label: "address",
      anchors: [" Street", " Road", " Avenue", " Boulevard", " Lane"],
      pattern:
        #"[0-9]{1,5}[A-Za-z]? (?:[A-Z][\w'.-]{1,20} ){1,3}(?:Street|Road|Avenue|Boulevard|Lane)"#,
      reach: 60, boundary: .word,
      vanishes: ["parcel for ⟦17 Old Mill Road⟧ came back"],
      stays: ["Wall Street was calm", "the Road to 2.0"]),
    Rule(
      name: "french-address", finds: "street, postcode and place of France, Belgium or Switzerland",
      label: "address",
      anchors: [
        " rue ", " avenue ", " av. ", " boulevard ", " bd ", " chemin ", " place ", " impasse ", " allée ",
        " quai ",
        " route ",
      ],
      pattern:
        #"[0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|av\.|boulevard|bd|chemin|place|impasse|allée|quai|route) [^\n,;]{3,40},? (?:[FBL]-|CH-)?[0-9]{4,5} \#(place)"#,
      reach: 12, boundary: .none,
      vanishes: ["adresse : ⟦28 rue des Tanneurs, 59000 Lille⟧"],
      stays: ["la rue est calme", "500 place holders"]),
    Rule(
      name: "southern-address", finds: "street, number, postcode and place of Spain, Italy or Portugal",
      label: "address",
      anchors: [
        "Calle ", "C/ ", "Avenida ", "Avda. ", "Plaza ", "Paseo ", "Via ", "Viale ", "Piazza ", "Corso ",
        "Rua ",
        "Praça ",
      ],
      pattern:
        #"(?:Calle|C/|Avenida|Avda\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Rua|Praça) [A-ZÁÉÍÓÚÑ][^\n,;0-9]{2,40},? (?:n\.? ?[º°]? ?)?[0-9]{1,4}[a-zA-Z]?(?:, ?[0-9]º ?[A-Z]?)?,? [0-9]{4,5}(?:-[0-9]{3})? \#(place)"#,
      boundary: .word,
      vanishes: ["enviar a ⟦Calle Mayor 12, 28013 Madrid⟧", "⟦Via Garibaldi 7, 20121 Milano⟧."],
      stays: ["Via the proxy 10 requests", "Plaza 3 is a hall"]),
    Rule(
      name: "dutch-address", finds: "street, number and postcode of the Netherlands", label: "address",
      anchors: ["straat ", "laan ", "plein ", "gracht ", "kade ", "weg ", "singel "],
      pattern:
        #"[A-Z][a-z'-]{1,30}(?:straat|laan|plein|gracht|kade|weg|singel) [0-9]{1,4}[a-z]?(?:-[0-9a-z]{1,4})?,? [0-9]{4} ?[A-Z]{2}(?:,? [A-Z][a-z'-]{2,30})?"#,
      reach: 44, boundary: .word, vanishes: ["bezorgd op ⟦Keizersgracht 241, 1016 EA Amsterdam⟧"],
      stays: ["Norweg 12"]),
    Rule(
      name: "polish-address", finds: "street, number and postcode of Poland", label: "address",
      anchors: ["ul. ", "al. "],
      pattern:
        #"(?:ul|al)\. [A-ZŁŚŻ][\wąćęłńóśźż. -]{2,40} [0-9]{1,4}[a-z]?(?:/[0-9]{1,4})?,? [0-9]{2}-[0-9]{3} \#(place)"#,
      boundary: .none, vanishes: ["adres: ⟦ul. Nowa 3/12, 00-950 Warszawa⟧"], stays: ["ul. 3"]),
    Rule(
      name: "machine-readable-passport", finds: "machine readable zone of a passport", label: "passport",
      anchors: ["P<"],
      pattern:
        #"P<[A-Z]{3}[A-Z<]{39}(?:\s{1,3}|\\n)[A-Z0-9<]{9}[0-9][A-Z]{3}[0-9]{7}[MF<][0-9]{7}[A-Z0-9<]{14}[0-9<][0-9]"#,
      boundary: .none,
      vanishes: [
        "⟦P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10⟧"
      ],
      stays: ["if P<Q then"]),
    Rule(
      name: "nordic-address", finds: "street, number, postcode and place of a Nordic country",
      label: "address",
      anchors: [
        "gatan ", "vägen ", "gränd ", "torget ", "allén ", "gata ", "gate ", "veien ", "vegen ", "vej ",
        "gade ", "katu ",
        "tie ", "kuja ", "plads ",
      ],
      pattern:
        #"[A-ZÅÄÖØÆ][A-Za-zåäöøæ-]{1,40}(?:gatan|vägen|gränd|torget|allén|gata|gate|veien|vegen|vej|gade|katu|tie|kuja|plads) [0-9]{1,4} ?[A-Za-z]?,? (?:[A-Z]{1,3}-)?[0-9]{3} ?[0-9]{1,2} \#(place)"#,
      reach: 44, boundary: .word,
      vanishes: ["leveransadress ⟦Storgatan 8, 411 24 Göteborg⟧", "til ⟦Kirkegata 15, 0153 Oslo⟧"],
      stays: ["Bytie 12 is down"]),
    Rule(
      name: "german-lane-address", finds: "German street with a preposition", label: "address",
      anchors: ["Am ", "An der ", "Im ", "Zum ", "Zur ", "Auf der ", "In der "],
      pattern:
        #"(?:Am|An der|Im|Zum|Zur|Auf der|In der) [A-ZÄÖÜ][A-Za-zäöüß-]{1,30}(?: [A-ZÄÖÜ][a-zäöüß-]{1,20})? [0-9]{1,4}[a-z]?,? (?:[AD]-|CH-)?[0-9]{4,5} [A-ZÄÖÜ][A-Za-zäöüß-]{1,30}"#,
      boundary: .word, vanishes: ["Rechnungsanschrift ⟦Am Speicher 38, 20457 Hamburg⟧"],
      stays: ["Am Montag 12 Fehler"]),
    Rule(
      name: "lusophone-address", finds: "street, number and postcode of Brazil or Portugal", label: "address",
      anchors: [
        "Rua ", "Avenida ", "Travessa ", "Largo ", "Praça ", "Alameda ", "Calle ", "Carrer ", "Paseo ",
      ],
      pattern:
        #"(?:Rua|Avenida|Travessa|Largo|Praça|Alameda|Calle|Carrer|Paseo) (?:d[aeo]s? |de l[ao]s? |del )?[A-ZÁÉÍÓÚÑÇ][^\n,;0-9]{2,40},? (?:n\.? ?º? ?)?[0-9]{1,5}[^\n0-9]{1,24}[0-9]{4,5}(?:-[0-9]{3})? \#(place)"#,
      boundary: .word,
      vanishes: [
        "Endereço: ⟦Rua das Acácias, 783 - 01310-100 São Paulo⟧",
        "dirección: ⟦Calle de los Olivos 38, 28012 Madrid⟧",
      ], stays: ["Rua 3 is a road"]),
    Rule(
      name: "discord-author", finds: "author of a message in a Discord export", label: "user",
      anchors: ["AM] ", "PM] "],
      pattern: #"[AP]M\] (?<secret>[a-z0-9_.]{2,32}#[0-9]{4})"#, boundary: .word,
      vanishes: ["[19-Jul-26 09:22 AM] ⟦akinsella#4417⟧\nwho restarted the bot?"], stays: ["fixed in #4417"]),
    Rule(
      name: "directory-name", finds: "name of a person in a directory entry", label: "person",
      anchors: ["sn: ", "givenName: "], pattern: #"(?:sn|givenName): (?<secret>[A-Z][a-z'-]{1,30})"#,
      reach: 0,
      boundary: .word, vanishes: ["dn: ou=people\nsn: ⟦Ferreira⟧\n"], stays: ["sn: 12"]),
    Rule(
      name: "directory-login", finds: "login in a distinguished name", label: "user", anchors: ["uid="],
      pattern: #"uid=(?<secret>[a-z][a-z0-9._-]{1,30}),(?:ou|cn|dc)="#, boundary: .word, except: accounts,
      vanishes: ["dn: uid=⟦aferreira⟧,ou=people,dc=example"], stays: ["uid=0(root)"]),
    Rule(
      name: "dotted-login", finds: "login made of first and last name", label: "user",
      anchors: ["user=", "user.username", "username=", "user\":", "login=", "uid="],
      pattern: #"(?:user|username|login|uid)["']?[=:]\s?["']?(?<secret>[a-z]{2,20}\.[a-z]{2,24})["'\s,;})]"#,
      boundary: .word,
      vanishes: [#"audit: user.username="⟦etienne.rahman⟧" verb=patch"#], stays: ["user=system.admin2"]),
    Rule(
      name: "audit-login", finds: "login in an audit line", label: "user", anchors: ["user="],
      pattern:
        #"user=(?<secret>[a-z][a-z0-9]{3,30}) (?:verb|action|method|op|cmd|command|cookie|session|ip|src|status)="#,
      boundary: .word,
      except: accounts + ["system", "kubelet", "anonymous", "apiserver"],
      vanishes: ["audit user=⟦msorensen⟧ verb=delete resource=pods"], stays: ["user=admin verb=get"]),
    Rule(
      name: "spelled-out-address", finds: "e-mail address with its signs in words", label: "email",
      anchors: ["[at]", "(at)", " at ", "{at}"],
      pattern:
        #"[A-Za-z0-9._+-]{2,40}(?: ?[\[({]at[\])}] ?[A-Za-z0-9-]{2,40}(?: ?[\[({]dot[\])}] ?[a-z]{2,12}|\.[a-z]{2,12}){1,3}| at [A-Za-z0-9-]{2,40} dot [a-z]{2,12})"#,
      ignoresCase: true, reach: 42, boundary: .word,
      vanishes: [
        "vendor: ⟦marta.wis [at] verdehills [dot] org⟧ (weekdays)",
        "to ⟦yuki.sato(at)tanaka.co.jp⟧ for access",
      ],
      stays: ["look (at) the graph", "at 14:00 it was down"]),
    Rule(
      name: "encoded-address", finds: "e-mail address in HTML entities", label: "email",
      anchors: ["&#64;", "&#x40;"],
      pattern:
        #"(?:(?:&#x?[0-9a-fA-F]{2,3};|[\w.+-]){2,60}?)&#(?:64|x40);(?:&#x?[0-9a-fA-F]{2,3};|[\w.-]){4,120}"#,
      reach: 400, boundary: .none, vanishes: ["<b>⟦&#112;&#114;&#64;&#104;&#97;&#46;&#99;&#111;&#109;⟧</b>"],
      stays: ["&#64; alone"]),
    Rule(
      name: "actor-login", finds: "login of who did something, in an audit record", label: "user",
      anchors: ["actor"],
      pattern: #"actor["']?[=:]\s?["']?(?<secret>[a-z]{1,20}\.[a-z]{2,24})["'\s,;})]"#, boundary: .word,
      vanishes: [#"{"actor":"⟦c.okafor⟧","verb":"patch"}"#], stays: [#"{"actor":"kubelet"}"#]),
    Rule(
      name: "mounted-share", finds: "share that is mounted by SMB", label: "network share",
      anchors: ["cifs //", "smb://"],
      pattern: #"(?:cifs //|smb://(?:[^@/\s]{1,60}@)?)(?<secret>[\w.-]{2,60}/[\w.$-]{1,60})"#,
      boundary: .none,
      vanishes: ["mount -t cifs //⟦filer-hh-01/media⟧ /mnt/media -o ro"], stays: ["mount -t cifs is slow"]),
    Rule(
      name: "inner-host-label", finds: "host of an internal zone below a public domain",
      label: "internal host",
      anchors: [".intra.", ".corp.", ".dmz.", ".lan.", ".intranet."],
      pattern: #"[a-z0-9][a-z0-9.-]{0,60}?\.(?:intra|corp|dmz|lan|intranet)\.[a-z0-9.-]{2,60}[a-z]"#,
      reach: 62, boundary: .word,
      vanishes: ["proxy_pass http://⟦edge-cache-2.dmz.intra.example-labs.net⟧;"], stays: ["the lan. was slow"]
    ),
    Rule(
      name: "password-in-brackets", finds: "password in brackets behind the word for it", label: "password",
      anchors: ["password (", "passphrase (", "passcode (", "passwort ("],
      pattern:
        #"(?:password|passphrase|passcode|passwort) \(["'`]?(?<secret>[A-Za-z0-9!@#$%^&*_+=.-]{6,80})["'`]?\)"#,
      ignoresCase: true, boundary: .none, entropy: 3,
      vanishes: ["guessed the admin password (⟦veWdpVyzW0w2XU3⟧) within 40 attempts"],
      stays: ["the password (rotated) was old", "password (see vault)"]),
    Rule(
      name: "quoted-former-password", finds: "password in quotes that one had been", label: "password",
      anchors: ["password", "passphrase"],
      pattern:
        #"(?:password|passphrase)[^.\n"'`]{0,40}? (?:had|has) been ["'`](?<secret>[^\s"'`]{5,80})["'`]"#,
      ignoresCase: true, boundary: .none, entropy: 2.5,
      vanishes: ["changed the root password, which had been `⟦SaffronDahlia4195⟧`."],
      stays: ["the password had been rotated"]),
  ]
}
