#!/usr/bin/env python3
"""speech.py MODE [LOG]: a server that speaks, as /v1/audio/speech does, on a free port of 127.0.0.1.

Prints its port on the first line and ends after 120 seconds. LOG gets every request's path and body, a line each. In the
mode `wav` a sentence is a tone of 60 ms a letter; `refuse` answers 500, `mp3` ignores the form that was asked for, `empty`
answers with nothing, `elsewhere` sends the client to another host."""
import io
import json
import math
import struct
import sys
import wave

import loopback

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


class Handler(loopback.Handler):
    def answer(self, body):
        if mode == "wav":
            return 200, "audio/wav", tone(json.loads(body)["input"]), []
        if mode == "mp3":
            return 200, "audio/wav", b"ID3\x04" + bytes(400), []
        if mode == "refuse":
            return 500, "application/json", b'{"error": {"message": "the voice is out of memory"}}', []
        if mode == "elsewhere":
            return 307, "application/json", b"", [("Location", "http://192.0.2.1/v1/audio/speech")]
        return 200, "audio/wav", b"", []


loopback.serve(Handler)
