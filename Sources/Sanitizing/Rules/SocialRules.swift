/// Credentials of social networks, by their published formats.
enum SocialRules {
  static let all: [Rule] = [
    Rule(
      name: "facebook-secret", finds: "Facebook or Instagram app secret or app token next to its name",
      label: "facebook secret",
      anchors: ["facebook", "instagram", "fb_app", "fb_secret", "meta_app"],
      pattern:
        #"(?:facebook|instagram|fb_|meta_)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[0-9]{14,17}\|[A-Za-z0-9_-]{27}))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [
        #"export FACEBOOK_SECRET="⟦d65e8359720210de1a50221981230871⟧""#,
        "FB_APP_TOKEN=⟦441180585211011|6nhcTzhSyzcreFKt34bj0eRtUMB⟧",
      ],
      stays: ["facebook request afc7f1950712a1d6472499400753dbac failed"]),
    Rule(
      name: "twitter-secret", finds: "Twitter (X) key, secret or token next to its name",
      label: "twitter secret",
      anchors: ["twitter", "tweepy"],
      pattern:
        #"(?:twitter|tweepy)\#(PatternPart.named)(?<secret>(?:[0-9]{15,20}-[A-Za-z0-9]{36,44}|[A-Za-z0-9]{50}|[A-Za-z0-9]{45}|[A-Za-z0-9]{25}))"#,
      ignoresCase: true, entropy: 3.8,
      vanishes: [#"export TWITTER_SECRET="⟦QN4vFuXlGKzmmsH4iRxTr6D8tcv1xHlNgCEaq04AGGJ53h30Ui⟧""#],
      stays: [
        "twitter request 6mW8xAPugxPsjbTcP4tsRAABAJgW1YF9kK0ZTdJY0akpgk0AyO failed",
        "TWITTER_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "linkedin-secret", finds: "LinkedIn client secret or token next to its name",
      label: "linkedin secret",
      anchors: ["linkedin", "linked_in"],
      pattern: #"linked_?in\#(PatternPart.named)(?<secret>(?:AQ[A-Za-z0-9_-]{60,500}|[A-Za-z0-9]{16}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"export LINKEDIN_SECRET="⟦rNwFIFwYyOJhRnB6⟧""#],
      stays: ["linkedin request E3Wmzlzouq2qbYD5 failed", "LINKEDIN_API_KEY=xxxxxxxxxxxxxxxx"]),
    Rule(
      name: "linkedin-client-secret", finds: "LinkedIn client secret of the new format",
      label: "linkedin secret",
      anchors: ["WPL_AP"],
      pattern: #"WPL_AP[0-9]\.[A-Za-z0-9]{14,20}\.[A-Za-z0-9+/]{6,12}={0,2}"#, boundary: .none,
      vanishes: ["⟦WPL_AP1.UeaEfNOREAEq5VLd.zXZiAT==⟧"],
      stays: ["WPL_AP1.key"]),
    Rule(
      name: "social-secret", finds: "Reddit, Discogs, Strava, Patreon, Etsy or Yelp secret next to its name",
      label: "social secret",
      anchors: ["reddit", "strava", "patreon", "etsy_", "yelp"],
      pattern:
        #"(?:reddit|strava|patreon|etsy_|yelp)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9_-]{128}|[0-9a-f]{40}|[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{27,30}|[a-z0-9]{24}))"#,
      ignoresCase: true, entropy: 3.3,
      vanishes: [#"export REDDIT_SECRET="⟦3G2OZ3F-XhHfLfzMfkHAyKQLzm5⟧""#],
      stays: [
        "reddit request CLwAt6DRv-nzrCKeGIZt5pLryqy failed",
        "REDDIT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "pinterest-token", finds: "Pinterest token", label: "pinterest token",
      anchors: ["pina_", "pinr_"],
      pattern: #"pin[ar]_[A-Za-z0-9_-]{40,300}"#, entropy: 4,
      vanishes: ["⟦pina_6KGskOz84XWpIvOfes7TuQeYs6dNhivMMjWF0oXO8pcsbGDcijHdTxLMnHCswnH2gxi18fYCwkgVzXSx⟧"],
      stays: ["pina_colada"]),
    Rule(
      name: "tiktok-token", finds: "TikTok access or refresh token", label: "tiktok token",
      anchors: ["act.", "rft."],
      pattern: #"(?:act|rft)\.[A-Za-z0-9]{50,80}(?:![0-9]{4}(?:\.[a-z][0-9])?)?"#, entropy: 4,
      vanishes: ["⟦act.HsDGPTD2Kx514WEpfn4oTrtA2oRWCo5r0FrJFOgUSieA30cGN50baRtk4y20⟧"],
      stays: ["act.example.org", "fact.check"]),
    Rule(
      name: "facebook-token", finds: "Facebook, Instagram or Threads access token", label: "facebook token",
      anchors: ["EAA", "IGQV", "IGAA", "THAA"],
      pattern: #"(?:EAA[A-Za-z0-9]|IGQV|IGAA|THAA)[A-Za-z0-9_-]{80,400}"#, entropy: 4,
      vanishes: [
        "access_token=⟦EAAGOg96EX8UjpDmlyjtb9gNq7ItRbOWLdkLJ9TNt88uRyKwS5LryrGX3i07aXVU2ipPxka3zsL7xqJASzilM2OL20nf5TI2Hrg6iYHYI1inHI1WwGWrvX5Bu96PhRNienfL3XydvjDc713PpZEqGJWANADTYqMTlfdb⟧"
      ],
      stays: [
        "EAA is the prefix",
        "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      ]),
    Rule(
      name: "twitter-bearer-token", finds: "Twitter (X) app bearer token", label: "twitter token",
      anchors: ["AAAAAAAAAAAAAAAAAAAAA"],
      pattern: #"A{21,22}[A-Za-z0-9%]{50,140}"#, entropy: 3.9,
      vanishes: [
        "Bearer ⟦AAAAAAAAAAAAAAAAAAAAA67SFf9u6Pr9fA7PMP2cF2yDrp%3DuCRSxYT8e7N4ehm9exdvxlJTt8qFlpZUCdjFbRLdF8Kg03afF0⟧"
      ],
      stays: ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]),
    Rule(
      name: "linkedin-token", finds: "LinkedIn access token", label: "linkedin token",
      anchors: ["AQU", "AQV", "AQW", "AQX"],
      pattern: #"AQ[UVWX][A-Za-z0-9_-]{140,600}"#, entropy: 4.8,
      vanishes: [
        "Bearer ⟦AQXeqIZDdjvFBGXTpcnYzOjAQljfKYsCRnOMgF1vDNwVb0sCIJsnwmVY3N672SsPmP9JPsUY_w0lf9G57xkMj89CX523nXK-U91HsASk0UrBCDOM1jrsVkDDXszTBouoaJMv3yKHEbaW2pkH1o0OI3A90ktIqNhaJrZ_Dq0Sk0lg4_ivi06uF5LZNyx1gFjW4LohV66oQdaDYIMDYVirnxeO_RRjTztYaz4R8BUQo9TRwF96z_8⟧"
      ],
      stays: ["AQUA is a colour"]),
  ]
}
