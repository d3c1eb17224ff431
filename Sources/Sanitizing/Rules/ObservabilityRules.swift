/// Credentials of monitoring, logging, alerting and analytics services, by their published formats.
enum ObservabilityRules {
  static let all: [Rule] = [
    Rule(
      name: "datadog-key", finds: "Datadog API or application key next to its name", label: "datadog key",
      anchors: ["datadog", "dd_api", "dd-api", "dd_app", "dd-app"],
      pattern: #"(?:datadog|dd[_-]ap[ip])\#(PatternPart.named)(?<secret>(?:[0-9a-f]{40}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3,
      vanishes: [
        "DATADOG_API_KEY=⟦8d0025c1da8b0f9dd9ebebe6c1f7cc12⟧",
        "DD-API-KEY: ⟦fa79641ec3cd1ebb20f8d36125e5c1ab⟧",
        "DD_APP_KEY=⟦71f22a48bdf9356d0c848b61876998662d84fbe1⟧",
      ],
      stays: [
        "datadog trace_id=0871f8e0b02d8bd3f33b42c11a6661a2",
        "dd.trace_id=f9740bd0710c649cb2c7826f989e3be1",
        "DD_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "datadog-app-key", finds: "Datadog application key or access token with a prefix",
      label: "datadog key",
      anchors: ["ddapp_", "ddpat_", "ddsat_"],
      pattern: #"dd(?:app|pat|sat)_[A-Za-z0-9_]{30,80}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦ddapp_Z7ZemMX0Ews8BG6xlodrzfKxRB34ryRDk3⟧"],
      stays: ["ddapp_name"]),
    Rule(
      name: "newrelic-key", finds: "New Relic user, insights, admin, infrastructure or browser key",
      label: "new relic key",
      anchors: ["NRAK-", "NRII-", "NRIQ-", "NRRA-", "NRSP-", "NRJS-", "NRAA-", "NRBR-"],
      pattern: #"NR(?:AK|II|IQ|RA|SP|JS|AA|BR)-[A-Za-z0-9_-]{19,64}"#, boundary: .none, entropy: 3.6,
      vanishes: ["NEW_RELIC_API_KEY=⟦NRAK-XISTGQCR28TK7EWBNT73ZGSHQ9S⟧"],
      stays: ["NRAK-key", "NRII-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"]),
    Rule(
      name: "newrelic-license", finds: "New Relic license key", label: "new relic key",
      anchors: ["NRAL"],
      pattern: #"[A-Za-z0-9]{36}NRAL"#, reach: 36, entropy: 3.7,
      vanishes: ["license_key: ⟦eu01xx4544d5d5ab1df8b6ace7fb48d1FFFFNRAL⟧"],
      stays: ["NRAL is the suffix"]),
    Rule(
      name: "newrelic-classic-key", finds: "New Relic classic key next to its name", label: "new relic key",
      anchors: ["newrelic", "new_relic", "new-relic", "new relic"],
      pattern: #"new[ _-]?relic\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[0-9a-f]{47}|[0-9a-f]{40}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["NEWRELIC_API_KEY=⟦f480b7f6eefa71c09c1e260b1ee8b58e50667224⟧"],
      stays: ["newrelic deployed e4471f91503a362c2b9b9e04839b8c23c18cd413"]),
    Rule(
      name: "grafana-cloud-token", finds: "Grafana Cloud access policy token", label: "grafana token",
      anchors: ["glc_"],
      pattern: #"glc_[A-Za-z0-9+/_-]{30,400}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "⟦glc_eyJvIjoiNTM5MzE2IiwibiI6ImJ5c3ZiYW1wcyIsImsiOiJZSU5FMzF4RGFTcDR5bWMzeVJZNDhSOG4ifQ==⟧"
      ],
      stays: ["glc_name"]),
    Rule(
      name: "grafana-service-account-token", finds: "Grafana service account token", label: "grafana token",
      anchors: ["glsa_"],
      pattern: #"glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}"#, boundary: .none, entropy: 4,
      vanishes: ["Bearer ⟦glsa_tstWr3E1XAMFlgxhSRzTdSszB4apFwR2_67559385⟧"],
      stays: ["glsa_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_00000000"]),
    Rule(
      name: "grafana-api-key", finds: "Grafana API key", label: "grafana token",
      anchors: ["eyJrIjoi"],
      pattern: #"eyJrIjoi[A-Za-z0-9+/]{40,400}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "Bearer ⟦eyJrIjoiKAba/G4pLtJbmkagVucs0jwgBDPUnf2RPOsGke9l0O8yv/vdRrAxVK4GE5GSkOdliPloSN9mw+KosIPf3CEi==⟧"
      ],
      stays: ["eyJrIjoi"]),
    Rule(
      name: "sentry-token", finds: "Sentry organization, user or integration token", label: "sentry token",
      anchors: ["sntrys_", "sntryu_", "sntrya_", "sntryi_"],
      pattern: #"sntry(?:s_eyJ[A-Za-z0-9+/=]{20,400}_[A-Za-z0-9+/]{30,60}|[uai]_[0-9a-f]{40,80})"#,
      boundary: .none, entropy: 3.7,
      vanishes: [
        "SENTRY_AUTH_TOKEN=⟦sntrys_eyJQRznC+c3HU3ncNn7fN7Oo7x+cI65yq1rOMYc/LKXySDKug4DQFEIpiHbNyeGram/V8x/d4HCXrGnBi9ocwFsUSs5te=_lVydRsep6Zle4ZnLApo4rX94U7a3HPGCj5hm3+HUYHk⟧",
        "⟦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⟧",
      ],
      stays: ["sntryu_token", "sntrys_eyJ"]),
    Rule(
      name: "sentry-dsn", finds: "key in a Sentry DSN", label: "sentry dsn",
      anchors: ["sentry.io"],
      pattern: #"https?://(?<secret>[0-9a-f]{32}(?::[0-9a-f]{32})?)@[A-Za-z0-9.-]{0,80}sentry\.io"#,
      reach: 165, entropy: 3,
      vanishes: ["SENTRY_DSN=https://⟦6f275b5d5bbeb0548896e48a6e87a1e5⟧@o123.ingest.us.sentry.io/4500"],
      stays: [
        "https://acme.sentry.io/issues/c87d85af1557013c5d0dc50ca4699465",
        "https://examplePublicKey@o0.ingest.sentry.io/0",
      ]),
    Rule(
      name: "sentry-own-dsn", finds: "key in the DSN of a self-hosted Sentry", label: "sentry dsn",
      anchors: ["dsn"],
      pattern:
        #"dsn["'\\\]]{0,3}\s{0,3}[=:(]{1,2}\s{0,3}["'\\]{0,2}https?://(?<secret>[0-9a-f]{32}(?::[0-9a-f]{32})?)@"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"dsn: "https://⟦d8f9f884ae6f40cd6da2a662c38ae05d⟧@errors.example.org/7""#],
      stays: ["dsn=postgres://db/orders"]),
    Rule(
      name: "sentry-classic-token", finds: "Sentry classic token next to its name", label: "sentry token",
      anchors: ["sentry"],
      pattern: #"sentry\#(PatternPart.named)(?<secret>[0-9a-f]{64})"#, ignoresCase: true, entropy: 3.5,
      vanishes: ["SENTRY_API_KEY=⟦0ea5e00f8052702182478638af5fa3b37d4b4736f2ca8db21673d39a8cad5538⟧"],
      stays: ["sentry release 4b86d14f7be80714fd3ca1b31223a75db7e299233147ff93dfa1a05d9df924f8"]),
    Rule(
      name: "splunk-hec-header", finds: "Splunk HTTP event collector token in a header",
      label: "splunk token",
      anchors: ["Splunk "],
      pattern: #"Splunk (?<secret>\#(PatternPart.uuid))"#, entropy: 3.2,
      vanishes: ["Authorization: Splunk ⟦81878f03-567c-4baf-82b4-8ccba31f6030⟧"],
      stays: ["Splunk index main"]),
    Rule(
      name: "splunk-token", finds: "Splunk token next to its name", label: "splunk token",
      anchors: ["splunk", "hec_token", "hec-token"],
      pattern: #"(?:splunk|hec_|hec-)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [
        "SPLUNK_API_KEY=⟦4a8b65ed-41fa-4a10-a2da-4ac654c892d1⟧",
        "hec_token: ⟦6c9ab0c0-e440-4362-8a98-7d9ab4af77cd⟧",
      ],
      stays: ["splunk search 1048d753-136e-41c6-91ae-a5f1d2fee233 finished"]),
    Rule(
      name: "signalfx-token", finds: "SignalFx token next to its name", label: "signalfx token",
      anchors: ["signalfx", "sfx_"],
      pattern: #"(?:signalfx|sfx_)\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{22})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["SIGNALFX_API_KEY=⟦zXT9ti8TcevzkICylQHaMT⟧"],
      stays: ["signalfx request lLKShmhd4WKNKBK2bmvA9U failed"]),
    Rule(
      name: "pagerduty-key", finds: "PagerDuty API or integration key next to its name",
      label: "pagerduty key",
      anchors: ["pagerduty", "pager_duty", "pd_api", "pd_token"],
      pattern:
        #"(?:pager_?duty|pd_)\#(PatternPart.named)(?<secret>(?:u\+[A-Za-z0-9_-]{18}|[0-9a-f]{32}|R[A-Z0-9]{31}|[A-Za-z0-9_+-]{20}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["PAGERDUTY_API_KEY=⟦u+I0VehXrWVX3r6cwO3K⟧"],
      stays: ["pagerduty incident DLEAKVQM15A0T0 acknowledged"]),
    Rule(
      name: "pagerduty-header", finds: "PagerDuty API key in a header", label: "pagerduty key",
      anchors: ["Token token="],
      pattern: #"Token token=["'\\]{0,2}(?<secret>[A-Za-z0-9_+-]{18,24})"#, entropy: 3.3,
      vanishes: ["Authorization: Token token=⟦dy4zTc6SHBQzIQizc0O2⟧"],
      stays: ["Token token=<key>"]),
    Rule(
      name: "pagerduty-routing-key", finds: "PagerDuty events routing or service key",
      label: "pagerduty key",
      anchors: ["routing_key", "service_key", "integration_key", "routing-key"],
      pattern:
        #"(?:routing|service|integration)[_-]key\#(PatternPart.sign)(?<secret>(?:[0-9a-f]{32}|R[A-Z0-9]{31}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"{"routing_key": "⟦7872b6c86e674cd2ec28f0c1561394fe⟧","event_action":"trigger"}"#],
      stays: ["routing_key=orders.created.v1.long.name.x"]),
    Rule(
      name: "pagerduty-url", finds: "PagerDuty integration key in a URL", label: "pagerduty key",
      anchors: ["events.pagerduty.com/integration/"],
      pattern: #"events\.pagerduty\.com/integration/(?<secret>[A-Za-z0-9]{32})"#, entropy: 3,
      vanishes: ["https://events.pagerduty.com/integration/⟦915c31c365e4f10ec8d465af8ccc95a0⟧/enqueue"],
      stays: ["events.pagerduty.com/integration/"]),
    Rule(
      name: "honeycomb-key", finds: "Honeycomb ingest, configuration or management key",
      label: "honeycomb key",
      anchors: ["hcaik_", "hcxik_", "hcbik_", "hclik_", "hcamk_", "hcxmk_"],
      pattern: #"hc(?:aik|xik|bik|lik|amk|xmk)_[A-Za-z0-9]{26,90}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦hcaik_255ol2y66zmk4nnbsv53zwcz2b5gmzigb57slupgtfbxa1xbhkgwqrdso3⟧"],
      stays: ["hcaik_name"]),
    Rule(
      name: "honeycomb-classic-key", finds: "Honeycomb classic key next to its name", label: "honeycomb key",
      anchors: ["honeycomb"],
      pattern: #"honeycomb\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[A-Za-z0-9]{22}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [
        "HONEYCOMB_API_KEY=⟦e514b4815e29bcda9d9628c00959d2bc⟧",
        "X-Honeycomb-Api-Key: ⟦wHBX90EcHKXMPpz185yV2Z⟧",
      ],
      stays: [
        "honeycomb request 59719a3c009d65e37f7437accc2633df failed",
        "HONEYCOMB_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "honeycomb-header", finds: "Honeycomb key in a header", label: "honeycomb key",
      anchors: ["x-honeycomb-team"],
      pattern: #"x-honeycomb-team\#(PatternPart.sign)(?<secret>[A-Za-z0-9]{22,32})"#,
      ignoresCase: true, entropy: 3.6,
      vanishes: ["x-honeycomb-team: ⟦WVF1VpPpONtu5yF58mI0BX⟧"],
      stays: ["x-honeycomb-team: <key>"]),
    Rule(
      name: "dynatrace-token", finds: "Dynatrace API, platform or OAuth token", label: "dynatrace token",
      anchors: ["dt0"],
      pattern: #"dt0[a-z][0-9]{2}\.[A-Za-z0-9-]{8,128}\.[A-Z0-9]{64}"#, boundary: .none, entropy: 4,
      vanishes: [
        "Api-Token ⟦dt0c01.15S6HANO4OZHXIW9S97GJ383.FNX03A2S9T6U5OA6YX4OVRLPULKEQBW4J5M81SESXG8Z0RRUH7NXBEM7GZGCI2SI⟧"
      ],
      stays: [
        "dt0c01.XXXXXXXXXXXXXXXXXXXXXXXX.XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"
      ]),
    Rule(
      name: "elastic-cloud-key", finds: "Elastic Cloud API key", label: "elastic key",
      anchors: ["essu_"],
      pattern: #"essu_[A-Za-z0-9+/_-]{40,300}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "Authorization: ApiKey ⟦essu_ZejyuMiXZX3Il9/cvkHo9X4OnYWuRGW0yv463OaY87HkSqpGzSspWprJIuo2ilSZHL3dHqd1R+reEJ3A==⟧"
      ],
      stays: ["essu_key"]),
    Rule(
      name: "elastic-api-key", finds: "Elasticsearch or Kibana API key in a header", label: "elastic key",
      anchors: ["ApiKey "],
      pattern: #"ApiKey (?<secret>[A-Za-z0-9+/_-]{38,200}={0,2})"#, boundary: .none, entropy: 4,
      vanishes: ["Authorization: ApiKey ⟦mWQwEr9nt3wm/fjBnMuDGPQnSspuQXpO4mC+fdW9lLRWJmGBHtPEKN8/X1==⟧"],
      stays: ["ApiKey is required", "ApiKey xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "logz-token", finds: "Logz.io token next to its name", label: "logz token",
      anchors: ["logz"],
      pattern: #"logz\#(PatternPart.named)(?<secret>(?:[A-Za-z]{32}|\#(PatternPart.uuid)))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [#"logz:\#n  apiKey: '⟦XhnrgtvNdQgFMeeEJknohxqUGrYfhdpS⟧'"#],
      stays: [
        "logz request sGhOSLPSlTFmTefBblOhrcZqzprwsfPw failed",
        "LOGZ_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "sumologic-key", finds: "Sumo Logic access id or key next to its name", label: "sumologic key",
      anchors: ["sumologic", "sumo_", "sumo-", "sumo logic"],
      pattern: #"sumo(?:logic|[_ -])\#(PatternPart.named)(?<secret>(?:su[A-Za-z0-9]{12}|[A-Za-z0-9]{64}))"#,
      ignoresCase: true, entropy: 3,
      vanishes: ["SUMOLOGIC_API_KEY=⟦bdpIxQX0vMsVfF1rNPxaquTCDZnszUhunScGsR4jqnZoOT1qR5oQrVy8TTE2cL4s⟧"],
      stays: ["sumologic request 4GfVcrLZQypyVFIEgxdKZmmMAeJXXWx0Abrltv7AZdplvXxIN79zzA1Hhw0aDsdt failed"]),
    Rule(
      name: "sumologic-url", finds: "Sumo Logic collector URL", label: "sumologic url",
      anchors: [".sumologic.com/receiver/v1/http/"],
      pattern: #"\.sumologic\.com/receiver/v1/http/(?<secret>[A-Za-z0-9_=-]{40,200})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "https://endpoint1.collection.sumologic.com/receiver/v1/http/⟦nAvAw2GVRScAHMFKd7ov9y3IFYooWnVO4eoeDNAv9t-B5XKTX7X_CTZNRKDXpsIjcIOXpE_1Jw_hj3_j06V3uvBj==⟧"
      ],
      stays: [".sumologic.com/receiver/v1/http/<token>"]),
    Rule(
      name: "loggly-url", finds: "Loggly token in a URL", label: "loggly token",
      anchors: [".loggly.com/"],
      pattern: #"\.loggly\.com/(?:inputs|bulk)/(?<secret>\#(PatternPart.uuid))"#, entropy: 3.2,
      vanishes: ["https://logs-01.loggly.com/bulk/⟦b4f8ec86-67a4-4257-9f2c-8e294cca1aa0⟧/tag/http"],
      stays: ["https://acme.loggly.com/search"]),
    Rule(
      name: "loggly-token", finds: "Loggly, Logentries or Humio token next to its name", label: "log token",
      anchors: ["loggly", "logentries", "humio", "logscale", "insightops"],
      pattern:
        #"(?:loggly|logentries|humio|logscale|insightops)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"loggly:\#n  apiKey: '⟦88a2aad1-770f-4b23-8b2e-46163f018a21⟧'"#],
      stays: [
        "loggly request 4d6e6599-63da-4f1f-a4ff-6d2883961ef0 failed",
        "LOGGLY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "coralogix-key", finds: "Coralogix API key", label: "coralogix key",
      anchors: ["cxtp_", "cxup_", "cxdk_"],
      pattern: #"cx(?:tp|up|dk)_[A-Za-z0-9]{20,60}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦cxtp_k2364ebQg77CEqeixYHVvWlTDxsqgk⟧"],
      stays: ["cxtp_name"]),
    Rule(
      name: "coralogix-classic-key", finds: "Coralogix classic key next to its name", label: "coralogix key",
      anchors: ["coralogix"],
      pattern: #"coralogix\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"{"coralogix_token": "⟦bfc768cb-fd98-4b45-9500-72b80d8e8a98⟧"}"#],
      stays: [
        "coralogix request c7d892af-1467-4dd3-a1fb-ccd688d743b3 failed",
        "CORALOGIX_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "mezmo-key", finds: "Mezmo (LogDNA) key next to its name", label: "mezmo key",
      anchors: ["logdna", "mezmo"],
      pattern: #"(?:logdna|mezmo)\#(PatternPart.named)(?<secret>(?:sts_)?[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3,
      vanishes: [#"logdna:\#n  apiKey: '⟦7882db1f08e7c548a78c39a3e1e348e6⟧'"#],
      stays: [
        "logdna request 495578801d99ab768f66ea856d465f9c failed",
        "LOGDNA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "papertrail-token", finds: "Papertrail or SolarWinds token next to its name",
      label: "papertrail token",
      anchors: ["papertrail", "solarwinds"],
      pattern:
        #"(?:papertrail|solarwinds)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9_-]{71}|[A-Za-z0-9]{20}))"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: [#"export PAPERTRAIL_SECRET="⟦6xJ0wVqGfSYOr0Qze2vf⟧""#],
      stays: ["papertrail request bfmAlVvM3yTmvvlA7Vh0 failed", "PAPERTRAIL_API_KEY=xxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "betterstack-token", finds: "Better Stack (Logtail) token next to its name",
      label: "betterstack token",
      anchors: ["betterstack", "better_stack", "better_uptime", "betteruptime", "logtail"],
      pattern: #"(?:better_?(?:stack|uptime)|logtail)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{24})"#,
      ignoresCase: true, entropy: 3.6,
      vanishes: ["BETTERSTACK_API_KEY=⟦idqnMweHbCXNMbRf2s2nuYWD⟧"],
      stays: ["logtail request iKa51DsAdw0RLwi6vqCWLLpq failed"]),
    Rule(
      name: "axiom-token", finds: "Axiom API, personal or ingest token", label: "axiom token",
      anchors: ["xaat-", "xapt-", "xait-"],
      pattern: #"xa(?:at|pt|it)-\#(PatternPart.uuid)"#, boundary: .none,
      vanishes: ["⟦xaat-ae6a1ee1-a136-43ee-8f8e-592853548f91⟧"],
      stays: ["xaat-token"]),
    Rule(
      name: "instana-key", finds: "Instana agent key next to its name", label: "instana key",
      anchors: ["instana"],
      pattern: #"instana\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{22})"#, ignoresCase: true, entropy: 3.5,
      vanishes: [#"instana:\#n  apiKey: '⟦PpcWWWTGhBiSu7QoJUc7a0⟧'"#],
      stays: ["instana request xVq1AFtM3ik1raOasDzxZ6 failed", "INSTANA_API_KEY=xxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "appdynamics-key", finds: "AppDynamics key next to its name", label: "appdynamics key",
      anchors: ["appdynamics"],
      pattern: #"appdynamics\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["the Appdynamics API key was ⟦d22ac613-0f37-4c6e-8e53-da5ff872c8ef⟧ at that time"],
      stays: [
        "appdynamics request 85b68610-feba-47e9-9643-c7b48697cf82 failed",
        "APPDYNAMICS_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "rollbar-token", finds: "Rollbar token next to its name", label: "rollbar token",
      anchors: ["rollbar"],
      pattern: #"rollbar\#(PatternPart.named)(?<secret>[0-9a-f]{32}(?:[0-9a-f]{96})?)"#,
      ignoresCase: true, entropy: 3,
      vanishes: [#"rollbar:\#n  apiKey: '⟦872db9779e710c54500f071848d02e5e⟧'"#],
      stays: [
        "rollbar request 48a84bd7935e41ed61a5781b2c4a1bd0 failed",
        "ROLLBAR_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "bugsnag-key", finds: "Bugsnag key next to its name", label: "bugsnag key",
      anchors: ["bugsnag"],
      pattern: #"bugsnag\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3,
      vanishes: [#"{"bugsnag_token": "⟦fa24259b976a2b5f0c3cf52b9349cfa1⟧"}"#],
      stays: [
        "bugsnag request c091fb89991326bba879f381b9ac4171 failed",
        "BUGSNAG_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "raygun-key", finds: "Raygun key next to its name", label: "raygun key",
      anchors: ["raygun"],
      pattern: #"raygun\#(PatternPart.named)(?<secret>[A-Za-z0-9+/]{22}(?:==)?)"#,
      ignoresCase: true, boundary: .none, entropy: 3.5,
      vanishes: [#"export RAYGUN_SECRET="⟦TZtYaa6vEzu3eEP4DS0bH6==⟧""#],
      stays: ["raygun request 2QM4cR8LGY45ZuAjLP8rtJ== failed", "RAYGUN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "airbrake-key", finds: "Airbrake key next to its name", label: "airbrake key",
      anchors: ["airbrake"],
      pattern: #"airbrake\#(PatternPart.named)(?<secret>(?:[0-9a-f]{40}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3,
      vanishes: [#"{"airbrake_token": "⟦736a33c829b110a7dab6161c38d49928⟧"}"#],
      stays: [
        "airbrake request 947aa0da73d1921b13f4d5e276dae3f3 failed",
        "AIRBRAKE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "honeybadger-key", finds: "Honeybadger project, account or personal key",
      label: "honeybadger key",
      anchors: ["hbp_", "hba_", "hbu_"],
      pattern: #"hb[pau]_[A-Za-z0-9]{30,40}"#, boundary: .none, entropy: 4,
      vanishes: ["HONEYBADGER_API_KEY=⟦hbp_MFQnNzfjdfNZ78dz9VBcuNdTtbYgzhQXV9jW⟧"],
      stays: ["hbp_name"]),
    Rule(
      name: "opsgenie-key", finds: "Opsgenie key next to its name", label: "opsgenie key",
      anchors: ["opsgenie"],
      pattern: #"opsgenie\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["OPSGENIE_API_KEY=⟦48bb87b4-e033-432e-a5c7-e622ac2d7626⟧"],
      stays: ["opsgenie alert d9c9ef6e-4457-4aad-9048-dde25b27448f closed"]),
    Rule(
      name: "opsgenie-header", finds: "Opsgenie key in a header", label: "opsgenie key",
      anchors: ["GenieKey "],
      pattern: #"GenieKey (?<secret>\#(PatternPart.uuid))"#, entropy: 3.2,
      vanishes: ["Authorization: GenieKey ⟦52e62d37-cba8-47b1-9deb-a0b17013e177⟧"],
      stays: ["GenieKey is required"]),
    Rule(
      name: "victorops-url", finds: "VictorOps (Splunk On-Call) key in a URL", label: "victorops key",
      anchors: ["alert.victorops.com/integrations/"],
      pattern:
        #"alert\.victorops\.com/integrations/[a-z]{3,20}/[0-9]{4,12}/alert/(?<secret>\#(PatternPart.uuid))"#,
      entropy: 3.2,
      vanishes: [
        "https://alert.victorops.com/integrations/generic/20131114/alert/⟦240c0b90-64be-4c58-8543-9c42fac5a958⟧/ops"
      ],
      stays: ["https://alert.victorops.com/integrations/"]),
    Rule(
      name: "incident-io-key", finds: "incident.io API key", label: "incident.io key",
      anchors: ["inc_live_", "inc_development_"],
      pattern: #"inc_(?:live|development)_[A-Za-z0-9]{20,80}"#, boundary: .none, entropy: 3.9,
      vanishes: ["Bearer ⟦inc_live_tEJu5FC2JxemQD85VTqnrdt4DoK2g17WjbHxsO08⟧"],
      stays: ["inc_live_mode"]),
    Rule(
      name: "firehydrant-token", finds: "FireHydrant API token", label: "firehydrant token",
      anchors: ["fhb-"],
      pattern: #"fhb-[0-9a-f]{32}"#, boundary: .none, entropy: 3.2,
      vanishes: ["Bearer ⟦fhb-165f403f5a6afbceeb9cfe222fcf1f9b⟧"],
      stays: ["fhb-name"]),
    Rule(
      name: "rootly-key", finds: "Rootly API key", label: "rootly key",
      anchors: ["rootly_"],
      pattern: #"rootly_[0-9a-f]{64}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦rootly_c8474c4a809f0b1bd67e33d0c0237430dbd8fa020ba5bdd25979a05010e97739⟧"],
      stays: ["rootly_api"]),
    Rule(
      name: "statuspage-key", finds: "Statuspage key next to its name", label: "statuspage key",
      anchors: ["statuspage"],
      pattern:
        #"statuspage\#(PatternPart.named)(?<secret>(?:\#(PatternPart.uuid)|[0-9a-f]{64}|[a-z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["--statuspage-token ⟦3d95919b-0edd-406e-a3ac-cda53290b50b⟧ --verbose"],
      stays: [
        "statuspage request 7889947c-d4c9-40df-bff8-443dc19a4344 failed",
        "STATUSPAGE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "uptimerobot-key", finds: "UptimeRobot key next to its name", label: "uptimerobot key",
      anchors: ["uptimerobot", "uptime_robot"],
      pattern: #"uptime_?robot\#(PatternPart.named)(?<secret>[um][0-9]{5,10}-[0-9a-f]{24})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["UPTIMEROBOT_API_KEY=⟦u8723900-3d1a4a728d83ecdb7489b537⟧"],
      stays: [
        "uptimerobot request u8798046-fe83bdc457d7f128066ca0ae failed",
        "UPTIMEROBOT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "pingdom-token", finds: "Pingdom token next to its name", label: "pingdom token",
      anchors: ["pingdom"],
      pattern: #"pingdom\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{86})"#, ignoresCase: true, entropy: 4,
      vanishes: [
        #"pingdom:\#n  apiKey: '⟦yUyCd5emCgAu8jKUrGAN-0ftnZqH5dyUAPCg90riBtPQfvZnYr6hAEiGLrl5esrphF3YFQrBJxm9TknmLO5l2i⟧'"#
      ],
      stays: [
        "pingdom request RXDzYzAVcmgBHIXGyHn3IdYI52GJnrB4ZD7U7cqjCB1zLtszXPilj22_f3SwnWTgYJGtkZlKyhodUQW8MklG45 failed",
        "PINGDOM_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "checkly-key", finds: "Checkly API key", label: "checkly key",
      anchors: ["cu_", "ac_"],
      pattern: #"(?:cu|ac)_[0-9a-f]{32}"#, entropy: 3.2,
      vanishes: ["CHECKLY_API_KEY=⟦cu_43e9f6605f2a6c5f89ca885d5528f826⟧"],
      stays: ["gpu_ac_id", "cu_00000000000000000000000000000000"]),
    Rule(
      name: "appsignal-key", finds: "AppSignal key next to its name", label: "appsignal key",
      anchors: ["appsignal"],
      pattern: #"appsignal\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"{"appsignal_token": "⟦45ba5dca-7046-46ff-9204-10dc48644c90⟧"}"#],
      stays: [
        "appsignal request 64b37171-a013-46e8-ad1b-b1b8b9efcc67 failed",
        "APPSIGNAL_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "healthchecks-url", finds: "Healthchecks ping URL", label: "ping url",
      anchors: ["hc-ping.com/", "hchk.io/"],
      pattern: #"(?:hc-ping\.com|hchk\.io)/(?<secret>(?:\#(PatternPart.uuid)|[A-Za-z0-9_-]{22}))"#,
      entropy: 3.2,
      vanishes: ["curl https://hc-ping.com/⟦41e6cf8e-95cf-4928-9587-1d7ad39052f3⟧/fail"],
      stays: ["https://hc-ping.com/"]),
    Rule(
      name: "posthog-key", finds: "PostHog personal, feature or shared key", label: "posthog key",
      anchors: ["phx_", "phs_", "pha_"],
      pattern: #"ph[xsa]_[A-Za-z0-9_-]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦phx_vgALjiySzgn7BqHh9BQhHhfrkTl5tSgUERnClErowFz⟧"],
      stays: ["phx_name"]),
    Rule(
      name: "amplitude-key", finds: "Amplitude key or secret next to its name", label: "amplitude key",
      anchors: ["amplitude"],
      pattern: #"amplitude\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [#"{"amplitude_token": "⟦95bee28d048ca6f1257728e2c1812a3b⟧"}"#],
      stays: [
        "amplitude request 5c8ec45f7d5a5edfc2455e4db327fea8 failed",
        "AMPLITUDE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "mixpanel-secret", finds: "Mixpanel secret next to its name", label: "mixpanel secret",
      anchors: ["mixpanel"],
      pattern: #"mixpanel\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3,
      vanishes: ["--mixpanel-token ⟦b66aeca671a1fe067246123796261897⟧ --verbose"],
      stays: [
        "mixpanel request b6b9601bff8d80d4431e60ef78f0b618 failed",
        "MIXPANEL_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "segment-token", finds: "Segment public API token", label: "segment token",
      anchors: ["sgp_"],
      pattern: #"sgp_[A-Za-z0-9]{64}"#, boundary: .none, entropy: 4,
      vanishes: ["Bearer ⟦sgp_I6sHnkWoE49t04be5HkfdqWx2cITTHspEKwWgWTj4sxsdVPpsw5NuAVVVfLcDGMi⟧"],
      stays: ["sgp_name"]),
    Rule(
      name: "segment-key", finds: "Segment write key next to its name", label: "segment key",
      anchors: ["segment_", "segment-", "segment."],
      pattern: #"segment[._-]\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["SEGMENT_API_KEY=⟦H6XYqPXGxLCclgFWx8loCk3ZvDq1eZNa⟧"],
      stays: ["segment_id request EBv0JQvGcLiIlpx7qOdS1vI2vxguMvYA failed"]),
    Rule(
      name: "influxdb-token", finds: "InfluxDB token next to its name", label: "influxdb token",
      anchors: ["influx"],
      pattern: #"influx\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{86}==)"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        #"export INFLUX_SECRET="⟦KKCk4XDH-YaqjWtz5jMSvC_Qo7oE10e9GlmbgDSILu-txJFkN0qby7emXVzBUwRtXiMUSjwOwka7zxBfq-gDUd==⟧""#,
        "INFLUX_TOKEN=⟦YdXkSQg0NkBXs13rdlz6iHi0OLRVMvlEeKkGJv1fj0YVP9HoHnPxd8PrFq1TOZFyENGLxMucJOnlBRKG2JZypR==⟧",
      ],
      stays: [
        "influx request gFMm1rmcrdQiNi8nyjKq5syQs5pX2W0w6RLTPv9Tmp1pV4PhSLbuI37JxfFe0cosnAf_9-0EzWAAo7VQxKUQxk== failed",
        "INFLUX_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "wavefront-token", finds: "Wavefront, Sysdig or Lightstep token next to its name",
      label: "monitoring token",
      anchors: ["wavefront", "sysdig", "lightstep"],
      pattern:
        #"(?:wavefront|sysdig|lightstep)\#(PatternPart.named)(?<secret>(?:\#(PatternPart.uuid)|[A-Za-z0-9+/]{60,140}={0,2}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["WAVEFRONT_API_KEY=⟦2b536591-70c6-404b-90d1-96a2e228863b⟧"],
      stays: [
        "wavefront request 506aabc5-1224-4679-9d20-196e0f13edac failed",
        "WAVEFRONT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "lumigo-token", finds: "Lumigo token next to its name", label: "lumigo token",
      anchors: ["lumigo"],
      pattern: #"lumigo\#(PatternPart.named)(?<secret>t_[0-9a-f]{20,21})"#, ignoresCase: true, entropy: 2.9,
      vanishes: [#"{"lumigo_token": "⟦t_791c624baac29a16f566⟧"}"#],
      stays: ["lumigo request t_9ae9c8ba4bff012f276d failed", "LUMIGO_API_KEY=xxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "fullstory-key", finds: "FullStory API key next to its name", label: "fullstory key",
      anchors: ["fullstory", "fs_api"],
      pattern:
        #"(?:fullstory|fs_api)\#(PatternPart.named)(?<secret>(?:na1|eu1)\.[A-Za-z0-9+/]{20,120}={0,2})"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: ["FULLSTORY_API_KEY=⟦na1.f2ZjHLSW34MLqjnlBfn9CsUsBap1Qt3jukdAkVpLNIsCovKB⟧"],
      stays: ["fullstory session na1.example"]),
  ]
}
