#!/usr/bin/env python3
"""Makes up sites with many layout files, builds each with Keyport and the real Hugo, and compares which layout won for each page.

    swift build --product keyport
    Tests/Tools/compare_lookup.py --seed 7 --count 30 [--show 3] [--keep FOLDER]

Each layout says its own path. A site has pages of every kind, types and layouts from front matter, two languages, three output formats,
legacy and new folders, a theme below, base templates, partials, shortcodes, hooks and content views. Hugo builds each site three times:
where files fit equally well it takes the one or the other from run to run, and such pages are left out.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

CONFIGURATION = """
baseURL = "https://example.org/"
title = "T"
theme = ["over", "under"]
disableHugoGeneratorInject = true
disableKinds = ["sitemap", "404"]
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.de]
weight = 2
[outputs]
home = ["html", "rss", "json"]
section = ["html", "rss", "json"]
taxonomy = ["html"]
term = ["html", "rss"]
page = ["html", "json", "plain"]
[outputFormats.plain]
mediaType = "text/plain"
isPlainText = true
"""

PAGES = {
    "_index": "",
    "docs/_index": "",
    "docs/one": "tags: [x]",
    "docs/typed": "type: news",
    "docs/laid": "layout: wide",
    "docs/deep/_index": "",
    "docs/deep/two": "type: news\nlayout: wide",
    "news/_index": "layout: wide",
    "news/item/index": "",
    "top": "",
    "tags/x/_index": "type: news",
}
BODY = "\n## Head\n\n[a](/b) {{< mark >}}\n\n```go\nx\n```\n"

NEW = ["", "docs/", "docs/deep/", "news/", "tags/", "_default/"]
NAMES = [
    "single", "list", "page", "section", "home", "index", "taxonomy", "term", "terms", "all", "wide", "baseof", "single-baseof",
    "list-baseof", "page.wide", "home.wide", "section.wide", "wide.baseof", "taxonomy/tag", "taxonomy/list", "taxonomy/term",
]
SUFFIXES = ["html", "html", "html", "de.html", "json", "json.json", "rss.xml", "plain.txt", "txt", "html.html", "en.html", "de.json", "xml"]


def layouts(chance):
    files = {}
    for root in ["layouts", "themes/over/layouts", "themes/under/layouts"]:
        for _ in range(chance.randint(0, 9)):
            path = f"{chance.choice(NEW)}{chance.choice(NAMES)}.{chance.choice(SUFFIXES)}"
            said = f"{root}/{path}"
            if "baseof" in path:
                files[said] = f'B({said}) {{{{ block "main" . }}}}none{{{{ end }}}}'
            elif chance.random() < 0.4:
                files[said] = f'{{{{ define "main" }}}}D({said}) {{{{ .Content }}}}{{{{ end }}}}'
            else:
                view = ' {{ .Render "view" }}' if chance.random() < 0.3 else ""
                part = ' {{ partial "part.html" . }}' if chance.random() < 0.3 else ""
                files[said] = f"L({said}) {{{{ .Kind }}}} {{{{ .Content }}}}{view}{part}"
        for name, choices in [
            ("part", ["partials/part.html", "_partials/part.html", "partials/part.de.html", "_partials/part.json"]),
            ("mark", ["shortcodes/mark.html", "_shortcodes/mark.html", "shortcodes/mark.de.html", "docs/_shortcodes/mark.html", "_shortcodes/mark.json"]),
            ("hook", ["_default/_markup/render-link.html", "_markup/render-heading.html", "docs/_markup/render-link.html", "_markup/render-codeblock-go.html", "_markup/render-codeblock.html", "news/_markup/render-heading.html", "_markup/render-link.de.html"]),
            ("view", ["_default/view.html", "view.html", "docs/view.html", "news/view.json", "view.de.html"]),
        ]:
            for _ in range(chance.randint(0, 2)):
                said = f"{root}/{chance.choice(choices)}"
                files[said] = f"[{name} {said}]"
    # So that no partial, shortcode or view is missing.
    for path in ["_partials/part.html", "_shortcodes/mark.html", "view.html"]:
        files.setdefault(f"themes/under/layouts/{path}", f"[last {path}]")
    return files


def site(chance, folder):
    files = {"hugo.toml": CONFIGURATION, **layouts(chance)}
    for name, matter in PAGES.items():
        if name == "_index" or chance.random() < 0.85:
            for language in ["en", "de"]:
                files[f"content/{name}.{language}.md"] = f"---\ntitle: {name}\n{matter}\n---\n{BODY}"
    for path, text in files.items():
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w") as file:
            file.write(text)


def outputs(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            with open(full, "rb") as file:
                # The feed names the program that wrote it.
                text = re.sub(rb"<generator>.*?</generator>", b"", file.read())
                found[os.path.relpath(full, folder)] = b" ".join(text.split())
    return found


def build(words, folder):
    # Each call has a limit: a site here is built in a second.
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--show", type=int, default=3, help="how many differences to print of each site")
    parser.add_argument("--keyport", default=".build/debug/keyport")
    parser.add_argument("--hugo", default=".build/oracles/bin/hugo")
    parser.add_argument("--keep", help="a folder that the sites which differ stay in")
    arguments = parser.parse_args()
    keyport, hugo = os.path.abspath(arguments.keyport), os.path.abspath(arguments.hugo)
    files = unequal = sites = wavering = 0
    for number in range(arguments.seed, arguments.seed + arguments.count):
        with tempfile.TemporaryDirectory() as temporary:
            folder = os.path.join(arguments.keep, str(number)) if arguments.keep else temporary
            site(random.Random(number), folder)
            theirs = build([hugo, "--quiet", "-d", "hugo.out"], folder)
            ours = build([keyport, "build", "--quiet", "-d", "keyport.out"], folder)
            if theirs.returncode != 0:
                print(f"seed {number}: Hugo refuses it, Keyport ends with {ours.returncode}")
                continue
            sites += 1
            want, got = outputs(f"{folder}/hugo.out"), outputs(f"{folder}/keyport.out")
            again = []
            for _ in range(2):
                build([hugo, "--quiet", "-d", "hugo.again", "--cleanDestinationDir"], folder)
                again.append(outputs(f"{folder}/hugo.again"))
            unsure = {path for run in again for path in set(want) | set(run) if want.get(path) != run.get(path)}
            wavering += len(unsure)
            different = sorted(
                path for path in (set(want) | set(got)) - unsure if want.get(path) != got.get(path))
            files += len(want)
            unequal += len(different)
            if different:
                print(f"seed {number}: {len(different)} of {len(want)} files differ; {ours.stderr.strip()[:200]}")
            for path in different[: arguments.show]:
                print(f"  {path}\n    Hugo    {want.get(path, b'-')[:170].decode()}\n    Keyport {got.get(path, b'-')[:170].decode()}")
    print(f"{sites} sites, {files} files, {unequal} differ; {wavering} more differ between runs of Hugo")
    return 1 if unequal else 0


if __name__ == "__main__":
    sys.exit(main())
