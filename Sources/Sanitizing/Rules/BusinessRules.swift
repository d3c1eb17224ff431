/// Credentials of content, sales, support, design and data services, by their published formats.
enum BusinessRules {
  static let all: [Rule] = [
    Rule(
      name: "hubspot-token", finds: "HubSpot private app token", label: "hubspot token",
      anchors: ["pat-na", "pat-eu"],
      pattern: #"pat-(?:na|eu)[0-9]{1,2}-\#(PatternPart.uuid)"#, boundary: .none,
      vanishes: ["Bearer ⟦pat-na1-24cc2454-4517-4aa0-8a29-adab8d0eb640⟧"],
      stays: ["pat-na1-example"]),
    Rule(
      name: "hubspot-key", finds: "HubSpot key or secret next to its name", label: "hubspot key",
      anchors: ["hubspot", "hapikey"],
      pattern: #"(?:hubspot|hapi)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [
        "HUBSPOT_API_KEY=⟦058cdd91-ef9b-4566-88c1-becc677787b7⟧",
        "?hapikey=⟦83312109-18fc-460a-97c3-5607656c7185⟧",
      ],
      stays: ["hubspot contact 4ae73ca4-9afb-4c54-8f83-27d4bd8ad11c merged"]),
    Rule(
      name: "salesforce-session", finds: "Salesforce access token", label: "salesforce token",
      anchors: ["00D"],
      pattern: #"00D[A-Za-z0-9]{12,15}(?:!|%21)[A-Za-z0-9._-]{60,260}"#, entropy: 4,
      vanishes: [
        "Bearer ⟦00Dsz9EjZJO934F!AQbngBbC5kzzA21mXbCvbd6UM4RVn2MIUlpzWv8wFBcWfwUFPWLB0HZhQN45daEHpeL39OTiG8GaiL6LfApOeNWh⟧"
      ],
      stays: ["00D is the prefix of an organization id"]),
    Rule(
      name: "salesforce-refresh-token", finds: "Salesforce refresh token", label: "salesforce token",
      anchors: ["5Aep861"],
      pattern: #"5Aep861[A-Za-z0-9._]{60,200}"#, entropy: 4,
      vanishes: [
        "refresh_token=⟦5Aep8610RbVzNeB84Vu8Z00jB3VBC7AyONej62vq85mbk6YvZUnRivrvvoVH8q0ngMky0zjbiW3COyiz09k⟧"
      ],
      stays: ["5Aep861"]),
    Rule(
      name: "salesforce-secret", finds: "Salesforce consumer secret next to its name",
      label: "salesforce secret",
      anchors: ["salesforce", "sfdc"],
      pattern: #"(?:salesforce|sfdc)\#(PatternPart.named)(?<secret>(?:[0-9A-F]{64}|[A-Za-z0-9]{24,25}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [
        #"export SALESFORCE_SECRET="⟦4D541A65ADAD3DBCF50691012DBBF1A571261585C70E522508D55AA607A5E3B8⟧""#
      ],
      stays: [
        "salesforce request 4AD06D7E4A0147BD025C7F8C5DFD2286CEF3FA135C1C3EB70BE8AA795A8386A4 failed",
        "SALESFORCE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "zendesk-token", finds: "Zendesk token or secret next to its name", label: "zendesk token",
      anchors: ["zendesk"],
      pattern: #"zendesk\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[A-Za-z0-9]{40}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [#"zendesk:\#n  apiKey: '⟦2yI3mdGzZhg4ilnjFUxwgvUQhKBzdkfLa8iuCjgP⟧'"#],
      stays: [
        "zendesk request YaEB7GT41GczopRknlvnRm1viID2LI86YDwbe7mr failed",
        "ZENDESK_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "intercom-token", finds: "Intercom access token", label: "intercom token",
      anchors: ["dG9rO"],
      pattern: #"dG9rO[A-Za-z0-9+/]{54,60}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: ["Bearer ⟦dG9rOgf9XE9eAW4fVODy2LEIC5V0iwEAB0GIytcsUvoxHdxjApIjDJaBdnL=⟧"],
      stays: ["dG9rO"]),
    Rule(
      name: "freshdesk-key", finds: "Freshdesk or Freshservice key next to its name", label: "freshdesk key",
      anchors: ["freshdesk", "freshservice"],
      pattern: #"(?:freshdesk|freshservice)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{20})"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: [#"{"freshdesk_token": "⟦zR3QzWDRUy2xoqfj8Epc⟧"}"#],
      stays: ["freshdesk request sZ0RwG0rjmXccvOSB6o2 failed", "FRESHDESK_API_KEY=xxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "freshbooks-token", finds: "FreshBooks token next to its name", label: "freshbooks token",
      anchors: ["freshbooks"],
      pattern: #"freshbooks\#(PatternPart.named)(?<secret>[0-9a-f]{64})"#, ignoresCase: true, entropy: 3.4,
      vanishes: ["FRESHBOOKS_API_KEY=⟦0e966e64dc4768dbc08a24a3f93f6639626a9d89a461876140842a4cc25c4991⟧"],
      stays: [
        "freshbooks request 7db554fef4254884ce488dd4ffc34c492c1e70423df58053072e6aac10285e08 failed",
        "FRESHBOOKS_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "zoho-token", finds: "Zoho OAuth token", label: "zoho token",
      anchors: ["1000."],
      pattern: #"1000\.[0-9a-f]{32}\.[0-9a-f]{32}"#, entropy: 3.6,
      vanishes: ["Zoho-oauthtoken ⟦1000.3191b8f7748076977d629342f320ad8f.416b82f36c2303fcce254bc13977faed⟧"],
      stays: ["1000.00 EUR"]),
    Rule(
      name: "typeform-token", finds: "Typeform token", label: "typeform token",
      anchors: ["tfp_"],
      pattern: #"tfp_[A-Za-z0-9_=-]{40,70}"#, boundary: .none, entropy: 4,
      vanishes: ["Bearer ⟦tfp_cXU0hijPajUxfRkMnTdqshyVdm5Qyc4lbK1U--9Q7t6tkH1vbTo9Nsx-tFO⟧"],
      stays: ["tfp_name"]),
    Rule(
      name: "contentful-token", finds: "Contentful management token", label: "contentful token",
      anchors: ["CFPAT-"],
      pattern: #"CFPAT-[A-Za-z0-9_-]{40,50}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦CFPAT-ygUHy_oP3hXtOHHh-WyVJKtWi5T00_W0tBkNoASu6i0⟧"],
      stays: ["CFPAT-token"]),
    Rule(
      name: "contentful-key", finds: "Contentful delivery or preview token next to its name",
      label: "contentful token",
      anchors: ["contentful"],
      pattern: #"contentful\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{43})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["CONTENTFUL_API_KEY=⟦MDRfQsKUh7kNrInuFnPpegFUyjtG0FF31HmC4WZFBY5⟧"],
      stays: [
        "contentful request 9Q5S12jA13lev0R2cksQK3S3cDFBln66pR5pt9IRkcm failed",
        "CONTENTFUL_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "cms-key",
      finds: "Contentstack, Sanity, Storyblok, Prismic, DatoCMS or Ghost key next to its name",
      label: "content key",
      anchors: ["contentstack", "sanity", "storyblok", "prismic", "datocms", "ghost_admin", "ghost_api"],
      pattern:
        #"(?:contentstack|sanity|storyblok|prismic|datocms|ghost_)\#(PatternPart.named)(?<secret>(?:sk[A-Za-z0-9]{80,200}|[0-9a-f]{24}:[0-9a-f]{64}|cs[0-9a-f]{32}|[A-Za-z0-9]{22}tt|[0-9a-f]{30,64}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [
        "CONTENTSTACK_API_KEY=⟦skxt2y3EBQBPj1mVs4GYx9mLaE9Z3nb4851RP74EX7riewFbyd9P8xf6lTdONBhIrkLGr8t8hZ5NulzYT1zJG9UIbtw9BJxRmDgO0J0csp8yeFykFfTpy28QJb5vCV3qgU1CbJG6jrdBObNzOH4pyhIJ⟧"
      ],
      stays: ["sanity check 2a22b527747ed408749472dd4d2cbebee0ca9873 passed"]),
    Rule(
      name: "readme-key", finds: "ReadMe API key", label: "readme key",
      anchors: ["rdme_"],
      pattern: #"rdme_[a-z0-9]{70}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦rdme_ehle54k2c3mvid0d7j3ng24slkacq2zccrx385qr9iayj3ycn95lgtndh8rei0tzz66dc6⟧"],
      stays: ["rdme_name"]),
    Rule(
      name: "beamer-token", finds: "Beamer token next to its name", label: "beamer token",
      anchors: ["beamer"],
      pattern: #"beamer\#(PatternPart.named)(?<secret>b_[A-Za-z0-9_=-]{44})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"export BEAMER_SECRET="⟦b_tnXPNYWlYiQz2EHLFCeiJrSuN07mvJ4Wc4zDOn3eaMWb⟧""#],
      stays: [
        "beamer request b_RDwox5SL5Fz2CPCubJizw6Jeonbor6D3sSq8KHXzcWJL failed",
        "BEAMER_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "adobe-secret", finds: "Adobe client secret", label: "adobe secret",
      anchors: ["p8e-"],
      pattern: #"p8e-[A-Za-z0-9_-]{32}"#, boundary: .none, entropy: 4,
      vanishes: ["client_secret=⟦p8e-iGQfM4CDmCLj3pLH905aUmyful4XKz7a⟧"],
      stays: ["p8e-name"]),
    Rule(
      name: "adobe-key", finds: "Adobe client id or secret next to its name", label: "adobe key",
      anchors: ["adobe"],
      pattern: #"adobe\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: ["--adobe-token ⟦3e2be3532feb27bc3292e9e9556b8e76⟧ --verbose"],
      stays: [
        "adobe request e5ccb4fe7e789972168f3b56171364a4 failed",
        "ADOBE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "authress-key", finds: "Authress service client key", label: "authress key",
      anchors: [".acc_", ".acc-"],
      pattern:
        #"(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}"#,
      reach: 45, entropy: 4,
      vanishes: ["⟦sc_0bde026n8hxo.altv.acc-gkfxikc612zc.hGjFhYwapXEZWXuflHHcHNPS5DnGSdVddZ1Q1OXLxk7MnGLt⟧"],
      stays: ["x.acc_id"]),
    Rule(
      name: "maxmind-key", finds: "MaxMind license key", label: "maxmind key",
      anchors: ["_mmk"],
      pattern: #"[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk"#, reach: 36, entropy: 4,
      vanishes: ["license_key=⟦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⟧"],
      stays: ["name_mmk"]),
    Rule(
      name: "rapidapi-key", finds: "RapidAPI key", label: "rapidapi key",
      anchors: ["msh"],
      pattern: #"[0-9a-f]{10}msh[0-9a-f]{13,17}p[0-9a-f]{5,8}jsn[0-9a-f]{10,14}"#, reach: 10, entropy: 3.7,
      vanishes: ["X-RapidAPI-Key: ⟦6c7218b630msh3691780c79587b5p1d3f687jsnd614047ca844⟧"],
      stays: ["a mshell", "10msh"]),
    Rule(
      name: "rapidapi-named-key", finds: "RapidAPI key next to its name", label: "rapidapi key",
      anchors: ["rapidapi", "rapid_api"],
      pattern: #"rapid_?api\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{48,52})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        "RAPIDAPI_API_KEY=⟦3bdtlmfo8h6mcp7auigzp1m80vy86616syszhk2gi8d0gt46yz⟧",
        "X-RapidAPI-Key: ⟦skjvepledl4v4w2smvk63xzf9h3nmj4wiergm7tcnrteu0hy41⟧",
      ],
      stays: [
        "rapidapi request 7806d8tpb6wj5aw0vb46391cjyz061h0c6un9b48zt3nrj8axc failed",
        "RAPIDAPI_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "settlemint-token", finds: "SettleMint token", label: "settlemint token",
      anchors: ["sm_aat_", "sm_pat_", "sm_sat_"],
      pattern: #"sm_[aps]at_[A-Za-z0-9]{16,40}"#, boundary: .none, entropy: 3.5,
      vanishes: ["⟦sm_aat_GOoM5BFF7noixj7v⟧"],
      stays: ["sm_pat_name"]),
    Rule(
      name: "intra42-secret", finds: "42 intra client secret", label: "intra42 secret",
      anchors: ["s-s4t2ud-", "s-s4t2af-"],
      pattern: #"s-s4t2(?:ud|af)-[0-9a-f]{64}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦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⟧"],
      stays: ["s-s4t2ud-key"]),
    Rule(
      name: "adafruit-key", finds: "Adafruit IO key", label: "adafruit key",
      anchors: ["aio_"],
      pattern: #"aio_[A-Za-z0-9]{28}"#, boundary: .none, entropy: 4,
      vanishes: ["X-AIO-Key: ⟦aio_3XAyG02tQl9wpE6Q7MJsrhrlAltZ⟧"],
      stays: ["aio_read", "aio_xxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "adafruit-classic-key", finds: "Adafruit IO classic key next to its name", label: "adafruit key",
      anchors: ["adafruit"],
      pattern: #"adafruit\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{32})"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: [#"{"adafruit_token": "⟦8th386kawiwmcokfah0gc9bvxjv7sxxo⟧"}"#],
      stays: [
        "adafruit request 5jmbefyyjpxsb4z6xzvvdjol6g37ar9o failed",
        "ADAFRUIT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "n8n-key", finds: "n8n API key", label: "n8n key",
      anchors: ["n8n_api_"],
      pattern: #"n8n_api_[A-Za-z0-9._-]{40,400}"#, boundary: .none, entropy: 3.8,
      vanishes: [
        "⟦n8n_api_2c242295b31867895683272b89134e9be9554b9bb2015ed0ad1fbcbab10b959a05b5600b4a5cb913⟧"
      ],
      stays: ["n8n_api_key"]),
    Rule(
      name: "retool-token", finds: "Retool token", label: "retool token",
      anchors: ["retool_"],
      pattern: #"retool_[0-9a-z]{24,40}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦retool_nl7bykin76g514odu5cbh9xnsemz9x⟧"],
      stays: ["retool_workflow_run"]),
    Rule(
      name: "workato-token", finds: "Workato token", label: "workato token",
      anchors: ["wrka"],
      pattern: #"wrka(?:[a-z]{2})?-eyJ[A-Za-z0-9_-]{8,400}\.[A-Za-z0-9_-]{16,2000}\.[A-Za-z0-9_-]{40,800}"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "⟦wrkaeu-eyJIalIBIMTABqt4v-wy6ha8uYjj3s0Ce.d-tYtg_OOq9qHo0SMe6eIKnH7n1uQOplOapPI3XIWUV4cLi3DuwxxTrM2D_GUgHnlAX2ui5-2UUsqhPN.qsPq3IKPE2PUm69GJMVwPKhpg6GE7gCBlM3Jt81qHPssZeP_aIyKn-S9mDI-uxLE8xzlDoRHz4fHiow-2Jfa4y⟧"
      ],
      stays: ["wrka-eyJ"]),
    Rule(
      name: "metabase-key", finds: "Metabase API key", label: "metabase key",
      anchors: ["mb_"],
      pattern: #"mb_[A-Za-z0-9+/]{43}="#, entropy: 4,
      vanishes: ["x-api-key: ⟦mb_eRPDqximOiPqZgtkz23WmOLYhIVV8r2Bbb8qTEdBxAE=⟧"],
      stays: ["mb_per_s", "thumb_url"]),
    Rule(
      name: "tableau-token", finds: "Tableau personal access token", label: "tableau token",
      anchors: ["==:"],
      pattern: #"[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}"#, reach: 22, entropy: 4,
      vanishes: [
        #""personalAccessTokenSecret":"⟦c/3WDa9PRiXmFlqP0k8NzW==:npn2zOtGC3l1ZkvFkYIJH1jAlvEO5aPN⟧""#
      ],
      stays: ["a==:b"]),
    Rule(
      name: "looker-secret", finds: "Looker client secret next to its name", label: "looker secret",
      anchors: ["looker"],
      pattern: #"looker\#(PatternPart.named)(?<secret>[A-Za-z0-9]{24})"#, ignoresCase: true, entropy: 3.2,
      vanishes: [#"export LOOKER_SECRET="⟦bauuirngtptgkx27f1v2lhwq⟧""#],
      stays: ["looker request zd3ljmfxzindrlvlol6meb16 failed", "LOOKER_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "zapier-hook", finds: "Zapier, Make or IFTTT hook", label: "hook url",
      anchors: ["hooks.zapier.com/hooks/catch/", "maker.ifttt.com/trigger/", ".make.com/"],
      pattern:
        #"(?:hooks\.zapier\.com/hooks/catch/[0-9]{4,12}/|maker\.ifttt\.com/trigger/[A-Za-z0-9_-]{1,60}/(?:json/)?with/key/|\.make\.com/)(?<secret>[A-Za-z0-9_/-]{7,60})"#,
      boundary: .none, entropy: 1.8,
      vanishes: [
        "https://hooks.zapier.com/hooks/catch/1234567/⟦ufej9l9⟧",
        "https://maker.ifttt.com/trigger/door/with/key/⟦hih2wFyEWHYIHhzTFkxY7c⟧",
        "https://hook.eu1.make.com/⟦7j635fzbjdrmwevkzpmd1g8vr1809y9c⟧",
      ],
      stays: ["https://hooks.zapier.com/hooks/catch/"]),
    Rule(
      name: "wakatime-key", finds: "WakaTime key", label: "wakatime key",
      anchors: ["waka_"],
      pattern: #"waka_(?:\#(PatternPart.uuid)|[A-Za-z0-9]{36,64})"#, boundary: .none, entropy: 3.4,
      vanishes: ["api_key = ⟦waka_1d40afdd-7536-497b-aabb-c8cf632ec41c⟧"],
      stays: ["waka_time"]),
    Rule(
      name: "hcaptcha-secret", finds: "hCaptcha secret", label: "captcha secret",
      anchors: ["ES_"],
      pattern: #"ES_[0-9a-f]{32}"#, entropy: 3.4,
      vanishes: ["secret=⟦ES_5d6260fb34dc75ac582e630324ff412b⟧"],
      stays: ["ES_HOST=es.example.org"]),
    Rule(
      name: "recaptcha-secret", finds: "reCAPTCHA or hCaptcha secret next to its name",
      label: "captcha secret",
      anchors: ["recaptcha", "hcaptcha"],
      pattern:
        #"(?:recaptcha|hcaptcha)\#(PatternPart.named)(?<secret>(?:6L[A-Za-z0-9_-]{38}|0x[0-9A-Fa-f]{40}))"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: [#"export RECAPTCHA_SECRET="⟦6L096L8x1URRDEB738tRESUbyhduXkovnK9wyG6Y⟧""#],
      stays: [
        "recaptcha request 6LPvUfW5srAu4LO7seRe_87jKJXLMooGvkfulMTs failed",
        "RECAPTCHA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "calendly-key", finds: "Webflow, Squarespace, Gumroad, Disqus or Calendly key next to its name",
      label: "site key",
      anchors: ["webflow", "squarespace", "gumroad", "disqus", "calendly"],
      pattern:
        #"(?:webflow|squarespace|gumroad|disqus|calendly)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[A-Za-z0-9_-]{43}|\#(PatternPart.uuid)))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: ["WEBFLOW_API_KEY=⟦f7ec1edd9fbb80cce3cd1fcaba5c5a21914d347f8465dfc2d9f7755b84f15f7a⟧"],
      stays: [
        "webflow request 5874f76eaab32bf8614ad4d8d79d133c898149c11b4596763ecd468a8e1eb92f failed",
        "WEBFLOW_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "security-service-key",
      finds: "Shodan, VirusTotal, AbuseIPDB, urlscan or SecurityTrails key next to its name",
      label: "intelligence key",
      anchors: ["shodan", "virustotal", "abuseipdb", "urlscan", "securitytrails", "greynoise"],
      pattern:
        #"(?:shodan|virustotal|abuseipdb|urlscan|securitytrails|greynoise)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{80}|[0-9a-f]{64}|\#(PatternPart.uuid)|[A-Za-z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [
        #"shodan:\#n  apiKey: '⟦34c59c29c72544446a413fc9f59880ebe9572322ab468e175a06d31aa160501c⟧'"#
      ],
      stays: [
        "shodan request 45d6282f97ea813bb986631d6d86c0bac27cdd5166fbf1f4010234bd9a36da19 failed",
        "SHODAN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "weather-key",
      finds: "OpenWeather, weatherstack, exchangerate, ipstack or currency key next to its name",
      label: "data key",
      anchors: [
        "openweather", "weatherstack", "weatherapi", "ipstack", "currencylayer", "fixer_", "newsapi",
        "nytimes", "flickr",
      ],
      pattern:
        #"(?:openweather|weatherstack|weatherapi|ipstack|currencylayer|fixer_|newsapi|nytimes|flickr)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[A-Za-z0-9]{31,32}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"export OPENWEATHER_SECRET="⟦719e4d5121a61f5242d65d9f48655309⟧""#],
      stays: [
        "openweather request 0506cb4f394f9a3fa8b5e8771f8dda02 failed",
        "OPENWEATHER_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "maps-key", finds: "TomTom, Finnhub or Alpha Vantage key next to its name", label: "data key",
      anchors: ["tomtom", "finnhub", "alphavantage", "alpha_vantage"],
      pattern:
        #"(?:tomtom|finnhub|alphavantage|alpha_vantage)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9_-]{43}|[A-Za-z0-9]{32}|[A-Za-z0-9]{20}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["the Tomtom API key was ⟦tLY1N2LsTp6tEjyf1x4xVzTN8Jw84DHn⟧ at that time"],
      stays: [
        "tomtom request s8AzpK2gFvPaOWaH6lLSLeGG53hCbVom failed",
        "TOMTOM_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "scanner-secret",
      finds: "CrowdStrike, Wiz, Lacework, Tenable or Prisma Cloud secret next to its name",
      label: "scanner secret",
      anchors: ["crowdstrike", "falcon_", "wiz_", "lacework", "tenable", "prisma_cloud"],
      pattern:
        #"(?:crowdstrike|falcon_|wiz_|lacework|tenable|prisma_cloud)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9]{64}|_?[0-9a-f]{32}|[A-Za-z0-9]{40}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"export CROWDSTRIKE_SECRET="⟦OldwpIUPxi2jLuT0V1vpJz0M51w9OqnDZ7bXtfYM⟧""#],
      stays: [
        "crowdstrike request CuzORpXiZuJgqlpN1JPwOftOikY2GTVUb2V66Lnn failed",
        "CROWDSTRIKE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "meeting-secret", finds: "Zoom or DocuSign secret next to its name", label: "meeting secret",
      anchors: ["zoom_", "docusign"],
      pattern:
        #"(?:zoom_|docusign)\#(PatternPart.named)(?<secret>(?:\#(PatternPart.uuid)|[A-Za-z0-9]{32}|[A-Za-z0-9]{22}))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [#"export ZOOM_SECRET="⟦xIAFhocrqqPAfTXJK8onVlSwKXltdN6t⟧""#],
      stays: ["zoom_level request poFR1dXMH8L7LfldXzBKeDVW8TmU0h9p failed"]),
    Rule(
      name: "plex-token", finds: "Plex token", label: "plex token",
      anchors: ["x-plex-token"],
      pattern: #"x-plex-token\#(PatternPart.sign)(?<secret>[A-Za-z0-9_-]{20})"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: ["/library?X-Plex-Token=⟦FDqg0cHdZv4MIXJ4eFpf⟧&x=1"],
      stays: ["X-Plex-Token is required"]),
    Rule(
      name: "databento-key", finds: "Databento key", label: "databento key",
      anchors: ["db-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>db-[A-Za-z0-9]{29})"#, reach: 1, entropy: 4,
      vanishes: ["DATABENTO_API_KEY=⟦db-ECyBRitnn85cHWZ2PolXvFFJxulSR⟧"],
      stays: ["db-primary-1", "mydb-replica"]),
    Rule(
      name: "iterative-token", finds: "DVC Studio token", label: "dvc token",
      anchors: ["isat_"],
      pattern: #"isat_[A-Za-z0-9]{32,80}"#, entropy: 4,
      vanishes: ["⟦isat_bNL5Iq3nbX0gYcUuk8JRsHad6jm9aU7H2f5joEn6IRcFZrUf⟧"],
      stays: ["isat_name"]),
    Rule(
      name: "pangea-token", finds: "Pangea token", label: "pangea token",
      anchors: ["pts_", "pmt_", "pcl_"],
      pattern: #"p(?:ts|mt|cl)_[a-z2-7]{32}"#, entropy: 3.8,
      vanishes: ["⟦pts_poxldperaeglz6h445vhg3oy34s5kca3⟧"],
      stays: ["opts_name"]),
  ]
}
