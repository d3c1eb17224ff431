#!/usr/bin/env python3
"""make-secrets.py OUT.jsonl [--seed 7]
Independent labelled corpus for a sanitiser that takes credentials, personal data and internal addresses out of logs.
Writes records in the schema of the development set (group, kind, optional, text, must_vanish, must_stay, spans, id), so
the same scorer reads them. Every value is random and invented; tokens only follow the published shape of their service,
phones and cards stay in ranges set aside for fiction or testing where such a range is published. Ends with a self-check
of spans, labels and check digits and fails if one is wrong. Same seed, same bytes.

Templates are plain strings with «field» marks: «S» the secret (must vanish), «pw» a fresh password (must vanish),
«ts» «id» «job» ... context that must stay, «k:text» a literal that must stay. A negative without marks stays whole."""
import argparse, base64, collections, datetime, itertools, json, random, re, string, sys, urllib.parse

VO, VC, KO, KC = '\ue000', '\ue001', '\ue002', '\ue003'      # private-use marks, removed when the record is made
def V(s): return VO + s + VC
def K(s): return KO + str(s) + KC
REC, SEED = [], 7
DIG, LOW, UPP = string.digits, string.ascii_lowercase, string.ascii_uppercase
HEX, ALN, B32 = '0123456789abcdef', string.ascii_letters + DIG, UPP + '234567'

def add(group, kind, text, optional=False):
    out, spans, stay, start = [], [], [], None
    for c in text:
        if c in (VO, KO):
            assert start is None, (kind, text)
            start = len(out)
        elif c in (VC, KC):
            s = ''.join(out[start:])
            if c == VC: spans.append([start, len(out), kind])
            elif s not in stay: stay.append(s)
            start = None
        else: out.append(c)
    t = ''.join(out)
    assert start is None and '«' not in t and '»' not in t, (kind, t)
    if group == 'neg' and not stay: stay = [t]
    van = list(dict.fromkeys(t[a:b] for a, b, _ in spans))
    REC.append(dict(group=group, kind=kind, optional=optional, text=t, must_vanish=van, must_stay=stay, spans=spans, id=len(REC)))

# ---- random material -------------------------------------------------------------------------------------------------
def rs(r, alphabet, n): return ''.join(r.choice(alphabet) for _ in range(n))
def hx(r, n):                                                # hex with at least one letter and one digit
    while True:
        s = rs(r, HEX, n)
        if n < 4 or (re.search('[a-f]', s) and re.search('[0-9]', s)): return s
def an(r, n): return rs(r, ALN, n)
def us(r, n): return an(r, 1) + rs(r, ALN + '_-', n - 2) + an(r, 1)   # url-safe, letter or digit at both ends
def dg(r, n): return r.choice('123456789') + rs(r, DIG, n - 1)
def b64(r, n): return base64.b64encode(bytes(r.randrange(256) for _ in range(n))).decode()
def b64u(b): return base64.urlsafe_b64encode(b).decode().rstrip('=')
def b64s(s): return base64.b64encode(s.encode()).decode()
def uuid(r): return f"{hx(r,8)}-{hx(r,4)}-4{hx(r,3)}-{r.choice('89ab')}{hx(r,3)}-{hx(r,12)}"
WORDS = 'copper lantern ridge willow saddle harbor pickle marble falcon tundra velvet anchor cactus nickel orchid puzzle quarry rocket timber walnut zephyr bramble cobalt dynamo ember'.split()
MON = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
DAY = 'Mon Tue Wed Thu Fri Sat Sun'.split()
def pw(r, sym='!@#$%^*-_+=?~'):
    """a password: random mix, passphrase, or word with a symbol and digits; starts and ends with a letter or digit"""
    k = r.randrange(3)
    if k == 0 or not sym:
        while True:
            s = an(r, 1) + rs(r, ALN + sym * 2, r.randrange(10, 17)) + an(r, 1)
            if all(re.search(p, s) for p in ('[a-z]', '[A-Z]', '[0-9]')) and (not sym or any(c in sym for c in s)): return s
    if k == 1: return '-'.join(r.sample(WORDS, 2)) + '-' + r.choice(WORDS).capitalize() + dg(r, 2)
    return r.choice(WORDS).capitalize() + r.choice(sym) + dg(r, 4) + r.choice(WORDS)
def pcturl(r):                                               # a password that has to be percent-encoded inside a URL
    return r.choice(WORDS).capitalize() + urllib.parse.quote(r.choice('@#/:?%'), safe='') + an(r, 5) + urllib.parse.quote(r.choice('!$&='), safe='') + dg(r, 3)
def ts(r, form=None):
    y, mo, d, H, M, S, ms = r.choice((2025, 2026)), r.randrange(1, 13), r.randrange(1, 29), r.randrange(24), r.randrange(60), r.randrange(60), r.randrange(1000)
    t, wd = f'{H:02}:{M:02}:{S:02}', DAY[datetime.date(y, mo, d).weekday()]
    return [f'{y}-{mo:02}-{d:02}T{t}.{ms:03}Z', f'{y}-{mo:02}-{d:02} {t},{ms:03}', f'{MON[mo-1]} {d:02} {t}', f'{y}/{mo:02}/{d:02} {t}',
            f'{y}-{mo:02}-{d:02}T{t}+02:00', f'{d:02}/{MON[mo-1]}/{y}:{t} +0000', f'{wd}, {d:02} {MON[mo-1]} {y} {t} GMT',
            f'{wd} {MON[mo-1]} {d:2} {t} {y}', f'{y}{mo:02}{d:02}T{H:02}{M:02}{S:02}Z', f'{mo:02}{d:02} {t}.{ms:03}{ms:03}',
            f'{mo}/{d}/{y} {H%12 or 12}:{M:02}:{S:02} {"PM" if H>11 else "AM"}', f'{y}-{mo:02}-{d:02} {t}.{ms:03} UTC'][r.randrange(5) if form is None else form]
ERR = ['ORA-01017', 'SQLSTATE[28000]', 'AADSTS700016', 'ERR_BAD_RESPONSE', 'E0401', 'TLS-4031', 'EACCES (13)', 'error 1045', 'code=16 UNAUTHENTICATED', 'KRB5KDC_ERR_2331', 'WRONGPASS', 'LDAP-49']
HTTP = ['status 401', 'HTTP 403', 'status=502', 'HTTP 429', 'http 500']
SVC = 'checkout ledger invoicing search-indexer notifier media-proxy cart pricing importer scheduler'.split()
FIRST = 'Ingrid Tomasz Priya Callum Beatriz Henrik Naomi Farid Giulia Oskar Leticia Kwame Saoirse Jasper Mirela Anselm Ottilie Rashid Yvette Dorota Magnus Chiara Thandiwe Lorcan Femke'.split()
LAST = 'Halvorsen Kowalczyk Venkataraman Pemberton Figueiredo Lindqvist Abramson Nasser Bertolini Grünwald Sotomayor Asante Gallagher Thorburn Ionescu Reinhardt Castellanos Whitcombe Delacroix Wójcik Baranowski Esposito Mkhize Hegarty Hoekstra'.split()
DOM = ['brightwater-labs.io', 'kestrel-freight.co.uk', 'lumenpost.de', 'mail.example.org', 'gmail.com', 'orangerie-sud.fr', 'nordhavn.dk', 'outlook.com', 'quillworks.net', 'tessera.com.br']
def asc(s):
    for a, b in zip('üöäßéèñńóęąłśćźżø', ['ue', 'oe', 'ae', 'ss', *'eennoealsczzo']): s = s.replace(a, b)
    return s
def person(r): return r.choice(FIRST) + ' ' + r.choice(LAST)
def login(r):
    f, l = asc(r.choice(FIRST)).lower(), asc(r.choice(LAST)).lower()
    return r.choice([f[0] + l, f + l[0:2] + dg(r, 1), l + f[:1]])
def email(r):
    f, l = asc(r.choice(FIRST)).lower(), asc(r.choice(LAST)).lower()
    return r.choice([f'{f}.{l}', f'{f[0]}{l}{dg(r,2)}', f'{f}_{l[0]}{dg(r,3)}', f'{l}+{r.choice(["billing","alerts","shop"])}', f'{f}-{l}']) + '@' + r.choice(DOM)

FIELDS = {
 'ts': lambda r: K(ts(r)), 'id': lambda r: K(hx(r, 32)), 'uuid': lambda r: K(uuid(r)), 'job': lambda r: K(f'job {dg(r,6)}'),
 'err': lambda r: K(r.choice(ERR)), 'http': lambda r: K(r.choice(HTTP)), 'sha': lambda r: K(hx(r, 40)), 'sha7': lambda r: K(hx(r, 7)),
 'port': lambda r: K(str(r.randrange(1024, 49000))), 'ver': lambda r: K(f'{r.randrange(9)}.{r.randrange(40)}.{r.randrange(60)}'),
 'n': lambda r: dg(r, r.randrange(2, 5)), 'num': lambda r: K(dg(r, 5)), 'svc': lambda r: r.choice(SVC), 'ms': lambda r: K(dg(r, 4) + 'ms'),
 'pw': lambda r: V(pw(r)), 'pa': lambda r: V(pw(r, '')), 'pu': lambda r: V(pcturl(r)), 'ps': lambda r: V(pw(r, '-_~')),
 'person': lambda r: V(person(r)), 'email': lambda r: V(email(r)), 'login': lambda r: V(login(r)), 'h64': lambda r: K(hx(r, 64)), 'h16': lambda r: K(hx(r, 16)),
 'inc': lambda r: K(f'INC-{dg(r,5)}'),
}
def fill(r, tmpl, **kw):
    def one(m):
        f = m.group(1)
        if f.startswith('k:'): return K(f[2:])
        return kw[f] if f in kw else FIELDS[f](r)
    return re.sub('«([^»]+)»', one, tmpl)
def rng(kind, i): return random.Random(f'{SEED}/{kind}/{i}')
def each(group, kind, templates, gen=None, n=None, optional=False):
    """one record per template (or n records, cycling); gen(r) makes the value for «S»"""
    for i in range(n or len(templates)):
        r = rng(kind, i); t = templates[i % len(templates)]
        text = t(r) if callable(t) else fill(r, t, **({'S': V(gen(r))} if gen else {}))
        if i < len(templates) or re.sub('[\ue000-\ue003]', '', text) not in [q['text'] for q in REC]: add(group, kind, text, optional)

# ---- credentials: service tokens by published shape ------------------------------------------------------------------
def low(r, n): return rs(r, LOW + DIG, n)
def upn(r, n): return rs(r, UPP + DIG, n)
TOK = [   # (kind, generator); the shape alone gives these away, so they may stand anywhere
 ('aws-key-id', lambda r: 'AKIA' + rs(r, B32, 16)), ('aws-temp-key-id', lambda r: 'ASIA' + rs(r, B32, 16)),
 ('gcp-api-key', lambda r: 'AIza' + 'Sy' + us(r, 33)), ('google-oauth-secret', lambda r: 'GOCSPX-' + us(r, 28)),
 ('google-access-token', lambda r: 'ya29.a0' + us(r, 160)), ('google-refresh-token', lambda r: '1//0' + rs(r, DIG, 1) + us(r, 98)),
 ('github-pat', lambda r: 'ghp_' + an(r, 36)), ('github-fine-grained', lambda r: 'github_pat_' + an(r, 22) + '_' + an(r, 59)),
 ('github-app', lambda r: r.choice(['ghs_', 'ghu_']) + an(r, 36)), ('github-refresh', lambda r: 'ghr_' + an(r, 76)),
 ('gitlab-pat', lambda r: 'glpat-' + us(r, 20)), ('gitlab-deploy', lambda r: 'gldt-' + us(r, 20)), ('gitlab-trigger', lambda r: 'glptt-' + hx(r, 40)),
 ('npm-token', lambda r: 'npm_' + an(r, 36)), ('rubygems', lambda r: 'rubygems_' + hx(r, 48)), ('cargo-token', lambda r: 'cio' + an(r, 32)), ('nuget', lambda r: 'oy2' + low(r, 43)),
 ('sendgrid', lambda r: 'SG.' + us(r, 22) + '.' + us(r, 43)), ('twilio-api-key', lambda r: 'SK' + hx(r, 32)), ('brevo', lambda r: 'xkeysib-' + hx(r, 64) + '-' + an(r, 16)),
 ('mailersend', lambda r: 'mlsn.' + hx(r, 64)), ('shopify-admin', lambda r: 'shpat_' + hx(r, 32)), ('shopify-shared', lambda r: r.choice(['shpss_', 'shpca_']) + hx(r, 32)),
 ('stripe-restricted', lambda r: 'rk_live_51' + an(r, 97)), ('stripe-webhook', lambda r: 'whsec_' + an(r, 32)), ('square-secret', lambda r: 'sq0csp-' + us(r, 43)),
 ('braintree', lambda r: 'access_token$production$' + low(r, 16) + '$' + hx(r, 32)), ('razorpay', lambda r: 'rzp_live_' + an(r, 14)), ('plaid-access', lambda r: 'access-production-' + uuid(r)),
 ('easypost', lambda r: 'EZAK' + an(r, 54)), ('duffel', lambda r: 'duffel_live_' + us(r, 43)), ('openai-project', lambda r: 'sk-proj-' + us(r, 74) + 'T3BlbkFJ' + us(r, 74)),
 ('anthropic-api', lambda r: 'sk-ant-api03-' + us(r, 93) + 'AA'), ('replicate', lambda r: 'r8_' + an(r, 37)), ('perplexity', lambda r: 'pplx-' + an(r, 48)),
 ('digitalocean', lambda r: r.choice(['dop_v1_', 'doo_v1_']) + hx(r, 64)), ('doppler', lambda r: r.choice(['dp.pt.', 'dp.st.prd.']) + an(r, 43)), ('planetscale', lambda r: r.choice(['pscale_tkn_', 'pscale_pw_']) + us(r, 43)),
 ('supabase', lambda r: 'sbp_' + hx(r, 40)), ('notion', lambda r: 'ntn_' + dg(r, 11) + an(r, 35)), ('grafana-service', lambda r: 'glsa_' + an(r, 32) + '_' + hx(r, 8)),
 ('newrelic-user', lambda r: 'NRAK-' + upn(r, 27)), ('newrelic-insert', lambda r: 'NRII-' + us(r, 32)), ('postman', lambda r: 'PMAK-' + hx(r, 24) + '-' + hx(r, 34)),
 ('alibaba-key-id', lambda r: 'LTAI5t' + an(r, 18)), ('tencent-secret-id', lambda r: 'AKID' + an(r, 32)), ('yandex-api', lambda r: 'AQVN' + us(r, 36)),
 ('slack-user', lambda r: f'xoxp-{dg(r,12)}-{dg(r,12)}-{dg(r,13)}-{hx(r,32)}'), ('slack-config', lambda r: 'xoxe.xoxp-1-' + an(r, 146)),
 ('telegram-bot', lambda r: dg(r, 10) + ':AA' + us(r, 33)), ('hubspot', lambda r: f'pat-{r.choice(["na1","eu1"])}-' + uuid(r)), ('prefect', lambda r: 'pnu_' + low(r, 36)), ('readme-io', lambda r: 'rdme_' + low(r, 70)),
 ('sourcegraph', lambda r: 'sgp_' + hx(r, 16) + '_' + hx(r, 40)), ('artifactory', lambda r: 'AKCp' + an(r, 69)), ('harness', lambda r: 'pat.' + us(r, 22) + '.' + hx(r, 24) + '.' + an(r, 20)),
 ('dropbox', lambda r: 'sl.B' + us(r, 136)), ('onesignal', lambda r: 'os_v2_app_' + rs(r, LOW + '234567', 103)), ('bitbucket-app', lambda r: 'ATBB' + an(r, 32)), ('clickup', lambda r: f'pk_{dg(r,8)}_' + upn(r, 32)),
 ('facebook-access', lambda r: 'EAA' + an(r, 140)), ('honeycomb-ingest', lambda r: 'hcaik_01' + low(r, 56)), ('firebase-fcm', lambda r: 'AAAA' + us(r, 7) + ':APA91b' + us(r, 134)),
]
AROUND = [
 'E«k9» 1 client.go:«n»] upstream refused credential «S» with «http»',
 'time=«ts» level=error msg="sync aborted" cred=«S» attempt=3 «err»',
 '{"@timestamp":"«ts»","log":{"level":"warn"},"detail":{"reason":"revoked","value":"«S»"},"trace.id":"«id»"}',
 'I pasted «S» into the runbook by mistake during «inc», can somebody rotate it before noon?',
 '# deploy/values.yaml\nreplicas: 3\nupstream:\n  accessKey: "«S»"\n  timeout: 30s\n  image: registry.example.org/app:«ver»',
 "+ curl -sS -H 'X-Service-Auth: «S»' https://api.example.org/v2/items\n{\"error\":\"«k:rate_limited»\",\"request_id\":\"«uuid»\"}",
 'diff --git a/settings.toml b/settings.toml\nindex «sha7»..«sha7» 100644\n@@ -4,3 +4,3 @@\n-client_key = "unset"\n+client_key = "«S»"',
 'com.example.client.RemoteException: «http» for «S»\n\tat «k:com.example.client.Http.send(Http.java:88)»\n\tat «k:com.example.Main.main(Main.java:12)»',
 '| production | «S» | rotated «k:2026-03-14» | build «num» |',
 '«ts» nginx: "GET /v1/feed?key=«S»&page=2 HTTP/1.1" 403 512 rid=«uuid»',
 'Step 7/12 : ENV UPSTREAM_CRED=«S»\n ---> Running in «k:4c1f09aa27de»',
 '##[debug]Evaluating input: «S»\n##[error]Process completed with exit code 1. («job»)',
 '  ~ secret_value = "«S»" -> (known after apply)\n\nPlan: «k:0 to add, 1 to change, 0 to destroy.»',
 "Traceback (most recent call last):\n  File \"«k:/srv/app/sync.py\", line 41»\nValueError: unexpected key '«S»' («err»)",
 'worker-2 | «ts» | WARN | retrying with fallback «S» after «ms»',
]
FIELDS['k9'] = lambda r: K(ts(r, 9))
def make_tokens():
    for j, (kind, gen) in enumerate(TOK):
        for i in range(2):
            r = rng(kind, i); s = gen(r); t = AROUND[(j * 2 + i * 7) % len(AROUND)]
            if s.startswith('1//'): t = AROUND[(1, 4)[i]]
            add('cred', kind, fill(r, t, S=V(s)))

KEYED = [  # (kind, generator, key name, header or None); only the name next to the value gives these away
 ('pagerduty', lambda r: 'y_' + us(r, 18), 'PAGERDUTY_API_KEY', 'Authorization: Token token='), ('okta', lambda r: '00' + us(r, 40), 'OKTA_API_TOKEN', 'Authorization: SSWS '),
 ('fastly', lambda r: us(r, 32), 'FASTLY_API_TOKEN', 'Fastly-Key: '), ('alibaba-secret', lambda r: an(r, 30), 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', None), ('datadog-api', lambda r: hx(r, 32), 'DD_API_KEY', 'DD-API-KEY: '),
 ('datadog-app', lambda r: hx(r, 40), 'DD_APP_KEY', 'DD-APPLICATION-KEY: '), ('algolia-admin', lambda r: hx(r, 32), 'ALGOLIA_ADMIN_KEY', 'X-Algolia-API-Key: '), ('postmark', uuid, 'POSTMARK_SERVER_TOKEN', 'X-Postmark-Server-Token: '),
 ('consul-acl', uuid, 'CONSUL_HTTP_TOKEN', 'X-Consul-Token: '), ('vercel', lambda r: an(r, 24), 'VERCEL_TOKEN', 'Authorization: Bearer '), ('linode', lambda r: hx(r, 64), 'LINODE_TOKEN', 'Authorization: Bearer '),
 ('hetzner', lambda r: an(r, 64), 'HCLOUD_TOKEN', 'Authorization: Bearer '), ('jenkins-api', lambda r: '11' + hx(r, 32), 'JENKINS_API_TOKEN', None), ('gitea', lambda r: hx(r, 40), 'GITEA_TOKEN', 'Authorization: token '),
 ('elastic-apikey', lambda r: b64(r, 45), 'ELASTIC_API_KEY', 'Authorization: ApiKey '), ('bugsnag', lambda r: hx(r, 32), 'BUGSNAG_API_KEY', 'Bugsnag-Api-Key: '), ('pusher-secret', lambda r: hx(r, 20), 'PUSHER_APP_SECRET', None),
 ('django-secret', lambda r: 'd' + rs(r, LOW + DIG + '!@#%^*-_=+', 48) + 'x', 'DJANGO_SECRET_KEY', None), ('rails-master-key', lambda r: hx(r, 32), 'RAILS_MASTER_KEY', None), ('laravel-app-key', lambda r: 'base64:' + b64(r, 32), 'APP_KEY', None),
 ('aws-session-token', lambda r: 'IQoJb3JpZ2luX2Vj' + b64(r, 180), 'AWS_SESSION_TOKEN', 'X-Amz-Security-Token: '), ('scaleway-secret', uuid, 'SCW_SECRET_KEY', 'X-Auth-Token: '), ('client-secret', lambda r: us(r, 40), 'OAUTH_CLIENT_SECRET', None),
 ('webhook-signing', lambda r: hx(r, 64), 'WEBHOOK_SIGNING_SECRET', None), ('azure-storage-key', lambda r: b64(r, 64), 'AZURE_STORAGE_KEY', None),
]
KAROUND = [
 '«ts» entrypoint: exporting «K»=«S» (generation «n», «job»)',
 'services:\n  worker:\n    image: ghcr.io/acme/worker:«ver»\n    environment:\n      «K»: «S»\n      LOG_LEVEL: info',
 '{"ts":"«ts»","level":"debug","env":{"REGION":"eu-west-1","«K»":"«S»"},"pid":«n»,"rid":"«uuid»"}',
 '# .env.production\nPORT=«port»\n«K»="«S»"\nNODE_ENV=production',
 'FATAL config: «K» was rejected by the remote side (value «S»), «err»',
]
HAROUND = ['> GET /v2/services HTTP/2\n> «H»«S»\n> Accept: */*\n< «k:HTTP/2 401»\n< X-Request-Id: «uuid»', '«ts» proxy request headers: {«H»«S»} -> «http»']
def make_keyed():
    for j, (kind, gen, key, head) in enumerate(KEYED):
        for i in range(2 + (j % 3 == 0)):
            r = rng(kind, i); t = HAROUND[j % 2] if head and i == 1 else KAROUND[(j + 2 * i) % 4]
            if kind in ('client-secret', 'django-secret') and i == 1: t = KAROUND[4]
            add('cred', kind, fill(r, t, S=V(gen(r)), K=key, H=head))

# ---- credentials: connection strings, headers, keys, hashes ----------------------------------------------------------
def dsn(scheme, host, rest, user='svc_app'): return [
 f'«ts» FATAL [«svc»] dial {scheme}://{user}:«ps»@{host}{rest} failed after «ms»: «err»',
 f'{{"ts":"«ts»","msg":"pool exhausted","dsn":"{scheme}://{user}:«ps»@{host}{rest}","waiters":«num»}}',
 f'spring:\n  profile: prod\n  url: {scheme}://{user}:«pu»@{host}{rest}\n  pool-size: «num»']
def rsa_lines(r, n, start): # base64 body in 64-character lines; each line has to go
    body = start + b64(r, 48 * n); return [body[i * 64:(i + 1) * 64] for i in range(n)]
def pem(r, label, n, start, sep='\n', wrap=''):
    return sep.join([f'-----BEGIN {label}-----'] + [wrap + V(x) for x in rsa_lines(r, n, start)] + [f'{wrap}-----END {label}-----'])
def keyfile(label, start, n): return [
 lambda r: f"{K(ts(r))} DEBUG loaded identity file\n" + pem(r, label, n, start) + f"\n{K(ts(r))} DEBUG {K('handshake done')}",
 lambda r: 'tls:\n  ca: /etc/ssl/ca.crt\n  key: |\n    ' + pem(r, label, n, start, '\n', '    ').lstrip() + f"\n  {K('minVersion: 1.2')}",
 lambda r: '{"level":"error","job":"' + K('job ' + dg(r, 6)) + '","material":"' + pem(r, label, n, start, '\\n') + '\\n"}']
def pgp(r): return '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n' + '\n'.join(V(x) for x in rsa_lines(r, 5, 'lQOYB')) + '\n=' + an(r, 4) + '\n-----END PGP PRIVATE KEY BLOCK-----\n' + K('exit status 2')
def ppk(r):
    pub, prv = rsa_lines(r, 2, 'AAAAB3NzaC1yc2E'), rsa_lines(r, 3, 'AAABA')
    return 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: deploy-2026\nPublic-Lines: 2\n' + '\n'.join(pub) + '\nPrivate-Lines: 3\n' + '\n'.join(map(V, prv)) + '\nPrivate-MAC: ' + hx(r, 64)
def jwt(r):
    h = {'alg': r.choice(['HS256', 'RS256', 'ES256']), 'typ': 'JWT'}; c = {'sub': dg(r, 9), 'aud': r.choice(SVC), 'iat': 1780000000 + r.randrange(9**6), 'scope': 'read write'}
    return '.'.join([b64u(json.dumps(x, separators=(',', ':')).encode()) for x in (h, c)] + [us(r, 43 if h['alg'][0] == 'H' else 86)])
def basic(r): return b64s('svc-' + r.choice(SVC) + ':' + pw(r))
def plain(r): return b64s('\0' + login(r) + '@mail.example.org\0' + pw(r))
def digest(r): return f'Authorization: Digest username="svc", realm="ops", nonce="{b64(r, 15)}", uri="/v1/jobs", qop=auth, nc=00000001, cnonce="{hx(r,8)}", response="{V(hx(r,32))}"'
def bcrypt(r): return f"$2{r.choice('aby')}${r.choice(['10','12'])}$" + rs(r, './' + ALN, 53)
def argon(r): return f"$argon2id$v=19$m=65536,t=3,p=4${b64(r,16).rstrip('=')}${b64(r,32).rstrip('=')}"
def sha512c(r): return f"$6$rounds=656000${rs(r, './'+ALN, 16)}${rs(r, './'+ALN, 86)}"
CRED = {}
for sch, host, rest in [('mysql', 'db.example.net:3306', '/shop'), ('mongodb+srv', 'cluster0.ab1cd.mongodb.example.com', '/app?retryWrites=true'), ('amqps', 'mq.example.net:5671', '/prod'),
                        ('clickhouse', 'ch.example.net:9440', '/events?secure=true'), ('mssql', 'sql.example.net:1433', '?database=erp'), ('nats', 'nats.example.net:4222', ''), ('sftp', 'files.example.net:22', '/drop'), ('smtps', 'smtp.example.net:465', '')]:
    CRED['url-userinfo-' + sch] = dsn(sch, host, rest)
CRED['url-userinfo-mssql'] = CRED['url-userinfo-mssql'][:2]; CRED['url-userinfo-nats'] = CRED['url-userinfo-nats'][1:]; CRED['url-userinfo-smtps'] = CRED['url-userinfo-smtps'][::2]
CRED.update({
 'url-userinfo-postgresql': ['«ts» migrate: postgres://owner:«pu»@pg.example.net:5432/billing?sslmode=verify-full -> «err»', "ENV['DATABASE_URL'] ||= 'postgres://owner:«ps»@pg.example.net/billing' # «inc»"],
 'url-redis-no-user': ['«ts» sidekiq: redis://:«ps»@cache.example.net:6379/0 «err»', 'CACHE_URL=rediss://:«pu»@cache.example.net:6380/2\nCACHE_TTL=«num»', '{"broker":"redis://:«ps»@cache.example.net:6379/1","«k:queue»":"default","rid":"«id»"}'],
 'url-userinfo-https': ['«ts» fetch https://ci-bot:«ps»@git.example.net/acme/api.git at «sha»', 'remote: fatal: unable to access «k:repository» https://ci-bot:«pu»@git.example.net/acme/web.git/ («http»)', 'index-url = https://reader:«ps»@pypi.example.net/simple\ntimeout = «num»'],
 'jdbc-password': ['«ts» HikariPool-1 - jdbc:mysql://db.example.net:3306/shop?user=shop&password=«ps»&useSSL=true timed out after «ms»', 'jdbc:sqlserver://sql.example.net;databaseName=erp;user=erp;password=«ps»;loginTimeout=«num»', '<Resource url="jdbc:oracle:thin:erp/«ps»@ora.example.net:1521/ORCL" maxActive="«num»"/>'],
 'odbc-pwd': ['«ts» Driver={ODBC Driver 18 for SQL Server};Server=sql.example.net;Uid=erp;Pwd=«pw»;Encrypt=yes -> «err»', 'connectionString="Server=sql.example.net;Database=erp;User Id=erp;Password=«ps»;Connection Timeout=«num»"', 'DSN=warehouse;UID=loader;PWD=«pw»;'],
 'libpq-keywords': ['«ts» connecting with host=pg.example.net port=«port» user=app password=«ps» dbname=orders', "psql \"host=pg.example.net user=app password='«pw»' sslmode=require\" # «job»"],
 'cloudinary-url': ['CLOUDINARY_URL=cloudinary://482915577310264:«ps»@acme-media\nASSET_TTL=«num»', '«ts» upload failed «http»: cloudinary://731904428851937:«ps»@acme-media («uuid»)'],
 'private-key-rsa': keyfile('RSA PRIVATE KEY', 'MIIEpAIBAAKCAQEA', 5), 'private-key-ec': keyfile('EC PRIVATE KEY', 'MHcCAQEEI', 2), 'private-key-openssh': keyfile('OPENSSH PRIVATE KEY', 'b3BlbnNzaC1rZXktdjEAAAAA', 5),
 'private-key-encrypted': keyfile('ENCRYPTED PRIVATE KEY', 'MIIFHDBOBgkqhkiG9w0BBQ0wQTAp', 4)[:2],
 'private-key-escaped': [lambda r: 'GIT_SSH_KEY="' + pem(r, 'OPENSSH PRIVATE KEY', 3, 'b3BlbnNzaC1rZXktdjEAAAAA', '\\n') + '\\n" ' + K('exit 128'), lambda r: f"{K(ts(r))} saml signing key: " + pem(r, 'PRIVATE KEY', 4, 'MIIEvQIBADANBgkqhkiG9w0B', '\\\\n')],
 'private-key-pgp': [pgp, lambda r: f'{K(ts(r))} gpg: importing\n' + pgp(r)], 'private-key-putty': [ppk, lambda r: ppk(r) + f'\n# {K("ticket 48213")}'],
 'jwt': [lambda r: f'{K(ts(r))} token rejected: {V(jwt(r))} ({K("exp in the past")})', lambda r: '{"id_token":"' + V(jwt(r)) + '",' + K('"expires_in":3600') + '}', lambda r: f'wss://push.example.org/socket?access_token={V(jwt(r))}&v={K("2.0.1")}'],
 'jwt-bearer': [lambda r: f"> Authorization: Bearer {V(jwt(r))}\n< HTTP/1.1 {K('401 Unauthorized')}", lambda r: "fetch failed { headers: { authorization: 'Bearer " + V(jwt(r)) + f"' }} {K('ETIMEDOUT')}"],
 'bearer-opaque': [lambda r: f"curl -H \"Authorization: Bearer {V(us(r,40))}\" https://api.example.org/v1/me # {K('HTTP 403')}", lambda r: f'{K(ts(r))} envoy: "authorization": "bearer {V(us(r,48))}", "x-request-id": "{K(uuid(r))}"'],
 'basic-auth-header': [lambda r: f"{K(ts(r))} outgoing headers=[Host:\"api.example.org\", Authorization:\"Basic {V(basic(r))}\"] {K('status=502')}", lambda r: f"proxy_set_header Authorization \"Basic {V(basic(r))}\";\nproxy_read_timeout {K('60s')};"],
 'proxy-authorization': [lambda r: f"Proxy-Authorization: Basic {V(basic(r))}\r\nConnection: {K('keep-alive')}", lambda r: f"{K(ts(r))} squid {K('TCP_DENIED/407')} proxy-authorization: Basic {V(basic(r))}"],
 'digest-auth': [lambda r: f'{K(ts(r))} > ' + digest(r), lambda r: digest(r) + f"\n< HTTP/1.1 {K('403 Forbidden')}"],
 'set-cookie-session': [lambda r: f'Set-Cookie: sessionid={V(us(r,32))}; Path=/; HttpOnly; Max-Age={K("1209600")}', lambda r: f'< set-cookie: connect.sid=s%3A{V(us(r,32))}.{V(us(r,43))}; Path=/; Expires={K(ts(r,6))}', lambda r: f'{K(ts(r))} Set-Cookie: JSESSIONID={V(upn(r,32))}; Secure; SameSite=Lax'],
 'cookie-session': [lambda r: f'{K(ts(r))} GET /account {K("HTTP 500")} Cookie: theme=dark; PHPSESSID={V(low(r,26))}; lang=en', lambda r: f'Cookie: laravel_session={V(b64u(bytes(r.randrange(256) for _ in range(90))))}; consent=yes\n< {K("HTTP/1.1 302 Found")}', lambda r: '{"headers":{"cookie":"_app_session=' + V(us(r, 64)) + '","x-trace":"' + K(hx(r, 32)) + '"}}'],
 'smtp-auth-plain': [lambda r: f'{K(ts(r))} >>> AUTH PLAIN {V(plain(r))}\n<<< {K("535 5.7.8")} Error: authentication failed', lambda r: f'AUTH PLAIN {V(plain(r))} -> {K("235 2.7.0")} Accepted'],
 'smtp-auth-login': [lambda r: f'C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {b64s("mailer")}\nS: 334 UGFzc3dvcmQ6\nC: {V(b64s(pw(r)))}\nS: {K("535 5.7.3")}'],
 'imap-login': ['«ts» a001 LOGIN mailer «pw»\na001 «k:NO [AUTHENTICATIONFAILED]»', 'imap> a7 LOGIN "mailer" "«pw»" («ms»)'], 'ftp-pass': ['«ts» ---> USER deploy\n---> PASS «pw»\n<--- «k:530 Login incorrect.»', 'ftp: sent PASS «pa», «k:reply 230»'],
 'redis-auth': ['«ts» 127.0.0.1:6379> AUTH «pa»\n«k:(error) WRONGPASS»', '+«k:1781.221934» [0 127.0.0.1:52114] "AUTH" "default" "«pw»"', 'requirepass «pw»\n«k:maxmemory 2gb»'],
 'hash-bcrypt': [lambda r: f"{K(ts(r))} user row: id={K(dg(r,5))} password_digest={V(bcrypt(r))}", lambda r: "INSERT INTO users VALUES (" + K(dg(r, 4)) + f", 'ops', '{V(bcrypt(r))}');", lambda r: '{"uid":' + K(dg(r, 6)) + ',"hash":"' + V(bcrypt(r)) + '"}'],
 'hash-argon2': [lambda r: f"auth backend stored {V(argon(r))} in {K(dg(r,3)+'ms')}", lambda r: '{"credential":"' + V(argon(r)) + '",' + K('"argon2_version":19') + '}'],
 'hash-sha512-crypt': [lambda r: f"rootpw --iscrypted {V(sha512c(r))}\ntimezone {K('Etc/UTC')}", lambda r: f"users:\n  - name: ops\n    passwd: {V(sha512c(r))}\n    shell: {K('/bin/bash')}"],
 'hash-htpasswd': [lambda r: f"# /etc/nginx/.htpasswd\nops:{V(bcrypt(r))}\n# {K('updated 2026-04-02')}", lambda r: f"{K(ts(r))} htpasswd dump metrics:{{SHA}}{V(b64(r,20))}"],
 'hash-django-pbkdf2': [lambda r: f"{K(ts(r))} auth_user.password = pbkdf2_sha256$600000${V(an(r,22)+'$'+b64(r,32))} pk={K(dg(r,5))}", lambda r: '{"password":"pbkdf2_sha256$720000$' + V(an(r, 22) + '$' + b64(r, 32)) + '","pk":' + K(dg(r, 5)) + '}'],
 'hash-ldap-ssha': [lambda r: f"dn: cn=svc,dc=example,dc=org\nuserPassword: {{SSHA}}{V(b64(r,28))}\nobjectClass: {K('inetOrgPerson')}"], 'hash-scram': [lambda r: f"ALTER ROLE app PASSWORD 'SCRAM-SHA-256$4096:{V(b64(r,16)+'$'+b64(r,32)+':'+b64(r,32))}'; -- {K('job 48211')}"],
 'k8s-secret-data': [lambda r: f"apiVersion: v1\nkind: Secret\nmetadata:\n  name: orders-db\n  resourceVersion: \"{K(dg(r,8))}\"\ntype: Opaque\ndata:\n  password: {V(b64s(pw(r)))}\n  api-token: {V(b64s(an(r,32)))}",
    lambda r: '{"kind":"Secret","metadata":{"uid":"' + K(uuid(r)) + '"},"data":{"DB_PASSWORD":"' + V(b64s(pw(r))) + '"}}', lambda r: f"apiVersion: v1\nkind: Secret\nmetadata:\n  creationTimestamp: {K(ts(r,0))}\nstringData:\n  smtp-password: {V(pw(r))}"],
})

# ---- credentials: assignments, command lines, prose ------------------------------------------------------------------
CRED.update({
 'env-password': ['«ts» env: PGHOST=pg.example.net PGUSER=app PGPASSWORD=«pa» PGPORT=«port»', 'MYSQL_ROOT_PASSWORD=«pa»\nMYSQL_DATABASE=orders\nMAX_CONN=«num»', '$ docker run -e RABBITMQ_DEFAULT_PASS=«pa» -p «k:5672:5672» rabbitmq:«ver»'],
 'shell-export': ["+ export VAULT_UNSEAL_PASSPHRASE='«pw»'\n+ ./unseal.sh «job»", 'export ADMIN_PASSWD="«pa»" && exec java -jar app-«ver».jar', 'set LDAP_BIND_PWD=«pa»\r\ncall start.cmd «k:/profile:blue»'],
 'json-password': ['{"level":"info","time":«k:1781234567890»,"body":{"login":"svc","passwd":"«pw»","otp":null},"reqId":"«uuid»"}', '{"smtp": {"host": "smtp.example.net", "port": «port», "auth": {"user": "mailer", "pass": "«pw»"}}}', "config = {'user': 'etl', 'password': '«pw»', 'retries': «n»} # «job»"],
 'json-in-json-password': ['{"time":"«ts»","log":"{\\"user\\":\\"svc\\",\\"password\\":\\"«pw»\\",\\"attempt\\":2}","stream":"stderr"}', '{"message":"POST body {\\"clientSecret\\":\\"«pw»\\"} -> «http»","id":"«id»"}', '«ts» kafka record value="{\\"db\\":{\\"pwd\\":\\"«pw»\\"},\\"offset\\":\\"«num»\\"}"'],
 'xml-password': ['<bean class="«k:org.example.ds.PooledSource»">\n  <property name="password" value="«pw»"/>\n</bean>', '«ts» SOAP: <wsse:Username>svc</wsse:Username><wsse:Password Type="PasswordText">«pw»</wsse:Password> «err»', '<add key="SmtpPassword" value="«pw»" />\n<add key="SmtpPort" value="«port»" />'],
 'yaml-password': ['grafana:\n  adminUser: admin\n  adminPassword: «pw»\n  image:\n    tag: «ver»', "- name: create role\n  postgresql_user:\n    name: app\n    password: '«pw»'\n  register: «k:role_result»", 'auth: {username: svc, password: "«pw»", retries: «n»} # «inc»'],
 'ini-password': ['[client]\nuser=backup\npassword="«pw»"\nport=«port»', '[smtp]\nsmtp_passwd = «pw»\nsmtp_port = «port»\n[log]\nlevel = debug'],
 'toml-password': ['[database]\nuser = "app"\npassword = "«pw»"\npool_size = «num»', "[registry]\nsecret_key = '''«pw»'''\nmax_age = «num»"], 'properties-password': ['spring.datasource.username=app\nspring.datasource.password=«pw»\nserver.port=«port»', '«ts» dumping: javax.net.ssl.keyStorePassword=«pa», javax.net.ssl.keyStore=/etc/app/«k:store.p12»', 'ssl.truststore.password: «pa»\nssl.protocol: «k:TLSv1.3»'],
 'kafka-jaas': ['sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="svc" password="«pw»";\nsession.timeout.ms=«num»', '«ts» client config: PlainLoginModule required username=\\"svc\\" password=\\"«pw»\\"; «err»'],
 'hcl-password': ['resource "aws_db_instance" "main" {\n  master_username = "root"\n  master_password = "«pw»"\n  engine_version  = "«ver»"\n}', "variable \"admin_password\" {\n  default = \"«pw»\"\n}\n# plan «uuid»"],
 'code-password': ['conn = connect(host="db.example.net", user="etl", password="«pw»")  # line «num»', "const client = new Client({ user: 'app', password: '«pw»', port: «port» });", 'private static final String DB_PASSWORD = "«pw»"; // «inc»', 'define(\'DB_PASSWORD\', \'«pw»\');\ndefine(\'DB_CHARSET\', \'«k:utf8mb4»\');'],
 'cli-password-flag': ['«ts» exec: /usr/bin/loader --user svc --password «pa» --batch «num»', 'ps: «num» ?  Ssl  0:02 exporter --db.password=«pa» --web.listen-address=:«port»', '$ mongodump --host db.example.net -u backup --password="«pw»" --out /backup/«k:2026-05-11»'],
 'cli-curl-user': ["$ curl -u deploy:«pa» https://repo.example.net/api/v2/ping\n«k:curl: (22) The requested URL returned error: 403»", '«ts» running curl --silent --user "metrics:«ps»" https://mon.example.org/api («http»)'], 'cli-mysql-p': ['«ts» + mysql -h db.example.net -u root -p«pa» shop < «k:dump-0412.sql»', "sh: mysqldump -ubackup -p'«pw»' orders: «k:exit status 2»"],
 'cli-pgpassword': ['«ts» cron: PGPASSWORD=«pa» pg_dump -h pg.example.net -U app -Fc orders > «k:orders-0317.dump»', "PGPASSWORD='«pw»' psql -c 'select 1' # «job»"], 'cli-sshpass': ["sshpass -p '«pw»' ssh -o StrictHostKeyChecking=no ops@files.example.net uptime; «k:rc=255»", '«ts» ansible: sshpass -p «pa» scp build.tgz ops@files.example.net:/srv «err»'],
 'cli-redis-a': ['$ redis-cli -h cache.example.net -p «port» -a «pa» PING', '«ts» probe: redis-cli -a «pa» --no-auth-warning info «k:exit code 1»'], 'cli-ldap-w': ['ldapsearch -x -H ldaps://ldap.example.net -D "cn=svc,dc=example,dc=org" -w «pa» "(uid=*)"\n«k:ldap_bind: Invalid credentials (49)»', "«ts» + ldapmodify -D cn=admin -w '«pw»' -f «k:change-88.ldif»"],
 'cli-docker-login': ['$ docker login -u ci -p «pa» registry.example.net\n«k:Error response from daemon: unauthorized»', '«ts» helm registry login registry.example.net --username ci --password «pa» («job»)'], 'cli-openssl-pass': ['openssl pkcs12 -export -in tls.crt -inkey tls.key -passout pass:«pa» -out «k:bundle.p12»', '«ts» openssl rsa -in tls.key -passin pass:«pa» «k:-noout -check»'],
 'cli-net-use': ['net use Z: \\\\files.example.net\\drop «pa» /user:backup /persistent:no\r\n«k:System error 1326 has occurred.»', '«ts» mount -t cifs -o username=backup,password=«pa»,vers=«k:3.1.1» //files.example.net/drop /mnt/drop'], 'cli-keytool': ['keytool -importkeystore -srckeystore old.jks -deststorepass «pa» -alias «k:tls-2026»', '«ts» jarsigner -storepass «pa» -keystore rel.jks app-«ver».jar'],
 'cli-sqlcmd': ['sqlcmd -S sql.example.net -U sa -P «pa» -Q "«k:SELECT @@VERSION»"', '«ts» > bcp erp.dbo.items out items.csv -S sql.example.net -U sa -P «pa» «k:-c -t,»'], 'cli-chpasswd': ["+ echo 'ops:«pw»' | chpasswd\n«k:chpasswd: (user ops) pam_chauthtok() failed»", '«ts» cloud-init: useradd done; echo "«pw»" | passwd --stdin ops; «k:rc=0»'],
 'powershell-securestring': ['PS C:\\> $p = ConvertTo-SecureString "«pw»" -AsPlainText -Force\r\n«k:At line:1 char:6»', '«ts» New-LocalUser -Name ops -Password (ConvertTo-SecureString \'«pw»\' -AsPlainText -Force) «k:0x80070005»'], 'powershell-env': ['$env:SQL_PASSWORD = "«pw»"\r\n.\\deploy.ps1 -Build «num»', "PS> $cred = New-Object PSCredential('svc', '«pw»') # «inc»"],
 'sql-create-user': ["«ts» LOG:  statement: CREATE ROLE reporting LOGIN PASSWORD '«pw»' VALID UNTIL «k:'2027-01-01'»", "mysql> ALTER USER 'app'@'%' IDENTIFIED BY '«pw»';\n«k:ERROR 1227 (42000): Access denied»", "CREATE LOGIN etl WITH PASSWORD = N'«pw»', «k:CHECK_POLICY = OFF»;"], 'rabbitmqctl-user': ['«ts» rabbitmqctl add_user shipping «pa»\n«k:Adding user "shipping" ...»', '$ rabbitmqctl change_password shipping «pa» # «job»'],
 'network-config': ['snmp-server community «pa» «k:RO 99»\nlogging trap «k:warnings»', 'network={\n  ssid="warehouse"\n  psk="«pw»"\n  priority=«num»\n}', 'tacacs-server key 0 «pa»\n! «k:Last configuration change at 08:14:02»'],
 'form-body-password': ['«ts» POST /login body="username=svc&password=«pa»&csrf=off" «http»', 'username=svc&passwd=«pu»&«k:remember=true»', '«ts» GET /legacy/auth?user=svc&pwd=«pa»&app=«k:billing» «http»'], 'api-key-query': [lambda r: f'{K(ts(r))} GET /v3/geocode?q=oslo&api_key={V(an(r,32))}&lang=nb {K("HTTP 429")}', lambda r: f'https://hooks.example.org/in?source=ci&access_token={V(us(r,36))}&build={K(dg(r,5))}', lambda r: f'{K(ts(r))} upstream https://maps.example.org/tiles/{K("7/66/41")}.png?apikey={V(hx(r,32))}'],
 'api-key-header': [lambda r: f'> X-API-Key: {V(an(r,40))}\n< HTTP/2 {K("429 Too Many Requests")}', lambda r: f"{K(ts(r))} requests.get(url, headers={{'x-auth-token': '{V(hx(r,40))}'}}) -> {K('ReadTimeout')}", lambda r: f"grpc metadata: x-api-key={V(us(r,32))} grpc-status={K('DEADLINE_EXCEEDED')}"],
 'oauth-params': [lambda r: f'{K(ts(r))} POST /oauth2/token client_id=web&client_secret={V(us(r,40))}&grant_type={K("client_credentials")}', lambda r: f'GET /callback?code={V(us(r,43))}&state={us(r,22)} {K("HTTP 302")}', lambda r: '{"access_token":"' + V(us(r, 64)) + '","token_type":"' + K('Bearer') + '","expires_in":' + K('86399') + ',"refresh_token":"' + V(us(r, 64)) + '"}'],
 'aws-sigv4': [lambda r: f"Authorization: AWS4-HMAC-SHA256 Credential={V('AKIA'+rs(r,B32,16))}/20260611/eu-west-1/s3/aws4_request, SignedHeaders={K('host;x-amz-date')}, Signature={V(hx(r,64))}", lambda r: f"https://media.example.org/in/{K('clip-0412.mp4')}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={V('AKIA'+rs(r,B32,16))}%2F20260611%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Expires=900&X-Amz-Signature={V(hx(r,64))}"],
 'pgpass-line': ['# ~/.pgpass\npg.example.net:5432:orders:app:«pa»\n# «k:mode 0600»'], 'my-cnf-inline': ['«ts» wrote /root/.my.cnf: [client] user=root password=«pa» host=db.example.net «k:(mode 0600)»'],
 'otp-code': ['«ts» sms gateway: your verification code is «code» ref=«uuid»', 'login 2FA: otp=«code» channel=sms «err»'], 'recovery-codes': ['recovery codes: «rc» «rc» issued for «inc»'],
 'prose-pw-is': ['The admin password is «pa» until we cut over; «inc» tracks the rotation.', 'pw for the staging box: «pw»\nport is «port»', 'Password (temporary): «pw» -- expires «k:2026-09-01»', 'fyi the root passwd was set to «pa» on «ts»'],
 'prose-pw-changed': ['I changed the replication password from «pa» to «pa» at «k:14:20 UTC».', 'we reset the svc account, new password «pa», then the «http» responses stopped', 'Someone hard-coded the password "«pw»" in «k:settings.py» line «num»'],
 'prose-pw-login': ['Log in to the router as admin with password `«pw»` and check «k:Gi0/1».', 'creds for the sandbox: user demo, password «pa» («inc»)', 'use login ops and pass «pa» if SSO is down; error was «err»'],
 'prose-pw-other-language': ['Das Passwort lautet «pa», bitte nach dem Deploy von «ver» ändern.', 'Kennwort: «pw» («k:Fehler 1326»)', 'le mot de passe est «pa» (ticket «num»)', 'contraseña: «pw» -- «k:error 1045»', 'a senha do banco é «pa», porta «port»', 'Hasło do bazy: «pw» («k:błąd 28P01»)'],
 'prose-passphrase': ['the key passphrase is "«pp»" and the keystore alias is «k:tls-2026»', 'Passphrase: «pp»\nFingerprint check «k:passed»'], 'prose-api-token': [lambda r: f'Temporary API token for the vendor: {V(an(r,32))} (valid till {K("Friday 18:00")})', lambda r: f'our api key {V(hx(r,40))} got rate limited, {K("HTTP 429")} since {K("09:12")}', lambda r: f'shared secret for the webhook is {V(us(r,32))}; endpoint version {K("v2.4.1")}'],
})
FIELDS['code'] = lambda r: V(dg(r, 6))
FIELDS['rc'] = lambda r: V(low(r, 5) + '-' + low(r, 5))
FIELDS['pp'] = lambda r: V(' '.join(r.sample(WORDS, 4)))
def make_cred():
    make_tokens(); make_keyed()
    for kind, t in CRED.items(): each('cred', kind, t, n=max(2, len(t)), optional=kind == 'otp-code')

# ---- personal data: numbers with check digits, each with an independent validator ------------------------------------
def luhn_ok(s):
    t = 0
    for i, c in enumerate(reversed(s)):
        d = int(c) * (1 + i % 2); t += d - 9 if d > 9 else d
    return t % 10 == 0
def luhn_add(s): return next(s + c for c in DIG if luhn_ok(s + c))
IINS = {'visa': (['400000', '411111', '424242'], 16), 'mastercard': (['555555', '510510', '222300'], 16), 'amex': (['378282', '371449'], 15), 'discover': (['601100', '601111'], 16), 'jcb': (['353011', '356600'], 16), 'diners': (['305693', '362272'], 14)}
def card(r, brand, sep=''):
    iin, n = IINS[brand]; p = r.choice(iin); s = luhn_add(p + rs(r, DIG, n - 1 - len(p)))
    cut = [4, 10] if n < 16 else [4, 8, 12]
    return sep.join(s[a:b] for a, b in zip([0] + cut, cut + [n]))
def card_ok(s): s = re.sub('[ -]', '', s); return luhn_ok(s) and len(s) in (14, 15, 16)
IBANS = {'DE': 'd18', 'GB': 'a4d14', 'FR': 'd10c11d2', 'ES': 'd20', 'IT': 'a1d10c12', 'NL': 'a4d10', 'BE': 'd12', 'CH': 'd5c12', 'AT': 'd16', 'PL': 'd24', 'SE': 'd20', 'IE': 'a4d14'}
def mod97(s): return int(''.join(str(int(c, 36)) for c in s[4:] + s[:4])) % 97
def iban(r, cc, spaced):
    b = ''.join(rs(r, {'d': DIG, 'a': UPP, 'c': UPP + DIG}[k], int(n)) for k, n in re.findall(r'([dac])(\d+)', IBANS[cc]))
    s = f'{cc}{98 - mod97(cc + "00" + b):02}{b}'; return ' '.join(re.findall('.{1,4}', s)) if spaced else s
def iban_ok(s): return mod97(s.replace(' ', '')) == 1
def ymd(r, lo=1952, hi=2003): return r.randrange(lo, hi), r.randrange(1, 13), r.randrange(1, 29)
def wsum(s, w): return sum(int(c) * k for c, k in zip(s, w))
def ssn(r): return f"{r.choice([*range(101, 666), *range(667, 899)])}-{r.randrange(1, 99):02}-{r.randrange(1, 9999):04}"
def ssn_ok(s): a, g, n = s.split('-'); return a not in ('000', '666') and a[0] != '9' and g != '00' and n != '0000'
def nino(r): return f"{r.choice('ABCEGHJKLMNPRSTWXYZ')}{r.choice('ABCEGHJKLMPRSTWXYZ')}{dg(r,6)}{r.choice('ABCD')}"
def nino_ok(s): s = s.replace(' ', ''); return bool(re.fullmatch(r'(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]', s))
def nhs_ok(s): return wsum(s.replace(' ', ''), range(10, 0, -1)) % 11 == 0
def detax_ok(s):
    p = 10
    for c in s[:10]: p = ((int(c) + p) % 10 or 10) * 2 % 11
    return (11 - p) % 10 == int(s[10]) and sorted(map(s[:10].count, DIG))[-2:] in ([1, 2], [1, 3]) and s[0] != '0'
def nir_ok(s): s = s.replace(' ', ''); return 97 - int(s[:13]) % 97 == int(s[13:])
def dni_ok(s): s = s.replace('-', ''); return 'TRWAGMYFPDXBNJZSQVHLCKE'[int(s[:8]) % 23] == s[8]
def nie_ok(s): s = s.replace('-', ''); return dni_ok(str('XYZ'.index(s[0])) + s[1:])
ODD = dict(zip(DIG + UPP, [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]))
def cf_ok(s): return UPP[sum(ODD[c] if i % 2 == 0 else int(c, 36) % (10 if c.isdigit() else 36) - (10 if c.isalpha() else 0) for i, c in enumerate(s[:15])) % 26] == s[15]
def bsn_ok(s): return (wsum(s, range(9, 1, -1)) - int(s[8])) % 11 == 0
def pesel_ok(s): return wsum(s, [1, 3, 7, 9] * 2 + [1, 3, 1]) % 10 == 0
def pnr_ok(s): return luhn_ok(s.replace('-', '')[-10:])
def hetu_ok(s): return '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(s[:6] + s[7:10]) % 31] == s[10]
def cpf_ok(s): s = re.sub('[.-]', '', s); return all((wsum(s[:n], range(n + 1, 1, -1)) * 10 % 11) % 10 == int(s[n]) for n in (9, 10))
def verhoeff_ok(s):
    d = [[(i + j) % 5 + 5 * ((i > 4) != (j > 4)) if i < 5 else (i - j) % 5 + (0 if j > 4 else 5) for j in range(10)] for i in range(10)]
    p = [list(range(10)), [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]]; c = 0
    while len(p) < 8: p.append([p[-1][x] for x in p[1]])
    for i, x in enumerate(reversed(s.replace(' ', ''))): c = d[c][p[i % 8][int(x)]]
    return c == 0
def pan_ok(s): return bool(re.fullmatch(r'[A-Z]{3}P[A-Z]\d{4}[A-Z]', s))
def be_ok(s): n = re.sub('[.-]', '', s); return 97 - int(n[:9]) % 97 == int(n[9:]) or 97 - int('2' + n[:9]) % 97 == int(n[9:])
def ahv_ok(s): return wsum(s.replace('.', ''), [1, 3] * 7) % 10 == 0
def sin_ok(s): return luhn_ok(re.sub('[ -]', '', s))
def search(r, make, ok):                                      # draw until the check digit is right
    while True:
        s = make()
        if ok(s): return s
def gNHS(r): return search(r, lambda: f'{dg(r,3)} {dg(r,3)} {dg(r,4)}', nhs_ok)
def gDET(r): return search(r, lambda: dg(r, 11), detax_ok)
def gNIR(r):
    y, m, d = ymd(r); b = f'{r.choice("12")}{y%100:02}{m:02}{r.choice([x for x in range(1, 95) if x != 20]):02}{dg(r,3)}{dg(r,3)}'; k = f'{97 - int(b) % 97:02}'
    return r.choice([b + k, f'{b[0]} {b[1:3]} {b[3:5]} {b[5:7]} {b[7:10]} {b[10:]} {k}'])
def gDNI(r): return search(r, lambda: dg(r, 8) + r.choice(['', '-']) + r.choice(UPP), lambda s: s[-1] in 'TRWAGMYFPDXBNJZSQVHLCKE' and dni_ok(s))
def gNIE(r): return search(r, lambda: r.choice('XYZ') + dg(r, 7) + r.choice('TRWAGMYFPDXBNJZSQVHLCKE'), nie_ok)
def gCF(r):
    y, m, d = ymd(r); b = rs(r, 'BCDFGLMNPRSTV', 6) + f'{y%100:02}' + 'ABCDEHLMPRST'[m - 1] + f'{d + r.choice([0, 40]):02}' + r.choice('ABCDEFGHL') + dg(r, 3)
    return next(b + c for c in UPP if cf_ok(b + c))
def gBSN(r): return search(r, lambda: dg(r, 9), bsn_ok)
def gPES(r): y, m, d = ymd(r, 1952, 2000); return search(r, lambda: f'{y%100:02}{m:02}{d:02}' + rs(r, DIG, 5), pesel_ok)
def gPNR(r): y, m, d = ymd(r); return search(r, lambda: f'{y%100:02}{m:02}{d:02}-' + rs(r, DIG, 4) if r.random() < .5 else f'{y}{m:02}{d:02}-' + rs(r, DIG, 4), pnr_ok)
def gHET(r): y, m, d = ymd(r, 1952, 2000); return search(r, lambda: f'{d:02}{m:02}{y%100:02}-{r.randrange(2, 899):03}' + r.choice('0123456789ABCDEFHJKLMNPRSTUVWXY'), hetu_ok)
def gCPF(r): return search(r, lambda: f'{dg(r,3)}.{dg(r,3)}.{dg(r,3)}-' + rs(r, DIG, 2), cpf_ok)
def gAAD(r): return search(r, lambda: f'{r.randrange(2,10)}{rs(r,DIG,3)} {rs(r,DIG,4)} {rs(r,DIG,4)}', verhoeff_ok)
def gPAN(r): return rs(r, UPP, 3) + 'P' + rs(r, UPP, 1) + dg(r, 4) + rs(r, UPP, 1)
def gBE(r): y, m, d = ymd(r, 1952, 1999); b = f'{y%100:02}{m:02}{d:02}{r.randrange(2,997):03}'; k = f'{97 - int(b) % 97:02}'; return f'{b[:2]}.{b[2:4]}.{b[4:6]}-{b[6:]}.{k}'
def gAHV(r): return search(r, lambda: f'756.{dg(r,4)}.{dg(r,4)}.{rs(r,DIG,2)}', ahv_ok)
def gSIN(r): return search(r, lambda: f'{r.randrange(1,8)}{rs(r,DIG,2)} {rs(r,DIG,3)} {rs(r,DIG,3)}', sin_ok)
def gNINO(r): return search(r, lambda: (lambda s: s if r.random() < .5 else ' '.join(re.findall('..?', s)))(nino(r)), nino_ok)

# ---- personal data: records ------------------------------------------------------------------------------------------
PHONE = {  # country: notations, X is a digit; ranges set aside for fiction where the regulator publishes one
 'us': ['(312) 555-01XX', '+1-617-555-01XX', '1.503.555.01XX'], 'uk': ['020 7946 0XXX', '+44 (0)7700 900XXX', '+44 7700 900XXX'], 'de': ['030 23125XXX', '+49 (0)89 99998XXX', '0152 28817XXX'],
 'fr': ['01 99 00 XX XX', '+33 (0)6 39 98 XX XX', '06.39.98.XX.XX'], 'au': ['0491 570 XXX', '+61 2 5550 XXXX', '(02) 7010 XXXX'], 'se': ['070-174 06 XX', '+46 8 465 004 XX', '0046 70 174 06 XX'],
 'es': ['+34 600 XXX XXX', '612 34X XXX'], 'it': ['+39 06 5550 XXXX', '347 555 XXXX'], 'nl': ['+31 (0)20 555 XXXX', '06-1234 XXXX'], 'pl': ['+48 22 555 XX XX', '601-555-XXX'],
 'in': ['+91 98765 4XXXX', '098765-4XXXX'], 'br': ['+55 (11) 95555-XXXX', '(21) 95555-XXXX'], 'jp': ['+81 90-5555-XXXX', '03-5555-XXXX'], 'ch': ['+41 44 555 XX XX', '079 555 XX XX'],
}
PHONE_AROUND = ['«ts» otp sms undelivered, msisdn=«S» operator «err»', '{"contact":{"phone":"«S»","lang":"en"},"ticket":"«inc»","at":"«ts»"}', 'Customer asks for a call back on phone «S», see «inc».', 'escalation:\n  tier: 2\n  mobile: «S»\n  «k:after: 15m»', 'Tel. «S» / Fax none / ref «num»', 'WhatsApp number «S» opted out at «ts»']
IDS = {  # kind: (generator, validator, surroundings with a marking word)
 'us-ssn': (ssn, ssn_ok, ['«ts» kyc: SSN «S» does not match bureau record («err»)', '{"applicant":{"ssn":"«S»","state":"OR"},"rid":"«uuid»"}', 'social security number «S» was entered twice in «inc»']),
 'uk-nino': (gNINO, nino_ok, ['«ts» payroll: National Insurance number «S» missing tax code («job»)', 'nino=«S» period=«k:2026-04» result=dup', 'The NI number «S» failed the HMRC lookup.']),
 'uk-nhs': (gNHS, nhs_ok, ['patient.nhsNumber: "«S»" # «inc»', '«ts» pds lookup NHS no: «S» -> «http»']), 'de-steuer-id': (gDET, detax_ok, ['«ts» Steuer-ID «S» ungültig («err»)', '<SteuerIdentifikationsnummer>«S»</SteuerIdentifikationsnummer>«k:<Jahr>2025»</Jahr>', 'steuer_id: "«S»"\n«k:steuerklasse: III»']),
 'fr-nir': (gNIR, nir_ok, ['«ts» DSN: NIR «S» rejeté («err»)', '{"assure":{"nir":"«S»"},"lot":"«num»"}']), 'es-dni': (gDNI, dni_ok, ['«ts» DNI «S» no encontrado («http»)', 'cliente:\n  dni: «S»\n  alta: «k:2026-02-11»', 'El titular con DNI «S» abrió el ticket «num».']), 'es-nie': (gNIE, nie_ok, ['«ts» NIE «S» caducado («err»)', '{"nie":"«S»","expediente":"«num»"}']),
 'it-codice-fiscale': (gCF, cf_ok, ['{"codiceFiscale":"«S»","pratica":«num»}', '«ts» anagrafe: CF=«S» esito=«k:KO-17»']), 'nl-bsn': (gBSN, bsn_ok, ['«ts» BSN «S» komt niet overeen («err»)', '<bsn>«S»</bsn><dossier>«num»</dossier>', 'burgerservicenummer «S» staat dubbel in «inc»']),
 'pl-pesel': (gPES, pesel_ok, ['{"pesel":"«S»","wniosek":"«num»"}', '«ts» walidacja pesel=«S» wynik=«k:BLAD-4»']), 'se-personnummer': (gPNR, pnr_ok, ['«ts» BankID avbröts, personnummer: «S» («err»)', '{"personnummer":"«S»","arende":"«num»"}']),
 'fi-hetu': (gHET, hetu_ok, ['«ts» henkilötunnus «S» ei kelpaa («err»)', 'hetu=«S» hakemus=«num»', '{"hetu":"«S»","rid":"«id»"}']), 'br-cpf': (gCPF, cpf_ok, ['«ts» CPF «S» com restrição («http»)', '{"cpf":"«S»","pedido":«num»}', 'O cliente de CPF «S» abriu o chamado «inc».']),
 'in-aadhaar': (gAAD, verhoeff_ok, ['«ts» eKYC Aadhaar «S» OTP failed «err»', 'aadhaar_no: "«S»"\n«k:consent: Y»', 'Aadhaar number «S» linked twice, «inc»']), 'in-pan': (gPAN, pan_ok, ['{"pan_number":"«S»","fy":"«k:2025-26»"}', '«ts» ITR upload PAN=«S» ack=«num»']),
 'be-rijksregister': (gBE, be_ok, ['«ts» rijksregisternummer «S» onbekend («err»)', '{"numeroNational":"«S»","dossier":"«num»"}']), 'ch-ahv': (gAHV, ahv_ok, ['«ts» AHV-Nr. «S» nicht gefunden («err»)', 'ahv: «S»\n«k:kanton: ZH»']), 'ca-sin': (gSIN, sin_ok, ['«ts» SIN «S» invalid for T4 slip «num»', '{"socialInsuranceNumber":"«S»","rid":"«uuid»"}']),
}
CARD_AROUND = ['«ts» gateway declined card «S» «k:code 51» «err»', '{"payment":{"cardNumber":"«S»","brand":"unknown"},"order":"«num»"}', 'The customer read us card number «S» over chat, please purge «inc».', 'pan=«S» amount=«k:129.90» currency=EUR «http»']
IBAN_AROUND = ['«ts» sepa: IBAN «S» rejected AC01 end-to-end «num»', '{"creditor":{"iban":"«S»"},"batch":"«uuid»"}', 'Please refund to «S» under reference «inc».']
US_ST, UK_ST, DE_ST = ['Maple Avenue', 'Juniper Street', 'Old Mill Road', 'Cedar Ridge Drive', 'N Halsted Blvd'], ['Kingsley Road', 'Orchard Close', 'Church Lane', 'Victoria Terrace'], ['Lindenstraße', 'Am Mühlbach', 'Kastanienallee', 'Bahnhofstr.', 'Rosenweg']
def addr_us(r): return f"{dg(r,4)} {r.choice(US_ST)}, {r.choice(['Apt 4B, ', 'Suite 210, ', ''])}{r.choice(['Columbus, OH 43215', 'Boise, ID 83702', 'Tucson, AZ 85701-2219'])}"
def addr_uk(r): return f"{r.randrange(2,240)} {r.choice(UK_ST)}, {r.choice(['Bristol BS6 5TT', 'Leeds LS7 3QB', 'Edinburgh EH9 1PL', 'London SW12 8NU'])}"
def addr_de(r): return f"{r.choice(DE_ST)} {r.randrange(2,120)}{r.choice(['', 'a'])}, {r.choice(['50674 Köln', '04109 Leipzig', '70182 Stuttgart'])}"
ADDR = ['«ts» geocoder: no match for "«S»" («err»)', '{"shippingAddress":"«S»","parcel":"«num»"}', 'The courier could not find «S»; redelivery under «inc».']
def dob(r):
    y, m, d = ymd(r); return r.choice([f'{y}-{m:02}-{d:02}', f'{d:02}/{m:02}/{y}', f'{d:02}.{m:02}.{y}', f'{d} {MON[m-1]} {y}'])
def handle(r): f, l = asc(r.choice(FIRST)).lower(), asc(r.choice(LAST)).lower(); return r.choice([f[0] + l, f'{f}.{l}', f'{f}-{l[0]}{dg(r,2)}'])
def pctmail(r): return email(r).replace('+', '%2B').replace('@', '%40')
PII = {
 'email': (email, ['«ts» postfix/smtp: to=<«S»>, relay=none, delay=«n», status=bounced («k:550 5.1.1»)', '{"event":"signup","user":{"mail":"«S»"},"rid":"«uuid»"}', 'logger=mailer recipient=«S» template=welcome «err»', 'Please add «S» to the «inc» bridge.', '<a href="mailto:«S»">contact</a> <!-- build «num» -->']),
 'email-url-encoded': (pctmail, ['«ts» GET /unsubscribe?email=«S»&«k:list=42» «http»', 'Referer: https://shop.example.org/reset?user=«S»&«k:step=2»', 'POST body: login=«S»&remember=1 ref=«uuid»']), 'email-in-code': (email, ["expect(user.email).toBe('«S»') // «inc»", "Duplicate entry '«S»' for key 'users.«k:uq_email»'", "Key (email)=(«S») already exists. SQLSTATE «k:23505»"]),
 'person-git-author': (person, ['commit «sha»\nAuthor: «S» <«email»>\nDate:   «k:Tue May 12 10:04:55 2026 +0200»\n\n    Raise pool size to 40', '«sha7» («S» «k:2026-04-02 11:20:01» +0200  41) retries = 3']), 'person-git-trailer': (person, ['fix: stop double charge\n\nSigned-off-by: «S» <«email»>\nChange-Id: I«k:8f4c1b2a90d3e5f6a7b8c9d0e1f2a3b4c5d6e7f8»', 'Merge pull request #«num»\n\nCo-authored-by: «S» <«email»>', 'Reviewed-by: «S»\nTested-by: «person»\nBuild: «num»']),
 'person-from-header': (person, ['From: «S» <«email»>\nSubject: Re: «inc» disk full\nDate: «k:Thu, 11 Jun 2026 08:14:02 +0000»', 'From: "«S»" via Helpdesk\nX-Ticket: «num»']), 'person-reported-by': (person, ['Reported by «S» at «ts», severity «k:SEV-2»', '«inc» was reported by «S» from the night shift.', '«ts» ticket opened, reporter=«S», queue=«k:payments»']),
 'person-json-field': (person, ['{"issue":"«inc»","assignee":{"displayName":"«S»"},"status":"«k:In Progress»"}', '{"customerName":"«S»","orderId":"«uuid»"}', '{"createdBy":"«S»","approvedBy":"«person»","change":"«k:CHG0041822»"}', '{"firstName":"«first»","lastName":"«last»","tier":"«k:gold»"}']),
 'person-yaml-field': (person, ['incident: «inc»\ncommander: «S»\nscribe: «person»\nstarted: «ts»', 'approver: «S»\nchange: «k:CHG0039917»', 'full_name: «S»\nplan: «k:enterprise»']), 'person-labelled': (person, ['Assigned to: «S» («inc»)', 'On-call: «S» until «ts»', 'Cardholder name: «S», «err»', 'Patient: «S», «k:ward B12»']),
 'person-prose': (person, ['Escalated to «S» at «k:03:40 UTC» because p99 was at «ms».', '«S» acknowledged the page and rolled back to «ver».', 'Thanks to «S» and «person» for the quick mitigation of «inc».', 'I spoke with «S» about the «http» spike.']), 'handle': (handle, ['cc @«S» please look at «inc»', 'approved by @«S» in #«num»', 'Paging @«S» (secondary) at «ts»']),
 'home-path-windows': (login, ['«ts» Could not load file C:\\Users\\«S»\\AppData\\Local\\Temp\\«k:tmp4F2A.dll»', '{"path":"C:\\\\Users\\\\«S»\\\\source\\\\repos\\\\api","code":"«k:CS0246»"}', 'file:///C:/Users/«S»/AppData/Roaming/npm/«k:index.js»']), 'home-path-mac': (login, ['dyld: Library not loaded: /Users/«S»/Library/«k:libssl.3.dylib»', '«ts» ENOENT /Users/«S»/work/api/«k:package.json»']), 'username-home-path': (login, ['  File "/home/«S»/src/billing/«k:sync.py", line 88»', '«ts» rsync: /export/home/«S»/«k:data.csv» vanished', 'core dumped to /mnt/c/Users/«S»/«k:core.4412»']),
 'account-number': (lambda r: dg(r, 10), ['«ts» ach return R03 accountNumber=«S» trace=«num»', '{"bankAccount":{"account_no":"«S»","type":"«k:checking»"}}', 'acct # «S» overdrawn, «inc»', 'account number: «S»\n«k:branch: 0417»']), 'uk-account': (lambda r: dg(r, 8), ['«ts» bacs: sort code 20-41-88 account number «S» unknown («err»)', 'sortCode=40-12-71 accountNumber=«S» ref=«num»']), 'passport': (lambda r: r.choice('CFGKX') + dg(r, 8), ['«ts» passport number «S» expired («err»)', '{"passportNo":"«S»",«k:"country":"IE"»}']),
 'medical-record': (lambda r: dg(r, 8), ['«ts» HL7 reject, MRN: «S», segment «k:PID-3»', '{"medicalRecordNumber":"«S»","rid":"«id»"}']), 'date-of-birth': (dob, ['«ts» kyc mismatch dob=«S» ref=«num»', '{"dateOfBirth":"«S»","tier":"«k:basic»","rid":"«uuid»"}', 'Caller born on «S» failed the check in «inc».', '<birthDate>«S»</birthDate><status>«k:active»</status>', 'date of birth: «S»\ncreated: «ts»', 'Geburtsdatum: «S» («k:Fehler 12»)']),
 'street-address': (addr_us, ADDR), 'street-address-de': (addr_de, ADDR[:2] + ['Lieferadresse: «S» (Sendung «num»)']), 'street-address-uk': (addr_uk, ADDR),
}
FIELDS['first'] = lambda r: V(r.choice(FIRST))
FIELDS['last'] = lambda r: V(r.choice(LAST))
CHECKS = {}
def make_pii():
    for j, (cc, forms) in enumerate(PHONE.items()):
        for i, form in enumerate(forms[:3 if j < 4 else 2]):
            r = rng('phone-' + cc, i); s = ''.join(rs(r, DIG, 1) if c == 'X' else c for c in form)
            add('pii', 'phone-' + cc + ('-local' if cc == 'us' else ''), fill(r, PHONE_AROUND[(j + i * 2) % 6], S=V(s)))
    for kind, (gen, ok, t) in IDS.items(): CHECKS[kind] = ok; each('pii', kind, t, gen)
    for j, brand in enumerate(IINS):
        CHECKS['card-' + brand] = card_ok
        for i in range(4 if brand in ('visa', 'amex') else 3):
            r = rng('card-' + brand, i); add('pii', 'card-' + brand, fill(r, CARD_AROUND[(i + j) % 4], S=V(card(r, brand, ('', ' ', '-', ' ')[i]))))
    for j, cc in enumerate(IBANS):
        CHECKS['iban-' + cc.lower()] = iban_ok
        for i in range(2): r = rng('iban-' + cc, i); add('pii', 'iban-' + cc.lower(), fill(r, IBAN_AROUND[(i + j) % 3], S=V(iban(r, cc, i == 0))))
    for kind, (gen, t) in PII.items(): each('pii', kind, t, gen)

# ---- internal addresses ----------------------------------------------------------------------------------------------
def ip10(r): return f'10.{r.randrange(1,250)}.{r.randrange(1,250)}.{r.randrange(2,254)}'
def ip172(r): return f'172.{r.randrange(16,32)}.{r.randrange(1,250)}.{r.randrange(2,254)}'
def ip192(r): return f'192.168.{r.randrange(2,250)}.{r.randrange(2,254)}'
def ipp(r): return r.choice([ip10, ip172, ip192])(r)
def ula(r): return f"fd{hx(r,2)}:{hx(r,4)}:{hx(r,4)}" + r.choice([f'::{hx(r,4)}', f":{r.randrange(1,9)}::{hx(r,3)}:{hx(r,4)}", f':0:0:0:0:{hx(r,4)}'])
def lla(r): return f'fe80::{hx(r,4)}:{hx(r,2)}ff:fe{hx(r,2)}:{hx(r,4)}'
def stem(r): return r.choice(['db', 'pay-db', 'ledger-01', 'kafka-2', 'jump', 'build', 'vault', 'orders', 'redis-cache', 'wiki']) + r.choice(['', '-a', '-' + dg(r, 2)])
def hosts(suffixes):
    nxt = itertools.cycle(suffixes); return lambda r: stem(r) + next(nxt)
HOST_AROUND = ['«ts» dial tcp: lookup «S»: no such host («err»)', '{"peer":"«S»","rtt":"«ms»","rid":"«uuid»"}', 'Traffic to «S» dropped at «ts», see «inc».', 'upstream:\n  host: «S»\n  port: «port»\n  retries: «n»', 'https://«S»/status returned «http»']
INFRA = {
 'ipv4-private-port': (ipp, ['«ts» connect() to «S»:«port» failed («k:111: Connection refused»)', 'upstream: "http://«S»:«port»/v1/ready", «http»', 'ESTAB 0 0 «S»:«port» users:(("«k:envoy»",pid=«n»))']), 'ipv4-private-cidr': (lambda r: ipp(r).rsplit('.', 1)[0] + '.0', ['«ts» route add «S»/24 via eth1 «err»', 'networkPolicy:\n  ipBlock:\n    cidr: «S»/24\n  port: «port»', 'security group allows «S»/24 on «k:tcp/5432»']),
 'ipv4-private-json': (ipp, ['{"src":"«S»","bytes":«num»,"flow":"«id»"}', '{"node":{"InternalIP":"«S»"},"kubelet":"v«ver»"}']), 'ipv4-private-xff': (ipp, ['«ts» X-Forwarded-For: 203.0.113.9, «S» rid=«uuid»', '«S» - - [«k:11/Jun/2026:08:14:02 +0000»] "GET /healthz HTTP/1.1" «k:503 19»']), 'ipv4-private-prose': (ipp, ['I could reach the box at «S» but not the replica («err»).', 'The stale DNS record pointed to «S» since «ts».', 'etcd member «h16» at «S» is unhealthy']), 'ipv4-10': (ip10, ['«ts» dhcpd: DHCPACK on «S» to client «num»', 'Last login: «k:Thu Jun 11 08:14:02» from «S»']),
 'ipv4-172': (ip172, ['docker0: inet «S» netmask 255.240.0.0 «k:mtu 1500»', '«ts» br-lan: martian source «S» («err»)']), 'ipv4-192': (ip192, ['PING «S» «k:56(84) bytes of data.»', 'default via «S» dev wlan0 metric «num»']),
 'ipv4-cgnat': (lambda r: f'100.{r.randrange(64,128)}.{r.randrange(1,250)}.{r.randrange(2,254)}', ['«ts» magicsock: endpoint «S»:«port» unreachable', '{"podIP":"«S»","phase":"«k:Failed»"}', 'peer «S» last handshake «k:2m14s» ago']), 'ipv6-ula': (ula, ['«ts» listen on [«S»]:«port» failed: «err»', '{"clusterIP":"«S»",«k:"family":"IPv6"»}', 'AAAA record «S» is stale («inc»)']), 'ipv6-link-local': (lla, ['«ts» ndisc: neighbour «S»%eth0 FAILED («err»)', 'ssh: connect to host «S»%en0 port «port»: No route to host']),
 'ipv4-dashed-host': (lambda r: ip10(r).replace('.', '-'), ['«ts» node ip-«S».eu-west-1.compute.internal NotReady («k:KubeletNotReady»)', 'kubectl drain ip-«S».us-east-2.compute.internal --grace-period=«num»', '{"nodeName":"ip-«S».ec2.internal","uid":"«uuid»"}']), 'ipv4-dashed-pod': (lambda r: ip172(r).replace('.', '-'), ['lookup «S».payments.pod.cluster.local: «k:i/o timeout»', '«ts» coredns NXDOMAIN «S».default.pod.cluster.local «ms»']),
 'host-internal': (hosts(['.prod.internal', '.eu1.internal', '.acme.internal']), HOST_AROUND), 'host-local': (hosts(['.acme.local', '.hq.local', '.local']), HOST_AROUND[:4]), 'host-corp': (hosts(['.hq.corp', '.acme.corp', '.emea.corp']), HOST_AROUND[1:5]), 'host-lan': (hosts(['.lan', '.office.lan']), HOST_AROUND[:3]), 'host-intranet': (hosts(['.intranet', '.acme.intranet', '.home.arpa']), HOST_AROUND[2:5]),
 'host-k8s-svc': (hosts(['.payments.svc.cluster.local', '.default.svc.cluster.local', '.infra.svc.cluster.local']), HOST_AROUND), 'host-consul': (hosts(['.service.consul', '.service.dc1.consul', '.node.consul']), HOST_AROUND[:4]), 'rds-endpoint': (lambda r: f"{r.choice(SVC)}-prod.c{low(r,11)}.{r.choice(['eu-west-1','us-east-1'])}.rds.amazonaws.com", HOST_AROUND[:4]), 'elasticache-endpoint': (lambda r: f"{r.choice(SVC)}.{low(r,6)}.0001.euw1.cache.amazonaws.com", HOST_AROUND[:3]),
 'unc-path': (lambda r: f"\\\\{r.choice(['fs', 'nas', 'dfs'])}{dg(r,2)}\\{r.choice(['profiles$', 'builds', 'hr-share'])}", ['«ts» robocopy: «S»\\q4.xlsx access denied «k:(0x00000005)»', '«ts» SaveAs failed («err») for «S»\\reports\\weekly.docx', 'The share «S» is full, see «inc».']), 'domain-user': (login, ['«ts» Audit Failure: Account NORDHAVN\\«S» «k:Event ID 4625»', '{"user":"KESTREL\\\\«S»",«k:"logonType":10»,"rid":"«uuid»"}', 'RDP session opened by TESSERA\\«S» at «ts»']), 'kerberos-principal': (lambda r: login(r) + '@CORP.NORDHAVN.DK', ['«ts» kinit: Client «S» not found in Kerberos database «err»', 'TGS_REQ from «S» for krbtgt «k:PROCESS_TGS»']),
}
OPTIONAL = {'mac-colon': (lambda r: ':'.join(['3c'] + [hx(r, 2) for _ in range(5)]), ['«ts» hostapd: STA «S» deauthenticated «k:reason=3»', '{"iface":"eth0","hwaddr":"«S»",«k:"mtu":1500»}']), 'mac-dash': (lambda r: '-'.join(['A4'] + [hx(r, 2).upper() for _ in range(5)]), ['Physical Address. . . . : «S»\n«k:DHCP Enabled. . . . . : Yes»', '«ts» radius: Calling-Station-Id = «S» «err»']),
 'ec2-public-name': (lambda r: f'ec2-{r.randrange(3,54)}-{r.randrange(1,250)}-{r.randrange(1,250)}-{r.randrange(1,250)}.eu-west-1.compute.amazonaws.com', HOST_AROUND[:2])}
def make_infra():
    for kind, (gen, t) in INFRA.items(): each('infra', kind, t, gen)
    for kind, (gen, t) in OPTIONAL.items(): each('infra', kind, t, gen, optional=True)

# ---- what has to stay: no marks means the whole record stays ---------------------------------------------------------
def cfp(r, n): return ':'.join(hx(r, 2).upper() for _ in range(n))
NEGF = {
 'tid': lambda r: hx(r, 32), 'sid': lambda r: hx(r, 16), 'u': uuid, 'c40': lambda r: hx(r, 40), 'c7': lambda r: hx(r, 7), 'd64': lambda r: hx(r, 64), 'd12': lambda r: hx(r, 12),
 'i16': lambda r: search(r, lambda: r.choice('45') + rs(r, DIG, 15), lambda s: not luhn_ok(s)), 'row': lambda r: f'{r.randrange(201,989)}555{r.randrange(1000,9999)}', 'b384': lambda r: b64(r, 48), 'b512': lambda r: b64(r, 64), 'b256': lambda r: b64(r, 32), 'fp43': lambda r: b64(r, 32).rstrip('='),
 'sha1fp': lambda r: cfp(r, 20), 'sha256fp': lambda r: cfp(r, 32), 'md5fp': lambda r: cfp(r, 16).lower(), 'v3': lambda r: f'{r.randrange(9)}.{r.randrange(40)}.{r.randrange(60)}', 'p': lambda r: str(r.randrange(1024, 49000)), 'd3': lambda r: dg(r, 3), 'd5': lambda r: dg(r, 5), 'd6': lambda r: dg(r, 6), 'd9': lambda r: dg(r, 9),
 'chrome': lambda r: f'{r.randrange(110,140)}.0.{r.randrange(5000,7200)}.{r.randrange(300,999)}', 'winver': lambda r: f'10.0.{r.choice([17763,19045,20348,22631])}.{r.randrange(300,4800)}', 'v4': lambda r: f'{r.randrange(11,30)}.{r.randrange(300,999)}.{r.randrange(9)}.{r.randrange(300)}', 'hexp': lambda r: '0x' + hx(r, 12), 'pod': lambda r: r.choice(SVC) + '-' + rs(r, 'bcdf456789', 10) + '-' + rs(r, 'bcdfghjkl2456789', 5),
 't': lambda r: ts(r, 0), 'pkt': lambda r: hx(r, 16), 'isbn': lambda r: (lambda s: s + str(-wsum(s, [1, 3] * 6) % 10))('978' + rs(r, DIG, 9)), 'meth': lambda r: r.choice(['refresh', 'rotate', 'load', 'verify']), 's': lambda r: r.choice(SVC), 'etag': lambda r: hx(r, 32), 'doc': lambda r: r.choice(['192.0.2.', '198.51.100.', '203.0.113.']) + str(r.randrange(1, 254)),
}
FIELDS.update(NEGF)
N = {}
N['commit-sha'] = ['HEAD is now at «c7» Fix flaky retry', 'bisect: «c40» is the first bad commit', '{"revision":"«c40»","branch":"main"}', 'image:\n  tag: main-«c7»', 'From «c40» Mon Sep 17 00:00:00 2001', 'checkout: moving from main to «c40»']
N['uuid'] = ['GET /v1/orders/«u» 404', '{"correlationId":"«u»","status":"late"}', 'saga «u» compensated after 3 steps', 'volume:\n  id: «u»\n  size: 40Gi', 'x-request-id: «u»']
N['trace-id'] = ['X-B3-TraceId: «tid»', 'X-Amzn-Trace-Id: Root=1-6a2b41c0-«d12»5f3e2d1c4b6a', '{"trace_id":"«tid»","span_id":"«sid»","dur":12}', 'b3: «tid»-«sid»-1', 'slow trace «tid» sampled at 0.1', 'uber-trace-id: «tid»:«sid»:0:1']
N['traceparent'] = ['traceparent=00-«tid»-«sid»-01 tracestate=vendor1=«sid»', '{"traceparent":"00-«tid»-«sid»-00"}', 'propagating 00-«tid»-«sid»-01 to notifier', 'grpc-trace: 00-«tid»-«sid»-01']
N['image-digest'] = ['Pulling ghcr.io/acme/api@sha256:«d64»', 'containers:\n  - image: nginx@sha256:«d64»', 'manifest sha256:«d64» unknown', '{"digest":"sha256:«d64»","size":1532}', 'layer «d12»: Pull complete']
N['sri'] = ['"integrity": "sha512-«b512»",', '<script src="/app.js" integrity="sha384-«b384»" crossorigin="anonymous"></script>', 'EINTEGRITY sha256-«b256» integrity checksum failed', 'resolution: {integrity: sha512-«b512»}']
N['etag'] = ['ETag: "«etag»"', 'If-Match: "«etag»" -> 412 Precondition Failed', '{"key":"logs/a.gz","etag":"\\"«etag»-7\\""}', 's3 part 3 etag «etag» uploaded']
N['four-part-version'] = ['Mozilla/5.0 Chrome/«chrome» Safari/537.36', 'Microsoft Windows [Version «winver»]', 'driver version «v4» is too old', 'File version: «v4»\nProduct version: «v4»', '{"browser":"Edge «chrome»"}', 'OS build «winver» applied']
N['assembly-token'] = ['Could not load Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=«pkt»', '<assemblyIdentity name="System.Memory" publicKeyToken="«pkt»" culture="neutral" />', 'Redirect System.Runtime PublicKeyToken=«pkt» failed']
N['loopback'] = ['listening on 127.0.0.1:«p»', 'bind [::1]:«p»: address already in use', 'server:\n  address: 0.0.0.0\n  port: «p»', '{"remote":"127.0.0.1","status":200}', 'http://localhost:«p»/metrics refused', 'probe of 127.0.0.53:53 ok']
N['documentation-address'] = ['example peer «doc» in the manual', 'ping «doc» (documentation range) failed', '{"host":"«doc»","note":"TEST-NET"}', 'route 2001:db8:«d3»::/48 via 2001:db8::1', 'allow:\n  - «doc»/32 # RFC 5737']
N['public-dns'] = ['nameserver 8.8.8.8', 'dig @1.1.1.1 example.org +short timed out', '{"resolver":"9.9.9.9","rcode":"SERVFAIL"}', 'forwarders: [8.8.4.4, 1.0.0.1]', 'lookup example.org on 8.8.8.8:53: no such host']
N['timestamp'] = [(lambda r, f=f, t=t: t.replace('@', ts(r, f))) for f, t in zip(range(12), ['started @', '[@] boot', 'last seen @', '@ [notice] reload', 'until @', '[@] "GET / HTTP/1.1" 200', 'Last-Modified: @', 'expires @ sharp', 'backup-@.tar', 'I@ 1 main.go:12] up', 'modified @', 'checkpoint @'])] + ['2026-06-12 08:15:30.123456789 +0000 UTC m=+0.«d6»', '2026-W24-5T08:15:30Z', 'Friday, 12-Jun-26 08:15:30 UTC', 'day 163, 08h15m30s']
N['epoch-ms'] = [lambda r: f'"timestamp":{1780000000000 + r.randrange(10**9)},"lag":12', lambda r: f'offset commit at {1780000000000 + r.randrange(10**9)} ok', lambda r: f'Max-Age until {1780000000 + r.randrange(10**6)}', lambda r: f'created_at: {1780000000000 + r.randrange(10**9)}\nkind: job']
N['epoch-ns'] = [lambda r: f'cpu,host=web usage=12.1 {1780000000000000000 + r.randrange(10**15)}', lambda r: '{"startTimeUnixNano":"' + str(1780000000000000000 + r.randrange(10**15)) + '"}', lambda r: f'loki entry {1780000000000000000 + r.randrange(10**15)} out of order']
N['ports'] = ['containerPort: «p»\nhostPort: «p»', '0.0.0.0:«p»->5432/tcp', 'tcp LISTEN :::«p»', 'bound ports «p», «p» and «p»']
N['npm-package-at'] = ['npm warn deprecated request@2.88.«d3»: use fetch', '+ left-pad@1.3.0 added in 2s', 'yarn: eslint@9.«d3».0 incompatible', '{"dep":"express@4.19.2"}', '└── lodash@4.17.21 deduped']
N['scoped-package'] = ['@acme/ui-kit@2.«d3».0 not found', 'import x from "@nestjs/core"; // 10.3.8', 'npm error 404 @types/node@22.«d3».1', 'resolved @angular/cli@18.0.«d3»', '"@babel/preset-env": "^7.24.«d3»"', 'pkg:npm/%40angular/core@18.«d3».1']
N['git-remote'] = ['fatal: could not read from git@github.com:acme/checkout.git', 'origin\tgit@gitlab.com:acme/infra/«s».git (fetch)', 'git clone ssh://git@bitbucket.org/acme/«s».git', 'module "net" {\n  source = "git@github.com:acme/tf-«s».git?ref=v1.2.3"\n}', 'go: git@github.com:acme/«s».git: exit status 128']
N['job-number'] = ['job «d6» failed after 3 tries', 'Build #«d5» queued', '{"pipeline":«d9»,"stage":"test"}', 'JIRA OPS-«d5» reopened', 'slurm job «d9» on partition gpu', 'workflow run «d9»«d3»']
N['error-code'] = ['PLS-00306: wrong number or types of arguments', 'error TS2345: Argument of type string', 'psql: SQLSTATE 57P01', 'CUDA error 719', '{"code":"ER_LOCK_DEADLOCK","errno":1213}', 'MSB3073 exited with code 9009', 'kafka NOT_LEADER_OR_FOLLOWER (6)', 'CS8602: possible null']
N['metric'] = ['http_request_duration_seconds_bucket{le="0.5",route="/login"} «d5»', 'auth_token_refresh_total{result="ok"} «d6»', 'password_reset_requests_total «d5»', '# HELP secret_rotation_age_seconds Age of the secret', 'rate(api_key_validation_errors_total[5m]) > 0.2', 'jvm.memory.used=«d9»', 'session_cookie_size_bytes_sum 4.«d6»e+06']
N['public-host'] = ['GET https://api.github.com/rate_limit 403', 'lookup registry.npmjs.org: timeout', '{"url":"https://s3.amazonaws.com/public-assets/logo.svg"}', 'proxy to storage.googleapis.com failed', 'see https://kubernetes.io/docs/concepts/configuration/secret/', 'repo: https://charts.bitnami.com/bitnami', 'pypi.org:443 handshake ok']
N['pod-name'] = ['Back-off restarting failed container in pod «pod»', 'pod/«pod» evicted', '{"pod":"«pod»","ns":"shop"}', 'kubectl logs «pod» -c app --previous', 'statefulset kafka-0 and kafka-1 ready, «pod» pending']
N['container-id'] = ['container «d64» exited (137)', 'docker inspect «d12»', 'cri-o: cri-containerd-«d64».scope', '/docker/containers/«d64»/«d64»-json.log', '{"containerID":"containerd://«d64»"}']
N['memory-address'] = ['panic: invalid memory address [signal SIGSEGV addr=«hexp» pc=«hexp»]', '#3  «hexp» in epoll_wait ()', 'Object@1a2b3c4d leaked at «hexp»', 'segfault at «hexp» ip «hexp» error 4', '{"rip":"«hexp»"}']
N['byte-count'] = ['wrote «d9» bytes to disk', 'Content-Length: «d9»', '{"heapUsed":«d9»,"rss":«d9»}', 'allocated «d9» of 4294967296 bytes', 'limits:\n  memory: «d9»']
N['row-count'] = ['scanned «row» rows', 'INSERT 0 «row»', '{"affected":«row»,"ms":81}', 'vacuum removed «row» dead tuples', 'offset «row» lag 0', 'key count: «row»']
N['sixteen-digit-id'] = ['snowflake id «i16» not found', 'order_seq=«i16» settled', '{"messageId":«i16»}', 'lsn «i16» replayed', 'shard «i16» merged']
N['password-word'] = ['password reset flow failed', 'invalid password for user', 'token expired', 'secret rotation finished in 3s', 'Please enter your password to continue', 'password must contain at least 12 characters', 'Too many failed password attempts, account locked', 'the access token is missing or malformed', 'api key not provided', 'WARN passwordEncoder is deprecated', 'password authentication failed, retrying', 'credentials were rejected by the server', 'session token has been revoked', 'Incorrect password. Try again.', 'the secret is stored in Vault', 'token bucket is empty']
N['password-empty'] = ['password: null', 'password=***', '{"password":"[REDACTED]","user":"svc"}', 'DB_PASSWORD=', 'token: ""', 'secret=<redacted>', '{"token":null,"retries":3}', 'password: "********"', 'api_key=[FILTERED]', 'passwd=xxxxxxxx']
N['placeholder'] = ['password: ${DB_PASSWORD}', 'token: {{ .Values.token }}', 'Authorization: Bearer <your-token>', 'const key = process.env.API_KEY', 'password = os.environ["DB_PASSWORD"]', 'PGPASSWORD=$PGPASSWORD pg_dump', 'password = var.db_password', 'token: ${{ secrets.GITHUB_TOKEN }}', 'spring.datasource.password=${SPRING_DB_PASSWORD:}', 'set PASS=%DB_PASSWORD%', 'password: !vault |', 'api_key = YOUR_API_KEY', "password = config.get('db.password')", 'export TOKEN=$(cat /run/token)', 'curl -u "$USER:$PASS" https://api.example.org', 'postgres://${DB_USER}:${DB_PASSWORD}@${DB_HOST}/app']
N['code-reference'] = ['at getToken(auth.js:«d3»)', 'token = self.get_token()', 'if (!user.checkPassword(input)) return;', 'String secret = vault.readSecret(path);', 'undefined is not a function: refreshToken()', 'let password = form.password.value', 'token := r.Header.Get("Authorization")', 'password_hash = hash_password(password)', 'assertNotNull(credentials.getApiKey())']
N['at-sign'] = ['GET /img/icon@2x.png 304', 'getty@tty1.service: Succeeded.', 'user@1000.service: Main process exited', 'sprite@3x.webp missing', 'Starting wg-quick@wg0.service', 'actions/checkout@v4', 'uses: docker/build-push-action@v6', '@Autowired(required=false)', 'media query @media (min-width: 600px)', 'cite @keyframes spin', 'package.json: "@2.0.0"']
N['java-class'] = ['org.springframework.security.authentication.BadCredentialsException: Bad credentials', 'com.example.auth.PasswordEncoderFactory', 'Caused by: io.jsonwebtoken.ExpiredJwtException', 'class TokenRefreshScheduler not found', 'javax.crypto.spec.SecretKeySpec', 'bean of type com.acme.pay.CardNumberValidator']
N['sql'] = ["SELECT id, password_hash FROM users WHERE id = «d5»", 'ALTER TABLE tokens ADD COLUMN secret_ref text', 'duration: «d3» ms  statement: UPDATE sessions SET token = $1 WHERE id = $2', 'DELETE FROM api_keys WHERE revoked = true', 'INSERT INTO card_types (name) VALUES (?)', 'CREATE INDEX idx_users_email ON users (email)', 'SELECT count(*) FROM password_resets']
N['stack-frame'] = ['at com.acme.pay.TokenService.refresh(TokenService.java:«d3»)', '  File "/usr/lib/python3.12/ssl.py", line «d3», in read', 'at Object.<anonymous> (/app/node_modules/jest/build/index.js:«d3»:17)', 'main.go:«d3» +0x1c5', 'goroutine «d3» [select, 12 minutes]:', "in `authenticate': undefined method (NoMethodError)", 'at System.Net.Http.HttpClient.SendAsync() in /src/Client.cs:line «d3»', "/app/lib/session.rb:«d3»:in `load_token'", 'thread main panicked at src/auth/token.rs:«d3»:9']
N['cron'] = ['*/15 * * * * root test -x /usr/sbin/anacron', 'schedule: "0 3 * * 1-5"', '{"cron":"30 2 1 */3 *"}', 'next run of 5 4 * * sun in 3h', 'cron(0/10 * ? * MON-FRI *)']
N['cert-fingerprint'] = ['SHA1 Fingerprint=«sha1fp»', 'peer certificate sha256 «sha256fp» not pinned', '{"thumbprint":"«c40»","alg":"sha1"}', 'X509 fingerprint: «sha256fp»', 'certificate serial number 04:9f:«md5fp» expired']
N['ssh-fingerprint'] = ['ED25519 key fingerprint is SHA256:«fp43».', 'Accepted publickey ssh2: RSA SHA256:«fp43»', '256 SHA256:«fp43» no comment (ECDSA)', 'host key MD5:«md5fp» changed']
N['maven'] = ['Could not resolve org.apache.kafka:kafka-clients:3.«d3».0', '<artifactId>spring-security-core</artifactId><version>6.2.«d3»</version>', 'implementation("com.google.guava:guava:33.«d3»-jre")', 'com.fasterxml.jackson.core:jackson-databind:jar:2.17.«d3»:compile']
N['docker-ref'] = ['ghcr.io/acme/api:«v3»', 'Error: ErrImagePull docker.io/library/redis:7.«d3»', 'FROM eclipse-temurin:21-jre-alpine AS run', 'image: quay.io/prometheus/node-exporter:v1.8.«d3»', 'tagged public.ecr.aws/docker/library/node:22']
N['git-diff'] = ['diff --git a/app/token.py b/app/token.py\nindex «c7»..«c7» 100644', '@@ -«d3»,7 +«d3»,9 @@ def load_secret():', '--- a/config/password_policy.yml\n+++ b/config/password_policy.yml', 'rename from lib/auth.rb\nrename to lib/auth/session.rb\nsimilarity index 92%', 'index «c40»..«c40» 100755']
N['windows-error'] = ['HRESULT: 0x80070005 (E_ACCESSDENIED)', 'Event 4625: Status 0xC000006D Sub Status 0xC0000064', 'bugcheck 0x0000009f', 'NTSTATUS 0xc0000022', 'exit code -1073741819', 'Win32 error 1326']
N['isbn'] = ['catalog import skipped ISBN «isbn»', '{"isbn":"«isbn»","stock":3}', 'ISBN-13: «isbn» duplicated', 'item:\n  isbn: «isbn»\n  format: paperback']
N['secret-key-name'] = ['tokenType: Bearer', 'grant_type=password', 'passwordMinLength: 12', 'max_tokens: 4096', 'secretName: tls-wildcard-prod', 'tokens_used=«d5»', '{"authType":"oauth2","tokenTtl":3600}', 'existingSecret: orders-db-credentials', 'secretKeyRef:\n  name: smtp\n  key: password', 'password_policy=strict', 'prompt_tokens=«d5» completion_tokens=«d3»', 'apiKeyRequired: true', 'token_endpoint_auth_method: client_secret_post', 'passwordResetEnabled=false', 'imagePullSecrets:\n  - name: regcred', 'password_file = /run/secrets/db']
N['auth-challenge'] = ['WWW-Authenticate: Basic realm="Restricted"', 'HTTP/1.1 401 Unauthorized: Bearer token missing', 'Authorization header absent', 'WWW-Authenticate: Bearer error="invalid_token"', 'basic auth disabled, using OIDC', '< 407 Proxy Authentication Required']
N['cookie-word'] = ['Set-Cookie: session=; Max-Age=0; HttpOnly', 'cookie rejected: SameSite=None needs Secure', 'cookie consent banner shown', 'cookie header of 8192 bytes exceeds the limit']
N['ssh-public-key'] = [lambda r: 'authorized_keys: ssh-ed25519 ' + K('AAAAC3NzaC1lZDI1NTE5AAAAI' + an(r, 43)), lambda r: 'ssh-rsa ' + K('AAAAB3NzaC1yc2EAAAADAQABAAABgQ' + an(r, 90) + '==') + ' added', lambda r: 'hostkey ecdsa-sha2-nistp256 ' + K('AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY' + an(r, 80))]
N['certificate-pem'] = [lambda r: '-----BEGIN CERTIFICATE-----\n' + K('MIID' + an(r, 60)) + '\n' + K(an(r, 64)) + '\n-----END CERTIFICATE-----', lambda r: 'caBundle chain[1]: -----BEGIN CERTIFICATE-----\\n' + K('MIIF' + an(r, 60)) + '\\n-----END CERTIFICATE-----', lambda r: '-----BEGIN CERTIFICATE REQUEST-----\n' + K('MIIC' + an(r, 60)) + '\n-----END CERTIFICATE REQUEST-----']
N['bot-author'] = ['Author: dependabot[bot]', 'assigned to: unassigned', 'reported by: Prometheus', 'owner: platform-team', 'approver: none', 'From: cron daemon', 'reviewer=renovate[bot] merged=true']
N['tls-cipher'] = ['TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384', 'no shared cipher: ECDHE-RSA-AES128-GCM-SHA256', 'kex: algorithm: curve25519-sha256@libssh.org', 'cipher: chacha20-poly1305@openssh.com MAC: <implicit>', 'signature ecdsa_secp256r1_sha256 refused']
N['duration-size'] = ['GC pause 182.4ms heap 1.2GiB', 'p50=12ms p99=«d3»ms max=1.8s', 'timeout 30000 ms exceeded', 'upload 88.2 MB in 4.1 s (21.5 MB/s)']
N['semver-build'] = ['release v«v3»-beta.«d3»+build.«d5»', 'helm chart orders-«v3» upgraded', 'kernel 6.8.0-«d3»-generic', 'go1.22.«d3» linux/amd64']
N['kernel-usb'] = ['usb 1-1.4: idVendor=046d, idProduct=c52b, bcdDevice=24.11', 'pci 0000:00:1f.2: [8086:2922] type 00', 'EXT4-fs (nvme0n1p2): mounted filesystem «u» r/w', 'nvme nvme0: I/O «d3» QID 4 timeout']
N['money-percent'] = ['charged 1,249.00 EUR for 3 items', 'cpu 97.3% iowait 12.5%', 'refund of $4,120.55 queued', 'budget 250000 used 81.2%']
N['system-path'] = ['open /usr/local/share/app/config.yml: no such file', 'C:\\Windows\\System32\\drivers\\etc\\hosts locked', '/var/lib/postgresql/16/main/base/«d5» missing', 'C:\\Program Files\\Java\\jdk-21\\bin\\java.exe', '/etc/ssl/private/server.key: permission denied', '/run/secrets/db_password not mounted']
N['kafka-offset'] = ['orders-7 at offset «d9», leader epoch 12', '{"partition":3,"offset":«d9»}', 'rebalance generation «d3», member consumer-1-«u»', 'log segment 000000000«d9»«d3».log rolled'][:3]
N['title-case'] = ['Bad Gateway from Load Balancer', 'Visual Studio build tools missing', 'Connection Pool exhausted', 'Service Level Objective breached', 'Grafana Alert: High Latency', 'Root Certificate expired']
N['resource-path'] = ['s3://acme-logs/2026/06/12/part-«d5».gz', 'arn:aws:s3:::acme-public-assets/logo.svg', '/subscriptions/rg-prod/providers/Microsoft.Web/sites/orders', 'gs://acme-exports/daily/«t».csv']
N['unit-file'] = ['orders.service: Failed with result exit-code.', 'systemd-tmpfiles-clean.timer next in 14h', 'Reached target Multi-User System.', 'snap.docker.dockerd.service: Scheduled restart job, counter is at «d3».']
def make_neg():
    for kind, t in N.items(): each('neg', 'neg-' + kind, t, n=max(len(t), 6 if '«' in str(t) or callable(t[0]) else 0))

# ---- self-check ------------------------------------------------------------------------------------------------------
def check(path):
    R = [json.loads(l) for l in open(path, encoding='utf-8')]; bad = []
    for want, ok, s in [(1, bsn_ok, '111222333'), (1, pesel_ok, '44051401359'), (1, hetu_ok, '131052-308T'), (1, dni_ok, '12345678Z'), (1, nie_ok, 'X1234567L'), (1, nhs_ok, '943 476 5919'), (1, cpf_ok, '529.982.247-25'), (1, verhoeff_ok, '2363'), (1, detax_ok, '86095742719'), (1, be_ok, '85.07.30-033.28'),
        (1, nir_ok, '2 55 08 14 168 025 38'), (1, cf_ok, 'RSSMRA85T10A562S'), (1, iban_ok, 'GB82 WEST 1234 5698 7654 32'), (1, pnr_ok, '811218-9876'), (1, ahv_ok, '756.9217.0769.85'), (1, sin_ok, '046 454 286'), (1, card_ok, '3782-822463-10005'), (0, card_ok, '4111 1111 1111 1112'), (0, iban_ok, 'DE89370400440532013001'), (0, pesel_ok, '44051401358')]:
        if bool(ok(s)) != bool(want): bad.append(('validator', ok.__name__, s))           # published example numbers
    for i, r in enumerate(R):
        t, van, stay, sp = r['text'], r['must_vanish'], r['must_stay'], r['spans']; say = lambda why, x='': bad.append((r['id'], r['kind'], why, x))
        if r['id'] != i or list(r) != ['group', 'kind', 'optional', 'text', 'must_vanish', 'must_stay', 'spans', 'id']: say('schema')
        if (r['group'] == 'neg') != (not van) or (not sp) != (not van) or r['group'] not in ('cred', 'pii', 'infra', 'neg'): say('group')
        if any(c in t for c in (VO, VC, KO, KC, '### record')): say('marker left')
        if set(van) != {t[a:b] for a, b, _ in sp} or any(k != r['kind'] for *_, k in sp): say('spans')
        if any(sp[k][1] > sp[k + 1][0] for k in range(len(sp) - 1)): say('overlap')
        for s in van:
            if s not in t or s != s.strip() or len(s) < 4: say('vanish', s)
            hits = [m.start() for m in re.finditer(re.escape(s), t)]
            if not all(any(a <= h and h + len(s) <= b for a, b, _ in sp) for h in hits): say('unlabelled copy', s)
            if any(s in k for k in stay): say('stay holds secret', s)
            if r['kind'] in CHECKS and not CHECKS[r['kind']](s): say('check digit', s)
        for s in stay:
            free = [m.start() for m in re.finditer(re.escape(s), t) if not any(a < m.start() + len(s) and m.start() < b for a, b, _ in sp)]
            if not free or len(s) < 2 or any(s in v for v in van): say('stay', s)
        if r['group'] == 'neg':
            for m in re.finditer(r'(?<![\w.])(?:[3-6]|2[2-7])\d{12,18}(?![\w.])', t):
                if luhn_ok(m.group()): say('card-like negative', m.group())
    for x in [k for k, n in collections.Counter(r['text'] for r in R).items() if n > 1]: bad.append(('duplicate', x))
    return R, bad

def main():
    global SEED
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0]); ap.add_argument('out'); ap.add_argument('--seed', type=int, default=7); a = ap.parse_args(); SEED = a.seed
    for make in (make_cred, make_pii, make_infra, make_neg): make()
    with open(a.out, 'w', encoding='utf-8') as f:
        for r in REC: f.write(json.dumps(r, ensure_ascii=True) + '\n')
    R, bad = check(a.out)
    for g in ('cred', 'pii', 'infra', 'neg'):
        q = [r for r in R if r['group'] == g]; print(f"{g:6}{len(q):5} records {len({r['kind'] for r in q}):4} kinds {sum(r['optional'] for r in q):3} optional")
    print(f"total {len(R)} records, {len({r['kind'] for r in R})} kinds; {len(CHECKS)} kinds with check digits verified")
    for b in bad[:40]: print('BAD', *b, file=sys.stderr)
    print('self-check ' + (f'FAILED: {len(bad)}' if bad else 'ok')); return bool(bad)
if __name__ == '__main__': sys.exit(main())
