/// Private keys in the armors that tools write them in.
enum PrivateKeyRules {
  static let all: [Rule] = [
    Rule(
      name: "pem-private-key",
      finds: "private key in PEM: RSA, EC, DSA, OpenSSH, encrypted or plain, also on one line with escapes",
      label: "private key",
      anchors: ["-----BEGIN "],
      pattern:
        #"-----BEGIN (?:[A-Z0-9]{2,20} ){0,3}PRIVATE KEY-----[\s\S]{10,30000}?-----END (?:[A-Z0-9]{2,20} ){0,3}PRIVATE KEY-----"#,
      boundary: .none,
      vanishes: [
        #"⟦-----BEGIN RSA PRIVATE KEY-----\#nskFTT6q64MsNwM8sFHqnKzi5qKe2pj3/0nAAhJBg4VJ/AUQUAWGk8OHhWkQgMujS\#nQTSUcSG62GP5rj/IPLvqhR1TX/jbBXI/PZUzq+c5RkZcE+3r2afdHkiRFsU/MOZh\#ndIyhcY4fOp9hFETr8AKOTWhjlcUp32V2PdvTpp==\#n-----END RSA PRIVATE KEY-----⟧"#,
        #""private_key":"⟦-----BEGIN PRIVATE KEY-----\nay8qWZIb9FWqJDqL3iBQ3gWNEFgg3Jj466dzU2oWMftLqwhq6zdx/0pKz/LRoGaF\n5bNCuz/aLhVIPLJOXMRqf2UhjCTFqutl10hrHyaks8nlWVYowVYAgaJDFtLQ+qK2\nPNugKy01vdyV5vJdBTuA8GmpaOcOA2eAkbNkxz==\n-----END PRIVATE KEY-----⟧\n","x":1"#,
        #"⟦-----BEGIN RSA PRIVATE KEY-----\#nProc-Type: 4,ENCRYPTED\#nDEK-Info: AES-128-CBC,ADAD70DB5D7837CA05CE15791720E990\#n\#nNC31tiD1V4ijbVJqO/3ndjH4UqLuBtsUzFFTBQ+7Uz0vLekLkMwWTHCZZxPsI3lI\#nj7fFr/8GkeILXrZ9VH4fUjB30BzxzrCjjkEaIR==\#n-----END RSA PRIVATE KEY-----⟧"#,
      ],
      stays: [
        #"-----BEGIN PUBLIC KEY-----\#n0Ja2hyY7NAzn7R010trsrVXqAQH6021E9gk7NQcWaAWpq2zBE4ES/rqP2bm+QJlS\#nH57vPOaukPmHkkop49qo4nkxqiLlWKdjdnGPmY==\#n-----END PUBLIC KEY-----"#,
        #"-----BEGIN CERTIFICATE-----\#nlPMYHiaKX4kXu//eh+1hw92uU189azw12OGGMX2QuX41Gsc1g4n+bCTA7Gu4sXxk\#npgEPQfnLkk8gr8MBJ9tSdcBQcPVcgjc1la4YnC==\#n-----END CERTIFICATE-----"#,
        "the line -----BEGIN RSA PRIVATE KEY----- is missing",
      ]),
    Rule(
      name: "pem-private-key-cut", finds: "private key in PEM whose end is missing", label: "private key",
      anchors: ["-----BEGIN "],
      pattern:
        #"-----BEGIN (?:[A-Z0-9]{2,20} ){0,3}PRIVATE KEY-----(?:[\s"+,|>#*\\rn]{1,40}[A-Za-z0-9+/=]{24,4096}){1,200}"#,
      boundary: .none,
      vanishes: [
        #"⟦-----BEGIN OPENSSH PRIVATE KEY-----\#nb3BlbnNzaC1rZXktdjEAKULZNYF/g5HwVecxKYavg8mu5iMoI1RrAyPNln8+fwuu\#nRNZTgxV+T9GXGSZvcrKlI6ZxSdbv8Kg3KSdVNRX9BOnuM3UXLAR9md3guh7rpHX0⟧\#n... cut"#
      ],
      stays: ["-----BEGIN RSA PRIVATE KEY----- was seen in the log"]),
    Rule(
      name: "pgp-private-key", finds: "PGP private key block", label: "pgp private key",
      anchors: ["-----BEGIN PGP PRIVATE KEY BLOCK"],
      pattern: #"-----BEGIN PGP PRIVATE KEY BLOCK-----[\s\S]{10,100000}?-----END PGP PRIVATE KEY BLOCK-----"#,
      boundary: .none,
      vanishes: [
        #"⟦-----BEGIN PGP PRIVATE KEY BLOCK-----\#nVersion: GnuPG v2\#n\#nLRaki3Fwh0pcRoV9+wFDx5bepD5F/PWOpyXapRGLc7GViCGZH+1rJyQhVB5Cq8wJ\#nJTysciLvAMVD4eBhML3xtB+yXBAJLdCxk1+EU4Lci/kZ4QxbT4LhQoUrPWkD40Fg\#nS8bOqPgd+nu8Xe+A8+Y7serxa8VacMTFjyeIYg==\#n=aB3x\#n-----END PGP PRIVATE KEY BLOCK-----⟧"#
      ],
      stays: [
        #"-----BEGIN PGP PUBLIC KEY BLOCK-----\#n\#nFQc/0NoTKWDDabDOEywSuqreYcsJ8n7f7RvU5eDn5OLE2mirXoRh9Zg0W3YokxL3\#nh/qhF5uUI+563niBI6NDX5CFujePst0RBdbgwp==\#n-----END PGP PUBLIC KEY BLOCK-----"#
      ]),
    Rule(
      name: "ssh2-private-key", finds: "SSH2 encrypted private key", label: "private key",
      anchors: ["---- BEGIN SSH2 ENCRYPTED PRIVATE KEY"],
      pattern:
        #"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----[\s\S]{10,30000}?---- END SSH2 ENCRYPTED PRIVATE KEY ----"#,
      boundary: .none,
      vanishes: [
        #"⟦---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\#nComment: "2048-bit rsa"\#nq9LoRASUSF/BehSPoXI9TJS0tNPtzglUVwNSZBYtOQCoZNVOCPzeXm5UqnvYXqF3\#na1cp9IVU2ICF5edwqU7imULaVvnWYxrQArVmj0==\#n---- END SSH2 ENCRYPTED PRIVATE KEY ----⟧"#
      ],
      stays: [
        #"---- BEGIN SSH2 PUBLIC KEY ----\#nv8GNWGGqjISUrnF2RFiQOzG1Cb8pce3vN17iM5s62fhIRjMu+tKhC3phrxnw37Yp\#ncQ2LUdjFbt4ECLqksGusnmHaUYujkkYqtFpmZ5==\#n---- END SSH2 PUBLIC KEY ----"#
      ]),
    Rule(
      name: "putty-private-key", finds: "private part of a PuTTY key file", label: "private key",
      anchors: ["Private-Lines:"],
      pattern:
        #"Private-Lines: ?[0-9]{1,3}(?:\s|\\[nr]){1,8}(?<secret>[A-Za-z0-9+/][\s\S]{20,20000}?)(?:\s|\\[nr]){1,8}Private-(?:MAC|Hash)"#,
      boundary: .none,
      vanishes: [
        #"Private-Lines: 3\#n⟦yWMWkvict2DlCgIOhjmOe1jNnglazD3oFdkjNS4YEa93GVgtqpwXNM9F5hBfIVYi\#nk5hY9Co3SQGrIUa7Rgk3/dPU0Q/7Obo/YUQDgZmPzywhZu8C6IzMZNqVZkwsDRyd\#nplDPgZX9NELNdmaFn5bQiu5aEvhdcL2Q5w95cf==⟧\#nPrivate-MAC: ⟦96090a5b44662627b73d21e9fc76880749fb6cbf⟧"#
      ],
      stays: [
        #"Public-Lines: 2\#nz5/EvrnytFtj4+qFuADaXvkEwRZD1VGzSB8o4v7ANDDiNyfXxhoDo1FoFrwkSOpd\#nNNsz8Zxm4sI3oYnCQPCSWBfYbP0EgpaS+LlmMT==\#nPrivate-Lines: 14"#
      ]),
    Rule(
      name: "base64-private-key", finds: "private key in PEM, once more in base64, as in a kubeconfig",
      label: "private key",
      anchors: ["LS0tLS1CRUdJTi"],
      pattern:
        #"LS0tLS1CRUdJTi(?:BSU0EgUFJJVkFURSBLRVkt|BQUklWQVRFIEtFWS|BFQyBQUklWQVRFIEtFWS|BFTkNSWVBURUQgUFJJVkFURSBLRVkt|BPUEVOU1NIIFBSSVZBVEUgS0VZ|BEU0EgUFJJVkFURSBLRVkt|BQR1AgUFJJVkFURSBLRVkg)[A-Za-z0-9+/_-]{20,60000}={0,2}"#,
      boundary: .none,
      vanishes: [
        "client-key-data: ⟦LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQopXOJnVop0sO+CV9qf3p4ufCtoz0Km+rt4ZpdIq1Te6QS92c/MH+XEG9MDXyc2IdVMwoSBO7F7Q8adro5MKLJRXSF6gNqWB6cNuTFYZgRreFH/pvbiJdn+YV5=⟧",
        "key: ⟦LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IWPlncVGQ2ZX0XH8E8HNGdnkkV5eja7FnVnGNdOi9BP7aI8AlUF0fDb2HmkAALMHZeLeObu4/KkpFxO6DWcpndy6xMOUmns4CmKlN⟧",
      ],
      stays: [
        "certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JuZjo0RgJof9Ip/e3gjQLEj3PWTnQYhL6cKfm/oqu9tHqJ5NeBJVj3WNwhu4R8RbEDcnM5kC6f8tK2fY62VtKN2+vKcFjldCr0Vu3"
      ]),
    Rule(
      name: "age-secret-key", finds: "age identity", label: "age key",
      anchors: ["AGE-SECRET-KEY-"],
      pattern: #"AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{50,2000}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦AGE-SECRET-KEY-1N9AWZFN2CQVL8CG9JJUVNM7K4K2RYZXP0HAVKQ578759LPSSJGQQ5GJW2G⟧"],
      stays: ["AGE-SECRET-KEY-1 is the prefix"]),
    Rule(
      name: "age-plugin-identity", finds: "age plugin identity", label: "age key",
      anchors: ["AGE-PLUGIN-"],
      pattern: #"AGE-PLUGIN-[A-Z0-9-]{2,40}-1[A-Z0-9]{20,200}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦AGE-PLUGIN-YUBIKEY-1L3IXIIC051EAPIO05CIYNGN1CG4CUB7BLRYSFAAF⟧"],
      stays: ["AGE-PLUGIN-YUBIKEY is a plugin"]),
    Rule(
      name: "wireguard-key", finds: "WireGuard private or preshared key", label: "wireguard key",
      anchors: [
        "privatekey", "presharedkey", "private-key", "preshared-key", "private_key", "preshared_key",
      ],
      pattern:
        #"(?:private|preshared)[_-]?key["'\\]{0,2}\s{0,3}[=:]\s{0,3}["'\\]{0,2}(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: ["PrivateKey = ⟦Qzfvhzzsr5KUC347gaIVo6bJH8Qi6Z02ziueoTyr0WA=⟧"],
      stays: ["PrivateKey = <key>", "PublicKey = lfifVim2Y6p3BVf3/Pc1iUSIqAUgeEliO4BWFhAC6lA="]),
    Rule(
      name: "jwk-private", finds: "private member of a JSON web key", label: "private jwk",
      anchors: [#""d""#, #""p""#, #""q""#, #""dp""#, #""dq""#, #""qi""#, #""k""#],
      pattern: #""(?:d|p|q|dp|dq|qi|k)"\s?:\s?"(?<secret>[A-Za-z0-9_-]{42,1400})""#, entropy: 4,
      vanishes: [#"{"kty":"EC","crv":"P-256","d":"⟦aLwyyXK6OpKBcnSJIEYb6dmYq_3HOYTtqpTyKuL0I0w⟧"}"#],
      stays: [
        #"{"k":"value","d":"2026-01-01"}"#,
        #""q":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""#,
      ]),
    Rule(
      name: "bare-der-private-key",
      finds: "private key in base64 without its armour (PKCS #1, PKCS #8, SEC 1)",
      label: "private key", anchors: ["IBADAN", "IBAAKC", "AgEAM", "MC4CAQAwBQYDK2Vw", "MHcCAQEE"],
      pattern:
        #"(?:MII[A-Za-z0-9+/]{3}(?:IBADAN|IBAAKC)|MIG[A-Za-z0-9+/]AgEAM|MC4CAQAwBQYDK2Vw|MHcCAQEE)[A-Za-z0-9+/]{40,8000}={0,2}"#,
      reach: 6, boundary: .word,
      vanishes: ["blob ⟦MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj⟧"],
      stays: [
        "MIIDcJIhB0YBqswKrtBYLeIjhgqFnj37bqThkJvqQXLs9104VL1CSCKPz090SOYd", "MHcCAQEE is how it begins",
      ]),
  ]
}
