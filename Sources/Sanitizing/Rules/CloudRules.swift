/// Credentials of cloud providers, by their published formats.
enum CloudRules {
  static let all: [Rule] = [
    Rule(
      name: "aws-access-key-id", finds: "AWS access key id, long-term or temporary", label: "aws key id",
      anchors: ["AKIA", "ASIA", "ABIA", "ACCA"],
      pattern: #"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"#, entropy: 3,
      vanishes: [
        "key ⟦AKIAMJPXJ2CD6JMS7T4U⟧ was revoked",
        "X-Amz-Credential=⟦ASIAWCLKHLY2ANP6DAXX⟧%2F20260301%2Feu-west-1",
      ],
      stays: ["the AKIA prefix marks long-term keys", "AKIAI44QH8DHBEXAMPLEX1 is too long"]),
    Rule(
      name: "aws-secret-access-key", finds: "AWS secret access key next to its name",
      label: "aws secret key",
      anchors: [
        "secret_access_key", "secretaccesskey", "secret-access-key", "secret access key", "aws_secret",
        "aws-secret", "aws.secret", "aws secret",
      ],
      pattern:
        #"(?:secret[ _-]?access[ _-]?key|aws[ ._-]secret[\w ._-]{0,16}?)\#(PatternPart.sign)(?<secret>[A-Za-z0-9/+]{40})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [
        "aws_secret_access_key = ⟦jL78wH1vUEHEEPq0oeSRDj1l/FaVBMbmX1AQAhNP⟧",
        #"{"SecretAccessKey": "⟦gVWvjVz0aHCfWPdpaUUDpBIyY6cGWCh3KTLDt9v4⟧"}"#,
        "AWS_SECRET_KEY=⟦39W7X0jWs6XTVGlbgFhS7QdezkKmGTOoK0nJyavZ⟧",
      ],
      stays: [
        "aws_secret_access_key = <your secret access key>",
        "the secret access key has 40 characters",
        "AWS_SECRET_ACCESS_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "aws-key-pair", finds: "AWS secret access key right after its key id, as in an exported CSV",
      label: "aws secret key",
      anchors: ["AKIA", "ASIA"],
      pattern: #"(?:AKIA|ASIA)[A-Z0-9]{16}["'`\s,:;|/]{1,6}(?<secret>[A-Za-z0-9/+]{40})"#, entropy: 4,
      vanishes: ["⟦AKIA5YUBJHJUOCYQQQWP⟧,⟦ySKFddQlBMlekR+3N+1L2ImKk3BHx+X2s2l8z3zB⟧"],
      stays: ["AKIA key used in commit f63476050d9c0216203cee88bc468153ba86e678"]),
    Rule(
      name: "aws-bedrock-key", finds: "Amazon Bedrock API key, long-term or short-term",
      label: "aws bedrock key",
      anchors: ["ABSK", "bedrock-api-key-"],
      pattern: #"(?:ABSK[A-Za-z0-9+/]{100,300}|bedrock-api-key-[A-Za-z0-9+/_-]{40,4000})={0,2}"#, entropy: 4,
      vanishes: [
        "AWS_BEARER_TOKEN_BEDROCK=⟦ABSKxc5BODrVpvEzKoobXJtvjbhODDRWqRHNyXhF+JVGRbyvxRcO47aOD6jBPwIIRa7Ta/c0IlncbA/yg/AKew57lQxlLCpYM+e70yQSV53JUEkex/Bq8obXJVMoDOHCFXmd⟧"
      ],
      stays: ["ABSK is the prefix", "bedrock-api-key-rotation-job"]),
    Rule(
      name: "aws-mws-token", finds: "Amazon MWS auth token", label: "amazon token",
      anchors: ["amzn.mws."],
      pattern: #"amzn\.mws\.\#(PatternPart.uuid)"#, boundary: .none,
      vanishes: ["mws ⟦amzn.mws.61cf2253-2c63-4eb1-b612-f817146d2789⟧ expired"],
      stays: ["amzn.mws.example is a host"]),
    Rule(
      name: "amazon-oauth", finds: "Login with Amazon client secret, access or refresh token",
      label: "amazon token",
      anchors: ["amzn1.oa2-cs.v1.", "Atza|", "Atzr|"],
      pattern: #"(?:amzn1\.oa2-cs\.v1\.[0-9a-f]{64}|Atz[ar]\|[A-Za-z0-9_-]{50,2000})"#, boundary: .none,
      vanishes: [
        "client_secret=⟦amzn1.oa2-cs.v1.843bf9b471c17ef81428cd1d9a55139b8b545e993a4ba92c140b1b65857f2a3a⟧",
        "refresh ⟦Atzr|67o67lsIkKQT2SDjvJHNoak_uDvnZrWDN9v9_qCsNZSmsFG0ykfmzJpugc4gTwmryw7iI20YhM9o6TW9⟧",
      ],
      stays: ["amzn1.application-oa2-client.d1097c803bd7c81fcd8abfbf07b9826f is an id"]),
    Rule(
      name: "aws-appsync-key", finds: "AWS AppSync API key", label: "aws appsync key",
      anchors: ["da2-"],
      pattern: #"da2-[a-z0-9]{26}"#, entropy: 3.7,
      vanishes: ["x-api-key: ⟦da2-2o6pml8308184feqobabydr9wm⟧"],
      stays: ["da2-short"]),
    Rule(
      name: "aws-ecr-token", finds: "Amazon ECR authorization token, base64 of AWS and a token",
      label: "aws registry token",
      anchors: ["QVdTOmV5S"],
      pattern: #"QVdTOmV5S[A-Za-z0-9+/]{100,4000}={0,2}"#, boundary: .none,
      vanishes: [
        "authorizationToken ⟦QVdTOmV5SF4g/huCiNC1yV/bo7Q5i4OT0hcfReYJZEgaOqmcasJVDRatvAgJQYCEd6VDRxl1yukw+8ktYhyGwKmnpMYWQFirHguY8a+x19MLX5xnzNISVAbs/xWl13VME==⟧"
      ],
      stays: ["QVdTOmV5S"]),
    Rule(
      name: "aws-eks-token", finds: "Amazon EKS bearer token, a pre-signed URL in base64",
      label: "aws eks token",
      anchors: ["k8s-aws-v1."],
      pattern: #"k8s-aws-v1\.[A-Za-z0-9_-]{80,4000}"#, boundary: .none,
      vanishes: [
        "token: ⟦k8s-aws-v1.AP5NIz8CUZLtb3OK-wizqTYdh43DvA9g5LbJGOs2WKPAqpsMp_zPIvFW-pTerOV3xYStlth_bXd751xApEMrRQa9QQaOJDWKr2_7RQNPDxf5xU7QToCZ7K4A⟧"
      ],
      stays: ["k8s-aws-v1.example"]),
    Rule(
      name: "aws-ses-smtp-password", finds: "Amazon SES SMTP password next to its name",
      label: "aws smtp password",
      anchors: ["ses_smtp", "ses-smtp", "ses smtp"],
      pattern: #"ses[ _-]smtp\#(PatternPart.named)(?<secret>B[A-Za-z0-9/+]{43})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["SES_SMTP_PASSWORD=⟦Bn/kffb+7whoWNJgf33s2ENsCu3lTl6mE10jHeUJtpPz⟧"],
      stays: ["SES_SMTP_HOST=email-smtp.eu-west-1.amazonaws.com"]),
    Rule(
      name: "google-api-key", finds: "Google API key (Maps, Gemini, Firebase, YouTube)",
      label: "google api key",
      anchors: ["AIza"],
      pattern: #"AIza[A-Za-z0-9_-]{35}"#, entropy: 4,
      vanishes: [
        "key=⟦AIzaSy8NGgzXC7ngZvFk8N709RZeeIknp71dZ_c⟧&v=3",
        #""current_key": "⟦AIzaSyJEohoHC83HMa7k4I5ww5AHQHHLRVEki8S⟧""#,
      ],
      stays: [
        "AIza is the prefix",
        "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "AIzaSykseiAiR86v",
      ]),
    Rule(
      name: "google-client-secret", finds: "Google OAuth client secret", label: "google client secret",
      anchors: ["GOCSPX-"],
      pattern: #"GOCSPX-[A-Za-z0-9_-]{20,40}"#, boundary: .none, entropy: 3.9,
      vanishes: [#""client_secret":"⟦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⟧""#],
      stays: ["GOCSPX-your-secret"]),
    Rule(
      name: "google-hmac-key", finds: "Google Cloud Storage HMAC access id", label: "google hmac key",
      anchors: ["GOOG"],
      pattern: #"GOOG(?:1E[A-Z0-9]{55}|[A-Z0-9]{20})"#, entropy: 3.3,
      vanishes: [
        "id ⟦GOOG1EB726PVAZ6COL59DAHGY32NL2LOTD71RN2KFGSRJ7CZTFQFN7733094L⟧",
        "id ⟦GOOGC1TD2LP2MYY686Y98LXN⟧",
      ],
      stays: ["GOOGLE_APPLICATION_CREDENTIALS=/etc/gcp.json"]),
    Rule(
      name: "azure-storage-key", finds: "Azure storage, Cosmos DB or Batch account key next to its name",
      label: "azure account key",
      anchors: ["accountkey", "account_key", "account-key", "accesskey=", "storage_key", "storagekey"],
      pattern:
        #"(?:account[_-]?key|access_?key|storage_?key)\#(PatternPart.sign)(?<secret>[A-Za-z0-9+/]{86}==)"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [
        "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=⟦52I7gRypOBmzy0lcf6xKDgn67wfA4rEI4JvoeGDrnjM6TobnGsqKM+hQyf3YTpALWGW7iMY97d2XXIm10dxivq==⟧;EndpointSuffix=core.windows.net",
        #"AZURE_STORAGE_KEY="⟦oqFd3dQ/IzkyffjfX6we3N78XBUAgXTLMFoeeRPcrc4obJ1FEw5hQ7j6hIVKjS4U/0u+L5uRfbWiSOKRBUgyVd==⟧""#,
      ],
      stays: ["AccountKey=<key>;", "account key rotation is due"]),
    Rule(
      name: "azure-shared-access-key",
      finds: "Azure Service Bus, Event Hubs, IoT Hub or Relay shared access key",
      label: "azure shared access key",
      anchors: ["SharedAccessKey"],
      pattern:
        #"SharedAccessKey["'\\]{0,2}\s{0,2}[=:]\s{0,2}["'\\]{0,2}(?<secret>[A-Za-z0-9+/]{40,88}={0,2})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "Endpoint=sb://⟦acme.servicebus.windows.net⟧/;SharedAccessKeyName=Root;SharedAccessKey=⟦7TWdKw0rwD47jkEPpbgZHrZMc0NDKwBJEIzGeR06bpN=⟧",
        "HostName=hub.azure-devices.net;DeviceId=d1;SharedAccessKey=⟦LIX3y1ZNTaODc1243JPV8NuUYCi2C6SU1t9O7rPmSou=⟧;",
      ],
      stays: ["SharedAccessKeyName=RootManageSharedAccessKey", "SharedAccessKey=***"]),
    Rule(
      name: "azure-signed-key-short",
      finds: "Azure key with a built-in signature: Service Bus, Event Hubs, Relay, IoT, Redis, Event Grid",
      label: "azure service key",
      anchors: ["+ASb", "+AEh", "+ARm", "AIoT", "AzCa", "AZEG"],
      pattern: #"[A-Za-z0-9+/]{33}(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa|AZEG)[A-P][A-Za-z0-9+/]{5}="#,
      reach: 33, entropy: 4,
      vanishes: [
        "primary ⟦9WsWlgTNgLh0iQLib1nGlYQrnZb0mdh0F+ASbBzLHrZ=⟧",
        "REDIS=⟦n0mXcaP8vsMDhwgbkhS6mI8fer2KbaSyUAzCaKwTzus=⟧",
      ],
      stays: ["the AIoT team", "1+ASb is a suffix"]),
    Rule(
      name: "azure-signed-key-long",
      finds: "Azure key with a built-in signature: Storage, Cosmos DB, Batch, ML, API Management",
      label: "azure account key",
      anchors: ["+ASt", "ACDb", "+ABa", "+AMC", "APIM"],
      pattern: #"[A-Za-z0-9+/]{76}(?:\+ASt|ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw]=="#,
      reach: 76, entropy: 4,
      vanishes: [
        "key1 ⟦tS41e/eZ2b0IRsebAIyi0TUieZ1Zd/AEmsLcTcm7go+tPEsAxP9whkswFc4z4EEcuN8v5NZ61BFX+AStD410vQ==⟧",
        "primaryMasterKey: ⟦CB9rwzGQuRfqNXv/Mim7jF7fvEq+qiN3w6P3sn9lqZpoP3Ym8d0zegiPBRQ5G+J1hp7KH1rU4kmvACDbJTrVgg==⟧",
      ],
      stays: ["behind APIM there is a gateway"]),
    Rule(
      name: "azure-functions-key", finds: "Azure Functions host or function key",
      label: "azure functions key",
      anchors: ["AzFu"],
      pattern: #"[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]=="#, reach: 44, entropy: 4,
      vanishes: ["GET /api/job?code=⟦5FcglO7sTz7tUprDgdcwQH4AAFZZQCSx7NrMYjKMpgegAzFud5LZSw==⟧"],
      stays: ["AzFu is short for it"]),
    Rule(
      name: "azure-search-key", finds: "Azure AI Search admin or query key", label: "azure search key",
      anchors: ["AzSe"],
      pattern: #"[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}"#, reach: 42, entropy: 4,
      vanishes: ["api-key: ⟦F5GfAEWJBrPDJYJ8gR6nV2wKaVNUJn8Py9naBI5sJGAzSeBpBHXG⟧"],
      stays: ["AzSe is short for it"]),
    Rule(
      name: "azure-registry-key", finds: "Azure Container Registry password",
      label: "azure registry password",
      anchors: ["+ACR"],
      pattern: #"[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}"#, reach: 42, entropy: 4,
      vanishes: ["docker login -u acme -p ⟦Bq+JScXVXeHH+HUaqihg9x89/mi1bTCsEbsL7GoJbx+ACRCrObrF⟧"],
      stays: ["HTTP+ACR is not a key"]),
    Rule(
      name: "azure-annotated-key",
      finds: "Azure common annotated security key: AI services, DevOps, Maps and others",
      label: "azure annotated key",
      anchors: ["JQQJ9"],
      pattern:
        #"[A-Za-z0-9]{52}JQQJ9(?:9|D|H)[A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?"#,
      reach: 52, entropy: 4,
      vanishes: [
        "AZURE_OPENAI_API_KEY=⟦cvpIWCUxPzAgO5C9xN1yd6hc4OzlSNOWb56CaXoG1gSh5NeAUxV2JQQJ99BCACYe8Vyvbm8kTSAAABG4wyQu⟧"
      ],
      stays: ["JQQJ9 marks the format"]),
    Rule(
      name: "azure-devops-pat", finds: "Azure DevOps personal access token", label: "azure devops token",
      anchors: ["AZDO"],
      pattern: #"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}"#, reach: 76, entropy: 4,
      vanishes: [
        "clone with ⟦4MGnnDh32KSBQdNZ3zrHyWzEGUeRZOEknKqOe8cDgeYxmwChOOYFdx6EjmPQWscDBiz6ckwjL4gXAZDOhoiL⟧ failed"
      ],
      stays: ["AZDO pipeline 12 failed", "AZDO1234"]),
    Rule(
      name: "azure-ad-secret", finds: "Azure AD (Entra) application secret", label: "azure client secret",
      anchors: ["0Q~", "1Q~", "2Q~", "3Q~", "4Q~", "5Q~", "6Q~", "7Q~", "8Q~", "9Q~"],
      pattern: #"[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"#, reach: 3, entropy: 4,
      vanishes: [
        "ARM_CLIENT_SECRET=⟦xTO8Q~dGseD7B1YcTmv1bb-dUfBlIhlOJV4F640c⟧",
        #"secret: "⟦hZM7Q~TOaTorh2oy-Fjm3jGl11riTZpM5mB9F⟧""#,
      ],
      stays: ["8Q~ is the marker", "abc8Q~short"]),
    Rule(
      name: "azure-openai-key", finds: "Azure OpenAI or Cognitive Services key next to its name",
      label: "azure api key",
      anchors: [
        "azure_openai", "azureopenai", "azure-openai", "azure openai", "ocp-apim-subscription",
        "cognitive_services",
      ],
      pattern:
        #"(?:azure[ _-]?openai|ocp-apim-subscription|cognitive_services)\#(PatternPart.named)(?<secret>[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3,
      vanishes: [
        "AZURE_OPENAI_API_KEY=⟦7855750640fa18275c5bedcaf5e72aaf⟧",
        "Ocp-Apim-Subscription-Key: ⟦2f2bb7235c32ed08ba703c663e2a93d2⟧",
      ],
      stays: [
        "azure openai request 28f4eddf48fef94157c219e9a50c7763 failed",
        "Ocp-Apim-Subscription-Key: <key>",
      ]),
    Rule(
      name: "azure-app-config", finds: "Azure App Configuration connection string",
      label: "azure app config secret",
      anchors: [".azconfig.io;Id="],
      pattern: #"\.azconfig\.io;Id=[^;\s"]{4,100};Secret=(?<secret>[A-Za-z0-9+/]{30,100}={0,2})"#,
      boundary: .none, entropy: 4,
      vanishes: [
        "Endpoint=https://acme.azconfig.io;Id=aB1-l0-s0:xy;Secret=⟦4N8GeBEdZc4znDgyMrbnKnhrRyJMAL6rRWQ7/rCyi4H=⟧"
      ],
      stays: ["https://acme.azconfig.io;Id="]),
    Rule(
      name: "azure-publish-password", finds: "Azure web deploy password of a publish profile",
      label: "azure publish password",
      anchors: ["userPWD="],
      pattern: #"userPWD=["'\\]{1,2}(?<secret>[A-Za-z0-9]{40,80})"#, entropy: 4,
      vanishes: [
        #"userName="$acme" userPWD="⟦3GjsvKE0dnqs9DJMJvHK5xxbkGYWqpcnlqyG3Wu3Ox4ifm4s6uqs1g6n7TYo⟧""#
      ],
      stays: [#"userPWD="""#]),
    Rule(
      name: "alibaba-key-id", finds: "Alibaba Cloud access key id or STS id", label: "alibaba key id",
      anchors: ["LTAI", "STS.N"],
      pattern: #"(?:LTAI[A-Za-z0-9]{12,24}|STS\.N[A-Za-z0-9]{20,48})"#, entropy: 3.3,
      vanishes: ["accessKeyId: ⟦LTAI5tXULh7eSe0RR5bo8y0Y⟧", "id ⟦STS.NZPPam1gIhV9P5hVRBVF4C7XBkFX5⟧"],
      stays: ["LTAI is the prefix", "STS.NORMAL"]),
    Rule(
      name: "alibaba-secret", finds: "Alibaba Cloud access key secret next to its name",
      label: "alibaba secret",
      anchors: ["alibaba", "aliyun", "alicloud"],
      pattern: #"(?:alibaba|aliyun|alicloud)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{30})"#,
      ignoresCase: true, entropy: 3.9,
      vanishes: ["--alibaba-token ⟦sHPst80pf2dB1q1uAgZm6ksjQRdCUL⟧ --verbose"],
      stays: [
        "alibaba request 7Q8Jrh5B8xB0BQ4unbCeA6uU4BfZf8 failed",
        "ALIBABA_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "alibaba-sts-token", finds: "Alibaba Cloud STS security token", label: "alibaba token",
      anchors: ["CAIS"],
      pattern: #"CAIS[A-Za-z0-9+/]{100,2000}={0,2}"#, entropy: 4,
      vanishes: [
        "SecurityToken=⟦CAIS6vzW4U6CdTv0OIbl0Mzq5WvA9CnKXzxWcibjpchQic7sUYCaGwOqO7lSDuSGq8oYD2pVNIl8YuBZjaUHotNsctnwE4M0yGRGmw2n0qv+DrNTfRHe1Xoq2c+5i9OV/q7Hu/xuIUeUaJe9sL9781eHtlFolGsmdNMj⟧"
      ],
      stays: ["CAIS is a name"]),
    Rule(
      name: "tencent-key-id", finds: "Tencent Cloud secret id", label: "tencent key id",
      anchors: ["AKID"],
      pattern: #"AKID[A-Za-z0-9]{28,60}"#, entropy: 4,
      vanishes: ["SecretId=⟦AKIDff08HsUFJBbegYNqUQiV8tB1QYeDPYNe⟧"],
      stays: ["AKID is the prefix", "AKIDshort"]),
    Rule(
      name: "tencent-secret", finds: "Tencent Cloud secret key next to its name", label: "tencent secret",
      anchors: ["tencent", "qcloud"],
      pattern: #"(?:tencent|qcloud)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"export TENCENT_SECRET="⟦3sxSrf1WDa9oT39D6e9hquxv9Gvq1oxZ⟧""#],
      stays: [
        "tencent request 1c07M7CNQwcuuCt6z0Mr1BfAH4pF4HZX failed",
        "TENCENT_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "volcengine-key-id", finds: "Volcengine access key id", label: "volcengine key id",
      anchors: ["AKLT"],
      pattern: #"AKLT[A-Za-z0-9_-]{36,60}"#, entropy: 4,
      vanishes: ["ak=⟦AKLTYjwcwq1WbYw2X0PFWegdlztyLb1pOMOdAe6F379CYVn⟧"],
      stays: ["AKLT is the prefix"]),
    Rule(
      name: "baidu-key-id", finds: "Baidu Cloud access key id", label: "baidu key id",
      anchors: ["ALTAK"],
      pattern: #"ALTAK[A-Za-z0-9-]{16,40}"#, entropy: 3.4,
      vanishes: ["ak=⟦ALTAKc3PESmXIPlJxf5Fy4kivS⟧"],
      stays: ["ALTAK is the prefix"]),
    Rule(
      name: "yandex-key", finds: "Yandex Cloud API key, IAM token, static or OAuth key", label: "yandex key",
      anchors: ["AQVN", "t1.9", "y0_", "YCA", "YCM", "YCN", "YCO", "YCP"],
      pattern:
        #"(?:AQVN[A-Za-z0-9_-]{30,44}|t1\.9[A-Za-z0-9_-]{20,400}={0,2}\.[A-Za-z0-9_-]{86}={0,2}|y0_[A-Za-z0-9_-]{50,64}|YC[AMNOP][A-Za-z0-9_-]{37})"#,
      entropy: 4,
      vanishes: [
        "YANDEX_API_KEY=⟦AQVN7cTigGQpbIJl-qIfRGlWFqCHg7ai81B-Msi1⟧",
        "yc token ⟦t1.9B3KKzDo8tz5QLmJsvWFfDbDhMVu7za0m5KHDhDOUxiMRmDb5Unu7y7llVsVU.wA1yEnJjmd_ejbmHMY4aOSiTq8vCKwPl1aweSRDh3kydNC0uKE7JmLVVQWqR_vzz9r-FyMpy9Nu8WgCqnh1i3Y⟧",
        "secret: ⟦YCPh3cucirgeXZC8oEx7kE1bPQc12g4T1Uym_zsV⟧",
      ],
      stays: ["AQVN is the prefix", "y0_axis", "YCM"]),
    Rule(
      name: "ibm-cloud-key", finds: "IBM Cloud or watsonx API key next to its name", label: "ibm key",
      anchors: ["ibmcloud", "ibm_cloud", "ibm-cloud", "ibm cloud", "watsonx", "watson_", "softlayer"],
      pattern:
        #"(?:ibm[ _-]?cloud|watsonx|watson_|softlayer)\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{44})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["IBMCLOUD_API_KEY=⟦dLk4TG6BoYNcZVPItRRc14Jp38Vnoz6Cq__MWA3nraKd⟧"],
      stays: [
        "ibm cloud request ozG4s7RPl-wLrWscq5H_ZubDvaAUvjb9Gqp5PedcHATn failed",
        "IBMCLOUD_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "scaleway-secret", finds: "Scaleway secret key next to its name", label: "scaleway secret",
      anchors: ["scaleway", "scw_", "scw-"],
      pattern: #"(?:scaleway|scw[_-])\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"export SCALEWAY_SECRET="⟦913ba80e-aca1-4916-bf82-a93bc2eccf32⟧""#],
      stays: [
        "scaleway server e955091f-9871-4e8a-9507-6c68275b1d6a rebooted",
        "SCW_DEFAULT_PROJECT_ID=14f2fbb0-2fa5-4794-9530-0be8a34407c1",
      ]),
    Rule(
      name: "scaleway-key-id", finds: "Scaleway access key id", label: "scaleway key id",
      anchors: ["SCW"],
      pattern: #"SCW[A-Z0-9]{17}"#, entropy: 3.1,
      vanishes: ["access_key: ⟦SCWPPVP1E91893VW6VNI⟧"],
      stays: ["SCW_ACCESS_KEY=", "SCWNOTAKEY"]),
    Rule(
      name: "exoscale-key-id", finds: "Exoscale API key", label: "exoscale key",
      anchors: ["EXO"],
      pattern: #"EXO[0-9a-f]{24,32}"#, entropy: 3.2,
      vanishes: ["EXOSCALE_API_KEY=⟦EXO79656cd4cdc062d152da0338⟧"],
      stays: ["EXOSCALE_API_KEY="]),
    Rule(
      name: "exoscale-secret", finds: "Exoscale API secret next to its name", label: "exoscale key",
      anchors: ["exoscale"],
      pattern: #"exoscale\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{40,60})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"{"exoscale_token": "⟦1iY_r59ILGli0xtSTWeB9mQbpe32fs6zxF41nH_DtcV⟧"}"#],
      stays: [
        "exoscale request v7lqS-KyLx0gwn6Uc2wlXdrhFexpBI2wAT5RbChRdcA failed",
        "EXOSCALE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "ovh-secret", finds: "OVHcloud application secret or consumer key next to its name",
      label: "ovh key",
      anchors: ["ovh_", "ovh-", "ovhcloud"],
      pattern: #"(?:ovh[_-]|ovhcloud)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["OVH_API_KEY=⟦rANHz8DoEoW9oVhxDOZNGVy4RrSgSMpF⟧"],
      stays: [
        "ovh-prod request D6gCfwQUYkWiddPHDy7xX0hMLI1QNI4j failed",
        "OVH_APPLICATION_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "vultr-key", finds: "Vultr API key next to its name", label: "vultr key",
      anchors: ["vultr"],
      pattern: #"vultr\#(PatternPart.named)(?<secret>[A-Z0-9]{36})"#, ignoresCase: true, entropy: 3.8,
      vanishes: ["--vultr-token ⟦BSVPD0MHLCB1L2H1SY71HCRLST3M2KO1C4F3⟧ --verbose"],
      stays: [
        "vultr request WEFZ2DODS8UWY37OM949WK0ELLL4KV1QLRDA failed",
        "VULTR_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "civo-key", finds: "Civo API key next to its name", label: "civo key",
      anchors: ["civo"],
      pattern: #"civo\#(PatternPart.named)(?<secret>[A-Za-z0-9]{50})"#, ignoresCase: true, entropy: 4,
      vanishes: ["the Civo API key was ⟦WaiJgzaVvDDWA9S6ZzfjvqnQ4ikUTZPff0HV71NJ9NFLBXijEB⟧ at that time"],
      stays: [
        "civo request 4QEisBj6mWo8ChQywCX6nx5dTOyMpfdd1AwHzwsl1pqCamMgVL failed",
        "CIVO_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "upcloud-token", finds: "UpCloud API token", label: "upcloud token",
      anchors: ["ucat_"],
      pattern: #"ucat_[A-Za-z0-9]{20,40}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦ucat_utj71GbDQeoz9XqCxA6D5UZfpn⟧"],
      stays: ["ucat_list"]),
    Rule(
      name: "backblaze-key", finds: "Backblaze B2 application key", label: "backblaze key",
      anchors: ["K000", "K001", "K002", "K003", "K004", "K005"],
      pattern: #"K00[0-5][A-Za-z0-9+/]{27}"#, entropy: 3.9,
      vanishes: ["B2_APPLICATION_KEY=⟦K005oel7oTI4y/WNy9mhobXTFOvq3Bl⟧"],
      stays: ["K0050 is a model"]),
    Rule(
      name: "akamai-token", finds: "Akamai EdgeGrid client or access token", label: "akamai token",
      anchors: ["akab-"],
      pattern: #"akab-[a-z0-9]{16}-[a-z0-9]{16}"#, boundary: .none, entropy: 3.8,
      vanishes: ["client_token = ⟦akab-48aapshul90evzqz-n03ad6gvi3sp2t4n⟧"],
      stays: ["akab-example.luna.akamaiapis.net"]),
    Rule(
      name: "akamai-secret", finds: "Akamai EdgeGrid client secret next to its name", label: "akamai secret",
      anchors: ["akamai", "edgegrid", "edgerc"],
      pattern: #"(?:akamai|edgegrid|edgerc)\#(PatternPart.named)(?<secret>[A-Za-z0-9+/]{43}=)"#,
      ignoresCase: true, boundary: .none, entropy: 4,
      vanishes: [#"{"akamai_token": "⟦cZQBdGyxvd955VY2GQ5cZzPNK40jvZvwaqKbLjJUwBy=⟧"}"#],
      stays: [
        "akamai request Si7PBMGZno6jeXO/KyboPBzHZGZeU5F2rr5EnXsy8oh= failed",
        "AKAMAI_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "cloudinary-url", finds: "Cloudinary secret inside its URL", label: "cloudinary secret",
      anchors: ["cloudinary://"],
      pattern: #"cloudinary://[0-9]{12,18}:(?<secret>[A-Za-z0-9_-]{20,40})@"#, entropy: 3.4,
      vanishes: ["CLOUDINARY_URL=cloudinary://437729589845944:⟦5XlKNVzR6ePizmCZT6ZtV00yOfs⟧@acme"],
      stays: ["cloudinary://<key>:<secret>@acme"]),
    Rule(
      name: "cloudinary-secret", finds: "Cloudinary API secret next to its name", label: "cloudinary secret",
      anchors: ["cloudinary"],
      pattern: #"cloudinary\#(PatternPart.named)(?<secret>[A-Za-z0-9_-]{27})"#,
      ignoresCase: true, entropy: 3.8,
      vanishes: ["the Cloudinary API key was ⟦uXbm9oGAoIxt5BXsDjiZcezpMmE⟧ at that time"],
      stays: [
        "cloudinary request BUOCi5uh8Y7yiNmjXtmlGxVBoyU failed",
        "CLOUDINARY_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
  ]
}
