#!/usr/bin/env python3
"""Measures sanitizing and condensing: quality on generated sets of seeds, and speed on a 50 MB log.

    run.py HINDCAST [--seeds 101,102,103] [--lines 1000000] [--json FILE]

Seeds that nobody tuned on are the ones to believe. Peers (betterleaks, gitleaks) are timed on the same file where they
are on the PATH. Each command runs three times; the median counts.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def sanitize(program, records):
    text = "".join(f"### record {number} ###\n{record['text']}\n" for number, record in enumerate(records))
    run = subprocess.run([program, "sanitize"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    parts = re.split(r"^### record (\d+) ###\n", run.stdout.decode("utf-8", "replace"), flags=re.M)
    return {int(parts[index]): parts[index + 1] for index in range(1, len(parts), 2)}


def quality(program, seed, folder):
    path = os.path.join(folder, f"secrets-{seed}.jsonl")
    subprocess.run([sys.executable, os.path.join(HERE, "make-secrets.py"), path, "--seed", str(seed)],
                   check=True, stdout=subprocess.DEVNULL)
    with open(path, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    cleaned = sanitize(program, records)
    found = secrets = wrong = harmless = 0
    for number, record in enumerate(records):
        text = cleaned.get(number, "")
        if record.get("must_vanish"):
            secrets += 1
            found += all(value not in text for value in record["must_vanish"])
        else:
            harmless += 1
            wrong += any(value not in text for value in record["must_stay"])
    return {"seed": seed, "recall": found / secrets, "secrets": secrets, "false_positives": wrong / harmless,
            "harmless": harmless}


def needles(program, seed, shape, lines, folder):
    out = os.path.join(folder, f"log-{seed}-{shape}")
    subprocess.run([sys.executable, os.path.join(HERE, "make-logs.py"), out, "--lines", str(lines), "--seed", str(seed),
                    "--shape", shape], check=True, stdout=subprocess.DEVNULL)
    log = os.path.join(out, "incident.log")
    start = time.monotonic()
    run = subprocess.run([program, "condense", log], stdout=subprocess.PIPE, check=True)
    seconds = time.monotonic() - start
    score = subprocess.run([sys.executable, os.path.join(HERE, "score-logs.py"), os.path.join(out, "needles.json")],
                           input=run.stdout, stdout=subprocess.PIPE, check=True).stdout.decode()
    kept, total = re.search(r"total (\d+)/(\d+)", score).groups()
    tokens = int(re.search(r"about (\d+) tokens", score).group(1))
    lost = re.findall(r"^lost (\S+ \S+)", score, flags=re.M)
    return {"seed": seed, "shape": shape, "kept": int(kept), "of": int(total), "tokens": tokens, "seconds": seconds,
            "lines_per_second": lines / seconds, "megabytes": os.path.getsize(log) / 1e6, "lost": lost, "log": log}


def rate(command, path, runs=3):
    """MB/s of a filter over a file, and its peak memory in MB."""
    size = os.path.getsize(path) / 1e6
    seconds = []
    for _ in range(runs):
        with open(path, "rb") as file:
            start = time.monotonic()
            subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            seconds.append(time.monotonic() - start)
    return size / statistics.median(seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seeds", default="101,102,103")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--json")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    seeds = [int(seed) for seed in options.seeds.split(",")]
    results = {"sanitizing": [], "condensing": [], "speed": {}}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GIT_CEILING_DIRECTORIES"] = folder
        os.chdir(folder)
        print("sanitizing        seed   recall   false positives")
        for seed in seeds:
            row = quality(program, seed, folder)
            results["sanitizing"].append(row)
            print(f"                 {seed:5}  {row['recall']:6.1%}   {row['false_positives']:6.1%} of {row['harmless']}")
        print("condensing        seed   shape   needles   tokens   lines/s")
        for seed, shape in zip(seeds * 2, ["mixed", "java", "k8s", "json", "syslog"]):
            row = needles(program, seed, shape, options.lines, folder)
            results["condensing"].append(row)
            print(f"                 {seed:5}  {shape:7} {row['kept']:2} of {row['of']:2}  {row['tokens']:6}  "
                  f"{row['lines_per_second']:9,.0f}  {'lost: ' + ', '.join(row['lost']) if row['lost'] else ''}")
        sample = os.path.join(folder, "sample.log")
        with open(results["condensing"][0]["log"], "rb") as log, open(sample, "wb") as file:
            file.write(log.read(50_000_000))
        print("speed             program        MB/s")
        commands = {"hindcast": [program, "sanitize"]}
        if shutil.which("betterleaks"):
            commands["betterleaks"] = ["betterleaks", "stdin", "--no-banner"]
        if shutil.which("gitleaks"):
            commands["gitleaks"] = ["gitleaks", "stdin", "--no-banner"]
        for name, command in commands.items():
            results["speed"][name] = rate(command, sample)
            print(f"                 {name:12} {results['speed'][name]:7.1f}")
        for row in results["condensing"]:
            del row["log"]
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=2)


if __name__ == "__main__":
    main()
