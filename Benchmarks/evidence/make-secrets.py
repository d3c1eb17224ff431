#!/usr/bin/env python3
"""make-secrets.py OUT.jsonl [--seed 7]
Independent labelled corpus for a sanitiser that takes credentials, personal data and internal addresses out of logs.
Writes records in the schema of the development set (group, kind, optional, text, must_vanish, must_stay, spans, id), so
the same scorer reads them. Every value is random and invented; tokens only follow the published shape of their service,
phones and cards stay in ranges set aside for fiction or testing where such a range is published. Ends with a self-check
of spans, labels and check digits and fails if one is wrong. Same seed, same bytes.

Templates are plain strings with «field» marks: «S» the secret (must vanish), «pw» a fresh password (must vanish),
«ts» «id» «job» ... context that must stay, «k:text» a literal that must stay. A negative without marks stays whole."""
import argparse, base64, collections, json, random, re, string, sys, urllib.parse

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
    t, wd = f'{H:02}:{M:02}:{S:02}', r.choice(DAY)
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
        add(group, kind, t(r) if callable(t) else fill(r, t, **({'S': V(gen(r))} if gen else {})), optional)

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
 'diff --git a/settings.toml b/settings.toml\nindex «sha7»..«k:100644»\n@@ -4,3 +4,3 @@\n-client_key = "unset"\n+client_key = "«S»"',
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
HAROUND = ['> GET /v2/services HTTP/2\n> «H»«S»\n> Accept: */*\n< HTTP/2 «k:401»\n< X-Request-Id: «uuid»', '«ts» proxy request headers: {«H»«S»} -> «http»']
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
 lambda r: 'tls:\n  ca: /etc/ssl/ca.crt\n  key: |\n    ' + pem(r, label, n, start, '\n', '    ').lstrip() + f"\n  minVersion: {K('1.2')}",
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
 'jwt': [lambda r: f'{K(ts(r))} token rejected: {V(jwt(r))} ({K("exp in the past")})', lambda r: '{"id_token":"' + V(jwt(r)) + '","expires_in":' + K('3600') + '}', lambda r: f'wss://push.example.org/socket?access_token={V(jwt(r))}&v={K("2.0.1")}'],
 'jwt-bearer': [lambda r: f"> Authorization: Bearer {V(jwt(r))}\n< HTTP/1.1 {K('401 Unauthorized')}", lambda r: "fetch failed { headers: { authorization: 'Bearer " + V(jwt(r)) + f"' }} {K('ETIMEDOUT')}"],
 'bearer-opaque': [lambda r: f"curl -H \"Authorization: Bearer {V(us(r,40))}\" https://api.example.org/v1/me # {K('HTTP 403')}", lambda r: f'{K(ts(r))} envoy: "authorization": "bearer {V(us(r,48))}", "x-request-id": "{K(uuid(r))}"'],
 'basic-auth-header': [lambda r: f"{K(ts(r))} outgoing headers=[Host:\"api.example.org\", Authorization:\"Basic {V(basic(r))}\"] {K('status=502')}", lambda r: f"proxy_set_header Authorization \"Basic {V(basic(r))}\";\nproxy_read_timeout {K('60s')};"],
 'proxy-authorization': [lambda r: f"Proxy-Authorization: Basic {V(basic(r))}\r\nConnection: {K('keep-alive')}", lambda r: f"{K(ts(r))} squid {K('TCP_DENIED/407')} proxy-authorization: Basic {V(basic(r))}"],
 'digest-auth': [lambda r: f'{K(ts(r))} > ' + digest(r), lambda r: digest(r) + f"\n< HTTP/1.1 {K('403 Forbidden')}"],
 'set-cookie-session': [lambda r: f'Set-Cookie: sessionid={V(us(r,32))}; Path=/; HttpOnly; Max-Age={K("1209600")}', lambda r: f'< set-cookie: connect.sid=s%3A{V(us(r,32))}.{V(us(r,43))}; Path=/; Expires={K(ts(r,6))}', lambda r: f'{K(ts(r))} Set-Cookie: JSESSIONID={V(upn(r,32))}; Secure; SameSite=Lax'],
 'cookie-session': [lambda r: f'{K(ts(r))} GET /account {K("HTTP 500")} Cookie: theme=dark; PHPSESSID={V(low(r,26))}; lang=en', lambda r: f'Cookie: laravel_session={V(b64u(bytes(r.randrange(256) for _ in range(90))))}; consent={K("yes")}', lambda r: '{"headers":{"cookie":"_app_session=' + V(us(r, 64)) + '","x-trace":"' + K(hx(r, 32)) + '"}}'],
 'smtp-auth-plain': [lambda r: f'{K(ts(r))} >>> AUTH PLAIN {V(plain(r))}\n<<< {K("535 5.7.8")} Error: authentication failed', lambda r: f'AUTH PLAIN {V(plain(r))} -> {K("235 2.7.0")} Accepted'],
 'smtp-auth-login': [lambda r: f'C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {b64s("mailer")}\nS: 334 UGFzc3dvcmQ6\nC: {V(b64s(pw(r)))}\nS: {K("535 5.7.3")}'],
 'imap-login': ['«ts» a001 LOGIN mailer «pw»\na001 «k:NO [AUTHENTICATIONFAILED]»', 'imap> a7 LOGIN "mailer" "«pw»" («ms»)'], 'ftp-pass': ['«ts» ---> USER deploy\n---> PASS «pw»\n<--- «k:530 Login incorrect.»', 'ftp: sent PASS «pa», «k:reply 230»'],
 'redis-auth': ['«ts» 127.0.0.1:6379> AUTH «pa»\n«k:(error) WRONGPASS»', '+«k:1781.221934» [0 127.0.0.1:52114] "AUTH" "default" "«pw»"', 'requirepass «pw»\nmaxmemory «k:2gb»'],
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
 'form-body-password': ['«ts» POST /login body="username=svc&password=«pa»&csrf=off" «http»', 'username=svc&passwd=«pu»&remember=«k:true»', '«ts» GET /legacy/auth?user=svc&pwd=«pa»&app=«k:billing» «http»'], 'api-key-query': [lambda r: f'{K(ts(r))} GET /v3/geocode?q=oslo&api_key={V(an(r,32))}&lang=nb {K("HTTP 429")}', lambda r: f'https://hooks.example.org/in?source=ci&access_token={V(us(r,36))}&build={K(dg(r,5))}', lambda r: f'{K(ts(r))} upstream https://maps.example.org/tiles/{K("7/66/41")}.png?apikey={V(hx(r,32))}'],
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
PHONE_AROUND = ['«ts» otp sms undelivered, msisdn=«S» operator «err»', '{"contact":{"phone":"«S»","lang":"en"},"ticket":"«inc»","at":"«ts»"}', 'Customer asks for a call back on phone «S», see «inc».', 'escalation:\n  tier: 2\n  mobile: «S»\n  after: «k:15m»', 'Tel. «S» / Fax none / ref «num»', 'WhatsApp number «S» opted out at «ts»']
IDS = {  # kind: (generator, validator, surroundings with a marking word)
 'us-ssn': (ssn, ssn_ok, ['«ts» kyc: SSN «S» does not match bureau record («err»)', '{"applicant":{"ssn":"«S»","state":"OR"},"rid":"«uuid»"}', 'social security number «S» was entered twice in «inc»']),
 'uk-nino': (gNINO, nino_ok, ['«ts» payroll: National Insurance number «S» missing tax code («job»)', 'nino=«S» period=«k:2026-04» result=dup', 'The NI number «S» failed the HMRC lookup.']),
 'uk-nhs': (gNHS, nhs_ok, ['patient.nhsNumber: "«S»" # «inc»', '«ts» pds lookup NHS no: «S» -> «http»']), 'de-steuer-id': (gDET, detax_ok, ['«ts» Steuer-ID «S» ungültig («err»)', '<SteuerIdentifikationsnummer>«S»</SteuerIdentifikationsnummer><Jahr>«k:2025»</Jahr>', 'steuer_id: "«S»"\n«k:steuerklasse: III»']),
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
 'person-yaml-field': (person, ['incident: «inc»\ncommander: «S»\nscribe: «person»\nstarted: «ts»', 'approver: «S»\nchange: «k:CHG0039917»', 'full_name: «S»\nplan: «k:enterprise»']), 'person-labelled': (person, ['Assigned to: «S» («inc»)', 'On-call: «S» until «ts»', 'Cardholder name: «S», «err»', 'Patient: «S», ward «k:B12»']),
 'person-prose': (person, ['Escalated to «S» at «k:03:40 UTC» because p99 was at «ms».', '«S» acknowledged the page and rolled back to «ver».', 'Thanks to «S» and «person» for the quick mitigation of «inc».', 'I spoke with «S» about the «http» spike.']), 'handle': (handle, ['cc @«S» please look at «inc»', 'approved by @«S» in #«num»', 'Paging @«S» (secondary) at «ts»']),
 'home-path-windows': (login, ['«ts» Could not load file C:\\Users\\«S»\\AppData\\Local\\Temp\\«k:tmp4F2A.dll»', '{"path":"C:\\\\Users\\\\«S»\\\\source\\\\repos\\\\api","code":"«k:CS0246»"}', 'file:///C:/Users/«S»/Desktop/«k:report-final.xlsx»']), 'home-path-mac': (login, ['dyld: Library not loaded: /Users/«S»/Library/«k:libssl.3.dylib»', '«ts» ENOENT /Users/«S»/work/api/«k:package.json»']), 'username-home-path': (login, ['  File "/home/«S»/src/billing/«k:sync.py", line 88»', '«ts» rsync: /export/home/«S»/«k:data.csv» vanished', 'core dumped to /mnt/c/Users/«S»/«k:core.4412»']),
 'account-number': (lambda r: dg(r, 10), ['«ts» ach return R03 accountNumber=«S» trace=«num»', '{"bankAccount":{"account_no":"«S»","type":"«k:checking»"}}', 'acct # «S» overdrawn, «inc»', 'account number: «S»\nbranch: «k:0417»']), 'uk-account': (lambda r: dg(r, 8), ['«ts» bacs: sort code 20-41-88 account number «S» unknown («err»)', 'sortCode=40-12-71 accountNumber=«S» ref=«num»']), 'passport': (lambda r: r.choice('CFGKX') + dg(r, 8), ['«ts» passport number «S» expired («err»)', '{"passportNo":"«S»","country":"«k:IE»"}']),
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
def hosts(suffixes): return lambda r: stem(r) + r.choice(suffixes)
HOST_AROUND = ['«ts» dial tcp: lookup «S»: no such host («err»)', '{"peer":"«S»","rtt":"«ms»","rid":"«uuid»"}', 'Traffic to «S» dropped at «ts», see «inc».', 'upstream:\n  host: «S»\n  port: «port»\n  retries: «n»', 'https://«S»/status returned «http»']
INFRA = {
 'ipv4-private-port': (ipp, ['«ts» connect() to «S»:«port» failed («k:111: Connection refused»)', 'upstream: "http://«S»:«port»/v1/ready", «http»', 'ESTAB 0 0 «S»:«port» users:(("«k:envoy»",pid=«n»))']), 'ipv4-private-cidr': (lambda r: ipp(r).rsplit('.', 1)[0] + '.0', ['«ts» route add «S»/24 via eth1 «err»', 'networkPolicy:\n  ipBlock:\n    cidr: «S»/24\n  port: «port»', 'security group allows «S»/24 on «k:tcp/5432»']),
 'ipv4-private-json': (ipp, ['{"src":"«S»","bytes":«num»,"flow":"«id»"}', '{"node":{"InternalIP":"«S»"},"kubelet":"v«ver»"}']), 'ipv4-private-xff': (ipp, ['«ts» X-Forwarded-For: 203.0.113.9, «S» rid=«uuid»', '«S» - - [«k:11/Jun/2026:08:14:02 +0000»] "GET /healthz HTTP/1.1" «k:503 19»']), 'ipv4-private-prose': (ipp, ['I could reach the box at «S» but not the replica («err»).', 'The stale DNS record pointed to «S» since «ts».', 'etcd member «h16» at «S» is unhealthy']), 'ipv4-10': (ip10, ['«ts» dhcpd: DHCPACK on «S» to client «num»', 'Last login: «k:Thu Jun 11 08:14:02» from «S»']),
 'ipv4-172': (ip172, ['docker0: inet «S» netmask 255.240.0.0 mtu «k:1500»', '«ts» br-lan: martian source «S» («err»)']), 'ipv4-192': (ip192, ['PING «S» «k:56(84) bytes of data.»', 'default via «S» dev wlan0 metric «num»']),
 'ipv4-cgnat': (lambda r: f'100.{r.randrange(64,128)}.{r.randrange(1,250)}.{r.randrange(2,254)}', ['«ts» magicsock: endpoint «S»:«port» unreachable', '{"podIP":"«S»","phase":"«k:Failed»"}', 'peer «S» last handshake «k:2m14s» ago']), 'ipv6-ula': (ula, ['«ts» listen on [«S»]:«port» failed: «err»', '{"clusterIP":"«S»","family":"«k:IPv6»"}', 'AAAA record «S» is stale («inc»)']), 'ipv6-link-local': (lla, ['«ts» ndisc: neighbour «S»%eth0 FAILED («err»)', 'ssh: connect to host «S»%en0 port «port»: No route to host']),
 'ipv4-dashed-host': (lambda r: ip10(r).replace('.', '-'), ['«ts» node ip-«S».eu-west-1.compute.internal NotReady («k:KubeletNotReady»)', 'kubectl drain ip-«S».us-east-2.compute.internal --grace-period=«num»', '{"nodeName":"ip-«S».ec2.internal","uid":"«uuid»"}']), 'ipv4-dashed-pod': (lambda r: ip172(r).replace('.', '-'), ['lookup «S».payments.pod.cluster.local: «k:i/o timeout»', '«ts» coredns NXDOMAIN «S».default.pod.cluster.local «ms»']),
 'host-internal': (hosts(['.prod.internal', '.eu1.internal', '.acme.internal']), HOST_AROUND), 'host-local': (hosts(['.acme.local', '.hq.local', '.local']), HOST_AROUND[:4]), 'host-corp': (hosts(['.corp.acme.com', '.acme.corp', '.emea.corp']), HOST_AROUND[1:5]), 'host-lan': (hosts(['.lan', '.office.lan']), HOST_AROUND[:3]), 'host-intranet': (hosts(['.intranet', '.acme.intranet', '.home.arpa']), HOST_AROUND[2:5]),
 'host-k8s-svc': (hosts(['.payments.svc.cluster.local', '.default.svc.cluster.local', '.infra.svc']), HOST_AROUND), 'host-consul': (hosts(['.service.consul', '.service.dc1.consul', '.node.consul']), HOST_AROUND[:4]), 'rds-endpoint': (lambda r: f"{r.choice(SVC)}-prod.c{low(r,11)}.{r.choice(['eu-west-1','us-east-1'])}.rds.amazonaws.com", HOST_AROUND[:4]), 'elasticache-endpoint': (lambda r: f"{r.choice(SVC)}.{low(r,6)}.0001.euw1.cache.amazonaws.com", HOST_AROUND[:3]),
 'unc-path': (lambda r: f"\\\\{r.choice(['fs', 'nas', 'dfs'])}{dg(r,2)}\\{r.choice(['profiles$', 'builds', 'hr-share'])}", ['«ts» robocopy: «S»\\«k:q4.xlsx» access denied (0x00000005)', 'SaveAs failed for «S»\\reports\\«k:weekly.docx»', 'The share «S» is full, see «inc».']), 'domain-user': (login, ['«ts» Audit Failure: Account NORDHAVN\\«S» «k:Event ID 4625»', '{"user":"KESTREL\\\\«S»","logonType":«k:10»,"rid":"«uuid»"}', 'RDP session opened by TESSERA\\«S» at «ts»']), 'kerberos-principal': (lambda r: login(r) + '@CORP.NORDHAVN.DK', ['«ts» kinit: Client «S» not found in Kerberos database «err»', 'TGS_REQ from «S» for krbtgt «k:PROCESS_TGS»']),
}
OPTIONAL = {'mac-colon': (lambda r: ':'.join(hx(r, 2) for _ in range(6)), ['«ts» hostapd: STA «S» deauthenticated reason=«k:3»', '{"iface":"eth0","hwaddr":"«S»","mtu":«k:1500»}']), 'mac-dash': (lambda r: '-'.join(hx(r, 2).upper() for _ in range(6)), ['Physical Address. . . . : «S»\nDHCP Enabled. . . . . : «k:Yes»', '«ts» radius: Calling-Station-Id = «S» «err»']),
 'ec2-public-name': (lambda r: f'ec2-{r.randrange(3,54)}-{r.randrange(1,250)}-{r.randrange(1,250)}-{r.randrange(1,250)}.eu-west-1.compute.amazonaws.com', HOST_AROUND[:2])}
def make_infra():
    for kind, (gen, t) in INFRA.items(): each('infra', kind, t, gen)
    for kind, (gen, t) in OPTIONAL.items(): each('infra', kind, t, gen, optional=True)

