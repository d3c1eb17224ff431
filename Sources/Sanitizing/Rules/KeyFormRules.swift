/// Keys and cookies by their form or by the command that takes them.
enum KeyFormRules {
  static let all: [Rule] = [
    Rule(
      name: "putty-mac", finds: "code that authenticates a PuTTY key", label: "private key",
      anchors: ["Private-MAC: "],
      pattern: #"Private-MAC: (?<secret>[0-9a-f]{40,64})"#,
      vanishes: ["Private-MAC: ⟦26641ab563fad37aece89a3b5241b58ba0f7c2f30e9e0cb0c0b121f6118ee373⟧"],
      stays: ["Private-MAC: none"]),
    Rule(
      name: "erlang-cookie", finds: "cookie of an Erlang cluster", label: "cookie",
      anchors: ["ERLANG_COOKIE=", "erlang.cookie"],
      pattern: #"(?:ERLANG_COOKIE=|erlang\.cookie[^\nA-Z]{1,12})["']?(?<secret>[A-Z0-9]{12,64})"#,
      vanishes: ["RABBITMQ_ERLANG_COOKIE=⟦IVMEPOZXZTNOLZKNZYBI⟧ {badrpc,nodedown}"],
      stays: ["ERLANG_COOKIE=$C"]),
    Rule(
      name: "product-key", finds: "product or license key in groups", label: "license key",
      anchors: ["/ipk ", "roduct key", "roductKey", "RODUCT_KEY", "icense key", "icence key"],
      pattern:
        #"(?:/ipk |roduct ?[Kk]ey|RODUCT_KEY|icen[cs]e key)["']?[:= ]{0,3}["']?(?<secret>[A-Z0-9]{4,10}(?:-[A-Z0-9]{4,10}){2,7})"#,
      boundary: .none,
      vanishes: ["slmgr /ipk ⟦KXFXR-V3RMR-6HV3H-9JXK6-R6R4G⟧", "license key: ⟦T4TBELU7-Z9ZCSLMT-RI3BZTO6⟧"],
      stays: ["license key format XXXX", "product key PROD-KEY"]),
    Rule(
      name: "lftp-login", finds: "password given to lftp", label: "password", anchors: ["lftp -u "],
      pattern: #"lftp -u [^,\s]{1,60},(?<secret>[^\s"']{4,80})"#, boundary: .none,
      vanishes: ["lftp -u partner,⟦Otter_cinder4497⟧ sftp://203.0.113.77"],
      stays: ["lftp -u partner sftp://x"]),
    Rule(
      name: "minio-access-key", finds: "access key given to MinIO's client", label: "minio key",
      anchors: ["mc alias set ", "mc config host add "],
      pattern: #"mc (?:alias set|config host add) \S{1,40} \S{6,200} (?<secret>[A-Za-z0-9]{16,40}) "#,
      boundary: .none,
      vanishes: ["mc alias set backup https://s3.example.com ⟦FAHE6O9D81G3BBWZ62JV⟧ "],
      stays: ["mc alias set backup https://s3.example.com "]),
  ]
}
