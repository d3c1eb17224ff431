#!/usr/bin/env python3
"""speech.py MODE [LOG]: a server that speaks, as /v1/audio/speech does, on a free port of 127.0.0.1.

Prints its port on the first line and ends after 120 seconds. LOG gets every request's path and body, a line each. In the
mode `wav` a sentence is a tone of 60 ms a letter; `refuse` answers 500, `mp3` ignores the form that was asked for, `empty`
answers with nothing, `elsewhere` sends the client to another host."""
import http.server
import io
import json
import math
import struct
import sys
import threading
import wave

mode = sys.argv[1]


def tone(text, rate=24_000):
    count = len(text) * rate * 60 // 1_000
    samples = [int(9_000 * math.sin(2 * math.pi * 220 * index / rate)) for index in range(count)]
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(struct.pack(f"<{count}h", *samples))
    return file.getvalue()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if len(sys.argv) > 2:
            with open(sys.argv[2], "a", encoding="utf-8") as log:
                log.write(f"{self.path} {body.decode()}\n")
        status, sound, headers = 200, b"", []
        if mode == "wav":
            sound = tone(json.loads(body)["input"])
        elif mode == "mp3":
            sound = b"ID3\x04" + bytes(400)
        elif mode == "refuse":
            status, sound = 500, b'{"error": {"message": "the voice is out of memory"}}'
        elif mode == "elsewhere":
            status, headers = 307, [("Location", "http://192.0.2.1/v1/audio/speech")]
        self.send_response(status)
        self.send_header("Content-Type", "audio/wav" if status == 200 else "application/json")
        self.send_header("Content-Length", str(len(sound)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sound)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
threading.Timer(120, server.shutdown).start()
server.serve_forever()
