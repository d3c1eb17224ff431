/// Logins in what systems print: listings, logs, prompts, chats.
enum LoginRules {
  private static let login = #"(?<secret>[a-z][a-z0-9._-]{2,30})"#
  private static let accounts = [
    "root", "admin", "ubuntu", "debian", "centos", "git", "deploy", "ec2-user", "azureuser", "core",
    "vagrant",
    "jenkins", "postgres", "ansible", "nobody", "test", "user", "opc", "cloud-user",
  ]

  static let all: [Rule] = [
    Rule(
      name: "chat-profile", finds: "login beside the name in a chat's profile", label: "person",
      anchors: ["\"display_name\""],
      pattern: #""real_name":\s?"[^"\n]{2,60}",\s?"display_name":\s?"(?<secret>[a-z][a-z0-9._]{2,30})""#,
      reach: 90,
      boundary: .none,
      vanishes: [#"{"real_name":"⟦Oksana Hrytsenko⟧","display_name":"⟦oksana_h⟧"}"#],
      stays: [#"{"display_name":"prod"}"#]),
    Rule(
      name: "irc-line", finds: "nickname behind a time in a chat log", label: "person", anchors: [" <"],
      pattern: #"[0-9]{2}:[0-9]{2}(?::[0-9]{2})? <[@+ ]?(?<secret>[A-Za-z][\w.-]{2,30})>"#, reach: 8,
      boundary: .none,
      vanishes: ["09:58 <⟦perrin_t⟧> load avg 48"], stays: ["09:58 <3", "at 09:58 < 10:00"]),
    Rule(
      name: "passwd-line", finds: "login in a line of passwd", label: "user", anchors: [":x:"],
      pattern: #"(?<secret>[a-z][a-z0-9._-]{2,30}):x:[1-9][0-9]{3,6}:"#, reach: 31, boundary: .word,
      except: accounts,
      vanishes: ["⟦tgreenhalgh⟧:x:1004:1004:,,,:/srv:/bin/zsh"],
      stays: ["nobody:x:65534:65534", "root:x:0:0"]),
    Rule(
      name: "listed-owner", finds: "login of a file's owner", label: "user",
      anchors: ["r-- ", "r-x ", "rw- ", "--- "],
      pattern:
        #"[-dl][rwxsStT-]{9}[.+@]? {0,4}[0-9]{1,4} {1,4}\#(login) {1,8}[A-Za-z][\w.-]{1,30} {1,12}[0-9]{1,14} "#,
      reach: 9, boundary: .none, except: accounts + ["app", "www-data", "mysql", "node", "nginx", "redis"],
      vanishes: ["-rw-r--r-- 1 ⟦gmcallister⟧ staff 4096 Feb 11 04:00 core"],
      stays: ["-rw-r--r-- 1 root root 4096 Feb 11 04:00 core"]),
    Rule(
      name: "listed-group", finds: "login as the group of a file", label: "user",
      anchors: ["r-- ", "r-x ", "rw- ", "--- "],
      pattern:
        #"[-dl][rwxsStT-]{9}[.+@]? {0,4}[0-9]{1,4} {1,4}[a-z][a-z0-9._-]{2,30} {1,8}\#(login) {1,12}[0-9]{1,14} "#,
      reach: 9, boundary: .none,
      except: accounts + [
        "app", "www-data", "mysql", "node", "nginx", "redis", "staff", "wheel", "users", "adm", "docker",
        "sudo", "shadow",
      ],
      vanishes: ["-rw-r--r-- 1 ⟦gmcallister⟧ ⟦gmcallister⟧ 4096 Feb 11 04:00 core"],
      stays: ["-rw-r--r-- 1 root root 4096 Feb 11 04:00 core"]),
    Rule(
      name: "database-login", finds: "login in PostgreSQL's log", label: "user", anchors: ["user="],
      pattern: #"user=\#(login),db="#, boundary: .none,
      except: accounts + ["app", "api", "web", "orders", "replicator", "pgbouncer", "datadog"],
      vanishes: ["[8812] user=⟦rsokolov⟧,db=orders FATAL: too many connections"],
      stays: ["[8812] user=postgres,db=orders FATAL"]),
    Rule(
      name: "shell-prompt", finds: "login and host of a shell's prompt", label: "user", anchors: ["$ "],
      pattern: #"(?<secret>[a-z][a-z0-9._-]{1,30}@[a-z][a-z0-9-]{1,40}):/[^\s$#]{0,80}\$ "#, reach: 124,
      verifier: .beginsWord,
      vanishes: ["⟦akinyi@build-host7⟧:/srv/app$ ./migrate up"], stays: ["git@example:~ x", "costs 5$ each"]),
    Rule(
      name: "group-login", finds: "login as its own group in the output of id", label: "user",
      anchors: ["gid="],
      pattern: #"gid=[1-9][0-9]{3,6}\((?<secret>[a-z][a-z0-9._-]{1,30})\)"#, boundary: .none,
      except: accounts + ["users", "staff", "sudo", "docker", "wheel", "nogroup"],
      vanishes: ["uid=1007(⟦cthibault⟧) gid=1007(⟦cthibault⟧)"], stays: ["gid=1000(users)"]),
    Rule(
      name: "ssh-config-user", finds: "login in an SSH configuration", label: "user",
      anchors: ["\n  User ", "\n    User ", "\n\tUser "],
      pattern: #"\n\s{1,8}User \#(login)\s*\n"#, boundary: .none, except: accounts,
      vanishes: ["Host bastion\n  HostName jump.example.org\n  User ⟦gbertolini⟧\n  Port 2222\n"],
      stays: ["Host x\n  User git\n  Port 22\n", "  User says no\n"]),
    Rule(
      name: "windows-account-name", finds: "login in a Windows security event", label: "user",
      anchors: ["Account Name:"], pattern: #"Account Name:\s{1,8}(?<secret>[A-Za-z][\w.-]{2,40})"#,
      boundary: .none,
      except: ["system", "anonymous", "administrator", "guest", "network", "local"],
      vanishes: ["failed to log on. Account Name: ⟦heike.steinmetz⟧ Status: 0xC000006D"],
      stays: ["Account Name: -", "Account Name: SYSTEM"]),
  ]
}
