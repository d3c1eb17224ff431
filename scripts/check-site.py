#!/usr/bin/env python3
"""check-site.py SITE: pages, links, feed and audio of a built site; prints what is wrong and exits 1."""
import html.parser
import os
import sys
import xml.etree.ElementTree as tree

root = sys.argv[1]
problems = []


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.headings, self.moves = [], [], 0, False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "h1":
            self.headings += 1
        # An incident's old address, which only links from elsewhere name.
        self.moves = self.moves or tag == "meta" and values.get("http-equiv", "").lower() == "refresh"
        for name in ("href", "src"):
            if name in values:
                self.links.append((tag, values[name]))
        if "style" in values or any(name.startswith("on") for name in values):
            problems.append(f"{self.path}: inline style or script on <{tag}>")


pages = {}
for folder, _, names in os.walk(root):
    for name in names:
        if name.endswith(".html"):
            path = os.path.relpath(os.path.join(folder, name), root)
            page = Page()
            page.path = path
            page.feed(open(os.path.join(root, path), encoding="utf-8").read())
            pages[path] = page

for path, page in pages.items():
    if page.headings != 1:
        problems.append(f"{path}: {page.headings} h1 headings")
    for identifier in {i for i in page.ids if page.ids.count(i) > 1}:
        problems.append(f"{path}: the id {identifier} stands twice")
    for tag, link in page.links:
        # The empty icon, which keeps browsers from asking for one.
        if link == "data:,":
            continue
        if link.startswith(("http://", "https://")):
            if tag != "a":
                problems.append(f"{path}: <{tag}> loads {link}")
            continue
        target, _, anchor = link.partition("#")
        target = target.partition("?")[0]
        if target.startswith("/"):
            full = target[1:]
        else:
            full = os.path.normpath(os.path.join(os.path.dirname(path), target)) if target else path
        if not os.path.exists(os.path.join(root, full)):
            problems.append(f"{path}: {link} leads nowhere")
        elif anchor and full in pages and anchor not in pages[full].ids:
            problems.append(f"{path}: {link} has no such place")

reached, waiting = set(), ["index.html"]
while waiting:
    path = waiting.pop()
    if path in reached or path not in pages:
        continue
    reached.add(path)
    for tag, link in pages[path].links:
        target = link.partition("#")[0].partition("?")[0]
        if tag == "a" and target and "://" not in target:
            waiting.append(os.path.normpath(os.path.join(os.path.dirname(path), target)))
for path, page in pages.items():
    if path not in reached and path != "404.html" and not page.moves:
        problems.append(f"{path}: no page leads here")

channel = tree.parse(os.path.join(root, "feed.xml")).getroot().find("channel")
items = channel.findall("item")
incidents = [path for path in pages if path.startswith("incidents/")]
if len(items) != len(incidents):
    problems.append(f"feed.xml: {len(items)} episodes for {len(incidents)} incidents")
guids = [item.findtext("guid") for item in items]
if len(set(guids)) != len(guids):
    problems.append("feed.xml: two episodes share a guid")
for item in items:
    enclosure = item.find("enclosure").attrib
    name = enclosure["url"].rsplit("/audio/", 1)[1]
    size = os.path.getsize(os.path.join(root, "audio", name))
    if size != int(enclosure["length"]):
        problems.append(f"feed.xml: {name} has {size} bytes, not {enclosure['length']}")

if len(incidents) < 12:
    problems.append(f"{len(incidents)} incidents, not 12 or more")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(pages)} pages, {len(items)} episodes, {len(problems)} problems")
sys.exit(1 if problems else 0)
