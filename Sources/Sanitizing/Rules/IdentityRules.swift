/// Identity documents, dates of birth and postal addresses, by the words that mark them.
enum IdentityRules {
  /// A name's end, an operator, quotes and a few words between the mark and the number.
  private static let gap = #"[^\n0-9]{0,24}?"#
  private static let month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"

  static let all: [Rule] = [
    Rule(
      name: "uk-national-insurance", finds: "UK National Insurance number", label: "national id",
      anchors: ["nino", "national insurance", "nationalinsurance", "ni number"],
      pattern:
        #"(?:nino|national ?insurance|ni number)\#(gap)(?<secret>[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d])"#,
      ignoresCase: true,
      vanishes: ["nino=⟦MW354874A⟧ period=2026-04", "National Insurance number ⟦KK 71 23 07 A⟧ missing"],
      stays: ["nino=none", "the El Nino model ran"]),
    Rule(
      name: "spanish-id", finds: "Spanish DNI or NIE", label: "national id",
      anchors: ["DNI", "dni", "NIE", "nie", "NIF", "nif"],
      pattern: #"(?:DNI|dni|NIE|nie|NIF|nif)\#(gap)(?<secret>[XYZ]?[0-9]{7,8}-?[A-Z])"#,
      vanishes: ["DNI ⟦24174538C⟧ no encontrado", #"{"nie":"⟦X4035224N⟧"}"#], stays: ["DNI 123"]),
    Rule(
      name: "italian-tax-code", finds: "Italian codice fiscale", label: "national id",
      anchors: ["codice fiscale", "codicefiscale", "codice_fiscale", "cf=", "cf:"],
      pattern:
        #"(?:codice.?fiscale|codicefiscale|cf)[^\n]{0,8}?(?<secret>[a-z]{6}[0-9]{2}[a-ehlmprst][0-9]{2}[a-z][0-9]{3}[a-z])"#,
      ignoresCase: true,
      vanishes: ["codice fiscale ⟦NFVRZC83D03F779H⟧ errato", "CF=⟦GVFLMT92E03C323Y⟧"], stays: ["cf=12"]),
    Rule(
      name: "finnish-id", finds: "Finnish personal identity code", label: "national id",
      anchors: ["hetu", "henkilötunnus", "henkilotunnus"],
      pattern:
        #"(?:hetu|henkil[^\s]{1,2}tunnus)\#(gap)(?<secret>[0-3][0-9][01][0-9][0-9]{2}[-+A-FU-Y][0-9]{3}[0-9A-Y])"#,
      vanishes: ["hetu=⟦101189-421V⟧ hakemus=66450"], stays: ["hetu=12"]),
    Rule(
      name: "indian-pan", finds: "Indian permanent account number", label: "national id",
      anchors: ["PAN", "pan_", "pan=", "pan\"", "panNumber"],
      pattern: #"(?:PAN|pan)\#(gap)(?<secret>[A-Z]{5}[0-9]{4}[A-Z])"#,
      vanishes: ["PAN card ⟦MWDPD4893O⟧ rejected", #"{"pan_number":"⟦QLYPK8060A⟧"}"#], stays: ["PAN card"]),
    Rule(
      name: "mexican-curp", finds: "Mexican CURP", label: "national id", anchors: ["curp"],
      pattern: #"curp\#(gap)(?<secret>[a-z]{4}[0-9]{6}[hmx][a-z]{5}[0-9a-z][0-9])"#, ignoresCase: true,
      vanishes: ["CURP ⟦HEGG560427MVZRRL04⟧"], stays: ["curp=1"]),
    Rule(
      name: "passport-number", finds: "passport number with letters", label: "passport",
      anchors: ["passport", "reisepass", "pasaporte", "passeport"],
      pattern:
        #"(?:passe?port|reisepass|pasaporte)\#(gap)(?<secret>[a-z]{1,2}[0-9]{6,8}|[0-9]{2}[a-z]{2}[0-9]{5}|[cfghjk][0-9]{2}[a-z0-9][0-9]{5})"#,
      ignoresCase: true,
      vanishes: ["passport number ⟦G64487716⟧ expired", "Reisepass-Nr. ⟦C01X47962⟧ abgelaufen"],
      stays: ["passport 0.7.0"]),
    Rule(
      name: "driving-licence", finds: "driving licence number", label: "driving licence",
      anchors: ["licence", "license", "führerschein", "driverslicense"],
      pattern:
        #"(?:driv[a-z']{1,5} ?licen[cs]e|licen[cs]e (?:no|number)|führerschein)\#(gap)(?<secret>[a-z]{1,5}[0-9]{6,14}[a-z0-9]{0,3})"#,
      ignoresCase: true, reach: 10, vanishes: ["driver's license ⟦B1873882⟧ (CA)"],
      stays: ["license MIT", "license server2 is down"]),
    Rule(
      name: "date-of-birth", finds: "date of birth", label: "date of birth",
      anchors: ["dob", "birth", "geburt", "naissance", "nacimiento", "nascita"],
      pattern:
        #"(?:dob[^a-z0-9\n]|birth|geburt|naissance|nacimiento|nascita)\#(gap)(?<secret>[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{2,4}|[0-9]{1,2}\.? \#(month),? [0-9]{4}|\#(month) [0-9]{1,2},? [0-9]{4})"#,
      ignoresCase: true,
      vanishes: [
        "dob=⟦4 Oct 1987⟧ ref=78554", #"{"dateOfBirth":"⟦28.07.1991⟧"}"#,
      ],
      stays: ["dob is missing", "the process was born 3 s ago", "by a.dobre at 10.37.22"]),
    Rule(
      name: "postal-address", finds: "street, place and postcode of the US, Canada or the UK",
      label: "address",
      anchors: [
        " Street", " St,", " Road", " Rd,", " Lane", " Drive", " Avenue", " Ave,", " Terrace", " Close",
        " Court",
        " Boulevard", " Blvd", " Dr,", " Ln,", " Ct,", " Pl,", " Crescent", " Place", " Square", " Way",
      ],
      pattern:
        #"[0-9]{1,5}[A-Za-z]?\s(?:[A-Z][\w'.-]{0,20}\s){1,3}(?:Street|St|Road|Rd|Lane|Ln|Drive|Dr|Ct|Pl|Avenue|Ave|Terrace|Close|Court|Boulevard|Blvd|Crescent|Place|Square|Way)(?:,? (?:Apt|Suite|Unit|Flat|Floor)\.? ?[\w-]{1,6})?,? (?:[A-Z][\w'.-]{1,20},? ){1,3}(?:(?:[A-Z]{2} )?[0-9]{5}(?:-[0-9]{4})?|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9][A-Z] [0-9][A-Z][0-9])"#,
      reach: 60,
      vanishes: [
        "ship to ⟦6 Elm Lane, Springfield, IL 62706⟧ failed", "at ⟦38 Victoria Terrace, London SW12 8NU⟧.",
      ],
      stays: ["503 Service Unavailable, Close after 10000 ms"]),
    Rule(
      name: "german-address", finds: "street, number, postcode and place of Germany, Austria or Switzerland",
      label: "address",
      anchors: ["straße ", "strasse ", "str. ", "weg ", "allee ", "platz ", "gasse ", "ring ", "damm "],
      pattern:
        #"[A-ZÄÖÜ][A-Za-zäöüß-]{1,40}(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm) [0-9]{1,4}[a-z]?,? (?:[AD]-|CH-)?[0-9]{4,5} [A-ZÄÖÜ][A-Za-zäöüß-]{1,30}"#,
      reach: 44,
      vanishes: ["ship to ⟦Goethestraße 89, 10115 Berlin⟧ failed"], stays: ["Token ring 12 is down"]),
    Rule(
      name: "german-insurance-number", finds: "German pension or health insurance number",
      label: "national id",
      anchors: ["sozialversicherung", "rentenversicherung", "rvnr", "versichertennummer", "kvnr", "egk"],
      pattern:
        #"(?:sozialversicherung|rentenversicherung|rvnr|versichertennummer|kvnr|egk)[^\n0-9]{0,24}?(?<secret>[0-9]{2} ?[0-9]{6} ?[a-z] ?[0-9]{3}|[a-z][0-9]{9})"#,
      ignoresCase: true,
      vanishes: [
        "Sozialversicherungsnummer ⟦52290556D854⟧ fehlt", "eGK-Versichertennummer ⟦A517713414⟧ gesperrt",
      ],
      stays: ["eGK 12"]),
    Rule(
      name: "polish-identity-card", finds: "Polish identity card", label: "national id",
      anchors: ["dowód", "dowodu", "dowod"],
      pattern: #"dow(?:ód|odu|od)\#(gap)(?<secret>[A-Z]{3} ?[0-9]{6})"#,
      vanishes: ["dowód osobisty ⟦CLK653706⟧ zastrzeżony"], stays: ["dowód zapłaty"]),
    Rule(
      name: "passport-number-abroad", finds: "passport number in other languages", label: "passport",
      anchors: [
        "paszport", "Paszport", "paspoort", "passaport", "Passaport", "pasaport", "旅券", "паспорт", "Паспорт",
        "útlevél", "护照", "여권",
      ],
      pattern:
        #"(?:[Pp]aszport|paspoort|[Pp]assaport|pasaport|旅券|[Пп]аспорт|útlevél|护照|여권)\#(gap)(?<secret>[A-Z]{1,2}[0-9]{6,8}|[0-9]{2} ?[0-9]{2} ?[0-9]{6})"#,
      vanishes: ["Paszport nr ⟦ES9847874⟧", "旅券番号 ⟦TB1582219⟧"], stays: ["Paszport 12"]),
    Rule(
      name: "new-zealand-health-index", finds: "New Zealand health index number", label: "national id",
      anchors: ["NHI"], pattern: #"NHI\#(gap)(?<secret>[A-HJ-NP-Z]{3}[0-9]{2}[0-9A-HJ-NP-Z]{2})"#,
      vanishes: ["NHI ⟦FAW0559⟧ merged"], stays: ["NHI lookup failed"]),
    Rule(
      name: "ghana-card", finds: "Ghana Card", label: "national id", anchors: ["GHA-"],
      pattern: #"GHA-[0-9]{9}-[0-9]"#, vanishes: ["Ghana Card ⟦GHA-346518055-1⟧"], stays: ["GHA-1"]),
    Rule(
      name: "x12-social-security", finds: "social security number in an X12 segment", label: "national id",
      anchors: ["REF*SY*", "REF*0F*", "*34*"],
      pattern: #"(?:REF\*(?:SY|0F)|\*34)\*(?<secret>[0-9]{9})(?:~|\*)"#,
      boundary: .none, vanishes: ["834 enrollment REF*SY*⟦551412901⟧~"], stays: ["REF*SY*~"]),
    Rule(
      name: "compact-date-of-birth", finds: "date of birth as eight digits", label: "date of birth",
      anchors: ["birth", "dob"],
      pattern: #"(?:birth[a-z_]{0,8}|dob)["']?\s?[:=]\s?["']?(?<secret>(?:19|20)[0-9]{6})"#,
      ignoresCase: true,
      vanishes: ["patient_birthdate=⟦19921112⟧"], stays: ["birthdate=unknown"]),
    Rule(
      name: "hl7-patient-name", finds: "patient's name in an HL7 segment", label: "person", anchors: ["PID|"],
      pattern: #"PID\|(?:[^|\n]{0,80}\|){4}(?<secret>[^|\n]{3,80})\|"#, boundary: .none,
      vanishes: ["PID|1||58490235^^^HOSP||⟦Strand^Ifeoma⟧||⟦19840315⟧|F"], stays: ["PID|1|2"]),
    Rule(
      name: "fhir-name", finds: "family or given name in a FHIR resource", label: "person",
      anchors: ["\"family\"", "\"given\""],
      pattern: #""(?:family|given)"\s?:\s?\[?\s?"(?<secret>[^"\n]{2,60})""#, boundary: .none,
      vanishes: [#"{"family":"⟦Hofstra⟧","given":["⟦Paloma⟧"]}"#], stays: [#"{"family": 4}"#]),
    Rule(
      name: "hl7-birth-date", finds: "patient's date of birth in an HL7 segment", label: "date of birth",
      anchors: ["PID|"], pattern: #"PID\|(?:[^|\n]{0,80}\|){6}(?<secret>(?:19|20)[0-9]{6})"#, boundary: .word,
      vanishes: ["PID|1||58490235^^^HOSP||⟦Strand^Ifeoma⟧||⟦19840315⟧|F"], stays: ["PID|1|2"]),
    Rule(
      name: "emirates-id", finds: "Emirates ID", label: "national id", anchors: ["784-"],
      pattern: #"784-?(?:19|20)[0-9]{2}-?[0-9]{7}-?[0-9]"#, boundary: .word,
      vanishes: ["Emirates ID ⟦784-1972-2422612-2⟧ expired"], stays: ["784-1972"]),
    Rule(
      name: "thai-id", finds: "Thai national id", label: "national id",
      anchors: ["ประชาชน", "thai national id", "thai id"],
      pattern:
        #"(?:ประชาชน|thai (?:national )?id)\#(gap)(?<secret>[0-9]-?[0-9]{4}-?[0-9]{5}-?[0-9]{2}-?[0-9])"#,
      ignoresCase: true,
      vanishes: ["เลขประจำตัวประชาชน ⟦1-9022-60973-06-0⟧", "thai national id=⟦4343370949318⟧"],
      stays: ["thai id 12"]),
    Rule(
      name: "hong-kong-id", finds: "Hong Kong identity card", label: "national id",
      anchors: ["HKID", "身份證", "身分證"],
      pattern: #"(?:HKID|身份證|身分證)\#(gap)(?<secret>[A-Z]{1,2}[0-9]{6}\([0-9A]\)|[A-Z][12][0-9]{8})"#,
      boundary: .none,
      vanishes: ["HKID ⟦C117831(6)⟧ duplicate", "身分證字號 ⟦P244606738⟧ 驗證失敗"], stays: ["HKID is missing"]),
    Rule(
      name: "pakistani-id", finds: "Pakistani CNIC", label: "national id",
      anchors: ["CNIC", "NICOP", "cnic"],
      pattern: #"(?:CNIC|NICOP|cnic)\#(gap)(?<secret>[0-9]{5}-?[0-9]{7}-?[0-9])"#,
      vanishes: ["CNIC ⟦11024-4760126-6⟧ blocked"], stays: ["CNIC 12"]),
    Rule(
      name: "kenyan-pin", finds: "Kenyan tax PIN", label: "national id", anchors: ["KRA", "kra"],
      pattern: #"(?:KRA|kra)[^\n0-9]{0,12}?(?<secret>[AP][0-9]{9}[A-Z])"#,
      vanishes: ["KRA PIN ⟦A584294301R⟧ inactive"], stays: ["KRA PIN missing"]),
    Rule(
      name: "medicare-beneficiary", finds: "US Medicare beneficiary identifier", label: "national id",
      anchors: ["MBI", "mbi", "edicare"],
      pattern:
        #"(?:MBI|mbi|[Mm]edicare)\#(gap)(?<secret>[1-9][A-Z][A-Z0-9][0-9]-?[A-Z][A-Z0-9][0-9]-?[A-Z]{2}[0-9]{2})"#,
      vanishes: ["MBI ⟦8FQ4AU5AC04⟧ inactive"], stays: ["MBI 12"]),
    Rule(
      name: "alien-number", finds: "US alien registration number", label: "national id",
      anchors: ["A-Number", "Alien number", "alien number", "USCIS"],
      pattern: #"(?:A-Number|[Aa]lien number|USCIS)[^\n0-9]{0,16}?(?<secret>A[0-9]{8,9})"#,
      vanishes: ["USCIS A-Number: ⟦A952958602⟧"], stays: ["USCIS form"]),
    Rule(
      name: "worded-account", finds: "account or tax number behind the words for it", label: "account",
      anchors: ["BSB", "IFSC", "A/c", "Acc ", "UTR", "PIS", "NIS", "kennitala", "C.I.", "RV-Nr", "cédula"],
      pattern:
        #"(?:BSB(?: [0-9]{3}-?[0-9]{3})? Acc(?:ount)?|A/c(?: No\.?)?|IFSC [A-Z0-9]{11} A/c(?: No\.?)?|UTR|PIS(?:/NIS)?|kennitala|C\.I\.|RV-Nr\.?:?)[ :]{1,3}(?<secret>[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3}|[0-9][0-9. -]{5,20}[0-9])"#,
      boundary: .word,
      vanishes: [
        "BSB 075-130 Acc ⟦36798652⟧ – dishonour", "IFSC HDFC0000411 A/c No. ⟦50106139413485⟧",
        "UTR ⟦1254891164⟧ overdue",
        "PIS/NIS ⟦140.87399.47-4⟧ divergente", "kennitala ⟦130387-5009⟧ fannst", "C.I. ⟦3.733.685-6⟧ vencida",
        "RV-Nr.: ⟦15 080767 O 835⟧",
      ], stays: ["UTR is overdue", "A/c is closed"]),
    Rule(
      name: "worded-birth-date", finds: "date of birth with a month's name between hyphens",
      label: "date of birth",
      anchors: ["D.O.B", "d.o.b", "DOB", "dob", "irth"],
      pattern:
        #"(?:D\.O\.B\.?|d\.o\.b\.?|DOB|dob|[Bb]irth(?:date)?)[^\n0-9]{0,12}?(?<secret>[0-9]{1,2}[-/. ][A-Z][a-z]{2,8}[-/. ][0-9]{2,4})"#,
      vanishes: ["D.O.B.: ⟦07-Oct-1969⟧"], stays: ["D.O.B. unknown"]),
    Rule(
      name: "australian-address", finds: "street, place and postcode of Australia", label: "address",
      anchors: [" NSW ", " VIC ", " QLD ", " WA ", " SA ", " TAS ", " ACT ", " NT "],
      pattern:
        #"[0-9]{1,5}[A-Za-z]?(?:/[0-9]{1,5})? (?:[A-Z][\w'.-]{1,20} ){1,4}[A-Z][a-z]{1,14},? (?:[A-Z][\w'-]{1,20},? ){1,3}(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) [0-9]{4}"#,
      reach: 90, boundary: .word, vanishes: ["ship to: ⟦10 Banksia Crescent, Fitzroy VIC 3065⟧"],
      stays: ["VIC 3065 is a code"]),
    Rule(
      name: "machine-readable-zone", finds: "machine readable lines of passports and identity cards",
      label: "passport", anchors: ["<<"],
      pattern:
        #"(?:[A-Z0-9<]{9,10}(?:[A-Z]{3}|[A-Z]<<|<{3})?[0-9]{7}[MFX<][0-9]{7}[A-Z0-9<]{4,20}|[A-Z0-9<]{2,12}<<[0-9]{7}[MFX<]?[0-9]{6,7}[A-Z0-9<]{4,30}|[PIAV][A-Z<][A-Z]{3}[A-Z<]{10,39})"#,
      reach: 44, boundary: .none,
      vanishes: [
        "MRZ line 2: ⟦CKN9JF4FL6D<<9802159F3110142<<<<<<<<<<<<<<06⟧",
        "⟦P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<⟧",
        "⟦L898902C36UTO7408122F1204159ZE184226B<<<<<10⟧",
      ], stays: ["cat <<EOF", "1 << 12", "std::cout << PASSED"]),
    Rule(
      name: "vehicle-number", finds: "vehicle identification number behind its word", label: "vehicle",
      anchors: ["vin", "fahrgestell"],
      pattern: #"(?:vin|fahrgestellnummer)[^\nA-Z0-9]{1,6}(?<secret>[A-HJ-NPR-Z0-9]{17})"#, ignoresCase: true,
      entropy: 2.5,
      vanishes: ["telematics vin=⟦WVWZZZ1KBK1JTPK3R⟧ odo=88123"], stays: ["vin is missing", "vincent=unit"]),
    Rule(
      name: "handset-number", finds: "IMEI of a handset behind its word", label: "device", anchors: ["imei"],
      pattern: #"imei[^\n0-9]{1,6}(?<secret>[0-9]{15,16}|[0-9]{2}-[0-9]{6}-[0-9]{6}-[0-9])"#,
      ignoresCase: true,
      vanishes: ["device imei ⟦265423346088085⟧ blocked"], stays: ["imei check failed"]),
    Rule(
      name: "coordinates", finds: "coordinates to a few metres", label: "location",
      anchors: [
        "lat=", "lat:", "lat\"", "latitude", "lon=", "lon:", "lon\"", "lng=", "lng:", "lng\"", "longitude",
      ],
      pattern:
        #"(?:lat|lon|lng|latitude|longitude|long)["']?\s?[:=]\s?["']?(?<secret>-?[0-9]{1,3}\.[0-9]{4,9})"#,
      ignoresCase: true, reach: 1,
      vanishes: ["courier at lat=⟦52.517291⟧ lon=⟦13.383294⟧ eta 12 min"],
      stays: ["lat=52.5 lon=13.4", "latency=12.5172"]),
    Rule(
      name: "postcode-field", finds: "postcode in a field of that name beside an address", label: "address",
      anchors: ["postalCode", "postal_code", "postcode", "zipcode", "zipCode", "zip_code"],
      pattern:
        #"(?:postal_?[cC]ode|postcode|zip_?[cC]ode)["']?\s?[:=]\s?["']?(?<secret>[A-Z0-9][A-Z0-9 -]{3,9})["',;}\s]"#,
      boundary: .none, vanishes: [#""postalCode":"⟦M5V 2B1⟧"}"#], stays: [#""postalCode":null"#]),
  ]
}
