/// Numbers by what they are called: codes, cards, plates, ids, places on a map.
enum MarkedNumberRules {
  static let all: [Rule] = [
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
}
