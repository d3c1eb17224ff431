#!/usr/bin/env python3
"""Write N post-mortems of about 900 words into DIR/incidents and commit them.

    make-corpus.py N DIR [--seed 1]

Each has front matter, sections, a time line with figures and a cause; services, tags, words and lengths vary. The same
arguments give the same bytes. Python standard library and git only.
"""
import argparse
import datetime
import os
import random
import subprocess

SERVICES = ["checkout", "orders", "ledger", "search", "catalog", "billing", "gateway", "identity", "notify", "images",
            "pricing", "inventory", "shipping", "loyalty", "reports", "sessions"]
TAGS = ["database", "deploy", "dns", "cache", "queue", "network", "kubernetes", "certificate", "capacity", "config"]
CAUSES = [
    "The root cause was that {a} held a database connection while it called {b}, so the connection pool was exhausted.",
    "The root cause was a certificate of {b} that had expired; nothing renewed it and no alert watched its end date.",
    "The disk of {a} was full because the write-ahead log was kept for a replica that had been switched off.",
    "{a} retried without backoff, and the retries of three layers multiplied until {b} was overloaded.",
    "A configuration change set the timeout of {a} below the slowest answer of {b}.",
    "All cache entries of {a} expired within the same minute, and every request went to the database of {b}.",
    "The migration took an exclusive lock on the table that {a} and {b} write to.",
    "The memory limit of {a} was lower than what one large request needs, so the kernel killed its pods.",
    "The cause is unknown: the logs of {a} were gone when we looked.",
]
WORDS = """request latency dashboard replica traffic region customers engineers timeout threshold budget pager rollout
instance cluster session payload header socket kernel volume snapshot backlog consumer producer partition offset
controller scheduler namespace webhook operator ingress proxy upstream balancer resolver record zone token secret
rotation pipeline artifact canary percent minute second window quota limit burst queue topic shard index query plan
transaction lock row table column schema release version feature flag toggle switch""".split()


def sentence(rnd):
    words = rnd.choices(WORDS, k=rnd.randint(8, 17))
    return (" ".join(words)).capitalize() + "."


def paragraph(rnd, sentences):
    return " ".join(sentence(rnd) for _ in range(sentences))


def incident(number, rnd):
    start = datetime.datetime(2020, 1, 1) + datetime.timedelta(minutes=rnd.randint(0, 6 * 365 * 24 * 60))
    length = rnd.randint(5, 400)
    a, b = rnd.sample(SERVICES, 2)
    tags = rnd.sample(TAGS, 2)
    clock = lambda minutes: (start + datetime.timedelta(minutes=minutes)).strftime("%H:%M")
    lines = [
        "---", f"title: {a} degraded behind {b}, incident {number:05d}",
        f"started: {start:%Y-%m-%dT%H:%M}:00Z",
        f"detected: {start + datetime.timedelta(minutes=min(length - 1, rnd.randint(1, 30))):%Y-%m-%dT%H:%M}:00Z",
        f"resolved: {start + datetime.timedelta(minutes=length):%Y-%m-%dT%H:%M}:00Z",
        f"severity: SEV{rnd.randint(1, 4)}", f"services: [{a}, {b}]", f"tags: [{tags[0]}, {tags[1]}]", "---", "",
        "## Summary", "",
        f"{a.capitalize()} failed for {rnd.randint(20, 90_000)} customers between {clock(0)} and {clock(length)} UTC. "
        + paragraph(rnd, 6), "", "## Timeline", ""]
    for step in sorted(rnd.sample(range(length), min(length, rnd.randint(5, 12)))):
        lines.append(f"- {clock(step)} UTC {sentence(rnd)[:-1]}, p99 {rnd.randint(40, 9000)} ms")
    lines += ["", "## Root cause", "", rnd.choice(CAUSES).format(a=a, b=b) + " " + paragraph(rnd, 8), "",
              "## What we learned", "", paragraph(rnd, 18), "", paragraph(rnd, 14), "", "## Action items", ""]
    lines += [f"- [ ] {sentence(rnd)}" for _ in range(5)]
    return f"{start:%Y-%m-%d}-{a}-{number:05d}.md", "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rnd = random.Random(options.seed)
    home = os.path.join(options.folder, "incidents")
    os.makedirs(home)
    for number in range(options.count):
        name, text = incident(number, rnd)
        with open(os.path.join(home, name), "w", encoding="utf-8") as file:
            file.write(text)
    git = ["git", "-C", options.folder, "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    dates = {**os.environ, "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z"}
    subprocess.run(git + ["init", "-q"], check=True)
    subprocess.run(git + ["add", "-A"], check=True)
    subprocess.run(git + ["commit", "-q", "-m", "Add incidents"], check=True, env=dates)


if __name__ == "__main__":
    main()
