#!/usr/bin/env python3
"""Looks at the example site in a browser, as readers have it.

usage: check-site.py KEYPORT DEMO-STORE

Builds nothing itself: `keyport serve` shows a copy of the site of this repository with an example store. Skipped, with a
line that says so, where playwright, axe-core or chromium are missing.
"""
import os, re, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
try:
    import axe_playwright_python
    from playwright.sync_api import Error as PlaywrightError, sync_playwright
except ImportError:
    sys.exit(print("browser: skipped, there is no playwright or axe-playwright-python for python3"))
if not CHROMIUM:
    sys.exit(print("browser: skipped, there is no chromium"))

AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()
KEYPORT, DEMO = (os.path.abspath(path) for path in sys.argv[1:3])
NOW = "2026-11-23T09:00:00Z"
PAGES = ["/", "/ci-keys/managing/", "/keys/", "/reports/", "/reports/2026-10/", "/reports/2026-11/",
         "/manual/writing/shortcodes/", "/404.html"]
failures = []
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        failures.append(what)


# What stands further to the right than the panel or the text above it; bars of which the largest does not fill its column.
UNEVEN = """() => {
  const right = (element) => Math.round(element.getBoundingClientRect().right), found = [];
  const panel = document.querySelector('.kind-home .panel');
  for (const card of panel ? document.querySelectorAll('.cards li') : [])
    if (right(card) > right(panel)) found.push(`card ${card.textContent.trim().slice(0, 20)}`);
  for (const table of document.querySelectorAll('main table')) {
    const bars = [...table.querySelectorAll('.bar')].filter(bar => bar.getBoundingClientRect().width > 0);
    const most = Math.max(...bars.map(bar => bar.firstElementChild.width.baseVal.value));
    if (bars.length && most !== 100) found.push(`the largest bar of ${table.parentElement.ariaLabel} takes ${most} %`);
  }
  for (const spark of document.querySelectorAll('main td .kc-spark'))
    if (spark.getBoundingClientRect().width < 79) { found.push('a small graph too small to read'); break; }
  return found;
}"""

# Pairs of texts of one drawing whose boxes share more than a hair.
OVERLAPS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('main svg[role]')) {
    const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
      .filter(([text, b]) => text.trim() && b.width > 0 && b.height > 0);
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i][1], boxes[j][1]];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1.5 && y > Math.min(a.height, b.height) * .35) found.push(boxes[i][0] + ' / ' + boxes[j][0]);
    }
  }
  return found;
}"""


def look(browser, base, first_key):
    for scheme in ("light", "dark"):
        for width in (375, 1280):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            where = [""]
            page.on("console", lambda m: m.type in ("error", "warning") and failures.append(f"{where[0]}: console: {m.text}"))
            page.on("pageerror", lambda error: failures.append(f"{where[0]}: {error}"))
            page.on("request", lambda r: r.url.startswith((base, "data:")) or failures.append(f"{where[0]}: asks {r.url}"))
            for path in PAGES + [first_key]:
                where[0] = f"{path} {width} {scheme}"
                answer = page.goto(base + path)
                check(answer.status in (200, 404), f"{where[0]}: status {answer.status}")
                check("default-src 'self'" in answer.headers.get("content-security-policy", ""), f"{where[0]}: no policy")
                wide = page.evaluate("document.documentElement.scrollWidth")
                check(wide <= width, f"{where[0]}: {wide} px wide")
                uneven = page.evaluate(UNEVEN)
                check(not uneven, f"{where[0]}: {uneven[:3]}")
                overlaps = page.evaluate(OVERLAPS)
                check(not overlaps, f"{where[0]}: texts overlap: {overlaps[:3]}")
                # Through the protocol of the browser, so that the policy of the page stays on.
                page.evaluate(AXE + "\n;0")
                result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
                for violation in result["violations"]:
                    nodes = [node["target"] for node in violation["nodes"]][:3]
                    check(False, f"{where[0]}: axe {violation['id']}: {nodes}")
                check(True, "")
            context.close()


def use(browser, base, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto(base + "/ci-keys/managing/")
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search[open] input")
    page.keyboard.type("rotate")
    page.wait_for_selector("dialog.search li a")
    check(page.locator("dialog.search li a").count() > 0, "search finds nothing for rotate")
    cut = [text for text in page.locator("dialog.search li a > span").all_inner_texts() if len(text) > 150 and text[-1].isalnum()]
    check(not cut, f"the search ends in the middle of a word: {cut[:2]}")
    # The first one empties the field, as in every search field of the browser.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    check(page.locator("dialog.search[open]").count() == 0, "Escape does not close the search")

    page.locator(".highlight").first.hover()
    page.locator(".copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    check(copied.startswith("keyport keys create"), f"the copy button gave {copied!r}")

    page.click("[data-switch-theme]")
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.goto(base + "/keys/")
    check(chosen and page.evaluate("document.documentElement.dataset.theme") == chosen, "the choice of theme is forgotten")

    page.goto(base + "/ci-keys/managing/")
    file = os.path.join(site, "content", "ci-keys", "managing.md")
    with open(file, "a", encoding="utf-8") as text:
        text.write("\n\nA sentence that was saved just now.\n")
    try:
        page.wait_for_selector("text=A sentence that was saved just now.", timeout=15000)
        check(True, "")
    except Exception:
        check(False, "a save does not reach the open page")
    context.close()

    plain = browser.new_context(viewport={"width": 375, "height": 800}, java_script_enabled=False)
    page = plain.new_page()
    page.goto(base + "/ci-keys/managing/")
    check(not page.locator("#sidebar").is_visible(), "the menu is open before it is asked for")
    page.click(".menu-button")
    check(page.locator("#sidebar").is_visible(), "the menu does not open without script")
    check(page.locator(".copy").count() == 0, "copy buttons without script")
    plain.close()


with tempfile.TemporaryDirectory() as folder:
    site = os.path.join(folder, "site")
    for name in ("content", "Templates"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(site, name))
    shutil.copy(os.path.join(ROOT, "hugo.toml"), site)
    subprocess.run([DEMO, os.path.join(site, "store"), "--until", NOW], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [KEYPORT, "serve", "-s", site, "--port", str(port), "--now", NOW],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        # The port answers before the first build is done.
        for _ in range(300):
            try:
                with urllib.request.urlopen(base + "/keys/", timeout=2) as answer:
                    if b"<tbody" in answer.read():
                        break
            except OSError:
                pass
            if server.poll() is not None:
                sys.exit("browser: keyport serve ended: " + server.stderr.read())
            time.sleep(0.1)
        else:
            sys.exit("browser: keyport serve does not show /keys/")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(base + "/keys/")
            first_key = re.sub(r"^https?://[^/]+", "", page.locator("main tbody a").first.get_attribute("href"))
            page.close()
            for part in (lambda: look(browser, base, first_key), lambda: use(browser, base, site)):
                try:
                    part()
                except PlaywrightError as error:
                    check(False, str(error).split("Call log")[0].strip())
            browser.close()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
for failure in dict.fromkeys(failures):
    print(failure, file=sys.stderr)
print(f"browser: {checks} checks, {len(failures)} failed")
sys.exit(1 if failures else 0)
