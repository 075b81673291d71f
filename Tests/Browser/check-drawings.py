#!/usr/bin/env python3
"""Draws snapshots of graphs with librsvg and with Chromium and compares the pictures; looks at a report on paper.

usage: check-drawings.py KEYPORT DEMO-STORE

Both programs choose fonts of their own, so letters may differ; bars, lines and grounds must not. The pictures are
compared as means over squares of eight pixels. A file must bring its own light and dark. Of the reports it asks that they
weigh little and print well. Skipped, with a line that says so, where playwright, chromium or rsvg-convert are missing.
"""
import base64, glob, gzip, os, re, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SNAPSHOTS = os.path.join(ROOT, "Tests", "SVGChartsTests", "Snapshots")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sys.exit(print("drawings: skipped, there is no playwright for python3"))
if not CHROMIUM:
    sys.exit(print("drawings: skipped, there is no chromium"))
if not shutil.which("rsvg-convert"):
    sys.exit(print("drawings: skipped, there is no rsvg-convert"))

KEYPORT, DEMO = (os.path.abspath(path) for path in sys.argv[1:3])
NOW = "2026-11-23T09:00:00Z"
# A picture of each kind, and those with signs that only they have.
NAMES = ["daily-720", "daily-320", "daily-missing-720", "daily-40-keys-1200", "cumulative-720", "cumulative-320",
         "cumulative-crossed-720", "cumulative-missing-720", "sparkline", "sparkline-missing", "ranked-720", "ranked-320",
         "year-before-720", "year-missing-months-720", "calendar-720", "calendar-320"]
failures = []
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        failures.append(what)


# Means over squares of eight pixels of two pictures, then the part of squares whose means differ by more than a twentieth.
COMPARE = """async ([one, two]) => {
  const cells = async (source) => {
    const image = new Image(); image.src = source; await image.decode();
    const canvas = document.createElement('canvas');
    const [w, h] = [image.naturalWidth, image.naturalHeight];
    canvas.width = w; canvas.height = h;
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff'; context.fillRect(0, 0, w, h);
    context.drawImage(image, 0, 0);
    const data = context.getImageData(0, 0, w, h).data;
    const across = Math.ceil(w / 8), down = Math.ceil(h / 8), sums = new Float64Array(across * down * 3);
    for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let c = 0; c < 3; c++)
      sums[((y >> 3) * across + (x >> 3)) * 3 + c] += data[(y * w + x) * 4 + c] / 64;
    return {w, h, sums};
  };
  const [a, b] = [await cells(one), await cells(two)];
  if (a.w !== b.w || a.h !== b.h) return 1;
  let differ = 0;
  for (let i = 0; i < a.sums.length; i += 3)
    if (Math.max(...[0, 1, 2].map(c => Math.abs(a.sums[i + c] - b.sums[i + c]))) > 13) differ++;
  return differ / (a.sums.length / 3);
}"""


def data(kind, content):
    return f"data:image/{kind};base64," + base64.b64encode(content).decode()


def drawn(name):
    with open(os.path.join(SNAPSHOTS, name + ".svg"), "rb") as file:
        return file.read()


def by_librsvg(svg):
    return data("png", subprocess.run(["rsvg-convert", "-f", "png"], input=svg, check=True, capture_output=True).stdout)


def compare(page):
    for name in NAMES:
        svg = drawn(name)
        part = page.evaluate(COMPARE, [data("svg+xml", svg), by_librsvg(svg)])
        check(part <= 0.02, f"{name}: {part:.1%} of the picture differs between Chromium and librsvg")
    # The comparison itself: bars that lie elsewhere must be found.
    moved = drawn("daily-720").replace(b' class="kc-s1" ', b' class="kc-s1" transform="translate(40)" ')
    part = page.evaluate(COMPARE, [data("svg+xml", moved), by_librsvg(drawn("daily-720"))])
    check(part > 0.02, f"the comparison does not see bars that have moved ({part:.1%})")


# Of a picture: the colour of its corner, and how dark and how light it gets (0 to 255).
LOOK = """async (source) => {
  const image = new Image(); image.src = source; await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const light = (i) => 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2];
  let [least, most] = [255, 0];
  for (let i = 0; i < data.length; i += 4) { least = Math.min(least, light(i)); most = Math.max(most, light(i)); }
  return [light(4 * (canvas.width * 3 + 3)), least, most];
}"""


def themes(browser):
    """A graph that stands alone or in <img> follows the reader's choice by itself, and prints in light colours."""
    reader = browser.new_page()
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        page = browser.new_context(color_scheme=scheme, viewport={"width": 720, "height": 400}).new_page()
        page.emulate_media(media=media)
        is_dark = scheme == "dark" and media == "screen"
        for name in ("daily-720", "cumulative-720", "ranked-720", "year-before-720", "calendar-720"):
            # Chromium draws pictures for the screen, whatever medium the page is for.
            for way in ("alone", "in <img>") if media == "screen" else ("alone",):
                if way == "alone":
                    page.goto("file://" + os.path.join(SNAPSHOTS, name + ".svg"))
                else:
                    page.goto("about:blank")
                    page.set_content("<meta name=color-scheme content='light dark'><style>body{margin:0}</style>"
                                     f"<img src='{data('svg+xml', drawn(name))}'>", wait_until="load")
                ground, least, most = reader.evaluate(LOOK, data("png", page.screenshot()))
                holds = ground < 64 and most > 200 if is_dark else ground > 240 and least < 64
                check(holds, f"{name} {way}, {scheme}, {media}: ground {ground:.0f}, from {least:.0f} to {most:.0f}")
        page.context.close()


def document(browser, file):
    """The report as one file: on a telephone nothing is wider than the screen, on paper sums stand once, at their end."""
    page = browser.new_page(viewport={"width": 375, "height": 900})
    page.goto("file://" + file)
    wide = page.evaluate("document.documentElement.scrollWidth")
    check(wide <= 375, f"the report as a file is {wide} px wide on a screen of 375")
    page.emulate_media(media="print")
    shown = page.evaluate("[...new Set([...document.querySelectorAll('tfoot')].map(e => getComputedStyle(e).display))]")
    check(shown == ["table-row-group"], f"sums of the report as a file are repeated on paper: {shown}")
    page.close()


def reports(browser, site):
    for name in sorted(os.listdir(os.path.join(site, "reports"))):
        path = os.path.join(site, "reports", name, "index.html")
        if not os.path.exists(path):
            continue
        with open(path, "rb") as file:
            weight = len(gzip.compress(file.read(), 9))
        check(weight < 40_000, f"/reports/{name}/ weighs {weight} bytes after gzip")
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto("file://" + os.path.join(site, "reports", "2026-10", "index.html"))
    page.emulate_media(media="print")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    check(ground == "rgb(255, 255, 255)", f"a report prints on {ground}")
    for selector in (".top", ".downloads", ".sidebar"):
        check(page.locator(selector).count() == 0 or not page.locator(selector).first.is_visible(), f"{selector} is printed")
    shown = page.evaluate("[...new Set([...document.querySelectorAll('tfoot')].map(e => getComputedStyle(e).display))]")
    check(shown == ["table-row-group"], f"sums of a report are repeated on paper: {shown}")
    for size in ("A4", "Letter"):
        pdf = page.pdf(format=size)
        pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
        check(2 <= pages <= 6, f"a report takes {pages} pages of {size}")
    page.set_viewport_size({"width": 700, "height": 1000})
    wide = page.evaluate("Math.max(...[...document.querySelectorAll('main svg, main table')].map(e => e.getBoundingClientRect().right))")
    check(wide <= 701, f"something of a report is {wide:.0f} px wide on paper of 700")
    context.close()


with tempfile.TemporaryDirectory(prefix="keyport-drawings-") as folder, sync_playwright() as play:
    browser = play.chromium.launch(executable_path=CHROMIUM)
    compare(browser.new_page())
    themes(browser)
    source, site = os.path.join(folder, "source"), os.path.join(folder, "site")
    for name in ("content", "Templates"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(source, name))
    # Addresses that work from a file.
    with open(os.path.join(ROOT, "hugo.toml"), encoding="utf-8") as file, \
            open(os.path.join(source, "hugo.toml"), "w", encoding="utf-8") as copy:
        copy.write("relativeURLs = true\n" + file.read())
    subprocess.run([DEMO, os.path.join(source, "store"), "--until", NOW], check=True, capture_output=True)
    subprocess.run([KEYPORT, "build", "-s", source, "-d", site, "--now", NOW, "--quiet"], check=True)
    reports(browser, site)
    file = os.path.join(folder, "report.html")
    with open(file, "wb") as out:
        subprocess.run([KEYPORT, "report", "-s", source, "--now", NOW, "--period", "2026-10", "--format", "html"], check=True,
                       stdout=out)
    document(browser, file)
    browser.close()
for failure in failures:
    print(f"drawings: {failure}")
print(f"drawings: {checks} checks, {len(failures)} failed")
sys.exit(1 if failures else 0)
