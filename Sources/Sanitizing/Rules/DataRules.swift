/// Credentials of databases, warehouses and pipelines, by their published formats.
enum DataRules {
  static let all: [Rule] = [
    Rule(
      name: "supabase-token", finds: "Supabase access token", label: "supabase token",
      anchors: ["sbp_"],
      pattern: #"sbp_(?:v0_)?[0-9a-f]{40}"#, entropy: 3.5,
      vanishes: ["⟦sbp_e2436d07e3d93f2f14dcebddb576df2a7e97f711⟧"],
      stays: ["sbp_name"]),
    Rule(
      name: "supabase-key", finds: "Supabase secret key", label: "supabase key",
      anchors: ["sb_secret_"],
      pattern: #"sb_secret_[A-Za-z0-9_-]{24,60}"#, boundary: .none, entropy: 4,
      vanishes: ["SUPABASE_SECRET_KEY=⟦sb_secret_rFm_iruO5hhJgVOvU6zvcoIFbLQf989⟧"],
      stays: ["sb_secret_key", "sb_publishable_agXd6Vu9cUdEmgEYNpIfIgvT4Vu-0UQ"]),
    Rule(
      name: "planetscale-token", finds: "PlanetScale password, token or OAuth token",
      label: "planetscale token",
      anchors: ["pscale_tkn_", "pscale_oauth_", "pscale_pw_", "pscale_app_"],
      pattern: #"pscale_(?:tkn|oauth|pw|app_secret)_[A-Za-z0-9_=-]{32,80}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦pscale_tkn_PP_WRMtYU971HZ0RkH3vyCmr5kWFRZN9Kd1tbyIETxL⟧"],
      stays: ["pscale_pw_name"]),
    Rule(
      name: "neon-key", finds: "Neon API key", label: "neon key",
      anchors: ["napi_"],
      pattern: #"napi_[A-Za-z0-9]{48,80}"#, boundary: .none, entropy: 4,
      vanishes: ["NEON_API_KEY=⟦napi_lTf0IDnnpoWLtDh7WFQFlN8kHPbFutHeiL5aWDOvh29mjnM5CJ7ty6eq88PKcxhE⟧"],
      stays: ["napi_version"]),
    Rule(
      name: "databricks-token", finds: "Databricks personal access or OAuth token",
      label: "databricks token",
      anchors: ["dapi", "dose", "dkea", "doa2"],
      pattern: #"d(?:api|ose|kea|oa2)[0-9a-f]{32}(?:-[0-9]{1,2})?"#, boundary: .none, entropy: 3.3,
      vanishes: ["DATABRICKS_TOKEN=⟦dapi6ba45836a72f75c212c9d25ecbf296ba-2⟧"],
      stays: ["dapi is the prefix", "dose12", "dapi00000000000000000000000000000000"]),
    Rule(
      name: "snowflake-token", finds: "Snowflake programmatic token next to its name",
      label: "snowflake token",
      anchors: ["snowflake", "sf_token"],
      pattern: #"(?:snowflake|sf_)\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{100,500})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        "SNOWFLAKE_API_KEY=⟦lvmY6VEkE66OdZI3lYfjXG3yIPGVlHKeYheheJpHzz1gSVu49iDCr193DaOKhLdrsvld1yhot9oGlKoQ7rE7vmpuaqmKUBbF3GGB8EY6rqXl3tL27rC27SnvUXXvrEvU3RRZWVxENfdOb74yXePatqoONYVAQFmg⟧"
      ],
      stays: ["snowflake query took 3 s"]),
    Rule(
      name: "mongodb-atlas-secret", finds: "MongoDB Atlas service account secret", label: "mongodb secret",
      anchors: ["mdb_sa_sk_"],
      pattern: #"mdb_sa_sk_[A-Za-z0-9_-]{36,60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦mdb_sa_sk_mhYYWPAX4JqHIazbnvcJFOl5H8MYYxoEkfBMTnYx⟧"],
      stays: ["mdb_sa_sk_name"]),
    Rule(
      name: "mongodb-atlas-key", finds: "MongoDB Atlas private key next to its name", label: "mongodb key",
      anchors: ["atlas"],
      pattern: #"atlas\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [
        "ATLAS_API_KEY=⟦edfa0204-fa8c-455e-a8f6-8a60588e4f5e⟧",
        "MONGODB_ATLAS_PRIVATE_KEY=⟦acbcf7c9-4b32-4d3c-95b1-73958e3c1523⟧",
      ],
      stays: ["atlas cluster 373aa5fa-43a9-48c3-8977-204c7d44299b resized"]),
    Rule(
      name: "confluent-secret", finds: "Confluent Cloud key or secret next to its name",
      label: "confluent secret",
      anchors: ["confluent", "ccloud"],
      pattern:
        #"(?:confluent|ccloud)\#(PatternPart.named)(?<secret>(?:cflt[A-Za-z0-9+/]{60}|[A-Za-z0-9+/]{64}))"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        #"export CONFLUENT_SECRET="⟦NNHohOIz8OfaZeppg/44e5SY3v5U0nfjsK46SstqwulbzuERJd7I1b2f5oDGTJN4⟧""#
      ],
      stays: [
        "confluent request DUetaMxWEjZqaHA8hp4UVTJB9bcw8mFwwlHT5iouW6KoOLzGzSPgseLqcWtadF7f failed",
        "CONFLUENT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "confluent-secret-prefix", finds: "Confluent Cloud API secret", label: "confluent secret",
      anchors: ["cflt"],
      pattern: #"cflt[A-Za-z0-9+/]{60}"#, entropy: 4,
      vanishes: ["⟦cflt420JabStyKlLfPfHCUZo7CA9GY3L+RpGz2H94ZsZFlLBbtNPaXkNJ0UE0sJ0⟧"],
      stays: ["cflt is the prefix"]),
    Rule(
      name: "cockroach-key", finds: "CockroachDB Cloud API key", label: "cockroach key",
      anchors: ["CCDB1_"],
      pattern: #"CCDB1_[A-Za-z0-9]{20,24}_[A-Za-z0-9]{36,44}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦CCDB1_FKK8j2vApLhnqm36SaLXez_TVsm2GoJcw7s4PP04kDzlvzGaC2CIsZelD4zdKGS⟧"],
      stays: ["CCDB1_key"]),
    Rule(
      name: "aiven-password", finds: "Aiven service password", label: "aiven password",
      anchors: ["AVNS_"],
      pattern: #"AVNS_[A-Za-z0-9_-]{16,32}"#, boundary: .none, entropy: 3.5,
      vanishes: ["postgres://avnadmin:⟦AVNS_XCVKvhjPZ7I0JzGKvlF⟧@⟦pg.aivencloud.com⟧"],
      stays: ["AVNS_name"]),
    Rule(
      name: "aiven-token", finds: "Aiven token next to its name", label: "aiven token",
      anchors: ["aiven"],
      pattern: #"aiven\#(PatternPart.named)(?<secret>[A-Za-z0-9+/]{340,380}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        "AIVEN_API_KEY=⟦ukTY+GjrN1BYYwXWOXiDDbRY2f8lNeOikdPzGXX+q54OaBbJJX6rCOohpTl6252abiAJmYYBfExjyds7E+JqT6gBtHHK3IBTGhIRAvG06wPyZVZSW7NTcmkbrdJcNbQJQMz9O3Wx6QQ9No+FD1f/zBHWF67H1TXUoNKyRJw2O5mXzMjkfRdumobZ1BrELS+35LlNp0/qe4Gvb9YrwzQIfjkdj4U+m1ncC51SuQg4xrAiahNIqWLXaaj/AD+U1dcIBN+DARA9EIjuyTfIftv7KOmC4is6S7FTXNyCcTCh/lzwGK9W0RXdrhR1jY+T56P/EfvY5Yie9K6IJSwN+Lo7gIQvOGS6Afmi/cUyY5s9gHWcV8ROM1==⟧"
      ],
      stays: [
        "aiven request 1tLWMcnC2dwDZQSZmvOqzqQUu9yyLYtraakn1FqCZX9ETtDG8JEcOC5sl3I/g5aDzkmi94IXfLekJQdhWy7pYRVCmme90q9V9vAaqb26+jupD/c2ZatPIIc63pn1LYYn0W5rR/3l3k9fCtY8JtNfMaRN6HXh+hCwToe3g4eSNLlWEUaitZWBnEG7Sr5BNmtZvmUenhVs411yEcn6HWUsOF6LScLYjY0C3h+wXNcJ4A5kYfhpX/zJdq5HaMJZTr+9s5GvE0+a8qU8H1G1BfMmBuQ7gv1abgNJodQi+HRZ35Vnz/0eixbbYWH4sUjDZBNZHrzW7kZIzMzwxPwRAFx4ImfBQYxoT5vhrCUBrSwsdwSnLX8w6Z== failed",
        "AIVEN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "xata-key", finds: "Xata key", label: "xata key",
      anchors: ["xau_"],
      pattern: #"xau_[A-Za-z0-9]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦xau_ggvh5jg98T6SAWbwWqBx4h2NMywknNo52Y49ZwfLQGj7⟧"],
      stays: ["xau_name"]),
    Rule(
      name: "astra-token", finds: "DataStax Astra token", label: "astra token",
      anchors: ["AstraCS:"],
      pattern: #"AstraCS:[A-Za-z0-9]{20,40}(?::[0-9a-f]{40,80})?"#, boundary: .none, entropy: 4,
      vanishes: [
        "⟦AstraCS:JCEUaChYnqaiFGdgJbKTuUCk:9cb8e5070d8c6e495b0633c3996f1d212ad50ef044168167fecbb66085ca4b70⟧"
      ],
      stays: ["AstraCS:key"]),
    Rule(
      name: "clickhouse-key", finds: "ClickHouse Cloud API secret", label: "clickhouse key",
      anchors: ["4b1d"],
      pattern: #"4b1d[A-Za-z0-9]{38}"#, entropy: 4,
      vanishes: ["⟦4b1d209VENb9BIUMSkTwWl06fpMvtnEZPOtFyz81oa⟧"],
      stays: ["4b1d4f5f81a7323b98286d519b1d6ef516028446 is too short"]),
    Rule(
      name: "tinybird-token", finds: "Tinybird token", label: "tinybird token",
      anchors: ["p.eyJ"],
      pattern: #"p\.eyJ[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{20,80}"#, boundary: .none, entropy: 4,
      vanishes: [
        "token=⟦p.eyJ1Ijoibm13YnNmIiwiYSI6IjIzeWN0NjN4NXo3bG5wYmQ4bTd2In0.J0gvoEFUD3Du_kyuziC7D0g2NLWjE363MvmwpUT0QFF⟧"
      ],
      stays: ["p.eyJ"]),
    Rule(
      name: "dbt-token", finds: "dbt Cloud service or user token", label: "dbt token",
      anchors: ["dbtc_", "dbtu_"],
      pattern: #"dbt[cu]_[A-Za-z0-9_-]{36,60}(?:=)?"#, boundary: .none, entropy: 4,
      vanishes: ["⟦dbtc_Ya1G7ufghBQ8_bh32pmxGdHSyxZKsKgrC_tI9zRGJeY⟧"],
      stays: ["dbtc_name"]),
    Rule(
      name: "prefect-key", finds: "Prefect user or service key", label: "prefect key",
      anchors: ["pnu_", "pnb_"],
      pattern: #"pn[ub]_[A-Za-z0-9]{36}"#, boundary: .none, entropy: 4,
      vanishes: ["PREFECT_API_KEY=⟦pnu_xoAJYzBCNDzFTpjJ9Qe3mJyOOZgKnRhzN4PN⟧"],
      stays: ["pnu_name"]),
    Rule(
      name: "convex-key", finds: "Convex deploy key", label: "convex key",
      anchors: ["|eyJ2MiI6"],
      pattern: #"\|eyJ2MiI6[A-Za-z0-9+/_-]{20,400}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "CONVEX_DEPLOY_KEY=prod:acme-llama-12⟦|eyJ2MiI6Ijf4lms00eSGumtWzaE9LiecEimcKEfnq6paWigXSY6SywERrNOlAlxRdhTKN0ZDfucFDnNtVFaDkSyjnq=⟧"
      ],
      stays: ["|eyJ2MiI6"]),
    Rule(
      name: "upstash-token", finds: "Upstash or Turso token next to its name", label: "upstash token",
      anchors: ["upstash", "kv_rest_api"],
      pattern: #"(?:upstash|kv_rest)\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{40,120}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: ["UPSTASH_API_KEY=⟦AnyWkMPdU-0BrJf7IvI0uPrQpPTUOBtq7zSNp8qqhq9rQkzJwdryTlmHw-Mgr0t=⟧"],
      stays: ["UPSTASH_REDIS_REST_URL=https://x.upstash.io"]),
    Rule(
      name: "fauna-key", finds: "Fauna, Hasura, Redis Cloud or Couchbase key next to its name",
      label: "database key",
      anchors: ["fauna", "hasura", "rediscloud", "redis_cloud", "couchbase", "capella"],
      pattern:
        #"(?:fauna|hasura|rediscloud|redis_cloud|couchbase|capella)\#(PatternPart.named)(?<secret>(?:fn[A-Za-z0-9_-]{38}|[A-Za-z0-9]{64}|[A-Za-z0-9+/]{80,120}={0,2}))"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [#"export FAUNA_SECRET="⟦fnQq1i8x0xr-B99LZj5yLkz0k8JEXZFKkDpb2BVA⟧""#],
      stays: [
        "fauna request fndvskd7Ku7FoX9ORJMatVobpvy4Ovevu3ZyXlYO failed",
        "FAUNA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
  ]
}
