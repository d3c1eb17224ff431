#!/usr/bin/env python3
"""endpoint.py MODE [LOG]: an OpenAI-compatible server on a free port of 127.0.0.1 that behaves or misbehaves.

Prints its port on the first line and ends after 120 seconds. LOG gets every request's body, a line each. The modes
stand in `MODES` below."""
import http.server
import json
import ssl
import subprocess
import sys
import tempfile
import threading
import time

mode = sys.argv[1]
requests = 0
lock = threading.Lock()

REPORT = """## 1. Incident Timeline & Blast Radius
- 14:24 UTC The connection of the pool is not available, request timed out [E5]
- 14:41 UTC Rolled back to 2.31 [E6]
- 5,790 checkout confirmations failed [E2]

**Testing Gap Analysis:**
- No load test saturates the connection pool of checkout [E8].

### Root cause determination
Primary: the loyalty call runs inside the transaction [E8]
- A slow loyalty exhausted the connection pool [E8]

Prevention & Validation Strategy
--------------------------------
- Bound the wait for a connection [E5]

## Recommended Test Suite
- Type: load | Scope: checkout and its pool | Inject: 3 s latency on loyalty for 10 min | Success: p99 below 800 ms, 0 pool timeouts
"""
AUDIO = "\n## AudioSummary\n" + " ".join(
    ["Checkout waited for loyalty while it held every connection of its pool, and no load test had ever filled that pool."] * 8)


def review(**changes):
    """A review in JSON, grounded in the incident that the tests write."""
    value = {
        "headline": "The connection pool of checkout was exhausted.",
        "timeline": [
            {"evidence": [5], "time": "14:24", "text": "The connection of the pool is not available"},
            {"evidence": [6], "time": "14:41", "text": "Rolled back to 2.31"}],
        "blast_radius": [{"evidence": [2], "text": "5,790 checkout confirmations failed"}],
        "cause": {"status": "determined", "evidence": [8], "text": "The loyalty call runs inside the transaction",
                  "failure_mode": "connection-pool-exhaustion", "needed": ""},
        "factors": [{"evidence": [8], "text": "A slow loyalty exhausted the connection pool"}],
        "gaps": [{"evidence": [8], "failure_mode": "connection-pool-exhaustion", "test_kind": "load", "layer": "service",
                  "component": "checkout", "missing": "No load test saturates the connection pool of checkout",
                  "signal": "time that a request waits for the pool", "why_missed": "The load test never fills the pool"}],
        "prevention": [{"evidence": [5], "text": "Bound the wait for a connection of the pool"}],
        "tests": [{"gap": 1, "evidence": [8], "kind": "load", "scope": "checkout and its pool",
                   "injection": "3 s latency on loyalty for 10 min", "success": "p99 below 800 ms, 0 pool timeouts"}],
        "audio_summary": AUDIO.split("\n")[-1]}
    value.update(changes)
    return json.dumps(value)


UNGROUNDED = review(
    cause={"status": "determined", "evidence": [6], "text": "The Kafka-consumer of billing-service crashed at 11:11",
           "failure_mode": "queue-backlog", "needed": ""})


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send(self, status, body, kind="application/json", headers=()):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def plain(self, text, finish="stop", prompt_tokens=900):
        self.send(200, json.dumps({
            "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}],
            "usage": {"prompt_tokens": prompt_tokens, "completion_tokens": 300}}))

    def begin(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def event(self, value):
        self.chunk(b"data: " + json.dumps(value).encode() + b"\n\n")

    def pieces(self, text):
        for start in range(0, len(text), 40):
            self.event({"choices": [{"delta": {"content": text[start:start + 40]}, "finish_reason": None}],
                        "system_fingerprint": "fp-stand-in"})

    def stream(self, text, finish="stop", prompt_tokens=900):
        self.begin()
        self.pieces(text)
        self.event({"choices": [{"delta": {}, "finish_reason": finish}]})
        self.event({"choices": [], "usage": {"prompt_tokens": prompt_tokens, "completion_tokens": 300}})
        self.chunk(b"data: [DONE]\n\n")
        self.chunk(b"")

    def do_GET(self):
        name = "another-model" if mode == "refuse-model" else "llama3:latest"
        self.send(200, json.dumps({"data": [{"id": name}]}))

    def do_POST(self):
        global requests
        question = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with lock:
            requests += 1
            self.number = requests
            if len(sys.argv) > 2:
                with open(sys.argv[2], "a") as log:
                    log.write(question + "\n")
        self.question = json.loads(question)
        try:
            MODES[mode](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    @property
    def wants_json(self):
        return "response_format" in self.question

    def hostile(self):
        extra = "<script>alert(5790)</script> [x](javascript:alert(5790)), ask reviewer@posteingang-mail.de"
        self.plain(REPORT.replace("confirmations failed", "confirmations failed " + extra) + AUDIO)

    def no_schema(self):
        if self.wants_json:
            self.send(400, '{"error": {"message": "response_format is not supported"}}')
        else:
            self.stream(REPORT + AUDIO)

    def cut_prompt(self):
        # As Ollama does: the first lines of a long prompt fall away without a word.
        words = sum(len(m["content"].split()) for m in self.question["messages"])
        self.stream(review(), prompt_tokens=1000 if words > 1100 else words * 2)

    def small_context(self):
        words = sum(len(m["content"].split()) for m in self.question["messages"])
        if words > 1100:
            self.send(400, '{"error": {"message": "the request exceeds the available context size", "n_ctx": 1200}}')
        else:
            self.stream(review(), prompt_tokens=words * 2)

    def stall(self):
        self.begin()
        self.pieces(review()[:400])
        time.sleep(30)

    def close(self):
        self.begin()
        self.pieces(review()[:400])
        self.close_connection = True
        self.connection.shutdown(2)

    def rubbish(self):
        self.begin()
        self.wfile.write(b"zz\r\nnot a chunk at all\r\n\x00\xff")
        self.close_connection = True

    def huge(self):
        self.begin()
        piece = b"data: " + json.dumps({"choices": [{"delta": {"content": "x" * 65000}}]}).encode() + b"\n\n"
        for _ in range(1600):
            self.chunk(piece)

    def half(self):
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b'{"choices": [')
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(2)

    def log_message(self, *arguments):
        pass


def once(status, headers=()):
    def answer(handler):
        if handler.number == 1:
            handler.send(status, '{"error": "later"}', headers=headers)
        else:
            handler.stream(review())
    return answer


MODES = {
    "json": lambda h: h.stream(review()),
    "good": lambda h: h.plain(REPORT + AUDIO),
    "stream": lambda h: h.stream(REPORT + AUDIO),
    "no-audio": lambda h: h.plain(REPORT),
    "hostile": Handler.hostile,
    "no-schema": Handler.no_schema,
    "repaired": lambda h: h.stream(UNGROUNDED if h.number == 1 else review()),
    "stubborn": lambda h: h.stream(UNGROUNDED),
    "cut-prompt": Handler.cut_prompt,
    "small-context": Handler.small_context,
    "length-once": lambda h: h.stream(review()[:300], "length") if h.number == 1 else h.stream(review()),
    "length": lambda h: h.stream(review()[:300], "length"),
    "busy-once": once(429, [("Retry-After", "0")]),
    "down-once": once(503),
    "stall": Handler.stall,
    "close": Handler.close,
    "rubbish": Handler.rubbish,
    "huge": Handler.huge,
    "html": lambda h: h.send(200, "<html>It works!</html>", "text/html"),
    "error": lambda h: h.send(500, '{"error": "out of memory"}'),
    "forbidden": lambda h: h.send(403, '{"error": "no such\\u0007 key"}'),
    "in-stream-error": lambda h: (h.begin(), h.event({"error": {"message": "out of memory"}}), h.chunk(b"")),
    "half": Handler.half,
    "redirect": lambda h: h.send(302, "", headers=[("Location", "http://192.0.2.1/v1/chat/completions")]),
    "hang": lambda h: time.sleep(30),
    "certificate": lambda h: h.stream(review()),
    "refuse-model": lambda h: h.send(404, "{}"),
}

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
if mode == "certificate":
    # A certificate that nobody vouches for.
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=elsewhere",
                        "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Timer(120, server.shutdown).start()
server.serve_forever()
