#!/usr/bin/env python3
"""The portal's search beside Pagefind's, on one site, in a real browser.

    run.py SITE INCIDENTS [--queries 60] [--seed 1] [--pagefind PYTHON]

SITE is a built site, INCIDENTS the folder it was built from. Each query is for one known incident: its service and two
of the rarer words of its text. Printed are the share of queries that find it among the first ten, and what the first
search loads, as gzip -6 would send it. Pagefind (PyPI: pagefind, pagefind-bin) is asked where PYTHON has it; it indexes
the pages of the incidents. Run it with .hindcast/browser/bin/python, which `make test-browser` sets up.
"""
import argparse
import functools
import gzip
import http.server
import json
import pathlib
import random
import re
import subprocess
import threading
import time
import urllib.parse

from playwright.sync_api import sync_playwright

WORD = re.compile(r"[a-z][a-z0-9]{3,24}")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


def queries(folder, count, seed):
    texts = {path.stem: path.read_text("utf-8", "replace").lower() for path in pathlib.Path(folder).rglob("*.md")}
    frequency = {}
    words = {name: sorted(set(WORD.findall(text))) for name, text in texts.items()}
    for found in words.values():
        for word in found:
            frequency[word] = frequency.get(word, 0) + 1
    pick = random.Random(seed)
    chosen = []
    for name in pick.sample(sorted(texts), min(count, len(texts))):
        rare = sorted(words[name], key=lambda word: (frequency[word], word))
        # Not the rarest of all: an incident's own number would find it anywhere.
        candidates = [word for word in rare if frequency[word] > 3][:40]
        service = re.search(r"services:\s*\n\s*- ([\w-]+)", texts[name])
        if len(candidates) >= 2:
            chosen.append((name, " ".join(([service.group(1)] if service else []) + pick.sample(candidates, 2))))
    return chosen


def ours(page, base, query):
    page.goto(f"{base}search.html?q={urllib.parse.quote(query)}")
    page.wait_for_function("document.querySelector('[role=status]')?.textContent", timeout=30_000)
    return page.locator(".results a").evaluate_all("links => links.slice(0, 10).map(link => link.getAttribute('href'))")


def theirs(page, base, query):
    if not page.url.endswith("/pagefind-host.html"):
        page.goto(base + "pagefind-host.html")
    return page.evaluate(
        """async query => {
          const pagefind = window.pagefind ??= await import('/pagefind/pagefind.js');
          const found = await pagefind.search(query);
          return (await Promise.all(found.results.slice(0, 10).map(result => result.data()))).map(data => data.url);
        }""", query)


def first_search(browser, base, ask, wanted, query):
    """Bytes of the index that a browser without a cache loads for one query, compressed."""
    context = browser.new_context()
    page = context.new_page()
    sizes = {}

    def arrived(response):
        path = urllib.parse.urlparse(response.url).path
        if wanted in path and response.ok:
            body = response.body()
            # Pagefind's own files are compressed already.
            sizes[path] = min(len(body), len(gzip.compress(body, 6)))

    page.on("response", arrived)
    ask(page, base, query)
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes.values()), len(sizes)


def measure(browser, base, name, ask, wanted, asked):
    page = browser.new_page()
    hits, start = 0, time.monotonic()
    for slug, query in asked:
        hits += any(slug in (href or "") for href in ask(page, base, query))
    took = (time.monotonic() - start) / len(asked)
    page.close()
    loads = sorted(first_search(browser, base, ask, wanted, query) for _, query in asked[:12])
    size, files = loads[len(loads) // 2]
    print(f"| {name} | {hits} of {len(asked)} | {size / 1000:.0f} KB in {files} files "
          f"(at most {loads[-1][0] / 1000:.0f} KB) | {1000 * took:.0f} ms |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site")
    parser.add_argument("incidents")
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pagefind", metavar="PYTHON")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    site = pathlib.Path(options.site)
    asked = queries(options.incidents, options.queries, options.seed)
    about = json.loads((site / "search/index.json").read_text())
    documents = about["incidents"] + about["gaps"]
    print(f"{len(asked)} queries as '{asked[0][1]}', {documents} documents\n")
    print("| search | known incident among the first ten | first search | a query |\n|---|---|---|---|")
    host = site / "pagefind-host.html"
    if options.pagefind:
        start = time.monotonic()
        subprocess.run([options.pagefind, "-m", "pagefind", "--site", str(site), "--glob", "incidents/*.html"],
                       check=True, stdout=subprocess.DEVNULL)
        print(f"(Pagefind's index took {time.monotonic() - start:.0f} s)")
        host.write_text("<!doctype html><title>Pagefind</title>")
    server, base = serve(str(site))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            measure(browser, base, "hindcast", ours, "/search/", asked)
            if options.pagefind:
                measure(browser, base, "Pagefind", theirs, "/pagefind/", asked)
            browser.close()
    finally:
        server.shutdown()
        host.unlink(missing_ok=True)


main()
