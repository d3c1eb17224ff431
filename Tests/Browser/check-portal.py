#!/usr/bin/env python3
"""Opens the portal in headless Chromium under its content security policy.

    check-portal.py HINDCAST [--chromium /usr/bin/chromium]

HINDCAST is the program, which serves the sample site under that policy, with byte ranges and types as in the preview.

On eleven kinds of pages, light at 1,280 px and dark at 390 px: no console message, no violation of the policy, nothing
wider than the window, and no finding of axe-core, best practices included. Then with the keyboard alone: search finds,
a typo is forgiven, filters filter, the switch of the theme holds; where there is sound, a sentence of the transcript
and a chapter seek.
"""
import argparse
import pathlib
import subprocess
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

INCIDENT = "incidents/2026-05-14-checkout-pool-loyalty.html"
PAGES = ["index.html", "incidents.html", "gaps.html", "tests.html", "trends.html", "search.html?q=pool",
         "episodes.html", "about.html", "services.html", INCIDENT, "gaps/connection-pool-exhaustion--load.html"]


class Checks:
    def __init__(self):
        self.failures = 0

    def expect(self, holds, what):
        if not holds:
            self.failures += 1
            print(f"FAILED {what}")


def look(page, address, checks, axe, label):
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(address)
    page.wait_for_timeout(400)
    checks.expect(not messages, f"{label}: console says {messages}")
    spare = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    checks.expect(spare <= 0, f"{label}: {spare} px wider than the window")
    # The policy lets no script of ours in either; it has been checked by now.
    page.context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})
    page.evaluate(axe)
    for violation in page.evaluate("axe.run()")["violations"]:
        checks.expect(False, f"{label}: {violation['id']}: {violation['nodes'][0]['html'][:120]}")


def wait(page, condition):
    """Playwright's own waiting evaluates text inside the page, which the policy forbids."""
    for _ in range(50):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise TimeoutError(condition)


def use(browser, base, checks):
    page = browser.new_page()
    page.goto(base + "index.html")
    page.keyboard.press("/")
    page.keyboard.type("certificat")
    page.wait_for_selector("dialog .results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/*.html")
    page.goto(base + "search.html?q=poool")
    page.wait_for_selector(".results a")
    checks.expect("pool" in page.inner_text(".results"), "a typo of one letter finds nothing")
    page.goto(base + "gaps.html?state=regressed")
    states = page.locator("#gaps tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.state)")
    checks.expect(states and set(states) == {"regressed"}, f"the filter shows {states}")
    page.click(".theme")
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.goto(base + "trends.html")
    checks.expect(page.evaluate("document.documentElement.dataset.theme") == chosen, "the theme is forgotten")
    page.goto(base + INCIDENT)
    if page.locator("#player audio").count():
        wait(page, "document.querySelector('#player audio').readyState >= 1")
        page.click("#player summary")
        page.locator("#player [data-start] button").nth(2).click()
        wait(page, "document.querySelector('#player audio').currentTime > 1")
        wait(page, "document.querySelectorAll('#player li.now').length === 1")
        chapters = page.locator("#player [data-seek]")
        checks.expect(chapters.count() >= 3, f"{chapters.count()} chapters")
        if chapters.count() > 1:
            start = int(chapters.nth(1).get_attribute("data-seek")) / 1000
            chapters.nth(1).locator("button").click()
            wait(page, f"Math.abs(document.querySelector('#player audio').currentTime - {start}) < 3")


def run(base, chromium, axe, checks):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"])
        for scheme, width in [("light", 1280), ("dark", 390)]:
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
            for path in PAGES:
                page = context.new_page()
                look(page, base + path, checks, axe, f"{path} ({scheme}, {width} px)")
                page.close()
        use(browser, base, checks)
        browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    axe = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
    server = subprocess.Popen([options.program, "serve", "--no-watch", "--port", "0"], stdout=subprocess.PIPE, text=True)
    base = server.stdout.readline().strip()
    if not base:
        sys.exit("the preview did not start")
    checks = Checks()
    try:
        run(base, options.chromium, axe, checks)
    finally:
        server.terminate()
    print(f"{len(PAGES) * 2} pages, {checks.failures} failures")
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
