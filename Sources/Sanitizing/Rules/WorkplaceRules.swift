/// Credentials of work, design, identity and flag services, by their published formats.
enum WorkplaceRules {
  static let all: [Rule] = [
    Rule(
      name: "linear-key", finds: "Linear API key, OAuth token or webhook secret", label: "linear key",
      anchors: ["lin_api_", "lin_oauth_", "lin_wh_"],
      pattern: #"lin_(?:api|oauth|wh)_[A-Za-z0-9]{32,70}"#, boundary: .none, entropy: 4,
      vanishes: ["LINEAR_API_KEY=⟦lin_api_1BhPq48vWWwVIIfXfpYZcfm1N8GCDyqWsTuB0szC⟧"],
      stays: ["lin_api_key", "lin_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "notion-token", finds: "Notion integration token", label: "notion token",
      anchors: ["ntn_", "secret_"],
      pattern: #"(?:ntn_[0-9]{9,12}[A-Za-z0-9]{33,40}|secret_[A-Za-z0-9]{43})"#, boundary: .none, entropy: 4,
      vanishes: [
        "NOTION_TOKEN=⟦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⟧",
        "⟦secret_StymKXO80XrdeD5uZZam8z1GejqCRYgbjMYmuCxOnV5⟧",
      ],
      stays: ["ntn_id", "secret_name", "secret_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "airtable-token", finds: "Airtable personal access token", label: "airtable token",
      anchors: ["pat"],
      pattern: #"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}"#, boundary: .none, entropy: 4,
      vanishes: [
        "AIRTABLE_API_KEY=⟦pati4X0Eo91WWJPlt.f2974f14abd8a55eea569123c6a56f737170ba63f95750686241f799b70d1635⟧"
      ],
      stays: ["patch.diff", "pattern.example.org", "path"]),
    Rule(
      name: "airtable-key", finds: "Airtable classic key or OAuth token next to its name",
      label: "airtable key",
      anchors: ["airtable"],
      pattern:
        #"airtable\#(PatternPart.named)(?<secret>(?:key[A-Za-z0-9]{14}|[A-Za-z0-9]{8,40}\.v1\.[A-Za-z0-9_-]{8,400}\.[0-9a-f]{64}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"export AIRTABLE_SECRET="⟦keyvIDes3Fsosa9Oc⟧""#],
      stays: ["airtable request keyRf2cvflbadhEOo failed", "AIRTABLE_API_KEY=xxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "asana-token", finds: "Asana token or secret next to its name", label: "asana token",
      anchors: ["asana"],
      pattern:
        #"asana\#(PatternPart.named)(?<secret>(?:[0-2]/[0-9]{13,20}(?:/[0-9]{13,20})?:[0-9a-f]{32}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"asana:\#n  apiKey: '⟦1/6713498529797705:1564bf30adef2f3454c48df9235634c3⟧'"#],
      stays: [
        "asana request 1/46616 failed",
        "ASANA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "atlassian-token", finds: "Atlassian API token", label: "atlassian token",
      anchors: ["ATATT3"],
      pattern: #"ATATT3[A-Za-z0-9_-]{60,400}(?:=[A-Za-z0-9]{8})?"#, boundary: .none, entropy: 4,
      vanishes: [
        "JIRA_TOKEN=⟦ATATT3xFfGF0qbzAnwmx8XcCmFAycNGMg_lAj6rlgaRR0JFGolqZI6LarpxMvobtWr5lFB9Lo6Ysv56OQECPR-gdDw983WukFJ8E-P9Ov6YWXJvwr-Qj_salubYD2t5LVQ5VCujhrx_XrvI8vpcjvq1m--_wEoOp_Y7m5oQU1YuucT0KyboKHN=EE7097C0⟧"
      ],
      stays: [
        "ATATT3 is the prefix",
        "ATATT3xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "atlassian-classic-token", finds: "Atlassian, Jira, Confluence or Trello token next to its name",
      label: "atlassian token",
      anchors: ["atlassian", "jira", "confluence"],
      pattern: #"(?:atlassian|jira|confluence)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{20}[0-9A-Fa-f]{4})"#,
      ignoresCase: true, entropy: 3.6,
      vanishes: ["ATLASSIAN_API_KEY=⟦VlFiYFlWWMsS26wBDpj4ad68⟧"],
      stays: [
        "atlassian request jecrU6ygCUdrWXyZUD4T7ad9 failed",
        "ATLASSIAN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "trello-token", finds: "Trello token", label: "trello token",
      anchors: ["ATTA"],
      pattern: #"ATTA[0-9a-f]{64}[0-9A-F]{8}"#, entropy: 3.8,
      vanishes: ["token=⟦ATTA43c31590c5e4fb1a4df5b2f72c3688a16005b8db938007e3ac6b47f0df27ba28F47F16A3⟧"],
      stays: ["ATTACH DATABASE", "ATTA"]),
    Rule(
      name: "trello-key", finds: "Trello key or token next to its name", label: "trello key",
      anchors: ["trello"],
      pattern: #"trello\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3,
      vanishes: ["TRELLO_API_KEY=⟦020094c4854c47c21f35ec0b9cb23394⟧"],
      stays: [
        "trello request 60e50e5604dc37b4317533c64c21c884 failed",
        "TRELLO_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "figma-token", finds: "Figma personal or OAuth token", label: "figma token",
      anchors: ["figd_", "figo_", "figu_", "figor_"],
      pattern: #"fig(?:d|o|u|or)_[A-Za-z0-9_-]{36,64}"#, boundary: .none, entropy: 4,
      vanishes: ["X-Figma-Token: ⟦figd_oblIo7hwQ9HIIHkm1UWFM2cChh0tfsGWDFGCdonv⟧"],
      stays: ["figd_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "figo_name"]),
    Rule(
      name: "dropbox-token", finds: "Dropbox access token", label: "dropbox token",
      anchors: ["sl."],
      pattern: #"sl\.(?:u\.)?[A-Za-z0-9_-]{120,2000}"#, entropy: 4,
      vanishes: [
        "Bearer ⟦sl.BKgZOFAFzxAPIkZuL91lJmDHuVEfa4M6k8XnypwMc7nXuBzBpuW0jx-TQsZ-FPaJR1rRSwd7CwZKzGAfos4FMG2_nG_viYG1w6f-yyiV9UahVuGgZuwlulnTMbSHaTUKFUE2xwppi⟧"
      ],
      stays: ["ssl.conf", "sl.example.org"]),
    Rule(
      name: "dropbox-secret", finds: "Dropbox app secret or long-lived token next to its name",
      label: "dropbox secret",
      anchors: ["dropbox"],
      pattern: #"dropbox\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9_-]{64}|[a-z0-9]{15}))"#,
      ignoresCase: true, entropy: 2.7,
      vanishes: ["--dropbox-token ⟦1defo501zhmbfbo⟧ --verbose"],
      stays: ["dropbox request 5d42mce1hhm7rn9 failed", "DROPBOX_API_KEY=xxxxxxxxxxxxxxx"]),
    Rule(
      name: "okta-header", finds: "Okta API token in a header", label: "okta token",
      anchors: ["SSWS "],
      pattern: #"SSWS (?<secret>[A-Za-z0-9_-]{30,60})"#, entropy: 4,
      vanishes: ["Authorization: SSWS ⟦00FkStBlUv1BxBx7arIeVODTLo9RvsNlUhieRgFHCs⟧"],
      stays: ["SSWS is the scheme", "SSWS xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "okta-token", finds: "Okta API token or client secret next to its name", label: "okta token",
      anchors: ["okta"],
      pattern:
        #"okta\#(PatternPart.named)(?<secret>(?:00[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{40}))"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"{"okta_token": "⟦00mp5EWuYfH3GBdLPLbJVtEZLXYDi6gyOo7yR3gN1F⟧"}"#],
      stays: [
        "okta request 00zIraaOkew9P_KxKjGlCtmSMU4FXA0cmL_E_SxuiJ failed",
        "OKTA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "auth0-secret", finds: "Auth0 client secret next to its name", label: "auth0 secret",
      anchors: ["auth0"],
      pattern: #"auth0\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{64})"#, ignoresCase: true, entropy: 4,
      vanishes: [
        #"export AUTH0_SECRET="⟦hheFTd3fvE2bo2cQw7YId3H_GJ9l1MIUWCBRP2UwKBwDVAoRxKrdXxsJUb4UzE_S⟧""#
      ],
      stays: [
        "auth0 request 6tQwkKFluGVFaiao9yfl9TJ5D11BwEI_c7G3IxUHgtWYDb70GASbb2igA2xk8yDP failed",
        "AUTH0_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "algolia-key", finds: "Algolia key next to its name", label: "algolia key",
      anchors: ["algolia"],
      pattern: #"algolia\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [
        "ALGOLIA_API_KEY=⟦2c70c666846021ecf71a83de9bb1647f⟧",
        "X-Algolia-API-Key: ⟦5fd5b441b89585b713fb6bb28b8c6ad4⟧",
      ],
      stays: [
        "algolia request 1c18f995664ca26b587e39817cd61edc failed",
        "ALGOLIA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "stytch-secret", finds: "Stytch project secret", label: "stytch secret",
      anchors: ["secret-live-", "secret-test-"],
      pattern: #"secret-(?:live|test)-[A-Za-z0-9_-]{30,50}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦secret-test-W9QKKZszhAfdRPf9YmlH7qR68jQfJUdqBkon⟧"],
      stays: ["secret-test-name"]),
    Rule(
      name: "workos-key", finds: "WorkOS key", label: "workos key",
      anchors: ["sk_a2V5", "sk_live_a2V5", "sk_test_a2V5"],
      pattern: #"sk_(?:live_|test_)?a2V5[A-Za-z0-9+/]{30,160}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦sk_a2V5XzH6lR8TVp0InmCRi4M5s53q51ipkqqN4ll0CXUzmhvakkEcaceLirxsDDoI7IsBnlYt⟧"],
      stays: ["sk_a2V5"]),
    Rule(
      name: "identity-secret",
      finds: "OneLogin, JumpCloud, Duo, Frontegg, Keycloak, PingOne or Zitadel secret next to its name",
      label: "identity secret",
      anchors: ["onelogin", "jumpcloud", "duo_", "frontegg", "keycloak", "pingone", "zitadel", "fusionauth"],
      pattern:
        #"(?:onelogin|jumpcloud|duo_|frontegg|keycloak|pingone|zitadel|fusionauth)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9]{64}|[A-Za-z0-9]{40}|\#(PatternPart.uuid)|[A-Za-z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [#"export ONELOGIN_SECRET="⟦hzMDZmKu65vC46cHLqIOUsRjSlimC7DGfiHVzBbk⟧""#],
      stays: [
        "onelogin request AOBOtipNw9c6blhbSwqdmO6d6VMFc6ibfX55UFbo failed",
        "ONELOGIN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "clickup-token", finds: "ClickUp personal token", label: "clickup token",
      anchors: ["pk_"],
      pattern: #"pk_[0-9]{5,10}_[A-Z0-9]{32}"#, entropy: 4,
      vanishes: ["Authorization: ⟦pk_56282190_NV0INRL8A23JNWP5K2BSAIVYOC7K7TSH⟧"],
      stays: ["pk_12345_index", "backpk_1"]),
    Rule(
      name: "frameio-token", finds: "Frame.io token", label: "frameio token",
      anchors: ["fio-u-"],
      pattern: #"fio-u-[A-Za-z0-9_=-]{60,70}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦fio-u-PdmUttHrDx_sk59vIEsygEN4N2qRK-yFQMYVN-4139ZKScd9uYQLGLyYZH9sMr-8⟧"],
      stays: ["fio-u-name"]),
    Rule(
      name: "canva-secret", finds: "Canva client secret", label: "canva secret",
      anchors: ["cnvca"],
      pattern: #"cnvca[A-Za-z0-9_-]{51}"#, entropy: 4,
      vanishes: ["⟦cnvcaH6L59MANAJaWsjfa6VqiFQMu2nFSGgX1DUef7OquMVfYvrvsiCs⟧"],
      stays: ["cnvca"]),
    Rule(
      name: "smartsheet-token",
      finds: "Smartsheet, Todoist, Wrike, Basecamp or Bitly token next to its name", label: "work token",
      anchors: ["smartsheet", "todoist", "basecamp", "bitly"],
      pattern:
        #"(?:smartsheet|todoist|basecamp|bitly)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{40}|[A-Za-z0-9]{37}|[A-Za-z0-9]{26}))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [#"export SMARTSHEET_SECRET="⟦671428bac320174c8c6598e8b6dc28cddef0fa62⟧""#],
      stays: [
        "smartsheet request 693afb4f0aa8b6959f63cb408acf2c0bf83c2169 failed",
        "SMARTSHEET_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "postman-key", finds: "Postman API key", label: "postman key",
      anchors: ["PMAK-"],
      pattern: #"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"#, boundary: .none, entropy: 3.8,
      vanishes: ["X-Api-Key: ⟦PMAK-d6d69e7283525d80d5963d52-74400d98aca4f4fd7fb71e6bf5086048f0⟧"],
      stays: ["PMAK-key"]),
    Rule(
      name: "postman-collection-key", finds: "Postman collection access key", label: "postman key",
      anchors: ["PMAT-"],
      pattern: #"PMAT-[A-Z0-9]{26}"#, entropy: 3.7,
      vanishes: ["?access_key=⟦PMAT-KZAVGHU5HX1AAJNKCGFSE56TG4⟧"],
      stays: ["PMAT-key"]),
    Rule(
      name: "configcat-key", finds: "ConfigCat SDK key", label: "configcat key",
      anchors: ["configcat-sdk-1/"],
      pattern: #"configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦configcat-sdk-1/8t7dmQxcXYKwgHfFURMWGw/lgdnKus4gHnzApx8G0UJ3Z⟧"],
      stays: ["configcat-sdk-1/x"]),
    Rule(
      name: "devcycle-key", finds: "DevCycle server SDK key", label: "devcycle key",
      anchors: ["dvc_server_"],
      pattern: #"dvc_server_[A-Za-z0-9_]{8,60}"#, boundary: .none, entropy: 3.1,
      vanishes: ["⟦dvc_server_QG50HOF0fH6r2c7YK27lymEa⟧"],
      stays: ["dvc_server_"]),
    Rule(
      name: "statsig-key", finds: "Statsig server secret", label: "statsig key",
      anchors: ["secret-"],
      pattern: #"secret-[A-Za-z0-9]{43,46}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦secret-WjHModMUotU0d61HkBVOwJFeydp963Fcz4Hqj2qaqDu⟧"],
      stays: ["secret-name", "secret-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "unleash-token", finds: "Unleash API token", label: "unleash token",
      anchors: ["development.", "production."],
      pattern: #"(?:development|production)\.[0-9a-f]{56,64}"#, entropy: 3.9,
      vanishes: [
        "UNLEASH_API_TOKEN=default:⟦production.121b6c1131cdab8615f0c8c10c68e9d5b3b51946a3e083928cadc66e⟧"
      ],
      stays: [
        "production.example.org",
        "development.00000000000000000000000000000000000000000000000000000000",
      ]),
    Rule(
      name: "flagsmith-key", finds: "Flagsmith server key next to its name", label: "flagsmith key",
      anchors: ["flagsmith"],
      pattern: #"flagsmith\#(PatternPart.named)(?<secret>ser\.[A-Za-z0-9]{22})"#,
      ignoresCase: true, entropy: 3.8,
      vanishes: [#"{"flagsmith_token": "⟦ser.B2fb8hosZY188wEBfCHKuJ⟧"}"#],
      stays: [
        "flagsmith request ser.ivZsQE2X1NIXatw7 failed",
        "FLAGSMITH_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
  ]
}
