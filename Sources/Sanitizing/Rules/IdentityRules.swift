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
        #"(?:passe?port|reisepass|pasaporte)\#(gap)(?<secret>[a-z]{1,2}[0-9]{6,8}|[0-9]{2}[a-z]{2}[0-9]{5})"#,
      ignoresCase: true, vanishes: ["passport number ⟦G64487716⟧ expired"], stays: ["passport 0.7.0"]),
    Rule(
      name: "driving-licence", finds: "driving licence number", label: "driving licence",
      anchors: ["licence", "license", "führerschein", "driverslicense"],
      pattern:
        #"(?:driv[a-z']{1,5} ?licen[cs]e|licen[cs]e (?:no|number)|führerschein)\#(gap)(?<secret>[a-z]{1,5}[0-9]{6,14}[a-z0-9]{0,3})"#,
      ignoresCase: true, reach: 10, vanishes: ["driver's license ⟦B1873882⟧ (CA)"],
      stays: ["license MIT", "license server2 is down"]),
    Rule(
      name: "date-of-birth", finds: "date of birth", label: "date of birth",
      anchors: ["dob", "born", "birth", "geburt", "naissance", "nacimiento", "nascita"],
      pattern:
        #"(?:dob|born|birth|geburt|naissance|nacimiento|nascita)\#(gap)(?<secret>[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{2,4}|[0-9]{1,2}\.? \#(month),? [0-9]{4}|\#(month) [0-9]{1,2},? [0-9]{4})"#,
      ignoresCase: true,
      vanishes: [
        "dob=⟦4 Oct 1987⟧ ref=78554", #"{"dateOfBirth":"⟦28.07.1991⟧"}"#, "born on ⟦1998-11-09⟧ failed",
      ],
      stays: ["dob is missing", "the process was born 3 s ago"]),
    Rule(
      name: "postal-address", finds: "street, place and postcode of the US, Canada or the UK",
      label: "address",
      anchors: [
        " Street", " St,", " Road", " Rd,", " Lane", " Drive", " Avenue", " Ave,", " Terrace", " Close",
        " Court",
        " Boulevard", " Blvd", " Crescent", " Place", " Square", " Way",
      ],
      pattern:
        #"[0-9]{1,5}[A-Za-z]?\s(?:[A-Z][\w'.-]{0,20}\s){1,3}(?:Street|St|Road|Rd|Lane|Drive|Avenue|Ave|Terrace|Close|Court|Boulevard|Blvd|Crescent|Place|Square|Way)(?:,? (?:Apt|Suite|Unit|Flat|Floor)\.? ?[\w-]{1,6})?,? (?:[A-Z][\w'.-]{1,20},? ){1,3}(?:(?:[A-Z]{2} )?[0-9]{5}(?:-[0-9]{4})?|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9][A-Z] [0-9][A-Z][0-9])"#,
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
  ]
}
