/// Addresses of clients and of packets.
enum ClientAddressRules {
  private static let quad = #"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}"#
  private static let privateQuad =
    #"(?:10\.[0-9]{1,3}|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|100\.(?:6[4-9]|[7-9][0-9]))\.[0-9]{1,3}\.[0-9]{1,3}"#

  static let all: [Rule] = [
    Rule(
      name: "client-address", finds: "public address of a client in a field", label: "client ip",
      anchors: [
        "client_ip", "clientip", "client-ip", "remote_ip", "remoteip", "remote_addr", "remoteaddr",
        "source_ip",
        "sourceip", "src_ip", "forwarded-for", "x-real-ip", "user_ip", "connecting-ip", "ip_address",
        "ipaddress",
      ],
      pattern:
        #"(?:client[_-]?ip|remote[_-]?ip|remote_?addr(?:ess)?|source_?ip(?:address)?|src_ip|forwarded-for|x-real-ip|user_ip|connecting-ip|ip_?address)["']?\s?[:=]\s?["']?(?<secret>\#(quad))"#,
      ignoresCase: true, verifier: .publicAddress,
      vanishes: [#"{"client_ip":"⟦86.65.5.45⟧"}"#, "X-Forwarded-For: ⟦86.34.239.37⟧\n"],
      stays: [#"{"client_ip":"203.0.113.9"}"#, "remote_addr=127.0.0.1", "source_ip: 8.8.8.8"]),
    Rule(
      name: "access-log-client", finds: "public address of a client in an access log", label: "client ip",
      anchors: [" - "], pattern: #"(?<secret>\#(quad)) - [^\s\[]{1,60} \[[0-9]{2}/[A-Z][a-z]{2}/"#,
      reach: 15,
      verifier: .publicAddress,
      vanishes: [#"⟦188.31.209.240⟧ - - [12/Mar/2026:09:14:02 +0000] "POST /login HTTP/1.1" 401"#],
      stays: [#"198.51.100.7 - - [12/Mar/2026:09:14:02 +0000] "GET /""#]),
    Rule(
      name: "sshd-client", finds: "public address that sshd was asked from", label: "client ip",
      anchors: [" port "],
      pattern: #"from (?<secret>\#(quad)) port [0-9]"#, reach: 22, verifier: .publicAddress,
      vanishes: ["Failed password for root from ⟦93.19.46.200⟧ port 44122 ssh2"],
      stays: ["Failed password for root from 203.0.113.9 port 44122 ssh2"]),
    Rule(
      name: "packet-sender", finds: "private address with its port in a packet dump", label: "private ip",
      anchors: ["IP 1"], pattern: #"IP (?<secret>\#(privateQuad))\.[0-9a-z-]{1,12} >"#, boundary: .none,
      vanishes: ["14:22:01.118 IP ⟦192.168.127.232⟧.53122 > 198.51.100.9.443: Flags [S]"],
      stays: ["IP 198.51.100.9.443 > 203.0.113.2.5353"]),
    Rule(
      name: "packet-receiver", finds: "private address with its port in a packet dump", label: "private ip",
      anchors: [" > 1"], pattern: #"[0-9] > (?<secret>\#(privateQuad))\.[0-9a-z-]{1,12}: "#, reach: 1,
      boundary: .none,
      vanishes: ["IP 198.51.100.9.443 > ⟦192.168.241.93⟧.53: 30211+ A? github.com."],
      stays: ["IP 198.51.100.9.443 > 203.0.113.2.53: A?"]),
  ]
}
