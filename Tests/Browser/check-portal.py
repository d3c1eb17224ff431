#!/usr/bin/env python3
"""Opens the portal in headless Chromium under its content security policy.

    check-portal.py HINDCAST [--chromium /usr/bin/chromium]

HINDCAST is the program, which serves the sample site under that policy, with byte ranges and types as in the preview.

On eleven kinds of pages, light and dark, at 1,280 px and 390 px: no console message, no violation of the policy, no
request to anywhere else, nothing wider than the window, no layout shift over 0.1, and no finding of axe-core, best
practices included. CSS and JavaScript are 50 KB a page at most, and without JavaScript 85 % of the main text is there. Then
with the keyboard alone: search finds, a typo is forgiven, filters filter, the switch of the theme holds; where there is
sound, it plays, and a sentence of the transcript and a chapter seek.
"""
import argparse
import pathlib
import subprocess
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

INCIDENT = "incidents/2026-05-14-checkout-pool-loyalty.html"
SERVICE = "services/checkout.html"
PAGES = ["index.html", "incidents.html", "gaps.html", "tests.html", "trends.html", "search.html?q=pool",
         "episodes.html", "about.html", "services.html", INCIDENT, SERVICE, "gaps/connection-pool-exhaustion--load--checkout.html"]
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
# Adds up what moves by itself, as browsers report it to pages.
SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value })
  .observe({type: "layout-shift", buffered: true});
"""


# The length of what there is to read: neither filters nor hidden parts.
MAIN_TEXT = """
[...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main td, main dd, main blockquote')]
  .filter(element => element.checkVisibility() && !element.querySelector('p, li, td, dd')).map(element => element.innerText.length)
  .reduce((sum, length) => sum + length, 0)
"""


class Checks:
    def __init__(self):
        self.failures = 0

    def expect(self, holds, what):
        if not holds:
            self.failures += 1
            print(f"FAILED {what}")


def look(page, base, path, checks, axe, label):
    messages, foreign, weights = [], [], {}

    def arrived(response):
        if not response.url.startswith((base, "data:")):
            foreign.append(response.url)
        if response.request.resource_type in ("script", "stylesheet"):
            weights[response.url] = len(response.body())

    page.add_init_script(SHIFTS)
    page.on("response", arrived)
    page.on("requestfailed", lambda request: foreign.append(request.url) if not request.url.startswith(base) else None)
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(base + path)
    page.wait_for_timeout(400)
    checks.expect(not foreign, f"{label}: asks for {foreign}")
    checks.expect(0 < sum(weights.values()) <= 50_000, f"{label}: {sum(weights.values())} bytes of CSS and JavaScript")
    shifts = page.evaluate("window.shifts")
    checks.expect(shifts <= 0.1, f"{label}: the layout shifts by {shifts:.2f}")
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


def look_without_scripts(browser, base, checks):
    plain, full = browser.new_context(java_script_enabled=False), browser.new_context()
    for path in PAGES:
        path = path.partition("?")[0]
        lengths = []
        for context in (plain, full):
            page = context.new_page()
            page.goto(base + path)
            page.wait_for_timeout(300)
            lengths.append(page.evaluate(MAIN_TEXT))
            page.close()
        checks.expect(lengths[0] >= 0.85 * lengths[1], f"{path}: {lengths[0]} of {lengths[1]} characters without JavaScript")


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
    page.goto(base + "gaps.html")
    page.focus("select[name=test]")
    page.keyboard.type("load")
    page.keyboard.press("Enter")
    wait(page, "new URLSearchParams(location.search).get('test') === 'load'")
    kinds = page.locator("#gaps tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.test)")
    checks.expect(kinds and set(kinds) == {"load"}, f"by keyboard the filter shows {kinds}")
    page.focus(".theme")
    page.keyboard.press("Enter")
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.goto(base + "trends.html")
    checks.expect(page.evaluate("document.documentElement.dataset.theme") == chosen, "the theme is forgotten")
    page.goto(base + INCIDENT)
    if page.locator("#player audio").count():
        wait(page, "document.querySelector('#player audio').readyState >= 1")
        page.evaluate("document.querySelector('#player audio').play()")
        wait(page, "document.querySelector('#player audio').currentTime > 0.3")
        page.evaluate("document.querySelector('#player audio').pause()")
        page.focus("#player summary")
        page.keyboard.press("Enter")
        page.locator("#player [data-start] button").nth(2).click()
        wait(page, "document.querySelector('#player audio').currentTime > 1")
        wait(page, "document.querySelectorAll('#player li.now').length === 1")
        chapters = page.locator("#player [data-seek]")
        checks.expect(chapters.count() >= 3, f"{chapters.count()} chapters")
        if chapters.count() > 1:
            start = int(chapters.nth(1).get_attribute("data-seek")) / 1000
            chapters.nth(1).locator("button").click()
            wait(page, f"Math.abs(document.querySelector('#player audio').currentTime - {start}) < 3")
        page.evaluate("document.querySelector('#player audio').play()")
        page.keyboard.press("End")
        page.wait_for_selector(".bar:not([hidden])")
        page.locator(".bar button").first.click()
        wait(page, "document.querySelector('#player audio').paused")
        page.locator(".bar button").last.click()
        page.wait_for_selector(".bar", state="hidden")
    page.goto(base + SERVICE)
    if page.locator("#queue").count():
        count = page.locator("#queue li").count()
        checks.expect(count > 1, f"{SERVICE} has {count} episodes")
        page.get_by_role("button", name=f"Play all {count}").click()
        wait(page, "document.querySelector('#queue audio').currentTime > 0.3")
        page.evaluate("(audio => { audio.currentTime = audio.duration - 0.2 })(document.querySelector('#queue audio'))")
        wait(page, "document.querySelectorAll('#queue li')[1].classList.contains('now')")
        wait(page, "document.querySelector('#queue audio').currentTime > 0.3")


def run(base, chromium, axe, checks):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"])
        for scheme, width in LOOKS:
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
            for path in PAGES:
                page = context.new_page()
                look(page, base, path, checks, axe, f"{path} ({scheme}, {width} px)")
                page.close()
        look_without_scripts(browser, base, checks)
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
    print(f"{len(PAGES) * len(LOOKS)} looks, {checks.failures} failures")
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
