/// Tokens and signed links of formats that no single service owns, and those of the large identity providers.
enum TokenRules {
  static let all: [Rule] = [
    Rule(
      name: "jwt", finds: "JSON web token", label: "jwt",
      anchors: ["eyJ"],
      pattern: #"eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{1,2000})?"#,
      boundary: .none,
      vanishes: [
        "Authorization: Bearer ⟦eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4MTcwNDciLCJpYXQiOjE3MTkyNjcxMzJ9.UICe8qToSdCdVZcL1EjygBBgCX5z9dCsMX_XslX0Y2M⟧",
        "token%3D⟦eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxOTc0ODUiLCJpYXQiOjE3MTgyOTI1MDB9.BF4ju9kFIfzrUmUjAmXZe9Y4qR6n7i-E-ExFM9sgqHx⟧%26x",
        #""id_token":"⟦eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4MTgxMjMiLCJpYXQiOjE3MTcwODExMDl9.wwv8dRtlVPxgzUHOPc-cJ4BEB9ldWOy8qLPizMkgNYM⟧""#,
      ],
      stays: ["eyJhbGciOiJIUzI1NiJ9 alone", "eyJ.eyJ"]),
    Rule(
      name: "jwe", finds: "encrypted JSON web token", label: "jwt",
      anchors: ["eyJ"],
      pattern:
        #"eyJ[A-Za-z0-9_-]{16,2000}\.[A-Za-z0-9_-]{0,1000}\.[A-Za-z0-9_-]{16,24}\.[A-Za-z0-9_-]{8,10000}\.[A-Za-z0-9_-]{16,48}"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "⟦eyJlbmMiOiJBMjU2R0NNIn00zjvHyPatNzCCUfjnvC0h5FF9hWZuk.PWS6MUX3x36jWn52gee9UYbWk39j_ViCDH4fXrniy0qH_Szh94Qf5kHwpvNaIgjuvGkJlcrYYY8o8rxm.NK03gZpzah_luOhd.y8tDo-N3ciVfTiJ_50Ln9KD3aZLa0XS1sBiKcpwuXK4EdLTZLdI-NRLHPex5lGynIcB3WjvvO2bl3Dyu1x96Dyn1Y0.xmg8H7CkZOpzzPoIHbEGyq⟧"
      ],
      stays: ["eyJlbmMiOiJBMjU2R0NNIn0.a.b.c.d"]),
    Rule(
      name: "signed-session", finds: "signed session cookie of Flask, Django or itsdangerous",
      label: "session",
      anchors: ["eyJ"],
      pattern: #"eyJ[A-Za-z0-9_-]{8,3000}[.:][A-Za-z0-9_-]{5,7}[.:][A-Za-z0-9_-]{27,64}"#,
      boundary: .none, entropy: 4,
      vanishes: ["session=⟦eyJ1aWQiOjQyfQvFjXrd.aB3dEf.RX7I6QCwImNiMxi-5MEJ0y2cSmc⟧; Path=/"],
      stays: ["eyJ1aWQiOjQyfQ.a.b"]),
    Rule(
      name: "jwt-base64", finds: "JSON web token, once more in base64, as in a Kubernetes secret",
      label: "jwt",
      anchors: ["ZXlKaGJHY2lPaU", "ZXlKMGVYQWlPaU", "ZXlKcmFXUWlPaU", "ZXlKaGNuVWlPaU"],
      pattern: #"ZXlK(?:aGJHY2lPaU|MGVYQWlPaU|cmFXUWlPaU|aGNuVWlPaU)[A-Za-z0-9+/]{60,8000}={0,2}"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "token: ⟦ZXlKaGJHY2lPaUw7DwZ8cdD2H1kXkzMPY3egHixpcFEG+rx0B0c8uHkWfuaY+yF6ZATCP9TSlf2EchmOQuKwwNg209urY+KteaTaMT2oMbS1pGZql23yj6Lsu7geRXURFxLpjy=⟧"
      ],
      stays: ["ZXlKaGJHY2lPaU"]),
    Rule(
      name: "paseto", finds: "PASETO token", label: "paseto",
      anchors: [
        "v1.local.", "v2.local.", "v3.local.", "v4.local.", "v1.public.", "v2.public.", "v3.public.",
        "v4.public.",
      ],
      pattern: #"v[1-4]\.(?:local|public)\.[A-Za-z0-9_-]{40,8000}(?:\.[A-Za-z0-9_-]{4,2000})?"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "⟦v4.local.I88ngYy3GrXwfDgIXZQXZXCj-tsUu084US9J8dymfrtSFsbsgCgfspnOE2e-1dFCdMk99QIEWArMKOPjdhJC0b6c-CF07WyrGynjtDPnUuxswYZ1KuE0xJqJ⟧ expired"
      ],
      stays: ["v2.local.example", "v1.public.api"]),
    Rule(
      name: "paserk", finds: "PASERK secret key", label: "paseto key",
      anchors: [
        "k1.local.", "k2.local.", "k3.local.", "k4.local.", "k1.secret.", "k2.secret.", "k3.secret.",
        "k4.secret.",
      ],
      pattern: #"k[1-4]\.(?:local|secret)\.[A-Za-z0-9_-]{40,200}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦k4.local.1Nfm1vO_6AV6ZFVzy15WN9pBZotx3PMs2BWxYBlM6WQ⟧"],
      stays: ["k2.local.example"]),
    Rule(
      name: "macaroon", finds: "macaroon", label: "macaroon",
      anchors: ["Y2F0aW9u"],
      pattern: #"MD[AB][A-Za-z0-9]{5}Y2F0aW9u[A-Za-z0-9+/_-]{40,8000}={0,2}"#,
      reach: 8, boundary: .none, entropy: 4,
      vanishes: [
        "⟦MDAxY2xvY2F0aW9uV8uknAp5XJQUHPoIPhHDLGt0tGEhwytiAnMnmgt_x6yNvKyTL0WP4sO2CX_QFCP4dJX7JB7H7ht81n_YzT2tLmeT5-n2X-Zp6ApRHM9hkbaCluS-H7cNsYkQ⟧"
      ],
      stays: ["Y2F0aW9u"]),
    Rule(
      name: "kubernetes-bootstrap-token", finds: "Kubernetes bootstrap token", label: "bootstrap token",
      anchors: [
        "--token", "bootstrap-token", "bootstrap_token", "bootstrap token", "kubeadm", "discovery-token",
      ],
      pattern:
        #"(?:--token|bootstrap[ _-]token|kubeadm|discovery-token)[\w\s.:"'=/-]{0,60}?[\s="'](?<secret>[a-z0-9]{6}\.[a-z0-9]{16})"#,
      entropy: 3.3,
      vanishes: [
        "kubeadm join ⟦10.0.0.1⟧:6443 --token ⟦az3iku.0dg41ql8wco2ymwa⟧ --discovery-token-ca-cert-hash sha256:353289c0b0f9b49a0e1d975e90bc3d795f2a1563d002502bdbf9c1172dc1eae5"
      ],
      stays: ["kubeadm join --token <token>", "bootstrap.min.css took 3 ms"]),
    Rule(
      name: "kubernetes-bootstrap-secret", finds: "secret part of a Kubernetes bootstrap token",
      label: "bootstrap token",
      anchors: ["token-secret"],
      pattern: #"token-secret["'\\]{0,2}\s?:\s?["'\\]{0,2}(?<secret>[a-z0-9]{16})"#, entropy: 2.8,
      vanishes: ["token-secret: ⟦mycsugraguj3lh5w⟧"],
      stays: ["token-secret: mine"]),
    Rule(
      name: "aws-session-token", finds: "AWS session token", label: "aws session token",
      anchors: ["FwoG", "FQoG", "IQoJ"],
      pattern: #"(?:FwoG|FQoG|IQoJ)[A-Za-z0-9+/]{80,3000}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "AWS_SESSION_TOKEN=⟦IQoJb3JpZ2lugT03NA8K1L3zkh7U+Swwb/oEpVrQE/lhsr9hw9EJFtmF8tvMyISp4kKXwaGkFoDSi0PrVWtuE0X96iJTn411DlcVHh43QejiDyeYMlwSFsvKa3UD8+QVIks1btBezFNyAFQRKWj9sHi7Y0dCltIe+nsoCTiA9D8UEkc4tD1ZshGgctdRsbuqcAkjkQ2YscpQnZIltaDSt7a9xBRDgwAE0UiZKO6Sj4U4nS9ndG0ZdJCIkov3==⟧"
      ],
      stays: ["IQoJ is the prefix"]),
    Rule(
      name: "aws-session-token-encoded", finds: "AWS session token inside a URL", label: "aws session token",
      anchors: ["X-Amz-Security-Token", "x-amz-security-token"],
      pattern:
        #"[Xx]-[Aa]mz-[Ss]ecurity-[Tt]oken["'\\]{0,2}\s?[=:]\s?["'\\]{0,2}(?<secret>[A-Za-z0-9%+/_-]{60,4000}={0,2})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "&X-Amz-Security-Token=⟦IQoJb3JpZ2luSXK4vwPmZOxsg85XIg7CtRXhhAnTMOjUkUZInYtQv3N5NJu3WNLsMr4ccyC0KUQ1Ed5valwvAiRw2MOnlPfMItIrSNVQFMnvEps5LZhpNXrxYAKRATcKUMoa%2BbECdPPxFJZs2kL3GbKuZqz6HSHbdgkXPMhwwyZL8yqwe2Vy49wyDb1i8ddDL%3D%3D⟧&X-Amz-Date=20260301T000000Z"
      ],
      stays: ["X-Amz-Security-Token: <token>"]),
    Rule(
      name: "aws-named-session-token", finds: "AWS session token next to its name",
      label: "aws session token",
      anchors: ["session_token", "sessiontoken", "security_token", "securitytoken"],
      pattern: #"(?:session|security)_?token\#(PatternPart.sign)(?<secret>[A-Za-z0-9+/]{100,3000}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        #""SessionToken": "⟦rBkZGj3KmZHSxLuzC8xQ889ROL0Hk1RlYtH4ksZw5ObgNlzUOnGp/M7jBSGhkZTGFk7GpjGJXspRx6NWcqPTrwVpFwllzrvwRkFUkTg0VJ1EsLFhcr1+iPcN6h16NWeAbCe71YPShc5Gey0NfRwV23UqRal0uFQ6iZUyUdiFP8Uv6AkooPrFkm0VwjkgtVkVbYFR/8fx==⟧""#
      ],
      stays: ["session_token=abc"]),
    Rule(
      name: "url-signature",
      finds: "signature of a pre-signed link or request: AWS, Google, CloudFront, Alibaba",
      label: "signature",
      anchors: ["signature="],
      pattern: #"signature=["']?(?<secret>[A-Za-z0-9%+/~_-]{26,800}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 3.5,
      vanishes: [
        "X-Amz-SignedHeaders=host&X-Amz-Signature=⟦2d57923886b551efc42f086eaaabdde7427171ce34044bb55724d7525a6b522a⟧",
        "&X-Goog-Signature=⟦142d250e71cde65fc63ef62aa9de7806894c7a225b6023bcfd6ba29a0df3bfc452df343184b39ae6e4907a70080285f149ea7bd0065ad19d8095e90917dd104a1970664ef95a182cf6eced24da2ab48ffc87d1d8cfce585b9b5c4196990096cf4d238a105194e0228a3bf4099ca40d25d1ab22c9dedd98da07209422850af618⟧",
        "Signature=⟦n11yI9MiUbrtD3gIZIvoFxzn%2B%3D⟧&Expires=1717000000",
      ],
      stays: ["signature=com.acme.Orders", "signature=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "azure-sas", finds: "signature of an Azure shared access link", label: "azure signature",
      anchors: ["sig=", "sig%3D"],
      pattern: #"sig(?:=|%3D)(?<secret>[A-Za-z0-9%+/_-]{40,100}={0,2})"#, boundary: .none, entropy: 4,
      vanishes: ["?sv=2022-11-02&sp=r&sig=⟦SRqJncdtkow1Yl5wJv7KCFdUWEQ0q2Rufpx8ahce%2Bzq%3D⟧"],
      stays: ["sig=SIGTERM", "config=default"]),
    Rule(
      name: "google-access-token", finds: "Google OAuth access token", label: "google token",
      anchors: ["ya29."],
      pattern: #"ya29\.(?:[a-z]\.)?[A-Za-z0-9_-]{20,2000}(?:\.[A-Za-z0-9_-]{20,400})?"#,
      boundary: .none, entropy: 3.7,
      vanishes: [
        "Bearer ⟦ya29.a0z_E3tPc3HyIg8WH8r1gExBA7nexMoNs3qiFnqUrlLHpmZ0xNMDCXLDQYCotLMHVoDdyYfS45T26a10BQieHSbKhxGxd72bqcv24NTHnxnUH107tkCutm7TcW⟧"
      ],
      stays: ["ya29.example", "ya29.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "google-refresh-token", finds: "Google OAuth refresh token or code", label: "google token",
      anchors: ["1//0", "4/0A"],
      pattern: #"(?:1//0|4/0A)[A-Za-z0-9_-]{30,200}"#, entropy: 4,
      vanishes: [
        #""refresh_token":"⟦1//0euE8b9LL6co2pZ_8rEh8kweUjKyX3R9YbzXlha-sYVqjRw3eWdVpCg-W_klUS0BAJSr7v5fhT-jPx_mSUoczXwFXRad⟧""#
      ],
      stays: ["1//0 is the prefix"]),
    Rule(
      name: "session-cookie", finds: "session cookie of a web framework", label: "session",
      anchors: [
        "JSESSIONID=", "PHPSESSID=", "SessionId=", "connect.sid=", "laravel_session=", "sessionid=",
        "_session=", "_session_id=", "csrftoken=", "XSRF-TOKEN=", "session-token=", "remember_token=",
        "wordpress_logged_in_",
      ],
      pattern:
        #"(?:JSESSIONID|PHPSESSID|SessionId|connect\.sid|laravel_session|sessionid|_session|_session_id|csrftoken|XSRF-TOKEN|session-token|remember_token|wordpress_logged_in_[0-9a-f]{4,64})=["']?(?<secret>[A-Za-z0-9%_~+/:.=-]{20,3000})"#,
      boundary: .none, entropy: 3,
      vanishes: [
        "Cookie: JSESSIONID=⟦B6147401659B32B5F6B05A4151ABB347⟧; theme=dark",
        "Set-Cookie: connect.sid=⟦s%3AuUN5alJSLQo0MOMBTzw7BC1tsZNQYdxs.WzVRsR8igAvN0CHUBXiOyrhiNp61iEER1tzZ1fiJ9ZX⟧; Path=/",
      ],
      stays: ["JSESSIONID=null", "sessionid=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "saml-response", finds: "SAML response or request of a form post", label: "saml response",
      anchors: ["SAMLResponse", "SAMLRequest"],
      pattern:
        #"SAMLRe(?:sponse|quest)["'\\]{0,2}\s?[=:]\s?["'\\]{0,2}(?<secret>[A-Za-z0-9+/%]{80,10000}={0,2})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "SAMLResponse=⟦PHNhbWxwOlJlc3BvbnNlNrY4e2Uwa6LnRWiGa4yTqmxWWlgg8SyHqG8isEaGA30Yl01VJLhdgnWR9RQcJh8VLNWQzJDLD4vkaeaDcNSSWIfLvy4jnDviVGHCdO4vEYhjTi1cmhP4cPZvgoDFL5m9iKjbjFkjTcJBIDcwtBXZt4UwXOP72l0R%3D⟧&RelayState=x"
      ],
      stays: ["SAMLResponse was empty"]),
    Rule(
      name: "otp-url", finds: "seed of a one-time password link", label: "otp seed",
      anchors: ["otpauth://"],
      pattern: #"otpauth://[a-z]{4}/[^\s"<>]{0,300}?secret=(?<secret>[A-Za-z2-7]{10,128}={0,6})"#,
      boundary: .none,
      vanishes: ["otpauth://totp/Acme:ops?secret=⟦PHDKP4QSH2MWP2V6DOZM2YES56N473CS⟧&issuer=Acme"],
      stays: ["otpauth://totp/Acme:ops?issuer=Acme"]),
    Rule(
      name: "otp-migration-url", finds: "data of a one-time password transfer link", label: "otp seed",
      anchors: ["otpauth-migration://"],
      pattern: #"otpauth-migration://offline\?data=(?<secret>[A-Za-z0-9%+/_-]{20,4000}={0,2})"#,
      boundary: .none, entropy: 3.4,
      vanishes: [
        "otpauth-migration://offline?data=⟦jYw8R5TavCOulDnFi2jpk2q21qdlrq0dfMMdNfpM637J8uN1dZXGFtStH3EelYcr5yqwvjbZNlBDKbCWtuypBEqR7exmLKQW1L7xCTEzXV1fuHk1PWfUTgSh%3D%3D⟧"
      ],
      stays: ["otpauth-migration://offline"]),
    Rule(
      name: "otp-seed", finds: "one-time password seed next to its name", label: "otp seed",
      anchors: [
        "totp_secret", "totp-secret", "otp_secret", "mfa_secret", "2fa_secret", "totp secret", "otp secret",
        "mfa secret",
      ],
      pattern: #"(?:totp|otp|mfa|2fa)[ _-]secret\#(PatternPart.sign)(?<secret>[A-Z2-7]{16,128})"#,
      ignoresCase: true, entropy: 2.8,
      vanishes: ["TOTP_SECRET=⟦VEYYZOPWHPF5GO6TMPG2I5PATFVOBXLA⟧"],
      stays: ["totp_secret: null"]),
    Rule(
      name: "django-secret", finds: "Django secret key made by startproject", label: "app secret",
      anchors: ["django-insecure-"],
      pattern: #"django-insecure-[A-Za-z0-9!@#$%^&*(_=+)-]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["SECRET_KEY = '⟦django-insecure-nP5JhKA2cr6uXs53h8NO^&j0W3NfukHHjDsXvbphzNhbwP91SJ⟧'"],
      stays: ["django-insecure-key"]),
    Rule(
      name: "app-secret", finds: "secret of Rails, Laravel, Symfony, Phoenix or Flask next to its name",
      label: "app secret",
      anchors: [
        "secret_key_base", "rails_master_key", "app_key", "app_secret", "flask_secret", "nextauth_secret",
        "cookie_secret", "session_secret", "encryption_key", "signing_key", "jwt_secret",
        "django_secret_key",
      ],
      pattern:
        #"(?:secret_key_base|rails_master_key|app_key|app_secret|flask_secret(?:_key)?|nextauth_secret|cookie_secret|session_secret|encryption_key|signing_key|jwt_secret|django_secret_key)\#(PatternPart.sign)(?<secret>(?:base64:)?[A-Za-z0-9+/]{32,256}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 3.7,
      vanishes: [
        "SECRET_KEY_BASE=⟦d45bb892c2fb2ffac4b79ecb47ae133c0652959626dcbb0c9e0d56eda2786826073c985ac5cafe76b56ff8047ebe4a16767d83d6431218bbce04691282cba218⟧",
        "APP_KEY=⟦base64:pIGBnUrqRlLpvDaWk+Pb7yW+XwdfKgm3I1b1Sox7XvQ=⟧",
        #"jwt_secret: "⟦XWQh60n27XJycFBcGAptmmWDa5MiORDk6M7NfJShrKFHbSQT⟧""#,
      ],
      stays: ["app_secret: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "encryption_key: alias/orders-prod"]),
    Rule(
      name: "wordpress-salt", finds: "WordPress key or salt", label: "app secret",
      anchors: ["AUTH_KEY", "AUTH_SALT", "LOGGED_IN_KEY", "LOGGED_IN_SALT", "NONCE_KEY", "NONCE_SALT"],
      pattern:
        #"(?:AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)['\"]\s?,\s{0,9}['\"](?<secret>[^'\"\r\n]{40,100})['\"]"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "define('AUTH_KEY',         '⟦p8Rqxq9dIll1v3WUEudT|~{%&JFH5MjsjzyxtX28Ms5LGshnShpcve2mxlMu0Fe⟧');"
      ],
      stays: ["define('AUTH_KEY', 'put your unique phrase here');"]),
    Rule(
      name: "kubernetes-secret-data",
      finds: "long value under data of a Kubernetes secret in one line of JSON", label: "kubernetes secret",
      anchors: [#""kind":"Secret""#],
      pattern:
        #""kind":"Secret"[^{}]{0,400}"data":\{"[^"{}]{1,80}":"(?<secret>[A-Za-z0-9+/]{8,8000}={0,2})""#,
      boundary: .none,
      vanishes: [
        #"{"apiVersion":"v1","kind":"Secret","type":"Opaque","data":{"password":"⟦QoJgqTSkS4G6Vz8eaFXG9t9K⟧"}}"#
      ],
      stays: [#"{"kind":"Secret","metadata":{"name":"db"}}"#]),
  ]
}
