/// Credentials of exchanges and chains, and wallet keys.
enum CryptoRules {
  static let all: [Rule] = [
    Rule(
      name: "infura-key", finds: "Infura key next to its name, or in its URL", label: "infura key",
      anchors: ["infura"],
      pattern: #"infura\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3,
      vanishes: ["--infura-token ⟦e0ecc5ac1714958cce167d75fb1f16f9⟧ --verbose"],
      stays: [
        "infura request 9ff6416f37c858ae1e249739939423de failed",
        "INFURA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "infura-url", finds: "Infura or Alchemy key in the path of an RPC URL", label: "rpc key",
      anchors: [".infura.io/v3/", ".infura.io/ws/v3/", ".g.alchemy.com/v2/", ".alchemyapi.io/v2/"],
      pattern:
        #"\.(?:infura\.io/(?:ws/)?v3|(?:g\.alchemy\.com|alchemyapi\.io)/v2)/(?<secret>[A-Za-z0-9_-]{32})"#,
      entropy: 3.1,
      vanishes: ["https://mainnet.infura.io/v3/⟦14461e524050cce800ddc7a6c7a73be0⟧"],
      stays: ["https://mainnet.infura.io/v3/YOUR_KEY"]),
    Rule(
      name: "alchemy-key", finds: "Alchemy key next to its name", label: "alchemy key",
      anchors: ["alchemy_", "alchemy-", "alchemyapi"],
      pattern: #"alchemy(?:[_-]|api)\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["ALCHEMY_API_KEY=⟦oQBX44TICnFpqFc8dSVcK4CR7rvr4pfD⟧"],
      stays: ["sqlalchemy.pool key IxrJCPsWLwDGFbF26", "ALCHEMY_URL=https://example.org"]),
    Rule(
      name: "etherscan-key", finds: "Etherscan key next to its name", label: "etherscan key",
      anchors: ["etherscan"],
      pattern: #"etherscan\#(PatternPart.named)(?<secret>[A-Z0-9]{34})"#, ignoresCase: true, entropy: 3.8,
      vanishes: ["--etherscan-token ⟦0E5U5R9Q1UNJTQ4IKGLVV9E0YZKOZ9G7U1⟧ --verbose"],
      stays: [
        "etherscan request 2XOMLB635804NK25G1KRX6Y935A22NKU8F failed",
        "ETHERSCAN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "coinbase-key", finds: "Coinbase key or secret next to its name", label: "coinbase key",
      anchors: ["coinbase"],
      pattern: #"coinbase\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9+/]{86}==|[A-Za-z0-9_-]{64}))"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        #"export COINBASE_SECRET="⟦C4P5wNLQHvEfMh1p0RO7lWw22rTMSH1uIiJyNgFVAMo6ClsQMVM9bUVVuEWgMsDk⟧""#
      ],
      stays: [
        "coinbase request 4rVaKistArXlYAbdlCmp67HEYB3cNJJXbwBx47Pnbo5PsVfcTerVIOZ5CeePYpZO failed",
        "COINBASE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "binance-key", finds: "Binance key or secret next to its name", label: "binance key",
      anchors: ["binance"],
      pattern: #"binance\#(PatternPart.named)(?<secret>[A-Za-z0-9]{64})"#, ignoresCase: true, entropy: 4,
      vanishes: [
        #"binance:\#n  apiKey: '⟦weRiH3vsP2MeYlS7phKj803Ixa7VPiprf3DxIq9Ix2zqwV44DTsqZDok10xBOaA7⟧'"#
      ],
      stays: [
        "binance request 4QStKqhZ7uSAiES5hlOu50bogc44xvHjObLZwCN08xox4l8Siq3AiavxGPFmA9RK failed",
        "BINANCE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "kraken-key", finds: "Kraken key or secret next to its name", label: "kraken key",
      anchors: ["kraken"],
      pattern: #"kraken\#(PatternPart.named)(?<secret>[A-Za-z0-9+/]{54,88}={0,2})"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        #"kraken:\#n  apiKey: '⟦IXmEKh40WVcZ1467ULTo4I8BbXrMuRLSv9cIAQf2QCZHnBMJoPHxWWDnWP3JstGc02ucDAn9BZ0GWwWVHXpyT8==⟧'"#
      ],
      stays: [
        "kraken request agNdRMrR4l5pciUDhzQzthJpzEqcObsBq++zExKhciZXSx88dnE6JzoW4teqRttdJf8YNeCOOYbrW1OFFUL5V1== failed",
        "KRAKEN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "kucoin-key", finds: "KuCoin key or secret next to its name", label: "kucoin key",
      anchors: ["kucoin"],
      pattern: #"kucoin\#(PatternPart.named)(?<secret>(?:[0-9a-f]{24}|\#(PatternPart.uuid)))"#,
      ignoresCase: true, entropy: 2.9,
      vanishes: ["the Kucoin API key was ⟦10b7ab49903ecb636c80e9b1⟧ at that time"],
      stays: ["kucoin request da31afb0a973044601c85896 failed", "KUCOIN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "bittrex-key", finds: "Bittrex key or secret next to its name", label: "bittrex key",
      anchors: ["bittrex"],
      pattern: #"bittrex\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3,
      vanishes: [#"export BITTREX_SECRET="⟦002318b1dfe72a8aec735e79b1bdc7b0⟧""#],
      stays: [
        "bittrex request 1620f2445fb8fd85fdaca6451c0f6102 failed",
        "BITTREX_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "ethereum-key", finds: "Ethereum or other curve key next to a word for it", label: "private key",
      anchors: [
        "private_key", "privatekey", "private-key", "private key", "secret_key", "mnemonic_key",
        "wallet_key",
      ],
      pattern:
        #"(?:private[ _-]?key|secret_key|(?:mnemonic|wallet)_key)\#(PatternPart.sign)(?<secret>(?:0x)?[0-9a-f]{64})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["PRIVATE_KEY=⟦0xc9d11cd1ebec1cbf30bd1dd6b707bd56e4578b0cf4e3451ada0de06efda9da25⟧"],
      stays: [
        "PRIVATE_KEY_ID=1e2282599bb863ef221a71750f9dc3eeede16267",
        "private key sha256 314ae084fad8c68d1b759beb0c1aba1b38455da059d4ddae973979a52c6ee4f0",
      ]),
    Rule(
      name: "bitcoin-extended-key", finds: "Bitcoin extended private key", label: "wallet key",
      anchors: ["xprv", "yprv", "zprv", "tprv"],
      pattern: #"[xyzt]prv[1-9A-HJ-NP-Za-km-z]{100,112}"#, entropy: 4,
      vanishes: [
        "⟦xprv9z6A3kZC4kqejZr9ZQni5dFU1wftFh1X47NyfYnzKWo35BcKqhfucxXLKK2sa55wdVG1d2jDdKqK4GY6ZCpHrZKyn8yNnD6gHh1DionULtF⟧"
      ],
      stays: ["xprv is the prefix"]),
    Rule(
      name: "bitcoin-wif-key", finds: "Bitcoin private key in wallet format next to a word for it",
      label: "wallet key",
      anchors: ["privkey", "priv_key", "wif", "private key"],
      pattern:
        #"(?:privkey|priv_key|wif|private key)\#(PatternPart.sign)(?<secret>[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["dumpprivkey: ⟦KyCRBZyg1pw8wkbjBaLBKYNzMtP8yakZTX3YCXF2AmC1jCEiiQBr⟧"],
      stays: ["wif: none"]),
    Rule(
      name: "seed-phrase", finds: "wallet seed phrase next to a word for it", label: "seed phrase",
      anchors: ["mnemonic", "seed phrase", "seed_phrase", "recovery phrase"],
      pattern:
        #"(?:mnemonic|(?:seed|recovery)[ _]phrase)["'\\]{0,2}\s?[=:]\s?["'\\]{0,2}(?<secret>(?:[a-z]{3,8} ){11}(?:(?:[a-z]{3,8} ){3}|(?:[a-z]{3,8} ){6}|(?:[a-z]{3,8} ){9}|(?:[a-z]{3,8} ){12})?[a-z]{3,8})"#,
      ignoresCase: true,
      vanishes: [
        #"MNEMONIC="⟦acid orbit velvet crumble ladder ethics mango spider rotate window hurdle zebra⟧""#
      ],
      stays: ["mnemonic: a word that helps"]),
    Rule(
      name: "nostr-secret-key", finds: "Nostr secret key", label: "private key", anchors: ["nsec1"],
      pattern: #"nsec1[ac-hj-np-z02-9]{58}"#, boundary: .word, entropy: 3.5,
      vanishes: ["signer key ⟦nsec1lvve49qpeja7u3yr3pr46nfx4lwnds5epfl3ucuay3v848pvvadqvkw65n⟧"],
      stays: ["nsec1"]),
    Rule(
      name: "minisign-secret-key", finds: "minisign secret key", label: "private key",
      anchors: ["minisign encrypted secret key", "minisign secret key"],
      pattern: #"minisign (?:encrypted )?secret key\n(?<secret>RW[A-Za-z0-9+/=]{60,400})"#, boundary: .none,
      vanishes: [
        "untrusted comment: minisign encrypted secret key\n⟦RWRTY0Iy4mdnqoBQEXxgIKnp1W0NAxFbFBqov0J6BUvNt7tbVULHLkbJHAYNyg9wcDqRs2w9NBj8APxJsUh9⟧"
      ], stays: ["minisign secret key is missing"]),
    Rule(
      name: "xml-rsa-key", finds: "private part of an RSA key in XML", label: "private key",
      anchors: ["<D>", "<P>", "<Q>", "<DP>", "<DQ>", "<InverseQ>"],
      pattern: #"<(?:D|P|Q|DP|DQ|InverseQ)>(?<secret>[A-Za-z0-9+/=\s]{40,1200})</"#, boundary: .none,
      entropy: 4,
      vanishes: ["<D>⟦ReoAhP/xPELo4M2K2XZLeLB7MW6AGn5F7MSvKdarLPla/SP8R8cq974Z==⟧</D>"],
      stays: ["<P>Text</P>", "<D>1</D>"]),
    Rule(
      name: "keypair-numbers", finds: "key pair as a list of 64 numbers", label: "private key",
      anchors: ["solana", "keypair", "id.json", "secretKey", "secret_key"],
      pattern:
        #"(?:solana|keypair|id\.json|secret_?[kK]ey)[^\[\]]{0,60}\[\s?(?<secret>(?:[0-9]{1,3},\s{0,4}){63}[0-9]{1,3})\s?\]"#,
      boundary: .none,
      vanishes: [
        "cat ~/.config/solana/id.json\n[⟦"
          + (0..<64).map { String($0 * 37 % 251) }.joined(separator: ",") + "⟧]"
      ], stays: ["keypair [1,2,3]"]),
  ]
}
