/// Credentials of source hosts, build services and code checkers, by their published formats.
enum SourceHostRules {
  static let all: [Rule] = [
    Rule(
      name: "github-token", finds: "GitHub personal, OAuth, user, server or refresh token",
      label: "github token",
      anchors: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
      pattern: #"gh[pousr]_[A-Za-z0-9_]{36,255}(?:\.[A-Za-z0-9_-]{20,1000}){0,2}"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "pushed with ⟦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⟧.",
        "GH_TOKEN=⟦ghs_gpciiLoqY8rFX63lvjb25mmtqBtKYd0je2a1⟧",
        "https://⟦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⟧@github.com/acme/shop",
      ],
      stays: ["ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ghp_short", "gho_your_token_goes_here"]),
    Rule(
      name: "github-fine-grained-token", finds: "GitHub fine-grained personal access token",
      label: "github token",
      anchors: ["github_pat_"],
      pattern: #"github_pat_[A-Za-z0-9_]{36,255}"#, boundary: .none, entropy: 4,
      vanishes: [
        "token: ⟦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⟧"
      ],
      stays: [
        "github_pat_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "github_pat_example",
      ]),
    Rule(
      name: "github-secret", finds: "GitHub client secret or classic token next to its name",
      label: "github secret",
      anchors: [
        "github_", "github-", "github token", "github secret", "github client", "githubtoken",
        "githubsecret", "githubclient",
      ],
      pattern: #"github\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#, ignoresCase: true, entropy: 3.2,
      vanishes: [
        "GITHUB_CLIENT_SECRET: ⟦0046ea9f0ecc994d424df9e3e3ec4f87bb25d78f⟧",
        "the GitHub token ⟦3b47bfd32a0c5a36a5d56d7ac5d3f09d00dcecfd⟧ was revoked",
      ],
      stays: [
        "github.com/acme/shop at commit a68d657aa6cf0465bce881741de063f214ebcbec",
        "GITHUB_SHA=d3db601f23c6eeb198bf2011807e926bcc04eea8",
        "github-actions checkout of 3e4450997f702902203f63ce69b7ffe1673a6326",
      ]),
    Rule(
      name: "github-url-token", finds: "token in the user part of a GitHub clone URL", label: "github token",
      anchors: ["x-access-token:"],
      pattern: #"x-access-token:(?<secret>[^\s@/:"'$\{]{16,600})@"#, boundary: .none, entropy: 3.2,
      vanishes: [
        "git clone https://x-access-token:⟦8lrZmqycxMIK8CNZJFcvg1xVCSRxTeJBfFKvlYgs⟧@github.com/acme/shop"
      ],
      stays: ["https://x-access-token:$TOKEN@github.com"]),
    Rule(
      name: "gitlab-token", finds: "GitLab access, deploy, runner, job, trigger, feed, agent or OAuth token",
      label: "gitlab token",
      anchors: [
        "glpat-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "gloas-",
        "glsoat-", "glffct-", "glwt-",
      ],
      pattern:
        #"gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-[A-Za-z0-9_-]{16,300}(?:\.[0-9a-z]{2}\.?[0-9a-z]{7,9})?"#,
      boundary: .none, entropy: 3.6,
      vanishes: [
        "PRIVATE-TOKEN: ⟦glpat-TmBjNIzz0QU1ytGOmQ_J⟧",
        "CI_JOB_TOKEN=⟦glcbt-64_L5M5t1W1BYKtndyoOyxD⟧",
        "⟦glptt-fd69b3c541eda441620ef41ced901a59ff2753d3⟧.",
        "⟦glpat-QirAUjXd16xskiSUaECZwP0YJGm.01.0z1a2b3c4⟧",
      ],
      stays: ["glpat-xxxxxxxxxxxxxxxxxxxx", "glpat-token", "glft-0.1"]),
    Rule(
      name: "gitlab-runner-registration", finds: "GitLab runner registration token", label: "gitlab token",
      anchors: ["GR1348941"],
      pattern: #"GR1348941[A-Za-z0-9_-]{20,40}"#, boundary: .none, entropy: 3.8,
      vanishes: ["--registration-token ⟦GR1348941Y6a4V7t7-DpMcMLQ8827⟧"],
      stays: ["GR1348941 is the prefix"]),
    Rule(
      name: "gitlab-session", finds: "GitLab session cookie", label: "gitlab session",
      anchors: ["_gitlab_session="],
      pattern: #"_gitlab_session=(?<secret>[0-9a-f]{32})"#, entropy: 3.1,
      vanishes: ["Cookie: _gitlab_session=⟦8233421d511abab8f79db78141cf57c1⟧; path=/"],
      stays: ["_gitlab_session=; expires"]),
    Rule(
      name: "gitlab-header", finds: "token in a GitLab request header", label: "gitlab token",
      anchors: ["private-token", "job-token", "deploy-token"],
      pattern:
        #"(?:private|job|deploy)-token["'\\]{0,2}\s?[:=]\s?["'\\]{0,2}(?<secret>[A-Za-z0-9_-]{20,300})"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: [#"curl -H "PRIVATE-TOKEN: ⟦eBCfWpUAYVB7qdfg6O32⟧" https://git.example.org"#],
      stays: ["PRIVATE-TOKEN: <your_access_token>", "the job-token: scope"]),
    Rule(
      name: "gitlab-secret", finds: "GitLab classic token next to its name", label: "gitlab token",
      anchors: ["gitlab_", "gitlab-", "gitlab token", "gitlabtoken", "gitlab pat"],
      pattern: #"gitlab\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{20})"#, ignoresCase: true, entropy: 3.4,
      vanishes: ["GITLAB_TOKEN=⟦XS3Fu4entnDA4SXzOIJf⟧"],
      stays: ["gitlab job HIcTUNdCQ16UxJNfXcf9 failed", "GITLAB_TOKEN=xxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "bitbucket-app-password", finds: "Bitbucket app password", label: "bitbucket password",
      anchors: ["ATBB"],
      pattern: #"ATBB[A-Za-z0-9_-]{24,60}(?:=[A-Za-z0-9]{8})?"#, entropy: 3.8,
      vanishes: ["https://acme:⟦ATBBzYvlNZVQyliwPYtNyjVowl4HBCCF1BCD⟧@bitbucket.org/acme/shop"],
      stays: ["ATBB is the prefix"]),
    Rule(
      name: "bitbucket-access-token", finds: "Bitbucket repository, project or workspace access token",
      label: "bitbucket token",
      anchors: ["ATCTT3"],
      pattern: #"ATCTT3[A-Za-z0-9_-]{50,300}(?:=[A-Za-z0-9]{8})?"#, boundary: .none, entropy: 4,
      vanishes: [
        "Bearer ⟦ATCTT3xFfGnik6hgMLDpAA2LnrmudUsQrDawprfxHIBpFUbIndDYLo-60Fw7z5yFTeA-BN356QRf5i6VNdpmEI2zCEjwC5XUgT3NrXFUWhcwzR-Dh0I8yLbgxUPzWPcufUDoy2UAZZYvzFy6x_-dG2IRrRXt-1Fb0heTFeiXXP=ABCA031D⟧"
      ],
      stays: ["ATCTT3 is the prefix"]),
    Rule(
      name: "bitbucket-secret", finds: "Bitbucket OAuth secret next to its name", label: "bitbucket secret",
      anchors: ["bitbucket"],
      pattern: #"bitbucket\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9_-]{64}|[A-Za-z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.9,
      vanishes: [#"export BITBUCKET_SECRET="⟦4aNSsx5nZ0InOMZtP74F8h21iokE293i⟧""#],
      stays: [
        "bitbucket request a3V6fZD8ybQJqzeLYpFucl0hOzVMgZnG failed",
        "BITBUCKET_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "gitea-token", finds: "Gitea, Forgejo, Gogs or Codeberg token next to its name",
      label: "gitea token",
      anchors: ["gitea", "forgejo", "codeberg", "gogs"],
      pattern: #"(?:gitea|forgejo|codeberg|gogs)\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"gitea:\#n  apiKey: '⟦931118dcaa512c89ae8a23150f0cdde6465d46b3⟧'"#],
      stays: [
        "gitea push of 1d9df77dc24289abca2a3280a5dd5c5be7c05cab",
        "GITEA_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "gitee-token", finds: "Gitee token next to its name", label: "gitee token",
      anchors: ["gitee"],
      pattern: #"gitee\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: ["GITEE_API_KEY=⟦27e2bb122761827019935d5a9f5542b0⟧"],
      stays: [
        "gitee request 3c7dc16ca157b038910ffbeb2ac29de2 failed",
        "GITEE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "azure-devops-classic-token", finds: "Azure DevOps classic token next to its name",
      label: "azure devops token",
      anchors: ["azure_devops", "azure-devops", "azure devops", "vsts", "vss_nuget", "system_accesstoken"],
      pattern:
        #"(?:azure[ _-]devops|vsts|vss_nuget|system_access)\#(PatternPart.named)(?<secret>[a-z2-7]{52})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["AZURE_DEVOPS_API_KEY=⟦llu2nv2xvur7lv6ij6of3p6ojglnkigggednotgc23tgrlpzajv4⟧"],
      stays: [
        "azure devops run wyxozq6p26jajtnzxmxy2bqhncbmuavqxth4wp5md4hvgkzaovj7",
        "AZURE_DEVOPS_EXT_PAT=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "sourcegraph-token", finds: "Sourcegraph access token or license key",
      label: "sourcegraph token",
      anchors: ["sgp_", "slk_"],
      pattern: #"(?:sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}|slk_[0-9a-f]{64})"#, entropy: 3.5,
      vanishes: ["SRC_ACCESS_TOKEN=⟦sgp_d852eec38358b26b_1f4bc153aca251445f167dc92ce01bf87f181305⟧"],
      stays: ["sgp_local", "sgp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]),
    Rule(
      name: "circleci-token", finds: "CircleCI personal or project token", label: "circleci token",
      anchors: ["CCIPAT_", "CCIPRJ_"],
      pattern: #"CCI(?:PAT|PRJ)_[A-Za-z0-9]{16,30}_[A-Za-z0-9]{32,64}"#, boundary: .none, entropy: 4,
      vanishes: ["Circle-Token: ⟦CCIPAT_5q0L1sfFJ8nZ82glVTUOSr_6c93a89d76110ce63e1e092e7baf6f17f520cd79⟧"],
      stays: ["CCIPAT_example"]),
    Rule(
      name: "circleci-classic-token", finds: "CircleCI classic token next to its name",
      label: "circleci token",
      anchors: ["circleci", "circle-token", "circle_token"],
      pattern: #"(?:circleci|circle)\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["CIRCLECI_API_KEY=⟦c138f7a566578425049a36c7711f54bb072807a8⟧"],
      stays: [
        "circleci built 9373a7e834fa2a13f9b78c8c290209870f357eb9",
        "CIRCLE_SHA1=fa33191ed5831146d3e27a7703b444840eebe548",
      ]),
    Rule(
      name: "travis-token", finds: "Travis CI token next to its name", label: "travis token",
      anchors: ["travis"],
      pattern: #"travis\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{20,22})"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: [#"{"travis_token": "⟦pnbXYLdyETygAdRX7CrHnd⟧"}"#],
      stays: ["travis request aPojBZ7d1VoEQrvvIGeuNO failed", "TRAVIS_API_KEY=xxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "drone-token", finds: "Drone or Woodpecker CI token next to its name", label: "drone token",
      anchors: ["drone", "woodpecker"],
      pattern: #"(?:drone|woodpecker)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"export DRONE_SECRET="⟦Jmwbt94eo6Kpvw2QpmaNMqWmSNv8dgr4⟧""#],
      stays: [
        "drone request p1MuSIFQWOTnbwL0jVNX8Hvn9VpQ2LPq failed",
        "DRONE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "buildkite-token", finds: "Buildkite user, agent, cluster, package or portal token",
      label: "buildkite token",
      anchors: ["bkua_", "bkaa_", "bkaj_", "bkar_", "bkct_", "bkpt_", "bkpat_", "bkps_"],
      pattern: #"bk(?:ua|aa|aj|ar|ct|pt|pat|ps)_[A-Za-z0-9_-]{36,400}"#, boundary: .none, entropy: 3.5,
      vanishes: ["BUILDKITE_API_TOKEN=⟦bkua_e14e2f518501431d2ec57ebdd5df1a2b83664035⟧"],
      stays: ["bkua_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "bkct_name"]),
    Rule(
      name: "buildkite-agent-token", finds: "Buildkite agent token next to its name",
      label: "buildkite token",
      anchors: ["buildkite"],
      pattern: #"buildkite\#(PatternPart.named)(?<secret>[0-9a-f]{50})"#, ignoresCase: true, entropy: 3.4,
      vanishes: [#"{"buildkite_token": "⟦b9d33965d9fd093158c8b72cc1463222ccd5471e8a488bd67f⟧"}"#],
      stays: [
        "buildkite request a185bc3c4b050757717e0014faa5da659bc5082406fd66c27b failed",
        "BUILDKITE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "jenkins-token", finds: "Jenkins API token next to its name", label: "jenkins token",
      anchors: ["jenkins"],
      pattern: #"jenkins\#(PatternPart.named)(?<secret>(?:11[0-9a-f]{32}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["JENKINS_API_KEY=⟦119b5100778179216da8612e79a3f3b802⟧"],
      stays: ["jenkins built 65404f73ac3ee7de05eca330fe336df4", "JENKINS_URL=https://ci.example.org"]),
    Rule(
      name: "jenkins-crumb", finds: "Jenkins crumb", label: "jenkins crumb",
      anchors: ["jenkins-crumb"],
      pattern: #"jenkins-crumb\#(PatternPart.sign)(?<secret>(?:[0-9a-f]{64}|[0-9a-f]{32}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["Jenkins-Crumb: ⟦bfba9a5506ea704d7a1d15841a5f0f603d3b6e9ddea1e584b2539eb1963a6dc1⟧"],
      stays: ["Jenkins-Crumb: missing"]),
    Rule(
      name: "teamcity-token", finds: "TeamCity access token", label: "teamcity token",
      anchors: ["eyJ0eXAiOiAiVENWMiJ9"],
      pattern: #"eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{20,200}\.[A-Za-z0-9_-]{20,200}"#, boundary: .none,
      vanishes: [
        "Bearer ⟦eyJ0eXAiOiAiVENWMiJ9.r7YthacHF2IotDZij8XzbmS9oaPMzKm-uAHq.FhNhTjrGYlEijx35-y9oA1HpXJhJSPyuvvHGQASlzudsaaYlPn⟧"
      ],
      stays: ["eyJ0eXAiOiAiVENWMiJ9"]),
    Rule(
      name: "jetbrains-token", finds: "JetBrains YouTrack, Space or Hub permanent token",
      label: "jetbrains token",
      anchors: ["perm:", "perm-"],
      pattern: #"perm[:-][A-Za-z0-9+/]{2,100}={0,2}\.[A-Za-z0-9+/-]{2,100}={0,2}\.[A-Za-z0-9]{20,60}"#,
      entropy: 4,
      vanishes: ["Authorization: Bearer ⟦perm:cm9vdA==.NDctMg==.uuR0Imxp8XoCOAemZ03UuuqRXGkUbF⟧"],
      stays: ["perm:read", "perm-gen 512m"]),
    Rule(
      name: "harness-key", finds: "Harness personal or service account token", label: "harness key",
      anchors: ["pat.", "sat."],
      pattern: #"(?:pat|sat)\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}"#, entropy: 4,
      vanishes: ["x-api-key: ⟦pat.garp5zDoIiF8OPCjn9y3YS.2d8c76bc4b62c92cd8c8a0d1.JGDwbR8muIyNpBaiKGRw⟧"],
      stays: ["compat.so", "sat.acme.example.org"]),
    Rule(
      name: "codecov-token", finds: "Codecov upload token next to its name", label: "codecov token",
      anchors: ["codecov"],
      pattern: #"codecov\#(PatternPart.named)(?<secret>(?:\#(PatternPart.uuid)|[a-z0-9]{32}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["CODECOV_API_KEY=⟦6fb688f9-02b1-43b7-918e-a16e1cdbe764⟧"],
      stays: [
        "codecov request 2b2b8598-0778-4cf1-bec9-48ca0f42dea8 failed",
        "CODECOV_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "coveralls-token", finds: "Coveralls token next to its name", label: "coveralls token",
      anchors: ["coveralls"],
      pattern: #"coveralls\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32,37})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"{"coveralls_token": "⟦zwCdLFV2A49669NsWSnv8IlkBoja0d3hp⟧"}"#],
      stays: [
        "coveralls request OsF7Dt1xsfP54tBnjTqUPviIg1YcOLceM failed",
        "COVERALLS_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "codeclimate-token", finds: "Code Climate reporter id next to its name",
      label: "codeclimate token",
      anchors: ["codeclimate", "cc_test_reporter"],
      pattern: #"(?:codeclimate|cc_test_reporter)\#(PatternPart.named)(?<secret>[0-9a-f]{64})"#,
      ignoresCase: true, entropy: 3.4,
      vanishes: [
        #"codeclimate:\#n  apiKey: '⟦9f48fd5e34c957b32091aa24e433b27008843f96aa8db7439c49336e1df9b30e⟧'"#
      ],
      stays: ["codeclimate run 370b1d973c5fb687f17dcb08a042d60fdf491617363d4ed04b3d32d25dcc05b0"]),
    Rule(
      name: "codacy-token", finds: "Codacy token next to its name", label: "codacy token",
      anchors: ["codacy"],
      pattern: #"codacy\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[A-Za-z0-9]{20}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["--codacy-token ⟦02c728f84196f34a66948b5c88455a94⟧ --verbose"],
      stays: [
        "codacy request 8627da84ec7d550eeda82de616714211 failed",
        "CODACY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "sonar-token", finds: "SonarQube or SonarCloud user, project or analysis token",
      label: "sonar token",
      anchors: ["squ_", "sqp_", "sqa_"],
      pattern: #"sq[upa]_[A-Za-z0-9]{40}"#, boundary: .none, entropy: 3.5,
      vanishes: ["-Dsonar.token=⟦sqp_465be3b5b4c0c35ca2817fb1904cf2df07d3959c⟧"],
      stays: ["squ_id", "sqp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "sonar-classic-token", finds: "SonarQube classic token next to its name", label: "sonar token",
      anchors: ["sonar.login", "sonar_login", "sonar.token", "sonar_token", "sonar-token"],
      pattern: #"sonar[._-](?:login|token)\#(PatternPart.sign)(?<secret>[0-9a-f]{40})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["-Dsonar.login=⟦2af2ca70b12a28becb65b9bafb9e3cc6353a56b4⟧"],
      stays: ["sonar.login=admin", "sonar.scm.revision=c5a936682426ac59b797051ba1631ae55c8ea901"]),
    Rule(
      name: "snyk-token", finds: "Snyk personal or service token", label: "snyk token",
      anchors: ["snyk_uat.", "snyk_sat.", "snyk_pat."],
      pattern: #"snyk_[usp]at\.[0-9a-f]{8}\.[A-Za-z0-9_.-]{20,600}"#, boundary: .none, entropy: 4,
      vanishes: [
        "SNYK_TOKEN=⟦snyk_uat.c45fe95c.TXLFthDGt2rBK1bm1akqLAlzEnU2H0RwyU2R5HwxHsTp0Ef7VwtBCBnv4ZVsxahwDQ-VJMSERVI7B2T3bFfCLfirze0_mWyiFH5E_66FcqvDC9mOfBt0V4eg⟧"
      ],
      stays: ["snyk_uat.example"]),
    Rule(
      name: "snyk-classic-token", finds: "Snyk classic token next to its name", label: "snyk token",
      anchors: ["snyk"],
      pattern: #"snyk\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#, ignoresCase: true, entropy: 3.2,
      vanishes: ["SNYK_API_KEY=⟦7422aacf-4b8a-4e00-abc7-da902680ab09⟧"],
      stays: ["snyk project a23d7313-54de-44a9-b140-f0f43e8603ed has 3 issues", "SNYK_TOKEN=<token>"]),
    Rule(
      name: "semgrep-token", finds: "Semgrep token next to its name", label: "semgrep token",
      anchors: ["semgrep"],
      pattern: #"semgrep\#(PatternPart.named)(?<secret>[0-9a-f]{64})"#, ignoresCase: true, entropy: 3.5,
      vanishes: [
        #"{"semgrep_token": "⟦3e3b121ba20ca307c08cbbfa931ac82e7a681935447b4a988d65bc72482289d8⟧"}"#
      ],
      stays: [
        "semgrep request 3a548f7c9c13104d2b8f0346cb36ccbbb5d0121facde8698c4d54a19f39a9630 failed",
        "SEMGREP_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "octopus-key", finds: "Octopus Deploy API key", label: "octopus key",
      anchors: ["API-"],
      pattern: #"API-[A-Z0-9]{25,32}"#, boundary: .none, entropy: 3.6,
      vanishes: ["X-Octopus-ApiKey: ⟦API-5ALUA32H42LT1WVP968WZTJJMT⟧"],
      stays: ["API-GATEWAY", "API-1234 is a ticket", "REST-API-OVERVIEW"]),
    Rule(
      name: "infracost-key", finds: "Infracost API key", label: "infracost key",
      anchors: ["ico-"],
      pattern: #"ico-[A-Za-z0-9]{32}"#, boundary: .none, entropy: 4,
      vanishes: ["INFRACOST_API_KEY=⟦ico-zQ3wb4kK0Z7cpCIxe5SFM8oBoJdHZ7Hl⟧"],
      stays: ["ico-small.png"]),
    Rule(
      name: "aikido-key", finds: "Aikido CI token or client secret", label: "aikido key",
      anchors: ["AIK_CI_", "AIK_SECRET_"],
      pattern: #"AIK_(?:CI|SECRET)_[A-Za-z0-9]{20,80}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦AIK_CI_XbxPD2dCPHKwcD2buv37xkqGzPSgRdgJ⟧"],
      stays: ["AIK_CI_TOKEN="]),
    Rule(
      name: "endor-key", finds: "Endor Labs key or secret", label: "endor key",
      anchors: ["endr+"],
      pattern: #"endr\+[A-Za-z0-9-]{16,32}"#, boundary: .none, entropy: 3.5,
      vanishes: ["ENDOR_API_CREDENTIALS_SECRET=⟦endr+8jf5JWGgIGGFPGJU⟧"],
      stays: ["endr+key"]),
    Rule(
      name: "mergify-key", finds: "Mergify application key", label: "mergify key",
      anchors: ["mergify_application_key_"],
      pattern: #"mergify_application_key_[A-Za-z0-9_-]{30,200}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦mergify_application_key_r8wRyGppfoGik9df9XWd46yo4IzMzTEq8vatLf4hRb1VZjqY⟧"],
      stays: ["mergify_application_key_name"]),
    Rule(
      name: "depot-token", finds: "Depot user, organization or project token", label: "depot token",
      anchors: ["depot_user_", "depot_org_", "depot_project_"],
      pattern: #"depot_(?:user|org|project)_[A-Za-z0-9]{40,80}"#, boundary: .none, entropy: 3.9,
      vanishes: ["DEPOT_TOKEN=⟦depot_org_992e774646e576a4ddecf1966b02c8b5bc9aae0e29c363f15cf051d0eda166fc⟧"],
      stays: ["depot_project_id"]),
    Rule(
      name: "bitrise-token", finds: "Bitrise token next to its name", label: "bitrise token",
      anchors: ["bitrise"],
      pattern: #"bitrise\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{60,120})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        "BITRISE_API_KEY=⟦er0EYvQlgzGdzDYgWEOQ7SePOi4PQc_0mncnSmopWcUN6FP43fpsvwnyrXutiDbM3WZZvaSUxNg8g3UA5N4-H7⟧"
      ],
      stays: [
        "bitrise request VptwgZV5zWuDC_pqQR3AiYtHKiQoQw6koUIF3VHo95K536zQDGoVCNqJHR8gGhs9UOjkFSwhx7fynmRjYw4-zo failed",
        "BITRISE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "appveyor-token", finds: "AppVeyor token next to its name", label: "appveyor token",
      anchors: ["appveyor"],
      pattern: #"appveyor\#(PatternPart.named)(?<secret>(?:v2\.)?[a-z0-9]{20})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["APPVEYOR_API_KEY=⟦v2.fnz0v79psx9anc46x7aj⟧"],
      stays: ["appveyor request v2.jb7pchm6gpql0k7j62yh failed", "APPVEYOR_API_KEY=xxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "codefresh-key", finds: "Codefresh API key next to its name", label: "codefresh key",
      anchors: ["codefresh"],
      pattern: #"codefresh\#(PatternPart.named)(?<secret>[0-9a-f]{24}\.[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [#"{"codefresh_token": "⟦de57c05aeb13a82ffa3e0c15.b47d9659132621867e467edd01683ea1⟧"}"#],
      stays: [
        "codefresh request a66cb2307fa6385cfb13961e.3a15ea274a72ea2df7106f8bbf89e20e failed",
        "CODEFRESH_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "cypress-key", finds: "Cypress record key next to its name", label: "cypress key",
      anchors: ["cypress"],
      pattern: #"cypress\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [
        "CYPRESS_API_KEY=⟦ef845969-e34f-4e3f-81bb-0fd437ce674e⟧",
        "cypress run --record --key ⟦7a9e416f-5dd2-4e6f-90ff-d022f482f9d2⟧",
      ],
      stays: ["cypress run a5a2048f-ec77-4c9c-942b-dc3959c5446a failed"]),
    Rule(
      name: "browserstack-key", finds: "BrowserStack access key next to its name", label: "browserstack key",
      anchors: ["browserstack"],
      pattern: #"browserstack\#(PatternPart.named)(?<secret>[A-Za-z0-9]{20})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["BROWSERSTACK_API_KEY=⟦8RpKR0RX3GAqJdsddHXP⟧"],
      stays: [
        "browserstack request 9kqvLVkm3QgYuBhgaCa8 failed",
        "BROWSERSTACK_API_KEY=xxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "saucelabs-key", finds: "Sauce Labs access key next to its name", label: "saucelabs key",
      anchors: ["sauce_", "sauce-", "saucelabs", "sauce labs"],
      pattern: #"sauce(?:[_-]|[ ]?labs)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["SAUCE_API_KEY=⟦839d7840-f36f-4914-8335-7f6fb9a25770⟧"],
      stays: ["saucelabs job 64382486-8764-4e36-8869-3de04d73730f failed"]),
    Rule(
      name: "percy-token", finds: "Percy project token next to its name", label: "percy token",
      anchors: ["percy"],
      pattern: #"percy\#(PatternPart.named)(?<secret>(?:(?:web|app|auto|ss|generic|rca)_)?[0-9a-f]{64})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [
        "the Percy API key was ⟦web_6d9b5017fd81977c5b9fa7940610c014d715756b32981eb000f4ad83c192eeb8⟧ at that time"
      ],
      stays: [
        "percy request web_017cf2b094e1c132b9eee0d4e0bf849ff45bdff34496ded2ecc1a52428ff8f4d failed",
        "PERCY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "chromatic-token", finds: "Chromatic project token", label: "chromatic token",
      anchors: ["chpt_"],
      pattern: #"chpt_[0-9a-f]{12,40}"#, boundary: .none, entropy: 2.9,
      vanishes: ["npx chromatic --project-token=⟦chpt_4481cd669cd07f1⟧"],
      stays: ["chpt_title"]),
  ]
}
