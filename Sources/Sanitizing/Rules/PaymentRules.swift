/// Credentials of payment, banking, shop and shipping services, by their published formats.
enum PaymentRules {
  static let all: [Rule] = [
    Rule(
      name: "stripe-key",
      finds: "Stripe secret or restricted key; also Paystack, Clerk and others of the same form",
      label: "stripe key",
      anchors: [
        "sk_live_", "sk_test_", "sk_prod_", "rk_live_", "rk_test_", "rk_prod_", "sk_org_", "rk_org_",
      ],
      pattern: #"[sr]k_(?:org_)?(?:live|test|prod)_[A-Za-z0-9]{16,250}"#, boundary: .none, entropy: 3.6,
      vanishes: [
        "STRIPE_SECRET_KEY=⟦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⟧",
        #"api_key: "⟦rk_test_JyPYDpXpyvBYz9o6jEk1u3WW⟧""#,
        "key was ⟦sk_test_XRw31xRVbpXp6JYhCZHUw79o⟧.",
      ],
      stays: [
        "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
        "sk_test_your_key",
        "pk_live_VZxkXWoftaimo3kXd9GD2FYV is public",
      ]),
    Rule(
      name: "stripe-webhook-secret", finds: "Stripe or Svix webhook signing secret", label: "webhook secret",
      anchors: ["whsec_"],
      pattern: #"whsec_[A-Za-z0-9+/]{24,88}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: ["STRIPE_WEBHOOK_SECRET=⟦whsec_BkikIJlBHqpIUDkzCnG6IAQxZJYRyQ3H⟧"],
      stays: ["whsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "whsec_example"]),
    Rule(
      name: "stripe-client-secret", finds: "Stripe payment intent client secret", label: "stripe secret",
      anchors: ["pi_1", "pi_2", "pi_3", "seti_1", "seti_2", "seti_3"],
      pattern: #"(?:pi|seti)_[A-Za-z0-9]{14,30}_secret_[A-Za-z0-9]{20,40}"#, entropy: 4,
      vanishes: [#""client_secret": "⟦pi_3URundl4cXvGo1ffwupSQVOM_secret_ocmagTgLJtiuTJf9tka5BkT1J⟧""#],
      stays: ["pi_3Nabc"]),
    Rule(
      name: "square-secret", finds: "Square access token or OAuth secret", label: "square token",
      anchors: ["sq0atp-", "sq0csp-", "sq0bbb-"],
      pattern: #"sq0(?:atp|csp|bbb)-[A-Za-z0-9_-]{20,60}"#, boundary: .none, entropy: 3.7,
      vanishes: [
        "⟦sq0atp-CbleW4Jt6flb_YnPJKNqNc⟧",
        "secret ⟦sq0csp-3xYWQZxk9fFHUUF93WmpVIIop6nkYeRYN89I3vdbNhY⟧",
      ],
      stays: ["sq0idp-qlm45P7wkzK8XJXPyk6cY6 is an id"]),
    Rule(
      name: "square-access-token", finds: "Square access token", label: "square token",
      anchors: ["EAAA"],
      pattern: #"EAAA[A-Za-z0-9_-]{56,64}"#, entropy: 4,
      vanishes: ["SQUARE_ACCESS_TOKEN=⟦EAAAxNRDQI4XDcGCstjkj2It1HiVqnC-lNQaAwRzTGIfL0zorZXPUwj0c62Yp8b4⟧"],
      stays: ["EAAA is the prefix", "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]),
    Rule(
      name: "braintree-token", finds: "PayPal Braintree access token", label: "braintree token",
      anchors: ["access_token$"],
      pattern: #"access_token\$(?:production|sandbox)\$[a-z0-9]{10,20}\$[0-9a-f]{32}"#, boundary: .none,
      vanishes: ["⟦access_token$production$igcq1l87qut3r43u$a3573ccdfcd7fbb38acc60d21b4e5b2c⟧"],
      stays: ["access_token$example"]),
    Rule(
      name: "braintree-key", finds: "Braintree private key next to its name", label: "braintree key",
      anchors: ["braintree"],
      pattern: #"braintree\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3,
      vanishes: [#"export BRAINTREE_SECRET="⟦3e204e08b211e68902bd8810f96b97b8⟧""#],
      stays: [
        "braintree request f06086950554a15377e42347ecffd28f failed",
        "BRAINTREE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "paypal-token", finds: "PayPal access token", label: "paypal token",
      anchors: ["A21AA"],
      pattern: #"A21AA[A-Za-z0-9_-]{60,200}"#, entropy: 4,
      vanishes: [
        "Bearer ⟦A21AAslZ5gvnldCcor1VYOr3_ZfCNUIT2caoHaBF9vF3hJAo_kzFpIusu8Z8hdoeivW_J0ugDTAMY6CaOekNzuqWx-3LHzxOi⟧"
      ],
      stays: ["A21AA is the prefix"]),
    Rule(
      name: "paypal-secret", finds: "PayPal client secret next to its name", label: "paypal secret",
      anchors: ["paypal"],
      pattern: #"paypal\#(PatternPart.named)(?<secret>E[A-Za-z0-9_-]{79})"#, ignoresCase: true, entropy: 4,
      vanishes: [
        "PAYPAL_API_KEY=⟦EV_WDNFI-qxnZo9spK403Xk77ndjgADA4wngTW3G8JsOJmHwYHzqKeV7sx9f9SSYCCtDUHtqwvtMI8_a⟧"
      ],
      stays: [
        "paypal request EjkPsaUdIACpa_rb5PNxvgbUlDumH7241lFKSR3L2R09_KmDMNgDuAXdxSwNTB7VC5qkeGjWhbU_5ITn failed",
        "PAYPAL_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "adyen-key", finds: "Adyen API key", label: "adyen key",
      anchors: ["AQE"],
      pattern: #"AQE[a-z][A-Za-z0-9+/]{60,300}={0,2}(?:-[^\s"'\\`,;|]{20,200})?"#, entropy: 4,
      vanishes: [
        "X-API-Key: ⟦AQEyhmfxxHyaaQcvdxS/q+gcgBFaGOXsKRiO0G+JHZ4IIl5spUkrZZeidadu8blgOVeHOx990jrmFhELXxwk=-Bj52aEVt8yRrFvOpzty6VUizHesGeiVHoxAqA7eM7B1-L3Nqfvlp0GEZWBZtbSwa⟧"
      ],
      stays: ["AQE is the prefix"]),
    Rule(
      name: "adyen-hmac", finds: "Adyen HMAC or client key next to its name", label: "adyen key",
      anchors: ["adyen"],
      pattern: #"adyen\#(PatternPart.named)(?<secret>(?:[0-9A-F]{64}|(?:test|live)_[A-Z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [
        "--adyen-token ⟦1D9FCF7FBD27CEA947059D5A34898615D344A0A572C2DECAD7EDE4936C48148D⟧ --verbose"
      ],
      stays: [
        "adyen request E1D25EDE548FBEB1EA3142C17D94271D9EFEE36474BA569DBC838A33D9A9239E failed",
        "ADYEN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "shopify-token", finds: "Shopify access token or shared secret", label: "shopify token",
      anchors: ["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shpit_", "shptka_"],
      pattern: #"shp(?:at|ca|pa|ss|ua|it|tka)_[A-Za-z0-9]{32,64}"#, boundary: .none, entropy: 3.5,
      vanishes: [
        "X-Shopify-Access-Token: ⟦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⟧",
        "⟦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⟧.",
      ],
      stays: ["shpat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "shpat_token"]),
    Rule(
      name: "plaid-token", finds: "Plaid access, processor, asset report or link token",
      label: "plaid token",
      anchors: [
        "access-sandbox-", "access-development-", "access-production-", "processor-", "asset-report-",
        "link-production-", "link-sandbox-", "link-development-",
      ],
      pattern:
        #"(?:access|processor|asset-report|link)-(?:sandbox|development|production)-\#(PatternPart.uuid)"#,
      boundary: .none,
      vanishes: ["plaid ⟦access-production-f5cf440a-6962-4ac1-8a43-e017b02a2083⟧"],
      stays: ["access-production-db", "processor-production-line"]),
    Rule(
      name: "plaid-secret", finds: "Plaid secret next to its name", label: "plaid secret",
      anchors: ["plaid"],
      pattern: #"plaid\#(PatternPart.named)(?<secret>[0-9a-f]{30})"#, ignoresCase: true, entropy: 3,
      vanishes: [#"export PLAID_SECRET="⟦0d130b683ccc535a4862821c0c860e⟧""#],
      stays: [
        "plaid request 11887b88e877386c21e4e426270ca3 failed",
        "PLAID_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "razorpay-key", finds: "Razorpay key id", label: "razorpay key",
      anchors: ["rzp_live_", "rzp_test_"],
      pattern: #"rzp_(?:live|test)_[A-Za-z0-9]{14,24}"#, boundary: .none, entropy: 3.6,
      vanishes: ["⟦rzp_live_Kym1SisD1A0Hfa⟧"],
      stays: ["rzp_live_mode"]),
    Rule(
      name: "razorpay-secret", finds: "Razorpay secret next to its name", label: "razorpay secret",
      anchors: ["razorpay", "rzp_"],
      pattern: #"(?:razorpay|rzp_)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{24})"#,
      ignoresCase: true, entropy: 3.6,
      vanishes: [#"export RAZORPAY_SECRET="⟦beKPEhqHr6jrkBa7tUgCBWeu⟧""#],
      stays: ["razorpay order 2pGDtu9EIncnrLtUwxR5ZmPy failed"]),
    Rule(
      name: "flutterwave-key", finds: "Flutterwave secret or encryption key", label: "flutterwave key",
      anchors: ["FLWSECK-", "FLWSECK_"],
      pattern: #"FLWSECK(?:_TEST|_LIVE)?-[A-Za-z0-9]{12,40}(?:-X)?"#, boundary: .none, entropy: 3.6,
      vanishes: ["⟦FLWSECK-a73e4713a34fd44034f5a65f4f748363-X⟧", "⟦FLWSECK_TEST-d6f1b509529e⟧"],
      stays: ["FLWSECK-key"]),
    Rule(
      name: "live-key",
      finds: "key that says live: Mollie, Lob, GoCardless, Chargebee, MessageBird and others",
      label: "live key",
      anchors: ["live_"],
      pattern: #"live_[A-Za-z0-9]{25,60}"#, entropy: 4,
      vanishes: ["Authorization: Bearer ⟦live_OXxPgcnVnrVIfuCTuWP9d2phNqUFvQ⟧"],
      stays: ["live_streaming", "live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "mollie-key", finds: "Mollie test or access key next to its name", label: "mollie key",
      anchors: ["mollie"],
      pattern: #"mollie\#(PatternPart.named)(?<secret>(?:test|live|access)_[A-Za-z0-9]{30,40})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"mollie:\#n  apiKey: '⟦test_QyEfclB9ZP55KD7Gm9JdtZzDNlpKFP⟧'"#],
      stays: [
        "mollie request test_laYSoaaj1QzAeGGTtCEzrK0TlBSibD failed",
        "MOLLIE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "gocardless-token", finds: "GoCardless token next to its name", label: "gocardless token",
      anchors: ["gocardless"],
      pattern: #"gocardless\#(PatternPart.named)(?<secret>(?:live|sandbox)_[A-Za-z0-9_-]{40})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        "the Gocardless API key was ⟦sandbox_DvrJc4A85_X_NmJda0TI2fjjwkwiw_NX0tSHTewy⟧ at that time"
      ],
      stays: [
        "gocardless request sandbox_IsHjBXElsMYxBq56TiquLnqxRdxdPiJidJLm8-qm failed",
        "GOCARDLESS_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "checkout-key", finds: "Checkout.com secret key", label: "checkout key",
      anchors: ["sk_"],
      pattern: #"sk_(?:test_|sbox_)?\#(PatternPart.uuid)"#, entropy: 3.5,
      vanishes: ["Authorization: ⟦sk_test_9c015536-418f-48ac-811f-73c6824d23f2⟧"],
      stays: ["sk_customer"]),
    Rule(
      name: "secret-key-prefix",
      finds: "secret key that starts with sk_: ElevenLabs, RevenueCat, Clearbit, Knock and others",
      label: "secret key",
      anchors: ["sk_"],
      pattern: #"sk_(?:[a-z]{2,8}_)?[A-Za-z0-9]{26,64}"#, entropy: 3.6,
      vanishes: ["xi-api-key: ⟦sk_deac0a7100ba5d0d0e2ae313d35ce43f487bc7eb62209c8a⟧"],
      stays: ["sk_buff", "risk_assessment", "sk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]),
    Rule(
      name: "paddle-key", finds: "Paddle API key or webhook secret", label: "paddle key",
      anchors: ["pdl_live_apikey_", "pdl_sdbx_apikey_", "pdl_ntfset_"],
      pattern:
        #"pdl_(?:(?:live|sdbx)_apikey|ntfset)_[A-Za-z0-9]{20,40}_[A-Za-z0-9+/]{20,40}(?:_[A-Za-z0-9]{3})?"#,
      boundary: .none, entropy: 4,
      vanishes: ["⟦pdl_live_apikey_5woohmgfba3rfle6r8oia6nhoi_8aMf386WEk5trxZXVCJvhV_6RV⟧"],
      stays: ["pdl_live_apikey_"]),
    Rule(
      name: "polar-token", finds: "Polar organization, personal or OAuth token", label: "polar token",
      anchors: ["polar_oat_", "polar_pat_", "polar_at_", "polar_rt_", "polar_cs_", "polar_whs_"],
      pattern: #"polar_(?:oat|pat|at|rt|cs|whs)_[A-Za-z0-9_-]{20,100}"#, boundary: .none, entropy: 3.9,
      vanishes: ["⟦polar_oat_F1wcosRlqYtBh8awOWWeRgblFA7UjccMX7Vg2Ww8KqU⟧"],
      stays: ["polar_at_night"]),
    Rule(
      name: "xendit-key", finds: "Xendit secret key", label: "xendit key",
      anchors: ["xnd_production_", "xnd_development_"],
      pattern: #"xnd_(?:production|development)_[A-Za-z0-9+/=]{30,120}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦xnd_production_nHL6ITZZaiVy8wcN1imuOTGpXa4BdorqUiqKuSZgKbU1NgorurSjMg1RGml6⟧"],
      stays: ["xnd_development_key"]),
    Rule(
      name: "midtrans-key", finds: "Midtrans server key", label: "midtrans key",
      anchors: ["Mid-server-"],
      pattern: #"Mid-server-[A-Za-z0-9_-]{16,40}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦Mid-server-DNg5GGSbDJ1OnnO2fsgmHLt9⟧"],
      stays: ["Mid-server-side"]),
    Rule(
      name: "mercadopago-token", finds: "Mercado Pago access token", label: "mercadopago token",
      anchors: ["APP_USR-", "TEST-"],
      pattern: #"(?:APP_USR|TEST)-[0-9]{12,20}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{5,12}"#,
      entropy: 3.7,
      vanishes: ["⟦APP_USR-9226658753946915-031212-98ae3db74fcf620f7ad107d14e9a9cad-898849009⟧"],
      stays: ["TEST-123", "APP_USR-key"]),
    Rule(
      name: "omise-key", finds: "Omise secret key", label: "omise key",
      anchors: ["skey_"],
      pattern: #"skey_(?:test_)?[a-z0-9]{17,24}"#, entropy: 3.3,
      vanishes: ["⟦skey_test_v1sff08d1exgmqzka6d⟧"],
      stays: ["skey_name"]),
    Rule(
      name: "asaas-key", finds: "Asaas API key", label: "asaas key",
      anchors: ["$aact_"],
      pattern: #"\$aact_(?:prod|hmlg)?_?[A-Za-z0-9_:=-]{20,200}"#, boundary: .none, entropy: 3.8,
      vanishes: [
        "access_token: ⟦$aact_prod_QpIHNMewwN2OJw5jRdrDwp8ME5sZEnmVgQPOPdA8Q47OuRexV8iykri7AaFefYbn⟧"
      ],
      stays: ["$aact_key"]),
    Rule(
      name: "klarna-key", finds: "Klarna API key", label: "klarna key",
      anchors: ["klarna_live_api_", "klarna_test_api_"],
      pattern: #"klarna_(?:live|test)_api_[A-Za-z0-9+/=_*()-]{30,200}"#, boundary: .none, entropy: 4,
      vanishes: [
        "⟦klarna_live_api_yxKsOPRQWx1lhpJjGM8EI51grST8Y4hIz2G5iDnMzOlAAYaUYdwQrpDU95No8CqY6za8iz6jtAq4ScjP⟧"
      ],
      stays: ["klarna_live_api_key"]),
    Rule(
      name: "cashfree-secret", finds: "Cashfree secret key", label: "cashfree secret",
      anchors: ["cfsk_"],
      pattern: #"cfsk_[a-z]{2}_(?:prod|test)_[0-9a-f]{32}_[0-9a-f]{8}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦cfsk_ma_prod_0420c6aa9ce1071a04fac3cba9e2fb4f_9ab00756⟧"],
      stays: ["cfsk_ma_prod"]),
    Rule(
      name: "ramp-secret", finds: "Ramp client secret or token", label: "ramp secret",
      anchors: ["ramp_sec_", "ramp_tok_"],
      pattern: #"ramp_(?:sec|tok)_[A-Za-z0-9]{40,64}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦ramp_sec_7VXPnR2vWkTzESINBbGfJgiShn2C8mnqOcMTbxPXtDag1G7m⟧"],
      stays: ["ramp_sec_id"]),
    Rule(
      name: "brex-token", finds: "Brex user token", label: "brex token",
      anchors: ["bxt_"],
      pattern: #"bxt_[A-Za-z0-9]{30,64}"#, boundary: .none, entropy: 4,
      vanishes: ["Bearer ⟦bxt_oNrfF0pm1P76DYmARJzTBEaBT7LMv7fgrpKtosj6E7GV⟧"],
      stays: ["bxt_name"]),
    Rule(
      name: "mercury-token", finds: "Mercury API token", label: "mercury token",
      anchors: ["mercury_production_", "mercury_sandbox_"],
      pattern: #"mercury_(?:production|sandbox)_[a-z]{2,6}_[A-Za-z0-9]{30,60}_yrucrem"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "secret-token:⟦mercury_production_rma_05BxiEmRjKL7lUX10NJRB7rEGGTV3wZ09PCXo0KhpqqS_yrucrem⟧"
      ],
      stays: ["mercury_production_db"]),
    Rule(
      name: "persona-key", finds: "Persona API key", label: "persona key",
      anchors: ["persona_production_", "persona_sandbox_"],
      pattern: #"persona_(?:production|sandbox)_(?:\#(PatternPart.uuid)|[a-z0-9]{20,80})"#,
      boundary: .none, entropy: 3.9,
      vanishes: ["⟦persona_production_9bddb8ec-d428-4a65-87b6-80e44f73f9aa⟧"],
      stays: ["persona_production_db"]),
    Rule(
      name: "onfido-token", finds: "Onfido API token", label: "onfido token",
      anchors: [
        "api_live.", "api_live_us.", "api_live_ca.", "api_sandbox.", "api_sandbox_us.", "api_sandbox_ca.",
      ],
      pattern: #"api_(?:live|sandbox)(?:_us|_ca)?\.[A-Za-z0-9_-]{8,20}\.[A-Za-z0-9_-]{20,60}"#,
      boundary: .none, entropy: 4,
      vanishes: ["Token token=⟦api_live.sZH4JDJeNeG.i386mg4FWwcjPJKVk1wdXUhWGbR6FZ7S⟧"],
      stays: ["api_live.example.org"]),
    Rule(
      name: "easypost-key", finds: "EasyPost production or test key", label: "easypost key",
      anchors: ["EZAK", "EZTK"],
      pattern: #"EZ[AT]K[A-Za-z0-9]{54}"#, entropy: 4,
      vanishes: ["⟦EZAKZKnmamcrMUAOCJyqKoufmx09RF7FhbPIK3FNZv9PZh0YQwvuXZR3GF⟧"],
      stays: ["EZTK is the prefix"]),
    Rule(
      name: "shippo-token", finds: "Shippo token", label: "shippo token",
      anchors: ["shippo_live_", "shippo_test_"],
      pattern: #"shippo_(?:live|test)_[0-9a-fA-F]{40}"#, boundary: .none, entropy: 3.9,
      vanishes: ["ShippoToken ⟦shippo_live_f7e8035cb52af766f1910e159f29cebe83f621d1⟧"],
      stays: ["shippo_live_mode"]),
    Rule(
      name: "duffel-token", finds: "Duffel token", label: "duffel token",
      anchors: ["duffel_live_", "duffel_test_"],
      pattern: #"duffel_(?:live|test)_[A-Za-z0-9_=-]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦duffel_live_unXdsr7qi6HQY-_bLWbjlkmwjA_5r_dJNfUzdSKOUA9⟧"],
      stays: ["duffel_test_mode"]),
    Rule(
      name: "lob-key", finds: "Lob test key", label: "lob key",
      anchors: ["test_"],
      pattern: #"test_[0-9a-f]{35}"#, entropy: 3.4,
      vanishes: ["⟦test_fba0eeb30af6e02cbf7a41ce2f6e440b760⟧"],
      stays: ["test_1234567890", "test_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]),
    Rule(
      name: "woocommerce-key", finds: "WooCommerce consumer key or secret", label: "woocommerce key",
      anchors: ["ck_", "cs_"],
      pattern: #"c[ks]_[0-9a-f]{40}"#, entropy: 3.4,
      vanishes: ["consumer_secret=⟦cs_066258e5e993aea4ebea6aa5936b52fb799238fa⟧"],
      stays: ["stack_trace", "docs_id", "cs_0000000000000000000000000000000000000000"]),
    Rule(
      name: "ebay-secret", finds: "eBay client secret", label: "ebay secret",
      anchors: ["PRD-", "SBX-"],
      pattern: #"(?:PRD|SBX)-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"#, entropy: 3.4,
      vanishes: ["⟦PRD-0857d89c8e71-ae07-d290-8798-c63e⟧"],
      stays: ["PRD-1234"]),
    Rule(
      name: "samsara-token", finds: "Samsara API token", label: "samsara token",
      anchors: ["samsara_api_"],
      pattern: #"samsara_api_[A-Za-z0-9]{24,40}"#, boundary: .none, entropy: 3.9,
      vanishes: ["⟦samsara_api_SzImTeQE9OJg2kR6kRwMtcUmd0l4B7⟧"],
      stays: ["samsara_api_url"]),
    Rule(
      name: "recurly-key", finds: "Recurly key next to its name", label: "recurly key",
      anchors: ["recurly"],
      pattern: #"recurly\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [#"recurly:\#n  apiKey: '⟦a9838d51f593d44985c90bbb7dd52445⟧'"#],
      stays: [
        "recurly request 273666aa805fdf407cc2ad2839661083 failed",
        "RECURLY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "chargebee-key", finds: "Chargebee test key next to its name", label: "chargebee key",
      anchors: ["chargebee"],
      pattern: #"chargebee\#(PatternPart.named)(?<secret>(?:test|live)_[A-Za-z0-9]{20,60})"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: [#"chargebee:\#n  apiKey: '⟦test_gJgBTsYgik0aiyGX3uuxQhUq5WFeIblDLLh⟧'"#],
      stays: [
        "chargebee request test_5C44WBu2ONOKX8MtyTaunM5e0qS3FE2mEYr failed",
        "CHARGEBEE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "dwolla-secret", finds: "Dwolla key or secret next to its name", label: "dwolla secret",
      anchors: ["dwolla"],
      pattern: #"dwolla\#(PatternPart.named)(?<secret>[A-Za-z0-9]{50})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"dwolla:\#n  apiKey: '⟦CxOzGn03SJUvXloChH3PlZuG4YkEFXKrjJFOZj4bSlhjP2nC6p⟧'"#],
      stays: [
        "dwolla request U7d5olRd9FF14KiOn71HKbfgeED7DZfDCsKpWRLGCIICNUJsry failed",
        "DWOLLA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "finicity-key", finds: "Finicity key or secret next to its name", label: "finicity key",
      anchors: ["finicity"],
      pattern: #"finicity\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[A-Za-z0-9]{20}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"{"finicity_token": "⟦a0e9826a324ca054b1f60cb78e42ea53⟧"}"#],
      stays: [
        "finicity request d3e0da85b249b4c48ce773481ede186f failed",
        "FINICITY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "taxjar-token", finds: "TaxJar token next to its name", label: "taxjar token",
      anchors: ["taxjar"],
      pattern: #"taxjar\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [#"export TAXJAR_SECRET="⟦3c6216e545db7c4d8fabeda9cc085a11⟧""#],
      stays: [
        "taxjar request 454d81bc68ad708103345678b9b68e5b failed",
        "TAXJAR_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "authorizenet-key", finds: "Authorize.Net transaction key next to its name",
      label: "authorizenet key",
      anchors: ["authorizenet", "authorize_net", "authorize.net"],
      pattern: #"authorize[._]?net\#(PatternPart.named)(?<secret>[A-Za-z0-9]{16})"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"export AUTHORIZENET_SECRET="⟦k41ZGQ0caS0OmM7D⟧""#],
      stays: ["authorizenet request ib4Py9rIxD0XSidm failed", "AUTHORIZENET_API_KEY=xxxxxxxxxxxxxxxx"]),
    Rule(
      name: "wise-token", finds: "Wise token next to its name", label: "wise token",
      anchors: ["transferwise", "wise_api", "wise_token"],
      pattern: #"(?:transferwise|wise_)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["TRANSFERWISE_API_KEY=⟦18baea91-db70-43be-8372-05a8f387b60a⟧"],
      stays: [
        "transferwise transfer d7ab5d6a-d3be-4e5d-acd9-baf0ddd5d85e failed",
        "WISE_API_URL=https://api.wise.com",
      ]),
    Rule(
      name: "bigcommerce-token", finds: "BigCommerce token next to its name", label: "bigcommerce token",
      anchors: ["bigcommerce"],
      pattern: #"bigcommerce\#(PatternPart.named)(?<secret>[a-z0-9]{31})"#, ignoresCase: true, entropy: 3.7,
      vanishes: ["--bigcommerce-token ⟦wtjos4dssyle3qmc61dyp0a3cxar0dq⟧ --verbose"],
      stays: [
        "bigcommerce request va6ju2i8fllud4prr6edz6u4xmh7n9o failed",
        "BIGCOMMERCE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
  ]
}
