"""What the stand-ins for servers of voices and of meanings have in common."""
import http.server
import sys
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers a POST by `answer(body)`, which gives status, type, bytes and further headers."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        # The second argument of the program: a file that gets every request's path and body, a line each.
        if len(sys.argv) > 2:
            with open(sys.argv[2], "a", encoding="utf-8") as log:
                log.write(f"{self.path} {body.decode()}\n")
        status, kind, answer, headers = self.answer(body)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def serve(handler):
    """On a free port of 127.0.0.1, which is printed first, for 120 seconds."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    print(server.server_address[1], flush=True)
    threading.Timer(120, server.shutdown).start()
    server.serve_forever()
