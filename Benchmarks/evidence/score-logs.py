#!/usr/bin/env python3
"""Count the needles of make-logs.py that a condensed output keeps.

    score-logs.py NEEDLES.json < condensed-output
    score-logs.py NEEDLES.json --oracle incident.log

A needle is kept when one output line holds every string of its `must` (any one
of the alternatives where an entry is a list). The storm is kept when its
strings appear anywhere; its count must stand alone, not inside a longer number.
--oracle prints the needle lines of the log themselves, the best a condenser
could do; piped back into this program it scores 18/18. Always exits 0 after
scoring. Size is reported as bytes / 3.2, a conservative token count.
"""
import json
import re
import sys


# What a condenser that also sanitizes shows in place of private addresses and internal hosts.
PRIVATE = re.compile(r"10(?:\\\.[0-9]{1,3}){3}|192\\\.168(?:\\\.[0-9]{1,3}){2}|172\\\.(?:1[6-9]|2[0-9]|3[01])(?:\\\.[0-9]{1,3}){2}"
                     r"|[a-z0-9\\-]+\\\.(?:internal|prod\\\.local|svc\\\.cluster\\\.local|corp\\\.example)")


def pattern(text):
    """The text, or the text with placeholders where the sanitizer puts them."""
    return re.compile(PRIVATE.sub(lambda m: "(?:" + m.group(0) + "|‹[a-z ]+ [0-9]+›)", re.escape(text)))


def has(text, entry):
    return any(a in text or pattern(a).search(text) for a in (entry if isinstance(entry, list) else [entry]))


def has_count(text, entry):
    for a in entry if isinstance(entry, list) else [entry]:
        if re.fullmatch(r"[\d,]{1,9}", a):       # a count; epoch seconds are longer
            if re.search(r"(?<!\d)(?<!\d[.,:])" + re.escape(a) + r"(?!\d|[.,:]\d)", text):
                return True
        elif a in text:
            return True
    return False


def kept(needle, text, lines):
    must = needle["must"]
    if needle["kind"] == "storm":
        return [m for m in must if not has_count(text, m)]
    best = must
    for line in lines:
        missing = [m for m in must if not has(line, m)]
        if len(missing) < len(best):
            best = missing
            if not best:
                break
    return best


def oracle(needles, path):
    wanted = {n["lines"][0] for n in needles}
    found = {}
    with open(path, encoding="utf-8", errors="replace", newline="\n") as f:
        for i, line in enumerate(f, 1):
            if i in wanted:
                found[i] = line.rstrip("\n")
    for n in needles:
        first = n["lines"][0]
        times = " (%d times)" % len(n["lines"]) if n["kind"] == "storm" else ""
        print("%d%s: %s" % (first, times, found[first]))


def main():
    args = sys.argv[1:]
    if len(args) not in (1, 3) or (len(args) == 3 and args[1] != "--oracle"):
        sys.exit(__doc__)
    with open(args[0], encoding="utf-8") as f:
        needles = json.load(f)
    if len(args) == 3:
        return oracle(needles, args[2])
    data = sys.stdin.buffer.read()
    text = data.decode("utf-8", errors="replace")
    lines = text.split("\n")
    total = 0
    for n in needles:
        missing = kept(n, text, lines)
        total += not missing
        print("%-4s %s %-18s line %-8d %s" % ("kept" if not missing else "lost", n["id"], n["kind"], n["lines"][0],
                                              "" if not missing else "missing " + json.dumps(missing, ensure_ascii=False)))
    print("size %d bytes, about %d tokens" % (len(data), -(-len(data) * 10 // 32)))
    print("total %d/%d" % (total, len(needles)))


if __name__ == "__main__":
    main()
