/// Credentials of package registries, secret stores and infrastructure tools, by their published formats.
enum RegistryRules {
  static let all: [Rule] = [
    Rule(
      name: "npm-token", finds: "npm access token", label: "npm token",
      anchors: ["npm_"],
      pattern: #"npm_[A-Za-z0-9]{36,44}"#, boundary: .none, entropy: 4,
      vanishes: [
        "//registry.npmjs.org/:_authToken=⟦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⟧",
        "⟦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⟧.",
      ],
      stays: ["npm_config_registry", "npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "npmrc-token", finds: "token or password of an .npmrc file", label: "npm token",
      anchors: ["_authToken", "_auth=", "_auth =", ":_password="],
      pattern:
        #"(?:_authToken\s?=\s?|_auth ?= ?|:_password\s?=\s?)["'\\]{0,2}(?<secret>[A-Za-z0-9+/_.-]{16,2000}={0,2})"#,
      boundary: .none, entropy: 3.2,
      vanishes: [
        "//npm.example.org/:_authToken=⟦6fd36d0d-c2aa-4caf-afaf-da1138793b6d⟧",
        "_auth = ⟦aWd6cGNoOmwxUWZWdDlWUGdSMXIw⟧",
      ],
      stays: ["//npm.example.org/:_authToken=${NPM_TOKEN}", "_auth=false"]),
    Rule(
      name: "pypi-token", finds: "PyPI upload token", label: "pypi token",
      anchors: ["pypi-Ag"],
      pattern: #"pypi-Ag[A-Za-z0-9_-]{50,1000}"#, boundary: .none, entropy: 4,
      vanishes: [
        "password = ⟦pypi-AgEIcHlwaS5vcmcSruUrM1Lk2Con6It9GuSIW52AW9hd_CVXu24ZxFqCfOp0RL4VrcyryWYK7N0ET-FblAjbhaNA1GH-UzCW81oqkXh091nnYpPSc9p9ASFXWGnQeE1tI4849m09cFd-sPZooIV1XUNQoT-Ms5l5EfYsR⟧"
      ],
      stays: ["pypi-Agent"]),
    Rule(
      name: "rubygems-key", finds: "RubyGems API key", label: "rubygems key",
      anchors: ["rubygems_"],
      pattern: #"rubygems_[0-9a-f]{48}"#, boundary: .none, entropy: 3.8,
      vanishes: ["GEM_HOST_API_KEY=⟦rubygems_18026a189e6018c76b4a7fc9bd4d4fcfa7e26df80d82d334⟧"],
      stays: ["rubygems_mirror", "rubygems_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]),
    Rule(
      name: "crates-token", finds: "crates.io token", label: "crates token",
      anchors: ["cio"],
      pattern: #"cio[A-Za-z0-9]{32}"#, entropy: 4,
      vanishes: ["CARGO_REGISTRY_TOKEN=⟦cioNSUzyz9Yun0AZFz6wsV82SE9klXFLN8j⟧"],
      stays: ["precio", "cionfiguration"]),
    Rule(
      name: "nuget-key", finds: "NuGet API key", label: "nuget key",
      anchors: ["oy2"],
      pattern: #"oy2[a-z0-9]{43}"#, entropy: 4,
      vanishes: ["--api-key ⟦oy2hoz6icspghrj4h5zduynkyvcbluw6btcv73hlhi6w37⟧"],
      stays: ["oy2 is the prefix"]),
    Rule(
      name: "nuget-password", finds: "clear text password of a NuGet configuration", label: "nuget password",
      anchors: ["ClearTextPassword"],
      pattern: #"ClearTextPassword["'\\]{1,2}\s{1,4}value=["'\\]{1,2}(?<secret>[^\s"'\\%]{8,200})"#,
      boundary: .none,
      vanishes: [#"<add key="ClearTextPassword" value="⟦4PUJr245yc3Y9q3O8tvuj7r6⟧" />"#],
      stays: [#"<add key="ClearTextPassword" value="%NUGET_PASSWORD%" />"#]),
    Rule(
      name: "docker-token", finds: "Docker Hub personal or organization token", label: "docker token",
      anchors: ["dckr_pat_", "dckr_oat_", "dckr_jti_"],
      pattern: #"dckr_(?:pat|oat|jti)_[A-Za-z0-9_-]{20,60}"#, boundary: .none, entropy: 3.9,
      vanishes: ["docker login -p ⟦dckr_pat_QwUSUd2a_7u8Zn-Xgd8DeLeYvW3⟧"],
      stays: ["dckr_pat_example", "dckr_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "docker-config-auth", finds: "registry login of a Docker configuration", label: "docker login",
      anchors: [#""auth""#],
      pattern: #""auth"\s?:\s?"(?<secret>[A-Za-z0-9+/]{16,4000}={0,2})""#, entropy: 3.2,
      vanishes: [#"{"auths":{"registry.example.com":{"auth":"⟦bGNkYXJ4OnQ2cXkwNEJsc3h1SGti⟧"}}}"#],
      stays: [#""auth": "required""#, #""auth":"basic""#]),
    Rule(
      name: "docker-config-auth-escaped",
      finds: "registry login of a Docker configuration inside a JSON string", label: "docker login",
      anchors: [#"\"auth\""#],
      pattern: #"\\"auth\\"\s?:\s?\\"(?<secret>[A-Za-z0-9+/]{16,4000}={0,2})\\""#, entropy: 3,
      vanishes: [#"{\"auths\":{\"r.example.com\":{\"auth\":\"⟦bWp2Z2tzOnpVVEpJR0VLSVJwZDJZ⟧\"}}}"#],
      stays: [#"\"auth\":\"basic\""#]),
    Rule(
      name: "docker-swarm-token", finds: "Docker Swarm join token or unlock key", label: "swarm token",
      anchors: ["SWMTKN-1-", "SWMKEY-1-"],
      pattern: #"SWM(?:TKN-1-[a-z0-9]{40,60}-[a-z0-9]{20,30}|KEY-1-[A-Za-z0-9+/]{36,50})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "docker swarm join --token ⟦SWMTKN-1-l0wn4tmqn4ybz1utbppa44uhosdfpqg12myr1u3b31fa498z7g-hzccmbccejjdar0wa6clx8hb3⟧"
      ],
      stays: ["SWMTKN-1-abc"]),
    Rule(
      name: "artifactory-key", finds: "JFrog Artifactory API key or encrypted password",
      label: "artifactory key",
      anchors: ["AKCp", "APBp"],
      pattern: #"(?:AKCp|APBp)[A-Za-z0-9]{50,80}"#, entropy: 4,
      vanishes: [
        "X-JFrog-Art-Api: ⟦AKCp8hyAKE5VB7j2oMc0I7RX8Ls9svMJtAKM5Dtp9KWkvukrretU0hvUlUmMRL8NLu2I6savz⟧"
      ],
      stays: ["AKCp is the prefix"]),
    Rule(
      name: "artifactory-reference-token", finds: "JFrog reference token", label: "artifactory token",
      anchors: ["cmVmd"],
      pattern: #"cmVmdGtuO[A-Za-z0-9+/]{40,80}={0,2}|cmVmd[A-Za-z0-9]{59}"#, entropy: 4,
      vanishes: [
        "⟦cmVmdGtuOjAxOjEuNE0tQVvZAjroBtPxjVGhdQ5VD7fLpejRKYm9eWefJ39Cvj2I⟧",
        "⟦cmVmdNmrp83K2XpO1iZKfGrml0TeAz8kKaex7NSilUeK7tvzKVrBeZdadDPvMqak⟧",
      ],
      stays: ["cmVmd"]),
    Rule(
      name: "jfrog-key", finds: "JFrog key or token next to its name", label: "artifactory key",
      anchors: ["jfrog", "artifactory", "xray_"],
      pattern:
        #"(?:jfrog|artifactory|xray_)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9]{73}|[A-Za-z0-9]{64}))"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        #"export JFROG_SECRET="⟦kieAO4qYl3NxmMJRjuEk4dAZQ2zStWJ3pobZvq1gq9w1RLgKaFpXy18BxcKaxzYEolr0PrpAb⟧""#
      ],
      stays: [
        "jfrog request zNe6DoeBkQkqvHZ5hbny71yzQlO7WUMyVYdNwlzGIWkFfLbdIqwIj8ZJSMUqmTSZSXfe5GwnK failed",
        "JFROG_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "clojars-token", finds: "Clojars deploy token", label: "clojars token",
      anchors: ["CLOJARS_"],
      pattern: #"CLOJARS_[a-z0-9]{60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦CLOJARS_t3xjvav54aptqjwi57s3hyfl1vfd3cxdq591dj21knuf1f08fd0rah9d923e⟧"],
      stays: ["CLOJARS_USERNAME"]),
    Rule(
      name: "cloudsmith-key", finds: "Cloudsmith key", label: "cloudsmith key",
      anchors: ["csa_"],
      pattern: #"csa_[A-Za-z0-9]{36}"#, entropy: 3.4,
      vanishes: ["⟦csa_f14f0210330ab6b5779090a9e4363dc136da⟧"],
      stays: ["csa_name", "csa_000000000000000000000000000000000000"]),
    Rule(
      name: "cloudsmith-classic-key",
      finds: "Cloudsmith, packagecloud, Hex, Gemfury or CocoaPods key next to its name",
      label: "registry key",
      anchors: ["cloudsmith", "packagecloud", "hex_api", "gemfury", "cocoapods", "packagist"],
      pattern:
        #"(?:cloudsmith|packagecloud|hex_|gemfury|cocoapods|packagist)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{48}|[0-9a-f]{40}|[0-9a-f]{32}|[A-Za-z0-9_-]{20,24}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["CLOUDSMITH_API_KEY=⟦a4a3dc28faa100dbaad7cb87c4a8cf72ff405a02⟧"],
      stays: [
        "cloudsmith request 0c9be17124c0668d745981fe76f6eda54b961cdb failed",
        "CLOUDSMITH_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "deno-token", finds: "Deno Deploy token", label: "deno token",
      anchors: ["ddp_", "ddo_", "ddw_"],
      pattern: #"dd[pow]_[A-Za-z0-9]{36}"#, entropy: 4,
      vanishes: ["DENO_DEPLOY_TOKEN=⟦ddp_xht1rN2K0QJlXANUOL3Q1NdXdJFpC8h9KIQR⟧"],
      stays: ["ddp_name", "addo_id"]),
    Rule(
      name: "ionic-token", finds: "Ionic token", label: "ionic token",
      anchors: ["ion_"],
      pattern: #"ion_[A-Za-z0-9]{42}"#, entropy: 4,
      vanishes: ["IONIC_TOKEN=⟦ion_gwtXVt45LHaCl3WuZxKRfQd0rseYqXZ4FAMYuj64Kr⟧"],
      stays: ["version_id", "ion_name"]),
    Rule(
      name: "thunderstore-token", finds: "Thunderstore token", label: "thunderstore token",
      anchors: ["tss_"],
      pattern: #"tss_[A-Za-z0-9]{30,60}"#, entropy: 4,
      vanishes: ["TCLI_AUTH_TOKEN=⟦tss_d3PjMOeA6wSbVSjLrR1Efaag7INfrAVDTA2TiIrR⟧"],
      stays: ["tss_name"]),
    Rule(
      name: "terraform-token", finds: "Terraform Cloud, HCP Terraform or Atlas token",
      label: "terraform token",
      anchors: [".atlasv1."],
      pattern: #"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{40,90}"#, reach: 14, boundary: .none, entropy: 4,
      vanishes: [
        #"token = "⟦JERvtXq5pjULm6.atlasv1.xe3Qxj0CnoKTaZNZGS8g1eI9wpqBZAChv49KJA8OetVOq5kfOX-2SY-3UqhBRN3IQKa⟧""#
      ],
      stays: ["x.atlasv1."]),
    Rule(
      name: "vault-token", finds: "HashiCorp Vault service, batch or recovery token", label: "vault token",
      anchors: ["hvs.", "hvb.", "hvr."],
      pattern: #"hv[sbr]\.[A-Za-z0-9_-]{20,400}"#, boundary: .none, entropy: 3.7,
      vanishes: [
        "X-Vault-Token: ⟦hvs.CAES7dsknamsbMybQBbSe89sR1aeiRjMadpX7iLvoOVHUIyIXVJ_QPGd8kboBe7IK41SMaOwjU1G4rK4glY4Vh40wQwLgo⟧",
        "⟦hvb.AAAAAQxOc8YxPosmquJxoZPrf8pGiyGkCmjM3mPGAtkkROSJnwKSpl_e6HbsjZnxNTghiHlbY2eb6CVYyTlUglqylR7hFLmfrTtzBSiAz6qXv0HVBytKbcWajdYFX2y3VbAc-b0AmsS_BMyiFY24DMP7C4n4⟧.",
      ],
      stays: ["hvs.example", "hvs.xxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "vault-classic-token", finds: "HashiCorp Vault token of the first format, next to its name",
      label: "vault token",
      anchors: ["vault", "root token"],
      pattern:
        #"(?:vault|root token)[\w\s.:"'/-]{0,40}?[\s=:"'](?<secret>[sbr]\.(?:[A-Za-z0-9]{90,300}|[A-Za-z0-9]{24}(?:\.[A-Za-z0-9]{5})?))"#,
      ignoresCase: true, entropy: 3.8,
      vanishes: [
        "VAULT_TOKEN=⟦s.7owhSjGqUjntJdNtUoeUo6uo⟧",
        "Initial Root Token: ⟦s.aJiU9Kccf4eJRAKNGdFQ0cEn⟧",
        "X-Vault-Token: ⟦s.9SoIMRmOSWykk9T9tFJ69VEU⟧",
      ],
      stays: ["vault s.example.org"]),
    Rule(
      name: "vault-unseal-key", finds: "HashiCorp Vault unseal or recovery key", label: "vault unseal key",
      anchors: ["Unseal Key", "Recovery Key", "Unseal Key (will be hidden)"],
      pattern:
        #"(?:Unseal|Recovery) Key(?: [0-9]{1,2})?: (?<secret>(?:[0-9a-f]{64,66}|[A-Za-z0-9+/]{43,44}={0,2}))"#,
      boundary: .none, entropy: 3.5,
      vanishes: ["Unseal Key 1: ⟦2KR5ZU3Q9JxwPqbnVdJfDyxrw9CFrRINb8ITmoquL9c=⟧"],
      stays: ["Unseal Key 1 was entered"]),
    Rule(
      name: "consul-token", finds: "Consul, Nomad or Boundary token or gossip key next to its name",
      label: "hashicorp token",
      anchors: ["consul", "nomad", "boundary_"],
      pattern:
        #"(?:consul|nomad|boundary_)\#(PatternPart.named)(?<secret>(?:\#(PatternPart.uuid)|[A-Za-z0-9+/]{43}=|at_[A-Za-z0-9]{10}_[A-Za-z0-9]{30,300}))"#,
      ignoresCase: true, boundary: .none, entropy: 3.2,
      vanishes: [
        "CONSUL_API_KEY=⟦99eac707-a9cd-4748-a9cf-e628b44623fd⟧",
        "X-Consul-Token: ⟦4fdca44e-c349-4f7a-9fc4-8e4b106298b9⟧",
      ],
      stays: ["nomad job 60d62153-fe5f-415f-8dee-67d28e4ed35d failed", "CONSUL_HTTP_TOKEN=<token>"]),
    Rule(
      name: "pulumi-token", finds: "Pulumi access token", label: "pulumi token",
      anchors: ["pul-"],
      pattern: #"pul-[0-9a-f]{40}"#, boundary: .none, entropy: 3.5,
      vanishes: ["PULUMI_ACCESS_TOKEN=⟦pul-0bb31747abe74b2b0c63235ea0b2a1748a02ce3a⟧"],
      stays: ["pul-requests", "pul-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]),
    Rule(
      name: "doppler-token", finds: "Doppler personal, service, CLI, SCIM or audit token",
      label: "doppler token",
      anchors: ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.said.", "dp.scim.", "dp.audit."],
      pattern: #"dp\.(?:pt|st|ct|sa|said|scim|audit)\.(?:[A-Za-z0-9_-]{1,60}\.)?[A-Za-z0-9]{40,44}"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "DOPPLER_TOKEN=⟦dp.st.prd.Cw4I49t8Ao7LyUcrMjfep4Smjk6He1bqp7cLMPcin0q⟧",
        "⟦dp.pt.brUv7g7q0CkrAL7LQ3nSnxvSWSHoV2jt8AhF0HtPTYX⟧",
      ],
      stays: ["dp.pt.example"]),
    Rule(
      name: "onepassword-service-token", finds: "1Password service account token", label: "1password token",
      anchors: ["ops_eyJ"],
      pattern: #"ops_eyJ[A-Za-z0-9+/_-]{100,2000}={0,3}"#, boundary: .none, entropy: 4,
      vanishes: [
        "OP_SERVICE_ACCOUNT_TOKEN=⟦ops_eyJBHBcks3D9CpuPcEymX2PEgIIdwoecd9VKuaBGHkQhMeOr0lEJoDp99AkSHQnWBKp2D3bgNeOfBBxtnE7jsAiUbX6GxWF4qBi4uk0qQtXoY1ZGNsvdBTXmCYny8CkOPUsOjSGaoTSHexlYh8hlhOPsghy05MI7m8HK3jo3iAP8HXLZSUfMX1U1btpTICggNQTqOPS7M3frUWpHaIxQ2oqjo7osH7OQtIdUdjp0yZjkmBUhgcln0YsiLGuWZmc5JM8cSH3⟧"
      ],
      stays: ["ops_eyJ is the prefix"]),
    Rule(
      name: "onepassword-secret-key", finds: "1Password account secret key", label: "1password key",
      anchors: ["A3-"],
      pattern:
        #"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}"#,
      entropy: 3.8,
      vanishes: ["secret key ⟦A3-AUR8OC-94EPGV-TZ05C-I9IIB-NHD8V-SC6SD⟧"],
      stays: ["A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX"]),
    Rule(
      name: "bitwarden-token", finds: "Bitwarden Secrets Manager access token", label: "bitwarden token",
      anchors: ["bws_access", "bitwarden", #""0."#],
      pattern:
        #"(?:(?:bws_access|bitwarden)\#(PatternPart.named)|")(?<secret>0\.\#(PatternPart.uuid)\.[A-Za-z0-9]{28,34}:[A-Za-z0-9+/]{22}==)"#,
      ignoresCase: true, boundary: .none,
      vanishes: [
        "BWS_ACCESS_TOKEN=⟦0.e6b48e95-3c7c-4b19-a4b5-e3f6cacc6ae4.SAVaW6J7uAoXHY2iih1d8ecdvhDHAI:NvEhzu/mx4/dnTtuRXOqDx==⟧"
      ],
      stays: [#""0.1.2""#]),
    Rule(
      name: "infisical-token", finds: "Infisical service token", label: "infisical token",
      anchors: ["st."],
      pattern: #"st\.[0-9a-f-]{24,40}\.[0-9a-f]{32}\.[0-9a-f]{32}"#, entropy: 3.8,
      vanishes: [
        "INFISICAL_TOKEN=⟦st.6e53593c6f4feec164b8bc5c.7c6e014ba932ff0b100fd470eebd3bed.032a01205d9b6ca44dbaa02619f599e7⟧"
      ],
      stays: ["st.example.org", "test.abc"]),
    Rule(
      name: "akeyless-key", finds: "Akeyless, Conjur, Harbor or Rundeck key next to its name",
      label: "store key",
      anchors: ["akeyless", "conjur", "harbor_", "rundeck"],
      pattern:
        #"(?:akeyless|conjur|harbor_|rundeck)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9]{32,64}))"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: ["AKEYLESS_API_KEY=⟦blOxZAXcilFG2FME5bCcS3UnHKXFO48Ikf3kIeRc⟧"],
      stays: [
        "akeyless request a7aeJxUXzXvH6DGlmJvtzg8U0fF3nnZQPA8Ili43 failed",
        "AKEYLESS_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "ansible-vault", finds: "body of an Ansible vault", label: "ansible vault",
      anchors: ["$ANSIBLE_VAULT;"],
      pattern:
        #"\$ANSIBLE_VAULT;[0-9]\.[0-9];AES256(?:;[A-Za-z0-9_.-]{1,40})?(?:\s|\\n){1,20}(?<secret>[0-9a-f]{40,80}(?:[0-9a-f\s\\n]{0,10000}[0-9a-f]{16})?)"#,
      boundary: .none,
      vanishes: [
        #"$ANSIBLE_VAULT;1.1;AES256\#n⟦e7391dc68bed3530aca46e1d1752ff6b2a86cf1e6e943de47763e59c99ff8e16624724fbb66194ae\#n66ec02ec0da9e4d3ebbf9d595d95d2dbb68f61c941c081053ec110e9315724f356545c76419242a4\#nde98633125053fcdafc725636a9024adcad0c6779ecbf9996380d06ce797⟧\#nfaded again"#
      ],
      stays: ["$ANSIBLE_VAULT;1.1;AES256 is the header"]),
    Rule(
      name: "spring-cipher", finds: "value encrypted by Spring Cloud Config", label: "cipher text",
      anchors: ["{cipher}"],
      pattern: #"\{cipher\}(?<secret>[A-Za-z0-9+/]{32,2000}={0,2})"#, boundary: .none, entropy: 3.7,
      vanishes: [
        "password: '{cipher}⟦9034c10b0edae43f9bb36be4be6ec60dd9755df440146b5724d8d33bc608b20187062f1ccbdd36973535350209128b5ed73206c1d7b22824aa9474804d107384⟧'"
      ],
      stays: ["{cipher} is the mark"]),
    Rule(
      name: "spacelift-token", finds: "Spacelift, env0, Scalr or Gruntwork key next to its name",
      label: "terraform token",
      anchors: ["spacelift", "env0_", "gruntwork"],
      pattern:
        #"(?:spacelift|env0_|gruntwork)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[A-Za-z0-9_-]{32}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["SPACELIFT_API_KEY=⟦ca65231bf2bbc0b9854905c6f96525405f61cffd9027f1972cbff1f38a000e2a⟧"],
      stays: ["spacelift run 5e2d492ac73fba28ba78a34cc3158a8e3e3346f409a4a4fbab15badd0ad4aed5"]),
    Rule(
      name: "sidekiq-key", finds: "Sidekiq Pro or Enterprise gem credential", label: "sidekiq key",
      anchors: ["contribsys__com", "contribsys.com"],
      pattern: #"contribsys__com\#(PatternPart.sign)(?<secret>[0-9a-f]{8}:[0-9a-f]{8})"#, ignoresCase: true,
      vanishes: ["BUNDLE_ENTERPRISE__CONTRIBSYS__COM=⟦65e0eaca:8a3bae7e⟧"],
      stays: ["https://gems.contribsys.com/"]),
    Rule(
      name: "gradle-key", finds: "Gradle Develocity access key next to its name", label: "gradle key",
      anchors: ["gradle_enterprise", "develocity"],
      pattern:
        #"(?:gradle_enterprise|develocity)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9.-]{3,80}=)?[a-z2-7]{52})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["GRADLE_ENTERPRISE_API_KEY=⟦crc3l5fqegyrk54dwndbwvbwbbna6zosrfnbwix365b7ssr7kllr⟧"],
      stays: ["develocity build 4w7z2e4xe6lifbu2ltg3mdvcemspywjiikcvmiyo2yyn766iiu3m"]),
  ]
}
