/// Credentials of chat, mail, messaging and notification services, by their published formats.
enum ChatAndMailRules {
  static let all: [Rule] = [
    Rule(
      name: "slack-token", finds: "Slack bot, user, workspace, refresh or session token",
      label: "slack token",
      anchors: ["xoxa-", "xoxb-", "xoxc-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-"],
      pattern: #"xox[abceoprs]-(?:(?:[0-9]{1,15}-){1,4}[A-Za-z0-9]{10,200}|[A-Za-z0-9]{24,200})"#,
      boundary: .none, entropy: 3.1,
      vanishes: [
        "SLACK_BOT_TOKEN=⟦xoxb-928696733851-8516751243365-aaY7QPh4j1vrtLovErvZfx5h⟧",
        "⟦xoxp-809880952926-644516118957-6891683727553-193724ff3fa20893d8617af18f38ca7f⟧.",
        "⟦xoxe-1-H0e8KCmfHkCMRmRD1vWckt7Vs6aOLVDa5WnynU4GWPyViNUOHMNCIYzacLraR7HmTtwtctBOixgfwEPVBK2S9wGEdiaUFt62JpNzloyct0bDvxdCLTT0XSN3ZqY9QmqMlW2PqSJWpZfllJmBVk⟧",
      ],
      stays: ["xoxb-your-bot-token", "xoxp-0-0"]),
    Rule(
      name: "slack-config-token", finds: "Slack app configuration token", label: "slack token",
      anchors: ["xoxe.xox"],
      pattern: #"xoxe\.xox[bp]-[0-9]-[A-Za-z0-9]{40,400}"#, boundary: .none, entropy: 4,
      vanishes: [
        "⟦xoxe.xoxp-1-JvMrZZ1GZDw04BJ4QjTVs5Wg3a8o41iG7NJStOd3zHceWrJlwZn3f6kQMmMZZbDo1MhNfcu8okWpmGRkncof0fojI8qW5cdlu5DcnmXz7g1xuhw0ipWZiwWlG1JArUyTUSuedFeSEMDcKirWC86t7GG4OYRQIeU9pzRx⟧"
      ],
      stays: ["xoxe.xoxp-1-short"]),
    Rule(
      name: "slack-cookie", finds: "Slack session cookie", label: "slack session",
      anchors: ["xoxd-"],
      pattern: #"xoxd-[A-Za-z0-9%+/_-]{40,400}={0,2}"#, boundary: .none, entropy: 4,
      vanishes: [
        "Cookie: d=⟦xoxd-nKScBZKW9fRIERh03JgwWmxtMbQFVKIBgHhNmfnmxf0MnN69IggzagPfyREh%2F4cFwUr22daGwC0TRBM1CaI8Mw74RadIxZL71YBkx%3D⟧;"
      ],
      stays: ["xoxd-cookie"]),
    Rule(
      name: "slack-app-token", finds: "Slack app-level token", label: "slack token",
      anchors: ["xapp-"],
      pattern: #"xapp-[0-9]-[A-Z0-9]{6,20}-[0-9]{6,20}-[A-Za-z0-9]{32,100}"#, boundary: .none, entropy: 4,
      vanishes: [
        "SLACK_APP_TOKEN=⟦xapp-1-AU26HQMINXB-8527506232174-372a7739cdce807ce666527e46fb08303a376d1202f87be04e6a1182a81eb741⟧"
      ],
      stays: ["xapp-1-A0-1-x"]),
    Rule(
      name: "slack-webhook", finds: "secret path of a Slack webhook, workflow or trigger",
      label: "slack webhook",
      anchors: ["hooks.slack.com/", "hooks.slack-gov.com/"],
      pattern:
        #"hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/(?<secret>[A-Za-z0-9_+/-]{20,150})"#,
      entropy: 3.4,
      vanishes: [
        "https://hooks.slack.com/services/⟦THM9GGDF30E/BTUI13RDOTR/IT5nbbbAshjOV3PxRwzyTNXu⟧",
        "https://hooks.slack.com/triggers/⟦TBIATM6QH/8845492235999/731b309a0ed5ce53d5408799fb65dbc5⟧",
      ],
      stays: [
        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        "https://hooks.slack.com/services/",
      ]),
    Rule(
      name: "slack-secret", finds: "Slack signing or client secret next to its name", label: "slack secret",
      anchors: ["slack"],
      pattern: #"slack\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: ["--slack-token ⟦07ae48ece3a5466b8be1d1a0df5b7ed7⟧ --verbose"],
      stays: [
        "slack request 8cbade774b0c99760ba12aafd69c1528 failed",
        "SLACK_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "discord-bot-token", finds: "Discord bot token", label: "discord token",
      anchors: ["MT", "MD", "Mz", "NT", "ND", "NjA", "Nj", "Nz", "OD", "OT"],
      pattern: #"[MNO][A-Za-z0-9_-]{22,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}"#,
      entropy: 4,
      vanishes: ["DISCORD_TOKEN=⟦MTmZ3o0BcrTxD0dKvOWjGFrfYa.GJRBlI.Y5fpjduL0yDSxGULPwQzkQ7TBLKmEX-RqT7jNU⟧"],
      stays: ["com.acme.Gateway.start", "java.util.zip.ZipFile", "MyClass.Xalan.run"]),
    Rule(
      name: "discord-named-token", finds: "Discord bot token next to a word for it", label: "discord token",
      anchors: ["discord", "authorization: bot "],
      pattern:
        #"(?:discord\#(PatternPart.named)|authorization: bot )(?<secret>[MNO][A-Za-z0-9_-]{22,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["Authorization: Bot ⟦MTPAyvMlQhaU8G9p7fN6Y3A2HT.Cl9lWF.2Riulw2NcbIX1xTDN6i1BgEasmC⟧"],
      stays: ["Authorization: Bot <token>"]),
    Rule(
      name: "discord-mfa-token", finds: "Discord user token with MFA", label: "discord token",
      anchors: ["mfa."],
      pattern: #"mfa\.[A-Za-z0-9_-]{80,90}"#, entropy: 4,
      vanishes: [
        "⟦mfa.d6ORbiPlTuKXgk2M6vuOXsoB4Fy6rU8QOB8x2c9IAS1QSOxlfXP0eUAQd-AyFHtiS_Zhe50SymfWbfSeGXPp⟧"
      ],
      stays: ["mfa.enabled=true"]),
    Rule(
      name: "discord-webhook", finds: "secret path of a Discord webhook", label: "discord webhook",
      anchors: ["discord.com/api/", "discordapp.com/api/"],
      pattern:
        #"discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{15,22}/(?<secret>[A-Za-z0-9_-]{55,90})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "https://discord.com/api/webhooks/343289262221967193/⟦SAnVz5-3Ny9omgaAi5fHFTbSUHOFBJxc7Z7IBn5XZqjiD_CjEKkAQFyjIanM6KhR78N1⟧"
      ],
      stays: [
        "https://discord.com/api/webhooks/123456789012345678/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      ]),
    Rule(
      name: "discord-secret", finds: "Discord client secret next to its name", label: "discord secret",
      anchors: ["discord"],
      pattern: #"discord\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{32})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"{"discord_token": "⟦1x0w7k73HgBOojIfvotexGdK22vVW9tZ⟧"}"#],
      stays: [
        "discord request 3hbdJYRbBKEy6ObUprOyXeOUl0MfTYYG failed",
        "DISCORD_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "telegram-bot-token", finds: "Telegram bot token", label: "telegram token",
      anchors: [":AA"],
      pattern: #"[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"#, reach: 10, entropy: 4,
      vanishes: ["TELEGRAM=⟦2500134258:AAN67nb0E5Bxg1u2e-jYIL-WbTDbHPWhGJH⟧"],
      stays: ["10:AA is a time", "12345678:AAshort"]),
    Rule(
      name: "telegram-bot-url", finds: "Telegram bot token in the path of an API call",
      label: "telegram token",
      anchors: ["/bot"],
      pattern: #"/bot(?<secret>[0-9]{8,10}:[A-Za-z0-9_-]{35})"#, boundary: .none, entropy: 4,
      vanishes: ["GET https://api.telegram.org/bot⟦3990404649:AAe2nBDeXWjpG9GkbWw0CNGn_ZmI0nfLtBC⟧/getMe"],
      stays: ["https://example.org/bot/12"]),
    Rule(
      name: "telegram-named-token", finds: "Telegram bot token next to its name", label: "telegram token",
      anchors: ["telegram"],
      pattern: #"telegram\#(PatternPart.named)(?<secret>[0-9]{6,12}:[A-Za-z0-9_-]{35})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["TELEGRAM_API_KEY=⟦924321525:OvWmRFvmBPfnpEdZpILLBIiNZAUx8a3C6MQ⟧"],
      stays: [
        "telegram request 857256012:evZP2nEQygIirjk failed",
        "TELEGRAM_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "teams-webhook", finds: "secret path of a Microsoft Teams webhook", label: "teams webhook",
      anchors: ["webhook.office.com/", "outlook.office.com/webhook/", "outlook.office365.com/webhook/"],
      pattern:
        #"(?:webhook\.office\.com/webhookb2|outlook\.office(?:365)?\.com/webhook)/(?<secret>\#(PatternPart.uuid)@\#(PatternPart.uuid)/IncomingWebhook/[0-9a-z]{32}/\#(PatternPart.uuid)(?:/[A-Za-z0-9_-]{1,80})?)"#,
      boundary: .none,
      vanishes: [
        "https://acme.webhook.office.com/webhookb2/⟦29e3363f-8c71-4c97-879e-856ccd0cd83d@667cfb1f-8f01-4757-a6c8-1ce609176deb/IncomingWebhook/c04e37cea418202aff6ddcf05cd71f64/9baca899-695e-4163-804b-7363a2d6ec02⟧"
      ],
      stays: ["https://acme.webhook.office.com/webhookb2/"]),
    Rule(
      name: "google-chat-webhook", finds: "token of a Google Chat webhook", label: "google chat webhook",
      anchors: ["chat.googleapis.com/v1/spaces/"],
      pattern:
        #"chat\.googleapis\.com/v1/spaces/[A-Za-z0-9_-]{4,40}/messages\?[A-Za-z0-9=&_-]{0,120}token=(?<secret>[A-Za-z0-9_%-]{20,120})"#,
      boundary: .none,
      vanishes: [
        "https://chat.googleapis.com/v1/spaces/AAAAx1y2/messages?key=k&token=⟦9ZwT9jfP7f2IH8c2QviVBB1JygIBWaXlS03mXR2Jtx1%3D⟧"
      ],
      stays: ["https://chat.googleapis.com/v1/spaces/AAAA/messages"]),
    Rule(
      name: "mattermost-webhook", finds: "secret path of a Mattermost or Rocket.Chat webhook",
      label: "chat webhook",
      anchors: ["/hooks/"],
      pattern: #"/hooks/(?<secret>(?:[A-Za-z0-9]{17,24}/[A-Za-z0-9]{40,60}|[a-z0-9]{26}))"#, entropy: 3.5,
      vanishes: [
        "https://chat.example.org/hooks/⟦fddoln7kmkobla7enfkhkpi8vp⟧",
        "https://rocket.example.org/hooks/⟦RpxthQLewH06RLL0H/hiSwawEiFhCN7qQK46rOJdnH7fgcbXq7Kh4W0gnKG2LzcYzV⟧",
      ],
      stays: ["/hooks/pre-commit", "/var/lib/hooks/prepare-commit-message"]),
    Rule(
      name: "mattermost-token", finds: "Mattermost token next to its name", label: "mattermost token",
      anchors: ["mattermost"],
      pattern: #"mattermost\#(PatternPart.named)(?<secret>[a-z0-9]{26})"#, ignoresCase: true, entropy: 3.5,
      vanishes: [#"mattermost:\#n  apiKey: '⟦aw1pp9q11sdxgbbbqq46uxu2sr⟧'"#],
      stays: [
        "mattermost request 5chwv30yewle104p1tox5nd7kv failed",
        "MATTERMOST_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "lark-webhook", finds: "secret path of a Lark or Feishu webhook", label: "lark webhook",
      anchors: ["/open-apis/bot/"],
      pattern: #"/open-apis/bot/(?:v2/)?hook/(?<secret>[A-Za-z0-9-]{30,40})"#, entropy: 3.2,
      vanishes: ["https://open.feishu.cn/open-apis/bot/v2/hook/⟦842f91ca-91d4-43e0-a05f-ff80c397ac0d⟧"],
      stays: ["https://open.feishu.cn/open-apis/bot/v2/hook/"]),
    Rule(
      name: "dingtalk-webhook", finds: "token of a DingTalk robot", label: "dingtalk webhook",
      anchors: ["/robot/send?access_token="],
      pattern: #"/robot/send\?access_token=(?<secret>[0-9a-f]{40,80})"#, entropy: 3.2,
      vanishes: [
        "https://oapi.dingtalk.com/robot/send?access_token=⟦b7e862d60612dced05c14f126c94eb0fd57d93201172d97af2657d05fc3c5406⟧"
      ],
      stays: ["/robot/send?access_token=xxx"]),
    Rule(
      name: "wecom-webhook", finds: "key of a WeCom robot", label: "wecom webhook",
      anchors: ["/cgi-bin/webhook/send?key="],
      pattern: #"/cgi-bin/webhook/send\?key=(?<secret>[0-9A-Za-z-]{30,40})"#, entropy: 3.2,
      vanishes: [
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=⟦4fec09f0-52a8-4fa1-8777-8dc18c5d3d71⟧"
      ],
      stays: ["/cgi-bin/webhook/send?key="]),
    Rule(
      name: "matrix-token", finds: "Matrix Synapse access or registration token", label: "matrix token",
      anchors: ["syt_", "syr_"],
      pattern: #"sy[tr]_[A-Za-z0-9+/=]{2,80}_[A-Za-z]{20}_[A-Za-z0-9]{6}"#, boundary: .none, entropy: 4,
      vanishes: ["access_token: ⟦syt_YWxpY2U_QmWjQTwJmdiKBqcfcqcX_f14nyz⟧"],
      stays: ["syt_name"]),
    Rule(
      name: "zulip-key", finds: "Zulip API key next to its name", label: "zulip key",
      anchors: ["zulip"],
      pattern: #"zulip\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"zulip:\#n  apiKey: '⟦sZ1Pc6URnlLwibgSFg87glkDnnVMWFGY⟧'"#],
      stays: [
        "zulip request 90GBHvhK1JQN7fbVN52c7pVmTTJY9klV failed",
        "ZULIP_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "webex-token", finds: "Webex bot token next to its name", label: "webex token",
      anchors: ["webex"],
      pattern: #"webex\#(PatternPart.named)(?<secret>[A-Za-z0-9]{64}_[A-Za-z0-9]{2,8}_\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        #"{"webex_token": "⟦XfDbVVC6TGVfRrLxY8nIDQTPQ9wRpvxde6IVA7QioZGHAENnBUkSvBXNezCjABGK_PF84_cf54fb64-4e7e-4f92-92b6-963f90169c60⟧"}"#
      ],
      stays: [
        "webex request fZH7lfUzrB4KIVwDx0nzI22lPKPaOz7t3668Fif5Iq7jqi8md88CCB8koLGFc1fR_PF84_aa6674c6-7f29-4cf8-8ffc-1d129309205f failed",
        "WEBEX_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "twilio-api-key", finds: "Twilio API key id", label: "twilio key",
      anchors: [
        "SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9", "SKa", "SKb", "SKc", "SKd",
        "SKe", "SKf",
      ],
      pattern: #"SK[0-9a-f]{32}"#, entropy: 3.2,
      vanishes: ["twilio ⟦SKcaeecdbf228041767614d6faeae3eefb⟧ revoked"],
      stays: ["SK0 is a flight", "SK1234567890"]),
    Rule(
      name: "twilio-auth-token", finds: "Twilio auth token or key secret next to its name",
      label: "twilio token",
      anchors: ["twilio"],
      pattern: #"twilio\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [
        "TWILIO_API_KEY=⟦d35b5563296a4d85ef92766b2237a230⟧",
        "TWILIO_AUTH_TOKEN=⟦93ae2c1379a5deb7a6d611e44d3025e5⟧",
      ],
      stays: [
        "twilio request 9354ac5186c0b35f3f4fa665776cc377 failed",
        "TWILIO_ACCOUNT_SID=ACa6fd38ca9d7fce069be592ae704454cd",
      ]),
    Rule(
      name: "sendgrid-key", finds: "SendGrid API key", label: "sendgrid key",
      anchors: ["SG."],
      pattern: #"SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}"#, boundary: .none, entropy: 4,
      vanishes: ["SENDGRID_API_KEY=⟦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⟧"],
      stays: ["SG.example.org", "SG.xxxxxxxxxxxxxxxxxxxxxx.yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"]),
    Rule(
      name: "mailgun-key", finds: "Mailgun private API key", label: "mailgun key",
      anchors: ["key-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>key-[0-9a-f]{32})"#, reach: 1, entropy: 3.4,
      vanishes: ["MAILGUN=⟦key-8801480176cb1597726f5e6da5a3b890⟧"],
      stays: [
        "key-value store",
        " key-00000000000000000000000000000000",
        "idempotency-key-e97e7ffc087b40bc85a8a69e474103e9",
      ]),
    Rule(
      name: "mailgun-basic", finds: "Mailgun API key as the password of user api", label: "mailgun key",
      anchors: ["api:"],
      pattern: #"api:(?<secret>[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})"#, entropy: 3.4,
      vanishes: [
        "curl -u 'api:⟦7eb235120d34f76bda37f61cc07e05ca-e4070d64-7eca6017⟧' https://api.mailgun.net"
      ],
      stays: ["api:latest", "api:v1"]),
    Rule(
      name: "mailgun-named-key", finds: "Mailgun sending or signing key next to its name",
      label: "mailgun key",
      anchors: ["mailgun"],
      pattern:
        #"mailgun\#(PatternPart.named)(?<secret>(?:pubkey-)?[0-9a-f]{32}(?:-[0-9a-f]{8}-[0-9a-f]{8})?)"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["--mailgun-token ⟦fa657a408e50663568a5144924d4a167-1cb0e6a9-e76ada1d⟧ --verbose"],
      stays: [
        "mailgun request f46f97f988ae972c36b92bbb7a0dc4c1-b721a8fe-782b2305 failed",
        "MAILGUN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "mailchimp-key", finds: "Mailchimp API key", label: "mailchimp key",
      anchors: ["-us"],
      pattern: #"[0-9a-f]{32}-us[0-9]{1,2}"#, reach: 32, entropy: 3.4,
      vanishes: ["key ⟦6a76b5705b7ed4bc22969a3c5bd3105a-us12⟧."],
      stays: ["build-us1", "0123abcd-us12"]),
    Rule(
      name: "mandrill-key", finds: "Mandrill API key", label: "mandrill key",
      anchors: ["md-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>md-[A-Za-z0-9_-]{22})"#, reach: 1, entropy: 3.7,
      vanishes: [#""key": "⟦md-ZYmQQdb0qwhoP8q9rYJCIf⟧""#],
      stays: ["md-5 of the file", #""md-content-wrapper"#]),
    Rule(
      name: "mandrill-named-key", finds: "Mandrill API key next to its name", label: "mandrill key",
      anchors: ["mandrill"],
      pattern: #"mandrill\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{22})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["--mandrill-token ⟦WPwN1bNFea1MEuMR33fic4⟧ --verbose"],
      stays: ["mandrill request vsg6Bsq5nAqLWvd3HQ2iqv failed", "MANDRILL_API_KEY=xxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "postmark-token", finds: "Postmark server or account token next to its name",
      label: "postmark token",
      anchors: ["postmark"],
      pattern: #"postmark\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [
        "POSTMARK_API_KEY=⟦cebadd68-abb5-4688-9270-8162f7e2e6b9⟧",
        "X-Postmark-Server-Token: ⟦cdd4be78-a777-48ab-b696-e7171775fb0d⟧",
      ],
      stays: ["postmark message 4f841a37-0b7e-43a4-a459-9d6d23368811 bounced"]),
    Rule(
      name: "resend-key", finds: "Resend API key", label: "resend key",
      anchors: ["re_"],
      pattern: #"re_[A-Za-z0-9]{7,9}_[A-Za-z0-9]{20,32}"#, entropy: 4,
      vanishes: ["RESEND=⟦re_iWK5oU0H_ghyVxPyZ9OWyE22oq1RKS9bR⟧"],
      stays: ["core_requests_total", "re_1234"]),
    Rule(
      name: "brevo-key", finds: "Brevo API key or SMTP key", label: "brevo key",
      anchors: ["xkeysib-", "xsmtpsib-"],
      pattern: #"x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}"#, boundary: .none, entropy: 4,
      vanishes: [
        "api-key: ⟦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⟧"
      ],
      stays: ["xkeysib-example"]),
    Rule(
      name: "mailersend-token", finds: "MailerSend token", label: "mailersend token",
      anchors: ["mlsn."],
      pattern: #"mlsn\.[A-Za-z0-9]{30,100}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦mlsn.f7f86b75ac47688c0fdf22a37dd5681d9dcd18b392381a7ca51af76652350b35⟧"],
      stays: ["mlsn.example"]),
    Rule(
      name: "mailjet-key", finds: "Mailjet key or secret next to its name", label: "mailjet key",
      anchors: ["mailjet", "mj_apikey"],
      pattern: #"(?:mailjet|mj_)\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3,
      vanishes: ["MAILJET_API_KEY=⟦5e680b8449235309f0000df2fcfca318⟧"],
      stays: ["mailjet message fccdb43a44807be6a8f42b18065e2fe9"]),
    Rule(
      name: "sparkpost-key", finds: "SparkPost key next to its name", label: "sparkpost key",
      anchors: ["sparkpost"],
      pattern: #"sparkpost\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#, ignoresCase: true, entropy: 3.2,
      vanishes: ["--sparkpost-token ⟦08b3b7004db6d932243c0c1c279ae7cf11384d46⟧ --verbose"],
      stays: [
        "sparkpost request 352c1df43771c72af8303317f600f1b910e641fb failed",
        "SPARKPOST_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "klaviyo-key", finds: "Klaviyo private key", label: "klaviyo key",
      anchors: ["pk_"],
      pattern: #"pk_[0-9a-f]{34}"#, entropy: 3.3,
      vanishes: ["Klaviyo-API-Key ⟦pk_47b4654e6aa3350cc597f1a0137e899abe⟧"],
      stays: ["pk_orders_id", "pk_0000000000000000000000000000000000"]),
    Rule(
      name: "vonage-secret", finds: "Vonage (Nexmo) secret next to its name", label: "vonage secret",
      anchors: ["vonage", "nexmo"],
      pattern: #"(?:vonage|nexmo)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{16})"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"export VONAGE_SECRET="⟦qt7PQ6qkhL8GYNgW⟧""#],
      stays: ["vonage request b6ywmGjOFnITf1Ug failed", "VONAGE_API_KEY=xxxxxxxxxxxxxxxx"]),
    Rule(
      name: "plivo-token", finds: "Plivo auth token next to its name", label: "plivo token",
      anchors: ["plivo"],
      pattern: #"plivo\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{40})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"export PLIVO_SECRET="⟦JAVlv24mIxtLLD0ZVe7MZDmxBKKH81SxdyzHMPwN⟧""#],
      stays: [
        "plivo request waReOboSxLLST1U95ntVOPom89AjyN8YnTwQXJW2 failed",
        "PLIVO_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "messagebird-key", finds: "MessageBird key next to its name", label: "messagebird key",
      anchors: ["messagebird", "message_bird", "message-bird"],
      pattern: #"message[_-]?bird\#(PatternPart.named)(?<secret>(?:live_|test_)?[A-Za-z0-9]{25})"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: [#"messagebird:\#n  apiKey: '⟦r9USsQlIocj5nOGxnYawwd04M⟧'"#],
      stays: [
        "messagebird request BALnLlkA0IlwB6haRxVsleFsG failed",
        "MESSAGEBIRD_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "telnyx-key", finds: "Telnyx API key", label: "telnyx key",
      anchors: ["KEY0"],
      pattern: #"KEY0[0-9A-F]{31}_[A-Za-z0-9]{22}"#, entropy: 4,
      vanishes: ["Bearer ⟦KEY07F5D2D7D7074813AFA968746CD30E05_jGOm9hOYMGnOpE1GkV6emG⟧"],
      stays: ["KEY0 is the first"]),
    Rule(
      name: "pushbullet-token", finds: "Pushbullet token next to its name", label: "pushbullet token",
      anchors: ["pushbullet"],
      pattern: #"pushbullet\#(PatternPart.named)(?<secret>o\.[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["PUSHBULLET_API_KEY=⟦o.UOnLy7QRQTK1wwKZlRXJseTuk0VD5c3U⟧"],
      stays: [
        "pushbullet request o.JGAoErKqFazPBLWw failed",
        "PUSHBULLET_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "pushover-token", finds: "Pushover token next to its name", label: "pushover token",
      anchors: ["pushover"],
      pattern: #"pushover\#(PatternPart.named)(?<secret>[a-z0-9]{30})"#, ignoresCase: true, entropy: 3.5,
      vanishes: ["PUSHOVER_API_KEY=⟦czjw06a0sqoilhlrtfslu1zsgv61ch⟧"],
      stays: [
        "pushover request exyp1a8mf0pl19ouwurd5e14jpzf25 failed",
        "PUSHOVER_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "pusher-secret", finds: "Pusher key or secret next to its name", label: "pusher secret",
      anchors: ["pusher"],
      pattern: #"pusher\#(PatternPart.named)(?<secret>[0-9a-f]{20})"#, ignoresCase: true, entropy: 2.7,
      vanishes: [#"export PUSHER_SECRET="⟦6bef3b1960abd84efaf5⟧""#],
      stays: ["pusher request 55b550486444d3be383a failed", "PUSHER_API_KEY=xxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "ably-key", finds: "Ably API key", label: "ably key",
      anchors: ["ably_", "ably.", "ably-"],
      pattern:
        #"ably[_.-]\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{20,60})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["ABLY_API_KEY=⟦DCpPLO.6cqj9E:0fUPypAuGQqmagKqD6J2Z-GSTZCeRaQZCZ40UtGkJkA⟧"],
      stays: ["probably.so", "ABLY_API_KEY=app.key:secret"]),
    Rule(
      name: "onesignal-key", finds: "OneSignal app or organization key", label: "onesignal key",
      anchors: ["os_v2_app_", "os_v2_org_"],
      pattern: #"os_v2_(?:app|org)_[a-z2-7]{60,140}"#, boundary: .none, entropy: 4,
      vanishes: [
        "Authorization: Key ⟦os_v2_app_lqhwxoy4kijfk6enmxpnqerp3gdiky2ovoioe3u5jcwox6yzoddwzszcdnppyqxud22iply5wzuqosw743wrtxrmy44kb3zeg5tkw5l⟧"
      ],
      stays: ["os_v2_app_key"]),
    Rule(
      name: "firebase-server-key", finds: "Firebase Cloud Messaging server key", label: "firebase key",
      anchors: [":APA91b"],
      pattern: #"[A-Za-z0-9_-]{8,14}:APA91b[A-Za-z0-9_-]{100,250}"#, reach: 14, entropy: 4,
      vanishes: [
        "Authorization: key=⟦AAAA5vLMOHU:APA91bMc37RsJnLeGVQEhMtXDcWhLamcVQQ6XKr_4mB3c6RABIy5gwKg14ZO6UxOHXIkdYmVJ5qQzu-uASxTNZr45k8lRiGTwXtS5f8KD833Es0vddZgazeiI_ER608kIws-XDRTLvuX⟧"
      ],
      stays: ["x:APA91b"]),
    Rule(
      name: "courier-key", finds: "Courier API key", label: "courier key",
      anchors: ["pk_prod_", "pk_test_"],
      pattern: #"pk_(?:prod|test)_[A-Z0-9]{28}"#, entropy: 4,
      vanishes: ["Bearer ⟦pk_prod_Z9EAPMK3KFX9JV5WF4DX5IO7W8GG⟧"],
      stays: ["pk_test_table"]),
    Rule(
      name: "pubnub-key", finds: "PubNub secret key", label: "pubnub key",
      anchors: ["sec-c-"],
      pattern: #"sec-c-[A-Za-z0-9]{48}"#, entropy: 4,
      vanishes: ["secretKey: ⟦sec-c-YIwTNKOMWDHvITCyToGX0BnO9kFfTm9CE4G6BdmOcDBUczsr⟧"],
      stays: ["sec-c-key"]),
    Rule(
      name: "sendbird-token", finds: "Sendbird token next to its name", label: "sendbird token",
      anchors: ["sendbird"],
      pattern: #"sendbird\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#, ignoresCase: true, entropy: 3.2,
      vanishes: ["--sendbird-token ⟦1e0afbefeddf86cae5ca02c546f4e3c31b94df60⟧ --verbose"],
      stays: [
        "sendbird request 01b3f8bbd6978e4f6ee256e471d07873bb9fde44 failed",
        "SENDBIRD_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "novu-key", finds: "Novu API key next to its name", label: "novu key",
      anchors: ["novu"],
      pattern: #"novu\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#, ignoresCase: true, entropy: 3.1,
      vanishes: [#"novu:\#n  apiKey: '⟦2afb4d6c672b75c20bd4229b69bf0d8a⟧'"#],
      stays: [
        "novu request c0610a1a391c070d68cfdefb04a51ac4 failed",
        "NOVU_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "gmail-app-password", finds: "Google app password next to a word for it", label: "app password",
      anchors: ["app password", "app-password", "app_password"],
      pattern:
        #"app[ _-]password["'\\]{0,2}\s{0,2}(?:is|was)?\s{0,2}[=:]?\s{0,2}["'\\]{0,2}(?<secret>(?:[a-z]{4} ){3}[a-z]{4})"#,
      ignoresCase: true, entropy: 2.9,
      vanishes: [#"GMAIL_APP_PASSWORD="⟦vrqh gvrc zqda tnpq⟧""#],
      stays: ["app password = with four words here"]),
    Rule(
      name: "notify-key", finds: "GC Notify API key", label: "notify key",
      anchors: ["gcntfy-"],
      pattern: #"gcntfy-[a-z0-9_]{1,60}-\#(PatternPart.uuid)-\#(PatternPart.uuid)"#,
      boundary: .none, entropy: 3.8,
      vanishes: [
        "ApiKey-v1 ⟦gcntfy-ops-f585a0f3-eade-4151-a5e3-c3ee0df316b5-e9901e3c-8f05-4c1f-ba24-44c2386b72ea⟧"
      ],
      stays: ["gcntfy-ops"]),
  ]
}
