#!/usr/bin/env python3
"""endpoint.py MODE: an OpenAI-compatible server on a free port of 127.0.0.1 that behaves or misbehaves.

Prints its port on the first line and ends after 60 seconds. MODE is one of good, no-audio, html, error, refuse-model,
cut, half, hang, redirect, hostile."""
import http.server
import json
import sys
import threading
import time

mode = sys.argv[1]

REPORT = """## 1. Incident Timeline & Blast Radius
- 14:24 UTC The pool of checkout timed out [E4]
- 14:41 UTC Rolled back to 2.31 [E5]
- 5,790 confirmations failed [E2]

**Testing Gap Analysis:**
- No load test saturates the connection pool of checkout [E4]. Mail reviewer@posteingang-mail.de about it.

### Root cause determination
Primary: the loyalty call runs inside the transaction [E6]
- The time-out was raised to 30 s [E3]

Prevention & Validation Strategy
--------------------------------
- Bound the wait for a connection [E4]

## Recommended Test Suite
- Type: load | Scope: checkout and its pool | Inject: 3 s latency on loyalty for 10 min | Success: p99 below 800 ms, 0 pool timeouts
"""
AUDIO = "\n## AudioSummary\n" + " ".join(
    ["Checkout waited for loyalty while it held every connection of its pool, and no load test had ever filled that pool."] * 8)


def completion(text, finish="stop"):
    return json.dumps({
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 300}})


class Handler(http.server.BaseHTTPRequestHandler):
    def send(self, status, body, kind="application/json", headers=()):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        name = "another-model" if mode == "refuse-model" else "llama3:latest"
        self.send(200, json.dumps({"data": [{"id": name}]}))

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if len(sys.argv) > 2:
            with open(sys.argv[2], "a") as log:
                log.write(question + "\n")
        if mode in ("good", "hostile"):
            extra = "<script>alert(1)</script> [x](javascript:alert(1))" if mode == "hostile" else ""
            self.send(200, completion(REPORT.replace("of it", extra) + AUDIO))
        elif mode == "no-audio":
            self.send(200, completion(REPORT))
        elif mode == "html":
            self.send(200, "<html>It works!</html>", "text/html")
        elif mode == "error":
            self.send(500, '{"error": "out of memory"}')
        elif mode == "cut":
            self.send(200, completion(REPORT[:200], "length"))
        elif mode == "half":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"choices": [')
            self.wfile.flush()
            self.connection.close()
        elif mode == "redirect":
            self.send(302, "", headers=[("Location", "http://192.0.2.1/v1/chat/completions")])
        elif mode == "hang":
            time.sleep(30)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Timer(60, server.shutdown).start()
server.serve_forever()
