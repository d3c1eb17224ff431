#!/usr/bin/env python3
"""Scores the playbook's reviews of real post-mortems against Tests/Fixtures/postmortem-labels.yaml.

    score-playbook.py HINDCAST POSTMORTEMS [--split tune|hold] [--show cause|mode|tests|absent|open|component]

HINDCAST is the program, POSTMORTEMS the folder whose texts the labels name. Figures: cause lines found (one of the
lines that the statement of the cause cites is labelled, where the text gives a cause), failure mode right (the primary
or another labelled one), a demanded kind of test recommended, reviews free of modes that the label calls absent,
'undetermined' where the text doesn't say, and how many reviews name a component, and how many of those one that the label speaks of.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def labels():
    """The labels' small dialect of YAML: a list of flat mappings with inline lists."""
    entries = []
    for line in open(os.path.join(ROOT, "Tests/Fixtures/postmortem-labels.yaml"), encoding="utf-8"):
        match = re.match(r'(?:- |  )([a-z_]+): (.*)', line)
        if not match:
            continue
        key, value = match.group(1), match.group(2).strip()
        if line.startswith("- "):
            entries.append({})
        if value.startswith("["):
            items = [item.strip() for item in value[1:-1].split(",") if item.strip()]
            entries[-1][key] = [int(item) if item.isdigit() else item for item in items]
        else:
            entries[-1][key] = {"true": True, "false": False}.get(value, value.strip('"'))
    return entries


def reviews(program, folder):
    """Twins for programs by the path of the incident's text."""
    with tempfile.TemporaryDirectory() as repository:
        shutil.copytree(folder, os.path.join(repository, "incidents"))
        git = ["git", "-C", repository, "-c", "user.name=T", "-c", "user.email=t@example.org"]
        subprocess.run(git + ["init", "-q"], check=True)
        subprocess.run(git + ["add", "-A"], check=True)
        subprocess.run(git + ["commit", "-q", "-m", "Add"], check=True)
        site = os.path.join(repository, "site")
        subprocess.run(
            [program, "build", "--engine", "playbook", "--no-audio", "--quiet", "--repo", repository, "--site", site],
            check=False, stderr=subprocess.DEVNULL)
        found = {}
        folder = os.path.join(site, "incidents")
        for name in os.listdir(folder):
            if name.endswith(".json"):
                review = json.load(open(os.path.join(folder, name), encoding="utf-8"))
                for line in review["evidence"]:
                    found.setdefault(line["file"].removeprefix("incidents/"), review)
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("postmortems")
    parser.add_argument("--split")
    parser.add_argument("--show")
    options = parser.parse_args()
    found = reviews(os.path.abspath(options.program), options.postmortems)
    counts = {key: [0, 0] for key in ["cause", "mode", "tests", "absent", "open", "named", "component"]}

    def count(key, good, label, review):
        counts[key][0] += good
        counts[key][1] += 1
        if not good and options.show == key:
            print(f"{label['path']}: {label.get('mode')} {label.get('cause_lines')} {label.get('note', '')}")
            print(f"    {review['cause']['statement']['text'][:240]} [{review['cause'].get('failure_mode')}]")
            print(f"    {label['component']!r} <> {[gap['component'] for gap in review['gaps'][:1]]}")

    missing = 0
    for label in labels():
        if options.split and label["split"] != options.split:
            continue
        review = found.get(label["path"])
        if review is None:
            missing += 1
            continue
        evidence = {
            line["number"]: set(range(line["line"], line.get("last_line", line["line"]) + 1)) for line in review["evidence"]}
        cause = review["cause"]
        if label["determined"]:
            cited = set().union(*(evidence.get(number, set()) for number in cause["statement"]["evidence"]))
            count("cause", cause["determined"] and bool(cited & set(label["cause_lines"])), label, review)
        else:
            count("open", not cause["determined"], label, review)
        modes = [gap["failure_mode"] for gap in review["gaps"]]
        wanted = {label["mode"], *label["also_modes"]}
        if label["determined"]:
            count("mode", (cause.get("failure_mode") or (modes or [None])[0]) in wanted, label, review)
        kinds = {test["kind"] for test in review["tests"]} | {gap["test_kind"] for gap in review["gaps"]}
        if label["tests"]:
            count("tests", bool(kinds & set(label["tests"])), label, review)
        if review["gaps"]:
            component = review["gaps"][0]["component"]
            is_named = component != "the affected service"
            count("named", is_named, label, review)
            if is_named:
                own = {word.rstrip("s") for word in re.findall(r"[a-z0-9]{3,}", component.lower())}
                said = {word.rstrip("s") for word in re.findall(r"[a-z0-9]{3,}", label["component"].lower())}
                count("component", bool(own & said), label, review)
        count("absent", not set(modes) & set(label["absent"]), label, review)
    for key, name in [("cause", "cause lines found"), ("mode", "failure mode right"), ("tests", "a demanded test"),
                      ("absent", "no absent mode"), ("open", "undetermined where open"), ("named", "component named"),
                      ("component", "of those rightly")]:
        good, total = counts[key]
        print(f"{name:26} {good:4} of {total:4}  {100 * good / max(1, total):5.1f} %")
    if missing:
        print(f"{missing} labelled texts were not built")


if __name__ == "__main__":
    main()
