/// Credentials of model and inference services, by their published formats.
enum AIRules {
  static let all: [Rule] = [
    Rule(
      name: "openai-key", finds: "OpenAI project, service account or admin key", label: "openai key",
      anchors: ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-"],
      pattern: #"sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,250}"#, boundary: .none, entropy: 4,
      vanishes: [
        "OPENAI_API_KEY=⟦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⟧"
      ],
      stays: ["sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk-proj-example"]),
    Rule(
      name: "openai-classic-key", finds: "OpenAI key of the first format", label: "openai key",
      anchors: ["T3BlbkFJ"],
      pattern: #"sk-[A-Za-z0-9_-]{16,90}T3BlbkFJ[A-Za-z0-9_-]{16,90}"#,
      reach: 93, boundary: .none, entropy: 4,
      vanishes: ["⟦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⟧."],
      stays: ["T3BlbkFJ is the mark"]),
    Rule(
      name: "secret-key-dash",
      finds: "secret key that starts with sk-: OpenAI, DeepSeek, Moonshot, DashScope, Stability and others",
      label: "secret key",
      anchors: [
        " sk-", #""sk-"#, "'sk-", "=sk-", ":sk-", "`sk-", "(sk-", ">sk-", ",sk-", "[sk-", #"\#tsk-"#,
        #"\#nsk-"#,
      ],
      pattern: #"[\s"'=:`(>,\[](?<secret>sk-[A-Za-z0-9]{32,64})"#, entropy: 3.3,
      vanishes: [
        "DEEPSEEK_API_KEY=⟦sk-d1e468559d66a7e99dd20c3c1317174e⟧",
        #""api_key": "⟦sk-Im3CLxhnuok0R9F9StN80aJ8gMeJnHFQm8kRnscwT0vmkWVu⟧""#,
      ],
      stays: ["disk-1", #""sk-toggleable__content""#, "=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "anthropic-key", finds: "Anthropic API, admin or OAuth key", label: "anthropic key",
      anchors: ["sk-ant-"],
      pattern: #"sk-ant-[a-z]{2,8}[0-9]{2}-[A-Za-z0-9_-]{40,250}"#, boundary: .none, entropy: 4,
      vanishes: [
        "ANTHROPIC_API_KEY=⟦sk-ant-api03-wmasayNNcvY7qhcXr0D5u894rclLlaOaPc7vUH96IzRG3N-2kQRzhz0keHy4YmvUw7RKiPYy52ICVED7fPanhamt27kABAA⟧"
      ],
      stays: [
        "sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-ant-api03-key",
      ]),
    Rule(
      name: "openrouter-key", finds: "OpenRouter key", label: "openrouter key",
      anchors: ["sk-or-"],
      pattern: #"sk-or-v1-[0-9a-f]{64}"#, boundary: .none, entropy: 3.9,
      vanishes: ["⟦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⟧"],
      stays: ["sk-or-v1-key"]),
    Rule(
      name: "langfuse-key", finds: "Langfuse, Helicone, MiniMax or LiteLLM key", label: "gateway key",
      anchors: ["sk-lf-", "sk-helicone-", "sk-api-", "sk-cp-"],
      pattern: #"sk-(?:lf|helicone|api|cp)-[A-Za-z0-9_-]{20,160}"#, entropy: 3.5,
      vanishes: ["LANGFUSE_SECRET_KEY=⟦sk-lf-6901077c-7070-41f2-bc94-43431ec79d43⟧"],
      stays: ["sk-api-key", "task-api-name"]),
    Rule(
      name: "huggingface-token", finds: "Hugging Face user or organization token",
      label: "hugging face token",
      anchors: ["hf_", "api_org_"],
      pattern: #"(?:hf_|api_org_)[A-Za-z0-9]{34,40}"#, entropy: 4,
      vanishes: [
        "HF_TOKEN=⟦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⟧",
        "⟦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⟧",
      ],
      stays: ["hf_transfer", "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
    Rule(
      name: "cohere-key", finds: "Cohere key next to its name", label: "cohere key",
      anchors: ["cohere", "co_api_key"],
      pattern: #"(?:cohere|co_)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{40})"#,
      ignoresCase: true, entropy: 4,
      vanishes: ["COHERE_API_KEY=⟦irKnZwVpcMGaiambJ4UEL2dwiWrMlzJVieheWv9z⟧"],
      stays: [
        "cohere request QdaCgStTGMaOWvPHnLmA5befECnhLoNVlvbBBBoP failed",
        "COHERE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "replicate-token", finds: "Replicate token", label: "replicate token",
      anchors: ["r8_"],
      pattern: #"r8_[A-Za-z0-9]{36,40}"#, entropy: 4,
      vanishes: ["REPLICATE_API_TOKEN=⟦r8_r7ePUvQJKkEqACan9yEiCXAJ28E1ys47VE0Xr⟧"],
      stays: ["r8_register"]),
    Rule(
      name: "groq-key", finds: "Groq key", label: "groq key",
      anchors: ["gsk_"],
      pattern: #"gsk_[A-Za-z0-9]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["GROQ_API_KEY=⟦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⟧"],
      stays: ["gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "gsk_name"]),
    Rule(
      name: "xai-key", finds: "xAI key", label: "xai key",
      anchors: ["xai-"],
      pattern: #"xai-[A-Za-z0-9_-]{60,120}"#, boundary: .none, entropy: 4,
      vanishes: [
        "XAI_API_KEY=⟦xai-w5PvVEidO1trYtw9ojIlML7gUjhyTpim2Z5N8YLYry3i9vaAcQHu4kjyGZpf2grRPF6EdvwFwVMMVdfY⟧"
      ],
      stays: [
        "xai-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "xai-grok",
      ]),
    Rule(
      name: "perplexity-key", finds: "Perplexity key", label: "perplexity key",
      anchors: ["pplx-"],
      pattern: #"pplx-[A-Za-z0-9]{40,64}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦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⟧"],
      stays: ["pplx-70b-online"]),
    Rule(
      name: "mistral-key", finds: "Mistral key next to its name", label: "mistral key",
      anchors: ["mistral"],
      pattern: #"mistral\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#, ignoresCase: true, entropy: 4,
      vanishes: [#"export MISTRAL_SECRET="⟦FHSg1DXlEGtFRVrM5CtsdJ5uDqJOJ96I⟧""#],
      stays: ["mistral request HyXASO9eu5bbGQlSzydTVLdUpUA0fE2c failed", "mistral model version 7b"]),
    Rule(
      name: "together-key", finds: "Together key", label: "together key",
      anchors: ["tgp_v1_"],
      pattern: #"tgp_v1_[A-Za-z0-9_-]{40,60}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦tgp_v1_ck-PFLxrN2jInSitEWkKQmC4cG8-HOfkmXcFSFxVcvK⟧"],
      stays: ["tgp_v1_key"]),
    Rule(
      name: "together-classic-key", finds: "Together key of the first format, next to its name",
      label: "together key",
      anchors: ["together_api", "together-api", "togetherai", "together_ai"],
      pattern: #"together[_-]?a\#(PatternPart.named)(?<secret>[0-9a-f]{64})"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: [
        "TOGETHER_API_API_KEY=⟦c2beac08915cb55f36563a31b82b98facf5068d03fa4b770edeb1cd65921c800⟧",
        "TOGETHER_API_KEY=⟦743a939fdab8e62bf501cdb54a184603f2bfb0a539c7fda879463d8707ebd407⟧",
      ],
      stays: ["together api request 118fd0cca8710146b6ea1ce5ab3bb8142c84f401edfbba3bb42f605c67d1405e"]),
    Rule(
      name: "fireworks-key", finds: "Fireworks key", label: "fireworks key",
      anchors: ["fw_", "fpk_"],
      pattern: #"(?:fw|fpk)_[A-Za-z0-9]{22,40}"#, entropy: 3.8,
      vanishes: ["FIREWORKS_API_KEY=⟦fw_wYmRSXSus24J0HnGb0mo6DZm⟧"],
      stays: ["fw_version", "sfw_id"]),
    Rule(
      name: "langsmith-key", finds: "LangSmith personal or service key", label: "langsmith key",
      anchors: ["lsv2_pt_", "lsv2_sk_", "ls__"],
      pattern: #"(?:lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}|ls__[0-9a-f]{32})"#,
      boundary: .none, entropy: 3.4,
      vanishes: ["LANGSMITH_API_KEY=⟦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⟧"],
      stays: ["lsv2_pt_key"]),
    Rule(
      name: "wandb-key", finds: "Weights & Biases key", label: "wandb key",
      anchors: ["wandb_v1_"],
      pattern: #"wandb_v1_[A-Za-z0-9_]{40,100}"#, boundary: .none, entropy: 4,
      vanishes: ["WANDB_API_KEY=⟦wandb_v1_amLVYVrtZVIlNka1Pp7pOd5BLKXXLOzoCqLgSxSs8iFDAD4fbsXlt2sAubZb⟧"],
      stays: ["wandb_v1_key"]),
    Rule(
      name: "wandb-classic-key", finds: "Weights & Biases classic key next to its name", label: "wandb key",
      anchors: ["wandb", "weightsandbiases"],
      pattern: #"(?:wandb|weightsandbiases)\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [#"{"wandb_token": "⟦6fb30bed4185fda5be92bcc3a109761904827ddb⟧"}"#],
      stays: [
        "wandb run 7ca81f1969974526de2e986180011c4e243bb370 finished",
        "WANDB_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "pinecone-key", finds: "Pinecone key", label: "pinecone key",
      anchors: ["pcsk_"],
      pattern: #"pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{50,70}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦pcsk_2pBjwy_ncC5AggSoO7gkTfCPtHdz3JvdnbwIRY0ZBE33TPaRhM1ka1d4c65BS2fYcevmBk⟧"],
      stays: ["pcsk_key"]),
    Rule(
      name: "pinecone-classic-key", finds: "Pinecone or Exa key next to its name", label: "pinecone key",
      anchors: ["pinecone", "exa_api"],
      pattern: #"(?:pinecone|exa_)\#(PatternPart.named)(?<secret>\#(PatternPart.uuid))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: ["PINECONE_API_KEY=⟦7d503ca0-909c-446e-b63f-f927bfcea7ef⟧"],
      stays: ["pinecone index e691bcdd-c0e6-4425-808c-b854c33a025f is ready"]),
    Rule(
      name: "elevenlabs-classic-key", finds: "ElevenLabs, AssemblyAI or AI21 key next to its name",
      label: "speech key",
      anchors: ["elevenlabs", "xi-api", "assemblyai", "ai21"],
      pattern: #"(?:elevenlabs|xi-|assemblyai|ai21)\#(PatternPart.named)(?<secret>[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: ["ELEVENLABS_API_KEY=⟦8c57328ba3891f32c6878bf57a502e14⟧"],
      stays: ["assemblyai transcript 9b4f2bbd2e2bc5099a59eb58bd7cf820 done"]),
    Rule(
      name: "deepgram-key", finds: "Deepgram key next to its name", label: "deepgram key",
      anchors: ["deepgram"],
      pattern: #"deepgram\#(PatternPart.named)(?<secret>[0-9a-f]{40})"#, ignoresCase: true, entropy: 3.2,
      vanishes: ["--deepgram-token ⟦ab608895a3b00357927743f35f948b540b65851c⟧ --verbose"],
      stays: [
        "deepgram request 7833343d35dca90b81e53feb484a52bd575aa606 failed",
        "DEEPGRAM_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "cerebras-key", finds: "Cerebras key", label: "cerebras key",
      anchors: ["csk-"],
      pattern: #"csk-[a-z0-9]{44,60}"#, entropy: 4,
      vanishes: ["⟦csk-4vsvnjnq7phv3v5csjjulyzxuyvv1cdu4je26xype3nc3fsh⟧"],
      stays: ["csk-name"]),
    Rule(
      name: "nvidia-key", finds: "NVIDIA key", label: "nvidia key",
      anchors: ["nvapi-"],
      pattern: #"nvapi-[A-Za-z0-9_-]{50,90}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦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⟧"],
      stays: ["nvapi-key"]),
    Rule(
      name: "voyage-key", finds: "Voyage key", label: "voyage key",
      anchors: ["pa-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>pa-[A-Za-z0-9_-]{43})"#, reach: 1, entropy: 4,
      vanishes: ["VOYAGE_API_KEY=⟦pa-kLKhKvLgtrdxtBAWxO0ssRzDonidlIJ8Wyji01Njg2S⟧"],
      stays: ["pa-system", "grandpa-joe"]),
    Rule(
      name: "jina-key", finds: "Jina key", label: "jina key",
      anchors: ["jina_"],
      pattern: #"jina_[A-Za-z0-9_-]{50,70}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦jina_9706d6bc9aac5cb77782b0fcee50d533WjtCOXGeUqshKi4siHZzwfviqSTu⟧"],
      stays: ["jina_embeddings"]),
    Rule(
      name: "nomic-key", finds: "Nomic key", label: "nomic key",
      anchors: ["nk-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>nk-[A-Za-z0-9_-]{43})"#, reach: 1, entropy: 4,
      vanishes: ["NOMIC=⟦nk-eb6hp5qv2l8vE1LAlvoVScmii1W2R8sU6k8HhbzMY7F⟧"],
      stays: ["rank-1", "nk-eys"]),
    Rule(
      name: "tavily-key", finds: "Tavily key", label: "tavily key",
      anchors: ["tvly-"],
      pattern: #"tvly-(?:dev-|prod-)?[A-Za-z0-9-]{20,70}"#, boundary: .none, entropy: 3.7,
      vanishes: ["⟦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⟧"],
      stays: ["tvly-key"]),
    Rule(
      name: "firecrawl-key", finds: "Firecrawl key", label: "firecrawl key",
      anchors: ["fc-"],
      pattern: #"[\s"'=:`(>,|;@\[](?<secret>fc-[0-9a-f]{32})"#, reach: 1, entropy: 3.2,
      vanishes: ["FIRECRAWL_API_KEY=⟦fc-769993ad04fa6e33e0bbffd3fe74f113⟧"],
      stays: ["fc-list", "vpc-fc-69752f32c903bf91f8f3084bac4edcb7"]),
    Rule(
      name: "apify-token", finds: "Apify token", label: "apify token",
      anchors: ["apify_api_"],
      pattern: #"apify_api_[A-Za-z0-9]{30,44}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦apify_api_keHUAXaEf3L5jik9c9jUURnaM5xXElZWwBst⟧"],
      stays: ["apify_api_url"]),
    Rule(
      name: "modal-token", finds: "Modal token id or secret next to its name", label: "modal token",
      anchors: ["modal_", "modal-", "modal token"],
      pattern: #"modal\#(PatternPart.named)(?<secret>a[ks]-[A-Za-z0-9]{20,24})"#,
      ignoresCase: true, entropy: 3.6,
      vanishes: [#"export MODAL_SECRET="⟦as-hLU4i1hP9onUqxBKGfy3Gn⟧""#],
      stays: ["modal-dialog opened"]),
    Rule(
      name: "runpod-key", finds: "RunPod key", label: "runpod key",
      anchors: ["rpa_"],
      pattern: #"rpa_[A-Z0-9]{36,44}[A-Za-z0-9]{4,8}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦rpa_RG2LL5SPDBKHTHMI9E0PQKQIWZEGEI66IIPTQF0TpGJ0Za⟧"],
      stays: ["rpa_robot"]),
    Rule(
      name: "anyscale-key", finds: "Anyscale key", label: "anyscale key",
      anchors: ["esecret_", "aph0_", "ash0_"],
      pattern: #"(?:esecret|a[ps]h0)_[A-Za-z0-9]{20,120}"#, boundary: .none, entropy: 3.8,
      vanishes: ["⟦esecret_k74ZeLa2g3W9ooDk95SLDRejvw4O2UDE⟧"],
      stays: ["esecret_name"]),
    Rule(
      name: "gemini-key", finds: "Google Gemini key of the new format", label: "google api key",
      anchors: ["AQ.Ab"],
      pattern: #"AQ\.Ab[A-Za-z0-9_-]{40,80}"#, entropy: 4,
      vanishes: ["GEMINI_API_KEY=⟦AQ.Ab8RN6sDOs5jsDPJRvN1B7Rg6Cf4pqDjDUHADSWIIYVEOK1cfu⟧"],
      stays: ["AQ.Ab is the prefix"]),
    Rule(
      name: "llamacloud-key", finds: "LlamaCloud key", label: "llamacloud key",
      anchors: ["llx-"],
      pattern: #"llx-[A-Za-z0-9]{40,70}"#, boundary: .none, entropy: 4,
      vanishes: ["⟦llx-vNkr9V0oadVV0yj5icb5DbZRB4UH1BJCyoApT5YU48gp0Fz4⟧"],
      stays: ["llx-parse"]),
    Rule(
      name: "kaggle-token", finds: "Kaggle token", label: "kaggle token",
      anchors: ["KGAT_"],
      pattern: #"KGAT_[0-9a-f]{32}"#, boundary: .none, entropy: 3.5,
      vanishes: ["⟦KGAT_41770a877ab1edbeeb5f278498a17a02⟧"],
      stays: ["KGAT_key"]),
    Rule(
      name: "kaggle-key", finds: "Kaggle key in kaggle.json", label: "kaggle key",
      anchors: [#""username""#],
      pattern: #""username"\s?:\s?"[^"\s]{1,60}"\s?,\s?"key"\s?:\s?"(?<secret>[0-9a-f]{32})""#, entropy: 3.1,
      vanishes: [#"{"username":"mk","key":"⟦d251ae4b358b3e3ad71163415c4cfcd5⟧"}"#],
      stays: [#"{"username":"mk","key":"value"}"#]),
    Rule(
      name: "cursor-key", finds: "Cursor key", label: "cursor key",
      anchors: ["crsr_"],
      pattern: #"crsr_[0-9a-f]{64}"#, entropy: 3.7,
      vanishes: ["CURSOR_API_KEY=⟦crsr_89c40c39c2897acb6e14f4f6427f543b53ffb8486e6241293689324f93ef9589⟧"],
      stays: ["crsr_x"]),
    Rule(
      name: "cursor-classic-key", finds: "Cursor classic key next to its name", label: "cursor key",
      anchors: ["cursor"],
      pattern: #"cursor\#(PatternPart.named)(?<secret>key_[0-9a-f]{64})"#, ignoresCase: true, entropy: 3.6,
      vanishes: [
        "the Cursor API key was ⟦key_57bde6217c9d9b7bcb79aed402c40714d25ccfb15fc8c0e52bf4817644dbce38⟧ at that time"
      ],
      stays: ["cursor request 06a952811f742b2915bce5d016bbac133de69b3a900b8c5dc9f998576c9ca976 failed"]),
    Rule(
      name: "devin-key", finds: "Devin key", label: "devin key",
      anchors: ["apk_", "cog_"],
      pattern: #"(?:apk_(?:user_)?[A-Za-z0-9+/]{80,200}={0,2}|cog_[a-z2-7]{52})"#, entropy: 4,
      vanishes: ["DEVIN_API_KEY=⟦cog_7zuasyiylkmowugjfabb4ffl23hx5gfpfdkrqlhualw55lbwre2i⟧"],
      stays: ["app.apk_signed", "cog_wheel"]),
    Rule(
      name: "zhipu-key", finds: "Zhipu (Z.ai) or Ollama key next to its name", label: "zhipu key",
      anchors: ["zhipu", "bigmodel", "glm_", "zai_", "ollama"],
      pattern:
        #"(?:zhipu|bigmodel|glm_|zai_|ollama)\#(PatternPart.named)(?<secret>[0-9a-f]{32}\.[A-Za-z0-9_-]{16,24})"#,
      ignoresCase: true, entropy: 3.9,
      vanishes: ["ZHIPU_API_KEY=⟦70b1259db64cab74ba96c255d8ebdc2a.pumOExZgnsGIen1Y⟧"],
      stays: ["zhipu request 533c8b8a73c56d3a5dd5cbbd92e3b7c4 failed"]),
    Rule(
      name: "e2b-key", finds: "E2B key", label: "e2b key",
      anchors: ["e2b_"],
      pattern: #"e2b_[0-9a-f]{40}"#, boundary: .none, entropy: 3.3,
      vanishes: ["⟦e2b_0ec7dc57c00cfebe28539e7448343e5c7b164d19⟧"],
      stays: ["e2b_sandbox"]),
    Rule(
      name: "context7-key", finds: "Context7 key", label: "context7 key",
      anchors: ["ctx7sk-"],
      pattern: #"ctx7sk-\#(PatternPart.uuid)"#, boundary: .none,
      vanishes: ["⟦ctx7sk-befd1b4d-83a9-420d-9d8a-0eea47590297⟧"],
      stays: ["ctx7sk-key"]),
    Rule(
      name: "brave-key", finds: "Brave Search key", label: "brave key",
      anchors: ["BSA"],
      pattern: #"BSA[A-Za-z0-9_-]{24,40}"#, entropy: 3.9,
      vanishes: ["X-Subscription-Token: ⟦BSAOLCGPARXpjr3FX0oH3slJWJgon3L⟧"],
      stays: ["BSA is a club", "BSA_CONFIGURATION"]),
    Rule(
      name: "fal-key", finds: "fal key next to its name", label: "fal key",
      anchors: ["fal_key", "fal-key", "fal_api"],
      pattern: #"fal[_-]\#(PatternPart.named)(?<secret>\#(PatternPart.uuid):[0-9a-f]{32})"#,
      ignoresCase: true, entropy: 3.7,
      vanishes: [
        "FAL_KEY_API_KEY=⟦b5ff11dc-81b4-42b0-8ea9-7d03e0cb9f9d:0923870256cb77df2b5a2c42dbb39a81⟧",
        "FAL_KEY=⟦449d39e7-faec-4304-a070-bda43547fea6:cfd3e23f246ee9730cbeb57ad60fbaf9⟧",
      ],
      stays: ["fal_key missing"]),
    Rule(
      name: "serpapi-key", finds: "SerpApi or Serper key next to its name", label: "search key",
      anchors: ["serpapi", "serper"],
      pattern: #"(?:serpapi|serper)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{64}|[0-9a-f]{40}))"#,
      ignoresCase: true, entropy: 3.2,
      vanishes: [
        #"serpapi:\#n  apiKey: '⟦913d954afbb1710826936da856a146162c86df059237b7d1891758a5c95c2774⟧'"#
      ],
      stays: [
        "serpapi request fe67b5efacd8e74034c75ef4a1f3545e0b84a3187d6cdb25da7d43ebad4c3235 failed",
        "SERPAPI_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "clarifai-key", finds: "Clarifai, Stability or Portkey key next to its name", label: "model key",
      anchors: ["clarifai", "portkey"],
      pattern:
        #"(?:clarifai|portkey)\#(PatternPart.named)(?<secret>(?:[0-9a-f]{32}|[A-Za-z0-9+/]{28}(?:=)?))"#,
      ignoresCase: true, entropy: 3.1,
      vanishes: [#"{"clarifai_token": "⟦66eda84f8c2c4967be10230f1e90ec77⟧"}"#],
      stays: [
        "clarifai request 6e6870ba702dcb623b01910923a00f53 failed",
        "CLARIFAI_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "baseten-key", finds: "Baseten key next to its name", label: "baseten key",
      anchors: ["baseten"],
      pattern: #"baseten\#(PatternPart.named)(?<secret>[A-Za-z0-9]{8}\.[A-Za-z0-9]{32})"#,
      ignoresCase: true, entropy: 4,
      vanishes: [#"baseten:\#n  apiKey: '⟦6cUIxox8.LcUJcO5FuW44AKIDpzjMU3yzN1XC3FCC⟧'"#],
      stays: [
        "baseten request 8NjBnBrY.JkeBc9XjY97qYMV failed",
        "BASETEN_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ]),
    Rule(
      name: "roboflow-key", finds: "Roboflow, Comet or Lambda key next to its name", label: "model key",
      anchors: ["roboflow", "comet_", "comet-", "lambdalabs"],
      pattern:
        #"(?:roboflow|comet[_-]|lambdalabs)\#(PatternPart.named)(?<secret>(?:[A-Za-z0-9]{25}|[A-Za-z0-9]{20}))"#,
      ignoresCase: true, entropy: 3.5,
      vanishes: ["ROBOFLOW_API_KEY=⟦07T9I6r45HFB6EDkfGBripHVF⟧"],
      stays: ["roboflow request AXrBNuIqwXCDjKdA3pSPk3g7n failed"]),
  ]
}
