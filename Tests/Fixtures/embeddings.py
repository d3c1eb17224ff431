#!/usr/bin/env python3
"""embeddings.py MODE [LOG]: a server that embeds, as /v1/embeddings does, on a free port of 127.0.0.1.

Prints its port on the first line and ends after 120 seconds. LOG gets every request's body, a line each. In the mode
`good` texts of one meaning get nearly one vector and others random ones; `refuse` answers 500, `few` leaves the last vector
out, `short` gives vectors of several lengths, `zero` gives zeros, `rubbish` no JSON."""
import hashlib
import json
import sys

import loopback

mode = sys.argv[1]
MEANINGS = {"payment processing": "payments", "pay desk": "payments"}


def vector(text):
    def bytes_of(name):
        return [byte - 127.5 for byte in hashlib.sha256(name.encode()).digest() * 2]
    return [meaning + own / 10 for meaning, own in zip(bytes_of(MEANINGS.get(text, text)), bytes_of("own " + text))]


class Handler(loopback.Handler):
    def answer(self, body):
        texts = json.loads(body)["input"]
        vectors = [vector(text) for text in texts]
        if mode == "few":
            vectors.pop()
        elif mode == "short":
            vectors[0].pop()
        elif mode == "zero":
            vectors[0] = [0] * len(vectors[0])
        items = [{"object": "embedding", "index": index, "embedding": vector} for index, vector in enumerate(vectors)]
        # Servers may answer in any order; the index tells.
        answer = json.dumps({"object": "list", "data": items[::-1]}).encode()
        if mode in ("refuse", "rubbish"):
            answer = b"no embeddings here"
        return 500 if mode == "refuse" else 200, "application/json", answer, []


loopback.serve(Handler)
